"""Files that may be as large as the archive: written where they are published from, and only if they differ."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newsgen import database
from newsgen.build import large
from newsgen.build.large import write_large
from newsgen.canon import digest
from newsgen.errors import PublishError
from newsgen.publish import Manifest, PublishedFile
from newsgen.publish.names import STAGING
from newsgen.records.database import Database, Portion, Row
from newsgen.records.output import Measure, Page, Series, Spooled

PERSON = ("ada", "Ada", "", None, None)


def plan_large(shows: Series | Database) -> Page:
    return Page(path="data/x", template="", show=lambda: shows, made_from="a test", is_large=True)


def plan_series(*records: bytes) -> Page:
    return plan_large(Series(list_records=lambda: records, head=b"[", between=b",", foot=b"]"))


def plan_database(*people: Row) -> Page:
    return plan_large(Database(list_portions=lambda: [Portion(table="people", rows=people)]))


def publish_as(key: str) -> Manifest:
    return {"data/x": PublishedFile(path="data/x", digest="d", key=key)}


def list_staged(output: Path) -> list[Path]:
    return [*(output / STAGING).iterdir()]


def test_a_series_is_written_and_measured(tmp_path: Path) -> None:
    outcome = write_large(plan_series(b"1", b"22"), {}, tmp_path)
    assert isinstance(outcome.data, Spooled)
    assert Path(outcome.data.path).read_bytes() == b"[1,22]"
    assert outcome.measure == Measure(records=2, size=6)
    assert outcome.key == outcome.data.digest == digest(b"[1,22]")


def test_a_database_is_written_and_measured(tmp_path: Path) -> None:
    outcome = write_large(plan_database(PERSON), {}, tmp_path)
    assert isinstance(outcome.data, Spooled)
    connection = sqlite3.connect(outcome.data.path)
    assert connection.execute("SELECT * FROM people").fetchall() == [PERSON]
    connection.close()
    assert outcome.measure
    assert outcome.measure.records == 1


@pytest.mark.parametrize("page", [plan_series(b"1"), plan_database(PERSON)], ids=["series", "database"])
def test_what_is_published_already_is_not_kept_but_measured(tmp_path: Path, page: Page) -> None:
    made = write_large(page, {}, tmp_path)
    assert write_large(page, publish_as(made.key), tmp_path) == made._replace(data=None)
    assert list_staged(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new"), [(plan_series(b"1"), plan_series(b"2")), (plan_database(PERSON), plan_database())]
)
def test_what_differs_has_another_key(tmp_path: Path, old: Page, new: Page) -> None:
    published = publish_as(write_large(old, {}, tmp_path).key)
    assert write_large(new, published, tmp_path).data is not None


def test_a_database_hangs_on_the_code_that_lays_it_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = write_large(plan_database(PERSON), {}, tmp_path).key
    monkeypatch.setattr(large, "LIBRARY", "sqlite 9")
    assert write_large(plan_database(PERSON), {}, tmp_path).key != before


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    def fill() -> list[bytes]:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(PublishError, match="No space left on device"):
        write_large(plan_large(Series(list_records=fill)), {}, tmp_path)


def test_a_full_disk_is_told_of_a_database_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.executescript("PRAGMA max_page_count = 1; CREATE TABLE a (b); CREATE TABLE c (d);")

    monkeypatch.setattr(large, "write_database", fail)
    with pytest.raises(PublishError, match="the site cannot be written: No space left on device"):
        write_large(plan_database(), {}, tmp_path)


def test_rows_that_find_no_room_name_the_folder_for_temporary_files(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(database, "TABLES", f"PRAGMA max_page_count = 2; {database.TABLES}")
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path / "missing"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "rows"))
    (tmp_path / "rows").mkdir()
    with pytest.raises(PublishError, match=r"/rows: error\[cannot-write\].*disk is full \(free some.*TMPDIR"):
        write_large(plan_database(PERSON), {}, tmp_path)


def test_a_fault_of_newsgens_own_in_the_tables_is_no_fault_of_the_disk(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(database, "TABLES", "CREATE TABLE people (id)")
    with pytest.raises(sqlite3.OperationalError):
        write_large(plan_database(PERSON), {}, tmp_path)
