"""Words of time in English, French and Spanish: which kind of word each is, and what it counts.

Kinds of words in `data/calendar.yaml`: a `month` (1 to 12), `month-unsure` (also a common verb), `month-short`;
a `weekday` (0 is Monday), `weekday-short`; a `season` (21 to 24 as in EDTF); a `unit`; a `count`, `ordinal`, `one`;
words of direction (`last`, `next`, `ago`, …; `-after` and `-before` where they stand on the other side of their noun);
a `deictic` (days from today); a `part` of a period, a `daypart`; small words; and words that keep a number from being
a year (`counted`) or a weekday from being a day (`name-before`, `name-after`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

import yaml

from newsgen.lexicon.cued import Ended
from newsgen.lexicon.folding import fold
from newsgen.lexicon.phrases import compile_by_head, compile_ends, compile_words

LANGUAGES = ("en", "fr", "es")


class TimeWord(NamedTuple):
    """What a word of time is."""

    kind: str
    """`month`, `weekday`, `unit`, …"""
    value: str
    """What it counts, as written in the data: `5`, `day`, `early`; empty where there is nothing to tell."""


By = Literal["firm", "appointment", "wish"]
"""What a phrase that looks ahead in the present tense tells: something certainly to come (`is to begin`), something
appointed, as a tale of the past may tell it too (`begins`), or a wish, which appoints nothing."""

Schedule = Mapping[str, tuple[tuple[By, re.Pattern[str]], ...]]
"""The phrases of a language that look ahead in the present tense, the surest first; by their first word, in small
letters."""

_SECTIONS: tuple[tuple[By, str], ...] = (("firm", "firm"), ("appointment", "loose"), ("wish", "wish"))
"""Where the phrases stand in the data, the surest first; …"""

_OF_WEEKDAYS: tuple[tuple[By, str], ...] = (*_SECTIONS, ("appointment", "weekday"))
"""… and where those for a weekday do."""


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """Look-up of words of time."""

    words: Mapping[str, Mapping[str, TimeWord]]
    """For each language, by folded word."""
    months: Mapping[str, int] = field(repr=False)
    """Month by folded word, of all languages."""
    weekdays: Mapping[str, int] = field(repr=False)
    """Weekday by folded word, of all languages."""
    cores: Mapping[str, re.Pattern[str]] = field(repr=False)
    """For each language, what finds words without which there is no expression of time, and digits."""
    schedules: Mapping[str, Schedule] = field(repr=False)
    """For each language."""
    weekday_schedules: Mapping[str, Schedule] = field(repr=False)
    """Likewise, for a date that is a weekday."""
    term: Ended = field(repr=False)
    """What ends a text so that the date behind it is a term: `no later than`."""
    onwards: Ended = field(repr=False)
    """Likewise, so that something holds from the date on."""
    limit: Ended = field(repr=False)
    """Likewise, so that something lasts until the date."""
    plans: Ended = field(repr=False)
    """Likewise, so that something is promised or planned at the date."""

    def month(self, word: str) -> int | None:
        """1 to 12 if the word names a month in any language, in full or short, with or without its full stop."""
        return self.months.get(fold(word.strip().removesuffix(".")))

    def weekday(self, word: str) -> int | None:
        """0 (Monday) to 6 if the word names a weekday in any language, in full or short."""
        return self.weekdays.get(fold(word.strip().removesuffix(".")))

    def look_up(self, word: str, language: str) -> TimeWord | None:
        """What the word is in the language; English is taken for a language that has no words here."""
        return self.words.get(language, self.words["en"]).get(fold(word))

    def core(self, language: str) -> re.Pattern[str]:
        """What finds the words in the language without which there is no expression of time."""
        return self.cores.get(language, self.cores["en"])

    def schedule(self, language: str, *, of_weekday: bool = False) -> Schedule:
        """What appoints something in the language, for any date or for a weekday."""
        schedules = self.weekday_schedules if of_weekday else self.schedules
        return schedules.get(language, schedules["en"])


def read_calendar(data: Mapping[str, bytes]) -> Calendar:
    """The calendar that `calendar.yaml` describes."""
    # The base loader leaves every scalar the string that was written: `on` stays a word.
    sections = yaml.load(data["calendar.yaml"], Loader=yaml.CBaseLoader)  # noqa: S506 - makes only strings
    words = {language: dict(_read_words(sections[language])) for language in LANGUAGES}
    return Calendar(
        words=words,
        months=_join(words, "month"),
        weekdays=_join(words, "weekday"),
        cores={language: _compile_core(words[language]) for language in LANGUAGES},
        schedules={name: _read_schedule(phrases, _SECTIONS) for name, phrases in sections["appoints"].items()},
        weekday_schedules={
            name: _read_schedule(phrases, _OF_WEEKDAYS) for name, phrases in sections["appoints"].items()
        },
        term=compile_ends(sections["term"]),
        onwards=compile_ends(sections["onwards"]),
        limit=compile_ends(sections["limit"]),
        plans=compile_ends(sections["plans"]),
    )


def _read_schedule(phrases: Mapping[str, Sequence[str]], listed: Sequence[tuple[By, str]]) -> Schedule:
    """The phrases that the named parts of a language's section list."""
    schedule: dict[str, tuple[tuple[By, re.Pattern[str]], ...]] = {}
    for by, section in listed:
        for head, pattern in compile_by_head(phrases.get(section, ())).items():
            schedule[head] = (*schedule.get(head, ()), (by, pattern))
    return schedule


def _read_words(section: Mapping[str, Any]) -> Iterator[tuple[str, TimeWord]]:
    """Each word of one language's section with what it is."""
    for kind, entries in section.items():
        valued = entries if isinstance(entries, dict) else {"": entries}
        for value, words in valued.items():
            for word in words.split():
                yield fold(word), TimeWord(kind, value)


_CORE_KINDS = frozenset(
    (
        *("month", "month-unsure", "month-short", "weekday", "weekday-short", "season", "unit", "period"),
        *("decade-word", "deictic", "daypart", "neighbour", "thousand", "overnight"),
    )
)
"""Each expression of time has a word of these kinds, or a digit, …"""

_CORE_WORDS = frozenset(TimeWord("count", century) for century in ("16", "17", "18", "19", "20"))
"""… or begins a year in words: `nineteen ninety-six`."""


def _compile_core(words: Mapping[str, TimeWord]) -> re.Pattern[str]:
    """What finds the words that `_CORE_KINDS` and `_CORE_WORDS` tell, and digits."""
    cores = (word for word, known in words.items() if known.kind in _CORE_KINDS or known in _CORE_WORDS)
    coded = rf"(?<!\w)(?:[0-9]+|{compile_words(sorted(cores), _any_case)}\b)"
    return re.compile(coded)


def _any_case(letter: str) -> str:
    """The letter, small or capital, with or without an accent."""
    if letter == "_":
        return " "  # a word of several words
    if not letter.isalpha():
        return re.escape(letter)
    variants = _ACCENTED.get(letter, "") + letter
    return f"[{variants}{variants.upper()}]"


_ACCENTED = {"a": "áàâäã", "c": "ç", "e": "éèêë", "i": "íìîï", "n": "ñ", "o": "óòôöõ", "u": "úùûü"}


def _join(words: Mapping[str, Mapping[str, TimeWord]], stem: str) -> dict[str, int]:
    """Number by word for the kinds whose names begin with `stem`, over all languages; the first language wins."""
    joined: dict[str, int] = {}
    for language in LANGUAGES:
        for word, (kind, value) in words[language].items():
            if kind == stem or kind.startswith(f"{stem}-"):
                joined.setdefault(word, int(value))
    return joined
