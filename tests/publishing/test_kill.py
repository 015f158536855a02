"""Law: whenever a build is killed, readers find no gap, and the next one finds the old site or the new one.

Deliberate mistakes that fail it: `_order` in `steps` without its first part (a page that is replaced comes before a new
one that it leads to); `plan_steps` with the removals before the puts; `output_taken` without `complete_exchange`.
"""

import random
from collections.abc import Iterator
from itertools import count, pairwise
from pathlib import Path

import pytest

from building.sites import build_cold, build_site, find_differences, read_tree, write_site
from newsgen.publish import output_taken, remove_published
from publishing.readers import find_gaps, reader_walking
from publishing.victims import Pages, Victims, publish_pages, start_victims

PATHS = ["a.html", "b.html", "c.html", "people/x.html", "people/y.html", "dates/2024/one.html", "dates/2024/two.html"]


@pytest.fixture(scope="module")
def victims() -> Iterator[Victims]:
    with start_victims() as started:
        yield started


def make_site(seed: int) -> Pages:
    """A site of some of the pages, each with links to some of the others; the home page leads to all."""
    draw = random.Random(seed)
    there = draw.sample(PATHS, draw.randint(2, 6))
    links = {path: draw.sample(there, draw.randint(0, 2)) for path in there} | {"index.html": there}
    return {path: make_page(path, goals) for path, goals in links.items()}


def make_page(path: str, goals: list[str]) -> str:
    up = "../" * path.count("/")
    return f"<html>{path}" + "".join(f'<a href="{up}{goal}">' for goal in goals) + "</html>"


def encoded(pages: Pages) -> dict[str, bytes]:
    return {path: text.encode() for path, text in pages.items()}


def publish_cold(pages: Pages, folder: Path) -> dict[str, bytes]:
    publish_pages(pages, folder)
    return read_tree(folder)


def test_readers_find_no_gap_wherever_a_build_is_killed(tmp_path: Path, victims: Victims) -> None:
    """Each edit is made again and again, killed one step later each time, until it comes through."""
    sites = [make_site(seed) for seed in range(11)]
    cold = [publish_cold(site, tmp_path / f"cold-{number}") for number, site in enumerate(sites)]
    output, kills = tmp_path / "public", 0
    publish_pages(sites[0], output)
    with reader_walking(output, sorted(tmp_path.glob("cold-*"))):
        for position, (old, new) in enumerate(pairwise(sites)):
            for step in count(1):
                if not victims.publish(new, output, dies_at=step):
                    break
                kills += 1
                assert find_gaps(output, encoded(old), encoded(new)) == []
                with output_taken(output):  # by a build that then finds nothing that it could publish, say
                    pass
                assert read_tree(output) in (cold[position], cold[position + 1])
                publish_pages(old, output)
                assert find_differences(read_tree(output), cold[position]) == []
            assert find_differences(read_tree(output), cold[position + 1]) == []
    assert kills >= 250


def test_a_first_build_shows_its_home_page_last(tmp_path: Path, victims: Victims) -> None:
    """Fails if `_order` puts the entrance first."""
    site = make_site(5)
    cold = publish_cold(site, tmp_path / "cold")
    for step in count(1):
        output = tmp_path / f"public-{step}"
        if not victims.publish(site, output, dies_at=step):
            break
        assert find_gaps(output, encoded(site)) == []
        publish_pages(site, output)
        assert find_differences(read_tree(output), cold) == []


FILE = {"index.html": make_page("index.html", []), "static/kit": "one file", "static/other": "o"}
FOLDER = {"index.html": make_page("index.html", ["static/kit/a.css"]), "static/kit/a.css": "a", "static/kit/b/c": "c"}


@pytest.mark.parametrize(("old", "new"), [(FILE, FOLDER), (FOLDER, FILE)], ids=["to folder", "to file"])
def test_a_file_that_becomes_a_folder_and_back(tmp_path: Path, victims: Victims, old: Pages, new: Pages) -> None:
    """Fails if nothing is taken out of the way before new files are put."""
    cold = publish_cold(new, tmp_path / "cold")
    output = tmp_path / "public"
    for step in count(1):
        publish_pages(old, output)
        if not victims.publish(new, output, dies_at=step):
            break
        publish_pages(new, output)
        assert find_differences(read_tree(output), cold) == []


def test_cleaning_after_a_kill_leaves_only_what_is_not_newsgens(tmp_path: Path, victims: Victims) -> None:
    """Fails if new paths come before the manifest is widened by them."""
    output = tmp_path / "public"
    for step in count(1):
        publish_pages(make_site(1), output)
        (output / "mine.txt").write_text("mine")
        killed = victims.publish(make_site(2), output, dies_at=step)
        remove_published(output)
        assert [path.name for path in output.iterdir()] == ["mine.txt"]
        if not killed:
            break


ADDED = "Lomé, April 2, 2024 (SHD) -- Togo's Trade Minister Afi Mensah-Kodjo met Ama Owusu-Darko of Ghana on Tuesday.\n"


def edit_much(site: Path) -> None:
    """An edit that adds, replaces and removes pages, and moves a person's."""
    write_site(site, {"articles/new.txt": f"A visit from Togo\n\n{ADDED}", "people.yaml": ""})
    (site / "articles/two.md").unlink()


def test_a_whole_build_killed_anywhere(tmp_path: Path, victims: Victims) -> None:
    site = write_site(tmp_path / "site")
    old = build_cold(site, tmp_path / "old")
    build_site(site)
    edit_much(site)
    new = build_cold(site, tmp_path / "new")
    output, draw, kills = site / "public", random.Random(7), 0
    with reader_walking(output, [tmp_path / "old" / "public", tmp_path / "new" / "public"]):
        while victims.build(site, output, dies_at=draw.randint(1, 150)):
            kills += 1
            assert find_gaps(output, old, new) == []
    assert kills > 3
    assert find_differences(read_tree(output), new) == []
