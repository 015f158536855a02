"""People: the spans of an article that name persons, and the persons whom they mean.

The path: runs of capitalised words (`words`) → stretches that may be names, with the titles before them (`candidates`,
`titles`) → those with evidence (`evidence`) → the cast of the article (`cast`, `grouping`) → later and shorter mentions
of the cast, and mentions in headlines (`headings`) → what is said of each (`ties`) → records (`listing`).
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsgen.annotate.material import Material
from newsgen.annotate.people.borders import is_place
from newsgen.annotate.people.candidates import Candidate, Found, find_candidates
from newsgen.annotate.people.cast import Cast
from newsgen.annotate.people.casting import gather_cast
from newsgen.annotate.people.echoes import find_echoed, find_listed
from newsgen.annotate.people.evidence import find_doubtful_evidence, find_evidence, find_title_evidence, is_namesake
from newsgen.annotate.people.further import find_further
from newsgen.annotate.people.ground import Ground, survey
from newsgen.annotate.people.headings import capital_stretches, is_inside, known_names, shouted_names
from newsgen.annotate.people.listing import Joined, Unclear, list_people, list_unresolved, surface_span
from newsgen.annotate.people.ties import find_ties
from newsgen.annotate.people.words import Run, find_runs
from newsgen.records.article import Article
from newsgen.records.finding import Finding
from newsgen.records.reading import CountryMention, LocalPerson, PersonMention, UnresolvedMention


class People(NamedTuple):
    """The persons of an article and the spans that name them or may name someone."""

    people: tuple[LocalPerson, ...]
    """In order of first mention."""
    mentions: tuple[PersonMention, ...]
    """In order of the text."""
    unresolved: tuple[UnresolvedMention, ...]
    """In order of the text; they share no character with the mentions or a country."""


def find_people(
    article: Article, countries: tuple[CountryMention, ...], material: Material, *, further: Iterable[Finding] = ()
) -> People:
    """The persons that an article names, and what may be one; `further` ones, of recognisers, are of the cast too."""
    names = material.lexicon.names
    runs = tuple(find_runs(article.text, names))
    ground = survey(article, runs, countries, material)
    stretches = capital_stretches(article, names)
    plain, capital = _sort_runs(runs, stretches)
    plain += [name for run in capital for name in shouted_names(run, stretches, ground)]
    named = [run for run in plain if len(run) > 1 or not is_place(run[0], ground)]
    found, short = _weigh([candidate for run in named for candidate in find_candidates(run, ground)], ground)
    found += find_further(further, ground)
    cast = gather_cast(found, ground)
    short += [Found(name, "known-name") for run in capital for name in known_names(run, cast, ground)]
    joined, unclear = _recognise(found + short, cast, ground)
    kept = _disjoint(joined)
    people, mentions = list_people(kept, article.text, names)
    return People(people, mentions, list_unresolved(unclear, kept, countries, ground))


def _sort_runs(runs: Iterable[Run], stretches: Sequence[tuple[int, int]]) -> tuple[list[Run], list[Run]]:
    """The runs of plain text, and those whose capitals tell nothing: in headlines, and those that shout."""
    plain: list[Run] = []
    capital: list[Run] = []
    for run in runs:
        shouts = (run[0].shouted or run[0].initial) and all(word.shouted or word.initial for word in run)
        (capital if shouts or is_inside(run[0].start, stretches) else plain).append(run)
    return plain, capital


def _weigh(candidates: Iterable[Candidate], ground: Ground) -> tuple[list[Found], list[Found]]:
    """(those that are persons by their own evidence or the article's, those that may be later mentions of one)."""
    found: list[Found] = []
    declined: list[Candidate] = []
    single: list[Candidate] = []
    for candidate in candidates:
        several = len(candidate.words) > 1
        rule = find_evidence(candidate, ground) if several else find_title_evidence(candidate, ground)
        if rule is not None:
            found.append(Found(candidate, rule))
        else:
            (declined if several else single).append(candidate)
    open_ones = [candidate for candidate in declined if not is_namesake(candidate, ground)]
    titled = [item.candidate for item in found if len(item.candidate.key) == 1]
    found += find_echoed(open_ones, [*single, *titled], ground)
    found += find_listed(_without(open_ones, found), found, ground)
    rest = (*_without(declined, found), *single)
    return found, [Found(candidate, "short-form") for candidate in rest]


def _without(candidates: Iterable[Candidate], found: Iterable[Found]) -> list[Candidate]:
    """The candidates that are not among those found."""
    taken = {item.candidate.start for item in found}
    return [candidate for candidate in candidates if candidate.start not in taken]


def _recognise(items: Iterable[Found], cast: Cast, ground: Ground) -> tuple[list[Joined], list[Unclear]]:
    """(mentions that name someone of the cast, those that may), both in order of the text."""
    joined: list[Joined] = []
    unclear: list[Unclear] = []
    for candidate, rule in sorted(items, key=lambda item: item.candidate.start):
        bearers = cast.bearers(candidate)
        person = cast.choose(bearers, candidate)
        if person is not None:
            cast.figures[person].note(candidate)
            joined.append(Joined(candidate, rule, person, find_ties(candidate, ground)))
        elif bearers:
            unclear.append(Unclear(candidate, "several-bear-it"))
        elif len(candidate.key) > 1 and find_doubtful_evidence(candidate, ground):
            unclear.append(Unclear(candidate, "person-or-not"))
    return joined, unclear


def _disjoint(joined: Iterable[Joined]) -> list[Joined]:
    """The mentions without those that begin inside the one before."""
    kept: list[Joined] = []
    reached = 0
    for item in joined:
        start, end = surface_span(item.candidate)
        if start >= reached:
            kept.append(item)
            reached = end
    return kept
