"""How soon `newsgen serve` shows an edit: from saving a clipping to the reloaded page.

    PYTHONPATH=tests .venv/bin/python -m benchmarks.bench_serve --count 5000 --edits 9

A Chromium has the page of the article open, as an editor would; without one, the events that make a page reload are
listened to, and the page is fetched. At 5,000 articles the median should be at most 0.3 s. CPU is that of the preview
for one edit: where a machine has other work, it tells more than the clock.
"""

import json
import os
import signal
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.clippings import Clipping, choose_edited
from benchmarks.generators import Newsgen
from benchmarks.measuring import read_cpu, tell_machine
from benchmarks.workplace import make_parser, site_prepared
from chromium import find_chromium

PATIENCE = 120.0
"""Seconds after which an edit counts as lost."""

Wait = Callable[[str], None]
"""Returns when the page shows a text."""


@contextmanager
def serve_site(folder: Path, environment: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """The process of the preview of a site, and its address, as soon as it is built."""
    command = [sys.executable, "-u", "-m", "newsgen", "serve", "--port", "0"]
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    try:
        yield process.pid, await_preview(process.stdout)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def await_preview(lines: Iterable[str]) -> str:
    """The address of a preview that says that it is there, and that it is built."""
    address, built = "", False
    for line in lines:
        if line.startswith("Preview at "):
            address = line.split()[2]
        built = built or line.startswith("Built in ")
        if address and built:
            return address
    raise SystemExit("the preview ended before it was built")


@contextmanager
def open_browser(path: str, url: str) -> Iterator[Wait]:
    """A Chromium that shows a page."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  not needed without a Chromium

    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=["--no-sandbox"], chromium_sandbox=False)
        page = browser.new_page(bypass_csp=True)  # the pages' policy forbids looking at them by script
        page.goto(url)

        def wait(text: str) -> None:
            looks = f"document.readyState === 'complete' && document.body.innerText.includes({json.dumps(text)})"
            page.wait_for_function(looks, timeout=PATIENCE * 1000)

        yield wait
        browser.close()


@contextmanager
def listen(events: str, url: str) -> Iterator[Wait]:
    """What the browser does, without one."""
    with urllib.request.urlopen(events, timeout=PATIENCE) as stream:

        def wait(text: str) -> None:
            for line in stream:
                if line.startswith(b"data:"):
                    with urllib.request.urlopen(url, timeout=PATIENCE) as page:
                        if text in page.read().decode():
                            return

        yield wait


def find_page(site: Path, clipping: Clipping) -> str:
    """The path of the page of an article in a built site."""
    number = f"/{clipping.name}.txt"
    for line in (site / "data" / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if article["path"].endswith(number):
            return f"articles/{article['id']}.html"
    raise SystemExit(f"{clipping.name} has no page")


def measure_edits(folder: Path, clipping: Clipping, server: tuple[int, str], edits: int) -> None:
    """Edit, wait for the page, and print."""
    process, address = server
    page = find_page(folder / ".newsgen" / "preview", clipping)
    url, events = f"{address}{page}", f"{address}-/events?/{page}"
    chromium = find_chromium()
    generator, walls, cpus = Newsgen(), [], []
    with open_browser(chromium, url) if chromium else listen(events, url) as wait:
        for edition in range(edits):
            spent, saved = read_cpu(process), time.perf_counter()
            generator.edit_body(folder, clipping, edition)
            wait(f"In edition {edition}, this was added.")
            walls.append(time.perf_counter() - saved)
            time.sleep(1)  # the next edit is a new one
            cpus.append(read_cpu(process) - spent)
            print(f"{walls[-1]:8.2f} s wall {cpus[-1]:8.2f} s CPU", file=sys.stderr)
    seen = "in Chromium" if chromium else "by the events, without a browser"
    print(f"median {statistics.median(walls):.2f} s, {min(walls):.2f} to {max(walls):.2f} s, {seen}; ", end="")
    print(f"CPU {statistics.median(cpus):.2f} s")


def main() -> None:
    parser = make_parser(__doc__)
    parser.add_argument("--count", type=int, default=5000, help="how many articles")
    parser.add_argument("--edits", type=int, default=9, help="how many edits")
    arguments = parser.parse_args()
    print(f"From saving to the reloaded page, {arguments.count:,} articles; {tell_machine()}", flush=True)
    with site_prepared(arguments.count) as (folder, environment), serve_site(folder, environment) as server:
        measure_edits(folder, choose_edited(arguments.count), server, arguments.edits)


if __name__ == "__main__":
    main()
