import re

import msgspec

from newsgen.lexicon import load_lexicon
from newsgen.pages import plan_pages
from pages_archive import SITE, make_archive, make_article, plan, render_all


def tell(identity: str, *dates: str, **fields):
    sentences = [f"Thing {n} of {identity} in Niger." for n in range(len(dates))]
    return make_article(
        identity,
        [" ".join(sentences)],
        countries={"Niger": "NE"},
        reports=list(zip(sentences, dates, strict=True)),
        **fields,
    )


def test_a_timeline_stands_in_order_under_years_and_months() -> None:
    article = tell("a", "2024-05-15", "2023-07", "2024", "2024-05-15/2024-05-19", "2024-01~", "XXXX-05-01", "2024-21")
    html = render_all(plan(article))["timelines/story.html"]
    order = re.findall(r"<h2 [^>]*>([^<]*)<|<h3>([^<]*)<|<p class=\"event-date\"><[^>]*>([^<]*)<", html)
    shown = [next(filter(None, found)) for found in order]
    assert shown[:3] == ["2023", "July", "July 2023"]
    assert shown[3:8] == ["2024", "2024", "January", "about January 2024", "March"]
    assert shown[8:] == ["spring 2024", "May", "15–19 May 2024", "15 May 2024", "Year unknown", "1 May, year unknown"]


def test_an_event_stands_once_and_cites_all_who_report_it() -> None:
    files = render_all(plan(tell("a", "2024-05-15", source="Desk One"), tell("b", "2024-05-15", published="2024-06")))
    html = files["timelines/story.html"]
    assert html.count('id="event-2024-05-15"') == 1
    outlets = re.findall(r'<li><span dir="auto">(.*?)</span>:\n<a href="(.*?)" title=".*?">(?:<.*?>)?(.*?)<', html)
    assert outlets == [
        ("Outlet not named", "../articles/b.html#r-1", "June 2024"),
        ("Desk One", "../articles/a.html#r-1", "undated"),
    ]


def test_reports_of_one_outlet_stand_together_and_oldest_first() -> None:
    told = {"a": "2024-06", "b": None, "c": "2024-05-20"}
    articles = [tell(name, "2024-05-15", source="Desk", published=date) for name, date in told.items()]
    html = render_all(plan(*articles))["timelines/story.html"]
    assert html.count('<span dir="auto">Desk</span>') == 1
    assert re.findall(r'href="\.\./articles/(.)\.html#r-1"', html) == ["c", "a", "b"]


def test_a_card_shows_what_most_report() -> None:
    common = [tell(name, "2024-05-15") for name in "ab"]
    rare = [tell(name, f"2024-06-{n:02}") for n, name in enumerate("cdefghij", start=1)]
    html = render_all(plan(*common, *rare))["index.html"].partition("Latest articles")[0]
    assert html.count('<li class="event') == 6
    assert "Thing 0 of a in Niger." in html
    assert "Thing 0 of c in Niger." not in html
    assert "All 9 entries of this timeline" in html
    assert '<a href="timelines/story.html#event-2024-05-15">and 1 more report</a>' in html
    assert html.count("articles/") == 6


def test_an_empty_timeline_says_so() -> None:
    files = render_all(plan(make_article("a", ["Text."])))
    for path in ("timelines/story.html", "index.html"):
        assert "No article in this archive reports a dated event of this timeline." in files[path]


def test_the_page_of_a_country_does_not_name_it_under_its_own_events() -> None:
    files = render_all(plan(tell("a", "2024-05-15")))
    assert '<ul class="names">' not in files["countries/niger.html"]
    assert '<li><a href="../countries/niger.html" dir="auto">Niger</a></li>' in files["timelines/story.html"]


def test_each_report_stands_with_the_reason_why_it_is_of_the_event() -> None:
    articles = [
        make_article("a", ["It was."], reports=[("It was.", "2024-05-15")], source="Desk One", published="2024-05-16"),
        make_article("b", ["So it was."], reports=[("So it was.", "2024-05-15")], source="Desk Two"),
    ]
    archive = make_archive(*articles)
    (event,) = archive.events
    first, second = event.reports
    why = msgspec.structs.replace(second, like=0, evidence=("same day", "both name Niger"))
    told = msgspec.structs.replace(event, reports=(first, why))
    pages = plan_pages(msgspec.structs.replace(archive, events=(told,)), SITE, load_lexicon())
    html = render_all({page.path: page for page in pages})["timelines/story.html"]
    assert "<li>Desk Two, undated: same day, both name Niger</li>" in html
