"""Reasons in English, for tests that look at what a reader is told."""

from collections.abc import Iterable

from newsgen.build.english import english
from newsgen.language import list_reasons
from newsgen.lexicon import load_lexicon
from newsgen.records.reasons import Reason


def say(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Reasons in English words, people by their ids."""
    return list_reasons(english(), reasons, load_lexicon().gazetteer.name_of)
