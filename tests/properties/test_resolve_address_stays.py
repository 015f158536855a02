"""An article that arrives after all others moves nobody, however it spells the names."""

from hypothesis import given
from hypothesis import strategies as st

from factories import make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.entities import Entities
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from properties.resolve_archives import Group, person_groups

NEW = "articles/new.txt"
"""Behind all others by its path, as by its date."""

NAMES = ("Zeine", "Ali Zeine", "Ali Zeine", "Ali Zène", "Aly Zeine", "Ali Mahaman Zeine", "ALI ZEINE", "Omar Zeine")
COUNTRIES = ("NE", "NE", "ML", "FJ")
"""Each has a president of its own, so that namesakes are several people."""
DATES = ("2024-03-04", "2024-03-05", "2024-03", "2023", None)


@st.composite
def make_namesakes(draw: st.DrawFn) -> list[Reading]:
    """Articles, of which the last was published last; or has no date, and neither may others have one."""
    bearers = draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(COUNTRIES)), min_size=3, max_size=7))
    people = [make_person(name, "President", countries=(code,)) for name, code in bearers]
    paths = [*(f"articles/{place}.txt" for place in range(len(people) - 1)), NEW]
    dates = [draw(st.sampled_from(DATES)) for _ in people[1:]]
    dates.append(None if None in dates else draw(st.sampled_from(("2024-04-01", None))))
    return [
        make_reading(path, one, headline=path, published=date)
        for path, one, date in zip(paths, people, dates, strict=True)
    ]


@given(make_namesakes())
def test_an_article_that_arrives_moves_nobody(articles: list[Reading]) -> None:
    """Where nobody is merged or parted, and nobody gets given names, all keep their addresses, however they are shown.

    Fails if larger groups choose theirs first, and if the id is made from the name shown, which follows the majority.
    """
    *readings, _ = articles
    lexicon = load_lexicon()
    before = _find_homes(resolve(readings, (), lexicon), readings)
    after = _find_homes(resolve(articles, (), lexicon), articles)
    if {group: is_bare for group, (_, is_bare) in before.items()} == {
        group: is_bare for group, (_, is_bare) in after.items()
    }:
        assert after == before


def _find_homes(entities: Entities, readings: list[Reading]) -> dict[Group, tuple[str, bool]]:
    """All who belong to each person but for those of the new article → the id, and whether no given name is known."""
    people = {reading.article.path: reading.people for reading in readings}
    return {
        old: (own, not any(people[path][index].given for path, index in members))
        for own, members in person_groups(entities, readings).items()
        if (old := frozenset(member for member in members if member[0] != NEW))
    }
