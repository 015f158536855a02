"""Borders within a run of capitals: countries, places, acronyms, days and words that start sentences."""

import re
from collections.abc import Iterator

from newsgen.annotate.people.ground import Ground
from newsgen.annotate.people.titles import leads_name
from newsgen.annotate.people.words import Run, Word
from newsgen.lexicon.names import Names, fold

# matches: since
# matches: Last
# matches: That
# matches: on 3
# not: said that
_IN_DATE = re.compile(r"(?:\b(?:That|(?i:in|since|by|from|until|till|of|last|next|this|early|late|en|de|le))|\d) ?$")

# matches:  said
# matches:  predicted
# not:  in
_ACTS = re.compile(r"(?:['’]s)? [a-z]{0,14}(?:ed|aid|old|rote|oke|ought)\b")

# matches:  left
# matches:  said
# matches:  has gone
# not:  5
_DOES = re.compile(r" (?:also |later |then )?(?:(left|went|came|gave|has|had)|([a-z]{3,14}))\b")

# matches:  was cheered
# not:  was at
_UNDERGOES = re.compile(r" (?:was|has|had)(?: been)? (?:also )?[a-z]{2,12}ed\b")

# matches: it is over,”
# matches: it is over,"
# not: it is over,
_QUOTED = re.compile(r"[\"”»’'] ?$")

# matches: : “It is over
# matches: , "It is over
# not: , who left
_QUOTES = re.compile(r" ?:|, ?[\"“«‘]")

# matches: lawyers for
# not: He left.
_IN_SENTENCE = re.compile(r"[a-z] ?$")

_SHORTEST_SHOUTED_FAMILY = 4
_LONGEST_SYLLABLE = 3
_LONGEST_THIRD = 6


def split_at_borders(run: Run, ground: Ground) -> Iterator[Run]:
    """The parts of a run between countries, places, acronyms and words that start sentences."""
    part: list[Word] = []
    blocked_until = 0
    for index, word in enumerate(run):
        if word.start in ground.things:
            break
        place_end = ground.places.get(_without_elision(word), 0)
        if place_end and _is_place_here(run, index, part, ground):
            blocked_until = max(blocked_until, place_end)
        if word.start < blocked_until or _is_border(run, index, part, ground):
            if part:
                yield from _trimmed(part, ground.names)
                part = []
        else:
            part.append(word)
    yield from _trimmed(part, ground.names)


def is_place(word: Word, ground: Ground) -> bool:
    """Whether a word that stands alone means a place: not one that acts as a person and is no country here."""
    if word.start not in ground.places:
        return False
    if word.start in ground.country_starts and word.folded not in ground.bearers:
        return True
    return not (_ACTS.match(ground.text, word.end) or _UNDERGOES.match(ground.text, word.end))


def _without_elision(word: Word) -> int:
    """Where the word begins behind an elided particle: `d'Agadez`."""
    return word.start + 2 if word.text[1:2] in ("'", "’") else word.start


def _trimmed(part: list[Word], names: Names) -> Iterator[Run]:
    """The part without particles left over at its ends, if anything remains."""
    first, last = 0, len(part)
    while first < last and part[first].text in names.particles:
        first += 1
    while first < last and part[last - 1].text in names.particles:
        last -= 1
    if first < last:
        yield tuple(part[first:last])


def _is_place_here(run: Run, index: int, part: list[Word], ground: Ground) -> bool:
    """Whether the place's name at this word stands for the place, not within a person's name."""
    place_end = ground.places[_without_elision(run[index])]
    covered = sum(word.start < place_end for word in run[index:])
    is_first, is_last = index == 0, index + covered == len(run)
    if (is_first and is_last) or covered > 1:
        return covered > 1 or is_place(run[index], ground)
    if not is_first and _calls_for_name(run[index - 1], ground):
        return is_last and _is_state(run[index], ground) and not leads_name(run[index - 1], ground)
    if is_last and _may_be_family(run[index], part, ground):
        return False
    if is_last or not ground.names.is_given_name(run[index].text):
        return True
    following = run[index + covered]
    return ground.names.is_title(following.text) or _is_country(run[index], ground, following)


def _calls_for_name(before: Word, ground: Ground) -> bool:
    """Whether what follows the word is a name, even if a place is called so."""
    names = ground.names
    return (
        before.initial
        or names.is_given_name(before.text)
        or (before.folded in names.family_first and before.folded not in names.articles)
        or before.text in names.particles
        or leads_name(before, ground)
    )


def _may_be_family(word: Word, part: list[Word], ground: Ground) -> bool:
    """Whether a town's name may end the name of a person: `Domingos Sousa Pereira`."""
    if len(part) < 2 or _is_state(word, ground):
        return False
    names = ground.names
    return names.idle.isdisjoint([word.folded for word in part if word.text not in names.particles])


def _is_state(word: Word, ground: Ground) -> bool:
    """Whether the word names a country that no family is called after: `Bangladesh`, but not `Jordan`."""
    mention = ground.country_starts.get(_without_elision(word))
    return mention is not None and mention.rule == "name" and word.folded not in ground.names.also_families


def _is_country(word: Word, ground: Ground, following: Word) -> bool:
    """Whether the word names a country or people though it is a given name too: `Israel`, not before a family name."""
    return word.start in ground.country_starts and ground.names.is_given_name(following.text)


def _is_border(run: Run, index: int, part: list[Word], ground: Ground) -> bool:
    """Whether the word is no part of any name."""
    word, names = run[index], ground.names
    if word.folded in names.suffixes:
        return not part
    if word.shouted and word.folded not in names.barred:
        return not (_is_shouted_name(run, index, part, names) or _are_joined_initials(run, index))
    if word.folded in names.days or word.folded in names.starters:
        return _tells_speech(run, index, ground) or not _is_name_word_too(run, index, part, ground)
    return False


def _is_name_word_too(run: Run, index: int, part: list[Word], ground: Ground) -> bool:
    """Whether a common word is part of a name here: `Theresa May`, `Marine Le Pen`, `Will Smith`, `A. Smith`."""
    word, names = run[index], ground.names
    if (
        word.text in names.particles
        or _is_second_syllable(run, index, part, names)
        or _is_third_syllable(word, part, ground)
        or _is_regnal(word, part, names)
    ):
        return True
    family = bool(part) and (_is_family_behind(word, part[-1], ground) or _is_no_verb(word, part, ground))
    following = run[index + 1] if index + 1 < len(run) else None
    if family or following is None:
        return family or (len(run) == 1 and _is_family_alone(word, ground))
    if following.folded in names.starters and not _is_family_behind(following, word, ground):
        return False
    if word.folded in names.particles or (word.initial and following.start > word.end + 1):
        return True
    after_title = index > 0 and leads_name(run[index - 1], ground)
    if word.folded in names.family_first and (after_title or (not part and _is_foreign(word, ground))):
        return True
    opens_name = not part or after_title
    return opens_name and word.folded in names.also_given and not _is_month(word, following, ground)


def _tells_speech(run: Run, index: int, ground: Ground) -> bool:
    """Whether the word is the verb of a quotation beside it: `“It is over,” Said Jones`, `Said Mr Jones: “Yes.”`."""
    word, text = run[index], ground.text
    if index or word.folded not in ground.names.speech:
        return False
    if len(run) > 1 and (ground.names.is_title(run[1].text) or _QUOTES.match(text, run[-1].end)):
        return True
    return _QUOTED.search(text, max(0, word.start - 2), word.start) is not None


def _is_no_verb(word: Word, part: list[Word], ground: Ground) -> bool:
    """Whether a verb of speech with a capital ends a name here: `Amina Okoye Said`."""
    names = ground.names
    if word.folded not in names.speech or word.folded not in names.also_families:
        return False
    return any(before.folded in names.also_given or names.is_given_name(before.text) for before in part)


def _is_family_behind(word: Word, before: Word, ground: Ground) -> bool:
    """Whether a common word is a family name for what stands before it: `Theresa May`, `Jack Ma`, `Mr So`."""
    names = ground.names
    if word.folded not in names.also_families and word.folded not in names.family_first:
        return False
    if before.folded in names.also_given or names.is_given_name(before.text):
        return True
    title = names.title_word(before.text)
    return title is not None and "courtesy" in title.kinds and leads_name(before, ground)


def _is_family_alone(word: Word, ground: Ground) -> bool:
    """Whether a month that stands alone does what a person does: `May left`, not `in May` or `May 5`."""
    if word.folded in ground.names.speech and _IN_SENTENCE.search(ground.text, max(0, word.start - 2), word.start):
        return word.folded in ground.names.also_families
    acts = word.folded in ground.names.also_families and _DOES.match(ground.text, word.end)
    if not acts or word.possessive or _is_in_date(word, ground):
        return False
    return acts[2] is None or fold(acts[2]) in ground.names.verbs


def _is_foreign(word: Word, ground: Ground) -> bool:
    """Whether a function word is one in other languages only, as the French `Tu` in English: `Tu Youyou`."""
    own = ground.names.starters_of_language.get(ground.language, frozenset())
    others = ground.names.starters_of_language.values()
    return word.folded not in own and any(word.folded in words for words in others)


def _is_month(word: Word, following: Word, ground: Ground) -> bool:
    """Whether the word is a month rather than a given name: `since June`, `June Swiss francs`."""
    if word.folded not in ground.names.days:
        return False
    return following.start in ground.country_starts or _is_in_date(word, ground)


def _is_second_syllable(run: Run, index: int, part: list[Word], names: Names) -> bool:
    """Whether the word stands between the family that opens a name and a short third: `Kim Il Sung`."""
    if len(run[index].text) > _LONGEST_SYLLABLE or index + 1 >= len(run) or part[-1:] != [run[index - 1]]:
        return False
    third = run[index + 1]
    closes = len(third.text) <= _LONGEST_THIRD and not third.idle and not names.is_title(third.text)
    return closes and part[-1].folded in names.family_first


def _is_third_syllable(word: Word, part: list[Word], ground: Ground) -> bool:
    """Whether two words of a name that opens with the family stand before a short third: `Kim Jong Un`."""
    if len(part) < 2 or len(word.text) > _LONGEST_SYLLABLE or part[-2].folded not in ground.names.family_first:
        return False
    return len(part) == 2 or leads_name(part[-3], ground)


def _is_regnal(word: Word, part: list[Word], names: Names) -> bool:
    """Whether the word is the number of a first king: `King Baudouin I`."""
    if word.text != "I" or len(part) < 2:
        return False
    title = names.title_word(part[-2].text)
    return title is not None and "royal" in title.kinds


def _is_in_date(word: Word, ground: Ground) -> bool:
    """Whether the words before it make the month a date's."""
    return _IN_DATE.search(ground.text, max(0, word.start - 8), word.start) is not None


def _is_shouted_name(run: Run, index: int, part: list[Word], names: Names) -> bool:
    """`BAZOUM` after `Mohamed`: many desks write family names in capitals; `JANE DOWE`: some write all so."""
    word = run[index]
    if len(word.text) >= _SHORTEST_SHOUTED_FAMILY and any(names.is_given_name(before.text) for before in part):
        return True
    following = run[index + 1] if index + 1 < len(run) else None
    return following is not None and following.shouted and not following.idle and names.is_given_name(word.text)


def _are_joined_initials(run: Run, index: int) -> bool:
    """`JR` before `Smith`, `J.R.R` before `Tolkien`."""
    word = run[index]
    followed = index + 1 < len(run) and not run[index + 1].shouted
    return followed and (word.initial or len(word.text) == 2)
