"""The cases of `dates/*.txt`: every marked expression is found with its value, and nothing else is."""

import re

import pytest

from corpora.cases import Case, read_cases
from newsgen.annotate.dates import resolve_expressions
from newsgen.annotate.material import gather_material
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article

# matches: on {May 15, 2024 = 2024-05-15} they
MARK = re.compile(r"\{([^{}=]+) = ([^{} ]+)\}")
HEADLINE = "A report"


CASES = read_cases("dates", ("language", "written"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    text = f"{HEADLINE}\n\n{MARK.sub(lambda mark: mark[1], case.text)}"
    written = case.fields.get("written", "2024-05-15")
    article = Article(
        path="articles/x.txt",
        headline=HEADLINE,
        text=text,
        body_start=len(HEADLINE) + 2,
        published=None if written == "none" else written,
        language=case.fields.get("language", "en"),
    )
    found = [
        (date.surface, date.value or "none")
        for date in resolve_expressions(article, gather_material(article, load_lexicon()).expressions)
    ]
    assert found == MARK.findall(case.text)


def test_there_are_many_cases_and_many_without_a_date() -> None:
    assert len(CASES) >= 190
    assert sum("{" not in case.text for case in CASES) >= 25
