"""A build of what has not changed: over at once, with the same to tell, and only if really nothing has."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from building.sites import FILES, OPTIONS, build_site, read_times, read_tree, write_site
from newsgen.build import BuildOptions, BuildReport, Session, build, last
from newsgen.build import making as stages
from newsgen.build.memos import MEMO, PUBLISHED_MEMO
from newsgen.load import files
from newsgen.memo import Memo

OLD = 10**18
"""A moment long ago, in nanoseconds."""


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Gets the folder of each build that went through the stages."""
    folders: list[Path] = []
    whole = stages.make_site

    def make_site(site: Path, output: Path, *rest: object, **options: object) -> object:
        folders.append(output)
        return whole(site, output, *rest, **options)

    monkeypatch.setattr(stages, "make_site", make_site)
    return folders


@pytest.fixture
def site(tmp_path: Path, made: list[Path]) -> Path:
    """The small archive with a clipping in an old encoding, built once."""
    folder = write_site(
        tmp_path / "site", {**FILES, "articles/old.txt": "Café\n\nRain fell in Togo.\n".encode("latin-1")}
    )
    build_site(folder)
    made.clear()
    return folder


def test_it_does_nothing_and_tells_the_same(site: Path, made: list[Path]) -> None:
    """Fails if nothing is recalled of the last build."""
    before, first = read_times(site / "public"), build_site(site)
    again = build_site(site)
    assert made == []
    assert read_times(site / "public") == before
    assert any(item.code == "encoding" for item in again.diagnostics)
    assert (again.written, again.removed, again.parsed, again.rendered) == (0, 0, 0, 0)
    assert again.unchanged == again.files == len(read_tree(site / "public")) - 1  # the manifest is none of its files
    assert _drop_timings(again) == _drop_timings(first)


def test_a_memo_that_was_damaged_is_told_once(site: Path, made: list[Path]) -> None:
    """Fails if what was wrong with a memo is kept with the report of the build."""
    (site / MEMO).write_bytes(b"garbage" * 1000)
    write_site(site, {"articles/more.txt": "Rain\n\nRain fell in Ghana.\n"})
    assert any(item.code == "memo" for item in build_site(site).diagnostics)
    made.clear()
    assert all(item.code != "memo" for item in build_site(site).diagnostics)
    assert made == []


def _drop_timings(report: BuildReport) -> BuildReport:
    return msgspec.structs.replace(report, timings=())


def _rename(site: Path) -> None:
    (site / "articles/one.txt").rename(site / "articles/uno.txt")


def _edit_in_place(site: Path) -> None:
    """Other bytes of the same size, the times as they were."""
    path = site / "articles/one.txt"
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"lorries", b"lorrys."))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize(
    "change",
    [
        lambda site: write_site(site, {"articles/new.txt": "A headline\n\nRain fell in Accra.\n"}),
        lambda site: write_site(site, {"articles/note.pdf": ""}),
        lambda site: write_site(site, {"site.yaml": "title: Another archive\n"}),
        lambda site: write_site(site, {"people.yaml": ""}),
        lambda site: write_site(site, {"redirects.yaml": "- {from: articles/was.html, gone: true}\n"}),
        lambda site: write_site(site, {"templates/more.html": "<p>more</p>"}),
        lambda site: write_site(site, {"static/site.css": "a {}"}),
        lambda site: (site / "articles/two.md").unlink(),
        _rename,
        _edit_in_place,
    ],
)
def test_each_change_of_what_goes_in_is_noticed(site: Path, made: list[Path], change: Callable[[Path], object]) -> None:
    """Fails if the digest of what goes in lacks the theme, the clippings, their names, or those of other files."""
    change(site)
    build_site(site)
    assert made == [site / "public"]


@pytest.mark.parametrize(
    "options",
    [
        msgspec.structs.replace(OPTIONS, drafts=True),
        msgspec.structs.replace(OPTIONS, base_url="https://example.net/"),
        msgspec.structs.replace(OPTIONS, full=True),
    ],
)
def test_so_is_another_wish(site: Path, made: list[Path], options: BuildOptions) -> None:
    """Fails if what was asked for does not go into that digest."""
    build_site(site, options)
    assert made == [site / "public"]


def test_how_many_processes_work_makes_no_difference(site: Path, made: list[Path]) -> None:
    """Fails if the executor does."""
    build_site(site, msgspec.structs.replace(OPTIONS, executor="processes:2"))
    assert made == []


def _damage(path: Path) -> None:
    """Other bytes of the same size, the mtime set back."""
    before = path.stat()
    time.sleep(0.02)  # more than a tick of the file system's clock
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("harm", [_damage, Path.unlink, lambda path: path.write_bytes(b"")])
@pytest.mark.parametrize("builds", [0, 1])
def test_a_published_file_that_was_harmed_is_mended(
    site: Path, made: list[Path], harm: Callable[[Path], object], builds: int
) -> None:
    """After the first build most stamps are too new to be kept; after one more they are all there.

    Fails if stamps have no ctime.
    """
    whole = read_tree(site / "public")
    time.sleep(0.15 * builds)
    for _ in range(builds):
        build_site(site)
    harm(site / "public/people/index.html")
    build_site(site)
    assert made == [site / "public"]
    assert read_tree(site / "public") == whole


def test_a_changed_build_reads_each_clipping_once(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails if `digest_inputs` or `gather` reads the clippings for itself."""
    read: list[str] = []
    whole = files.read_bytes

    def read_bytes(file: Path | str) -> bytes | None:
        read.append(os.fspath(file))
        return whole(file)

    monkeypatch.setattr(files, "read_bytes", read_bytes)
    write_site(site, {"articles/more.txt": "Rain\n\nRain fell in Ghana.\n"})
    build_site(site)
    assert sorted(read) == sorted(str(path) for path in (site / "articles").rglob("*.*"))


def test_a_clipping_edited_while_the_build_runs_is_built_by_the_next(
    site: Path, made: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails if what the folder holds at the end of a build is taken for what it was made of."""
    whole = stages.make_site

    def edit_meanwhile(*given: Any, **options: Any) -> object:
        write_site(site, {"articles/more.txt": "Sun\n\nThe sun shone in Ghana.\n"})
        return whole(*given, **options)

    write_site(site, {"articles/more.txt": "Rain\n\nRain fell in Ghana.\n"})
    with monkeypatch.context() as patched:
        patched.setattr(stages, "make_site", edit_meanwhile)
        build_site(site)
    shown = site / "public/data/articles.jsonl"
    assert "Rain fell in Ghana" in shown.read_text("utf-8")
    build_site(site)
    assert "The sun shone in Ghana" in shown.read_text("utf-8")
    assert len(made) == 2


def test_a_file_of_others_is_none_of_its_concern(site: Path, made: list[Path]) -> None:
    """Fails if `digest_manifest` looks at all that is in the folder."""
    (site / "public/mine.txt").write_text("mine")
    build_site(site)
    assert made == []


def test_a_published_file_that_was_only_touched_stays(site: Path, made: list[Path]) -> None:
    """Fails if a file with another stamp is not read, but taken for another."""
    for path in (site / "public").rglob("*.html"):
        os.utime(path, ns=(OLD, OLD))
    build_site(site)
    assert made == []


def test_what_another_build_published_is_not_taken_for_its_own(site: Path, made: list[Path], tmp_path: Path) -> None:
    """Another machine publishes other articles to the same folder; this one's memo knows nothing of that.

    Fails if `recall` does not compare the manifest.
    """
    other = write_site(tmp_path / "other")
    build(other, site / "public", OPTIONS)
    assert "Caf" not in (site / "public/index.html").read_text()
    made.clear()
    build_site(site)
    assert made == [site / "public"]
    assert "Caf" in (site / "public/index.html").read_text()


def test_a_site_that_was_copied_is_read_once_and_stands(site: Path, made: list[Path], tmp_path: Path) -> None:
    """Copies have other inodes and times, and another place: the first build is a whole one.

    Fails if what is known of a build is not kept by the place of its output.
    """
    copy = Path(shutil.copytree(site, tmp_path / "copy" / "site"))
    whole = read_tree(copy / "public")
    report = build_site(copy)
    assert report.written == 0
    build_site(copy)
    assert made == [copy / "public"]
    assert read_tree(copy / "public") == whole


def test_a_memo_of_another_version_is_passed_over(
    site: Path, made: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails if `recall` expects nothing but its own records."""
    with monkeypatch.context() as patch:
        patch.setattr("newsgen.build.last.encode", lambda _: msgspec.msgpack.encode({"other": 1}))
        build_site(site, msgspec.structs.replace(OPTIONS, full=True))
    with Memo(site / PUBLISHED_MEMO) as memo:
        assert last.recall(memo, site / "public", Session()) is None
    build_site(site)
    assert made == [site / "public"] * 2
