"""What persons say, and what others say of them: quotations with their articles, each words once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsgen.holding import NOTHING_HELD, Holding
from newsgen.lexicon.slugs import fold_name
from newsgen.pages.anchors import is_quotable, quote_anchor
from newsgen.pages.directory import Directory
from newsgen.pages.lookups import SAID, Lookups
from newsgen.pages.rights import shorten
from newsgen.pages.sightings import sight
from newsgen.records.archive import Archive, ArchivedArticle
from newsgen.records.reading import Quote
from newsgen.records.site import QuotationItem, Quotations
from newsgen.shelf import giver_of, stamper_of

MOST_QUOTATIONS = 8
"""Quotations by a person, and about one, that a page shows: the latest."""

MOST_ARTICLES = 3
"""Articles that stand below a quotation: the oldest that have it."""

WIDTH = 400
"""Characters from which a quotation is cut."""

_MARKS = "\"“”„«»‘’'‹› "


class Place(NamedTuple):
    """A quotation in its article."""

    article: int
    number: int


class Said(NamedTuple):
    """For persons, by id, the quotations by them and those about them, in the order of the articles."""

    by: Mapping[str, Sequence[Place]]
    about: Mapping[str, Sequence[Place]]

    def find(self, person: str, lookups: Lookups) -> tuple[Sequence[Place], Sequence[Place]]:
        """Those by a person and those about one; the look at them is noted."""
        lookups.add(f"{SAID} {person}")
        return self.by.get(person, ()), self.about.get(person, ())


def gather_quotations(archive: Archive, held: Holding = NOTHING_HELD) -> Said:
    """The quotations of all articles that may be shown and are no mere phrases."""
    article_at, stamp_at = giver_of(archive.articles), stamper_of(archive.articles)
    given = ((brief.id, stamp_at(position)) for position, brief in enumerate(archive.briefs))
    quoted = held.each("quotations", given, lambda position: tuple(_list_quoted(article_at(position))))
    by: dict[str, list[Place]] = {}
    about: dict[str, list[Place]] = {}
    for position, quotes in enumerate(quoted):
        for number, speaker, named in quotes:
            place = Place(position, number)
            if speaker:
                by.setdefault(speaker, []).append(place)
            for person in named:
                about.setdefault(person, []).append(place)
    return Said(by=by, about=about)


def _list_quoted(article: ArchivedArticle) -> Iterator[tuple[int, str | None, tuple[str, ...]]]:
    """The quotations of an article that may be shown: index, who says it, and whom else it names."""
    for number, quote in enumerate(article.reading.quotes):
        if is_quotable(article, quote):
            speaker = _speaker(article, quote)
            yield number, speaker, tuple(own for own in dict.fromkeys(_find_named(article, quote)) if own != speaker)


def _speaker(article: ArchivedArticle, quote: Quote) -> str | None:
    """Id of who says it."""
    return None if quote.speaker is None else article.people[quote.speaker]


def _find_named(article: ArchivedArticle, quote: Quote) -> Iterator[str]:
    """Ids of the persons whom a quotation names."""
    mentions = article.reading.person_mentions
    first = bisect_left(mentions, quote.start, key=lambda mention: mention.start)
    last = bisect_right(mentions, quote.end, key=lambda mention: mention.end)
    for mention in mentions[first:last]:
        if person := article.people[mention.person]:
            yield person


def show_quotations(directory: Directory, here: str, places: Iterable[Place], *, by: str = "") -> Quotations:
    """The latest of the quotations, with who says them unless that is `by`; the same words, printed again, are one."""
    groups: dict[str, list[Place]] = {}
    for place in places:
        groups.setdefault(fold_name(_tell(directory, place)), []).append(place)
    place_of = directory.place
    latest = sorted(groups.values(), key=lambda group: min((place_of(one.article), one.number) for one in group))
    return Quotations(
        items=tuple(_show(directory, here, group, by) for group in latest[:MOST_QUOTATIONS]),
        total=len(latest),
    )


def _tell(directory: Directory, place: Place) -> str:
    """The words on one line, without the marks around them and at each new paragraph, and the comma of `he said`."""
    article = directory.article(place.article)
    quote = article.reading.quotes[place.number]
    lines = article.reading.article.text[quote.start : quote.end].split("\n")
    return " ".join(" ".join(line.split()).strip(_MARKS) for line in lines if line.strip()).rstrip(", ")


def _show(directory: Directory, here: str, group: Sequence[Place], by: str) -> QuotationItem:
    """A quotation with the articles that have it, an article once."""
    first = {place.article: place for place in reversed(group)}
    places = [first[position] for position in directory.by_date(first)]
    speakers = (
        _speaker(directory.article(p.article), directory.article(p.article).reading.quotes[p.number]) for p in places
    )
    speaker = next(filter(None, speakers), None)
    return QuotationItem(
        text=shorten(_tell(directory, places[0]), WIDTH),
        lang=directory.foreign(directory.brief(places[0].article).language),
        speaker=directory.person_ref(here, speaker) if speaker and speaker != by else None,
        seen=tuple(
            sight(directory, here, place.article, quote_anchor(directory.article(place.article), place.number))
            for place in places[:MOST_ARTICLES]
        ),
        further=max(0, len(places) - MOST_ARTICLES),
    )
