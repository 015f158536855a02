"""The directory that all pages are planned from: who is where, and how a page refers to another."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from newsgen.lexicon import Lexicon
from newsgen.pages import urls
from newsgen.pages.display import show_date
from newsgen.pages.rights import shown_end, shown_summary
from newsgen.pages.wire import group_same_text
from newsgen.records.archive import Archive, ArchivedArticle, Count, CountryEntry, PersonEntry, SourceEntry
from newsgen.records.options import SiteOptions
from newsgen.records.site import Item, OutletReports, Ref, ShownDate, Tally

INTERFACE = "en"
"""Language of headings, navigation and the like. A page declares it, so that a screen reader reads them as what they
are; texts in other languages (headlines, bodies, titles from `site.yaml`) each carry their own."""

NO_SOURCE = "Outlet not named"


@dataclass(frozen=True, slots=True)
class Directory:
    """The archive with the look-ups that pages need; made once a build."""

    archive: Archive
    site: SiteOptions
    lexicon: Lexicon
    people: Mapping[str, PersonEntry]
    """By id."""
    countries: Mapping[str, CountryEntry]
    """By code."""
    sources: Mapping[str, SourceEntry]
    """By id."""
    timelines: Mapping[int, tuple[Ref, ...]]
    """For an event's index, its timelines: (title, path and anchor as `path#anchor` from the root)."""
    events: Mapping[tuple[int, int], int]
    """For (article, report), the event's index."""
    listed: Mapping[int, tuple[str, ...]]
    """For an article, the ids of persons whom only its front matter names."""
    same_text: Mapping[int, tuple[int, ...]]
    """For an article, those that carry the same text."""
    reports: dict[tuple[str, int], tuple[OutletReports, ...]] = field(default_factory=dict)
    """For a folder and an event's index, what pages there show of its reports, as far as it was asked for."""

    def article(self, position: int) -> ArchivedArticle:
        """The article at a position."""
        return self.archive.articles[position]

    def has_page(self, person: str | None) -> bool:
        """Whether a person has a page: too little is known of a mere family name."""
        entry = self.people.get(person or "")
        return entry is not None and entry.person.has_page

    def person_ref(self, here: str, person: str) -> Ref:
        """A link to a person's page; only the name, where there is none."""
        name = self.people[person].person.name if person in self.people else person
        return Ref(text=name, href=urls.link(here, urls.person_path(person)) if self.has_page(person) else "")

    def country_ref(self, here: str, code: str) -> Ref:
        """A link to a country's page; only its name, where the archive has no page for it."""
        entry = self.countries.get(code)
        if entry is None:
            info = self.lexicon.gazetteer.countries.get(code)
            return Ref(text=info.name if info else code)
        return Ref(text=entry.name, href=urls.link(here, urls.country_path(entry.id)))

    def source_ref(self, here: str, source: str | None) -> Ref | None:
        """A link to an outlet's page."""
        if source is None:
            return None
        return Ref(text=self.sources[source].name, href=urls.link(here, urls.source_path(source)))

    def headline_ref(self, here: str, position: int) -> Ref:
        """A link to an article, under its headline."""
        article = self.article(position)
        parsed = article.reading.article
        href = urls.link(here, urls.article_path(article.id))
        return Ref(text=parsed.headline, href=href, lang=self.foreign(parsed.language))

    def report_href(self, here: str, position: int, report: int) -> str:
        """A link to the sentence of a report; to the article, where the sentence is not shown."""
        article = self.article(position)
        anchor = anchor_of(article, report)
        return urls.link(here, urls.article_path(article.id), anchor)

    def timeline_refs(self, here: str, event: int) -> tuple[Ref, ...]:
        """Links to an event's entries in timelines."""
        anchor = self.archive.events[event].id
        return tuple(
            Ref(text=ref.text, href=urls.link(here, ref.href, anchor), lang=self.title_lang)
            for ref in self.timelines.get(event, ())
        )

    def item(self, here: str, position: int, *, with_summary: bool = False, names_source: bool = True) -> Item:
        """An article's line in a list."""
        article = self.article(position)
        return Item(
            headline=self.headline_ref(here, position),
            source=self.source_ref(here, article.source),
            date=published(article),
            summary=shown_summary(article) if with_summary else "",
            names_source=names_source,
        )

    def people_tallies(self, here: str, counts: Iterable[Count], most: int) -> tuple[Tally, ...]:
        """Links to the first of the persons that have a page, with counts."""
        shown = islice((count for count in counts if self.has_page(count.id)), most)
        return tuple(Tally(ref=self.person_ref(here, count.id), articles=count.articles) for count in shown)

    def country_tallies(self, here: str, counts: Iterable[Count], most: int) -> tuple[Tally, ...]:
        """Links to the first of the countries, with counts."""
        shown = islice(counts, most)
        return tuple(Tally(ref=self.country_ref(here, count.id), articles=count.articles) for count in shown)

    def foreign(self, language: str) -> str:
        """The language if it is not that of the interface, which the page says of itself as a whole."""
        return "" if language == INTERFACE else language

    @property
    def title_lang(self) -> str:
        """The language of titles and descriptions from `site.yaml`, where it is not the interface's."""
        return "" if self.interface == self.site.language else self.site.language

    @property
    def interface(self) -> str:
        """What pages say of their own words: they are English, whatever the articles and the titles are."""
        return self.site.language if self.site.language.partition("-")[0] == INTERFACE else INTERFACE


def make_directory(archive: Archive, site: SiteOptions, lexicon: Lexicon) -> Directory:
    """The directory of an archive."""
    timelines: dict[int, tuple[Ref, ...]] = {}
    listed: dict[int, tuple[str, ...]] = {}
    for entry in archive.people:
        for position in entry.person.listed_in:
            if entry.person.id not in archive.articles[position].people:
                listed[position] = (*listed.get(position, ()), entry.person.id)
    for timeline in archive.timelines:
        ref = Ref(text=timeline.options.title, href=urls.timeline_path(timeline.options.id))
        for event in timeline.events:
            timelines[event] = (*timelines.get(event, ()), ref)
    return Directory(
        archive=archive,
        site=site,
        lexicon=lexicon,
        people={entry.person.id: entry for entry in archive.people},
        countries={entry.code: entry for entry in archive.countries},
        sources={entry.id: entry for entry in archive.sources},
        timelines=timelines,
        events={
            (report.article, report.report): position
            for position, event in enumerate(archive.events)
            for report in event.reports
        },
        listed=listed,
        same_text=group_same_text(archive.articles),
    )


def anchor_of(article: ArchivedArticle, report: int) -> str:
    """Anchor of the sentence of a report, which reports of one sentence share; empty if it is not shown."""
    reports = article.reading.reports
    start, end = reports[report].start, reports[report].end
    if end > shown_end(article):
        return ""
    return urls.report_anchor(bisect_left(reports, start, key=lambda other: other.start))


def published(article: ArchivedArticle) -> ShownDate | None:
    """When an article was published; a word tells if some of that was inferred."""
    parsed = article.reading.article
    if parsed.published is None:
        return None
    if not parsed.published_inferred:
        return show_date(parsed.published)
    line = parsed.dateline
    only_year = line is not None and line.date is not None and line.date_inferred
    return show_date(parsed.published, note="year inferred" if only_year else "inferred")
