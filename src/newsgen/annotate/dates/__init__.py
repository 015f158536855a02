"""Dates: expressions of time in English, French and Spanish, found by rules and resolved to EDTF.

Two steps: `find_expressions` tells which words speak of a time and what they say by themselves; `resolve_expressions`
turns that into dates with what is known of the article. Between the two the year of its dateline may be inferred.
"""

from newsgen.annotate.dates.find import find_expressions
from newsgen.annotate.dates.resolve import find_anchor, resolve_expressions

__all__ = ["find_anchor", "find_expressions", "resolve_expressions"]
