"""Withholding: what the editor takes out of the archive is taken out of the clippings before they are read.

All later stages see only the clippings that this one gives: no page, feed, data file or index can hold what is not in
them. A withheld article is not among them. Of a withheld person every spelling is covered; a withheld passage is.
What is meant by a person is told by a first reading and resolution of the clippings as received.
"""

from newsgen.withhold.articles import find_articles
from newsgen.withhold.cover import Mere, cover_runs
from newsgen.withhold.people import Names, forget_judgements, gather_names
from newsgen.withhold.told import find_told
from newsgen.withhold.words import Run, fold_text, holds, split_words

__all__ = [
    "Mere",
    "Names",
    "Run",
    "cover_runs",
    "find_articles",
    "find_told",
    "fold_text",
    "forget_judgements",
    "gather_names",
    "holds",
    "split_words",
]
