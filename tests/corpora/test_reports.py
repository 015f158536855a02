"""The cases of `reports/*.txt`: which sentences tell a dated happening, when, and of what kind."""

import pytest

from corpora.cases import Case, read_cases
from newsgen.annotate.dates import find_dates
from newsgen.annotate.material import gather_material
from newsgen.annotate.reports import find_reports
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article

CASES = read_cases("reports", ("language", "written", "headline", "expect"))


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
    wanted = [line.split() for line in case.values("expect")]
    assert [[report.date, report.kind] for report in found] == [expected[:2] for expected in wanted]
    for report, (_, _, *topics) in zip(found, wanted, strict=True):
        assert set(topics) <= set(report.topics)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 25
    assert sum(not case.values("expect") for case in CASES) >= 10
