"""Material: what several passes need of an article's text, found once."""

from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

from newsgen.annotate.clauses import Clauses
from newsgen.annotate.dates.find import find_expressions
from newsgen.annotate.dates.meanings import Expression
from newsgen.annotate.sentences import Span, split_sentences
from newsgen.lexicon import Lexicon
from newsgen.lexicon.gazetteer import Hit
from newsgen.records.article import Article
from newsgen.records.finding import Finding


class Material(NamedTuple):
    """What the passes over one article work with."""

    lexicon: Lexicon
    hits: tuple[Hit, ...]
    """The gazetteer's phrases in the text."""
    sentences: tuple[Span, ...]
    """Of the text."""
    clauses: Clauses
    """Of the sentences; each is read when it is first asked for."""
    expressions: tuple[Expression, ...]
    """Of time, in the body; in order and disjoint."""
    findings: tuple[Finding, ...]
    """What recognisers found in it; disjoint, in order."""


def gather_material(article: Article, lexicon: Lexicon) -> Material:
    """The material of an article in which no recogniser found anything."""
    (material,) = gather_materials((article,), lexicon, ((),))
    return material


def gather_materials(
    articles: Sequence[Article], lexicon: Lexicon, findings: Sequence[tuple[Finding, ...]]
) -> list[Material]:
    """The material of each article; `findings` are those of recognisers in each."""
    hits = [lexicon.gazetteer.scan(article.text) for article in articles]
    sentences = [split_sentences(article.text, lexicon) for article in articles]
    expressions = map(find_expressions, articles, sentences, repeat(lexicon))
    clauses = [Clauses(article.text, article.language, lexicon) for article in articles]
    return list(map(Material, repeat(lexicon), hits, sentences, clauses, expressions, findings))
