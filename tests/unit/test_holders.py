"""Who holds a lock: another process is named, with its command and its age; nobody and oneself are not."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsgen import holders
from newsgen.config.locks import folder_locked
from newsgen.errors import PublishError
from newsgen.holders import name_holder
from newsgen.publish import output_taken, remove_published

pytestmark = pytest.mark.skipif(not Path("/proc/locks").is_file(), reason="only Linux tells who holds a lock")

HOLDING = """\
import fcntl, os, signal, sys
fcntl.flock(os.open(sys.argv[1], os.O_RDONLY), fcntl.LOCK_EX)
print("held", flush=True)
signal.pause()
"""


@contextmanager
def holding(folder: Path, *more: str) -> Iterator[int]:
    """Another process that has the folder for itself meanwhile; its id."""
    with subprocess.Popen([sys.executable, "-c", HOLDING, str(folder), *more], stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        yield holder.pid
        holder.kill()


def test_another_process_is_named_with_its_command_and_age(tmp_path: Path) -> None:
    with holding(tmp_path, "line\nbreak") as holder:
        told = name_holder(tmp_path.parent, tmp_path / "none", tmp_path)
    assert told
    assert told.startswith(f"process {holder} ({sys.executable} -c import fcntl")
    assert told.endswith("…), begun 1 second ago")
    assert told.isprintable()


def test_nobody_and_oneself_are_not_named(tmp_path: Path) -> None:
    assert name_holder(tmp_path) is None
    with folder_locked(tmp_path, wait=False):
        assert name_holder(tmp_path) is None


def test_a_system_that_does_not_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holders, "_PROC", tmp_path)
    with holding(tmp_path):
        assert name_holder(tmp_path) is None
        with pytest.raises(PublishError, match=r"error\[busy\]: another build is writing to this folder \("):
            remove_published(tmp_path)


def test_a_folder_that_another_build_has_is_refused_at_once(tmp_path: Path) -> None:
    with holding(tmp_path) as holder:
        told = rf"error\[busy\]: another build is writing to this folder: process {holder} \(.* ago \(wait until"
        with pytest.raises(PublishError, match=told), output_taken(tmp_path):
            pass
        with pytest.raises(PublishError, match=told):
            remove_published(tmp_path)
    with output_taken(tmp_path):  # a process that died holds nothing
        pass


@pytest.mark.parametrize(
    ("seconds", "told"), [(1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (7199, "1 hour"), (7200, "2 hours")]
)
def test_ages(seconds: int, told: str) -> None:
    assert holders._tell_age(seconds) == told
