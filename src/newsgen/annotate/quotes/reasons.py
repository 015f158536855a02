"""Why words are direct speech, and why somebody's.

Nothing is kept for this while reading: the quotations are attributed again, and the words that told the speaker shown.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from newsgen.annotate.material import Material
from newsgen.annotate.quotes.attribution import Attributed, attribute_quotations
from newsgen.annotate.quotes.speeches import Speech
from newsgen.annotate.sentences import Span
from newsgen.records.explanation import Evidence, Explanation
from newsgen.records.reading import Reading

RULES: Mapping[str, str] = MappingProxyType(
    {
        "named": "the speaker is the person named beside a verb of saying in the same sentence",
        "colon": "the speaker is the person named right in front of the colon that leads to the words",
        "according": "the speaker is the person named behind “according to”",
        "pronoun": "the speaker is a “he” or “she”, or left out in Spanish, and is whom the sentence before tells of",
        "office": "the speaker is called by an office that only one person of the article was given",
        "continued": "the words go on with the quotation in front of them, and have its speaker",
        "unattributed": "the text does not clearly tell the speaker",
    }
)
"""What each rule does, by its name in the data."""


def explain_quotes(reading: Reading, material: Material) -> Iterator[Explanation]:
    """Why each quotation of the reading has the speaker that it has."""
    for one in attribute_quotations(reading, material):
        speech, text = one.speech, reading.article.text
        yield Explanation(
            kind="quotation",
            start=one.span[0],
            end=one.span[1],
            surface=text[slice(*one.span)],
            meaning="nobody's" if speech.speaker is None else reading.people[speech.speaker].name,
            rule=speech.rule,
            rule_says=RULES[speech.rule],
            evidence=tuple(_list_evidence(one, text)),
            against=_tell_whom(speech, reading),
        )


def _list_evidence(one: Attributed, text: str) -> Iterator[Evidence]:
    """The words that told the speaker; or what there is instead."""
    speech = one.speech
    yield _show_mark(one.span, text)
    if speech.rule == "continued":
        yield Evidence(says="stands in one paragraph with the quotation in front of it")
    elif speech.words[0] == speech.words[1]:
        yield Evidence(says="no verb of saying stands beside it in its sentence")
    elif speech.rule == "colon":
        yield _show(speech.words, "the colon leads from the name to the words")
    else:
        yield _show(speech.words, f"“{text[slice(*speech.words)]}” tells that somebody speaks")
    yield from _list_namings(speech, text)


def _list_namings(speech: Speech, text: str) -> Iterator[Evidence]:
    """What stands beside the verb for the speaker, and where that person is named."""
    if speech.named:
        stands = "stands for the speaker" if speech.rule != "unattributed" else "may stand for more than one person"
        yield _show(speech.named, f"“{text[slice(*speech.named)]}” {stands}")
    if speech.meant and speech.rule != "unattributed":
        span = (speech.meant.start, speech.meant.end)
        yield _show(span, f"“{speech.meant.surface}” is named there last as the one of whom something is told")
    elif speech.rule == "unattributed" and speech.words[0] < speech.words[1] and not speech.named:
        yield Evidence(says="no person who is known by name stands beside that verb")


def _show_mark(span: Span, text: str) -> Evidence:
    """The mark in front of the words, white space between passed over."""
    at = span[0] - 1
    while at and text[at].isspace():
        at -= 1
    return _show((at, at + 1), f"“{text[at]}” sets the words off" if text[at] not in "“”" else "a quotation mark opens")


def _show(span: Span, says: str) -> Evidence:
    """Evidence with its words."""
    return Evidence(says=says, start=span[0], end=span[1])


def _tell_whom(speech: Speech, reading: Reading) -> str | None:
    """Whom a word that is no name was resolved against."""
    if speech.meant is None or speech.rule == "unattributed":
        return None
    return f"the person named as {speech.meant.surface}, {reading.people[speech.meant.person].name}"
