"""What became of things without a lasting name does not hang on the order in which they are told, nothing is lost, and
a site compared with itself has not changed.

Deliberate mistake: in `follow`, leave out the last loop (what shares no mark is the same by its id), and things without
marks come and go.
"""

from hypothesis import given
from hypothesis import strategies as st

from newsgen.build.comparing.following import Followed, follow

THINGS = st.dictionaries(st.sampled_from("abcdef"), st.frozensets(st.integers(0, 7), max_size=4), max_size=6)


@given(THINGS, THINGS)
def test_each_thing_is_told_once_and_both_sides_agree(
    old: dict[str, frozenset[int]], new: dict[str, frozenset[int]]
) -> None:
    followed = follow(old, new)
    assert (set(followed.targets), set(followed.sources)) == (set(old), set(new))
    links = {(one, other) for one, found in followed.targets.items() for other in found}
    assert links == {(one, other) for other, found in followed.sources.items() for one in found}
    for one, other in links:
        assert old[one] & new[other] or one == other
    told = {one for one, _ in followed.pairs()} | {one for one, _ in followed.split()} | set(followed.gone())
    assert told | {one for ones, _ in followed.merged() for one in ones} == set(old)


@given(THINGS, THINGS)
def test_the_order_does_not_matter(old: dict[str, frozenset[int]], new: dict[str, frozenset[int]]) -> None:
    assert follow(dict(reversed(old.items())), dict(reversed(new.items()))) == follow(old, new)


@given(st.lists(st.frozensets(st.integers(0, 40), max_size=4), max_size=6))
def test_nothing_becomes_of_what_stays(marks: list[frozenset[int]]) -> None:
    seen: set[int] = set()
    things = {}
    for number, found in enumerate(marks):  # no mark is of two things
        things[str(number)] = found - seen
        seen |= found
    alone: dict[str, tuple[str, ...]] = {thing: (thing,) for thing in things}
    assert follow(things, things) == Followed(targets=alone, sources=alone)
