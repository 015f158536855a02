"""Law: whatever happened and was reported when, all of the strip lies within its width and height."""

from hypothesis import given
from hypothesis import strategies as st

from newsgen.pages.scale import month_number, place_event
from newsgen.pages.strip import make_strip
from pages_archive import WORDS

years = st.integers(1, 9999) | st.integers(2015, 2025)
months = st.builds(lambda year, month: f"{year:04}-{month:02}", years, st.integers(1, 12))
crowded = st.sampled_from(["2024-05", "2024-06"])
dates = (
    st.tuples(crowded, st.just(True))
    | st.tuples(months, st.just(True))
    | st.tuples(st.builds("{:04}".format, years), st.just(False))
)
ROUNDING = 0.002


@given(
    st.lists(dates, max_size=60) | st.lists(st.tuples(crowded, st.just(True)), min_size=20, max_size=60),
    st.dictionaries(months, st.integers(1, 10_000), max_size=40),
)
def test_all_of_the_strip_lies_within_it(events: list[tuple[str, bool]], articles: dict[str, int]) -> None:
    """Fails if a span is not cut at the strip's edges, or the higher marks of a month stand above its top."""
    placed = [place_event(date, "day", "#y", month_known=known) for date, known in events]
    covered = {month_number(month) or 0: number for month, number in articles.items()}
    strip = make_strip(WORDS, [event for event in placed if event], covered, {})
    if strip is None:
        return
    assert 2 <= len(strip.columns) <= 72
    for part in (*strip.spans, *strip.silences, *strip.years):
        assert part.left >= 0
        assert part.width >= 0
        assert part.left + part.width <= 100 + ROUNDING
    assert all(strip.axis <= span.y < strip.coverage for span in strip.spans)
    for column in strip.columns:
        assert all(4 <= mark.y <= strip.axis - 4 for mark in column.marks)
        assert 0 <= column.events <= strip.axis
        assert 0 <= column.articles <= strip.foot - strip.coverage
