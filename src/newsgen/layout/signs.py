"""What the look of a unit says: prose, a person's name as caption, a headline, the same words again."""

import re
from collections.abc import Iterable
from itertools import pairwise

from newsgen.layout.dateline import find_dateline
from newsgen.layout.outlets import Context
from newsgen.layout.units import SHORT, Unit
from newsgen.lexicon.desk import fold

_STOPS = ".!?…。؟！"
_CLOSING = "\"'”’»)]*_ "

# matches: The army took power. It was the second coup
# matches: dit-il. « Nous
# not: the U.S. troops
_SENTENCE_BREAK = re.compile(r"[a-zß-ÿ0-9][.!?][\"”’»)]*\s+[\"“«(]?\s?[^\W\d_a-zß-ÿ]")
# matches: The talks ended. The envoys left.
# not: Mr. Roe meets Gov. Doe of the U.S. Senate.
_TWO_SENTENCES = re.compile(r"[a-zß-ÿ0-9]{4}[\"”’»)]*\.[\"”’»)]*\s+[\"“«(]?\s?[^\W\d_a-zß-ÿ]")
_SENTENCE = 40
"""Characters of a full sentence of a text."""
_LONG_HEADLINE = 150
"""Characters of a line that ends in a full stop and is still a headline."""
# matches: General Doe (right)
_ASIDE = re.compile(r"\([^()]{1,40}\)")
# matches: l'armée
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    end = text.rstrip(_CLOSING)[-1:]
    return end != "" and end in _STOPS


def is_prose(unit: Unit, context: Context) -> bool:
    """Whether the unit is surely a paragraph of the article's own text."""
    if unit.kind in ("heading", "image", "blank", "rule"):
        return False
    text = unit.text
    if (
        len(text) > 200
        or (len(text) >= _SENTENCE and ends_sentence(text) and not text.isupper())
        or (len(text) >= 15 and text.endswith("。"))
    ):
        return True
    return find_dateline(unit.source, context) is not None


def may_be_headline(unit: Unit, context: Context) -> bool:
    """Whether the unit can be a headline: short, one sentence, no dateline at its head."""
    text = unit.text
    if not text or len(text) > SHORT or unit.kind == "image":
        return False
    if len(text) > _LONG_HEADLINE and not unit.marked and _SENTENCE_BREAK.search(text) and ends_sentence(text):
        return False
    return any(map(str.isalnum, text)) and find_dateline(unit.source, context) is None


def is_paragraph(unit: Unit, following: Iterable[Unit], context: Context) -> bool:
    """Whether what could be a headline is a paragraph: full sentences with more text below them."""
    text = unit.text
    if unit.marked or text.isupper() or len(text) < _SENTENCE or text.rstrip(_CLOSING)[-1:] != ".":
        return False
    is_long = len(text) > _LONG_HEADLINE or _TWO_SENTENCES.search(text) is not None
    return is_long and any(is_prose(below, context) for below in following)


def has_capitals_only(text: str) -> bool:
    """Whether every letter that can be a capital is one."""
    return text.isupper()


# matches: 2:06:41
# matches: 49.4
_FIGURE = re.compile(r"\d[\d:.,]*")
_FIGURES = 6


def is_row(text: str) -> bool:
    """Whether the line is a row of results: `1 E Doe (KEN) 2:06:41; 2 R Roe (JPN) 2:07:30`."""
    return len(text) > _SENTENCE and not ends_sentence(text) and len(_FIGURE.findall(text)) >= _FIGURES


def names_someone(unit: Unit, context: Context) -> bool:
    """Whether the line only names persons, with office or place: `General Jane Doe`, `John Roe in Niamey`."""
    text = unit.text
    if not 4 < len(text) <= 110 or ends_sentence(text) or any(map(str.isdigit, text)) or text.count(",") > 2:
        return False
    words = _WORD.findall(_ASIDE.sub("", text))
    small = context.lexicon.desk.words["caption"]
    if not 2 <= len(words) <= 14 or any(word[0].islower() and fold(word) not in small for word in words):
        return False
    names = context.lexicon.names
    return any(
        _begins_name(first, second, context, needs_title=text.isupper())
        for first, second in pairwise(words)
        if not second[0].islower() and not names.is_title(second)
    )


def _begins_name(first: str, second: str, context: Context, *, needs_title: bool) -> bool:
    """Whether two words look like title and name or given name and family name."""
    names = context.lexicon.names
    if first[0].islower() or len(second) < 3 or fold(second) in names.barred:
        return False
    title = names.title_word(first)
    if title is not None and title.kinds - {"modifier"}:
        return True
    return not needs_title and names.is_given_name(first)


def same_words(folded: str, other: str) -> bool:
    """Whether two folded lines are the same but for marks and stops at their ends."""
    return bool(folded) and folded.strip(" .*_\"'") == other.strip(" .*_\"'")
