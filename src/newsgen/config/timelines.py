"""The timelines of `site.yaml`: what each asks for, and what the editor pins to it and hides from it."""

from collections.abc import Iterable, Iterator

from newsgen import edtf
from newsgen.config.fields import CodeOf, FieldReader, parse_date, parse_url, tell_date_fault
from newsgen.config.yamltext import Mapping, Node, Scalar, Sequence
from newsgen.records.options import EventChoice, OwnEvent, TimelineOptions

TIMELINE_KEYS = ("id", "title", "description", "countries", "people", "words", "from", "to", "pinned", "hidden")
PINNED_KEYS = ("event", "date", "words", "title", "text", "countries", "people", "source", "url", "reason")
HIDDEN_KEYS = ("event", "date", "words", "reason")

_OWN_KEYS = ("countries", "people", "source", "url")
"""Keys of `pinned` that only an event of the editor's own takes."""

_COUNTRY = "a country's name or two-letter code, such as NE"
_DATE = "a date such as 2023-07 or 2023-07-26"
_URL = "a web address that begins with https:// or http://"
_ID = "a name of small letters a–z, digits and hyphens, such as niger-us-split, and not index"
_WHICH = "give `event: ID`, or `date` and `words`"


def read_timelines(root: Mapping, fields: FieldReader, code_of: CodeOf) -> tuple[TimelineOptions, ...]:
    """The timelines in their order; faults are left with `fields`."""
    timelines = []
    lines: dict[str, int] = {}
    for entry in fields.items(root, "timelines", TIMELINE_KEYS):
        name = fields.parsed(entry, "id", _parse_id, want=_ID)
        if name is None:
            if entry.get("id") is None:
                fields.fault(entry, "missing-key", "`id` is missing", "add `id: …`: it names the timeline's page")
            continue
        if name in lines:
            message = f"the timeline `{name}` stands on line {lines[name]} too"
            fields.fault(entry, "claimed-twice", message, "rename one")
        lines.setdefault(name, entry.line)
        timelines.append(_read_timeline(entry, name, fields, code_of))
    return tuple(timelines)


def _parse_id(value: str) -> str | None:
    usable = value.isascii() and value == value.lower() and value.replace("-", "").isalnum()
    return value if usable and value != "index" and not value.startswith("-") and len(value) <= 80 else None


def _read_timeline(entry: Mapping, name: str, fields: FieldReader, code_of: CodeOf) -> TimelineOptions:
    pinned = fields.items(entry, "pinned", PINNED_KEYS)
    hidden = fields.items(entry, "hidden", HIDDEN_KEYS)
    own = tuple(_read_owns([item for item in pinned if _is_own(item)], fields, code_of))
    chosen = (_read_choice(item, fields) for item in pinned if not _is_own(item))
    unwanted = (_read_choice(item, fields, hides=True) for item in hidden)
    people = fields.texts_with_places(entry, "people")
    timeline = TimelineOptions(
        id=name,
        title=fields.text(entry, "title") or name.replace("-", " ").capitalize(),
        description=fields.text(entry, "description"),
        countries=fields.each_parsed(entry, "countries", code_of, want=_COUNTRY),
        people=tuple(name for name, _ in people),
        words=fields.texts(entry, "words"),
        date_from=_read_date(entry, "from", fields),
        date_to=_read_date(entry, "to", fields),
        pinned=tuple(item for item in chosen if item),
        own=own,
        hidden=tuple(item for item in unwanted if item),
        line=entry.line,
        column=entry.column,
        people_at=tuple((node.line, node.column) for _, node in people),
    )
    _check_range(entry, timeline, fields)
    return timeline


def _read_date(entry: Mapping, key: str, fields: FieldReader) -> str | None:
    """A date; of a range that ends before it begins, and of a day that no month has, the message says so."""
    node = entry.get(key)
    value = node.text.strip() if isinstance(node, Scalar) else ""
    begin, slash, end = value.partition("/")
    backwards = slash and parse_date(begin) and parse_date(end) and not parse_date(value)
    why = tell_date_fault(value)
    want = f"{end}/{begin}: a range ends after it begins" if backwards else _DATE + (f", for {why}" if why else "")
    return fields.parsed(entry, key, parse_date, want=want)


def _check_range(entry: Mapping, timeline: TimelineOptions, fields: FieldReader) -> None:
    if timeline.date_from and timeline.date_to:
        first, last = edtf.bounds(timeline.date_from)[0], edtf.bounds(timeline.date_to)[1]
        if first and last and first > last:
            message = f"`from` ({timeline.date_from}) is later than `to` ({timeline.date_to})"
            fields.fault(entry.get("from") or entry, "wrong-value", message, "exchange the two")


def _is_own(entry: Mapping) -> bool:
    """Whether an entry of `pinned` is an event of the editor's own, as against one of the archive's."""
    return entry.get("text") is not None


def _read_owns(entries: Iterable[Mapping], fields: FieldReader, code_of: CodeOf) -> Iterator[OwnEvent]:
    """The editor's own events; one that stands there already is a fault."""
    lines: dict[tuple[str, str], int] = {}
    for entry in entries:
        event = _read_own(entry, fields, code_of)
        if event is None:
            continue
        if (event.date, event.text) in lines:
            message = f"this event stands on line {lines[event.date, event.text]} too"
            fields.fault(entry, "claimed-twice", message, "remove one of the two entries")
            continue
        lines[event.date, event.text] = event.line
        yield event


def _read_own(entry: Mapping, fields: FieldReader, code_of: CodeOf) -> OwnEvent | None:
    """An event that the editor adds; None if it lacks its date or text."""
    for key in ("event", "words", "title"):
        node = entry.get(key)
        if node is not None:
            message = f"`text` makes an event of your own, which takes no `{key}`"
            fields.fault(
                node, "wrong-key", message, f"remove `{key}`, or remove `text` to mean an event of the archive"
            )
    date = _read_date(entry, "date", fields)
    if date is None and entry.get("date") is None:
        fields.fault(entry, "missing-key", "`date` is missing", "say when it happened: `date: 2023-07`")
    text = fields.text(entry, "text", required=True)
    people = fields.texts_with_places(entry, "people")
    if date is None or text is None:
        return None
    return OwnEvent(
        date=date,
        text=text,
        countries=fields.each_parsed(entry, "countries", code_of, want=_COUNTRY),
        people=tuple(name for name, _ in people),
        source=fields.text(entry, "source"),
        url=fields.parsed(entry, "url", parse_url, want=_URL),
        reason=fields.text(entry, "reason"),
        line=entry.line,
        column=entry.column,
        people_at=tuple((node.line, node.column) for _, node in people),
    )


def _read_choice(entry: Mapping, fields: FieldReader, *, hides: bool = False) -> EventChoice | None:
    """What says which event of the archive is meant; None if it does not say it, or says it twice."""
    for key in _OWN_KEYS:
        node = entry.get(key)
        if node is not None and not hides:
            hint = f"remove `{key}`, or give `text: …`"
            fields.fault(node, "wrong-key", f"only an event of your own (with `text`) takes `{key}`", hint)
    choice = EventChoice(
        event=fields.text(entry, "event"),
        date=_read_date(entry, "date", fields),
        words=fields.texts(entry, "words"),
        title=fields.text(entry, "title"),
        reason=fields.text(entry, "reason", required=hides),
        line=entry.line,
        column=entry.column,
    )
    return choice if _is_clear(entry, fields) else None


def _says(node: Node | None) -> bool:
    """Whether a value says anything."""
    items = node.items if isinstance(node, Sequence) else (node,)
    return any(
        isinstance(item, Mapping) or (isinstance(item, Scalar) and not item.empty and item.text.strip())
        for item in items
    )


def _is_clear(entry: Mapping, fields: FieldReader) -> bool:
    """Whether the entry says in one way which event it means; if not, that is a fault."""
    given = [key for key in ("event", "date", "words") if _says(entry.get(key))]
    if given in (["event"], ["date", "words"]):
        return True
    if "event" in given:
        hint = "keep `event`, or `date` and `words`"
        fields.fault(entry, "wrong-key", "the entry says in two ways which event it means", hint)
    else:
        missing = "`words` is missing" if given == ["date"] else "`date` is missing"
        fault = missing if given else "the entry does not say which event it means"
        fields.fault(entry, "missing-key", fault, _WHICH)
    return False
