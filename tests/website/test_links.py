"""Each page of the sample archive holds together: links, anchors, ids, titles, headings."""

import json
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import pytest

from newsgen.build import BuildReport
from website.html import Facts, find_target, is_outside, read_pages


@pytest.fixture(scope="module")
def pages(sample: Path) -> dict[str, Facts]:
    return read_pages(sample)


def test_the_sample_archive_builds_without_errors(sample_report: BuildReport) -> None:
    assert [str(item) for item in sample_report.diagnostics if item.severity == "error"] == []
    assert sample_report.clippings == sample_report.articles
    assert sample_report.articles >= 26


def test_every_internal_link_has_its_page_and_anchor(pages: dict[str, Facts], sample: Path) -> None:
    broken = []
    for page, facts in pages.items():
        for _, given in facts.links:
            if is_outside(given):
                continue
            # A host shows 404.html at any address, so its links start from the host's top.
            address = given.removeprefix("/archive/") if page == "404.html" else given
            path, anchor = find_target(page, address)
            if not (sample / path).is_file() or path.startswith(".."):
                broken.append(f"{page}: {address} has no file")
            elif anchor and anchor not in pages[path].ids:
                broken.append(f"{page}: {address} has no anchor")
    assert broken == []


def test_every_link_is_relative_and_ends_in_a_file_name(pages: dict[str, Facts]) -> None:
    wrong = [
        f"{page}: {address}"
        for page, facts in pages.items()
        for _, address in facts.links
        if page != "404.html"
        and not is_outside(address)
        and (address.startswith("/") or address.partition("#")[0].endswith("/"))
    ]
    assert wrong == []


def test_every_page_can_be_reached_from_the_home_page(pages: dict[str, Facts]) -> None:
    seen, pending = set(), ["index.html"]
    while pending:
        page = pending.pop()
        if page in seen:
            continue
        seen.add(page)
        for tag, address in pages[page].links:
            if tag in {"a", "form"} and not is_outside(address):
                path, _ = find_target(page, address)
                if path in pages:
                    pending.append(path)
    assert set(pages) - seen == {"404.html"}


def test_ids_are_unique_on_their_page(pages: dict[str, Facts]) -> None:
    assert {page: facts.ids for page, facts in pages.items() if len(facts.ids) != len(set(facts.ids))} == {}


def test_every_page_has_one_main_heading_and_skips_no_level(pages: dict[str, Facts]) -> None:
    wrong = {}
    for page, facts in pages.items():
        levels = facts.headings
        steps = [after - before for before, after in pairwise(levels)]
        if levels[:1] != [1] or levels.count(1) != 1 or max(steps, default=0) > 1:
            wrong[page] = levels
    assert wrong == {}


def test_every_page_has_its_own_title(pages: dict[str, Facts]) -> None:
    titles: dict[str, list[str]] = {}
    for page, facts in pages.items():
        titles.setdefault(facts.title, []).append(page)
    assert {title: found for title, found in titles.items() if not title.strip() or len(found) > 1} == {}


def test_no_page_runs_or_fetches_anything(pages: dict[str, Facts]) -> None:
    for page, facts in pages.items():
        scripts = [address for tag, address in facts.links if tag == "script"]
        assert (facts.scripts, facts.handlers) == (len(scripts), []), page
        theirs = [address for address in scripts if not address.endswith("static/newsgen.js")]
        own = ["../static/article.js"] if page.startswith("articles/") else []
        assert theirs == own or page == "search.html", page
        fetched = [address for tag, address in facts.links if tag in {"img", "script", "iframe", "source"}]
        assert [address for address in fetched if is_outside(address) and not address.startswith("data:")] == [], page


def test_every_page_forbids_scripts_in_itself_and_foreign_requests(sample: Path) -> None:
    for path in sample.rglob("*.html"):
        text = path.read_text("utf-8")
        head = text.partition("</head>")[0]
        assert "Content-Security-Policy" in head.partition("<title>")[0], path
        assert "default-src 'none'" in head, path
        policy = head.partition("default-src")[2].partition('"')[0]
        assert [part for part in policy.split(";") if "script-src" in part] in ([], [" script-src 'self'"]), path


def test_feeds_and_sitemap_are_well_formed_and_name_pages_that_are_there(sample: Path) -> None:
    base = "https://example.org/archive/"
    feeds = sorted(sample.rglob("*.xml"))
    assert {"feed.xml", "sitemap.xml"} <= {path.name for path in feeds}
    for path in feeds:
        for element in ET.parse(path).getroot().iter():
            address = element.get("href") or (element.text if element.tag.endswith("}loc") else None) or ""
            if address.startswith(base):
                name = address.removeprefix(base).partition("#")[0] or "index.html"
                assert (sample / name).is_file(), f"{path.name}: {address}"


def test_data_files_are_json(sample: Path) -> None:
    for path in sorted((sample / "data").rglob("*")):
        if path.suffix == ".jsonl":
            for line in path.read_text("utf-8").splitlines():
                json.loads(line)
        elif path.suffix in {".json", ".geojson"}:
            json.loads(path.read_text("utf-8"))
