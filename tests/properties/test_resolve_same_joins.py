from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newsgen.lexicon import load_lexicon
from newsgen.lexicon.slugs import fold_name
from newsgen.records.options import Judgement
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from properties.resolve_archives import make_archives, person_groups


@settings(max_examples=200)
@given(make_archives(), st.data())
def test_a_judgement_of_sameness_only_joins(readings: list[Reading], data: st.DataObject) -> None:
    """What was one person stays one; fails if a judgement's bond is made before those of the rules.

    But mere family names that meant nobody known may mean different people now that one more is known.
    """
    people = {(reading.article.path, at): one for reading in readings for at, one in enumerate(reading.people)}
    names = sorted({fold_name(person.name) for person in people.values() if person.given})
    assume(len(names) >= 2)
    one, other = data.draw(st.permutations(names))[:2]
    before = person_groups(resolve(readings, (), load_lexicon()), readings)
    entities = resolve(readings, (Judgement(name=one, also=(other,), line=1),), load_lexicon())
    after = person_groups(entities, readings)
    home = {member: own for own, members in after.items() for member in members}
    for members in before.values():
        if any(people[member].given for member in members):
            assert len({home[member] for member in members}) == 1
