"""Fulfilling: within which days something announced may have come to pass, and whether a report tells that it did.

What was set for a day comes to pass near it. A deadline ("by 31 May") is met by whatever happened since it was set, and
by what happened somewhat late. The further off the day, the more must agree: the kind, the countries and the words.
"""

import re

from newsgen.resolve.happenings import Happening
from newsgen.resolve.matching import are_of_two
from newsgen.resolve.tellings import Span, Telling, share

# matches: will leave by 15 September 2024
# matches: before the end of May 2023
# matches: no later than May 31
# matches: d’ici au 15 avril
# matches: avant la fin de 2024
# matches: antes del 15 de abril
# not: will be led by the colonel, who turned 60
_TERM = re.compile(
    r"\b(?:[Bb]y|[Bb]efore|[Ll]ater than|[Aa]vant|[Dd][’']ici|[Aa]u plus tard|[Aa]ntes de|[Aa] más tardar)l?"
    r" [^.,;:()\d]{0,28}\d"
)

_NEAR, _LATE = 14, 31
"""Days, at most, between the day announced and the day reported: of anything, and late of what does not recur."""
_BEFORE_TERM, _BEHIND_TERM = 366, 45
"""Days before and behind a deadline, at most."""
_ALIKE, _ALIKE_WITH_PEOPLE, _MOSTLY_ALIKE = 0.5, 0.3, 0.6
"""Shares of words from which both tell the same: of one story; with a person named in both; and else."""
_FEWEST_OF_KIND, _FEWEST_WORDS = 3, 4
"""Words that both share, at least, if both tell one kind of happening, and if neither tells any."""
_RECURRING = frozenset(
    {"aid", "arrival", "attack", "death", "election", "fighting", "protest", "talks", "trial", "visit"}
)
"""Kinds of which another one may follow within weeks."""


def find_reach(announced: Happening) -> Span | None:
    """The first and the last day on which what was announced may have happened; None if its date tells none."""
    if announced.span is None:
        return None
    first, last = announced.span
    if not all(telling.kinds.isdisjoint(_RECURRING) for telling in announced.tellings):
        return first - _NEAR, last + _NEAR
    if any(_TERM.search(telling.sentence) for telling in announced.tellings):
        return first - _BEFORE_TERM, last + _BEHIND_TERM
    return first - _NEAR, last + _LATE


def came_of(before: Telling, after: Telling) -> bool:
    """Whether one reports what the other announced: the same kinds, in one story, in much the same words."""
    if after.kind != "happened" or before.path == after.path or before.countries.isdisjoint(after.countries):
        return False
    kinds = before.kinds & after.kinds
    if not _may_follow(before, after) or (not kinds and (before.kinds or after.kinds)):
        return False
    if kinds and _is_near(before, after) and are_of_two(before, after):
        has_people = not before.people.isdisjoint(after.people)
        return share(before, after) >= (_ALIKE_WITH_PEOPLE if has_people else _ALIKE)
    return _agree_in_all(before, after, fewest=_FEWEST_OF_KIND if kinds else _FEWEST_WORDS)


def _may_follow(before: Telling, after: Telling) -> bool:
    """Whether the day reported is not one on which the announcement had not been made."""
    return after.span is None or before.written is None or after.span[1] >= before.written


def _is_near(before: Telling, after: Telling) -> bool:
    if before.span is None or after.span is None:
        return False
    return after.span[0] - before.span[1] <= _NEAR and before.span[0] - after.span[1] <= _NEAR


def _agree_in_all(before: Telling, after: Telling, *, fewest: int) -> bool:
    """Whether the countries, people and most words, so many at least, of the one are the other's, too."""
    if not (before.countries <= after.countries or after.countries <= before.countries):
        return False
    if before.people and after.people and before.people.isdisjoint(after.people):
        return False
    return len(before.words & after.words) >= fewest and share(before, after) >= _MOSTLY_ALIKE
