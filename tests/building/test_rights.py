"""What may not be published is in no file of the output: by the outlet's rights, or because it is withheld."""

import re
from pathlib import Path

import pytest

from building.found import read_all
from building.sites import build_site, read_tree, write_site

SITE = """\
title: A small archive
base_url: https://example.org/small/
redirects: {netlify: true, nginx: true}
sources:
  - {name: Harbour Desk, rights: full}
  - {name: Border Desk, rights: excerpt}
  - {name: River Desk, rights: metadata}
timelines:
  - {id: road, title: The road, countries: [GH, BF]}
"""

WITHHOLD = """\
withhold:
  - {article: articles/gone.md, reason: asked to}
  - {person: Kwaku Zibbeo, reason: acquitted}
  - {passage: "He lives at 4 Quarrox Lane", reason: an address}
"""

CLIPPING = """\
---
headline: {name}head road of Ghana and Burkina Faso opened
published: 2024-03-{day}
source: {name} Desk
byline: Esi Quansah
url: https://{name}.example/{name}url
---

{name}first: Ghana and Burkina Faso opened the road on 3 March 2024, Trade Minister Ama {name}person said.

{name}second: "The {name}quote is large," Ama {name}person said. Burkina Faso closed the {name}event in August 2023.

> {name}cited words of others

![{name}caption](https://{name}.example/x.jpg)

Photo: {name}credit

Copyright {name}notice. All rights reserved.
"""

PARTS = ("second", "quote", "event", "cited", "caption", "credit", "notice")
"""What stands below the first paragraph."""

FILES = {
    "site.yaml": SITE,
    "redirects.yaml": "- {from: articles/old.html, to: people/ama-harbourperson.html}\n",
    **{
        f"articles/{name.lower()}.md": CLIPPING.format(name=name, day=day)
        for day, name in enumerate(("Harbour", "Border", "River"), start=11)
    },
    "articles/court.txt": """\
Trader Kwaku Zibbeo before the court

Tema, March 12, 2024 (Harbour Desk) -- The trader Kwaku Zibbeo was brought before a court in Ghana on Tuesday.

"I have done nothing," Zibbeo told Minister Ama Harbourperson. He lives at 4 Quarrox Lane. His brother Kofi
Zibbeo was there.
""",
    "articles/gone.md": """\
---
headline: Wimbrel flood in Ghana
source: Wimbrel Desk
published: 2024-03-14
url: https://wimbrel.example/
---

Wimbrel Minister Salif Wimbrel-Zongo said on 2 March 2024 that Ghana's Wimbrel was flooded.
""",
}


@pytest.fixture(scope="module")
def free(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The output where every outlet allows everything, and nothing is withheld."""
    site = re.sub("excerpt|metadata", "full", SITE)
    return build_tree(tmp_path_factory.mktemp("free"), {**FILES, "site.yaml": site})


@pytest.fixture(scope="module")
def bound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The output with the rights of the outlets, and what is withheld taken out."""
    return build_tree(tmp_path_factory.mktemp("bound"), {**FILES, "site.yaml": SITE + WITHHOLD})


def build_tree(folder: Path, files: dict[str, str]) -> dict[str, str]:
    """All that each file of the output tells, in small letters."""
    build_site(write_site(folder, files))
    return {path: read_all({path: data}).casefold() for path, data in read_tree(folder / "public").items()}


def find(files: dict[str, str], words: str) -> set[str]:
    """The kinds of files that tell the words, in whatever case."""
    return {kind_of(path) for path, told in files.items() if words.casefold() in told}


def kind_of(path: str) -> str:
    """Folder and ending: `articles/*.html`."""
    folder, _, name = path.rpartition("/")
    return f"{folder.partition('/')[0]}/*.{name.rpartition('.')[2]}"


@pytest.mark.parametrize("name", ["Harbour", "Border", "River"])
def test_what_may_be_published_is_found_wherever_it_stands(free: dict[str, str], name: str) -> None:
    for part in (*PARTS, "first"):
        assert {"articles/*.html", "data/*.jsonl"} <= find(free, name + part), part


def test_the_search_reaches_all_kinds_of_files(free: dict[str, str]) -> None:
    kinds = {"/*.xml", "/*.json", "/*.html", "search/*.js", "people/*.html", "timelines/*.xml", "data/*.ics"}
    assert kinds <= set().union(*(find(free, f"Harbour{part}") for part in ("first", "event", "person")))
    for words in ("zibbeo", "quarrox", "wimbrel"):
        assert {"articles/*.html", "data/*.jsonl", "data/*.sqlite", "search/*.js"} <= find(free, words)


@pytest.mark.parametrize("part", PARTS)
def test_below_the_first_paragraph_an_excerpt_tells_nothing(bound: dict[str, str], part: str) -> None:
    assert find(bound, f"Border{part}") == set()
    assert find(bound, f"Harbour{part}") >= {"articles/*.html"}


@pytest.mark.parametrize("part", ["first", *PARTS])
def test_of_an_outlet_that_allows_only_metadata_no_sentence_is_told(bound: dict[str, str], part: str) -> None:
    assert find(bound, f"River{part}") == set()


def test_headline_names_and_original_are_told_of_all(bound: dict[str, str]) -> None:
    for name in ("Harbour", "Border", "River"):
        for part in ("head", "person", "url"):
            assert {"articles/*.html", "data/*.jsonl"} <= find(bound, name + part), name + part
    assert find(bound, "Borderfirst") >= {"articles/*.html", "search/*.js"}


@pytest.mark.parametrize("words", ["kwaku", "quarrox", "4 Q", "wimbrel"])
def test_what_is_withheld_is_nowhere(bound: dict[str, str], words: str) -> None:
    assert find(bound, words) == set()


def test_the_family_name_of_somebody_else_stays(bound: dict[str, str]) -> None:
    article = next(told for path, told in bound.items() if path.startswith("articles/trader"))
    assert "brother kofi zibbeo was there" in " ".join(article.split())
    assert "[passage withheld]" in article


def test_search_engines_are_asked_not_to_list_full_texts(bound: dict[str, str], tmp_path: Path) -> None:
    assert ask(bound) == {"harbourhead": True, "borderhead": False, "riverhead": False}
    allowed = build_tree(tmp_path, {**FILES, "site.yaml": SITE.replace("rights: full", "rights: full, index: true")})
    assert ask(allowed) == {"harbourhead": False, "borderhead": False, "riverhead": False}


def ask(files: dict[str, str]) -> dict[str, bool]:
    """For each of three articles, whether its page asks not to be listed."""
    return {
        name: '<meta name="robots" content="noindex">' in told
        for name in ("harbourhead", "borderhead", "riverhead")
        for path, told in files.items()
        if path.startswith(f"articles/{name}")
    }
