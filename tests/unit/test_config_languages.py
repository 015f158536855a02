from pathlib import Path

import pytest

from newsgen.config import load_config
from newsgen.errors import ConfigError


def read(folder: Path, language: str) -> str:
    (folder / "site.yaml").write_text(f"language: {language}\n", encoding="utf-8")
    return load_config(folder, lambda _: None).site.language


@pytest.mark.parametrize("tag", ["en", "fr", "es-MX", "pt-BR", "ha", "zh-Hant", "dje"])
def test_a_language_is_taken_as_it_is_written(tmp_path: Path, tag: str) -> None:
    assert read(tmp_path, tag) == tag


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("English", "did you mean `en` (English)?"),
        ("français", "did you mean `fr` (French)?"),
        ("espagnol", "did you mean `es` (Spanish)?"),
        ("fr_FR", "did you mean `fr-FR`?"),
        ("xx", "give a language code such as en, fr or pt-BR"),
        ("fr--FR", "give a language code such as en, fr or pt-BR"),
    ],
)
def test_what_is_no_language_is_an_error_that_names_the_nearest(tmp_path: Path, value: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, value)
    assert str(caught.value.diagnostics[0]) == (
        f"site.yaml:1:11: error[wrong-value]: `language` cannot be `{value}` ({hint})"
    )
