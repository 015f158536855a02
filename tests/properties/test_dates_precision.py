from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from newsgen.annotate.dates import resolve_expressions
from newsgen.annotate.material import gather_material
from newsgen.edtf import precision
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
GRAINS = {
    "yesterday": {"day"},
    "last Friday": {"day"},
    "on April 10": {"day"},
    "last week": {"interval"},
    "last month": {"month"},
    "last July": {"month"},
    "late January": {"month"},
    "in the second quarter": {"season"},
    "last summer": {"season"},
    "last year": {"year"},
    "four years ago": {"year"},
    "in the 1990s": {"decade"},
}


def value_of(words: str, written: str) -> str | None:
    text = f"News\n\nThey came {words}."
    article = Article(path="x", headline="News", text=text, body_start=6, published=written)
    (mention,) = resolve_expressions(article, gather_material(article, load_lexicon()).expressions)
    return mention.value


@given(DAYS, st.sampled_from(sorted(GRAINS)))
def test_a_value_is_as_fine_as_its_words(written: date, words: str) -> None:
    """Fails, for example, if "last month" is given as the day one month back."""
    value = value_of(words, written.isoformat())
    assert value is not None
    assert precision(value) in GRAINS[words]


@given(DAYS, st.sampled_from(sorted(GRAINS)))
def test_a_value_is_no_finer_than_what_it_is_counted_from(written: date, words: str) -> None:
    """Fails, for example, if a month of writing counts as its first day. The day that the words name remains one."""
    value = value_of(words, written.isoformat()[:7])
    if words == "on April 10":
        assert value is not None
        assert value.endswith("-04-10")
    else:
        assert value is None or value.startswith("XXXX") or precision(value) not in ("day", "interval")


@given(DAYS, st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_a_weekday_of_the_past_lies_in_the_week_up_to_the_day_of_writing(written: date, words: str) -> None:
    """Fails, for example, if a weekday is looked for in the calendar week instead of the last seven days."""
    value = value_of(f"on {words}", written.isoformat())
    assert value is not None
    assert timedelta(0) <= written - date.fromisoformat(value) < timedelta(7)
