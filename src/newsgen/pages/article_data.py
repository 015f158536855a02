"""An article by the contract, and the parts of it that other data files hold too."""

import msgspec

from newsgen.pages.directory import Directory
from newsgen.pages.margin import group_people
from newsgen.pages.rights import shown_body, shown_end, shown_sentence
from newsgen.pages.series import Named
from newsgen.records.archive import ArchivedArticle
from newsgen.records.contract import (
    ArticleData,
    CountryInArticle,
    DateInArticle,
    DatelineData,
    EventInArticle,
    PersonInArticle,
    QuoteInArticle,
)


def name_articles(directory: Directory) -> list[Named[int]]:
    """All articles by their positions, sorted by id."""
    return sorted(Named(brief.id, position) for position, brief in enumerate(directory.archive.briefs))


def describe_article(directory: Directory, position: int) -> ArticleData:
    """One article by the contract."""
    article = directory.article(position)
    parsed, free = article.reading.article, article.rights == "full"
    return ArticleData(
        id=article.id,
        path=article.clipping.path,
        headline=parsed.headline,
        dateline=_describe_dateline(article),
        published=parsed.published,
        published_inferred=parsed.published_inferred,
        source=directory.outlet(article.source).name if article.source else None,
        byline=parsed.byline,
        language=parsed.language,
        url=parsed.url,
        countries=_describe_countries(directory, article),
        people=_describe_people(directory, position),
        dates=_describe_dates(article),
        events=_describe_reports(article),
        quotes=describe_quotes(article),
        same_text_as=tuple(sorted(directory.ids(one.article for one in article.same_text))),
        extra=msgspec.Raw(msgspec.json.format(parsed.extra.encode(), indent=-1)),
        captions=parsed.captions if free else (),
        notices=parsed.notices if free else (),
        body=shown_body(article),
    )


def _describe_dateline(article: ArchivedArticle) -> DatelineData | None:
    """Its dateline."""
    line = article.reading.article.dateline
    if line is None:
        return None
    return DatelineData(place=line.place, country=line.country, date=line.date, agency=line.agency)


def _describe_countries(directory: Directory, article: ArchivedArticle) -> tuple[CountryInArticle, ...]:
    """The countries that it names."""
    return tuple(
        CountryInArticle(
            code=count.code,
            name=directory.country_name(count.code),
            mentions=count.mentions,
            primary=count.primary,
        )
        for count in article.reading.countries
    )


def _describe_people(directory: Directory, position: int) -> tuple[PersonInArticle, ...]:
    """The persons whom it names, in order of first mention."""
    return tuple(
        PersonInArticle(id=person, name=directory.name_of(person), as_written=forms, mentions=mentions)
        for person, forms, mentions in group_people(directory, position)
    )


def _describe_dates(article: ArchivedArticle) -> tuple[DateInArticle, ...]:
    """The expressions of time whose day, month or year is known, in the part of the body that may be shown."""
    begin, end = article.reading.article.body_start, shown_end(article)
    return tuple(
        DateInArticle(text=date.surface, value=date.value, start=date.start - begin, end=date.end - begin)
        for date in article.reading.dates
        if date.value is not None and begin <= date.start and date.end <= end
    )


def _describe_reports(article: ArchivedArticle) -> tuple[EventInArticle, ...]:
    """The events that it tells."""
    return tuple(
        EventInArticle(
            date=report.date,
            text=shown_sentence(article, number),
            countries=report.countries,
            people=tuple(sorted({name for person in report.people if (name := article.people[person]) is not None})),
            kind=report.kind,
            background=report.background,
        )
        for number, report in enumerate(article.reading.reports)
    )


def describe_quotes(article: ArchivedArticle) -> tuple[QuoteInArticle, ...]:
    """The direct speech in the part of the body that may be shown."""
    parsed = article.reading.article
    begin, end = parsed.body_start, shown_end(article)
    return tuple(
        QuoteInArticle(
            text=parsed.text[quote.start : quote.end],
            speaker=None if quote.speaker is None else article.people[quote.speaker],
            start=quote.start - begin,
            end=quote.end - begin,
        )
        for quote in article.reading.quotes
        if begin <= quote.start and quote.end <= end
    )
