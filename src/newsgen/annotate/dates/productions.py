"""What words mean that name a date by the calendar, with or without its year; None declines."""

from collections.abc import Callable
from typing import TypeVar

from msgspec.structs import replace

from newsgen.annotate.dates.meanings import (
    Between,
    EveOf,
    Impossible,
    Meaning,
    Numeric,
    Recurring,
    Spoken,
)
from newsgen.annotate.dates.picking import (
    DAYS,
    MONTHS,
    STEPS,
    WEEKDAYS,
    Tokens,
    fixed,
    is_adverb,
    is_year_named,
    number,
    pick,
    pull,
    roughly,
    step,
    unit_of,
    year_of,
)
from newsgen.edtf import is_valid

Found = TypeVar("Found")


def date_of_day(tokens: Tokens) -> Meaning | None:
    """`Tuesday, May 14, 2024`, `14 mai`: fixed if the year is given, else recurring."""
    month, day, year = number(tokens, *MONTHS), number(tokens, *DAYS), year_of(tokens)
    if month is None or day is None:
        return None
    if year:
        return fixed(f"{year}-{month:02}-{day:02}") or Impossible()
    if is_year_named(tokens):
        return None
    if not is_valid(f"XXXX-{month:02}-{day:02}"):
        return Impossible()
    return Recurring(month=month, day=day, weekday=number(tokens, *WEEKDAYS), pull=pull(tokens))


_LATE = 1800
"""A number below, in front of what is counted, tells how many there are: `3 May 1500 men`."""


def if_late(produce: Callable[[Tokens], Found | None]) -> Callable[[Tokens], Found | None]:
    """The production where the number is a year of which news tell; it declines where it may rather be a count."""

    def produce_if_late(tokens: Tokens) -> Found | None:
        return produce(tokens) if (number(tokens, "year") or 0) >= _LATE else None

    return produce_if_late


def eve_of_day(tokens: Tokens) -> Meaning | None:
    """`the eve of 1 May`, `le lendemain du 1er mai`."""
    inner = date_of_day(tokens)
    return EveOf(inner=inner, days=number(tokens, "neighbour") or -1) if inner else None


def day_in_turned_year(tokens: Tokens) -> Meaning | None:
    """`March 16 of this year`, `January this year`, `juin de l'année dernière`."""
    unit, month = pick(tokens, "unit"), number(tokens, *MONTHS)
    if unit is None or unit.value != "year" or month is None:
        return None
    return Recurring(month=month, day=number(tokens, *DAYS), year_shift=step(tokens))


def day_in_that_year(tokens: Tokens) -> Meaning | None:
    """`14 April that year`."""
    day = date_of_day(tokens)
    return replace(day, pull="that") if isinstance(day, Recurring) and unit_of(tokens) == "year" else None


def date_of_month(tokens: Tokens) -> Meaning | None:
    """`May 2024`, or with a year to be found, `May`."""
    month, year = number(tokens, *MONTHS), year_of(tokens)
    if month is None or (year is None and is_year_named(tokens)):
        return None
    if year:
        return fixed(f"{year}-{month:02}")
    return Recurring(month=month, pull=pull(tokens), year_shift=_present_year(tokens))


def that_month(tokens: Tokens) -> Meaning | None:
    """`That August` where a sentence begins; elsewhere the word may join clauses: "said that August was hot"."""
    return date_of_month(tokens) if tokens[0].text.istitle() else None


def date_of_year(tokens: Tokens) -> Meaning | None:
    """`2023`."""
    year = year_of(tokens)
    return fixed(year) if year else None


def written_date(tokens: Tokens) -> Meaning | None:
    """`2024-05-15`."""
    return fixed(tokens[0].value)


def numeric_date(tokens: Tokens) -> Meaning | None:
    """`15/05/2024`, `15.05.2024`; `03/04/2024`, of which the article must tell which is the day."""
    text = tokens[0].value
    first, second, year = (int(part) for part in text.replace(".", "/").split("/"))
    is_short = len(text) - text.rfind("/") == 3
    if not 0 < min(first, second) <= 12 or max(first, second) > 31 or (year < 1400 and not is_short):
        return None
    if is_short:
        return Numeric(first=first, second=second, year=year)
    if first > 12 or first == second or "." in text:
        return fixed(f"{year:04}-{second:02}-{first:02}")
    if second > 12:
        return fixed(f"{year:04}-{first:02}-{second:02}")
    return Numeric(first=first, second=second, year=year)


def decade(tokens: Tokens) -> Meaning | None:
    """`the late 1970s`, `the nineties`, `les années 1990`."""
    named, year = pick(tokens, "decade", "decade-word"), pick(tokens, "year", "number")
    if named:
        return roughly(tokens, fixed(named.value))
    if year is None or tokens[0].text[:2].lower() not in ("an", "añ") or not year.value.endswith("0"):
        return None
    digits = year.value if len(year.value) == 4 else f"19{year.value}"
    return fixed(f"{digits[:3]}X") if len(digits) == 4 else None


def season(tokens: Tokens) -> Meaning | None:
    """`summer 2023`, `last spring`, `the winter`."""
    named, year = number(tokens, "season"), year_of(tokens)
    if named is None or (year is None and is_year_named(tokens)):
        return None
    if year:
        return roughly(tokens, fixed(f"{year}-{named}"))
    return roughly(tokens, Recurring(month=named, pull=pull(tokens), year_shift=_present_year(tokens)))


def _present_year(tokens: Tokens) -> int | None:
    """0 for "this September"; None for "this past September" and without "this"."""
    return 0 if pick(tokens, "this") and not pick(tokens, "past", "coming") else None


def nth_unit(tokens: Tokens) -> Meaning | None:
    """`the third quarter of 2023`, `this year's first quarter`, `the 20th century`, `first half of 2024`."""
    nth, year = pick(tokens, "ordinal", "dayth"), pick(tokens, "year")
    units = [token.value for token in tokens if token.kind == "unit"]
    if nth is None or not units:
        return None
    count = int(nth.value)
    if "century" in units and not year:
        return fixed(f"{count - 1:02}XX")
    if "half" in units and count <= 2:
        return _months_of_year(tokens, 6 * count - 5, 6 * count)
    if "quarter" not in units or not 1 <= count <= 4:
        return None
    if year:
        return fixed(f"{year.value}-{32 + count}")
    return _turn_quarter(tokens, count, units)


def half_of_year(tokens: Tokens) -> Meaning | None:
    """`H1 2023`."""
    count = number(tokens, "half")
    return _months_of_year(tokens, 6 * count - 5, 6 * count) if count else None


def months_of_year(tokens: Tokens) -> Meaning | None:
    """`the first nine months of 2023`, `the last two quarters of last year`, `the last half of 1989`."""
    size = {"month": 1, "quarter": 3, "half": 6}.get(unit_of(tokens) or "", 0)
    nth = pick(tokens, "ordinal")
    counted = [token for token in tokens if token.kind in ("count", "day")]
    if not counted and size < 6:
        return None  # one quarter or month by itself
    months = size * (int(counted[0].value) if counted else 1)
    if not 0 < months < 12 or (nth and nth.value != "1"):
        return None
    return _months_of_year(tokens, 1, months) if nth else _months_of_year(tokens, 13 - months, 12)


def first_quarters(tokens: Tokens) -> Meaning | None:
    """`the first three quarters`: of the year that the tense tells."""
    counted, nth = pick(tokens, "count", "day"), pick(tokens, "ordinal")
    if unit_of(tokens) != "quarter" or counted is None or nth is None or nth.value != "1":
        return None
    last = 3 * int(counted.value)
    return Between(begin=Recurring(month=1), end=Recurring(month=last)) if last < 12 else None


def _months_of_year(tokens: Tokens, first: int, last: int) -> Meaning | None:
    """From one month to the other of the year that is named or turned to."""
    year = pick(tokens, "year")
    if year is not None:
        return fixed(f"{year.value}-{first:02}/{year.value}-{last:02}")
    units = [token.value for token in tokens if token.kind == "unit"]
    if "year" not in units:
        return None
    turned = pick(tokens[1:], *STEPS)  # the first word may be the "last" of "the last two quarters"
    shift = STEPS[turned.kind] if turned else 0
    begin, end = (Recurring(month=month, year_shift=shift) for month in (first, last))
    return Between(begin=begin, end=end)


def _turn_quarter(tokens: Tokens, count: int, units: list[str]) -> Meaning | None:
    """A quarter without its year: `the third quarter of last year`, `the year-earlier third quarter`."""
    if pick(tokens, "ago", "earlier"):
        return Spoken(unit="quarter", years=-1)
    turned = pick(tokens, *STEPS)
    if turned is None:
        return Recurring(month=32 + count)
    return Recurring(month=32 + count, year_shift=STEPS[turned.kind]) if "year" in units else None


def quarter(tokens: Tokens) -> Meaning | None:
    """`Q3 2023`, `Q3`."""
    count, year = number(tokens, "quarter"), pick(tokens, "year")
    if count is None:
        return None
    return fixed(f"{year.value}-{32 + count}") if year else Recurring(month=32 + count)


def part_of_month(tokens: Tokens) -> Meaning | None:
    """`late January`, `the end of May 2024`."""
    return roughly(tokens, date_of_month(tokens))


def early_in(tokens: Tokens) -> Meaning | None:
    """`early in May`, `late in 2023`, but not "the end in May"."""
    return roughly(tokens, date_of_month(tokens) or date_of_year(tokens)) if is_adverb(tokens[0]) else None


def part_of_year(tokens: Tokens) -> Meaning | None:
    """`early 2024`."""
    return roughly(tokens, date_of_year(tokens))
