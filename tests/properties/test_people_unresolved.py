"""Law: what is left to the editor is a span of the text, in order and apart from all other mentions."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from newsgen.annotate import annotate
from newsgen.lexicon import load_lexicon
from properties.people_texts import HEADLINES, TEXTS, make_article

UNCLEAR = (
    *("Peter Marlow and Paul Marlow came.", "Peter May and Paul May came.", "Brooke Chad and Peter Chad came."),
    *(
        "Mr. Marlow left.",
        "It was MAY 3, 2023 then.",
        "Niger's Marlow left.",
        "May said so.",
        "Chad said so.",
        "Xarat Bhomo said no.",
    ),
)
BODIES = st.lists(st.one_of(st.sampled_from(UNCLEAR), TEXTS), max_size=8).map(" ".join)
HEADS = st.one_of(HEADLINES, st.sampled_from(("MAY SAYS NO", "Chad To Vote In May", "Marlow Wins")))


@settings(deadline=None)
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
