"""Headlines and headings: where capitals tell nothing, only names known from the text count."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from newsgen.annotate.people.candidates import Candidate, make_candidate
from newsgen.annotate.people.cast import Cast
from newsgen.annotate.people.ground import Ground
from newsgen.annotate.people.titles import read_title
from newsgen.annotate.people.words import Run, Word
from newsgen.lexicon.names import Names, fold
from newsgen.records.article import Article

# matches: visits
# not: Visits
# not: of
_LOWER = re.compile(r"(?<![\w'’-])[^\W\dA-Z_]\w{2,}")
# matches: Niger
_UPPER = re.compile(r"\b[A-Z]\w+")

_LONGEST_NAME = 5
_FULL_NAME = (2, 3)
_LONGEST_PARTICLE = 2


def capital_stretches(article: Article, names: Names) -> tuple[tuple[int, int], ...]:
    """The spans of headline and headings that capitalise every word."""
    spans = [(0, len(article.headline))]
    spans += [(p.start, p.end) for p in article.paragraphs if p.kind == "heading"]
    return tuple(span for span in spans if capitalises_all(article.text[slice(*span)], names))


def capitalises_all(line: str, names: Names) -> bool:
    """Whether a line is in Title Case or ALL CAPS: no word of weight is small."""
    if any(fold(word) not in names.starters for word in _LOWER.findall(line)):
        return False
    return len(_UPPER.findall(line)) > 1


def shouted_names(run: Run, stretches: Sequence[tuple[int, int]], ground: Ground) -> Iterator[Run]:
    """The parts of a run in capitals, outside headlines, that look like a full name: `JANE DOWE`."""
    if is_inside(run[0].start, stretches):
        return
    names = ground.names
    part: list[Word] = []
    for word in (*run, None):
        if word is not None and not (word.idle or word.folded in names.verbs or word.start in ground.places):
            part.append(word)
            continue
        if len(part) in _FULL_NAME and len(part[0].text) > _LONGEST_PARTICLE and names.is_given_name(part[0].text):
            yield tuple(part)
        part = []


def is_inside(start: int, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether the offset is within one of the spans, which are sorted."""
    above = bisect_right(stretches, start, key=itemgetter(0)) - 1
    return above >= 0 and start < stretches[above][1]


def known_names(run: Run, cast: Cast, ground: Ground) -> Iterator[Candidate]:
    """The parts of a run that name a person of the cast, longest first."""
    index = 0
    while index < len(run):
        found = _longest_known(run, index, cast, ground) if run[index].folded in cast.openers else None
        if found is not None:
            yield found
        index += len(found.words) if found is not None else 1


def _longest_known(run: Run, index: int, cast: Cast, ground: Ground) -> Candidate | None:
    """The longest part from the index on that names a person, or None."""
    for end in range(min(len(run), index + _LONGEST_NAME), index, -1):
        words = run[index:end]
        key = tuple(word.folded for word in words)
        if key not in cast.numbers and key not in cast.by_family:
            continue
        if len(key) == 1 and not _may_stand_alone(words[0], ground):
            continue
        return make_candidate(words, read_title(ground, words[0].start))
    return None


def _may_stand_alone(word: Word, ground: Ground) -> bool:
    """Whether a single word in capitals is nothing else than a name."""
    names = ground.names
    common = word.folded in names.barred or word.folded in names.starters or word.folded in names.days
    return word.start not in ground.places and (not common or word.folded in names.also_families)
