"""Who holds a lock on a file or folder: the process in words, as far as the system tells it: Linux, in `/proc`."""

import os
import re
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")

# matches: 1: FLOCK  ADVISORY  WRITE 4711 fe:00:2238360 0 EOF
# matches: 12: POSIX  ADVISORY  READ 4711 08:01:131 128 128
# not: 1: -> FLOCK  ADVISORY  WRITE 4712 fe:00:2238360 0 EOF
_LOCK = re.compile(r"\A\d+: \w+ +\w+ +\w+ +(?P<process>\d+) (?P<device>[0-9a-f]+:[0-9a-f]+):(?P<inode>\d+) ")

_UNITS = (("hour", 3600), ("minute", 60), ("second", 1))
_LONGEST = 80
"""Characters of a command that are shown."""


def name_holder(*paths: Path) -> str | None:
    """The other process that holds a lock on one of these, its command and when it began; None if it cannot be told."""
    try:
        process = _find_holder(paths)
        return _describe(process) if process else None
    except (OSError, ValueError, IndexError):  # it has just ended, or the system tells it in another way
        return None


def _find_holder(paths: tuple[Path, ...]) -> int | None:
    wanted = set()
    for path in paths:
        with suppress(FileNotFoundError):
            status = path.stat()
            wanted.add((f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}", str(status.st_ino)))
    locks = map(_LOCK.match, (_PROC / "locks").read_text().splitlines())
    holders = [int(lock["process"]) for lock in locks if lock and (lock["device"], lock["inode"]) in wanted]
    return next((process for process in holders if process not in {0, os.getpid()}), None)


def _describe(process: int) -> str:
    folder = _PROC / str(process)
    words = (folder / "cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    command = "".join(letter if letter.isprintable() else "?" for letter in " ".join(words).strip())
    shown = command if len(command) <= _LONGEST else f"{command[: _LONGEST - 1]}…"
    return f"process {process} ({shown}), begun {_tell_age(_measure_age(folder))} ago"


def _measure_age(folder: Path) -> int:
    """Seconds since the process began."""
    # The second field is the program's name in brackets and may hold anything; the start is the 22nd, in clock ticks.
    began = int((folder / "stat").read_text(errors="replace").rpartition(")")[2].split()[19])
    uptime = float((_PROC / "uptime").read_text().split()[0])
    return max(1, round(uptime - began / os.sysconf("SC_CLK_TCK")))


def _tell_age(seconds: int) -> str:
    unit, size = next(unit for unit in _UNITS if seconds >= unit[1])
    count = seconds // size
    return f"{count} {unit}{'' if count == 1 else 's'}"
