"""Standard output and error that may be closed, full or read by nobody: what a command does and finds is the same."""

import errno
import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_UNREAD = {errno.EPIPE, errno.EINVAL}
"""How systems say that nobody reads a pipe any more; the second is how Windows does."""

_STANDARD = 2
"""The last of the numbers of standard streams."""


def prepare_streams() -> None:
    """Let all that is told go nowhere, and nothing fail, where nobody can be told.

    Only a result that does not fit (a full disk) is an OSError: once, and for standard output alone.
    """
    _open_closed()
    sys.stdout = _wrap(sys.stdout, 1)
    sys.stderr = _wrap(sys.stderr, 2)


def _open_closed() -> None:
    """No file that is opened later gets the number of a standard stream that was closed, and with it what is told."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= _STANDARD:
        os.set_inheritable(number, True)
    os.close(number)


def _wrap(stream: TextIO | None, number: int) -> TextIO:
    """The stream with its pipe or file guarded; a terminal as it is."""
    if stream is not None and stream.isatty():
        return stream
    return io.TextIOWrapper(
        io.BufferedWriter(_Guarded(number)),
        encoding=stream.encoding if stream else "utf-8",
        errors="backslashreplace",
        line_buffering=number == _STANDARD,
    )


class _Guarded(io.FileIO):
    """What takes the bytes of a standard stream: after the first that it could not write it takes them all."""

    def __init__(self, number: int) -> None:
        super().__init__(number, "wb", closefd=False)
        self._lost = False

    def write(self, data: "ReadableBuffer", /) -> int:
        """How many bytes are dealt with; raises OSError where results are lost that somebody waits for."""
        if not self._lost:
            try:
                return super().write(data)
            except OSError as error:
                self._lost = True
                if self.fileno() == 1 and error.errno not in _UNREAD:
                    raise OSError(error.errno, error.strerror, "standard output") from None
        return memoryview(data).nbytes
