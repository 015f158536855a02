"""People across articles: full names are grouped, initials and mere family names join them, the rest stands alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

import msgspec

from newsgen.errors import Diagnostic
from newsgen.lexicon import Lexicon
from newsgen.lexicon.slugs import fold_name
from newsgen.records import Record
from newsgen.records.entities import Link
from newsgen.records.reading import Reading
from newsgen.resolve.circumstances import Circumstances
from newsgen.resolve.companions import Companions
from newsgen.resolve.gathering import Namings, gather_namings
from newsgen.resolve.groups import Doubt, Group, Grouping, group_names, join_judged, link_judged
from newsgen.resolve.initials import place_initialled
from newsgen.resolve.judgements import Judgements, Mark, list_written, report_unknown
from newsgen.resolve.listed import report_unclear
from newsgen.resolve.namings import Name, Naming
from newsgen.resolve.occasions import Occasions
from newsgen.resolve.singles import group_singles
from newsgen.resolve.surnames import Placing, Surnames
from newsgen.resolve.trades import Trades


class Marked(Record):
    """All namings, with what the judgements say of them; nobodies left out."""

    names: tuple[Name, ...]
    name_marks: tuple[Mark, ...]
    """Parallel to `names`."""
    bare: tuple[Naming, ...]
    bare_marks: tuple[Mark, ...]
    """Parallel to `bare`."""
    written: Mapping[str, str]
    """Folded name → as written, of all that a judgement could speak of; empty if there are no judgements."""


Unplaced: TypeAlias = tuple[Naming, Mark, Placing]
"""A single name that no full name explains, and those that it may mean."""


class People(Record):
    """All persons of an archive, not yet named."""

    grouping: Grouping
    diagnostics: tuple[Diagnostic, ...]
    """Judgements that speak of nobody, front matter that does not tell who is meant."""


def group_people(readings: Sequence[Reading], judgements: Judgements, trades: Trades, lexicon: Lexicon) -> People:
    """The groups of namings, each of them one person; raises ConfigError if two judgements claim one name."""
    home = tuple(frozenset(c.code for c in reading.countries if c.primary) for reading in readings)
    found = gather_namings(readings, home, lexicon.names, trades)
    marked = _mark_namings(readings, judgements, found)
    around = Circumstances(
        names=lexicon.names,
        companions=Companions(marked.names, marked.bare, lexicon.names),
        occasions=Occasions(readings),
        trades=trades,
        home=home,
    )
    return People(
        grouping=_group_marked(marked, around),
        diagnostics=(*report_unknown(judgements, marked.written), *report_unclear(readings, lexicon.names)),
    )


def _mark_namings(readings: Sequence[Reading], judgements: Judgements, found: Namings) -> Marked:
    names = [(name, judgements.mark_name(name)) for name in found.names]
    bare = [(naming, judgements.mark(naming)) for naming in found.bare]
    kept_names = [(name, mark) for name, mark in names if not judgements.is_nobody(mark)]
    kept_bare = [(naming, mark) for naming, mark in bare if not judgements.is_nobody(mark)]
    return Marked(
        names=tuple(name for name, _ in kept_names),
        name_marks=tuple(mark for _, mark in kept_names),
        bare=tuple(naming for naming, _ in kept_bare),
        bare_marks=tuple(mark for _, mark in kept_bare),
        written=_gather_written(readings, found) if judgements.entries else {},
    )


def _gather_written(readings: Sequence[Reading], found: Namings) -> Mapping[str, str]:
    """All names in the articles, folded → as written, be it clear or not whether they are those of persons."""
    unresolved = (mention.surface for reading in readings for mention in reading.unresolved)
    written = {fold_name(surface): surface for surface in unresolved}
    for naming in chain(found.bare, *(name.namings for name in found.names)):
        written.update(list_written(naming))
    return written


def _group_marked(marked: Marked, around: Circumstances) -> Grouping:
    """All groups: those of the rules, then what judgements join, then what the rules can tell beyond that."""
    bare = tuple(zip(marked.bare, marked.bare_marks, strict=True))
    by_rules = place_initialled(group_names(marked.names, marked.name_marks, around), around)
    full, rest = _place_bare(by_rules, [one for one in bare if one[1].entry is None], around)
    judged = join_judged(full)
    if judged is not full:  # of two who might be meant, a judgement has made one
        full, rest = _place_bare(place_initialled(judged, around), [(naming, mark) for naming, mark, _ in rest], around)
    groups = _add_claimed(full.groups, [one for one in bare if one[1].entry is not None])
    singles = tuple(group_singles((naming for naming, _, _ in rest), around))
    doubts = _find_doubts(singles, rest, len(groups))
    return Grouping(groups=(*groups, *singles), doubts=(*full.doubts, *doubts))


def _place_bare(
    full: Grouping, bare: Iterable[tuple[Naming, Mark]], around: Circumstances
) -> tuple[Grouping, list[Unplaced]]:
    """The groups after mere family names and single names found theirs, and those that did not."""
    surnames = Surnames(full.groups, around)
    placings = [
        (naming, mark, Placing() if naming.which else surnames.place(naming, mark))  # front matter tells who it is
        for naming, mark in bare
    ]
    placed = ((naming, placing) for naming, _, placing in placings if placing.target)
    groups = tuple(_add_placed(full.groups, placed))
    return Grouping(groups=groups, doubts=full.doubts), [one for one in placings if not one[2].target]


def _add_placed(groups: Sequence[Group], placed: Iterable[tuple[Naming, Placing]]) -> list[Group]:
    """The groups with the family names that fit them; each spelling is linked once."""
    new: dict[int, list[tuple[Naming, Link]]] = {}
    for naming, placing in placed:
        if placing.target:
            new.setdefault(placing.target.place, []).append((naming, placing.target.link))
    return [
        _add_bare(group, (n for n, _ in new[place]), _first_links(link for _, link in new[place]))
        if place in new
        else group
        for place, group in enumerate(groups)
    ]


def _add_claimed(groups: Sequence[Group], claimed: Iterable[tuple[Naming, Mark]]) -> tuple[Group, ...]:
    """The groups with the single names that judgements give them, and new ones for judgements without a group."""
    new: dict[int | None, list[Naming]] = {}
    for naming, mark in claimed:
        new.setdefault(mark.entry, []).append(naming)
    found = [
        _add_bare(group, new[group.mark.entry], _judged_links(group, new.pop(group.mark.entry)))
        if group.mark.entry in new
        else group
        for group in groups
    ]
    alone = (Group(bare=tuple(namings), mark=Mark(entry=entry)) for entry, namings in new.items())
    return (*found, *alone)


def _add_bare(group: Group, namings: Iterable[Naming], links: Iterable[Link]) -> Group:
    return msgspec.structs.replace(group, bare=(*group.bare, *namings), links=(*group.links, *links))


def _first_links(links: Iterable[Link]) -> Iterator[Link]:
    """For each spelling the link with the most evidence."""
    ordered = sorted(links, key=lambda link: (link.left, -len(link.evidence), link.evidence, link.right))
    seen: set[str] = set()
    for link in ordered:
        if link.left not in seen:
            seen.add(link.left)
            yield link


def _judged_links(group: Group, namings: Iterable[Naming]) -> Iterator[Link]:
    full = group.names[0].text if group.names else group.bare[0].local.name
    for text in sorted({naming.local.name for naming in namings} - {full}):
        yield link_judged(text, full)


def _find_doubts(singles: Sequence[Group], rest: Iterable[Unplaced], offset: int) -> Iterator[Doubt]:
    """Whom the single names may mean; `offset` is the place of the first of them among all groups."""
    open_fits = {(naming.article, naming.index, naming.key): placing.open for naming, _, placing in rest}
    for place, group in enumerate(singles, offset):
        for naming in group.bare:
            for fit in open_fits[naming.article, naming.index, naming.key]:
                yield Doubt(left=place, right=fit.place, points=fit.points, link=fit.link)
