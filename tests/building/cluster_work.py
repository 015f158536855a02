"""Work that a test may hold up, or that ends the worker that does it."""

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


def double(items: Sequence[int]) -> list[int]:
    return [2 * item for item in items]


class WaitsAt(NamedTuple):
    """Doubles; at one item it leaves the number of its process in a folder, and waits there for a file `go`."""

    item: int
    folder: str

    def __call__(self, items: Sequence[int]) -> list[int]:
        if self.item in items:
            (Path(self.folder) / f"waits-{os.getpid()}").touch()
            while not (Path(self.folder) / "go").exists():
                time.sleep(0.05)
        return double(items)


class EndsAt(NamedTuple):
    """Doubles; at one item it ends its process, at once."""

    item: int

    def __call__(self, items: Sequence[int]) -> list[int]:
        if self.item in items:
            os.kill(os.getpid(), signal.SIGKILL)
        return double(items)
