"""What `data/people.json` says of a person, and `data/countries.json` of a country."""

from newsgen.records import Record


class SpellingData(Record):
    """One way in which a person's name is written."""

    text: str
    """As written, without titles."""
    articles: tuple[str, ...]
    """Ids, sorted."""


class JoinData(Record):
    """Why two spellings are taken for one person, or may be."""

    left: str
    """A name as written."""
    right: str
    """Another name, as written."""
    rule: str
    """Name of the rule; `people.yaml` for a judgement."""
    evidence: tuple[str, ...]
    """What the rule rests on."""


class UndecidedData(Record):
    """Another person who may be the same."""

    id: str
    """Of the other person."""
    left: str
    """A name as written."""
    right: str
    """The other's, as written."""
    rule: str
    """Name of the rule."""
    evidence: tuple[str, ...]
    """What the rule rests on."""


class CountData(Record):
    """A person or a country, and the number of articles that name it too."""

    id: str
    """Id of a person, or code of a country."""
    articles: int
    """How many."""


class PersonData(Record):
    """An entry of `data/people.json`."""

    id: str
    """Unique; names the page."""
    name: str
    """The spelling shown."""
    titles: tuple[str, ...]
    """Most used first."""
    note: str | None
    """The editor's."""
    spellings: tuple[SpellingData, ...]
    """Most used first."""
    articles: tuple[str, ...]
    """Ids, newest article first."""
    countries: tuple[CountData, ...]
    """Named in the same articles, most first."""
    people: tuple[CountData, ...]
    """Named in the same articles, most first; a hundred at the most."""
    joined_because: tuple[JoinData, ...]
    """One entry for each join of two spellings."""
    undecided: tuple[UndecidedData, ...]
    """Not merged."""


class CountryData(Record):
    """An entry of `data/countries.json`."""

    id: str
    """Unique; names the page."""
    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    """In English."""
    articles: tuple[str, ...]
    """Ids of all that name it, newest article first."""
    primary: tuple[str, ...]
    """Ids of those about it."""
    people: tuple[CountData, ...]
    """Named in the same articles, most first."""
    countries: tuple[CountData, ...]
    """Named in the same articles, most first."""
