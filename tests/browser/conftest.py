"""A real Chromium, and pages that watch what they are made to do."""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Request, sync_playwright

from browser.visits import Visit
from chromium import find_chromium

ARGUMENTS = [
    "--no-sandbox",  # in a container there is none to be had
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; where there is none, tests are skipped, but in CI they fail."""
    path = find_chromium()
    if path is None:
        refuse = pytest.fail if os.environ.get("CI") else pytest.skip
        refuse("no Chromium: `apt-get install chromium` gives one")
    with sync_playwright() as running:
        started = running.chromium.launch(executable_path=path, args=ARGUMENTS, chromium_sandbox=False)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens pages: `visit(javascript=True, width=320, dark=True)`; afterwards none may have misbehaved.

    Without `policy` the pages' Content-Security-Policy counts for nothing: what they hold must be harmless by itself.
    """
    visits: list[Visit] = []

    def start(
        *,
        javascript: bool = False,
        width: int = 1280,
        dark: bool = False,
        origin: str = "file://",
        policy: bool = True,
    ) -> Visit:
        context = browser.new_context(
            bypass_csp=not policy,
            java_script_enabled=javascript,
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
        )
        made = Visit(context.new_page())

        def note_request(request: Request) -> None:
            if not request.url.startswith((origin, "data:")):
                made.strangers.append(request.url)

        context.on("request", note_request)
        made.page.on("console", lambda message: made.console.append(message.text))
        made.page.on("pageerror", lambda error: made.console.append(str(error)))
        made.page.on("dialog", lambda dialog: (made.dialogs.append(dialog.message), dialog.dismiss()))
        visits.append(made)
        return made

    yield start
    for made in visits:
        made.page.context.close()
        assert (made.console, made.strangers, made.dialogs) == ([], [], [])
