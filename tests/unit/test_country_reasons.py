from typing import get_args

import pytest

from corpora.test_countries import CASES, article_of
from newsgen.annotate import add_countries, add_counts
from newsgen.annotate.countries.reasons import KINDS, RULES, explain_countries
from newsgen.annotate.material import gather_material
from newsgen.lexicon import load_lexicon
from newsgen.lexicon.gazetteer import Kind
from newsgen.records.article import Article, Dateline, Paragraph
from newsgen.records.explanation import Explanation
from newsgen.records.reading import Reading


def explain(article: Article) -> list[Explanation]:
    material = gather_material(article, load_lexicon())
    reading = add_counts(add_countries(Reading(article=article), material), material)
    return list(explain_countries(reading, material))


def article(body: str, *, headline: str = "A report", **fields: object) -> Article:
    start, first = len(headline) + 2, body.find("\n\n") % (len(body) + 1)
    paragraphs = (
        Paragraph(kind="paragraph", start=start, end=start + first, line=1),
        Paragraph(kind="paragraph", start=start + first + 2, end=start + len(body), line=3),
    )
    return Article(
        path="articles/x.txt",
        headline=headline,
        text=f"{headline}\n\n{body}",
        body_start=start,
        paragraphs=paragraphs if "\n\n" in body else paragraphs[:1],
        **fields,  # type: ignore[arg-type]
    )


def reasons(body: str, surface: str, **fields: object) -> list[str]:
    """What is said for the first mention of the surface."""
    found = explain(article(body, **fields))
    return [each.says for mention in found if mention.surface == surface for each in mention.evidence][:4]


@pytest.mark.parametrize(
    ("text", "surface", "says"),
    [
        ("Rain in Mali.", "Mali", "“Mali” is a name of Mali"),
        ("The Republic of Mali agreed.", "Republic of Mali", "“Republic of Mali” is the full name of Mali"),
        ("Rain in Burma.", "Burma", "“Burma” is what Myanmar was called, or a state whose place it has taken"),
        ("Two Malians.", "Malians", "“Malians” is the word for the people of Mali and what is theirs"),
        ("Tehran agreed.", "Tehran", "“Tehran” is the capital of Iran or a seat of its government"),
        ("Rain in Karachi.", "Karachi", "“Karachi” is a city in Pakistan"),
        ("Rain in Texas.", "Texas", "“Texas” is a part of the United States"),
        ("The Kremlin agreed.", "Kremlin", "“Kremlin” stands for the government of Russia"),
    ],
)
def test_the_phrase_is_told_by_its_kind(text: str, surface: str, says: str) -> None:
    assert reasons(text, surface)[0] == says


def test_a_word_of_one_language_is_told_as_such() -> None:
    says = "“maliens” is the word for the people of Mali and what is theirs, in French"
    assert reasons("Les maliens votent.", "maliens", language="fr") == [says]


def test_another_word_of_the_article_settles_which_congo() -> None:
    body = "In Brazzaville the president of Congo received the envoys."
    (congo,) = [each for each in explain(article(body)) if each.surface == "Congo"]
    assert congo.meaning == "Republic of the Congo (CG)"
    assert [each.says for each in congo.evidence] == [
        "“Congo” is a name of the Republic of the Congo",
        "“Brazzaville” in the article speaks for the Republic of the Congo",
    ]
    assert congo.against == "“Congo” is a name of the Democratic Republic of the Congo"


def test_the_dateline_settles_which_congo() -> None:
    body = "The president of Congo spoke."
    dateline = Dateline(country="CG", place="BRAZZAVILLE")
    says = "the dateline, “BRAZZAVILLE”, is in the Republic of the Congo"
    assert says in reasons(body, "Congo", dateline=dateline)


def test_a_neighbour_settles_which_georgia() -> None:
    assert "“Armenia” in the article speaks for a neighbour of Georgia" in reasons(
        "Georgia and Armenia met.", "Georgia"
    )


def test_a_word_behind_it_settles_which_georgia() -> None:
    assert "“Democrat” behind it is said of states and provinces" in reasons("A Georgia Democrat left.", "Georgia")


def test_the_affairs_of_a_state_settle_which_georgia() -> None:
    assert "“Sheriff” speaks of the affairs of a state" in reasons("In Georgia, Sheriff Ann Hill left.", "Georgia")


def test_where_nothing_tells_the_likeliest_is_taken() -> None:
    says = "nothing else in the article tells which is meant, and the Democratic Republic of the Congo is the likeliest"
    assert says in reasons("Rain in Congo.", "Congo")


def test_a_qualifier_puts_a_place_elsewhere_from_there_on() -> None:
    says = "“Lebanon” puts the place in Lebanon"
    assert says in reasons("Soldiers left Tripoli, Lebanon, on Sunday.", "Tripoli")
    later = [
        each for each in explain(article("In Tripoli, Lebanon, and again in Tripoli.")) if each.surface == "Tripoli"
    ]
    assert [says in [evidence.says for evidence in each.evidence] for each in later] == [True, True]


def test_the_dateline_puts_a_place_elsewhere() -> None:
    dateline = Dateline(country="US", place="NAPLES, Fla.")
    assert "the dateline, “NAPLES, Fla.”, puts the place in the United States" in reasons(
        "Rain in Naples.", "Naples", dateline=dateline
    )


@pytest.mark.parametrize(
    ("text", "surface", "says"),
    [
        ("Rain in Kingston.", "Kingston", "“in” before it says that it is a place"),
        ("Jamaican police left Kingston.", "Kingston", "“Jamaican” in the article speaks for Jamaica"),
        ("Neil Jordan left Jordan with a Jordanian.", "Jordan", "“Jordanian” in the article speaks for Jordan"),
        ("Ireland's Kathy Ireland left.", "Ireland", "what is its own, and bears a name, follows"),
    ],
)
def test_what_bears_out_a_weak_phrase(text: str, surface: str, says: str) -> None:
    assert says in reasons(text, surface)


def whole(body: str, **fields: object) -> dict[str, Explanation]:
    """What is said of the whole article, by the verdict."""
    return {each.meaning: each for each in explain(article(body, **fields)) if each.kind == "article"}


def test_the_weight_of_a_country_is_told_part_by_part() -> None:
    body = "Rain fell.\n\nIn Peru, it rained in Lima. A ship left Osaka for Kobe."
    found = whole(body, headline="Peru waits", dateline=Dateline(country="PE"))
    assert list(found) == ["Peru (PE): about it", "Japan (JP): named in passing"]
    peru, japan = found.values()
    assert (peru.rule, peru.surface, peru.against) == (
        "primary",
        "primary countries",
        "4, the weight that is needed in this article",
    )
    assert [each.says for each in peru.evidence] == [
        "the dateline is in Peru: 5",
        "named 3 times: 3",
        "“Peru” stands in the headline: 2.5",
        "“Peru” stands in the second paragraph: 1",
        "together 11.5, more than any other country",
    ]
    assert [each.says for each in japan.evidence] == [
        "“Osaka” stands in the second paragraph: 1",
        "by a city or region twice: 0.5",
        "together 1.5; Peru has 11.5",
    ]


def test_many_mentions_are_said_to_count_no_more() -> None:
    (mali,) = whole("Mali " * 20).values()
    assert "named 20 times, of which no more than 8 count: 8" in [each.says for each in mali.evidence]


def test_front_matter_decides() -> None:
    found = whole("Rain in Mali.", listed_countries=("NE",))
    assert [(each.rule, each.evidence[0].says) for each in found.values()] == [
        ("listed", "front matter lists countries, and not ML"),
        ("listed", "front matter lists NE"),
    ]


def test_every_kind_of_phrase_and_every_rule_is_described() -> None:
    kinds = set(get_args(Kind)) - {"decoy"}
    assert kinds == set(KINDS)
    assert set(KINDS) | {"primary", "in-passing", "listed"} == set(RULES)
    assert not any(says.endswith(".") for says in RULES.values())


def test_every_mention_of_the_corpus_has_its_reasons() -> None:
    for case in CASES:
        parsed, expected = article_of(case)
        explained = explain(parsed)
        assert [(each.start, each.end) for each in explained if each.kind == "country"] == [
            (start, end) for start, end, _ in expected
        ]
        for explanation in explained:
            assert explanation.evidence
            for evidence in explanation.evidence:
                if evidence.start is not None and "“" in evidence.says:
                    assert f"“{parsed.text[evidence.start : evidence.end]}”" in evidence.says
