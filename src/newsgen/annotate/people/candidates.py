"""Candidates: the stretch of a run that may be a person's name, freed of what stands around it."""

from collections.abc import Iterator
from typing import NamedTuple

from newsgen.annotate.people.ground import Ground
from newsgen.annotate.people.titles import Title, read_title
from newsgen.annotate.people.words import Run, Word
from newsgen.lexicon.names import Names, TitleKind

_MOST_WORDS = 7
_SHORTEST_SHOUTED_FAMILY = 4
_ENDS = frozenset(".?!:;…\n|•*–—")
_PASSED_OVER = frozenset(" \u00a0\"'“”‘’«»()[]-")
_LEADING: frozenset[TitleKind] = frozenset(("courtesy", "rank", "office", "royal"))


class Candidate(NamedTuple):
    """A stretch of capitalised words that may name a person."""

    words: Run
    """Of the name, without title."""
    title: Title | None
    opens_sentence: bool

    @property
    def start(self) -> int:
        """Of the name."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Of the name."""
        return self.words[-1].end

    @property
    def key(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(word.folded for word in self.words)


def find_candidates(run: Run, ground: Ground) -> Iterator[Candidate]:
    """The candidates of a run, mostly one or none."""
    for part in _split_at_borders(run, ground):
        name = _behind_titles(part, ground)
        if name and not _is_barred(name, ground):
            title = read_title(ground, name[0].start)
            yield Candidate(name, title, opens_sentence(ground.text, part[0].start))


def opens_sentence(text: str, start: int) -> bool:
    """Whether nothing but quotation marks stands between the offset and the sentence's start."""
    at = start - 1
    while at >= 0 and start - at < 8 and text[at] in _PASSED_OVER:
        at -= 1
    return at < 0 or text[at] in _ENDS


def _split_at_borders(run: Run, ground: Ground) -> Iterator[Run]:
    """The parts of a run between countries, places, acronyms and words that start sentences."""
    part: list[Word] = []
    blocked_until = 0
    for index, word in enumerate(run):
        place_end = ground.places.get(word.start, 0)
        if place_end and _is_place_here(run, index, place_end, ground):
            blocked_until = max(blocked_until, place_end)
        if word.start < blocked_until or _is_border(run, index, part, ground.names):
            yield from _trimmed(part, ground.names)
            part = []
        else:
            part.append(word)
    yield from _trimmed(part, ground.names)


def _trimmed(part: list[Word], names: Names) -> Iterator[Run]:
    """The part without particles left over at its ends, if anything remains."""
    first, last = 0, len(part)
    while first < last and part[first].text in names.particles:
        first += 1
    while first < last and part[last - 1].text in names.particles:
        last -= 1
    if first < last:
        yield tuple(part[first:last])


def _is_place_here(run: Run, index: int, place_end: int, ground: Ground) -> bool:
    """Whether the place's name at this word stands for the place, not within a person's name."""
    covered = sum(word.start < place_end for word in run[index:])
    is_first, is_last = index == 0, index + covered == len(run)
    if (is_first and is_last) or covered > 1:
        return True
    if not is_first and _calls_for_name(run[index - 1], ground):
        return False
    given = ground.names.is_given_name(run[index].text)
    if is_last or not given:
        return True
    following = run[index + covered]
    return ground.names.is_title(following.folded) or _is_country(run[index], ground, following)


def _calls_for_name(before: Word, ground: Ground) -> bool:
    """Whether what follows the word is a name, even if a place is called so."""
    names = ground.names
    return (
        before.initial
        or names.is_given_name(before.text)
        or before.folded in names.family_first
        or before.text in names.particles
        or _leads_name(before, ground)
    )


def _is_country(word: Word, ground: Ground, following: Word) -> bool:
    """Whether the word names a country or people though it is a given name too: `Israel`, not before a family name."""
    return word.start in ground.country_starts and ground.names.is_given_name(following.text)


def _is_border(run: Run, index: int, part: list[Word], names: Names) -> bool:
    """Whether the word is no part of any name."""
    word = run[index]
    if word.folded in names.suffixes:
        return not part
    if word.shouted and word.folded not in names.barred:
        return not (_is_shouted_family(word, part, names) or _are_joined_initials(run, index))
    if word.folded in names.days or word.folded in names.starters:
        return not _is_name_word_too(run, index, part, names)
    return False


def _is_name_word_too(run: Run, index: int, part: list[Word], names: Names) -> bool:
    """Whether a common word is part of a name here: `Theresa May`, `Will Smith`, `A. Smith`, `Marine Le Pen`."""
    word = run[index]
    if word.text in names.particles:
        return True
    following = run[index + 1] if index + 1 < len(run) else None
    if part:
        if word.folded in names.particles and following is not None:
            return True
        return word.folded in names.also_families and names.is_given_name(part[-1].text)
    if following is None or following.folded in names.starters:
        return False
    return word.folded in names.also_given or (word.initial and following.start > word.end + 1)


def _is_shouted_family(word: Word, part: list[Word], names: Names) -> bool:
    """`BAZOUM` after `Mohamed`: many desks write family names in capitals."""
    return len(word.text) >= _SHORTEST_SHOUTED_FAMILY and bool(part) and names.is_given_name(part[0].text)


def _are_joined_initials(run: Run, index: int) -> bool:
    """`JR` before `Smith`, `J.R.R` before `Tolkien`."""
    word = run[index]
    followed = index + 1 < len(run) and not run[index + 1].shouted
    return followed and (word.initial or len(word.text) == 2)


def _behind_titles(part: Run, ground: Ground) -> Run:
    """The words after the last title or trade in the part; empty where it holds nothing else."""
    names = ground.names
    for index in range(len(part) - 2, -1, -1):
        if _leads_name(part[index], ground) and part[index + 1].folded not in names.suffixes:
            part = part[index + 1 :]
            break
    while len(part) > 1 and _is_portfolio(part[0], names):
        part = part[1:]
    return () if len(part) == 1 and _is_title_only(part[0], names) else part


def _leads_name(word: Word, ground: Ground) -> bool:
    """Whether a name may begin behind the word."""
    names = ground.names
    title = names.title_word(word.folded)
    if title is not None and title.kinds & _LEADING:
        return "courtesy" not in title.kinds or names.is_courtesy_in(word.folded, ground.language)
    return word.folded in names.roles


def _is_portfolio(word: Word, names: Names) -> bool:
    """Whether the word tells what an office is in charge of: the `Commerce` of `Secretary of Commerce Bruce Smart`."""
    title = names.title_word(word.folded)
    return title is not None and "portfolio" in title.kinds


def _is_title_only(word: Word, names: Names) -> bool:
    """Whether the single word is a title or trade itself."""
    if word.folded in names.also_families:
        return False
    return names.is_title(word.folded) or word.folded in names.roles or word.initial


def _is_barred(name: Run, ground: Ground) -> bool:
    """Whether a word of the name, or beside it, shows an organisation, a place or a thing."""
    names = ground.names
    if len(name) > _MOST_WORDS or tuple(word.folded for word in name) in names.namesakes:
        return True
    if any(word.folded in names.barred and not _is_allowed(name, n, names) for n, word in enumerate(name)):
        return True
    if name[0].folded in names.place_openers and len(name) > 1:
        return True
    text = ground.text
    return text.startswith((" & ", "&"), name[-1].end) or text.endswith(("& ", "&"), 0, name[0].start)


def _is_allowed(name: Run, index: int, names: Names) -> bool:
    """Whether a barred word is a name where it stands: `Bill` and `Gates` of `Bill Gates`."""
    word = name[index].folded
    if len(name) == 1:
        return word in names.also_families
    if index == 0:
        return word in names.also_given
    last = index == len(name) - 1 or name[index + 1].folded in names.suffixes
    return last and word in names.also_families and names.is_given_name(name[0].text)
