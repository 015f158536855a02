"""Every case in `people/*.txt`: a title, a text, and the persons to be found in it.

A case is a title, the text between two lines that hold only a dot, and the expected persons up to the next such line:
the name, then each form as written, in order of first use; then, behind a question mark, what is left to the editor,
with the reason. A text of more than one paragraph opens with its headline.
Cases in `french.txt` and `spanish.txt` are in those languages.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from newsgen.annotate.countries import find_countries
from newsgen.annotate.material import gather_material
from newsgen.annotate.people import find_people
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article, Paragraph

FOLDER = Path(__file__).parent / "people"
CASE = re.compile(r"^(\S[^\n]*)\n\.\n(.*?)\n\.\n(.*?)^\.$", re.MULTILINE | re.DOTALL)
LANGUAGES = {"french.txt": "fr", "spanish.txt": "es"}


class Case(NamedTuple):
    title: str
    language: str
    text: str
    expected: list[str]


def read_cases() -> list[Case]:
    cases = []
    for path in sorted(FOLDER.glob("*.txt")):
        for title, text, expected in CASE.findall(path.read_text(encoding="utf-8")):
            cases.append(Case(title, LANGUAGES.get(path.name, "en"), text, expected.splitlines()))
    return cases


def make_article(text: str, language: str) -> Article:
    headline, _, body = text.partition("\n\n") if "\n\n" in text else ("in short", "", text)
    whole = f"{headline}\n\n{body}"
    start = len(headline) + 2
    paragraphs = []
    for part in body.split("\n\n"):
        paragraphs.append(Paragraph(kind="paragraph", start=start, end=start + len(part), line=1))
        start += len(part) + 2
    return Article(
        path="articles/x.txt",
        headline=headline,
        text=whole,
        body_start=len(headline) + 2,
        paragraphs=tuple(paragraphs),
        language=language,
    )


CASES = read_cases()


def test_the_corpus_is_read_whole() -> None:
    written = sum(path.read_text(encoding="utf-8").splitlines().count(".") for path in FOLDER.glob("*.txt"))
    assert len(CASES) * 3 == written
    assert len({case.title for case in CASES}) == len(CASES)
    assert sum(not case.expected for case in CASES) >= 25


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_people(case: Case) -> None:
    lexicon = load_lexicon()
    article = make_article(case.text, case.language)
    material = gather_material(article, lexicon)
    people, _, unresolved = find_people(article, find_countries(article, material), material)
    persons = [" | ".join((person.name, *person.forms)) for person in people]
    assert persons + [f"? {mention.surface} | {mention.reason}" for mention in unresolved] == case.expected
