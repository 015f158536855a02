"""Figures that reports of one happening give for the same thing: `120 people were killed`, `150 dead`."""

import re
from collections.abc import Mapping, Sequence

from newsgen.lexicon import Lexicon
from newsgen.lexicon.slugs import fold_name
from newsgen.records.archive import EventFigure
from newsgen.resolve.tellings import Telling

# matches: 1,200 soldiers
# matches: 120 were killed
# not: $26.50 a barrel
# not: the year 2023.
_FIGURE = re.compile(r"(?<![\w.,:/$€£-])(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?=\s[^\W\d_])")
# matches: Killing at least
_WORD = re.compile(r"[^\W\d_]+")

_FATES: Mapping[str, str] = {
    **dict.fromkeys(("killed", "killing", "kills", "dead", "died", "deaths", "tues", "morts", "muertos"), "killed"),
    **dict.fromkeys(
        ("injured", "injuring", "wounded", "wounding", "hurt", "injuries", "blesses", "heridos"), "injured"
    ),
    **dict.fromkeys(("arrested", "arresting", "detained", "detaining"), "arrested"),
}
"""Words that tell what became of those who are counted, folded, and what they tell."""

_ANYBODY = frozenset(
    {
        "people",
        "persons",
        "others",
        "personnes",
        "personas",
        "were",
        "was",
        "are",
        "have",
        "had",
        "more",
        "of",
        "in",
        "at",
    }
)
"""Behind a number these say no more than that people are counted, if that."""

_BEFORE, _BEHIND = 5, 4
"""Words before and behind a number among which the fate stands."""


def compare_figures(tellings: Sequence[Telling], lexicon: Lexicon) -> tuple[EventFigure, ...]:
    """The figures in which tellings of different articles differ, by what is counted and how many.

    The tellings are in the order of the event's reports.
    """
    given: dict[str, dict[int, list[int]]] = {}
    for place, telling in enumerate(tellings):
        for unit, value in read_figures(telling.sentence, lexicon).items():
            given.setdefault(unit, {}).setdefault(value, []).append(place)
    return tuple(
        EventFigure(unit=unit, value=value, reports=tuple(places))
        for unit, values in sorted(given.items())
        if len(values) > 1 and _are_of_several(values, tellings)
        for value, places in sorted(values.items())
    )


def read_figures(sentence: str, lexicon: Lexicon) -> dict[str, int]:
    """How many of what: `{"soldiers killed": 12}`; nothing of what the sentence gives two figures for."""
    found: dict[str, set[int]] = {}
    for match in _FIGURE.finditer(sentence):
        unit = _find_unit(sentence[: match.start()], sentence[match.end() :], lexicon)
        if unit:
            found.setdefault(unit, set()).add(int(match[1].replace(",", "")))
    return {unit: min(values) for unit, values in found.items() if len(values) == 1}


def _find_unit(before: str, behind: str, lexicon: Lexicon) -> str:
    """What a number counts, from the words on both sides; empty if that is a month or nothing at all."""
    following = [fold_name(word) for word in _WORD.findall(behind[:80])[:_BEHIND]]
    preceding = [fold_name(word) for word in _WORD.findall(before[-80:])[-_BEFORE:]]
    noun = following[0]
    if lexicon.calendar.month(noun) is not None:
        return ""
    # What stands behind the number is nearer to it: `12 wounded and 4 killed`.
    fate = next((_FATES[word] for word in (*following, *reversed(preceding)) if word in _FATES), "")
    if noun in _ANYBODY or noun in _FATES:
        return fate
    return f"{noun} {fate}".strip()


def _are_of_several(values: Mapping[int, Sequence[int]], tellings: Sequence[Telling]) -> bool:
    """Whether different articles give the different values, each only one: an article may count twice."""
    articles = [{tellings[place].path for place in places} for places in values.values()]
    return sum(map(len, articles)) == len(set().union(*articles))
