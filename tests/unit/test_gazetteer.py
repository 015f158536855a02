import json

import pytest

from newsgen.lexicon import load_lexicon
from newsgen.lexicon.gazetteer import Gazetteer, read_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_lexicon().gazetteer


def small(*phrases: list[object], **parts: object) -> Gazetteer:
    """A gazetteer of these phrases."""
    return read_gazetteer({"gazetteer.json": json.dumps({"phrases": phrases, **parts}).encode()})


def found(gazetteer: Gazetteer, text: str) -> list[tuple[str, list[str]]]:
    return [(text[hit.start : hit.end], [entry.code for entry in hit.entries]) for hit in gazetteer.scan(text)]


def test_without_data_nothing_is_known() -> None:
    empty = read_gazetteer({})
    assert empty.scan("Niger") == ()
    assert empty.country_of_place("Niamey") is None
    assert empty.code_of("Niger") is None


def test_every_country_is_described(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.countries) == 250
    assert list(gazetteer.countries) == sorted(gazetteer.countries)
    niger = gazetteer.countries["NE"]
    assert (niger.name, niger.capital, niger.region) == ("Niger", "Niamey", "Africa")
    assert niger.neighbours == ("BF", "BJ", "DZ", "LY", "ML", "NG", "TD")
    assert niger.latitude is not None
    assert niger.longitude is not None
    assert 11 < niger.latitude < 24
    assert 0 < niger.longitude < 16


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("CI", "Ivory Coast"),
        ("TR", "Turkey"),
        ("MM", "Myanmar"),
        ("US", "United States"),
        ("GB", "United Kingdom"),
        ("CD", "Democratic Republic of the Congo"),
        ("PS", "Palestine"),
        ("HK", "Hong Kong"),
        ("BA", "Bosnia and Herzegovina"),
        ("TT", "Trinidad and Tobago"),
    ],
)
def test_countries_have_the_names_that_newspapers_use(gazetteer: Gazetteer, code: str, name: str) -> None:
    assert gazetteer.countries[code].name == name


def test_neighbours_know_each_other(gazetteer: Gazetteer) -> None:
    one_sided = [
        (code, other)
        for code, country in gazetteer.countries.items()
        for other in country.neighbours
        if code not in gazetteer.countries[other].neighbours
    ]
    assert len(one_sided) <= 2, one_sided


@pytest.mark.parametrize("word", ["Nigeria", "Romania", "Somalia", "Malians", "Ukrainer", "Chadwick", "Iranian"])
def test_names_within_longer_words_do_not_slip_through(word: str) -> None:
    names = small(*([name, "XX", "name", 3] for name in ("Niger", "Oman", "Mali", "Somali", "Ukraine", "Chad", "Iran")))
    assert found(names, f"in {word}.") == []


def test_the_longest_phrase_wins() -> None:
    names = small(["Guinea", "GN", "name"], ["Guinea-Bissau", "GW", "name"], ["Papua New Guinea", "PG", "name"])
    text = "Guinea, Guinea-Bissau, Papua New Guinea"
    assert [codes for _, codes in found(names, text)] == [["GN"], ["GW"], ["PG"]]


def test_a_phrase_that_ends_in_a_longer_one_of_which_only_the_start_is_there() -> None:
    names = small(["Bank", "XA", "name"], ["Bank of England", "XB", "name"], ["England", "XC", "name"])
    assert found(names, "Bank of Englander, England") == [("Bank", ["XA"]), ("England", ["XC"])]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("NIGER", ["NIGER"]),
        ("niger", []),
        ("Niger", ["Niger"]),
        ("nIGER", []),
        ("us US Us", ["US"]),
        ("malien Malien MALIEN", ["malien", "Malien", "MALIEN"]),
        ("Elysee Élysée ÉLYSÉE ELYSEE", ["Elysee", "Élysée", "ÉLYSÉE", "ELYSEE"]),
        ("Côte d’Ivoire, Cote d'Ivoire, COTE D'IVOIRE", ["Côte d’Ivoire", "Cote d'Ivoire", "COTE D'IVOIRE"]),
        ("Republic Of the Congo", ["Republic Of the Congo"][:0]),
        ("Republic Of The Congo", ["Republic Of The Congo"]),
    ],
)
def test_letters_count_as_a_phrase_is_written(text: str, surfaces: list[str]) -> None:
    names = small(
        ["Niger", "NE", "name"],
        ["US", "US", "name"],
        ["malien", "ML", "demonym", 3, "fr"],
        ["Élysée", "FR", "metonym"],
        ["Côte d'Ivoire", "CI", "name"],
        ["Republic of the Congo", "CG", "name"],
    )
    assert [surface for surface, _ in found(names, text)] == surfaces


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("the U.S.", ["U.S."]),
        ("the U.S.-led force", ["U.S."]),
        ("the U.S.S.R. fell", []),
        ("in U.S. and", ["U.S."]),
        ("_Niger Niger_ @Niger /Niger", []),
        ("Niger.com, niger.Niger", ["Niger"]),
        ("Niger's 'Niger' (Niger) “Niger” Niger-Niger", ["Niger"] * 6),
        ("Nigér Niger\u0301", []),
        ("Burkina\nFaso, Burkina\u00a0Faso", ["Burkina\nFaso", "Burkina\u00a0Faso"]),
        ("Burkina\n\nFaso", []),
        ("Guinea\u2011Bissau", ["Guinea\u2011Bissau"]),
    ],
)
def test_what_stands_around_a_phrase(text: str, surfaces: list[str]) -> None:
    names = small(
        ["Niger", "NE", "name"],
        ["U.S.", "US", "name"],
        ["Burkina Faso", "BF", "name"],
        ["Guinea-Bissau", "GW", "name"],
    )
    assert [surface for surface, _ in found(names, text)] == surfaces


@pytest.mark.parametrize("before", ["ß" * 9, "ﬁﬃ", "İstanbul'da ", "𝔘𝔫𝔦 ", "ŉ ΐ ", "🇳🇪 "])
def test_letters_that_grow_in_capitals_shift_nothing(before: str) -> None:
    text = f"{before} Niger"
    assert found(small(["Niger", "NE", "name"]), text) == [("Niger", ["NE"])]


def test_of_several_meanings_the_likeliest_comes_first(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "Congo") == [("Congo", ["CD", "CG"])]
    assert found(gazetteer, "Georgia") == [("Georgia", ["GE", "US"])]
    assert found(gazetteer, "Dominican") == [("Dominican", ["DO", "DM"])]


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("Niamey", "NE"),
        ("NIAMEY", "NE"),
        ("Niamey (Niger)", "NE"),
        ("Tripoli", "LY"),
        ("Tripoli, Lebanon", "LB"),
        ("Washington", "US"),
        ("WASHINGTON, D.C.", "US"),
        ("London", "GB"),
        ("LONDON, Ont.", "CA"),
        ("Fort Lauderdale, Fla.", "US"),
        ("Atlanta, Georgia", "US"),
        ("Tbilisi, Georgia", "GE"),
        ("Mestia, Georgia", "GE"),
        ("Macon, Georgia", "US"),
        ("San Jose, Costa Rica", "CR"),
        ("Sao Paulo", "BR"),
        ("São Paulo", "BR"),
        ("ST LOUIS", "US"),
        ("St. Louis", "US"),
        ("Peking", "CN"),
        ("Moscou", "RU"),
        ("Pekín", "CN"),
        ("LONDON/PARIS", "GB"),
        ("N'Djamena", "TD"),
        ("N’Djamena", "TD"),
        ("Luxembourg", "LU"),
        ("Kinshasa, Congo", "CD"),
        ("Brazzaville, Congo", "CG"),
        ("Agadez", "NE"),
        ("Hamilton", "CA"),
        ("Cambridge, Mass.", "US"),
        ("Bethlehem", "PS"),
        ("Naples, Fla.", "US"),
        ("Cambridge", "GB"),
        ("Scranton, Penn.", "US"),
        ("Saint-Domingue", "DO"),
        ("Ciudad del Cabo", "ZA"),
        ("Paris, Texas", "US"),
        ("Santiago de Chile", "CL"),
        ("Kingston", "JM"),
        ("Nowhere-upon-Sea", None),
        ("ABOARD THE TRAIN", None),
        ("", None),
        (", ,", None),
    ],
)
def test_places_of_datelines(gazetteer: Gazetteer, place: str, code: str | None) -> None:
    assert gazetteer.country_of_place(place) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("NE", "NE"),
        ("ne", "NE"),
        ("Niger", "NE"),
        ("niger", "NE"),
        ("NIGER", "NE"),
        ("United States", "US"),
        ("united states", "US"),
        ("Côte d'Ivoire", "CI"),
        ("Burma", "MM"),
        (" Niger ", "NE"),
        ("no", "NO"),
        ("Niamey", None),
        ("Nigerien", None),
        ("Atlantis", None),
        ("XX", None),
        ("", None),
    ],
)
def test_what_a_user_types_for_a_country(gazetteer: Gazetteer, word: str, code: str | None) -> None:
    assert gazetteer.code_of(word) == code


@pytest.mark.parametrize(
    ("place", "qualifier", "code"),
    [("Lebanon", "N.H.", "US"), ("Tripoli", "Lebanon", "LB"), ("Berlin", "Lebanon", None), ("Iran", "U.S.", None)],
)
def test_qualifiers_behind_a_place(gazetteer: Gazetteer, place: str, qualifier: str, code: str | None) -> None:
    assert gazetteer.country_by_qualifier(place, qualifier) == code


def test_french_and_spanish_peoples_hold_in_their_language_only(gazetteer: Gazetteer) -> None:
    languages = {
        word: {entry.language for hit in gazetteer.scan(word) for entry in hit.entries}
        for word in ("nigérienne", "nigériane", "rusas", "chypriote", "Nigeriens")
    }
    assert languages == {
        "nigérienne": {"fr"},
        "nigériane": {"fr"},
        "rusas": {"es"},
        "chypriote": {"fr"},
        "Nigeriens": {""},
    }


@pytest.mark.parametrize(
    ("forms", "code"),
    [
        ("malien malienne maliens maliennes", "ML"),
        ("français française françaises", "FR"),
        ("turc turque turcs turques", "TR"),
        ("ruso rusa rusos rusas", "RU"),
        ("francés francesa franceses francesas", "FR"),
        ("alemán alemana alemanes alemanas", "DE"),
        ("iraní iraníes", "IR"),
        ("Malian Malians", "ML"),
        ("Englishman Englishmen Frenchwoman Frenchwomen", "GB FR"),
    ],
)
def test_all_forms_of_a_people_are_known(gazetteer: Gazetteer, forms: str, code: str) -> None:
    assert [surface for surface, codes in found(gazetteer, forms) if codes[0] in code.split()] == forms.split()


def test_a_country_has_every_usual_name_the_shortest_first() -> None:
    known = small(
        ["Ruritania", "RT", "name", 3],
        ["R.U.T.", "RT", "name", 2],
        ["Kingdom of Ruritania", "RT", "official-name", 3],
        ["Old Rurit", "RT", "former-name", 3],
        ["Ruritanian", "RT", "demonym", 3],
        ["Strelsau", "RT", "capital", 3],
        ["E.R.", "RT", "name", 1],
    )
    assert known.names_of("RT") == ("R.U.T.", "Old Rurit", "Ruritania", "Kingdom of Ruritania")
    assert known.names_of("XX") == ()


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("US", {"US", "U.S.", "USA", "America", "États-Unis", "Estados Unidos", "United States of America"}),
        ("GB", {"UK", "Britain", "Royaume-Uni", "Reino Unido"}),
        ("CI", {"Ivory Coast", "Côte d'Ivoire", "Costa de Marfil"}),
    ],
)
def test_usual_names_are_known_in_three_languages(gazetteer: Gazetteer, code: str, names: set[str]) -> None:
    assert names <= set(gazetteer.names_of(code))
