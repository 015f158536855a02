import json
import xml.etree.ElementTree as ET

from msgspec.structs import replace

from newsgen.lexicon import load_lexicon
from newsgen.pages import plan_pages
from pages_archive import HOSTED, WORDS, make_archive, make_article, plan, render_all

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://example.org/archive/"


def files(*articles) -> dict[str, str]:
    return render_all(plan(*articles, site=HOSTED))


def test_a_feed_has_all_that_atom_asks_for() -> None:
    made = files(
        make_article("a", ["Ada & “Bo” <met>."], headline="A <b> & c", published="2024-05-15", source="Desk"),
        make_article("b", ["Text."], published="2024-06", byline="Cy Diallo"),
        make_article("c", ["Nobody knows when."]),
    )
    feed = ET.fromstring(made["feed.xml"])
    assert feed.findtext(f"{ATOM}updated") == "2024-06-01T00:00:00Z"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Sample archive"
    entries = [
        (entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}updated"))
        for entry in feed.iter(f"{ATOM}entry")
    ]
    assert entries == [
        (f"{BASE}articles/b.html", "Headline of b", "2024-06-01T00:00:00Z"),
        (f"{BASE}articles/a.html", "A <b> & c", "2024-05-15T00:00:00Z"),
    ]
    assert [entry.findtext(f"{ATOM}author/{ATOM}name") for entry in feed.iter(f"{ATOM}entry")] == ["Cy Diallo", "Desk"]


def test_the_json_feed_says_the_same() -> None:
    feed = json.loads(files(make_article("a", ["Text."], published="2024-05-15"))["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [(item["id"], item["date_published"], item["content_text"]) for item in feed["items"]] == [
        (f"{BASE}articles/a.html", "2024-05-15T00:00:00Z", "Text.")
    ]


def test_both_feeds_lead_to_the_original_where_it_is_known() -> None:
    made = files(
        make_article("a", ["Text."], published="2024-05-15", url="https://desk.example/a?b=1&c=2"),
        make_article("b", ["Text."], published="2024-05-14", url="javascript:alert(1)"),
    )
    links = [
        [(link.get("rel"), link.get("href")) for link in entry.iter(f"{ATOM}link")]
        for entry in ET.fromstring(made["feed.xml"]).iter(f"{ATOM}entry")
    ]
    assert links == [
        [("alternate", f"{BASE}articles/a.html"), ("via", "https://desk.example/a?b=1&c=2")],
        [("alternate", f"{BASE}articles/b.html")],
    ]
    items = json.loads(made["feed.json"])["items"]
    assert [item.get("external_url") for item in items] == ["https://desk.example/a?b=1&c=2", None]


def test_feeds_mark_a_date_that_was_inferred() -> None:
    told = "It began in 2023."
    made = files(
        make_article("a", ["Text."], published="2024-05-15", published_inferred=True),
        make_article("b", [told], published="2024-05-14", reports=[(told, "2023")]),
    )
    marks = [
        [(mark.get("term"), mark.get("label")) for mark in entry.iter(f"{ATOM}category")]
        for entry in ET.fromstring(made["feed.xml"]).iter(f"{ATOM}entry")
    ]
    assert marks == [[("date-inferred", "inferred")], []]
    assert [item.get("tags") for item in json.loads(made["feed.json"])["items"]] == [["inferred"], None]


def test_an_event_s_entry_marks_its_moment_if_every_report_of_that_day_is_dated_by_inference() -> None:
    told = "It began in 2023."

    def feed_of(*inferred: bool) -> list[str | None]:
        articles = (
            make_article(f"a{n}", [told], published="2024-05-15", published_inferred=guess, reports=[(told, "2023")])
            for n, guess in enumerate(inferred)
        )
        feed = ET.fromstring(files(*articles)["timelines/story.xml"])
        return [mark.get("label") for mark in feed.iter(f"{ATOM}category")]

    assert feed_of(True, True) == ["inferred"]
    assert feed_of(True, False) == []


def test_what_has_no_known_year_has_no_feed_and_no_link_to_one() -> None:
    made = files(make_article("a", ["Niger."], countries={"Niger": "NE"}, published="XXXX-05-15"))
    assert not any(path.endswith("feed.xml") or path == "countries/niger.xml" for path in made)
    assert not any("application/atom+xml" in text for text in made.values())


def test_every_page_that_names_a_feed_has_one() -> None:
    made = files(make_article("a", ["Niger."], countries={"Niger": "NE"}, published="2024", source="Desk"))
    naming = {path for path, text in made.items() if 'type="application/atom+xml"' in text and path.endswith(".html")}
    assert naming == {"index.html", "countries/niger.html", "sources/desk.html"}
    assert {"feed.xml", "countries/niger.xml", "sources/desk.xml"} <= set(made)


def test_a_timeline_s_feed_is_of_its_events() -> None:
    article = make_article("a", ["It began in 2023."], reports=[("It began in 2023.", "2023")], published="2024-05-15")
    feed = ET.fromstring(files(article)["timelines/story.xml"])
    entry = feed.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "2023: It began in 2023."
    assert entry.findtext(f"{ATOM}id") == f"{BASE}timelines/story.html#event-2023"
    assert entry.findtext(f"{ATOM}updated") == "2024-05-15T00:00:00Z"


def test_a_timeline_s_feed_has_the_editor_s_titles() -> None:
    article = make_article("a", ["It began in 2023."], reports=[("It began in 2023.", "2023")], published="2024-05-15")
    archive = make_archive(article)
    titled = replace(archive, timelines=(replace(archive.timelines[0], titles=((0, "A beginning"),)),))
    made = render_all({page.path: page for page in plan_pages(titled, HOSTED, load_lexicon(), WORDS).pages})
    entry = ET.fromstring(made["timelines/story.xml"]).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "2023: A beginning"
    assert entry.findtext(f"{ATOM}summary") == "It began in 2023."
