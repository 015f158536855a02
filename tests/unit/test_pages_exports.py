import json

from pages_archive import HOSTED, make_article, plan, render_all

SENTENCE = "Niger, “Ada; Bo”\\ and <b>others</b> met at length, " + "é" * 60 + " on 15 May 2024."


def files(*dates: str) -> dict[str, str]:
    sentences = [SENTENCE] + [f"Thing {n}." for n in range(1, len(dates))]
    article = make_article(
        "a", [" ".join(sentences)], headline="One, two", reports=list(zip(sentences, dates, strict=True))
    )
    return render_all(plan(article, site=HOSTED))


def unfold(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_a_calendar_holds_the_days_and_nothing_coarser() -> None:
    calendar = files("2024-05-15", "2024-05", "2024-01-03~", "XXXX-05-15", "2024-05-15/2024-05-19")[
        "data/timelines/story.ics"
    ]
    lines = unfold(calendar)
    assert [line for line in lines if line.startswith("DTSTART")] == ["DTSTART;VALUE=DATE:20240515"]
    assert "DTEND;VALUE=DATE:20240516" in lines
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])


def test_lines_are_folded_at_75_bytes_and_escaped() -> None:
    calendar = files("2024-05-15")["data/timelines/story.ics"]
    assert "\n" not in calendar.replace("\r\n", "")
    assert max(len(line.encode()) for line in calendar.split("\r\n")) == 75
    told = next(line for line in unfold(calendar) if line.startswith("DESCRIPTION:"))
    assert told.startswith("DESCRIPTION:Niger\\, “Ada\\; Bo”\\\\ and <b>others</b> met at length\\, ")
    assert told.endswith("\\nOutlet not named")


def test_a_short_title_is_the_sentence_cut_between_words_and_no_headline() -> None:
    made = files("2024-05-15")
    title = next(line for line in unfold(made["data/timelines/story.ics"]) if line.startswith("SUMMARY:"))
    assert title == "SUMMARY:Niger\\, “Ada\\; Bo”\\\\ and <b>others</b> met at length…"
    slide = json.loads(made["data/timelines/story.timelinejs.json"])["events"][0]["text"]
    assert slide["headline"].endswith("met at length…")
    assert slide["text"].endswith(" on 15 May 2024.\nOutlet not named")


def test_where_the_sentence_may_not_be_shown_the_headline_stands_for_it() -> None:
    article = make_article("a", [SENTENCE], headline="One", reports=[(SENTENCE, "2024-05-15")], rights="metadata")
    assert "\r\nSUMMARY:One\r\nDESCRIPTION:One\\nOutlet" in render_all(plan(article))["data/timelines/story.ics"]


def test_without_days_there_is_no_calendar_and_no_link_to_one() -> None:
    made = files("2024-05")
    assert "data/timelines/story.ics" not in made
    assert ".ics" not in made["timelines/story.html"]


def test_timelinejs_takes_its_texts_for_html_so_they_are_escaped() -> None:
    slides = json.loads(files("2024-05-15", "2023-07", "XXXX-05-15")["data/timelines/story.timelinejs.json"])["events"]
    assert [(slide["display_date"], slide["start_date"], slide.get("end_date")) for slide in slides] == [
        ("July 2023", {"year": 2023, "month": 7, "day": 1}, {"year": 2023, "month": 7, "day": 31}),
        ("15 May 2024", {"year": 2024, "month": 5, "day": 15}, None),
    ]
    assert "&lt;b&gt;others&lt;/b&gt;" in slides[1]["text"]["text"]
