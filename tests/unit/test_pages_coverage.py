"""Articles over time: bars on the home page, on pages of people and outlets; and the strip on the home page."""

import re

import pytest

from newsgen.pages.listings import LONGEST
from pages_archive import make_article, plan, render_all


def write(identity: str, published: str | None, **fields):
    return make_article(
        identity,
        ["Ada Tiani spoke in Niger."],
        people={"Ada Tiani": "ada-tiani"},
        countries={"Niger": "NE"},
        published=published,
        source="Desk One",
        **fields,
    )


def test_bars_are_as_high_as_their_months_have_articles() -> None:
    dates = ["2024-01-03", "2024-01-09", "2024-02", "2024-04-01", None, "2023"]
    drawn = plan(*(write(f"a{n}", date) for n, date in enumerate(dates)))["index.html"].shows.coverage
    assert [(bar.name, bar.period.href, bar.height) for bar in drawn.bars] == [
        ("January 2024: 2 articles", "dates/2024-01.html", 64),
        ("February 2024: 1 article", "dates/2024-02.html", 32),
        ("April 2024: 1 article", "dates/2024-04.html", 32),
    ]
    assert drawn.note == "Not shown: 2 articles of no known month."


def test_bars_of_a_long_time_are_years_and_lead_to_them() -> None:
    drawn = plan(*(write(f"a{year}", f"{year}-05-01") for year in range(1980, 2024)))["index.html"].shows.coverage
    assert drawn.unit == "year"
    assert drawn.bars[0].period.href == "dates/1980.html"
    assert 100 - drawn.width <= drawn.bars[-1].left < 100


def test_two_months_need_no_drawing() -> None:
    assert plan(write("a", "2024-01"), write("b", "2024-02"))["index.html"].shows.coverage is None


@pytest.mark.parametrize("page", ["people/ada-tiani.html", "sources/desk-one.html"])
def test_a_page_has_bars_or_the_calendar_of_its_listings(page: str) -> None:
    few = [write(f"a{n}", f"2024-{n:02}-01") for n in range(1, 5)]
    shows = plan(*few)[page].shows
    assert shows.coverage is not None
    assert shows.calendar is None
    assert not any(bar.period.href for bar in shows.coverage.bars)
    many = [write(f"b{n}", f"2024-{n % 12 + 1:02}-01") for n in range(LONGEST)]
    shows = plan(*few, *many)[page].shows
    assert shows.coverage is None
    assert shows.calendar.years[0].months[0].href.endswith("/2024-01.html")


def test_the_numbers_stand_in_a_table_too() -> None:
    html = render_all(plan(*(write(f"a{n}", f"2024-{n:02}-01") for n in range(1, 5))))["people/ada-tiani.html"]
    drawing = re.search(r'<figure class="coverage-chart">.*?</figure>', html, re.DOTALL)[0]
    assert 'role="img" aria-label="Articles by month, January–April 2024"' in drawing
    assert re.findall(r'<th scope="row"><span dir="auto">(.*?)</span></th><td>(.*?)</td>', drawing) == [
        ("January 2024", "1"),
        ("February 2024", "1"),
        ("March 2024", "1"),
        ("April 2024", "1"),
    ]


def test_the_strip_on_the_home_page_leads_into_the_timeline() -> None:
    articles = [
        write(f"a{n}", f"2024-{n:02}-09", reports=[("Ada Tiani spoke in Niger.", f"2024-{n:02}-01")]) for n in (2, 5)
    ]
    pages = plan(*articles)
    strip, own = pages["index.html"].shows.strip, pages["timelines/story.html"].shows.strip
    hrefs = [column.href for column in strip.columns if column.href]
    assert hrefs == ["timelines/story.html#m-2024-02", "timelines/story.html#m-2024-05"]
    assert [column.marks for column in strip.columns] == [column.marks for column in own.columns]
