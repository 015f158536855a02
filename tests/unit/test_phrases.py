import re

import pytest

from newsgen.lexicon.phrases import compile_by_head, compile_ends


def finds(phrase: str, text: str) -> bool:
    """Whether the phrase is found where one of its first words stands."""
    heads = compile_by_head([phrase])
    words = re.finditer(r"\w+", text)
    return any(word[0].lower() in heads and heads[word[0].lower()].match(text, word.start()) for word in words)


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("falls due", "It falls due", True),
        ("falls due", "It falls duely", False),
        ("is/are to ~", "They ARE to leave", True),
        ("is/are to ~", "They are to Paris", False),
        ("is to ~-date/blame", "He is to blame", False),
        ("is to ~-date/blame", "He is to blamelessly go", True),
        ("is now/also? to ~", "It is also to open", True),
        ("is now/also? to ~", "It is to open", True),
        ("is/'s to ~", "It’s to open", True),
        ("is/'s to ~", "Its to open", False),
        ("est fixé*", "elle est fixée", True),
        ("!was/were set to ~", "It was set to open", False),
        ("!was/were set to ~", "It is set to open", True),
        ("plural begin", "Classes begin", True),
        ("plural begin", "It may begin", False),
        ("is/are on? DATE", "The vote is on ", True),
        ("is/are on? DATE", "The vote is on top", False),
        ("s'achève", "Il s’achève", True),
        ("s'achève", "Il achève", False),
    ],
)
def test_phrases(phrase: str, text: str, found: bool) -> None:
    assert finds(phrase, text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [("gone no later than ", True), ("d’ici au ", True), ("no later than that", False), ("by ", False)],
)
def test_phrases_at_the_end_of_a_text(text: str, found: bool) -> None:
    ends = compile_ends(["no later than DATE", "d'ici au/le? DATE"])
    assert (ends.search(text, 0, len(text)) is not None) is found
