"""What words mean that join days, months or years, or count them in a month; None declines."""

from newsgen.annotate.dates.meanings import (
    Between,
    Fixed,
    Impossible,
    Meaning,
    NthOfMonth,
    Part,
    Recurring,
    Several,
    Shifted,
)
from newsgen.annotate.dates.picking import (
    DAYS,
    MONTHS,
    WEEKDAYS,
    Tokens,
    fixed,
    number,
    pick,
    step,
    year_of,
)
from newsgen.annotate.dates.productions import date_of_day, date_of_month, date_of_year
from newsgen.annotate.dates.tokens import Token
from newsgen.edtf import is_valid


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
    if not all(is_valid(f"{year.value if year else 'XXXX'}-{month:02}-{day:02}") for day in days):
        return Impossible()
    if year:
        return fixed("/".join(f"{year.value}-{month:02}-{day:02}" for day in days))
    begin, end = (Recurring(month=month, day=day) for day in days)
    return Between(begin=begin, end=end)


def list_days(tokens: Tokens) -> Meaning | Several | None:
    """`May 3, 5 and 9, 2021`, `3, 5 et 9 mai`: each day by itself, but days in a row as an interval."""
    month, year = number(tokens, *MONTHS), year_of(tokens)
    places = [place for place, token in enumerate(tokens) if token.kind in DAYS]
    days = [int(tokens[place].value) for place in places]
    if month is None or days != sorted(set(days)):
        return None
    if not all(is_valid(f"{year or 'XXXX'}-{month:02}-{day:02}") for day in days):
        return Impossible()
    if days[-1] - days[0] == len(days) - 1:
        return _days_between(month, (days[0], days[-1]), pick(tokens, "year"))
    begins, ends = [0, *places[1:]], [*(place + 1 for place in places[:-1]), len(tokens)]
    meanings = (Fixed(value=f"{year}-{month:02}-{day:02}") if year else Recurring(month=month, day=day) for day in days)
    return tuple(map(Part, begins, ends, meanings))


def nth_of_month(tokens: Tokens) -> Meaning | None:
    """`the first Monday of April 2024`, `la dernière semaine de mai`, `the second Friday of next month`."""
    nth, units = pick(tokens, "ordinal", "dayth"), [token.value for token in tokens if token.kind == "unit"]
    weekday = number(tokens, "weekday")
    is_month_named = pick(tokens, *MONTHS) is not None
    if weekday is None and units[:1] != ["week"]:
        return None
    if not is_month_named and units[-1:] != ["month"]:
        return None
    last = next(place for place, token in enumerate(tokens) if token.kind in ("of", "in"))
    month = date_of_month(tokens[last:]) if is_month_named else Shifted(unit="month", count=step(tokens[last:]))
    count = int(nth.value) if nth else -1
    return NthOfMonth(month=month, nth=count, weekday=weekday) if month and count <= _WEEKS_OF_MONTH else None


_WEEKS_OF_MONTH = 5
"""A weekday comes so many times in a month at most."""


def weekdays_between(tokens: Tokens) -> Meaning | None:
    """`Monday to Friday`, after "from"."""
    begin, end = (Recurring(weekday=int(token.value)) for token in tokens if token.kind in WEEKDAYS)
    return Between(begin=begin, end=end) if begin != end else None


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
