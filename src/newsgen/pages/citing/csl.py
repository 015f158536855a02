"""CSL-JSON: an item of the type `article-newspaper`, as Zotero, pandoc and citeproc read it."""

from typing import Any

import msgspec

from newsgen import edtf
from newsgen.edtf import Point
from newsgen.language import Words
from newsgen.pages.citing.dates import find_span, is_about, tell_notes
from newsgen.records.citation import Author, Citation

_SEASONS = {"21": 1, "22": 2, "23": 3, "24": 4}


def write_csl(words: Words, citation: Citation) -> str:
    """The item, as the text of a JSON object."""
    item = {
        "id": citation.key,
        "type": "article-newspaper",
        "title": citation.headline,
        "author": [_describe_author(author) for author in citation.authors],
        "container-title": citation.outlet,
        "issued": _describe_date(citation),
        "URL": citation.original or citation.archived,
        "language": citation.language,
        "archive": citation.archive,
        "note": tell_notes(words, citation),
    }
    return msgspec.json.encode({name: value for name, value in item.items() if value}).decode()


def _describe_author(author: Author) -> dict[str, str]:
    """A person in two parts; whoever else as it stands."""
    return {"family": author.family, "given": author.given} if author.given else {"literal": author.family}


def _describe_date(citation: Citation) -> dict[str, Any]:
    """The date in numbers, as far as there are any; else in words. Nothing of what is undated."""
    if citation.date is None:
        return {}
    span = find_span(citation.date)
    if not span:
        return {"literal": citation.told}
    season = _find_season(citation.date)
    return {
        "date-parts": span,
        **({"season": season} if season else {}),
        **({"circa": True} if is_about(citation.date) else {}),
    }


def _find_season(date: str) -> int:
    """1 for spring to 4 for winter; 0 for what is no season."""
    point = edtf.parse(date).begin
    return _SEASONS.get(point.month, 0) if isinstance(point, Point) and edtf.precision(date) == "season" else 0
