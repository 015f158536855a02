"""Makes readings for tests of the stages behind annotation: who is named, what is told, without any text to parse."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from newsgen.lexicon.shingles import sketch_text
from newsgen.records.article import Article
from newsgen.records.clipping import Clipping
from newsgen.records.reading import (
    CountryCount,
    DateMention,
    LocalPerson,
    PersonMention,
    Reading,
    Report,
    ReportKind,
)


def make_person(
    name: str,
    title: str = "",
    *,
    countries: Sequence[str] = (),
    family: str | None = None,
    mentions: int = 1,
) -> LocalPerson:
    """A person within one article: the last word is the family name, a single word stands alone."""
    own = family or name.rsplit(maxsplit=1)[-1]
    return LocalPerson(
        name=name,
        family=own,
        given=tuple(name.removesuffix(own).split()),
        titles=(title,) if title else (),
        forms=(f"{title} {name}".strip(),),
        countries=tuple(sorted(countries)),
        mentions=mentions,
    )


@dataclass(frozen=True)
class Told:
    """One report of an article."""

    date: str
    sentence: str
    topics: Sequence[str] = ()
    countries: Sequence[str] = ()
    people: Sequence[int] = field(default=())
    kind: ReportKind = "happened"


def make_reading(
    path: str = "articles/a.txt",
    *people: LocalPerson,
    headline: str = "A headline",
    told: Iterable[Told] = (),
    countries: Mapping[str, bool] | None = None,
    **fields: object,
) -> Reading:
    """An article with the people and reports given; `countries` says of each code whether the article is about it.

    Further fields are those of the article: `published`, `source`, `slug`, `draft`, `listed_people`, …
    """
    told = tuple(told)
    body = " ".join(item.sentence for item in told) or "Nothing else."
    start = len(headline) + 2
    article = Article(
        path=path,
        headline=headline,
        text=f"{headline}\n\n{body}",
        body_start=start,
        **fields,  # type: ignore[arg-type]
    )
    reports = []
    for index, item in enumerate(told):
        end = start + len(item.sentence)
        reports.append(_make_report(item, index, start, end))
        start = end + 1
    return Reading(
        article=article,
        countries=tuple(
            CountryCount(code=code, mentions=1, primary=primary) for code, primary in (countries or {}).items()
        ),
        people=people,
        reports=tuple(reports),
        sketch=sketch_text(body),
        dates=tuple(
            DateMention(start=report.start, end=report.start + 1, surface="x", value=report.date, rule="test")
            for report in reports
        ),
    )


def _make_report(item: Told, index: int, start: int, end: int) -> Report:
    return Report(
        date=item.date,
        start=start,
        end=end,
        date_mention=index,
        kind=item.kind,
        topics=tuple(sorted(item.topics)),
        countries=tuple(sorted(item.countries)),
        people=tuple(sorted(item.people)),
    )


def make_clipping(reading: Reading) -> Clipping:
    """The clipping that a reading could have come from."""
    return Clipping(path=reading.article.path, text=reading.article.text, encoding="utf-8", digest=reading.article.path)


def tell_of(reading: Reading, words: str) -> Reading:
    """The reading after its text says so of the first person, whose name stands for `{}`."""
    article, (first, *_) = reading.article, reading.people
    start = len(article.text) + 2 + words.index("{}")
    mention = PersonMention(
        start=start, end=start + len(first.name), surface=first.name, name=first.name, person=0, rule="test"
    )
    text = f"{article.text}\n\n{words.format(first.name)}"
    return replace(reading, article=replace(article, text=text), person_mentions=(mention,))
