"""Refusals: why an expression of time has no date."""

from newsgen.annotate.dates.meanings import (
    Around,
    Between,
    Distance,
    EveOf,
    Meaning,
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
            return tell_refusal(meaning.inner, known)
        case Between():
            return tell_refusal(meaning.begin, known)
        case Untold():
            return "it counts from something that is no date"
        case Stretch():
            return "where its months begin and end is not told"
        case Numeric():
            return "which number is the day is not told: no other date in digits shows it, or they are at odds"
    return _tell_missing_base(meaning, known)


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
    return isinstance(meaning, Spoken)
