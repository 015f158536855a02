import xml.etree.ElementTree as ET

from newsgen.pages import sitemaps
from pages_archive import HOSTED, make_article, plan, render_all

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "https://example.org/archive/"


def files(*articles) -> dict[str, str]:
    return render_all(plan(*articles, site=HOSTED))


def read_changes(made: dict[str, str]) -> dict[str, str | None]:
    """`lastmod` of each page, by path."""
    return {
        url.findtext(f"{SITEMAP}loc").removeprefix(BASE): url.findtext(f"{SITEMAP}lastmod")
        for url in ET.fromstring(made["sitemap.xml"]).iter(f"{SITEMAP}url")
    }


def test_the_sitemap_names_every_page_but_the_one_for_missing_pages() -> None:
    made = files(make_article("a", ["Text."]))
    named = {element.text for element in ET.fromstring(made["sitemap.xml"]).iter() if element.tag.endswith("loc")}
    pages = {path for path in made if path.endswith(".html")} - {"404.html"}
    assert named == {BASE if path == "index.html" else BASE + path for path in pages}
    assert made["robots.txt"] == f"User-agent: *\nAllow: /\nSitemap: {BASE}sitemap.xml\n"


def test_a_sitemap_that_would_be_too_long_is_parted(monkeypatch) -> None:
    monkeypatch.setattr(sitemaps, "FULLEST", 5)
    made = files(make_article("a", ["Text."]))
    parts = [element.text for element in ET.fromstring(made["sitemap.xml"]).iter() if element.tag.endswith("loc")]
    assert parts == [f"{BASE}sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    assert all(part.removeprefix(BASE) in made for part in parts)


def test_a_page_changed_on_the_day_of_the_newest_article_that_it_shows() -> None:
    told = "Ghana opened it in May."
    changed = read_changes(
        files(
            make_article("a", [told], countries={"Ghana": "GH"}, published="2024-05-15", reports=[(told, "2024-05")]),
            make_article("b", ["Ghana."], countries={"Ghana": "GH"}, published="2024-05-02", source="Desk"),
            make_article("c", ["Niger."], countries={"Niger": "NE"}, published="2024-06"),
        )
    )
    assert changed["articles/a.html"] == changed[""] == "2024-05-15"
    assert changed["dates/2024-05.html"] == changed["dates/2024.html"] == "2024-05-15"
    assert changed["countries/ghana.html"] == changed["countries/ghana/2024-05.html"] == "2024-05-15"
    assert changed["timelines/story.html"] == changed["timelines/story/reported.html"] == "2024-05-15"
    assert changed["sources/desk.html"] == "2024-05-02"


def test_of_what_is_not_known_to_the_day_it_says_nothing() -> None:
    dates = ("2024-06", "2024", "2024-05-15~", "2024-05-15?", "XXXX-05-15", "2024-05-01/2024-05-03", None)
    changed = read_changes(files(*(make_article(f"a{n}", ["Text."], published=date) for n, date in enumerate(dates))))
    assert {f"articles/a{n}.html" for n in range(len(dates))} <= set(changed)
    assert set(changed.values()) == {None}


def test_an_inferred_day_is_no_day_of_change() -> None:
    changed = read_changes(files(make_article("a", ["Text."], published="2024-05-15", published_inferred=True)))
    assert set(changed.values()) == {None}
