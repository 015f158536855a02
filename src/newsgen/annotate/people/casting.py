"""Casting: who the persons found in an article are, and by which words the text may call each of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsgen.annotate.people.apart import Partings, find_partings
from newsgen.annotate.people.candidates import Candidate, Found
from newsgen.annotate.people.cast import Cast, Figure, short_forms
from newsgen.annotate.people.ground import Ground, Key
from newsgen.annotate.people.grouping import GENERATIONS, group_names
from newsgen.annotate.people.kinship import Kin, find_kin
from newsgen.lexicon.names import Names, fold

_MARKS = " .\"“”‘’'«»()"
_SHORTEST_MIDDLE = 4
_FAMILY_FIRST_WORDS = 3
_MOST_NAMESAKES = 20
"""If more persons of a text bear a name, it tells nobody apart; and each look-up stays short."""


def gather_cast(found: Iterable[Found], ground: Ground) -> Cast:
    """The cast of the persons found by their own evidence."""
    items = sorted(found, key=lambda item: item.candidate.start)
    full = [item.candidate for item in items if len(item.candidate.key) > 1]
    kin = {candidate.key: kind for candidate in full if (kind := find_kin(candidate, ground))}
    partings = find_partings(full, ground)
    numbers = _number_names(full, kin, partings, ground)
    figures = [Figure() for _ in range(max(numbers.values(), default=-1) + 1)]
    cast = Cast(ground, partings, numbers, figures)
    _note_mentions(cast, [candidate for candidate in full if candidate.key in numbers])
    _note_kin(cast, kin)
    _read_genders(cast, ground.names)
    _index_words(cast, ground.names)
    _index_nicknames(cast, full)
    _part_strangers(cast)
    for item in items:
        if len(item.candidate.key) == 1:
            cast.admit(item.candidate)
    cast.openers = frozenset(key[0] for key in (*cast.numbers, *cast.by_family))
    for figure in cast.figures:
        figure.last_seen = figure.called_short = -1
    return cast


def _number_names(
    full: Sequence[Candidate], kin: Mapping[Key, Kin], partings: Partings, ground: Ground
) -> dict[Key, int]:
    """The number of the person for each full name; none for a name that may be short for those of two."""
    numbers = group_names(
        (candidate.key for candidate in full),
        kin,
        apart=partings.keep,
        nicknames=dict(_nicknamed(full, ground)),
        kin_forms=ground.names.forms.kin,
        given=ground.names.given,
    )
    for key in _shared_forms(numbers, ground.names):
        del numbers[key]
    return numbers


def _note_mentions(cast: Cast, full: Sequence[Candidate]) -> None:
    """Notes what the mentions by full name tell of each person, and where the first of them is."""
    for candidate in full:
        cast.figures[cast.numbers[candidate.key]].note(candidate)
    for candidate in reversed(full):
        cast.figures[cast.numbers[candidate.key]].first_seen = candidate.start


def _note_kin(cast: Cast, kin: Mapping[Key, Kin]) -> None:
    """Notes each person's full names, and whose kin they are."""
    for key, number in cast.numbers.items():
        cast.figures[number].keys.append(key)
        cast.figures[number].kin = kin.get(key, cast.figures[number].kin)


def _part_strangers(cast: Cast) -> None:
    """Notes whom the text tells from others of the name; one of exactly the same name becomes a second person."""
    for key, stranger in cast.partings.strangers.items():
        if key not in cast.numbers:
            continue
        if cast.partings.written[key][0] == stranger.candidate:
            cast.figures[cast.numbers[key]].stranger_until = stranger.end
        else:
            cast.double(stranger)


def _shared_forms(numbers: Mapping[Key, int], names: Names) -> list[Key]:
    """The names that may be short for those of two persons: `Ruiz Palmar`, of `Carlos Ruiz Palmar` and his sister."""
    bearers: dict[Key, set[int]] = defaultdict(set)
    for key, number in numbers.items():
        for form in short_forms(key, names):
            bearers[form].add(number)
        if key[-1] in GENERATIONS:
            bearers[key].add(number)
        elif len(key) > 2:
            for word in GENERATIONS:  # `Hernán Marlow hijo`, of two who are `Hernán Marlow` and more
                bearers[(*key[:-1], word)].add(number)
    return [key for key, number in numbers.items() if len(bearers[key]) > 1 and number in bearers[key]]


def _nicknamed(full: Iterable[Candidate], ground: Ground) -> Iterator[tuple[Key, Key]]:
    """Each name with a nickname between its words, and the name by which its bearer goes: `Bob Doe`."""
    for candidate in full:
        first, second = candidate.words[:2]
        nickname = ground.text[first.end : second.start].strip(_MARKS)
        if nickname.isalpha() and nickname[0].isupper():
            rest = [word for word in candidate.key[1:] if word not in ground.names.suffixes]
            yield candidate.key, (fold(nickname), *rest)


def _read_genders(cast: Cast, names: Names) -> None:
    """Notes the gender that each person's given name tells."""
    for key, number in cast.numbers.items():
        figure = cast.figures[number]
        if _opens_with_family(key, names):
            continue  # `Kim` of `Kim Jong Un` tells nothing
        figure.likely = figure.likely or names.genders.get(key[0])


def _index_nicknames(cast: Cast, full: Iterable[Candidate]) -> None:
    """Adds the nicknames written in quotation marks to the given names, if no one else has them."""
    for key, called in _nicknamed(full, cast.ground):
        if key in cast.numbers and called[0] not in cast.ground.names.idle and (called[0],) not in cast.by_family:
            cast.by_given.setdefault(called[0], [cast.numbers[key]])


def _opens_with_family(key: Key, names: Names) -> bool:
    """Whether the family name comes first: `Kim Jong Un`, `Park Ji-hoon`."""
    return key[0] in names.family_first and (len(key) == _FAMILY_FIRST_WORDS or "-" in key[-1])


def _index_words(cast: Cast, names: Names) -> None:
    """Fills the look-ups by family and given name and by the words between."""
    families: dict[Key, dict[int, None]] = defaultdict(dict)
    given: dict[str, dict[int, None]] = defaultdict(dict)
    middle: dict[str, dict[int, None]] = defaultdict(dict)
    paternal: dict[str, dict[int, None]] = defaultdict(dict)
    for key, number in cast.numbers.items():
        is_paternal = len(key) > 2 and key[-2] not in names.given and key[-2] not in names.particles
        if is_paternal and names.is_given_name(key[0]):
            paternal[key[-2]][number] = None
        for form in short_forms(key, names):
            families[form][number] = None
        if _opens_with_family(key, names):
            families[key[:1]][number] = None
        given[key[0]][number] = None
        for word in key[1:-1]:
            if len(word) >= _SHORTEST_MIDDLE and word not in names.idle:
                middle[word][number] = None
    cast.by_family = {form: list(numbers) for form, numbers in families.items() if len(numbers) <= _MOST_NAMESAKES}
    cast.by_paternal = {word: list(numbers) for word, numbers in paternal.items() if len(numbers) <= _MOST_NAMESAKES}
    cast.by_given = {word: list(numbers) for word, numbers in given.items() if len(numbers) == 1}
    cast.by_middle = {word: list(numbers) for word, numbers in middle.items() if len(numbers) == 1}
