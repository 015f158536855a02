"""The directory that all pages are planned from: who is where, and how a page refers to another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsgen import edtf
from newsgen.language import Words
from newsgen.lexicon import Lexicon
from newsgen.pages import urls
from newsgen.pages.lookups import (
    ARTICLE,
    BRIEF,
    COUNTRY,
    EVENT,
    KINDS,
    NAME,
    NAMED,
    OUTLET,
    PERSON,
    SOURCE,
    SPELT,
    Lookups,
    Watched,
)
from newsgen.pages.namesakes import Name, find_names, slug_of
from newsgen.pages.parts import list_parts
from newsgen.pages.rights import shown_sentence
from newsgen.records.archive import Archive, ArchivedArticle, Brief, CountryEntry, PersonEntry, SourceEntry, Timeline
from newsgen.records.citation import Cited
from newsgen.records.entities import Event
from newsgen.records.options import SiteOptions
from newsgen.records.reading import PersonMention, UnresolvedMention
from newsgen.records.site import Frame, Ref, ReportItem


@dataclass(slots=True)
class Directory:
    """The archive with the look-ups that pages need.

    What is watched looks at articles, events, people, countries and outlets by the methods only, which note it.
    """

    archive: Archive
    lookups: Lookups
    """Notes what is looked up."""
    site: SiteOptions
    lexicon: Lexicon
    words: Words
    people: Mapping[str, PersonEntry]
    """By id."""
    countries: Mapping[str, CountryEntry]
    """By code."""
    sources: Mapping[str, SourceEntry]
    """By id."""
    timelines: Mapping[int, tuple[Timeline, ...]]
    """For an event's index, the timelines that show it."""
    parts: Mapping[str, Mapping[str, str]]
    """For a timeline and the id of an event of it, the key of the part in which it stands; empty for the whole."""
    events: Mapping[tuple[int, int], int]
    """For (article, report), the event's index."""
    listed: Mapping[int, tuple[str, ...]]
    """For an article, the ids of persons whom only its front matter names."""
    rank: Mapping[int, int]
    """For an article, its place among all, newest first, undated last."""
    names: Mapping[str, Name]
    """By slug, the names that several persons bear; several slugs of the same persons have one."""
    leaves: Mapping[int, int]
    """For a very long article, on how many pages it stands."""
    anchored: dict[int, tuple[tuple[int, PersonMention], ...]] = field(default_factory=dict)
    """For an article, its mentions that have an anchor, with their indices, as far as it was asked for."""
    reports: dict[tuple[str, int, int], Watched[tuple[ReportItem, ...]]] = field(default_factory=dict)
    """For a folder, an event's index and how many reports pages there show at most, these, as far as asked for."""
    cuts: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """For an article, the offsets at which it goes on on a further page, as far as they were asked for."""
    frames: dict[str, Frame] = field(default_factory=dict)
    """For a folder, or a page in none, what surrounds its pages alike, as far as asked for."""
    cited: dict[int, Watched[Cited]] = field(default_factory=dict)
    """For an article, its citation, as far as it was asked for."""
    sentences: dict[int, tuple[str | None, ...]] = field(default_factory=dict)
    """For an article, the sentences of its reports, as far as they were asked for; None for one that is not shown."""

    def open(self, archive: Archive) -> None:
        """Have the articles at hand, of an archive that is the same but for what only they themselves say."""
        self.archive = archive
        for known in (self.anchored, self.reports, self.cuts, self.frames, self.cited, self.sentences):
            known.clear()

    def article(self, position: int) -> ArchivedArticle:
        """The article at a position; where its brief is enough, that costs far less."""
        self.lookups.add(ARTICLE + KINDS * position)
        return self.archive.articles[position]

    def brief(self, position: int) -> Brief:
        """The article at a position in brief."""
        self.lookups.add(BRIEF + KINDS * position)
        return self.archive.briefs[position]

    def in_brief(self, positions: Sequence[int]) -> Iterator[Brief]:
        """The articles at these positions in brief; all count as looked up."""
        if self.lookups.watching:
            for position in positions:
                self.lookups.add(BRIEF + KINDS * position)
        return map(self.archive.briefs.__getitem__, positions)

    def ids(self, positions: Iterable[int]) -> list[str]:
        """The ids of articles, in the order given; they hang on nothing else."""
        return [self.archive.briefs[position].id for position in positions]

    def event(self, position: int) -> Event:
        """The event at a position; with it counts as looked up on which timelines it stands, and where there."""
        self.lookups.add(EVENT + KINDS * position)
        return self.archive.events[position]

    def event_of(self, article: int, report: int) -> int | None:
        """The position of the event that a report tells."""
        self.lookups.add(ARTICLE + KINDS * article)
        return self.events.get((article, report))

    def told_in(self, article: int, report: int) -> str | None:
        """The id of the event that a report tells."""
        event = self.event_of(article, report)
        return None if event is None else self.archive.events[event].id

    def sentences_of(self, position: int) -> tuple[str | None, ...]:
        """The sentences of an article's reports; None for one that may not be shown."""
        self.lookups.add(ARTICLE + KINDS * position)
        if position not in self.sentences:
            article = self.archive.articles[position]
            self.sentences[position] = tuple(
                shown_sentence(article, number) for number in range(len(article.reading.reports))
            )
        return self.sentences[position]

    def timelines_of(self, event: int) -> tuple[Timeline, ...]:
        """The timelines that show an event."""
        self.lookups.add(EVENT + KINDS * event)
        return self.timelines.get(event, ())

    def person(self, person: str) -> PersonEntry:
        """All that the archive knows about a person who is in it."""
        self.lookups.add(f"{PERSON} {person}")
        return self.people[person]

    def spellings(self, person: str) -> tuple[str, ...]:
        """How articles spell the name of a person who is in the archive."""
        self.lookups.add(f"{SPELT} {person}")
        return tuple(spelling.text for spelling in self.people[person].person.spellings)

    def country(self, code: str) -> CountryEntry:
        """All that the archive knows about a country that is in it."""
        self.lookups.add(f"{COUNTRY} {code}")
        return self.countries[code]

    def source(self, source: str) -> SourceEntry:
        """An outlet with its articles."""
        self.lookups.add(f"{SOURCE} {source}")
        return self.sources[source]

    def outlet(self, source: str) -> SourceEntry:
        """An outlet; what is asked is what is said of it, not its articles."""
        self.lookups.add(f"{OUTLET} {source}")
        return self.sources[source]

    def place(self, position: int) -> int:
        """The place of an article among all, newest first, undated last."""
        self.lookups.add(ARTICLE + KINDS * position)
        return self.rank[position]

    def list_only(self, position: int) -> tuple[str, ...]:
        """The ids of persons whom only an article's front matter names."""
        self.lookups.add(ARTICLE + KINDS * position)
        return self.listed.get(position, ())

    def may_index(self, article: ArchivedArticle) -> bool:
        """Whether search engines may list an article's page: full texts of others only where `site.yaml` allows it."""
        entry = self.outlet(article.source) if article.source else None
        allowed = self.site.indexed if entry is None or entry.indexed is None else entry.indexed
        return allowed or article.rights != "full"

    def has_page(self, person: str | None) -> bool:
        """Whether a person has a page: too little is known of a mere family name."""
        entry = self._refer(person or "")
        return entry is not None and entry.person.has_page

    def knows(self, person: str) -> bool:
        """Whether a person is in the archive, with a page or without."""
        return self._refer(person) is not None

    def person_href(self, here: str, person: str) -> str:
        """The way to a person's page; to that of the name, where it stays open who of several bears it; or empty."""
        if self.has_page(person):
            return urls.link(here, urls.person_path(person))
        entry = self._refer(person)
        return self.name_href(here, slug_of(entry.person.name)) if entry else ""

    def name_href(self, here: str, slug: str) -> str:
        """The way to the page of a name that several persons bear; empty if they do not."""
        self.lookups.add(f"{NAME} {slug}")
        name = self.names.get(slug)
        return urls.link(here, urls.name_path(name.slug)) if name else ""

    @property
    def shared_names(self) -> Iterable[Name]:
        """The names that have a page."""
        return (name for slug, name in self.names.items() if slug == name.slug)

    def unresolved_href(self, here: str, mention: UnresolvedMention) -> str:
        """The way to the page of a name that several persons of the article have; empty if there is none."""
        if mention.reason != "several-bear-it":
            return ""
        return self.name_href(here, slug_of(mention.surface, self.lexicon.names.is_title))

    def person_ref(self, here: str, person: str) -> Ref:
        """A link to a person's page; only the name, where there is none."""
        entry = self._refer(person)
        return Ref(text=entry.person.name if entry else person, href=self.person_href(here, person))

    def _refer(self, person: str) -> PersonEntry | None:
        """A person, of whom only the name is asked, and whether there is a page."""
        self.lookups.add(f"{NAMED} {person}")
        return self.people.get(person)

    def country_ref(self, here: str, code: str) -> Ref:
        """A link to a country's page; only its name, where the archive has no page for it."""
        return Ref(text=self.country_name(code), href=self.country_href(here, code))

    def country_href(self, here: str, code: str) -> str:
        """The way to a country's page; empty where the archive has none for it."""
        self.lookups.add(f"{NAMED} {code}")
        entry = self.countries.get(code)
        return urls.link(here, urls.country_path(entry.id)) if entry else ""

    def country_name(self, code: str) -> str:
        """What the site's language calls a country."""
        return self.words.country(code, self.lexicon.gazetteer.name_of(code))

    def name_of(self, key: str) -> str:
        """What a country, by its code, or a person, by their id, is called."""
        entry = self._refer(key)
        return entry.person.name if entry else self.country_name(key)

    def source_ref(self, here: str, source: str | None) -> Ref | None:
        """A link to an outlet's page."""
        if source is None:
            return None
        return Ref(text=self.outlet(source).name, href=urls.link(here, urls.source_path(source)))

    def headline_ref(self, here: str, position: int) -> Ref:
        """A link to an article, under its headline."""
        brief = self.brief(position)
        href = urls.link(here, urls.article_path(brief.id))
        return Ref(text=brief.headline, href=href, lang=self.foreign(brief.language))

    def by_date(self, positions: Iterable[int]) -> list[int]:
        """Articles, oldest first, those of no known year last."""
        return sorted(
            positions,
            key=lambda position: (edtf.sort_key(self.brief(position).published), position),
        )

    def timeline_refs(self, here: str, event: int) -> tuple[Ref, ...]:
        """Links to an event's entries in timelines."""
        anchor = self.event(event).id
        return tuple(
            Ref(
                text=timeline.options.title,
                href=urls.link(here, self.entry_path(timeline, anchor), anchor),
                lang=self.title_lang,
            )
            for timeline in self.timelines_of(event)
        )

    def entry_path(self, timeline: Timeline, event: str) -> str:
        """The page of a timeline on which an event stands, by its id."""
        return urls.timeline_part_path(timeline.options.id, self.parts[timeline.options.id][event])

    def foreign(self, language: str) -> str:
        """The language if it is not that of the interface, which the page says of itself as a whole."""
        return "" if language in self.words.tags else language

    @property
    def title_lang(self) -> str:
        """The language of titles and descriptions from `site.yaml`, where it is not the interface's."""
        return "" if self.interface == self.site.language else self.site.language

    @property
    def unnamed_outlet(self) -> str:
        """What stands in place of an outlet's name."""
        return self.words.say("list.unnamed-outlet")

    @property
    def interface(self) -> str:
        """The language of the pages' own words.

        A page declares it, so that a screen reader reads them as what they are; texts in other languages (headlines,
        bodies) each carry their own.
        """
        return self.words.tag


def find_listed(archive: Archive) -> dict[int, tuple[str, ...]]:
    """For an article, the ids of persons whom only its front matter names."""
    listed: dict[int, tuple[str, ...]] = {}
    for entry in archive.people:
        for position in entry.person.listed_in:
            if entry.person.id not in archive.placed[position].people:
                listed[position] = (*listed.get(position, ()), entry.person.id)
    return listed


def make_directory(
    archive: Archive,
    site: SiteOptions,
    lexicon: Lexicon,
    words: Words,
    *,
    leaves: Mapping[int, int],
    listed: Mapping[int, tuple[str, ...]],
) -> Directory:
    """The directory of an archive, which need not have its articles yet; the fields tell what is given with it."""
    timelines: dict[int, tuple[Timeline, ...]] = {}
    for timeline in archive.timelines:
        for event in timeline.events:
            timelines[event] = (*timelines.get(event, ()), timeline)
    return Directory(
        archive=archive,
        lookups=Lookups(),
        site=site,
        lexicon=lexicon,
        words=words,
        people={entry.person.id: entry for entry in archive.people},
        countries={entry.code: entry for entry in archive.countries},
        sources={entry.id: entry for entry in archive.sources},
        timelines=timelines,
        parts={timeline.options.id: list_parts(archive.events, timeline) for timeline in archive.timelines},
        events={
            (report.article, report.report): position
            for position, event in enumerate(archive.events)
            for report in event.reports
        },
        listed=listed,
        rank={position: place for place, position in enumerate(archive.latest)},
        names=find_names(archive, lexicon.names.is_title),
        leaves=leaves,
    )
