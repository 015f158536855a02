"""Candidates: the stretch of a run that may be a person's name, freed of what stands around it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsgen.annotate.people.borders import split_at_borders
from newsgen.annotate.people.ground import Ground, Key, word_before
from newsgen.annotate.people.grouping import GENERATIONS
from newsgen.annotate.people.titles import Title, is_plural_title, leads_name, read_title
from newsgen.annotate.people.words import Run, Word
from newsgen.lexicon.names import Names, fold

_MOST_WORDS = 7
_LONGEST_SYLLABLE = 3
_FULL_BEHIND_ORIGIN = 3
_ENDS = frozenset(".?!:;…\n|•*–—")
_PASSED_OVER = frozenset(" \u00a0\"'“”‘’«»()[]-")
# matches: echoing
# matches: llegaron
# not: tiger
_ACTS = re.compile(r"[a-z](?:ing|ed|[a-z](?:aron|ieron))$")
# matches: developer
# matches: frenchman
_DESCRIBES = re.compile(
    r"[a-z](?:ing|ed|er|or|ist|ian|ians|ists|ers|ors|man|woman|men|ese|ish|ant|ent|[a-z](?:aron|ieron))$"
)

# matches:  airport
# matches:  international airport
# not: , 34
_THING_AFTER = re.compile(r" (?:international |memorial |military |university |peace )?([a-z]{3,10})\b")
# matches:  family
# matches:  brothers
_OF_FAMILY = re.compile(r" (?:famil(?:y|ies)|group|brothers|sisters|dynasty|clan|estate|heirs)\b")

# matches: le
# matches: the
# not: able
_ARTICLE = re.compile(r"(?:\b(?i:the|le|la|el) ?|\b[lL]['’])$")

# matches: , was
# matches: .
# not:  founded
_ENDS_PHRASE = re.compile(r"[,.;:)\n]")

_AFTER_FIRM = (" & ", " <")


class Candidate(NamedTuple):
    """A stretch of capitalised words that may name a person."""

    start: int
    """Of the name, as `end`."""
    end: int
    words: Run
    """Of the name, without title."""
    key: Key
    title: Title | None


class Found(NamedTuple):
    """A candidate that is a person's name, and the rule that says so."""

    candidate: Candidate
    rule: str


def make_candidate(words: Run, title: Title | None) -> Candidate:
    """The candidate of the words, with the title that stands before them."""
    return Candidate(words[0].start, words[-1].end, words, tuple([word.folded for word in words]), title)


def find_candidates(run: Run, ground: Ground) -> Iterator[Candidate]:
    """The candidates of a run, mostly one or none."""
    parts = split_at_borders(run, ground)
    if len(run) > _MOST_WORDS:
        parts = (name for part in parts for name in _cut_at_given_names(part, ground.names))
    for part in parts:
        name = _behind_titles(part, ground)
        if name and not _is_barred(name, ground):
            candidate = make_candidate(name, read_title(ground, name[0].start))
            if candidate.title is not None or candidate.key not in ground.firms:
                yield candidate


def _cut_at_given_names(part: Run, names: Names) -> Iterator[Run]:
    """The names in a row of names without a mark between: `Ian Hale Mark Waugh Glenn Row`."""
    first = 0
    for index in range(2, len(part)):
        pair = index - first == 2 and names.is_given_name(part[first].text)
        if not names.is_given_name(part[index].text) or index - first < 2:
            continue
        if pair or not names.is_given_name(part[index - 1].text):
            yield part[first:index]
            first = index
    yield part[first:]


def opens_sentence(text: str, start: int) -> bool:
    """Whether nothing but quotation marks stands between the offset and the sentence's start."""
    at = start - 1
    while at >= 0 and start - at < 8 and text[at] in _PASSED_OVER:
        at -= 1
    return at < 0 or text[at] in _ENDS


def _behind_titles(part: Run, ground: Ground) -> Run:
    """The words after the last title or trade in the part; empty where it holds nothing else."""
    names = ground.names
    for index in range(len(part) - 2, -1, -1):
        if _is_syllable(part, index, names) or _is_given_before_initial(part, index, names):
            continue
        if leads_name(part[index], ground) and part[index + 1].folded not in names.suffixes:
            part = part[index + 1 :]
            break
    while len(part) > 1 and _is_portfolio(part[part[0].text in names.particles], names):
        part = part[1:]
    if len(part) > 2 and part[-1].folded in names.suffixes and part[-1].folded not in GENERATIONS:
        part = part[:-1]  # `Jane Doe MP`
    if len(part) > 1 and (_only_describes(part, ground) or _tells_origin(part, ground)):
        part = part[1:]
    return () if len(part) == 1 and _is_title_only(part[0], names) else part


def _is_given_before_initial(part: Run, index: int, names: Names) -> bool:
    """Whether a rank is a given name, for an initial stands behind it: `Earl T. Marlow`."""
    return part[index].folded in names.also_given and part[index + 1].initial and index + 2 < len(part)


def _is_syllable(part: Run, index: int, names: Names) -> bool:
    """Whether a short word stands between the family that opens a name and its last syllable: `Choe Son Hui`."""
    if index == 0 or len(part[index].text) > _LONGEST_SYLLABLE or names.is_title(part[index].text):
        return False  # `Le Dr Marlow`
    return part[index - 1].folded in names.family_first


def _tells_origin(part: Run, ground: Ground) -> bool:
    """Whether the first word says whence the bearer of the full name behind it is: `le Savoyard Jean Marlow`."""
    if len(part) < _FULL_BEHIND_ORIGIN or not _ARTICLE.search(ground.text, max(0, part[0].start - 4), part[0].start):
        return False
    return not ground.names.is_given_name(part[0].text) and ground.names.is_given_name(part[1].text)


def _only_describes(part: Run, ground: Ground) -> bool:
    """Whether the first word is no name but a noun or verb that opens the sentence: `Developer`, `Echoing`."""
    names, word = ground.names, part[0]
    if names.is_given_name(word.text) or not opens_sentence(ground.text, word.start):
        return False
    pattern = _DESCRIBES if len(part) > 2 and names.is_given_name(part[1].text) else _ACTS
    return pattern.search(word.folded) is not None


def _is_portfolio(word: Word, names: Names) -> bool:
    """Whether the word tells what an office is in charge of: the `Commerce` of `Secretary of Commerce Bruce Smart`."""
    title = names.title_word(word.text)
    return title is not None and "portfolio" in title.kinds


def _is_title_only(word: Word, names: Names) -> bool:
    """Whether the single word is a title or trade itself."""
    if word.folded in names.also_families:
        return False
    return names.is_title(word.text) or word.folded in names.roles or word.initial or is_plural_title(word.text, names)


def _is_barred(name: Run, ground: Ground) -> bool:
    """Whether a word of the name, or beside it, shows an organisation, a place or a thing."""
    names = ground.names
    key = tuple([word.folded for word in name])
    if len(name) > _MOST_WORDS:
        return True
    if key in names.namesakes:
        return not names.is_given_name(name[0].text)  # else what stands beside the name decides
    barred = not names.barred.isdisjoint(key) and [n for n, word in enumerate(key) if _is_barred_word(name[n], names)]
    if barred and not all(_is_allowed(name, n, names) for n in barred):
        return True
    if ground.text.startswith(_AFTER_FIRM, name[-1].end) or ground.text.endswith("& ", 0, name[0].start):
        return True
    if len(name) == 1:
        return _OF_FAMILY.match(ground.text, name[0].end) is not None
    called = name[0].folded in names.place_openers or _is_called_firm(name, ground)
    return called or _ends_in_title(name, ground) or _is_in_name_of_thing(name[-1], ground)


def _is_barred_word(word: Word, names: Names) -> bool:
    """Whether no person has the word in the name, unless it is a particle: `AG`, but `Iyad ag Ghaly`."""
    return word.folded in names.barred and word.text not in names.particles


def _is_called_firm(name: Run, ground: Ground) -> bool:
    """Whether the word for a firm stands before: `the company Marlow Yard,`, but `the company Ann Marlow founded`."""
    before = fold(word_before(ground.text, name[0].start))
    return before in ground.names.firms and _ENDS_PHRASE.match(ground.text, name[-1].end) is not None


def _is_in_name_of_thing(last: Word, ground: Ground) -> bool:
    """Whether something is called after the person: `Charles de Gaulle airport`."""
    match = None if last.possessive else _THING_AFTER.match(ground.text, last.end)
    return match is not None and match[1] in ground.names.called_after


def _ends_in_title(name: Run, ground: Ground) -> bool:
    """Whether the last word is an office: `Trade Commissioner`."""
    if name[0].folded in ground.names.family_first or name[-1].folded in ground.names.suffixes:
        return False
    return leads_name(name[-1], ground) and not _is_allowed(name, len(name) - 1, ground.names)


def _is_allowed(name: Run, index: int, names: Names) -> bool:
    """Whether a barred word is a name where it stands: `Bill` and `Gates` of `Bill Gates`."""
    word = name[index].folded
    if len(name) == 1:
        return word in names.also_families or word in names.family_first
    if index == 0:
        return word in names.also_given or (word in names.family_first and "-" in name[1].text)
    if index == 2 and len(name) == 3 and name[0].folded in names.family_first:
        return len(word) == 2  # the `Un` of `Kim Jong Un`
    if word in names.also_given and names.is_given_name(name[index - 1].text) and index + 1 < len(name):
        return True
    if index == 1 and len(name) == 2 and word in names.family_first and "-" in name[0].text:
        return True
    last = index == len(name) - 1 or name[index + 1].folded in names.suffixes
    return last and word in names.also_families and names.is_given_name(name[0].text)
