"""New entries of `people.yaml`, in the manner of those that are there."""

from collections.abc import Iterator, Sequence

import msgspec
import yaml

from newsgen.config.scalars import style_of, write_exactly, write_text
from newsgen.config.sheet import end_of, start_of
from newsgen.records import Record
from newsgen.records.options import Judgement


class Form(Record):
    """How the entries of a file are written."""

    indent: int = 0
    """Blanks in front of a dash."""
    gap: int = 1
    """Blanks behind a dash."""
    style: str = ""
    """Quotation mark around names."""
    in_blocks: bool = False
    """Whether each name of a list has its own line."""
    in_braces: bool = False
    """Whether an entry stands in braces on one line."""
    spaced: bool = False
    """Whether there is a blank line between entries."""


def find_form(root: yaml.Node | None, text: str) -> Form:
    """How the last entries of the file are written; a common form where there are none."""
    if not isinstance(root, yaml.SequenceNode) or not root.value:
        return Form()
    entry = root.value[-1]
    form = Form(
        style=style_of(next(value for key, value in entry.value if key.value == "name")),
        in_blocks=_has_block_list(entry),
        in_braces=bool(root.flow_style or entry.flow_style),
    )
    if root.flow_style:
        return form
    between = text[end_of(root.value[-2], text) : start_of(entry)] if len(root.value) > 1 else ""
    indent = root.start_mark.column
    gap = entry.start_mark.column - indent - 1 if entry.start_mark.line >= root.start_mark.line else 1
    return msgspec.structs.replace(
        form, indent=indent, gap=max(gap, 1), spaced=any(not line.strip() for line in between.splitlines()[1:-1])
    )


def _has_block_list(entry: yaml.MappingNode) -> bool:
    return any(isinstance(value, yaml.SequenceNode) and not value.flow_style for _, value in entry.value)


def tell_in_braces(judgement: Judgement, form: Form) -> str:
    """A new entry as it may stand between brackets."""
    return f"{{{', '.join(f'{key}: {_tell_value(value)}' for key, value in _tell_fields(judgement, form))}}}"


def tell_entry(judgement: Judgement, form: Form) -> list[str]:
    """The lines of a new entry."""
    if form.in_braces:
        lines = [tell_in_braces(judgement, form)]
    else:
        fields = _tell_fields(msgspec.structs.replace(judgement, note=None), form)
        lines = [line for key, value in fields for line in _tell_lines(key, value, form)]
        lines += tell_note(judgement.note) if judgement.note else ()
    rest = " " * (form.indent + 1 + form.gap)
    return [f"{' ' * form.indent}-{' ' * form.gap}{lines[0]}", *(f"{rest}{line}".rstrip() for line in lines[1:])]


def _tell_fields(judgement: Judgement, form: Form) -> Iterator[tuple[str, str | Sequence[str]]]:
    """Keys and values, each name already as YAML writes it."""
    yield "name", write_text(judgement.name, form.style)
    for key, names in (("also", judgement.also), ("not", judgement.different)):
        if names:
            yield key, [write_text(name, form.style) for name in names]
    if not judgement.person:
        yield "person", "false"
    if judgement.note:
        yield "note", write_exactly(judgement.note)


def tell_note(note: str) -> list[str]:
    """The lines of a note: a block, if it has several that a block can hold as they are."""
    lines = note.split("\n")
    if len(lines) == 1 or not all(line == line.strip() and line.isprintable() for line in lines) or not lines[0]:
        return [f"note: {write_exactly(note)}"]
    return ["note: |-", *(f"  {line}".rstrip() for line in lines)]


def _tell_value(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else f"[{', '.join(value)}]"


def _tell_lines(key: str, value: str | Sequence[str], form: Form) -> Iterator[str]:
    if isinstance(value, str) or not form.in_blocks:
        yield f"{key}: {_tell_value(value)}"
        return
    yield f"{key}:"
    for name in value:
        yield f"  - {name}"
