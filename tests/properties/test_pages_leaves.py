from collections.abc import Iterable, Iterator
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from newsgen.index import articles
from newsgen.pages import leaves
from newsgen.records.site import ArticlePage, Inline
from pages_archive import make_article, plan

SENTENCES = [f"Ama Owusu said “{n} is the number of it” in May {n}." for n in range(2001, 2013)]
PARAGRAPHS = st.lists(st.integers(1, 4), min_size=12, max_size=12).map(lambda sizes: list(_join(SENTENCES, sizes)))


def _join(told: list[str], sizes: list[int]) -> Iterator[str]:
    while told:
        size, *sizes = sizes
        yield " ".join(told[:size])
        told = told[size:]


def _flatten(pieces: Iterable[str | Inline]) -> Iterator[tuple[str, str]]:
    """Each text with the anchor of what it begins, if it has one."""
    for piece in pieces:
        if isinstance(piece, str):
            yield piece, ""
        else:
            yield "", piece.id
            yield from _flatten(piece.pieces)


@given(PARAGRAPHS, st.integers(40, 900), st.integers(20, 300))
def test_nothing_of_a_long_article_is_lost_or_told_twice(paragraphs: list[str], longest: int, whole: int) -> None:
    """Text, clipping and anchors stand once on the pages of an article, and links lead to the page that has the anchor;
    fails if all lead to the first page, or if a paragraph that goes on is shown whole on both."""
    article = make_article(
        "a",
        paragraphs,
        people={"Ama Owusu": "ama"},
        quotes=[sentence[sentence.index("“") : sentence.index("”") + 1] for sentence in SENTENCES],
        reports=[(sentence, sentence[-5:-1]) for sentence in SENTENCES],
    )
    small = patch.object(leaves, "LONGEST", longest), patch.object(leaves, "_WHOLE", whole)
    with small[0], small[1], patch.object(articles, "LENGTHS", 1):
        made = {path: page.shows for path, page in plan(article).items()}
    shown = {path: shows for path, shows in made.items() if isinstance(shows, ArticlePage)}
    flat = {
        path: [found for block in page.body for item in block.items for found in _flatten(item)]
        for path, page in shown.items()
    }
    body = "".join(text for found in flat.values() for text, _ in found)
    assert "".join(body.split()) == "".join(article.reading.article.body.split())
    clipping = "\n".join(line.text for page in shown.values() for line in page.received.lines if line.text)
    assert "".join(clipping.split()) == "".join(article.clipping.text.split())
    anchors = [anchor for found in flat.values() for _, anchor in found if anchor]
    assert len(anchors) == len(set(anchors)) == 2 * len(SENTENCES) + 1
    places = {(path.removeprefix("articles/"), anchor) for path, found in flat.items() for _, anchor in found}
    leads = [event.source.headline.href for event in _list_events(made["timelines/story.html"])]
    assert len(leads) == len(SENTENCES)
    assert {tuple(lead.removeprefix("../articles/").split("#")) for lead in leads} <= places


def _list_events(timeline):
    return [event for year in timeline.years for group in year.groups for event in group.events]
