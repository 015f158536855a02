"""Each page of the sample archive holds together: links, anchors, ids, titles, headings."""

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from newsgen.build import BuildReport
from website.html import Facts, find_target, is_outside, read_pages

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://example.org/archive/"

# matches: 2024-05-15T00:00:00Z
# not: 2024-05-15
RFC_3339 = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")


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


def find_lost(sample: Path, pages: dict[str, Facts], addresses: Iterable[str]) -> list[str]:
    """Those of the addresses that begin as the site's own and lead to no file or anchor of it."""
    lost = []
    for address in addresses:
        if address.startswith(BASE):
            path, _, anchor = address.removeprefix(BASE).partition("#")
            name = unquote(path) or "index.html"
            if not (sample / name).is_file() or (anchor and unquote(anchor) not in pages[name].ids):
                lost.append(address)
    return lost


def list_strings(value: Any) -> Iterator[str]:
    """All texts in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from list_strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from list_strings(inner)


def test_feeds_and_sitemap_are_well_formed_and_name_pages_that_are_there(sample: Path, pages: dict[str, Facts]) -> None:
    feeds = sorted(sample.rglob("*.xml"))
    assert {"feed.xml", "sitemap.xml"} <= {path.name for path in feeds}
    for path in feeds:
        root = ET.parse(path).getroot()
        told = [element.get("href") or element.text or "" for element in root.iter()]
        assert find_lost(sample, pages, told) == [], path


def test_every_atom_feed_keeps_the_rules_of_feeds(sample: Path) -> None:
    feeds = [path for path in sorted(sample.rglob("*.xml")) if not path.name.startswith("sitemap")]
    assert len(feeds) > 20
    for path in feeds:
        feed = ET.parse(path).getroot()
        entries = feed.findall(f"{ATOM}entry")
        ids = [part.findtext(f"{ATOM}id") for part in (feed, *entries)]
        assert len(set(ids)) == len(ids) == len(entries) + 1 > 1, path
        assert all(urlsplit(identity).scheme == "https" for identity in ids), path
        (own,) = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
        assert own == BASE + path.relative_to(sample).as_posix()
        assert feed.findtext(f"{ATOM}author/{ATOM}name"), path
        for part in (feed, *entries):
            assert part.findtext(f"{ATOM}title"), path
            assert RFC_3339.match(part.findtext(f"{ATOM}updated")), path
            assert len([link for link in part.findall(f"{ATOM}link") if link.get("rel") == "alternate"]) == 1, path


def test_the_json_feed_keeps_its_rules_and_names_pages_that_are_there(sample: Path, pages: dict[str, Facts]) -> None:
    feed = json.loads((sample / "feed.json").read_text("utf-8"))
    assert {"version", "title", "home_page_url", "feed_url", "authors", "items"} <= set(feed)
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"]) > 0
    assert all(item["content_text"] and RFC_3339.match(item["date_published"]) for item in feed["items"])
    assert find_lost(sample, pages, list_strings(feed)) == []


def test_what_programs_are_told_leads_to_pages_that_are_there(sample: Path, pages: dict[str, Facts]) -> None:
    kinds = Counter()
    for page, facts in pages.items():
        for text in facts.linked:
            told = json.loads(text)
            kinds[told["@type"]] += 1
            assert find_lost(sample, pages, list_strings(told)) == [], page
    assert set(kinds) == {"NewsArticle", "Person", "ItemList"}
    assert kinds["NewsArticle"] == len([page for page in pages if page.startswith("articles/")])


def test_a_lost_page_or_anchor_is_found(sample: Path, pages: dict[str, Facts]) -> None:
    wrong = [f"{BASE}people/nobody.html", f"{BASE}index.html#nowhere"]
    assert find_lost(sample, pages, [*wrong, BASE, f"{BASE}index.html#content", "https://example.com/"]) == wrong


def test_data_files_are_json_and_refer_to_what_is_there(sample: Path, pages: dict[str, Facts]) -> None:
    people = {entry["id"] for entry in json.loads((sample / "data/people.json").read_text("utf-8"))}
    for line in (sample / "data/articles.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        assert f"articles/{article['id']}.html" in pages
        assert {person["id"] for person in article["people"]} <= people
    for path in sorted((sample / "data").rglob("*")):
        if path.suffix == ".jsonl":
            values = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        elif path.suffix in {".json", ".geojson"}:
            values = [json.loads(path.read_text("utf-8"))]
        else:
            continue
        assert find_lost(sample, pages, list_strings(values)) == [], path
