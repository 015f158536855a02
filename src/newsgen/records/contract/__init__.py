"""The data files that other tools read: keys, their order and their types are a promise.

A field may be added at the end of a record; nothing is renamed, retyped or moved without a new schema version. Each
schema's `$id` ends in the version: `newsgen:articles:2`, a name and no address.
"""

from newsgen.records.contract.articles import (
    ArticleData,
    CountryInArticle,
    DateInArticle,
    DatelineData,
    EventInArticle,
    PersonInArticle,
    QuoteInArticle,
)
from newsgen.records.contract.subjects import CountData, CountryData, JoinData, PersonData, SpellingData, UndecidedData
from newsgen.records.contract.timelines import (
    AddedData,
    DateGiven,
    FigureGiven,
    ReportData,
    TimelineData,
    TimelineEventData,
)

__all__ = [
    "VERSION",
    "AddedData",
    "ArticleData",
    "CountData",
    "CountryData",
    "CountryInArticle",
    "DateGiven",
    "DateInArticle",
    "DatelineData",
    "EventInArticle",
    "FigureGiven",
    "JoinData",
    "PersonData",
    "PersonInArticle",
    "QuoteInArticle",
    "ReportData",
    "SpellingData",
    "TimelineData",
    "TimelineEventData",
    "UndecidedData",
]

VERSION = 2
"""Of all schemas together: one more with any change but a further field."""
