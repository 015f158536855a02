"""`language` in `site.yaml`: a code that CLDR knows, or the nearest ones for what is none."""

from collections.abc import Mapping
from importlib.resources import files

import msgspec
from rapidfuzz import fuzz, process

from newsgen.config.fields import FieldReader
from newsgen.config.yamltext import Mapping as Tree

_NEAR = 70
"""How like, of 100, the name of a language must be to be suggested."""

_SUGGESTED = 3


def read_language(root: Tree, fields: FieldReader) -> str | None:
    """The language of the site as a BCP 47 tag; None if absent. A fault is left with `fields`."""
    value, node = fields.text(root, "language"), root.get("language")
    if value is None or node is None:
        return None
    names = _read_names()
    if _is_well_formed(value) and value.partition("-")[0].lower() in names:
        return value
    hint = _suggest(value, names) or "give a language code such as en, fr or pt-BR"
    fields.fault(node, "wrong-value", f"`language` cannot be `{value[:60]}`", hint)
    return None


def _is_well_formed(tag: str) -> bool:
    """Whether it may be a tag at all: parts of letters and digits, between hyphens."""
    return all(part.isascii() and part.isalnum() and len(part) <= 8 for part in tag.split("-"))


def _read_names() -> Mapping[str, tuple[str, ...]]:
    """English and own name of each language, by its code."""
    file = files("newsgen") / "data" / "languages" / "names.json"
    return msgspec.json.decode(file.read_bytes(), type=dict[str, tuple[str, ...]])


def _suggest(value: str, names: Mapping[str, tuple[str, ...]]) -> str:
    """The codes of the languages whose names or codes come nearest, in words; empty if none is near."""
    wanted = value.replace("_", "-")
    if wanted != value and _is_well_formed(wanted) and wanted.partition("-")[0].lower() in names:
        return f"did you mean `{wanted}`?"
    known = [(name.casefold(), code) for code, own in names.items() for name in own]
    near = process.extract(
        value.casefold(), [name for name, _ in known], scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_SUGGESTED
    )
    best = [known[place] for _, score, place in near if score == near[0][1]]
    told = dict.fromkeys(f"`{code}` ({names[code][0]})" for _, code in best)
    return f"did you mean {' or '.join(told)}?" if told else ""
