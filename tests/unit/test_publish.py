"""Publishing: the site is replaced as a whole, others' files are left alone, a fault changes nothing."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

import msgspec
import pytest

from newsgen.canon import digest
from newsgen.errors import PublishError, UsageError
from newsgen.publish import (
    Published,
    PublishedFile,
    check_output,
    intact,
    output_taken,
    read_manifest,
    remove_published,
)
from newsgen.publish import publish as publish_in_taken
from newsgen.publish.spool import close_spool, make_spool
from newsgen.publish.steps import plan_steps
from newsgen.records.output import OutputFile


def publish(files: Iterable[OutputFile], kept: Collection[PublishedFile], output: Path) -> Published:
    """Publish as a build does: in a folder that it has taken."""
    with output_taken(output):
        return publish_in_taken(files, kept, output)


def output_file(path: str, text: str = "text", key: str = "k") -> OutputFile:
    return OutputFile(path=path, data=text.encode(), key=key)


def put(output: Path, kept: Collection[PublishedFile] = (), **texts: str) -> Published:
    """Publish files named by keyword: `a_b` is `a/b.html`."""
    files = [output_file(name.replace("_", "/") + ".html", text) for name, text in texts.items()]
    return publish(files, kept, output)


def entries(output: Path, *paths: str) -> list[PublishedFile]:
    """What the manifest says of these files."""
    return [read_manifest(output)[path] for path in paths]


def tree(folder: Path) -> dict[str, bytes]:
    """All files below, by path, and empty folders with a slash."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[name + "/"] = b""
    return found


def pages(folder: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in tree(folder).items() if name != ".newsgen.json"}


def test_an_index_comes_after_what_it_leads_to(tmp_path: Path) -> None:
    """Fails if the steps are in the order of their paths alone."""
    paths = ("index.html", "search/index.js", "search/words/a.js", "people/index.html", "search/texts/index/b.js")
    for path in paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("old")
    new = {path: PublishedFile(path=path, digest="new", key="new") for path in paths}
    steps = plan_steps(paths, (), new, new, tmp_path)
    assert [step.path for step in steps if step.act == "put"] == [
        "search/texts/index/b.js",
        "search/words/a.js",
        "people/index.html",
        "search/index.js",
        "index.html",
        ".newsgen.json",
    ]


def test_files_are_written_into_a_new_folder(tmp_path: Path) -> None:
    done = put(tmp_path / "a" / "public", index="home", people_x="X")
    assert done == Published(written=("index.html", "people/x.html"), unchanged=(), removed=())
    assert pages(tmp_path / "a" / "public") == {"index.html": "home", "people/x.html": "X"}


def test_second_build_writes_nothing(tmp_path: Path) -> None:
    put(tmp_path, index="home", people_x="X")
    before = {path: path.stat().st_mtime_ns for path in [tmp_path, *tmp_path.rglob("*")]}
    done = put(tmp_path, index="home", people_x="X")
    assert done == Published(written=(), unchanged=("index.html", "people/x.html"), removed=())
    assert {path: path.stat().st_mtime_ns for path in [tmp_path, *tmp_path.rglob("*")]} == before


def test_only_what_differs_is_written_and_what_is_gone_removed_with_its_folder(tmp_path: Path) -> None:
    put(tmp_path, index="home", people_x="X", people_deep_y="Y")
    done = put(tmp_path, index="home", dates_2024="2024")
    assert done == Published(
        written=("dates/2024.html",),
        unchanged=("index.html",),
        removed=("people/deep/y.html", "people/x.html"),
    )
    assert pages(tmp_path) == {"index.html": "home", "dates/2024.html": "2024"}


def test_kept_files_stay_and_are_not_needed(tmp_path: Path) -> None:
    put(tmp_path, index="home", about="about")
    done = put(tmp_path, kept=entries(tmp_path, "about.html"), index="new")
    assert done == Published(written=("index.html",), unchanged=("about.html",), removed=())
    assert pages(tmp_path) == {"index.html": "new", "about.html": "about"}
    assert intact(tmp_path, read_manifest(tmp_path), "about.html")


@pytest.mark.parametrize("meanwhile", [{"index": "home", "about": "theirs"}, {"index": "home"}, {}])
def test_what_another_build_published_meanwhile_is_not_mixed_with_this_one(tmp_path: Path, meanwhile) -> None:
    put(tmp_path, index="home", about="about")
    seen = entries(tmp_path, "about.html")
    if meanwhile:
        put(tmp_path, **meanwhile)
    else:
        remove_published(tmp_path)
    before = tree(tmp_path)
    with pytest.raises(PublishError, match=r"about\.html: error\[changed-meanwhile\].*build again"):
        put(tmp_path, kept=seen, index="mine")
    assert tree(tmp_path) == before


def test_manifest_tells_key_and_bytes_and_is_the_same_in_any_order(tmp_path: Path) -> None:
    files = [output_file("b.html", key="kb"), output_file("a.html", key="ka")]
    publish(files, (), tmp_path / "one")
    publish(files[::-1], (), tmp_path / "two")
    manifest = read_manifest(tmp_path / "one")
    assert {path: file.key for path, file in manifest.items()} == {"a.html": "ka", "b.html": "kb"}
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_changed_key_alone_changes_only_the_manifest(tmp_path: Path) -> None:
    publish([output_file("a.html", key="old")], (), tmp_path)
    done = publish([output_file("a.html", key="new")], (), tmp_path)
    assert done.written == ()
    assert read_manifest(tmp_path)["a.html"].key == "new"


@pytest.mark.parametrize("damage", ["edit", "delete", "folder"])
def test_a_damaged_file_is_not_intact_and_is_mended(tmp_path: Path, damage: str) -> None:
    put(tmp_path, index="home")
    page = tmp_path / "index.html"
    if damage == "edit":
        page.write_text("hime")
    else:
        page.unlink()
    if damage == "folder":
        page.mkdir()
    assert not intact(tmp_path, read_manifest(tmp_path), "index.html")
    if damage != "folder":
        assert put(tmp_path, index="home").written == ("index.html",)


def test_foreign_files_survive_builds_and_cleaning(tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "mine.txt").write_text("mine")
    put(tmp_path, index="home", people_x="X")
    put(tmp_path, index="home")
    assert pages(tmp_path) == {"index.html": "home", "people/mine.txt": "mine"}
    assert remove_published(tmp_path) == ("index.html",)
    assert tree(tmp_path) == {"people/mine.txt": b"mine"}


def test_cleaning_takes_the_folder_if_nothing_else_is_in_it(tmp_path: Path) -> None:
    put(tmp_path / "public", index="home", people_x="X")
    assert remove_published(tmp_path / "public") == ("index.html", "people/x.html")
    assert not (tmp_path / "public").exists()


@pytest.mark.parametrize("there", [True, False])
def test_cleaning_a_folder_that_newsgen_never_wrote_changes_nothing(tmp_path: Path, there: bool) -> None:
    if there:
        (tmp_path / "public").mkdir()
    assert remove_published(tmp_path / "public") == ()
    assert (tmp_path / "public").exists() == there


# --- in the way -----------------------------------------------------------------------------------


def foreign_file(output: Path) -> None:
    (output / "people").mkdir()
    (output / "people" / "x.html").write_text("mine")


def foreign_folder(output: Path) -> None:
    (output / "people" / "x.html").mkdir(parents=True)


def foreign_file_for_folder(output: Path) -> None:
    (output / "people").write_text("mine")


def link_for_file(output: Path) -> None:
    (output / "people").mkdir()
    (output / "people" / "x.html").symlink_to("/etc/hostname")


def link_leading_out(output: Path) -> None:
    outside = output.parent / "outside"
    outside.mkdir()
    (output / "people").symlink_to(outside)


def test_without_the_list_of_newsgens_files_the_message_says_so(tmp_path: Path) -> None:
    output = tmp_path / "public"
    put(output, index="home")
    (output / ".newsgen.json").unlink()
    with pytest.raises(PublishError, match=r"index\.html: error\[in-the-way\]: the list of .* \(\.newsgen\.json\) is"):
        put(output, index="new")
    assert (output / "index.html").read_bytes() == b"home"


@pytest.mark.parametrize(
    ("obstacle", "place"),
    [
        (foreign_file, "people/x.html"),
        (foreign_folder, "people/x.html"),
        (foreign_file_for_folder, "people"),
        (link_for_file, "people/x.html"),
        (link_leading_out, "people"),
    ],
)
def test_what_is_not_ours_stops_the_build_before_anything_changes(tmp_path: Path, obstacle, place) -> None:
    output = tmp_path / "public"
    put(output, index="home")
    obstacle(output)
    before = tree(tmp_path)
    with pytest.raises(PublishError) as caught:
        put(output, index="new", people_x="X")
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.path == (output / place).as_posix()
    assert diagnostic.code == "in-the-way"
    assert "move it away" in diagnostic.hint
    assert tree(tmp_path) == before


def test_removal_does_not_follow_a_link_that_replaced_a_folder(tmp_path: Path) -> None:
    output = tmp_path / "public"
    put(output, index="home", people_x="X")
    (output / "people").rename(tmp_path / "outside")
    (output / "people").symlink_to(tmp_path / "outside")
    assert put(output, index="home").removed == ()
    assert (tmp_path / "outside" / "x.html").read_text() == "X"


@pytest.mark.parametrize(
    "path",
    [
        *("/etc/x", "../x", "a/../../x", "", "a//b", "a/", "./a", "a\\b", "a\0b", "c:x", "é" * 128, "a\nb"),
        *(".newsgen.json", ".newsgen-staging/x"),
    ],
)
def test_paths_that_could_leave_the_folder_or_take_our_own_names_are_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(PublishError, match="bad-path"):
        publish([output_file(path)], (), tmp_path / "public")
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("paths", [("a.html", "a.html"), ("a", "a/b")])
def test_two_files_that_want_one_place_are_refused(tmp_path: Path, paths: tuple[str, str]) -> None:
    with pytest.raises(PublishError, match=r"path-clash|in-the-way"):
        publish([output_file(path) for path in paths], (), tmp_path / "public")
    assert tree(tmp_path) == {}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[1]",
        b'[{"path":"../../etc/passwd","digest":"","key":""}]',
        b"\xff\xfe",
        b'[{"path":"caf\xe9.html","digest":"","key":""}]',
        b'[{"path":"x","digest":"","key":"","more":' + b"[" * 100_000,
    ],
    ids=range(7),
)
def test_a_damaged_manifest_is_a_fault_and_nothing_outside_is_touched(tmp_path: Path, data: bytes) -> None:
    (tmp_path / ".newsgen.json").write_bytes(data)
    with pytest.raises(PublishError, match=r"\.newsgen\.json: error\[bad-manifest\]"):
        put(tmp_path, index="home")
    with pytest.raises(PublishError):
        remove_published(tmp_path)
    assert tree(tmp_path) == {".newsgen.json": data}


# --- the folder -----------------------------------------------------------------------------------


@pytest.mark.parametrize("output", [".", "..", "/", "articles", "articles/public", "static/out", "loop"])
def test_output_folders_that_overlap_with_the_site_are_refused(tmp_path: Path, output: str) -> None:
    site = tmp_path / "site"
    (site / "articles").mkdir(parents=True)
    (site / "loop").symlink_to(site / "articles")
    with pytest.raises(UsageError, match="output-holds-site"):
        check_output(site, site / output)


@pytest.mark.parametrize("output", ["public", ".newsgen/preview", "../public", "articles-out"])
def test_other_output_folders_are_accepted(tmp_path: Path, output: str) -> None:
    site = tmp_path / "site"
    (site / "articles").mkdir(parents=True)
    check_output(site, site / output)


def test_articles_elsewhere_through_a_link_count_too(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "texts" / "real").mkdir(parents=True)
    (tmp_path / "site" / "articles").symlink_to(tmp_path / "texts" / "real")
    with pytest.raises(UsageError, match="overlaps with"):
        check_output(tmp_path / "site", tmp_path / "texts")


def test_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "public").write_text("mine")
    with pytest.raises(PublishError, match=r"cannot-write\]: this is no folder"):
        put(tmp_path / "public", index="home")


def test_two_builds_do_not_write_at_once(tmp_path: Path) -> None:
    def files() -> Iterator[OutputFile]:
        with pytest.raises(PublishError, match="another build is writing"):
            put(tmp_path, index="other")
        yield output_file("index.html", "home")

    publish(files(), (), tmp_path)
    assert pages(tmp_path) == {"index.html": "home"}
    assert put(tmp_path, index="later").written == ("index.html",)


# --- faults in the middle -------------------------------------------------------------------------


class Killed(BaseException):
    """Stands for a kill signal: nothing that catches Exception sees it."""


CHANGING = ["write_bytes", "mkdir", "hardlink_to", "replace", "unlink", "rmdir"]


def fail_at(
    monkeypatch: pytest.MonkeyPatch, names: list[str], fails: Callable[[int, Path], bool], error: BaseException
) -> list[Path]:
    """Make those calls of `Path` methods raise, by number from 1 and path; gives the paths of all calls so far."""
    called: list[Path] = []

    def patch(name: str) -> None:
        real = getattr(Path, name)

        def fake(self: Path, *args: object, **options: object) -> object:
            called.append(self)
            if fails(len(called), self):
                raise error
            return real(self, *args, **options)

        monkeypatch.setattr(Path, name, fake)

    for name in names:
        patch(name)
    return called


FAULTS = [
    (OSError(errno.ENOSPC, "No space left on device"), "free some space"),
    (OSError(errno.EACCES, "Permission denied"), "give yourself permission"),
    (OSError(errno.EROFS, "Read-only file system"), "give yourself permission"),
    (OSError(errno.EIO, "Input/output error"), "put this right"),
]


@pytest.mark.parametrize(("error", "hint"), FAULTS, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("call", range(1, 6))
def test_a_fault_while_staging_leaves_the_site_and_no_trace(tmp_path, monkeypatch, call, error, hint) -> None:
    put(tmp_path, index="home", about="about")
    before = tree(tmp_path)
    fail_at(monkeypatch, ["write_bytes"], lambda number, _: number == call, error)
    with pytest.raises(PublishError) as caught:
        put(tmp_path, index="new", people_x="X", people_y="Y")
    assert hint in caught.value.diagnostics[0].hint
    assert error.strerror in caught.value.diagnostics[0].message
    assert tree(tmp_path) == before


def put_large(output: Path, text: str) -> Published:
    """Publish a home page, and a file that was written in pieces."""
    with output_taken(output):
        spool = make_spool(output, "data/x.jsonl")
        spool.write_text(text)
        large = OutputFile(path="data/x.jsonl", data=close_spool(spool), key="k")
        return publish_in_taken([output_file("index.html"), large], [], output)


def test_what_was_too_large_to_be_held_is_published_as_other_files_are(tmp_path: Path) -> None:
    assert put_large(tmp_path, "old").written == ("data/x.jsonl", "index.html")
    assert put_large(tmp_path, "new").written == ("data/x.jsonl",)
    assert (tmp_path / "data/x.jsonl").read_text() == "new"
    assert read_manifest(tmp_path)["data/x.jsonl"].digest == digest("new")
    assert sorted(tree(tmp_path)) == [".newsgen.json", "data/x.jsonl", "index.html"]


def test_what_was_too_large_to_be_held_and_is_there_already_is_not_touched(tmp_path: Path) -> None:
    put_large(tmp_path, "same")
    before = os.stat(tmp_path / "data/x.jsonl")
    assert put_large(tmp_path, "same").written == ()
    after = os.stat(tmp_path / "data/x.jsonl")
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert sorted(tree(tmp_path)) == [".newsgen.json", "data/x.jsonl", "index.html"]


def test_a_killed_build_leaves_large_files_only_in_staging(tmp_path: Path) -> None:
    put(tmp_path, index="home")
    before = tree(tmp_path)
    make_spool(tmp_path, "data/x.jsonl").write_text("half of")
    with output_taken(tmp_path):
        assert tree(tmp_path) == before


def test_a_fault_in_making_a_page_leaves_the_site_and_no_trace(tmp_path: Path) -> None:
    def files() -> Iterator[OutputFile]:
        yield output_file("index.html", "new")
        raise ZeroDivisionError

    put(tmp_path, index="home")
    before = tree(tmp_path)
    with pytest.raises(ZeroDivisionError):
        publish(files(), (), tmp_path)
    assert tree(tmp_path) == before


def test_a_failed_first_build_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(PublishError):
        publish([output_file("index.html"), output_file("../x")], (), tmp_path / "public")
    assert not (tmp_path / "public").exists()


def change_much(output: Path) -> Published:
    """A build that edits, adds and removes files and folders."""
    return put(output, index="new", about="about", new_deep_z="Z", old_y="Y")


@pytest.fixture
def before(tmp_path: Path) -> Path:
    put(tmp_path / "public", index="home", about="about", old_deep_x="X", old_y="Y")
    return tmp_path / "public"


@pytest.mark.parametrize("call", range(1, 20))
def test_a_killed_build_converges_with_the_next(before: Path, tmp_path, monkeypatch, call) -> None:
    with monkeypatch.context() as patch:
        # From then on nothing at all is done any more: who is killed tidies nothing.
        fail_at(patch, CHANGING, lambda number, _: number >= call, Killed())
        patch.setattr("shutil.rmtree", lambda *args, **options: None)
        with pytest.raises(Killed):
            change_much(before)
    assert {"home", "new"} & set(served(before))
    assert set(served(before)) <= {"home", "new", "about", "X", "Y", "Z"}
    change_much(before)
    change_much(tmp_path / "cold")
    assert tree(before) == tree(tmp_path / "cold")


@pytest.mark.parametrize("links", [True, False], ids=["links", "copies"])
@pytest.mark.parametrize("error", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()], ids=repr)
@pytest.mark.parametrize("call", range(1, 20))
def test_a_fault_at_any_moment_leaves_the_site_as_it_was(before: Path, monkeypatch, call, error, links) -> None:
    was = tree(before)
    with monkeypatch.context() as patch:
        if not links:
            patch.setattr("os.link", refuse_link)
        called = fail_at(patch, CHANGING, lambda number, _: number == call, error)
        try:
            change_much(before)
        except (PublishError, KeyboardInterrupt):
            assert tree(before) == was
        else:  # what failed could be done without, such as the removal of a folder
            assert pages(before).items() >= {"index.html": "new", "new/deep/z.html": "Z"}.items()
    assert len(called) >= call
    change_much(before)
    assert set(served(before)) == {"new", "about", "Z", "Y"}


def refuse_link(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_a_fault_in_the_first_build_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = OSError(errno.EIO, "Input/output error")
    fail_at(monkeypatch, ["replace"], lambda _, path: path.name == "1", error)
    with pytest.raises(PublishError):
        put(tmp_path / "public", a_x="X", b_y="Y")
    assert tree(tmp_path) == {}


def served(output: Path) -> list[str]:
    """The texts of all pages that a reader could get."""
    return [path.read_text() for path in output.rglob("*.html")]


def test_manifest_is_one_line_a_file(tmp_path: Path) -> None:
    put(tmp_path, b="B", a="A")
    lines = (tmp_path / ".newsgen.json").read_text().splitlines()
    assert len(lines) == 4
    assert [entry["path"] for entry in msgspec.json.decode("".join(lines))] == ["a.html", "b.html"]


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder of a user who may not write everywhere, as whom the test then runs."""
    with tempfile.TemporaryDirectory() as name:
        root = os.name != "nt" and os.geteuid() == 0
        if root:
            os.chown(name, 65534, 65534)
            os.seteuid(65534)
        try:
            yield Path(name)
        finally:
            for path in [Path(name), *Path(name).rglob("*")]:
                if path.is_dir():
                    path.chmod(0o700)
            if root:
                os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="folders have no modes there")
@pytest.mark.parametrize("folder", [".", "people", "people/deep", "gone"])
def test_a_folder_without_write_permission_is_named_before_anything_changes(unprivileged: Path, folder: str) -> None:
    put(unprivileged, index="home", people_x="X", people_deep_y="Y", gone_z="Z")
    before = tree(unprivileged)
    (unprivileged / folder).chmod(0o555)
    with pytest.raises(PublishError) as caught:
        put(unprivileged, index="new", people_x="XX", people_deep_y="YY", articles_a="A", people_new_b="B")
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.path, diagnostic.code) == ((unprivileged / folder).as_posix(), "cannot-write")
    assert diagnostic.hint.startswith("give yourself permission")
    assert tree(unprivileged) == before


@pytest.mark.skipif(os.name == "nt", reason="folders have no modes there")
def test_a_folder_in_which_nothing_changes_may_be_read_only(unprivileged: Path) -> None:
    put(unprivileged, index="home", people_x="X")
    (unprivileged / "people").chmod(0o555)
    assert put(unprivileged, index="new", people_x="X").written == ("index.html",)


@pytest.mark.parametrize("name", ["1", "old-0", "gone-0"])
def test_a_fault_in_the_middle_names_the_file_of_the_site(tmp_path: Path, monkeypatch, name: str) -> None:
    put(tmp_path, a="A", b="B", gone="C")
    monkeypatch.setattr("os.link", refuse_link)
    real = {"replace": os.replace, "copy2": shutil.copy2}

    def refuse(call: str, source: Path, target: Path) -> None:
        if name in {Path(source).name, Path(target).name}:
            raise OSError(errno.EPERM, "Operation not permitted", str(source), None, str(target))
        real[call](source, target)

    monkeypatch.setattr("os.replace", partial(refuse, "replace"))
    monkeypatch.setattr("shutil.copy2", partial(refuse, "copy2"))
    with pytest.raises(PublishError) as caught:
        put(tmp_path, a="AA", b="BB")
    want = {"1": "b.html", "old-0": "a.html", "gone-0": "gone.html"}
    assert caught.value.diagnostics[0].path == (tmp_path / want[name]).as_posix()


# --- the staging folder ---------------------------------------------------------------------------


def test_what_a_killed_first_build_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".newsgen-staging").mkdir()
    for name in ("0", "12", "manifest", "owned", "large-0a1b", "large-0a1b-journal"):
        (tmp_path / ".newsgen-staging" / name).write_text("half")
    put(tmp_path, index="home")
    assert pages(tmp_path) == {"index.html": "home"}


def test_a_worker_of_a_killed_build_and_one_of_the_next_write_into_files_of_their_own(tmp_path, monkeypatch) -> None:
    old = make_spool(tmp_path, "data/x.jsonl")
    old.write_text("half of")
    monkeypatch.setattr(os, "getpid", lambda: 2)
    assert make_spool(tmp_path, "data/x.jsonl").read_text() == ""
    assert old.read_text() == "half of"


def test_a_dying_worker_of_a_killed_build_may_write_while_its_files_are_removed(tmp_path: Path, monkeypatch) -> None:
    staging = tmp_path / ".newsgen-staging"
    make_spool(tmp_path, "data/x.jsonl")
    remove, late = os.rmdir, iter(["large-0a", "large-1b"])

    def rmdir(*place, **where) -> None:
        for name in late:
            (staging / name).write_text("half of")
            break
        remove(*place, **where)

    monkeypatch.setattr(os, "rmdir", rmdir)
    put(tmp_path, index="home")
    assert next(late, None) is None
    assert pages(tmp_path) == {"index.html": "home"}


def test_a_staging_folder_that_cannot_be_removed_is_told(tmp_path: Path, monkeypatch) -> None:
    def refuse(*place, **where) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    make_spool(tmp_path, "data/x.jsonl")
    monkeypatch.setattr(os, "rmdir", refuse)
    with pytest.raises(PublishError, match=r"error\[cannot-write\].*Permission denied.*give yourself permission"):
        put(tmp_path, index="home")


def staging_with_foreign_file(output: Path) -> None:
    (output / ".newsgen-staging").mkdir()
    (output / ".newsgen-staging" / "notes.txt").write_text("mine")


def staging_that_is_a_file(output: Path) -> None:
    (output / ".newsgen-staging").write_text("mine")


def staging_that_is_a_link(output: Path) -> None:
    (output.parent / "outside").mkdir()
    (output.parent / "outside" / "0").write_text("mine")
    (output / ".newsgen-staging").symlink_to(output.parent / "outside")


@pytest.mark.parametrize("published", [True, False])
@pytest.mark.parametrize("obstacle", [staging_with_foreign_file, staging_that_is_a_file, staging_that_is_a_link])
def test_a_foreign_staging_folder_is_not_removed(tmp_path: Path, obstacle, published: bool) -> None:
    output = tmp_path / "public"
    output.mkdir()
    if published:
        put(output, index="home")
    obstacle(output)
    before = tree(tmp_path)
    if published and obstacle is staging_with_foreign_file:  # in newsgen's own folder it is newsgen's
        assert put(output, index="new").written == ("index.html",)
        return
    for act in (partial(put, output, index="new"), partial(remove_published, output)):
        with pytest.raises(PublishError, match=r"\.newsgen-staging.*: error\[in-the-way\].*move it away"):
            act()
    assert tree(tmp_path) == before


@pytest.mark.parametrize("path", ["static/a:b.css", "static/fonts/what?.woff2"])
def test_a_static_file_with_a_bad_name_is_named_itself(tmp_path: Path, path: str) -> None:
    with pytest.raises(PublishError) as caught:
        publish([output_file(path)], (), tmp_path / "public")
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.path, diagnostic.code) == (path, "bad-path")
    assert diagnostic.hint.startswith("rename this file")
