from collections.abc import Sequence

from factories import make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.reading import Reading
from newsgen.resolve.gathering import gather_namings
from newsgen.resolve.trades import Trades

LEXICON = load_lexicon()
NAMES = LEXICON.names


def article(name: str, about: str = "", *, title: str = "", of: Sequence[str] = (), beside: str = "") -> Reading:
    people = [make_person(name, title, countries=of), *([make_person(beside)] if beside else [])]
    return make_reading("articles/a.txt", *people, countries=dict.fromkeys(about.split(), True))


def bearers(*readings: Reading) -> list[list[int]]:
    """The articles of each bearer of the first article's name."""
    key = readings[0].people[0].name
    home = [frozenset(country.code for country in reading.countries) for reading in readings]
    names = gather_namings(readings, home, NAMES, Trades(readings, LEXICON.trades)).names
    return sorted(sorted(name.articles) for name in names if name.text == key)


def test_a_frequent_name_is_two_people_in_two_countries() -> None:
    assert bearers(article("José Ramírez", "PE"), article("José Ramírez", "CU")) == [[0], [1]]


def test_a_rare_name_is_one_person_in_two_countries() -> None:
    assert bearers(article("Joost Terpstra", "NL"), article("Joost Terpstra", "CY")) == [[0, 1]]


def test_a_title_or_somebody_beside_makes_one_person_of_a_frequent_name() -> None:
    titled = (article("José Ramírez", code, title="Judge") for code in ("PE", "CU"))
    assert bearers(*titled) == [[0, 1]]
    beside = (article("José Ramírez", code, beside="Rosa Halvorsen") for code in ("PE", "CU"))
    assert bearers(*beside) == [[0, 1]]


def test_an_article_that_tells_no_place_parts_nobody() -> None:
    assert bearers(article("José Ramírez", "PE"), article("José Ramírez")) == [[0, 1]]


def test_an_article_with_something_of_both_joins_them() -> None:
    between = article("José Ramírez", "PE CU")
    assert bearers(article("José Ramírez", "PE"), article("José Ramírez", "CU"), between) == [[0, 1, 2]]


def test_two_presidents_stay_two_whoever_is_named_beside() -> None:
    first = article("Ibrahim Traoré", title="President", of=["BF"], beside="Rosa Halvorsen")
    second = article("Ibrahim Traoré", title="President", of=["GN"], beside="Rosa Halvorsen")
    assert bearers(first, second) == [[0], [1]]
