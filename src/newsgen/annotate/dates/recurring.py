"""Days, months and seasons that come again each year, and weekdays: the one of a year, the nearest, the likeliest."""

from collections.abc import Iterator
from datetime import date

from newsgen.annotate.dates.meanings import Recurring
from newsgen.annotate.dates.reckoning import day_text, move, nearest_weekday
from newsgen.edtf import bounds, is_valid
from newsgen.lexicon.grammar import Tense

_YEAR = 366
"""In days."""

_WEEKDAY_YEARS = 12
"""A weekday falls on the same day of the year again after at most 12 years (11, or 12 about a century's turn)."""


def without_year(meaning: Recurring) -> str | None:
    """`XXXX-04-10`; None if only the weekday is known, or a season, which EDTF has no year-less form for."""
    if meaning.month is None or meaning.month > 12:
        return None
    return f"XXXX-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")


def in_year(meaning: Recurring, year: int) -> str | None:
    """The one of that year."""
    if meaning.month is None or not 1 <= year <= 9999:
        return None
    text = f"{year:04}-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")
    return text if is_valid(text) else None


def nearest(meaning: Recurring, day: date, step: int) -> str | None:
    """The latest one that has begun by the day (-1), or the first that has not ended before it (1).

    With the pull of "last" it has ended before the day, with that of "next" it begins after it.
    """
    if meaning.month is None:
        away = 0 if meaning.pull in ("", "previous", "following") else step
        return nearest_weekday(meaning.weekday, move(day, away), step)
    return next(_list_near(meaning, day, step), None)


def nearest_to(meaning: Recurring, day: date) -> str | None:
    """The one nearest to the day, on either side."""
    near = (in_year(meaning, year) for year in (day.year - 1, day.year, day.year + 1))
    return min((text for text in near if text), key=lambda text: days_away(text, day), default=None)


def likeliest(meaning: Recurring, day: date, tense: Tense) -> str | None:
    """The nearest one on the side that the tense tells, unless it is far off and the one on the other side near.

    Nobody writes "November 21" for that of last year when this year's is three weeks away. A weekday beside the day
    tells the year by itself. Where no tense is told, it is the nearer day.
    """
    step = 1 if meaning.pull == "next" or (tense == "future" and not meaning.pull) else -1
    if meaning.weekday is not None and meaning.month is not None:
        return _nearest_with_weekday(meaning, day, tense) or nearest(meaning, day, step)
    if _is_season_told(meaning, tense):
        return nearest(meaning, move(day, -_HALF_SEASON), step)
    told, other = nearest(meaning, day, step), nearest(meaning, day, -step)
    if told is None or other is None or meaning.month is None or meaning.pull:
        return told
    if meaning.day and not tense:
        return _nearer(meaning, (told, other), day)
    far, near = _FIRM if tense == "past" and not meaning.day else _FAR_AND_NEAR[step]
    return other if days_away(told, day) >= far and days_away(other, day) <= near else told


def _nearer(meaning: Recurring, texts: tuple[str, str], day: date) -> str | None:
    """The one nearer to the day; without its year where both are about as far."""
    near, far = sorted(texts, key=lambda text: days_away(text, day))
    return without_year(meaning) if days_away(far, day) - days_away(near, day) <= _ABOUT_AS_FAR else near


_ABOUT_AS_FAR = 30
"""In days, out of a year."""


def _is_season_told(meaning: Recurring, tense: Tense) -> bool:
    """Whether the past tells of a season of nature: then it is over, or well under way."""
    return tense == "past" and not meaning.pull and meaning.month is not None and 20 < meaning.month < 30


_HALF_SEASON = 45
"""In days."""

_FAR_AND_NEAR = {-1: (300, 65), 1: (240, 120)}
"""In days, for past and future; the tense of the past is the surer one."""

_FIRM = (330, 10)
"""For a whole month in a clause of the past: only a month that is about to begin is not last year's."""


def days_away(value: str, day: date) -> int:
    """Days between the day and the nearer end of the date; 0 inside it."""
    first, last = bounds(value)
    if first is None or last is None or first <= day <= last:
        return 0
    return (first - day).days if day < first else (day - last).days


def _nearest_with_weekday(meaning: Recurring, day: date, tense: Tense) -> str | None:
    """The one nearest to the day that falls on the named weekday; what was is not to come in more than a year."""
    texts = [text for step in (-1, 1) for text in _list_near(meaning, day, step)]
    last = day_text(move(day, _YEAR if tense == "past" else _WEEKDAY_YEARS * _YEAR))
    fitting = [text for text in texts if text <= last and _falls_on(text, meaning.weekday)]
    return min(fitting, key=lambda text: days_away(text, day), default=None)


def _list_near(meaning: Recurring, day: date, step: int) -> Iterator[str]:
    """All candidates of the years around in the order of nearness."""
    for distance in range(_WEEKDAY_YEARS):
        text = in_year(meaning, day.year + step * (distance - 1))
        if text is None:
            continue
        first, last = bounds(text)
        if first and last and _is_on_side(meaning, (first, last), day, step):
            yield text


def _is_on_side(meaning: Recurring, span: tuple[date, date], day: date, step: int) -> bool:
    """Whether the candidate lies where the word of direction, or else the tense, looks."""
    first, last = span
    if meaning.pull == "last":
        return last < day
    if meaning.pull == "next":
        return first > day
    return first <= day if step < 0 else last >= day


def _falls_on(text: str, weekday: int | None) -> bool:
    """Whether the day has that weekday."""
    day = bounds(text)[0]
    return day is not None and day.weekday() == weekday
