"""The command line: what it passes on, what it says and where, how it ends. The build itself is a double here."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from newsgen.build import BuildOptions, BuildReport, Timing
from newsgen.cli import main
from newsgen.errors import BuildError, ConfigError, Diagnostic
from newsgen.publish import output_taken, publish
from newsgen.records.output import OutputFile

REPORT = BuildReport(
    clippings=3,
    articles=2,
    people=1,
    countries=2,
    sources=1,
    events=4,
    undecided=3,
    files=20,
    parsed=1,
    rendered=5,
    written=4,
    unchanged=16,
    removed=1,
    diagnostics=(),
    timings=(
        Timing(stage="load", wall=0.25, cpu=0.2, workers=0.0, items=3),
        Timing(stage="read", wall=1.0, cpu=0.5, workers=1.5, items=1),
    ),
)


def note(
    severity="warning", code="no-source", path="articles/x.txt", message="no outlet is named", hint=""
) -> Diagnostic:
    return Diagnostic(path, 3, 1, severity, code, message, hint)


class FakeBuild:
    """Stands for `build`: keeps the arguments, gives the report or raises the error that it is told to."""

    def __init__(self) -> None:
        self.result: BuildReport | BaseException = REPORT
        self.calls: list[tuple[Path, Path, BuildOptions]] = []

    def __call__(self, site: Path, output: Path, options: BuildOptions, *, progress: Callable) -> BuildReport:
        self.calls.append((site, output, options))
        progress("read", 1, 1)
        if isinstance(self.result, BaseException):
            raise self.result
        return self.result

    def with_notes(self, *diagnostics: Diagnostic) -> None:
        self.result = msgspec.structs.replace(REPORT, diagnostics=diagnostics)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeBuild:
    double = FakeBuild()
    monkeypatch.setattr("newsgen.cli.building.build", double)
    return double


def test_results_go_to_stdout_and_nothing_to_stderr(fake, tmp_path, capsys) -> None:
    assert main(["build", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "Read 3 clippings, 1 of them anew.",
        "Found 2 articles, 1 person, 2 countries, 1 source and 4 events.",
        "Wrote 4 of 20 files, left 16 unchanged, removed 1, in 1.2 s.",
        "Undecided: 3 pairs of people who may be one (`newsgen people` lists them).",
        f"Open {(tmp_path / 'public' / 'index.html').as_uri()}",
    ]
    assert err == ""


def test_messages_go_to_stderr_in_the_form_that_editors_know(fake, tmp_path, capsys) -> None:
    fake.with_notes(note(hint="add one"), note("error", "binary", "articles/y.txt", "not a text"))
    assert main(["build", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert err.splitlines() == [
        "articles/x.txt:3:1: warning[no-source]: no outlet is named (add one)",
        "articles/y.txt:3:1: error[binary]: not a text",
    ]
    assert "Messages: 1 error and 1 warning." in out


@pytest.mark.parametrize(
    ("severity", "strict", "code"),
    [("note", True, 0), ("warning", False, 0), ("warning", True, 1), ("error", False, 1), ("error", True, 1)],
)
def test_exit_codes_of_a_site_that_was_built(fake, tmp_path, severity, strict, code) -> None:
    fake.with_notes(note(severity))
    assert main(["build", str(tmp_path), *(["--strict"] if strict else [])]) == code


@pytest.mark.parametrize(("error", "code"), [(BuildError, 1), (ConfigError, 2)])
def test_a_site_that_cannot_be_built(fake, tmp_path, capsys, error, code) -> None:
    fake.result = error(note("error", "unknown-key", "site.yaml", "there is no key `titel`", "did you mean `title`?"))
    assert main(["build", str(tmp_path)]) == code
    out, err = capsys.readouterr()
    assert (out, err) == (
        "",
        "site.yaml:3:1: error[unknown-key]: there is no key `titel` (did you mean `title`?)\n",
    )


@pytest.mark.parametrize(
    ("arguments", "want"),
    [
        ([], BuildOptions(executor="processes")),
        (["--jobs", "3"], BuildOptions(executor="processes:3")),
        (["--executor", "serial"], BuildOptions(executor="serial")),
        (["--full", "--drafts"], BuildOptions(full=True, drafts=True)),
        (["--base-url", "https://example.org/"], BuildOptions(base_url="https://example.org/")),
    ],
)
def test_options_reach_the_build(fake, tmp_path, arguments, want) -> None:
    main(["build", str(tmp_path), *arguments])
    assert fake.calls == [(tmp_path, tmp_path / "public", want)]


def test_the_output_folder_is_taken_as_given(fake, tmp_path) -> None:
    main(["build", str(tmp_path), "-o", "elsewhere"])
    assert fake.calls[0][1] == Path("elsewhere")


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "no-such-folder"],
        ["build", "--jobs", "0"],
        ["build", "--jobs", "2", "--executor", "serial"],
        ["build", "--nonsense"],
        ["serve", "--port", "99999"],
        ["new"],
        ["nonsense"],
    ],
)
def test_a_wrong_call_is_2_and_says_so(fake, arguments, capsys) -> None:
    assert main(arguments) == 2
    assert "Error:" in capsys.readouterr().err
    assert fake.calls == []


def test_verification_adds_its_faults(fake, tmp_path, capsys, monkeypatch) -> None:
    faults = (note("error", "verify", "index.html", "a build from nothing gives other bytes"),)
    monkeypatch.setattr("newsgen.cli.building.verify", lambda site, output, options, progress: faults)
    assert main(["build", str(tmp_path), "--verify"]) == 1
    assert "a build from nothing gives other bytes" in capsys.readouterr().err


def test_verification_that_finds_nothing_says_so(fake, tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.setattr("newsgen.cli.building.verify", lambda site, output, options, progress: ())
    assert main(["build", str(tmp_path), "--verify"]) == 0
    assert "Verified: a build from nothing gives the same bytes." in capsys.readouterr().out


def test_many_messages_of_one_kind_do_not_hide_the_others(fake, tmp_path, capsys) -> None:
    many = [note(path=f"articles/{number}.txt") for number in range(60)]
    fake.with_notes(*many, note(code="rare", path="z.txt"))
    main(["build", str(tmp_path)])
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 52
    assert lines[-2].startswith("z.txt")
    assert lines[-1] == "… and 10 more warning[no-source] (all with --report FILE)"


def test_of_many_alike_notes_three_are_shown(fake, tmp_path, capsys) -> None:
    fake.with_notes(*(note("note", "slug-numbered", f"articles/{number}.txt") for number in range(11)))
    main(["build", str(tmp_path)])
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 4
    assert lines[-1] == "… and 8 more note[slug-numbered] (all with `newsgen check`)"


def test_the_report_holds_all_messages(fake, tmp_path) -> None:
    many = [note(path=f"articles/{number}.txt") for number in range(60)]
    fake.with_notes(*many)
    main(["build", str(tmp_path), "--report", str(tmp_path / "report.json")])
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["built"] is True
    assert report["written"] == 4
    assert report["timings"][1] == {"stage": "read", "wall": 1.0, "cpu": 0.5, "workers": 1.5, "items": 1}
    assert [entry["path"] for entry in report["diagnostics"]] == [entry.path for entry in many]


def test_timings_are_shown_when_asked_for(fake, tmp_path, capsys) -> None:
    main(["build", str(tmp_path)])
    assert capsys.readouterr().err == ""
    main(["build", str(tmp_path), "--timings"])
    rows = [line.split() for line in capsys.readouterr().err.splitlines()]
    assert rows == [
        ["stage", "wall", "CPU", "workers", "items", "items/s"],
        ["load", "0.25", "s", "0.20", "s", "0.00", "s", "3", "12"],
        ["read", "1.00", "s", "0.50", "s", "1.50", "s", "1", "1"],
        ["all", "1.25", "s", "0.70", "s", "1.50", "s"],
    ]


def test_a_report_replaces_only_a_report(fake, tmp_path, capsys) -> None:
    report = tmp_path / "report.json"
    assert main(["build", str(tmp_path), "--report", str(report)]) == 0
    assert main(["build", str(tmp_path), "--report", str(report)]) == 0
    clipping = tmp_path / "a.txt"
    clipping.write_text("Headline", encoding="utf-8")
    assert main(["build", str(tmp_path), "--report", str(clipping)]) == 2
    assert "error[report]: this file is no report" in capsys.readouterr().err
    assert clipping.read_text(encoding="utf-8") == "Headline"
    assert len(fake.calls) == 2


def test_a_report_that_cannot_be_written_is_told_before_the_build(fake, tmp_path, capsys) -> None:
    assert main(["build", str(tmp_path), "--report", str(tmp_path / "none" / "report.json")]) == 2
    assert "its folder is missing" in capsys.readouterr().err
    assert fake.calls == []


def test_the_report_is_written_for_a_failed_build_too(fake, tmp_path) -> None:
    fake.result = BuildError(note("error"))
    assert main(["build", str(tmp_path), "--report", str(tmp_path / "report.json")]) == 1
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["built"] is False
    assert report["diagnostics"][0]["code"] == "no-source"


def test_a_fault_of_newsgen_is_told_without_a_traceback(fake, tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.delenv("NEWSGEN_DEBUG", raising=False)
    fake.result = ZeroDivisionError("division by zero")
    assert main(["build", str(tmp_path)]) == 70
    err = capsys.readouterr().err
    assert "error[internal]: ZeroDivisionError: division by zero (test_cli.py:" in err
    assert "NEWSGEN_DEBUG" in err
    assert "Traceback" not in err


def test_a_fault_of_newsgen_shows_its_traceback_when_asked(fake, tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.setenv("NEWSGEN_DEBUG", "1")
    fake.result = ZeroDivisionError("division by zero")
    assert main(["build", str(tmp_path)]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_an_interrupt_is_told_in_a_line(fake, tmp_path, capsys) -> None:
    fake.result = KeyboardInterrupt()
    assert main(["build", str(tmp_path)]) == 130
    assert capsys.readouterr().err.startswith("Stopped. The published site is whole")


def test_what_the_system_refuses_is_told_in_words(fake, tmp_path, capsys) -> None:
    fake.result = PermissionError(13, "Permission denied", "articles/x.txt")
    assert main(["build", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("articles/x.txt: error[system]: Permission denied")


def test_control_characters_of_others_texts_do_not_reach_the_terminal(fake, tmp_path, capsys) -> None:
    fake.with_notes(note(path="articles/\x1b[2J\u202ex.txt", message="a\nb\udcff"))
    main(["build", str(tmp_path)])
    assert capsys.readouterr().err == "articles/\\x1b[2J\\u202ex.txt:3:1: warning[no-source]: a\\nb\\udcff\n"


@pytest.mark.parametrize("no_colour", ["", "1"])
def test_colour_only_where_it_is_wanted(fake, tmp_path, monkeypatch, capsys, no_colour) -> None:
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda stream=None, color=None: False)
    fake.with_notes(note())
    main(["build", str(tmp_path)])
    assert ("\x1b[" in capsys.readouterr().err) == (not no_colour)


# --- the other commands ---------------------------------------------------------------------------------------------


def test_new_writes_a_site_and_says_what_is_next(tmp_path, capsys) -> None:
    assert main(["new", str(tmp_path / "archive")]) == 0
    names = {path.relative_to(tmp_path / "archive").as_posix() for path in (tmp_path / "archive").rglob("*.*")}
    assert {"site.yaml", "people.yaml", ".gitignore", "articles/flood.txt"} <= names
    out = capsys.readouterr().out
    assert "Next: newsgen serve" in out
    assert all(name in out for name in names)


def test_new_takes_an_empty_folder(tmp_path) -> None:
    assert main(["new", str(tmp_path)]) == 0
    assert (tmp_path / "site.yaml").exists()


def test_new_refuses_a_folder_with_anything_in_it(tmp_path, capsys) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["new", str(tmp_path)]) == 2
    assert "the folder is not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_new_below_a_file_is_a_fault_in_words(tmp_path, capsys) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["new", str(tmp_path / "mine.txt" / "site")]) == 1
    assert "error[system]" in capsys.readouterr().err


def test_clean_removes_what_newsgen_made_and_nothing_else(tmp_path, capsys) -> None:
    page = OutputFile(path="index.html", data=b"", key="k")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "x.txt").write_text("mine")
    for output in (tmp_path / "public", tmp_path / ".newsgen" / "preview"):
        with output_taken(output):
            publish([page], (), output)
    (tmp_path / "public" / "CNAME").write_text("mine")
    (tmp_path / ".newsgen" / "memo.sqlite").write_text("memo")
    (tmp_path / ".newsgen" / "memo.sqlite-wal").write_text("memo")
    assert main(["clean", str(tmp_path)]) == 0
    public, memory = tmp_path / "public", tmp_path / ".newsgen"
    assert capsys.readouterr().out.splitlines() == [
        f"Files removed in {public}: 1 (the built site).",
        f"Files removed in {memory / 'preview'}: 1 (the preview).",
        f"Files removed in {memory}: 2 (what newsgen remembered).",
    ]
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert left == {"articles", "articles/x.txt", "public", "public/CNAME"}
    assert main(["clean", str(tmp_path)]) == 0
    assert "nothing to remove" in capsys.readouterr().out
    assert main(["clean", str(tmp_path), "-o", str(tmp_path / "articles")]) == 0
    assert f"Nothing in {tmp_path / 'articles'} is a site" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["build", "--help"], ["--version"]])
def test_help_and_version(arguments, capsys) -> None:
    assert main(arguments) == 0
    assert "newsgen" in capsys.readouterr().out


# --- as a process ----------------------------------------------------------------------------------------------------


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "newsgen", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


COMMANDS = ["build", "serve", "new", "check", "explain", "redirects", "diff", "clean"]
JUDGING = ["list", "same", "different", "not-a-person", "export", "import"]


@pytest.mark.parametrize("words", [*([name] for name in COMMANDS), *(["people", name] for name in JUDGING)])
def test_the_help_of_each_command_ends_in_an_example(words: list[str], capsys) -> None:
    assert main([*words, "--help"]) == 0
    assert f"Example: newsgen {' '.join(words)} " in capsys.readouterr().out.rpartition("\n\n")[2].replace("\n  ", " ")


def test_a_wrong_folder_or_number_is_told_in_plain_words(tmp_path: Path, capsys) -> None:
    (tmp_path / "a.txt").write_text("x")
    for site, words in (("a.txt", "is a file. Give the folder that holds articles/."), ("b", "there is no folder '")):
        for command in (["build"], ["check"], ["people", "list"], ["clean"]):
            assert main([*command, str(tmp_path / site)]) == 2
            assert words in capsys.readouterr().err
    assert main(["build", str(tmp_path), "--jobs", "x"]) == 2
    assert "'x' is not a valid whole number." in capsys.readouterr().err
    assert main(["check", str(tmp_path)]) == 2
    assert f"there is no folder `articles` with clippings in {tmp_path.resolve()}" in capsys.readouterr().err


def test_help_imports_no_stage() -> None:
    code = "import sys, newsgen.cli; print(*sorted(m for m in sys.modules if m.startswith('newsgen.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {
        "newsgen.cli",
        "newsgen.cli.arguments",
        "newsgen.cli.commands",
        "newsgen.cli.people",
        "newsgen.cli.show",
        "newsgen.cli.stopping",
        "newsgen.errors",
    }


def test_the_process_ends_with_the_commands_code() -> None:
    assert run("--version").returncode == 0
    assert run("nonsense").returncode == 2
