"""How a build gets on, as it is told: the clock is the test's."""

import pytest

from newsgen.cli import progress
from newsgen.cli.progress import LABELS, Lines, Stage, progress_shown, tell_time


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(progress, "_CLOCK", clock)
    return clock


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0.2, "0 s"), (7.4, "7 s"), (59.6, "1 min 0 s"), (76, "1 min 16 s"), (3600, "1 h 0 min"), (7500, "2 h 5 min")],
)
def test_times(seconds: float, told: str) -> None:
    assert tell_time(seconds) == told


@pytest.mark.parametrize(
    ("done", "total", "now", "told"),
    [
        (0, 20_000, 5, "0 of 20,000"),
        (4_000, 20_000, 20, "4,000 of 20,000, 200 a second, 1 min 20 s left"),
        (20_000, 20_000, 100, "20,000 of 20,000, 200 a second, 0 s left"),
        (0, 0, 3, "3 s"),
        (300, 0, 3, "300, 3 s"),
    ],
)
def test_how_far_a_stage_is(done: int, total: int, now: float, told: str) -> None:
    stage = Stage("read", total, started=0)
    stage.done = done
    assert stage.tell(now) == told


def test_each_stage_of_a_long_build_has_a_line_and_a_very_long_one_says_how_far_it_is(clock: Clock, capsys) -> None:
    with progress_shown(Lines()) as show:
        for done, now in ((0, 0), (100, 20), (150, 31), (200, 40), (400, 80)):
            clock.now = now
            show("read", done, 400)
        show("resolve", 0, 0)
        show("resolve", 400, 400)
        clock.now = 80.5
        show("plan", 0, 0)
        clock.now = 83.5
        show("publish", 0, 0)
        clock.now = 86
        show("publish", 700, 0)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "Reading clippings: 150 of 400, 5 a second, 52 s left",
        "Reading clippings: 400 of 400, 5 a second, 0 s left",
        "Reading clippings: 400 in 1 min 20 s, 5 a second",
        "People and events: 400 in 0 s, 800 a second",
        "Planning pages: 3 s",
        "Publishing: 700 in 2 s, 280 a second",
    ]


def test_lines_wait_until_the_build_is_a_long_one(clock: Clock, capsys) -> None:
    """Fails if the stages before that moment are forgotten."""
    with progress_shown(Lines()) as show:
        show("read", 8, 8)
        clock.now = 0.4
        show("index", 8, 8)
        assert capsys.readouterr().err == ""
        clock.now = 2
    assert capsys.readouterr().err.splitlines() == [
        "Reading clippings: 8 in 0 s, 20 a second",
        "Index of the archive: 8 in 2 s, 5 a second",
    ]


def test_a_stage_may_learn_late_how_much_there_is(clock: Clock, capsys) -> None:
    """Fails if the total is taken from the first word of a stage only."""
    with progress_shown(Lines(silence=5)) as show:
        show("resolve", 0, 0)
        clock.now = 10
        show("resolve", 400, 400)
    assert capsys.readouterr().err.splitlines()[0] == "People and events: 400 of 400, 40 a second, 0 s left"


def test_a_stage_that_is_done_twice_is_told_twice(clock: Clock, capsys) -> None:
    with progress_shown(Lines()) as show:
        for done, now in ((0, 0), (10, 2), (0, 2), (10, 5)):
            clock.now = now
            show("read", done, 10)
    assert [line.split(",")[0] for line in capsys.readouterr().err.splitlines()] == [
        "Reading clippings: 10 in 2 s",
        "Reading clippings: 10 in 3 s",
    ]


def test_a_short_build_says_nothing(capsys) -> None:
    with progress_shown() as show:
        for name in LABELS:
            show(name, 0, 0)
    assert capsys.readouterr() == ("", "")


def fail_reading(clock: Clock) -> None:
    with progress_shown(Lines()) as show:
        show("read", 0, 10)
        clock.now = 50
        raise ZeroDivisionError


def test_a_stage_that_fails_is_not_told_as_done(clock: Clock, capsys) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_reading(clock)
    assert capsys.readouterr().err == ""
