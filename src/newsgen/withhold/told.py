"""Where the editor's own files still tell what is withheld: names of files, titles, notes."""

from collections.abc import Iterable, Iterator, Sequence

from newsgen.errors import Diagnostic
from newsgen.records.clipping import Clipping
from newsgen.records.options import Config, SiteOptions, TimelineOptions
from newsgen.withhold.words import Run, find_runs, fold_text, holds, make_streams

_Told = tuple[str, str, int, int]
"""A text that the site shows; its file, line and column."""


def find_told(runs: Sequence[Run], clippings: Iterable[Clipping], config: Config) -> Iterator[Diagnostic]:
    """An error for each text of the editor's that pages would show and that has one of the runs."""
    for clipping in clippings:
        if _tells(clipping.path, runs):
            message = "the name of this file tells what is withheld, and its page shows it"
            yield Diagnostic(clipping.path, 0, 0, "error", "tells-withheld", message, "rename the file")
    for text, file, line, column in _list_texts(config):
        if _tells(text, runs):
            message = f"“{text if len(text) <= 60 else text[:59] + '…'}” tells what is withheld, and the site shows it"
            yield Diagnostic(file, line, column, "error", "tells-withheld", message, "write it without")


def _tells(text: str, runs: Iterable[Run]) -> bool:
    folded = fold_text(text)
    near = [run for run in runs if holds(folded, run)]
    streams = make_streams(text) if near else ()
    return any(found for run in near for stream in streams for found in find_runs(stream, run))


def _list_texts(config: Config) -> Iterator[_Told]:
    """All that the site shows of its configuration."""
    site = config.site
    for text in (site.title, site.description, site.base_url or "", *_list_licence(site)):
        yield text, "site.yaml", 0, 0
    for outlet in site.outlets:
        for text in (outlet.name, *outlet.aliases, outlet.url or ""):
            yield text, "site.yaml", 0, 0
    for timeline in site.timelines:
        yield from _list_timeline(timeline)
    for entry in config.judgements:
        for text in (entry.name, *entry.also, *entry.different, entry.note or ""):
            yield text, "people.yaml", entry.line, 0
    for redirect in config.redirects:
        yield redirect.old, "redirects.yaml", redirect.line, redirect.column
        yield redirect.new or "", "redirects.yaml", redirect.new_line, redirect.new_column


def _list_licence(site: SiteOptions) -> Iterator[str]:
    if site.licence:
        yield site.licence.name
        yield site.licence.url or ""


def _list_timeline(timeline: TimelineOptions) -> Iterator[_Told]:
    """What a timeline shows of its options."""
    for text in (timeline.id, timeline.title, timeline.description or ""):
        yield text, "site.yaml", timeline.line, timeline.column
    for choice in timeline.pinned:
        yield choice.title or "", "site.yaml", choice.line, choice.column
    for event in timeline.own:
        for text in (event.text, *event.people, event.source or "", event.url or ""):
            yield text, "site.yaml", event.line, event.column
