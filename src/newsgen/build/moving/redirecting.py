"""`newsgen redirects`: what has moved since a site was published, written into `redirects.yaml`."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from newsgen.build.gathering import gather
from newsgen.build.judgements import PEOPLE_FILE
from newsgen.build.moving.successors import BY_ADDRESS, find_moves
from newsgen.build.published.opening import open_site
from newsgen.build.published.outline import Outline, read_outline
from newsgen.build.published.sitemaps import host_of
from newsgen.build.report import BuildOptions, Clock, DiagnosedReport, Progress
from newsgen.build.safety import check_errors
from newsgen.config.files import read_text, replace_text
from newsgen.config.locks import folder_locked
from newsgen.config.moves import Move, add_moves, drop_moves
from newsgen.config.redirects import REDIRECTS_FILE, find_path_fault, parse_redirects
from newsgen.errors import Diagnostic
from newsgen.lexicon.slugs import fold_name
from newsgen.pages import urls
from newsgen.pages.redirects import check_redirects, find_idle, warn_of_idle
from newsgen.pages.urls import ARTICLES_DATA, PEOPLE_DATA
from newsgen.records.options import Judgement, Redirect
from newsgen.records.output import Page


class RedirectsReport(DiagnosedReport):
    """What a comparison of a published site with its new build came to."""

    old_pages: int
    """Of the published site."""
    gone: int
    """Of these, those that the new one does not have."""
    known: int
    """Of these, those that `redirects.yaml` spoke of already."""
    added: tuple[Move, ...]
    """Written into `redirects.yaml`, sorted by the old path."""
    removed: tuple[Redirect, ...]
    """Taken out of `redirects.yaml`, since their old pages are there again; in its order."""


def update_redirects(site: Path, place: str, options: BuildOptions, *, progress: Progress) -> RedirectsReport:
    """Compares the site published at `place` with what `site` would give, and notes in its `redirects.yaml` what moved.

    An entry whose old page is there again goes, so that no two lead through each other in a circle. Nothing is built.
    Raises UsageError for a wrong configuration or no old site, BuildError where the new site cannot be told: an article
    that cannot be read would seem to be gone.
    """
    with folder_locked(site, wait=True):
        return _update(site, place, options, progress=progress)


def _update(site: Path, place: str, options: BuildOptions, *, progress: Progress) -> RedirectsReport:
    before = read_text(site, REDIRECTS_FILE) or ""
    gathered = gather(site, options, Clock(), progress=progress)
    check_errors((*gathered.archive.diagnostics, *gathered.faults), gathered.faults)
    config = gathered.config
    pages = {page.path: page for page in gathered.plan_pages(with_redirects=False).pages}

    old_site = open_site(place, base_url=config.site.base_url)
    gone = _find_gone(old_site.pages, pages)
    spoken_of = {redirect.old.casefold() for redirect in config.redirects}
    left = [page for page in gone if page.casefold() not in spoken_of]
    old, new = read_outline(old_site.pages, old_site.read, timelines=left), _outline_new_site(pages)
    moves = find_moves(_drop_strange(left), old, new) if left else ()
    removed, redirects = _write(site, before, pages, moves)

    told = [
        *_tell_hosts(place, old_site.hosts, config.site.base_url),
        *(_tell_no_data(place, old) if left else ()),
        *_tell_taken(old, new),
        *_tell_lost(left, moves, _find_nobodies(old, config.judgements)),
        *_tell_unsure(moves, redirects),
    ]
    return RedirectsReport(
        old_pages=len(old_site.pages),
        gone=len(gone),
        known=len(gone) - len(left),
        added=moves,
        removed=removed,
        diagnostics=tuple(
            sorted([*told, *check_redirects(redirects, pages), *warn_of_idle(redirects, pages.values(), drafts=False)])
        ),
    )


def _find_gone(old: Sequence[str], pages: Collection[str]) -> list[str]:
    """The old pages that the new site does not have, sorted."""
    there = {page.casefold() for page in pages}
    return [page for page in old if page.casefold() not in there]


def _drop_strange(pages: Sequence[str]) -> list[str]:
    """The pages without those for which no file of a site can stand."""
    return [page for page in pages if find_path_fault(page) is None]


def _outline_new_site(pages: Mapping[str, Page]) -> Outline:
    """The outline of the site that is planned, from its data files before they are written."""

    def read(path: str) -> bytes | None:
        shows = pages[path].shows if path in pages else ()
        return b"".join(shows) or None

    html = [path for path in pages if path.endswith(".html")]
    return read_outline(html, read, timelines=html)


def _write(
    site: Path, before: str, pages: Mapping[str, Page], moves: Sequence[Move]
) -> tuple[tuple[Redirect, ...], tuple[Redirect, ...]]:
    """What was taken out of `redirects.yaml`, and what it says now; the file is written only if that is not the same.

    What leads away from where others now lead goes, too, even a list by month.
    """
    known = parse_redirects(before)
    idle, goals = {one.old for one in find_idle(known, pages)}, {move.new for move in moves}
    result = drop_moves(before, {one.old for one in known if one.old in idle or one.old in goals})
    result = add_moves(result, moves)
    if result != before:
        replace_text(site, REDIRECTS_FILE, before, result)
    redirects = parse_redirects(result)
    left = {one.old for one in redirects}
    return tuple(one for one in known if one.old not in left), redirects


# --- what is told ---------------------------------------------------------------------------------------------------


def _tell_hosts(place: str, hosts: Sequence[str], base_url: str | None) -> Iterator[Diagnostic]:
    """A warning if the sitemap speaks of another host than this site's, or of several: its paths may be another's."""
    own = host_of(base_url or place)
    foreign = [host for host in hosts if host != own]
    if len(hosts) > 1 or (own and foreign):
        named = " and ".join(hosts)
        beside = f", but this site stands on {own}" if own and own not in hosts else ""
        message = f"its pages stand on {named}{beside}: they are compared by their paths alone"
        hint = "see that this is the archive's own old site; if it moved, let the old host lead to the new one as well"
        yield Diagnostic(place, 0, 0, "warning", "foreign-host", message, hint)


def _tell_no_data(place: str, old: Outline) -> Iterator[Diagnostic]:
    """A warning if there was nothing to compare but addresses."""
    if old.pages and not (old.articles or old.people):
        message = "its data files are not there, so only addresses were compared"
        hint = f"keep {ARTICLES_DATA} and {PEOPLE_DATA} beside the sitemap, or give the folder of the site"
        yield Diagnostic(place, 0, 0, "warning", "no-old-data", message, hint)


def _tell_taken(old: Outline, new: Outline) -> Iterator[Diagnostic]:
    """A warning for each address that shows another article now, while its own stands elsewhere."""
    owners = {article.id: article.path for article in new.articles}
    places = {article.path: article.id for article in new.articles}
    for article in old.articles:
        own, taker = places.get(article.path), owners.get(article.id)
        if own and taker and own != article.id:
            message = (
                f"this address showed {article.path} and shows {taker} now; the former is {urls.article_path(own)}"
            )
            hint = f"to keep it, write `slug: {article.id}` into the front matter of {article.path}"
            yield Diagnostic(urls.article_path(article.id), 0, 0, "warning", "address-taken", message, hint)


def _find_nobodies(old: Outline, judgements: Sequence[Judgement]) -> Mapping[str, str]:
    """For each page of somebody who is judged to be no person, which line says so."""
    lines = {fold_name(text): entry.line for entry in judgements if not entry.person for text in entry.spellings}
    return {
        urls.person_path(person.id): f": line {lines[name]} of {PEOPLE_FILE} says that “{spelling.text}” is no person"
        for person in old.people
        for spelling in person.spellings
        if (name := fold_name(spelling.text)) in lines
    }


def _tell_lost(pages: Sequence[str], moves: Sequence[Move], nobodies: Mapping[str, str]) -> Iterator[Diagnostic]:
    """A warning for each page of which it cannot be told where it went."""
    found = {move.old for move in moves}
    for page in pages:
        if page not in found:
            why = nobodies.get(page, ", and nothing tells what took its place")
            message = f"this page of the old site is gone{why}"
            hint = (
                f"add it to {REDIRECTS_FILE}: `- from: {page}` with `to: …`, or with `gone: true` to leave it at that"
            )
            fault = find_path_fault(page)
            yield Diagnostic(
                page,
                0,
                0,
                "warning",
                "no-successor",
                f"this page of the old site is gone, and its address {fault[0]}" if fault else message,
                "redirect it at the server, if it matters" if fault else hint,
            )


def _tell_unsure(moves: Sequence[Move], redirects: Sequence[Redirect]) -> Iterator[Diagnostic]:
    """A warning for each new entry that the editor should look at, at its place."""
    lines = {redirect.old: redirect for redirect in redirects}
    for move in moves:
        entry = lines[move.old]
        if move.others:
            message = f"`{move.old}` was split: it leads to {move.new} now, and {len(move.others)} more have part of it"
            yield _tell_entry(entry, "split", message, "choose; the others stand below the entry")
        elif move.why == BY_ADDRESS:
            message = f"that `{move.old}` went to {move.new} is told by its address alone"
            yield _tell_entry(entry, "by-address", message, "see that it is right")


def _tell_entry(entry: Redirect, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(REDIRECTS_FILE, entry.new_line, entry.new_column, "warning", code, message, hint)
