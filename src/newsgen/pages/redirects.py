"""Pages that stand where others once were and lead on, and the same for servers that can be told.

A redirect page works from a disk and on any host. The old address of a feed gives the new feed itself, whose `self`
link tells a reader's program where it now is.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from urllib.parse import unquote

import msgspec
from rapidfuzz import fuzz, process

from newsgen.errors import Diagnostic, RedirectError
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.frame import make_frame
from newsgen.records.options import Redirect, RedirectHost
from newsgen.records.output import Page, Shown
from newsgen.records.site import Frame, Ref, TextFile
from newsgen.records.site.redirects import RedirectPage

REDIRECTS_FILE = "redirects.yaml"
_TEMPLATE = "redirect.html"

_SIMILAR = 80
"""Per cent of likeness from which a page may be the one that was meant."""

_FORMS: Mapping[RedirectHost, tuple[str, str]] = {
    "netlify": (urls.HOST_REDIRECTS, "{old} {new} 301!"),  # even though there is a page at the old address
    "cloudflare": (urls.HOST_REDIRECTS, "{old} {new} 301"),  # does so anyway, and refuses the mark
    "nginx": (urls.NGINX_REDIRECTS, '"{key}" "{new}";'),
}
"""By server: the file that tells it, and a line of that. `key` is the old path as nginx sees it, without escapes."""


def plan_redirects(directory: Directory, pages: Sequence[Page], redirects: Sequence[Redirect]) -> Iterator[Page]:
    """A page, and a feed where there is one, for each address that has moved; the files of servers asked for.

    Raises RedirectError for redirects that do not fit the pages.
    """
    if not redirects:
        yield from _plan_host_files(directory, ())
        return
    known = {page.path: page for page in pages}
    faults = check_redirects(redirects, known)
    if faults:
        raise RedirectError(*faults)
    taken = _fold_paths(known)
    moved: list[tuple[str, str]] = []
    for redirect in _follow_redirects(redirects, taken):
        if redirect.goal is None:
            continue
        moved.append((redirect.old, redirect.goal))
        yield _make_page(directory, redirect, known[redirect.goal])
        feed = known.get(urls.feed_path(redirect.goal))
        path = urls.feed_path(redirect.old)
        if feed and path.casefold() not in taken and _top(redirect.old) == _top(redirect.goal):
            moved.append((path, feed.path))
            yield Page(path=path, template=feed.template, show=feed.show, made_from=_tell_origin(redirect))
    yield from _plan_host_files(directory, moved)


def _follow_redirects(redirects: Iterable[Redirect], taken: Collection[str]) -> Iterator[Redirect]:
    """The redirects whose old page is not there, each with the end of its way: the first page on it that is there."""
    ends: dict[str, str | None] = {}
    live = {redirect.old: redirect for redirect in redirects if redirect.old.casefold() not in taken}
    for redirect in live.values():
        way = [redirect]
        while (following := live.get(way[-1].new or "")) and following.old not in ends:
            way.append(following)
        end = ends[following.old] if following else way[-1].new
        ends.update((step.old, end) for step in way)
        yield msgspec.structs.replace(redirect, goal=end)


# --- what does not fit ----------------------------------------------------------------------------------------------


def check_redirects(redirects: Iterable[Redirect], paths: Collection[str]) -> tuple[Diagnostic, ...]:
    """An error for each redirect from below a page of the site, and for each to a page that is not there.

    A page that is there goes before a redirect from its address.
    """
    taken = _fold_paths(paths)
    redirects = tuple(redirects)
    blocked = taken | {redirect.old.casefold() for redirect in redirects}
    faults = []
    for redirect in _follow_redirects(redirects, taken):
        if above := next((folder for folder in _list_folders(redirect.old) if folder.casefold() in blocked), None):
            faults.append(_tell_below(redirect, above))
        elif redirect.new and redirect.goal is None:
            faults.append(_tell_gone(redirect))
        elif redirect.new == redirect.goal is not None and redirect.new not in paths:
            faults.append(_tell_unknown(redirect, paths))
    return tuple(faults)


def find_idle(redirects: Iterable[Redirect], paths: Collection[str]) -> tuple[Redirect, ...]:
    """The redirects whose old page is there again; lists by month come and go with their articles, and do not count."""
    taken = _fold_paths(paths)
    return tuple(one for one in redirects if one.old.casefold() in taken and not _is_list(one.old, paths))


def warn_of_idle(redirects: Sequence[Redirect], pages: Iterable[Page], *, drafts: bool) -> tuple[Diagnostic, ...]:
    """A warning for each redirect that does nothing, since the site's pages have one at its address.

    Where drafts are shown, that may be one that the published site does not have.
    """
    if drafts or not redirects:
        return ()
    return tuple(map(_tell_idle, find_idle(redirects, [page.path for page in pages if page.template != _TEMPLATE])))


def _fold_paths(paths: Iterable[str]) -> frozenset[str]:
    """The paths as disks compare them on which case does not count."""
    return frozenset(path.casefold() for path in paths)


def _list_folders(path: str) -> Iterator[str]:
    """The folders that a page of this path lies in, from the top."""
    *folders, _ = path.split("/")
    return ("/".join(folders[:end]) for end in range(1, len(folders) + 1))


def _tell_below(redirect: Redirect, above: str) -> Diagnostic:
    """The error about an old address for which there would have to be a folder where there is a file."""
    message = f"`{redirect.old}` lies below `{above}`, which is a page or file and no folder"
    hint = "give the path as it is in the old site, or remove the entry"
    return Diagnostic(REDIRECTS_FILE, redirect.line, redirect.column, "error", "redirect-below-page", message, hint)


def _is_list(path: str, paths: Collection[str]) -> bool:
    """Whether the page of this path is a list by month."""
    subject, key = urls.listing_of(path)
    return subject in paths or path == urls.dates_path(key)


def _tell_idle(redirect: Redirect) -> Diagnostic:
    """The warning about an old address that has its page."""
    message = f"`{redirect.old}` is a page of the site, so this entry leads nowhere"
    hint = "remove it, as `newsgen redirects OLD_SITE` does; or give that page another address"
    return Diagnostic(REDIRECTS_FILE, redirect.line, redirect.column, "warning", "redirect-idle", message, hint)


def _tell_gone(redirect: Redirect) -> Diagnostic:
    """The error about a way to a page that another entry says is gone."""
    message = f"`{redirect.new}` is gone without successor, as this file says"
    hint = "give another page, or `gone: true` in place of `to`"
    place = redirect.new_line, redirect.new_column
    return Diagnostic(REDIRECTS_FILE, *place, "error", "unknown-page", message, hint)


def _tell_unknown(redirect: Redirect, paths: Collection[str]) -> Diagnostic:
    """The error about a new address without a page."""
    message = f"the site has no page `{redirect.new}`"
    pages = sorted(path for path in paths if path.endswith(".html"))
    near = process.extractOne(redirect.new, pages, scorer=fuzz.ratio, score_cutoff=_SIMILAR)
    hint = f"did you mean `{near[0]}`?" if near else "give a page that is there, or `gone: true` in place of `to`"
    place = redirect.new_line, redirect.new_column
    return Diagnostic(REDIRECTS_FILE, *place, "error", "unknown-page", message, hint)


def _make_page(directory: Directory, redirect: Redirect, target: Page) -> Page:
    """The page at an old address."""
    show = partial(_lead_on, directory, redirect.old, target)
    return Page(path=redirect.old, template=_TEMPLATE, show=show, made_from=_tell_origin(redirect))


def _lead_on(directory: Directory, here: str, target: Page) -> RedirectPage:
    """All that the page at an old address shows."""
    words, goal = directory.words, target.shows.frame
    title = words.say("moved.title", page=here.removesuffix(".html"))
    frame = make_frame(directory, here, title, description=words.say("moved.description"))
    return RedirectPage(
        frame=msgspec.structs.replace(frame, canonical=goal.canonical),
        target=Ref(text=_title_of(directory, goal), href=urls.link(here, target.path)),
    )


def _title_of(directory: Directory, frame: Frame) -> str:
    """What a page is called, without the site's title."""
    return frame.title.removesuffix(f" – {directory.site.title}")


def _tell_origin(redirect: Redirect) -> str:
    """What the page is made from, in words."""
    return f"line {redirect.line} of {REDIRECTS_FILE}"


def _top(path: str) -> str:
    """The folder at the top of a path, which tells the kind of a page."""
    return path.partition("/")[0]


def _plan_host_files(directory: Directory, moved: Sequence[tuple[str, str]]) -> Iterator[Page]:
    """The files that tell servers, one a server; an empty one where nothing has moved, for servers include it."""
    base = directory.site.base_url or "/"
    for host in directory.site.redirect_hosts:
        path, form = _FORMS[host]
        lines = [
            form.format(
                old=urls.from_root(base, old), key=unquote(urls.from_root(base, old)), new=urls.from_root(base, new)
            )
            for old, new in sorted(moved)
        ]
        text = "".join(f"{line}\n" for line in lines)
        yield Page(
            path=path, template="", show=Shown(record=TextFile(text=text)), made_from=f"the redirects for {host}"
        )
