"""Each rule of the house catches a deliberate breach, and lets pass what is right."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from architecture import house


@pytest.fixture
def tree(tmp_path: Path) -> Callable[..., list[house.Module]]:
    """Makes modules of a small house: `tree({"edtf.py": "import os"})`."""

    def make(files: dict[str, str]) -> list[house.Module]:
        for name, source in files.items():
            path = tmp_path / "newsgen" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source, "utf-8")
        return house.read_modules(tmp_path)

    return make


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({"records/__init__.py": "import newsgen.build", "build.py": ""}, "newsgen.records:1 imports newsgen.build"),
        ({"theme.py": "from newsgen.cli import x", "cli.py": ""}, "newsgen.theme:1 imports newsgen.cli"),
        ({"load.py": "from newsgen import render", "render.py": ""}, "newsgen.load:1 imports newsgen.render"),
        ({"load.py": "from . import render", "render.py": ""}, "newsgen.load:1 imports newsgen.render"),
        (
            {"layout/a.py": "def f():\n    from ..annotate.b import c", "annotate/b.py": ""},
            "newsgen.layout.a:2 imports newsgen.annotate.b",
        ),
        ({"load.py": "if True:\n  import newsgen.pages.x", "pages/x.py": ""}, "newsgen.load:2 imports newsgen.pages.x"),
        ({"memo.py": "import newsgen.theme", "theme.py": ""}, "newsgen.memo:1 imports newsgen.theme"),
        ({"serve.py": "import newsgen.cli", "cli.py": ""}, "newsgen.serve:1 imports newsgen.cli"),
        ({"helpers.py": ""}, "newsgen.helpers is in no layer"),
    ],
)
def test_wrong_imports_are_caught(tree, files, fault) -> None:
    assert house.check_layers(tree(files)) == [fault]


def test_right_imports_pass(tree) -> None:
    files = {
        "__init__.py": "",
        "errors.py": "import msgspec",
        "records/__init__.py": "",
        "records/a.py": "from newsgen.errors import E\nfrom newsgen.records import Record",
        "layout/__init__.py": "from newsgen.layout.blocks import cut",
        "layout/blocks.py": "from newsgen.lexicon import L\nfrom newsgen.records.a import A\nimport re",
        "lexicon.py": "",
        "build.py": "from newsgen import layout",
        "cli.py": "def f():\n    from newsgen.serve import serve",
        "serve.py": "from newsgen.build import build\nfrom newsgen import __version__",
    }
    modules = tree(files)
    assert house.check_layers(modules) == []
    assert house.check_cycles(modules) == []
    assert house.check_purity(modules) == []
    assert house.check_core(modules) == []


def test_a_cycle_hidden_in_a_function_is_caught(tree) -> None:
    files = {
        "layout/a.py": "from newsgen.layout.b import f",
        "layout/b.py": "def f():\n    from newsgen.layout import c",
        "layout/c.py": "import newsgen.layout.a",
        "layout/d.py": "import newsgen.layout.a",
    }
    assert house.check_cycles(tree(files)) == [f"newsgen.layout.{name} imports itself" for name in "abc"]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("import os", "newsgen.layout.a:1 imports os"),
        ("import os.path as p", "newsgen.layout.a:1 imports os.path"),
        ("def f():\n    from pathlib import Path", "newsgen.layout.a:2 imports pathlib"),
        ("from datetime import date\ndate.today()", "newsgen.layout.a:2 calls today"),
        ("import datetime\ndatetime.datetime.now()", "newsgen.layout.a:2 calls now"),
        ("print('x')", "newsgen.layout.a:1 calls print"),
        ("open('x')", "newsgen.layout.a:1 calls open"),
    ],
)
def test_impure_stages_are_caught(tree, source, fault) -> None:
    assert house.check_purity(tree({"layout/a.py": source})) == [fault]
    assert house.check_purity(tree({"layout/a.py": "", "load.py": source})) == []


def test_libraries_in_the_core_are_caught(tree) -> None:
    files = {"edtf.py": "import yaml\nimport re, msgspec", "records/a.py": "def f():\n    from jinja2 import x"}
    assert house.check_core(tree(files)) == ["newsgen.edtf:1 imports yaml", "newsgen.records.a:2 imports jinja2"]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("x: int", ".A.x has no docstring"),
        ("x: int = 1\n    y: int\n    'Y.'", ".A.x has no docstring"),
        ("x: set[str]\n    'X.'", ".A.x holds a set"),
        ("x: tuple[dict[str, int], ...] | None\n    'X.'", ".A.x holds a dict"),
        ("x: typing.Mapping[str, int]\n    'X.'", ".A.x holds a Mapping"),
    ],
)
def test_wrong_fields_are_caught(tree, body, fault) -> None:
    source = f"class A(Record):\n    {body}\n"
    assert house.check_records(tree({"records/a.py": source, "pages.py": source})) == [f"newsgen.records.a{fault}"]


def test_records_that_are_none_or_not_frozen_are_caught(tree) -> None:
    source = "class A: pass\nclass B(Record, frozen=False): pass\nclass C(B):\n    x: int\n"
    assert house.check_records(tree({"records/a.py": source})) == [
        "newsgen.records.a.A is no Record",
        "newsgen.records.a.B is not frozen",
        "newsgen.records.a.C.x has no docstring",
    ]


def test_right_records_pass(tree) -> None:
    source = (
        "class A(Record):\n    'A.'\n    x: tuple[int, ...] = ()\n    'X.'\n    def f(self) -> dict[str, int]: ...\n"
    )
    assert house.check_records(tree({"records/a.py": source})) == []


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("import re\nX = re.compile('x')", "newsgen.load.X has no example"),
        ("import re\n# about x\nX: P = re.compile('x')", "newsgen.load.X has no example"),
        ("import re\n# matches: x\n\nX = re.compile('x')", "newsgen.load.X has no example"),
        (
            "import re\ndef f(t):\n    return re.search('x', t)",
            "newsgen.load:3 has a regular expression without a name",
        ),
        ("import re\nXS = [re.compile('x')]", "newsgen.load:2 has a regular expression without a name"),
    ],
)
def test_wrong_regular_expressions_are_caught(tree, source, fault) -> None:
    assert house.check_patterns(tree({"load.py": source})) == [fault]


def test_right_regular_expressions_pass(tree) -> None:
    source = (
        "import re\n# Ends.\n# matches: xy\n# not: yx\nX = re.compile('x.')\ndef f(ws): return re.compile('|'.join(ws))"
    )
    modules = tree({"load.py": source})
    assert house.check_patterns(modules) == []
    assert house.find_patterns(modules) == [house.Pattern("newsgen.load", "X", 5, ("xy",), ("yx",))]


@pytest.mark.parametrize("compiled", [re.compile("x."), re.compile(b"x.")])
def test_wrong_examples_are_caught(compiled) -> None:
    pattern = house.Pattern("m", "X", 1, ("xy", "yx"), ("ab", "xx"))
    assert house.check_example(pattern, compiled) == ["m.X does not match 'yx'", "m.X matches 'xx'"]


@pytest.mark.parametrize(("expression", "told"), [(r"(?:a|b)*+c", 1), (r"(?>ab)", 1), (r"\)++", 0), (r"[ab]*+", 0)])
def test_groups_that_early_pythons_match_wrongly_are_caught(expression: str, told: int) -> None:
    pattern = house.Pattern(module="m", name="X", line=1, matches=(), misses=())
    assert len(house.check_example(pattern, re.compile(expression))) == told


def test_modules_without_docstring_and_long_ones_are_caught(tree) -> None:
    files = {"a.py": "x = 1", "b.py": '"""B."""\n' + "x = 1\n" * 400, "c.py": '"""C."""\n' + "x = 1\n" * 399}
    assert house.check_files(tree(files)) == ["newsgen.a has no docstring", "newsgen.b has 401 lines"]


def test_paths_outside_are_caught() -> None:
    folder = "h" + "ome"  # in two parts, for this file is looked at, too
    text = f"see a/{folder}/x and ../{folder}/x\nin /{folder}/x\n"
    assert house.check_places("README.md", text, [folder]) == ["README.md:2 speaks of a path outside the repository"]
