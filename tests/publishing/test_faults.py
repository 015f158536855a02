"""What stands against publishing is told in words that say what to do, and costs no page; whole commands."""

import gc
import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from building.sites import NEW, build_cold, find_differences, read_tree, write_site
from newsgen.build import BuildOptions, build
from newsgen.cli import main
from newsgen.publish import is_unfinished
from publishing.victims import Victims, start_victims

Run = Callable[..., tuple[int, str]]


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


@pytest.fixture(scope="module")
def victims() -> Iterator[Victims]:
    with start_victims() as started:
        yield started


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
    """Fails if `folder_locked` locks nothing."""
    before = read_tree(site / "public")
    code, said = run(command)
    assert code == 1
    assert "public: error[busy]: another build is writing to this folder" in said
    assert "wait until it is done, or choose another folder with -o" in said
    if Path("/proc/locks").is_file():
        assert f"process {other_build} (" in said
    assert read_tree(site / "public") == before


def test_into_another_folder_it_can_be_built_meanwhile(site: Path, run: Run, other_build: int) -> None:
    """Fails if what is locked is not the folder that is written to, but `public/` say."""
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
        gc.collect()  # the fault that stopped the build holds its frames, and these a file without a name on the disk
        subprocess.run(["umount", folder], check=True)


def test_a_full_disk(site: Path, run: Run, small_disk: Path) -> None:
    """Fails if `folder_made` leaves what it made, or if `_hint` says of a full disk what it says of others."""
    code, said = run("build", "-o", str(small_disk / "public"))
    assert code == 1
    assert "error[cannot-write]: the site cannot be written: No space left on device" in said
    assert "free some space and build again; no page is lost" in said
    assert list(small_disk.iterdir()) == []


def test_a_whole_site_on_a_full_disk(site: Path, run: Run, small_disk: Path) -> None:
    """The memos, too, find no room: that alone would be told in a note.

    Fails if `Memo` raises what SQLite raises as it opens a file.
    """
    shutil.copytree(site / "articles", small_disk / "articles")
    (small_disk / "others").write_bytes(bytes(140_000))
    code, said = run("build", str(small_disk))
    assert code == 1
    assert "No space left on device" in said
    assert {path.name for path in small_disk.iterdir()} - {".newsgen"} == {"articles", "others"}


def test_files_that_must_not_grow_so_large(site: Path, run: Run) -> None:
    """Fails if bytes are staged without `faults_told`."""
    before, limit = read_tree(site / "public"), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limit[1]))
    try:
        code, said = run("build")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert code == 1
    reasons = ("File too large", "Input/output error")  # the second is what SQLite makes of it
    assert any(f"error[cannot-write]: the site cannot be written: {reason}" in said for reason in reasons)
    assert read_tree(site / "public") == before
    assert run("build")[0] == 0


# --- what a killed build left ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def cut_off_once(tmp_path_factory: pytest.TempPathFactory, victims: Victims) -> Path:
    """A site, with a build of it that was killed in the midst of the exchange: its new page is there, none links it."""
    folder = tmp_path_factory.mktemp("cut-off")
    site, before = write_site(folder / "site"), folder / "before"
    assert main(["build", str(site), "--jobs", "1"]) == 0
    old = (site / "public").rename(before) / "index.html"
    write_site(site, NEW)
    early, late = 0, 1000
    while late - early > 1:  # each try is a build
        change = (early + late) // 2
        shutil.copytree(before, site / "public")
        victims.build(site, site / "public", dies_at=change)
        has_new = (site / "public/articles/rain-in-accra.html").exists()
        if has_new and is_unfinished(site / "public") and (site / "public/index.html").read_bytes() == old.read_bytes():
            return site
        early, late = (early, change) if has_new else (change, late)
        shutil.rmtree(site / "public")
    raise AssertionError


@pytest.fixture
def cut_off(cut_off_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that site; the current folder."""
    folder = tmp_path / "site"
    shutil.copytree(cut_off_once, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NO_COLOR", "1")
    return folder


def test_a_build_that_fails_has_completed_the_one_before(cut_off: Path, run: Run, tmp_path: Path) -> None:
    """Fails if `output_taken` goes without `complete_exchange`."""
    new = build_cold(cut_off, tmp_path / "cold")
    write_site(cut_off, {"site.yaml": "titel: x\n"})
    assert run("build")[0] == 2
    assert find_differences(read_tree(cut_off / "public"), new) == []


def test_cleaning_takes_away_what_was_half_done(cut_off: Path, run: Run) -> None:
    """Fails if `remove_published` goes without `remove_staging`."""
    assert run("clean")[0] == 0
    assert not (cut_off / "public").exists()


@pytest.mark.parametrize("command", [("diff", "public", "."), ("redirects", "public")])
def test_commands_that_only_read_do_not_take_it_for_a_site(cut_off: Path, run: Run, command: tuple[str, ...]) -> None:
    """Fails if a site is opened without a look at `is_unfinished`."""
    code, said = run(*command)
    assert code == 2
    assert "public: error[unfinished-site]: a build is exchanging the pages of this site, or was cut off" in said
    assert "build that site again, which completes it" in said


def test_what_has_come_into_the_way_meanwhile_is_told_and_not_overwritten(cut_off: Path, run: Run) -> None:
    """Fails if `complete_exchange` goes without `check_places`."""
    page = cut_off / "public/index.html"
    page.unlink()
    page.mkdir()
    (page / "mine.txt").write_text("mine")
    code, said = run("build")
    assert code == 1
    assert "index.html: error[in-the-way]: a folder stands where a file of the site belongs" in said
    shutil.rmtree(page)
    assert run("build")[0] == 0
    assert page.is_file()


@pytest.mark.parametrize("damage", [b"", b"{", b'[{"act":"take","path":"../site.yaml","staged":"gone-0"}]'])
def test_a_damaged_journal_is_not_followed(cut_off: Path, run: Run, tmp_path: Path, damage: bytes) -> None:
    """Fails if `read_journal` does without `_is_sound`, or does not expect what is no JSON."""
    (cut_off / "public/.newsgen-staging/journal").write_bytes(damage)
    assert run("build")[0] == 0
    assert (cut_off / "site.yaml").is_file()
    assert find_differences(read_tree(cut_off / "public"), build_cold(cut_off, tmp_path / "cold")) == []


def test_staged_bytes_that_a_power_cut_spoilt_are_not_published(cut_off: Path, run: Run, tmp_path: Path) -> None:
    """Fails if `_are_whole` takes all that is staged for whole."""
    for path in (cut_off / "public/.newsgen-staging").iterdir():
        if path.name.isdigit():
            path.write_bytes(b"")
    write_site(cut_off, {"site.yaml": "titel: x\n"})
    assert run("build")[0] == 2
    assert all(read_tree(cut_off / "public").values())
    write_site(cut_off)
    assert run("build")[0] == 0
    assert find_differences(read_tree(cut_off / "public"), build_cold(cut_off, tmp_path / "cold")) == []


# --- the memo -------------------------------------------------------------------------------------------------------


def test_a_damaged_memo_is_told_and_costs_nothing_else(site: Path, run: Run, tmp_path: Path) -> None:
    """Fails if `SQLITE_NOTADB` is no damage."""
    for path in (site / ".newsgen").glob("*.sqlite"):
        path.write_bytes(b"garbage" * 1000)
    code, said = run("build")
    assert code == 0
    assert ".newsgen/memo.sqlite: note[memo]: the memo of earlier builds was damaged and is begun anew" in said
    assert find_differences(read_tree(site / "public"), build_cold(site, tmp_path / "cold")) == []


def test_a_memo_that_cannot_be_written_is_told(site: Path, run: Run) -> None:
    """Fails if a fault of the folder is told for each memo in it."""
    shutil.rmtree(site / ".newsgen")
    (site / ".newsgen").write_text("in the way")
    code, said = run("build")
    assert code == 0
    told = "earlier builds cannot be remembered: this file stands where newsgen needs a folder"
    assert said.count("note[memo]") == 1
    assert f".newsgen: note[memo]: {told} (every clipping is read anew)" in said


def test_a_memo_of_another_version_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails if the digest of newsgen's code is left out of the keys of readings."""
    folder, options = write_site(tmp_path / "other"), BuildOptions(executor="serial")
    for module in ("reading", "last"):
        monkeypatch.setattr(f"newsgen.build.{module}.digest_code", lambda: "another version")
    build(folder, folder / "public", options)
    monkeypatch.undo()
    report = build(folder, folder / "public", options)
    assert report.parsed == report.clippings
    assert [item for item in report.diagnostics if item.code == "memo"] == []
    assert find_differences(read_tree(folder / "public"), build_cold(folder, tmp_path / "cold")) == []
