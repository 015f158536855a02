"""Memory: what is known when an expression is resolved: the day of writing, and the dates told before it."""

from collections.abc import Iterator

from msgspec.structs import replace

from newsgen.annotate.dates import reckoning as reckon
from newsgen.annotate.dates.meanings import Expression
from newsgen.edtf import bounds, precision
from newsgen.records import Record


class Known(Record):
    """What an expression is resolved with."""

    written: str | None
    """EDTF date of writing, with its year."""
    expression: Expression | None = None
    """The one that is being resolved."""
    spoken: str | None = None
    """The date last spoken of in the paragraph."""
    quarter: str | None = None
    """The quarter last spoken of in the article."""
    open_day: str | None = None
    """The day of writing where only its year is unknown."""
    year: int | None = None
    """The year last spoken of in the article."""
    told: tuple[tuple[str, Expression], ...] = ()
    """The last dates of the paragraph."""

    @property
    def is_ahead(self) -> bool:
        """Whether the clause of the expression looks ahead."""
        return self.expression is not None and self.expression.tense == "future"


_TOLD = 6
"""So many dates back a story is followed."""


def enter_paragraph(known: Known) -> Known:
    """What is known of the article where another paragraph begins."""
    return replace(known, spoken=None, told=())


def remember(known: Known, value: str, expression: Expression) -> Known:
    """What is known once this date has been spoken of."""
    first, last = bounds(value)
    return replace(
        known,
        spoken=value,
        quarter=value if reckon.is_quarter(value) else known.quarter,
        year=first.year if first and last and first.year == last.year else known.year,
        told=(*known.told, (value, expression))[-_TOLD:],
    )


def last_of_story(known: Known) -> str | None:
    """The date last told, if it and the one before it stand in their order and neither looks ahead."""
    story = list(_list_story(known))[:2]
    if len(story) < 2:
        return None
    last, before = (bounds(value)[0] for value in story)
    return story[0] if last and before and before < last else None


def _list_story(known: Known) -> Iterator[str]:
    """Days, months and seasons told since the paragraph last looked ahead, latest first."""
    for value, expression in reversed(known.told):
        if expression.tense == "future":
            return
        if precision(value) in ("day", "month", "season"):
            yield value
