import json
from datetime import date, datetime

import pytest
from msgspec.structs import replace

from newsgen.lexicon import load_lexicon
from newsgen.pages import plan_pages
from newsgen.records.archive import EditorEvent
from pages_archive import HOSTED, SITE, WORDS, make_archive, make_article, plan, render_all
from rfc5545 import Day, InvalidCalendarError, read_calendar
from timelinejs import check_timelinejs

SENTENCE = "Niger, “Ada; Bo”\\ and <b>others</b> met at length, " + "é" * 60 + " on 15 May 2024."
CALENDAR, SLIDES = "data/timelines/story.ics", "data/timelines/story.timelinejs.json"


def make(*dates: str, **fields):
    sentences = [SENTENCE] + [f"Thing {n}." for n in range(1, len(dates))]
    reports = list(zip(sentences, dates, strict=True))
    return make_article("a", [" ".join(sentences)], headline="One, two", reports=reports, **fields)


def files(*dates: str, **fields) -> dict[str, str]:
    return render_all(plan(make(*dates, **fields), site=HOSTED))


def days(made: dict[str, str]) -> list[Day]:
    return read_calendar(made[CALENDAR].encode())[1]


def slides(made: dict[str, str]) -> list[dict]:
    data = json.loads(made[SLIDES])
    check_timelinejs(data)
    return data["events"]


def edit(archive, **fields) -> dict[str, str]:
    """The files of an archive whose only timeline the editor has changed."""
    (timeline,) = archive.timelines
    changed = replace(archive, timelines=(replace(timeline, **fields),))
    return render_all({page.path: page for page in plan_pages(changed, SITE, load_lexicon(), WORDS).pages})


def test_a_calendar_holds_the_days_and_nothing_coarser() -> None:
    made = files("2024-05-15", "2024-05", "2024-01-03~", "XXXX-05-15", "2024-05-15/2024-05-19")
    assert [(day.start, day.end) for day in days(made)] == [(date(2024, 5, 15), date(2024, 5, 16))]


def test_the_last_day_of_all_has_no_end() -> None:
    assert [(day.start, day.end) for day in days(files("9999-12-31"))] == [(date(9999, 12, 31), None)]


def test_texts_of_a_calendar_come_out_as_they_went_in() -> None:
    made = files("2024-05-15")
    head, (day,) = read_calendar(made[CALENDAR].encode())
    assert head["X-WR-CALNAME"] == "The story"
    assert day.description == f"{SENTENCE}\nOutlet not named"
    assert day.summary == "Niger, “Ada; Bo”\\ and <b>others</b> met at length…"
    assert day.url == "https://example.org/archive/timelines/story.html#event-2024-05-15"
    assert day.uid == "event-2024-05-15@story.newsgen"
    assert max(len(line.encode()) for line in made[CALENDAR].split("\r\n")) == 75


def test_the_stamp_is_the_day_of_the_latest_report_or_that_of_the_event() -> None:
    assert [day.stamp for day in days(files("2024-05-15"))] == [datetime(2024, 5, 15)]
    assert [day.stamp for day in days(files("2024-05-15", published="2024-05-17"))] == [datetime(2024, 5, 17)]


def test_what_was_announced_is_tentative() -> None:
    archive = make_archive(make("2024-05-15"))
    made = edit(replace(archive, events=(replace(archive.events[0], kind="announced"),)))
    assert [day.status for day in days(made)] == ["TENTATIVE"]
    assert [slide["display_date"] for slide in slides(made)] == ["15 May 2024 (announced)"]


def test_where_the_sentence_may_not_be_shown_no_headline_stands_for_it() -> None:
    made = files("2024-05-15", rights="metadata")
    (day,) = days(made)
    words = "Reported by an outlet whose text may not be shown here"
    assert (day.summary, day.description) == (words, f"{words}\nOutlet not named")
    assert [slide["text"]["headline"] for slide in slides(made)] == [words]


def test_the_editor_s_title_and_own_events_are_exported() -> None:
    own = EditorEvent(
        id="own-2024-05-14", date="2024-05-14", text="Own, text.", source="A <book>", url="https://x.org/a,b"
    )
    made = edit(make_archive(make("2024-05-15")), titles=((0, "A title"),), own=(own,))
    assert [(day.uid, day.summary) for day in days(made)] == [
        ("own-2024-05-14@story.newsgen", "Own, text."),
        ("event-2024-05-15@story.newsgen", "A title"),
    ]
    assert days(made)[0].description == "Own, text.\nA <book>, https://x.org/a,b"
    first, second = slides(made)
    assert first["text"] == {"headline": "Own, text.", "text": "Own, text. (A &lt;book&gt;, https://x.org/a,b)"}
    assert second["text"]["headline"] == "A title"
    data = json.loads(made["data/timelines/story.json"])["events"]
    assert [event["title"] for event in data] == [None, "A title"]
    assert data[0]["added"] == {"source": "A <book>", "url": "https://x.org/a,b"}
    assert (data[0]["reports"], data[1]["added"]) == ([], None)


def test_without_days_there_is_no_calendar_and_no_link_to_one() -> None:
    made = files("2024-05")
    assert CALENDAR not in made
    assert ".ics" not in made["timelines/story.html"]


def test_without_a_known_year_there_are_no_slides_and_no_link_to_them() -> None:
    made = files("XXXX-05-15")
    assert SLIDES not in made
    assert "timelinejs" not in made["timelines/story.html"]


def test_slides_are_as_precise_as_the_date() -> None:
    made = slides(files("2024-05-15", "2023-07~", "XXXX-05-15", "2022", "2024-05-15/2024-05-19", "2024-21", "202X"))
    assert [(slide["display_date"], slide["start_date"], slide.get("end_date")) for slide in made] == [
        ("the 2020s", {"year": 2020, "month": 1, "day": 1}, {"year": 2029, "month": 12, "day": 31}),
        ("2022", {"year": 2022}, None),
        ("about July 2023", {"year": 2023, "month": 7}, None),
        ("spring 2024", {"year": 2024, "month": 3, "day": 1}, {"year": 2024, "month": 5, "day": 31}),
        ("15–19 May 2024", {"year": 2024, "month": 5, "day": 15}, {"year": 2024, "month": 5, "day": 19}),
        ("15 May 2024", {"year": 2024, "month": 5, "day": 15}, None),
    ]


def test_a_slide_with_one_end_is_no_more_precise_than_that_end() -> None:
    made = slides(files("../2024-03", "2024-05/..", "2025-05-15/", "/2026", "203X/.."))
    assert [(slide["start_date"], "end_date" in slide) for slide in made] == [
        ({"year": 2024, "month": 3}, False),
        ({"year": 2024, "month": 5}, False),
        ({"year": 2025, "month": 5, "day": 15}, False),
        ({"year": 2026}, False),
        ({"year": 2030}, False),
    ]


def test_outlets_that_are_named_stand_in_front() -> None:
    told = {"reports": [(SENTENCE, "2024-05-15")]}
    bare, named = make_article("a", [SENTENCE], **told), make_article("b", [SENTENCE], source="Desk One", **told)
    made = render_all(plan(bare, named, site=HOSTED))
    assert days(made)[0].description.endswith("\nDesk One; Outlet not named")


def test_timelinejs_takes_its_texts_for_html_so_they_are_escaped() -> None:
    (slide,) = slides(files("2024-05-15"))
    assert slide["text"]["headline"].endswith("met at length…")
    assert slide["text"]["text"].endswith(" on 15 May 2024. (Outlet not named)")
    assert "&lt;b&gt;others&lt;/b&gt;" in slide["text"]["text"]


def test_the_data_tells_who_gives_which_date_and_how_many_texts_there_are() -> None:
    text = "It was a long day in the capital, and those who had waited for it went home late. " * 2
    articles = [make_article(name, [f"{text}It was."], reports=[("It was.", "2024-05-15")]) for name in "ab"]
    made = render_all(plan(*articles))
    (event,) = json.loads(made["data/timelines/story.json"])["events"]
    assert (event["independent_texts"], event["dates"]) == (1, [{"date": "2024-05-15", "articles": ["a", "b"]}])


GOOD = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20240515T000000Z\r\n"
    b"DTSTART;VALUE=DATE:20240515\r\nDTEND;VALUE=DATE:20240516\r\nSUMMARY:a\\, b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_the_reader_of_calendars_takes_a_right_one() -> None:
    assert read_calendar(GOOD)[1][0].summary == "a, b"
    assert read_calendar(GOOD.replace(b"a\\, b", b"a\\,\r\n  b"))[1][0].summary == "a, b"


@pytest.mark.parametrize(
    ("old", "new", "section"),
    [
        (b"\r\n", b"\n", "3.1"),
        (b"a\\, b", b"a" * 68, "3.1"),
        (b"a\\, b", b"\xc3\r\n \xa9", "3.1"),
        (b"a\\, b", b"a, b", "3.3.11"),
        (b"a\\, b", b"a\\x", "3.3.11"),
        (b"20240516", b"20240515", "3.8.2.2"),
        (b"DTSTART;VALUE=DATE:20240515", b"DTSTART:20240515", "3.2.20"),
        (b"20240515\r\nDTEND", b"20240532\r\nDTEND", "3.3.4"),
        (b"DTSTAMP:20240515T000000Z\r\n", b"", "3.6.1"),
        (b"000000Z", b"000000", "3.8.7.2"),
        (b"UID:a", b"UID:a\r\nUID:b", "3.6.1"),
        (b"VERSION:2.0\r\n", b"", "3.6"),
        (b"END:VEVENT\r\n", b"", "3.6"),
    ],
)
def test_the_reader_of_calendars_refuses_what_the_standard_forbids(old: bytes, new: bytes, section: str) -> None:
    assert old in GOOD
    with pytest.raises(InvalidCalendarError, match=rf"^{section}:"):
        read_calendar(GOOD.replace(old, new))
