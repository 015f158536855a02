"""Typed values out of a YAML tree, with every fault gathered rather than only the first."""

from collections.abc import Callable, Collection
from typing import TypeVar
from urllib.parse import urlsplit

from newsgen import edtf
from newsgen.config.yamltext import Mapping, Node, Scalar, Sequence, suggest
from newsgen.errors import Diagnostic

Parsed = TypeVar("Parsed")

CodeOf = Callable[[str], str | None]
"""Gives the ISO 3166-1 alpha-2 code of a country's name or code, or None."""


class FieldReader:
    """Reads the fields of one file's mappings; what is wrong is added to `faults` and read as absent."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.faults: list[Diagnostic] = []

    def fault(self, node: Node, code: str, message: str, hint: str) -> None:
        """Note an error at a node's place."""
        self.faults.append(Diagnostic(self.path, node.line, node.column, "error", code, message, hint))

    def check_keys(self, mapping: Mapping, known: Collection[str], what: str) -> None:
        """Note an error for each key that is not known."""
        for key, _ in mapping.entries:
            if key.text in known:
                continue
            near = suggest(key.text, known)
            hint = f"did you mean `{near}`?" if near else f"known keys: {', '.join(known)}"
            self.fault(key, "unknown-key", f"{what} has no key `{key.text}`", hint)

    def items(self, mapping: Mapping, key: str, known: Collection[str]) -> tuple[Mapping, ...]:
        """A list of mappings, their keys checked; empty if the key is absent."""
        node = mapping.get(key)
        if node is None or (isinstance(node, Scalar) and node.empty):
            return ()
        if not isinstance(node, Sequence):
            self.fault(node, "wrong-kind", f"`{key}` must be a list", "begin each entry with `- `")
            return ()
        return self.mappings(node, key, known)

    def mappings(self, node: Sequence, what: str, known: Collection[str]) -> tuple[Mapping, ...]:
        """The mappings of a list, their keys checked; anything else in it is an error."""
        found = []
        for item in node.items:
            if isinstance(item, Mapping):
                self.check_keys(item, known, f"an entry of `{what}`")
                found.append(item)
            else:
                hint = f"write `- {next(iter(known))}: …`"
                self.fault(item, "wrong-kind", f"an entry of `{what}` must have keys", hint)
        return tuple(found)

    def text(self, mapping: Mapping, key: str, *, required: bool = False) -> str | None:
        """One line or paragraph of text; None if absent or empty."""
        node = mapping.get(key)
        if node is None or (isinstance(node, Scalar) and (node.empty or not node.text.strip())):
            if required:
                self.fault(mapping if node is None else node, "missing-key", f"`{key}` is missing", f"add `{key}: …`")
            return None
        if not isinstance(node, Scalar):
            self.fault(node, "wrong-kind", f"`{key}` must be one text", f'write `{key}: "…"`')
            return None
        return " ".join(node.text.split())

    def lines(self, mapping: Mapping, key: str) -> str | None:
        """A text as it is, but for line breaks around it; None if absent or empty."""
        node = mapping.get(key)
        if self.text(mapping, key) is None or not isinstance(node, Scalar):
            return None
        return node.text.strip("\n")

    def texts(self, mapping: Mapping, key: str) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        return tuple(value for value, _ in self.texts_with_places(mapping, key))

    def texts_with_places(self, mapping: Mapping, key: str) -> list[tuple[str, Node]]:
        """The same, each with its place."""
        node = mapping.get(key)
        if node is None or (isinstance(node, Scalar) and node.empty):
            return []
        found: list[tuple[str, Node]] = []
        for item in node.items if isinstance(node, Sequence) else (node,):
            if isinstance(item, Scalar) and item.text.strip():
                found.append((" ".join(item.text.split()), item))
            else:
                self.fault(item, "wrong-kind", f"`{key}` must be a list of texts", f"write `{key}: [A, B]`")
        return found

    def flag(self, mapping: Mapping, key: str, *, default: bool) -> bool:
        """`true` or `false`."""
        node = mapping.get(key)
        if node is None:
            return default
        word = node.text.casefold() if isinstance(node, Scalar) and not node.quoted else ""
        if word not in ("true", "false", "yes", "no"):
            self.fault(node, "wrong-kind", f"`{key}` must be true or false", f"write `{key}: false`")
            return default
        return word in ("true", "yes")

    def parsed(self, mapping: Mapping, key: str, parse: Callable[[str], Parsed | None], *, want: str) -> Parsed | None:
        """A text as `parse` understands it; `want` says in words what would be understood."""
        value = self.text(mapping, key)
        if value is None:
            return None
        result = parse(value)
        if result is None:
            node = mapping.get(key)
            assert node is not None
            self.fault(node, "wrong-value", f"`{key}` cannot be `{_shorten(value)}`", f"give {want}")
        return result

    def each_parsed(
        self, mapping: Mapping, key: str, parse: Callable[[str], Parsed | None], *, want: str
    ) -> tuple[Parsed, ...]:
        """A list of texts as `parse` understands them."""
        results = []
        for value, node in self.texts_with_places(mapping, key):
            result = parse(value)
            if result is None:
                self.fault(node, "wrong-value", f"`{key}` cannot hold `{_shorten(value)}`", f"give {want}")
            else:
                results.append(result)
        return tuple(results)


def parse_date(value: str) -> str | None:
    """The text itself if it is an EDTF date, else None."""
    return value if edtf.is_valid(value) else None


def tell_date_fault(value: str) -> str:
    """Why there is no such date: `February 2023 has 28 days`; empty where it is not even written like one."""
    try:
        edtf.parse(value)
    except ValueError as error:
        _, colon, why = str(error).partition("”")[2].partition(": ")
        return why if colon and "write it like" not in why else ""
    return ""


def parse_url(value: str) -> str | None:
    """The text itself if it is a whole `http` or `https` address, else None."""
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        usable = usable and value.isprintable() and " " not in value
    except ValueError:  # brackets that do not close, a port that is no number
        return None
    return value if usable else None


def _shorten(value: str) -> str:
    return value if len(value) <= 60 else value[:59] + "…"
