"""The annotated article: what a text speaks of, each thing with the span that says so."""

from typing import Literal

from newsgen.errors import Diagnostic
from newsgen.records import PackedRecord
from newsgen.records.article import Article
from newsgen.records.texts import Sketch

ReportKind = Literal["happened", "announced"]
UnresolvedReason = Literal["several-bear-it", "person-or-not"]


class CountryMention(PackedRecord):
    """A span that names a country."""

    start: int
    """Offset in `Article.text`, as all offsets of this module."""
    end: int
    """Offset behind the span."""
    surface: str
    """`text[start:end]`."""
    code: str
    """ISO 3166-1 alpha-2."""
    rule: str
    """Name of the rule: `name`, `demonym`, `capital`, `metonym`, …"""


class PersonMention(PackedRecord):
    """A span that names a person, with the title in front of the name."""

    start: int
    """Where the span begins, title and all."""
    end: int
    """Offset behind the span."""
    surface: str
    """`General Abdourahamane Tiani`; as written."""
    name: str
    """The surface without title and possessive: `Abdourahamane Tiani`."""
    person: int
    """Index into `Reading.people`."""
    rule: str
    """Name of the rule that took the span for a person's name."""


class UnresolvedMention(PackedRecord):
    """A span that may name a person, left for the editor to decide: it makes no page and counts for nobody."""

    start: int
    """Where the span begins."""
    end: int
    """Offset behind the span."""
    surface: str
    """`text[start:end]`."""
    reason: UnresolvedReason
    """`several-bear-it`: two persons of the article have this name; `person-or-not`: too little speaks for a person,
    and nothing against."""


class DateMention(PackedRecord):
    """A span that tells a time."""

    start: int
    """Where the span begins."""
    end: int
    """Offset behind the span."""
    surface: str
    """`text[start:end]`."""
    value: str | None
    """EDTF, no finer than the words; None where nothing tells which day is meant."""
    rule: str
    """Name of the rule that read it."""
    anchor: str | None = None
    """EDTF date that a relative expression was resolved against."""


class Quote(PackedRecord):
    """Direct speech, without its quotation marks."""

    start: int
    """Where the speech begins, behind its opening mark."""
    end: int
    """Where its closing mark stands."""
    speaker: int | None
    """Index into `Reading.people`; None where the text does not clearly tell."""
    rule: str
    """Name of the rule that gave the speaker."""


class Report(PackedRecord):
    """An article's telling of an event: a sentence that tells a dated happening."""

    date: str
    """EDTF."""
    start: int
    """Span of the sentence."""
    end: int
    """Offset behind the sentence."""
    date_mention: int
    """Index into `Reading.dates`: the expression that dates it."""
    kind: ReportKind
    """`announced` for what is still to come when the article was written."""
    topics: tuple[str, ...]
    """Kinds of happening that the words tell, sorted: `coup`, `withdrawal`, `visit`, …; may be empty."""
    countries: tuple[str, ...]
    """ISO codes named in the sentence, sorted."""
    people: tuple[int, ...]
    """Indices into `Reading.people` of those named in the sentence, sorted."""
    background: bool = False
    """Whether the article recalls it, as against bringing it as its news."""
    clause: tuple[int, int] | None = None
    """Span of the words that tell it, where other clauses of the sentence tell of other dates."""


class LocalPerson(PackedRecord):
    """One person within one article: the mentions that mean the same."""

    name: str
    """The fullest form, without title."""
    family: str
    """Family name as far as it can be told, as written: `Zeine`, `van der Leyen`; the whole of a mononym."""
    given: tuple[str, ...]
    """The other parts of the name, in order, as written."""
    titles: tuple[str, ...]
    """Titles and offices written with the name, in order of first use: `General`, `Prime Minister`."""
    forms: tuple[str, ...]
    """Distinct surfaces, in order of first use: the data's `as_written`."""
    countries: tuple[str, ...]
    """ISO codes that the text ties to the person ("Niger's prime minister", "Iran's president"), sorted."""
    mentions: int
    """How many spans mean this person."""


class CountryCount(PackedRecord):
    """A country in one article."""

    code: str
    """ISO 3166-1 alpha-2."""
    mentions: int
    """How many spans mean it; the dateline, which is no part of the text, is one more."""
    primary: bool
    """Whether the article is about it, as against named in passing."""


class Reading(PackedRecord):
    """An article with all that was found in it: what is remembered for each clipping."""

    article: Article
    """With the dateline's and publication's year filled in where it could be inferred."""
    countries: tuple[CountryCount, ...] = ()
    """Most mentioned first, then by code."""
    people: tuple[LocalPerson, ...] = ()
    """In order of first mention."""
    country_mentions: tuple[CountryMention, ...] = ()
    """Sorted by start; disjoint."""
    person_mentions: tuple[PersonMention, ...] = ()
    """Sorted by start; disjoint."""
    unresolved: tuple[UnresolvedMention, ...] = ()
    """Sorted by start; disjoint, from one another and from all other mentions."""
    dates: tuple[DateMention, ...] = ()
    """Sorted by start; disjoint."""
    impossible: tuple[tuple[int, int], ...] = ()
    """Spans of days that no calendar has, and of times that would end before they begin; sorted, disjoint."""
    quotes: tuple[Quote, ...] = ()
    """Sorted by start; disjoint."""
    reports: tuple[Report, ...] = ()
    """In order of their sentences."""
    sketch: Sketch | None = None
    """Tells which other articles may carry the same text; None of a text too short to tell."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Of decoding, layout and annotation, to be shown again with every build."""
