"""Memory: what is known when an expression is resolved: the day of writing, and the dates told before it."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from newsgen.annotate.clauses import is_since_or_until
from newsgen.annotate.dates import reckoning as reckon
from newsgen.annotate.dates.meanings import (
    Around,
    Base,
    Between,
    DayOfSpoken,
    Distance,
    EveOf,
    Expression,
    Meaning,
    NthOfMonth,
    Order,
    Reaching,
    Recurring,
    Shifted,
    Spoken,
)
from newsgen.annotate.dates.schedule import hangs_on_noun
from newsgen.edtf import bounds, precision
from newsgen.records import Record

# matches: Neither the mayor, the
# matches: The man who was
# not: The council met on
_ASIDE = re.compile(r"[,;:(—–]|\b(?:who|whom|whose|which|that|qui|que|dont|où|quien|cuyo)\b", re.IGNORECASE)


_NEWS = 7
"""Days since which a day is news."""


class Known(Record):
    """What an expression is resolved with."""

    written: str | None
    """EDTF date of writing, with its year."""
    expression: Expression | None = None
    """The one that is being resolved."""
    spoken: str | None = None
    """The date last spoken of in the paragraph."""
    before: str | None = None
    """The only date told in the paragraph before."""
    quarter: str | None = None
    """The quarter last spoken of in the article."""
    open_day: str | None = None
    """The day of writing where only its year is unknown."""
    year: int | None = None
    """The year last spoken of in the article."""
    told: tuple[tuple[str, Expression], ...] = ()
    """The last dates of the paragraph."""

    main: tuple[str, ...] = ()
    """The first dates of the article that its main clauses tell, each once; as many as show whether it is one only."""

    story: str | None = None
    """The past day or month last told in the paragraph or the one right before."""
    is_tale: bool = False
    """Whether that story began years ago, by a count at the head of a sentence: "a year ago"."""
    said: str | None = None
    """For what stands in a quotation, the day on which it was said, if that is told."""
    planned: str | None = None
    """For what somebody planned, the date at which that was, if it is told."""
    order: Order | None = None
    """In which order the article writes day and month in digits."""
    chronicle: str | None = None
    """The date last told at the head of a paragraph: of an entry in a chronology."""
    is_stretch: bool = False
    """Whether a stretch of a business year was spoken of since the last quarter."""

    def base(self, base: Base) -> str | None:
        """What such an expression counts from."""
        if base == "either" and self.spoken and precision(self.spoken) in ("day", "month", "year"):
            return self.spoken
        return (self.spoken or self.before or self.only) if base == "spoken" else self.written

    @property
    def only(self) -> str | None:
        """The only day that main clauses of the article have told, if it is that of its news."""
        value = self.main[0] if len(self.main) == 1 else None
        if value is None or self.written is None or precision(value) != "day":
            return None
        day, now = bounds(value)[0], bounds(self.written)[1]
        return value if day and now and 0 <= (now - day).days <= _NEWS else None

    @property
    def is_ahead(self) -> bool:
        """Whether the clause of the expression looks ahead."""
        return self.expression is not None and self.expression.tense == "future"

    @property
    def is_appointed(self) -> bool:
        """Whether the present tense appoints it, so that it cannot be past: "is to begin on 1 May"."""
        return self.expression is not None and self.expression.telling.by == "firm"


def find_base(meaning: Meaning, known: Known) -> str | None:
    """The date that the value was counted from; None if the words tell it by themselves."""
    base: str | None = None
    if isinstance(meaning, Around | EveOf):
        base = find_base(meaning.inner, known)
    elif isinstance(meaning, NthOfMonth):
        base = find_base(meaning.month, known)
    elif isinstance(meaning, Between):
        base = find_base(meaning.begin, known) or find_base(meaning.end, known)
    elif isinstance(meaning, Spoken):
        base = known.quarter or known.written
    elif isinstance(meaning, Recurring):
        base = known.planned or known.base("spoken" if meaning.pull in ("previous", "following", "that") else "written")
    elif isinstance(meaning, Shifted) and counts_from_saying(meaning, known):
        base = known.said
    elif isinstance(meaning, Shifted | Distance):
        base = known.base(meaning.base)
    elif isinstance(meaning, DayOfSpoken):
        base = known.base("spoken")
    elif isinstance(meaning, Reaching):
        base = known.written
    return base


def counts_from_saying(meaning: Shifted, known: Known) -> bool:
    """Whether the words count from the day on which a quotation was said."""
    return known.said is not None and meaning.base == "written" and meaning.unit == "day"


_TOLD = 6
"""So many dates back a story is followed."""


def enter_paragraph(known: Known, *, is_next: bool) -> Known:
    """What is known of the article where another paragraph begins."""
    before, story = (_choose_only(known.told), known.story) if is_next else (None, None)
    return replace(known, spoken=None, told=(), before=before, story=story, is_tale=known.is_tale and is_next)


def _choose_only(told: tuple[tuple[str, Expression], ...]) -> str | None:
    """The only date that a paragraph tells, if the main clause of its sentence does; but for since when or of what."""
    entries = [(value, expression) for value, expression in told if not _hangs(expression)]
    values = {value for value, _ in entries}
    return values.pop() if len(values) == 1 and not any(_is_aside(expression) for _, expression in entries) else None


def _is_aside(expression: Expression) -> bool:
    """Whether the date may belong to something said by the way: ", the mayor chosen on 26 July, …"."""
    text, sentence = expression.place.text, expression.place.sentence
    is_closed = text[expression.end : expression.end + 1] in (",", ")", ";", "—")
    return is_closed and _ASIDE.search(text, sentence[0], expression.start) is not None


def _hangs(expression: Expression) -> bool:
    """Whether the date hangs on a noun, or tells since when."""
    return hangs_on_noun(expression.place.text, (expression.place.sentence[0], expression.start))


def _tells_since(expression: Expression) -> bool:
    """Whether the date tells since when something lasts."""
    return is_since_or_until(expression.place.text, expression.place.sentence[0], expression.start)


def remember(known: Known, value: str, expression: Expression) -> Known:
    """What is known once this date has been spoken of."""
    first, last = bounds(value)
    goes_on = _goes_on(value, expression, known)
    return replace(
        known,
        spoken=value,
        quarter=_choose_quarter(known, value),
        is_stretch=known.is_stretch and not reckon.is_quarter(value),
        year=first.year if first and last and first.year == last.year else known.year,
        told=(*known.told, (value, expression))[-_TOLD:],
        main=known.main
        if len(known.main) > 1 or value in known.main or _tells_since(expression)
        else (*known.main, value),
        story=value if goes_on else known.story,
        is_tale=_begins_tale(expression) or (known.is_tale and (not goes_on or _is_soon(value, known.story))),
    )


def _goes_on(value: str, expression: Expression, known: Known) -> bool:
    """Whether the date tells what happened then, so that the next one may follow it."""
    is_told = precision(value) in ("day", "month") and expression.tense != "future" and not _hangs(expression)
    return is_told and is_over(value, known)


def _begins_tale(expression: Expression) -> bool:
    """Whether a count of years from now stands at the head of the sentence: "Exactly two years ago"."""
    meaning = expression.meaning
    is_count = isinstance(meaning, Distance) and meaning.unit == "year" and meaning.base == "written"
    return is_count and expression.start - expression.place.sentence[0] <= _HEAD


_HEAD = 16
"""Characters of a sentence in front of what heads it."""


def _is_soon(value: str, story: str | None) -> bool:
    """Whether the date goes on with the story."""
    (first, _), (_, before) = bounds(value), bounds(story or value)
    return first is not None and before is not None and abs((first - before).days) <= SOON


SOON = 62
"""Days within which a story goes on."""


def _choose_quarter(known: Known, value: str) -> str | None:
    """The quarter that an article reports on: the latest that is told and over."""
    if known.quarter is None or not reckon.is_quarter(value):
        return value if reckon.is_quarter(value) else known.quarter
    return value if is_over(value, known) and value > known.quarter else known.quarter


def is_over(value: str, known: Known) -> bool:
    """Whether the date has ended before the day of writing."""
    now, end = bounds(known.written or value)[0], bounds(value)[1]
    return now is not None and end is not None and end < now


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
