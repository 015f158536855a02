"""`site.yaml`: the archive's title and its outlets; other modules of this package read the rest."""

import re
from typing import get_args
from urllib.parse import quote, unquote, urlsplit

from newsgen.config.fields import CodeOf, FieldReader, parse_url
from newsgen.config.languages import read_language
from newsgen.config.redirects import read_redirect_hosts
from newsgen.config.timelines import read_timelines
from newsgen.config.yamltext import Mapping, Node, Scalar
from newsgen.records.options import Licence, Outlet, Rights, SiteOptions

SITE_KEYS = (
    "title",
    "description",
    "base_url",
    "language",
    "index",
    "licence",
    "sources",
    "timelines",
    "withhold",
    "recognisers",
    "redirects",
)
LICENCE_KEYS = ("name", "url")
SOURCE_KEYS = ("name", "aliases", "country", "rights", "url", "index")

# matches: %zz
# not: %C3%B8
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")

_COUNTRY = "a country's name or two-letter code, such as NE"
_URL = "a web address that begins with https:// or http://"
_BASE = (
    "the web address of the folder that the site will stand in, such as https://example.org/archive/:"
    " no page, and nothing with a blank, `?`, `#`, `@`, `//` or `..`"
)
_RIGHTS = "one of full, excerpt, metadata"


def read_site(root: Node, fields: FieldReader, code_of: CodeOf) -> SiteOptions:
    """The options in the tree of `site.yaml`; faults are left with `fields`."""
    if not isinstance(root, Mapping):
        fields.fault(root, "wrong-kind", "the file must hold keys", "begin with `title: …`")
        return SiteOptions(title="")
    fields.check_keys(root, SITE_KEYS, "site.yaml")
    return SiteOptions(
        title=fields.text(root, "title") or "",
        description=fields.text(root, "description") or "",
        base_url=fields.parsed(root, "base_url", parse_base_url, want=_BASE),
        language=read_language(root, fields) or "en",
        outlets=_read_outlets(root, fields, code_of),
        timelines=read_timelines(root, fields, code_of),
        redirect_hosts=read_redirect_hosts(root, fields),
        indexed=fields.flag(root, "index", default=False),
        licence=_read_licence(root, fields),
    )


def _read_licence(root: Mapping, fields: FieldReader) -> Licence | None:
    """Name and address of a licence, or its name alone."""
    node = root.get("licence")
    if node is None or isinstance(node, Scalar):
        name = fields.text(root, "licence")
        return Licence(name=name) if name else None
    if not isinstance(node, Mapping):
        hint = "write `licence: {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/}`"
        fields.fault(node, "wrong-kind", "`licence` must be a name, or a name and an address", hint)
        return None
    fields.check_keys(node, LICENCE_KEYS, "`licence`")
    name = fields.text(node, "name", required=True)
    url = fields.parsed(node, "url", parse_url, want=_URL)
    return Licence(name=name, url=url) if name else None


def parse_base_url(value: str) -> str | None:
    """A site's address in plain letters, with a slash at its end; None if it is no web address of a folder."""
    address = parse_url(value)
    if address is None or any(sign in address for sign in "\\?#") or _BROKEN_ESCAPE.search(address):
        return None
    parts = urlsplit(address)
    steps = unquote(parts.path).split("/")
    if "@" in parts.netloc or "//" in parts.path or {".", ".."} & set(steps) or steps[-1].endswith((".html", ".htm")):
        return None
    try:
        host = parts.netloc.encode("idna").decode().lower()
    except UnicodeError:  # a name that no host can have
        return None
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~")
    return f"{parts.scheme}://{host}{path.removesuffix('/')}/"


def _parse_rights(value: str) -> Rights | None:
    return next((right for right in get_args(Rights) if right == value), None)


def _read_outlets(root: Mapping, fields: FieldReader, code_of: CodeOf) -> tuple[Outlet, ...]:
    outlets = []
    claimed: dict[str, int] = {}
    for entry in fields.items(root, "sources", SOURCE_KEYS):
        name = fields.text(entry, "name", required=True)
        if name is None:
            continue
        outlet = Outlet(
            name=name,
            aliases=fields.texts(entry, "aliases"),
            country=fields.parsed(entry, "country", code_of, want=_COUNTRY),
            rights=fields.parsed(entry, "rights", _parse_rights, want=_RIGHTS) or "full",
            url=fields.parsed(entry, "url", parse_url, want=_URL),
            indexed=fields.flag(entry, "index", default=False) if entry.get("index") else None,
        )
        for spelling in dict.fromkeys(word.casefold() for word in (name, *outlet.aliases)):
            if spelling in claimed:
                message = f"`{spelling}` already stands for the outlet on line {claimed[spelling]}"
                fields.fault(entry, "claimed-twice", message, "keep it with one outlet")
            claimed.setdefault(spelling, entry.line)
        outlets.append(outlet)
    return tuple(outlets)
