"""What one build of an archive changes against another: what `newsgen diff --format json` prints.

Like the data files it is a promise: a field may be added at the end of a record, and nothing is renamed, retyped or
moved without a new schema version. Lists are in the order in which people should read them, the weightiest first.
"""

from newsgen.records import Record

SCHEMA = "newsgen:changes:2"
"""The schema's name and version; the schema itself is `data/schema/changes.json` of each site."""


class SiteAt(Record):
    """One of the two sites, in figures."""

    place: str
    """The folder or address, as given."""
    articles: int
    """How many."""
    people: int
    """How many."""
    countries: int
    """How many."""
    timelines: int
    """How many."""
    events: int
    """Entries of all timelines; one that stands on several counts once."""
    pages: int
    """HTML pages, without those that only lead on."""


class FieldChange(Record):
    """A field that says something else."""

    field: str
    """Its name, as in the data files."""
    old: str | None = None
    """What it said; null for a field that was empty, for a list, and for a long text."""
    new: str | None = None
    """What it says now."""
    removed: tuple[str, ...] = ()
    """Of a list: what is no longer in it."""
    added: tuple[str, ...] = ()
    """Of a list: what is new in it."""


class PersonAt(Record):
    """A person in one of the sites."""

    id: str
    """As in `data/people.json`."""
    name: str
    """The spelling shown."""
    articles: int
    """How many name the person."""


class PeopleMerged(Record):
    """Several persons who are one now."""

    old: tuple[PersonAt, ...]
    """Two or more, most articles first."""
    new: PersonAt
    """What became of them."""


class PersonSplit(Record):
    """One person who is several now."""

    old: PersonAt
    """Who it was."""
    new: tuple[PersonAt, ...]
    """Two or more, most articles first."""


class PersonRenamed(Record):
    """The same person under another name, or with another page."""

    old: PersonAt
    """As it was."""
    new: PersonAt
    """As it is."""


class SpellingMoved(Record):
    """A name as written that is taken for somebody else in the same articles."""

    text: str
    """As written."""
    articles: tuple[str, ...]
    """Ids in the new site, sorted."""
    old: PersonAt
    """Whose it was."""
    new: PersonAt
    """Whose it is."""


class PeopleChanges(Record):
    """What became of the people. `moved` leaves out the spellings of those who were merged, split, new or gone."""

    merged: tuple[PeopleMerged, ...] = ()
    """Several who are one now."""
    split: tuple[PersonSplit, ...] = ()
    """One who is several now."""
    renamed: tuple[PersonRenamed, ...] = ()
    """Shown under another name, or at another address."""
    moved: tuple[SpellingMoved, ...] = ()
    """Spellings taken for somebody else."""
    removed: tuple[PersonAt, ...] = ()
    """Gone, and taken for nobody."""
    added: tuple[PersonAt, ...] = ()
    """New."""


class EventAt(Record):
    """An entry of the timelines in one of the sites."""

    id: str
    """As in `data/timelines/`."""
    date: str
    """EDTF."""
    text: str
    """As shown: the editor's title, or the sentence of the clearest report."""
    timelines: tuple[str, ...]
    """Ids of those on which it stands, sorted."""


class EventsMerged(Record):
    """Several entries that are one now."""

    old: tuple[EventAt, ...]
    """Two or more, in order of date."""
    new: EventAt
    """What became of them."""


class EventSplit(Record):
    """One entry that is several now."""

    old: EventAt
    """What it was."""
    new: tuple[EventAt, ...]
    """Two or more, in order of date."""


class EventChanged(Record):
    """The same event, told otherwise."""

    old: EventAt
    """As it was."""
    new: EventAt
    """As it is."""
    fields: tuple[FieldChange, ...]
    """Any of `date`, `text`, `kind`, `sources`, `independent_texts`, `timelines`, `countries`, `dates` and `figures`,
    in this order; of timelines only those that both sites have, of dates and figures those that do not agree."""


class EventChanges(Record):
    """What became of the events."""

    changed: tuple[EventChanged, ...] = ()
    """Those whose date moved come first."""
    merged: tuple[EventsMerged, ...] = ()
    """Several that are one now."""
    split: tuple[EventSplit, ...] = ()
    """One that is several now."""
    removed: tuple[EventAt, ...] = ()
    """On no timeline now."""
    added: tuple[EventAt, ...] = ()
    """New on the timelines."""


class ArticleAt(Record):
    """An article in one of the sites."""

    id: str
    """As in `data/articles.jsonl`."""
    path: str
    """Of the clipping."""
    headline: str
    """Plain text."""


class ArticleChanged(Record):
    """The same article, read otherwise."""

    old: ArticleAt
    """As it was."""
    new: ArticleAt
    """As it is."""
    fields: tuple[FieldChange, ...]
    """Any of `id`, `path`, `headline`, `published`, `source`, `byline`, `dateline`, `language`, `url`, `countries`,
    `people`, `dates`, `events`, `same_text_as` and `body`, in this order."""


class ArticleChanges(Record):
    """What became of the articles."""

    changed: tuple[ArticleChanged, ...] = ()
    """Those whose date of publication moved come first."""
    removed: tuple[ArticleAt, ...] = ()
    """Gone."""
    added: tuple[ArticleAt, ...] = ()
    """New."""


class NamedAt(Record):
    """A country or a timeline in one of the sites."""

    id: str
    """Names the page."""
    name: str
    """As shown."""


class NamedAnew(Record):
    """The same country or timeline under another name, or with another page."""

    old: NamedAt
    """As it was."""
    new: NamedAt
    """As it is."""


class NamedChanges(Record):
    """Which countries or timelines came and went."""

    removed: tuple[NamedAt, ...] = ()
    """Gone."""
    added: tuple[NamedAt, ...] = ()
    """New."""
    renamed: tuple[NamedAnew, ...] = ()
    """Shown under another name, or at another address."""


class PageRedirected(Record):
    """A page that is gone, and whose address leads on."""

    path: str
    """Of the page that was."""
    to: str
    """Path of the page it leads to."""


class PageChanges(Record):
    """Which addresses came and went."""

    removed: tuple[str, ...] = ()
    """Gone, and nothing stands at their addresses."""
    redirected: tuple[PageRedirected, ...] = ()
    """Gone, and their addresses lead on."""
    added: tuple[str, ...] = ()
    """New."""


class Changes(Record):
    """All that differs between two sites."""

    schema: str
    """`newsgen:changes:2`."""
    old: SiteAt
    """The site before."""
    new: SiteAt
    """The site after."""
    people: PeopleChanges = PeopleChanges()
    """Of `data/people.json`."""
    events: EventChanges = EventChanges()
    """Of `data/timelines/`."""
    articles: ArticleChanges = ArticleChanges()
    """Of `data/articles.jsonl`."""
    timelines: NamedChanges = NamedChanges()
    """Of `data/timelines/`."""
    countries: NamedChanges = NamedChanges()
    """Of `data/countries.json`."""
    pages: PageChanges = PageChanges()
    """Of the HTML files."""

    @property
    def is_empty(self) -> bool:
        """Whether the sites say the same."""
        return (
            self.people == PeopleChanges()
            and self.events == EventChanges()
            and self.articles == ArticleChanges()
            and self.timelines == self.countries == NamedChanges()
            and self.pages == PageChanges()
        )
