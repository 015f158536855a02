"""Quotations: direct speech and, where the text clearly tells, who speaks.

Direct speech are the words between quotation marks of which the text says that somebody speaks them, and any other
ones of at least three words, but for names, titles of works and words held at arm's length ("the “war on terror”").

The speaker is the person named beside a verb of saying in the same sentence, behind the quotation or in front of it.
A pronoun stands for the doer of the sentences before, an office ("the prime minister") for the one person of the
article who was given it. A quotation right behind another one of the same paragraph goes on with it, and so does one
in the next paragraph where the first has no closing mark.
"""

from newsgen.annotate.material import Material
from newsgen.annotate.quotes.attribution import attribute_quotations
from newsgen.records.reading import Quote, Reading


def find_quotes(reading: Reading, material: Material) -> tuple[Quote, ...]:
    """Direct speech in the body, with its speakers."""
    return tuple(
        Quote(start=one.span[0], end=one.span[1], speaker=one.speech.speaker, rule=one.speech.rule)
        for one in attribute_quotations(reading, material)
    )
