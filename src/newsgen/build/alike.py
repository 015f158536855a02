"""Two people who may be one: by which names they are told apart, and what tells apart who is written alike."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsgen.build.cast import write_names
from newsgen.language.reasons import Name
from newsgen.lexicon.slugs import fold_name
from newsgen.records import Record
from newsgen.records.archive import PersonEntry
from newsgen.records.reading import Reading
from newsgen.resolve.addresses import rank_article


class FrontMatter(Record):
    """What to write into front matter, under `people`, where no name tells two people apart."""

    name: str
    """With a word in brackets."""
    if_two: tuple[str, ...]
    """Files of the articles that are to list it if the two are two."""
    if_one: tuple[str, ...]
    """Those if they are one."""


def count_bearers(entries: Iterable[PersonEntry], readings: Sequence[Reading]) -> Mapping[str, int]:
    """By how many people each folded name is borne."""
    return Counter(
        name
        for entry in entries
        for name in {fold_name(text) for text in (entry.person.name, *write_names(entry.person, readings))}
    )


def tell_apart(
    first: PersonEntry, second: PersonEntry, readings: Sequence[Reading], bearers: Mapping[str, int]
) -> tuple[str, str] | None:
    """A name for each by which a judgement tells them apart, the one shown if that will do; None if none does.

    Where only one of them has a title in front, the name alone stands for the other, unless a third one bears it.
    """
    names = [list(_find_names(entry, readings)) for entry in (first, second)]
    folded = [set(map(fold_name, own)) for own in names]
    left, right = (
        min(
            (name for name in own if fold_name(name) not in others),
            key=lambda name: bearers.get(fold_name(name), 0) > 1,
            default=None,
        )
        for own, others in zip(names, reversed(folded), strict=True)
    )
    left = left or _find_plain(right, first, bearers)
    right = right or _find_plain(left, second, bearers)
    return (left, right) if left and right else None


def _find_names(entry: PersonEntry, readings: Sequence[Reading]) -> Iterator[str]:
    """The names of which a judgement takes somebody: in full, or in full behind a title."""
    people = [readings[article].people[place] for article, place in entry.person.members]
    keys = {fold_name(local.name) for local in people if local.given} or {fold_name(local.name) for local in people}
    for text in dict.fromkeys((entry.person.name, *write_names(entry.person, readings))):
        folded = fold_name(text)
        if text == entry.person.name or any(f" {folded}".endswith(f" {key}") for key in keys):
            yield text


def _find_plain(titled: str | None, entry: PersonEntry, bearers: Mapping[str, int]) -> str | None:
    """The name shown, if it is that of the titled name, and of nobody but those two."""
    plain = fold_name(entry.person.name)
    if titled is None or bearers.get(plain) != 2 or bearers.get(fold_name(titled)) != 1:
        return None
    return entry.person.name if fold_name(titled).endswith(f" {plain}") else None


def describe(entry: PersonEntry, readings: Sequence[Reading], name: Name) -> str:
    """Title, countries and first article, to tell somebody from others of the name; `name` tells countries in words."""
    paths = _list_paths(entry, readings)
    return ", ".join((*entry.person.titles[:1], *_list_countries(entry, readings, name), *paths[:1]))


def write_listing(first: PersonEntry, second: PersonEntry, readings: Sequence[Reading], name: Name) -> FrontMatter:
    """What tells the second one from the first in front matter."""
    words = [
        (*_list_countries(entry, readings, name), *entry.person.titles[:1], *_list_stems(entry, readings))
        for entry in (second, first)
    ]
    word = next((word for word in words[0] if word not in words[1]), "2")
    own, other = _list_paths(second, readings), _list_paths(first, readings)
    return FrontMatter(name=f"{second.person.name} ({word})", if_two=own, if_one=tuple(dict.fromkeys((*own, *other))))


def _list_paths(entry: PersonEntry, readings: Sequence[Reading]) -> tuple[str, ...]:
    """The files of the articles that name somebody, the first to be published first."""
    articles = sorted((readings[place].article for place in entry.articles), key=rank_article)
    return tuple(article.path for article in articles)


def _list_stems(entry: PersonEntry, readings: Sequence[Reading]) -> Iterator[str]:
    """The names of these files."""
    for path in _list_paths(entry, readings):
        yield path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _list_countries(entry: PersonEntry, readings: Sequence[Reading], name: Name) -> Iterator[str]:
    """The countries that articles tie somebody to."""
    codes = {code for article, place in entry.person.members for code in readings[article].people[place].countries}
    yield from filter(None, map(name, sorted(codes)))
