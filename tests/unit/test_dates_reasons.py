import pytest
from msgspec.structs import replace

from corpora.cases import Case, read_cases
from corpora.test_dates import MARK
from newsgen.annotate import annotate
from newsgen.annotate.dates.reasons import RULES, explain_dates
from newsgen.annotate.dates.rules import RULES as TABLE
from newsgen.annotate.dates.year_reasons import RULES as YEAR_RULES
from newsgen.annotate.dates.year_reasons import explain_published
from newsgen.annotate.material import gather_material
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article, Dateline
from newsgen.records.explanation import Explanation

CASES = read_cases("dates", ("language", "written"))


def article_of(
    body: str, *, published: str | None = "2024-05-15", dateline: Dateline | None = None, language: str = "en"
) -> Article:
    return Article(
        path="articles/x.txt",
        headline="H",
        text=f"H\n\n{body}",
        body_start=3,
        published=published,
        dateline=dateline,
        language=language,
    )


def explain(article: Article) -> list[Explanation]:
    lexicon = load_lexicon()
    reading = annotate(article, lexicon)
    return list(explain_dates(reading, gather_material(reading.article, lexicon)))


def evidence_of(explanation: Explanation) -> str:
    return "; ".join(evidence.says for evidence in explanation.evidence)


def test_every_rule_is_described_and_no_other() -> None:
    assert {rule.name for rule in TABLE} == set(RULES)
    for says in (*RULES.values(), *YEAR_RULES.values()):
        assert says
        assert not says.endswith(".")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_mention_of_the_corpora_is_explained(case: Case) -> None:
    lexicon, written = load_lexicon(), case.fields.get("written", "2024-05-15")
    published = None if written == "none" else written
    body = MARK.sub(lambda mark: mark[1], case.text)
    reading = annotate(article_of(body, published=published, language=case.fields.get("language", "en")), lexicon)
    explanations = list(explain_dates(reading, gather_material(reading.article, lexicon)))
    assert [(e.start, e.end, e.rule) for e in explanations] == [(d.start, d.end, d.rule) for d in reading.dates]
    for explanation in explanations:
        assert explanation.rule_says == RULES[explanation.rule]
        assert explanation.evidence
        for evidence in explanation.evidence:
            assert evidence.start is None or reading.article.text[evidence.start : evidence.end].strip()


def test_the_words_that_decide_are_shown_where_they_stand() -> None:
    article = article_of("The mayor spoke on Tuesday.")
    (explanation,) = explain(article)
    meaning, tense = explanation.evidence
    assert article.text[meaning.start : meaning.end] == "Tuesday"
    assert article.text[tense.start : tense.end] == "spoke"
    assert tense.says == "“spoke” tells of what was; the one before the day of writing is meant"
    assert (explanation.meaning, explanation.against) == ("2024-05-14", "2024-05-15, the day of publication")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("Work is to begin on 1 July.", "“is to begin” appoints something that is certainly to come"),
        ("The fair opens on Monday.", "“opens” appoints something in the present tense"),
        ("All must be gone by 1 July.", "“by” makes it a term"),
        ("Remember the strike of 1 March.", "the date hangs on a noun"),
        ("Fares: double from 1 July.", "“from” tells what holds from that day on"),
        ("Harbour fair, 1 June.", "no verb of its sentence tells a tense; the one after the day of writing is meant"),
        ("They met on Tuesday, 19 March.", "2024-03-19 is a Tuesday"),
        ("In July 2022 he came. In August 2022 he left. In the autumn it burned.", "it goes on with the dates told"),
        ("It began in late January.", "means about January"),
        ("He will go on 10 May.", "is near, and the other far off"),
    ],
)
def test_what_decided(body: str, says: str) -> None:
    assert says in evidence_of(explain(article_of(body))[-1])


@pytest.mark.parametrize(
    ("body", "against"),
    [
        ("He came on July 26, 2023 and left the same day.", "2023-07-26, the date told before, “July 26, 2023”"),
        ("“We vote tomorrow,” she said on Monday.", "2024-05-13, the day on which it was said"),
        ("He came yesterday.", "2024-05-15, the day of publication"),
    ],
)
def test_what_it_was_resolved_against(body: str, against: str) -> None:
    assert against in [explanation.against for explanation in explain(article_of(body))]


def test_the_dateline_is_named_and_that_its_year_was_inferred() -> None:
    dateline = Dateline(date="XXXX-05-15")
    article = article_of("He came yesterday. Back in October 2023 he left.", published=None, dateline=dateline)
    assert explain(article)[0].against == "2024-05-15, the dateline, its year inferred"


@pytest.mark.parametrize(
    ("body", "published", "says"),
    [
        ("He came yesterday.", None, "the day of writing is not known"),
        ("He came yesterday.", "2024-05", "the day of writing is known only as 2024-05"),
        ("Two days later he left.", "2024-05-15", "no date is told before it"),
        ("They sat on the Friday after the vote.", "2024-05-15", "it counts from something that is no date"),
        ("For the nine months it lost money.", "2024-05-15", "where its months begin and end is not told"),
        ("The lease of 03/04/2024 ended.", "2024-05-15", "which number is the day is not told"),
        ("He came on 1 July.", None, "it stays open"),
    ],
)
def test_why_there_is_no_date(body: str, published: str | None, says: str) -> None:
    (explanation,) = explain(article_of(body, published=published))
    assert says in evidence_of(explanation)
    assert explanation.against is None


@pytest.mark.parametrize(
    ("body", "published", "rule", "says"),
    [
        ("Back in October 2023 he left.", None, "year-of-recent-date", "“October 2023” is past in the text"),
        ("In May 2023 he came. They met on Tuesday, May 14.", None, "year-of-weekday", "“Tuesday, May 14” names a day"),
        (
            "On 26 July 2023 he came. All will go by 15 September 2024.",
            None,
            "year-bounded",
            "“15 September 2024” is to",
        ),
        ("He came.", "2024-05-16", "year-beside", ""),
    ],
)
def test_how_the_year_was_inferred(body: str, published: str | None, rule: str, says: str) -> None:
    lexicon = load_lexicon()
    reading = annotate(article_of(body, published=published, dateline=Dateline(date="XXXX-05-15")), lexicon)
    (explanation,) = explain_published(reading, gather_material(reading.article, lexicon))
    assert (explanation.kind, explanation.surface, explanation.meaning) == ("article", "published", "2024-05-15")
    assert explanation.rule == rule
    assert says in evidence_of(explanation)
    assert (explanation.against is not None) == (rule == "year-beside")


def test_the_year_of_the_rights_is_named() -> None:
    lexicon = load_lexicon()
    dateline = Dateline(date="XXXX-05-15")
    article = replace(article_of("He came.", published=None, dateline=dateline), notices=("© 2024 The Courier",))
    reading = annotate(article, lexicon)
    (explanation,) = explain_published(reading, gather_material(reading.article, lexicon))
    assert explanation.rule == "year-of-rights"
    assert "a notice of copyright names 2024" in evidence_of(explanation)


def test_a_year_that_is_given_needs_no_reason() -> None:
    lexicon = load_lexicon()
    reading = annotate(article_of("He came."), lexicon)
    assert list(explain_published(reading, gather_material(reading.article, lexicon))) == []


@pytest.mark.parametrize(
    ("published", "says", "against"),
    [
        ("2024-06", "only the month is known, 2024-06, and the day", "2024-06, the month of publication"),
        ("2024-08", "only the month is known, 2024-08; the likeliest one before", "2024-08, the month of publication"),
        ("2024", "only the year is known, 2024", "2024, the year of publication"),
    ],
)
def test_a_month_or_year_of_publication_tells_the_year_of_a_day(published: str, says: str, against: str) -> None:
    [explanation] = explain(article_of("She told parliament so on June 4.", published=published))
    assert explanation.meaning == "2024-06-04"
    assert says in evidence_of(explanation)
    assert explanation.against == against
