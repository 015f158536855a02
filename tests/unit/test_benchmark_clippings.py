"""The clippings that measurements are made with."""

from collections import Counter
from itertools import islice

from benchmarks.clippings import make_clippings
from benchmarks.layouts import LAYOUTS


def test_a_larger_archive_begins_with_the_smaller_one() -> None:
    assert list(make_clippings(20)) == list(islice(make_clippings(40), 20))


def test_another_seed_gives_other_clippings() -> None:
    assert next(make_clippings(1)).raw != next(make_clippings(1, seed=2)).raw


def test_a_clipping_is_as_long_as_those_of_outlets() -> None:
    sizes = sorted(len(clipping.raw) for clipping in make_clippings(300))
    assert sizes[3] > 450
    assert sizes[150] > 1000
    assert sizes[-4] < 4500


def test_few_people_are_named_often_and_most_seldom() -> None:
    named = Counter(person.name for clipping in make_clippings(300) for person in clipping.story.people)
    assert max(named.values()) > 300 / 20
    assert sum(times == 1 for times in named.values()) > len(named) / 2


def test_every_story_has_its_text_in_the_clipping_whatever_the_layout() -> None:
    for clipping in make_clippings(200):
        found = " ".join(clipping.raw.split())
        assert all(" ".join(paragraph.split()) in found for paragraph in clipping.story.paragraphs)


def test_twenty_layouts_differ() -> None:
    story = next(make_clippings(1)).story
    assert len({layout(story) for layout in LAYOUTS}) == len(LAYOUTS) == 20
