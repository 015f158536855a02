"""Stamps: a published file is known by what the system says of it, and read where that tells nothing."""

import os
import sys
import time
from pathlib import Path

import pytest

from newsgen.publish import Manifest, output_taken, publish, read_manifest
from newsgen.publish.stamps import Stamp, are_stamped, find_intact, settle, stamp_written
from newsgen.records.output import OutputFile

PATH = "people/x.html"
HOUR = 3_600_000_000_000


@pytest.fixture
def manifest(tmp_path: Path) -> Manifest:
    """That of a site with two files, published in the folder."""
    with output_taken(tmp_path):
        publish([OutputFile(path=path, data=b"text", key="k") for path in ("index.html", PATH)], [], tmp_path)
    return read_manifest(tmp_path)


def test_a_file_that_was_just_published_gets_a_stamp(tmp_path: Path, manifest: Manifest) -> None:
    stamps = stamp_written(tmp_path, manifest)
    assert stamps.keys() == {"index.html", PATH}
    assert are_stamped(tmp_path, stamps)


def test_one_that_was_written_to_since_gets_none(tmp_path: Path, manifest: Manifest) -> None:
    later = (tmp_path / ".newsgen.json").stat().st_mtime_ns + HOUR
    os.utime(tmp_path / PATH, ns=(later, later))
    assert stamp_written(tmp_path, manifest).keys() == {"index.html"}


def test_other_bytes_of_the_same_size_are_noticed_though_the_mtime_is_set_back(
    tmp_path: Path, manifest: Manifest
) -> None:
    stamps = stamp_written(tmp_path, manifest)
    before = (tmp_path / PATH).stat()
    time.sleep(0.02)  # more than a tick of the file system's clock
    (tmp_path / PATH).write_bytes(b"Text")
    os.utime(tmp_path / PATH, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not are_stamped(tmp_path, stamps)
    assert find_intact(tmp_path, manifest, stamps).keys() == {"index.html"}


def test_a_file_that_was_only_touched_is_read_and_stamped_anew(tmp_path: Path, manifest: Manifest) -> None:
    stamps = stamp_written(tmp_path, manifest)
    os.utime(tmp_path / PATH, ns=(HOUR, HOUR))
    assert not are_stamped(tmp_path, stamps)
    found = find_intact(tmp_path, manifest, stamps)
    assert found.keys() == manifest.keys()
    assert are_stamped(tmp_path, found)


def test_without_stamps_all_files_are_read(tmp_path: Path, manifest: Manifest) -> None:
    (tmp_path / PATH).write_bytes(b"Text")
    (tmp_path / "more.html").write_bytes(b"of others")
    assert find_intact(tmp_path, manifest, {}).keys() == {"index.html"}


def test_a_file_that_is_gone_is_not_intact(tmp_path: Path, manifest: Manifest) -> None:
    stamps = stamp_written(tmp_path, manifest)
    (tmp_path / PATH).unlink()
    assert not are_stamped(tmp_path, stamps)
    assert find_intact(tmp_path, manifest, stamps).keys() == {"index.html"}


@pytest.mark.skipif(sys.platform == "win32", reason="no stamp is trusted there")
def test_only_a_stamp_that_is_old_enough_to_tell_is_kept() -> None:
    now = time.time_ns()
    old, new = now - HOUR, now + HOUR
    coarse = now // 1_000_000_000 * 1_000_000_000
    stamps = {str(ctime): Stamp(4, old, ctime, 1) for ctime in (old, new, coarse)}
    assert settle(stamps).keys() == {str(old)}
