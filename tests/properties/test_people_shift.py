"""Law: neutral text in front of an article's body shifts its mentions and changes nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from properties.people_texts import TEXTS, make_article, read_people

NEUTRAL = st.sampled_from(("it rained.", "nothing else was known at the time of writing.", "§ 1\n\nso it went on."))


@given(TEXTS, NEUTRAL)
def test_neutral_text_shifts_mentions(body: str, neutral: str) -> None:
    """Fails if `_words_back` reads from `end - _FURTHEST_WORD` even where that is before the text."""
    people, mentions = read_people(make_article("in short", body))
    people_after, mentions_after = read_people(make_article("in short", neutral, body))
    shift = len(neutral) + 2
    assert people_after == people
    assert [(m.start - shift, m.end - shift, m.name) for m in mentions_after] == [
        (m.start, m.end, m.name) for m in mentions
    ]
