"""Which outlet a few words name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from newsgen.lexicon import Lexicon
from newsgen.lexicon.desk import fold
from newsgen.records.options import Outlet, ReadingOptions

MAX_NAME = 80
"""Characters; no outlet's name is longer."""

# matches: Sample Wire (SWS)
_IN_BRACKETS = re.compile(r"^([^()\[\]]*)[(\[]([^()\[\]]+)[)\]]\W*$")
# matches: Sahel Desk / Niamey
# matches: Sahel Desk | World
# matches: Reuters – Niamey
# matches: Le Monde avec AFP
# matches: Al Jazeera and news agencies
_PARTED = re.compile(
    r"\s+(?:and|et|y)\s+(?:news\s+)?(?:agencies|agences|agencias)\b|\s+[/|•·–—-]\s+|\s*[|•]\s*|,\s|\s+(?:with|avec|con)\s+"
)
# matches: © 2024 The Courier
# matches: (c) The Courier
# matches: -- Sahel Desk
# not: The Courier
_LEAD = re.compile(
    r"^(?:\(c\)|[\s\-–—*_©|•:,(\[\"“«]|copyright\b|(?:19|20)\d\d\b(?:\s*[-–]\s*(?:20\d\d|present))?)+", re.I
)
_MAX_WORDS = 8
"""In a name with place or initials; more words are a sentence."""
_TRAIL = ' \t.,;:|-–—*_)]"”»'


class Named(NamedTuple):
    """An outlet as some words name it."""

    name: str
    """The declared name, or the words themselves."""
    declared: bool
    """Whether `site.yaml` declares it."""


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """What the reading of one clipping rests on; equal only to itself, so that results can be kept with it."""

    lexicon: Lexicon
    outlets: Mapping[str, str]
    """Folded name or alias of each declared outlet → its name."""
    language: str
    """Taken where a text is too short to tell."""
    framed: Mapping[str, str] = field(default_factory=dict)
    """Folded name of each outlet that the clipping's own frame tells → its name."""

    def declared(self, text: str) -> str | None:
        """The declared outlet of exactly this name or alias; "The" does not count."""
        folded = fold(text)
        return self.outlets.get(folded) or self.outlets.get(folded.removeprefix("the "))

    def told(self, text: str) -> str | None:
        """The outlet of exactly this name that the clipping's frame tells; "The" does not count."""
        return self.framed.get(fold(text).removeprefix("the ")) if self.framed else None


def make_context(options: ReadingOptions, lexicon: Lexicon) -> Context:
    """What the reading of a clipping rests on besides its text."""
    return Context(lexicon, _index(options.outlets), options.language)


def add_framed(context: Context, names: Iterable[str]) -> Context:
    """The context of a clipping whose frame tells that these are outlets; the same one if it tells none."""
    framed: dict[str, str] = {}
    for name in names:
        framed.setdefault(fold(name).removeprefix("the "), name)
    return replace(context, framed=framed) if framed else context


@lru_cache(maxsize=8)
def _index(outlets: tuple[Outlet, ...]) -> Mapping[str, str]:
    """Folded spelling → name; the outlet that comes first keeps a spelling that two claim."""
    spellings: dict[str, str] = {}
    for outlet in outlets:
        for spelling in (outlet.name, *outlet.aliases):
            spellings.setdefault(fold(spelling).removeprefix("the "), outlet.name)
    return spellings


def trim_name(text: str) -> str:
    """The words without dashes, marks, brackets, years and copyright signs around them."""
    text = text.strip()
    text = _LEAD.sub("", text)
    inner = text.rstrip(_TRAIL)
    if inner.count("(") > inner.count(")"):
        return text[: len(inner) + 1]
    return inner


# matches: (Pty)
# matches: S.L.U.
_DOTS = re.compile(r"[.,()]+")


def cut_company(name: str, context: Context) -> str:
    """The name without the form of its company: `Valley Gazette (Pty) Ltd`, `Ediciones del Valle, S.L.U.`"""
    forms = context.lexicon.desk.words["company"]
    words = name.split()
    while len(words) > 1 and fold(_DOTS.sub("", words[-1])) in forms:
        words.pop()
    return " ".join(words).rstrip(" ,.(-") if words != name.split() else name


def cut_publisher(name: str, context: Context) -> str:
    """The name without the words of a publishing company before or behind it: `Valley & Isles Publishing`."""
    publishers = context.lexicon.desk.words["publisher"]
    words = name.split()
    while len(words) > 1 and fold(words[-1]) in publishers:
        words.pop()
    while len(words) > 1 and fold(words[0]) in publishers:
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=1 << 11)
def name_outlet(text: str, context: Context) -> Named | None:
    """The outlet that the words name: declared, or known, or with a word in it that only outlets have; remembered,
    since several rules ask it of the same line."""
    if not 1 < len(text) <= MAX_NAME:
        return None
    forms = tuple(_forms(trim_name(text), context))
    listed = next(filter(None, (_look_up(form, context) for form in forms)), None)
    if listed:
        return listed
    desk = context.lexicon.desk
    first, _, rest = fold(forms[0]).partition(" ")
    if (
        rest
        and first in desk.words["crumb"]
        and not any(desk.agency(form) or fold(form) in desk.outlets for form in forms)
    ):
        return None
    if _speaks_to_readers(f"{first} {rest}", context):
        return None
    for form in forms:
        # With a place, section or person beside it, the words are more than a name.
        if context.lexicon.desk.is_outlet_name(form) and not _PARTED.search(form):
            return Named(context.lexicon.desk.agency(form) or form, declared=False)
    return None


def _look_up(name: str, context: Context) -> Named | None:
    """The outlet of this name that `site.yaml` declares, or else the clipping's frame tells."""
    declared = context.declared(name)
    told = None if declared else context.told(name)
    return Named(declared, declared=True) if declared else Named(told, declared=False) if told else None


def _speaks_to_readers(folded: str, context: Context) -> bool:
    """Whether the words ask readers for something, or offer it: `Support the Valley News`, `Our newsletter`."""
    words = context.lexicon.desk.words
    said = folded.split()
    return (len(said) > 1 and said[0] in words["invite"]) or not words["address"].isdisjoint(said)


def _forms(name: str, context: Context) -> Iterable[str]:
    """The name; without what stands in brackets and what stands there alone; without place, section or staff."""
    yield name
    if len(name.split()) > _MAX_WORDS:
        return
    match = _IN_BRACKETS.match(name)
    if match:
        yield from (part.strip() for part in match.groups() if part.strip())
    first, *others = _PARTED.split(name)
    if others:
        yield first.strip()
        yield from (other.strip() for other in others if context.declared(other))
        if all(fold(section) in context.lexicon.desk.sections for section in (first, *others[:-1])):
            yield others[-1].strip()
    words = name.split()
    desk = context.lexicon.desk
    if len(words) > 1 and (
        fold(words[-1]) in desk.cues["byline.desk"]
        or (fold(words[-1]) in desk.sections and fold(" ".join(words[:-1])) in desk.outlets)
    ):
        yield " ".join(words[:-1])
