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
    """The frame of the page at `here`; `trail` holds text and path of the pages above it, below the home page."""
    site, lead = directory.site, _lead_from(directory, here)
    alike = _surround(directory, here)
    address = urls.absolute(site.base_url, here) if site.base_url and here != urls.NOT_FOUND else ""
    return msgspec.structs.replace(
        alike,
        title=site.title if here == urls.HOME else f"{title} – {site.title}",
        heading=title,
        description=description or alike.description,
        trail=(*alike.trail, *(Ref(text=text, href=lead(path)) for text, path in trail)),
        canonical=address,
        address=address,
        feed=lead(urls.feed_path(here)) if feed and site.base_url else "",
        json_feed=lead(urls.JSON_FEED) if feed and site.base_url and here == urls.HOME else "",
    )


def _lead_from(directory: Directory, here: str) -> Callable[[str], str]:
    """What gives the links of a page.

    A host shows 404.html at any depth: its links start at the host's root, if that is known.
    """
    base = directory.site.base_url
    return partial(urls.from_root, base) if base and here == urls.NOT_FOUND else partial(urls.link, here)


def _surround(directory: Directory, here: str) -> Frame:
    """A frame with what all pages of a folder have in it; made once for them, in no folder for each page."""
    key = urls.folder_of(here) or here
    if key not in directory.frames:
        directory.frames[key] = _make_surroundings(directory, here)
    return directory.frames[key]


def _make_surroundings(directory: Directory, here: str) -> Frame:
    """A frame without what is of the page alone."""
    site, lead = directory.site, _lead_from(directory, here)
    return Frame(
        site=site.title,
        language=directory.interface,
        title_lang=directory.title_lang,
        title="",
        heading="",
        description=site.description or site.title,
        home=lead(urls.HOME),
        about=lead(urls.ABOUT),
        search=lead(urls.SEARCH),
        stylesheet=lead(urls.STYLESHEET),
        icon=lead(urls.ICON),
        script=lead(urls.SCRIPT),
        nav=_make_navigation(directory, here, lead),
        trail=(Ref(text=directory.words.say("site.home"), href=lead(urls.HOME)),) if here != urls.HOME else (),
        canonical="",
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
