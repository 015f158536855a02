"""axe-core finds nothing that shuts a reader out: on every kind of page, light and dark, wide and narrow."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from browser.visits import Visit

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).parents[2]
PLACES = (os.environ.get("NEWSGEN_AXE", ""), ".venv/checkers/node_modules/axe-core/axe.min.js")

RUN = """async () => (await axe.run(document, {resultTypes: ["violations"], preload: false})).violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`)"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The script; skips the tests where it is not installed."""
    for place in filter(None, PLACES):
        if (REPOSITORY / place).is_file():
            return (REPOSITORY / place).read_text("utf-8")
    pytest.skip("no axe-core: `make test` installs it where there is npm, or set NEWSGEN_AXE to its axe.min.js")


def kinds(site: Path) -> list[str]:
    """One page of every kind, those with most on them."""
    found = []
    for folder in sorted({path.parent for path in site.rglob("*.html")}):
        pages = sorted(folder.glob("*.html"))
        singles = [page for page in pages if folder == site or page.name == "index.html"]
        others = [page for page in pages if page not in singles]
        found += [*singles, *sorted(others, key=lambda page: -page.stat().st_size)[:1]]
    # 404.html is made for a host, which shows it at any address: on a disk it finds no style.
    return [path for path in (page.relative_to(site).as_posix() for page in found) if path != "404.html"]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1280, 320])
def test_no_page_shuts_anybody_out(sample: Path, visit: Callable[..., Visit], axe: str, width: int, dark: bool) -> None:
    page = visit(javascript=True, width=width, dark=dark).page
    violations = {}
    for path in [*kinds(sample), "search.html?q=Niger"]:
        page.goto(f"{sample.as_uri()}/{path}")
        if "?" in path:
            page.wait_for_selector("#search-results li")
        page.evaluate("() => { for (const one of document.querySelectorAll('details')) one.open = true; }")
        page.evaluate(axe)
        if found := page.evaluate(RUN):
            violations[path] = found
    assert violations == {}


def test_a_fault_is_found(visit: Callable[..., Visit], axe: str, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text('<!doctype html><html lang="en"><title>x</title><main><img src="data:,"></main>')
    page = visit(javascript=True).page
    page.goto((tmp_path / "x.html").as_uri())
    page.evaluate(axe)
    assert [line.partition(":")[0] for line in page.evaluate(RUN)].count("image-alt") == 1
