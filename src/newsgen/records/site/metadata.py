"""What a page tells programs: reference managers, previews, and whoever reads the vocabulary of schema.org.

The records of schema.org are written as they are, as JSON-LD; so their fields have the vocabulary's names, and what is
not known is left out.
"""

from typing import Literal

from msgspec import field

from newsgen.records import Record


class Bibliographic(Record):
    """An article as a reference manager saves it from its page."""

    headline: str
    """Plain text."""
    authors: tuple[str, ...]
    """`Family, Given`; only persons, for a desk would be saved as one."""
    outlet: str
    """May be empty."""
    date: str
    """ISO 8601, as precise as it is known; empty where it is approximate, has no year, or was inferred in part."""
    uncertain_date: str
    """EDTF with the sign of what is uncertain (`2024-05-15?`), of a date that was inferred in part; else empty."""
    section: str
    """The section line above the headline; may be empty."""
    language: str
    """ISO 639-1 code."""


class LinkedPerson(Record, gc=False, omit_defaults=True, tag_field="@type", tag="Person", rename="camel"):
    """A person who is named."""

    name: str
    """As shown."""
    url: str = ""
    """The person's page."""


class LinkedCountry(Record, gc=False, omit_defaults=True, tag_field="@type", tag="Country", rename="camel"):
    """A country that is named."""

    name: str
    """As shown."""
    url: str = ""
    """Its page."""


class LinkedOutlet(
    Record, gc=False, omit_defaults=True, tag_field="@type", tag="NewsMediaOrganization", rename="camel"
):
    """Who published an article."""

    name: str
    """As shown."""
    url: str = ""
    """The outlet's own site."""


class NewsArticle(Record, omit_defaults=True, tag_field="@type", tag="NewsArticle", rename="camel"):
    """An article."""

    context: str = field(name="@context")
    """The vocabulary."""
    headline: str
    """Plain text."""
    url: str = ""
    """Its canonical address."""
    archived_at: str = ""
    """Address of the page in the archive, where that is not the canonical one."""
    date_published: str = ""
    """ISO 8601, as precise as it is known; empty where it is approximate, has no year, or was inferred in part."""
    in_language: str = ""
    """ISO 639-1 code."""
    author: tuple[LinkedPerson, ...] = ()
    """The persons whom the byline names."""
    credit_text: str = ""
    """The byline, where it is not plainly of persons."""
    publisher: LinkedOutlet | None = None
    """Its outlet."""
    about: tuple[LinkedCountry, ...] = ()
    """The countries that it is about."""
    mentions: tuple[LinkedPerson | LinkedCountry, ...] = ()
    """Persons and further countries that it names; of many, the first."""


class PersonProfile(Record, omit_defaults=True, tag_field="@type", tag="Person", rename="camel"):
    """A person who has a page."""

    context: str = field(name="@context")
    """The vocabulary."""
    name: str
    """The spelling shown."""
    url: str = ""
    """The page's address."""
    alternate_name: tuple[str, ...] = ()
    """Other spellings; of many, the most used."""
    job_title: tuple[str, ...] = ()
    """Titles and offices written with the name; of many, the most used."""


class ListItem(Record, gc=False, omit_defaults=True, tag_field="@type", tag="ListItem", rename="camel"):
    """A place in a list."""

    position: int
    """1-based."""
    url: str
    """What stands there."""


class ItemList(Record, omit_defaults=True, tag_field="@type", tag="ItemList", rename="camel"):
    """What a page lists."""

    context: str = field(name="@context")
    """The vocabulary."""
    number_of_items: int
    """How many there are in all."""
    item_list_element: tuple[ListItem, ...]
    """The first of them, in the order of the page."""


class Metadata(Record):
    """What the head of a page says of it beside its title and description."""

    kind: Literal["website", "article", "profile"] = "website"
    """As Open Graph calls it."""
    bibliographic: Bibliographic | None = None
    """Of an article."""
    linked: NewsArticle | PersonProfile | ItemList | None = None
    """The same as JSON-LD; None where the page is of nothing that the vocabulary knows."""
