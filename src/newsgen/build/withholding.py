"""What `withhold` in `site.yaml` takes out, taken out of the clippings: nothing behind this has seen it.

Who is meant by a name, and which clipping by a slug, is told by a first reading and resolution of the clippings as
received. That reading is remembered as every other, so that it costs only once.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

import msgspec
from rapidfuzz import fuzz, process

from newsgen.build.cast import Cast
from newsgen.build.safety import set_aside
from newsgen.errors import ConfigError, Diagnostic
from newsgen.lexicon import Lexicon
from newsgen.records.clipping import Clipping, Clippings
from newsgen.records.entities import Entities
from newsgen.records.options import Config, Withheld
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from newsgen.shelf import Shelf
from newsgen.withhold import (
    Mere,
    Names,
    Run,
    cover_runs,
    find_articles,
    find_told,
    fold_text,
    forget_judgements,
    gather_names,
    holds,
    split_words,
)

SITE_FILE = "site.yaml"
_NEAR = 60
"""How like, of 100, something must be to be suggested for what the archive does not have."""

ReadAll: TypeAlias = Callable[[Sequence[Clipping]], tuple[Shelf[Reading], frozenset[str]]]
"""Gives the readings of clippings, and the paths of those that had to be made anew."""


class Labels(NamedTuple):
    """What stands in place of what is withheld, in the site's language."""

    name: str
    passage: str


class Kept(NamedTuple):
    """What is left, and what there is to tell."""

    loaded: Clippings
    config: Config
    """Without judgements on names that nothing writes any more."""
    parsed: frozenset[str] = frozenset()
    """Paths of the clippings read anew to find out what is meant."""
    notes: tuple[Diagnostic, ...] = ()


class _Survey:
    """The archive as received."""

    def __init__(self, loaded: Clippings, readings: Sequence[Reading], config: Config, lexicon: Lexicon) -> None:
        self.clippings = loaded.clippings
        self.all_readings = tuple(readings)
        self.config = config
        self._lexicon = lexicon
        good, _ = set_aside(loaded.diagnostics, self.all_readings)
        self.good = tuple(self.clippings[position] for position in good)
        self.readings = tuple(self.all_readings[position] for position in good)

    @cached_property
    def entities(self) -> Entities:
        return resolve(self.readings, self.config.judgements, self._lexicon)

    @cached_property
    def places(self) -> dict[str, int]:
        """The position of each clipping among those that could be read, by its path."""
        return {clipping.path: place for place, clipping in enumerate(self.good)}

    @cached_property
    def slugs(self) -> dict[str, str]:
        """The path of each article's clipping."""
        return dict(zip(self.entities.article_ids, (clipping.path for clipping in self.good), strict=True))

    @cached_property
    def folded(self) -> list[str]:
        """The text of each clipping, folded."""
        return [fold_text(clipping.text) for clipping in self.clippings]

    def find_articles(self, what: str) -> frozenset[str]:
        return find_articles(what, self.clippings, {}) or find_articles(what, self.clippings, self.slugs)

    def suggest_article(self, what: str) -> str:
        """The file or slug that comes nearest, in words."""
        known = [*self.slugs, *(clipping.path for clipping in self.clippings)]
        near = process.extractOne(what, known, scorer=fuzz.ratio, score_cutoff=_NEAR)
        return f"did you mean `{near[0]}`?" if near else "give its file as in articles/, or the name of its page"

    def suggest_person(self, what: str) -> str:
        """The names that come nearest, in words."""
        near = Cast(self.entities.people, self.readings).suggest(what)
        return f"did you mean “{near[0]}”?" if near else "write the name as an article does, or remove the entry"


def withhold(loaded: Clippings, config: Config, lexicon: Lexicon, labels: Labels, read: ReadAll) -> Kept:
    """The clippings without what is withheld.

    Raises ConfigError for an entry that means nothing, and for what would still tell it: better no site than one that
    shows what was to be taken out.
    """
    if not config.withheld:
        return Kept(loaded, config)
    readings, parsed = read(loaded.clippings)
    survey = _Survey(loaded, readings, config, lexicon)
    gone, faults = _find_gone(survey)
    passages = _find_passages(survey, faults)
    names = _find_names(survey, faults)
    if faults:
        raise ConfigError(*sorted(faults))
    covered = _put_together([one for _, one in names])
    left = [
        _cover(survey, position, covered, passages[position], labels)
        for position, clipping in enumerate(survey.clippings)
        if clipping.path not in gone
    ]
    config = msgspec.structs.replace(config, judgements=forget_judgements(config.judgements, covered.everywhere))
    shown = set(covered.everywhere)
    shown.update(split_words(entry.what) for entry in config.withheld if entry.kind == "passage" and not entry.article)
    if told := tuple(find_told(sorted(shown), left, config)):
        raise ConfigError(*sorted(told))
    kept = msgspec.structs.replace(loaded, clippings=tuple(left))
    return Kept(kept, config, parsed, tuple(_tell_people(names)))


def drop_covered(reading: Reading, *, labels: Labels) -> Reading:
    """The reading without listed people whose names were covered: what stands there is nobody's name."""
    listed = tuple(
        name for name in reading.article.listed_people if labels.name.replace("-", " ") not in name.replace("-", " ")
    )
    if listed == reading.article.listed_people:
        return reading
    return msgspec.structs.replace(reading, article=msgspec.structs.replace(reading.article, listed_people=listed))


def _find_gone(survey: _Survey) -> tuple[frozenset[str], list[Diagnostic]]:
    """Paths of the clippings that go; an error for each entry that means none."""
    gone: set[str] = set()
    faults = []
    for entry in survey.config.withheld:
        what = entry.what if entry.kind == "article" else entry.article
        if what is None:
            continue
        found = survey.find_articles(what)
        if not found:
            message = f"there is no article “{what}” to withhold{' words of' if entry.kind == 'passage' else ''}"
            faults.append(_fault(entry, message, survey.suggest_article(what)))
        elif entry.kind == "article":
            gone |= found
    return frozenset(gone), faults


def _find_passages(survey: _Survey, faults: list[Diagnostic]) -> list[tuple[Run, ...]]:
    """For each clipping the passages that are taken out of it."""
    runs: list[list[Run]] = [[] for _ in survey.clippings]
    for entry in survey.config.withheld:
        if entry.kind != "passage":
            continue
        paths = survey.find_articles(entry.article) if entry.article else None
        run = split_words(entry.what)
        places = [
            place
            for place, clipping in enumerate(survey.clippings)
            if (paths is None or clipping.path in paths) and _has(survey, place, run)
        ]
        if not places and (paths is None or paths):
            where = f"“{entry.article}” does not have" if entry.article else "no clipping has"
            hint = "copy the words from the clipping, or remove the entry"
            faults.append(_fault(entry, f"{where} the passage “{entry.what}”", hint))
        for place in places:
            runs[place].append(run)
    return [tuple(found) for found in runs]


def _has(survey: _Survey, place: int, run: Run) -> bool:
    if not holds(survey.folded[place], run):
        return False
    return cover_runs(survey.clippings[place], (run,), "") is not survey.clippings[place]


def _find_names(survey: _Survey, faults: list[Diagnostic]) -> list[tuple[Withheld, Names]]:
    """The names of each withheld person; an error for one whom no clipping names."""
    found = []
    for entry in survey.config.withheld:
        if entry.kind != "person":
            continue
        names = gather_names(entry.what, survey.entities, survey.readings, survey.config.judgements)
        is_written = any(_has(survey, place, run) for run in names.everywhere for place in range(len(survey.folded)))
        if not names.people and not is_written:
            faults.append(_fault(entry, f"no article names “{entry.what}”", survey.suggest_person(entry.what)))
        found.append((entry, names))
    return found


class _Covered(NamedTuple):
    """The names of all withheld people together; positions are those of the readings."""

    everywhere: frozenset[Run]
    within: dict[int, frozenset[Run]]
    spared: dict[int, frozenset[Run]]


def _cover(survey: _Survey, position: int, covered: _Covered, passages: Sequence[Run], labels: Labels) -> Clipping:
    """A clipping without the passages, then without the names."""
    clipping, blocks = survey.clippings[position], survey.all_readings[position].article.blocks
    if passages:
        clipping = cover_runs(clipping, passages, labels.passage, blocks=blocks)
    place = survey.places.get(clipping.path, -1)
    mere = Mere(
        runs=covered.within.get(place, frozenset()) - covered.everywhere,
        spared=covered.spared.get(place, frozenset()),
    )
    return cover_runs(clipping, covered.everywhere, labels.name, blocks=blocks, mere=mere)


def _put_together(names: Sequence[Names]) -> _Covered:
    within: dict[int, frozenset[Run]] = {}
    spared: dict[int, frozenset[Run]] = {}
    for one in names:
        for place, runs in one.within:
            within[place] = within.get(place, frozenset()).union(runs)
        for place, runs in one.spared:  # of two withheld people neither spares the other
            spared[place] = spared.get(place, frozenset()).union(runs)
    everywhere = frozenset(run for one in names for run in one.everywhere)
    return _Covered(everywhere, within, {place: runs - within[place] for place, runs in spared.items()})


def _tell_people(names: Iterable[tuple[Withheld, Names]]) -> Iterator[Diagnostic]:
    """A note for an entry that means several people, and for others who may be the one whom it means."""
    for entry, one in names:
        if len(one.people) > 1:
            ids = ", ".join(person.id for person in one.people)
            message = f"“{entry.what}” withholds {len(one.people)} people: {ids}"
            yield _note(entry, message, "give one of these in place of the name to withhold only that person")
        for person in one.doubtful:
            message = f"“{person.name}” ({person.id}) may be the withheld “{entry.what}”, and stays"
            yield _note(entry, message, "withhold that person too, or settle it in people.yaml")


def _note(entry: Withheld, message: str, hint: str) -> Diagnostic:
    return Diagnostic(SITE_FILE, entry.line, entry.column, "note", "withheld", message, hint)


def _fault(entry: Withheld, message: str, hint: str) -> Diagnostic:
    return Diagnostic(SITE_FILE, entry.line, entry.column, "error", "unknown-withheld", message, hint)
