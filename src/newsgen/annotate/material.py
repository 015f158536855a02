"""Material: what several passes need of an article's text, found once."""

from typing import NamedTuple

from newsgen.annotate.clauses import Clauses
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
    findings: tuple[Finding, ...] = ()
    """What recognisers found in it; disjoint, in order."""


def gather_material(article: Article, lexicon: Lexicon) -> Material:
    """The material of an article."""
    text = article.text
    return Material(
        lexicon=lexicon,
        hits=lexicon.gazetteer.scan(text),
        sentences=split_sentences(text, lexicon),
        clauses=Clauses(text, article.language, lexicon),
    )
