"""What words mean that count from the day of writing, or from a date spoken of before; None declines."""

from msgspec.structs import replace

from newsgen.annotate.dates.meanings import (
    Around,
    Base,
    Between,
    DayOfSpoken,
    Distance,
    Meaning,
    Reaching,
    Recurring,
    Shifted,
    Spoken,
    Stretch,
    Unit,
    Untold,
)
from newsgen.annotate.dates.picking import (
    Tokens,
    count_of,
    is_adverb,
    is_plural,
    number,
    pick,
    pull,
    roughly,
    span_of,
    step,
    unit_of,
)

TURNED: tuple[Unit, ...] = ("week", "weekend", "month", "quarter", "year", "decade", "century")


def spoken_quarter(tokens: Tokens) -> Meaning | None:
    """`the quarter`, `the latest quarter`; `the current quarter` is that of writing."""
    if pick(tokens, "current") and unit_of(tokens) == "quarter":
        return turned_unit(tokens)
    named = unit_of(tokens) == "quarter" or pick(tokens, "period")
    return Spoken(unit="quarter") if named else None


def year_before(tokens: Tokens) -> Meaning | None:
    """`the year-earlier period`, `year-ago`: what was spoken of, a year before."""
    return Spoken(unit="quarter", years=-1) if unit_of(tokens) == "year" else None


def stretch(tokens: Tokens) -> Meaning | None:
    """`the nine months`, `the first six months`."""
    return Stretch() if unit_of(tokens) == "month" and count_of(tokens) in (6, 9, 12) else None


def quarter_of_year(tokens: Tokens) -> Meaning | None:
    """`the 1988 quarter`, `the 1988 period`."""
    year = pick(tokens, "year")
    named = unit_of(tokens) == "quarter" or pick(tokens, "period")
    return Spoken(unit="quarter", year=int(year.value)) if year and named else None


def quarter_of_turned_year(tokens: Tokens) -> Meaning | None:
    """`last year's quarter`, `the same period last year`."""
    units = [token.value for token in tokens if token.kind == "unit"]
    named = "quarter" in units or pick(tokens, "period")
    return Spoken(unit="quarter", years=step(tokens)) if named and "year" in units else None


def full_year(tokens: Tokens) -> Meaning | None:
    """`the full year`, `for the year`."""
    return Spoken(unit="year") if unit_of(tokens) == "year" else None


def reaching(tokens: Tokens) -> Meaning | None:
    """`the past week`, `the coming year`."""
    unit, named = unit_of(tokens), pick(tokens, "unit")
    if named is None or named.text.lower().endswith("s"):
        return None  # "the coming months" has no end
    return Reaching(unit=unit, step=step(tokens)) if unit in ("week", "month", "year", "decade") else None


def overnight(_tokens: Tokens) -> Meaning | None:
    """`overnight`: the night that ends on the day of writing."""
    return Between(begin=Shifted(unit="day", count=-1), end=Shifted(unit="day", count=0))


def in_the_day(tokens: Tokens) -> Meaning | None:
    """`later in the day`."""
    return Shifted(unit="day", count=0, base="either") if unit_of(tokens) == "day" else None


def unit_before(tokens: Tokens) -> Meaning | None:
    """`the year before`, `the day after`: from the date last spoken of; a month or year also from that of writing."""
    unit = unit_of(tokens)
    if unit not in ("day", "week", "month", "year"):
        return None
    before = pick(tokens, "before", "earlier-than") is not None
    base: Base = "either" if before and unit in ("month", "year") else "spoken"
    return Shifted(unit=unit, count=-1 if before else 1, base=base)


def part_of_unit(tokens: Tokens) -> Meaning | None:
    """`the end of the year`, `early next month`, `fin de la semaine dernière`."""
    inner = turned_unit(tokens)
    if isinstance(inner, Shifted) and inner.unit in ("week", "weekend"):
        return inner
    return roughly(tokens, inner)


def edge_of_year(tokens: Tokens) -> Meaning | None:
    """`the start of the year`, `the end of last year`: a month; the end of this year is as coarse as any term."""
    inner, part = turned_unit(tokens), pick(tokens, "part")
    if part is None or is_adverb(part) or not isinstance(inner, Shifted) or inner.unit != "year":
        return None
    month = 1 if part.value == "early" else 12 if part.value == "late" and inner.count < 0 else None
    return roughly(tokens, Recurring(month=month, year_shift=inner.count)) if month else None


def early_in_unit(tokens: Tokens) -> Meaning | None:
    """`late in the year`."""
    return part_of_unit(tokens) if is_adverb(tokens[0]) else None


def year_end(tokens: Tokens) -> Meaning | None:
    """`year-end`, `year's end`, `the year ends`."""
    part = pick(tokens, "part")
    if unit_of(tokens) != "year" or (part and part.value != "late"):
        return None
    return Around(inner=Shifted(unit="year", count=0))


def turned_unit(tokens: Tokens) -> Meaning | None:
    """`last week`, `this year`, `le mois prochain`."""
    unit, named = unit_of(tokens), pick(tokens, "unit")
    if unit not in TURNED or named is None or named.text.istitle() or is_plural(named):
        return None  # "This Week" is a programme, "his last weeks" are no one week
    return Shifted(unit=unit, count=step(tokens))


def the_weekend(tokens: Tokens) -> Meaning | None:
    """`the weekend`, and no other unit with "the"."""
    return Shifted(unit="weekend", count=0) if unit_of(tokens) == "weekend" else None


def same_unit(tokens: Tokens) -> Meaning | None:
    """`the same day`, `that year`, `cette année-là`."""
    unit = unit_of(tokens)
    if pick(tokens, "dash") and tokens[-1].text.lower() not in ("là", "la"):
        return None  # "this year - the"
    return Shifted(unit=unit, count=0, base="spoken") if unit in ("day", "week", "month", "year") else None


def same_daypart(tokens: Tokens) -> Meaning | None:
    """`that same evening`, `le soir même`, `ce soir-là`, `esa noche`."""
    if pick(tokens, "dash") and tokens[-1].text.lower() not in ("là", "la"):
        return None
    return Shifted(unit="day", count=0, base="spoken")


def same_day_of_year(tokens: Tokens) -> Meaning | None:
    """`this day last year`."""
    units = [token.value for token in tokens if token.kind == "unit"]
    away = step(tokens[2:])
    return Distance(unit="year", count=away, is_exact=True) if units == ["day", "year"] and away else None


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


def next_daypart(_tokens: Tokens) -> Meaning | None:
    """`the next morning`."""
    return Shifted(unit="day", count=1, base="spoken")


def distance_ago(tokens: Tokens) -> Meaning | None:
    """`three days ago`, `il y a deux semaines`, `hace un año`; `a week ago` is meant to the day."""
    away = _distance(tokens, -1, "written")
    is_week = isinstance(away, Distance) and (away.unit, away.count) == ("week", -1)
    return replace(away, is_exact=True) if is_week and isinstance(away, Distance) else away


def distance_to_day(tokens: Tokens) -> Meaning | None:
    """`a year ago today`, `a year ago to the day`, `hace hoy un año`: to the day."""
    if number(tokens, "deictic") != 0 and tokens[-1].value != "day":
        return None
    away = _distance(tokens, -1, "written")
    return replace(away, is_exact=True) if isinstance(away, Distance) else None


def distance_to_month(tokens: Tokens) -> Meaning | None:
    """`a year ago this month`, `two years ago this month`: that month of then."""
    count = count_of(tokens)
    is_month = unit_of(tokens) == "year" and tokens[-1].value == "month" and 0 < count <= _MOST_YEARS
    return Shifted(unit="month", count=-12 * count) if is_month else None


_MOST_YEARS = 200


def distance_spoken(tokens: Tokens) -> Meaning | None:
    """`two weeks earlier`, `deux jours plus tard`."""
    return _distance(tokens, -1 if pick(tokens, "earlier", "earlier-than", "before") else 1, "spoken")


def distance_and_half(tokens: Tokens) -> Meaning | None:
    """`a year and a half later`: in months; of other units half a one is too fine to tell."""
    at = next(number for number, token in enumerate(tokens) if token.kind == "and")
    if unit_of(tokens[:at]) != "year" or unit_of(tokens[at:]) != "half" or not 0 < count_of(tokens[:at]) <= 2000:
        return None
    months = 12 * count_of(tokens[:at]) + 6
    base: Base = "written" if pick(tokens, "ago") else "spoken"
    return Distance(unit="month", count=months if pick(tokens, "later") else -months, base=base)


def _distance(tokens: Tokens, sign: int, base: Base) -> Meaning | None:
    """So many units away, if both are known."""
    span, count = span_of(tokens), count_of(tokens)
    if span is None or span[0] in ("weekend", "quarter", "half") or not 0 < count <= 2000:
        return None
    unit, count = span[0], count * span[1]
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


def weekday_beside(tokens: Tokens) -> Meaning | None:
    """`the Saturday after it`, `the Monday following`: from the date last spoken of."""
    named = number(tokens, "weekday")
    if named is None or tokens[-1].text.lower() not in ("it", "that", "following"):
        return None
    return Recurring(weekday=named, pull="previous" if pick(tokens, "before") else "following")


def day_of_spoken(tokens: Tokens) -> Meaning | None:
    """`on the 16th`: of the month last spoken of."""
    day = number(tokens, "dayth")
    return DayOfSpoken(day=day) if day and day <= _LONGEST_MONTH else None


_LONGEST_MONTH = 31
"""In days."""


def weekday_untold(tokens: Tokens) -> Meaning | None:
    """`the Saturday` after the vote: from no date."""
    named = number(tokens, "weekday")
    return None if named is None else Untold(weekday=named)
