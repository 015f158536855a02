"""Parts of resolution that are remembered: which edits make which of them again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from factories import Told, make_person, make_reading, tell_of
from newsgen.build.resolving import remember_parts
from newsgen.holding import NOTHING_HELD
from newsgen.lexicon import load_lexicon
from newsgen.memo import Memo
from newsgen.records.entities import Entities
from newsgen.records.reading import Reading
from newsgen.resolve import Part, Recall, resolve
from newsgen.resolve.parts import Found

LEXICON = load_lexicon()
TOLD = Told("2024-03-03", "Harbours reopened for trade.", topics=("handover",), countries=("FJ",), people=(0,))

ALL = ["addresses", "same text", "cast", "events"]


class Archive:
    """Readings that are resolved again and again, and what is made of them each time."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo
        self._made: list[str] = []

    def resolve(self, *readings: Reading, anew: bool = False) -> tuple[Entities, list[str]]:
        self._made = []
        found = resolve(readings, (), LEXICON, recall=self._watch(anew=anew))
        return found, self._made

    def _watch(self, *, anew: bool) -> Recall:
        recall = remember_parts(self._memo, LEXICON, NOTHING_HELD, anew=anew)

        def watched(part: Part[Found], /) -> Found:
            def make(before: Found | None) -> Found:
                self._made.append(part.name)
                return part.make(before)

            return recall(part._replace(make=make))

        return watched


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Memo(tmp_path / "memo.sqlite") as memo:
        yield Archive(memo)


def article(words: str = "{}, a surgeon, rose.", *, year: int = 2024, told: Told = TOLD, path: str = "a") -> Reading:
    person = make_person("José Ramírez", countries=("PE",))
    reading = make_reading(f"articles/{path}.txt", person, published=f"{year}-05-01", told=[told])
    return tell_of(reading, words)


def push(reading: Reading, by: str = "In this edition. ") -> Reading:
    """The reading with words in front of all that its text says."""
    shift = len(by)
    return replace(
        reading,
        article=replace(reading.article, text=by + reading.article.text),
        person_mentions=tuple(replace(m, start=m.start + shift, end=m.end + shift) for m in reading.person_mentions),
        reports=tuple(replace(one, start=one.start + shift, end=one.end + shift) for one in reading.reports),
    )


def test_all_is_made_once(archive: Archive) -> None:
    first, made = archive.resolve(article(), article(path="b"))
    assert made == ALL
    again, made = archive.resolve(article(), article(path="b"))
    assert made == []
    assert again == first


def test_words_that_name_nobody_and_no_day_make_nothing_again(archive: Archive) -> None:
    archive.resolve(article(), article(path="b"))
    assert archive.resolve(push(article()), article(path="b"))[1] == []


def test_words_beside_a_name_are_asked_again(archive: Archive) -> None:
    archive.resolve(article(), article(path="b"))
    assert archive.resolve(article("{}, a surgeon, then rose."), article(path="b"))[1] == []
    found, made = archive.resolve(article("{}, a goalkeeper, rose."), article(path="b"))
    assert made[0] == "cast"
    assert len(found.people) == 2


def test_who_is_named_once_more_is_who_it_was(archive: Archive) -> None:
    archive.resolve(article(), article(path="b"))
    once_more = replace(article(), people=(replace(article().people[0], mentions=2),))
    assert archive.resolve(once_more, article(path="b"))[1] == []


def test_of_two_spellings_the_one_with_more_mentions_is_shown(archive: Archive) -> None:
    def spell(name: str, mentions: int, path: str) -> Reading:
        return make_reading(f"articles/{path}.txt", make_person(name, "General", mentions=mentions), headline=path)

    first, _ = archive.resolve(spell("Omar Tiani", 2, "a"), spell("Omar TIANI", 1, "b"), spell("Ömar Tiani", 1, "c"))
    assert [person.name for person in first.people] == ["Omar Tiani"]
    after, made = archive.resolve(spell("Omar Tiani", 2, "a"), spell("Omar TIANI", 1, "b"), spell("Ömar Tiani", 3, "c"))
    assert made == ["cast"]
    assert [person.name for person in after.people] == ["Ömar Tiani"]


def test_another_sentence_makes_events_alone(archive: Archive) -> None:
    archive.resolve(article())
    found, made = archive.resolve(article(told=replace_sentence("Ports reopened for trade.")))
    assert made == ["events"]
    assert len(found.events) == 1


def replace_sentence(sentence: str) -> Told:
    return Told(TOLD.date, sentence, topics=TOLD.topics, countries=TOLD.countries, people=TOLD.people)


def test_a_full_build_makes_all_anew(archive: Archive) -> None:
    archive.resolve(article())
    assert archive.resolve(article(), anew=True)[1] == ALL
