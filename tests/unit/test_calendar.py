import pytest

from newsgen.lexicon import load_lexicon

CALENDAR = load_lexicon().calendar


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("May", 5),
        ("SEPT.", 9),
        ("août", 8),
        ("AOUT", 8),
        ("févr.", 2),
        ("diciembre", 12),
        ("enero", 1),
        ("mars", 3),
        ("Monday", None),
        ("", None),
    ],
)
def test_months(word: str, month: int | None) -> None:
    assert CALENDAR.month(word) == month


@pytest.mark.parametrize(
    ("word", "weekday"),
    [("Monday", 0), ("Sun.", 6), ("mercredi", 2), ("sábado", 5), ("sabado", 5), ("May", None), ("day", None)],
)
def test_weekdays(word: str, weekday: int | None) -> None:
    assert CALENDAR.weekday(word) == weekday


def test_a_word_means_what_it_means_in_its_language() -> None:
    assert CALENDAR.look_up("an", "en") == ("one", "")
    assert CALENDAR.look_up("an", "fr") == ("unit", "year")
    assert CALENDAR.look_up("an", "es") is None


def test_english_stands_in_for_languages_without_words() -> None:
    assert CALENDAR.look_up("Monday", "de") == ("weekday", "0")


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_each_language_has_all_months_and_weekdays(language: str) -> None:
    words = CALENDAR.words[language].values()
    months = {word.value for word in words if word.kind in ("month", "month-unsure")}
    assert months == {str(month) for month in range(1, 13)}
    assert {word.value for word in words if word.kind == "weekday"} == set("0123456")
