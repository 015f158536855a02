"""Phrases that may name a country, each with the words around it."""

import re

from newsgen.annotate.material import Material
from newsgen.lexicon.gazetteer import Entry, Gazetteer, Hit
from newsgen.records import Record
from newsgen.records.article import Article

REACH = 48
"""Characters before a phrase that can belong to the same name."""
LINE = 100
"""Characters on each side of a phrase that show whether its line is in capitals."""

# matches:  National Petroleum Corp. said
# matches:  of Foreign Affairs
# not:  national company
_RUN_BEHIND = re.compile(r"(?:[ \n](?:[A-ZÀ-Þ0-9][\w'’&./-]*|of|de|du|for|&)){1,4}")

# matches: , N.H. - The
# matches: , Calif., on
# matches: , Lebanon, on
# not: , Lebanon and
_QUALIFIER = re.compile(
    r",[ \n](?:(?P<short>(?:[A-Z]\.){2}|[A-Z][a-z]{1,4}\.)|(?P<long>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[,.;)\n]|$))"
)

_OPENING, _CLOSING = ("(", "<", "["), (")", ">", "]")
_CONNECTORS = frozenset({"of", "de", "du", "the", "la", "for", "&"})


class Candidate(Record):
    """A phrase of the gazetteer in its surroundings."""

    start: int
    end: int
    surface: str
    entries: tuple[Entry, ...]
    """What it may mean in a text of this language, likeliest first."""
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
    bracketed: bool
    """Whether brackets enclose it and nothing else."""
    in_capitals: bool
    """Whether all of its line is in capitals, so that they tell nothing."""

    @property
    def weight(self) -> int:
        """Of its likeliest meaning."""
        return self.entries[0].weight


def find_candidates(article: Article, material: Material) -> tuple[Candidate, ...]:
    """The phrases that mean a country in a text of the article's language, in order, disjoint."""
    found = []
    for hit in material.hits:
        entries = hit.entries
        if entries[-1].language or entries[0].language:
            entries = tuple(entry for entry in entries if entry.language in ("", article.language))
        if entries and entries[0].code:
            entries = _move(article.text, hit, entries, material.lexicon.gazetteer)
            found.append(look_around(article.text, hit.start, hit.end, entries))
    return tuple(found)


def _move(text: str, hit: Hit, entries: tuple[Entry, ...], gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The meanings, or the one that a qualifier behind the place gives it: `Lebanon, N.H.`, `Tripoli, Lebanon,`."""
    if text[hit.end : hit.end + 1] != "," or not (qualifier := _QUALIFIER.match(text, hit.end)):
        return entries
    place = text[hit.start : hit.end]
    code = gazetteer.country_by_qualifier(place, qualifier["short"] or qualifier["long"])
    if code is None or code == entries[0].code or (qualifier["long"] and entries[0].kind not in ("capital", "city")):
        return entries
    return (Entry(place, code, "city"),)


def _line_around(text: str, start: int, end: int) -> str:
    """The line that a span stands in, or as much of it as shows how it is written."""
    line_start = text.rfind("\n", max(0, start - LINE), start) + 1 or max(0, start - LINE)
    line_end = text.find("\n", end, end + LINE)
    return text[line_start : line_end if line_end >= 0 else end + LINE]


def look_around(text: str, start: int, end: int, entries: tuple[Entry, ...]) -> Candidate:
    """The candidate for a span, with the words around it."""
    surface = text[start:end]
    ahead = text[max(0, start - REACH) : start]
    before = _word_at_end(ahead)
    behind = text[end : end + LINE // 2]
    following = _first_word(behind[1:]) if behind[:1] in (" ", "\n") else ""
    run = _RUN_BEHIND.match(text, end)
    return Candidate(
        start=start,
        end=end,
        surface=surface,
        entries=entries,
        before=before,
        prefix=ahead[:-1].split()[-1] if ahead[-1:] == "-" and ahead[-2:-1].isalpha() else "",
        run_before=_run_at_end(ahead) if before and (before in _CONNECTORS or before[0].isupper()) else (),
        run_behind=_run_at_start(run[0]) if run else (),
        suffix=_first_word(behind[1:]) if behind[:1] == "-" else "",
        next=following,
        tail=_first_word(behind[len(following) + 2 :]) if following and behind[len(following) + 1 :][:1] == " " else "",
        bracketed=ahead[-1:] in _OPENING and behind[:1] in _CLOSING,
        in_capitals=surface.isupper() and _line_around(text, start, end).isupper(),
    )


def _word_at_end(ahead: str) -> str:
    """The last word, if nothing but a blank parts it from what follows."""
    if ahead[-1:] not in (" ", "\n") or ahead[-2:-1].isspace():
        return ""
    words = ahead.split()
    if not words or not (words[-1][-1].isalnum() or words[-1][-1] in ".&"):
        return ""
    return words[-1].lstrip("\"'(“‘«[")


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


def _first_word(text: str) -> str:
    """The letters at the start."""
    for index, letter in enumerate(text):
        if not letter.isalnum():
            return text[:index]
    return text
