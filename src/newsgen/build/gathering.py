"""All that the clippings of a site say together: read, resolved and indexed."""

from collections.abc import Iterable, Sequence
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
    accepted: Shelf[Clipping]
    """The clippings without errors, drafts too."""
    readings: Shelf[Reading]
    """Of the accepted clippings."""
    gists: tuple[Reading, ...]
    """The same as far as other than pages look at them."""
    clippings: int
    """Files read."""
    parsed: int
    """Of these, read anew."""
    faults: tuple[Diagnostic, ...]
    """Of files that could not be read, and of clippings set aside."""
    notes: tuple[Diagnostic, ...]
    """Of the memo, of what is withheld, and of the site's words."""
    language: Language
    """The site's."""

    def plan_pages(self, *, with_redirects: bool = True) -> Plan:
        """All pages of the site, those that lead on too; raises what `plan_pages` raises."""
        redirects = self.config.redirects if with_redirects else ()
        return plan_pages(self.archive, self.config.site, self.lexicon, Words(self.language), redirects)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All messages, sorted by place."""
        judgements = self.config.judgements
        told = {*self.notes, *self.faults, *self.archive.diagnostics}
        told.update(item for gist in self.gists for item in gist.diagnostics)
        told.update(find_notes(self.gists, self._find_places, self.archive, judgements, self.lexicon.gazetteer))
        return tuple(sorted(drop_answered(told, self.gists, judgements)))

    def let_go(self) -> "Gathered":
        """The same without what pages need not have, so that it does not take room while they are made."""
        return self._replace(gists=())

    def _find_places(self, position: int) -> Places:
        """Where what an article says stands in its clipping."""
        return Places(self.readings[position].article, self.accepted[position].text)


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
        all_readings, changed = read(loaded.clippings)
    # A clipping of which something is withheld may be read twice, as it is and without that.
    anew = [clipping.path for clipping in loaded.clippings if clipping.path in surveyed | changed]
    readings = Shelf(
        lambda position: drop_covered(all_readings[position], labels),
        len(all_readings),
        encode_at=all_readings.encode_at,
    )
    gists = tuple(map(take_gist, readings))
    good, faults = set_aside(loaded, gists)
    check_any(good, faults)
    accepted = _shelve_clippings(loaded.clippings, good)
    readings, gists = readings.pick(good), tuple([gists[position] for position in good])
    number, loaded = len(loaded.clippings), Clippings(clippings=(), diagnostics=())  # they need not stay
    clock.lap("read", len(anew))

    with without_collector(), Memo(site / RESOLVED_MEMO) as resolved:
        progress("resolve", 0, 0)  # how many, in all, is told when it is done: until then it tells nothing
        recall = remember_parts(resolved, lexicon, anew=options.full)
        entities = resolve(gists, config.judgements, lexicon, recall=recall)
        progress("resolve", len(gists), len(gists))
        clock.lap("resolve", len(gists))

        progress("index", 0, 0)
        archive = index(accepted, readings, entities, config.site, lexicon, gists=gists)
        progress("index", len(archive.articles), len(archive.articles))
        clock.lap("index", len(archive.articles))
    return Gathered(
        config=config,
        lexicon=lexicon,
        archive=archive,
        accepted=accepted,
        readings=readings,
        gists=gists,
        clippings=number,
        parsed=len(anew),
        faults=faults,
        notes=(*memo.notes, *resolved.notes, *notes, *told),
        language=language,
    )


def _shelve_clippings(clippings: Sequence[Clipping], good: Iterable[int]) -> Shelf[Clipping]:
    """The clippings at these positions."""
    pack = Pack()
    for position in good:
        pack.add(encode(clippings[position]))
    return shelve(Clipping, pack)
