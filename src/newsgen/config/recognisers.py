"""`recognisers` of `site.yaml`: which stand beside the rules, and with which settings.

Only the form is checked here. Whether there is such a class, and what settings it takes, is found out where it is made.
"""

from pathlib import Path
from typing import TypeAlias

import msgspec

from newsgen.config.fields import FieldReader
from newsgen.config.yamltext import Mapping, Node, Scalar, Sequence
from newsgen.records.options import Origin, RecogniserOptions

NAME_KEY = "name"
"""Of an entry's keys the one that names the class; all others are settings."""

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""What a setting may be: every text stays as typed."""

_NAME = "package.module:Name, such as newsgen.recognise.spacy:Pipeline"


def read_recognisers(root: Node, fields: FieldReader, site: Path) -> tuple[RecogniserOptions, ...]:
    """The recognisers that the tree of `site.yaml` asks for; faults are left with `fields`."""
    node = root.get("recognisers") if isinstance(root, Mapping) else None
    if node is None or (isinstance(node, Scalar) and node.empty):
        return ()
    if not isinstance(node, Sequence):
        fields.fault(node, "wrong-kind", "`recognisers` must be a list", "begin each entry with `- `")
        return ()
    found: dict[tuple[str, str], RecogniserOptions] = {}
    for item in node.items:
        options = _read_entry(item, fields, site)
        if options is None:
            continue
        first = found.setdefault((options.name, options.settings), options)
        if first is not options:
            message = f"the same recogniser stands on line {first.origin.line} too"
            fields.fault(item, "claimed-twice", message, "keep one of the two")
    return tuple(found.values())


def _read_entry(item: Node, fields: FieldReader, site: Path) -> RecogniserOptions | None:
    """What one entry asks for; None if it names no class."""
    entry = item if isinstance(item, Mapping) else Mapping(((_NAME_SCALAR, item),), item.line, item.column)
    name = fields.text(entry, NAME_KEY, required=True)
    if name is None:
        return None
    if not _is_class_name(name):
        fields.fault(item, "wrong-value", f"no recogniser can be named `{name}`", f"give {_NAME}")
        return None
    settings = [(key, value) for key, value in entry.entries if key.text != NAME_KEY]
    return RecogniserOptions(
        name=name,
        settings=msgspec.json.encode({key.text: _read_value(value, fields) for key, value in settings}).decode(),
        origin=Origin(
            folder=str(site),
            line=item.line,
            column=item.column,
            keys=tuple((key.text, key.line, key.column) for key, _ in settings),
        ),
    )


_NAME_SCALAR = Scalar(NAME_KEY, 0, 0)


def _is_class_name(name: str) -> bool:
    """Whether it has the form `package.module:Name`."""
    module, colon, kind = name.partition(":")
    return bool(colon) and kind.isidentifier() and all(part.isidentifier() for part in module.split("."))


def _read_value(node: Node, fields: FieldReader) -> Value:
    """The value as it was typed."""
    if isinstance(node, Sequence):
        return [_read_value(item, fields) for item in node.items]
    if isinstance(node, Mapping):
        return {key.text: _read_value(value, fields) for key, value in node.entries}
    if node.empty:
        fields.fault(node, "missing-value", "this setting has no value", "give it one, or take it out")
    return node.text
