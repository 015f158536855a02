"""What a command does and finds does not depend on who listens; nor does Ctrl-C show a traceback at any time."""

import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from newsgen.cli.progress import LABELS
from newsgen.starter import write_starter

NEWSGEN = f"{shlex.quote(sys.executable)} -m newsgen"

READER_GONE = '{ %s; echo "exit $?" >&2; } | true'
"""A command whose results nobody reads, and its exit code."""


def run_shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, text=True, check=False)


def list_messages(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What was told on stderr, without the stages, of which a build tells that a busy machine makes long."""
    return [line for line in done.stderr.splitlines() if not line.startswith(tuple(LABELS.values()))]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_starter(tmp_path / "site")
    return tmp_path / "site"


@pytest.mark.parametrize("closed", ["2>&-", ">&-", "<&- >&- 2>&-"])
def test_a_build_whose_streams_are_closed_builds(site: Path, closed: str) -> None:
    assert run_shell(f"{NEWSGEN} build . {closed}", site).returncode == 0
    assert (site / "public" / "index.html").is_file()


def test_results_are_told_where_messages_cannot_be(site: Path) -> None:
    (site / "articles" / "scan.pdf").write_bytes(b"%PDF")
    done = run_shell(f"{NEWSGEN} check --strict . 2>&-", site)
    assert (done.returncode, done.stderr) == (1, "")
    assert "articles/scan.pdf" in done.stdout
    assert run_shell(f"{NEWSGEN} build --strict . 2>/dev/full", site).returncode == 1
    assert (site / "public" / "index.html").is_file()
    assert run_shell(f"{NEWSGEN} check none 2>&-", site).returncode == 2


def test_no_file_of_the_archive_takes_the_place_of_a_closed_stream(site: Path) -> None:
    code = (
        "import os; from newsgen.cli.streams import prepare_streams; prepare_streams();"
        "file = os.open('x', os.O_CREAT | os.O_WRONLY); print('told'); raise SystemExit(0 if file > 2 else 1)"
    )
    done = run_shell(f"{shlex.quote(sys.executable)} -c {shlex.quote(code)} >&- 2>&-", site)
    assert done.returncode == 0
    assert (site / "x").read_bytes() == b""


@pytest.mark.parametrize("command", ["build .", "check .", "explain articles/*harbour*", "--help"])
def test_a_reader_who_leaves_changes_nothing(site: Path, command: str) -> None:
    names = sorted(path.name for path in (site / "articles").iterdir())
    line = f"{NEWSGEN} {command}".replace("articles/*harbour*", shlex.quote(f"articles/{names[0]}"))
    assert run_shell(READER_GONE % line, site).stderr.splitlines()[-1] == "exit 0"


def test_a_reader_who_leaves_does_not_hide_what_is_wrong(site: Path) -> None:
    (site / "articles" / "binary.txt").write_bytes(bytes(range(256)))
    assert list_messages(run_shell(READER_GONE % f"{NEWSGEN} check .", site)) == ["exit 1"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", ["check .", "--help"])
def test_results_that_do_not_fit_are_an_error_in_one_line(site: Path, command: str) -> None:
    done = run_shell(f"{NEWSGEN} {command} >/dev/full", site)
    assert done.returncode == 1
    message = "standard output: error[system]: No space left on device (put this right and run it again)"
    assert list_messages(done) == [message]


def test_ctrl_c_while_newsgen_is_loaded_ends_it_without_a_word(tmp_path: Path) -> None:
    code = f"""
import os, signal, sys
class Stop:
    def find_spec(self, name, *rest):
        if name == "click":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Stop())
sys.argv = ["newsgen", "build", {str(tmp_path)!r}]
from newsgen.__main__ import start
start()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")
