import gzip
import hashlib
import re
from datetime import date, timedelta
from posixpath import dirname, join, normpath

import pytest
from msgspec.structs import replace

from newsgen.lexicon import load_lexicon
from newsgen.pages import parts, plan_pages
from newsgen.pages.parts import LONGEST, part_by_time
from pages_archive import SITE, WORDS, make_archive, make_article, plan, render_all

_HEAVIEST = 150_000
"""Bytes of a page, packed."""


def tell_days(identity: str, days: int, *, first: date = date(2020, 1, 1), **fields):
    """An article that tells an event of each day."""
    dates = [(first + timedelta(days=number)).isoformat() for number in range(days)]
    sentences = [f"Thing {number} happened on the border of Niger at dawn." for number in range(days)]
    reports = list(zip(sentences, dates, strict=True))
    return make_article(identity, [" ".join(sentences)], countries={"Niger": "NE"}, reports=reports, **fields)


@pytest.fixture(scope="module")
def long_site() -> dict[str, str]:
    """A timeline of 2,000 events in which every month of 2020 has very many."""
    return render_all(plan(tell_days("a", 2000, published="2026-01-02"), tell_days("b", 300, published="2026-02-03")))


def test_what_fits_on_a_page_is_not_parted() -> None:
    assert part_by_time([("2024", "2024-05", "", LONGEST - 1), ("", "", "", 1)]) == ["", ""]


def test_years_are_parts_of_a_full_year_its_months_and_of_a_full_month_its_days() -> None:
    places = [
        ("2023", "2023-05", "2023-05-15", LONGEST),
        ("2024", "2024-05", "2024-05-15", LONGEST),
        ("2024", "2024-05", "", 1),
        ("2024", "2024-06", "2024-06-15", 1),
        ("2024", "", "", 1),
        ("", "", "", 1),
    ]
    assert part_by_time(places) == ["2023", "2024-05-15", "2024-05", "2024-06", "2024", "unknown"]


def test_of_a_month_in_which_very_much_happened_each_day_has_a_page_and_is_led_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parts, "LONGEST", 20)
    files = render_all(plan(tell_days("a", 45, first=date(2024, 5, 1), published="2024-07-01")))
    assert {path for path in files if path.startswith("timelines/story/2024")} == {
        *(f"timelines/story/2024-05-{day:02}.html" for day in range(1, 32)),
        "timelines/story/2024-06.html",
    }
    html = files["timelines/story.html"]
    leads = re.findall(r'<p class="more"><a href="(story/[^"]*)" dir="auto">(.*?)</a>', html)
    assert leads[0] == ("story/2024-05-01.html#m-2024-05", "1 May 2024: The entry, with its reports")
    assert leads[-1] == ("story/2024-06.html#m-2024-06", "All 14 entries, with their reports")
    assert len(leads) == 32
    assert files["timelines/story/2024-05-03.html"].count('<li class="event') == 1


def test_each_event_of_a_long_timeline_has_its_place_once(long_site: dict[str, str]) -> None:
    pages = [html for path, html in long_site.items() if re.fullmatch(r"timelines/story/20\d\d(-\d\d)*\.html", path)]
    ids = [found for html in pages for found in re.findall(r'id="(event-[^"]*)"', html)]
    assert len(pages) > 5
    assert len(ids) == len(set(ids)) == 2000


def test_the_page_of_a_long_timeline_leads_to_all_months(long_site: dict[str, str]) -> None:
    html = long_site["timelines/story.html"]
    assert "The 100 most reported of 2,000 entries stand here" in html
    assert html.count('<li class="event') == 100
    months = re.findall(r'<h3 id="(m-[^"]*)"', html)
    assert len(months) == 66
    leads = re.findall(r'<p class="more"><a href="story/[\d-]+\.html#(m-[^"]*)"', html)
    assert leads == months


def test_parts_lead_to_those_beside_them(long_site: dict[str, str]) -> None:
    html = long_site["timelines/story/2022.html"]
    assert re.findall(r'<li>(Earlier|Later): <a href="([^"]*)"', html) == [
        ("Earlier", "2021.html"),
        ("Later", "2023.html"),
    ]


def test_in_the_order_of_reports_a_long_timeline_has_its_parts_too(long_site: dict[str, str]) -> None:
    assert long_site["timelines/story/reported.html"].count('<li class="event') == 100
    assert long_site["timelines/story/reported/2026-01-02.html"].count('<li class="event') == 2000


def test_every_link_of_a_long_timeline_has_its_place(long_site: dict[str, str]) -> None:
    broken = []
    for page, html in long_site.items():
        if page.endswith(".html") and page != "404.html":
            for path, anchor in re.findall(r'href="([^":#]*)(?:#([^"]*))?"', html):
                there = normpath(join(dirname(page), path)) if path else page
                if there.endswith(".html") and (there not in long_site or not _has(long_site[there], anchor)):
                    broken.append((page, there, anchor))
    assert broken == []


def _has(html: str, anchor: str) -> bool:
    return not anchor or f'id="{anchor}"' in html


def test_no_page_of_a_long_timeline_is_heavy(long_site: dict[str, str]) -> None:
    sizes = {path: len(gzip.compress(html.encode())) for path, html in long_site.items() if path.endswith(".html")}
    assert {path: size for path, size in sizes.items() if size > _HEAVIEST} == {}


def test_an_article_that_tells_each_event_in_very_many_sentences_makes_no_heavy_page() -> None:
    days = [f"2024-05-{day:02}" for day in range(1, 29)]
    reports = [
        (f"On {day} {hashlib.sha256(f'{day} {number}'.encode()).hexdigest()}.", day)
        for day in days
        for number in range(150)
    ]
    told = make_article("a", [sentence for sentence, _ in reports], countries={"On": "NE"}, reports=reports)
    files = render_all(plan(told))
    sizes = {path: len(gzip.compress(html.encode())) for path, html in files.items() if path.endswith(".html")}
    assert {path: size for path, size in sizes.items() if size > _HEAVIEST} == {}


def test_a_part_holds_only_so_many_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LONGEST", 13)
    days = {f"2024-05-0{day}": [f"Thing {n} of day {day}." for n in range(5)] for day in (1, 2, 3)}
    told = make_article(
        "a",
        [" ".join(sentence for told in days.values() for sentence in told)],
        reports=[(s, day) for day in days for s in days[day]],
    )
    assert "timelines/story/2024.html" not in render_all(plan(told))
    monkeypatch.setattr(parts, "LONGEST", 11)
    assert "timelines/story/2024-05-02.html" in render_all(plan(told))


def test_of_very_many_reports_the_clearest_and_each_outlet_stand_before_reprints() -> None:
    told = [
        make_article(
            f"w{number:02}",
            ["Thing 0 happened in Niger."],
            countries={"Niger": "NE"},
            reports=[("Thing 0 happened in Niger.", "2024-05-15")],
            published=f"2024-06-{number + 1:02}",
            source="Desk One" if number < 15 else f"Desk {number}",
        )
        for number in range(18)
    ]
    archive = make_archive(*told)
    (event, *others) = archive.events
    archive = replace(archive, events=(replace(event, clearest=12), *others))
    pages = plan_pages(archive, SITE, load_lexicon(), WORDS).pages
    html = render_all({page.path: page for page in pages})["timelines/story.html"]
    shown = re.findall(r'told-by">.*?articles/(w\d\d)\.html', html)
    assert shown == ["w00", "w01", "w02", "w03", "w04", "w05", "w12", "w15", "w16", "w17"]
