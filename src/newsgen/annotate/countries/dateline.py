"""Which country the dateline is in, where several have a town of the name."""

import re
from collections.abc import Iterable

from newsgen.lexicon.gazetteer import Gazetteer
from newsgen.records.article import Article

# matches: voted. The
# not: the U.S. said
_SENTENCE_END = re.compile(r"[a-zà-þ][.!?][\"'”»)]?(?=\s)|\n\n")


def find_dateline_country(article: Article, named: Iterable[tuple[int, str]], gazetteer: Gazetteer) -> str | None:
    """The code of the dateline's country: of one that the first sentence names and that has a town of the name.

    The name of a capital, or of a city that everybody knows, needs no such help.
    """
    dateline = article.dateline
    if not dateline or not dateline.place or not dateline.country:
        return dateline.country if dateline else None
    homes = gazetteer.rivals(dateline.place, dateline.country)
    if not homes:
        return dateline.country
    ending = _SENTENCE_END.search(article.text, article.body_start)
    end = ending.start() if ending else len(article.text)
    codes = [code for start, code in named if article.body_start <= start < end]
    if dateline.country in codes:
        return dateline.country
    return next((code for code in codes if code in homes), dateline.country)
