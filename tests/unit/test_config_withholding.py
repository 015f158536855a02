from pathlib import Path

import pytest

from newsgen.config import load_config
from newsgen.errors import ConfigError


def read(folder: Path, *entries: str):
    lines = "".join(f"  - {entry}\n" for entry in entries)
    (folder / "site.yaml").write_text(f"title: T\nwithhold:\n{lines}", "utf-8")
    return load_config(folder, lambda name: None).withheld


def test_each_kind_of_entry_is_read_with_its_place(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "{article: a.txt, reason: r}",
        "{person: Ada Example, reason: r}",
        '{passage: "some   words", article: b.txt, reason: asked}',
    )
    assert [(entry.kind, entry.what, entry.article, entry.line, entry.column) for entry in found] == [
        ("article", "a.txt", None, 3, 5),
        ("person", "Ada Example", None, 4, 5),
        ("passage", "some words", "b.txt", 5, 5),
    ]
    assert found[2].reason == "asked"


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{person: Ada}", "site.yaml:3:5: error[missing-key]: `reason` is missing"),
        ("{reason: r}", "site.yaml:3:5: error[missing-key]: the entry does not say what is withheld"),
        ("{person: Ada, article: a.txt, reason: r}", "site.yaml:3:5: error[wrong-key]: the entry withholds two things"),
        ("{person: Ada, passage: a, reason: r}", "error[wrong-key]"),
        ("{persn: Ada, reason: r}", "did you mean `person`?"),
        ("{passage: '…', reason: r}", "site.yaml:3:15: error[wrong-value]: `passage` holds no word"),
        ("Ada", "error[wrong-kind]"),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_place(tmp_path: Path, entry: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, entry)
    assert told in str(caught.value)


def test_an_entry_that_stands_twice_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="withheld on line 3 too"):
        read(tmp_path, "{person: Ada, reason: r}", "{person: Ada, reason: other}")
