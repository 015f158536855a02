"""The title in front of a name, read backwards from the name."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from newsgen.annotate.people.ground import Ground
from newsgen.annotate.people.words import Word
from newsgen.lexicon.names import Gender, Names, TitleKind, TitleWord, fold
from newsgen.records.reading import CountryMention

_BLANKS = (" ", "\u00a0")
_OPENING = "(\"“«'‘["
_BORDERS = (" ", "\u00a0", "\n", "\t")
_PARTING = frozenset(',;:)]"”»!?—–')
_ELIDED = ("l'", "l’", "L'", "L’", "d'", "d’", "D'", "D’")
_FURTHEST_WORD = 30
_MOST_WORDS = 8
_FURTHEST_OFFICE = 4
_LONGEST_ABBREVIATION = 6
_HEADS: frozenset[TitleKind] = frozenset(("courtesy", "rank", "office", "royal"))
_OFFICES: frozenset[TitleKind] = frozenset(("office",))
_BEFORE_OFFICE: frozenset[TitleKind] = frozenset(("rank", "office", "royal", "modifier", "portfolio"))
_BEFORE_RANK: frozenset[TitleKind] = frozenset(("rank", "office", "royal", "modifier"))
_BEFORE_ROYAL: frozenset[TitleKind] = frozenset(("royal", "modifier"))
_OF = frozenset(("of", "for", "the", "de", "des", "du", "del", "la", "l", "et", "and", "y"))
_ARTICLES = frozenset(("of", "the", "de", "du", "des", "del", "la"))


class Title(NamedTuple):
    """What stands in front of a name and says who it is."""

    start: int
    """Where the surface begins: at a form of address (`General`), else at the name itself."""
    shown: str
    """In normal spelling; empty for courtesy and trades."""
    kinds: frozenset[TitleKind]
    """Of the word next to the name; empty for an office described (`Secretary of State`) and a trade (`spokesman`)."""
    gender: Gender | None = None
    country: str | None = None
    """Code of the country that the title belongs to: `Russian President`."""


class _Back(NamedTuple):
    """A word read backwards."""

    start: int
    text: str
    elided: str = ""
    """The particle right before it: the `d'` of `d'État`."""

    @property
    def reach(self) -> int:
        """Where what stands before it ends."""
        return self.start - len(self.elided)


def read_title(ground: Ground, name_start: int) -> Title | None:
    """The title right before the name, or None; a country may stand before it or between (`président du Niger X`)."""
    title_end, country = _step_over_country(ground, name_start)
    nearest = _word_back(ground.text, title_end)
    if nearest is None or not _may_end_title(nearest.text, ground.names):
        return None
    words = [nearest, *_words_back(ground.text, nearest.reach)]
    names = ground.names
    read = _form_of_address(words, ground) or _office_described(words, names) or _role(words, names)
    if read is None:
        return None
    title, reach = read
    if country is None:
        country = ground.countries.get(_step_over_status(words, reach, names))
        return title._replace(
            start=title.start if title.kinds else name_start, country=country.code if country else None
        )
    return title._replace(start=name_start, kinds=title.kinds & _OFFICES, country=country.code)


def leads_name(word: Word, ground: Ground) -> bool:
    """Whether a name may begin behind the word."""
    return _may_lead(word.text, ground.language, ground.names)


@lru_cache(maxsize=1 << 14)
def _may_lead(word: str, language: str, names: Names) -> bool:
    """Whether the word is a title or trade that names follow in texts of the language, remembered."""
    title = names.title_word(word)
    if title is not None and title.kinds & _HEADS:
        return "courtesy" not in title.kinds or names.is_courtesy_in(word, language)
    return fold(word) in names.roles or is_plural_title(word, names)


def is_plural_title(word: str, names: Names) -> bool:
    """Whether the word is the title or trade of several: `Presidents`, `strikers`."""
    return fold(word).removesuffix("s") in names.roles or names.plural_title(word) is not None


def read_office(ground: Ground, start: int, end: int) -> str | None:
    """The office that an apposition opens with, in normal spelling: of `the foreign minister of Niger`; else None."""
    words = ground.text[start:end].split(maxsplit=_MOST_WORDS)[:_MOST_WORDS]
    parts = [ground.names.title_word(word) for word in words]
    first = next((n for n, part in enumerate(parts) if part and part.kinds & _BEFORE_OFFICE), len(words))
    last = first
    while last < len(words) and (part := parts[last]) and part.kinds & _BEFORE_OFFICE:
        last += 1
    chain = [part for part in parts[first:last] if part]
    if first > _FURTHEST_OFFICE or not any("office" in part.kinds for part in chain[-2:]):
        return None  # the last may be a rank: `prosecutor general`
    if last < len(words) and words[last][0].isupper():
        return None  # the office is of the person named next
    return " ".join((_shown(chain), *_charge(words[last:], ground.names)))


def _charge(words: list[str], names: Names) -> list[str]:
    """What an office is in charge of, as written: of `of State Antony`, `of State`; nothing if it does not say so."""
    of = 0
    while of < len(words) and fold(words[of]) in _OF:
        of += 1
    elided = [_part_elided(word) for word in words[of:]]
    parts = [(before, names.title_word(word)) for before, word in elided]
    taken = takewhile(lambda part: _is_kind(part[1], "portfolio"), parts)
    found = [f"{before}{part.shown}" for before, part in taken if part]
    rest = words[of + len(found) :]
    is_led = of or (elided and elided[0][0])
    whole = is_led and found and not (rest and rest[0][0].isupper())
    return [*words[:of], *found] if whole else []


@lru_cache(maxsize=1 << 14)
def _may_end_title(word: str, names: Names) -> bool:
    """Whether the word may be the last of a title or trade, remembered."""
    folded = fold(word)
    return folded in names.roles or names.is_title(word) or is_plural_title(word, names)


def _step_over_country(ground: Ground, name_start: int) -> tuple[int, CountryMention | None]:
    """Where a title may end before the country next to the name, and that country."""
    mention = ground.countries.get(name_start)
    if mention is None or ground.text[mention.end : name_start] != " ":
        return name_start, None
    end = mention.start
    while (word := _word_back(ground.text, end)) and word.text in _ARTICLES:
        end = word.start
    return end, mention


def _words_back(text: str, end: int) -> Iterator[_Back]:
    """The words before `end` with nothing but blanks between, nearest first, as many as a title may have."""
    for _ in range(_MOST_WORDS):
        word = _word_back(text, end)
        if word is None:
            return
        yield word
        end = word.reach


def _word_back(text: str, end: int) -> _Back | None:
    """The word before the blank before `end`; None if what stands there ends a sentence or parts the words."""
    if text[end - 1 : end] not in _BLANKS:
        return None
    before = text[max(0, end - _FURTHEST_WORD) : end - 1]
    word = before[max(map(before.rfind, _BORDERS)) + 1 :].lstrip(_OPENING)
    elided, word = _part_elided(word)
    if not word or word[-1] in _PARTING or _ends_sentence(word):
        return None
    return _Back(end - 1 - len(word), word, elided)


def _part_elided(word: str) -> tuple[str, str]:
    """The particle that a word opens with, and the word: `d'` and `État`."""
    return (word[:2], word[2:]) if word[:2] in _ELIDED else ("", word)


def _ends_sentence(word: str) -> bool:
    """Whether the dot behind the word is no abbreviation's: `president.`, not `Gen.`."""
    return word[-1] == "." and (word.islower() or len(word) > _LONGEST_ABBREVIATION)


def _form_of_address(words: list[_Back], ground: Ground) -> tuple[Title, int] | None:
    """`General`, `Prime Minister`, `Mr`: what one would say to the person's face; and where it begins."""
    names = ground.names
    head = names.title_word(words[0].text) if words else None
    if head is None or not head.kinds & _HEADS or (words[0].text.islower() and fold(words[0].text) in names.roles):
        return None
    if "courtesy" in head.kinds and not names.is_courtesy_in(words[0].text, ground.language):
        return None
    chain = [head]
    wanted = _BEFORE_OFFICE if "office" in head.kinds else _BEFORE_RANK if "rank" in head.kinds else _BEFORE_ROYAL
    for word in words[1:]:
        part = names.title_word(word.text)
        if part is None or not part.kinds & wanted or "courtesy" in head.kinds:
            break
        chain.append(part)
    shown = "" if "courtesy" in head.kinds else _shown(chain[::-1])
    start = words[len(chain) - 1].start
    return Title(start, shown, head.kinds & _HEADS, next((p.gender for p in chain if p.gender), None)), start


def _office_described(words: list[_Back], names: Names) -> tuple[Title, int] | None:
    """`Deputy Secretary of State`, `ministre des Affaires étrangères`; and where it begins."""
    parts = [names.title_word(word.text) for word in words]
    count = 0
    while count < len(words) and (fold(words[count].text) in _OF or _is_kind(parts[count], "portfolio")):
        count += 1
    if not count or count == len(words) or not _is_kind(parts[count], *_HEADS) or fold(words[0].text) in _OF:
        return None
    if not any(word.elided or fold(word.text) in _OF for word in words[:count]):
        return None
    first = count
    while first + 1 < len(words) and _is_kind(parts[first + 1], *_BEFORE_OFFICE):
        first += 1
    chain = [part for part in parts[count : first + 1] if part]
    charge = [
        f"{word.elided}{part.shown if part else word.text}" for word, part in zip(words, parts[:count], strict=False)
    ]
    shown = " ".join((_shown(chain[::-1]), *charge[::-1]))
    return Title(words[first].start, shown, frozenset()), words[first].start


def _is_kind(part: TitleWord | None, *kinds: TitleKind) -> bool:
    """Whether a word is part of a title and of one of the kinds."""
    return part is not None and not part.kinds.isdisjoint(kinds)


def _shown(chain: Iterable[TitleWord]) -> str:
    """The words of a title in normal spelling."""
    title = " ".join(part.shown for part in chain)
    return title[:1].upper() + title[1:]


def _role(words: list[_Back], names: Names) -> tuple[Title, int] | None:
    """A trade: `spokesman`, `strikers`; and where it begins. It is no part of what is shown."""
    if not words:
        return None
    word = fold(words[0].text)
    listed = names.title_word(words[0].text) or names.plural_title(words[0].text)
    if word not in names.roles and not is_plural_title(words[0].text, names):
        return None
    shown = _shown([listed]) if listed and listed.kinds & _OFFICES else ""
    return Title(words[0].start, shown, frozenset()), words[0].start


def _step_over_status(words: list[_Back], reach: int, names: Names) -> int:
    """The offset where `former` and the like before a title begin, else that of the title."""
    for word in words:
        if word.start >= reach:
            continue
        part = names.title_word(word.text)
        if part is None or not part.kinds & {"status", "modifier", "portfolio"}:
            break
        reach = word.start
    return reach
