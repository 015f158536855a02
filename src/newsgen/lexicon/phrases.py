"""Phrases: short runs of words as data, compiled to regular expressions.

In a phrase words are parted by spaces: `a/b` is one of them, `a?` may be left out, `a*` has any ending, `~` is any word
in small letters, `~-a/b` any but these; `!a/b` in front: none of these words stands there; `plural` in front: a word in
-s does; `DATE` at the end: nothing but white space is left.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newsgen.lexicon.cued import Ended

# matches: 's
# matches: d'ici
_FIRST_WORD = re.compile(r"\w+")


def compile_phrase(phrase: str) -> str:
    """The regular expression of a phrase that begins at a word."""
    words = phrase.split()
    behind = _compile_words_before(words[0])
    words = words[1:] if behind else words
    ends = words[-1] == "DATE"
    words = words[:-1] if ends else words
    first, *rest = map(_compile_word, words)
    last = r"\s*\Z" if ends else ""
    return f"{behind}{first}{''.join(_space(word) for word in rest)}{last}"


def compile_ends(phrases: Sequence[str]) -> Ended:
    """What finds one of the phrases, all of which go up to a DATE, at the end of a text."""
    coded = "|".join(map(compile_phrase, phrases))
    coded = rf"\b(?:{coded})"
    endings = " ".join(ending for phrase in phrases for ending in _list_endings(phrase.removesuffix(" DATE")))
    return Ended(endings, re.compile(coded, re.IGNORECASE))


def _list_endings(phrase: str) -> Iterator[str]:
    """The words with which the phrase may end, from the last apostrophe in them on."""
    for word in reversed(phrase.split()):
        yield from (other.rpartition("'")[2] for other in word.removesuffix("?").split("/"))
        if not word.endswith("?"):
            return


def compile_by_head(phrases: Iterable[str]) -> Mapping[str, re.Pattern[str]]:
    """For each word that a phrase may begin with, in small letters, what matches the phrases there."""
    sources: dict[str, list[str]] = {}
    for phrase in phrases:
        for head in _list_heads(phrase):
            sources.setdefault(head, []).append(compile_phrase(phrase))
    return {head: re.compile("|".join(found), re.IGNORECASE) for head, found in sources.items()}


def _list_heads(phrase: str) -> list[str]:
    """The first words that may stand at the place where the phrase begins."""
    words = phrase.split()
    first = words[1] if _compile_words_before(words[0]) else words[0]
    return [found[0] for word in first.split("/") if (found := _FIRST_WORD.search(word))]


def _compile_words_before(word: str) -> str:
    """What looks at the word in front of the phrase; empty if that is a word of the phrase itself."""
    if word == "plural":
        return r"(?<=\w\w\w\ws\s)"
    return "".join(rf"(?<!\b{other}\s)" for other in word[1:].split("/")) if word.startswith("!") else ""


def _compile_word(word: str) -> str:
    """One word of the phrase, with the mark of an optional one kept at its end."""
    if word.startswith("~"):
        refused = "".join(rf"(?!{other}\b)" for other in word[2:].split("/") if other)
        return rf"{refused}(?-i:[^\W\d_A-Z])\w*"
    optional = "?" if word.endswith("?") else ""
    alternatives = "|".join(map(_compile_alternative, word.removesuffix("?").split("/")))
    return rf"(?:{alternatives}){optional}"


def _compile_alternative(word: str) -> str:
    """One of several words."""
    stem = re.escape(word.removeprefix("'").removesuffix("*")).replace("'", "[’']")
    return f"{'(?<=[’])' if word.startswith(chr(39)) else ''}{stem}{'' if word.endswith('*') else chr(92) + 'b'}"


def _space(word: str) -> str:
    """A further word with the space in front of it."""
    return rf"(?:\s{word[:-1]})?" if word.endswith("?") else rf"\s{word}"


def either_case(letter: str) -> str:
    """The letter, small or capital."""
    return f"[{letter}{letter.upper()}]" if letter.isalpha() else re.escape(letter)


def compile_words(words: Iterable[str], spell: Callable[[str], str] = either_case) -> str:
    """A regular expression for the words that looks at each letter once; `spell` gives that for one letter."""
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[:1], []).append(word[1:])
    ends = "" in tails and not tails.pop("")[1:]
    branches = "|".join(f"{spell(first)}{compile_words(rest, spell)}" for first, rest in tails.items())
    return f"(?:{branches}){'?' if ends else ''}" if branches else ""
