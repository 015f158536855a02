"""The map on the index of countries, and the locator and figures of each country's page."""

import re

import pytest

from newsgen.pages.maps import choose_steps
from pages_archive import make_article, plan, render_all


def write(identity: str, *codes: str, **fields):
    names = {"NE": "Niger", "SG": "Singapore", "RU": "Russia", "UM": "Outliers", "FR": "France"}
    text = " ".join(f"{names[code]} spoke." for code in codes)
    return make_article(identity, [text], countries={names[code]: code for code in codes}, **fields)


def draw(*articles):
    return plan(*articles)["countries/index.html"].shows.map


def test_every_country_of_the_map_leads_to_its_page_and_says_its_numbers() -> None:
    drawn = draw(write("a", "NE", "RU"), write("b", "NE"))
    niger = next(place for place in drawn.places if place.href == "niger.html")
    assert niger.name == "Niger: 2 articles, 0 about it"
    html = render_all(plan(write("a", "NE", "RU")))["countries/index.html"]
    assert html.count("<path ") == 2
    assert '<image href="../static/world.svg"' in html


def test_a_small_country_is_marked_and_stands_above_the_large_ones() -> None:
    places = draw(write("a", "SG", "NE", "RU")).places
    assert [place.href for place in places] == ["russia.html", "niger.html", "singapore.html"]
    assert [place.marked for place in places] == [False, False, True]


def test_a_country_that_the_atlas_lacks_is_listed_only() -> None:
    page = plan(write("a", "UM", "NE"))["countries/index.html"].shows
    assert [row.ref.text for row in page.rows] == ["Niger", "U.S. Outlying Islands"]
    assert [place.href for place in page.map.places] == ["niger.html"]
    assert draw(write("a", "UM")) is None
    assert plan(write("a", "UM"))["countries/us-outlying-islands.html"].shows.locator is None


@pytest.mark.parametrize(
    ("most", "steps"), [(1, (1,)), (2, (1, 2)), (8, (1, 2, 5)), (37, (1, 2, 5, 10)), (13_000, (1, 10, 100, 1000))]
)
def test_steps_are_round_and_reach_the_most(most: int, steps: tuple[int, ...]) -> None:
    assert choose_steps(most) == steps


def test_the_legend_has_each_shade_and_the_most_named_is_the_darkest() -> None:
    drawn = draw(*(write(f"a{n}", "NE", *(["RU"] if n < 3 else []), *(["FR"] if n < 1 else [])) for n in range(8)))
    assert [(level.level, level.text) for level in drawn.levels] == [(2, "1"), (3, "2–4"), (4, "5–8")]
    assert {place.href: place.level for place in drawn.places} == {
        "niger.html": 4,
        "russia.html": 3,
        "france.html": 2,
    }


@pytest.mark.parametrize(("code", "page", "ringed"), [("NE", "niger", False), ("SG", "singapore", True)])
def test_a_locator_shows_its_country_within_the_map(code: str, page: str, ringed: bool) -> None:
    locator = plan(write("a", code))[f"countries/{page}.html"].shows.locator
    left, top, width, height = map(int, locator.view.split())
    assert left <= locator.x <= left + width
    assert top <= locator.y <= top + height
    assert 0 <= left <= left + width <= locator.width
    assert 0 <= top <= top + height <= locator.height
    assert bool(locator.ring) is ringed


def test_a_locator_is_for_the_eye_only() -> None:
    html = render_all(plan(write("a", "NE")))["countries/niger.html"]
    assert re.search(r'<svg class="locator" viewBox="[0-9 ]+" aria-hidden="true">', html)


def test_figures_count_and_tell_from_when_to_when() -> None:
    page = plan(
        write("a", "NE", published="2024-05-01"),
        write("b", "NE", published="2023-02"),
        write("c", "NE", published="XXXX-12-23"),
        write("d", "NE"),
    )["countries/niger.html"].shows
    assert [(figure.label, figure.value.text, figure.value.href) for figure in page.figures] == [
        ("Articles", "4", ""),
        ("First", "February 2023", "../articles/b.html"),
        ("Latest", "1 May 2024", "../articles/a.html"),
    ]


def test_one_day_stands_once() -> None:
    page = plan(write("a", "NE", published="2024-05-01"), write("b", "NE", published="2024-05-01"))
    figures = page["countries/niger.html"].shows.figures
    assert [figure.label for figure in figures] == ["Articles", "Published"]
