"""What other dates of an article tell about one: when it was said or planned, and in which order digits stand."""

import re
from collections.abc import Sequence

from newsgen.annotate.dates.meanings import Expression, Fixed, Numeric, Order, Recurring, Shifted
from newsgen.records.article import Article

# matches: said
_WORD = re.compile(r"[^\W\d]\w*")

# matches: . She
# not: , she said on
_STOP = re.compile(r"[.;:“”«»\"](?=\s)")

# matches:  to resign in
# not:  to the
_TO_DO = re.compile(r",? to (?!(?:the|a|an|his|her|its|their|all)\b)[a-z]+\b")

# matches:  de partir en
# matches:  d’ouvrir en
# not:  de la
_DE_FAIRE = re.compile(r",? (?:de |d['’]|à )[^\W\d]+(?:er|ir|re)\b")

# matches:  dimitir en
# not:  al alcalde en
_HACER = re.compile(r",? [^\W\d]+[aei]r(?:se)?\b")

_INFINITIVE = {"fr": _DE_FAIRE, "es": _HACER}
"""What follows the date of a plan, in languages other than English."""

_PLAN_REACH = 40
"""Characters in front of a date that hold the words of a plan."""

_WORDS_BEHIND = 4
"""So many words stand at most between the verb of saying and its day."""

_REACH = 200
"""Characters within which such a day must stand."""


def find_day_of_saying(text: str, expressions: Sequence[Expression], number: int) -> Expression | None:
    """The day on which a quotation was said that holds the expression, if its sentence tells that."""
    here = expressions[number]
    if not isinstance(here.meaning, Shifted) or here.meaning.unit != "day" or here.meaning.base != "written":
        return None
    opening, closing = _find_quotation(text, here)
    if opening < 0:
        return None
    behind = expressions[number + 1] if number + 1 < len(expressions) else None
    if behind and closing < behind.start and _is_day(behind) and _is_said(behind, text[closing + 1 : behind.start]):
        return behind
    before = expressions[number - 1] if number else None
    if (
        before
        and before.end < opening
        and _is_day(before)
        and _is_said(before, text[before.end : opening].rstrip(" :,"))
    ):
        return before
    return None


def find_day_of_plan(text: str, expressions: Sequence[Expression], number: int) -> Expression | None:
    """The date in front at which it was planned what is to be at this one: "promised in March to resign in June"."""
    here = expressions[number]
    before = expressions[number - 1] if number else None
    if before is None or not isinstance(here.meaning, Recurring) or here.meaning.pull or before.end > here.start:
        return None
    sentence, calendar = here.place.sentence, here.place.lexicon.calendar
    if before.start < sentence[0] or here.start - before.end > _REACH:
        return None
    between = text[before.end : here.start]
    pattern = _INFINITIVE.get(here.place.around.language, _TO_DO)
    is_plan = calendar.plans.search(text, max(sentence[0], before.start - _PLAN_REACH), before.start)
    return before if is_plan and pattern.match(between) and not _STOP.search(between) else None


def _is_said(day: Expression, between: str) -> bool:
    """Whether the words between the quotation and the day hold a verb of saying, near by."""
    words = _WORD.findall(between)
    if len(between) > _REACH or _STOP.search(between) or len(words) > 2 * _WORDS_BEHIND:
        return False
    return any(day.place.lexicon.grammar.has("saying", word) for word in words[-_WORDS_BEHIND - 1 :])


def _is_day(expression: Expression) -> bool:
    """Whether it names a day by the calendar or the week."""
    meaning = expression.meaning
    if isinstance(meaning, Fixed):
        return len(meaning.value) == 10
    return isinstance(meaning, Recurring) and (meaning.day is not None or meaning.weekday is not None)


def _find_quotation(text: str, here: Expression) -> tuple[int, int]:
    """Where the quotation around the expression opens, and where it closes; (-1, -1) outside of one."""
    start = max(text.rfind("\n\n", 0, here.start), here.start - _REACH * 5, 0)
    for opening, closing in (("“", "”"), ("«", "»"), ('"', '"')):
        if opening == closing:
            first = text.rfind(opening, start, here.start) if text.count(opening, start, here.start) % 2 else -1
        else:
            first = text.rfind(opening, start, here.start)
            first = first if first > text.rfind(closing, start, here.start) else -1
        last = text.find(closing, here.end, here.end + _REACH)
        if first >= 0 and last >= 0:
            return first, last
    return -1, -1


def find_order(article: Article, expressions: Sequence[Expression]) -> Order | None:
    """In which order the article writes day and month in digits: as its dates that leave no choice, all of them, do.

    French and Spanish write the day first.
    """
    if not any(isinstance(expression.meaning, Numeric) for expression in expressions):
        return None
    if article.language in ("fr", "es"):
        return "day-first"
    orders = {order for e in expressions if (order := _tell_order(article.text[e.start : e.end], e)) is not None}
    return orders.pop() if len(orders) == 1 else None


def _tell_order(written: str, expression: Expression) -> Order | None:
    """The order of one date in digits, if it leaves no choice."""
    parts = written.split("/")
    if expression.rule != "numeric-day" or len(parts) != 3:
        return None
    if int(parts[0]) > 12:
        return "day-first"
    return "month-first" if int(parts[1]) > 12 else None
