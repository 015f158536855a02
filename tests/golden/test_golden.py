"""Whole sites against what is expected of them; `--update-golden` (or `make golden`) rewrites the expectations.

- `starter/` is the tree that the site of `newsgen new` gives.
- `failing/NAME/site/` is a site that cannot be built, or not without errors; `failing/NAME/expected.txt` is what the
  user is told, and the exit code.
- `diff/` is what `newsgen diff` says in each form of `diff/old` and `diff/new`: data files of the starter's site, once
  as it was and once with two people judged to be one, two days moved and a new headline.

The diff of a rewritten expectation is to be read like any other code.
"""

import shutil
from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest

from newsgen.cli import main
from newsgen.starter import write_starter

HERE = Path(__file__).parent
FAILING = sorted(path.name for path in (HERE / "failing").iterdir() if path.is_dir())

LEFT_OUT = (".newsgen.json", "static/", "data/schema/", "data/archive.sqlite")
"""Not part of an expected tree: the manifest's keys change with the code, the database's bytes with the version of the
SQLite library; the others are copies."""


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


def read_tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.relative_to(folder).as_posix().startswith(LEFT_OUT)
    }


def find_changes(name: str, wanted: str, built: str) -> list[str]:
    """The first lines of a file's diff."""
    lines = unified_diff(wanted.splitlines(), built.splitlines(), f"expected {name}", f"built {name}", n=0, lineterm="")
    return list(islice(lines, 12))


def test_the_starter_gives_the_expected_site(tmp_path: Path, update: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    write_starter(tmp_path / "starter")
    monkeypatch.chdir(tmp_path / "starter")
    assert main(["build", "--jobs", "1"]) == 0
    built = read_tree(tmp_path / "starter" / "public")
    expected = HERE / "starter"
    if update:
        shutil.rmtree(expected, ignore_errors=True)
        for name, text in built.items():
            (expected / name).parent.mkdir(parents=True, exist_ok=True)
            (expected / name).write_bytes(text.encode())
    wanted = read_tree(expected)
    assert sorted(built) == sorted(wanted)
    assert "\n".join(line for name in built for line in find_changes(name, wanted[name], built[name])) == ""


@pytest.mark.parametrize(("form", "name"), [("text", "text.txt"), ("markdown", "comment.md"), ("json", "changes.json")])
def test_what_differs_is_told_as_expected(
    form: str,
    name: str,
    update: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(HERE / "diff")
    assert main(["diff", "old", "new", "--format", form]) == 0
    told = capsys.readouterr().out
    expected = HERE / "diff" / name
    if update:
        expected.write_text(told, "utf-8")
    assert find_changes(name, expected.read_text("utf-8"), told) == []


@pytest.mark.parametrize("name", FAILING)
def test_a_failing_site_is_told_as_expected(
    name: str, tmp_path: Path, update: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(HERE / "failing" / name / "site", tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    monkeypatch.setenv("NO_COLOR", "1")
    code = main(["build", "--jobs", "1"])
    told = f"exit code {code}\n{capsys.readouterr().err}"
    expected = HERE / "failing" / name / "expected.txt"
    if update:
        expected.write_text(told, "utf-8")
    assert code in {1, 2}
    assert told == expected.read_text("utf-8")
    assert (tmp_path / "site" / "public").exists() == ("built nevertheless" in name.replace("-", " "))
