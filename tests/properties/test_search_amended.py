"""Law: an index that was amended is, byte for byte, the index that is made anew; and only what has words of the
articles that changed is read for it.

Deliberate mistakes that make it fail: leave the rows of articles that are gone in `_amend_entry`; have
`_list_word_files` keep a file that lost a word; keep places that were too many, whatever room they take now; in `amend`
pass over a word that the same articles have, whatever it weighs there and wherever it stands.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsgen.search.amending
import newsgen.search.assemble
import newsgen.search.earlier
from newsgen.records.search import SearchText
from newsgen.search.amending import Amended, PlacesUnknownError, amend, note_gone
from newsgen.search.assemble import make_index
from newsgen.search.earlier import NO_INDEX, EarlierIndex
from newsgen.search.gathering import gather, join_pieces
from newsgen.search.reading import parse_reading, read_text, write_reading
from search_index import call_of, index, make_text, number_texts

WORDS = ["ka", "kab", "kac", "kacd", "lo", "lomu", "oil", "尼日尔", "é"]
BODIES = st.lists(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), min_size=1, max_size=6)


@pytest.fixture(autouse=True)
def small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (newsgen.search.assemble, newsgen.search.earlier):
        monkeypatch.setattr(module, "LIMIT", 40)
    for module in (newsgen.search.amending, newsgen.search.earlier):
        monkeypatch.setattr(module, "MOST_PLACES", 12)


def write(bodies: list[str]) -> list[SearchText]:
    """One article for each body; an edit gives another body to the same place."""
    return [make_text(f"article-{place}", "Rain", body) for place, body in enumerate(bodies)]


def amend_index(old: list[SearchText], files: dict[str, bytes], new: list[SearchText]) -> tuple[Amended, EarlierIndex]:
    """The words of the old index, whose files are given, brought up to date, and that index."""
    before, after = set(number_texts(old)), set(number_texts(new))
    words = [(number, read_text(text)) for number, text in number_texts(old)]
    first = amend(NO_INDEX, {}, join_pieces([gather(words)]))
    earlier = EarlierIndex(first.sizes, files.__getitem__)
    gone = [(number, parse_reading(write_reading(read_text(text)))) for number, text in sorted(before - after)]
    come = [(number, read_text(text)) for number, text in sorted(after - before)]
    return amend(earlier, note_gone(gone), join_pieces([gather(come)])), earlier


@settings(max_examples=150)
@given(BODIES, BODIES)
def test_amended_is_made_anew(bodies: list[str], others: list[str]) -> None:
    old, new = write(bodies), write(others)
    files = index(old)
    try:
        words, earlier = amend_index(old, files, new)
    except PlacesUnknownError:
        return
    made = make_index(number_texts(new), (), words, earlier)
    told = {file.name: (file.key, file.make()) for file in made}
    assert {name: data for name, (_, data) in told.items()} == index(new)
    assert all(files[name] == data for name, (key, data) in told.items() if key is None)


@settings(max_examples=100)
@given(BODIES, st.data())
def test_an_edit_reads_only_what_holds_its_words(bodies: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(bodies) - 1))
    others = [*bodies[:place], f"{bodies[place]} oil", *bodies[place + 1 :]]
    files = index(write(bodies))
    asked: set[str] = set()

    class Watched(dict[str, bytes]):
        def __getitem__(self, name: str) -> bytes:
            asked.add(name)
            return super().__getitem__(name)

    try:
        amend_index(write(bodies), Watched(files), write(others))
    except PlacesUnknownError:
        return
    edited = set(read_text(write(others)[place]).words)
    for name in asked:
        assert edited & call_of(files[name])[1].keys(), name
