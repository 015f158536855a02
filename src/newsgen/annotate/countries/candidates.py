"""Phrases that may name a country, each with the words around it."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from newsgen.annotate.material import Material
from newsgen.lexicon.gazetteer import Entry, Gazetteer, Kind, place_key
from newsgen.records.article import Article

REACH = 48
"""Characters before a phrase that can belong to the same name."""
LINE = 100
"""Characters on each side of a phrase that show whether its line is in capitals."""
LOCAL = ("capital", "city", "region")
"""Kinds of phrases that mean a place within a country."""

# matches:  National Petroleum Corp. said
# matches:  of Foreign Affairs
# not: national company
_RUN_BEHIND = re.compile(r"(?:[ \n](?:[A-ZÀ-Þ0-9][\w'’&./-]*|of|de|du|for|&)){1,4}")

# matches: , N.H. - The
# matches: , Calif., on
# matches: , Lebanon, on
# not: , Lebanon and
_QUALIFIER = re.compile(
    r",[ \n](?:(?P<short>(?:[A-Z]\.){2}|[A-Z][a-z]{1,4}\.)|(?P<long>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[,.;)\n]|$))"
)

# matches: language edition
# not: __
_LETTERS = re.compile(r"[^\W_]+")

_OPENING, _CLOSING = ("(", "<", "["), (")", ">", "]")
_CONNECTORS = frozenset({"of", "de", "du", "the", "la", "for", "&"})


class Home(NamedTuple):
    """The country that an article gives a place which alone would lie in another."""

    code: str
    """ISO 3166-1 alpha-2."""
    span: tuple[int, int] | None
    """Of the words that say so: `Lebanon` of `Tripoli, Lebanon`; None for the dateline."""


@dataclass(frozen=True)
class Candidate:
    """A phrase of the gazetteer in its surroundings; the words around it are read when a rule first asks for them."""

    text: str
    """Of the article."""
    start: int
    """Where the phrase begins."""
    end: int
    """Offset behind the phrase."""
    entries: tuple[Entry, ...]
    """What it may mean in a text of this language, likeliest first."""
    home: Home | None = None
    """What gave it its one meaning, if the gazetteer alone would give another."""

    @cached_property
    def surface(self) -> str:
        """The phrase as it stands there."""
        return self.text[self.start : self.end]

    @property
    def kind(self) -> Kind:
        """Of its likeliest meaning."""
        return self.entries[0].kind

    @property
    def weight(self) -> int:
        """Of its likeliest meaning."""
        return self.entries[0].weight

    @cached_property
    def ahead(self) -> str:
        """The text right before it."""
        return self.text[max(0, self.start - REACH) : self.start]

    @cached_property
    def before(self) -> str:
        """The word before it, after one blank; empty at the start of a line or behind a comma."""
        ahead = self.ahead
        if ahead[-1:] not in (" ", "\n") or ahead[-2:-1].isspace() or len(ahead) < 2:
            return ""
        word = ahead[:-1].rsplit(None, 1)[-1]
        return word.lstrip("\"'(“‘«[") if word[-1].isalnum() or word[-1] in ".&" else ""

    @cached_property
    def prefix(self) -> str:
        """The part of its own word before it, up to the hyphen: `afro` of `afro-américain`."""
        ahead = self.ahead
        return ahead[:-1].rsplit(None, 1)[-1] if ahead[-1:] == "-" and ahead[-2:-1].isalpha() else ""

    @cached_property
    def run_before(self) -> tuple[str, ...]:
        """Capitalised words before it without a break, nearest first, with the small words between them."""
        before = self.before
        if not before or not (before in _CONNECTORS or before[0].isupper()):
            return ()
        return _run_at_end(self.ahead)

    @cached_property
    def run_behind(self) -> tuple[str, ...]:
        """The same behind it, in order."""
        run = _RUN_BEHIND.match(self.text, self.end)
        return _run_at_start(run[0]) if run else ()

    @cached_property
    def suffix(self) -> str:
        """The part of its own word behind its hyphen: `language` of `French-language`."""
        return self._word_at(self.end + 1) if self.text.startswith("-", self.end) else ""

    @cached_property
    def next(self) -> str:
        """The word behind it, after one blank."""
        return self._word_at(self.end + 1) if self.text.startswith((" ", "\n"), self.end) else ""

    @cached_property
    def tail(self) -> str:
        """The word behind that one, after one blank."""
        end = self.end + 1 + len(self.next)
        return self._word_at(end + 1) if self.next and self.text.startswith(" ", end) else ""

    @property
    def bracketed(self) -> bool:
        """Whether brackets enclose it and nothing else."""
        return self.ahead.endswith(_OPENING) and self.text.startswith(_CLOSING, self.end)

    @cached_property
    def in_capitals(self) -> bool:
        """Whether all of its line is in capitals, so that they tell nothing."""
        return self.surface.isupper() and _line_around(self.text, self.start, self.end).isupper()

    def _word_at(self, place: int) -> str:
        """The letters that begin there."""
        word = _LETTERS.match(self.text, place)
        return word[0] if word else ""


def find_candidates(article: Article, material: Material) -> tuple[Candidate, ...]:
    """The phrases that mean a country in a text of the article's language, in order, disjoint.

    A place that the article once puts into another country than it has alone stays there.
    """
    text, gazetteer = article.text, material.lexicon.gazetteer
    homes = _find_homes(article)
    found = []
    for hit in material.hits:
        entries = hit.entries
        if entries[-1].language or entries[0].language:
            entries = tuple(entry for entry in entries if entry.language in ("", article.language))
        if not entries or not entries[0].code:
            continue
        candidate = Candidate(text, hit.start, hit.end, entries)
        if text.startswith(",", hit.end) and (home := _read_qualifier(candidate, gazetteer)):
            homes[place_key(candidate.surface)] = home
            candidate = _put(candidate, home)
        elif homes and candidate.kind in LOCAL and (home := homes.get(place_key(candidate.surface))):
            candidate = _put(candidate, home)
        found.append(candidate)
    return tuple(found)


def _find_homes(article: Article) -> dict[str, Home]:
    """The dateline's place by its key: `BETHLEHEM, Pa.` holds for every Bethlehem below it."""
    dateline = article.dateline
    if not dateline or not dateline.place or not dateline.country:
        return {}
    return {place_key(dateline.place.partition(",")[0]): Home(dateline.country, None)}


def _read_qualifier(candidate: Candidate, gazetteer: Gazetteer) -> Home | None:
    """The country that a qualifier behind the place gives it: `Lebanon, N.H.`, `Tripoli, Lebanon,`; else None."""
    qualifier = _QUALIFIER.match(candidate.text, candidate.end)
    if not qualifier or (qualifier["long"] and candidate.kind not in ("capital", "city")):
        return None
    code = gazetteer.country_by_qualifier(candidate.surface, qualifier["short"] or qualifier["long"])
    return Home(code, qualifier.span(qualifier.lastgroup or 0)) if code else None


def _put(candidate: Candidate, home: Home) -> Candidate:
    """The candidate, in the country that the article gives the place, if it is another than the likeliest."""
    if home.code == candidate.entries[0].code:
        return candidate
    return replace(candidate, entries=(Entry(candidate.surface, home.code, "city"),), home=home)


def _line_around(text: str, start: int, end: int) -> str:
    """The line that a span stands in, or as much of it as shows how it is written."""
    line_start = text.rfind("\n", max(0, start - LINE), start) + 1 or max(0, start - LINE)
    line_end = text.find("\n", end, end + LINE)
    return text[line_start : line_end if line_end >= 0 else end + LINE]


def _run_at_end(ahead: str) -> tuple[str, ...]:
    """Capitalised words at the end, nearest first, at most four."""
    run = []
    for word in reversed(ahead.split()[-4:]):
        if not (word in _CONNECTORS or word[0].isupper()) or not (word[-1].isalnum() or word[-1] in ".&"):
            break
        run.append(word)
    return tuple(run)


def _run_at_start(run: str) -> tuple[str, ...]:
    """The words of a run, up to the end of a sentence in it."""
    words = run.split()
    for index, word in enumerate(words):
        if word[-1] == "." and len(word) > 5:
            return (*words[:index], word[:-1])
    return tuple(words)
