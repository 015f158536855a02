"""What stands against publishing is told in words that say what to do, and costs no page; whole commands."""

import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from building.sites import read_tree, write_site
from newsgen.cli import main

NEW = {"articles/new.txt": "Rain in Accra\n\nAccra, March 13, 2024 (SHD) -- Rain fell in Ghana, officials said.\n"}

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that was built before, and has a new clipping to publish; the current folder."""
    folder = write_site(tmp_path / "site")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["build", "--jobs", "1"]) == 0
    return write_site(folder, NEW)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command; gives the exit code and what it said on stderr, in one line."""

    def run(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        code = main(arguments)
        said = capsys.readouterr().err
        assert "internal" not in said
        return code, re.sub(r"\s+", " ", said)

    return run


# --- another build --------------------------------------------------------------------------------------------------

HOLDING = """\
import signal, sys
from pathlib import Path
from newsgen.publish import output_taken
with output_taken(Path(sys.argv[1])):
    print("held", flush=True)
    signal.pause()
"""


@pytest.fixture
def other_build(site: Path) -> Iterator[int]:
    """The id of a process that has the output folder for itself."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(site / "public")], stdout=subprocess.PIPE, env=environment
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        yield holder.pid
        holder.kill()


@pytest.mark.parametrize("command", ["build", "clean"])
def test_another_build_is_named(site: Path, run: Run, other_build: int, command: str) -> None:
    before = read_tree(site / "public")
    code, said = run(command)
    assert code == 1
    assert "public: error[busy]: another build is writing to this folder" in said
    assert "wait until it is done, or choose another folder with -o" in said
    if Path("/proc/locks").is_file():
        assert f"process {other_build} (" in said
    assert read_tree(site / "public") == before


def test_into_another_folder_it_can_be_built_meanwhile(site: Path, run: Run, other_build: int) -> None:
    assert run("build", "-o", "elsewhere/deep")[0] == 0
    assert (site / "elsewhere/deep/index.html").is_file()


# --- the disk -------------------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for a small part of the site."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    done = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=200k", "tmpfs", folder], capture_output=True, check=False
    )
    if not done or done.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_full_disk(site: Path, run: Run, small_disk: Path) -> None:
    code, said = run("build", "-o", str(small_disk / "public"))
    assert code == 1
    assert "error[cannot-write]: the site cannot be written: No space left on device" in said
    assert "free some space and build again; no page is lost" in said
    assert list(small_disk.iterdir()) == []


def test_a_whole_site_on_a_full_disk(site: Path, run: Run, small_disk: Path) -> None:
    """The memos, too, find no room: that alone would be told in a note."""
    shutil.copytree(site / "articles", small_disk / "articles")
    code, said = run("build", str(small_disk))
    assert code == 1
    assert "No space left on device" in said
    assert [path.name for path in small_disk.iterdir() if path.name != ".newsgen"] == ["articles"]


def test_files_that_must_not_grow_so_large(site: Path, run: Run) -> None:
    before, limit = read_tree(site / "public"), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limit[1]))
    try:
        code, said = run("build")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert code == 1
    assert "error[cannot-write]: the site cannot be written: File too large" in said
    assert read_tree(site / "public") == before
    assert run("build")[0] == 0
