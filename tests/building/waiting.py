"""A recogniser that holds a build up."""

import os
import time
from pathlib import Path

from newsgen.recognise import Article, Finding


class WaitsAt:
    """At one article it leaves the number of its process in a folder, and waits there for a file `go`."""

    fingerprint = "waits"

    def __init__(self, path: str, folder: str) -> None:
        self.path = path
        self.folder = Path(folder)

    def __call__(self, article: Article) -> tuple[Finding, ...]:
        if article.path == self.path and not (self.folder / "go").exists():
            (self.folder / f"waits-{os.getpid()}").touch()
            while not (self.folder / "go").exists():
                time.sleep(0.05)
        return ()
