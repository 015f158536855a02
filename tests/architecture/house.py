"""The rules of the house as functions: source files in, the list of what breaks a rule out."""

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PACKAGE = "newsgen"

LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"records", "edtf", "errors", "canon", "holders", "shelf", "holding"}),
    frozenset({"config", "lexicon", "theme", "shards", "memo", "execute", "recognise"}),
    frozenset({"language"}),
    frozenset(
        {
            "load",
            "layout",
            "annotate",
            "resolve",
            "index",
            "pages",
            "render",
            "search",
            "publish",
            "withhold",
            "database",
        }
    ),
    frozenset({"build"}),
    frozenset({"serve", "starter", "data"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
"""From the lowest. What is in one layer does not know of the others in it, the core excepted."""

PURE = frozenset({"layout", "annotate", "resolve", "index", "pages", "render", "search", "withhold"})
IMPURE_MODULES = frozenset(
    {
        "os",
        "pathlib",
        "time",
        "random",
        "logging",
        "socket",
        "subprocess",
        "locale",
        "shutil",
        "tempfile",
        "secrets",
        "io",
    }
)
IMPURE_CALLS = frozenset({"open", "print", "input", "eval", "exec", "today", "now", "utcnow"})
CORE_LIBRARIES = frozenset({"msgspec"})
UNORDERED = frozenset(
    {"set", "dict", "list", "frozenset", "Set", "Mapping", "MutableMapping", "Sequence", "defaultdict"}
)
LONGEST_FILE = 400
EXCEPTIONS = frozenset(
    {
        # The keys of a clipping's own header, which nobody can know; written in the order of the header.
        "newsgen.records.contract.articles.ArticleData.extra holds a dict",
    }
)


@dataclass(frozen=True)
class Module:
    """One source file."""

    name: str
    """Dotted: `newsgen.records.article`."""
    path: Path
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def unit(self) -> str:
        """Its top part in the package: `records`; empty for the package's own `__init__`."""
        return unit_of(self.name)

    @property
    def package(self) -> str:
        return self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]


def unit_of(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


def read_modules(src: Path) -> list[Module]:
    """All modules below `src`, in order of their names."""
    modules = []
    for path in sorted((src / PACKAGE).rglob("*.py")):
        parts = path.relative_to(src).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        modules.append(Module(name, path, path.read_text("utf-8")))
    return modules


# --- imports --------------------------------------------------------------------------------------------------------


def find_imports(module: Module, names: frozenset[str]) -> Iterator[tuple[str, int]]:
    """(dotted name, line) of all that is imported, anywhere in the module; `names` are the package's own modules."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = module.package.split(".")[: len(module.package.split(".")) - node.level + 1]
                base = ".".join([*above, *([base] if base else [])])
            inner = {f"{base}.{alias.name}" for alias in node.names}
            submodules = inner & names
            if len(submodules) < len(inner):
                yield base, node.lineno
            for name in sorted(submodules):
                yield name, node.lineno


def check_layers(modules: Sequence[Module]) -> list[str]:
    """Imports that go up, or between two parts of one layer; parts that have no layer."""
    level = {unit: number for number, layer in enumerate(LAYERS) for unit in layer}
    names = frozenset(module.name for module in modules)
    faults = [f"{module.name} is in no layer" for module in modules if module.unit and module.unit not in level]
    for module in modules:
        for name, line in find_imports(module, names):
            unit = unit_of(name)
            if not name.startswith(PACKAGE + ".") or unit == module.unit or unit not in level:
                continue
            own = level.get(module.unit, -1)
            if level[unit] > own or (level[unit] == own and own > 0):
                faults.append(f"{module.name}:{line} imports {name}")
    return faults


def check_cycles(modules: Sequence[Module]) -> list[str]:
    """Modules that import themselves by way of others, even from within a function."""
    names = frozenset(module.name for module in modules)
    graph = {module.name: {name for name, _ in find_imports(module, names)} & names for module in modules}
    return [f"{name} imports itself" for name in sorted(graph) if name in _reachable(graph, name)]


def _reachable(graph: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    pending = list(graph[start])
    while pending:
        name = pending.pop()
        if name not in seen:
            seen.add(name)
            pending.extend(graph[name])
    return seen


def check_purity(modules: Sequence[Module]) -> list[str]:
    """In the pure stages: imports of what is not pure, and calls that read a clock or a file."""
    faults = []
    for module in modules:
        if module.unit not in PURE:
            continue
        for name, line in find_imports(module, frozenset()):
            if name.split(".")[0] in IMPURE_MODULES:
                faults.append(f"{module.name}:{line} imports {name}")
        faults += [
            f"{module.name}:{node.lineno} calls {_called(node)}"
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Call) and _called(node) in IMPURE_CALLS
        ]
    return faults


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr if node.func.attr in {"today", "now", "utcnow"} else ""
    return node.func.id if isinstance(node.func, ast.Name) else ""


def check_core(modules: Sequence[Module]) -> list[str]:
    """Imports of the core beyond the standard library, msgspec and the core itself."""
    allowed = CORE_LIBRARIES | sys.stdlib_module_names
    return [
        f"{module.name}:{line} imports {name}"
        for module in modules
        if module.unit in LAYERS[0]
        for name, line in find_imports(module, frozenset())
        if name.split(".")[0] not in allowed | {PACKAGE}
    ]


# --- records --------------------------------------------------------------------------------------------------------


def find_records(modules: Sequence[Module]) -> list[tuple[Module, ast.ClassDef]]:
    """All classes that derive from `Record`, by way of others too."""
    classes = [(module, node) for module in modules for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)]
    known = {"Record"}
    while True:
        found = [(module, node) for module, node in classes if known & set(map(_base_name, node.bases))]
        names = {node.name for _, node in found} | {"Record"}
        if names == known:
            return found
        known = names


def _base_name(base: ast.expr) -> str:
    return base.attr if isinstance(base, ast.Attribute) else base.id if isinstance(base, ast.Name) else ""


def check_records(modules: Sequence[Module]) -> list[str]:
    """In `records`: classes that are none; fields without a docstring, or of a kind that has no fixed order.

    Look-up tables that a stage keeps to itself are its own affair.
    """
    records = [(module, node) for module, node in find_records(modules) if module.unit == "records"]
    known = {node.name for _, node in records} | {"Record"}
    faults = [
        f"{module.name}.{node.name} is no Record"
        for module in modules
        if module.unit == "records"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and node.name not in known
    ]
    for module, node in records:
        faults.extend(f"{module.name}.{node.name}{fault}" for fault in _check_fields(node))
        if any(keyword.arg == "frozen" and ast.unparse(keyword.value) != "True" for keyword in node.keywords):
            faults.append(f"{module.name}.{node.name} is not frozen")
    return [fault for fault in faults if fault not in EXCEPTIONS]


def _check_fields(node: ast.ClassDef) -> Iterator[str]:
    following = [*node.body[1:], None]
    for field, after in zip(node.body, following, strict=True):
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        if not _is_text(after):
            yield f".{field.target.id} has no docstring"
        kinds = {_base_name(part) for part in ast.walk(field.annotation) if isinstance(part, ast.expr)}
        for kind in sorted(kinds & UNORDERED):
            yield f".{field.target.id} holds a {kind}"


def _is_text(node: ast.stmt | None) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


# --- regular expressions --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Pattern:
    """A regular expression that is a named constant, with the examples above it."""

    module: str
    name: str
    line: int
    matches: tuple[str, ...]
    misses: tuple[str, ...]


def find_patterns(modules: Sequence[Module]) -> list[Pattern]:
    """All `NAME = re.compile(…)` at the top of a module."""
    return [
        pattern
        for module in modules
        for node in module.tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and isinstance(node.value, ast.Call)
        and _is_re_call(node.value, {"compile"})
        for pattern in [_read_pattern(module, node)]
    ]


def _read_pattern(module: Module, node: ast.Assign | ast.AnnAssign) -> Pattern:
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    lines = module.source.splitlines()
    first = node.lineno - 1
    while first and lines[first - 1].startswith("#"):
        first -= 1
    comments = lines[first : node.lineno - 1]
    return Pattern(
        module=module.name,
        name=ast.unparse(target),
        line=node.lineno,
        matches=tuple(line.removeprefix("# matches: ") for line in comments if line.startswith("# matches: ")),
        misses=tuple(line.removeprefix("# not: ") for line in comments if line.startswith("# not: ")),
    )


def _is_re_call(node: ast.Call, functions: set[str]) -> bool:
    func = node.func
    return (
        isinstance(func, ast.Attribute)
        and isinstance(func.value, ast.Name)
        and func.value.id == "re"
        and func.attr in functions
    )


RE_FUNCTIONS = {"compile", "search", "match", "fullmatch", "split", "sub", "subn", "findall", "finditer"}


def check_patterns(modules: Sequence[Module]) -> list[str]:
    """Regular expressions that are written where they are used, or have no example."""
    faults = []
    for module in modules:
        named = {
            id(node.value) for node in module.tree.body if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
        }
        faults += [
            f"{module.name}:{node.lineno} has a regular expression without a name"
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Call) and _is_re_call(node, RE_FUNCTIONS) and id(node) not in named
            if node.args and isinstance(node.args[0], ast.Constant | ast.JoinedStr)
        ]
    faults += [
        f"{pattern.module}.{pattern.name} has no example" for pattern in find_patterns(modules) if not pattern.matches
    ]
    return faults


def check_example(pattern: Pattern, compiled: re.Pattern[str] | re.Pattern[bytes]) -> list[str]:
    """Examples that the expression treats otherwise than its comment says."""

    def found(text: str) -> bool:
        data = text.encode() if isinstance(compiled.pattern, bytes) else text
        return compiled.search(data) is not None  # type: ignore[arg-type]

    place = f"{pattern.module}.{pattern.name}"
    faults = [f"{place} does not match {text!r}" for text in pattern.matches if not found(text)]
    if re.search(r"(?<!\\)\)(?:[*+?]|\{[\d,]+\})\+|\(\?>", str(compiled.pattern)):
        # Python 3.11.0 to 3.11.4, Debian 12's among them, match possessive and atomic groups wrongly.
        faults.append(f"{place} has a possessive or atomic group")
    return faults + [f"{place} matches {text!r}" for text in pattern.misses if found(text)]


# --- files ----------------------------------------------------------------------------------------------------------


def check_files(modules: Sequence[Module]) -> list[str]:
    """Modules without a docstring, and those too long to be read at once."""
    faults = [f"{module.name} has no docstring" for module in modules if not ast.get_docstring(module.tree)]
    for module in modules:
        length = module.source.count("\n")
        if length > LONGEST_FILE:
            faults.append(f"{module.name} has {length} lines")
    return faults


def check_places(name: str, text: str, folders: Sequence[str]) -> list[str]:
    """Mentions of absolute paths in one of the folders: they are on one machine only."""
    pattern = re.compile(r"(?<![\w.])/(?:" + "|".join(folders) + r")/\w")
    return [
        f"{name}:{number} speaks of a path outside the repository"
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
