"""Clippings as they should not be: very short, very long, in other scripts, with signs that turn the line about."""

import gzip
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from building.sites import build_site, write_site
from website.html import find_target, is_outside, read_pages

_HEAVIEST = 150_000
"""Bytes of a page, packed."""
_WORDS = 60_000
"""Words of the long clipping."""

_SITE = """\
title: A long story
base_url: https://example.org/archive
timelines:
- id: story
  title: The story
  countries: [NE]
  pinned:
"""
_ARABIC = """\
السفيرة تصل إلى نيامي

15 مايو 2024 – وصلت السفيرة إلى نيامي يوم الاثنين، وقالت إن المحادثات ستستمر.
"""
_CHINESE = """\
大使抵达尼亚美

2024年5月15日 大使星期一抵达尼亚美,她说会谈将继续进行。会谈持续了三个小时。
"""
_TURNED = """\
Minister \u202eecaep rof\u202c speaks \u2066in Ghana

May 15, 2024 – Ghana said \u202b on Monday \u200f that the talks in Accra had ended. ![map](https://elsewhere.example/a.png)
[Read](javascript:alert(1)) more.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of an archive of all that."""
    folder = tmp_path_factory.mktemp("bad")
    days = [date(2020, 1, 1) + timedelta(days=number) for number in range(2000)]
    own = "".join(f"  - {{date: {day}, text: 'Thing {number} was done'}}\n" for number, day in enumerate(days))
    spellings = [f"Kofi Mens{'a' * (number % 20 + 1)}h{'o' * (number // 20 + 1)}" for number in range(400)]
    said = " ".join(f"{name} met officials in Ghana." for name in spellings)
    build_site(
        write_site(
            folder,
            {
                "site.yaml": _SITE + own,
                "people.yaml": f"- name: Kofi Mensah-Test\n  also: {spellings}\n",
                "articles/word.txt": "Ghana\n",
                "articles/long.txt": "A long paper\n\nMay 15, 2024\n\n"
                + "Officials in Niger said so on 3 May 2024.\n\n" * (_WORDS // 9),
                "articles/arabic.txt": _ARABIC,
                "articles/chinese.txt": _CHINESE,
                "articles/turned.txt": _TURNED,
                "articles/headline.txt": f"{'Ghanaofficials' * 22}\n\nMay 16, 2024 – Ghana said so on Monday.\n",
                "articles/names.txt": f"Talks in Ghana\n\nMay 17, 2024 – {said}\n",
            },
        )
    )
    return folder / "public"


def test_all_pages_are_valid(site: Path, checker: list[str]) -> None:
    done = subprocess.run(
        [*checker, "--errors-only", "--skip-non-html", str(site)], capture_output=True, text=True, check=False
    )
    assert [line for line in done.stderr.splitlines() if "error" in line.casefold()][:10] == []


def test_no_page_runs_or_fetches_anything_of_a_clipping(site: Path) -> None:
    for path, facts in read_pages(site).items():
        assert facts.handlers == [], path
        assert [address for _, address in facts.links if address.startswith("javascript:")] == [], path
    assert "elsewhere.example/a.png" not in "".join(
        found for page in site.rglob("*.html") for found in page.read_text("utf-8").split("<img")[1:]
    )


def test_a_base_url_without_a_slash_is_a_folder(site: Path) -> None:
    assert "<loc>https://example.org/archive/timelines/story.html</loc>" in (site / "sitemap.xml").read_text("utf-8")


def test_no_page_is_heavy(site: Path) -> None:
    sizes = {page.relative_to(site).as_posix(): len(gzip.compress(page.read_bytes())) for page in site.rglob("*.html")}
    assert {path: size for path, size in sizes.items() if size > _HEAVIEST} == {}
    assert len(list((site / "timelines" / "story").glob("20??*.html"))) > 4
    assert len(list((site / "articles" / "a-long-paper").glob("*.html"))) > 4


def test_every_link_has_its_page_and_anchor(site: Path) -> None:
    pages = read_pages(site)
    lost = []
    for page, facts in pages.items():
        inside = [address for _, address in facts.links if page != "404.html" and not is_outside(address)]
        for path, anchor in (find_target(page, address) for address in inside):
            if not (site / path).is_file() or (anchor and path in pages and anchor not in pages[path].ids):
                lost.append(f"{page}: {path}#{anchor}")
        if len(facts.ids) != len(set(facts.ids)):
            lost.append(f"{page}: an id twice")
    assert lost == []
