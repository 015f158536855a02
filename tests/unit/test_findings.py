"""Findings of recognisers: how they join what the rules found."""

import re
from itertools import pairwise

import pytest

from newsgen.annotate import annotate
from newsgen.lexicon import load_lexicon
from newsgen.recognise import Finding
from newsgen.records.article import Article, Paragraph
from newsgen.records.reading import Reading

RULE = "recogniser:test:One"


def read(text: str, *found: tuple[str, str]) -> Reading:
    """The reading of a text in which a recogniser found these words, each wherever it stands."""
    text = f"In short\n\n{text}"
    article = Article(
        path="articles/x.txt",
        headline="In short",
        text=text,
        body_start=10,
        paragraphs=(Paragraph(kind="paragraph", start=10, end=len(text), line=3),),
    )
    findings = [
        Finding(start=match.start(), end=match.end(), kind=kind, recogniser="test:One")
        for words, kind in found
        for match in re.finditer(re.escape(words), text)
    ]
    findings.sort(key=lambda item: item.start)
    return annotate(article, load_lexicon(), tuple(findings))


def people(reading: Reading) -> list[tuple[str, str, str]]:
    """(surface, rule, name of the person) of each mention."""
    return [(item.surface, item.rule, reading.people[item.person].name) for item in reading.person_mentions]


def test_without_findings_nothing_changes() -> None:
    text = "President Ama Darko met Zorblax Quint in Accra on 3 May 2024. Darko spoke."
    assert read(text) == read(text, ("on 3", "place"))


def test_a_person_joins_the_cast_and_is_known_by_the_family_name() -> None:
    reading = read("The boat of Zorblax Quint sank. Quint swam.", ("Zorblax Quint", "person"))
    assert people(reading) == [("Zorblax Quint", RULE, "Zorblax Quint"), ("Quint", "short-form", "Zorblax Quint")]
    (person,) = reading.people
    assert (person.family, person.given, person.mentions) == ("Quint", ("Zorblax",), 2)


def test_a_person_whom_the_rules_know_is_the_same_person() -> None:
    reading = read("President Zorblax Quint spoke. Later quint swam.", ("quint", "person"))
    assert {name for _, _, name in people(reading)} == {"Zorblax Quint"}
    assert people(reading)[1][1] == RULE


def test_which_of_two_bearers_is_meant_is_no_clearer_for_a_finding() -> None:
    text = "John Smith met Mary Smith. Smith left."
    reading = read(text, ("Smith", "person"))
    assert reading == read(text)
    assert [item.reason for item in reading.unresolved] == ["several-bear-it"]


@pytest.mark.parametrize(("kind", "known"), [("person", ["Marlow Xarat"]), ("place", [])])
def test_what_was_in_doubt_is_settled_by_a_finding(kind: str, known: list[str]) -> None:
    text = "At noon Marlow Xarat said that the boat had sunk."
    assert [item.surface for item in read(text).unresolved] == ["Marlow Xarat"]
    reading = read(text, ("Marlow Xarat", kind))
    assert [person.name for person in reading.people] == known
    assert bool(reading.unresolved) is not bool(known)


def test_a_place_leaves_no_doubt_whether_it_is_a_person() -> None:
    text = "At noon Ouro Preto said that the boat had sunk."
    assert [item.surface for item in read(text).unresolved] == ["Ouro Preto"]
    reading = read(text, ("Ouro Preto", "place"))
    assert [item.code for item in reading.country_mentions] == ["BR"]
    assert reading.unresolved == reading.people == ()


@pytest.mark.parametrize(
    ("span", "name", "titles"),
    [
        ("President Zorblax Quint", "Zorblax Quint", ("President",)),
        ("Zorblax Quint", "Zorblax Quint", ("President",)),
        ("Zorblax Quint's", "Zorblax Quint", ("President",)),
    ],
)
def test_titles_and_possessives_are_told_from_the_name(span: str, name: str, titles: tuple[str, ...]) -> None:
    text = "The boat of former acting President Zorblax Quint's brother sank."
    reading = read(text, (span, "person"))
    assert [(person.name, person.titles) for person in reading.people] == [(name, titles)]


@pytest.mark.parametrize(
    ("text", "span", "name"),
    [
        ("A book by bell hooks sold well.", "bell hooks", "bell hooks"),
        ("A song by J.R. Quint sold well.", "J.R. Quint", "J.R. Quint"),
        ("A film by 王小明 sold well.", "王小明", "王小明"),
        ("A film by d'Zorblax-Quint sold well.", "d'Zorblax-Quint", "d'Zorblax-Quint"),
    ],
)
def test_names_that_no_rule_would_take_for_one(text: str, span: str, name: str) -> None:
    assert [person.name for person in read(text, (span, "person")).people] == [name]


def test_what_the_rules_found_stands() -> None:
    text = "Niger's President Mohamed Darko met Zorblax Quint."
    alone = read(text)
    for words, kind in (("Niger", "person"), ("Darko", "place"), ("President Mohamed", "person"), ("r's P", "place")):
        joined = read(text, (words, kind))
        assert joined.person_mentions == alone.person_mentions
        assert joined.country_mentions == alone.country_mentions


def test_a_place_counts_for_its_country_by_what_the_gazetteer_knows() -> None:
    text = "The boats of zinder and of Qwertyville sank."
    reading = read(text, ("zinder", "place"), ("Qwertyville", "place"))
    (mention,) = reading.country_mentions
    assert (mention.surface, mention.code, mention.rule) == ("zinder", "NE", RULE)
    assert [count.code for count in reading.countries] == ["NE"]
    assert reading.people == ()


def test_a_place_says_less_of_what_the_article_is_about_than_a_countrys_name() -> None:
    text = "The boats of zinder met Ghana's. Ghana won; those of zinder and zinder sank. Ghana, Ghana and Ghana sang."
    reading = read(text, ("zinder", "place"))
    assert [(count.code, count.primary) for count in reading.countries] == [("GH", True), ("NE", False)]


def test_a_place_that_the_rules_know_is_left_to_them() -> None:
    text = "The dresses of Victoria sank."
    assert read(text).country_mentions == read(text, ("Victoria", "place")).country_mentions == ()


def test_a_span_over_a_paragraphs_end_names_nobody() -> None:
    assert read("Zorblax\n\nQuint swam.", ("Zorblax\n\nQuint", "person")).people == ()


def test_a_span_without_a_word_names_nobody() -> None:
    assert read("He said: … and left.", ("…", "person")).people == ()


def test_mentions_stay_disjoint_and_in_order() -> None:
    text = "Ama Darko of Ghana met Zorblax Quint, Mo Farik and Quint of zinder, Niger. Farik left. Darko stayed."
    found = [("Zorblax Quint", "person"), ("Mo Farik", "person"), ("zinder", "place"), ("stayed", "person")]
    reading = read(text, *found)
    spans = sorted((item.start, item.end) for item in (*reading.country_mentions, *reading.person_mentions))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    for item in (*reading.country_mentions, *reading.person_mentions):
        assert reading.article.text[item.start : item.end] == item.surface
