"""The cases of `reports/*.txt`: which sentences tell a dated happening, when, and of what kind."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from newsgen.annotate.dates import find_dates
from newsgen.annotate.material import gather_material
from newsgen.annotate.reports import find_reports
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article

FOLDER = Path(__file__).parent / "reports"

# matches: expect: 2023-07 happened coup
FIELD = re.compile(r"(title|language|written|headline|expect): (.*)")


class Case(NamedTuple):
    name: str
    fields: dict[str, str]
    expected: list[list[str]]
    text: str


def read_cases() -> list[Case]:
    cases = []
    for path in sorted(FOLDER.glob("*.txt")):
        for part in path.read_text("utf-8").split("---\n"):
            lines = [line for line in part.split("\n") if not line.startswith("#")]
            found = [FIELD.fullmatch(line) for line in lines]
            text = "\n".join(line for line, field in zip(lines, found, strict=True) if not field).strip("\n")
            fields = {field[1]: field[2] for field in found if field}
            expected = [field[2].split() for field in found if field and field[1] == "expect"]
            cases.append(Case(f"{path.stem}: {fields['title']}", fields, expected, text))
    return cases


CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    headline = case.fields.get("headline", "A report")
    written = case.fields.get("written", "2024-05-15")
    article = Article(
        path="articles/x.txt",
        headline=headline,
        text=f"{headline}\n\n{case.text}",
        body_start=len(headline) + 2,
        published=None if written == "none" else written,
        language=case.fields.get("language", "en"),
    )
    lexicon = load_lexicon()
    material = gather_material(article, lexicon)
    found = find_reports(article, find_dates(article, material), (), (), material)
    assert [[report.date, report.kind] for report in found] == [expected[:2] for expected in case.expected]
    for report, (_, _, *topics) in zip(found, case.expected, strict=True):
        assert set(topics) <= set(report.topics)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 25
    assert sum(not case.expected for case in CASES) >= 10
