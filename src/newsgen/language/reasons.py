"""Reasons in the words of a language."""

from collections.abc import Callable, Iterable

from newsgen.language.words import Words
from newsgen.records.reasons import Reason, Value

Name = Callable[[str], str]
"""Turns a country's code or a person's id into words."""


def tell_reason(words: Words, reason: Reason, name: Name) -> str:
    """The reason in words; what speaks against it does not say that it does."""
    return words.say(reason.key, **{place: _tell_value(words, place, value, name) for place, value in reason.values})


def list_reasons(words: Words, reasons: Iterable[Reason], name: Name) -> tuple[str, ...]:
    """The reasons in words, in a row: those that speak against say so."""
    return tuple([_tell_in_row(words, reason, name) for reason in reasons])


def _tell_in_row(words: Words, reason: Reason, name: Name) -> str:
    told = tell_reason(words, reason, name)
    return words.say("reason.but", reason=told) if reason.is_against else told


def _tell_value(words: Words, place: str, value: Value, name: Name) -> str:
    """What stands in a place, in words."""
    if isinstance(value, str):
        if place == "period":
            return words.say(f"reason.same-{value}")
        return words.date(value) if place == "date" else value
    if place == "named":
        return words.join([name(key) for key in value])
    return words.join([_tell_kind(words, kind) for kind in value] if place in ("kinds", "others") else value)


def _tell_kind(words: Words, kind: str) -> str:
    """A kind of happening with its article: `a coup`, `talks`; one that no catalogue has, as it is called."""
    key = f"kind.{kind}"
    return words.say(key) if words.knows(key) else kind.replace("-", " ")
