"""Files that are too large to be held."""

import os
from pathlib import Path

import pytest

from newsgen.canon import digest
from newsgen.publish import spool
from newsgen.publish.names import STAGED, STAGING
from newsgen.publish.spool import close_spool, digest_file, have_same_bytes, make_spool

SIZES = [0, 1, 7, 8, 9, 16, 17]


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "_PIECE", 8)


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("size", SIZES)
def test_the_digest_of_a_file_is_that_of_its_bytes(tmp_path: Path, size: int) -> None:
    data = bytes(range(size))
    assert digest_file(put(tmp_path, "x", data)) == digest(data)


@pytest.mark.parametrize("size", SIZES)
def test_files_are_the_same_if_all_bytes_are(tmp_path: Path, size: int) -> None:
    """Fails if only the first pieces are compared, or only as many bytes as the shorter has."""
    data = bytes(range(size))
    one = put(tmp_path, "one", data)
    assert have_same_bytes(one, put(tmp_path, "same", data))
    assert not have_same_bytes(one, put(tmp_path, "longer", data + b"x"))
    if data:
        assert not have_same_bytes(one, put(tmp_path, "other", data[:-1] + b"x"))
        assert not have_same_bytes(one, put(tmp_path, "shorter", data[:-1]))


def test_what_is_written_lies_in_staging_and_is_known(tmp_path: Path) -> None:
    place = make_spool(tmp_path, "data/x.jsonl")
    assert (place.parent, place.read_bytes()) == (tmp_path / STAGING, b"")
    assert STAGED.fullmatch(place.name)
    place.write_bytes(b"0123456789")
    known = close_spool(place)
    assert (known.path, known.size, known.digest) == (str(place), 10, digest(b"0123456789"))


def test_others_cannot_look_into_staging(tmp_path: Path) -> None:
    assert make_spool(tmp_path, "x").parent.stat().st_mode & 0o077 == 0


def test_each_path_has_a_place_of_its_own_and_begins_anew(tmp_path: Path) -> None:
    first = make_spool(tmp_path, "a")
    first.write_bytes(b"of a build that was killed")
    assert make_spool(tmp_path, "a").read_bytes() == b""
    assert make_spool(tmp_path, "b") != first
    assert len(os.listdir(tmp_path / STAGING)) == 2
