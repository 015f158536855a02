"""Names of an article's front matter, `people: [Kwame Mensah (footballer)]`: who is in it, and which of several.

A word in brackets behind the name tells apart who is written alike: in this article the name means the person who is
called so, brackets and all, in every article that says it. The rules join such a person to nobody of that name.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from newsgen.errors import Diagnostic
from newsgen.lexicon.names import Names
from newsgen.lexicon.slugs import fold_name, part_brackets
from newsgen.records import Record
from newsgen.records.reading import LocalPerson, Reading


class Listed(Record):
    """A name of the front matter."""

    local: LocalPerson
    """In its parts; its `name` is the whole with the brackets."""
    plain: str
    """The folded name without the brackets."""
    which: str
    """What stands between the brackets, folded; empty for most."""


def read_listed(reading: Reading, names: Names) -> tuple[Listed, ...]:
    """The names of the article's front matter."""
    return tuple(_read_name(text, names) for text in reading.article.listed_people)


def find_meant(people: Sequence[LocalPerson], listed: Sequence[Listed]) -> Mapping[int, Listed]:
    """Index of each of an article's people → the name with brackets that means them."""
    meant: dict[int, Listed] = {}
    for one in listed:
        if one.which and not _has_rival(one, listed):
            place = _find_place(one, people)
            if place is not None:
                meant.setdefault(place, one)
    return meant


def report_unclear(readings: Sequence[Reading], names: Names) -> Iterator[Diagnostic]:
    """A warning for each article whose front matter lists two people of one name: which is meant where?"""
    for reading in readings:
        listed = read_listed(reading, names) if reading.article.listed_people else ()
        alike: dict[str, dict[str, str]] = {}
        for one in listed:
            alike.setdefault(one.plain, {}).setdefault(one.which, one.local.name)
        for found in alike.values():
            if len(found) > 1:
                told = " and ".join(f"“{name}”" for name in sorted(found.values()))
                message = f"`people` lists {told}: which of them the text means is not told"
                hint = "list only the one whom the article means by the name"
                yield Diagnostic(reading.article.path, 0, 0, "warning", "several-listed", message, hint)


def name_meant(local: LocalPerson, listed: Listed) -> LocalPerson:
    """The person of an article with the name that the front matter gives."""
    return replace(local, name=listed.local.name, family=listed.local.family, given=listed.local.given)


def _has_rival(one: Listed, listed: Sequence[Listed]) -> bool:
    """Whether somebody else in the front matter is written alike."""
    return any(other.plain == one.plain and other.which != one.which for other in listed)


def _find_place(one: Listed, people: Sequence[LocalPerson]) -> int | None:
    """Who bears the name in full, or else is alone in being called by its last part."""
    full = [place for place, local in enumerate(people) if fold_name(local.name) == one.plain]
    family = fold_name(one.local.family)
    bare = [place for place, local in enumerate(people) if not local.given and fold_name(local.family) == family]
    found = full or bare
    return found[0] if len(found) == 1 else None


def _read_name(text: str, names: Names) -> Listed:
    """The name without titles in front; particles belong to the family name."""
    name, which = part_brackets(text)
    words = name.split()
    while len(words) > 1 and names.is_title(words[0]):
        words = words[1:]
    cut = max(len(words) - 1, 0)
    while cut > 1 and words[cut - 1].lower() in names.particles:
        cut -= 1
    plain = " ".join(words) or text
    local = LocalPerson(
        name=f"{plain} ({' '.join(which.split())})" if which else plain,
        family=" ".join(words[cut:]) or text,
        given=tuple(words[:cut]),
        titles=(),
        forms=(),
        countries=(),
        mentions=0,
    )
    return Listed(local=local, plain=fold_name(plain), which=fold_name(which) if which else "")
