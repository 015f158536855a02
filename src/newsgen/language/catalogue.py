"""Catalogues of messages: sections of keys, each with a text or, where a number decides, a text for each form.

    search:
      results: {one: "{count} result", other: "{count} results"}

In a text, `{name}` stands for what the page puts there.
"""

import re
from collections.abc import Collection, Iterator
from collections.abc import Mapping as Look

from newsgen.config.yamltext import Mapping, Node, Scalar, read_yaml, suggest
from newsgen.errors import Diagnostic
from newsgen.records import Record

FORMS = ("zero", "one", "two", "few", "many", "other")
"""The forms that CLDR tells apart."""

COUNTRIES = "countries"
"""The section that holds other names of countries, by code."""

# matches: {count}
# matches: {home_page}
# not: {0}
# not: {Count}
_PLACE = re.compile(r"\{([a-z_]+)\}")


class Message(Record):
    """A text of the site, or its forms for different numbers."""

    key: str
    """Section and name: `search.results`."""
    forms: tuple[tuple[str, tuple[str, ...]], ...]
    """Each form with its pieces: plain text and, at every odd place, the name of what stands there."""

    @property
    def places(self) -> frozenset[str]:
        """What the page puts into any of the forms."""
        return frozenset(name for _, pieces in self.forms for name in pieces[1::2])


def read_catalogue(text: str, path: str) -> tuple[dict[str, Message], list[Diagnostic]]:
    """The messages of a catalogue by key, and an error for each that cannot be read; raises ConfigError for no YAML."""
    messages: dict[str, Message] = {}
    faults: list[Diagnostic] = []
    root = read_yaml(text.removeprefix("\ufeff"), path)
    if not isinstance(root, Mapping):
        return {}, [_tell(path, root, "the file must hold sections of texts", "begin with `site:`")]
    for section, entries in root.entries:
        if not isinstance(entries, Mapping):
            faults.append(_tell(path, entries, f"`{section.text}` must hold texts", "write `key: text` below it"))
            continue
        for name, node in entries.entries:
            forms = tuple(_read_forms(node))
            if forms:
                key = f"{section.text}.{name.text}"
                messages[key] = Message(key=key, forms=forms)
            else:
                hint = f"write one text, or a text for each of {', '.join(FORMS)}; `other` is always needed"
                faults.append(_tell(path, node, f"`{section.text}.{name.text}` has no text", hint))
    return messages, faults


def _read_forms(node: Node) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each form with its pieces; none if the node is not a text or texts by form."""
    if isinstance(node, Scalar):
        yield "other", tuple(_PLACE.split(node.text))
    elif isinstance(node, Mapping) and node.get("other"):
        for form, text in node.entries:
            if form.text in FORMS and isinstance(text, Scalar):
                yield form.text, tuple(_PLACE.split(text.text))


def check_messages(messages: Look[str, Message], known: Look[str, Message], path: str) -> Iterator[Diagnostic]:
    """What is wrong with a catalogue beside the English one: keys that look misspelt, places that no page fills."""
    for key, message in messages.items():
        section, _, name = key.partition(".")
        english = known.get(key)
        if english is None:
            near = suggest(name, _names_of(section, known))
            if near and section != COUNTRIES:
                yield Diagnostic(
                    path,
                    0,
                    0,
                    "warning",
                    "unknown-message",
                    f"no page shows `{key}`",
                    f"did you mean `{section}.{near}`?",
                )
            continue
        for place in sorted(message.places - english.places):
            near = suggest(place, english.places)
            hint = f"did you mean `{{{near}}}`?" if near else _list_places(english)
            yield Diagnostic(
                path, 0, 0, "error", "unknown-place", f"`{key}` has `{{{place}}}`, which no page fills", hint
            )


def _names_of(section: str, known: Collection[str]) -> list[str]:
    """The names of a section's keys."""
    return [key.partition(".")[2] for key in known if key.startswith(f"{section}.")]


def _list_places(english: Message) -> str:
    """The hint that says what a text may have."""
    places = ", ".join(f"`{{{place}}}`" for place in sorted(english.places))
    return f"it may have {places}" if places else "write it without"


def _tell(path: str, node: Node, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path, node.line, node.column, "error", "messages", message, hint)
