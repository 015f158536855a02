"""What surrounds every page: the same for all articles, so that no page grows stale for another's sake."""

from collections.abc import Callable
from functools import partial

import msgspec

from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.records.site import Frame, Metadata, NavItem, Ref

_NAVIGATION = (
    ("site.timelines", urls.TIMELINES),
    ("site.people", urls.PEOPLE),
    ("site.countries", urls.COUNTRIES),
    ("site.outlets", urls.SOURCES),
    ("site.dates", urls.DATES),
    ("site.about", urls.ABOUT),
)


def make_frame(
    directory: Directory,
    here: str,
    title: str,
    *,
    description: str = "",
    trail: tuple[tuple[str, str], ...] = (),
    feed: bool = False,
) -> Frame:
    """The frame of the page at `here`; `trail` holds text and path of the pages above it, below the home page.

    A host shows 404.html at any depth: its links start at the host's root, if that is known, and it is nowhere at home.
    """
    site, anywhere = directory.site, here == urls.NOT_FOUND
    lead = partial(urls.from_root, site.base_url) if anywhere and site.base_url else partial(urls.link, here)
    steps = ((directory.words.say("site.home"), urls.HOME), *trail) if here != urls.HOME else ()
    return Frame(
        site=site.title,
        language=directory.interface,
        title_lang=directory.title_lang,
        title=site.title if here == urls.HOME else f"{title} – {site.title}",
        heading=title,
        description=description or site.description or site.title,
        home=lead(urls.HOME),
        about=lead(urls.ABOUT),
        search=lead(urls.SEARCH),
        stylesheet=lead(urls.STYLESHEET),
        icon=lead(urls.ICON),
        script=lead(urls.SCRIPT),
        nav=_make_navigation(directory, here, lead),
        trail=tuple(Ref(text=text, href=lead(path)) for text, path in steps),
        canonical=urls.absolute(site.base_url, here) if site.base_url and not anywhere else "",
        feed=lead(urls.feed_path(here)) if feed and site.base_url else "",
        json_feed=lead(urls.JSON_FEED) if feed and site.base_url and here == urls.HOME else "",
    )


def tell_programs(frame: Frame, metadata: Metadata, *, original: str = "") -> Frame:
    """The frame with what programs are told; `original` is the address elsewhere of what the page only repeats."""
    return msgspec.structs.replace(frame, metadata=metadata, canonical=original or frame.canonical)


def _make_navigation(directory: Directory, here: str, lead: Callable[[str], str]) -> tuple[NavItem, ...]:
    """The entries of the navigation; none leads to a page that the site does not have."""
    return tuple(
        NavItem(text=directory.words.say(key), href=lead(path), current=_is_under(here, path))
        for key, path in _NAVIGATION
        if path != urls.TIMELINES or directory.archive.timelines
    )


def _is_under(here: str, path: str) -> bool:
    """Whether a page belongs under an entry of the navigation."""
    folder, slash, _ = path.partition("/")
    if path == urls.PEOPLE and here.startswith(urls.NAMES):
        return True
    return here.startswith(folder + slash) if slash else here == path
