"""Scenes: an article and what was found in it, laid out to be asked why."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from newsgen.annotate.material import Material
from newsgen.annotate.people.candidates import Candidate, make_candidate
from newsgen.annotate.people.ground import Ground, survey
from newsgen.annotate.people.titles import read_title
from newsgen.annotate.people.words import Run, Word, find_runs, make_word
from newsgen.lexicon.names import fold
from newsgen.records.reading import LocalPerson, PersonMention, Reading


class Scene(NamedTuple):
    """An article and what was found in it, to be asked again."""

    reading: Reading
    ground: Ground
    words: Sequence[Word]
    """In the order of the text."""
    mentions: Mapping[int, Sequence[PersonMention]]
    """Of each person, by number."""
    firsts: Mapping[int, PersonMention]
    """The first mention of each person by the fullest name, by number."""
    bearers: Mapping[str, Sequence[LocalPerson]]
    """The persons in whose names a folded word stands."""
    alone: Mapping[str, Sequence[Word]]
    """By folded word, the places where it belongs to no name of several words."""
    echoes: dict[str, Candidate | None]
    """By folded word, the best of those places; looked for once, when it is asked for."""


def set_scene(reading: Reading, material: Material) -> Scene:
    """The scene of an article."""
    article = reading.article
    runs = tuple(find_runs(article.text, material.lexicon.names))
    ground = survey(article, runs, reading.country_mentions, material)
    words = [word for run in runs for word in run]
    return Scene(
        reading=reading,
        ground=ground,
        words=words,
        mentions=_sort_mentions(reading),
        firsts=_find_firsts(reading),
        bearers=_sort_names(reading),
        alone=_sort_lone_words(words, reading),
        echoes={},
    )


def see_candidate(start: int, end: int, scene: Scene) -> Candidate:
    """The candidate that the rules saw at a span."""
    first = bisect_left(scene.words, start, key=_begin_of)
    words = tuple(word for word in scene.words[first : bisect_left(scene.words, end, key=_begin_of)] if word.end <= end)
    return make_candidate(words or _split(start, end, scene.ground), read_title(scene.ground, start))


def _split(start: int, end: int, ground: Ground) -> Run:
    """The words of a span that the runs do not hold."""
    words = []
    at = start
    for text in ground.text[start:end].split():
        at = ground.text.index(text, at)
        words.append(make_word(at, text, ground.names))
        at += len(text)
    return tuple(words)


def _sort_mentions(reading: Reading) -> Mapping[int, Sequence[PersonMention]]:
    """The mentions of each person."""
    found: dict[int, list[PersonMention]] = {}
    for mention in reading.person_mentions:
        found.setdefault(mention.person, []).append(mention)
    return found


def _find_firsts(reading: Reading) -> Mapping[int, PersonMention]:
    """The first mention of each person by the fullest name."""
    full = (
        mention for mention in reversed(reading.person_mentions) if mention.name == reading.people[mention.person].name
    )
    return {mention.person: mention for mention in full}


def _sort_names(reading: Reading) -> Mapping[str, Sequence[LocalPerson]]:
    """The persons by each folded word of their names."""
    found: dict[str, list[LocalPerson]] = {}
    for person in reading.people:
        for word in dict.fromkeys(map(fold, person.name.split())):
            found.setdefault(word, []).append(person)
    return found


def _sort_lone_words(words: Iterable[Word], reading: Reading) -> Mapping[str, Sequence[Word]]:
    """The words that belong to no name of several words."""
    found: dict[str, list[Word]] = {}
    names = [(m.end - len(m.name), m.end) for m in reading.person_mentions if " " in m.name]
    for word in words:
        at = bisect_right(names, word.start, key=itemgetter(0)) - 1
        if at < 0 or names[at][1] <= word.start:
            found.setdefault(word.folded, []).append(word)
    return found


def _begin_of(word: Word) -> int:
    """Where it begins."""
    return word.start
