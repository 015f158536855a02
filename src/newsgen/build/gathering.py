"""All that the clippings of a site say together: read, resolved and indexed."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, cast

from msgspec.structs import replace

from newsgen.build.batches import without_collector
from newsgen.build.gists import take_gist
from newsgen.build.memos import MEMO, RESOLVED_MEMO
from newsgen.build.notes import drop_answered, find_notes
from newsgen.build.places import Places
from newsgen.build.reading import read_clippings
from newsgen.build.report import BuildOptions, Clock, Progress
from newsgen.build.resolving import remember_parts
from newsgen.build.safety import check_any, set_aside
from newsgen.build.withholding import Labels, drop_covered, withhold
from newsgen.canon import encode
from newsgen.config import load_config
from newsgen.errors import Diagnostic
from newsgen.execute import take_apart
from newsgen.holding import NOTHING_HELD, Holding
from newsgen.index import index, put_articles
from newsgen.language import Language, Words, choose_language
from newsgen.lexicon import Lexicon, load_lexicon
from newsgen.load import Files, load_clippings, read_files
from newsgen.memo import Memo
from newsgen.pages import Plan, plan_pages
from newsgen.records.archive import Archive
from newsgen.records.clipping import Clipping
from newsgen.records.options import Config
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from newsgen.shelf import Pack, Shelf, shelve
from newsgen.theme import load_catalogues

_MANY = 1000
"""Clippings of which so many are read anew take more memory to be put together than it costs to have it back."""


class Gathered(NamedTuple):
    """All that the clippings of a site say together, and what there is to tell about them."""

    config: Config
    lexicon: Lexicon
    archive: Archive
    readings: Shelf[Reading]
    """Of the clippings without errors, drafts too."""
    clippings: int
    """Files read."""
    parsed: int
    """Of these, read anew."""
    faults: tuple[Diagnostic, ...]
    """Of files that could not be read, and of clippings set aside."""
    diagnostics: tuple[Diagnostic, ...]
    """All messages, sorted by place."""
    language: Language
    """The site's."""

    def plan_pages(self, held: Holding = NOTHING_HELD, *, with_redirects: bool = True) -> Plan:
        """All pages of the site, those that lead on too; raises what `plan_pages` raises."""
        redirects = self.config.redirects if with_redirects else ()
        return plan_pages(self.archive, self.config.site, self.lexicon, Words(self.language), redirects, held=held)


class _Papers(NamedTuple):
    """The clippings without errors, drafts too, and what was read of them."""

    clippings: Shelf[Clipping]
    readings: Shelf[Reading]

    def find_places(self, position: int) -> Places:
        """Where what an article says stands in its clipping."""
        return Places(self.readings.peek(position).article, self.clippings.peek(position).text)


class _Together(NamedTuple):
    """What the clippings say together."""

    archive: Archive
    """Without its articles."""
    good: Sequence[int]
    """The positions of the clippings without errors, drafts too."""
    faults: tuple[Diagnostic, ...]
    """Of files that could not be read, and of clippings set aside."""
    diagnostics: tuple[Diagnostic, ...]
    """What there is to tell of the clippings, and of what they say together."""


def gather(
    site: Path,
    options: BuildOptions,
    clock: Clock,
    *,
    files: Files | None = None,
    held: Holding = NOTHING_HELD,
    progress: Progress,
) -> Gathered:
    """The archive in the folder `site`, read and put together; `files` are those of its clippings if they were read.

    Raises UsageError for a wrong configuration and BuildError if no clipping can be read.
    """
    lexicon = load_lexicon()
    with without_collector():
        config = load_config(site, lexicon.gazetteer.code_of, base_url=options.base_url, drafts=options.drafts)
    language, told = choose_language(config.site.language, load_catalogues(site))
    say = Words(language).say
    labels = Labels(say("withheld.name"), say("withheld.passage"))
    held.share(config.site, config.withheld, language, lexicon.digest)
    clock.lap("configure")

    loaded = load_clippings(files or read_files(site), held)
    clock.lap("load", len(loaded.clippings))

    with Memo(site / MEMO) as memo:
        read = partial(read_clippings, reading=config.reading, memo=memo, options=options, progress=progress)
        loaded, config, surveyed, notes = withhold(loaded, config, lexicon, labels, read)
        readings, changed = read(loaded.clippings)
    # A clipping of which something is withheld may be read twice, as it is and without that.
    anew = [clipping.path for clipping in loaded.clippings if clipping.path in surveyed | changed]
    number, unread = len(loaded.clippings), loaded.diagnostics
    papers = _Papers(_shelve(loaded.clippings, memo), readings.change(partial(drop_covered, labels=labels)))
    del loaded, readings  # all lies on the shelves now
    clock.lap("read", len(anew))

    open_memo = partial(Memo, site / RESOLVED_MEMO)
    steps = _put_together(papers, unread, config, lexicon, open_memo, held, anew=options.full)
    # What another process has made cannot be held here.
    executor = "serial" if held.lasts or len(anew) < max(_MANY, number / 2) else options.executor
    with without_collector(), take_apart(steps, "resolve", executor) as taken:
        progress("resolve", 0, 0)  # how many, in all, is told when it is done: until then it tells nothing
        next(taken)
        progress("resolve", number, number)
        clock.lap("resolve", number)

        progress("index", 0, 0)
        found = cast("_Together", next(taken))
        readings = papers.readings.pick(found.good)
        archive = put_articles(found.archive, papers.clippings.pick(found.good), readings)
        progress("index", len(archive.articles), len(archive.articles))
    clock.lap("index", len(archive.articles))
    return Gathered(
        config=config,
        lexicon=lexicon,
        archive=archive,
        readings=readings,
        clippings=number,
        parsed=len(anew),
        faults=found.faults,
        diagnostics=tuple(sorted({*found.diagnostics, *memo.notes, *notes, *told})),
        language=language,
    )


def _shelve(clippings: Sequence[Clipping], memo: Memo) -> Shelf[Clipping]:
    pack = Pack(memo.path.parent)
    for clipping in clippings:
        pack.add(encode(clipping))
    return shelve(Clipping, pack, stamps=[(clipping.path, clipping.digest) for clipping in clippings])


def _put_together(  # noqa: PLR0913  it runs in a process of its own, to which all is given
    papers: _Papers,
    unread: Sequence[Diagnostic],
    config: Config,
    lexicon: Lexicon,
    open_memo: Callable[[], Memo],
    held: Holding,
    *,
    anew: bool,
) -> Iterator[_Together | None]:
    """In two steps what the clippings say together: first it is resolved; raises BuildError if there is nothing.

    `unread` tells of files that could not be read. `anew` passes over what the memo knows.
    """
    with without_collector():
        every = _take_gists(papers.readings, held)
        good, faults = set_aside(unread, every)
        check_any(good, faults)
        papers = _Papers(papers.clippings.pick(good), papers.readings.pick(good))
        gists = tuple([every[position] for position in good])
        with open_memo() as memo:
            recall = remember_parts(memo, lexicon, held, anew=anew)
            entities = resolve(gists, config.judgements, lexicon, recall=recall, held=held)
    yield None
    with without_collector():
        archive = index(papers.clippings, papers.readings, entities, config.site, lexicon, gists=gists, held=held)
        found = (*memo.notes, *faults, *_find_notes(papers, gists, archive, config, lexicon))
        yield _Together(
            archive=held.same("archive", replace(archive, articles=(), origins=())),
            good=good,
            faults=faults,
            diagnostics=tuple(drop_answered(found, gists, config.judgements)),
        )


def _take_gists(readings: Shelf[Reading], held: Holding) -> tuple[Reading, ...]:
    stamps = ((readings.stamp_at(place), None) for place in range(len(readings)))
    return held.each("gist", stamps, lambda place: take_gist(readings.peek(place)))


def _find_notes(
    papers: _Papers, gists: Sequence[Reading], archive: Archive, config: Config, lexicon: Lexicon
) -> Iterator[Diagnostic]:
    """What there is to tell of clippings, and of what they say together."""
    yield from archive.diagnostics
    for gist in gists:
        yield from gist.diagnostics
    yield from find_notes(gists, papers.find_places, archive, config.judgements, lexicon.gazetteer)
