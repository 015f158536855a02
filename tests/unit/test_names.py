"""The names of the lexicon: look-ups by words in any form."""

import pytest

from newsgen.lexicon import load_lexicon
from newsgen.lexicon.names import Names, fold, read_names

DATA = {
    "given_names.json": b'{"antony": "m", "jean": "", "jose": "m", "luc": "m"}',
    "titles.yaml": """
courtesy-female: {Mrs: mrs}
courtesy: {Dr: dr}
rank: {General: "general, gen", général: général, Major: major}
office: {Minister: minister, Secretary: secretary, Deputy: deputy}
modifier: {Prime: prime, Deputy: deputy}
role: spokesman striker
""".encode(),
    "name_cues.yaml": b"particles: van der\ncourtesy-of-language: {fr: m mme}\n",
    "not_names.yaml": "things: août Cup\nfirms: inc\nalso-families: cup\nnamesakes: [Léon Motors]\n".encode(),
}


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names(DATA)


@pytest.mark.parametrize(
    ("written", "folded"),
    [("José", "jose"), ("N’Diaye", "n'diaye"), ("Gen.", "gen"), ("Straße", "strasse"), ("", "")],
)
def test_words_are_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize("word", ["Antony", "ANTONY", "José", "jose", "Jean-Luc"])
def test_given_names_are_known_in_any_form(names: Names, word: str) -> None:
    assert names.is_given_name(word)


@pytest.mark.parametrize("word", ["Blinken", "Jean-Zug", "-", "", "general"])
def test_other_words_are_no_given_names(names: Names, word: str) -> None:
    assert not names.is_given_name(word)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("General", "General"),
        ("GEN.", "General"),
        ("Général", "général"),
        ("Major-General", "Major-General"),
        ("Deputy", "Deputy"),
    ],
)
def test_titles_are_shown_in_normal_spelling(names: Names, written: str, shown: str) -> None:
    title = names.title_word(written)
    assert title is not None
    assert title.shown == shown


@pytest.mark.parametrize("word", ["Gén", "Mayor", "Major-Smith", "-General", "généralé"])
def test_other_words_are_no_titles(names: Names, word: str) -> None:
    assert not names.is_title(word)


def test_a_title_word_may_be_of_several_kinds(names: Names) -> None:
    deputy, lady = names.title_word("deputy"), names.title_word("Mrs.")
    assert deputy is not None
    assert deputy.kinds == {"office", "modifier"}
    assert lady is not None
    assert lady.gender == "female"


def test_titles_of_several_persons(names: Names) -> None:
    generals, secretaries = names.plural_title("Generals"), names.plural_title("secretaries")
    assert generals is not None
    assert generals.shown == "General"
    assert secretaries is not None
    assert names.plural_title("Primes") is None
    assert names.plural_title("General") is None


def test_some_courtesies_are_so_in_one_language(names: Names) -> None:
    assert names.is_courtesy_in("M.", "fr")
    assert not names.is_courtesy_in("M.", "en")
    assert names.is_courtesy_in("Mrs", "en")


def test_words_are_kept_folded(names: Names) -> None:
    assert names.barred == {"aout", "aouts", "cup", "inc"}
    assert names.namesakes == {("leon", "motors")}
    assert "cup" not in names.idle
    assert {"aout", "inc", "general", "striker"} <= names.idle


def test_missing_files_give_empty_lists() -> None:
    names = read_names({})
    assert not names.is_given_name("Antony")
    assert not names.is_title("General")
    assert names.barred == frozenset()


@pytest.mark.parametrize(
    ("given", "gender"), [("wangari", "female"), ("dorothy", "female"), ("kamau", "male"), ("fatou", None)]
)
def test_given_names_tell_the_gender_of_those_who_bear_them(given: str, gender: str | None) -> None:
    assert load_lexicon().names.genders.get(given) == gender
