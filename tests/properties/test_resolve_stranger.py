from hypothesis import given
from hypothesis import strategies as st

from factories import Told, make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from properties.resolve_archives import event_groups, make_archives, person_groups

STRANGERS = ("Wilhelmina Quist", "W. Quist", "Quist", "Ali Quist", "Wilhelmina Ngozi Okafor", "Zeineb Quist")


@given(make_archives(), st.lists(st.sampled_from(STRANGERS), min_size=1, max_size=3, unique=True))
def test_an_article_about_nobody_known_changes_nobody(readings: list[Reading], names: list[str]) -> None:
    """All persons, doubts and events stay; fails if a family name needs more points in a larger archive."""
    stranger = make_reading(
        "articles/stranger.txt",
        *(make_person(name, "General", countries=("FJ",)) for name in names),
        headline="Elsewhere",
        countries={"FJ": True},
        told=[Told("2024-03-03", "Harbours in Suva reopened for trade.", topics=("handover",), countries=("FJ",))],
    )
    lexicon = load_lexicon()
    before, after = resolve(readings, (), lexicon), resolve([*readings, stranger], (), lexicon)
    assert after.article_ids[:-1] == before.article_ids
    groups = person_groups(after, [*readings, stranger])
    assert {own: groups[own] for own in groups if own not in after.person_ids[-1]} == person_groups(before, readings)
    assert [person for person in after.people if person.id not in after.person_ids[-1]] == list(before.people)
    events = event_groups(after, [*readings, stranger])
    assert event_groups(before, readings).items() <= events.items()
    assert len(events) == len(before.events) + 1
