"""Law: whatever the text, mentions are spans of it, in order and apart, and agree with the persons they mean."""

from collections import Counter

from hypothesis import given

from properties.people_texts import HEADLINES, TEXTS, make_article, read_people


@given(HEADLINES, TEXTS)
def test_mentions_are_spans_of_the_text(headline: str, body: str) -> None:
    """Fails if `make_word` puts the end of a word behind its possessive."""
    article = make_article(headline, body)
    people, mentions = read_people(article)
    reached = 0
    for mention in mentions:
        assert reached <= mention.start < mention.end
        assert article.text[mention.start : mention.end] == mention.surface
        assert mention.surface.endswith(mention.name)
        assert not mention.name.endswith(("'s", "’s"))
        assert mention.surface in people[mention.person].forms
        reached = mention.end
    counts = Counter(mention.person for mention in mentions)
    assert [counts[number] for number in range(len(people))] == [person.mentions for person in people]
    assert list(counts) == list(range(len(people)))
