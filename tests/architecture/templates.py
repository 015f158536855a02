"""Reads the default theme's templates: which record each shows, and whether what it takes from it is there.

A template is followed as Jinja would run it, through loops, macros and the templates that it extends, but with types in
place of values. What cannot be told (a dictionary of the language, the result of a filter) is passed over.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes

from newsgen.records import Record
from newsgen.records import site as records

# matches: {# A person (PersonPage). #}
# matches: {# Stands where a page once was (RedirectPage). #}
# not: {# Other spellings of a name in the article. #}
_SHOWS = re.compile(r"^\{#[^#]*\((\w+)\)[^#]*#\}")

_KEEPING = {"selectattr", "rejectattr", "list", "sort", "reverse"}
"""Filters that give what they were given, or some of it."""

Types = frozenset[Any]
"""What a value may be; nothing known of it if empty."""

NOTHING: Types = frozenset()


@dataclass(frozen=True)
class Template:
    """A file of the theme."""

    name: str
    shows: str
    """Name of the record; empty where the head does not say one."""
    tree: nodes.Template


@dataclass
class Theme:
    """All templates, with what was found in them."""

    templates: dict[str, Template]
    faults: dict[str, None] = field(default_factory=dict)
    used: set[tuple[type[Record], str]] = field(default_factory=set)
    """The fields that some template takes from a record."""
    followed: set[tuple[str, str, tuple[Types, ...]]] = field(default_factory=set)
    """(template, macro, types of its arguments), so that each is followed once."""


@dataclass(frozen=True)
class Macro:
    """A macro, or the body of a `call`, with the scope that it stands in."""

    template: str
    node: nodes.Macro | nodes.CallBlock
    scope: "dict[str, Types | Macro]"


def read_theme(folder: Path) -> Theme:
    environment = Environment(autoescape=True)
    templates = {}
    for path in sorted(folder.glob("*.*ml")):
        source = path.read_text("utf-8")
        shows = _SHOWS.match(source)
        templates[path.name] = Template(path.name, shows[1] if shows else "", environment.parse(source))
    return Theme(templates)


def check_theme(theme: Theme) -> list[str]:
    """What templates take from records that have no such thing."""
    for template in theme.templates.values():
        if hasattr(records, template.shows):
            scope: dict[str, Types | Macro] = {"page": frozenset({getattr(records, template.shows)})}
            _follow_file(theme, template, scope)
    return list(theme.faults)


def list_unused(theme: Theme) -> list[str]:
    """Fields of the records that templates reach, but of which no template takes any notice."""
    reached = {record for record, _ in theme.used}
    return sorted(
        f"{record.__name__}.{name}"
        for record in reached
        for name in record.__struct_fields__
        if (record, name) not in theme.used
    )


def _follow_file(theme: Theme, template: Template, scope: "dict[str, Types | Macro]") -> None:
    """The template in its base's frame: first the base, whose variables its blocks see."""
    for extends in template.tree.find_all(nodes.Extends):
        assert isinstance(extends.template, nodes.Const)
        _follow_file(theme, theme.templates[extends.template.value], scope)
    _Follower(theme, template.name, scope).follow(template.tree.body)


class _Follower:
    """Follows the nodes of one template."""

    def __init__(self, theme: Theme, name: str, scope: "dict[str, Types | Macro]") -> None:
        self.theme, self.name, self.scope = theme, name, scope

    def follow(self, body: Sequence[nodes.Node]) -> None:
        for node in body:
            self._follow_statement(node)

    def _follow_statement(self, node: nodes.Node) -> None:
        match node:
            case nodes.FromImport():
                self._bring_in(node)
            case nodes.Macro():
                self.scope[node.name] = Macro(self.name, node, self.scope)
            case nodes.Assign(target=nodes.Name(name=name)):
                self.scope[name] = self.find(node.node)
            case nodes.For():
                self._follow_loop(node)
            case nodes.With():
                self.scope |= {
                    target.name: self.find(value)
                    for target, value in zip(node.targets, node.values, strict=True)
                    if isinstance(target, nodes.Name)
                }
                self.follow(node.body)
            case nodes.CallBlock():
                self._call(node.call, caller=Macro(self.name, node, self.scope))
            case nodes.Expr():
                self.find(node)
            case _:
                self.follow(list(node.iter_child_nodes()))

    def _bring_in(self, node: nodes.FromImport) -> None:
        assert isinstance(node.template, nodes.Const)
        other = self.theme.templates[node.template.value]
        scope: dict[str, Types | Macro] = {}
        follower = _Follower(self.theme, other.name, scope)
        follower.follow([part for part in other.tree.body if isinstance(part, nodes.FromImport | nodes.Macro)])
        for name in node.names:
            own, alias = name if isinstance(name, tuple) else (name, name)
            if own not in scope:
                self.theme.faults[f"{self.name}: {other.name} has no macro `{own}`"] = None
            self.scope[alias] = scope.get(own, NOTHING)

    def _follow_loop(self, node: nodes.For) -> None:
        items = frozenset(item for kind in self.find(node.iter) for item in _list_items(kind))
        scope = {**self.scope, "loop": NOTHING}
        for name in node.target.find_all(nodes.Name):
            scope[name.name] = NOTHING
        if isinstance(node.target, nodes.Name):
            scope[node.target.name] = items
        inner = _Follower(self.theme, self.name, scope)
        inner.follow([part for part in (node.test, *node.body) if part is not None])
        self.follow(node.else_)

    def find(self, node: nodes.Node) -> Types:
        """What the value of an expression may be."""
        match node:
            case nodes.Name(name=name):
                kinds = self.scope.get(name)
                return kinds if isinstance(kinds, frozenset) else NOTHING
            case nodes.Getattr():
                return self._take(self.find(node.node), node.attr, node.lineno)
            case nodes.Call():
                return self._call(node)
        return self._find_from_parts(node)

    def _find_from_parts(self, node: nodes.Node) -> Types:
        """What the value of an expression may be by what those in it may be."""
        parts = [(part, self.find(part)) for part in node.iter_child_nodes()]
        match node:
            case nodes.Getitem() | nodes.Filter(name="first" | "last"):
                return frozenset(item for kind in parts[0][1] for item in _list_items(kind))
            case nodes.Filter(name=name) if name in _KEEPING:
                return parts[0][1]
            case nodes.CondExpr():
                return frozenset().union(*(kinds for part, kinds in parts if part is not node.test))
        return NOTHING

    def _take(self, kinds: Types, name: str, line: int) -> Types:
        """What a field of a value may be; a fault if no record that it may be has one."""
        owners = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Record)]
        if not owners:
            return NOTHING
        having = [kind for kind in owners if name in kind.__struct_fields__]
        if not having:
            told = " or ".join(sorted(kind.__name__ for kind in owners))
            self.theme.faults[f"{self.name}:{line}: {told} has no `{name}`"] = None
        self.theme.used.update((kind, name) for kind in having)
        return frozenset(inner for kind in having for inner in _list_kinds(get_type_hints(kind)[name]))

    def _call(self, node: nodes.Call, caller: Macro | None = None) -> Types:
        """Follow a macro with the types of its arguments; `once(macro, value)` is one of its ways."""
        arguments, named = list(node.args), {one.key: self.find(one.value) for one in node.kwargs}
        called = node.node
        if isinstance(called, nodes.Name) and called.name == "once":
            called = arguments.pop(0)
        kinds = [self.find(one) for one in arguments]
        target = self.scope.get(called.name) if isinstance(called, nodes.Name) else None
        if isinstance(target, Macro):
            self._enter(target, kinds, named, caller)
        else:
            self.find(called)
        return NOTHING

    def _enter(self, target: Macro, kinds: list[Types], named: dict[str, Types], caller: Macro | None) -> None:
        names = [argument.name for argument in target.node.args]
        given = {**dict.fromkeys(names, NOTHING), **dict(zip(names, kinds, strict=False)), **named}
        title = getattr(target.node, "name", "caller")
        key = (target.template, f"{title}:{target.node.lineno}", tuple(given[name] for name in names))
        if key in self.theme.followed and caller is None:
            return
        self.theme.followed.add(key)
        scope: dict[str, Types | Macro] = {**target.scope, **given}
        if caller is not None:
            scope["caller"] = caller
        _Follower(self.theme, target.template, scope).follow(target.node.body)


def _list_kinds(hint: Any) -> Iterator[Any]:
    """The types that a hint allows."""
    if get_origin(hint) in (Union, UnionType):
        for part in get_args(hint):
            yield from _list_kinds(part)
    else:
        yield hint


def _list_items(hint: Any) -> Iterator[Any]:
    """The types of the items of what is a tuple."""
    if get_origin(hint) is tuple:
        for part in get_args(hint):
            if part is not ...:
                yield from _list_kinds(part)
