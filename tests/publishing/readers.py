"""Readers of a published folder, as a web server would show it to them."""

import json
import os
import re
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from posixpath import dirname, join, normpath

# matches: href="people/x.html"
# matches: src="../static/newsgen.css"
# not: href="#top"
# not: href="https://example.org/"
_LINK = re.compile(r'(?:href|src)="(?![a-z]+:)([^"#?]+)')

HOME = "index.html"


def read(output: Path, path: str) -> bytes | None:
    """The page whole, as it stands now; None if there is none."""
    try:
        return (output / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def find_links(path: str, data: bytes) -> list[str]:
    """The paths that a page leads to."""
    if not path.endswith(".html"):
        return []
    return [normpath(join(dirname(path), link)) for link in _LINK.findall(data.decode())]


def find_gaps(output: Path, *versions: dict[str, bytes]) -> list[str]:
    """What is wrong in a folder that nobody writes to.

    Each file is one of the versions', byte for byte, and each link of each page that can be reached from the home page
    leads to a file.
    """
    faults = [
        f"{path} is of no version"
        for path in (file.relative_to(output).as_posix() for file in output.rglob("*") if file.is_file())
        if not path.startswith(".newsgen") and (output / path).read_bytes() not in [one.get(path) for one in versions]
    ]
    reached, queue = {HOME}, [HOME] if (output / HOME).exists() else []
    while queue:
        page = queue.pop()
        for link in find_links(page, (output / page).read_bytes()):
            if not (output / link).is_file():
                faults.append(f"{page} leads to {link}, which is not there")
            elif link not in reached:
                reached.add(link)
                queue.append(link)
    return faults


class Reader:
    """Walks the site from its home page again and again, and notes what a reader must never meet.

    Each page is whole and of one of the versions. A link that leads nowhere is a gap, unless the page that it stands on
    has been replaced by one without it, or taken away, since it was read.
    """

    def __init__(self, output: Path, versions: list[Path]) -> None:
        self.output, self.versions = output, versions
        self.read = 0
        """Pages read."""
        self.faults: list[str] = []

    def walk(self) -> None:
        """Go once through all pages that can be reached."""
        reached, queue = {HOME}, [(HOME, read(self.output, HOME))]
        while queue:
            path, data = queue.pop()
            if data is None:
                continue
            self.read += 1
            if data not in [read(version, path) for version in self.versions]:
                self.faults.append(f"{path} is of no version: {data!r}")
            for link in find_links(path, data):
                if link not in reached:
                    reached.add(link)
                    queue.append((link, self._follow(path, link)))

    def _follow(self, page: str, link: str) -> bytes | None:
        """What the link leads to; None if the page has it no more."""
        for _ in range(5):  # meanwhile another build may have brought the link back, and a third taken it away again
            found = read(self.output, link)
            again = read(self.output, page) if found is None else None
            if again is None or link not in find_links(page, again):
                return found
        self.faults.append(f"{page} leads to {link}, which is not there")
        return None


@contextmanager
def reader_walking(output: Path, versions: list[Path]) -> Iterator[None]:
    """A reader at work meanwhile, in a process of its own; fails if it met a fault, or read nothing."""
    command = [sys.executable, "-c", "from publishing.readers import walk_until_told; walk_until_told()"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        [*command, str(output), *map(str, versions)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"reading\n"
        yield
        told, _ = process.communicate()
    report = json.loads(told)
    assert report["faults"] == []
    assert report["read"] > 0


def walk_until_told() -> None:
    """Walk the folder of the first argument until the input ends, then tell what was met."""
    reader = Reader(Path(sys.argv[1]), [Path(version) for version in sys.argv[2:]])
    print("reading", flush=True)
    while not reader.faults and not select.select([sys.stdin], [], [], 0.001)[0]:
        reader.walk()
    print(json.dumps({"read": reader.read, "faults": reader.faults}))
