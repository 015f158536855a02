"""Ids of events: what they say, and that they stay when articles arrive."""

import pytest

from factories import Told, make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.reading import Reading
from newsgen.resolve import resolve

TIANI = make_person("Abdourahamane Tiani", "General")


def name_events(*readings: Reading) -> dict[tuple[str, int], str]:
    """(path, report) → the id of the event that it tells of."""
    entities = resolve(readings, (), load_lexicon())
    return {
        (readings[one.article].article.path, one.report): event.id for event in entities.events for one in event.reports
    }


def article(path: str, published: str | None, *told: Told) -> Reading:
    return make_reading(f"articles/{path}.txt", TIANI, headline=path, published=published, told=told)


def talk(where: str, code: str = "NE", date: str = "2024-03-12", kind: str = "talks") -> Told:
    return Told(date, f"Envoys spoke about {where} on that day.", topics=(kind,) if kind else (), countries=(code,))


def test_a_day_a_kind_and_a_country_are_enough() -> None:
    assert list(name_events(article("a", "2024-03-13", talk("fish"))).values()) == ["2024-03-12-talks-ne"]


def test_what_many_might_want_has_letters_of_its_own() -> None:
    told = (
        talk("fish", date="2024-02"),
        talk("oil", kind="", date="2023-05-03"),
        Told("2024-01-03", "Tiani rested.", people=(0,)),
    )
    ids = sorted(name_events(article("a", "2024-03-13", *told)).values())
    assert [own.rsplit("-", 1)[0] for own in ids] == ["2023-05-03-event-ne", "2024-01-03-tiani", "2024-02-talks-ne"]
    assert all(len(own.rsplit("-", 1)[1]) == 4 for own in ids)


def meet(path: str, published: str | None, name: str) -> Reading:
    told = Told(
        "2024-03-12", f"{name} spoke with farmers about prices.", topics=("talks",), countries=("NE",), people=(0,)
    )
    return make_reading(f"articles/{path}.txt", make_person(name), headline=path, published=published, told=(told,))


@pytest.mark.parametrize("published", ["2024-05-02", None])
def test_a_later_article_takes_no_id_away(published: str | None) -> None:
    old, new = meet("m", "2024-03-13", "Ama Darko"), meet("a", published, "Salif Tapsoba")
    ids = name_events(old, new)
    assert ids == name_events(new, old)
    assert ids["articles/m.txt", 0] == name_events(old)["articles/m.txt", 0] == "2024-03-12-talks-ne"
    assert ids["articles/a.txt", 0].startswith("2024-03-12-talks-ne-")


def test_what_later_articles_say_of_it_changes_no_id() -> None:
    first = Told("2024-03-12", "Soldiers took the palace of Tiani.", topics=("coup",), countries=("NE",), people=(0,))
    later = [
        Told(
            "2024-03-12",
            f"Soldiers took the palace of Tiani, {who} said.",
            topics=("coup", "attack"),
            countries=("NE", "ML"),
            people=(0,),
        )
        for who in ("envoys", "doctors", "teachers")
    ]
    old = article("m", "2024-03-13", first)
    new = [article(f"a{place}", "2024-03-14", told) for place, told in enumerate(later)]
    ids = name_events(old, *new)
    assert set(ids.values()) == {"2024-03-12-coup-ne"}


def test_a_name_that_is_found_out_later_changes_no_id() -> None:
    told = Told("2024-01-03", "Tiani rested.", countries=("NE",), people=(0,))
    bare = make_person("Tiani", "General", countries=("NE",))
    old = make_reading("articles/m.txt", bare, headline="m", published="2024-01-04", told=(told,))
    assert name_events(old)["articles/m.txt", 0] == name_events(old, article("a", "2024-02-01"))["articles/m.txt", 0]
