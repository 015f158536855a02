"""Refusals: why an expression of time has no date."""

from collections.abc import Mapping

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
    Recurring,
    Shifted,
    Spoken,
    Stretch,
    Untold,
)
from newsgen.annotate.dates.memory import Known


def tell_refusal(meaning: Meaning, known: Known) -> str:
    """Why nothing tells the date, in a clause."""
    match meaning:
        case Around() | EveOf():
            says = tell_refusal(meaning.inner, known)
        case Between():
            says = tell_refusal(meaning.begin, known)
        case NthOfMonth(month=Fixed()):
            says = "the month has no such day"
        case NthOfMonth():
            says = tell_refusal(meaning.month, known)
        case _:
            says = _REFUSALS.get(type(meaning)) or _tell_missing_base(meaning, known)
    return says


_REFUSALS: Mapping[type[Meaning], str] = {
    Impossible: "no calendar has such a day",
    Fixed: "the time that it begins or ends would end before it begins",
    Untold: "it counts from something that is no date",
    Stretch: "where its months begin and end is not told",
    Numeric: "which number is the day is not told: no other date in digits shows it, or they are at odds",
}


def _tell_missing_base(meaning: Meaning, known: Known) -> str:
    """Which date is missing to count from."""
    if _points_back(meaning):
        told = known.base("spoken")
        if told is None:
            return "no date is told before it in its paragraph, nor just one in the paragraph before"
        return f"the date told before it, {told}, is not fine enough to count from, or not in its reach"
    if known.written is None:
        return "the day of writing is not known"
    return f"the day of writing is known only as {known.written}, or there is no such date"


def _points_back(meaning: Meaning) -> bool:
    """Whether the words count from a date told before."""
    if isinstance(meaning, Recurring):
        return meaning.pull in ("previous", "following", "that")
    if isinstance(meaning, Shifted | Distance):
        return meaning.base == "spoken"
    return isinstance(meaning, Spoken | DayOfSpoken)
