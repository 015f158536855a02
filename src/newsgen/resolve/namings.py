"""Who is named where: the local persons of all articles, gathered by the name that they are written with."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from newsgen.lexicon.names import Names
from newsgen.lexicon.slugs import fold_name
from newsgen.records import Record
from newsgen.records.reading import LocalPerson, Reading
from newsgen.resolve.listed import find_meant, name_meant, read_listed
from newsgen.resolve.titles import Title, read_title

# matches: abdelfattah
# matches: abdul
# not: abdourahamane
_SERVANT = re.compile(r"^abd(?:[aeu]l|oul)(?!l)")
"""How the first part of `Abd al-Fattah` is written, by itself or together with the second."""
# matches: abdullah
# matches: abdoulla
_ABDALLAH = re.compile(r"^abd(?:[aeu]|ou)llah?$")
_ARTICLES = frozenset({"al", "el", "ul"})

LISTED = -1
"""Index of a name that stands only in an article's front matter."""


class Naming(Record, gc=False):
    """A person as one article names them."""

    article: int
    index: int
    """Into the article's `Reading.people`, or `LISTED`."""
    key: str
    """The folded name."""
    local: LocalPerson
    titles: tuple[Title, ...]
    which: str = ""
    """What front matter has in brackets behind the name, folded: it tells apart who is written alike."""

    @property
    def is_bare(self) -> bool:
        """Whether there is only a family name or a single name."""
        return not self.local.given


class Name(Record, dict=True, gc=True):
    """A full name, with all that the articles which write it say of its bearer."""

    key: str
    """The folded name: accents, capitals and hyphens do not count."""
    namings: tuple[Naming, ...]
    """In the order of the articles."""
    family: str
    """Folded, without particles and suffixes."""
    given: tuple[str, ...]
    """Folded words."""
    suffix: str
    """`jr`, `ii`; empty for most."""
    written: tuple[str, str]
    """Given names and family name as written."""
    which: str = ""
    """What front matter has in brackets behind the name, folded."""

    @cached_property
    def text(self) -> str:
        """The most usual way to write it."""
        return most_usual(naming.local.name for naming in self.namings)

    @cached_property
    def articles(self) -> frozenset[int]:
        """Articles whose text names the person so."""
        return frozenset(naming.article for naming in self.namings if naming.index != LISTED)

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        """Distinct titles, in a stable order."""
        return distinct_titles(self.namings)

    @cached_property
    def countries(self) -> frozenset[str]:
        """Countries that the articles tie to the person."""
        return frozenset(code for naming in self.namings for code in naming.local.countries)

    @property
    def is_initialled(self) -> bool:
        """Whether no given name is written out."""
        return all(len(word) == 1 for word in self.given)


class Namings(Record):
    """All namings of an archive."""

    names: tuple[Name, ...]
    """Full names, sorted by key; their order does not hang on that of the articles."""
    bare: tuple[Naming, ...]
    """Those without a given name, in the order of the articles."""


def gather_namings(readings: Sequence[Reading], names: Names) -> Namings:
    """The namings of all articles."""
    full: dict[str, list[Naming]] = {}
    bare: list[Naming] = []
    for naming in _find_namings(readings, names):
        if naming.is_bare:
            bare.append(naming)
        else:
            full.setdefault(naming.key, []).append(naming)
    return Namings(
        names=tuple(_read_name(key, tuple(full[key]), names) for key in sorted(full)),
        bare=tuple(bare),
    )


def most_usual(texts: Iterable[str]) -> str:
    """The text that stands there most often, capitals not counting for emphasis; of equals, the first by letters."""
    counts = Counter(texts)
    return min(counts, key=lambda text: (text.isupper(), -counts[text], text))


def distinct_titles(namings: Iterable[Naming]) -> tuple[Title, ...]:
    """The titles of the namings, each once, sorted."""
    return tuple(
        sorted({title for naming in namings for title in naming.titles}, key=lambda title: (title.shown, title.kind))
    )


def _find_namings(readings: Sequence[Reading], names: Names) -> Iterator[Naming]:
    titles: dict[str, Title] = {}

    def read(text: str) -> Title:
        if text not in titles:
            titles[text] = read_title(text, names)
        return titles[text]

    for article, reading in enumerate(readings):
        listed = read_listed(reading, names)
        meant = find_meant(reading.people, listed)
        for index, local in enumerate(reading.people):
            titled = tuple(map(read, local.titles))
            if index in meant:
                yield _make_naming(article, index, name_meant(local, meant[index]), titled, meant[index].which)
            else:
                yield _make_naming(article, index, local, titled)
        for one in listed:
            yield _make_naming(article, LISTED, one.local, (), one.which)


def _make_naming(article: int, index: int, local: LocalPerson, titles: tuple[Title, ...], which: str = "") -> Naming:
    return Naming(article=article, index=index, key=fold_name(local.name), local=local, titles=titles, which=which)


def _read_name(key: str, namings: tuple[Naming, ...], names: Names) -> Name:
    """The name in its parts, split as most articles split it."""
    splits = Counter((naming.local.family, naming.local.given) for naming in namings)
    family, given = min(splits, key=lambda split: (-splits[split], split))
    words = fold_name(family).split()
    given_words = fold_name(" ".join(given)).split()
    suffix = next((word for word in (*words, *given_words) if word in names.suffixes), "")
    kept = [word for word in words if word not in names.particles and word not in names.suffixes]
    return Name(
        key=key,
        namings=namings,
        family=" ".join(kept or words),
        given=_read_given(given_words, names),
        suffix=suffix,
        written=(" ".join(given), family),
        which=max(naming.which for naming in namings),
    )


def _read_given(words: Sequence[str], names: Names) -> tuple[str, ...]:
    """The given names without suffixes and what belongs to the family name; `abd al fattah` is one: `abdelfattah`."""
    kept = [word for word in words if word not in names.suffixes] or list(words)
    while len(kept) > 1 and kept[-1] in names.particles:
        kept.pop()
    return tuple(_join_servant(kept))


def _join_servant(words: Sequence[str]) -> Iterator[str]:
    waiting = iter(words)
    for word in waiting:
        if _ABDALLAH.search(word):
            yield "abdallah"
            continue
        begins = word == "abd" or _SERVANT.search(word)
        rest = _SERVANT.sub("", word).removeprefix("abd")
        while begins and (not rest or rest in _ARTICLES):
            following = next(waiting, None)
            if following is None:
                break
            rest = following
        yield f"abdel{rest}" if begins and rest and rest not in _ARTICLES else word
