"""Readings in outline: what telling people apart looks at in every article, without the text and the places in it.

An edit that changes no outline names nobody else and ties nobody to anything else: so the people are as they were, but
for what `Trades` asks of the text itself.
"""

from msgspec.structs import replace

from newsgen.records.article import Article
from newsgen.records.reading import CountryCount, PersonMention, Reading, Report, UnresolvedMention


def outline(reading: Reading) -> Reading:
    """The reading as far as people are concerned; all places in the text are 0."""
    article = reading.article
    return Reading(
        article=Article(
            path=article.path,
            headline=article.headline,
            text="",
            body_start=0,
            published=article.published,
            language=article.language,
            listed_people=article.listed_people,
        ),
        countries=tuple(
            [
                CountryCount(code=code, mentions=0, primary=primary)
                for code, primary in sorted([(count.code, count.primary) for count in reading.countries])
            ]
        ),
        people=tuple([replace(person, mentions=0) for person in reading.people]),
        person_mentions=tuple(
            [
                PersonMention(start=0, end=0, surface="", name=name, person=person, rule="")
                for person, name in dict.fromkeys(
                    [(mention.person, mention.name) for mention in reading.person_mentions]
                )
            ]
        ),
        unresolved=tuple(
            [
                UnresolvedMention(start=0, end=0, surface=mention.surface, reason=mention.reason)
                for mention in reading.unresolved
            ]
        ),
        reports=tuple([_outline_report(report) for report in reading.reports if report.people]),
    )


def _outline_report(report: Report) -> Report:
    """The report without its sentence: on which day who did what."""
    return Report(
        date=report.date,
        start=0,
        end=0,
        date_mention=0,
        kind=report.kind,
        topics=report.topics,
        countries=(),
        people=report.people,
    )
