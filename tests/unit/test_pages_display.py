import pytest

from newsgen.language import Words, choose_language
from newsgen.pages.display import (
    find_inferred,
    html_datetime,
    is_year_inferred,
    month_title,
    show_date,
    tell_date,
    tell_figure,
    tell_number,
)
from pages_archive import CATALOGUES, WORDS, make_article

CASES = [
    # EDTF, in words, <time datetime>, grain
    ("2024-05-15", "15 May 2024", "2024-05-15", "day"),
    ("2024-05", "May 2024", "2024-05", "coarse"),
    ("2024", "2024", "2024", "coarse"),
    ("0987", "987", "0987", "coarse"),
    ("XXXX-05-15", "15 May, year unknown", "05-15", "unknown"),
    ("XXXX-05", "May, year unknown", "", "unknown"),
    ("XXXX", "year unknown", "", "unknown"),
    ("199X", "the 1990s", "", "coarse"),
    ("19XX", "1900–1999", "", "coarse"),
    ("2024-05-XX", "a day in May 2024", "2024-05", "coarse"),
    ("2024-21", "spring 2024", "2024", "coarse"),
    ("2024-24", "winter 2024–25", "", "coarse"),
    ("2024-33", "first quarter of 2024", "2024", "coarse"),
    ("2024-01~", "about January 2024", "2024-01", "about"),
    ("2024-01-15?", "perhaps 15 January 2024", "2024-01-15", "about"),
    ("2024%", "perhaps about 2024", "2024", "about"),
    ("2024-05-15/2024-05-19", "15–19 May 2024", "2024-05", "coarse"),
    ("2024-05-28/2024-06-03", "28 May – 3 June 2024", "2024", "coarse"),
    ("2024-05/2024-07", "May–July 2024", "2024", "coarse"),
    ("2023-12/2024-01", "December 2023 – January 2024", "", "coarse"),
    ("2023/2024", "2023–2024", "", "coarse"),
    ("2023-07/..", "since July 2023", "", "coarse"),
    ("../2024", "until 2024", "", "coarse"),
    ("2023-07/", "from July 2023, end unknown", "", "coarse"),
    ("/2024", "until 2024, beginning unknown", "", "coarse"),
    ("2024-05-15~/2024-05-19~", "about 15–19 May 2024", "2024-05", "about"),
    ("2024-05~/2024-06", "about May 2024 – June 2024", "2024", "about"),
    ("XXXX-05-15/XXXX-05-19", "15–19 May, year unknown", "", "unknown"),
    ("2024-05-15/2024-06", "15 May – June 2024", "2024", "coarse"),
]


def test_a_round_number_is_told_by_its_millions_and_any_other_in_digits() -> None:
    told = {
        value: tell_number(WORDS, value) for value in (0, 1400, 999_999, 10**6, 1_250_000, 1_234_567, 10**8, 25 * 10**8)
    }
    assert list(told.values()) == [
        *("0", "1,400", "999,999", "1 million", "1.25 million", "1,234,567", "100 million", "2.5 billion")
    ]


@pytest.mark.parametrize(("value", "words", "datetime", "grain"), CASES)
def test_a_date_is_shown_as_sure_as_it_is(value: str, words: str, datetime: str, grain: str) -> None:
    assert WORDS.date(value) == words
    assert html_datetime(value) == datetime
    assert show_date(WORDS, value).grain == grain


@pytest.mark.parametrize(
    ("published", "surface", "value", "inferred"),
    [
        ("2024", "5 August", "2024-08-05", True),
        (None, "5 August", "2024-08-05", True),
        ("2024", "5 August 2024", "2024-08-05", False),
        ("2024-08", "5 August", "2024-08-05", False),
        ("2024-08-07", "Monday", "2024-08-05", False),
        ("2024", "5 August", "XXXX-08-05", False),
    ],
)
def test_a_year_is_inferred_where_nothing_near_tells_it(
    published: str | None, surface: str, value: str, inferred: bool
) -> None:
    assert is_year_inferred(published, surface, value) is inferred


def test_of_a_date_given_twice_the_year_is_known_once_either_tells_it() -> None:
    text, dates = (
        "It was on 5 August. On 6 August 2024. On 6 August. In May.",
        {
            "5 August": "2024-08-05",
            "6 August 2024": "2024-08-06",
            "6 August.": "2024-08-06",
            "May": None,
        },
    )
    article = make_article("a", [text], dates=dates, published="2024")
    assert find_inferred(article) == {"2024-08-05"}
    notes = [tell_date(WORDS, value, find_inferred(article)).note for value in ("2024-08-05", "2024-08-06")]
    assert notes == ["year inferred", ""]


def test_headings_of_listings() -> None:
    assert [month_title(WORDS, key) for key in ("2024-05", "2024", "undated")] == ["May 2024", "2024", "Undated"]


@pytest.mark.parametrize(
    ("value", "unit", "english", "french"),
    [
        (12, "killed", "12 killed", "12 tués"),
        (1, "dollars", "1 dollar", "1 dollar"),
        (500, "dollars", "500 dollars", "500 dollars"),
        (10**8, "dollars", "100 million dollars", "100 millions de dollars"),
        (17, "soldiers killed", "17 soldiers killed", "17 tués (soldiers)"),
        (3, "lorries", "3 lorries", "3 lorries"),
        (3, "red lorries", "3 red lorries", "3 red lorries"),
    ],
)
def test_what_is_counted_is_told_in_the_language_as_far_as_it_has_words(
    value: int, unit: str, english: str, french: str
) -> None:
    assert tell_figure(WORDS, value, unit) == english
    assert tell_figure(Words(choose_language("fr", CATALOGUES)[0]), value, unit) == french
