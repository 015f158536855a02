"""`site.yaml`: the archive's title, its outlets, its timelines; its recognisers are read by `recognisers`."""

from collections.abc import Callable
from typing import get_args
from urllib.parse import urlsplit

from newsgen import edtf
from newsgen.config.fields import FieldReader, parse_date
from newsgen.config.yamltext import Mapping, Node
from newsgen.records.options import Outlet, Rights, SiteOptions, TimelineOptions

CodeOf = Callable[[str], str | None]
"""Gives the ISO 3166-1 alpha-2 code of a country's name or code, or None."""

SITE_KEYS = ("title", "description", "base_url", "language", "sources", "timelines", "recognisers")
SOURCE_KEYS = ("name", "aliases", "country", "rights", "url")
TIMELINE_KEYS = ("id", "title", "description", "countries", "people", "words", "from", "to")

_COUNTRY = "a country's name or two-letter code, such as NE"
_DATE = "a date such as 2023-07 or 2023-07-26"
_URL = "a web address that begins with https:// or http://"
_LANGUAGE = "a language code such as en, fr or pt-BR"
_ID = "a name of small letters a–z, digits and hyphens, such as niger-us-split"
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
        base_url=fields.parsed(root, "base_url", parse_base_url, want=_URL),
        language=fields.parsed(root, "language", _parse_language, want=_LANGUAGE) or "en",
        outlets=_read_outlets(root, fields, code_of),
        timelines=_read_timelines(root, fields, code_of),
    )


def parse_base_url(value: str) -> str | None:
    """A site's address with a slash at its end; None if it is no `http` or `https` address."""
    address = _parse_url(value)
    if address is None or "\\" in address:
        return None
    parts = urlsplit(address)
    if parts.query or parts.fragment or "@" in parts.netloc:
        return None
    if "//" in parts.path or {".", ".."} & set(parts.path.split("/")):
        return None
    return address if address.endswith("/") else address + "/"


def _parse_url(value: str) -> str | None:
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        usable = usable and value.isprintable() and " " not in value
    except ValueError:  # brackets that do not close, a port that is no number
        return None
    return value if usable else None


def _parse_language(value: str) -> str | None:
    parts = value.split("-")
    well_formed = all(part.isascii() and part.isalnum() and len(part) <= 8 for part in parts)
    return value if well_formed and parts[0].isalpha() and 2 <= len(parts[0]) <= 3 else None


def _parse_id(value: str) -> str | None:
    usable = value.isascii() and value == value.lower() and value.replace("-", "").isalnum()
    return value if usable and value != "index" and not value.startswith("-") and len(value) <= 80 else None


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
            url=fields.parsed(entry, "url", _parse_url, want=_URL),
        )
        for spelling in dict.fromkeys(word.casefold() for word in (name, *outlet.aliases)):
            if spelling in claimed:
                message = f"`{spelling}` already stands for the outlet on line {claimed[spelling]}"
                fields.fault(entry, "claimed-twice", message, "keep it with one outlet")
            claimed.setdefault(spelling, entry.line)
        outlets.append(outlet)
    return tuple(outlets)


def _read_timelines(root: Mapping, fields: FieldReader, code_of: CodeOf) -> tuple[TimelineOptions, ...]:
    timelines = []
    lines: dict[str, int] = {}
    for entry in fields.items(root, "timelines", TIMELINE_KEYS):
        name = fields.parsed(entry, "id", _parse_id, want=_ID)
        if name is None:
            if entry.get("id") is None:
                fields.fault(entry, "missing-key", "`id` is missing", "add `id: …`: it names the timeline's page")
            continue
        if name in lines:
            fields.fault(
                entry,
                "claimed-twice",
                f"the timeline `{name}` stands on line {lines[name]} too",
                "rename one",
            )
        lines.setdefault(name, entry.line)
        timelines.append(_read_timeline(entry, name, fields, code_of))
    return tuple(timelines)


def _read_timeline(entry: Mapping, name: str, fields: FieldReader, code_of: CodeOf) -> TimelineOptions:
    timeline = TimelineOptions(
        id=name,
        title=fields.text(entry, "title") or name.replace("-", " ").capitalize(),
        description=fields.text(entry, "description"),
        countries=fields.each_parsed(entry, "countries", code_of, want=_COUNTRY),
        people=fields.texts(entry, "people"),
        words=fields.texts(entry, "words"),
        date_from=fields.parsed(entry, "from", parse_date, want=_DATE),
        date_to=fields.parsed(entry, "to", parse_date, want=_DATE),
        line=entry.line,
        column=entry.column,
    )
    if timeline.date_from and timeline.date_to:
        first, last = edtf.bounds(timeline.date_from)[0], edtf.bounds(timeline.date_to)[1]
        if first and last and first > last:
            message = f"`from` ({timeline.date_from}) is later than `to` ({timeline.date_to})"
            fields.fault(entry.get("from") or entry, "wrong-value", message, "exchange the two")
    return timeline
