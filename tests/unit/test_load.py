"""Loading: encodings, order, and files that cannot be read."""

import errno
import os
from pathlib import Path

import pytest

from newsgen.errors import UsageError
from newsgen.load import load_clippings, read_files
from newsgen.load.faults import MAX_BYTES
from newsgen.records.clipping import Clipping, Clippings


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def load_one(articles: Path, data: bytes, name: str = "a.txt") -> Clipping:
    (articles / name).write_bytes(data)
    (clipping,) = load_clippings(read_files(articles.parent)).clippings
    return clipping


def codes(clippings: Clippings) -> list[tuple[str, str, str]]:
    return [(item.path, item.severity, item.code) for item in clippings.diagnostics]


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("Fée\n".encode(), "utf-8", "Fée\n"),
        ("Fée\n".encode("utf-8-sig"), "utf-8-sig", "Fée\n"),
        ("\ufeffFée\n".encode("utf-16-le"), "utf-16", "Fée\n"),
        ("\ufeffFée\n".encode("utf-16-be"), "utf-16", "Fée\n"),
        ("“Fée”\n".encode("cp1252"), "cp1252", "“Fée”\n"),
        (b"F\xe9e \x81\n", "latin-1", "Fée \x81\n"),
        (b"a\r\nb\rc\n", "utf-8", "a\nb\nc\n"),
    ],
)
def test_encodings_and_line_ends(articles: Path, data: bytes, encoding: str, text: str) -> None:
    clipping = load_one(articles, data)
    assert (clipping.encoding, clipping.text) == (encoding, text)


def test_another_encoding_is_reported(articles: Path) -> None:
    (note,) = load_one(articles, "Fée".encode("cp1252")).diagnostics
    assert (note.severity, note.code, note.path) == ("note", "encoding", "articles/a.txt")
    assert "cp1252" in note.message


def test_utf8_needs_no_remark(articles: Path) -> None:
    assert load_one(articles, "Fée".encode("utf-8-sig")).diagnostics == ()


def test_the_digest_is_of_the_bytes(articles: Path) -> None:
    assert load_one(articles, b"a\n").digest != load_one(articles, b"a\r\n").digest


def test_order_is_by_path_folder_by_folder(articles: Path) -> None:
    for name in ("b.txt", "a/z.md", "a.txt", "a-b.markdown", "B.txt", "é.txt", "A.TXT"):
        file = articles / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    paths = [
        clipping.path.removeprefix("articles/") for clipping in load_clippings(read_files(articles.parent)).clippings
    ]
    assert paths == ["A.TXT", "B.txt", "a/z.md", "a-b.markdown", "a.txt", "b.txt", "é.txt"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\xc2\xa0\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"a\0b", "not-text"),
        (bytes(range(256)) * 4, "not-text"),
        (b"%PDF-1.7 text", "not-text"),
        (b"PK\x03\x04 text", "not-text"),
        (b"\x89PNG\r\n", "not-text"),
        (b"\xff\xfea", "not-text"),
        (b"\xef\xbb\xbf\xff\xff\xff", "not-text"),
    ],
)
def test_what_is_no_text_is_named_and_the_rest_goes_on(articles: Path, data: bytes, code: str) -> None:
    (articles / "bad.txt").write_bytes(data)
    (articles / "good.txt").write_text("text")
    loaded = load_clippings(read_files(articles.parent))
    assert codes(loaded) == [("articles/bad.txt", "error", code)]
    assert [clipping.path for clipping in loaded.clippings] == ["articles/good.txt"]


def test_a_large_file_is_named_and_not_read(articles: Path) -> None:
    with (articles / "large.txt").open("wb") as file:
        file.truncate(20 * MAX_BYTES)
    assert codes(load_clippings(read_files(articles.parent))) == [("articles/large.txt", "error", "too-large")]


def test_the_largest_file_is_read(articles: Path) -> None:
    assert len(load_one(articles, b"a" * MAX_BYTES).text) == MAX_BYTES


def test_other_files(articles: Path) -> None:
    for name in ("page.html", "word.DOCX", "picture.jpg", ".hidden.txt", "copy.txt~", "~$word.docx"):
        (articles / name).write_text("x")
    (articles / ".git").mkdir()
    (articles / ".git" / "a.txt").write_text("x")
    loaded = load_clippings(read_files(articles.parent))
    assert loaded.clippings == ()
    assert codes(loaded) == [
        ("articles/page.html", "warning", "not-read"),
        ("articles/word.DOCX", "warning", "not-read"),
    ]


def test_links_that_lead_out_are_not_followed(articles: Path) -> None:
    outside = articles.parent / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    (articles / "file.txt").symlink_to(outside / "secret.txt")
    (articles / "folder").symlink_to(outside)
    loaded = load_clippings(read_files(articles.parent))
    assert loaded.clippings == ()
    assert codes(loaded) == [
        ("articles/file.txt", "error", "leads-out"),
        ("articles/folder", "error", "leads-out"),
    ]


def test_links_within_are_read_once(articles: Path) -> None:
    (articles / "real").mkdir()
    (articles / "real" / "a.txt").write_text("a")
    (articles / "again").symlink_to(articles / "real")
    (articles / "b.txt").symlink_to(articles / "real" / "a.txt")
    loaded = load_clippings(read_files(articles.parent))
    assert [clipping.path for clipping in loaded.clippings] == ["articles/b.txt", "articles/real/a.txt"]
    assert codes(loaded) == [("articles/again", "warning", "linked-folder")]


def test_loops_of_links_end(articles: Path) -> None:
    (articles / "up").symlink_to(articles)
    (articles / "a.txt").symlink_to(articles / "b.txt")
    (articles / "b.txt").symlink_to(articles / "a.txt")
    (articles / "nowhere.txt").symlink_to(articles / "missing.txt")
    found = codes(load_clippings(read_files(articles.parent)))
    assert [code for _, _, code in found] == ["unreadable", "unreadable", "unreadable", "linked-folder"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads every file")
def test_no_permission(articles: Path) -> None:
    (articles / "a.txt").write_text("a")
    (articles / "a.txt").chmod(0)
    assert codes(load_clippings(read_files(articles.parent))) == [("articles/a.txt", "error", "unreadable")]


def test_a_pipe_does_not_hang(articles: Path) -> None:
    os.mkfifo(articles / "pipe.txt")
    assert codes(load_clippings(read_files(articles.parent))) == [("articles/pipe.txt", "error", "unreadable")]


def test_a_folder_that_may_not_be_read_is_called_one(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (articles / "closed").mkdir()
    scan = os.scandir

    def refuse(folder: str) -> object:
        if folder.endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    (fault,) = load_clippings(read_files(articles.parent)).diagnostics
    assert (fault.path, fault.message) == ("articles/closed", "the folder cannot be read: Permission denied")


def test_odd_names_are_shown_readably(articles: Path) -> None:
    for name in (b"a\nb.txt", b"c\xffd.txt", b"tab\there.html"):
        Path(os.fsdecode(os.fsencode(articles) + b"/" + name)).write_bytes(b"x")
    loaded = load_clippings(read_files(articles.parent))
    assert [clipping.path for clipping in loaded.clippings] == [r"articles/a\nb.txt", r"articles/c\udcffd.txt"]
    assert codes(loaded) == [(r"articles/tab\there.html", "warning", "not-read")]
    assert all(clipping.path.encode() for clipping in loaded.clippings)


def test_names_that_look_the_same_are_a_fault(articles: Path) -> None:
    (articles / "caf\u00e9.txt").write_text("one")
    (articles / "cafe\u0301.txt").write_text("two")
    loaded = load_clippings(read_files(articles.parent))
    assert [clipping.path for clipping in loaded.clippings] == ["articles/caf\u00e9.txt"]
    assert [code for _, _, code in codes(loaded)] == ["same-name"]


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="articles") as raised:
        load_clippings(read_files(tmp_path))
    assert raised.value.diagnostics[0].hint


def test_an_empty_folder_has_no_clippings(articles: Path) -> None:
    assert load_clippings(read_files(articles.parent)) == Clippings(clippings=(), diagnostics=())


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a\0b", (1, 2)),
        (b"one\r\ntwo\r\n\0", (3, 1)),
        (b"\xef\xbb\xbfa\n\tb\0\0", (2, 3)),
        (b"a\n" + b"\x01" * 9, (2, 1)),
    ],
)
def test_the_first_control_character_is_named_by_its_place(articles: Path, data: bytes, place: tuple[int, int]) -> None:
    (articles / "bad.txt").write_bytes(data)
    (fault,) = load_clippings(read_files(articles.parent)).diagnostics
    assert (fault.line, fault.column) == place


def test_the_digest_tells_each_change_of_what_is_loaded(articles: Path) -> None:
    """Fails if the names of the files, or what is wrong with one that is not read, are left out of the digest."""
    (articles / "a.txt").write_text("a")
    digests = [read_files(articles.parent).digest for _ in range(2)]
    (articles / "a.txt").rename(articles / "b.txt")
    digests.append(read_files(articles.parent).digest)
    (articles / "b.txt").write_text("b")
    digests.append(read_files(articles.parent).digest)
    (articles / "c.pdf").write_text("c")
    digests.append(read_files(articles.parent).digest)
    (articles / "d.txt").symlink_to(articles / "missing.txt")
    digests.append(read_files(articles.parent).digest)
    assert digests[0] == digests[1]
    assert len(set(digests)) == len(digests) - 1


def test_files_are_let_go_of_as_they_are_decoded(articles: Path) -> None:
    (articles / "a.txt").write_text("a")
    files = read_files(articles.parent)
    load_clippings(files)
    assert not files.found


def test_a_file_that_says_no_size_is_read_to_its_end(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As some file systems do, and files that grow meanwhile."""
    (articles / "a.txt").write_text("a" * 100_000)
    seen = os.stat_result((0o100644, 1, 1, 1, 0, 0, 0, 0, 0, 0))
    monkeypatch.setattr("newsgen.load.files.os.fstat", lambda _: seen)
    (clipping,) = load_clippings(read_files(articles.parent)).clippings
    assert len(clipping.text) == 100_000
