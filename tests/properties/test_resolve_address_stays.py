from hypothesis import given, settings
from hypothesis import strategies as st

from factories import make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.archive import Entities
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from properties.resolve_archives import Group, person_groups

NEW = "articles/new.txt"
"""Behind all others, as what arrives later mostly is: the first to come keeps an address."""


NAMES = ("Zeine", "Zeine", "Ali Zeine", "Omar Zeine")
COUNTRIES = ("NE", "ML", "FJ")
"""Each has a president of its own, so that namesakes are several people."""


@st.composite
def make_namesakes(draw: st.DrawFn) -> list[Reading]:
    bearers = draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(COUNTRIES)), min_size=3, max_size=7))
    people = [make_person(name, "President", countries=(code,)) for name, code in bearers]
    paths = [*(f"articles/{place}.txt" for place in range(len(people) - 1)), NEW]
    return [make_reading(path, one, headline=path) for path, one in zip(paths, people, strict=True)]


@settings(deadline=None)
@given(make_namesakes())
def test_an_article_that_arrives_moves_nobody(articles: list[Reading]) -> None:
    """Where nobody is merged or renamed, all keep their addresses; fails if larger groups choose theirs first."""
    *readings, new = articles
    lexicon = load_lexicon()
    before = _find_homes(resolve(readings, (), lexicon), readings)
    after = _find_homes(resolve([*readings, new], (), lexicon), [*readings, new])
    if {members: name for members, (_, name) in before.items()} == {
        members: name for members, (_, name) in after.items()
    }:
        assert after == before


def _find_homes(entities: Entities, readings: list[Reading]) -> dict[Group, tuple[str, str]]:
    """All who belong to each person but for those of the new article → the person's id and name."""
    names = {person.id: person.name for person in entities.people}
    old = {
        own: frozenset(member for member in members if member[0] != NEW)
        for own, members in person_groups(entities, readings).items()
    }
    return {members: (own, names[own]) for own, members in old.items() if members}
