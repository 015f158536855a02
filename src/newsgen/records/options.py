"""The parts of the configuration that the stages depend on, each stage's in one record."""

from typing import Literal

import msgspec

from newsgen.records import Record

Rights = Literal["full", "excerpt", "metadata"]

RedirectHost = Literal["netlify", "cloudflare", "nginx"]
"""Whose server can be told of redirects in a file of its own form."""


WithheldKind = Literal["article", "person", "passage"]


class Outlet(Record):
    """A source that `site.yaml` declares."""

    name: str
    """The name shown."""
    aliases: tuple[str, ...] = ()
    """Other spellings and initials that stand for it in clippings."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code."""
    rights: Rights = "full"
    """What may be republished: everything, the first paragraph, or only the data about it."""
    url: str | None = None
    """The outlet's own site (`http` or `https`)."""
    indexed: bool | None = None
    """Whether search engines may list its full texts (`index` in the file); None for what the site says."""


class Licence(Record):
    """On which terms others may use the archive's own data; the outlets' texts are not meant."""

    name: str
    """`CC BY 4.0`."""
    url: str | None = None
    """Where it stands in full (`http` or `https`)."""


class Origin(Record):
    """Where `site.yaml` asks for a recogniser: for messages and relative paths, not for what it finds."""

    folder: str = ""
    """The site's folder."""
    line: int = 0
    """Where the entry begins in `site.yaml`, 1-based."""
    column: int = 0
    """The same in characters."""
    keys: tuple[tuple[str, int, int], ...] = ()
    """(key, line, column) of each setting."""


class RecogniserOptions(Record):
    """A recogniser that `site.yaml` asks for."""

    name: str
    """`package.module:Name`, of a class."""
    settings: str = "{}"
    """What its class is called with: the text of a JSON object."""
    fingerprint: str = ""
    """Its own; empty until it was asked."""
    origin: Origin = Origin()
    """Where it is asked for."""

    @property
    def title(self) -> str:
        """The name by which messages and rules call it, with its plain settings: two may be of one class."""
        plain = [value for value in msgspec.json.decode(self.settings).values() if isinstance(value, str)]
        return f"{self.name}({', '.join(plain)})" if plain else self.name


class ReadingOptions(Record):
    """What the reading of one clipping (layout and annotation) depends on, beside bytes and lexicon."""

    outlets: tuple[Outlet, ...] = ()
    """In the order of `site.yaml`."""
    language: str = "en"
    """The site's language: taken where a text is too short to tell."""
    recognisers: tuple[RecogniserOptions, ...] = ()
    """In the order of `site.yaml`: what an earlier one finds goes before what a later one finds."""


class Judgement(Record):
    """One entry of `people.yaml`: what the editor decided about a name."""

    name: str
    """The spelling shown."""
    also: tuple[str, ...] = ()
    """Spellings that mean the same person."""
    different: tuple[str, ...] = ()
    """Names never to merge with this one (`not` in the file)."""
    person: bool = True
    """False: this is the name of no person at all."""
    note: str | None = None
    """Why, in one or more lines; shown on the person's page."""
    line: int = 0
    """Where the entry begins in `people.yaml`, 1-based."""
    places: tuple[tuple[str, int, int], ...] = ()
    """(spelling, line, column) of each name in the entry, in the order `name`, `also`, `not`."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """All names that mean the one whom the entry speaks of."""
        return (self.name, *self.also)

    def find(self, spelling: str, *, barred: bool = False) -> tuple[int, int]:
        """Line and column of one of its names, or of one under `not`; column 0 if that is not known."""
        own, others = self.places[: len(self.spellings)], self.places[len(self.spellings) :]
        places = others if barred else own
        return next(((line, column) for text, line, column in places if text == spelling), (self.line, 0))


class EventChoice(Record):
    """An event of the archive that the editor pins to a timeline or hides from it.

    It is meant either by its id, or by its date and by words of a sentence that reports it.
    """

    event: str | None = None
    """Its id: the anchor of its entry."""
    date: str | None = None
    """EDTF; without an id."""
    words: tuple[str, ...] = ()
    """All of them stand in one of its sentences, in any order; compared without case and accents."""
    title: str | None = None
    """What the entry says in place of a sentence, where it is pinned."""
    reason: str | None = None
    """Why it is hidden or pinned: for the editor, shown on no page."""
    line: int = 0
    """Where the entry begins in `site.yaml`, 1-based."""
    column: int = 0
    """The same in characters."""


class OwnEvent(Record):
    """An event that no article reports: the editor's own."""

    date: str
    """EDTF."""
    text: str
    """What happened."""
    countries: tuple[str, ...] = ()
    """ISO codes."""
    people: tuple[str, ...] = ()
    """Names, or ids of their pages."""
    source: str | None = None
    """What it is known from, in words."""
    url: str | None = None
    """The same as an address (`http` or `https`)."""
    reason: str | None = None
    """Why it is added: for the editor, shown on no page."""
    line: int = 0
    """Where the entry begins in `site.yaml`, 1-based."""
    column: int = 0
    """The same in characters."""
    people_at: tuple[tuple[int, int], ...] = ()
    """Line and column of each of `people`, in their order."""


class TimelineOptions(Record):
    """One timeline that `site.yaml` asks for."""

    id: str
    """Name of its files and part of its URL."""
    title: str
    """Shown above it."""
    description: str | None = None
    """One paragraph under the title."""
    countries: tuple[str, ...] = ()
    """ISO codes: what articles about all of them tell of one of them or its people, and articles that go with these."""
    people: tuple[str, ...] = ()
    """Names, or ids of their pages: events that name at least one of them."""
    words: tuple[str, ...] = ()
    """Words: events whose sentences hold at least one of them, compared without case and accents."""
    date_from: str | None = None
    """EDTF date; earlier events are left out (`from` in the file)."""
    date_to: str | None = None
    """EDTF date; later events are left out (`to` in the file)."""
    pinned: tuple[EventChoice, ...] = ()
    """Events of the archive that stand on it whatever the conditions say."""
    own: tuple[OwnEvent, ...] = ()
    """The editor's own events (those of `pinned` with a `text`)."""
    hidden: tuple[EventChoice, ...] = ()
    """Events that do not stand on it, unless they are pinned."""
    line: int = 0
    """Where the entry begins in `site.yaml`, 1-based."""
    column: int = 0
    """The same in characters."""
    people_at: tuple[tuple[int, int], ...] = ()
    """Line and column of each of `people`, in their order."""


class SiteOptions(Record):
    """What the pages show of `site.yaml`."""

    title: str
    """The archive's title."""
    description: str = ""
    """One or two sentences; shown on the home page and in feeds."""
    base_url: str | None = None
    """Ends in a slash; needed only by feeds, sitemap and canonical links."""
    language: str = "en"
    """Of the site's own texts, BCP 47."""
    outlets: tuple[Outlet, ...] = ()
    """In the order of `site.yaml`."""
    timelines: tuple[TimelineOptions, ...] = ()
    """In the order of `site.yaml`."""
    drafts: bool = False
    """Whether articles with `draft: true` are built."""
    redirect_hosts: tuple[RedirectHost, ...] = ()
    """Servers for which the redirects are written in their own form, too (`redirects` in the file), sorted."""
    indexed: bool = False
    """Whether search engines may list full texts of outlets that do not say otherwise (`index` in the file)."""
    licence: Licence | None = None
    """Of the archive's own data; None where the editor does not say."""


class Redirect(Record):
    """One entry of `redirects.yaml`: an address that the site once had."""

    old: str
    """Path of the page that was there, with forward slashes (`from` in the file)."""
    new: str | None
    """Path of the page that took its place (`to` in the file); None if none did (`gone`)."""
    goal: str | None
    """What `new` leads to in the end, if it has moved on itself."""
    line: int = 0
    """Where `old` stands in `redirects.yaml`, 1-based."""
    column: int = 0
    """The same in characters."""
    new_line: int = 0
    """Where `new` stands."""
    new_column: int = 0
    """The same in characters."""


class Withheld(Record):
    """One entry of `withhold` in `site.yaml`: what is to stand in no file of the site."""

    kind: WithheldKind
    """Which of its keys says what is withheld."""
    what: str
    """An article's file or slug, a person's name or slug, or the words of a passage."""
    reason: str
    """Why: for the editor, shown on no page."""
    article: str | None = None
    """Of a passage: the only article that it is taken out of."""
    line: int = 0
    """Where the entry begins in `site.yaml`, 1-based."""
    column: int = 0
    """The same in characters."""


class Config(Record):
    """All that the three files and the command line say."""

    site: SiteOptions
    """For the global stages."""
    reading: ReadingOptions
    """For the work on each clipping."""
    judgements: tuple[Judgement, ...] = ()
    """`people.yaml`, in its order."""
    redirects: tuple[Redirect, ...] = ()
    """`redirects.yaml`, in its order."""
    withheld: tuple[Withheld, ...] = ()
    """`withhold` in `site.yaml`, in its order."""
