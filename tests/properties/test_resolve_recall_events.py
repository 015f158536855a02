from hypothesis import given
from hypothesis import strategies as st

from factories import Told, make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.reading import Reading
from newsgen.resolve.chronicles import read_chronicles
from newsgen.resolve.events import Events, find_events

SENTENCES = ("Soldiers under Ali Zeine took the palace, and 3 were killed.", "Soldiers took the palace; 4 were killed.")
DOUBTS = ({}, {}, {"ali-zeine": frozenset({"omar-tiani"})})


@st.composite
def make_article(draw: st.DrawFn, place: int) -> Reading:
    """An article that tells of a coup, as others do."""
    told = Told(
        draw(st.sampled_from(("2024-03-03", "2024-03-03", "2024-03", "XXXX-03-03"))),
        draw(st.sampled_from(SENTENCES)),
        topics=draw(st.sampled_from((("coup",), ("arrest", "coup")))),
        countries=draw(st.sampled_from((("NE",), ("ML", "NE")))),
        people=draw(st.sampled_from(((), (0,)))),
        kind=draw(st.sampled_from(("happened", "happened", "announced"))),
    )
    return make_reading(
        f"articles/{place}.txt",
        make_person("Ali Zeine"),
        published=draw(st.sampled_from(("2024-03-04", "2023-03-04", None))),
        countries={draw(st.sampled_from(("NE", "NE", "ML"))): True},
        told=[told] * draw(st.integers(1, 2)),
    )


@st.composite
def make_editions(draw: st.DrawFn) -> list[list[Reading]]:
    """An archive, and the same after each of some edits."""
    size = draw(st.integers(2, 4))
    editions = [[draw(make_article(place)) for place in range(size)]]
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, size - 1))
        editions.append([*editions[-1][:place], draw(make_article(place)), *editions[-1][place + 1 :]])
    return editions


@given(make_editions(), st.lists(st.sampled_from(DOUBTS), min_size=4, max_size=4))
def test_what_was_found_before_is_what_would_be_found(
    editions: list[list[Reading]], doubts: list[dict[str, frozenset[str]]]
) -> None:
    """After any edit, the events are those that are found anew; fails if one is known by dates and ties alone, without
    what else its articles say."""
    lexicon = load_lexicon()
    before: Events | None = None
    for edition, unsure in zip(editions, doubts, strict=False):
        chronicles = read_chronicles(edition, [("ali-zeine",)] * len(edition))
        before = find_events(chronicles, unsure, lexicon, before)
        assert before == find_events(chronicles, unsure, lexicon, None)
