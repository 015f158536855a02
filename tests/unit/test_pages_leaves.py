"""Very long articles: where they go on on a further page, and what stands there."""

import re

import pytest
from msgspec.structs import replace

from newsgen.index import articles
from newsgen.pages import leaves
from newsgen.pages.leaves import cut_article
from newsgen.records.site import ArticlePage
from pages_archive import HOSTED, make_article, plan, render_all

SENTENCES = [f"Ada Nkrumah, {n}, came on {n} May 2024." for n in range(1, 31)]


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaves, "LONGEST", 400)
    monkeypatch.setattr(articles, "LENGTHS", 100)
    monkeypatch.setattr(leaves, "_WHOLE", 120)


def write(paragraphs: list[str], **fields):
    return make_article(
        "a",
        paragraphs,
        people={"Ada Nkrumah": "ada"},
        countries={"Ghana": "GH", "France": "FR"},
        dates={"on 3 May 2024": "2024-05-03", "29 May 2024": "2024-05-29"},
        reports=[(sentence, f"2024-05-{n:02}") for n, sentence in enumerate(SENTENCES, start=1)],
        published="2024-06-01",
        **fields,
    )


def show(pages, path: str) -> ArticlePage:
    return pages[path].shows


def test_an_article_of_usual_length_has_one_page() -> None:
    (leaf,) = cut_article(make_article("a", SENTENCES[:5]))
    assert leaf == (1, 0, len(make_article("a", SENTENCES[:5]).reading.article.text), (0, leaf.received[1]), 1)
    pages = plan(make_article("a", SENTENCES[:5]))
    assert [path for path in pages if path.startswith("articles/")] == ["articles/a.html"]
    assert show(pages, "articles/a.html").part is None


def test_a_very_long_one_goes_on_between_paragraphs_and_headings_stay_with_theirs() -> None:
    article = write([*SENTENCES[:10], "## And then", *SENTENCES[10:]])
    text = article.reading.article.text
    starts = {part.start for part in article.reading.article.paragraphs}
    pages = cut_article(article)
    assert len(pages) == 3
    assert all(page.start in starts for page in pages[1:])
    assert not any(text[: page.start].rstrip().endswith("And then") for page in pages[1:])


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (" ".join(SENTENCES), r"May 2024\. $"),
        ("word and " * 200, r" $"),
        ("会谈将继续进行。" * 120, r"。$"),
        ("x" * 1500, r"x$"),
    ],
    ids=["sentences", "words", "Chinese", "one word"],
)
def test_a_very_long_paragraph_goes_on_where_a_sentence_or_word_ends(text: str, ends: str) -> None:
    article = make_article("a", [text])
    pages = cut_article(article)
    assert len(pages) > 2
    for page in pages[:-1]:
        assert re.search(ends, article.reading.article.text[: page.end])
        assert page.end - page.start < 600


def test_a_page_shows_what_its_part_of_the_text_names() -> None:
    france = write([*SENTENCES[:15], "Ghana and Ghana.", *SENTENCES[15:], "France."])
    pages = plan(france, site=HOSTED)
    first, last = show(pages, "articles/a.html"), show(pages, "articles/a/3.html")
    assert [country.ref.text for country in first.countries] == ["Ghana"]
    assert [country.ref.text for country in last.countries] == ["Ghana", "France"]
    assert [date.surface for date in first.dates] == ["on 3 May 2024"]
    assert [date.surface for date in last.dates] == ["29 May 2024"]
    assert (first.cite is None, last.cite is None) == (False, True)
    told = [event.text for number in ("", "/2", "/3") for event in show(pages, f"articles/a{number}.html").events]
    assert told == SENTENCES
    html = render_all(pages)
    assert "<h1>Headline of a</h1>" in html["articles/a.html"].replace(' dir="auto"', "")
    assert "Part 3 of 3</h1>" in html["articles/a/3.html"]
    assert '<a href="3.html" aria-current="page">3</a>' in html["articles/a/3.html"]
    assert '<a href="a/2.html" rel="next">' in html["articles/a.html"]
    assert 'href="../articles/a/3.html#r-30"' in html["timelines/story.html"]
    assert "<loc>https://example.org/archive/articles/a/3.html</loc>" in html["sitemap.xml"]


def test_a_short_text_in_a_very_long_clipping_is_not_cut_but_the_clipping_is() -> None:
    article = make_article("a", ["Ghana."])
    long = "".join(f"line {n}\n" for n in range(150))
    clipping = replace(article.clipping, text=long)
    parsed = article.reading.article
    (block,) = parsed.blocks
    parsed = replace(parsed, blocks=(replace(block, end=len(long)),))
    article = replace(article, clipping=clipping, reading=replace(article.reading, article=parsed))
    pages = plan(article)
    shown = [show(pages, f"articles/a{number}.html") for number in ("", "/2", "/3", "/4")]
    assert [bool(page.body) for page in shown] == [True, False, False, False]
    lines = [(line.number, line.text) for page in shown for line in page.received.lines]
    assert lines == [(n + 1, f"line {n}") for n in range(150)]
    assert "articles/a/5.html" not in pages


def test_of_an_excerpt_only_what_may_be_shown_counts() -> None:
    pages = plan(write(SENTENCES, rights="excerpt"))
    assert [path for path in pages if path.startswith("articles/")] == ["articles/a.html"]


def test_a_date_without_its_year_is_not_listed_beside_the_same_with_it() -> None:
    dates = {"3 May": "2024-05-03", "3 May 2024": "2024-05-03", "On Friday": "2024-05-03"}
    article = make_article("a", ["On Friday, the one for 3 May. It was 3 May 2024."], dates=dates)
    shown = show(plan(article), "articles/a.html").dates
    assert {date.surface for date in shown} == {"3 May 2024", "On Friday"}
