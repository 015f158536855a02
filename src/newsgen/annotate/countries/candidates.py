"""Phrases that may name a country, each with the words around it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsgen.annotate.countries.dateline import find_dateline_country
from newsgen.annotate.countries.pairs import part_pairs
from newsgen.annotate.material import Material
from newsgen.lexicon.gazetteer import Entry, Gazetteer, Hit, Kind
from newsgen.records import Record
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
# matches: , in his Ohio district
# matches: , Illinois is small
# not: , Lebanon and
_QUALIFIER = re.compile(
    r",[ \n](?:in (?:his |her |the |their |southern |northern |eastern |western |central |rural ){0,2}"
    r"(?P<around>[A-Z][a-z]+)|(?P<short>(?:[A-Z]\.){2}|[A-Z][a-z]{1,4}\.)"
    r"|(?P<long>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[,.;)\n]|$| (?!and\b|or\b|et\b|y\b)[a-z]))"
)

# matches: , Arizona
# matches: , and Texas
# not: , at noon
_LISTED = re.compile(r",[ \n](?:(?:and|or) )?[A-Z]|,[ \n](?:and|or) ")

# matches:  language edition
# matches: -speaking
# not: ,language
_FOLLOWING = re.compile(r"-([^\W_]+)|[ \n]([^\W_]+)(?: ([^\W_]+))?")

_STATE = " State"
_OPENING, _CLOSING = ("(", "<", "["), (")", ">", "]")
_CONNECTORS = frozenset({"of", "de", "du", "the", "la", "for", "&"})


class Home(NamedTuple):
    """The country that an article gives a place which alone would lie in another."""

    code: str
    """ISO 3166-1 alpha-2."""
    span: tuple[int, int] | None
    """Of the words that say so: `Lebanon` of `Tripoli, Lebanon`; None for the dateline."""


class Candidate(Record):
    """A phrase of the gazetteer in its surroundings."""

    text: str
    """Of the article."""
    start: int
    """Where the phrase begins."""
    end: int
    """Offset behind the phrase."""
    surface: str
    """The phrase as it stands there."""
    entries: tuple[Entry, ...]
    """What it may mean in a text of this language, likeliest first."""
    kind: Kind
    """Of its likeliest meaning."""
    weight: int
    """Of its likeliest meaning."""
    before: str
    """The word before it, after one blank; empty at the start of a line or behind a comma."""
    prefix: str
    """The part of its own word before it, up to the hyphen: `afro` of `afro-américain`."""
    run_before: tuple[str, ...]
    """Capitalised words before it without a break, nearest first, with the small words between them."""
    run_behind: tuple[str, ...]
    """The same behind it, in order."""
    suffix: str
    """The part of its own word behind its hyphen: `language` of `French-language`."""
    next: str
    """The word behind it, after one blank."""
    tail: str
    """The word behind that one, after one blank."""
    home: Home | None = None
    """What gave it its one meaning, if the gazetteer alone would give another."""

    @property
    def bracketed(self) -> bool:
        """Whether brackets enclose it and nothing else."""
        return self.text.endswith(_OPENING, 0, self.start) and self.text.startswith(_CLOSING, self.end)

    @property
    def in_capitals(self) -> bool:
        """Whether all of its line is in capitals, so that they tell nothing."""
        return self.surface.isupper() and _line_around(self.text, self.start, self.end).isupper()


def find_candidates(article: Article, material: Material) -> tuple[Candidate, ...]:
    """The phrases that mean a country in a text of the article's language, in order, disjoint.

    A place that the article once puts into another country than it has alone stays there.
    """
    text, gazetteer = article.text, material.lexicon.gazetteer
    homes = _find_homes(article, material.hits, gazetteer)
    states = find_states(material.hits, text)
    found = []
    for hit in part_pairs(material.hits, text, gazetteer):
        entries = hit.entries
        if entries[0].language or entries[-1].language:
            entries = tuple(entry for entry in entries if entry.language in ("", article.language))
        if not entries or not entries[0].code:
            continue
        home = _find_home(text, hit, entries[0], homes, gazetteer)
        if states and not home and _is_said_of_state(text, hit, gazetteer):
            home = states.get(text[hit.start : hit.end])
        if home and home.code != entries[0].code:
            entries = (Entry(text[hit.start : hit.end], home.code, "city"),)
        else:
            home = None
        found.append(look_around(text, hit, entries, home))
    return tuple(found)


def find_states(hits: Sequence[Hit], text: str) -> dict[str, Home]:
    """The names that an article gives to a state within a country, and not to the country of that name.

    Where it writes `Niger State` and nothing else of Niger, the `Niger governor` is of the state, too.
    """
    states = {
        surface.removesuffix(_STATE): Home(hit.entries[0].code, (hit.start, hit.end))
        for hit in hits
        if text.endswith(_STATE, hit.start, hit.end)
        and (surface := text[hit.start : hit.end])
        and hit.entries[0].kind == "region"
    }
    return {name: home for name, home in states.items() if not _speaks_of_country(name, hits, text)}


def _is_said_of_state(text: str, hit: Hit, gazetteer: Gazetteer) -> bool:
    """Whether the word behind is said of states: `governor`."""
    following = _FOLLOWING.match(text, hit.end)
    return following is not None and following[2] in gazetteer.cues["stately"]


def _speaks_of_country(name: str, hits: Sequence[Hit], text: str) -> bool:
    """Whether the text says anything else of the country that the name is of."""
    by_surface = [(text[hit.start : hit.end], hit.entries[0].code) for hit in hits]
    codes = {code for surface, code in by_surface if surface == name}
    return any(code in codes for surface, code in by_surface if code and surface != name)


def _find_homes(article: Article, hits: Sequence[Hit], gazetteer: Gazetteer) -> dict[str, Home]:
    """The dateline's place, in capitals: `NAPLES, Fla.` holds for every Naples below it."""
    dateline = article.dateline
    if not dateline or not dateline.place or not dateline.country:
        return {}
    country = find_dateline_country(article, ((hit.start, hit.entries[0].code) for hit in hits), gazetteer)
    return {dateline.place.partition(",")[0].upper(): Home(country or dateline.country, None)}


def _find_home(text: str, hit: Hit, entry: Entry, homes: dict[str, Home], gazetteer: Gazetteer) -> Home | None:
    """The country that the article gives the place: by a qualifier right behind it, which holds from there on too."""
    if text.startswith(",", hit.end) and (home := _read_qualifier(text, hit, entry.kind, gazetteer)):
        homes[text[hit.start : hit.end].upper()] = home
        return home
    return homes.get(text[hit.start : hit.end].upper()) if homes and entry.kind in LOCAL else None


def _read_qualifier(text: str, hit: Hit, kind: Kind, gazetteer: Gazetteer) -> Home | None:
    """What a qualifier behind the place says: `Lebanon, N.H.`, `Tripoli, Lebanon,`, `Lebanon, in rural Ohio`."""
    qualifier = _QUALIFIER.match(text, hit.end)
    if not qualifier:
        return None
    if qualifier["around"] and not gazetteer.is_region(qualifier["around"]):
        return None
    if qualifier["long"] and not _is_placing(text, qualifier, kind, gazetteer):
        return None
    code = gazetteer.country_by_qualifier(
        text[hit.start : hit.end], qualifier["around"] or qualifier["short"] or qualifier["long"]
    )
    return Home(code, qualifier.span(qualifier.lastgroup or 0)) if code else None


def _is_placing(text: str, qualifier: re.Match[str], kind: Kind, gazetteer: Gazetteer) -> bool:
    """Whether a name behind a comma places what stands before it, and is not the next of a list."""
    end = qualifier.end()
    if gazetteer.is_region(qualifier["long"]):
        return kind in LOCAL or not (text.startswith(" ", end) or _LISTED.match(text, end))
    return kind in ("capital", "city") and not text.startswith(" ", end)


def look_around(text: str, hit: Hit, entries: tuple[Entry, ...], home: Home | None) -> Candidate:
    """The candidate for a hit, with the words around it."""
    start, end = hit.start, hit.end
    ahead = text[max(0, start - REACH) : start]
    before = _word_at_end(ahead)
    run = _RUN_BEHIND.match(text, end)
    following = _FOLLOWING.match(text, end)
    suffix, word, tail = following.groups("") if following else ("", "", "")
    return Candidate(
        text=text,
        start=start,
        end=end,
        surface=text[start:end],
        entries=entries,
        kind=entries[0].kind,
        weight=entries[0].weight,
        before=before,
        prefix=ahead[:-1].rsplit(None, 1)[-1] if ahead[-1:] == "-" and ahead[-2:-1].isalpha() else "",
        run_before=_run_at_end(ahead) if before and (before in _CONNECTORS or before[0].isupper()) else (),
        run_behind=_run_at_start(run[0]) if run else (),
        suffix=suffix,
        next=word,
        tail=tail,
        home=home,
    )


def _word_at_end(ahead: str) -> str:
    """The last word, if nothing but a blank parts it from what follows."""
    if len(ahead) < 2 or ahead[-1] not in " \n" or ahead[-2].isspace():
        return ""
    word = ahead[:-1].rsplit(None, 1)[-1]
    return word.lstrip("\"'(“‘«[") if word[-1].isalnum() or word[-1] in ".&" else ""


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
