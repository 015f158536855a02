"""Dates as a reader meets them: words that are as sure as the date is, and what HTML's `datetime` can say of it."""

from collections.abc import Collection
from functools import lru_cache

from newsgen import edtf
from newsgen.edtf import Point
from newsgen.language import Words, capitalise
from newsgen.records.archive import ArchivedArticle, Brief
from newsgen.records.site import Grain, ShownDate

_SCALES = ((10**9, "billion"), (10**6, "million"))


@lru_cache(maxsize=4096)
def show_date(words: Words, value: str, *, note: str = "") -> ShownDate:
    """A date for the page."""
    return ShownDate(
        text=words.date(value), edtf=value, datetime=html_datetime(value), grain=find_grain(value), note=note
    )


def show_published(words: Words, brief: Brief) -> ShownDate | None:
    """When an article was published; a word tells if some of that was inferred."""
    if brief.published is None:
        return None
    keys = {"": "", "year": "date.year-inferred", "date": "date.inferred"}
    key = keys[brief.inferred]
    return show_date(words, brief.published, note=words.say(key)) if key else show_date(words, brief.published)


def is_year_inferred(published: str | None, surface: str, value: str) -> bool:
    """Whether a date's year stands neither in its words nor in a publication of a known month."""
    year = value[:4]
    return year.isdigit() and year not in surface and edtf.month_key(published) in (year, edtf.month_key(None))


def find_inferred(article: ArchivedArticle) -> frozenset[str]:
    """The dates of an article whose year was inferred wherever it gives them."""
    published = article.reading.article.published
    told = {(date.surface, date.value) for date in article.reading.dates if date.value}
    known = {value for surface, value in told if not is_year_inferred(published, surface, value)}
    return frozenset(value for _, value in told if value not in known)


def tell_date(words: Words, value: str, inferred: Collection[str]) -> ShownDate:
    """A date that an article tells; a word says if it is one of those whose year was inferred."""
    return show_date(words, value, note=words.say("date.year-inferred") if value in inferred else "")


def tell_number(words: Words, value: int) -> str:
    """A number as newspapers write it: `1,400`, `100 million`, `1.25 billion`; exact, or else in digits."""
    for size, name in _SCALES:
        if value >= size and value * 100 % size == 0:
            whole, part = divmod(value * 100 // size, 100)
            digits = 0 if part == 0 else 1 if part % 10 == 0 else 2
            return words.say(f"number.{name}", count=whole, number=words.decimal(value / size, digits))
    return words.number(value)


def tell_figure(words: Words, value: int, unit: str) -> str:
    """How many of what: `12 killed`, `100 million dollars`, `17 soldiers killed`; a noun is as articles write it."""
    number = tell_number(words, value)
    is_round = number != words.number(value)
    noun, _, fate = unit.rpartition(" ")
    keys = (f"unit.{unit}-round" if is_round else "", f"unit.{unit}", f"unit.of-{fate}" if noun else "")
    key = next(filter(words.knows, keys), "")
    return words.say(key, count=value, number=number, noun=noun) if key else f"{number} {unit}"


@lru_cache(maxsize=4096)
def html_datetime(value: str) -> str:
    """The finest value of `<time datetime>` that holds all of the date; empty if there is none."""
    point = edtf.parse(value).begin
    if isinstance(point, Point) and point.year == "XXXX" and edtf.parse(value).end is None:
        return f"{point.month}-{point.day}" if point.day not in ("", "XX") else ""
    first, last = edtf.bounds(value)
    if first is None or last is None or first.year != last.year:
        return ""
    if first == last:
        return first.isoformat()
    return first.isoformat()[: 7 if first.month == last.month else 4]


def month_title(words: Words, key: str) -> str:
    """The heading of a listing: `May 2024`, `2024`, `Undated`."""
    return words.say("date.undated-heading") if key == "undated" else capitalise(words.date(key))


def find_grain(value: str) -> Grain:
    """How sure the date is."""
    if "XXXX" in value:
        return "unknown"
    if "~" in value or "?" in value or "%" in value:
        return "about"
    return "day" if edtf.precision(value) == "day" else "coarse"
