"""A name as articles write it: its parts, and what is said of its bearer."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from newsgen.lexicon.forms import NameForms
from newsgen.lexicon.names import Names
from newsgen.lexicon.slugs import fold_name
from newsgen.records import Record
from newsgen.records.reading import LocalPerson
from newsgen.resolve.spelling import read_loosely, read_syllables, transliterate
from newsgen.resolve.titles import Title

# matches: abdelfattah
# matches: abdul
# not: abdourahamane
_SERVANT = re.compile(r"^abd(?:[aeu]l|oul)(?!l)")
"""How the first part of `Abd al-Fattah` is written, by itself or together with the second."""
# matches: abdurrahman
# matches: abdessalam
# not: abdourahamane
_ASSIMILATED = re.compile(r"^abd(?:[aeu]|ou)(?=rr|ss|nn|zz|dd)")
"""The same where the article has become the next letter."""
# matches: abdullah
# matches: abdoulla
_ABDALLAH = re.compile(r"^abd(?:[aeu]|ou)llah?$")
_ARTICLES = frozenset({"al", "el", "ul"})

_SUFFIXES = {
    **dict.fromkeys(("jr", "junior", "fils", "hijo", "filho", "younger"), "jr"),
    **dict.fromkeys(("sr", "senior", "pere", "padre", "pai", "elder"), "sr"),
    **{numeral: numeral for numeral in ("ii", "iii", "iv")},
}
"""Words behind a name that tell a father from a son, and what they come to."""

_VIETNAMESE = 3
"""Words that a Vietnamese name has at least where one stands between its parts."""

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

    @property
    def is_initialled(self) -> bool:
        """Whether no given name is written out."""
        return _are_initials(self.local.given)


@lru_cache(maxsize=1 << 14)
def _are_initials(given: tuple[str, ...]) -> bool:
    """Whether none of the words is written out; asked of every naming, and thousands have one given name."""
    return all(len(word.rstrip(".")) == 1 for word in given)


class Name(Record, gc=True):
    """A full name, with all that the articles which write it say of its bearer."""

    key: str
    """The folded name: accents, capitals and hyphens do not count."""
    letters: str
    """The same without spaces."""
    namings: tuple[Naming, ...]
    """In the order of the articles."""
    family: str
    """Folded, without particles and suffixes."""
    joined: str
    """The same with its particles, in one word, `benyoussef` of `Ben Youssef`; empty if it has none."""
    given: tuple[str, ...]
    """Folded words."""
    openings: tuple[frozenset[str], ...]
    """How each given name may begin, in any spelling: names of which none begins alike need no closer look."""
    sounds: frozenset[str]
    """All of these."""
    suffix: str
    """`jr`, `ii`; empty for most."""
    is_initialled: bool
    """Whether no given name is written out."""
    is_common: bool
    """Whether very many people bear it."""
    written: tuple[str, str]
    """Given names and family name as written."""
    text: str
    """The most usual way to write it all."""
    articles: frozenset[int]
    """Articles whose text names the person so."""
    titles: tuple[Title, ...]
    """Distinct titles, in a stable order."""
    countries: frozenset[str]
    """Countries that the articles tie to the person."""
    home: frozenset[str]
    """Countries that the articles are about."""
    bearer: int = 0
    """Which of several people of the name."""
    which: str = ""
    """What front matter has in brackets behind the name, folded."""


def most_usual(texts: Iterable[str]) -> str:
    """The text that stands there most often, capitals not counting for emphasis; of equals, the first by letters."""
    written = tuple(texts)
    if len(set(written)) == 1:
        return written[0]
    counts = Counter(written)
    return min(counts, key=lambda text: (text.isupper(), -counts[text], text))


def distinct_titles(namings: Iterable[Naming]) -> tuple[Title, ...]:
    """The titles of the namings, each once, sorted."""
    return order_titles(title for naming in namings for title in naming.titles)


def order_titles(titles: Iterable[Title]) -> tuple[Title, ...]:
    """The titles, each once, sorted."""
    found = {title.shown: title for title in titles}
    return tuple([found[shown] for shown in sorted(found)] if len(found) > 1 else found.values())


def read_name(namings: tuple[Naming, ...], bearer: int, home: Sequence[frozenset[str]], names: Names) -> Name:
    """The name in its parts, split as most articles split it; `home` has the countries that each article is about."""
    family, given = _put_family_first(*_split_usually(namings), names)
    words = fold_name(family).split()
    given_words = fold_name(" ".join(given)).split()
    kept = [word for word in words if word not in names.particles and word not in names.suffixes]
    read_given = _read_given(given_words, names)
    is_family_first = bool(kept) and kept[0] in names.family_first
    own = " ".join(kept or words)
    openings = tuple(_find_openings(word, names.forms, is_family_first) for word in read_given)
    return Name(
        key=namings[0].key,
        letters=namings[0].key.replace(" ", ""),
        namings=namings,
        family=own,
        joined=_join_particles(words, names),
        given=read_given,
        openings=openings,
        sounds=frozenset().union(*openings),
        suffix=_SUFFIXES.get(namings[0].key.split()[-1], ""),
        is_initialled=all(len(word) == 1 for word in read_given),
        is_common=names.forms.is_common(read_given, own),
        written=(" ".join(given), family),
        text=most_usual([naming.local.name for naming in namings]),
        articles=frozenset([naming.article for naming in namings if naming.index != LISTED]),
        titles=distinct_titles(namings),
        countries=frozenset([code for naming in namings for code in naming.local.countries]),
        home=frozenset().union(*[home[naming.article] for naming in namings]),
        bearer=bearer,
        which=max([naming.which for naming in namings]),
    )


def _join_particles(words: Sequence[str], names: Names) -> str:
    """A family name with its particles, in one word; empty if it has none, or nothing else."""
    if len(words) < 2 or words[0] not in names.particles or words[-1] in names.particles or words[-1] in names.suffixes:
        return ""
    return "".join(words)


def _split_usually(namings: Sequence[Naming]) -> tuple[str, tuple[str, ...]]:
    """The family name and the given names that most articles split the name into."""
    found = [(naming.local.family, naming.local.given) for naming in namings]
    if len(set(found)) == 1:
        return found[0]
    splits = Counter(found)
    return min(splits, key=lambda split: (-splits[split], split))


def _put_family_first(family: str, given: tuple[str, ...], names: Names) -> tuple[str, tuple[str, ...]]:
    """Family name and given names of a Vietnamese name: in `Nguyen Thi Huong` all stands behind the family name."""
    words = (*given, *family.split())
    if len(words) < _VIETNAMESE or fold_name(words[0]) not in names.family_first:
        return family, given
    if fold_name(words[1]) not in names.forms.family_before:
        return family, given
    return words[0], words[1:]


def _read_given(words: Sequence[str], names: Names) -> tuple[str, ...]:
    """The given names without suffixes and what belongs to the family name; `abd al fattah` is one: `abdelfattah`."""
    kept = [word for word in words if word not in names.suffixes] or list(words)
    while len(kept) > 1 and kept[-1] in names.particles:
        kept.pop()
    return tuple(_join_servant(kept) if any(word.startswith("abd") for word in kept) else kept)


@lru_cache(maxsize=1 << 16)
def _find_openings(word: str, forms: NameForms, is_chinese: bool) -> frozenset[str]:
    """The first letters of a given name in all its readings, and the groups of forms that it is in."""
    letters = {reading[0] for reading in (word, transliterate(word), *read_loosely(word))}
    groups = {f"#{group}" for group in forms.given.get(word, ())} | {f"~{group}" for group in forms.kin.get(word, ())}
    ends = {f"*{word[-4:]}"} if len(word) >= 4 else set()
    return frozenset(letters | ends | groups | ({f"-{read_syllables(word)[0]}"} if is_chinese else set()))


def _join_servant(words: Sequence[str]) -> Iterator[str]:
    waiting = (_ASSIMILATED.sub("abdel", word) for word in words)
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
