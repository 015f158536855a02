"""All that the clippings of a site say together: read, resolved and indexed."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

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
from newsgen.index import index
from newsgen.language import Language, Words, choose_language
from newsgen.lexicon import Lexicon, load_lexicon
from newsgen.load import Files, load_clippings, read_files
from newsgen.memo import Memo
from newsgen.pages import Plan, plan_pages
from newsgen.records.archive import Archive
from newsgen.records.clipping import Clipping, Clippings
from newsgen.records.options import Config
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from newsgen.shelf import Pack, Shelf, shelve
from newsgen.theme import load_catalogues


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

    def plan_pages(self, *, with_redirects: bool = True) -> Plan:
        """All pages of the site, those that lead on too; raises what `plan_pages` raises."""
        redirects = self.config.redirects if with_redirects else ()
        return plan_pages(self.archive, self.config.site, self.lexicon, Words(self.language), redirects)


class _Papers(NamedTuple):
    """The clippings without errors, drafts too, and what was read of them."""

    clippings: Shelf[Clipping]
    readings: Shelf[Reading]
    gists: tuple[Reading, ...]
    """The readings as far as other than pages look at them."""
    faults: tuple[Diagnostic, ...]
    """Of files that could not be read, and of clippings set aside."""

    def find_places(self, position: int) -> Places:
        """Where what an article says stands in its clipping."""
        return Places(self.readings.peek(position).article, self.clippings.peek(position).text)


def gather(
    site: Path, options: BuildOptions, clock: Clock, *, files: Files | None = None, progress: Progress
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
    clock.lap("configure")

    loaded = load_clippings(files or read_files(site))
    clock.lap("load", len(loaded.clippings))

    with Memo(site / MEMO) as memo:
        read = partial(read_clippings, reading=config.reading, memo=memo, options=options, progress=progress)
        loaded, config, surveyed, notes = withhold(loaded, config, lexicon, labels, read)
        readings, changed = read(loaded.clippings)
    # A clipping of which something is withheld may be read twice, as it is and without that.
    anew = [clipping.path for clipping in loaded.clippings if clipping.path in surveyed | changed]
    papers = _sort_out(loaded, readings.change(partial(drop_covered, labels=labels)))
    number, loaded = len(loaded.clippings), Clippings(clippings=(), diagnostics=())  # they lie on the shelf now
    clock.lap("read", len(anew))

    with without_collector(), Memo(site / RESOLVED_MEMO) as resolved:
        progress("resolve", 0, 0)  # how many, in all, is told when it is done: until then it tells nothing
        recall = remember_parts(resolved, lexicon, anew=options.full)
        entities = resolve(papers.gists, config.judgements, lexicon, recall=recall)
        progress("resolve", len(papers.gists), len(papers.gists))
        clock.lap("resolve", len(papers.gists))

        progress("index", 0, 0)
        archive = index(papers.clippings, papers.readings, entities, config.site, lexicon, gists=papers.gists)
        progress("index", len(archive.articles), len(archive.articles))
        clock.lap("index", len(archive.articles))
    found = {
        *memo.notes,
        *resolved.notes,
        *notes,
        *told,
        *papers.faults,
        *_find_notes(papers, archive, config, lexicon),
    }
    return Gathered(
        config=config,
        lexicon=lexicon,
        archive=archive,
        readings=papers.readings,
        clippings=number,
        parsed=len(anew),
        faults=papers.faults,
        diagnostics=tuple(sorted(drop_answered(found, papers.gists, config.judgements))),
        language=language,
    )


def _sort_out(loaded: Clippings, readings: Shelf[Reading]) -> _Papers:
    """The clippings without errors; raises BuildError if there is none."""
    gists = tuple(map(take_gist, readings))
    good, faults = set_aside(loaded, gists)
    check_any(good, faults)
    pack = Pack()
    for position in good:
        pack.add(encode(loaded.clippings[position]))
    gists = tuple([gists[position] for position in good])
    return _Papers(shelve(Clipping, pack), readings.pick(good), gists, faults)


def _find_notes(papers: _Papers, archive: Archive, config: Config, lexicon: Lexicon) -> Iterator[Diagnostic]:
    """What there is to tell of clippings, and of what they say together."""
    yield from archive.diagnostics
    for gist in papers.gists:
        yield from gist.diagnostics
    yield from find_notes(papers.gists, papers.find_places, archive, config.judgements, lexicon.gazetteer)
