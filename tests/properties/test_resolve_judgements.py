from hypothesis import assume, given
from hypothesis import strategies as st

from newsgen.lexicon import load_lexicon
from newsgen.lexicon.slugs import fold_name
from newsgen.records.options import Judgement
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from properties.resolve_archives import make_archives


@given(make_archives(), st.data())
def test_judgements_are_always_kept(readings: list[Reading], data: st.DataObject) -> None:
    """What the editor joins, parts or drops is so; fails if a contradiction in the texts may refuse a forced bond."""
    names = sorted({fold_name(person.name) for reading in readings for person in reading.people})
    assume(len(names) >= 4)
    first, joined, parted, nobody = data.draw(st.permutations(names))[:4]
    judgements = (
        Judgement(name=first, also=(joined,), different=(parted,), line=1),
        Judgement(name=nobody, person=False, line=2),
    )
    entities = resolve(readings, judgements, load_lexicon())
    ids: dict[str, set[str | None]] = {name: set() for name in names}
    for reading, owns in zip(readings, entities.person_ids, strict=True):
        for person, own in zip(reading.people, owns, strict=True):
            ids[fold_name(person.name)].add(own)
    assert ids[nobody] == {None}
    assert ids[first] == ids[joined]
    assert len(ids[first]) == 1
    assert not ids[first] & ids[parted]
    assert {person.name for person in entities.people if person.id in ids[first]} == {first}
    assert not entities.diagnostics or all(item.code != "unknown-name" for item in entities.diagnostics)
