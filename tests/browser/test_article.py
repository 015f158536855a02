"""What an article's page offers beyond its text, in a real browser, from disk."""

import gzip
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pybtex.database
import pytest
import rispy

from browser.visits import Visit

pytestmark = pytest.mark.browser


def find_article(sample: Path) -> Path:
    """An article of the sample archive that names people and countries."""
    return max((sample / "articles").glob("niger*.html"), key=lambda path: (path.stat().st_size, path.name))


@pytest.mark.parametrize("javascript", [False, True])
def test_a_citation_is_saved_from_the_page(sample: Path, visit: Callable[..., Visit], javascript: bool) -> None:
    article = find_article(sample)
    reader = visit(javascript=javascript)
    reader.open(article)
    texts = {}
    for link in reader.page.locator(".cite a[download]").all():
        with reader.page.expect_download() as saving:
            link.click()
        texts[saving.value.suggested_filename.removeprefix(article.stem)] = saving.value.path().read_bytes().decode()
    assert list(pybtex.database.parse_string(texts[".bib"], "bibtex").entries) == [article.stem]
    assert rispy.load(StringIO(texts[".ris"]))[0]["id"] == article.stem
    assert json.loads(texts[".csl.json"])[0]["id"] == article.stem


def test_the_reference_is_copied(sample: Path, visit: Callable[..., Visit]) -> None:
    reader = visit(javascript=True)
    reader.open(find_article(sample))
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.page.locator(".cite .copy").click()
    reader.page.wait_for_function("document.querySelector('.cite [role=status]').textContent")
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert copied == reader.page.locator(".cite .reference").inner_text()
    assert "The Niger–US split" in copied


def test_without_a_script_there_is_no_button_that_does_nothing(sample: Path, visit: Callable[..., Visit]) -> None:
    reader = visit()
    reader.open(find_article(sample))
    assert reader.page.locator(".cite .reference").is_visible()
    assert not reader.page.locator(".cite .copy").is_visible()


def find_named(sample: Path, reader: Visit) -> tuple[str, str]:
    """Opens an article; gives the selector of its first linked person, and the person's page."""
    reader.open(find_article(sample))
    selector = ".reading a.name[href*='people/']"
    return selector, reader.page.locator(selector).first.get_attribute("href")


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_a_card_says_who_a_name_is_and_goes_with_escape(sample: Path, visit: Callable[..., Visit], way: str) -> None:
    reader = visit(javascript=True)
    selector, _ = find_named(sample, reader)
    link, card = reader.page.locator(selector).first, reader.page.locator("#name-card")
    if way == "mouse":
        link.hover()
    else:
        reader.page.keyboard.press("Tab")
        link.focus()
    card.wait_for(state="visible")
    assert "article" in card.inner_text()
    assert link.get_attribute("aria-describedby") == "name-card"
    if way == "mouse":
        card.hover()
        reader.page.wait_for_timeout(400)
        assert card.is_visible()
    reader.page.keyboard.press("Escape")
    assert not card.is_visible()
    assert link.get_attribute("aria-describedby") is None
    assert reader.overflow() == 0


def test_every_linked_person_and_country_has_a_card(sample: Path) -> None:
    text = "".join(path.read_text("utf-8") for path in sorted((sample / "cards").glob("s-*.js")))
    for folder in ("people", "countries"):
        for page in (sample / folder).glob("*.html"):
            assert page.stem == "index" or f'"{folder}/{page.stem}":' in text


def test_the_scripts_of_an_article_are_small(sample: Path) -> None:
    scripts = [(sample / "static" / name).read_bytes() for name in ("newsgen.js", "article.js")]
    assert len(gzip.compress(b"".join(scripts))) <= 4096
