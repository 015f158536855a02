"""`withhold` in `site.yaml`: which articles, people and passages are to stand in no file of the site."""

from typing import get_args

from newsgen.config.fields import FieldReader
from newsgen.config.yamltext import Mapping, Node
from newsgen.records.options import Withheld, WithheldKind

WITHHOLD_KEYS = ("article", "person", "passage", "reason")

_WHICH = 'give `article: FILE`, `person: NAME` or `passage: "the words"`'


def read_withheld(root: Node, fields: FieldReader) -> tuple[Withheld, ...]:
    """The entries in their order; faults are left with `fields`."""
    if not isinstance(root, Mapping):
        return ()
    found: list[Withheld] = []
    for item in fields.items(root, "withhold", WITHHOLD_KEYS):
        entry = _read_entry(item, fields)
        if entry is None:
            continue
        same = next((one for one in found if (one.what, one.article) == (entry.what, entry.article)), None)
        if same is not None:
            message = f"this {entry.kind} is withheld on line {same.line} too"
            fields.fault(item, "claimed-twice", message, "remove one of the two entries")
        found.append(entry)
    return tuple(found)


def _read_entry(item: Mapping, fields: FieldReader) -> Withheld | None:
    """One entry; None if it does not say in one way what is meant."""
    given = {key: text for key in get_args(WithheldKind) if (text := fields.text(item, key))}
    reason = fields.text(item, "reason", required=True)
    kind = _find_kind(given)
    if kind is None:
        fault = "the entry withholds two things at once" if given else "the entry does not say what is withheld"
        fields.fault(item, "wrong-key" if given else "missing-key", fault, _WHICH)
        return None
    if not any(letter.isalnum() for letter in given[kind]):
        fields.fault(item.get(kind) or item, "wrong-value", f"`{kind}` holds no word", _WHICH)
        return None
    return Withheld(
        kind=kind,
        what=given[kind],
        reason=reason or "",
        article=given.get("article") if kind == "passage" else None,
        line=item.line,
        column=item.column,
    )


def _find_kind(given: dict[WithheldKind, str]) -> WithheldKind | None:
    """What an entry is about; only a passage may name an article beside it."""
    if "passage" in given and "person" not in given:
        return "passage"
    return next(iter(given)) if len(given) == 1 else None
