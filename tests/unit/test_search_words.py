"""What counts as a word in the search, and what counts as the same word."""

import pytest

from newsgen.search.words import LONGEST, list_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Niger's coup: a first look", ["niger", "coup", "first", "look"]),
        ("U.S. and U.N. troops at 5 a.m.", ["us", "and", "un", "troops", "at", "5", "am"]),
        ("J. Smith of Plan B", ["smith", "of", "plan"]),
        ("www.example.org and end.Next", ["www", "example", "org", "and", "end", "next"]),
        ("l’Algérie, señor ŁÓDŹ Straße Øre ﬁnal", ["algerie", "senor", "lodz", "strasse", "ore", "final"]),
        ("ΟΔΟΣ οδός", ["οδοσ", "οδοσ"]),
        ("الْقَاهِرَة أحمد", ["القاهره", "احمد"]),
        ("尼日尔总统 in 京", ["尼日", "日尔", "尔总", "总统", "in", "京"]),
        ("ニジェール", ["ニジ", "ジェ", "ェー", "ール"]),
        ("G7尼日", ["g7", "尼日"]),
        ("दिल्ली में", ["दिल्ली", "में"]),
        ("서울 시", ["서울", "시"]),
        ("snake_case -- 2,000 ½", ["snake", "case", "2", "000", "1", "2"]),
        ("\ud800 <b>&amp;</b>\x00", ["amp"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert list_words(text) == words


def test_words_have_a_longest_length() -> None:
    assert list_words("x" * 300) == ["x" * LONGEST]
