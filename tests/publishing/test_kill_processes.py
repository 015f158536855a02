"""Law: wherever a build in processes is killed, readers find no gap, and the next one gives what a clean one gives.

Killed are whole commands, as by `kill -9`: some after a while, some as they write to a memo. Deliberate mistake that
fails it: `_key_ledger` without the state, so that what the killed build knew of its search is taken for what is there.
"""

import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from building.sites import build_cold, build_site, find_differences, read_tree, write_site
from publishing.readers import find_gaps

RAIN = {
    f"articles/{number:03}.txt": f"Rain in Togo, day {number}\n\nLome, {1 + number % 28} May 2021 (SHD) -- Rain fell.\n"
    for number in range(110)
}
"""So many that processes are used."""

ADDED = "Lome, 2 April 2024 (SHD) -- Trade Minister Afi Mensah-Kodjo of Togo met Ama Owusu-Darko of Ghana on Tuesday.\n"

EDITED = {
    f"articles/{number:03}.txt": f"Sun on day {number}\n\nAccra, 3 May 2021 (SHD) -- It shone.\n" for number in range(8)
}
OLD = {**RAIN, "articles/two.txt": f"The harbour\n\n{ADDED}"}
NEW = {**RAIN, **EDITED, "articles/three.txt": f"A visit from Togo\n\n{ADDED}"}

Command = subprocess.Popen[bytes]


def write_version(site: Path, files: dict[str, str]) -> Path:
    """The small archive with these clippings, and no others of such names."""
    for path in OLD.keys() | NEW.keys():
        (site / path).unlink(missing_ok=True)
    return write_site(write_site(site), files)


def start_build(site: Path) -> Command:
    """All is read anew, so that it is also written to the memos anew."""
    command = [sys.executable, "-m", "newsgen", "build", str(site), "--executor", "processes:2", "--full"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait_a_while(build: Command, seconds: float) -> None:
    with suppress(subprocess.TimeoutExpired):
        build.wait(seconds)


def wait_for_memos(build: Command, site: Path, changes: int) -> None:
    """Until the memos have changed so often."""
    seen = look_at_memos(site)
    while changes and build.poll() is None:
        time.sleep(0.0005)
        if (now := look_at_memos(site)) != seen:
            seen, changes = now, changes - 1


def look_at_memos(site: Path) -> dict[str, tuple[int, int]]:
    """Size and time of each file."""
    found = {}
    for path in (site / ".newsgen").glob("*.sqlite*"):
        with suppress(FileNotFoundError):
            found[path.name] = (path.stat().st_size, path.stat().st_mtime_ns)
    return found


def kill_at_random(site: Path, draw: random.Random, whole: float) -> bool:
    """Whether a build was killed, at some moment of its time or as it wrote to a memo; else it was done before."""
    build = start_build(site)
    if draw.random() < 0.5:
        wait_a_while(build, draw.uniform(0.3, 1) * whole)
    else:
        wait_for_memos(build, site, draw.randint(1, 14))
    build.kill()
    return build.wait() == -signal.SIGKILL


def test_the_next_build_gives_what_a_clean_one_gives(tmp_path: Path) -> None:
    site, versions = tmp_path / "site", (OLD, NEW)
    trees = [build_cold(write_version(site, files), tmp_path / "cold") for files in versions]
    begun = time.monotonic()
    assert start_build(site).wait() == 0
    whole, draw, kills = time.monotonic() - begun, random.Random(5), 0
    for turn in range(5):
        write_version(site, versions[turn % 2])
        kills += kill_at_random(site, draw, whole)
        assert find_gaps(site / "public", *trees) == []
        build_site(site)
        assert find_differences(read_tree(site / "public"), trees[turn % 2]) == []
    assert kills >= 3
