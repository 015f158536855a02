import pytest

from newsgen.annotate import clauses
from newsgen.annotate.dates import resolve_expressions
from newsgen.annotate.material import gather_material
from newsgen.annotate.reports import find_reports
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article
from newsgen.records.reading import CountryMention, PersonMention, Reading, Report


def article_of(body: str) -> Article:
    return Article(path="articles/x.txt", headline="H", text=f"H\n\n{body}", body_start=3, published="2024-05-15")


def reports_of(article: Article, countries: tuple[CountryMention, ...] = ()) -> tuple[Report, ...]:
    material = gather_material(article, load_lexicon())
    dates = resolve_expressions(article, material.expressions)
    return find_reports(Reading(article=article, dates=dates, country_mentions=countries), material)


def test_a_report_is_a_whole_sentence_with_its_date() -> None:
    article = article_of("Nothing else. The guards left on Monday. Nothing more.")
    (report,) = reports_of(article)
    assert article.text[report.start : report.end] == "The guards left on Monday."
    assert (
        resolve_expressions(article, gather_material(article, load_lexicon()).expressions)[report.date_mention].surface
        == "Monday"
    )


def test_countries_and_people_are_those_of_the_sentence() -> None:
    article = article_of("Ghana left on Monday. Togo stayed on Tuesday.")

    def country(name: str, code: str) -> CountryMention:
        start = article.text.index(name)
        return CountryMention(start=start, end=start + len(name), surface=name, code=code, rule="name")

    first, second = reports_of(article, (country("Ghana", "GH"), country("Togo", "TG")))
    assert (first.countries, second.countries) == (("GH",), ("TG",))


def test_people_are_sorted_and_distinct() -> None:
    article = article_of("Bo met Al and Bo on Monday.")
    spans = [(3, 1), (10, 0), (17, 1)]
    people = [
        PersonMention(start=s, end=s + 2, surface=article.text[s : s + 2], name="x", person=p, rule="x")
        for s, p in spans
    ]
    material = gather_material(article, load_lexicon())
    dates = resolve_expressions(article, material.expressions)
    (report,) = find_reports(Reading(article=article, dates=dates, person_mentions=tuple(people)), material)
    assert report.people == (0, 1)


def test_a_clause_has_the_topics_of_its_own_words() -> None:
    first, second = reports_of(article_of("He visited the camp on Monday, and the court sentenced him on Tuesday."))
    assert (first.topics, second.topics) == (("visit",), ("trial",))


def test_clauses_without_a_verb_are_read_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many dates a sentence lists, its words are read a few times, not once for each of them."""
    read: list[str] = []
    list_words = clauses.list_words
    monkeypatch.setattr(clauses, "list_words", lambda words: read.append(words) or list_words(words))
    body = "The fairs: " + "".join(f"on {day} May, and then " for day in range(1, 28)) + "and in Agadez."
    reports_of(article_of(body))
    assert read
    assert sum(map(len, read)) < 12 * len(body)
