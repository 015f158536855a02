from datetime import date

import pytest

from newsgen.edtf import bounds, contains, format_edtf, is_valid, month_key, parse, precision, sort_key

D = date.fromisoformat


@pytest.mark.parametrize(
    ("text", "first", "last", "grain", "month"),
    [
        ("2024-05-15", "2024-05-15", "2024-05-15", "day", "2024-05"),
        ("2024-02", "2024-02-01", "2024-02-29", "month", "2024-02"),
        ("2024-02-XX", "2024-02-01", "2024-02-29", "month", "2024-02"),
        ("2024", "2024-01-01", "2024-12-31", "year", "2024"),
        ("2024-XX", "2024-01-01", "2024-12-31", "year", "2024"),
        ("2024-01~", "2024-01-01", "2024-01-31", "month", "2024-01"),
        ("2024-21", "2024-03-01", "2024-05-31", "season", "2024"),
        ("2023-24", "2023-12-01", "2024-02-29", "season", "2023"),
        ("2024-35", "2024-07-01", "2024-09-30", "season", "2024"),
        ("199X", "1990-01-01", "1999-12-31", "decade", "undated"),
        ("19XX", "1900-01-01", "1999-12-31", "century", "undated"),
        ("2024-05-15/2024-05-19", "2024-05-15", "2024-05-19", "interval", "2024-05"),
        ("2024-05/2024-07", "2024-05-01", "2024-07-31", "interval", "2024"),
        ("2023/2024", "2023-01-01", "2024-12-31", "interval", "undated"),
    ],
)
def test_what_a_date_covers(text: str, first: str, last: str, grain: str, month: str) -> None:
    assert bounds(text) == (D(first), D(last))
    assert precision(text) == grain
    assert month_key(text) == month


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-07/..", "2023-07-01", None),
        ("2023-07/", "2023-07-01", None),
        ("../2023-07", None, "2023-07-31"),
        ("/2023-07", None, "2023-07-31"),
        ("XXXX-05-15", None, None),
        ("XXXX-02-29", None, None),
        ("XXXX", None, None),
    ],
)
def test_open_ends_have_no_bound(text: str, first: str | None, last: str | None) -> None:
    assert bounds(text) == (first and D(first), last and D(last))
    assert month_key(text) == "undated"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2023-02-30", "February 2023 has 28 days"),
        ("XXXX-02-30", "February has 29 days"),
        ("2024-04-31", "April 2024 has 30 days"),
        ("2024-13", "no month 13"),
        ("2024-00", "no month 00"),
        ("0000", "0001 to 9999"),
        ("2024-XX-15", "a day needs its month"),
        ("199X-05", "has no months"),
        ("2024-21-01", "a season has no days"),
        ("2024/2023", "ends before it begins"),
        ("/", "at least one end"),
        ("../..", "at least one end"),
        ("", "write it like"),
        ("yesterday", "write it like"),
        ("2024-5", "write it like"),
        ("24-05-15", "write it like"),
        ("2024-05-15T10:00", "write it like"),
        ("2024-05-15\n", "write it like"),
        ("٢٠٢٤", "write it like"),
        (" 2024", "write it like"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, reason: str) -> None:
    assert not is_valid(text)
    with pytest.raises(ValueError, match=reason):
        parse(text)


@pytest.mark.parametrize("text", ["2024-01~", "2024-01?", "2024%", "2023-07~/2024-01?", "../2024~"])
def test_qualifiers_are_kept_and_widen_nothing(text: str) -> None:
    assert format_edtf(parse(text)) == text
    assert bounds(text) == bounds(text.translate(dict.fromkeys(map(ord, "~?%"))))


@pytest.mark.parametrize(
    ("coarse", "fine"),
    [
        ("2024", "2024-05"),
        ("2024", "2024-24"),
        ("202X", "2024-24"),
        ("2024-05", "2024-05-15"),
        ("2024-05", "2024-05~"),
        ("2023-07/..", "2024"),
        ("../2023-07", "2021"),
        ("2023-07/..", "2024/.."),
        ("2023-07/", "2023-07-26"),
        ("2024-05-01/2024-05-31", "2024-05-15/2024-05-19"),
        ("XXXX-05-15", "XXXX-05-15"),
    ],
)
def test_a_coarser_date_contains_a_finer_one(coarse: str, fine: str) -> None:
    assert contains(coarse, fine)


@pytest.mark.parametrize(
    ("coarse", "fine"),
    [
        ("2024-05", "2024"),
        ("2024", "2023-24"),
        ("2024-05", "2024-06-01"),
        ("2023-07/", "2024"),
        ("/2023-07", "2021"),
        ("2023/2024", "2024/.."),
        ("XXXX-05", "XXXX-05-15"),
        ("2024", "XXXX-05-15"),
        ("XXXX", "2024"),
    ],
)
def test_and_nothing_else(coarse: str, fine: str) -> None:
    assert not contains(coarse, fine)


def test_order() -> None:
    ordered = [
        "../2019",
        "2023",
        "2023-07",
        "2023-07-26",
        "2023-07-27",
        "2023-08",
        "2024-01",
        "2024-01~",
        "XXXX-03",
        "XXXX-05-15",
        None,
    ]
    assert sorted(set(ordered), key=sort_key) == ordered


def test_undated() -> None:
    assert month_key(None) == "undated"
