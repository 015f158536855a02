import pytest

from newsgen.annotate.clauses import Clauses
from newsgen.annotate.dates import find_expressions
from newsgen.annotate.sentences import split_sentences
from newsgen.annotate.years import infer_years
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article, Dateline


def infer(
    body: str, date: str, *, weekday: int | None = None, published: str | None = None, notices: tuple[str, ...] = ()
) -> Article:
    article = Article(
        path="articles/x.txt",
        headline="H",
        text=f"H\n\n{body}",
        body_start=3,
        published=published,
        notices=notices,
        dateline=Dateline(place="Lomé", date=date, weekday=weekday),
    )
    sentences = split_sentences(article.text, load_lexicon())
    clauses = Clauses(article.text, article.language, load_lexicon())
    return infer_years(article, find_expressions(article, sentences, load_lexicon()), clauses)


@pytest.mark.parametrize(
    ("body", "date", "year"),
    [
        ("Back in October 2023 he visited the capital.", "XXXX-05-15", "2024"),
        ("The coup of July 2023 was condemned.", "XXXX-07-31", "2023"),
        ("He was seized on 26 July 2023 and freed in October 2022.", "XXXX-03", "2024"),
        ("Only four months ago, in March 2023, they were friends.", "XXXX-07-27", "2023"),
        ("Two years ago, in March 2022, the border was shut.", "XXXX-05-03", "2024"),
        ("It is three years since he took the oath, on 2 April 2021.", "XXXX-04-03", "2024"),
        ("The crisis that began last July is not over. The law of July 2023 forbids it.", "XXXX-05-03", "2024"),
        ("The envoy, who came to Lima in October 2023, has gone home.", "XXXX-01-26", "2024"),
        ("He was named on 26 July 2023. All will be gone by 15 September 2024.", "XXXX-06-08", "2024"),
        ("He took the oath on 2 April 2021. They met on Wednesday, July 26.", "XXXX-07-27", "2023"),
    ],
)
def test_dates_in_the_text_tell_the_year(body: str, date: str, year: str) -> None:
    article = infer(body, date)
    assert article.dateline is not None
    assert article.dateline.date == date.replace("XXXX", year)
    assert article.dateline.date_inferred


def test_the_datelines_weekday_tells_the_year() -> None:
    article = infer("He took the oath on 2 April 2021.", "XXXX-04-03", weekday=0)
    assert article.dateline is not None
    assert article.dateline.date == "2023-04-03"


@pytest.mark.parametrize(
    "body",
    [
        "He came yesterday.",
        "He was elected in 2021.",
        "The treaty dates from 2015 and was last changed in March 2019.",
        "He had last been in Lima in January 2022.",
        "The mayor has been in office since June 2021. They met on Thursday.",
        "She was born in May 1961 and became a judge in March 1999.",
        "The agreement of March 2019 forbids it.",
        "They met on Tuesday, May 14. She was born in May 1961.",
        "The minister, who won the election of May 2021, came on Tuesday.",
        "He will come on 3 May 2030.",
        "They met on Wednesday, July 26.",
        "In May 2019 he was named; in 2023 he was gone.",
        "In May 2019 he was named. He will go in September 2025.",
    ],
)
def test_the_year_stays_open_where_nothing_tells_it(body: str) -> None:
    article = infer(body, "XXXX-06-15")
    assert article.dateline is not None
    assert article.dateline.date == "XXXX-06-15"
    assert not article.dateline.date_inferred


def test_publication_and_dateline_tell_each_others_year() -> None:
    article = infer("He came.", "XXXX-12-31", published="2024-01-02")
    assert article.dateline is not None
    assert article.dateline.date == "2023-12-31"
    assert (article.published, article.published_inferred) == ("2024-01-02", False)


def test_publication_gets_the_year_too_and_says_so() -> None:
    article = infer("Back in October 2023 he came.", "XXXX-05-15", published="XXXX-05-15")
    assert (article.published, article.published_inferred) == ("2024-05-15", True)


def test_a_leap_day_falls_into_a_leap_year() -> None:
    article = infer("He came on Thursday, February 29. In March 2023 he was named.", "XXXX-02-29")
    assert article.dateline is not None
    assert article.dateline.date == "2024-02-29"


def test_an_article_with_its_year_is_left_alone() -> None:
    article = infer("Back in October 2023 he came.", "2024-05-15")
    assert article.dateline is not None
    assert not article.dateline.date_inferred


def test_french_and_spanish_name_the_day_of_writing_by_its_weekday() -> None:
    article = Article(
        path="articles/x.txt",
        headline="H",
        text="H\n\nEl puente cerró este lunes. La alcaldesa fue elegida en agosto de 2022.",
        body_start=3,
        dateline=Dateline(place="Lima", date="XXXX-01-22"),
        language="es",
    )
    sentences = split_sentences(article.text, load_lexicon())
    clauses = Clauses(article.text, article.language, load_lexicon())
    inferred = infer_years(article, find_expressions(article, sentences, load_lexicon()), clauses)
    assert inferred.dateline is not None
    assert inferred.dateline.date == "2024-01-22"


@pytest.mark.parametrize(
    ("body", "notices", "date"),
    [
        ("He came yesterday.", ("© 2024 The Courier",), "2024-05-15"),
        ("He came yesterday.", ("Share this", "© The Courier and its writers, 2024"), "2024-05-15"),
        ("He came yesterday.", ("© 2011–2024 The Courier",), "XXXX-05-15"),
        ("He came yesterday.", ("© 2023 The Courier", "Copyright 2024 The Agency"), "XXXX-05-15"),
        ("He has been in prison since 26 July 2024.", ("© 2024 The Courier",), "XXXX-05-15"),
        ("They met on Tuesday, May 13.", ("© 2024 The Courier",), "XXXX-05-15"),
        ("They met on Tuesday, May 14.", ("© 2024 The Courier",), "2024-05-15"),
        ("The sum of 2024 coins was paid.", ("Read more of 2024",), "XXXX-05-15"),
    ],
)
def test_the_year_of_the_rights_counts_if_nothing_contradicts_it(
    body: str, notices: tuple[str, ...], date: str
) -> None:
    article = infer(body, "XXXX-05-15", notices=notices)
    assert article.dateline is not None
    assert article.dateline.date == date
