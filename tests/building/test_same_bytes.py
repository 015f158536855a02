"""The same sources give the same bytes, whatever was built before, wherever, by however many."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Self

import pytest

from benchmarks.clippings import make_clippings
from building.sites import FILES, build_cold, build_site, find_differences, read_times, read_tree, write_site
from newsgen.build import BuildOptions, build, verify
from newsgen.errors import PublishError
from newsgen.publish import output_taken


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    """Fails if `replay` says again what the first one read and wrote."""
    site = write_site(tmp_path)
    first = build_site(site)
    before = read_times(site / "public")
    second = build_site(site)
    assert (first.parsed, first.written) == (4, first.files)
    assert (second.parsed, second.rendered, second.written, second.removed) == (0, 0, 0, 0)
    assert second.diagnostics == first.diagnostics
    assert read_times(site / "public") == before


def edit_clipping(site: Path) -> None:
    path = site / "articles" / "one.txt"
    path.write_text(path.read_text().replace("forty lorries", "fifty lorries and General Kofi Mensah-Test of Togo"))


def add_clipping(site: Path) -> None:
    write_site(
        site, {"articles/four.txt": "Togo looks on\n\nLome, 13 March 2024 (SHD) -- Togo's Ama Darko looked on.\n"}
    )


def delete_clipping(site: Path) -> None:
    (site / "articles" / "2023" / "three.txt").unlink()


def rename_clipping(site: Path) -> None:
    (site / "articles" / "one.txt").rename(site / "articles" / "zero.txt")


def swap_clippings(site: Path) -> None:
    one, two = site / "articles" / "one.txt", site / "articles" / "two.md"
    texts = one.read_bytes(), two.read_bytes()
    two.write_bytes(texts[0])
    one.write_bytes(texts[1])


def judge(site: Path) -> None:
    (site / "people.yaml").write_text("- name: Ama Darko\n  not: [Ama Owusu-Darko]\n  note: two ministers\n")


def configure(site: Path) -> None:
    (site / "site.yaml").write_text("title: Another title\nlanguage: fr\n")


def unconfigure(site: Path) -> None:
    (site / "site.yaml").write_text("title: A small archive\n")
    (site / "people.yaml").unlink()


def restyle(site: Path) -> None:
    write_site(site, {"static/newsgen.css": "body { color: red }\n", "static/more.css": "p {}\n"})


def retouch_template(site: Path) -> None:
    about = (Path(__file__).parents[2] / "templates" / "about.html").read_text()
    write_site(
        site, {"templates/about.html": about.replace("{% block content %}\n", "{% block content %}\n<p>more</p>\n")}
    )


def damage_output(site: Path) -> None:
    (site / "public" / "index.html").write_text("damaged")
    (site / "public" / "about.html").unlink()


def damage_memo(site: Path) -> None:
    for path in (site / ".newsgen").iterdir():
        path.write_bytes(b"damaged" * 100)


def leave_staging(site: Path) -> None:
    write_site(site, {"public/.newsgen-staging/0": "half a page"})


CHANGES = [
    edit_clipping, add_clipping, delete_clipping, rename_clipping, swap_clippings, judge, configure, unconfigure,
    restyle, retouch_template, damage_output, damage_memo, leave_staging,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_warm_build_gives_what_a_cold_one_gives(tmp_path: Path, change: Callable[[Path], None]) -> None:
    """Fails if `_key_page` leaves out what a page shows, or `_digest_look` the theme."""
    site = write_site(tmp_path / "site")
    build_site(site)
    change(site)
    build_site(site)
    warm = read_tree(site / "public")
    assert find_differences(warm, build_cold(site, tmp_path / "cold")) == []
    # … and back again: what was removed leaves nothing behind.
    shutil.rmtree(site / "static", ignore_errors=True)
    shutil.rmtree(site / "templates", ignore_errors=True)
    for path in (site / "articles").rglob("*.txt"):
        path.unlink()
    write_site(site)
    build_site(site)
    assert find_differences(read_tree(site / "public"), build_cold(site, tmp_path / "cold")) == []


def test_one_new_clipping_touches_no_page_but_those_that_show_it_or_lead_there(tmp_path: Path) -> None:
    """Fails if each page tells how many articles the archive has."""
    site = write_site(tmp_path)
    build_site(site)
    before = read_tree(site / "public")
    write_site(site, {"articles/new.txt": "Rain in Peru\n\nLima, 13 May 2021 (XYZ) -- Rain fell in Peru.\n"})
    report = build_site(site)
    touched = find_differences(before, read_tree(site / "public"))
    assert {path for path in touched if path.endswith(".html")} == {
        *("articles/rain-in-peru.html", "countries/peru.html", "countries/peru/2021-05.html"),
        *("dates/2021-05.html", "dates/2021.html", "dates/2023-08.html"),  # the last is the next month that has any
        *("index.html", "countries/index.html", "data/index.html", "dates/index.html", "sources/index.html"),
    }
    assert report.parsed == 1
    assert report.rendered == len([path for path in touched if not path.startswith(("search/", ".newsgen"))])


def find_one(output: Path, pattern: str) -> Path:
    return sorted(output.glob(pattern))[0]


def test_verification_finds_every_file_that_is_not_as_it_should_be(tmp_path: Path) -> None:
    """Pages, data, the search, static files and the list of all files; those of others are none of its business.

    It fails if the list is not compared.
    """
    site = write_site(tmp_path)
    build_site(site)
    output = site / "public"
    write_site(output, {"CNAME": "example.org\n"})
    options = BuildOptions(executor="serial")
    assert verify(site, output, options) == ()
    patterns = ("about.html", "data/archive.sqlite", "search/*.js", "static/*.css", ".newsgen.json")
    damaged = [find_one(output, pattern) for pattern in patterns]
    for path in damaged:
        path.write_bytes(path.read_bytes() + b"\n")
    (output / "404.html").unlink()
    faults = {item.path: item for item in verify(site, output, options)}
    assert faults.keys() == {"404.html", *(path.relative_to(output).as_posix() for path in damaged)}
    assert faults["about.html"].message == "a build from nothing gives other bytes"
    assert faults["404.html"].message == "a build from nothing makes this file, but it is not published"
    assert {item.severity for item in faults.values()} == {"error"}


def test_verification_keeps_other_builds_out_of_what_it_compares(tmp_path: Path) -> None:
    """Fails if `verify` compares without a lock."""
    site = write_site(tmp_path)
    build_site(site)
    with output_taken(site / "public"), pytest.raises(PublishError) as raised:
        verify(site, site / "public", BuildOptions(executor="serial"))
    assert [item.code for item in raised.value.diagnostics] == ["busy"]


def test_verification_finds_a_page_that_should_be_gone(tmp_path: Path) -> None:
    """Fails if only the files of a build from nothing are looked at."""
    site = write_site(tmp_path)
    build_site(site)
    (site / "articles" / "one.txt").unlink()
    faults = verify(site, site / "public", BuildOptions(executor="serial"))
    gone = [item.path for item in faults if item.message == "a build from nothing does not make this file"]
    assert "articles/ghana-and-burkina-faso-reopen-the-road.html" in gone


class Backwards:
    """Stands for `os.scandir`: another order of a folder's entries."""

    def __init__(self, *path: str) -> None:
        with SCANDIR(*path) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> os.DirEntry[str]:
        return next(self.entries)

    def close(self) -> None:
        pass


SCANDIR, LISTDIR = os.scandir, os.listdir


def test_the_order_of_a_folder_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor the times of its files, nor who may read those that are written. Without the sorts in `theme` it fails."""
    site = write_site(tmp_path / "site", {**FILES, "static/b.css": "b {}\n", "static/a/c.css": "c {}\n"})
    build(site, tmp_path / "one", BuildOptions(executor="serial"))
    for path in site.rglob("*"):
        os.utime(path, (0, 1_000_000_000))
    shutil.rmtree(site / ".newsgen")
    monkeypatch.setattr(os, "scandir", Backwards)
    monkeypatch.setattr(os, "listdir", lambda *path: sorted(LISTDIR(*path), reverse=True))
    former = os.umask(0o077)
    try:
        build(site, tmp_path / "two", BuildOptions(executor="serial"))
    finally:
        os.umask(former)
    assert find_differences(read_tree(tmp_path / "one"), read_tree(tmp_path / "two")) == []


@pytest.fixture(scope="module")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Large enough that processes are used."""
    files = {f"articles/{clipping.name}.txt": clipping.raw for clipping in make_clippings(130)}
    return write_site(tmp_path_factory.mktemp("large"), {"site.yaml": FILES["site.yaml"], **files})


def test_processes_give_what_one_process_gives(large_site: Path, tmp_path: Path) -> None:
    """Fails if a span's portions are taken last first."""
    one = build(large_site, tmp_path / "one", BuildOptions(executor="serial", full=True))
    two = build(large_site, tmp_path / "two", BuildOptions(executor="processes:2", full=True))
    assert (two.parsed, two.rendered) == (one.parsed, one.rendered)
    assert two.parsed == 130
    assert find_differences(read_tree(tmp_path / "one"), read_tree(tmp_path / "two")) == []


@pytest.fixture(scope="module")
def plain_tree(large_site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return run_build(large_site, tmp_path_factory.mktemp("plain"))


def run_build(site: Path, output: Path, *, folder: Path | None = None, **environment: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "newsgen", "build", str(site), "-o", str(output), "--full", "--jobs", "1"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}, cwd=folder
    )
    assert done.returncode == 0, done.stderr
    return read_tree(output)


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4242"},
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "America/Los_Angeles"},
        {"LC_ALL": "C"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"PYTHONUTF8": "0", "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"},
        {"SOURCE_DATE_EPOCH": "0", "HOME": "/nowhere", "USER": "somebody", "COLUMNS": "20", "NO_COLOR": "1"},
    ],
    ids=str,
)
def test_the_machine_does_not_matter(large_site: Path, plain_tree, tmp_path: Path, environment: dict[str, str]) -> None:
    """Fails if ids stand in a set's order, a page tells a local time, or templates are read as the locale says."""
    assert find_differences(run_build(large_site, tmp_path, **environment), plain_tree) == []


def test_where_newsgen_is_called_does_not_matter(large_site: Path, plain_tree, tmp_path: Path) -> None:
    """Fails if a clipping has the path by which the system found it."""
    relative = Path(os.path.relpath(large_site, tmp_path))
    run_build(relative, Path("out"), folder=tmp_path)
    assert find_differences(read_tree(tmp_path / "out"), plain_tree) == []
