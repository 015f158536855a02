"""What surrounds every page: the same for all articles, so that no page grows stale for another's sake."""

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
    site = directory.site
    steps = ((directory.words.say("site.home"), urls.HOME), *trail) if here != urls.HOME else ()
    return Frame(
        site=site.title,
        language=directory.interface,
        title_lang=directory.title_lang,
        title=site.title if here == urls.HOME else f"{title} – {site.title}",
        heading=title,
        description=description or site.description or site.title,
        home=urls.link(here, urls.HOME),
        about=urls.link(here, urls.ABOUT),
        search=urls.link(here, urls.SEARCH),
        stylesheet=urls.link(here, urls.STYLESHEET),
        icon=urls.link(here, urls.ICON),
        script=urls.link(here, urls.SCRIPT),
        nav=_make_navigation(directory, here),
        trail=tuple(Ref(text=text, href=urls.link(here, path)) for text, path in steps),
        canonical=urls.absolute(site.base_url, here) if site.base_url else "",
        feed=urls.link(here, urls.feed_path(here)) if feed and site.base_url else "",
        json_feed=urls.link(here, urls.JSON_FEED) if feed and site.base_url and here == urls.HOME else "",
    )


def tell_programs(frame: Frame, metadata: Metadata, *, original: str = "") -> Frame:
    """The frame with what programs are told; `original` is the address elsewhere of what the page only repeats."""
    return msgspec.structs.replace(frame, metadata=metadata, canonical=original or frame.canonical)


def _make_navigation(directory: Directory, here: str) -> tuple[NavItem, ...]:
    """The entries of the navigation; none leads to a page that the site does not have."""
    return tuple(
        NavItem(text=directory.words.say(key), href=urls.link(here, path), current=_is_under(here, path))
        for key, path in _NAVIGATION
        if path != urls.TIMELINES or directory.archive.timelines
    )


def _is_under(here: str, path: str) -> bool:
    """Whether a page belongs under an entry of the navigation."""
    folder, slash, _ = path.partition("/")
    if path == urls.PEOPLE and here.startswith(urls.NAMES):
        return True
    return here.startswith(folder + slash) if slash else here == path


def make_root_frame(directory: Directory, title: str) -> Frame:
    """The frame of 404.html, which a host shows at any depth: its links start at the host's root, if that is known."""
    frame = make_frame(directory, urls.NOT_FOUND, title)
    base = directory.site.base_url
    if not base:
        return frame
    return Frame(
        site=frame.site,
        language=frame.language,
        title_lang=frame.title_lang,
        title=frame.title,
        heading=frame.heading,
        description=frame.description,
        home=urls.from_root(base, urls.HOME),
        about=urls.from_root(base, urls.ABOUT),
        search=urls.from_root(base, urls.SEARCH),
        stylesheet=urls.from_root(base, urls.STYLESHEET),
        icon=urls.from_root(base, urls.ICON),
        script=urls.from_root(base, urls.SCRIPT),
        nav=tuple(
            NavItem(text=directory.words.say(key), href=urls.from_root(base, path), current=False)
            for key, path in _NAVIGATION
            if path != urls.TIMELINES or directory.archive.timelines
        ),
        trail=(Ref(text=directory.words.say("site.home"), href=urls.from_root(base, urls.HOME)),),
    )
