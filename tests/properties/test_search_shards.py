"""Law: an edit of an article changes only the files that hold a word of it, as it was or as it is now.

Deliberate mistake that makes it fail: number the articles one after the other in `number_articles`, or let
`cut_shards` fill each file up to the limit whatever the words begin with.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsgen.search.assemble
import newsgen.search.earlier
from newsgen.search.words import list_words
from search_index import articles_of, call_of, entries, index, make_text

WORDS = st.lists(
    st.sampled_from([f"{a}{b}{c}" for a in "abc" for b in "aeiouy" for c in "klmn"] + ["尼日尔", "é", "con"]),
    max_size=12,
)
TEXTS = st.lists(WORDS.map(" ".join), min_size=1, max_size=8)


@pytest.fixture(autouse=True)
def small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newsgen.search.assemble, "LIMIT", 60)
    monkeypatch.setattr(newsgen.search.earlier, "LIMIT", 60)


def make(bodies: list[str]) -> dict[str, bytes]:
    return index([make_text(f"article-{number}", "Rain", body) for number, body in enumerate(bodies)])


@settings(max_examples=60)
@given(TEXTS, WORDS.map(" ".join), st.data())
def test_an_edit_changes_only_what_holds_its_words(bodies: list[str], body: str, data: st.DataObject) -> None:
    edited = data.draw(st.integers(0, len(bodies) - 1))
    before, after = make(bodies), make([*bodies[:edited], body, *bodies[edited + 1 :]])
    words = {*list_words(bodies[edited]), *list_words(body), "rain"}  # all words of a text weigh by its length
    for name in before.keys() | after.keys():
        if before.get(name) == after.get(name):
            continue
        if name.startswith(("words/", "places/")):
            assert held_near(name, before, after) & words, name
        else:
            assert name.startswith("texts/") or name == "index.js"


def held_near(name: str, before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """The words of a file; if it has come or gone, of all files into which a larger one was cut, or that became it."""
    sides = [
        dict(call_of(data) for file, data in files.items() if file.startswith(name[:6])) for files in (before, after)
    ]
    whole = call_of((before if name in before else after)[name])[0]
    if not (name in before and name in after):
        whole = min((place for side in sides for place in side if whole.startswith(place)), key=len)
        return {key for side in sides for place, held in side.items() if place.startswith(whole) for key in held}
    return {key for side in sides for key in side[whole]}


@settings(max_examples=40)
@given(TEXTS)
def test_the_files_together_hold_each_word_of_each_article(bodies: list[str]) -> None:
    files = make(bodies)
    assert set(entries(files, "words")) == {"rain"}.union(*map(list_words, bodies))
    for word in entries(files, "words"):
        own = {
            f"articles/article-{number}.html"
            for number, body in enumerate(bodies)
            if word in list_words(f"Rain {body}")
        }
        assert articles_of(files, word) == own


@settings(max_examples=20)
@given(TEXTS)
def test_the_order_of_articles_does_not_matter(bodies: list[str]) -> None:
    texts = [make_text(f"article-{number}", "Rain", body) for number, body in enumerate(bodies)]
    assert index(texts) == index(texts[::-1])
