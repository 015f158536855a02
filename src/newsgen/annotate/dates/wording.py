"""Wording: what an expression of time says by itself, in plain English."""

from newsgen.annotate.dates.meanings import (
    Around,
    Between,
    DayOfSpoken,
    Distance,
    EveOf,
    Fixed,
    Impossible,
    Meaning,
    NthOfMonth,
    Numeric,
    Reaching,
    Recurring,
    Shifted,
    Spoken,
    Stretch,
    Untold,
)

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_PULLS = {
    "last": "the last ",
    "next": "the next ",
    "previous": "the previous ",
    "following": "the following ",
    "that": "the spoken-of ",
}
_FROM = {"written": "the day of writing", "spoken": "the date last spoken of", "either": "the date last spoken of"}


def put_in_words(meaning: Meaning) -> str:
    """What is meant: `the last July`, `2 weeks before the date last spoken of`."""
    match meaning:
        case Fixed():
            says = meaning.value
        case Around():
            says = f"about {put_in_words(meaning.inner)}"
        case Between():
            says = f"from {put_in_words(meaning.begin)} to {put_in_words(meaning.end)}"
        case EveOf():
            says = f"the day {_side(meaning.days)} {put_in_words(meaning.inner)}"
        case Impossible():
            says = "a day that no calendar has"
        case NthOfMonth():
            says = _put_nth(meaning)
        case Recurring():
            says = _put_recurring(meaning)
        case Numeric():
            says = f"a day of the year {meaning.year:02}, its numbers {meaning.first} and {meaning.second}"
        case _:
            says = _put_relative(meaning)
    return says


_NTHS = {-1: "last", 1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}


def _put_nth(meaning: NthOfMonth) -> str:
    """`the first Monday of 2024-04`."""
    named = "week" if meaning.weekday is None else WEEKDAYS[meaning.weekday]
    return f"the {_NTHS[meaning.nth]} {named} of {put_in_words(meaning.month)}"


def _put_recurring(meaning: Recurring) -> str:
    """`the last July`, `10 April`, `Tuesday of the week before`."""
    parts = [WEEKDAYS[meaning.weekday]] if meaning.weekday is not None else []
    if meaning.month is not None:
        day = f"{meaning.day} " if meaning.day else ""
        parts.append(day + _name_month(meaning.month))
    shift = meaning.year_shift if meaning.year_shift is not None else meaning.week_shift
    unit = "year" if meaning.week_shift is None else "week"
    period = ""
    if shift is not None:
        period = f" of the {unit} {_side(shift) + ' that ' if shift else ''}of writing"
    return f"{_PULLS.get(meaning.pull, '')}{', '.join(parts)}{period}"


def _name_month(number: int) -> str:
    """A month, season or quarter."""
    if number <= len(_MONTHS):
        return _MONTHS[number - 1]
    return _SEASONS.get(number) or f"the quarter number {number - 32}"


def _put_relative(meaning: Meaning) -> str:
    """What counts from another date."""
    match meaning:
        case Shifted():
            says = _put_shifted(meaning)
        case Distance():
            exact = ", to the day" if meaning.is_exact else ""
            says = f"{_count(meaning.count, meaning.unit)} {_side(meaning.count)} {_FROM[meaning.base]}{exact}"
        case DayOfSpoken():
            says = f"day {meaning.day} of the month last spoken of"
        case Spoken():
            says = _put_spoken(meaning)
        case Reaching():
            says = f"the {meaning.unit} that {'ends' if meaning.step < 0 else 'begins'} on the day of writing"
        case Stretch():
            says = "some months of a business year"
        case Untold():
            says = f"a {WEEKDAYS[meaning.weekday]} before or after something that is no date"
        case _:
            says = "a time"
    return says


def _put_spoken(meaning: Spoken) -> str:
    """A quarter or year that was spoken of before."""
    if meaning.unit == "year":
        return "the year reported on"
    if meaning.year is not None:
        return f"the {meaning.unit} of {meaning.year} that answers to the one spoken of"
    return f"the {meaning.unit} spoken of" + (", a year before" if meaning.years else "")


def _put_shifted(meaning: Shifted) -> str:
    """`the day of writing`, `the week before that of the day of writing`."""
    base = _FROM[meaning.base]
    if meaning.unit == "day":
        return f"{_count(meaning.count, 'day')} {_side(meaning.count)} {base}" if meaning.count else base
    if not meaning.count:
        return f"the {meaning.unit} of {base}"
    away = "" if abs(meaning.count) == 1 else f"{_count(meaning.count, meaning.unit)} "
    return f"the {meaning.unit} {away}{_side(meaning.count)} that of {base}"


def _count(count: int, unit: str) -> str:
    """`1 day`, `2 weeks`."""
    if abs(count) == 1:
        return f"1 {unit}"
    return f"{abs(count)} {'centuries' if unit == 'century' else unit + 's'}"


def _side(count: int) -> str:
    """`before` or `after`."""
    return "before" if count < 0 else "after"
