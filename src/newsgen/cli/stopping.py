"""Ctrl-C, and the same by SIGTERM: a command that is told to stop does so at once, and says so in a line."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click

INTERRUPTED = 130
"""The exit code: 128 + SIGINT, as shells count."""

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_USUAL = (signal.default_int_handler, signal.SIG_DFL)


@contextmanager
def stoppable() -> Iterator[None]:
    """Meanwhile the first signal to stop raises KeyboardInterrupt, and a second one ends the process as it stands.

    A signal that whoever started newsgen has had ignored, as `nohup` does, stays ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = {number: signal.getsignal(number) for number in _SIGNALS}
    for number, handler in former.items():
        if handler in _USUAL:
            signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in former.items():
            if signal.getsignal(number) in (_stop, _stop_now):
                signal.signal(number, handler)


def tell_stopped(what: str = "") -> int:
    """The exit code of a command that was stopped, once that is said."""
    click.echo(f"Stopped. {what}".rstrip(), err=True)
    return INTERRUPTED


def _stop(_number: int, _frame: FrameType | None) -> None:
    for number in _SIGNALS:
        if signal.getsignal(number) is _stop:
            signal.signal(number, _stop_now)
    raise KeyboardInterrupt


def _stop_now(_number: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)
