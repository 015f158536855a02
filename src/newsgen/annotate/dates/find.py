"""Finding: which words of a text tell a time, and what they say by themselves."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter

from newsgen.annotate.dates.meanings import Expression, Meaning, Several
from newsgen.annotate.dates.rules import PLACE, Rule, make_scanner
from newsgen.annotate.dates.tense import Place, Sentence
from newsgen.annotate.dates.tokens import TokenText
from newsgen.annotate.sentences import Span
from newsgen.lexicon import Lexicon
from newsgen.records.article import Article


def find_expressions(article: Article, sentences: tuple[Span, ...], lexicon: Lexicon) -> tuple[Expression, ...]:
    """All expressions of time in the article's body, in order and disjoint."""
    words = TokenText(article.text, article.body_start, lexicon.calendar, article.language)
    found, paragraph, behind = [], 0, article.body_start
    sentence: Sentence | None = None
    for name, meaning, (first, last) in _scan(words):
        start, end = words[first].start, words[last].end
        if not sentence or start >= sentence.span[1]:
            span = sentences[max(bisect_right(sentences, start, key=itemgetter(0)) - 1, 0)]
            sentence = Sentence(article.text, span, article.language, lexicon)
        paragraph += article.text.count("\n\n", behind, start)
        behind = start
        place = Place((start, end), sentence)
        found.append(Expression(start=start, end=end, rule=name, meaning=meaning, paragraph=paragraph, place=place))
    return tuple(found)


def _scan(words: TokenText) -> Iterator[tuple[str, Meaning, Span]]:
    """Rule, meaning, first and last token of each expression."""
    position = 0
    while place := PLACE.search(words.kinds, position):
        at = place.start()
        scanner = make_scanner(words.kinds[at])
        fits = scanner.pattern.match(words.kinds, at)
        found = _try_rules(words, at, scanner.rules[(fits.lastindex or 1) - 1 :]) if fits else None
        position = at + 1
        if found:
            name, meaning, position = found
            if isinstance(meaning, tuple):
                yield from ((name, part.meaning, (at + part.first, at + part.behind - 1)) for part in meaning)
            else:
                yield name, meaning, (at, position - 1)


def _try_rules(words: TokenText, at: int, rules: Iterable[Rule]) -> tuple[str, Meaning | Several, int] | None:
    """What the first rule that does not decline says of the words at this place, and where they end."""
    for rule in rules:
        fits = rule.pattern.match(words.kinds, at)
        if fits is None:
            continue
        meaning = rule.produce(words.between(at, fits.end()))
        if meaning is not None:
            return rule.name, meaning, fits.end()
    return None
