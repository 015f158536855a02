"""The preview in a real browser: it reloads at a change, and shows what is wrong until it is mended."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.visits import Visit

pytestmark = pytest.mark.browser

PATIENCE = 15_000
SOON = 20
"""Seconds: a busy machine may be slow, but a preview that does not hear would never end."""
TEXT = "Sample headline number {}\n\nAccra, May 15, 2024 (SHD) -- Ghana opened a road on Tuesday, officials said.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "x.txt").write_text(TEXT.format("one"))
    return tmp_path


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a running `newsgen serve`, which must end at once and quietly."""
    command = [sys.executable, "-m", "newsgen", "serve", str(site), "--port", "0"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout
        line = process.stdout.readline()
        assert line.startswith("Preview at http://127.0.0.1:")
        try:
            yield line.split()[2]
        finally:
            process.send_signal(signal.SIGINT)
            try:
                _, errors = process.communicate(timeout=SOON)
            finally:
                process.kill()
    assert process.returncode == 0
    assert "Traceback" not in errors


def forget(reader: Visit, *words: str) -> None:
    """Take from the console what the browser itself says of answers that are meant."""
    reader.console[:] = [line for line in reader.console if not any(word in line for word in words)]


def test_it_reloads_and_tells_what_is_wrong(site: Path, visit) -> None:
    with served(site) as address:
        reader = visit(javascript=True, origin=address)
        page = reader.page
        page.goto(address)
        expect(page.locator("main")).to_contain_text("number one", timeout=PATIENCE)

        (site / "articles" / "x.txt").write_text(TEXT.format("two"))
        expect(page.locator("main")).to_contain_text("number two", timeout=PATIENCE)

        (site / "site.yaml").write_text("titel: <b>My</b> archive\n")
        overlay = page.locator(".newsgen-preview")
        expect(overlay).to_contain_text("site.yaml:1:1", timeout=PATIENCE)
        expect(overlay).to_contain_text("did you mean `title`?")
        expect(page.locator("main")).to_contain_text("number two")

        (site / "site.yaml").write_text("title: <b>My</b> archive\n")
        expect(overlay).to_have_count(0, timeout=PATIENCE)
        assert page.title() == "<b>My</b> archive"
        assert not (site / "public").exists()
        page.goto("about:blank")
        forget(reader, "503")


def test_a_first_build_that_fails_is_shown_and_mended(site: Path, visit) -> None:
    (site / "articles" / "x.txt").unlink()
    with served(site) as address:
        reader = visit(javascript=True, origin=address)
        page = reader.page
        page.goto(address)
        expect(page.locator(".newsgen-preview")).to_contain_text("there is no clipping", timeout=PATIENCE)
        (site / "articles" / "x.txt").write_text(TEXT.format("three"))
        expect(page.locator("main")).to_contain_text("number three", timeout=PATIENCE)
        page.goto("about:blank")
        forget(reader, "503")


def test_a_missing_page_is_the_sites_own(site: Path, visit) -> None:
    with served(site) as address:
        reader = visit(javascript=True, origin=address)
        reader.page.goto(address)
        expect(reader.page.locator("main")).to_contain_text("number one", timeout=PATIENCE)
        answer = reader.page.goto(address + "people/deep/nobody.html")
        assert answer.status == 404
        assert reader.page.evaluate("document.styleSheets.length") == 1
        assert reader.page.locator(".nameplate a").get_attribute("href") == "/index.html"
        reader.page.goto("about:blank")
        forget(reader, "404", "503")
