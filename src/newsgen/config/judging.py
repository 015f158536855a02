"""Judgements written into the text of `people.yaml`: what stands there keeps its order, comments, quotes and line ends.

The text is changed only where something is added, at places that the YAML parser tells. What comes out is read again
with the strict reader and must say what was wanted; a form that this does not know is refused rather than spoiled.
"""

import re
from collections.abc import Iterator, Sequence

import yaml

from newsgen.config.entries import Form, find_form, tell_entry, tell_in_braces, tell_note
from newsgen.config.files import BOM
from newsgen.config.people import PEOPLE_FILE, parse_people
from newsgen.config.scalars import is_empty, style_of, write_exactly, write_text
from newsgen.config.sheet import Edit, apply_edits, end_of, find_newline, line_end, line_start, next_line, start_of
from newsgen.config.yamltext import LOADER
from newsgen.errors import ConfigError, Diagnostic
from newsgen.records.options import Judgement

HEADER = "# Who is the same, and who is not. These judgements win over every rule."
"""The first line of a new file."""

# matches:   # a comment
# not: No#1
_COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")


def edit_people(text: str, wanted: Sequence[Judgement]) -> str:
    """The text changed so that it says what is wanted.

    `wanted` holds judgements that were read from the text, known by their places, some with more names or a note, some
    left out; then new ones, without places. Raises ConfigError where the text cannot be changed so.
    """
    body = text.removeprefix(BOM)
    old = parse_people(body)
    try:
        result = apply_edits(body, _find_edits(body, old, wanted))
        done = _agree(parse_people(result), wanted)
    except (ConfigError, ValueError):
        done = False
    if not done:
        raise ConfigError(_refuse())
    return text[: len(text) - len(body)] + result


def _refuse() -> Diagnostic:
    message = "newsgen cannot change this file without spoiling it; nothing was written"
    return Diagnostic(PEOPLE_FILE, 0, 0, "error", "people-form", message, "write the judgement into it by hand")


def _agree(read: Sequence[Judgement], wanted: Sequence[Judgement]) -> bool:
    """Whether both say the same, wherever it stands."""
    return list(map(_content, read)) == list(map(_content, wanted))


def _content(judgement: Judgement) -> tuple[object, ...]:
    return judgement.name, judgement.also, judgement.different, judgement.person, judgement.note


def _find_edits(text: str, old: Sequence[Judgement], wanted: Sequence[Judgement]) -> Iterator[Edit]:
    root = yaml.compose(text, Loader=LOADER)
    form = find_form(root, text)
    kept = {judgement.places: judgement for judgement in wanted if judgement.places}
    notes = {judgement.note for judgement in wanted}
    entries = root.value if isinstance(root, yaml.SequenceNode) else ()
    for node, was in zip(entries, old, strict=True):
        now = kept.get(was.places)
        if now is not None:
            yield from _extend_entry(node, was, now, text)
        else:
            note = f"{was.name}: {was.note}" if was.note and was.note not in notes else ""
            yield _remove_entry(node, text, note=note)
    new = [judgement for judgement in wanted if not judgement.places]
    if new:
        yield _add_entries(root, text, new, form)


# --- in an entry ----------------------------------------------------------------------------------------------------


def _extend_entry(entry: yaml.MappingNode, was: Judgement, now: Judgement, text: str) -> Iterator[Edit]:
    """What makes the entry say more than it did; new keys stand behind `name` and `also`."""
    values = {key.value: value for key, value in entry.value}
    anchor = values["name"]
    style = style_of(anchor)
    for key, more in (("also", now.also[len(was.also) :]), ("not", now.different[len(was.different) :])):
        value = values.get(key)
        if more and value is not None:
            yield _extend_list(value, [write_text(name, _style_in(value, style)) for name in more], text)
        elif more:
            yield _add_key(entry, anchor, f"{key}: [{', '.join(write_text(name, style) for name in more)}]", text)
        anchor = anchor if value is None else value
    if now.note and not was.note:
        note = [f"note: {write_exactly(now.note)}"] if entry.flow_style else tell_note(now.note)
        yield _add_key(entry, anchor, "\n".join(note), text)


def _add_key(entry: yaml.MappingNode, anchor: yaml.Node, written: str, text: str) -> Edit:
    """A key with its value behind that of another key."""
    place = end_of(anchor, text)
    if entry.flow_style:
        return Edit(place, place, f", {written}")
    place = line_end(text, place)
    newline = f"{find_newline(text)}{' ' * entry.start_mark.column}"
    return Edit(place, place, "".join(newline + line for line in written.split("\n")))


def _style_in(value: yaml.Node, style: str) -> str:
    """The quotation marks of the last name in a list."""
    last = value.value[-1] if isinstance(value, yaml.SequenceNode) and value.value else value
    return style_of(last) if isinstance(last, yaml.ScalarNode) and not is_empty(last) else style


def _extend_list(value: yaml.Node, names: Sequence[str], text: str) -> Edit:
    """More names in a list, which may be empty, or a single name without brackets."""
    start, end = start_of(value), end_of(value, text)
    if isinstance(value, yaml.ScalarNode):
        own = [] if is_empty(value) else [_keep_text(value, text[start:end])]
        space = " " if text[start - 1 : start] == ":" else ""
        return Edit(start, end, f"{space}[{', '.join([*own, *names])}]")
    if not value.value:
        return Edit(start, end, f"[{', '.join(names)}]")
    place = end_of(value.value[-1], text)
    if isinstance(value, yaml.SequenceNode) and value.flow_style:
        return Edit(place, place, "".join(f", {name}" for name in names))
    place = line_end(text, place)
    indent = " " * value.start_mark.column
    dash = "-".ljust(value.value[-1].start_mark.column - value.start_mark.column)
    return Edit(place, place, "".join(f"{find_newline(text)}{indent}{dash}{name}" for name in names))


def _keep_text(node: yaml.ScalarNode, source: str) -> str:
    """A single name as it may stand between brackets: as typed if it can."""
    return source if style_of(node) else write_text(" ".join(node.value.split()))


# --- whole entries --------------------------------------------------------------------------------------------------


def _remove_entry(entry: yaml.Node, text: str, *, note: str) -> Edit:
    """The entry gone; its comments, and a note that nobody else says, stay as comments."""
    dash = text.rindex("-", 0, start_of(entry))
    start, end = line_start(text, dash), next_line(text, end_of(entry, text))
    newline, indent = find_newline(text), text[line_start(text, dash) : dash]
    told = (line if line.isprintable() else write_exactly(line) for line in note.splitlines())
    comments = [*(f"# {line}".rstrip() for line in told), *_find_comments(entry, text)]
    return Edit(start, end, "".join(f"{indent}{comment}{newline}" for comment in comments))


def _find_comments(entry: yaml.Node, text: str) -> Iterator[str]:
    """The comments of an entry: between its words, and behind the last."""
    place = start_of(entry)
    for leaf in _find_leaves(entry):
        yield from _COMMENT.findall(text, place, start_of(leaf))
        place = end_of(leaf, text)
    yield from _COMMENT.findall(text, place, line_end(text, place))


def _find_leaves(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _find_leaves(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _find_leaves(key)
            yield from _find_leaves(value)


def _add_entries(root: yaml.Node | None, text: str, new: Sequence[Judgement], form: Form) -> Edit:
    """New entries at the end of the list, or where it is to begin."""
    newline = find_newline(text)
    if isinstance(root, yaml.SequenceNode) and root.flow_style:
        return _extend_list(root, [tell_in_braces(judgement, form) for judgement in new], text)
    blocks = [newline.join(tell_entry(judgement, form)) + newline for judgement in new]
    written = (newline if form.spaced else "").join(blocks)
    if root is None:
        start = end = len(text)
        head = "" if text else HEADER + newline
    elif root.value:
        start = end = _find_close(text, end_of(root, text))
        head = newline if form.spaced else ""
    else:
        start, end, head = start_of(root), next_line(text, end_of(root, text)), ""
    begun = text[:start] and not text[:start].endswith(("\r", "\n"))
    return Edit(start, end, f"{newline if begun else ''}{head}{written}")


def _find_close(text: str, place: int) -> int:
    """The end of the document behind a place: `...`, or that of the text."""
    while (place := next_line(text, place)) < len(text):
        if text.startswith("...", place):
            return place
    return len(text)
