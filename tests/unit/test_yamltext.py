"""Strict YAML: text stays as typed, and every fault has its place."""

import pytest

from newsgen.config.yamltext import Mapping, Scalar, Sequence, read_yaml, suggest
from newsgen.errors import ConfigError


@pytest.mark.parametrize("typed", ["NO", "010", "12:30", "1e3", "0x1F", "2024-05-15", "off", "1_000", ".5", "=", "<<"])
def test_a_plain_value_stays_what_was_typed(typed: str) -> None:
    root = read_yaml(f"key: {typed}\n", "site.yaml")
    assert isinstance(root, Mapping)
    assert root.get("key") == Scalar(typed, 1, 6)


def test_an_empty_document_is_an_empty_mapping() -> None:
    assert read_yaml("# only a comment\n", "site.yaml") == Mapping((), 1, 1)


def test_places_count_from_the_first_line_given() -> None:
    root = read_yaml("a: 1\nb:\n  - x\n", "articles/x.md", first_line=2)
    assert isinstance(root, Mapping)
    items = root.get("b")
    assert isinstance(items, Sequence)
    assert (items.items[0].line, items.items[0].column) == (4, 5)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("title: a\ntitle: b\n", "2:1", "second time, first on line 1"),
        ("a: [1,\n", "2:1", "cannot be read"),
        ("a: 'open\n", "2:1", "cannot be read"),
        ("a: &x 1\nb: *x\n", "1:4", "anchors"),
        ("a: !!python/name:os.system x\n", "1:4", "tags"),
        ("a: 1\n---\nb: 2\n", "2:1", "second document"),
        ("? [a]\n: b\n", "1:1", "a key must be a word"),
        ("[" * 60, "1:51", "nested more than 50 deep"),
        ("a: \x00\n", "1:1", "control characters"),
        ("a:\n\t- b\n", "2:1", "a tab stands where a key or a value begins (indent with blanks"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, place: str, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_yaml(text, "site.yaml")
    message = str(caught.value)
    assert message.startswith(f"site.yaml:{place}: error[yaml]: ")
    assert words in message


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("tilte", "title"), ("Title", "title"), ("base-url", "base_url"), ("sources:", "sources"), ("tags", None)],
)
def test_a_misspelt_key_finds_the_nearest(typed: str, meant: str | None) -> None:
    assert suggest(typed, ("title", "base_url", "sources", "from")) == meant


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    root = read_yaml('a: "x\u2028y\x85z"\nb: 2\n', "site.yaml")
    assert isinstance(root, Mapping)
    assert root.get("b") == Scalar("2", 2, 4)
