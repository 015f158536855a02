"""Reads a built site: the links, ids and other facts of its pages."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LINKS = {
    "a": "href",
    "image": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "source": "src",
    "iframe": "src",
    "form": "action",
}


@dataclass
class Facts:
    """What a page says to a program."""

    links: list[tuple[str, str]] = field(default_factory=list)
    """(tag, address), in order."""
    ids: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    """Levels, in order."""
    title: str = ""
    scripts: int = 0
    """Those that a browser would run: data for other programs is none."""
    linked: list[str] = field(default_factory=list)
    """The data for other programs."""
    handlers: list[str] = field(default_factory=list)
    """Attributes that a browser would run or style by."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.facts = Facts()
        self._in_title = False
        self._in_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if LINKS.get(tag) in given:
            self.facts.links.append((tag, given[LINKS[tag]]))
        if "id" in given:
            self.facts.ids.append(given["id"])
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.facts.headings.append(int(tag[1]))
        self._in_data = tag == "script" and given == {"type": "application/ld+json"}
        self.facts.scripts += tag == "script" and not self._in_data
        self.facts.handlers += [name for name in given if name.startswith("on") or name == "style"]
        self._in_title = tag == "title"

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.facts.title += data
        if self._in_data:
            self.facts.linked.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_title = self._in_data = False


def read_page(path: Path) -> Facts:
    """The facts of one page."""
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    return reader.facts


def read_pages(site: Path) -> dict[str, Facts]:
    """The facts of all pages, by path."""
    return {path.relative_to(site).as_posix(): read_page(path) for path in sorted(site.rglob("*.html"))}


def is_outside(address: str) -> bool:
    """Whether an address leads away from the site."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def find_target(page: str, address: str) -> tuple[str, str]:
    """(path in the site, fragment) that an address on a page leads to; the path begins with `..` if it leaves."""
    parts = urlsplit(address)
    names = page.split("/")[:-1] if parts.path else page.split("/")
    for name in unquote(parts.path).split("/") if parts.path else []:
        if name == ".." and names and names[-1] != "..":
            names.pop()
        elif name not in {"", "."}:
            names.append(name)
    return "/".join(names), unquote(parts.fragment)
