import json

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
    assert ">Reported by Desk, whose text may not be shown here</p>" in files["timelines/story.html"]
    assert "#r-2" not in "".join(files.values())


@pytest.mark.parametrize(("rights", "free"), [("excerpt", FREE), ("metadata", None)])
def test_no_headline_stands_where_the_sentence_of_an_event_would(rights: str, free: str | None) -> None:
    files = build(rights)
    (article,) = map(json.loads, files["data/articles.jsonl"].splitlines())
    assert [event["text"] for event in article["events"]] == [free, None]
    timeline = json.loads(files["data/timelines/story.json"])
    assert [event["text"] for event in timeline["events"]] == [free, None]
    assert [report["sentence"] for event in timeline["events"] for report in event["reports"]] == [free, None]
    calendar, feed = files["data/timelines/story.ics"], files["timelines/story.xml"]
    assert "SUMMARY:A gate" not in calendar
    assert ": A gate<" not in feed
    assert calendar.count("SUMMARY:Reported by Desk\\, whose text") == (1 if free else 2)
    events = [
        entity["properties"]
        for line in files["data/entities.ftm.jsonl"].splitlines()
        if (entity := json.loads(line))["schema"] == "Event"
    ]
    assert [event.get("summary") for event in events] == [[free] if free else None, None]
    assert ["A gate"] not in [event["name"] for event in events]


def test_the_headline_is_only_the_link_to_a_report_that_may_not_be_shown() -> None:
    page = build("metadata")["timelines/story.html"]
    assert (
        page.count(">A gate<") == page.count('<a class="headline" href="../articles/a.html" dir="auto">A gate</a>') > 0
    )


def test_where_another_outlet_s_report_may_be_shown_its_sentence_stands() -> None:
    told = {"dates": {"3 May 2024": "2024-05-03"}, "reports": [(FREE, "2024-05-03")], "published": "2024-05-05"}
    closed = make_article("a", [FREE], headline="A closed gate", source="Desk", rights="metadata", **told)
    words = "Since 3 May 2024 the gate of Ghana is open."
    open_one = make_article("b", [words], source="Other", **{**told, "reports": [(words, "2024-05-03")]})
    files = render_all(plan(closed, open_one, site=HOSTED))
    (event,) = json.loads(files["data/timelines/story.json"])["events"]
    assert (event["text"], [report["sentence"] for report in event["reports"]]) == (words, [None, words])
    assert f">{words}</p>" in files["timelines/story.html"]
    assert "whose text may not be shown" not in files["timelines/story.html"]


def test_an_article_that_may_not_be_shown_lists_the_dates_of_what_it_reports() -> None:
    page = build("metadata")["articles/a.html"]
    tells = page.partition('<section class="tells"')[2].partition("</section>")[0]
    assert [date in tells for date in ("3 May 2024", "4 May 2024")] == [True, True]
    assert "only the dates" in tells
    assert "only the dates" not in build("full")["articles/a.html"]


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
    pages = plan_pages(archive, msgspec.structs.replace(HOSTED, indexed=site), load_lexicon(), WORDS).pages
    page = next(page for page in pages if page.path == "articles/a.html")
    assert ('<meta name="robots" content="noindex">' in make_renderer(ENGLISH).render(page).decode()) is asked
