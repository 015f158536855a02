"""What an expression of time says by itself, before it is known when it was written.

Finding gives one of these; resolving turns it into a date with what else is known: the day of writing, the tense of
the clause, the date last spoken of.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from newsgen.annotate.dates.tense import Place, Telling, tell_tense
from newsgen.lexicon.grammar import Tense
from newsgen.records import Record

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]

Pull = Literal["", "last", "next", "previous", "following", "that"]
"""Which of the recurring ones is meant: as the tense tells; strictly before or after the day of writing;
strictly before or after the date last spoken of; the one in the year last spoken of."""

Base = Literal["written", "spoken", "either"]
"""What an expression counts from: the day of writing, the date last spoken of in the paragraph, or that if there is one
and else the day of writing."""


Order = Literal["day-first", "month-first"]
"""Of dates in digits."""


class Fixed(Record):
    """A date with its year: `May 15, 2024`."""

    value: str
    """EDTF."""


class Recurring(Record):
    """What comes again every year or week: `April 10`, `July`, `Tuesday`, `the third quarter`."""

    month: int | None = None
    """1 to 12; a season or quarter as in EDTF."""
    day: int | None = None
    weekday: int | None = None
    """0 is Monday; beside a month and day it is evidence for the year."""
    pull: Pull = ""
    year_shift: int | None = None
    """Years from that of writing, where the words tell: `January this year` is 0."""
    week_shift: int | None = None
    """Weeks from that of writing, where the words tell: `Tuesday of last week` is -1."""


class Shifted(Record):
    """A whole period some steps from the one that holds the base: `last month`, `yesterday`, `the same day`."""

    unit: Unit
    count: int
    base: Base = "written"


class Distance(Record):
    """A stretch of time away from the base: `two weeks ago`, `a year earlier`."""

    unit: Unit
    count: int
    base: Base = "written"
    is_exact: bool = False
    """Whether it is meant to the day: `a year ago today`."""


class DayOfSpoken(Record):
    """A day of the month last spoken of: `the 16th`."""

    day: int


class Spoken(Record):
    """A period of this unit that was spoken of before: `the quarter`."""

    unit: Unit
    years: int = 0
    """Years from it: `the year-earlier quarter` is -1."""
    year: int | None = None
    """Its year where that is told: `the 1988 quarter`."""


class Stretch(Record):
    """A stretch of a business year: `the first nine months`; a year earlier than that is the year before."""


class Reaching(Record):
    """What reaches from some time before to the day of writing, or from that on: `the past week`, `the coming year`."""

    unit: Unit
    step: int
    """-1 for what was, 1 for what is to come."""


class Numeric(Record):
    """A date in digits of which one is the day and one the month: `03/04/2024`."""

    first: int
    second: int
    year: int
    """As written: of two digits if below 100."""


class EveOf(Record):
    """The day before another: `the eve of 1 May`; or the one after it: `le lendemain du 1er mai`."""

    inner: "Meaning"
    days: int = -1


class Untold(Record):
    """What hangs on something that is no date: `the Saturday after the vote`."""

    weekday: int


class Around(Record):
    """A part of a period, or one named roughly: `late January`, `about 1990`."""

    inner: "Meaning"


class Between(Record):
    """An interval, both ends included."""

    begin: "Meaning"
    end: "Meaning"


class Impossible(Record):
    """What no calendar has: `29 February 2023`."""


class NthOfMonth(Record):
    """A weekday or week counted in a month: `the first Monday of April 2024`, `the last week of June`."""

    month: "Meaning"
    nth: int
    """From 1; -1 is the last."""
    weekday: int | None = None
    """0 is Monday; None where a week is counted."""


Meaning = (
    Fixed
    | Recurring
    | Shifted
    | Distance
    | DayOfSpoken
    | Spoken
    | Stretch
    | Reaching
    | EveOf
    | Numeric
    | Untold
    | Around
    | Between
    | Impossible
    | NthOfMonth
)


class Part(NamedTuple):
    """One of several dates that a run of words lists."""

    first: int
    """Number of its first word in the run."""
    behind: int
    """Number of the word behind its last one."""
    meaning: Meaning


Several = tuple[Part, ...]
"""Dates that share their month or year: `May 3, 5 and 9, 2021`."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Expression:
    """An expression of time in its place."""

    start: int
    end: int
    rule: str
    """Name of the rule that found it."""
    meaning: Meaning
    """What it says by itself."""
    paragraph: int
    """Number of the paragraph."""
    place: Place
    """The sentence around it."""

    @cached_property
    def telling(self) -> Telling:
        """What tells the tense of its clause; sought when it is first asked for, since few dates depend on it."""
        return tell_tense(self.place)

    @property
    def tense(self) -> Tense:
        """Of its clause."""
        return self.telling.tense
