"""The form of every address of the site; nothing else knows it.

A page is known by its path in the output folder, with forward slashes. Links between pages are relative and end in a
file name, so that the site works from a folder on a stick as well as under any path of a host.
"""

import re
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit

HOME = "index.html"
ABOUT = "about.html"
NOT_FOUND = "404.html"
SEARCH = "search.html"
PEOPLE = "people/index.html"
COUNTRIES = "countries/index.html"
SOURCES = "sources/index.html"
DATES = "dates/index.html"
TIMELINES = "timelines/index.html"

NAMES = "names/"
"""Folder of the names that several persons bear; they are listed among the people."""

FEED = "feed.xml"
JSON_FEED = "feed.json"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
HOST_REDIRECTS = "_redirects"
NGINX_REDIRECTS = "redirects.map"

ARTICLES_DATA = "data/articles.jsonl"
PEOPLE_DATA = "data/people.json"
COUNTRIES_DATA = "data/countries.json"
DATABASE = "data/archive.sqlite"
ENTITIES_DATA = "data/entities.ftm.jsonl"
BIBTEX_DATA = "data/citations.bib"
RIS_DATA = "data/citations.ris"
CSL_DATA = "data/citations.csl.json"
DATA = "data/index.html"
SCHEMAS = "data/schema/"

LETTERS = "people/letters/"
SEARCH_INDEX = "search/"
"""Folder of the index that the page of the search loads; what is in it, the search itself decides."""

STYLESHEET = "static/newsgen.css"
ICON = "static/icon.svg"
LAND = "static/world.svg"
SCRIPT = "static/newsgen.js"
CARDS = "cards/"
"""Folder of the scripts that tell who the linked names of an article are."""

ARTICLE_SCRIPT = "static/article.js"
SEARCH_SCRIPTS = (
    "static/search-words.js",
    "static/search-index.js",
    "static/search-query.js",
    "static/search.js",
)
"""In the order in which they build on each other; the index's own `index.js` comes before the last."""

# matches: https://example.org/news
# matches: MAILTO:desk@example.org
# not: javascript:alert(1)
# not: //example.org/
_OUTWARD = re.compile(r"^(?:https?://[^/?#]|mailto:[^?])", re.IGNORECASE)

# matches: people/joe-biden.html
# not: people/señor.html
_PLAIN = re.compile(r"^[A-Za-z0-9_.~/-]*\Z")

# matches: 100% sure
# not: a%20b
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")

_REMEMBERED = 8192
"""Addresses that are at hand: eight times as many would hardly spare any work."""


def article_path(article: str) -> str:
    """Page of an article."""
    return f"articles/{_name(article)}.html"


def leaf_path(article: str, number: int) -> str:
    """A page of an article that is spread over several: the first is that of the article."""
    return month_path(article_path(article), str(number)) if number > 1 else article_path(article)


def person_path(person: str) -> str:
    """Page of a person."""
    return f"people/{_name(person)}.html"


def letter_path(letter: str) -> str:
    """Page of the people under a letter; below a folder, where it takes no person's address."""
    return f"{LETTERS}{letter}.html"


def name_path(name: str) -> str:
    """Page of a name that several persons bear; in a folder of its own, where it takes no person's address."""
    return f"{NAMES}{_name(name)}.html"


def country_path(country: str) -> str:
    """Page of a country, by its slug."""
    return f"countries/{_name(country)}.html"


def source_path(source: str) -> str:
    """Page of an outlet."""
    return f"sources/{_name(source)}.html"


def timeline_path(timeline: str) -> str:
    """Page of a timeline."""
    return f"timelines/{_name(timeline)}.html"


def reported_path(timeline: str) -> str:
    """Page of a timeline in the order of its reports."""
    return f"timelines/{_name(timeline)}/reported.html"


def timeline_part_path(timeline: str, key: str) -> str:
    """Page of those events of a timeline that are of one year or month; that of the timeline for an empty key."""
    return month_path(timeline_path(timeline), key) if key else timeline_path(timeline)


def reported_part_path(timeline: str, key: str) -> str:
    """Page of those that were first reported in one year or month."""
    return month_path(reported_path(timeline), key) if key else reported_path(timeline)


def told_path(timeline: str, event: str) -> str:
    """Page of an event of a timeline that very many report."""
    return f"timelines/{_name(timeline)}/{event}.html"


def dates_path(key: str) -> str:
    """Page of a month, a year, or of what has no date."""
    return f"dates/{key}.html"


def month_path(page: str, key: str) -> str:
    """Page of those articles of a country, person or outlet that are of one month: `countries/niger/2024-05.html`."""
    return f"{page.removesuffix('.html')}/{key}.html"


def listing_of(page: str) -> tuple[str, str]:
    """The page whose month, year or the like this one may be, and which: `countries/niger.html`, `2024-05`."""
    folder, _, name = page.rpartition("/")
    return f"{folder}.html", name.removesuffix(".html")


def timeline_of(page: str) -> str | None:
    """The id of the timeline that has this page, if it is that of one."""
    name = page.removeprefix("timelines/").removesuffix(".html")
    return name if page != TIMELINES and page == timeline_path(name) and "/" not in name else None


def is_of_timeline(page: str, timeline: str) -> bool:
    """Whether the page is one of those below that of a timeline: its other order, its parts, its events."""
    return page.startswith(f"{timeline_path(timeline).removesuffix('.html')}/")


def feed_path(page: str) -> str:
    """Atom feed of what a page shows."""
    return FEED if page == HOME else f"{page.removesuffix('.html')}.xml"


def timeline_data_path(timeline: str, ending: str) -> str:
    """A timeline as data: `ending` is `json`, `timelinejs.json` or `ics`."""
    return f"data/timelines/{timeline}.{ending}"


def schema_path(name: str) -> str:
    """JSON Schema of a data file."""
    return f"{SCHEMAS}{name}.json"


def sitemap_part_path(number: int) -> str:
    """One of several sitemaps, where one file may not hold all addresses."""
    return f"sitemap-{number}.xml"


def report_anchor(report: int) -> str:
    """Anchor, in its article, of the sentence that tells of an event."""
    return f"r-{report + 1}"


def mention_anchor(mention: int) -> str:
    """Anchor, in its article, of a name as written."""
    return f"m-{mention + 1}"


def quote_anchor(quote: int) -> str:
    """Anchor, in its article, of a quotation."""
    return f"q-{quote + 1}"


def read_anchor(anchor: str) -> tuple[str, int]:
    """Which kind of anchor in an article this is, by its letter, and the index of what it marks."""
    kind, _, number = anchor.partition("-")
    return kind, int(number) - 1


def link(here: str, there: str, anchor: str = "") -> str:
    """The relative address that leads from one page to another."""
    path = _lead(folder_of(here), there)
    return f"{path}#{_quote(anchor)}" if anchor else path


def folder_of(page: str) -> str:
    """The folder of a page; all pages of one reach another page by the same relative address."""
    return page.rpartition("/")[0]


@lru_cache(maxsize=_REMEMBERED)
def _lead(folder: str, there: str) -> str:
    """The relative address of a page for those of a folder."""
    start, goal = folder.split("/") if folder else [], there.split("/")
    shared = 0
    while shared < min(len(start), len(goal) - 1) and start[shared] == goal[shared]:
        shared += 1
    return _quote("/".join([*[".."] * (len(start) - shared), *goal[shared:]]))


def _quote(text: str) -> str:
    """The path or anchor as it stands in an address."""
    return text if _PLAIN.match(text) else quote(text)


def absolute(base_url: str, path: str, anchor: str = "") -> str:
    """The address of a page on its host; that of the home page is the site's own."""
    address = base_url + ("" if path == HOME else _quote(path))
    return f"{address}#{_quote(anchor)}" if anchor else address


def absolute_link(base_url: str, here: str, href: str) -> str:
    """The absolute address of the page that a link on a page leads to; empty for an empty link."""
    return href and _join(base_url + _quote(here[: here.rfind("/") + 1]), href)


@lru_cache(maxsize=_REMEMBERED)
def _join(folder: str, href: str) -> str:
    """The address of a page as those of a folder name it; remembered, for they name the same ones again and again."""
    return urljoin(folder, href)


def from_root(base_url: str, path: str) -> str:
    """The address of a page that works from any page of the host: for the page that stands in for missing ones."""
    return f"{urlsplit(base_url).path or '/'}{quote(path)}"


def outward(address: str | None) -> str:
    """An address outside the site if it is one that a reader may safely follow, well-formed; else an empty text."""
    if address is None or not _OUTWARD.match(address):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.netloc if parts.port is None or parts.hostname else ""
    except ValueError:
        return ""
    if parts.scheme == "mailto":
        return f"mailto:{_escape(parts.path)}"
    if not host or not all(letter.isalnum() or letter in "-._~:@[]" for letter in host):
        return ""
    rest = _escape(parts.path)
    query = f"?{_escape(parts.query)}" if parts.query else ""
    fragment = f"#{_escape(parts.fragment)}" if parts.fragment else ""
    return f"{parts.scheme}://{host}{rest}{query}{fragment}"


def _escape(part: str) -> str:
    """The part of an address with everything escaped that may not stand in one."""
    return quote(_LONE_PERCENT.sub("%25", part), safe="%/:?@!$&'()*+,;=-._~", errors="replace")


def _name(slug: str) -> str:
    """The file's name; nothing takes the place of a folder's index, whatever it is called."""
    return f"{slug}_" if slug == "index" else slug
