"""Titles as evidence: which office or rank is meant, however it is written."""

from typing import Literal

from newsgen.lexicon.names import Gender, Names, TitleKind
from newsgen.lexicon.slugs import fold_name
from newsgen.records import Record

TitleRank = Literal["office", "rank", "courtesy"]

_STEM = 5
"""Letters that English, French and Spanish titles mostly share: `presi`, `minis`, `gener`."""

_SAME_STEM = {
    **dict.fromkeys(("premi", "pm"), "prime"),
    **dict.fromkeys(("etran", "exter"), "forei"),
    **dict.fromkeys(("sante", "salud"), "healt"),
    **dict.fromkeys(("etat", "estad"), "state"),
    **dict.fromkeys(("gouve", "gober"), "gover"),
    **dict.fromkeys(("alcal", "maire"), "mayor"),
    **dict.fromkeys(("juge", "juez", "jueza", "magis"), "judge"),
    **dict.fromkeys(("fisca", "procu"), "prose"),
    **dict.fromkeys(("capit", "capt"), "capta"),
    **dict.fromkeys(("almir", "amira"), "admir"),
    **dict.fromkeys(("evequ", "obisp"), "bisho"),
    **dict.fromkeys(("trava", "traba"), "labou"),
    **dict.fromkeys(("pesca", "peche"), "fishe"),
    "arche": "archb",
    "arzob": "archb",
    "colon": "coron",
    "tenie": "lieut",
    "ambas": "embaj",
    "porta": "spoke",
    "hacie": "finan",
    "envia": "envoy",
}
"""Stems of one meaning."""
_SMALL = frozenset({"of", "the", "for", "de", "des", "du", "del", "la", "et", "and"})
"""Words of a title that name nothing."""
_PART_OF_PRIME = frozenset({"minis"})
_LESSER = frozenset({"vice", "deput", "assis", "under", "assoc", "adjoi"})
"""With one of these it is another office."""
_HEADS = frozenset({"presi", "prime", "king", "queen", "emper", "chanc", "emir", "sulta"})
"""Of these a country has one at a time."""
_OF_ONE_COUNTRY = _HEADS | {"minis"}
"""These nobody is of two countries, either."""
_INHERITED = _HEADS - {"prime", "chanc"} | {"princ", "sheik", "lord"}
"""These pass from fathers to sons, and from husbands to wives."""


class Title(Record, gc=False):
    """What a title says, for comparison."""

    kind: TitleRank
    """An office, a rank of soldiers and the like, or no more than a courtesy."""
    stems: frozenset[str]
    """Its words, cut to what the languages share; without `former` and the like."""
    gender: Gender | None
    shown: str
    """As written."""

    @property
    def heads_state(self) -> bool:
        """Whether it is an office that a country gives to one person at a time."""
        return bool(self.stems & _HEADS) and not self.is_lesser

    @property
    def is_of_one_country(self) -> bool:
        """Whether nobody holds the office for two countries: a head of state or a minister."""
        return bool(self.stems & _OF_ONE_COUNTRY) and not self.is_lesser

    @property
    def is_lesser(self) -> bool:
        """Whether it is a deputy's."""
        return bool(self.stems & _LESSER)

    @property
    def is_inherited(self) -> bool:
        """Whether it is an office that families hand on."""
        return bool(self.stems & _INHERITED)


def read_title(text: str, names: Names) -> Title:
    """What the title says."""
    parted = fold_name(text.replace("’", " ").replace("'", " ")).split()
    words = [(word, names.title_word(word)) for word in parted if word not in _SMALL]
    kinds = {kind for _, known in words if known for kind in known.kinds}
    genders = [known.gender for _, known in words if known and known.gender]
    stems = {_stem(word) for word, known in words if len(word) > 1 and not (known and known.kinds == {"status"})}
    return Title(
        kind=_kind_of(kinds, all(known for _, known in words)),
        stems=frozenset(stems - _PART_OF_PRIME if "prime" in stems else stems),
        gender=genders[0] if genders else None,
        shown=text,
    )


def agree(left: Title, right: Title) -> bool:
    """Whether both may name one office or rank: `General` and `Brigadier General`, but not `Vice President`."""
    if left.kind != right.kind or left.kind == "courtesy":
        return False
    small, large = (left.stems, right.stems) if len(left.stems) <= len(right.stems) else (right.stems, left.stems)
    return bool(small) and small <= large and not (large - small) & _LESSER


def _stem(word: str) -> str:
    stem = word[:_STEM]
    return _SAME_STEM.get(stem, stem)


def _kind_of(kinds: set[TitleKind], all_known: bool) -> TitleRank:
    if kinds & {"office", "royal"} or not all_known:
        return "office"
    if "rank" in kinds:
        return "rank"
    return "courtesy" if kinds <= {"courtesy", "status"} else "office"
