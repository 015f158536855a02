"""What the words that a rule has found mean; a production declines by giving None."""

from collections.abc import Sequence
from typing import get_args

from newsgen.annotate.dates.meanings import (
    Around,
    Base,
    Between,
    Distance,
    Fixed,
    Meaning,
    Pull,
    Recurring,
    Shifted,
    Spoken,
    Unit,
)
from newsgen.annotate.dates.tokens import Token
from newsgen.edtf import is_valid

Tokens = Sequence[Token]

MONTHS = ("month", "month-unsure", "month-short")
DAYS = ("day", "dayth")
WEEKDAYS = ("weekday", "weekday-short")
STEPS = {"last": -1, "last-after": -1, "past": -1, "this": 0, "current": 0, "next": 1, "next-after": 1, "coming": 1}
PULLS: dict[str, Pull] = {
    "last": "last",
    "past": "last",
    "last-after": "last",
    "next": "next",
    "coming": "next",
    "next-after": "next",
    "previous": "previous",
    "previous-after": "previous",
    "following": "following",
    "following-after": "following",
}
UNITS: dict[str, Unit] = {unit: unit for unit in get_args(Unit)}
TURNED: tuple[Unit, ...] = ("week", "weekend", "month", "quarter", "year", "decade", "century")


def date_of_day(tokens: Tokens) -> Meaning | None:
    """`Tuesday, May 14, 2024`, `14 mai`: fixed if the year is given, else recurring."""
    month, day, year = number(tokens, *MONTHS), number(tokens, *DAYS), pick(tokens, "year")
    if month is None or day is None or not is_valid(f"XXXX-{month:02}-{day:02}"):
        return None
    if year:
        return fixed(f"{year.value}-{month:02}-{day:02}")
    return Recurring(month=month, day=day, weekday=number(tokens, *WEEKDAYS))


def day_in_turned_year(tokens: Tokens) -> Meaning | None:
    """`March 16 of this year`, `January this year`, `juin de l'année dernière`."""
    unit, month = pick(tokens, "unit"), number(tokens, *MONTHS)
    if unit is None or unit.value != "year" or month is None:
        return None
    return Recurring(month=month, day=number(tokens, *DAYS), year_shift=step(tokens))


def date_of_month(tokens: Tokens) -> Meaning | None:
    """`May 2024`, or with a year to be found, `May`."""
    month, year = number(tokens, *MONTHS), pick(tokens, "year")
    if month is None:
        return None
    return fixed(f"{year.value}-{month:02}") if year else Recurring(month=month, pull=pull(tokens))


def date_of_year(tokens: Tokens) -> Meaning | None:
    """`2023`."""
    year = pick(tokens, "year")
    return fixed(year.value) if year else None


def written_date(tokens: Tokens) -> Meaning | None:
    """`2024-05-15`."""
    return fixed(tokens[0].value)


def numeric_date(tokens: Tokens) -> Meaning | None:
    """`15/05/2024` where day and month cannot be taken for each other; `15.05.2024`."""
    text = tokens[0].value
    first, second, year = (int(part) for part in text.replace(".", "/").split("/"))
    if year < 1400:
        return None
    if first > 12 or first == second or "." in text:
        return fixed(f"{year:04}-{second:02}-{first:02}")
    return fixed(f"{year:04}-{first:02}-{second:02}") if second > 12 else None


def days_of_month(tokens: Tokens) -> Meaning | None:
    """`15–19 May 2024`, `24 and 25 January`: "and" joins neighbouring days only."""
    days = [int(token.value) for token in tokens if token.kind in DAYS]
    month, year = number(tokens, *MONTHS), pick(tokens, "year")
    if month is None or len(days) != 2 or days[0] >= days[1]:
        return None
    if pick(tokens, "and") and days[1] != days[0] + 1:
        return None
    return _days_between(month, (days[0], days[1]), year)


def days_between_days(tokens: Tokens) -> Meaning | None:
    """`15 and 19 May`, after "between"."""
    days = [int(token.value) for token in tokens if token.kind in DAYS]
    month = number(tokens, *MONTHS)
    if month is None or len(days) != 2 or days[0] >= days[1]:
        return None
    return _days_between(month, (days[0], days[1]), pick(tokens, "year"))


def _days_between(month: int, days: tuple[int, int], year: Token | None) -> Meaning | None:
    """The interval of two days of one month."""
    if not all(is_valid(f"XXXX-{month:02}-{day:02}") for day in days):
        return None
    if year:
        return fixed("/".join(f"{year.value}-{month:02}-{day:02}" for day in days))
    begin, end = (Recurring(month=month, day=day) for day in days)
    return Between(begin=begin, end=end)


def two_dates(tokens: Tokens) -> Meaning | None:
    """`30 May to 2 June 2024`, `December 2023 to March`: an interval, each end by its own words."""
    middle = next((i for i, token in enumerate(tokens) if i and token.kind in JOINTS), None)
    if middle is None:
        return None
    begin, end = _end_of_interval(tokens[:middle]), _end_of_interval(tokens[middle + 1 :])
    if begin is None or end is None:
        return None
    if isinstance(begin, Fixed) and isinstance(end, Fixed):
        return fixed(f"{begin.value}/{end.value}")
    return Between(begin=begin, end=end)


JOINTS = ("dash", "long-dash", "to", "until", "and")


def _end_of_interval(tokens: Tokens) -> Meaning | None:
    """A day, month or year."""
    if pick(tokens, *DAYS):
        return date_of_day(tokens)
    return date_of_month(tokens) if pick(tokens, *MONTHS) else date_of_year(tokens)


def year_and_short_year(tokens: Tokens) -> Meaning | None:
    """`2023-24`: two years that follow each other."""
    first, second = int(tokens[0].value), tokens[2]
    if len(second.text) != 2 or int(second.text) != (first + 1) % 100:
        return None
    return fixed(f"{first:04}/{first + 1:04}")


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
    named, year = number(tokens, "season"), pick(tokens, "year")
    if named is None:
        return None
    if year:
        return roughly(tokens, fixed(f"{year.value}-{named}"))
    shift = 0 if pick(tokens, "this") and not pick(tokens, "past", "coming") else None
    return roughly(tokens, Recurring(month=named, pull=pull(tokens), year_shift=shift))


def nth_unit(tokens: Tokens) -> Meaning | None:
    """`the third quarter of 2023`, `this year's first quarter`, `the 20th century`, `first half of 2024`."""
    nth, year = pick(tokens, "ordinal", "dayth"), pick(tokens, "year")
    units = [token.value for token in tokens if token.kind == "unit"]
    if nth is None or not units:
        return None
    count = int(nth.value)
    if "century" in units and not year:
        return fixed(f"{count - 1:02}XX")
    if "half" in units and year and count <= 2:
        return fixed(f"{year.value}-{6 * count - 5:02}/{year.value}-{6 * count:02}")
    if "quarter" not in units or not 1 <= count <= 4:
        return None
    if year:
        return fixed(f"{year.value}-{32 + count}")
    return _turn_quarter(tokens, count, units)


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


def spoken_quarter(tokens: Tokens) -> Meaning | None:
    """`the quarter`, `the latest quarter`."""
    named = unit_of(tokens) == "quarter" or pick(tokens, "period")
    return Spoken(unit="quarter") if named else None


def year_before(tokens: Tokens) -> Meaning | None:
    """`the year-earlier period`, `year-ago`: what was spoken of, a year before."""
    return Spoken(unit="quarter", years=-1) if unit_of(tokens) == "year" else None


def part_of_month(tokens: Tokens) -> Meaning | None:
    """`late January`, `the end of May 2024`."""
    return roughly(tokens, date_of_month(tokens))


def part_of_year(tokens: Tokens) -> Meaning | None:
    """`early 2024`."""
    return roughly(tokens, date_of_year(tokens))


def part_of_unit(tokens: Tokens) -> Meaning | None:
    """`the end of the year`, `early next month`, `fin de la semaine dernière`."""
    inner = turned_unit(tokens)
    if isinstance(inner, Shifted) and inner.unit in ("week", "weekend"):
        return inner
    return roughly(tokens, inner)


def year_end(tokens: Tokens) -> Meaning | None:
    """`year-end`, `year's end`."""
    part = pick(tokens, "part")
    if tokens[0].value != "year" or part is None or part.value != "late":
        return None
    return Around(inner=Shifted(unit="year", count=0))


def turned_unit(tokens: Tokens) -> Meaning | None:
    """`last week`, `this year`, `le mois prochain`."""
    unit, named = unit_of(tokens), pick(tokens, "unit")
    if unit not in TURNED or named is None or named.text.istitle():
        return None  # "This Week" is a programme
    return Shifted(unit=unit, count=step(tokens))


def the_weekend(tokens: Tokens) -> Meaning | None:
    """`the weekend`, and no other unit with "the"."""
    return Shifted(unit="weekend", count=0) if unit_of(tokens) == "weekend" else None


def same_unit(tokens: Tokens) -> Meaning | None:
    """`the same day`, `that year`."""
    unit = unit_of(tokens)
    return Shifted(unit=unit, count=0, base="spoken") if unit in ("day", "week", "month", "year") else None


def neighbour_unit(tokens: Tokens) -> Meaning | None:
    """`the following month`, `the next day`, `el día siguiente`, `le lendemain`."""
    neighbour = number(tokens, "neighbour")
    if neighbour is not None:
        return Shifted(unit="day", count=neighbour, base="spoken")
    unit = unit_of(tokens)
    if unit not in ("day", "week", "month", "year") or (pick(tokens, "next") and unit != "day"):
        return None
    count = -1 if pick(tokens, "previous", "previous-after") else 1
    return Shifted(unit=unit, count=count, base="spoken")


def distance_ago(tokens: Tokens) -> Meaning | None:
    """`three days ago`, `il y a deux semaines`, `hace un año`."""
    return _distance(tokens, -1, "written")


def distance_spoken(tokens: Tokens) -> Meaning | None:
    """`two weeks earlier`, `deux jours plus tard`."""
    return _distance(tokens, -1 if pick(tokens, "earlier", "earlier-than") else 1, "spoken")


def _distance(tokens: Tokens, sign: int, base: Base) -> Meaning | None:
    """So many units away, if both are known."""
    unit, count = unit_of(tokens), count_of(tokens)
    if unit is None or unit in ("weekend", "quarter", "half") or not 0 < count <= 2000:
        return None
    away = Distance(unit=unit, count=sign * count, base=base)
    return Around(inner=away) if pick(tokens, "about") else away


def deictic(tokens: Tokens) -> Meaning | None:
    """`yesterday`, `tomorrow night`, `avant-hier`, `the day before yesterday`."""
    days = number(tokens, "deictic", "deictic-capital")
    if days is None:
        return None
    if pick(tokens, "before", "earlier", "earlier-than"):
        days -= 1
    if pick(tokens, "later", "later-than", "last-after"):
        days += 1
    return Shifted(unit="day", count=days)


def turned_daypart(tokens: Tokens) -> Meaning | None:
    """`this morning`, `last night`."""
    return Shifted(unit="day", count=-1 if pick(tokens, "last") else 0)


def weekday(tokens: Tokens) -> Meaning | None:
    """`Tuesday`, `last Friday`, `mardi dernier`, `Tuesday of last week`."""
    named = number(tokens, "weekday")
    if named is None:
        return None
    unit = unit_of(tokens)
    if unit is not None:
        return Recurring(weekday=named, week_shift=step(tokens)) if unit == "week" else None
    return Recurring(weekday=named, pull=pull(tokens))


def fixed(value: str) -> Fixed | None:
    """The date if there is one."""
    return Fixed(value=value) if is_valid(value) else None


def roughly(tokens: Tokens, meaning: Meaning | None) -> Meaning | None:
    """The meaning, or around it if the words speak of a part."""
    return Around(inner=meaning) if meaning is not None and pick(tokens, "part", "about") else meaning


def pick(tokens: Tokens, *kinds: str) -> Token | None:
    """The first token of one of the kinds."""
    return next((token for token in tokens if token.kind in kinds), None)


def number(tokens: Tokens, *kinds: str) -> int | None:
    """What the first token of one of the kinds counts."""
    token = pick(tokens, *kinds)
    return int(token.value) if token else None


def unit_of(tokens: Tokens) -> Unit | None:
    """The first unit."""
    token = pick(tokens, "unit")
    return UNITS.get(token.value) if token else None


def step(tokens: Tokens) -> int:
    """How many periods from the present one the word of direction leads: -1, 0 or 1."""
    token = pick(tokens, *STEPS)
    return STEPS[token.kind] if token else 0


def pull(tokens: Tokens) -> Pull:
    """Which of the recurring ones the word of direction means."""
    token = pick(tokens, *PULLS)
    return PULLS[token.kind] if token else ""


def count_of(tokens: Tokens) -> int:
    """The sum of the numbers: `twenty-one`; 0 if there is none."""
    numbers = [token for token in tokens if token.kind in ("count", "one", "day", "number")]
    return sum(1 if token.kind == "one" else int(token.value or 0) for token in numbers)
