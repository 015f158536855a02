"""Every ISO 3166-1 entry is found by its names in English, French and Spanish, in plain sentences."""

from pathlib import Path

import pytest

from newsgen.annotate.countries import find_countries
from newsgen.annotate.material import gather_material
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article

TABLE = Path(__file__).parents[1] / "corpora" / "countries" / "iso-3166.csv"
SENTENCES = {
    "en": ("The envoys spoke of {} on Monday.", "The border with {}, they said, was open."),
    "fr": ("Les délégués ont parlé de {} lundi.", "Entre {} et la mer, il pleut."),
    "es": ("Los enviados hablaron de {} el lunes.", "La frontera con {}, dijeron, está abierta."),
}
ROWS = [
    [part.strip() for part in line.split(";")]
    for line in TABLE.read_text("utf-8").splitlines()
    if not line.startswith("#")
]
CASES = [
    (language, code, name)
    for code, *names in ROWS
    for language, cell in zip(SENTENCES, names, strict=True)
    for name in cell.split(" / ")
    if name
]  # fmt: skip


def test_the_table_holds_every_entry_once() -> None:
    assert [code for code, *_ in ROWS] == list(load_lexicon().gazetteer.countries)
    assert len(CASES) > 810


@pytest.mark.parametrize(("language", "code", "name"), CASES)
def test_a_name_is_found(language: str, code: str, name: str) -> None:
    for sentence in SENTENCES[language]:
        body = sentence.format(name)
        article = Article(path="x", headline="News", text=f"News\n\n{body}", body_start=6, language=language)
        mentions = find_countries(article, gather_material(article, load_lexicon()))
        assert [(mention.surface, mention.code) for mention in mentions] == [(name, code)]
