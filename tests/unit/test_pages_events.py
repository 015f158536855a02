import json
import re

import pytest
from msgspec.structs import replace

from newsgen.lexicon import load_lexicon
from newsgen.pages import events, plan_pages
from newsgen.pages.reports import is_less_exact
from newsgen.records.archive import EditorEvent
from newsgen.records.entities import EventDate, EventFigure
from newsgen.records.reasons import because
from pages_archive import SITE, WORDS, make_archive, make_article, plan, render_all


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
    order = re.findall(r"<h2 [^>]*>([^<]*)<|<h3 [^>]*>([^<]*)<|<p class=\"event-date\"><[^>]*>([^<]*)<", html)
    shown = [next(filter(None, found)) for found in order]
    assert shown[:3] == ["2023", "July", "July 2023"]
    assert shown[3:8] == ["2024", "2024", "January", "about January 2024", "March"]
    assert shown[8:] == ["spring 2024", "May", "15–19 May 2024", "15 May 2024", "Year unknown", "1 May, year unknown"]


def test_an_event_stands_once_and_cites_all_who_report_it() -> None:
    files = render_all(plan(tell("a", "2024-05-15", source="Desk One"), tell("b", "2024-05-15", published="2024-06")))
    html = files["timelines/story.html"]
    assert html.count('id="event-2024-05-15"') == 1
    assert told_by(html) == [
        ("Outlet not named, June 2024: Headline of b", "../articles/b.html#r-1"),
        ("Desk One, undated: Headline of a", "../articles/a.html#r-1"),
    ]


def told_by(html: str) -> list[tuple[str, str]]:
    """Each report as its line says, with the place to which it leads."""
    lines = re.findall(r'<p class="told-by">(.*?)</p>', html)
    return [(re.sub("<.*?>", "", line), re.findall('href="(.*?)"', line)[0]) for line in lines]


def test_reports_stand_oldest_first_and_the_clearest_in_brief() -> None:
    told = {"a": "2024-06", "b": None, "c": "2024-05-20"}
    articles = [tell(name, "2024-05-15", source="Desk", published=date) for name, date in told.items()]
    html = render_all(plan(*articles))["timelines/story.html"]
    assert [href for _, href in told_by(html)] == [f"../articles/{name}.html#r-1" for name in "cab"]
    (brief,) = re.findall(r'<p class="reports">(.*?)</p>', html)
    assert re.sub("<.*?>", "", brief) == "Desk, June 2024: Headline of a"
    assert "<summary>3 independent reports: Desk</summary>" in html


def test_an_article_that_tells_it_twice_is_one_report_of_two_sentences() -> None:
    article = make_article(
        "a", ["It was. It surely was."], reports=[("It was.", "2024-05-15"), ("It surely was.", "2024-05-15")]
    )
    html = render_all(plan(article))[PAGE]
    assert [href for _, href in told_by(html)] == ["../articles/a.html#r-1"]
    told = html.partition('<ol class="told">')[2].partition("</ol>")[0]
    assert re.findall(r'<p class="told-text" dir="auto"><a href="(.*?)">(.*?)</a>', told) == [
        ("../articles/a.html#r-1", "It was."),
        ("../articles/a.html#r-2", "It surely was."),
    ]
    assert told.count("<li>") == 1
    assert "<summary>The report word for word</summary>" in html


@pytest.mark.parametrize(("sentences", "shown"), [(4, 4), (5, 3), (9, 3)])
def test_of_a_report_in_many_sentences_the_first_stand_and_lead_to_the_others(sentences: int, shown: int) -> None:
    files = render_all(plan(tell("a", *["2024-05-15"] * sentences)))
    for page in (PAGE, "countries/niger.html"):
        told = files[page].partition('<ol class="told">')[2].partition("</ol>")[0]
        assert re.findall(r'<p class="told-text" dir="auto"><a href="[^"]*#(.*?)"', told) == [
            f"r-{number + 1}" for number in range(shown)
        ]
        rest = [(f"r-{shown + 1}", f"{sentences - shown} more sentences in the article")] if shown < sentences else []
        assert re.findall(r'<p class="told-more"><a href="[^"]*#(.*?)" dir="auto">(.*?)</a>', told) == rest


def test_of_many_reports_pages_show_some_and_lead_to_the_others() -> None:
    articles = [tell(name, "2024-05-15") for name in "abcdefghijkl"]
    files = render_all(plan(*articles))
    page = files["countries/niger.html"]
    assert len(told_by(page)) == 10
    link = '<a href="../timelines/story/event-2024-05-15.html" dir="auto">and 2 more reports</a>'
    assert f'<p class="told-more">{link}</p>' in page
    assert len(told_by(files[PAGE])) == 10
    assert '<a href="story/event-2024-05-15.html" dir="auto">and 2 more reports</a>' in files[PAGE]
    assert len(told_by(files["timelines/story/event-2024-05-15.html"])) == 12


@pytest.mark.parametrize(
    ("outlets", "words"),
    [
        ("ab", "Desk a and Desk b"),
        ("abcd", "Desk a, Desk b, Desk c and Desk d"),
        ("abcde", "Desk a, Desk b, Desk c and 2 more"),
    ],
)
def test_the_summary_names_the_first_outlets(outlets: str, words: str) -> None:
    articles = [tell(name, "2024-05-15", source=f"Desk {name}") for name in outlets]
    assert f"<summary>{len(outlets)} independent reports: {words}</summary>" in render_all(plan(*articles))[PAGE]


@pytest.mark.parametrize(
    ("date", "words"),
    [("2024-05", " (less exactly: May 2024)"), ("2024-05-16", " (gives 16 May 2024)"), ("2024-05-15", "")],
)
def test_a_less_exact_date_is_no_other_date(date: str, words: str) -> None:
    articles = [tell("a", "2024-05-15"), tell("b", "2024-05-15")]
    (event,) = make_archive(*articles).events
    first, second = event.reports
    html = edit(*articles, events={"reports": (first, replace(second, date=date))})[PAGE]
    assert told_by(html)[1][0] == f"Outlet not named, undated: Headline of b{words}"


def test_a_card_shows_what_most_report() -> None:
    common = [tell(name, "2024-05-15") for name in "ab"]
    rare = [tell(name, f"2024-06-{n:02}") for n, name in enumerate("cdefghij", start=1)]
    html = render_all(plan(*common, *rare))["timelines/index.html"].partition("<main")[2]
    assert html.count('<li class="event') == 6
    assert "Thing 0 of a in Niger." in html
    assert "Thing 0 of c in Niger." not in html
    assert "All 9 entries of this timeline" in html
    assert '<a href="story.html#event-2024-05-15" dir="auto">and 1 more report</a>' in html
    assert html.count("articles/") == 6


def test_an_empty_timeline_says_so() -> None:
    files = render_all(plan(make_article("a", ["Text."])))
    for path in ("timelines/story.html", "index.html"):
        assert "No article in this archive reports a dated event of this timeline." in files[path]


def test_the_page_of_a_country_does_not_name_it_under_its_own_events() -> None:
    files = render_all(plan(tell("a", "2024-05-15")))
    assert '<ul class="names">' not in files["countries/niger.html"]
    assert '<li><a href="../countries/niger.html" dir="auto">Niger</a></li>' in files["timelines/story.html"]


def edit(*articles, timeline: dict | None = None, events: dict | None = None) -> dict[str, str]:
    """The files of an archive of which an editor or resolution has changed the timeline or the first event."""
    archive = make_archive(*articles)
    (made,) = archive.timelines
    first, *others = archive.events
    changed = replace(
        archive,
        events=(replace(first, **events or {}), *others),
        timelines=(replace(made, **timeline or {}),),
    )
    return render_all({page.path: page for page in plan_pages(changed, SITE, load_lexicon(), WORDS).pages})


PAGE, REPORTED = "timelines/story.html", "timelines/story/reported.html"


def test_each_report_stands_word_for_word_with_the_reason_why_it_is_of_the_event() -> None:
    articles = [
        make_article("a", ["It was."], reports=[("It was.", "2024-05-15")], source="Desk One", published="2024-05-16"),
        make_article("b", ["So it was."], reports=[("So it was.", "2024-05-15")], source="Desk Two"),
    ]
    (event,) = make_archive(*articles).events
    first, second = event.reports
    why = replace(
        second,
        date="2024-05",
        like=0,
        evidence=(because("reason.same-day"), because("reason.both-name", named=("NE",))),
    )
    html = edit(*articles, events={"reports": (first, why)})[PAGE]
    assert "<summary>2 independent reports: Desk One and Desk Two</summary>" in html
    told = html.partition('<ol class="told">')[2].partition("</ol>")[0]
    assert told_by(told) == [
        ("Desk One, 16 May 2024: Headline of a", "../articles/a.html#r-1"),
        ("Desk Two, undated: Headline of b (less exactly: May 2024)", "../articles/b.html#r-1"),
    ]
    assert re.findall(r'<p class="told-text" dir="auto"><a href=".*?">(.*?)</a></p>', told) == ["It was.", "So it was."]
    assert '<p class="told-why">Why here: same day, both name Niger.</p>' in told
    assert "Reports give different" not in html


def test_articles_with_the_same_text_count_as_one() -> None:
    text = "It was a long day in the capital, and those who had waited for it went home late. " * 2
    same = [make_article(name, [f"{text}It was."], reports=[("It was.", "2024-05-15")]) for name in "abc"]
    html = render_all(plan(*same, tell("d", "2024-05-15")))[PAGE]
    assert "<summary>4 reports in 2 independent texts: outlet not named</summary>" in html
    assert "<summary>3 reports of the same text: outlet not named</summary>" in render_all(plan(*same))[PAGE]


def test_dates_and_numbers_that_do_not_agree_stand_side_by_side() -> None:
    articles = [tell("a", "2024-05-15", source="Desk One"), tell("b", "2024-05-15"), tell("c", "2024-05-15")]
    dates = (EventDate(date="2024-05-15", reports=(0, 2)), EventDate(date="2024-05-16", reports=(1,)))
    figures = (
        EventFigure(unit="killed", value=12, reports=(0,)),
        EventFigure(unit="killed", value=1400, reports=(1, 2)),
        EventFigure(unit="lorries", value=3, reports=(1,)),
        EventFigure(unit="lorries", value=4, reports=(2,)),
    )
    files = edit(*articles, events={"dates": dates, "figures": figures})
    first, second, third = (part.partition("</dl>")[0] for part in files[PAGE].split('<div class="differ">')[1:])
    assert "Reports give different dates<" in first
    assert re.findall(r"<dt>(.*?)</dt>|articles/(.)", first) == [
        *(("15 May 2024", ""), ("", "a"), ("", "c"), ("16 May 2024", ""), ("", "b")),
    ]
    assert "Reports give different numbers<" in second
    assert re.findall(r"<dt>(.*?)</dt>", second) == ["12 killed", "1,400 killed"]
    assert re.findall(r"<dt>(.*?)</dt>|articles/(.)", third) == [
        ("3 lorries", ""),
        ("", "b"),
        ("4 lorries", ""),
        ("", "c"),
    ]
    data = json.loads(files["data/timelines/story.json"])["events"][0]["figures"]
    assert data[1] == {"unit": "killed", "value": 1400, "articles": ["b", "c"]}


def test_the_editor_s_title_stands_for_the_sentence_which_is_told_below() -> None:
    files = edit(tell("a", "2024-05-15"), timeline={"titles": ((0, "A <title>"),)})
    for path in (PAGE, "index.html", "timelines/index.html"):
        assert '<p class="event-text by-editor" dir="auto">A &lt;title&gt;</p>' in files[path]
    assert (
        '<p class="told-text" dir="auto"><a href="../articles/a.html#r-1">Thing 0 of a in Niger.</a></p>' in files[PAGE]
    )
    assert "A &lt;title&gt;" in files[REPORTED]


def test_the_editor_s_own_event_says_so_and_leads_to_its_source() -> None:
    own = (
        EditorEvent(id="own-2024-05-14", date="2024-05-14", text="Own.", people=("Ann Other",), countries=("NE", "CU")),
        EditorEvent(
            id="own-2024-06", date="2024-06", text="More.", source="A book", url="https://example.org/?a=1&b=2"
        ),
        EditorEvent(id="own-2024-07", date="2024-07", text="Last.", url="https://example.org/"),
    )
    files = edit(tell("a", "2024-05-15"), timeline={"own": own})
    html = files[PAGE]
    order = re.findall(r'<li class="event [a-z]*" id="(.*?)">', html)
    assert order == ["own-2024-05-14", "event-2024-05-15", "own-2024-06", "own-2024-07"]
    first = html.partition('id="own-2024-05-14"')[2].partition('</li>\n<li class="event')[0]
    assert '<span dir="auto">Ann Other</span>' in first
    assert '<span dir="auto">Cuba</span>' in first
    assert "Added by the editor.</p>" in first
    link = '<a href="https://example.org/?a=1&amp;b=2" rel="external nofollow noopener noreferrer">A book</a>'
    assert f"Added by the editor, from {link}." in html
    assert ">https://example.org/</a>." in html
    assert "Own." not in files[REPORTED]


def test_a_timeline_of_the_editor_s_own_events_only() -> None:
    own = EditorEvent(id="own-2024", date="2024", text="Own.")
    files = edit(tell("a", "2024-05-15"), timeline={"own": (own,), "events": ()})
    assert REPORTED not in files
    assert "As it was reported" not in files[PAGE]
    assert "Own." in files[PAGE]


def test_what_was_announced_and_not_reported_since_stands_open() -> None:
    files = edit(tell("a", "2024-05-15"), events={"kind": "announced"})
    assert '<p class="outcome">Announced, not reported to have happened.</p>' in files[PAGE]
    assert '<span class="label">announced</span> for <time' in files[REPORTED]
    assert "; not reported to have happened" in files[REPORTED]


@pytest.mark.parametrize(
    ("given", "date", "less"),
    [
        ("2024-05", "2024-05-15", True),
        ("2024-05~", "2024-05-15", True),
        ("XXXX-05-15", "2024-05-15", True),
        ("XXXX-05", "2024-05-15", True),
        ("XXXX-05-16", "2024-05-15", False),
        ("XXXX-02-29", "2023-02-28", False),
        ("2023-05", "2024-05-15", False),
        ("2024-05-15", "2024-05", False),
    ],
)
def test_a_coarser_date_says_the_same_less_exactly(given: str, date: str, *, less: bool) -> None:
    assert is_less_exact(given, date) is less


def test_an_article_tells_what_became_of_what_it_announces() -> None:
    articles = [tell("a", "2024-05-15"), tell("b", "2024-05-15")]
    reading = articles[1].reading
    announced = replace(reading.reports[0], kind="announced")
    articles[1] = replace(articles[1], reading=replace(reading, reports=(announced,)))
    page = render_all(plan(*articles))["articles/b.html"]
    assert '<p class="note">Reported to have happened: 15 May 2024.</p>' in page
    assert "Not reported to have happened." in render_all(plan(articles[1]))["articles/b.html"]


def test_what_was_announced_and_then_happened_stands_with_its_announcements() -> None:
    articles = [
        tell("a", "2024-05-15", published="2024-05-16"),
        tell("b", "2024-05-15", published="2024-05-02", source="Desk Two"),
    ]
    (event,) = make_archive(*articles).events
    happened, announced = event.reports
    html = edit(*articles, events={"reports": (happened, replace(announced, kind="announced"))})[PAGE]
    line = html.partition("Announced before: ")[2].partition("</p>")[0]
    assert line == '<a href="../articles/b.html#r-1" dir="auto">Desk Two, 2 May 2024</a>'
    assert "Open:" not in html


def test_a_silence_is_told_between_two_months() -> None:
    html = render_all(plan(tell("a", "2024-01-15", "2024-03-01", "2024-06-15", "2024-07")))[PAGE]
    assert re.findall(r'<p class="gap">(.*?)</p>\n<h3 id="(.*?)">', html) == [
        ("2 months without an event", "m-2024-06")
    ]


def test_as_it_was_reported_each_event_stands_at_its_first_report() -> None:
    files = render_all(
        plan(
            tell("a", "2024-05-15", source="Desk One", published="2024-05-16"),
            tell("b", "2024-05-15", published="2024-09-01", source="Desk Two"),
            tell("c", "2024-01-02", "2024-06", published="2024-09-02"),
            tell("d", "2024-02-02"),
        )
    )
    html = files[REPORTED]
    order = re.findall(r'<h2 id="(.*?)">|<h3 id="(.*?)">|<a href="\.\./story\.html#(event.*?)"', html)
    assert [next(filter(None, found)) for found in order] == [
        *("y-2024", "m-2024-05", "event-2024-05-15", "m-2024-09", "event-2024-01-02", "event-2024-06"),
        *("y-undated", "event-2024-02-02"),
    ]
    notes = re.findall(r'<p class="event-when">(.*?)</p>', html)
    plain = [re.sub(r"<.*?>", "", note) for note in notes]
    assert plain == [
        "Happened 15 May 2024, reported the next day; 1 more report, the last on 1 September 2024",
        "Happened 2 January 2024, reported 8 months later",
        "Happened June 2024",
        "Happened 2 February 2024",
    ]
    link = '<a class="headline" href="../../articles/a.html#r-1" dir="auto">Headline of a</a>'
    assert f'<span dir="auto">Desk One</span>: {link}' in html
    assert "3 months without news of a further event" in html


def test_the_two_orders_lead_to_each_other() -> None:
    files = render_all(plan(tell("a", "2024-05-15")))
    assert '<a href="story/reported.html">As it was reported</a>' in files[PAGE]
    assert '<a href="../story.html">As it happened</a>' in files[REPORTED]


def test_marks_of_the_strip_lead_into_the_list() -> None:
    files = render_all(plan(tell("a", "2024-05-15", "2024-05-16", "2024-08", "2024", published="2024-06-02")))
    html = files[PAGE]
    links = re.findall(r'<a href="#(.*?)" aria-label="(.*?)">', html.partition("<svg")[2].partition("</svg>")[0])
    assert links == [
        ("m-2024-05", "May 2024: 2 events, 0 articles"),
        ("m-2024-08", "August 2024: 1 event, 0 articles"),
        ("y-2024", "2024, month not known: 1 event"),
    ]
    assert all(f'id="{anchor}"' in html for anchor, _ in links)
    other = files[REPORTED]
    strip = other.partition("<svg")[2].partition("</svg>")[0]
    assert re.findall(r'<a href="(.*?)"', strip) == ["#m-2024-06", "../story.html#y-2024"]


def test_the_strip_stands_as_a_table_too() -> None:
    article = tell("a", "2024-05-15", "2024-10-16", published="2024-05-16")
    html = render_all(plan(article, tell("b", "2024-10-16", published="2024-10-17")))[PAGE]
    table = html.partition("<tbody>")[2].partition("</tbody>")[0]
    rows = re.findall(r'<th scope="row"><.*?>(.*?)</.*?></th><td>(.*?)</td><td>(.*?)</td>', table)
    assert rows == [("May 2024", "1", "1"), ("June–September 2024", "0", "0"), ("October 2024", "1", "1")]
    assert "No report: June–September 2024." in html


def test_the_page_of_a_country_shows_what_happened_before_what_was_announced(monkeypatch) -> None:
    monkeypatch.setattr(events, "MOST", 3)
    sentences = {f"Ghana opened road {n} in 200{n}.": f"200{n}" for n in range(1, 5)}
    article = make_article("a", list(sentences), countries={"Ghana": "GH"}, reports=list(sentences.items()))
    planned = {"2003", "2004"}
    reports = tuple(
        replace(report, kind="announced" if report.date in planned else "happened")
        for report in article.reading.reports
    )
    html = render_all(plan(replace(article, reading=replace(article.reading, reports=reports))))["countries/ghana.html"]
    told = html.partition('<ol class="spine">')[2].partition("</section>")[0]
    assert re.findall(r"<h3>(.*?)</h3>|event-text\"[^>]*>.*?(road \d)", told) == [
        ("", "road 2"),
        ("", "road 1"),
        ("Announced", ""),
        ("", "road 4"),
    ]
