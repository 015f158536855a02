"""Outlets: those that `site.yaml` declares, under all their names, and those that only articles name."""

from collections import Counter
from collections.abc import Iterable, Sequence

from newsgen.lexicon.slugs import fold_name, make_slug, number_slugs
from newsgen.records import Record
from newsgen.records.archive import SourceEntry
from newsgen.records.options import Outlet
from newsgen.records.reading import Reading

_KIND = "source"


class Sources(Record):
    """All outlets with articles."""

    entries: tuple[SourceEntry, ...]
    """By name."""
    by_article: tuple[str | None, ...]
    """Id of each article's outlet."""


def group_sources(readings: Sequence[Reading], outlets: Sequence[Outlet], latest: Sequence[int]) -> Sources:
    """The outlets of all articles."""
    declared = {_key(name): outlet for outlet in reversed(outlets) for name in (*outlet.aliases, outlet.name)}
    keys = [_find_key(reading.article.source, declared) for reading in readings]
    articles: dict[str, list[int]] = {}
    for position in latest:
        key = keys[position]
        if key is not None:
            articles.setdefault(key, []).append(position)
    ids = _give_ids(articles, readings, outlets)
    entries = [_make_entry(ids[key], positions, readings, declared.get(key)) for key, positions in articles.items()]
    return Sources(
        entries=tuple(sorted(entries, key=lambda entry: (fold_name(entry.name), entry.id))),
        by_article=tuple(ids[key] if key is not None else None for key in keys),
    )


def _key(name: str) -> str:
    """What two spellings of one outlet share: case, accents and a leading "The" do not count."""
    return fold_name(name).removeprefix("the ")


def _find_key(source: str | None, declared: dict[str, Outlet]) -> str | None:
    if source is None:
        return None
    key = _key(source)
    return _key(declared[key].name) if key in declared else key


def _give_ids(articles: dict[str, list[int]], readings: Sequence[Reading], outlets: Iterable[Outlet]) -> dict[str, str]:
    """A unique slug for each outlet: the declared ones first, in their order."""
    order = list(dict.fromkeys(key for outlet in outlets if (key := _key(outlet.name)) in articles))
    order += sorted(articles.keys() - set(order))
    names = {_key(outlet.name): outlet.name for outlet in outlets}
    wanted = [names.get(key) or _most_usual(articles[key], readings) for key in order]
    return dict(zip(order, number_slugs([make_slug(name, _KIND) or _KIND for name in wanted]), strict=True))


def _make_entry(own: str, positions: Sequence[int], readings: Sequence[Reading], outlet: Outlet | None) -> SourceEntry:
    return SourceEntry(
        id=own,
        name=outlet.name if outlet else _most_usual(positions, readings),
        aliases=outlet.aliases if outlet else (),
        country=outlet.country if outlet else None,
        url=outlet.url if outlet else None,
        rights=outlet.rights if outlet else "full",
        indexed=outlet.indexed if outlet else None,
        declared=outlet is not None,
        articles=tuple(positions),
    )


def _most_usual(positions: Iterable[int], readings: Sequence[Reading]) -> str:
    """The name that most of the articles write, of equals the first by letters."""
    names = Counter(readings[position].article.source or "" for position in positions)
    return min(names, key=lambda name: (-names[name], name))
