"""newsgen as a process of its own, on a terminal or not, for tests that send it signals."""

import os
import pty
import signal
import subprocess
import sys
import threading
from pathlib import Path


class Running:
    """A command under way, and what it has written."""

    def __init__(self, *arguments: str, terminal: bool = False, **environment: str) -> None:
        self.output = b""
        reader, writer = pty.openpty() if terminal else os.pipe()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "newsgen", *arguments],
            stdin=writer if terminal else subprocess.DEVNULL,
            stdout=writer,
            stderr=writer,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "100", **environment},
            start_new_session=True,
        )
        os.close(writer)
        self._reader = threading.Thread(target=self._read, args=(reader,), daemon=True)
        self._reader.start()

    def _read(self, reader: int) -> None:
        with open(reader, "rb", buffering=0) as stream:
            while True:
                try:
                    chunk = stream.read(4096)
                except OSError:  # how a terminal tells that nobody writes on it any more
                    return
                if not chunk:
                    return
                self.output += chunk

    @property
    def text(self) -> str:
        return self.output.decode()

    def signal_all(self, number: signal.Signals) -> None:
        """As a terminal does: to the process and all that it has started."""
        os.killpg(self.process.pid, number)

    def kill(self) -> None:
        """End it and all that it has started, if it still runs."""
        if self.process.poll() is None:
            self.signal_all(signal.SIGKILL)
        self.process.wait()

    def end(self) -> int:
        """The exit code, once it has ended and all that it had written is read: nothing it started lives on."""
        code = self.process.wait(timeout=60)
        self._reader.join(timeout=60)
        assert not self._reader.is_alive(), "something that it started still holds its output"
        return code


def find_children(process: int) -> list[int]:
    """The processes that a process has started."""
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
