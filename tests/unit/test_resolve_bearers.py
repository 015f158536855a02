"""Why one name in several articles is one person's: what is told of it comes from the articles."""

from factories import make_person, make_reading, tell_of
from newsgen.lexicon import load_lexicon
from newsgen.records.reading import LocalPerson, Reading
from newsgen.resolve.bearers import Bearing, weigh_bearer

LEXICON = load_lexicon()


def article(place: int, *people: LocalPerson, says: str = "", about: str = "NL") -> Reading:
    reading = make_reading(f"articles/{place}.txt", *people, countries={about: True}, published="2024-05-01")
    return tell_of(reading, says) if says else reading


def weigh(*readings: Reading) -> Bearing:
    return weigh_bearer([(place, 0) for place in range(len(readings))], readings, LEXICON)


def test_what_several_articles_tell_alike_is_counted() -> None:
    minister = make_person("Joost Terpstra", "Foreign Minister", countries=("NL",))
    beside = make_person("Rosa Quispe")
    told = weigh(article(0, minister, beside), article(1, minister, beside), article(2, make_person("Joost Terpstra")))
    assert told.speaks_for[0].startswith("the name is rare")
    assert told.speaks_for[1:] == (
        "2 call this one Foreign Minister",
        "2 tie this one to Netherlands",
        "2 tell of politics beside the name",
        "2 name Rosa Quispe too",
        "3 name Netherlands",
    )
    assert told.speaks_against == ()


def test_what_they_tell_otherwise_is_told() -> None:
    envoy = article(0, make_person("Joost Terpstra", "Envoy", countries=("NL",)), says="The envoy {}, 40, rose.")
    skater = article(1, make_person("Joost Terpstra", "Mayor", countries=("BE",)), says="{}, 22, a skater, fell.")
    assert weigh(envoy, skater).speaks_against == (
        "Envoy in one article, Mayor in another",
        "tied to Netherlands in one article, tied to Belgium in another",
        "born about 1984 in one article, born about 2002 in another",
    )


def test_another_trade_is_told() -> None:
    judge = article(0, make_person("Joost Terpstra"), says="The judge {} rose.")
    skater = article(1, make_person("Joost Terpstra"), says="{}, a skater, fell.")
    assert weigh(judge, skater).speaks_against == (
        "the trade law in one article, the trade sport of skating in another",
    )


def test_a_name_with_nothing_beside_it() -> None:
    told = weigh(article(0, make_person("Joost Terpstra")), article(1, make_person("Joost Terpstra"), about="BE"))
    assert told.speaks_for[1:] == ("nothing beside the name is told by two of them",)
    assert told.speaks_against == ()


def test_how_frequent_the_name_is_is_told() -> None:
    frequent = weigh(article(0, make_person("John Smith")), article(1, make_person("John Smith")))
    assert frequent.speaks_for[0].startswith("the name is frequent")
