"""The index of the search as a build makes it: no more than may be shown, and no file written in vain."""

from pathlib import Path

import pytest

from newsgen.build import BuildOptions, BuildReport, build
from search_index import entries

OPEN = (
    "Minister speaks\n\nAccra, May 15, 2024 -- The zebra was seen in Ghana.\n\n"
    "The quagga was not.\n\nSource: {source}\n"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Three outlets of different rights, a draft, a passage withheld."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "site.yaml").write_text(
        "sources:\n"
        "  - {name: Open Desk, rights: full}\n"
        "  - {name: Short Desk, rights: excerpt}\n"
        "  - {name: Shut Desk, rights: metadata}\n"
    )
    for name in ("Open", "Short", "Shut"):
        own = OPEN.format(source=f"{name} Desk").replace("zebra", f"zebra{name}").replace("quagga", f"quagga{name}")
        (tmp_path / "articles" / f"{name}.txt").write_text(own.replace("Minister", f"{name} minister"))
    (tmp_path / "articles" / "draft.md").write_text("---\ndraft: true\n---\nDrafted headline\n\nAn ocelot in Mali.\n")
    return tmp_path


def make(site: Path) -> BuildReport:
    return build(site, site / "public", BuildOptions(executor="serial"))


def read_index(site: Path) -> str:
    """All files of the index."""
    return "".join(path.read_text("utf-8") for path in sorted((site / "public" / "search").rglob("*.js"))).lower()


def test_the_index_holds_what_is_shown_and_nothing_else(site: Path) -> None:
    make(site)
    index = read_index(site)
    assert all(word in index for word in ("zebraopen", "quaggaopen", "zebrashort", "shut minister"))
    assert not any(word in index for word in ("quaggashort", "zebrashut", "quaggashut", "ocelot", "drafted"))


def test_a_second_build_keeps_the_index_and_one_after_an_edit_rewrites_little_of_it(site: Path) -> None:
    make(site)
    assert make(site).written == 0
    before = {path: path.read_bytes() for path in (site / "public" / "search").rglob("*.js")}
    path = site / "articles" / "Open.txt"
    path.write_text(path.read_text().replace("quagga", "gnu"))
    make(site)
    after = {path: path.read_bytes() for path in (site / "public" / "search").rglob("*.js")}
    kept = {path.parent.name for path in after if before.get(path) == after[path]}
    assert {"search", "texts", "facets", "names"} <= kept
    assert "gnuopen" in read_index(site)
    assert "quaggaopen" not in read_index(site)


def test_a_damaged_file_of_the_index_is_made_anew(site: Path) -> None:
    make(site)
    index = site / "public" / "search" / "index.js"
    good = index.read_bytes()
    index.write_bytes(b"")
    make(site)
    assert index.read_bytes() == good


def test_an_amended_index_is_the_one_that_is_made_anew(site: Path, tmp_path: Path) -> None:
    for number in range(40):  # so many that two edits are few
        (site / "articles" / f"more-{number}.txt").write_text(f"Rain {number}\n\nNiamey, May 3, 2024 -- It rained.\n")
    make(site)
    (site / "articles" / "more-3.txt").write_text("Sun 3\n\nNiamey, May 3, 2024 -- It did not rain, said Ama.\n")
    (site / "articles" / "more-4.txt").unlink()
    make(site)
    amended = {path.name: path.read_bytes() for path in (site / "public" / "search").rglob("*.js")}
    build(site, tmp_path / "anew", BuildOptions(executor="serial", full=True))
    assert {path.name: path.read_bytes() for path in (tmp_path / "anew" / "search").rglob("*.js")} == amended


def test_signs_that_turn_the_direction_of_text_are_left_out(site: Path) -> None:
    path = site / "articles" / "Open.txt"
    path.write_text(path.read_text().replace("zebra", "\u202eze\u2066bra\u2069"))
    make(site)
    assert "zebraopen" in read_index(site)
    assert not set("\u202e\u2066\u2069") & set(read_index(site))


def test_a_country_is_found_by_every_usual_name(site: Path) -> None:
    (site / "articles" / "states.txt").write_text("Talks\n\nNiamey, May 3, 2024 -- The United States spoke of Niger.\n")
    make(site)
    files = {
        path.relative_to(site / "public" / "search").as_posix(): path.read_bytes()
        for path in (site / "public" / "search").rglob("*.js")
    }
    names = entries(files, "names")
    for word in ("us", "usa", "america", "etats", "unidos", "eeuu"):
        assert ("country", "united-states") in {tuple(bearer[:2]) for bearer in names[word]}, word
    assert not {"american", "americans", "washington"} & names.keys()
