"""Words of time in English, French and Spanish: which kind of word each is, and what it counts.

Kinds of words in `data/calendar.yaml`: a `month` (1 to 12), `month-unsure` (also a common verb), `month-short`;
a `weekday` (0 is Monday), `weekday-short`; a `season` (21 to 24 as in EDTF); a `unit`; a `count`, `ordinal`, `one`;
words of direction (`last`, `next`, `ago`, …; `-after` and `-before` where they stand on the other side of their noun);
a `deictic` (days from today); a `part` of a period, a `daypart`; small words; and words that keep a number from being
a year (`counted`) or a weekday from being a day (`name-before`, `name-after`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from newsgen.lexicon.folding import fold

LANGUAGES = ("en", "fr", "es")


class TimeWord(NamedTuple):
    """What a word of time is."""

    kind: str
    """`month`, `weekday`, `unit`, …"""
    value: str
    """What it counts, as written in the data: `5`, `day`, `early`; empty where there is nothing to tell."""


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """Look-up of words of time."""

    words: Mapping[str, Mapping[str, TimeWord]]
    """For each language, by folded word."""
    months: Mapping[str, int] = field(repr=False)
    """Month by folded word, of all languages."""
    weekdays: Mapping[str, int] = field(repr=False)
    """Weekday by folded word, of all languages."""

    def month(self, word: str) -> int | None:
        """1 to 12 if the word names a month in any language, in full or short, with or without its full stop."""
        return self.months.get(fold(word.strip().removesuffix(".")))

    def weekday(self, word: str) -> int | None:
        """0 (Monday) to 6 if the word names a weekday in any language, in full or short."""
        return self.weekdays.get(fold(word.strip().removesuffix(".")))

    def look_up(self, word: str, language: str) -> TimeWord | None:
        """What the word is in the language; English is taken for a language that has no words here."""
        return self.words.get(language, self.words["en"]).get(fold(word))


def read_calendar(data: Mapping[str, bytes]) -> Calendar:
    """The calendar that `calendar.yaml` describes."""
    # The base loader leaves every scalar the string that was written: `on` stays a word.
    sections = yaml.load(data["calendar.yaml"], Loader=yaml.CBaseLoader)  # noqa: S506 - makes only strings
    words = {language: dict(_read_words(sections[language])) for language in LANGUAGES}
    return Calendar(words=words, months=_join(words, "month"), weekdays=_join(words, "weekday"))


def _read_words(section: Mapping[str, Any]) -> Iterator[tuple[str, TimeWord]]:
    """Each word of one language's section with what it is."""
    for kind, entries in section.items():
        valued = entries if isinstance(entries, dict) else {"": entries}
        for value, words in valued.items():
            for word in words.split():
                yield fold(word), TimeWord(kind, value)


def _join(words: Mapping[str, Mapping[str, TimeWord]], stem: str) -> dict[str, int]:
    """Number by word for the kinds whose names begin with `stem`, over all languages; the first language wins."""
    joined: dict[str, int] = {}
    for language in LANGUAGES:
        for word, (kind, value) in words[language].items():
            if kind == stem or kind.startswith(f"{stem}-"):
                joined.setdefault(word, int(value))
    return joined
