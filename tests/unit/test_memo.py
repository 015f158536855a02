"""The memo: remembers, forgets in proportion, and survives damage."""

import random
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsgen.memo import Memo


def test_values_survive_reopening(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "memo.sqlite"
    with Memo(path) as memo:
        memo.put_many([("a", b"1"), ("b", b"2")])
    with Memo(path) as memo:
        assert memo.get_many(["a", "b", "c"]) == {"a": b"1", "b": b"2"}
        assert memo.notes == []


def test_more_keys_than_sqlite_takes_at_once(tmp_path: Path) -> None:
    items = [(f"key {n}", b"%d" % n) for n in range(2345)]
    with Memo(tmp_path / "memo.sqlite") as memo:
        memo.put_many(items)
        assert memo.get_many(key for key, _ in items) == dict(items)


def test_a_damaged_file_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "memo.sqlite"
    path.write_bytes(b"this is no database" * 1000)
    with Memo(path) as memo:
        assert memo.get_many(["a"]) == {}
        memo.put_many([("a", b"1")])
        assert memo.get_many(["a"]) == {"a": b"1"}
        assert "damaged" in memo.notes[0].message


def test_damage_inside_the_file_is_found_when_reading(tmp_path: Path) -> None:
    path = tmp_path / "memo.sqlite"
    with Memo(path) as memo:
        memo.put_many([(f"{n:05}", b"x" * 500) for n in range(2000)])
    data = bytearray(path.read_bytes())
    data[4096:400_000] = b"\xff" * (400_000 - 4096)
    path.write_bytes(data)
    with Memo(path) as memo:
        assert memo.get_many(["00007"]) == {}
        assert "damaged" in memo.notes[0].message


def test_a_place_that_cannot_be_written_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with Memo(tmp_path / "file" / "memo.sqlite") as memo:
        memo.put_many([("a", b"1")])
        assert memo.get_many(["a"]) == {"a": b"1"}
        assert memo.notes[0].severity == "note"


def test_what_is_no_longer_used_is_dropped_once_it_is_the_larger_part(tmp_path: Path) -> None:
    with Memo(tmp_path / "memo.sqlite") as memo:
        memo.put_many([(f"{n}", b"x") for n in range(3000)])
        memo.forget_unused([f"{n}" for n in range(1500)])
        assert len(memo.get_many(f"{n}" for n in range(3000))) == 3000
        memo.forget_unused([f"{n}" for n in range(10)])
        assert sorted(memo.get_many(f"{n}" for n in range(3000))) == sorted(f"{n}" for n in range(10))


def test_damage_that_spoils_the_error_itself(tmp_path: Path) -> None:
    path = tmp_path / "memo.sqlite"
    with Memo(path) as memo:
        memo.put_many([("a", b"1")])
    path.write_bytes(path.read_bytes().replace(b"tablememo", b"table\x9bemo"))
    with Memo(path) as memo:
        assert memo.get_many(["a"]) == {}
        memo.put_many([("a", b"2")])
        memo.forget_unused(["a"])
        assert memo.get_many(["a"]) == {"a": b"2"}
        assert "damaged" in memo.notes[0].message


def test_a_file_that_another_build_holds_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "memo.sqlite"
    with Memo(path) as memo:
        memo.put_many([("a", b"1")])
    monkeypatch.setattr("newsgen.memo._PATIENCE", 0.01)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with Memo(path) as memo:
        memo.put_many([("b", b"2")])
        assert [note.severity for note in memo.notes] == ["note"] * len(memo.notes) != []
    other.execute("ROLLBACK")
    other.close()
    with Memo(path) as memo:
        assert memo.get_many(["a", "b"]) == {"a": b"1"}


def test_a_value_that_was_damaged_inside_is_not_given_out(tmp_path: Path) -> None:
    path = tmp_path / "memo.sqlite"
    with Memo(path) as memo:
        memo.put_many([("a", b"the right value"), ("b", b"another")])
    path.write_bytes(path.read_bytes().replace(b"the right value", b"the wrong value"))
    with Memo(path) as memo:
        assert memo.get_many(["a", "b"]) == {"b": b"another"}
        assert [note.message for note in memo.notes] == ["1 of the values that earlier builds left were damaged"]


def test_a_torn_or_spoilt_file_gives_right_values_or_none(tmp_path: Path) -> None:
    path, draw = tmp_path / "memo.sqlite", random.Random(3)
    items = {f"{n:04}": b"%d " % n * 40 for n in range(300)}
    with Memo(path) as memo:
        memo.put_many(list(items.items()))
    whole = path.read_bytes()
    for _ in range(60):
        start = draw.randrange(len(whole))
        noise = draw.randbytes(draw.choice([1, 30, 3000]))
        path.write_bytes(draw.choice([whole[:start], whole[:start] + noise, whole[:start] + noise + whole[start:]]))
        with Memo(path) as memo:
            assert memo.get_many(items).items() <= items.items()
            memo.put_many([("new", b"value")])
            assert memo.get_many(["new"]) == {"new": b"value"}


@pytest.mark.parametrize(
    "schema",
    ["CREATE TABLE memo (name TEXT)", "CREATE TABLE memo (key TEXT, value BLOB, more)", "CREATE VIEW memo AS SELECT 1"],
)
def test_a_file_with_other_tables_is_begun_anew(tmp_path: Path, schema: str) -> None:
    path = tmp_path / "memo.sqlite"
    with sqlite3.connect(path) as other:
        other.execute(schema)
    other.close()
    with Memo(path) as memo:
        memo.put_many([("a", b"1")])
        memo.forget_unused(["a"])
    assert "damaged" in memo.notes[0].message
    with Memo(path) as memo:
        assert memo.get_many(["a"]) == {"a": b"1"}
        assert memo.notes == []


@pytest.mark.skipif(not Path("/proc/locks").is_file(), reason="only Linux tells who holds a lock")
def test_the_process_that_holds_the_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "memo.sqlite"
    with Memo(path) as memo:
        memo.put_many([("a", b"1")])
    monkeypatch.setattr("newsgen.memo._PATIENCE", 0.01)
    with holding(path) as holder, Memo(path) as memo:
        memo.put_many([("b", b"2")])
    told = [note.message for note in memo.notes]
    assert told
    assert all(f"process {holder} (" in message and message.endswith(" ago holds the file") for message in told)


HOLDING = """\
import signal, sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("PRAGMA locking_mode=EXCLUSIVE")
other.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
signal.pause()
"""


@contextmanager
def holding(path: Path) -> Iterator[int]:
    """Another process that has the file for itself meanwhile; its id."""
    with subprocess.Popen([sys.executable, "-c", HOLDING, str(path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        yield holder.pid
        holder.kill()


@pytest.fixture
def full_disk() -> Iterator[None]:
    """No file of this process may grow beyond what it takes to open the memo."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_costs_only_what_would_be_remembered(tmp_path: Path, full_disk: None) -> None:
    with Memo(tmp_path / "memo.sqlite") as memo:
        memo.put_many([("a", b"1")])
        memo.put_many([("b", b"2" * 1_000_000)])
        assert memo.get_many(["a", "b"]) == {"a": b"1"}
    (note,) = memo.notes
    assert note.message.startswith("this build cannot be remembered: ")
    assert note.hint.startswith("free disk space")
