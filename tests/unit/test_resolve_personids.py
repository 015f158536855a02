"""Ids of persons: the full spelling that was published first, whatever most articles write."""

import pytest

from factories import make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.options import Judgement
from newsgen.records.reading import Reading
from newsgen.resolve import resolve


def article(published: str | None, name: str, title: str = "General", *, path: str = "", code: str = "NE") -> Reading:
    path = path or f"articles/{published}-{name}.txt"
    return make_reading(path, make_person(name, title, countries=(code,)), headline=path, published=published)


def find(*readings: Reading, judgements: tuple[Judgement, ...] = ()) -> list[tuple[str, str]]:
    """(id, name shown) of each person."""
    return [(person.id, person.name) for person in resolve(readings, judgements, load_lexicon()).people]


FIRST = article("2024-01-01", "Abdourahamane Tchiani")
LATER = (article("2024-02-01", "Abdourahamane Tiani"), article("2024-03-01", "Abdourahamane Tiani"))


def test_the_name_shown_follows_the_majority_and_the_address_stays() -> None:
    assert find(FIRST) == [("abdourahamane-tchiani", "Abdourahamane Tchiani")]
    assert find(FIRST, *LATER) == [("abdourahamane-tchiani", "Abdourahamane Tiani")]
    assert find(*reversed(LATER), FIRST) == find(FIRST, *LATER)


@pytest.mark.parametrize(
    ("published", "name"),
    [("2023-12-01", "Tchiani"), ("2023-12-01", "A. Tchiani"), (None, "Abdourahmane Tchiani")],
)
def test_what_is_less_than_a_full_spelling_or_has_no_date_gives_way(published: str | None, name: str) -> None:
    assert find(article(published, name), FIRST) == [("abdourahamane-tchiani", "Abdourahamane Tchiani")]


def test_of_spellings_without_a_date_that_of_the_first_path_counts() -> None:
    one = article(None, "Abdourahamane Tchiani", path="articles/b.txt")
    other = article(None, "Abdourahamane Tiani", path="articles/a.txt")
    assert [own for own, _ in find(one, other)] == ["abdourahamane-tiani"]


def test_who_has_no_given_name_has_the_address_of_the_family_name() -> None:
    assert find(article("2024-01-01", "Tchiani")) == [("tchiani", "Tchiani")]


def test_the_editor_gives_the_address_with_the_name() -> None:
    entry = Judgement(name="Omar Tiani", also=("Abdourahamane Tchiani",))
    assert [own for own, _ in find(FIRST, *LATER, judgements=(entry,))] == ["omar-tiani"]


def test_of_namesakes_the_one_who_was_first_keeps_the_address() -> None:
    first = article("2024-01-01", "Ali Musa", "President", code="NE")
    second = article("2024-02-01", "Ali Musa", "President", code="FJ")
    (own, _), (other, _) = find(second, first)
    assert own == "ali-musa"
    assert other.startswith("ali-musa-")
    bare = article("2023-01-01", "Musa", "President", code="FJ")
    assert find(first, second, bare)[0][0] == "ali-musa"


def test_who_stands_in_people_yaml_has_the_address_before_all_others() -> None:
    first = article("2024-01-01", "Али Муса", "President", code="NE")
    judged = article("2024-02-01", "Ali Musa", "President", code="FJ")
    assert ("ali-musa", "Али Муса") in find(first, judged)
    assert ("ali-musa", "Ali Musa") in find(first, judged, judgements=(Judgement(name="Ali Musa"),))
