from newsgen.pages.scale import Placed, month_number, place_event
from newsgen.pages.strip import make_strip, tell_silence
from pages_archive import WORDS


def month(text: str) -> int:
    number = month_number(text)
    assert number is not None
    return number


def place(date: str, *, month_known: bool = True) -> Placed:
    placed = place_event(date, "day", f"#{date}", month_known=month_known)
    assert placed is not None
    return placed


def draw(*dates: str, articles: dict[str, int] | None = None, links: dict[str, str] | None = None):
    return make_strip(
        WORDS,
        [place(date) for date in dates],
        {month(key): number for key, number in (articles or {}).items()},
        {month(key): href for key, href in (links or {}).items()},
    )


def test_a_column_stands_for_each_month_and_all_fill_the_width() -> None:
    strip = draw("2024-11-03", "2025-02", articles={"2025-01": 1})
    assert [column.name.partition(":")[0] for column in strip.columns] == [
        *("November 2024", "December 2024", "January 2025", "February 2025"),
    ]
    assert [(column.left, column.middle, column.letter) for column in strip.columns] == [
        *((0, 12.5, "November"), (25, 37.5, "December"), (50, 62.5, "January"), (75, 87.5, "February")),
    ]
    assert (strip.width, strip.name) == (25, "Events and articles by month, November 2024 – February 2025")


def test_of_many_months_only_the_first_letters_stand() -> None:
    assert "".join(column.letter for column in draw("2024-11-03", "2025-03").columns) == "NDJFM"
    assert {column.letter for column in draw("2021-01", "2024-05").columns} == {""}


def test_events_of_a_month_stand_above_each_other_and_off_the_axis() -> None:
    strip = draw("2024-05-01", "2024-05-02", "2024-05-03", "2024-06-01")
    heights = [mark.y for mark in strip.columns[0].marks]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 3
    assert all(4 <= y <= strip.axis - 4 for y in heights)


def test_very_many_events_of_a_month_become_a_bar() -> None:
    strip = draw(*["2024-05"] * 40, "2024-06")
    high, low = strip.columns
    assert (high.marks, low.marks) == ((), ())
    assert low.events < high.events < strip.axis


def test_bars_of_articles_are_as_high_as_there_are_articles() -> None:
    strip = draw("2024-05", articles={"2024-05": 4, "2024-06": 8, "2024-08": 1})
    heights = [column.articles for column in strip.columns]
    assert heights[1] == strip.foot - strip.coverage
    assert (heights[0] * 2, heights[2]) == (heights[1], 0)
    assert draw("2024-05", articles={"2024-05": 1000, "2024-06": 1}).columns[1].articles >= 2


def test_months_without_an_article_between_articles_are_a_silence() -> None:
    strip = draw("2024-01", "2024-12", articles={"2024-03": 1, "2024-05": 1, "2024-09": 1})
    assert [(label.left, label.width, label.text) for label in strip.silences] == [
        (41.667, 25, "no report for 3 months"),
    ]
    assert strip.note == "No report: June–August 2024."


def test_an_event_of_no_known_month_is_a_line_over_its_year() -> None:
    events = [
        place("2024-03-01"),
        place("2025-06-01"),
        place("2024", month_known=False),
        place("2024", month_known=False),
    ]
    strip = make_strip(WORDS, events, {}, {})
    (span,) = strip.spans
    assert (span.left, span.width, span.name) == (0, 62.5, "2024, month not known: 2 events")
    assert strip.coverage > span.y + 4


def test_an_event_of_another_year_stretches_the_strip_only_so_far_that_it_is_seen() -> None:
    strip = make_strip(WORDS, [place("2024-03-01"), place("2024-06-01"), place("2023", month_known=False)], {}, {})
    assert [column.letter for column in strip.columns] == list("DJFMAMJ")
    assert [(span.left, span.width) for span in strip.spans] == [(0, strip.width)]


def test_lines_that_overlap_stand_below_each_other() -> None:
    events = [place("2024-01-01"), place("2025-12-01"), place("2024/2025", month_known=False)]
    events += [place("2024", month_known=False), place("2025", month_known=False)]
    strip = make_strip(WORDS, events, {}, {})
    rows = {span.name.partition(",")[0]: span.y for span in strip.spans}
    assert rows["2024"] < rows["2024–2025"] < strip.coverage
    assert rows["2025"] == rows["2024"]


def test_a_long_story_has_quarters_or_years_for_columns() -> None:
    assert draw("2014-01", "2023-12").unit == "quarter"
    assert draw("2014-02", "2023-12").columns[0].name == "January–March 2014: 1 event, 0 articles"
    assert draw("1950", "2023").unit == "year"
    assert len(draw("0001-01", "2023-12").columns) <= 72


def test_an_old_event_that_reports_recall_does_not_stretch_the_strip() -> None:
    strip = draw("1960-08", "2024-05", articles={"2023-07": 1, "2024-06": 2})
    assert (strip.unit, strip.columns[0].name) == ("month", "July 2022: 0 events, 0 articles")
    assert strip.note.endswith("1 event earlier or later than the strip.")


def test_what_has_no_place_on_the_strip_is_told() -> None:
    events = [place("2024-03-01"), place("2024-05-01")]
    assert (
        make_strip(WORDS, events, {}, {}, placeless=(2, 1)).note
        == "Not shown: 2 events and 1 article of no known month."
    )
    assert make_strip(WORDS, events, {}, {}, placeless=(0, 2)).note == "Not shown: 2 articles of no known month."
    assert make_strip(WORDS, events, {}, {}).note == ""


def test_on_a_narrow_screen_a_long_strip_keeps_the_letters_of_its_quarters() -> None:
    strip = draw("2023-01", "2024-12")
    assert [column.letter for column in strip.columns if column.quarter] == list("JAJOJAJO")
    assert (strip.dense, draw("2023-01", "2024-02").dense) == (True, False)


def test_an_event_whose_time_reaches_beyond_the_strip_is_on_it() -> None:
    strip = make_strip(WORDS, [place("2024-05-15"), place("2024-06-15"), place("2024", month_known=False)], {}, {})
    assert [(span.left, span.width) for span in strip.spans] == [(0, 100)]
    assert strip.note == ""


def test_bars_of_few_columns_are_no_blocks() -> None:
    assert draw("2024-05-01", "2024-06-01").bar == 4
    assert draw("2023-01-01", "2024-12-01").bar < 2


def test_there_is_no_strip_of_a_single_month_or_of_nothing() -> None:
    assert draw("2024-05-01", "2024-05-31", articles={"2024-05": 3}) is None
    assert draw() is None


def test_years_are_labelled_where_they_begin_and_there_is_room() -> None:
    assert [(label.left, label.text) for label in draw("2023-12", "2024-12").years] == [(7.692, "2024")]
    assert [label.text for label in draw("2001", "2024").years] == ["2005", "2010", "2015", "2020"]


def test_undated_articles_have_no_month() -> None:
    assert month_number(None) is None
    assert month_number("2024") is None
    assert month_number("2024-05-31") == month_number("2024-05")


def test_a_silence_is_told_from_two_months_on() -> None:
    assert tell_silence(WORDS, "2023-11", "2024-01", "timeline.silent-events") == ""
    assert tell_silence(WORDS, "2023-10", "2024-01", "timeline.silent-events") == "2 months without an event"
    assert tell_silence(WORDS, None, "2024-01", "timeline.silent-events") == ""
