"""An edit costs what it changes: counted by the build itself, and seen on the disk.

Deliberate mistakes that fail it, test by test: what all pages show together in the key of each, in `_key_page`; a
`replay` that says again what the last build read and wrote; a `publish` that does not compare bytes; a `find_intact`
that believes in stamps alone.
"""

from pathlib import Path

import pytest

from building.sites import build_site, find_differences, read_times, read_tree, write_site

RAIN = {
    f"articles/rain-{number}.txt": f"Rain in Peru on day {number}\n\nLima, {number} May 2021 (XYZ) -- Rain fell.\n"
    for number in range(1, 9)
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_site(tmp_path)
    return write_site(tmp_path, RAIN)


def edit(site: Path, name: str, old: str, new: str) -> None:
    text = (site / name).read_text()
    assert old in text
    (site / name).write_text(text.replace(old, new))


def test_an_edit_of_one_body_reads_one_clipping_and_writes_the_pages_that_show_it(site: Path) -> None:
    build_site(site)
    before, times = read_tree(site / "public"), read_times(site / "public")
    edit(site, "articles/two.md", "The road had been closed", "The old road had been closed")
    report = build_site(site)
    after = read_tree(site / "public")
    changed = {path for path in find_differences(before, after) if not path.startswith(".newsgen")}
    assert report.parsed == 1
    assert report.written == len(changed)
    assert (report.removed, report.unchanged) == (0, len(before) - 1 - len(changed))
    # Nothing was rendered in vain: each page made anew has other bytes.
    assert report.rendered == len([path for path in changed if not path.startswith("search/")])
    assert "articles/a-visit-to-the-harbour.html" in changed
    assert [path for path in changed if path.endswith(".html") and b"The old road" not in after[path]] == []
    later = read_times(site / "public")
    assert {path for path in after if later[path] != times[path]} == changed | {".newsgen.json"}


def test_an_edit_that_changes_nothing_writes_nothing(site: Path) -> None:
    build_site(site)
    times = read_times(site / "public")
    (site / "articles/two.md").touch()
    report = build_site(site)
    assert (report.parsed, report.rendered, report.written, report.removed) == (0, 0, 0, 0)
    assert read_times(site / "public") == times


def test_a_template_that_gives_the_same_bytes_writes_nothing(site: Path) -> None:
    build_site(site)
    write_site(site, {"templates/about.html": '{% extends "newsgen/about.html" %}'})
    report = build_site(site)
    assert report.parsed == 0
    assert report.written == 0


def test_another_memo_costs_readings_but_no_page(site: Path) -> None:
    report = build_site(site)
    for path in (site / ".newsgen").iterdir():
        path.unlink()
    again = build_site(site)
    assert (again.parsed, again.rendered, again.written) == (report.clippings, 0, 0)
