from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from factories import Told, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.entities import Entities
from newsgen.records.reading import Reading
from newsgen.resolve import resolve

SENTENCES = tuple(
    f"On that day {place} sent {number} lorries of {ware} down to the river, and nobody there would sign for them."
    for number, (place, ware) in enumerate(
        (place, ware)
        for place in ("the mill", "the quarry", "the school")
        for ware in ("salt", "timber", "cloth", "glass")
    )
)
EDITS = (("lorries", "trucks"), ("river,", "river"), ("On that day", "That day"), ("nobody there", "nobody"))


@st.composite
def make_reprints(draw: st.DrawFn) -> list[Reading]:
    """Articles that print runs of a few sentences, one as it is, another edited: all ways to carry a text."""
    readings = []
    for place in range(draw(st.integers(2, 8))):
        start = draw(st.integers(0, len(SENTENCES) - 3))
        body = " ".join(SENTENCES[start : start + draw(st.integers(3, 8))])
        for old, new in draw(st.sets(st.sampled_from(EDITS), max_size=2)):
            body = body.replace(old, new, draw(st.sampled_from((1, -1))))
        readings.append(make_reading(f"articles/{place}.txt", told=[Told("2024-03-03", body, topics=("talks",))]))
    return readings


@given(make_reprints(), st.randoms(use_true_random=False))
def test_who_carries_what_does_not_hang_on_the_order(readings: list[Reading], rng) -> None:
    """The same texts, likenesses and counts in any order, each from both sides; fails if a text that leads to others
    is counted by the first of its articles."""
    shuffled = list(readings)
    rng.shuffle(shuffled)
    one, other = (resolve(order, (), load_lexicon()) for order in (readings, shuffled))
    carried = list_carried(one, readings)
    assert carried == list_carried(other, shuffled)
    assert all((right, left, share) in carried for left, right, share in carried)
    assert {event.id: event.independent for event in one.events} == {
        event.id: event.independent for event in other.events
    }


def list_carried(entities: Entities, readings: Sequence[Reading]) -> set[tuple[str, str, float]]:
    """Each two articles that carry one text, by path, and how like they are."""
    paths = [reading.article.path for reading in readings]
    return {
        (path, paths[one.article], one.likeness)
        for path, same in zip(paths, entities.same_text, strict=True)
        for one in same
    }


@given(make_reprints())
def test_independent_texts_are_at_most_the_articles_that_report(readings: list[Reading]) -> None:
    """Every event is told by one text at least, and no two articles of one text count; fails if sentences count."""
    entities = resolve(readings, (), load_lexicon())
    for event in entities.events:
        articles = {report.article for report in event.reports}
        alone = [one for one in articles if articles.isdisjoint(same.article for same in entities.same_text[one])]
        assert max(1, len(alone)) <= event.independent <= len(alone) + (len(articles) - len(alone)) // 2
