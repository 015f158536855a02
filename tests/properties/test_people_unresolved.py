"""Law: what is left to the editor is a span of the text, in order and apart from all other mentions."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsgen.annotate import annotate
from newsgen.lexicon import load_lexicon
from properties.people_texts import HEADLINES, TEXTS, make_article

NAMESAKES = st.sampled_from(
    ("Peter Marlow and Paul Marlow came.", "Peter May and Paul May came.", "Brooke Chad and Peter Chad came.")
)
UNCLEAR = st.sampled_from(
    (
        *("Mr. Marlow left.", "Niger's Marlow left.", "MARLOW LEFT.", "May said so.", "It was MAY 3, 2023 then."),
        *("Chad said so.", "Xarat Bhomo said no.", "Xarat Bhomo of Chad left."),
    )
)
BODIES = st.tuples(NAMESAKES, st.lists(st.one_of(UNCLEAR, TEXTS), max_size=4).map(" ".join)).map(" ".join)
HEADS = st.one_of(HEADLINES, st.sampled_from(("MAY SAYS NO", "Chad To Vote In May", "Marlow Wins")))


@given(HEADS, BODIES)
def test_unresolved_mentions_stand_apart(headline: str, body: str) -> None:
    """Fails if `list_unresolved` lists months that two persons are called by (`MAY 3, 2023`)."""
    reading = annotate(make_article(headline, body), load_lexicon())
    text = reading.article.text
    assert all(text[m.start : m.end] == m.surface for m in reading.unresolved)
    spans = [
        *((m.start, m.end) for m in reading.unresolved),
        *((m.start, m.end) for m in reading.person_mentions),
        *((m.start, m.end) for m in reading.country_mentions),
    ]
    spans.sort()
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert not any(m.start < u.end and u.start < m.end for m in reading.dates for u in reading.unresolved)
    assert [m.start for m in reading.unresolved] == sorted(m.start for m in reading.unresolved)
