"""The pages of persons and of names, and their index."""

from newsgen.records import Record
from newsgen.records.site.charts import Coverage, Figure, Network
from newsgen.records.site.events import EventItem
from newsgen.records.site.lists import Calendar, Item, Listing
from newsgen.records.site.pieces import Frame, Ref, ShownDate, Tally


class Sighting(Record, gc=False):
    """Where an article writes a name."""

    href: str
    """The place in the article."""
    source: str
    """Its outlet, or words in its place."""
    date: ShownDate | None
    """When it was published; None if undated."""


class Wording(Record):
    """A name or title as it is written: by whom, how often and when."""

    text: str
    """As written."""
    sources: tuple[Ref, ...]
    """Outlets that write it, those of most articles first; of many, the first few."""
    further: int
    """Outlets beside these."""
    articles: int
    """How many write it."""
    first: Sighting | None
    """The earliest dated article that does; any, where none is dated."""
    last: Sighting | None
    """The latest; None if it is of the same day."""
    lang: str = ""
    """Language of a title, where it is not the interface's."""


class JoinRow(Record):
    """Why two spellings are one person, or may be."""

    left: str
    """A name as written."""
    right: str
    """Another."""
    rule: str
    """In plain words."""
    evidence: tuple[str, ...]
    """What the rule rests on."""
    other: Ref | None = None
    """The other person, where the two are not joined."""
    against: tuple[str, ...] = ()
    """What speaks against it."""
    left_at: Sighting | None = None
    """Where the first name is written; None where only an editor's file or a header has it."""
    right_at: Sighting | None = None
    """Where the other one is."""


class QuotationItem(Record):
    """Direct speech by a person, or about one."""

    text: str
    """On one line, without quotation marks; a long one is cut."""
    lang: str
    """Of the text, where it is not the interface's."""
    speaker: Ref | None
    """Who says it; None if it is who the page is about, or nobody knows."""
    seen: tuple[Sighting, ...]
    """The articles that quote it so, oldest first; of many, the first few."""
    further: int
    """Articles beside these."""


class Quotations(Record):
    """Quotations, the latest first; of many, only the latest."""

    items: tuple[QuotationItem, ...] = ()
    """The latest first."""
    total: int = 0
    """How many there are in all."""


class PersonPage(Record):
    """`people/<slug>.html`."""

    frame: Frame
    """What surrounds it."""
    name: str
    """The spelling shown."""
    titles: tuple[Ref, ...]
    """Most used first; of many, the most used."""
    note: str
    """The editor's; may be empty."""
    namesakes: tuple[Ref, ...]
    """Pages of the names that others bear, too."""
    spellings: tuple[Wording, ...]
    """Most used first; of many, the most used."""
    rare_spellings: tuple[Wording, ...]
    """The others, likewise: out of the way until a reader asks for them."""
    total_spellings: int
    """How many there are in all."""
    described: tuple[Wording, ...]
    """Titles, most used first; of many, the most used."""
    total_titles: int
    """How many there are in all."""
    joins: tuple[JoinRow, ...]
    """Why they are one person; of many, the first."""
    total_joins: int
    """How many there are in all."""
    undecided: tuple[JoinRow, ...]
    """Others who may be the same; of many, those whom most articles name."""
    total_undecided: int
    """How many there are in all."""
    listing: Listing
    """Articles that name them."""
    countries: tuple[Tally, ...]
    """Named in the same articles."""
    people: tuple[Tally, ...]
    """Named in the same articles."""
    events: tuple[EventItem, ...]
    """Oldest first; of many, the most reported."""
    total_events: int
    """How many there are in all."""
    timelines: tuple[Ref, ...] = ()
    """Where more of them are, if `events` is not all."""
    said: Quotations = Quotations()
    """What they say."""
    told: Quotations = Quotations()
    """What others say of them."""
    figures: tuple[Figure, ...] = ()
    """What stands first."""
    calendar: Calendar | None = None
    """Leads to the listings by month, where there are any."""
    coverage: Coverage | None = None
    """Articles over time, where there are no such listings."""


class IndexedPerson(Record, gc=False):
    """A person in the index; the name in three parts so that the family name can stand out."""

    before: str
    """What stands before the family name."""
    family: str
    """The family name."""
    after: str
    """What stands behind it."""
    href: str
    """The person's page."""
    title: Ref | None
    """The title most used, if there is any."""
    articles: int
    """How many name them; 0 for a name that several persons bear."""
    bearers: int = 0
    """How many persons bear the name, where this is a page of a name and not of a person."""


class PeopleGroup(Record):
    """The persons under one letter."""

    letter: str
    """In capitals; a script's name for the letters of another script than the Latin one, `#` for what is no letter."""
    id: str
    """Anchor."""
    people: tuple[IndexedPerson, ...]
    """By family name."""


class LetterLink(Record, gc=False):
    """The way to the people under a letter."""

    ref: Ref
    """Leads to the letter's page, or to its place on this one."""
    current: bool
    """Whether this is the letter's own page."""


class PeoplePage(Record):
    """`people/index.html`."""

    frame: Frame
    """What surrounds it."""
    letters: tuple[LetterLink, ...]
    """In order."""
    groups: tuple[PeopleGroup, ...]
    """By letter; none where each letter has a page."""
    most: tuple[Tally, ...] = ()
    """Those named most, where each letter has a page."""
    network: Network | None = None
    """Who is named together; None where too few are."""


class LetterPage(Record):
    """`people/letters/<letter>.html`: of an archive of very many people those under one letter."""

    frame: Frame
    """What surrounds it."""
    letters: tuple[LetterLink, ...]
    """In order."""
    group: PeopleGroup
    """The people."""


class Namesake(Record):
    """One of several persons of one name."""

    ref: Ref
    """Leads to the person's page."""
    titles: tuple[Ref, ...]
    """Most used first; of many, the most used."""
    countries: tuple[Ref, ...]
    """Those that articles tie to the person; else those named together most."""
    years: str
    """When articles name the person: `2023–2024`; empty if none is dated."""
    articles: int
    """How many do."""
    unclear: bool
    """Whether it may be one of the others: only the name is known."""
    latest: tuple[Item, ...] = ()
    """The newest of these articles."""


class NamePage(Record):
    """`names/<slug>.html`: a name that several persons bear."""

    frame: Frame
    """What surrounds it."""
    name: str
    """As it is mostly written."""
    people: tuple[Namesake, ...]
    """Those of most articles first, the unclear ones last."""
    items: tuple[Item, ...]
    """Articles that do not tell which of them is meant, newest first; of many, the newest."""
    total_items: int
    """How many there are in all."""
