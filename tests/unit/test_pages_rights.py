import msgspec
import pytest

from newsgen.lexicon import load_lexicon
from newsgen.pages import plan_pages
from pages_archive import ENGLISH, HOSTED, WORDS, make_archive, make_article, make_renderer, plan, render_all

FREE = "Ghana opened its gate on 3 May 2024."
SECRET = "Zanzibarsecret said on 4 May 2024 that all was well."


def build(rights: str) -> dict[str, str]:
    article = make_article(
        "a",
        [FREE, SECRET],
        headline="A gate",
        countries={"Ghana": "GH"},
        dates={"3 May 2024": "2024-05-03", "4 May 2024": "2024-05-04"},
        reports=[(FREE, "2024-05-03"), (SECRET, "2024-05-04")],
        quotes=["all was well"],
        captions=("Zanzibarsecret in a picture",),
        notices=("Zanzibarsecret reserved",),
        standfirst="Zanzibarsecret in short",
        published="2024-05-05",
        source="Desk",
        rights=rights,
        url="https://example.org/original",
    )
    return render_all(plan(article, site=HOSTED))


def find(files: dict[str, str], words: str) -> set[str]:
    return {path for path, text in files.items() if words in text}


def test_full_rights_show_everything() -> None:
    assert {"articles/a.html", "data/articles.jsonl", "timelines/story.html"} <= find(build("full"), "Zanzibarsecret")


@pytest.mark.parametrize("rights", ["excerpt", "metadata"])
def test_what_may_not_be_shown_is_in_no_file(rights: str) -> None:
    files = build(rights)
    assert find(files, "Zanzibarsecret") == set()
    assert find(files, "all was well") == set()
    assert "As received" not in files["articles/a.html"]
    assert 'href="https://example.org/original"' in files["articles/a.html"]
    assert ">A gate</p>" in files["timelines/story.html"]
    assert "#r-2" not in "".join(files.values())


def test_an_excerpt_ends_with_the_first_paragraph() -> None:
    files = build("excerpt")
    assert {"articles/a.html", "data/articles.jsonl", "timelines/story.html", "feed.xml"} <= find(
        files, "opened its gate"
    )


def test_of_metadata_no_sentence_is_shown() -> None:
    assert find(build("metadata"), "opened its gate") == set()


@pytest.mark.parametrize(
    ("rights", "site", "outlet", "asked"),
    [
        ("full", False, None, True),
        ("full", True, None, False),
        ("full", False, True, False),
        ("full", True, False, True),
        ("excerpt", False, None, False),
        ("metadata", False, False, False),
    ],
)
def test_full_texts_ask_not_to_be_listed_unless_that_is_allowed(
    rights: str, site: bool, outlet: bool | None, asked: bool
) -> None:
    archive = make_archive(make_article("a", [FREE], source="Desk", rights=rights))
    sources = tuple(msgspec.structs.replace(entry, indexed=outlet) for entry in archive.sources)
    archive = msgspec.structs.replace(archive, sources=sources)
    pages = plan_pages(archive, msgspec.structs.replace(HOSTED, indexed=site), load_lexicon(), WORDS)
    page = next(page for page in pages if page.path == "articles/a.html")
    assert ('<meta name="robots" content="noindex">' in make_renderer(ENGLISH).render(page).decode()) is asked
