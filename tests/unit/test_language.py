"""The language of a site: catalogues laid over each other, dates, lists and numbers."""

import pytest

from newsgen.errors import ConfigError
from newsgen.language import Words, choose_language, list_reasons
from newsgen.records.reasons import because
from pages_archive import CATALOGUES, make_article, plan, render_all

FOLDER = "templates/messages"


def words_of(tag: str, *own: tuple[str, str]) -> Words:
    """The words of a site that brings catalogues of its own, by name."""
    language, _ = choose_language(tag, [*CATALOGUES, *((name, text, f"{FOLDER}/{name}") for name, text in own)])
    return Words(language)


DATES = [
    # EDTF, French, Spanish
    ("2023-07-01", "1er juillet 2023", "1 de julio de 2023"),
    ("2024-05-15", "15 mai 2024", "15 de mayo de 2024"),
    ("2024-05", "mai 2024", "mayo de 2024"),
    ("XXXX-05-15", "15 mai, année inconnue", "15 de mayo, año desconocido"),
    ("199X", "les années 1990", "la década de 1990"),
    ("2024-21", "printemps 2024", "primavera de 2024"),
    ("2024-33", "premier trimestre 2024", "primer trimestre de 2024"),
    ("2024-01~", "vers janvier 2024", "hacia enero de 2024"),
    ("2024-01-15~", "vers le 15 janvier 2024", "hacia el 15 de enero de 2024"),
    ("2023-07/..", "depuis juillet 2023", "desde julio de 2023"),
    ("2023-07-26/..", "depuis le 26 juillet 2023", "desde el 26 de julio de 2023"),
    ("2024-05-01/2024-05-19", "1er–19 mai 2024", "1–19 de mayo de 2024"),
    ("2024-05-28/2024-06-03", "28 mai – 3 juin 2024", "28 de mayo – 3 de junio de 2024"),
    ("2024-05/2024-07", "mai–juillet 2024", "mayo–julio de 2024"),
    ("2023-12/2024-01", "décembre 2023 – janvier 2024", "diciembre de 2023 – enero de 2024"),
]


@pytest.mark.parametrize(("value", "french", "spanish"), DATES)
def test_dates_are_told_as_the_language_does(value: str, french: str, spanish: str) -> None:
    assert (words_of("fr").date(value), words_of("es").date(value)) == (french, spanish)


def test_a_year_in_front_stays_there() -> None:
    japanese = words_of("ja", ("ja.yaml", "site:\n  search: 検索\n"))
    assert japanese.date("2024-05-15") == "2024年5月15日"
    assert japanese.date("2024-05/2024-07") == "2024年5月–2024年7月"


@pytest.mark.parametrize(
    ("tag", "listed", "number", "small"),
    [
        ("en", "A, B and C", "12,345", "1,234"),
        ("fr", "A, B et C", "12\u202f345", "1\u202f234"),
        ("es", "A, B y C", "12.345", "1234"),
    ],
)
def test_lists_and_numbers(tag: str, listed: str, number: str, small: str) -> None:
    words = words_of(tag)
    assert [words.join(list("ABC"[:count])) for count in (0, 1)] == ["", "A"]
    assert (words.join(["A", "B", "C"]), words.number(12345), words.number(1234)) == (listed, number, small)


def test_none_is_one_in_french_and_many_in_english() -> None:
    told = [words_of(tag).say("count.articles", count=0) for tag in ("en", "fr")]
    assert told == ["0 articles", "0 article"]


def test_forms_go_by_the_language_and_by_the_last_digits() -> None:
    text = 'count:\n  articles: {one: "{count} статья", few: "{count} статьи", other: "{count} статей"}\n'
    words = words_of("ru", ("ru.yaml", text))
    told = [words.say("count.articles", count=count) for count in (1, 3, 5, 11, 21, 1003)]
    assert [one.split()[-1] for one in told] == ["статья", "статьи", "статей", "статей", "статья", "статьи"]


def test_countries_have_the_names_of_the_language() -> None:
    assert words_of("fr").country("US", "United States") == "États-Unis"
    assert words_of("en").country("US", "United States") == "United States"
    assert words_of("fr", ("fr.yaml", "countries: {CD: RDC}")).country("CD", "") == "RDC"


def test_a_page_runs_in_the_direction_of_its_language() -> None:
    for tag, name in (("ar", "ar.yaml"), ("fr", "fr.yaml")):
        language, _ = choose_language(tag, [*CATALOGUES, (name, "site: {search: ابحث}", f"{FOLDER}/{name}")])
        page = render_all(plan(make_article("a", ["Text."])), language)["index.html"]
        assert ('dir="rtl">' in page.partition("<head>")[0]) is (tag == "ar")


def test_a_site_s_own_words_are_laid_over_text_by_text() -> None:
    words = words_of("fr", ("fr.yaml", "site:\n  outlets: Journaux\n"))
    assert (words.say("site.outlets"), words.say("site.people")) == ("Journaux", "Personnes")
    assert words_of("en", ("en.yaml", "site:\n  own: Mine\n")).say("site.own") == "Mine"


def test_a_variant_stands_on_its_language() -> None:
    words = words_of("fr-CA", ("fr-CA.yaml", "site:\n  home: Page d’accueil\n"))
    assert (words.tag, words.say("site.home"), words.say("site.people")) == ("fr-CA", "Page d’accueil", "Personnes")


def test_texts_that_a_language_lacks_are_english_and_told_once() -> None:
    sources = [*CATALOGUES, ("de.yaml", "site:\n  people: Menschen\n", f"{FOLDER}/de.yaml")]
    language, (note,) = choose_language("de", sources)
    words = Words(language)
    assert (words.tag, words.say("site.people"), words.say("site.home")) == ("de", "Menschen", "Home")
    assert words.date("2024-05-15") == "15. Mai 2024"
    assert (note.path, note.severity, note.code) == (f"{FOLDER}/de.yaml", "warning", "missing-messages")


def test_a_language_without_words_leaves_the_pages_english() -> None:
    language, (note,) = choose_language("ha", CATALOGUES)
    assert (language.tag, note.code, note.severity) == ("en", "no-messages", "warning")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "site: x",
            f"{FOLDER}/fr.yaml:1:7: error[messages]: `site` must hold texts (write `key: text` below it)",
        ),
        (
            "- site",
            f"{FOLDER}/fr.yaml:1:1: error[messages]: the file must hold sections of texts (begin with `site:`)",
        ),
        (
            "site:\n  home: [a]",
            f"{FOLDER}/fr.yaml:2:9: error[messages]: `site.home` has no text (write one text, or a text",
        ),
        (
            "count:\n  articles: {one: x}",
            f"{FOLDER}/fr.yaml:2:13: error[messages]: `count.articles` has no text",
        ),
        (
            "event:\n  gives: donne {date}",
            f"{FOLDER}/fr.yaml: error[unknown-place]: `event.gives` has `{{date}}`, which no page fills (did you mean "
            "`{dates}`?)",
        ),
        (
            "site: {home: a, home: b}",
            f"{FOLDER}/fr.yaml:1:17: error[yaml]: the key `home` stands here for the second time",
        ),
    ],
)
def test_what_is_wrong_with_a_catalogue_is_told_with_its_place(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        choose_language("fr", [*CATALOGUES, ("fr.yaml", text, f"{FOLDER}/fr.yaml")])
    assert str(caught.value.diagnostics[0]).startswith(message)


def test_a_key_that_looks_misspelt_is_told() -> None:
    sources = [*CATALOGUES, ("fr.yaml", "site:\n  serach: Chercher\n", f"{FOLDER}/fr.yaml")]
    _, (note,) = choose_language("fr", sources)
    assert (note.code, note.hint) == ("unknown-message", "did you mean `site.search`?")


def test_reasons_are_told_in_the_language_and_data_in_english() -> None:
    reason = because("reason.both-name", named=("NE", "ada"))
    kinds = because("reason.both-tell", kinds=("coup", "own-kind"))
    french = words_of("fr")
    names = {"NE": "Niger", "ada": "Ada"}.__getitem__
    assert list_reasons(french, (reason, kinds, because("against.frequent")), names) == (
        "noms en commun (Niger et Ada)",
        "les deux rapportent un coup d’État et own kind",
        "mais un nom fréquent",
    )
    assert list_reasons(french.english, (reason, kinds, because("against.frequent")), names) == (
        "both name Niger and Ada",
        "both tell of a coup and own kind",
        "but a frequent name",
    )
    assert french.english.english is french.english
