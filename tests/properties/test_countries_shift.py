from hypothesis import given
from hypothesis import strategies as st

from newsgen.annotate.countries import find_countries
from newsgen.annotate.material import gather_material
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article

SENTENCES = st.sampled_from(
    [
        "Niger and Mali met in Niamey.",
        "Michael Jordan left Jordan for the U.S. on Monday.",
        "The Washington Post wrote of Georgia, Florida and Atlanta.",
        "Congo's army took Victoria.",
        "TELL US MORE OF TURKEY",
        "Les Maliens ont quitté le Tchad.",
    ]
)
NEUTRAL = st.lists(
    st.sampled_from(["it rained.", "she slept well.", "ßßß ﬁ.", "nothing — at all.", "«oui»."]), min_size=1
)


def spans(body: str) -> list[tuple[int, int, str, str]]:
    article = Article(path="x", headline="News", text=f"News\n\n{body}", body_start=6)
    return [
        (each.start, each.end, each.code, each.rule)
        for each in find_countries(article, gather_material(article, load_lexicon()))
    ]


@given(st.lists(SENTENCES, max_size=6), NEUTRAL)
def test_neutral_text_in_front_shifts_all_mentions(sentences: list[str], neutral: list[str]) -> None:
    """Fails, for example, if the scan runs over `text.upper()` as it is: `ß` grows there and shifts what follows."""
    body, front = "\n\n".join(sentences), " ".join(neutral) + "\n\n"
    assert spans(front + body) == [(a + len(front), b + len(front), code, rule) for a, b, code, rule in spans(body)]
