import pytest

from newsgen.lexicon import load_lexicon

TOPICS = load_lexicon().topics


@pytest.mark.parametrize(
    "sentence",
    [
        "The army removed the president from power.",
        "Officers SEIZED power.",
        "The general overthrew him.",
        "It was a putsch.",
        "Les soldats ont renversé le chef de l'État.",
        "La garde détient le président.",
        "UN COUP D’ÉTAT",
        "El ejército derrocó al presidente.",
    ],
)
def test_many_words_tell_a_coup(sentence: str) -> None:
    assert "coup" in TOPICS.topics_of(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["A couple used a coupon.", "They were powerful.", "He seized the day.", "", "Un coupé rouge."],
)
def test_words_count_only_whole(sentence: str) -> None:
    assert "coup" not in TOPICS.topics_of(sentence)


def test_the_parts_of_a_phrase_stand_near_and_in_order() -> None:
    assert "coup" not in TOPICS.topics_of("From power he removed himself.")
    assert "coup" not in TOPICS.topics_of(f"They removed {'very ' * 20}old paint from power stations.")


def test_topics_are_sorted_and_distinct() -> None:
    found = TOPICS.topics_of("He visited the capital, held talks, visited again and agreed to withdraw.")
    assert found == ("agreement", "talks", "visit", "withdrawal")


def test_accents_and_case_do_not_count() -> None:
    assert TOPICS.topics_of("ELECTION") == TOPICS.topics_of("élection") == TOPICS.topics_of("elección")


def test_a_phrase_counts_in_its_own_language() -> None:
    assert TOPICS.topics_of("Le conseil du département a voté.", "fr") == ("election",)
    assert "departure" in TOPICS.topics_of("Le départ est fixé.", "fr")
    assert "appointment" not in TOPICS.topics_of("De nombreux soldats.", "fr")


def test_a_language_without_phrases_is_read_with_those_of_all() -> None:
    assert TOPICS.topics_of("Der Putsch", "de") == TOPICS.topics_of("Der Putsch") == ("coup",)


def test_a_phrase_is_found_with_its_span() -> None:
    text = "the army removed him from power"
    assert [(topic, text[start:end]) for topic, start, end in TOPICS.find_phrases(text, "en")] == [
        ("coup", "removed him from power")
    ]
