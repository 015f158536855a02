"""What the search of the site is made of: of each article only what its page shows, and the names of things."""

from typing import Literal

from newsgen.records import Record

NameKind = Literal["person", "country", "outlet"]


class SearchText(Record):
    """An article as the search knows it; nothing in here may not be shown."""

    id: str
    """Slug, unique."""
    href: str
    """Its page, from the page of the search."""
    headline: str
    """Plain text."""
    source: str
    """Name of the outlet; may be empty."""
    date: str
    """When it was published, in words; may be empty."""
    month: str
    """`2024-05`; `2024` if only the year is known; `undated`."""
    day: int
    """Of the month, for the order; 0 if it is not known."""
    language: str
    """ISO 639-1 code."""
    body: str
    """As much of the text as is shown."""
    further: tuple[str, ...]
    """What else it is found by: standfirst, byline, captions."""
    facets: tuple[str, ...]
    """`country:niger`, `person:ali-example`, `outlet:example-wire`: what results may be narrowed to."""
    note: str = ""
    """What a reader must know about the date: `year inferred`."""


class SearchName(Record):
    """A person, country or outlet that the search suggests."""

    kind: NameKind
    """What it is."""
    id: str
    """Slug."""
    name: str
    """As shown."""
    href: str
    """Its page, from the page of the search."""
    articles: int
    """How many name it, or are of it."""
    spellings: tuple[str, ...]
    """Other names that find it, the most used first."""


class SearchInput(Record):
    """All that the index is made from."""

    texts: tuple[SearchText, ...]
    """In no particular order."""
    names: tuple[SearchName, ...]
    """In no particular order."""


class SearchLedger(Record):
    """What an index was made from: enough to tell which of its files another one needs anew."""

    articles: tuple[tuple[int, str], ...]
    """Number of each article, and the key under which its words are remembered."""
    sizes: tuple[tuple[str, int, int], ...]
    """Each word, and how many characters its postings take, and its places."""
