"""A build that is told to stop: at once, in one line, with nobody left behind and nothing lost that was read."""

import os
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.clippings import make_clippings
from building.clusters import cluster_of, wait_for
from building.sites import FILES, build_site, find_differences, read_tree, write_site
from building.terminals import Running, find_children, is_alive
from newsgen.build.batches import PORTION
from newsgen.build.memos import MEMO

STOPPED = "Stopped. The published site is whole, and the next build goes on with what this one has read."

COUNT = 250

SOON = 20
"""Seconds: a busy machine may be slow, but work that is waited for would never end."""


def write_waiting_site(folder: Path) -> Path:
    """A recogniser waits at the last of many clippings: the build can only be stopped."""
    entry = (
        f"recognisers: [{{name: 'building.waiting:WaitsAt', path: articles/zz.txt, folder: {folder.as_posix()!r}}}]\n"
    )
    files = {f"articles/{clipping.name}.txt": clipping.raw for clipping in make_clippings(COUNT)}
    return write_site(
        folder / "site",
        {"site.yaml": FILES["site.yaml"] + entry, "articles/zz.txt": "The last\n\nIt waits.\n", **files},
    )


def await_waiting(folder: Path) -> None:
    wait_for(lambda: list(folder.glob("waits-*")), "the build at its last clipping")


def count_remembered(site: Path) -> int:
    """How many values the memo holds; 0 if it is not there yet."""
    with closing(sqlite3.connect(site / MEMO)) as connection:
        try:
            (count,) = connection.execute("SELECT count(*) FROM memo").fetchone()
        except sqlite3.OperationalError:
            return 0
    return int(count)


Start = Callable[..., Running]


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts a command which finds the recogniser of the tests; ends what still runs after the test."""
    tests = Path(__file__).parents[1]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tests.parent / "src"), str(tests)]))
    started: list[Running] = []

    def start_one(*arguments: str, terminal: bool = False) -> Running:
        started.append(Running(*arguments, terminal=terminal))
        return started[-1]

    yield start_one
    for running in started:
        running.kill()


@pytest.mark.parametrize(("executor", "number"), [("serial", signal.SIGTERM), ("processes:2", signal.SIGINT)])
def test_a_build_stops_at_once_and_the_next_goes_on(
    start: Start, tmp_path: Path, executor: str, number: signal.Signals
) -> None:
    """Were a worker to print its own KeyboardInterrupt, or the memo written at the end only, it would be seen here."""
    site = write_waiting_site(tmp_path)
    running = start("build", str(site), "--executor", executor)
    await_waiting(tmp_path)
    workers = find_children(running.process.pid)
    assert len(workers) == (2 if executor == "processes:2" else 0)
    wait_for(lambda: count_remembered(site) >= PORTION, "the memory of what is read")  # workers are ahead of the memo
    begun = time.monotonic()
    running.signal_all(number)
    assert running.end() == 130
    assert time.monotonic() - begun < SOON
    assert [line for line in running.text.splitlines() if " a second" not in line] == [STOPPED]
    assert not any(map(is_alive, workers))
    assert not (site / "public").exists()
    remembered = count_remembered(site)
    (tmp_path / "go").touch()
    assert build_site(site).parsed == COUNT + 1 - remembered


def test_a_second_signal_ends_it_as_it_stands(start: Start, tmp_path: Path) -> None:
    """Fails if `_stop` does not make way for `_stop_now`."""
    running = start("build", str(write_waiting_site(tmp_path)), "--jobs", "2")
    await_waiting(tmp_path)
    for _ in range(3):
        running.signal_all(signal.SIGINT)
    assert running.end() == 130
    assert "Traceback" not in running.text


def test_workers_leave_with_a_build_that_is_killed(start: Start, tmp_path: Path) -> None:
    """Fails if no thread waits in `_leave_when_cut`."""
    running = start("build", str(write_waiting_site(tmp_path)), "--jobs", "2")
    await_waiting(tmp_path)
    workers = find_children(running.process.pid)
    running.process.kill()
    assert running.end() == -signal.SIGKILL
    wait_for(lambda: not any(map(is_alive, workers)), "the end of the workers")


def test_a_build_on_a_cluster_stops_at_once(start: Start, tmp_path: Path) -> None:
    """Fails if the wait for a batch goes on after a KeyboardInterrupt."""
    site = write_waiting_site(tmp_path)
    with cluster_of(tmp_path, 1) as cluster:
        running = start("build", str(site), "--executor", f"dask:{cluster.address}")
        await_waiting(tmp_path)
        wait_for(lambda: (site / MEMO).exists() and count_remembered(site) >= PORTION, "a portion that is remembered")
        begun = time.monotonic()
        running.signal_all(signal.SIGINT)
        assert running.end() == 130
        assert time.monotonic() - begun < SOON
    assert [line for line in running.text.splitlines() if " a second" not in line] == [STOPPED]


def test_a_terminal_shows_a_bar_and_is_left_clean(start: Start, tmp_path: Path) -> None:
    """Fails if `Bar.close` does not stop the bars."""
    site = write_waiting_site(tmp_path)
    running = start("build", str(site), "--jobs", "2", terminal=True)
    await_waiting(tmp_path)
    wait_for(lambda: "Reading clippings" in running.text, "the bar")
    running.process.send_signal(signal.SIGINT)
    assert running.end() == 130
    assert f" of {COUNT + 1}, " in running.text
    assert " left" in running.text
    assert "\x1b[2K" in running.text  # the bar is wiped out
    assert running.text.endswith(f"{STOPPED}\r\n")
    assert running.text.count("\x1b[?25l") == running.text.count("\x1b[?25h")  # the cursor is seen again


def test_a_terminal_shows_every_stage(start: Start, tmp_path: Path) -> None:
    """Fails if planning is not told of."""
    site = write_waiting_site(tmp_path)
    (tmp_path / "go").touch()
    running = start("build", str(site), "--jobs", "2", terminal=True)
    assert running.end() == 0
    for label in ("Reading clippings", "People and events", "Planning pages", "Rendering pages", "Publishing"):
        assert label in running.text
    before = read_tree(site / "public")
    build_site(site)
    assert find_differences(before, read_tree(site / "public")) == []


def test_what_is_not_a_build_stops_too(start: Start, tmp_path: Path) -> None:
    """Fails if SIGTERM is none of `_SIGNALS`."""
    site = write_site(tmp_path)
    running = start("serve", str(site), "--port", "0")
    wait_for(lambda: "http://" in running.text, "the preview")
    running.process.terminate()
    assert running.end() == 0
    assert "Stopped." in running.text
