"""What an article's page offers beyond its text, in a real browser, from disk."""

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
