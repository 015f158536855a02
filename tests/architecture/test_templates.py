"""The templates' variables are what the README and the records say that they are."""

import re
from itertools import pairwise
from pathlib import Path

import jinja2
import pytest

from architecture.templates import Theme, check_theme, list_unused, read_theme
from newsgen.records.site import TextFile
from pages_archive import ENGLISH, HOSTED, make_article, make_renderer, plan

# matches: | `article.html` | `ArticlePage` | `articles/<slug>.html` |
# not: | `data/people.json` | each person |
_ROW = re.compile(r"^\| `([a-z0-9]+\.(?:html|xml))` \| `(\w+)` \|", re.MULTILINE)


@pytest.fixture(scope="module")
def theme(repository: Path) -> Theme:
    return read_theme(repository / "templates")


def test_what_templates_take_is_in_the_records(theme: Theme) -> None:
    assert check_theme(theme) == []
    assert len(theme.used) > 300


def test_what_the_records_hold_is_shown_by_some_template(theme: Theme) -> None:
    check_theme(theme)
    assert list_unused(theme) == []


def test_the_readme_and_the_templates_heads_name_the_record_of_each(theme: Theme, repository: Path) -> None:
    told = dict(_ROW.findall((repository / "README.md").read_text("utf-8")))
    heads = {template.name: template.shows for template in theme.templates.values() if template.shows}
    assert told == heads
    frames = {name for name in theme.templates if name.startswith("_")} | {"base.html"}
    assert set(told) | frames == set(theme.templates)


def test_the_readme_names_what_templates_have_beside_their_page(repository: Path) -> None:
    told = (repository / "README.md").read_text("utf-8").partition("## A theme of your own")[2].partition("\n## ")[0]
    used = "".join(path.read_text("utf-8") for path in sorted((repository / "templates").glob("*.*")))
    given = make_renderer(ENGLISH)._environment
    filters = given.filters.keys() - jinja2.defaults.DEFAULT_FILTERS.keys()
    for name in filters:
        assert f"`{name}`" in told, name
        assert f"|{name}" in used, name
    for name in given.globals.keys() - jinja2.defaults.DEFAULT_NAMESPACE.keys():
        assert f"`{name}" in told, name
    assert len(filters) > 2


def test_each_macro_that_templates_share_says_what_it_shows(theme: Theme, repository: Path) -> None:
    bare = []
    for name in (name for name in theme.templates if name.startswith("_")):
        lines = (repository / "templates" / name).read_text("utf-8").splitlines()
        bare += [line for above, line in pairwise(lines) if line.startswith("{% macro") and not above.endswith("#}")]
    assert bare == []


def test_each_template_is_given_the_record_that_its_head_names(theme: Theme) -> None:
    sentence = "Ghana and Ama Owusu opened it in May."
    article = make_article(
        "a",
        [sentence],
        countries={"Ghana": "GH"},
        people={"Ama Owusu": "ama-owusu"},
        published="2024-05-15",
        source="Desk",
        reports=[(sentence, "2024-05")],
    )
    pages = [page for page in plan(article, site=HOSTED).values() if page.template]
    assert {(page.template, type(page.shows).__name__) for page in pages} <= {
        (template.name, template.shows) for template in theme.templates.values()
    }
    assert len({page.template for page in pages}) > 18
    assert not any(isinstance(page.shows, TextFile) for page in pages)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("{{ page.nothing }}", "x.html:1: DatesPage has no `nothing`"),
        ("\n{% set a = page.calendar %}{{ a.yeers }}", "x.html:2: Calendar has no `yeers`"),
        ("{% for year in page.calendar.years %}{{ year.mouths }}{% endfor %}", "x.html:1: YearRow has no `mouths`"),
        ("{% with y = page.calendar.years|first %}{{ y.mouths }}{% endwith %}", "x.html:1: YearRow has no `mouths`"),
        ("{% if page.frame.lungage %}{% endif %}", "x.html:1: Frame has no `lungage`"),
        ("{% from 'm.html' import row %}{{ row(page.calendar) }}", "m.html:1: Calendar has no `href`"),
        ("{% from 'm.html' import row %}{{ once(row, page.frame) }}", "m.html:1: Frame has no `href`"),
        (
            "{% from 'm.html' import each %}{% call(one) each(page) %}{{ one.colour }}{% endcall %}",
            "x.html:1: YearRow has no `colour`",
        ),
        ("{% from 'm.html' import column %}", "x.html: m.html has no macro `column`"),
        ("{% extends 'base.html' %}{% block a %}{{ frame.titel }}{% endblock %}", "x.html:1: Frame has no `titel`"),
    ],
)
def test_a_field_that_is_not_there_is_found(tmp_path: Path, source: str, fault: str) -> None:
    macros = "{% macro row(one) %}{{ one.href }}{% endmacro %}"
    macros += "{% macro each(page) %}{% for one in page.calendar.years %}{{ caller(one) }}{% endfor %}{% endmacro %}"
    (tmp_path / "m.html").write_text(macros)
    (tmp_path / "base.html").write_text("{% set frame = page.frame %}{% block a %}{% endblock %}")
    (tmp_path / "x.html").write_text("{# All months (DatesPage). #}" + source)
    assert check_theme(read_theme(tmp_path)) == [fault]


def test_a_field_that_nothing_shows_is_found(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("{# All months (DatesPage). #}{{ page.calendar.years|length }}")
    theme = read_theme(tmp_path)
    check_theme(theme)
    assert list_unused(theme) == ["Calendar.undated", "DatesPage.frame"]
