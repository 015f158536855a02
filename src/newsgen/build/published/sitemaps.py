"""Sitemaps (https://www.sitemaps.org): the addresses in one, and the paths that they have in their site."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from urllib.parse import unquote, urlsplit
from xml.parsers.expat import ErrorString, ExpatError, ParserCreate

from newsgen.errors import Diagnostic, UsageError
from newsgen.records import Record


class Sitemap(Record):
    """The addresses of a sitemap, or of an index of sitemaps."""

    addresses: tuple[str, ...]
    """In order."""
    is_index: bool
    """Whether they are those of further sitemaps."""


def read_sitemap(data: bytes, name: str) -> Sitemap:
    """The addresses in the file; `name` is for messages. Raises UsageError for what is no sitemap."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except ExpatError as error:
        message = f"this is no sitemap: {ErrorString(error.code)}"
        raise refuse(name, message, line=error.lineno, column=error.offset + 1) from None
    except DocumentTypeError:
        raise refuse(name, "this is no sitemap: it declares a document type") from None
    except (LookupError, ValueError):
        raise refuse(name, "this is no sitemap: it is written in an encoding that cannot be read") from None
    if reader.root not in {"urlset", "sitemapindex"}:
        raise refuse(name, "this is no sitemap: it must be a `urlset` or a `sitemapindex`")
    return Sitemap(addresses=tuple(reader.addresses), is_index=reader.root == "sitemapindex")


def refuse(name: str, message: str, *, line: int = 0, column: int = 0) -> UsageError:
    """The error about a published site that cannot be read."""
    hint = "give the folder of a published site, its sitemap.xml, or the address of either"
    return UsageError(Diagnostic(name, line, column, "error", "no-site", message, hint))


class DocumentTypeError(ValueError):
    """A file declares a document type, and perhaps entities without end."""


class _Reader:
    """Takes the texts of `loc` elements out of an XML file, whatever their prefix; no document type is read."""

    def __init__(self) -> None:
        self.addresses: list[str] = []
        self.root = ""
        self._text: list[str] | None = None
        self.parser = ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._take
        self.parser.StartDoctypeDeclHandler = self._refuse

    def _start(self, tag: str, _attributes: object) -> None:
        name = tag.rpartition(":")[2]
        self.root = self.root or name
        self._text = [] if name == "loc" else self._text

    def _end(self, tag: str) -> None:
        if tag.rpartition(":")[2] == "loc" and self._text is not None:
            self.addresses.append("".join(self._text).strip())
            self._text = None

    def _take(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _refuse(self, *_declared: object) -> None:
        raise DocumentTypeError


def find_paths(addresses: Iterable[str], bases: Iterable[str]) -> tuple[str, ...]:
    """The paths, in their site, of the pages with these addresses, sorted; what is no page is left out.

    The site begins at the page that all others lie below, its home page; if none is named, at the first of the bases
    below which all of them lie; else in the folder that they share.
    """
    places = sorted({_place_of(address) for address in addresses if address})
    if not places:
        return ()
    base = next((base for base in (*places, *map(_place_of, bases)) if _holds_all(base, places)), None)
    start = len(_share_folder(places) if base is None else base)
    return tuple(sorted({name for place in places if (name := _name_page(place[start:]))}))


def list_hosts(addresses: Iterable[str]) -> tuple[str, ...]:
    """The hosts of the addresses, with ports that are not the usual ones, sorted."""
    return tuple(sorted({host for address in addresses if (host := host_of(address))}))


def host_of(address: str) -> str:
    """The host of an address; empty if it names none."""
    try:
        return urlsplit(address).netloc.rpartition("@")[2].casefold()
    except ValueError:
        return ""


def _place_of(address: str) -> str:
    """The path of an address on its host."""
    try:
        return unquote(urlsplit(address).path) or "/"
    except ValueError:
        return "/"


def _holds_all(base: str, places: Iterable[str]) -> bool:
    """Whether it is a folder that all of the places lie in."""
    return base.endswith("/") and all(place.startswith(base) for place in places)


def _share_folder(places: Sequence[str]) -> str:
    """The folder that all of the places lie in; they are sorted, so the first and the last tell."""
    pairs = zip(places[0], places[-1], strict=False)
    shared = "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return shared[: shared.rfind("/") + 1]


def _name_page(place: str) -> str:
    """The file of a page, for hosts that show it under a shorter name, too; empty if it is none."""
    if not place or place.endswith("/"):
        return f"{place}index.html"
    if place.endswith(".html"):
        return place
    return "" if "." in place.rpartition("/")[2] else f"{place}.html"
