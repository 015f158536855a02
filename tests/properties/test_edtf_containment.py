from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from newsgen.edtf import bounds, sort_key


def coarser(day: date) -> list[str]:
    """All coarser dates that hold the day, the finest first."""
    text = day.isoformat()
    return [text, text[:7], f"{text[:4]}-{33 + (day.month - 1) // 3}", text[:4], f"{text[:3]}X", f"{text[:2]}XX"]


def lies_within(fine: str, coarse: str) -> bool:
    """Whether the days of the one are days of the other."""
    (first, last), (begin, end) = bounds(coarse), bounds(fine)
    return first <= begin and end <= last  # type: ignore[operator]


@given(st.dates())
def test_a_finer_date_lies_within_the_coarser(day: date) -> None:
    """Fails, for example, if a decade ends with the year 8 of it."""
    chain = coarser(day)
    for place, fine in enumerate(chain):
        for coarse in chain[place:]:
            assert lies_within(fine, coarse)
            # The first century begins with the year 1: 00XX and 000X have the bounds of what is in them.
            assert not lies_within(coarse, fine) or bounds(coarse) == bounds(fine)


@given(st.dates(), st.dates())
def test_what_lies_within_is_sorted_behind(one: date, other: date) -> None:
    """Fails, for example, if the finer of two dates with one first day is sorted in front."""
    for coarse in coarser(one):
        for fine in coarser(other):
            if lies_within(fine, coarse) and bounds(fine) != bounds(coarse):
                assert sort_key(coarse) <= sort_key(fine)
