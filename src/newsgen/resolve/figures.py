"""Figures that reports of one happening give for the same thing: `120 people were killed`, `150 dead`."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from newsgen.lexicon import Lexicon
from newsgen.lexicon.slugs import fold_name
from newsgen.records.entities import EventFigure
from newsgen.resolve.numerals import find_numerals
from newsgen.resolve.tellings import Telling

# matches: Killing at least
_WORD = re.compile(r"[^\W\d_]+")

# matches: , and 3 wounded
# matches: . Then
_PAUSE = re.compile(r"[.,;:!?()]")

_MONEY: Mapping[str, str] = {"dollar": "dollars", "dolares": "dollars", "euro": "euros", "francs": "francs"}
"""Money, folded, by one name in all languages."""

# matches: 201
# not: 45
_NUMBERED = re.compile(r"\b\d{3}\b")

# matches: by 190 votes to
# matches: par 190 voix contre
# matches: por 190 votos contra
# not: votes to remove 60
_VOTES_TO = re.compile(r"\b(?:votes?|voix|votos) (?:to|against|contre|contra|a|frente a)\s?$")

_OF = frozenset({"of", "de", "d"})
"""Between a number and what it counts: "cien millones de dólares"."""

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
        "and",
        "or",
        "et",
        "y",
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

_TIMES = frozenset(
    [
        "hour",
        "hours",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "heure",
        "heures",
        "jour",
        "jours",
        "semaine",
        "semaines",
        "mois",
        "an",
        "ans",
        "annees",
        "hora",
        "horas",
        "dia",
        "dias",
        "semana",
        "semanas",
        "mes",
        "meses",
        "ano",
        "anos",
    ]
)
"""How long something took or was ago, folded: reports may count from different days."""

_FAR = 80
"""Characters in which these stand."""
_BEFORE, _BEHIND = 5, 4
"""Words before and behind a number among which the fate stands."""


def compare_figures(tellings: Sequence[Telling], lexicon: Lexicon) -> tuple[EventFigure, ...]:
    """The figures in which tellings of different articles differ, by what is counted and how many.

    The tellings are in the order of the event's reports.
    """
    if len({telling.path for telling in tellings}) == 1:
        return ()
    given: dict[str, dict[int, list[int]]] = {}
    read: dict[str, dict[str, int]] = {"": {}}
    for place, telling in enumerate(tellings):
        for text in (telling.sentence, telling.further):
            if text not in read:  # many tell it in the same words
                read[text] = read_figures(text, lexicon)
        for unit, value in {**read[telling.further], **read[telling.sentence]}.items():
            given.setdefault(unit, {}).setdefault(value, []).append(place)
    for unit in given.keys() & set(_MONEY.values()):
        given[unit] = _keep_of_one_thing(given[unit], [telling.sentence for telling in tellings], lexicon)
    return tuple(
        EventFigure(unit=unit, value=value, reports=tuple(places))
        for unit, values in sorted(given.items())
        if len(values) > 1 and _are_of_several(values, tellings)
        for value, places in sorted(values.items())
    )


def _keep_of_one_thing(
    sums: Mapping[int, list[int]], sentences: Sequence[str], lexicon: Lexicon
) -> dict[int, list[int]]:
    """The sums whose sentences share a name or a number with one of another sum: dollars are of aid or of a base."""
    names = {value: [_find_names(sentences[place], lexicon) for place in places] for value, places in sums.items()}
    kept: dict[int, list[int]] = {}
    for value, places in sums.items():
        others = frozenset[str]().union(*(one for other in names if other != value for one in names[other]))
        near = [place for place, own in zip(places, names[value], strict=True) if own & others]
        if near:
            kept[value] = near
    return kept


def _find_names(sentence: str, lexicon: Lexicon) -> frozenset[str]:
    """What a sentence calls by a name that is no country's, place's or month's, or by a number: `Air Base 201`."""
    words = [word for word in _WORD.findall(sentence)[1:] if word[0].isupper()]
    named = (
        fold_name(word)
        for word in words
        if not lexicon.gazetteer.meanings(word) and lexicon.calendar.month(fold_name(word)) is None
    )
    return frozenset(named).union(_NUMBERED.findall(sentence))


def read_figures(sentence: str, lexicon: Lexicon) -> dict[str, int]:
    """How many of what: `{"soldiers killed": 12}`; nothing of what the sentence gives two figures for."""
    found: dict[str, set[int]] = {}
    for numeral in find_numerals(sentence):
        unit = _find_unit(sentence[: numeral.start], sentence[numeral.end :], lexicon)
        if _VOTES_TO.search(sentence, 0, numeral.start):
            unit = "votes against"
        if numeral.is_money:
            unit = "dollars" if sentence[: numeral.start].rstrip().endswith(("$", "USD")) else ""
        if unit:
            found.setdefault(unit, set()).add(numeral.value)
    return {unit: min(values) for unit, values in found.items() if len(values) == 1}


def _find_unit(before: str, behind: str, lexicon: Lexicon) -> str:
    """What a number counts, from the words on both sides; empty if that is a month or nothing at all."""
    words = _WORD.findall(_PAUSE.split(behind[:_FAR], maxsplit=1)[0])
    following = [fold_name(word) for word in words[:_BEHIND]]
    of = next((place for place, word in enumerate(following) if word not in _OF), len(following))
    if of < len(following) and (lexicon.calendar.month(following[of]) is not None or following[of] in _TIMES):
        return ""  # as most numbers: they are those of days
    fate = _find_fate(following, before)
    words, following = words[of:], following[of:]
    if not following or following[0] in _ANYBODY or following[0] in _FATES:
        return fate
    return f"{_name_counted(words, following)} {fate}".strip()


def _find_fate(following: Sequence[str], before: str) -> str:
    """What became of those who are counted; what stands behind the number is nearer to it: `12 wounded, 4 killed`."""
    preceding = (fold_name(word) for word in reversed(_WORD.findall(before[-_FAR:])[-_BEFORE:]))
    return next((_FATES[word] for word in chain(following, preceding) if word in _FATES), "")


def _name_counted(words: Sequence[str], following: Sequence[str]) -> str:
    """What is counted, with the names in front of it that tell which: `russian advisers`."""
    names = 0
    while names < len(following) - 1 and words[names][0].isupper():
        names += 1
    noun = following[names]
    return " ".join((*following[:names], _MONEY.get(noun, noun)))


def _are_of_several(values: Mapping[int, Sequence[int]], tellings: Sequence[Telling]) -> bool:
    """Whether different articles give the different values, each only one: an article may count twice."""
    articles = [{tellings[place].path for place in places} for places in values.values()]
    return sum(map(len, articles)) == len(set().union(*articles))
