"""Processes that kill themselves with SIGKILL just before their n-th change of the file system.

The interpreter tells of each change through its audit hook, so nothing is replaced and the code runs as it does for
users. A small runner, which has built a site once and so has loaded all that a build needs, forks each victim: that
takes milliseconds, and the tests' own process may have threads.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from building.sites import build_site, write_site
from newsgen.build import BuildOptions, build
from newsgen.canon import digest
from newsgen.errors import NewsgenError
from newsgen.publish import output_taken, publish
from newsgen.records.output import OutputFile

CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link"}

Pages = dict[str, str]


def publish_pages(pages: Pages, output: Path) -> None:
    """Publish these files, in a folder taken for it, as a build does."""
    files = [OutputFile(path=path, data=text.encode(), key=digest(text)) for path, text in pages.items()]
    with output_taken(output):
        publish(files, (), output)


def build_serially(site: str, output: Path) -> None:
    """Build in this process."""
    build(Path(site), output, BuildOptions(executor="serial"))


class Victims:
    """The runner, spoken to line by line."""

    def __init__(self, runner: "subprocess.Popen[str]") -> None:
        self._runner = runner

    def publish(self, pages: Pages, output: Path, *, dies_at: int) -> bool:
        """Whether the victim was killed while it published; else it was done before that change came."""
        return self._run("publish", pages, output, dies_at)

    def build(self, site: Path, output: Path, *, dies_at: int) -> bool:
        """Whether the victim was killed while it built; else it was done before that change came."""
        return self._run("build", str(site), output, dies_at)

    def _run(self, work: str, what: Pages | str, output: Path, dies_at: int) -> bool:
        assert self._runner.stdin
        assert self._runner.stdout
        print(json.dumps([work, what, str(output), dies_at]), file=self._runner.stdin, flush=True)
        ended = int(self._runner.stdout.readline())
        assert ended in {0, -signal.SIGKILL}, ended
        return ended != 0


@contextmanager
def start_victims() -> Iterator[Victims]:
    """The runner, as long as it is needed."""
    command = [sys.executable, "-c", "from publishing.victims import serve; serve()"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as runner:
        yield Victims(runner)
        assert runner.stdin
        runner.stdin.close()


def serve() -> None:
    """Fork a victim for each line that comes in, and say how it ended."""
    works: dict[str, Callable[..., None]] = {"publish": publish_pages, "build": build_serially}
    for line in sys.stdin:
        work, what, output, dies_at = json.loads(line)
        if work == "build":
            _load_all()
        victim = os.fork()
        if not victim:
            _die_at(dies_at)
            os._exit(_end(works[work], what, Path(output)))
        print(os.waitstatus_to_exitcode(os.waitpid(victim, 0)[1]), flush=True)


@cache
def _load_all() -> None:
    """Have in this process, and so in every victim, what a build imports and reads at its first need."""
    with tempfile.TemporaryDirectory() as folder:
        build_site(write_site(Path(folder)))
    assert threading.active_count() == 1  # a fork takes along no other


def _end(work: Callable[..., None], what: object, output: Path) -> int:
    """The status with which a victim ends that was not killed: a refusal told to the user is no fault."""
    try:
        work(what, output)
    except NewsgenError:
        return 0
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def _die_at(number: int) -> None:
    left = number

    def count(event: str, told: tuple[object, ...]) -> None:
        nonlocal left
        if event in CHANGES or (event == "open" and _writes(told[2])):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def _writes(flags: object) -> bool:
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
