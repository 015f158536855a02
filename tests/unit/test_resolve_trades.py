import pytest

from factories import make_person, make_reading, tell_of
from newsgen.lexicon import load_lexicon
from newsgen.resolve.gathering import gather_namings
from newsgen.resolve.namings import Naming
from newsgen.resolve.trades import Trades, are_far_trades, are_other_ages, are_other_trades

LEXICON = load_lexicon()


def read(words: str, *, title: str = "", **fields: str | None) -> tuple[Trades, Naming]:
    """The naming of one of whom an article of May 2024 says so."""
    person = make_person("Joost Terpstra", title)
    reading = tell_of(make_reading("articles/a.txt", person, **{"published": "2024-05-01", **fields}), words)
    trades = Trades([reading], LEXICON.trades)
    (name,) = gather_namings([reading], [frozenset()], LEXICON.names, trades).names
    return trades, name.namings[0]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The barrister {} rose.", {"law"}),
        ("{}, a surgeon, rose.", {"medicine"}),
        ("{} is a cyclist.", {"sport of cycling"}),
        ("A surgeon slept. {} rose.", set()),
        ("{} met a surgeon.", set()),
        ("The mayor's friend {} rose.", set()),
        ("The wife of the mayor, {}, rose.", set()),
    ],
)
def test_the_trade_told_beside_a_name(words: str, told: set[str]) -> None:
    trades, naming = read(words)
    assert trades.told_of(naming) == told


def test_words_of_trades_count_in_the_language_of_the_article() -> None:
    trades, naming = read("Le grimpeur {} a gagné.", language="fr")
    assert trades.told_of(naming) == {"sport of cycling"}


def test_a_title_tells_a_trade() -> None:
    trades, naming = read("{} rose.", title="Bishop")
    assert trades.told_of(naming) == {"faith of the church"}


def test_in_a_report_of_sports_all_are_supposed_to_play() -> None:
    trades, naming = read("The skater fell on the ice rink after the skating. {} won.")
    assert not trades.told_of(naming)
    assert trades.supposed_of(naming) == {"sport of skating"}


@pytest.mark.parametrize(
    ("words", "born"),
    [
        ("{}, 47, rose.", 1977),
        ("The 47-year-old driver {} rose.", 1977),
        ("{} rose, and the 47-year-old fell.", 1977),
        ("À 47 ans, {} se lève.", 1977),
        ("{}, de 47 años, se levanta.", 1977),
        ("À 47 ans de prison, {} se tait.", None),
        ("{} met a 47-year-old.", None),
    ],
)
def test_the_year_of_birth_that_an_age_comes_to(words: str, born: int | None) -> None:
    trades, naming = read(words)
    assert trades.born(naming) == born


def test_no_year_of_birth_without_a_date() -> None:
    trades, naming = read("{}, 47, rose.", published=None)
    assert trades.born(naming) is None


def test_trades_that_one_person_may_have() -> None:
    assert not are_other_trades({"politics"}, {"military"})
    assert not are_other_trades({"sport"}, {"sport of rowing"})
    assert not are_other_trades({"sport of rowing", "law"}, {"sport of rowing"})
    assert not are_other_trades({"law"}, ())
    assert not are_far_trades({"law"}, {"politics"})


def test_trades_that_nobody_has_both() -> None:
    assert are_other_trades({"law"}, {"politics"})
    assert are_other_trades({"sport of rowing"}, {"sport", "sport of tennis"})
    assert are_far_trades({"law"}, {"sport of tennis"})
    assert are_far_trades({"faith of the church"}, {"military"})
    assert are_far_trades({"medicine", "learning"}, {"faith"})


def test_clerics_govern_and_write() -> None:
    assert not are_far_trades({"faith"}, {"politics"})
    assert not are_far_trades({"arts"}, {"faith"})
    assert not are_far_trades({"faith"}, {"faith", "military"})
    assert not are_far_trades({"faith"}, {"military"})
    assert not are_far_trades({"faith"}, {"faith of the church"})


def test_ages_a_year_apart_are_one() -> None:
    assert not are_other_ages(1977, 1979)
    assert not are_other_ages(1977, None)
    assert are_other_ages(1977, 1980)


def test_no_word_of_a_trade_is_a_mere_number() -> None:
    trades, naming = read("The visit on October 10, when {} spoke.")
    assert trades.told_of(naming) == set()
