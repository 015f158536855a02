"""Files that may be as large as the archive: written where they are published from, and only if they differ."""

import errno
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from newsgen import database
from newsgen.build import large
from newsgen.build.current import Current
from newsgen.build.large import write_large
from newsgen.build.outcome import Outcome
from newsgen.canon import digest
from newsgen.errors import PublishError
from newsgen.publish import Manifest, PublishedFile
from newsgen.publish.names import STAGING
from newsgen.records.database import Database, Portion, Row
from newsgen.records.output import Measure, Page, Part, Series, Spooled
from pages_archive import make_database_of

PERSON = ("ada", "Ada", "", None, None)


def plan_large(shows: Series | Database) -> Page:
    return Page(path="data/x", template="", show=lambda: shows, made_from="a test", is_large=True)


def plan_series(*records: bytes) -> Page:
    return plan_parts({"all": records})


def plan_parts(parts: Mapping[str, Sequence[bytes]], made: list[str] | None = None, foot: bytes = b"]") -> Page:
    """A file of parts that hang on nothing but what they are given; `made` notes which are made."""

    def make(name: str) -> Iterator[bytes]:
        (made if made is not None else []).append(name)
        return iter(parts[name])

    def watch(make: Callable[[], Any]) -> tuple[Any, tuple[str, ...]]:
        return make(), ("ada",)

    planned = [
        Part(kind="part", names=(name,), make=partial(make, name), watch=watch, given=digest(*records))
        for name, records in parts.items()
    ]
    return plan_large(Series(list_parts=lambda: planned, head=b"[", between=b",", foot=foot, empty=b"[" + foot))


def plan_database(*people: Row) -> Page:
    return plan_large(make_database_of(Portion(table="people", rows=people)))


def publish_as(key: str) -> Manifest:
    return {"data/x": PublishedFile(path="data/x", digest="d", key=key)}


def see(output: Path, published: Manifest | None = None, made: Outcome | None = None) -> Current:
    """What a build finds published; `made` is how the parts that stand were made."""
    standing = {part.key: replace(part, lookups=None) for part in made.parts} if made else {}
    return Current(published or {}, published or {}, output, {"data/x": standing})


def list_staged(output: Path) -> list[Path]:
    return [*(output / STAGING).iterdir()]


def test_a_series_is_written_and_measured(tmp_path: Path) -> None:
    outcome = write_large(plan_series(b"1", b"22"), see(tmp_path))
    assert isinstance(outcome.data, Spooled)
    assert Path(outcome.data.path).read_bytes() == b"[1,22]"
    assert outcome.measure == Measure(records=2, size=6)
    assert outcome.key == outcome.data.digest == digest(b"[1,22]")


def test_a_database_is_written_and_measured(tmp_path: Path) -> None:
    outcome = write_large(plan_database(PERSON), see(tmp_path))
    assert isinstance(outcome.data, Spooled)
    connection = sqlite3.connect(outcome.data.path)
    assert connection.execute("SELECT * FROM people").fetchall() == [PERSON]
    connection.close()
    assert outcome.measure
    assert outcome.measure.records == 1


@pytest.mark.parametrize("page", [plan_series(b"1"), plan_database(PERSON)], ids=["series", "database"])
def test_what_is_published_already_is_not_kept_but_measured(tmp_path: Path, page: Page) -> None:
    made = write_large(page, see(tmp_path))
    assert write_large(page, see(tmp_path, publish_as(made.key))) == made._replace(data=None)
    assert list_staged(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new"), [(plan_series(b"1"), plan_series(b"2")), (plan_database(PERSON), plan_database())]
)
def test_what_differs_has_another_key(tmp_path: Path, old: Page, new: Page) -> None:
    published = publish_as(write_large(old, see(tmp_path)).key)
    assert write_large(new, see(tmp_path, published)).data is not None


PARTS = {"a": [b"1", b"2"], "b": [b"3"], "none": [], "c": [b"4"]}


def publish(output: Path, page: Page) -> Outcome:
    """What came of the page, once its file is published."""
    outcome = write_large(page, see(output))
    assert isinstance(outcome.data, Spooled)
    (output / "data").mkdir(exist_ok=True)
    Path(outcome.data.path).replace(output / "data/x")
    return outcome


@pytest.mark.parametrize(
    "changes", [{"a": [b"11"]}, {"b": []}, {"none": [b"0"]}, {"c": [b"4", b"5"]}, {"a": [], "b": [], "c": []}]
)
def test_parts_that_stand_are_taken_from_the_published_file(tmp_path: Path, changes: dict[str, list[bytes]]) -> None:
    """Fails if a part is looked for where it comes to stand, not where it stood."""
    earlier = publish(tmp_path, plan_parts(PARTS))
    made: list[str] = []
    parts = {**PARTS, **changes}
    outcome = write_large(plan_parts(parts, made), see(tmp_path, publish_as(earlier.key), earlier))
    assert made == list(changes)
    assert isinstance(outcome.data, Spooled)
    assert Path(outcome.data.path).read_bytes() == b"".join(plan_parts(parts).shows)
    anew = write_large(plan_parts(parts), see(tmp_path))
    assert [replace(part, lookups=None) for part in outcome.parts] == [
        replace(part, lookups=None) for part in anew.parts
    ]


def test_nothing_is_written_where_all_parts_stand(tmp_path: Path) -> None:
    earlier, made = publish(tmp_path, plan_parts(PARTS)), list[str]()
    outcome = write_large(plan_parts(PARTS, made), see(tmp_path, publish_as(earlier.key), earlier))
    assert (outcome.key, outcome.data, outcome.measure) == (earlier.key, None, earlier.measure)
    assert (made, list_staged(tmp_path)) == ([], [])


@pytest.mark.parametrize("parts", [{"b": PARTS["b"], "a": PARTS["a"]}, {"a": PARTS["a"]}, {**PARTS, "d": []}])
def test_parts_in_another_order_are_another_file(tmp_path: Path, parts: dict[str, list[bytes]]) -> None:
    """Fails if it is only asked whether each part stands."""
    earlier = publish(tmp_path, plan_parts(PARTS))
    outcome = write_large(plan_parts(parts), see(tmp_path, publish_as(earlier.key), earlier))
    written = Path(outcome.data.path) if isinstance(outcome.data, Spooled) else tmp_path / "data/x"
    assert written.read_bytes() == b"".join(plan_parts(parts).shows)


@pytest.mark.parametrize("gone", PARTS)
def test_a_part_that_has_left_is_no_longer_in_the_file(tmp_path: Path, gone: str) -> None:
    """Fails if nothing is written as soon as all parts that are left stand."""
    earlier = publish(tmp_path, plan_parts(PARTS))
    standing = earlier._replace(parts=tuple(part for part in earlier.parts if part.key != f"part {gone}"))
    left = {name: records for name, records in PARTS.items() if name != gone}
    outcome = write_large(plan_parts(left), see(tmp_path, publish_as(earlier.key), standing))
    written = Path(outcome.data.path) if isinstance(outcome.data, Spooled) else tmp_path / "data/x"
    assert written.read_bytes() == b"".join(plan_parts(left).shows)


def test_what_is_around_the_records_counts(tmp_path: Path) -> None:
    earlier = publish(tmp_path, plan_parts(PARTS))
    outcome = write_large(plan_parts(PARTS, foot=b"]!"), see(tmp_path, publish_as(earlier.key), earlier))
    assert isinstance(outcome.data, Spooled)
    assert Path(outcome.data.path).read_bytes() == b"[1,2,3,4]!"


def test_a_database_hangs_on_the_code_that_lays_it_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = write_large(plan_database(PERSON), see(tmp_path)).key
    monkeypatch.setattr(large, "LIBRARY", "sqlite 9")
    assert write_large(plan_database(PERSON), see(tmp_path)).key != before


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    def fill() -> list[Part]:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(PublishError, match="No space left on device"):
        write_large(plan_large(Series(list_parts=fill)), see(tmp_path))


def test_a_full_disk_is_told_of_a_database_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.executescript("PRAGMA max_page_count = 1; CREATE TABLE a (b); CREATE TABLE c (d);")

    monkeypatch.setattr(large, "write_database", fail)
    with pytest.raises(PublishError, match="the site cannot be written: No space left on device"):
        write_large(plan_database(), see(tmp_path))


def test_rows_that_find_no_room_name_the_folder_for_temporary_files(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(database, "TABLES", f"PRAGMA max_page_count = 2; {database.TABLES}")
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path / "missing"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "rows"))
    (tmp_path / "rows").mkdir()
    with pytest.raises(PublishError, match=r"/rows: error\[cannot-write\].*disk is full \(free some.*TMPDIR"):
        write_large(plan_database(PERSON), see(tmp_path))


def test_a_fault_of_newsgens_own_in_the_tables_is_no_fault_of_the_disk(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(database, "TABLES", "CREATE TABLE people (id)")
    with pytest.raises(sqlite3.OperationalError):
        write_large(plan_database(PERSON), see(tmp_path))
