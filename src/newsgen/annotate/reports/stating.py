"""Stating: a dated statement of opinion is an event; what it says should be or might be is none."""

import re

from newsgen.annotate.reports.context import Told
from newsgen.annotate.sentences import Span

# matches: said
_WORD = re.compile(r"\w+")

_HELD = ("opinion", "wish", "demand")
"""Kinds of words of what is only thought or wanted."""


def cut_to_statement(told: Told) -> Span:
    """The clause up to its verb of saying and its date, where only an opinion or a wish follows; else all of it."""
    start, end = told.clause.span
    if "saying" not in told.clause.kinds or not told.clause.kinds.intersection(_HELD):
        return start, end
    grammar, said = told.context.lexicon.grammar, 0
    for word in _WORD.finditer(told.context.text, start, end):
        if not said and grammar.has("saying", word[0]):
            said = max(word.end(), told.date.end)
        elif said and word.start() >= said and word[0].islower() and any(grammar.has(kind, word[0]) for kind in _HELD):
            return start, said
    return start, end
