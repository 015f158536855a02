from hypothesis import given
from hypothesis import strategies as st

from newsgen.annotate.dates import resolve_expressions
from newsgen.annotate.material import gather_material
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article

SENTENCES = st.sampled_from(
    [
        "The guard seized the palace on July 26, 2023, and left two days later.",
        "He said on Tuesday that they would leave by 15 September.",
        "Profits fell in the third quarter from those of a year earlier.",
        "They met last month; the following week they parted.",
        "In the late 1990s, from 2001 to 2003 and in May nobody came.",
        "Talks on Friday, a vote in December.",
        "Yesterday’s talks, the first since 12/31/2023, failed.",
    ]
)
NEUTRAL = st.lists(
    st.sampled_from(["It rained.", "It will rain.", "She slept well.", "ßßß ﬁ.", "Nothing — at all.", "«Oui»."]),
    min_size=1,
)


def dates_of(body: str) -> list[tuple[int, int, str, str | None]]:
    article = Article(path="x", headline="News", text=f"News\n\n{body}", body_start=6, published="2024-05-15")
    return [
        (date.start, date.end, date.rule, date.value)
        for date in resolve_expressions(article, gather_material(article, load_lexicon()).expressions)
    ]


@given(st.lists(SENTENCES, max_size=6), NEUTRAL)
def test_neutral_text_in_front_shifts_all_dates(sentences: list[str], neutral: list[str]) -> None:
    """Fails, for example, if the verbs of other sentences tell a date's tense."""
    body, front = "\n\n".join(sentences), " ".join(neutral) + "\n\n"
    assert dates_of(front + body) == [
        (a + len(front), b + len(front), rule, value) for a, b, rule, value in dates_of(body)
    ]
