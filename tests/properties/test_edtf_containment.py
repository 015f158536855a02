from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from newsgen.edtf import bounds, contains, sort_key


def coarser(day: date) -> list[str]:
    """All coarser dates that hold the day, the finest first."""
    text = day.isoformat()
    return [text, text[:7], f"{text[:4]}-{33 + (day.month - 1) // 3}", text[:4], f"{text[:3]}X", f"{text[:2]}XX"]


@given(st.dates())
def test_a_coarser_date_contains_the_finer(day: date) -> None:
    """Fails, for example, if a decade ends with the year 8 of it."""
    chain = coarser(day)
    for place, fine in enumerate(chain):
        for coarse in chain[place:]:
            assert contains(coarse, fine)
        for finer in chain[:place]:
            # The first century begins with the year 1: 00XX and 000X have the bounds of what is in them.
            assert not contains(finer, fine) or bounds(finer) == bounds(fine)


@given(st.dates(), st.dates())
def test_what_is_contained_is_sorted_behind_and_lies_within(one: date, other: date) -> None:
    """Fails, for example, if the finer of two dates with one first day is sorted in front."""
    for coarse in coarser(one):
        for fine in coarser(other):
            if coarse != fine and contains(coarse, fine):
                assert sort_key(coarse) <= sort_key(fine)
                outer, inner = bounds(coarse), bounds(fine)
                assert outer[0] <= inner[0] <= inner[1] <= outer[1]  # type: ignore[operator]
