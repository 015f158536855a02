"""Resolution: what many articles say of one person or one event is brought together."""

from collections.abc import Sequence

from newsgen.lexicon import Lexicon
from newsgen.records.archive import Entities
from newsgen.records.options import Judgement
from newsgen.records.reading import Reading
from newsgen.resolve.addresses import give_article_ids
from newsgen.resolve.events import count_independent, find_events
from newsgen.resolve.judgements import read_judgements
from newsgen.resolve.people import group_people
from newsgen.resolve.persons import name_people
from newsgen.resolve.wire import group_same_text

__all__ = ["resolve"]


def resolve(readings: Sequence[Reading], judgements: Sequence[Judgement], lexicon: Lexicon) -> Entities:
    """Articles with addresses, texts that several carry, people across articles, events across reports.

    Nothing of it hangs on the order of the readings but the positions in it. Raises ConfigError if the judgements
    contradict each other.
    """
    article_ids, clashes = give_article_ids([reading.article for reading in readings])
    same_text = group_same_text(readings)
    people = group_people(readings, read_judgements(judgements), lexicon)
    persons, person_ids = name_people(people.grouping, judgements, readings)
    return Entities(
        article_ids=article_ids,
        people=persons,
        person_ids=person_ids,
        events=count_independent(find_events(readings, persons, person_ids, lexicon), same_text),
        same_text=same_text,
        diagnostics=tuple(sorted((*clashes, *people.diagnostics))),
    )
