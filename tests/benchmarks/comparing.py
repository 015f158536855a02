"""Whether several sites of the same articles are the same work: which pages they have, and what these list."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from benchmarks.clippings import make_clippings

KINDS = ("articles", "people", "countries", "dates")

# matches: <a href="https://news.example/articles/000007.html">
# not: <a href="/articles.html">
_ARTICLE_LINK = re.compile(r'<a href="[^"]*articles/[^"/]+\.html">')


def compare_sites(outputs: Mapping[str, Path], count: int) -> list[str]:
    """How many pages of each kind each site has, in words; raises SystemExit if one does less than the articles ask.

    The sites may have a few articles more than `count`.
    """
    expected = _count_pages(count)
    lines = [f"the articles name: {_tell(Counter({kind: len(pages) for kind, pages in expected.items()}))}"]
    for name, output in outputs.items():
        found = Counter({kind: sum(1 for _ in (output / kind).glob("*.html")) for kind in KINDS})
        lines.append(f"{name} has pages: {_tell(found)}")
        if name != "newsgen":  # whose readings may differ from what the makers of the articles meant
            _require(name, output, expected)
        if found["articles"] < count:
            raise SystemExit(f"{name} has {found['articles']} pages of {count} articles")
    return lines


def _count_pages(count: int) -> dict[str, Counter[str]]:
    """For each kind, the pages that there must be, and how many articles each lists."""
    expected: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for clipping in make_clippings(count):
        story = clipping.story
        expected["articles"][clipping.name] = 0
        expected["people"].update(_slug(person.name) for person in story.people)
        expected["countries"].update(_slug(country.name) for country in story.countries)
        expected["dates"][f"{story.day:%Y-%m}"] += 1
    return expected


def _require(name: str, output: Path, expected: dict[str, Counter[str]]) -> None:
    for kind, pages in expected.items():
        for page, least in pages.items():
            path = output / kind / f"{page}.html"
            if not path.is_file():
                raise SystemExit(f"{name} lacks {path.relative_to(output)}")
            if least and len(_ARTICLE_LINK.findall(path.read_text(encoding="utf-8"))) < least:
                raise SystemExit(f"{name} lists fewer than {least} articles in {path.relative_to(output)}")


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-").replace("'", "")


def _tell(pages: Counter[str]) -> str:
    return ", ".join(f"{pages[kind]} {kind}" for kind in KINDS)
