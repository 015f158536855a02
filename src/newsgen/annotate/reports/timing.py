"""Timing: whether a happening was still to come when the article was written, and whether the article recalls it."""

import re
from datetime import timedelta

from newsgen.annotate.clauses import list_words
from newsgen.annotate.dates.schedule import appoints, was_done
from newsgen.annotate.reports.context import Context, Told
from newsgen.annotate.sentences import Span
from newsgen.edtf import bounds
from newsgen.lexicon.cued import Ended
from newsgen.lexicon.grammar import Tense
from newsgen.records.reading import DateMention, ReportKind

# matches: was due to
# matches: were to hand
# matches: had been supposed to
# matches: devait se rendre
# matches: debían viajar
# not: was to the left
# not: had been to Rome
# not: was due on
_DUE = re.compile(
    r"\b(?:(?:was|were|had been) "
    r"(?:(?:due|supposed|meant|scheduled|set|slated|expected) to|to (?!(?:the|a|an|his|her)\b)(?-i:[a-z]+))"
    r"|devai(?:t|ent) (?:s[e’'] ?)?[^\W\d_]+(?:er|ir|re)"
    r"|debían? [^\W\d_]+(?:[aei]rse|[aei]r)|ib(?:a|an) a [^\W\d_]+r)\b",
    re.IGNORECASE,
)

# matches: to be gone by
# matches: d’ici
# matches: d’ici à la
_TERM = re.compile(r"\b(?:by|before|d[’']ici(?: à| au| en)?|avant|antes de)(?: (?:the|la|le|el))? ?$", re.IGNORECASE)
_TERMS = Ended("by before d'ici d’ici à au en avant de the la le el", _TERM)

# matches: The term is
# matches: The vote is on
_IS = re.compile(r"\b(?:is|are|est|es)(?: (?:on|for|set for|le|el))?\s*$")
_PRESENTS = Ended("is are est es on for le el", _IS)

# matches: had
# matches: n’avait
# not: have
_HAD = re.compile(r"\b(?:had|avai(?:t|ent)|étai(?:t|ent)|habían?)\b", re.IGNORECASE)

# matches: gone
_WORD = re.compile(r"\w+")

_LOOK_BACK = 24
"""Characters in front of a date in which such words stand."""

_FEW = 3
"""So many words behind "had" are looked at for what was done."""

_NEWS = timedelta(days=7)
"""So long ago at most a happening is news."""


def find_appointment(date: DateMention, clause: Span, context: Context) -> Tense:
    """`future` where the present tells a day to come: "the term is 15 September", "it opens on Monday"."""
    first, now = bounds(date.value or "")[0], bounds(context.written)[1] if context.written else None
    text, span = context.text, (date.start, date.end)
    told = _PRESENTS.search(text, max(date.start - _LOOK_BACK, 0), date.start) or appoints(
        text, span, clause, context.lexicon.calendar.schedule(context.language, of_weekday=date.rule == "weekday")
    )
    return "future" if told and first and now and first > now else ""


def is_ahead(told: Told) -> bool:
    """Whether what the clause tells was still to come."""
    return find_kind(told) == "announced"


def find_kind(told: Told) -> ReportKind:
    """Whether it was still to come: by the day of writing if that is known, else by the tense."""
    value, written = told.date.value or "", told.context.written
    first = bounds(value)[0]
    now = bounds(written)[1] if written else None
    if first and now:
        ahead = told.tense == "future" or find_term(told) is not None
        if first == now and match_due(told):  # "talks were to open on Wednesday", written on that Wednesday
            return "announced"
        return "announced" if first > now or (ahead and _reaches(value, written)) else "happened"
    return "announced" if told.tense == "future" else "happened"


def match_due(told: Told) -> re.Match[str] | None:
    """The words of the clause by which something was to be: "was due to"."""
    return _DUE.search(told.context.text, *told.clause.span)


def find_term(told: Told) -> Span | None:
    """The words by which something is to be done by that date; "had gone" and "were gone by then" tell what was."""
    if "had" in told.clause.kinds:
        return None
    start = told.date.start
    found = _TERMS.search(told.context.text, max(start - _LOOK_BACK, 0), start)
    if found is None or was_done(told.context.text, told.sentence[0], found.start()):
        return None
    return found.span()


def _reaches(value: str, written: str | None) -> bool:
    """Whether the date ends after the day of writing."""
    last, now = bounds(value)[1], bounds(written)[1] if written else None
    return last is not None and now is not None and last > now


def find_recall(told: Told) -> Span | None:
    """What shows that the article recalls a happening, as against bringing it as its news.

    It does if the happening was over for more than a week when the article was written, or if its clause tells it in
    the pluperfect ("had left"), unless that only repeats what somebody said; where the day of writing is unknown, also
    if the clause looks back in words ("ago", "since").
    """
    last = bounds(told.date.value or "")[1]
    first_now = bounds(told.context.written)[0] if told.context.written else None
    if last and first_now and first_now - last > _NEWS:
        return told.date.start, told.date.end
    return _find_pluperfect(told) or (None if first_now else _find_looking_back(told))


def _find_pluperfect(told: Told) -> Span | None:
    """The words of the pluperfect, but for those behind a verb of saying: "he said that they had left"."""
    if "had" not in told.clause.kinds and told.context.language != "fr":
        return None
    text, (start, end) = told.context.text, told.clause.span
    for had in _HAD.finditer(text, start, end):
        words = [word for word, _ in zip(_WORD.finditer(text, had.end(), end), range(_FEW), strict=False)]
        done = next((word for word in words if told.context.tells_past(word[0])), None)
        said = "saying" in told.context.clauses.read((told.sentence[0], had.start())).kinds
        if done and not said:
            return had.start(), done.end()
    return None


def _find_looking_back(told: Told) -> Span | None:
    """A word of the clause or the date that looks back."""
    grammar, text = told.context.lexicon.grammar, told.context.text
    start, end = told.clause.span[0], max(told.clause.span[1], told.date.end)
    if not any(grammar.has("recalling", word) for word in list_words(text[start:end])):
        return None
    return told.date.start, told.date.end
