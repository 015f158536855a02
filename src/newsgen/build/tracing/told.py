"""What tracing tells: records for the terminal and, as they are, for JSON."""

from newsgen.build.alike import FrontMatter
from newsgen.records import Record
from newsgen.records.entities import EventDate, EventFigure
from newsgen.records.reading import ReportKind, UnresolvedReason


class Passage(Record):
    """A sentence of a clipping, and the words in it that are meant."""

    path: str
    """Of the clipping, within the site's folder."""
    line: int | None
    """Where the words stand, 1-based; None where the clipping does not hold them as they are."""
    column: int | None
    """The same in characters."""
    source: str | None
    """The outlet's name."""
    published: str | None
    """EDTF."""
    words: str
    """As written."""
    sentence: str
    """That holds the words, on one line."""


class TracedItem(Record):
    """What a list has: a clipping, or an event."""

    place: str
    """Path of the clipping, or address of the event."""
    text: str
    """Headline, or sentence."""
    why: str
    """Why it is there, or since when: in words."""


class TracedWording(Record):
    """A way in which a person is written: a spelling, or a title."""

    text: str
    """As written."""
    articles: int
    """How many write it so."""
    outlets: tuple[str, ...]
    """Names of those that do, most articles first; articles without an outlet have none."""
    paths: tuple[str, ...]
    """Of the clippings, oldest first."""
    first: Passage | None
    """The oldest that has it; None where only front matter does."""


class TracedJoin(Record):
    """Why two names are one person's, or may be."""

    left: str
    """A name as written."""
    right: str
    """Another one."""
    rule: str
    """Name of the rule; `people.yaml` for a judgement."""
    evidence: tuple[str, ...]
    """What speaks for it."""
    against: tuple[str, ...]
    """What speaks against it."""
    passages: tuple[Passage, ...]
    """For each name the oldest sentence that has it."""


class TracedDoubt(Record):
    """Somebody else who may be the same."""

    id: str
    """Of the other person."""
    name: str
    """As shown."""
    page: str | None
    """The other page; None if there is none."""
    articles: int
    """That name the other."""
    join: TracedJoin
    """What speaks for and against."""
    judge_by: tuple[str, str] | None
    """Names by which `people.yaml` tells the two apart, the person's own first; None if they are written alike."""
    list_as: FrontMatter | None = None
    """What to write into front matter, if no name tells them apart."""


class TracedJudgement(Record):
    """An entry of `people.yaml`."""

    line: int
    """Where it says what concerns the name."""
    says: str
    """In words."""


class TracedPerson(Record):
    """A person, and why all that is on the page is this one's."""

    id: str
    """Slug of the name, unique."""
    name: str
    """The spelling shown."""
    page: str | None
    """Path of the page; None where too little is known for one."""
    articles: int
    """That name or list the person."""
    note: str | None
    """The editor's."""
    judgements: tuple[TracedJudgement, ...]
    """Entries of `people.yaml` that concern this person, in their order."""
    spellings: tuple[TracedWording, ...]
    """Most articles first."""
    titles: tuple[TracedWording, ...]
    """Most used first."""
    listed: tuple[str, ...]
    """Paths of clippings whose front matter lists the person."""
    joins: tuple[TracedJoin, ...]
    """Why the spellings are one person's."""
    undecided: tuple[TracedDoubt, ...]
    """Who else it may be."""
    speaks_for: tuple[str, ...]
    """Of a name that several articles write alike: what lets take it for one person's."""
    speaks_against: tuple[str, ...]
    """What they tell otherwise; empty if nothing that was compared differs."""
    events: tuple[TracedItem, ...]
    """Those that name the person, oldest first."""


class OpenMention(Record):
    """A name in an article that is nobody's, for it stays open whose it is."""

    reason: UnresolvedReason
    """Why it stays open."""
    passage: Passage
    """Where it stands."""


class TracedReport(Record):
    """One article's telling of an event."""

    passage: Passage
    """The sentence; its words are those that tell the date."""
    date: str
    """EDTF, as this report gives it."""
    rule: str
    """Name of the rule that read the date."""
    anchor: str | None
    """EDTF date that the words were resolved against."""
    kind: ReportKind
    """Whether it tells what has happened or announces it."""
    clearest: bool
    """Whether its sentence is the one that is shown."""
    like: int | None
    """Index of the report that it was compared with; None for the first."""
    evidence: tuple[str, ...]
    """What joined the two."""
    same_text_as: tuple[int, ...]
    """Indices of the reports in other articles that carry the same text: together they count as one."""


class TracedStanding(Record):
    """A timeline that an event stands on."""

    timeline: str
    """Its id."""
    page: str
    """Path of its page."""
    why: str
    """In words."""


class TracedEvent(Record):
    """An event, and what it is made from."""

    id: str
    """Its anchor."""
    date: str
    """EDTF."""
    date_why: str
    """How many reports give this date, and what the others give."""
    kind: ReportKind
    """`announced` if no report tells it as happened."""
    topics: tuple[str, ...]
    """Kinds of happening."""
    countries: tuple[str, ...]
    """Names."""
    people: tuple[str, ...]
    """Names."""
    reports: tuple[TracedReport, ...]
    """Oldest article first."""
    articles: int
    """How many articles they stand in: the sentences of one count as one report."""
    texts: int
    """How many of these are independent of each other."""
    dates: tuple[EventDate, ...]
    """Dates on which the reports differ, with indices into `reports`."""
    figures: tuple[EventFigure, ...]
    """Numbers on which they differ, likewise."""
    standings: tuple[TracedStanding, ...]
    """Timelines that show it."""


class TracedArticle(Record):
    """Why an article is about a country, or names it only in passing."""

    path: str
    """Of the clipping."""
    page: str
    """Path of its page."""
    headline: str
    """Plain text."""
    published: str | None
    """EDTF."""
    about: bool
    """Whether the article is about the country."""
    rule: str
    """Name of the rule."""
    rule_says: str
    """What the rule does, in one sentence."""
    evidence: tuple[str, ...]
    """In order of weight."""
    lines: tuple[int | None, ...]
    """For each piece of evidence the line of the clipping; None if it is known from elsewhere."""
    against: str | None
    """What it was measured by."""


class TracedCountry(Record):
    """A country, and why articles are about it."""

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    """As a newspaper writes it."""
    about: int
    """How many articles are about it."""
    passing: int
    """How many name it in passing."""
    articles: tuple[TracedArticle, ...]
    """The newest of both, those about it first."""


class Traced(Record):
    """What a name or an address leads to; of the parts only those that it has."""

    asked: str
    """The name or address as it was given."""
    page: str | None = None
    """Path of the page."""
    made_from: str = ""
    """What the page is of, in words."""
    facts: tuple[tuple[str, str], ...] = ()
    """(label, text) of what else is to be said."""
    clipping: str | None = None
    """Of an article: path of the clipping."""
    place: tuple[int, int] | None = None
    """Of an article, where the address leads within it: span in the article's text."""
    people: tuple[TracedPerson, ...] = ()
    """Of a person's page one; of a name all who bear it."""
    nobody: TracedJudgement | None = None
    """The judgement that a name is no person's."""
    mentions: tuple[OpenMention, ...] = ()
    """Where it stays open whose a name is."""
    event: TracedEvent | None = None
    """Of an event's address."""
    country: TracedCountry | None = None
    """Of a country's page."""
    items: tuple[TracedItem, ...] = ()
    """Of a list."""
