import pytest

from newsgen.annotate.countries import count_countries, find_countries
from newsgen.annotate.countries.candidates import find_candidates
from newsgen.annotate.countries.refusals import REFUSALS, Scene, find_reason, is_title_case
from newsgen.annotate.material import gather_material
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article, Dateline, Paragraph
from newsgen.records.reading import CountryMention


def article(body: str, *, headline: str = "A report", **fields: object) -> Article:
    start = len(headline) + 2
    paragraphs, place = [], start
    for part in body.split("\n\n"):
        paragraphs.append(Paragraph(kind="paragraph", start=place, end=place + len(part), line=1))
        place += len(part) + 2
    return Article(
        path="articles/x.txt",
        headline=headline,
        text=f"{headline}\n\n{body}",
        body_start=start,
        paragraphs=tuple(paragraphs),
        **fields,  # type: ignore[arg-type]
    )


def mentions(body: str, **fields: object) -> tuple[CountryMention, ...]:
    parsed = article(body, **fields)
    return find_countries(parsed, gather_material(parsed, load_lexicon()))


def counts(body: str, **fields: object) -> list[tuple[str, int, bool]]:
    parsed = article(body, **fields)
    found = count_countries(parsed, find_countries(parsed, gather_material(parsed, load_lexicon())), load_lexicon())
    return [(count.code, count.mentions, count.primary) for count in found]


def test_a_mention_says_where_what_and_by_which_rule() -> None:
    first, second = mentions("The Kremlin wrote to Niger's army.")
    assert first == CountryMention(start=14, end=21, surface="Kremlin", code="RU", rule="metonym")
    assert second == CountryMention(start=31, end=36, surface="Niger", code="NE", rule="name")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Mali", "name"),
        ("the Republic of Mali", "official-name"),
        ("Burma", "former-name"),
        ("two Malians", "demonym"),
        ("ties with Tehran", "capital"),
        ("riots in Lagos", "capital"),
        ("riots in Karachi", "city"),
        ("storms over Texas", "region"),
        ("the Pentagon", "metonym"),
    ],
)
def test_rules_are_the_kinds_of_phrases(text: str, rule: str) -> None:
    assert [mention.rule for mention in mentions(text)] == [rule]


def reason(text: str, phrase: str) -> str | None:
    """Why the candidate with this surface is refused."""
    lexicon = load_lexicon()
    candidates = find_candidates(article(text), gather_material(article(text), lexicon))
    scene = Scene(
        lexicon=lexicon,
        language="en",
        title_case_end=0,
        cues=lexicon.gazetteer.cues,
        hits=frozenset(each.surface for each in candidates),
    )
    (candidate,) = [each for each in candidates if each.surface == phrase]
    return find_reason(candidate, scene)


@pytest.mark.parametrize(
    ("rule", "text", "phrase", "other"),
    [
        ("outlet", "The Washington Post wrote", "Washington", "The Washington office wrote"),
        ("outlet", "the Times of India wrote", "India", "the army of India wrote"),
        ("company", "shares of Kenya Airways rose", "Kenya", "shares in Kenya rose"),
        ("company", "when Air France flew", "France", "when all France flew"),
        ("treaty", "the Athens Convention of 1974", "Athens", "the Athens office of 1974"),
        ("acronym", "the office (GAO) wrote", "GAO", None),
        ("continent", "most Latino-American voters", "American", "most young American voters"),
        ("language", "they spoke Russian there", "Russian", "they met Russian envoys there"),
        ("language", "a French-language paper", "French", "a French-owned paper"),
        ("language", "It was printed in English.", "English", "It was kept in English hands."),
        ("person", "then Michael Jordan left", "Jordan", "then Jordan left"),
        ("person", "then Mr. Jordan left", "Jordan", "then Jordan left"),
        ("person", "then Chad Smith left", "Chad", "then Chad Airways left"),
        ("person", "Abu Hassan al-Nigerian left", "Nigerian", "The pro-Nigerian party left"),
    ],
)
def test_each_refusal_has_its_reason_and_its_limit(rule: str, text: str, phrase: str, other: str | None) -> None:
    assert reason(text, phrase) == rule
    if other is not None:
        assert reason(other, phrase) != rule


def test_no_two_refusals_share_a_name() -> None:
    assert len({name for name, _ in REFUSALS}) == len(REFUSALS)


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Niger Cuts Military Ties With Washington", True),
        ("NIGER CUTS MILITARY TIES", True),
        ("Niger cuts military ties with Washington", False),
        ("Niger", False),
        ("", False),
        ("100 000 2024 – 30", False),
    ],
)
def test_headlines_whose_capitals_tell_nothing(headline: str, expected: bool) -> None:
    assert is_title_case(headline) is expected


def test_countries_are_counted_most_mentioned_first_then_by_code() -> None:
    assert [code for code, _, _ in counts("Mali, Peru and Chad. Peru again. Benin.")] == ["PE", "BJ", "ML", "TD"]


def test_the_datelines_country_counts_though_nobody_names_it() -> None:
    assert counts("It rained.", dateline=Dateline(country="PE")) == [("PE", 1, True)]


def test_the_dateline_is_one_mention_of_its_country() -> None:
    body = "Peru and Mali, and Mali."
    assert [each[:2] for each in counts(body, dateline=Dateline(country="PE"))] == [("ML", 2), ("PE", 2)]
    assert [each[:2] for each in counts(body)] == [("ML", 2), ("PE", 1)]


def test_listed_countries_are_the_ones_that_the_article_is_about() -> None:
    assert counts("Mali, Mali and Mali.", listed_countries=("NE", "BF")) == [
        ("ML", 3, False),
        ("BF", 0, True),
        ("NE", 0, True),
    ]


def test_an_empty_list_means_that_it_is_about_none() -> None:
    assert counts("Mali, Mali and Mali.", listed_countries=()) == [("ML", 3, False)]


def test_a_listed_code_that_no_country_has_is_left_out() -> None:
    assert counts("It rained.", listed_countries=("XX",)) == []


def test_headline_and_first_paragraph_weigh_more_than_a_late_mention() -> None:
    body = "Talks with Peru began.\n\nOthers followed.\n\nA tourist from Benin, who knows Benin, watched."
    assert counts(body, headline="Peru talks") == [("BJ", 2, False), ("PE", 2, True)]


def test_cities_weigh_less_than_countries() -> None:
    late = "\n\n".join(["Peru waited.", "Rain fell.", *["Trains to Osaka and Kobe ran, and to Kyoto."] * 2])
    assert ("JP", 6, False) in counts(late, headline="Peru waits")


def test_a_text_without_countries_has_none() -> None:
    assert counts("Rain fell on the hills.") == []
    assert counts("") == []
