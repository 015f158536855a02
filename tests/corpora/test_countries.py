"""The cases of `countries/*.txt`: every marked phrase is found, and nothing else is."""

import re

import pytest

from corpora.cases import Case, read_cases
from newsgen.annotate.countries import count_countries, find_countries
from newsgen.annotate.material import gather_material
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article, Dateline, Paragraph

# matches: ties with {France FR} and
MARK = re.compile(r"\{([^{}]+) ([A-Z]{2})\}")


CASES = read_cases("countries", ("language", "headline", "place", "dateline", "about"))


def unmark(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without marks, and the marked spans with their codes."""
    plain, spans, reached = "", [], 0
    for mark in MARK.finditer(text):
        plain += text[reached : mark.start()]
        spans.append((len(plain), len(plain) + len(mark[1]), mark[2]))
        plain, reached = plain + mark[1], mark.end()
    return plain + text[reached:], spans


def article_of(case: Case) -> tuple[Article, list[tuple[int, int, str]]]:
    headline = case.fields.get("headline", "A report")
    text, spans = unmark(f"{headline}\n\n{case.text}")
    start = len(unmark(headline)[0]) + 2
    lead = text.find("\n\n", start)
    return Article(
        path="articles/x.txt",
        headline=text[: start - 2],
        text=text,
        body_start=start,
        paragraphs=(Paragraph(kind="paragraph", start=start, end=lead if lead > 0 else len(text), line=3),),
        dateline=Dateline(country=case.fields["dateline"], place=case.fields.get("place", ""))
        if "dateline" in case.fields
        else None,
        language=case.fields.get("language", "en"),
    ), spans


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_marked_phrases_and_no_others_are_found(case: Case) -> None:
    article, expected = article_of(case)
    found = [
        (mention.start, mention.end, mention.code)
        for mention in find_countries(article, gather_material(article, load_lexicon()))
    ]
    assert [(article.text[a:b], code) for a, b, code in found] == [(article.text[a:b], c) for a, b, c in expected]
    assert found == expected


@pytest.mark.parametrize("case", [case for case in CASES if "about" in case.fields], ids=lambda case: case.name)
def test_countries_that_an_article_is_about_are_told_from_others(case: Case) -> None:
    article, _ = article_of(case)
    lexicon = load_lexicon()
    counts = count_countries(article, find_countries(article, gather_material(article, lexicon)), lexicon)
    assert sorted(count.code for count in counts if count.primary) == sorted(case.fields["about"].split())


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 100
    assert len({case.name for case in CASES}) == len(CASES)
    assert sum(not MARK.search(case.text + case.fields.get("headline", "")) for case in CASES) >= 20
