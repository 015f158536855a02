"""The cases of `quotes/*.txt`: which words are direct speech, and who speaks them."""

import re

import pytest

from corpora.cases import Case, read_cases
from newsgen.annotate.material import gather_material
from newsgen.annotate.quotes import find_quotes
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article
from newsgen.records.reading import LocalPerson, PersonMention, Reading

HEADLINE = "A report"

# matches: {Amina Diallo} said
MARK = re.compile(r"\{([^{}]+)\}")


CASES = read_cases("quotes", ("title-of", "quote"))


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
    offices = dict(value.split(" ", 1) for value in case.values("title-of"))
    people = [
        LocalPerson(
            name=family,
            family=family,
            given=(),
            titles=tuple(title for name, title in offices.items() if name == family),
            forms=tuple(name for name in MARK.findall(case.text) if name.endswith(family)),
            countries=(),
            mentions=1,
        )
        for family in families
    ]
    article = Article(path="articles/x.txt", headline=HEADLINE, text=text, body_start=len(HEADLINE) + 2)
    reading = Reading(article=article, people=tuple(people), person_mentions=tuple(mentions))
    found = [
        (families[quote.speaker] if quote.speaker is not None else "nobody", text[quote.start : quote.end])
        for quote in find_quotes(reading, gather_material(article, load_lexicon()))
    ]
    wanted = case.values("quote")
    assert len(found) == len(wanted)
    for (speaker, words), expected in zip(found, wanted, strict=True):
        assert f"{speaker} {words}".startswith(expected)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 75
