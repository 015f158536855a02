"""Law: what recognisers find stands beside what the rules find, and all mentions are spans of the text, apart."""

from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from newsgen.annotate import annotate
from newsgen.annotate.findings import is_of_recogniser
from newsgen.lexicon import load_lexicon
from newsgen.recognise import Finding
from newsgen.recognise.asking import settle
from properties.people_texts import HEADLINES, TEXTS, make_article

SPANS = st.lists(st.tuples(st.integers(0, 300), st.integers(1, 30), st.sampled_from(["person", "place"])), max_size=6)


def make_findings(text: str, spans: list[tuple[int, int, str]]) -> tuple[Finding, ...]:
    """The findings at these places, as far as the text has them, as a recogniser's must be."""
    found = []
    for place, length, kind in spans:
        start = place % len(text)
        end = start + len(text[start : start + length].rstrip())
        start = end - len(text[start:end].lstrip())
        if start < end:
            found.append(Finding(start=start, end=end, kind=kind, recogniser="test:One"))  # type: ignore[arg-type]
    return settle([sorted(found, key=lambda item: (item.start, -item.end))])


@settings(max_examples=200)
@given(HEADLINES, TEXTS, SPANS)
def test_findings_stand_beside_what_the_rules_found(
    headline: str, body: str, spans: list[tuple[int, int, str]]
) -> None:
    """Fails if `add_findings` leaves out `give_way`."""
    article = make_article(headline, body)
    alone = annotate(article, load_lexicon())
    joined = annotate(article, load_lexicon(), make_findings(article.text, spans))
    mentions = sorted((*joined.country_mentions, *joined.person_mentions, *joined.unresolved), key=lambda m: m.start)
    assert all(article.text[item.start : item.end] == item.surface for item in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
    by_rules = {n for item in (*alone.country_mentions, *alone.person_mentions) for n in range(item.start, item.end)}
    for item in (*joined.country_mentions, *joined.person_mentions):
        if is_of_recogniser(item.rule):
            name = getattr(item, "name", item.surface)
            assert by_rules.isdisjoint(range(item.end - len(name), item.end))
    counts = Counter(item.person for item in joined.person_mentions)
    assert [counts[number] for number in range(len(joined.people))] == [person.mentions for person in joined.people]
