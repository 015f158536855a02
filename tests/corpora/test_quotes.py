"""The cases of `quotes/*.txt`: which words are direct speech, and who speaks them."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from newsgen.annotate.material import gather_material
from newsgen.annotate.quotes import find_quotes
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article
from newsgen.records.reading import LocalPerson, PersonMention

FOLDER = Path(__file__).parent / "quotes"
HEADLINE = "A report"

# matches: quote: Diallo We will not
FIELD = re.compile(r"(title|title-of|quote): (.*)")
# matches: {Amina Diallo} said
MARK = re.compile(r"\{([^{}]+)\}")


class Case(NamedTuple):
    name: str
    expected: list[str]
    offices: dict[str, str]
    text: str


def read_cases() -> list[Case]:
    cases = []
    for path in sorted(FOLDER.glob("*.txt")):
        for part in path.read_text("utf-8").split("---\n"):
            lines = [line for line in part.split("\n") if not line.startswith("#")]
            found = [FIELD.fullmatch(line) for line in lines]
            text = "\n".join(line for line, field in zip(lines, found, strict=True) if not field).strip("\n")
            fields = [field.groups() for field in found if field]
            offices = dict(value.split(" ", 1) for name, value in fields if name == "title-of")
            expected = [value for name, value in fields if name == "quote"]
            cases.append(Case(f"{path.stem}: {dict(fields)['title']}", expected, offices, text))
    return cases


CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    families = list(dict.fromkeys(name.split()[-1] for name in MARK.findall(case.text)))
    text, mentions = f"{HEADLINE}\n\n", []
    for index, part in enumerate(MARK.split(case.text)):
        if index % 2:
            mentions.append(
                PersonMention(
                    start=len(text),
                    end=len(text) + len(part),
                    surface=part,
                    name=part,
                    person=families.index(part.split()[-1]),
                    rule="test",
                )
            )
        text += part
    people = [
        LocalPerson(
            name=family,
            family=family,
            given=(),
            titles=tuple(title for name, title in case.offices.items() if name == family),
            forms=(family,),
            countries=(),
            mentions=1,
        )
        for family in families
    ]
    article = Article(path="articles/x.txt", headline=HEADLINE, text=text, body_start=len(HEADLINE) + 2)
    found = [
        (families[quote.speaker] if quote.speaker is not None else "nobody", text[quote.start : quote.end])
        for quote in find_quotes(article, people, mentions, gather_material(article, load_lexicon()))
    ]
    assert len(found) == len(case.expected)
    for (speaker, words), expected in zip(found, case.expected, strict=True):
        assert f"{speaker} {words}".startswith(expected)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 15
