from hypothesis import given, settings
from hypothesis import strategies as st

from newsgen.lexicon import load_lexicon
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from properties.resolve_archives import make_archives, make_readings, person_groups


@settings(deadline=None)
@given(make_archives(), st.data())
def test_an_article_that_arrives_moves_nobody_else(readings: list[Reading], data: st.DataObject) -> None:
    """Who keeps the name and the company keeps the address; fails if equal slugs are numbered by the size of groups."""
    # A file that sorts behind the others, as one that arrives later mostly does: the first to come keeps an address.
    new = data.draw(make_readings("articles/new.txt"))
    lexicon = load_lexicon()
    before, after = resolve(readings, (), lexicon), resolve([*readings, new], (), lexicon)
    names = {person.id: person.name for person in before.people}
    names_after = {person.id: person.name for person in after.people}
    groups = person_groups(before, readings)
    homes = {member: own for own, members in person_groups(after, [*readings, new]).items() for member in members}
    if sorted(names.values()) != sorted(name for own, name in names_after.items() if own in set(homes.values())):
        return
    for own, members in groups.items():
        moved = {homes[member] for member in members}
        if len(moved) == 1 and names_after[moved.pop()] == names[own]:
            assert {homes[member] for member in members} == {own}
