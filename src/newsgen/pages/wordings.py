"""How a person is written: spellings and titles with outlets and dates, and why they are one person, or may be."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import msgspec

from newsgen import edtf
from newsgen.language import Words, tell_reason
from newsgen.lexicon.slugs import fold_name, part_brackets
from newsgen.pages.directory import Directory
from newsgen.pages.sightings import find_mention, sight
from newsgen.pages.titles import find_language
from newsgen.records.archive import PersonEntry
from newsgen.records.entities import Link, Person, Spelling
from newsgen.records.site import JoinRow, Ref, Sighting, Wording

MOST_WORDINGS = 12
"""Spellings, and titles, that a page shows at once: those of most articles."""

MOST_SPELLINGS = 100
"""Spellings that it shows at all."""

MOST_OUTLETS = 4
"""Outlets that stand with a wording: those of most articles."""

MOST_LINKS = 20
"""Reasons for joins that a page shows."""

MOST_DOUBTS = 10
"""Persons that may be the same whom a page shows: those of most articles."""

_JUDGED = "people.yaml"


def show_spellings(directory: Directory, here: str, person: Person) -> tuple[tuple[Wording, ...], int]:
    """The spellings of most articles with outlets and dates, and how many spellings there are."""
    merged = merge_capitals(person.spellings)
    shown = merged[:MOST_SPELLINGS]
    return tuple(_show(directory, here, person, item.text, item.articles) for item in shown), len(merged)


def show_titles(directory: Directory, here: str, entry: PersonEntry) -> tuple[tuple[Wording, ...], int]:
    """The titles of most articles with outlets and dates, and how many titles there are."""
    person = entry.person
    articles: dict[str, set[int]] = {}
    for position, local in person.members:
        for title in directory.article(position).reading.people[local].titles:
            articles.setdefault(fold_name(title), set()).add(position)
    written = [title for title in person.titles if fold_name(title) in articles]
    shown = written[:MOST_WORDINGS]
    rows = (_show(directory, here, person, title, articles[fold_name(title)]) for title in shown)
    described = (msgspec.structs.replace(row, lang=find_language(directory, entry, row.text)) for row in rows)
    return tuple(described), len(written)


def merge_capitals(spellings: Sequence[Spelling]) -> list[Spelling]:
    """The spellings; one in capitals (`TCHIANI`) counts for the one that it is in usual letters, if there is one."""
    usual = {one.text.casefold(): one.text for one in reversed(spellings) if not _in_capitals(one.text)}
    merged: dict[str, set[int]] = {}
    for spelling in spellings:
        text = usual.get(spelling.text.casefold(), spelling.text) if _in_capitals(spelling.text) else spelling.text
        merged.setdefault(text, set()).update(spelling.articles)
    rows = [Spelling(text=text, articles=tuple(sorted(articles))) for text, articles in merged.items()]
    return sorted(rows, key=lambda row: (-len(row.articles), row.text))


def _in_capitals(name: str) -> bool:
    """Whether a word of the name is in capitals; initials are not meant."""
    return any(len(word) > 2 and word.isupper() for word in name.replace(".", "").split())


def _show(directory: Directory, here: str, person: Person, text: str, articles: Collection[int]) -> Wording:
    """A wording with the outlets that use it, and when they did first and last."""
    outlets = Counter(directory.brief(position).source for position in articles)
    ordered = sorted(outlets, key=lambda source: (-outlets[source], source is None, source or ""))
    first, last = _find_ends(directory, articles)
    return Wording(
        text=text,
        sources=tuple(
            directory.source_ref(here, source) or Ref(text=directory.unnamed_outlet)
            for source in ordered[:MOST_OUTLETS]
        ),
        further=max(0, len(ordered) - MOST_OUTLETS),
        articles=len(articles),
        first=_sight(directory, here, person, text, first),
        last=None if last == first else _sight(directory, here, person, text, last),
    )


def _find_ends(directory: Directory, articles: Iterable[int]) -> tuple[int, int]:
    """The earliest and the latest article, of one day the first; one of no known year only if there is no other."""
    ordered = directory.by_date(articles)
    dated = [position for position in ordered if _is_dated(directory, position)] or ordered[:1]
    ends = dated[0], dated[-1]
    same = len({directory.brief(position).published for position in ends}) == 1
    return (ends[0], ends[0]) if same else ends


def _is_dated(directory: Directory, position: int) -> bool:
    """Whether the year of an article is known."""
    published = directory.brief(position).published
    return published is not None and edtf.bounds(published) != (None, None)


def _sight(directory: Directory, here: str, person: Person, text: str, position: int) -> Sighting:
    """The place in an article where it writes the person so."""
    return sight(directory, here, position, find_mention(directory, position, person.id, text))


def show_joins(directory: Directory, here: str, person: Person) -> tuple[JoinRow, ...]:
    """Why the spellings belong together, each name with the first article that writes it; at most `MOST_LINKS`."""
    return tuple(_show_link(directory, here, link, [person]) for link in person.links[:MOST_LINKS])


def show_doubts(directory: Directory, here: str, person: Person) -> tuple[JoinRow, ...]:
    """Who else the person may be, with what speaks for and against; of many, those of most articles."""
    others = ((directory.person(other), link) for other, link in person.undecided)
    ranked = sorted(others, key=lambda item: (-len(item[0].articles), item[0].person.id))
    return tuple(
        _show_link(directory, here, link, [person, entry.person], other=directory.person_ref(here, entry.person.id))
        for entry, link in ranked[:MOST_DOUBTS]
    )


def _show_link(
    directory: Directory, here: str, link: Link, people: Sequence[Person], *, other: Ref | None = None
) -> JoinRow:
    """A link in words, with a place where each of its names is written."""
    evidence, against = part_evidence(directory, link)
    left, right = link.compared or (None, None)
    return JoinRow(
        left=link.left,
        right=link.right,
        rule=_tell_rule(directory.words, link, is_open=other is not None),
        evidence=evidence[1:] if link.rule == _JUDGED else evidence,
        against=against,
        other=other,
        left_at=_find_first(directory, here, link.left, people, within=left),
        right_at=_find_first(directory, here, link.right, people, within=right),
    )


def _tell_rule(words: Words, link: Link, *, is_open: bool) -> str:
    """What joins two names, or why it is open whether they are one person's."""
    if is_open:
        return words.say(f"person.open-{link.rule}")
    key = "rule.judged" if link.rule == _JUDGED else f"rule.{link.rule}"
    return words.say(key) if words.knows(key) else link.rule.replace("-", " ")


def part_evidence(directory: Directory, link: Link) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What speaks for a link, and what speaks against it, in words."""
    words, name = directory.words, directory.name_of
    evidence = tuple(tell_reason(words, reason, name) for reason in link.evidence if not reason.is_against)
    return evidence, tuple(tell_reason(words, reason, name) for reason in link.evidence if reason.is_against)


def _find_first(
    directory: Directory, here: str, text: str, people: Sequence[Person], *, within: int | None = None
) -> Sighting | None:
    """The first place where one of the persons is written so, in the article if it is given; None if no text does."""
    text, _ = part_brackets(text)
    for person in people:
        for spelling in person.spellings:
            if within is not None and spelling.text == text and within in spelling.articles:
                return _sight(directory, here, person, text, within)
    for person in people:
        for spelling in person.spellings:
            if spelling.text == text and spelling.articles:
                return _sight(directory, here, person, text, _find_ends(directory, spelling.articles)[0])
    return None


def tell_years(directory: Directory, articles: Iterable[int]) -> str:
    """The years of the articles: `2023–2024`; empty if none is dated."""
    dated = [position for position in articles if _is_dated(directory, position)]
    if not dated:
        return ""
    first, last = (directory.brief(position).published or "" for position in _find_ends(directory, dated))
    years = [bound.year for bound in (*edtf.bounds(first), *edtf.bounds(last)) if bound]
    return directory.words.date(f"{min(years):04}") if min(years) == max(years) else f"{min(years)}–{max(years)}"
