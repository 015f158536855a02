"""A page in a real browser that watches what it is made to do."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page


@dataclass
class Visit:
    """A page, and what went on in it that a reader would not want."""

    page: Page
    console: list[str] = field(default_factory=list)
    """Messages on the console, and errors of scripts."""
    strangers: list[str] = field(default_factory=list)
    """Requests that left the site."""
    dialogs: list[str] = field(default_factory=list)

    def open(self, path: Path) -> None:
        self.page.goto(path.as_uri())

    def follow(self, selector: str) -> str:
        """Click the first such link; gives the path of the page that it leads to."""
        self.page.locator(selector).first.click()
        self.page.wait_for_load_state()
        return urlsplit(self.page.url).path

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def style(self, selector: str, name: str) -> str:
        """A computed style."""
        script = "([selector, name]) => getComputedStyle(document.querySelector(selector)).getPropertyValue(name)"
        return self.page.evaluate(script, [selector, name])
