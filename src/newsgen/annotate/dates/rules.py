"""The rules of dates: a name, a pattern over kinds of words, and what it means.

Where several rules fit at one place the first one in the table is asked first, so that what says more stands above.
In a pattern, kinds of `lexicon/calendar.py` and of `tokens.py` are written by name, groups and `? |` as in regular
expressions, and names in capitals stand for what many patterns share (`tokens.py`). `after`, `before`,
`not_after` and `not_before` name kinds of the words around it.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from newsgen.annotate.dates import joins as joined
from newsgen.annotate.dates import productions as to
from newsgen.annotate.dates import relations as near
from newsgen.annotate.dates.meanings import Meaning, Several
from newsgen.annotate.dates.tokens import Token, codes_of, compile_pattern, find_starts

Production = Callable[[Sequence[Token]], Meaning | Several | None]


class Rule(NamedTuple):
    """One way to tell a time."""

    name: str
    """For `explain` and the data; several patterns may share one."""
    pattern: re.Pattern[str]
    """Over the kinds of words."""
    starts: frozenset[str]
    """Codes of the kinds that it may begin with."""
    produce: Production
    """What the words mean; None if they are no date after all."""


def _rule(name: str, pattern: str, produce: Production, **around: str) -> Rule:
    """A rule whose pattern is written in words."""
    behind = f"(?<={codes_of(around['after'])})" if "after" in around else ""
    not_behind = f"(?<!{codes_of(around['not_after'])})" if "not_after" in around else ""
    not_ahead = f"(?!{codes_of(around['not_before'])})" if "not_before" in around else ""
    ahead = f"(?={codes_of(around['before'])})" if "before" in around else ""
    words = compile_pattern(pattern)
    coded = f"{not_behind}{behind}{words.pattern}{ahead}{not_ahead}"
    return Rule(name, re.compile(coded), find_starts(words), produce)


_CUES = "in until between part last next this"
"""Words after which a month's name is one, whatever follows."""

_WEAK_CUES = "by from of to and about comma bracket before the"
"""Words after which a month that is also a verb is one, unless a name follows."""

_YEAR_CUES = f"{_CUES} {_WEAK_CUES} both possessive fiscal s dot break unit for one that long-dash dash"
"""Words after which a number is a year."""

_OBJECT = "the of one to possessive this name"
"""What follows a preposition that counts from an event: "deux jours après le vote"."""

_TERMS = "before by until earlier-than"
"""Words after which a date is only a term."""

_WEEKDAY_BEHIND = "(bracket weekday sign|comma weekday)"
"""A weekday that belongs to the day in front of it: "5 May (Tuesday)"."""

_DIGITS = "OF? year"
"""A year in digits with no comma in front, which is one before what is counted too: "On 3 May 2016 soldiers left"."""

_NO_WEEKDAY = "every name-before ordinal one"
"""Words after which a weekday is none by the calendar: "on a Sunday"; but "at a Sunday rally" it is."""

_ABSOLUTE = (
    _rule("iso-day", "iso", to.written_date),
    _rule("numeric-day", "numeric", to.numeric_date),
    _rule("days", "MONTH THE? DAY (dash|long-dash|to|until|and) THE? DAY YEAR?", joined.days_of_month),
    _rule("days", "DAY (dash|long-dash|to|until|and) THE? DAY OF? MONTH YEAR?", joined.days_of_month),
    _rule("days-between", "MONTH DAY and DAY YEAR?", joined.days_between_days, after="between"),
    _rule("days-between", "DAY and THE? DAY OF? MONTH YEAR?", joined.days_between_days, after="between the"),
    _rule(
        "day-list", "MONTH DAY (comma DAY (comma DAY)?)? comma? and DAY YEAR", joined.list_days, not_before="counted"
    ),
    _rule(
        "day-list",
        f"MONTH DAY (comma DAY (comma DAY)?)? comma? and DAY comma? {_DIGITS}",
        to.if_late(joined.list_days),
    ),
    _rule("day-list", "MONTH DAY (comma DAY (comma DAY)?)? comma? and DAY", joined.list_days, before="dot comma break"),
    _rule("day-list", "DAY (comma DAY (comma DAY)?)? comma? and DAY OF? MONTH YEAR?", joined.list_days),
    _rule(
        "nth-weekday",
        "THE? (ordinal|dayth|last|last-after) weekday (OF|in) (MONTH YEAR?|(THE|TURNED)? unit AFTER?)",
        joined.nth_of_month,
    ),
    _rule(
        "nth-week",
        "THE? (ordinal|dayth|last|last-after) unit (OF|in) (MONTH YEAR?|(THE|TURNED)? unit AFTER?)",
        joined.nth_of_month,
    ),
    _rule("weekday-to-weekday", "weekday daypart? (to|until) THE? weekday", joined.weekdays_between, after="from of"),
    _rule("day-to-day", "MONTH DAY YEAR? TO MONTH DAY YEAR?", joined.two_dates),
    _rule("day-to-day", "DAY OF? MONTH YEAR? TO THE? DAY OF? MONTH YEAR?", joined.two_dates),
    _rule("eve-of-day", "THE? (eve|neighbour) OF THE? (DAY OF? MONTH|MONTH DAY) YEAR?", to.eve_of_day),
    _rule("day-with-weekday", f"(MONTH THE? DAY|DAY OF? MONTH) YEAR? {_WEEKDAY_BEHIND}", to.date_of_day),
    _rule("month-day-year", "(WEEKDAY comma?)? MONTH THE? DAY YEAR", to.date_of_day, not_before="counted"),
    _rule("day-month-year", "(WEEKDAY comma? THE?)? DAY OF? MONTH YEAR", to.date_of_day, not_before="counted"),
    _rule("month-day-year", f"(WEEKDAY comma?)? MONTH THE? DAY comma? {_DIGITS}", to.if_late(to.date_of_day)),
    _rule("day-month-year", f"(WEEKDAY comma? THE?)? DAY OF? MONTH {_DIGITS}", to.if_late(to.date_of_day)),
    _rule("day-of-turned-year", "MONTH DAY comma? OF? TURNED unit", to.day_in_turned_year),
    _rule("day-of-turned-year", "DAY OF? MONTH OF? (TURNED unit|THE? unit AFTER)", to.day_in_turned_year),
    _rule("month-to-month", "MONTH YEAR? TO MONTH YEAR?", joined.two_dates, not_before="day dayth name"),
    _rule("month-to-month", "MONTH YEAR? and MONTH YEAR?", joined.two_dates, after="between"),
    _rule("part-of-month", "PART MONTH YEAR", to.part_of_month, not_before="counted"),
    _rule("part-of-month", f"PART MONTH {_DIGITS}", to.if_late(to.part_of_month)),
    _rule("part-of-month", "PART MONTH", to.part_of_month, not_before="day dayth"),
    _rule("month-year", "MONTH YEAR", to.date_of_month, not_before="counted"),
    _rule("month-year", "MONTH year", to.date_of_month, after="in"),
    _rule("month-year", f"MONTH {_DIGITS}", to.if_late(to.date_of_month)),
    _rule("day-of-that-year", "(MONTH DAY|DAY OF? MONTH) (OF? that) unit", to.day_in_that_year),
    _rule("month-of-turned-year", "NAMED OF? (TURNED unit|THE? unit AFTER)", to.day_in_turned_year),
    _rule(
        "months-of-year",
        "THE? (ordinal|last) COUNT? unit OF THE? (year|TURNED unit|unit AFTER|unit)",
        to.months_of_year,
    ),
    _rule("years", "year (dash|long-dash) year", joined.two_dates),
    _rule("years", "year (to|until) THE? year", joined.two_dates, after="from of in"),
    _rule("years", "year and year", joined.two_dates, after="between"),
    _rule("years", "year dash (day|number)", joined.year_and_short_year, not_before="dash"),
)

_PARTIAL = (
    _rule("turned-day-month", "(WEEKDAY comma? THE?)? DAY OF? MONTH AFTER", to.date_of_day),
    _rule("month-day", "(WEEKDAY comma?)? MONTH THE? DAY", to.date_of_day, not_before="counted"),
    _rule("month-day", "(WEEKDAY comma?)? MONTH THE? DAY", to.date_of_day, after="at"),
    _rule("day-month", "(WEEKDAY comma? THE?)? DAY OF? MONTH", to.date_of_day),
    _rule("decade", "THE? (part dash?)? OF? decade", to.decade),
    _rule("decade", "THE (part dash?)? decade-word", to.decade),
    _rule("decade", "part dash? decade-word", to.decade),
    _rule("decade", "unit (year|number|decade-word)", to.decade),
    _rule("season-of-year", "THE? (part (dash|OF)? THE?)? season comma? OF? THE? (year|SPELT)", to.season),
    _rule("turned-season", "(TURNED|past|that) (past|coming|part)? season", to.season),
    _rule("turned-season", "season AFTER", to.season),
    _rule("season", "the part? season", to.season, after="came"),
    _rule("season", "THE part? season", to.season, after="in of until by from at for"),
    _rule("nth-unit-of-year", "THE? NTH OF? THE? (fiscal? year|fiscal? TURNED unit|unit AFTER)", to.nth_unit),
    _rule("nth-unit-of-year", "TURNED unit apostrophe s NTH", to.nth_unit),
    _rule("nth-unit-of-year", "THE? year NTH", to.nth_unit),
    _rule("nth-unit-year-before", "THE? unit dash (ago|earlier) NTH", to.nth_unit),
    _rule("nth-unit", "THE? NTH", to.nth_unit),
    _rule("quarter", "quarter OF? year", to.quarter),
    _rule("half", "half OF? year", to.half_of_year),
    _rule("quarter-of-year", "THE? year (unit|period)", near.quarter_of_year),
    _rule("quarter-of-turned-year", "THE? (same|word)? period TURNED unit", near.quarter_of_turned_year),
    _rule("quarter-of-turned-year", "TURNED unit apostrophe s (unit|period)", near.quarter_of_turned_year),
    _rule("months-of-year", "THE? ordinal COUNT unit", to.first_quarters, not_before="of"),
    _rule("stretch", "THE (ordinal|latest)? COUNT dash? unit", near.stretch, not_before="ago earlier later"),
    _rule("quarter", "quarter", to.quarter),
    _rule("year-before", "THE? unit dash (ago|earlier) (unit|period)?", near.year_before),
    _rule("latest-quarter", "THE latest (unit|period)", near.spoken_quarter),
    _rule("spoken-quarter", "(THE (latest|same|current)?|that) unit", near.spoken_quarter, not_after="last next"),
)

_PARTS = (
    _rule("part-of-month", "part in MONTH YEAR", to.early_in, not_before="counted"),
    _rule("part-of-month", f"part in MONTH {_DIGITS}", to.if_late(to.early_in)),
    _rule("part-of-month", "part in MONTH", to.early_in, not_before="day dayth"),
    _rule("part-of-year", "part in (THE unit)? year", to.early_in, not_before="counted"),
    _rule("part-of-year", "PART fiscal? year", to.part_of_year, not_before="counted"),
    _rule("part-of-unit", "PART (TURNED unit|unit AFTER)", near.edge_of_year, not_after=_TERMS),
    _rule("part-of-unit", "THE? part OF THE? unit", near.edge_of_year, not_after=_TERMS),
    _rule("part-of-unit", "PART (TURNED unit|unit AFTER)", near.part_of_unit),
    _rule("part-of-unit", "THE? part OF THE? unit", near.part_of_unit),
    _rule("turned-unit", "(earlier|later) TURNED unit", near.turned_unit),
    _rule("turned-unit", "(earlier|later) in THE unit", near.turned_unit),
    _rule("part-of-unit", "part in THE unit", near.early_in_unit),
    _rule("later-in-day", "(earlier|later) in THE unit", near.in_the_day),
    _rule("year-end", "THE unit ends", near.year_end),
    _rule("full-year", "THE full unit", near.full_year, not_before="ended"),
    _rule("full-year", "THE unit", near.full_year, after="for", not_before="ended"),
    _rule("reaching", "THE? (past|coming) unit", near.reaching, not_before="apostrophe"),
    _rule("year-end", "unit (apostrophe s|dash)? part", near.year_end),
    _rule("weekday", "(part|earlier|later) weekday", near.weekday, not_after="every", not_before="name-after"),
    _rule("deictic", "part deictic", near.deictic),
)

_RELATIVE = (
    _rule("weekday-beside", "the weekday (before|beside) (that|word)", near.weekday_beside),
    _rule("weekday-beside", "the weekday", near.weekday_untold, before="before beside"),
    _rule("weekday-beside", "the weekday following", near.weekday_beside),
    _rule("weekday-of-week", "weekday OF? (TURNED unit|THE? unit AFTER)", near.weekday),
    _rule(
        "weekday",
        "(TURNED|THE? previous|THE? following|past|coming|THE? last-after) (past|coming)? weekday daypart?",
        near.weekday,
    ),
    _rule("weekday", "weekday (AFTER|following-after|previous-after)", near.weekday),
    _rule("weekday", "weekday daypart?", near.weekday, not_after=_NO_WEEKDAY, not_before="name-after"),
    _rule("weekday", "weekday", near.weekday, after="one", before="word name"),
    _rule("deictic", "THE? unit before deictic", near.deictic),
    _rule("deictic", "(before|earlier|later|earlier-than|later-than) dash deictic (apostrophe hui)?", near.deictic),
    _rule("deictic", "last-after deictic", near.deictic),
    _rule("deictic", "deictic (apostrophe hui)? daypart?", near.deictic, not_after="the this"),
    _rule("deictic", "deictic-capital (apostrophe hui)? daypart?", near.deictic, not_after="the this name"),
    _rule("same-unit", "this daypart dash (there|the)", near.same_daypart),
    _rule("daypart", "(this|last) daypart", near.turned_daypart),
    _rule("ago", "about? COUNT unit and one unit ago", near.distance_and_half, not_after="stroke dash"),
    _rule(
        "distance", "about? COUNT unit and one unit (earlier|later)", near.distance_and_half, not_after="stroke dash"
    ),
    _rule("ago", "COUNT unit ago (deictic|to the unit)", near.distance_to_day),
    _rule("ago", "COUNT unit ago this unit", near.distance_to_month),
    _rule("ago", "ago-before deictic COUNT unit", near.distance_to_day),
    _rule("ago", "il? ago-before to? COUNT unit deictic (apostrophe hui)?", near.distance_to_day),
    _rule("ago", "about? COUNT (dash COUNT)? unit ago", near.distance_ago, not_after="stroke dash"),
    _rule("ago", "il? ago-before to? about? COUNT unit", near.distance_ago),
    _rule("distance", "about? COUNT (dash COUNT)? unit (earlier|later)", near.distance_spoken, not_after="stroke dash"),
    _rule("distance", "about? COUNT unit (earlier-than|later-than)", near.distance_spoken, not_before=_OBJECT),
    _rule("distance", "about? COUNT unit more (earlier|later|earlier-than|daypart)", near.distance_spoken),
    _rule(
        "distance",
        "about? COUNT unit (before|beside|earlier-than|later-than) that",
        near.distance_spoken,
        not_before="of unit",
    ),
    _rule("distance", "COUNT unit before", near.distance_spoken, before="comma"),
    _rule("unit-before", "THE unit (before|beside) that", near.unit_before),
    _rule("unit-before", "THE unit (before|beside)", near.unit_before, before="dot comma break"),
    _rule("overnight", "overnight", near.overnight, not_before="word name dash", not_after="the one dash"),
    _rule("same-unit", "(THE|that) same unit", near.same_unit),
    _rule("same-unit", "that unit", near.same_unit),
    _rule("same-unit", "(THE same|that same?) daypart", near.same_daypart, not_before="of"),
    _rule("same-unit", "THE daypart same", near.same_daypart),
    _rule("ago", "this unit TURNED unit", near.same_day_of_year),
    _rule("same-unit", "this unit dash (there|the)", near.same_unit),
    _rule("neighbour-unit", "THE (following|next|previous) unit", near.neighbour_unit),
    _rule("neighbour-unit", "THE? unit (following-after|previous-after)", near.neighbour_unit),
    _rule("neighbour-unit", "THE (following|next) daypart", near.next_daypart),
    _rule("neighbour-unit", "THE neighbour", near.neighbour_unit, not_before="of"),
    _rule("turned-unit", "(THE current|TURNED) unit", near.turned_unit, not_after="the"),
    _rule("turned-unit", "THE? unit AFTER", near.turned_unit),
    _rule("weekend", "THE unit", near.the_weekend, not_before="of"),
)

_ALONE = (
    _rule("day-of-spoken", "the dayth", near.day_of_spoken, after="at", before="dot comma break and name the"),
    _rule("month", "that month", to.date_of_month, after="in by until from of", not_before="day dayth name"),
    _rule("month", "that month", to.that_month, not_before="day dayth"),
    _rule("month", "(TURNED|past) (past|coming)? NAMED", to.date_of_month),
    _rule("month", "NAMED AFTER", to.date_of_month),
    _rule("month", "NAMED", to.date_of_month, after=_CUES, not_before="day dayth"),
    _rule("month", "NAMED", to.date_of_month, after=f"{_WEAK_CUES} came", not_before="day dayth name"),
    _rule("month", "month", to.date_of_month, not_after="name every", not_before="day dayth name"),
    _rule("year", "about year", to.part_of_year, not_before="counted percent money"),
    _rule("year", "(fiscal|THE? fiscal unit) year", to.date_of_year, not_before="counted"),
    _rule("year", "count count (dash? (count|one))?", to.date_of_year, not_before="counted percent unit thousand dash"),
    _rule("year", "count thousand (and? (count|one))?", to.date_of_year, after="unit"),
    _rule("year", "year", to.date_of_year, after=_YEAR_CUES, not_before="counted percent money"),
)

RULES = _ABSOLUTE + _PARTIAL + _PARTS + _RELATIVE + _ALONE

_STARTS = codes_of(
    "iso numeric month month-unsure month-short weekday weekday-short day dayth number year decade decade-word season "
    "quarter half the part last this next current past that coming latest ordinal unit earlier later earlier-than "
    "later-than before deictic deictic-capital last-after about count one il ago-before neighbour fiscal "
    "same overnight full eve"
)

_NO_START = compile_pattern(
    "(the|one|that|this|number|count|last|next|part|about) apostrophe? (word|name|sign|comma|dot|percent)"
    "|day (word|name|sign|dot|percent)|day comma (word|name)"
).pattern


_CORES = codes_of(
    "iso numeric dayth half month month-unsure month-short weekday weekday-short season unit period decade decade-word "
    "year quarter deictic deictic-capital daypart neighbour count overnight"
)
"""Kinds of which each expression has one, …"""

_WORDS_BEFORE_CORE = 6
"""… behind so many other words at most: "il y a environ trois semaines"."""


def _compile_place() -> re.Pattern[str]:
    """What finds the places where an expression may begin; it only spares work."""
    coded = f"(?={_STARTS})(?!{_NO_START})(?=.{{0,{_WORDS_BEFORE_CORE}}}{_CORES})"
    return re.compile(coded)


PLACE = _compile_place()
"""Finds them in the kinds of a text."""


class Scanner(NamedTuple):
    """The rules that may begin with one kind of word."""

    pattern: re.Pattern[str]
    """All of them in one; its last group tells the first rule that fits at a place, counted from 1."""
    rules: tuple[Rule, ...]


@cache
def make_scanner(start: str) -> Scanner:
    """The scanner for expressions that begin with a word of the kind, given by its code."""
    rules = tuple(rule for rule in RULES if start in rule.starts)
    coded = "|".join(f"({rule.pattern.pattern})" for rule in rules) or "(?!)"
    return Scanner(re.compile(coded), rules)
