import pytest

from newsgen.annotate.dates import find_anchor, resolve_expressions
from newsgen.annotate.dates.rules import RULES
from newsgen.annotate.dates.tokens import codes_of, compile_pattern, find_starts
from newsgen.annotate.material import gather_material
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article, Dateline
from newsgen.records.reading import DateMention

HEADLINE = "Protest on Saturday"


def article_of(body: str, *, published: str | None = "2024-05-15", dateline: str | None = None) -> Article:
    return Article(
        path="articles/x.txt",
        headline=HEADLINE,
        text=f"{HEADLINE}\n\n{body}",
        body_start=len(HEADLINE) + 2,
        published=published,
        dateline=Dateline(date=dateline) if dateline else None,
    )


def dates_of(body: str, **fields: str | None) -> tuple[DateMention, ...]:
    article = article_of(body, **fields)
    return resolve_expressions(article, gather_material(article, load_lexicon()).expressions)


@pytest.mark.parametrize(
    ("dateline", "published", "anchor"),
    [
        ("2024-05-15", "2024-05-16", "2024-05-15"),
        ("2024-05", "2024-05-16", "2024-05-16"),
        ("XXXX-05-15", "2024-05-16", "2024-05-16"),
        ("XXXX-05-15", "2024", "2024"),
        ("XXXX-05-15", None, None),
        (None, "2024-05", "2024-05"),
        (None, "2024-05/2024-06", None),
        (None, None, None),
    ],
)
def test_the_day_of_writing(dateline: str | None, published: str | None, anchor: str | None) -> None:
    assert find_anchor(article_of("", dateline=dateline, published=published)) == anchor


def test_a_relative_date_names_what_it_was_counted_from() -> None:
    first, second, third = dates_of("He came yesterday, two days later than on May 3, 2019.")
    assert (first.value, first.anchor) == ("2024-05-14", "2024-05-15")
    assert (second.value, second.anchor) == ("2024-05-16", "2024-05-14")
    assert (third.value, third.anchor) == ("2019-05-03", None)


def test_what_has_no_value_has_no_anchor() -> None:
    (mention,) = dates_of("He came yesterday.", published=None)
    assert (mention.value, mention.anchor) == (None, None)


def test_headlines_and_empty_bodies_give_no_dates() -> None:
    assert dates_of("") == ()
    assert dates_of("He came.") == ()


def test_the_dateline_counts_before_the_day_of_publication() -> None:
    (mention,) = dates_of("He came yesterday.", dateline="2024-05-13", published="2024-05-15")
    assert mention.value == "2024-05-12"


def test_dates_at_the_ends_of_time() -> None:
    assert dates_of("He came yesterday, last week and last year.", published="0001-01-01")[0].value is None
    assert dates_of("He will come tomorrow, next week, next year.", published="9999-12-31")[0].value is None
    assert [d.value for d in dates_of("He left 1000 years ago and 3000 years ago.")] == ["1024~"]


def test_an_unknown_kind_in_a_pattern_is_refused() -> None:
    with pytest.raises(KeyError):
        compile_pattern("month fortnight-of")


def test_no_rule_matches_nothing() -> None:
    assert [rule.name for rule in RULES if rule.pattern.search("")] == []


@pytest.mark.parametrize(
    ("pattern", "starts"),
    [
        ("month day", "month"),
        ("the? month", "the month"),
        ("(weekday comma?)? (the|part dash?)? day", "weekday the part day"),
        ("(month|the? part) of", "month the part"),
    ],
)
def test_a_rule_is_asked_where_its_pattern_may_begin(pattern: str, starts: str) -> None:
    assert find_starts(compile_pattern(pattern)) == set(codes_of(starts)[1:-1])
