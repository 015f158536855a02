"""Reasons for persons: each rule tells the very words that decided."""

import pytest

from newsgen.annotate import annotate
from newsgen.annotate.material import gather_material
from newsgen.annotate.people import evidence, rules
from newsgen.annotate.people.reasons import RULES, explain_people
from newsgen.annotate.people.witnesses import _SAYS
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article, Paragraph
from newsgen.records.explanation import Explanation


def explain(text: str, headline: str = "in short") -> list[Explanation]:
    start = len(headline) + 2
    paragraphs = []
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(kind="paragraph", start=start, end=start + len(part), line=1))
        start += len(part) + 2
    article = Article(
        path="articles/x.txt",
        headline=headline,
        text=f"{headline}\n\n{text}",
        body_start=len(headline) + 2,
        paragraphs=tuple(paragraphs),
        language="en",
    )
    lexicon = load_lexicon()
    reading = annotate(article, lexicon)
    return list(explain_people(reading, gather_material(reading.article, lexicon)))


def told(explanation: Explanation) -> list[str]:
    return [item.says for item in explanation.evidence]


@pytest.mark.parametrize(
    ("text", "rule", "says"),
    [
        ("They met Peter Xqzwv.", "given-name", "“Peter” is in the list of given names"),
        ("They met General Xqzwv Bhomo.", "title", "“General” before the name is a rank"),
        ("They met Mrs. Bhomo and Mrs. Xqzwv Bhomo.", "title", "“Mrs.” before the name is a form of address"),
        ("They met spokesman Xqzwv Bhomo.", "title", "“spokesman” before the name is what persons are"),
        ("They met singer Bhomelka.", "stage-name", "“singer” before the name is what persons are"),
        ("They met J.R. Bhomo.", "initials", "“J.R” is an initial"),
        ("They met Xqzwv Bhomo, 34, outside.", "age", "“34” behind the name is an age"),
        ("They met Xqzwv Bhomo, who left.", "who", "“who” behind the name speaks of a person"),
        ("Xqzwv Bhomo, the mayor, left.", "apposition", "“the mayor” behind the name holds an office or a trade"),
        ('"No," said Xqzwv Bhomo of the union.', "quoted-speaker", "“said” behind the quotation: who is named next is"),
        ("The Bhomo administration left.", "administration", "“administration” behind the name"),
        ("Xqzwv Bhomo (Sweden) 12.7", "country-in-brackets", "a country in brackets behind the name"),
        ("Hun Xqzwv left.", "family-first", "“Hun” is in the list of family names that stand first"),
        ("The mayor, Xqzwv Bhomo, left.", "office-before", "the office “Mayor” stands before the comma"),
        ("They met Peter Marl, Xqzwv Bhomo, Jane Dowl.", "list", "“Peter Marl” beside it in the list is a person"),
        ("Xqzwv Bhomo said no. Bhomo left.", "said-after", "“said” behind the name is a verb of speech"),
        ("It was Xqzwv Bhomo. Bhomo said no.", "echo", "“Bhomo” stands alone elsewhere"),
        ("It was Peter Bhomo. Then Bhomo said no.", "short-form", "“Bhomo” is a form of “Peter Bhomo”"),
    ],
)
def test_the_words_that_decided(text: str, rule: str, says: str) -> None:
    fitting = [item for item in explain(text) if item.rule == rule]
    assert fitting, explain(text)
    assert any(line.startswith(says) for line in told(fitting[0])), told(fitting[0])
    assert fitting[0].rule_says == RULES[rule]


def test_evidence_stands_where_it_says() -> None:
    (found,) = explain("They met General Xqzwv Bhomo.")
    text = "in short\n\nThey met General Xqzwv Bhomo."
    assert [text[item.start : item.end] for item in found.evidence] == ["General"]


def test_a_later_mention_leads_to_the_full_name() -> None:
    first, later = explain("They met Salifou Modane.\n\nThen Modane left.")
    assert first.against is None
    assert later.against == "the person first named as Salifou Modane, in paragraph 1"
    assert later.meaning == "Salifou Modane"


def test_a_name_in_the_headline_is_known_from_the_text() -> None:
    first, _ = explain("Then Salifou Modane left.", headline="Modane To Visit Lagos")
    assert first.rule == "known-name"
    assert first.against == "the person first named as Salifou Modane, in paragraph 1"


def test_a_courtesy_tells_two_of_one_name_apart() -> None:
    *_, last = explain("Bill Marlow and Mary Marlow came. Mrs. Marlow spoke.")
    assert last.meaning == "Mary Marlow"
    assert "“Mrs.” tells a woman, and Bill Marlow has the name too" in told(last)


def test_both_bearers_of_an_unclear_name_are_told() -> None:
    *_, last = explain("Peter Marlow and Paul Marlow came. Marlow spoke.")
    assert (last.kind, last.rule, last.against) == ("unresolved", "several-bear-it", None)
    assert last.meaning == "Peter Marlow or Paul Marlow"
    assert told(last) == [
        "“Marlow” may be Peter Marlow, named in paragraph 1",
        "“Marlow” may be Paul Marlow, named in paragraph 1",
    ]


def test_what_speaks_for_a_person_and_what_is_wanting() -> None:
    (found,) = explain("Xqzwv Bhomo said it would play.")
    assert (found.kind, found.rule) == ("unresolved", "person-or-not")
    assert told(found) == [
        "“said” behind the name is a verb of speech",
        "no given name of the list, title, office or trade stands with it",
    ]


def test_every_rule_of_the_tables_is_described() -> None:
    tables = (*rules.PERSONAL_RULES, *rules.STRONG_RULES, *rules.WEAK_RULES, *rules.SINGLE_RULES)
    named = {rule.name for rule in tables} | {name for name, _ in evidence.OWN_RULES}
    assert named <= RULES.keys()
    assert {rule.name for rule in tables} == _SAYS.keys()
    assert not any(says.endswith(".") for says in RULES.values())


def test_explanations_come_in_order_of_the_text() -> None:
    found = explain("Xqzwv Bhomo said no to Peter Marlow and Paul Marlow. Marlow spoke. Zqal Vurm said yes.")
    assert [item.kind for item in found] == ["unresolved", "person", "person", "unresolved", "unresolved"]
    assert [item.start for item in found] == sorted(item.start for item in found)
