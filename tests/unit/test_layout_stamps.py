"""Stamps: which lines are dates, and which dates they are."""

import pytest

from newsgen.layout.stamps import Stamp, read_stamp, read_value
from newsgen.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("12 March 2024 14:05 GMT", "2024-03-12"),
        ("March 12, 2024", "2024-03-12"),
        ("Mar. 12", "XXXX-03-12"),
        ("May 2024", "2024-05"),
        ("1er mars 2024", "2024-03-01"),
        ("mar. 12 mars 2024", "2024-03-12"),
        ("vendredi 7 juin 2024 à 8 h 30", "2024-06-07"),
        ("12 de marzo de 2024", "2024-03-12"),
        ("2024-03-18T14:05:00.000Z", "2024-03-18"),
        ("2024-03-18 14:05", "2024-03-18"),
        ("2024/3/8", "2024-03-08"),
        ("Fri, 07 Jun 2024 08:00:00 +0000", "2024-06-07"),
        ("25/03/2024", "2024-03-25"),
        ("03/25/24", "2024-03-25"),
        ("12/03/2024", "2024"),
        ("03/03/2024", "2024-03-03"),
        ("12.03.2024", "2024-03-12"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_dates(text: str, date: str) -> None:
    stamp = read_stamp(text, LEXICON)
    assert stamp is not None
    assert stamp.date == date


@pytest.mark.parametrize(
    "text",
    ["", "2024", "May", "15", "Sunday", "31 February 2024", "29 February 2023", "13/13/2024", "3 hours ago",
     "Saturday 14 people", "May 15 was cold", "12 March 2024 2025", "12 March 13 April",
     "1,000", "14:05", "٣ May 2024x"],
)  # fmt: skip
def test_other_lines(text: str) -> None:
    assert read_stamp(text, LEXICON) is None


def test_the_weekday_is_kept() -> None:
    assert read_stamp("Tuesday, April 9", LEXICON) == Stamp("XXXX-04-09", (), 1)


def test_both_readings_are_kept() -> None:
    stamp = read_stamp("12/03/2024", LEXICON)
    assert stamp is not None
    assert stamp.readings == ("2024-03-12", "2024-12-03")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-03-18T14:05:00+01:00", "2024-03-18"),
        ("18 March 2024", "2024-03-18"),
        ("2024", "2024"),
        ("2024-03~", "2024-03~"),
        ("2023-07/..", "2023-07/.."),
        ("soon", None),
        ("", None),
    ],
)
def test_values_of_front_matter(text: str, value: str | None) -> None:
    assert read_value(text, LEXICON) == value
