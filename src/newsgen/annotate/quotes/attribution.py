"""Attribution: which quotations are direct speech, and whose."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsgen.annotate.doers import Doers
from newsgen.annotate.material import Material
from newsgen.annotate.quotes.incises import find_incise
from newsgen.annotate.quotes.marks import Quotation, list_quotations
from newsgen.annotate.quotes.speeches import Passage, Speech, find_behind, find_front, find_left_out, list_offices
from newsgen.annotate.sentences import Span
from newsgen.records.reading import Reading

# matches: We will not
_THREE_WORDS = re.compile(r"[\w’'-]+(?:[^\w’'-]+[\w’'-]+){2}")

# matches: the so-called
# matches: le
_DETERMINED = re.compile(
    r"\b(?:the|a|an|this|these|those|its|their|his|her|our|any|no|such|so-called|le|la|les|l[’']|un|une|ce|cette|ces"
    r"|son|sa|ses|leur|leurs|el|los|las|una|este|esta|su|sus)\s?$",
    re.IGNORECASE,
)

# matches: entitled
# matches: known as the
_LAST_WORD = re.compile(r"(?<![\w-])([\w-]++)(?: (?:as|the|on|de|como|le|la|el))?[\s:,]*$")

_SHORT = 4
"""Words of which a phrase held at arm's length has at most so many."""
_NEAR = 90
"""Characters between two quotations of one speaker at most."""
_CONTEXT = 40
"""Characters in front of a quotation that tell what kind of thing it is."""
_SMALL = 4
"""Letters of the longest words that a title writes small."""
_PARAGRAPH = 2
"""Characters between two paragraphs."""


class Attributed(NamedTuple):
    """A stretch of direct speech with what tells its speaker."""

    span: Span
    speech: Speech


def attribute_quotations(reading: Reading, material: Material) -> Iterator[Attributed]:
    """The direct speech of the body, in order."""
    article, grammar = reading.article, material.lexicon.grammar
    quotations = list_quotations(article.text, article.body_start, grammar)
    if not quotations:
        return
    doers = Doers(reading, material, quoted=[(one.opened, one.closed) for one in quotations])
    passage = Passage(
        text=article.text,
        people=reading.people,
        mentions=reading.person_mentions,
        lexicon=material.lexicon,
        doers=doers,
        offices=list_offices(reading.people),
        first={mention.person: mention for mention in reversed(reading.person_mentions)},
    )
    before: Quotation | None = None
    last = Speech(None, "unattributed", (0, 0))
    for group in _group(quotations):
        speech = _find_speech(group, before, last, passage)
        if _is_direct(group, speech, passage):
            before, last = group[-1], speech
            yield from (Attributed(span, speech) for one in group for span in _part(one, passage))


def _part(quotation: Quotation, passage: Passage) -> tuple[Span, ...]:
    """The quotation's words: two stretches where an incise stands in them."""
    incise = find_incise(quotation, passage)
    return incise.parts if incise else ((quotation.start, quotation.end),)


def _group(quotations: Sequence[Quotation]) -> Iterator[tuple[Quotation, ...]]:
    """The paragraphs of each quotation."""
    group: list[Quotation] = []
    for quotation in quotations:
        if group and not (group[-1].goes_on and quotation.opened - group[-1].closed <= _PARAGRAPH):
            yield tuple(group)
            group = []
        group.append(quotation)
    if group:
        yield tuple(group)


def _find_speech(group: Sequence[Quotation], before: Quotation | None, last: Speech, passage: Passage) -> Speech:
    """What tells the speaker: an incise, the words in front or behind, or the quotation before."""
    opened, here = group[0], (group[0].opened, group[0].opened)
    incise = find_incise(opened, passage)
    if incise:
        return incise.speech
    front = find_front(opened, before.closed if before else 0, passage)
    behind = find_behind(group[-1], passage)
    told = [one for one in ((behind, front) if _looks_ahead(group, passage) else (front, behind)) if one]
    known = next((one for one in told if one.speaker is not None), None)
    if known is None and told and (left := find_left_out(told[0], group[-1], passage)):
        known = left if before is None or last.speaker in (left.speaker, None) else None
    if known or told:
        return _weigh(known or told[0], last)
    if before and last.speaker is not None and _goes_on(passage.text[before.closed : opened.opened]):
        return Speech(last.speaker, "continued", here, last.named, last.meant)
    return Speech(None, "unattributed", here)


def _weigh(speech: Speech, last: Speech) -> Speech:
    """The speech; of a pronoun that may as well mean whoever spoke last, and is not named, nobody's."""
    if speech.meant and speech.rule == "pronoun" and last.speaker is None and last.words[0] > speech.meant.start:
        return speech._replace(speaker=None, rule="unattributed")
    return speech


def _looks_ahead(group: Sequence[Quotation], passage: Passage) -> bool:
    """Whether the speaker is sought behind the words first: they begin their sentence, or end in a comma."""
    return _begins_sentence(group[0], passage) or passage.text[group[-1].end - 1] in ",!?"


def _begins_sentence(quotation: Quotation, passage: Passage) -> bool:
    """Whether the quotation stands at the beginning of its sentence."""
    return passage.doers.sentence_at(quotation.opened)[0] >= quotation.opened


def _goes_on(between: str) -> bool:
    """Whether what lies between two quotations lets the second go on with the first."""
    return "\n\n" not in between and len(between) < _NEAR


def _is_direct(group: Sequence[Quotation], speech: Speech, passage: Passage) -> bool:
    """Whether the words are spoken, and no name, title, or phrase held at arm's length."""
    text, first, end = passage.text, group[0], group[-1].end
    told = speech.rule not in ("unattributed", "continued") or speech.words[1] > speech.words[0]
    sounds = text[end - 1] in ".,!?…" or text.startswith(",", group[-1].closed) or text[first.opened] in "—–"
    if not _THREE_WORDS.search(text, first.start, end):
        leads = _begins_sentence(first, passage) or text[max(first.opened - 2, 0) : first.opened].rstrip().endswith(":")
        return told and sounds and leads
    lead = text[max(first.opened - _CONTEXT, 0) : first.opened]
    cue = _LAST_WORD.search(lead)
    if cue and passage.lexicon.grammar.has("titled", cue[1]):
        return False
    words = text[first.start : end].split()
    if text[end - 1] not in ".,!?…" and _is_title(words):
        return False
    return told or sounds or len(words) > _SHORT or not _DETERMINED.search(lead)


def _is_title(words: Sequence[str]) -> bool:
    """Whether the words are written like the title of a work: all but small ones with capitals."""
    small = [word for word in words if word[0].islower()]
    return len(words) - len(small) > 1 and all(len(word) <= _SMALL for word in small)
