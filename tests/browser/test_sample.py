"""A reader walks through the sample archive in a real browser, from disk."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser


def luminance(colour: str) -> float:
    """Relative luminance of `rgb(…)`, as the Web Content Accessibility Guidelines define it."""
    channels = [int(number) / 255 for number in re.findall(r"\d+", colour)[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("width", [1280, 320])
def test_a_walk_from_the_index_without_javascript(sample: Path, visit, width: int) -> None:
    reader = visit(width=width)
    reader.open(sample / "index.html")
    assert reader.page.title() == "The Niger–US split"
    assert reader.overflow() == 0

    country = reader.follow("main a[href^='countries/']").rpartition("/")[2]
    assert country.endswith(".html")
    assert reader.overflow() == 0

    assert "/articles/" in reader.follow("main a[href*='articles/']")
    assert reader.overflow() == 0
    assert reader.page.locator(f"main a[href$='countries/{country}']").count() > 0

    assert "/people/" in reader.follow("main a[href*='people/']")
    assert reader.overflow() == 0
    person = reader.page.locator("h1").inner_text()
    assert person

    reader.follow(".nameplate a, header a[href$='index.html']")
    assert reader.follow("main a[href^='timelines/']").endswith("/timelines/niger-us-split.html")
    assert reader.overflow() == 0
    assert reader.page.locator("main time").count() > 5
    assert "/articles/" in reader.follow("main a[href*='articles/']")


def test_no_page_is_wider_than_a_small_phone(sample: Path, visit) -> None:
    reader = visit(width=320)
    too_wide = {}
    for path in sorted(sample.rglob("*.html")):
        # Made for a host, which shows it at any address: its links start at the host's root, where a disk has no style,
        # and the policy of all pages lets none stand in the page itself.
        if path.name == "404.html":
            continue
        reader.open(path)
        if extra := reader.overflow():
            too_wide[path.relative_to(sample).as_posix()] = extra
    assert too_wide == {}


@pytest.mark.parametrize("words", ["", "words that go on and on "], ids=["own", "long"])
def test_the_home_page_is_one_screen(sample: Path, visit, words: str) -> None:
    reader = visit(width=1280)
    reader.page.set_viewport_size({"width": 1280, "height": 900})
    reader.open(sample / "index.html")
    shown = "header .lead, .entry-headline a"
    if words:
        reader.page.eval_on_selector_all(shown, "(nodes, words) => nodes.forEach(n => n.prepend(words))", words * 20)
    parts = ".find, header .lead, .front-story, .front-latest, .front-page .tallies, .front-coverage"
    ends = reader.page.eval_on_selector_all(parts, "nodes => nodes.map(n => n.getBoundingClientRect().bottom)")
    assert len(ends) == 7
    assert max(ends) <= 900


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", ["index.html", "articles", "people", "countries", "timelines", "sources", "dates"])
def test_text_stands_out_by_day_and_by_night(sample: Path, visit, kind: str, dark: bool) -> None:
    path = sample / kind if kind.endswith(".html") else sorted((sample / kind).glob("*.html"))[0]
    reader = visit(dark=dark)
    reader.open(path)
    background = reader.style("body", "background-color")
    assert (luminance(background) < 0.2) == dark
    for selector in ("h1", "main p, main li", "main a", "footer a"):
        assert contrast(reader.style(selector, "color"), background) >= 4.5, selector


def test_an_article_marks_what_it_names(sample: Path, visit) -> None:
    reader = visit()
    marked = {"a[href*='people/']": 0, "a[href*='countries/']": 0, "time[datetime]": 0}
    for path in sorted((sample / "articles").glob("*.html")):
        reader.open(path)
        for selector in marked:
            marked[selector] += reader.page.locator(f"main {selector}").count()
    assert all(count > 20 for count in marked.values()), marked


def test_a_spelling_leads_to_the_word_in_its_article(sample: Path, visit) -> None:
    reader = visit(width=390)
    for row in range(2):
        reader.open(sample / "people" / "yunus-bek-yevkurov.html")
        spelling = reader.page.locator(".spellings tbody th").nth(row).inner_text()
        reader.page.locator(".spellings tbody tr").nth(row).locator(".seen a").first.click()
        marked = reader.page.locator(":target")
        assert spelling in marked.inner_text()
        assert marked.is_visible()
        assert reader.style(":target", "background-color") != reader.style("main", "background-color")


def test_the_keyboard_reaches_the_content_first(sample: Path, visit) -> None:
    reader = visit()
    reader.open(sample / "index.html")
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    assert reader.page.url.endswith("#content")


def test_print_has_no_navigation_and_fits_the_sheet(sample: Path, visit) -> None:
    reader = visit(width=700)
    reader.open(sorted((sample / "articles").glob("*.html"))[0])
    reader.page.emulate_media(media="print")
    assert not reader.page.locator("nav").first.is_visible()
    assert reader.page.locator("h1").is_visible()
    assert reader.overflow() == 0
