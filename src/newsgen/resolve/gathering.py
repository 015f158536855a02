"""Who is named where: the local persons of all articles, gathered by the name that they are written with."""

from collections.abc import Iterator, Sequence

from newsgen.lexicon.names import Names
from newsgen.lexicon.slugs import fold_name
from newsgen.records import Record
from newsgen.records.reading import LocalPerson, Reading
from newsgen.resolve.doubles import part_doubles
from newsgen.resolve.listed import find_meant, name_meant, read_listed
from newsgen.resolve.namesakes import part_namesakes
from newsgen.resolve.namings import LISTED, Name, Naming, read_name
from newsgen.resolve.titles import Title, read_title
from newsgen.resolve.trades import Trades


class Namings(Record):
    """All namings of an archive."""

    names: tuple[Name, ...]
    """Full names, sorted by key; their order does not hang on that of the articles."""
    bare: tuple[Naming, ...]
    """Those without a given name, in the order of the articles."""


def gather_namings(
    readings: Sequence[Reading], home: Sequence[frozenset[str]], names: Names, trades: Trades
) -> Namings:
    """The namings of all articles; `home` has the countries that each is about, `trades` what each says of whom."""
    full: dict[str, list[Naming]] = {}
    bare: list[Naming] = []
    for naming in _find_namings(readings, names):
        if naming.is_bare:
            bare.append(naming)
        else:
            full.setdefault(naming.key, []).append(naming)
    return Namings(
        names=tuple(
            read_name(namings, bearer, home, names)
            for key in sorted(full)
            for bearer, namings in enumerate(_part(full[key], readings, names, trades))
        ),
        bare=tuple(bare),
    )


def _part(
    namings: Sequence[Naming], readings: Sequence[Reading], names: Names, trades: Trades
) -> Iterator[tuple[Naming, ...]]:
    """The namings of each bearer of a name."""
    if len(namings) == 1:
        yield tuple(namings)
        return
    for part in part_doubles(namings, readings, trades):
        yield from part_namesakes(part, readings, names, trades)


def _find_namings(readings: Sequence[Reading], names: Names) -> Iterator[Naming]:
    read: dict[tuple[str, ...], tuple[Title, ...]] = {}
    for article, reading in enumerate(readings):
        listed = read_listed(reading, names)
        meant = find_meant(reading.people, listed) if listed else {}
        for index, local in enumerate(reading.people):
            titled = read.get(local.titles)
            if titled is None:
                titled = read[local.titles] = tuple(read_title(text, names) for text in local.titles)
            if index in meant:
                yield _make_naming(article, index, name_meant(local, meant[index]), titled, meant[index].which)
            else:
                yield _make_naming(article, index, local, titled)
        for one in listed:
            yield _make_naming(article, LISTED, one.local, (), one.which)


def _make_naming(article: int, index: int, local: LocalPerson, titles: tuple[Title, ...], which: str = "") -> Naming:
    return Naming(article=article, index=index, key=fold_name(local.name), local=local, titles=titles, which=which)
