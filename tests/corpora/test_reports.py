"""The cases of `reports/*.txt`: which sentences tell a dated happening, when, of what kind, and of whom.

`expect:` is the date, the kind, perhaps `news` or `background`, and topics that are among those found; `=topics` are
all of them.
"""

import re

import pytest

from corpora.cases import Case, read_cases
from newsgen.annotate.dates import resolve_expressions
from newsgen.annotate.material import gather_material
from newsgen.annotate.reports import find_reports
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article
from newsgen.records.reading import LocalPerson, PersonMention, Reading, Report

CASES = read_cases("reports", ("language", "written", "headline", "expect", "who"))

# matches: {Amina Diallo} left
MARK = re.compile(r"\{([^{}]+)\}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    reading = read(case)
    found = find_reports(reading, gather_material(reading.article, load_lexicon()))
    wanted = [line.split() for line in case.values("expect")]
    assert [[report.date, report.kind] for report in found] == [expected[:2] for expected in wanted]
    for report, (_, _, *words) in zip(found, wanted, strict=True):
        check(report, words)
    if case.values("who"):
        names = [" ".join(reading.people[person].family for person in report.people) for report in found]
        assert names == case.values("who")


def check(report: Report, words: list[str]) -> None:
    if "news" in words or "background" in words:
        assert report.background == ("background" in words)
    topics = {word.lstrip("=") for word in words} - {"news", "background"}
    if any(word.startswith("=") for word in words):
        assert set(report.topics) == topics
    assert topics <= set(report.topics)


def read(case: Case) -> Reading:
    """The case's text as an article with its persons and dates."""
    headline, written = case.fields.get("headline", "A report"), case.fields.get("written", "2024-05-15")
    names, parts = MARK.findall(case.text), MARK.split(case.text)
    families = list(dict.fromkeys(name.split()[-1] for name in names))
    text, mentions = f"{headline}\n\n", []
    for index, part in enumerate(parts):
        if index % 2:
            span = {"start": len(text), "end": len(text) + len(part), "surface": part, "name": part, "rule": "test"}
            mentions.append(PersonMention(person=families.index(part.split()[-1]), **span))
        text += part
    article = Article(
        path="articles/x.txt",
        headline=headline,
        text=text,
        body_start=len(headline) + 2,
        published=None if written == "none" else written,
        language=case.fields.get("language", "en"),
    )
    people = tuple(make_person(family, [name for name in names if name.endswith(family)]) for family in families)
    dates = resolve_expressions(article, gather_material(article, load_lexicon()).expressions)
    return Reading(article=article, people=people, person_mentions=tuple(mentions), dates=dates)


def make_person(family: str, forms: list[str]) -> LocalPerson:
    return LocalPerson(
        name=family, family=family, given=(), titles=(), forms=tuple(forms), countries=(), mentions=len(forms)
    )


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 110
    assert sum(not case.values("expect") for case in CASES) >= 30
