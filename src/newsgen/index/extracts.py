"""Extracts of readings: what the index looks at in every article, without the text and the places in it.

An edit that changes no extract ties nobody to anything else, so all that the index makes stays as it was.
"""

from msgspec.structs import replace

from newsgen.records.article import Article
from newsgen.records.reading import CountryCount, Reading, Report


def extract(reading: Reading, *, with_text: bool) -> Reading:
    """The reading as far as the index is concerned; `with_text` where timelines may ask for words of its reports."""
    article = reading.article
    return Reading(
        article=Article(
            path=article.path,
            headline=article.headline,
            text=article.text if with_text else "",
            body_start=0,
            published=article.published,
            source=article.source,
            language=article.language,
        ),
        countries=tuple(
            [CountryCount(code=count.code, mentions=0, primary=count.primary) for count in reading.countries]
        ),
        people=tuple([replace(person, mentions=0) for person in reading.people]),
        reports=reading.reports if with_text else tuple(map(_leave_place, reading.reports)),
    )


def _leave_place(report: Report) -> Report:
    """The report without its sentence."""
    return replace(report, start=0, end=0, date_mention=0, clause=None)
