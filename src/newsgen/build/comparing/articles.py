"""What became of the articles, field by field."""

from collections.abc import Iterator, Mapping, Sequence

from newsgen.build.comparing.fields import compare_lists, compare_values
from newsgen.build.english import english
from newsgen.build.published.matching import MARKS, match_articles
from newsgen.build.published.outline import ArticleFacts, DatelineFacts
from newsgen.records.changes import ArticleAt, ArticleChanged, ArticleChanges, FieldChange

Became = Mapping[str, tuple[str, ...]]
"""For the ids of old persons those of the new ones who they are."""


def pair_articles(old: Sequence[ArticleFacts], new: Sequence[ArticleFacts]) -> dict[str, str]:
    """For the ids of old articles those that they have now; no two old ones become one new one.

    The surest marks choose first: of two articles with one text, the one whose clipping is gone is gone.
    """
    order = {why: number for number, (why, _) in enumerate(MARKS)}
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for one, (other, _) in sorted(match_articles(old, new), key=lambda match: order[match[1][1]]):
        if other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def compare_articles(
    old: Sequence[ArticleFacts], new: Sequence[ArticleFacts], pairs: Mapping[str, str], people: Became
) -> ArticleChanges:
    """The changes; `pairs` is of `pair_articles`, and `people` tells what became of persons."""
    after = {article.id: article for article in new}
    both = [(article, after[pairs[article.id]]) for article in old if article.id in pairs]
    changed = [
        ArticleChanged(old=_describe(one), new=_describe(other), fields=fields)
        for one, other in both
        if (fields := tuple(_compare(one, other, people, pairs)))
    ]
    known = frozenset(pairs.values())
    return ArticleChanges(
        changed=tuple(
            sorted(changed, key=lambda article: (not _is_dated_anew(article), article.new.path, article.new.id))
        ),
        removed=_list_sorted([article for article in old if article.id not in pairs]),
        added=_list_sorted([article for article in new if article.id not in known]),
    )


def _describe(article: ArticleFacts) -> ArticleAt:
    return ArticleAt(id=article.id, path=article.path, headline=article.headline)


def _list_sorted(articles: Sequence[ArticleFacts]) -> tuple[ArticleAt, ...]:
    return tuple(sorted(map(_describe, articles), key=lambda article: (article.path, article.id)))


def _is_dated_anew(article: ArticleChanged) -> bool:
    return any(change.field == "published" for change in article.fields)


_VALUES = ("id", "path", "headline", "published", "source", "byline")
"""Fields that hold a short text, in order."""


def _compare(old: ArticleFacts, new: ArticleFacts, people: Became, pairs: Mapping[str, str]) -> Iterator[FieldChange]:
    """The fields that say something else; `pairs` gives for ids of articles those that the new site has for them."""
    for field in _VALUES:
        yield from compare_values(field, getattr(old, field), getattr(new, field))
    yield from compare_values("dateline", _tell_dateline(old.dateline), _tell_dateline(new.dateline))
    yield from compare_values("language", old.language, new.language)
    yield from compare_values("url", old.url, new.url)
    yield from compare_lists("countries", _list_countries(old), _list_countries(new))
    yield from _compare_people(old, new, people)
    yield from compare_lists("dates", _list_dates(old), _list_dates(new))
    yield from compare_lists("events", _list_events(old), _list_events(new))
    yield from compare_lists("same_text_as", [pairs.get(one, one) for one in old.same_text_as], new.same_text_as)
    if old.body != new.body:
        yield FieldChange(field="body")


def _compare_people(old: ArticleFacts, new: ArticleFacts, people: Became) -> Iterator[FieldChange]:
    """Who is named by one of them alone: not who is called otherwise, merged or split, which is told elsewhere."""
    there = {person.id for person in new.people}
    stayed = {goal for person in old.people for goal in people.get(person.id, ())}
    gone = tuple(person.name for person in old.people if there.isdisjoint(people.get(person.id, ())))
    come = tuple(person.name for person in new.people if person.id not in stayed)
    if gone or come:
        yield FieldChange(field="people", removed=gone, added=come)


def _tell_dateline(line: DatelineFacts | None) -> str:
    return ", ".join(filter(None, (line.place, line.country, line.date, line.agency))) if line else ""


def _list_countries(article: ArticleFacts) -> list[str]:
    return [f"{country.name} (about it)" if country.primary else country.name for country in article.countries]


def _list_dates(article: ArticleFacts) -> list[str]:
    return [f"{date.text}: {date.value}" for date in article.dates]


def _list_events(article: ArticleFacts) -> list[str]:
    return [f"{event.date}: {event.text or english().say('event.unquoted')}" for event in article.events]
