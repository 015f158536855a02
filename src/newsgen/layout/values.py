"""Values of front matter: each reader gives what a node says, or tells what it should be."""

import re
from collections.abc import Callable, Mapping

from newsgen.config import yamltext
from newsgen.config.fields import tell_date_fault
from newsgen.config.yamltext import Node, Scalar
from newsgen.layout.stamps import read_value
from newsgen.lexicon import Lexicon
from newsgen.records.article import Dateline

# matches: en
# matches: pt-BR
# matches: fr_FR
_LANGUAGE = re.compile(r"^([A-Za-z]{2})(?:[-_][A-Za-z0-9]+)*$")
# matches: https://example.org/a
# not: https://
_URL = re.compile(r"^https?://[^\s/]+\S*$")
# matches: a_b
# matches: the-end of it
# not: a/b
_SLUG = re.compile(r"^[^\s/\\]+(?: [^\s/\\]+)*$")

_TRUE = frozenset(("true", "yes", "on", "1"))
_FALSE = frozenset(("false", "no", "off", "0"))


class ValueFaultError(Exception):
    """A value of the wrong kind, with its place."""

    def __init__(self, node: Node, message: str, hint: str) -> None:
        super().__init__(message)
        self.line, self.column, self.message, self.hint = node.line, node.column, message, hint


def _text(node: Node, _: Lexicon) -> str:
    if isinstance(node, Scalar) and not node.text.strip():
        raise ValueFaultError(node, "this is empty", "write a text, or leave the line out")
    if not isinstance(node, Scalar):
        raise ValueFaultError(
            node,
            "this must be a text",
            "write it on one line, in quotation marks if it holds `: ` or begins with a mark",
        )
    return " ".join(node.text.split())


def _names(node: Node, lexicon: Lexicon) -> str:
    """One name, or several in a list, as a byline shows them."""
    if isinstance(node, yamltext.Sequence) and node.items:
        names = [_name(item, lexicon) for item in node.items]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return _name(node, lexicon)


def _name(node: Node, lexicon: Lexicon) -> str:
    """A name without the brackets with which note-taking tools link it."""
    return _text(node, lexicon).removeprefix("[[").removesuffix("]]")


def _date(node: Node, lexicon: Lexicon) -> str:
    value = read_value(node.text, lexicon) if isinstance(node, Scalar) else None
    if value is None:
        why = tell_date_fault(node.text.strip()) if isinstance(node, Scalar) else ""
        raise ValueFaultError(
            node,
            f"this is no date: {why}" if why else "this must be a date",
            "write it like 2024-05-15, 2024-05, 2024 or another EDTF date",
        )
    return value


def is_address(text: str) -> bool:
    """Whether a text is an address on the web, in full."""
    return _URL.match(text.strip()) is not None


def _url(node: Node, lexicon: Lexicon) -> str:
    value = _text(node, lexicon)
    if not is_address(value):
        raise ValueFaultError(node, "this must be an address on the web", "write it in full, beginning with https://")
    return value


def _language(node: Node, lexicon: Lexicon) -> str:
    match = _LANGUAGE.match(_text(node, lexicon))
    if match is None:
        raise ValueFaultError(node, "this must be the code of a language", "write two letters such as en, fr or es")
    return match[1].lower()


def _slug(node: Node, lexicon: Lexicon) -> str:
    value = _text(node, lexicon)
    if not _SLUG.match(value) or set(value) <= set("."):
        raise ValueFaultError(
            node, "this cannot be part of an address", "write words joined by hyphens, without slashes"
        )
    return value


def _draft(node: Node, _: Lexicon) -> bool:
    word = node.text.strip().lower() if isinstance(node, Scalar) else ""
    if word not in _TRUE | _FALSE:
        raise ValueFaultError(node, "this must be true or false", "write `draft: true` or leave it out")
    return word in _TRUE


def _people(node: Node, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(_text(item, lexicon) for item in _items(node))


def _countries(node: Node, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_country(item, lexicon) for item in _items(node)))


def _items(node: Node) -> tuple[Node, ...]:
    """The items of a list; a single text stands for a list of what is between its commas."""
    if isinstance(node, yamltext.Sequence):
        return node.items
    if isinstance(node, Scalar):
        parts = [part.strip() for part in node.text.split(",")]
        return tuple(Scalar(part, node.line, node.column) for part in parts if part)
    raise ValueFaultError(node, "this must be a list", "write [one, another]")


def _country(node: Node, lexicon: Lexicon) -> str:
    code = lexicon.gazetteer.code_of(_text(node, lexicon))
    if code is None:
        raise ValueFaultError(
            node, "this is no country that newsgen knows", "write its English name or its code of two letters"
        )
    return code


def _dateline(node: Node, lexicon: Lexicon) -> Dateline:
    """A place alone, or a mapping of place, country, date and agency."""
    if isinstance(node, Scalar):
        place = _text(node, lexicon)
        return Dateline(place=place, country=lexicon.gazetteer.country_of_place(place))
    readers: dict[str, Callable[[Node, Lexicon], str]] = {
        "place": _text,
        "country": _country,
        "date": _date,
        "agency": _text,
    }
    if not isinstance(node, yamltext.Mapping):
        raise ValueFaultError(
            node, "this must be a place, or place, country, date and agency", "write {place: Niamey, date: 2024-05-15}"
        )
    values: dict[str, str] = {}
    for key, value in node.entries:
        if key.text not in readers:
            near = yamltext.suggest(key.text, readers)
            hint = f"did you mean `{near}`?" if near else f"known here: {', '.join(readers)}"
            raise ValueFaultError(key, f"a dateline has no `{key.text}`", hint)
        if not (isinstance(value, Scalar) and value.empty):
            values[key.text] = readers[key.text](value, lexicon)
    if "place" in values and "country" not in values:
        values["country"] = lexicon.gazetteer.country_of_place(values["place"]) or ""
    return Dateline(
        place=values.get("place"),
        country=values.get("country") or None,
        date=values.get("date"),
        agency=values.get("agency"),
    )


READERS: Mapping[str, Callable[[Node, Lexicon], object]] = {
    "headline": _text,
    "slug": _slug,
    "published": _date,
    "source": _text,
    "byline": _names,
    "dateline": _dateline,
    "url": _url,
    "language": _language,
    "people": _people,
    "countries": _countries,
    "draft": _draft,
}
"""Meaning of a key → reader of its value."""
