from hypothesis import given
from hypothesis import strategies as st

from newsgen.edtf import format_edtf, is_valid, parse

DAYS = st.dates().map(lambda day: day.isoformat())
MONTHS = DAYS.map(lambda day: day[:7])
POINTS = st.one_of(
    DAYS,
    MONTHS,
    MONTHS.map(lambda month: month + "-XX"),
    DAYS.map(lambda day: day[:4]),
    DAYS.map(lambda day: day[:4] + "-XX"),
    DAYS.map(lambda day: day[:3] + "X"),
    DAYS.map(lambda day: "XXXX" + day[4:]),
    st.tuples(DAYS, st.sampled_from(["21", "22", "23", "24", "33", "36"])).map(lambda p: f"{p[0][:4]}-{p[1]}"),
)
QUALIFIED = st.tuples(POINTS, st.sampled_from(["", "?", "~", "%"])).map("".join)
INTERVALS = st.tuples(QUALIFIED, st.sampled_from(["..", ""])).flatmap(
    lambda ends: st.sampled_from(["/".join(ends), "/".join(ends[::-1])])
)


@given(st.one_of(QUALIFIED, INTERVALS))
def test_a_date_prints_what_it_was_parsed_from(text: str) -> None:
    """Fails, for example, if the qualifier is printed between month and day."""
    assert format_edtf(parse(text)) == text


NEARLY = st.from_regex(r"[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?", fullmatch=True)


@given(st.one_of(NEARLY, st.tuples(NEARLY, NEARLY).map("/".join), st.text(alphabet="0129X-/.~?%", max_size=22)))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    """Fails, for example, if a month is reckoned with before it is checked (month 20 raises IndexError)."""
    if is_valid(text):
        assert format_edtf(parse(text)) == text
