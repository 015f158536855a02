"""What a new judgement makes of those that are there, and which contradictions are refused."""

import pytest

from newsgen.build.judgements import add_judgement, join_names, part_names
from newsgen.config.judging import edit_people
from newsgen.config.people import parse_people
from newsgen.errors import ConfigError
from newsgen.records.options import Judgement

FILE = """\
- name: Ann Lee
  also: [Anne Li]
- name: Bo Li
  not: [Cy Ray]
- name: Air Base
  also: [Base Air]
  person: false
- name: Di Roe
  also:
    - Cy Ray
"""


def same(*names: str, text: str = FILE) -> str:
    """The file with the names joined."""
    return edit_people(text, join_names(parse_people(text), names))


def different(first: str, second: str, *, shown: str = "", text: str = FILE) -> str:
    """The file with the names parted."""
    return edit_people(text, part_names(parse_people(text), first, second, shown=shown or first))


def refusal(call, *names: str) -> str:
    with pytest.raises(ConfigError) as caught:
        call(*names)
    return str(caught.value)


def test_new_names_get_an_entry() -> None:
    assert same("New One", "New Two") == FILE + "- name: New One\n  also:\n    - New Two\n"


@pytest.mark.parametrize(
    "names", [("Ann Lee", "New"), ("New", "Ann Lee"), ("New", "ANNE LÍ"), ("New", "new", "Anne-Li")]
)
def test_a_new_name_joins_the_entry_that_has_one_of_them(names: tuple[str, ...]) -> None:
    assert same(*names) == FILE.replace("[Anne Li]", "[Anne Li, New]")


def test_what_is_there_is_not_written_twice() -> None:
    assert same("ANN LEE", "anne li") == FILE
    assert different("bo li", "cy-ray") == FILE
    assert different("Cy Ray", "Bo Li") == FILE
    assert edit_people(FILE, add_judgement(parse_people(FILE), Judgement(name="Base Air", person=False))) == FILE


def test_two_entries_become_one() -> None:
    assert same("Anne Li", "Bo Li") == FILE.replace("[Anne Li]\n", "[Anne Li, Bo Li]\n  not: [Cy Ray]\n").replace(
        "- name: Bo Li\n  not: [Cy Ray]\n", ""
    )


def test_two_entries_are_two_people_already() -> None:
    assert different("Ann Lee", "Bo Li") == FILE


def test_names_are_parted_where_an_entry_speaks_of_one_of_them() -> None:
    assert different("New", "Anne Li") == FILE.replace("[Anne Li]\n", "[Anne Li]\n  not: [New]\n")
    assert different("Anne Li", "New") == FILE.replace("[Anne Li]\n", "[Anne Li]\n  not: [New]\n")


def test_a_parted_name_keeps_the_name_that_its_person_is_shown_under() -> None:
    text = different("N. One", "New Two", shown="New One", text="")
    assert text.splitlines()[1:] == ["- name: New One", "  also: [N. One]", "  not: [New Two]"]


@pytest.mark.parametrize(
    ("call", "names", "told"),
    [
        (
            same,
            ("Bo Li", "Cy Ray"),
            "people.yaml:4:9: error[contradiction]: "
            "line 4 says that “Bo Li” and “Cy Ray” are two people, and line 10 that"
            " “Cy Ray” belongs to “Di Roe”: so “Bo Li” and “Cy Ray” cannot be one person"
            " (if they are one, take “Cy Ray” out of `not` in line 4 first)",
        ),
        (
            same,
            ("Di Roe", "New", "Bo Li"),
            "people.yaml:4:9: error[contradiction]: "
            "line 4 says that “Bo Li” and “Cy Ray” are two people, and line 10 that"
            " “Cy Ray” belongs to “Di Roe”: so “Di Roe” and “New” and “Bo Li” cannot be one person"
            " (if they are one, take “Cy Ray” out of `not` in line 4 first)",
        ),
        (
            different,
            ("anne li", "Ann Lee"),
            "people.yaml:2:10: error[contradiction]: "
            "“anne li” and “Ann Lee” are judged to be one person, in line 1 and in"
            " line 2 (if they are two, take one of the names out of the entry first)",
        ),
        (
            same,
            ("New", "base air"),
            "people.yaml:6:10: error[contradiction]: "
            "“Base Air” is judged to be no person here"
            " (if it is one, take the entry of line 5 out first)",
        ),
        (
            different,
            ("New", "Air Base"),
            "people.yaml:5:9: error[contradiction]: "
            "“Air Base” is judged to be no person here"
            " (if it is one, take the entry of line 5 out first)",
        ),
        (
            same,
            ("New", "NEW"),
            "NEW: error[contradiction]: “New” and “NEW” are one name: capitals, accents and hyphens do not count"
            " (give two names; to one of two who are written alike, add a title that the articles write in front of"
            " it)",
        ),
    ],
)
def test_contradictions_are_refused(call, names: tuple[str, ...], told: str) -> None:
    assert refusal(call, *names) == told


def test_a_person_is_not_made_nobody() -> None:
    with pytest.raises(ConfigError) as caught:
        add_judgement(parse_people(FILE), Judgement(name="anne li", person=False))
    assert str(caught.value) == (
        "people.yaml:2:10: error[contradiction]: "
        "“Anne Li” is judged to be a person here, namely “Ann Lee” (line 1)"
        " (if it is none, take the name out of the entry of line 1 first)"
    )


def test_a_name_kept_from_another_name_of_the_entry_does_not_join() -> None:
    text = "- name: Ann Lee\n  also: [Anne Li]\n  not: [Bo Li]\n"
    with pytest.raises(
        ConfigError, match=r"line 3 says .* two people, and line 2 that “Anne Li” belongs to “Ann Lee”: so"
    ):
        same("Bo Li", "Anne Li", text=text)


def test_a_name_that_is_kept_away_does_not_join() -> None:
    text = "- name: Ann Lee\n  not: [Bo Li]\n"
    with pytest.raises(ConfigError) as caught:
        same("Ann Lee", "Bo Li", text=text)
    assert str(caught.value) == (
        "people.yaml:2:9: error[contradiction]: "
        "line 2 says that “Ann Lee” and “Bo Li” are two people:"
        " so “Ann Lee” and “Bo Li” cannot be one person (if they are one, take “Bo Li” out of `not` in line 2 first)"
    )
