"""What a name or an address leads to. Everything is read as `check` reads it, and nothing is written."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from msgspec.structs import replace
from rapidfuzz import fuzz, process

from newsgen.build.cast import Cast
from newsgen.build.gathering import gather
from newsgen.build.judgements import PEOPLE_FILE, find_entries
from newsgen.build.report import BuildOptions, Clock, Progress
from newsgen.build.tracing.addresses import Target, find_target
from newsgen.build.tracing.events import trace_event
from newsgen.build.tracing.passages import Sources
from newsgen.build.tracing.people import find_nobody, find_people, trace_person
from newsgen.build.tracing.subjects import SUBJECTS
from newsgen.build.tracing.told import OpenMention, Traced
from newsgen.config.redirects import REDIRECTS_FILE
from newsgen.errors import Diagnostic, UsageError
from newsgen.lexicon.slugs import fold_name
from newsgen.pages import urls
from newsgen.pages.namesakes import slug_of
from newsgen.records.archive import SourceEntry
from newsgen.records.entities import Person
from newsgen.records.output import Page

_NEAR = 80
_SUGGESTED = 3

# --- names ----------------------------------------------------------------------------------------------------------


def trace_name(site: Path, name: str, *, progress: Progress) -> Traced:
    """All who bear the name in the archive in the folder `site`; also that it is nobody's, or stays open whose it is.

    Raises what `gather` raises, and UsageError if no article has it as a name.
    """
    sources = Sources(gather(site, BuildOptions(), Clock(), progress=progress))
    people = find_people(sources, name)
    nobody = find_nobody(sources, name)
    mentions = tuple(_find_open(sources, name))
    if not (people or nobody or mentions):
        raise UsageError(_tell_unknown(sources, name))
    shared = sources.directory.names.get(slug_of(name, sources.lexicon.names.is_title))
    return Traced(
        asked=name,
        page=urls.name_path(shared.slug) if shared and len(people) != 1 else None,
        made_from=f"the name {shared.text}" if shared and len(people) != 1 else "",
        people=tuple(trace_person(sources, person) for person in people),
        nobody=nobody,
        mentions=mentions,
    )


def _find_open(sources: Sources, name: str) -> Iterator[OpenMention]:
    """Where articles have the name and it is nobody's, oldest first."""
    is_title = sources.lexicon.names.is_title
    wanted = {slug_of(name), slug_of(name, is_title)} - {""}
    for position in sources.by_date(range(len(sources.archive.articles))):
        for mention in sources.article(position).reading.unresolved:
            if not wanted.isdisjoint((slug_of(mention.surface), slug_of(mention.surface, is_title))):
                passage = sources.quote(position, mention.start, mention.end)
                yield OpenMention(reason=mention.reason, passage=passage)


def _tell_unknown(sources: Sources, name: str) -> Diagnostic:
    """The error about a name that nobody has; it tells what is most like it."""
    readings = [article.reading for article in sources.archive.articles]
    people = [entry.person for entry in sources.archive.people]
    holders = tuple(_list_holders(name, people))
    near = holders or Cast(people, readings).suggest(name)
    near = near or tuple(_suggest_part(name, [person.name for person in people]))
    told = f"did you mean {' or '.join(f'“{own}”' for own in near)}?" if near else "`newsgen people` lists them all"
    message = f"no article names “{name}”"
    if entries := find_entries(sources.config.judgements, [name]):
        message += f": line {entries[0].line} of {PEOPLE_FILE} waits for one"
    elif page := _find_page(sources, name):
        message = f"“{name}” is no person here, but has a page"
        told = f"`newsgen explain {page}` tells what it is made from"
    elif not holders and (place := _find_words(sources, name)):
        message = f"“{name}” is taken for a person nowhere, though articles have it"
        told = f"`newsgen explain {place}` shows how one of them is read"
    return Diagnostic(name, 0, 0, "error", "unknown-person", message, told)


def _find_page(sources: Sources, name: str) -> str:
    """The page of the country or outlet of that name; empty if there is none."""
    wanted = fold_name(name)
    pages = [(entry.name, urls.country_path(entry.id)) for entry in sources.archive.countries]
    pages += [(own, urls.source_path(entry.id)) for entry in sources.archive.sources for own in _names_of(entry)]
    return next((path for own, path in pages if fold_name(own) == wanted), "")


def _names_of(outlet: SourceEntry) -> tuple[str, ...]:
    return outlet.name, *outlet.aliases


def _find_words(sources: Sources, name: str) -> str:
    """The options of `explain` for the first place where an article holds these very words; empty if none does."""
    for position, article in enumerate(sources.archive.articles):
        start = article.reading.article.text.find(name)
        if start >= 0:
            passage = sources.quote(position, start, start + len(name))
            return f"{shlex.quote(passage.path)} --at {passage.line}:{passage.column}" if passage.line else passage.path
    return ""


def _list_holders(name: str, people: Sequence[Person]) -> Iterator[str]:
    """The first of the people among whose names are all of these words: a given name stands for nobody."""
    wanted = set(fold_name(name).split())
    return islice((person.name for person in people if wanted.issubset(fold_name(person.name).split())), _SUGGESTED)


def _suggest_part(name: str, names: list[str]) -> Iterator[str]:
    """The names of which a part is much like this one."""
    folded = list(map(fold_name, names))
    found = process.extract(fold_name(name), folded, scorer=fuzz.partial_ratio, limit=_SUGGESTED, score_cutoff=_NEAR)
    return (names[place] for _, _, place in found)


# --- addresses ------------------------------------------------------------------------------------------------------


def trace_address(site: Path, address: str, *, progress: Progress) -> Traced:
    """What the page is made from that has this address; the archive lies in the folder `site`.

    Raises what `gather` and planning the pages raise, and UsageError if there is no such page or no such event on it.
    """
    gathered = gather(site, BuildOptions(), Clock(), progress=progress)
    config = gathered.config
    pages = {page.path: page for page in gathered.plan_pages().pages}
    target = find_target(address, pages, config.site.base_url)
    sources = Sources(gathered)
    moved = _follow(sources, target, pages)
    found = _trace_target(sources, moved or target, pages)
    facts = found.facts if moved is None else (_tell_move(sources, target.path), *found.facts)
    return replace(found, asked=address, facts=facts)


def _follow(sources: Sources, target: Target, pages: Mapping[str, Page]) -> Target | None:
    """Where an old address leads to; None if the page is there itself."""
    leads = {one.old: one.new for one in sources.config.redirects}
    path: str | None = target.path
    while path and pages[path].template == "redirect.html":
        path = leads[path]
    return Target(path, target.anchor) if path and path != target.path else None


def _tell_move(sources: Sources, path: str) -> tuple[str, str]:
    """That an old address leads on, and which line says so."""
    line = next(one.line for one in sources.config.redirects if one.old == path)
    return "moved", f"{path} leads on, as {REDIRECTS_FILE}:{line} says"


def _trace_target(sources: Sources, target: Target, pages: Mapping[str, Page]) -> Traced:
    """What a page is made from, or the event in it that is meant."""
    if pages[target.path].template == "told.html":
        target = Target(target.path, urls.listing_of(target.path)[1])
    own = _find_event(sources, target)
    if own:
        return own
    found = (rule(sources, _find_subject(target.path, pages), target.anchor) for rule in SUBJECTS)
    traced = next((one for one in found if one), Traced(asked=""))
    return replace(traced, page=target.path, made_from=pages[target.path].made_from)


def _find_event(sources: Sources, target: Target) -> Traced | None:
    """The event whose entry the anchor is."""
    for position, event in enumerate(sources.archive.events):
        if event.id == target.anchor:
            made_from = f"the event {event.id}"
            return Traced(asked="", page=target.path, made_from=made_from, event=trace_event(sources, position))
    return None


def _find_subject(path: str, pages: Mapping[str, Page]) -> str:
    """The page of the subject that a page, a list by month or a part of one, or a feed belongs to."""
    page = path.removesuffix(".xml") + ".html" if path.endswith(".xml") else path
    while (above := urls.listing_of(page)[0]) in pages:
        page = above
    return page
