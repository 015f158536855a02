"""The Nu HTML checker finds no error in the sample archive."""

import json
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from building.sites import build_site, write_site
from website.html import read_pages


def test_all_pages_are_valid(sample: Path, checker: list[str]) -> None:
    done = subprocess.run(
        [*checker, "--format", "json", "--exit-zero-always", "--skip-non-html", str(sample)],
        capture_output=True,
        text=True,
        check=True,
    )
    messages = json.loads(done.stderr)["messages"]
    found = {
        f"{message.get('url', '').rpartition('/public/')[2]}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["type"] in {"error", "non-document-error"}
    }
    assert sorted(found)[:20] == []


HOSTILE = """\
---
headline: "</title><script>alert(1)</script> \\" ' & &amp; ]]> \u202e"
kicker: "<b>"
byline: Esi "><img src=x> Quansah and Kofi </script> Mensah
source: 'Desk "><script>alert(2)</script>'
url: 'https://desk.example/a?c="d"&e=<f>#"g"'
published: 2024-05-15
---

Minister Kofi "><script>alert(3)</script> Mensah-Test of Ghana & Niger <!-- said --> ]]> on 3 May 2024 \ufffe \x0b.
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a clipping that is all signs, in an archive whose own words are no better."""
    site = tmp_path_factory.mktemp("hostile")
    title = (
        "title: '</title>\"><script>alert(4)</script>&'\ndescription: '\"><b>&amp;'\nbase_url: https://example.org/a\n"
    )
    build_site(write_site(site, {"site.yaml": title, "articles/<x>&.txt": HOSTILE}))
    return site / "public"


def test_hostile_words_make_no_page_invalid(hostile: Path, checker: list[str]) -> None:
    done = subprocess.run(
        [*checker, "--errors-only", "--skip-non-html", str(hostile)], capture_output=True, text=True, check=False
    )
    assert [line for line in done.stderr.splitlines() if "error" in line.casefold()][:10] == []


def test_hostile_words_make_no_feed_ill_formed(hostile: Path) -> None:
    feeds = sorted(hostile.rglob("*.xml"))
    assert len(feeds) > 3
    for path in feeds:
        ET.parse(path)
    (item,) = json.loads((hostile / "feed.json").read_text("utf-8"))["items"]
    assert item["title"].startswith("</title><script>alert(1)</script>")
    for facts in read_pages(hostile).values():
        assert facts.handlers == []
        for text in facts.linked:
            assert json.loads(text)["@context"] == "https://schema.org"


def test_a_page_that_leads_on_is_valid(tmp_path: Path, checker: list[str]) -> None:
    write_site(tmp_path)
    (tmp_path / "redirects.yaml").write_text("- {from: people/a b.html, to: people/ama-owusu-darko.html}\n")
    build_site(tmp_path)
    page = tmp_path / "public" / "people" / "a b.html"
    done = subprocess.run([*checker, str(page)], capture_output=True, text=True, check=False)
    assert (done.returncode, [line for line in done.stderr.splitlines() if ": error:" in line]) == (0, [])


def test_the_checker_finds_a_fault(tmp_path: Path, checker: list[str]) -> None:
    (tmp_path / "x.html").write_text("<!doctype html><title>x</title><p><table>")
    done = subprocess.run([*checker, str(tmp_path / "x.html")], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "error" in done.stderr
