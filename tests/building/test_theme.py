"""A site's own theme: one file takes the place of one, and the README's examples do what it says."""

import re
from pathlib import Path

import pytest

from building.sites import FILES, build_site, read_tree, write_site

REPOSITORY = Path(__file__).parents[2]

# matches: :root { /* static/site.css */
# matches: {# templates/article.html: an article, and whom to write to about it. #}
# not: {% extends "newsgen/article.html" %}
_NAMED = re.compile(r"(?:/\*|\{#) ((?:static|templates)/[a-z.]+)")


def read_examples() -> dict[str, str]:
    """The files that the README's section on themes shows, by path."""
    section = (REPOSITORY / "README.md").read_text("utf-8").partition("## A theme of your own")[2].partition("\n## ")[0]
    blocks = [block.partition("\n")[2] for block in section.split("```")[1::2]]
    return {_NAMED.search(block)[1]: block for block in blocks}


def test_the_examples_of_the_readme_are_short_and_do_what_it_says(tmp_path: Path) -> None:
    plain, examples = build_tree(tmp_path / "plain"), read_examples()
    assert {name: len(text.splitlines()) for name, text in examples.items()} == {
        "static/site.css": 3,
        "templates/article.html": 9,
    }
    own = build_tree(tmp_path / "own", **examples)
    style = "static/newsgen.css"
    assert own[style] == plain[style] + b"\n" + examples["static/site.css"].encode()
    assert "static/site.css" not in own
    assert changed(plain, own) == {style, *(path for path in plain if path.startswith("articles/"))}
    article = own["articles/a-visit-to-the-harbour.html"].decode()
    assert 'Is Sample Harbour Desk quoted wrongly?\n<a href="mailto:desk@example.org">' in article
    assert plain["articles/a-visit-to-the-harbour.html"].decode().partition("<main")[0] in article


@pytest.mark.parametrize(
    ("file", "pages"),
    [
        ("templates/404.html", {"404.html"}),
        ("templates/dates.html", {"dates/index.html"}),
        ("templates/sitemap.xml", {"sitemap.xml"}),
        ("static/icon.svg", {"static/icon.svg"}),
        ("static/newsgen.js", {"static/newsgen.js"}),
    ],
)
def test_a_file_of_the_site_s_own_takes_the_place_of_that_one_only(tmp_path: Path, file: str, pages: set[str]) -> None:
    plain, own = build_tree(tmp_path / "plain"), build_tree(tmp_path / "own", **{file: "mine"})
    assert changed(plain, own) == pages
    assert {own[page] for page in pages} == {b"mine"}


def test_a_base_of_the_site_s_own_frames_the_pages_of_newsgen(tmp_path: Path) -> None:
    base = '{% extends "newsgen/base.html" %}{% block nameplate %}<p>Mine</p>{% endblock %}'
    own = build_tree(tmp_path, **{"templates/base.html": base})
    pages = [path for path in own if path.endswith(".html") and path != "index.html"]
    assert all(b"<p>Mine</p>" in own[path] for path in pages)
    assert b"<p>Mine</p>" not in own["index.html"]  # whose own template has another nameplate


def build_tree(folder: Path, **more: str) -> dict[str, bytes]:
    build_site(write_site(folder, {**FILES, **more}))
    return read_tree(folder / "public")


def changed(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    """Files that are not the same in both; what newsgen notes for itself does not count."""
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)} - {".newsgen.json"}
