"""The switch between light and dark: by preference at first, then as the reader says, on every page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from browser.visits import Visit

pytestmark = pytest.mark.browser

PAPER = "getComputedStyle(document.body).backgroundColor"
COLOURS = """place => ["color", "fill", "backgroundColor", "textDecorationColor"].map(
    name => getComputedStyle(document.querySelector(place))[name]).join(" ")"""
LIGHT, DARK = "rgb(251, 249, 244)", "rgb(23, 22, 20)"


@pytest.mark.parametrize("dark", [False, True])
def test_what_the_reader_chooses_holds_on_every_page(sample: Path, visit: Callable[..., Visit], dark: bool) -> None:
    page = visit(javascript=True, dark=dark).page
    preferred, other = (DARK, LIGHT) if dark else (LIGHT, DARK)
    page.goto((sample / "index.html").as_uri())
    assert page.evaluate(PAPER) == preferred

    page.get_by_role("button", name="Light colours" if dark else "Dark colours").click()
    assert page.evaluate(PAPER) == other
    page.goto((sample / "people/index.html").as_uri())
    assert page.evaluate(PAPER) == other

    page.get_by_role("button", name="Dark colours" if dark else "Light colours").click()
    assert page.evaluate(PAPER) == preferred
    assert page.evaluate("localStorage.length") == 0, "who chose the system's colours follows the system again"


def test_without_script_there_is_no_switch(sample: Path, visit: Callable[..., Visit]) -> None:
    page = visit(dark=True).page
    page.goto((sample / "index.html").as_uri())
    assert page.get_by_role("button", name="colours").count() == 0


def test_a_choice_that_cannot_be_kept_holds_for_the_page(sample: Path, visit: Callable[..., Visit]) -> None:
    page = visit(javascript=True).page
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })")
    page.goto((sample / "index.html").as_uri())
    page.get_by_role("button", name="Dark colours").click()
    assert page.evaluate(PAPER) == DARK


def test_paper_is_printed_light(sample: Path, visit: Callable[..., Visit]) -> None:
    page = visit(javascript=True, dark=True).page
    page.goto((sample / "index.html").as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("dark", [False, True])
def test_one_line_of_a_theme_changes_links_charts_and_map(
    sample: Path, visit: Callable[..., Visit], dark: bool
) -> None:
    page = visit(javascript=True, dark=dark).page
    seen = {
        "timelines/niger-us-split.html": (".sections .current", ".strip circle.day", ".strip .articles", ".reports a"),
        "countries/index.html": (".map .level-1 path", ".map .level-4 path"),
        "dates/index.html": (".months .level-1", ".months .level-2"),
    }
    for path, places in seen.items():
        page.goto((sample / path).as_uri())
        before = [page.evaluate(COLOURS, place) for place in places]
        page.evaluate("document.documentElement.style.setProperty('--red', 'light-dark(#0b5345, #7dcea0)')")
        after = [page.evaluate(COLOURS, place) for place in places]
        assert [place for place, was, now in zip(places, before, after, strict=True) if was == now] == []
