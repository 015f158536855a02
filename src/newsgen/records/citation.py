"""An article as others cite it."""

from newsgen.records import Record


class Author(Record, gc=False):
    """Who wrote an article: a person, or what else the byline names."""

    family: str
    """Family name, with its particles; all of the name where it is not plainly a person's."""
    given: str = ""
    """The other names; empty where the name is not plainly a person's."""

    @property
    def name(self) -> str:
        """As it is said."""
        return f"{self.given} {self.family}" if self.given else self.family


class Citation(Record):
    """What a reference to an article is made of; nothing in here that its page does not show."""

    key: str
    """Unique, and stays: the article's id."""
    headline: str
    """Plain text, one line, as all texts here."""
    authors: tuple[Author, ...]
    """In the byline's order; none without one."""
    outlet: str
    """May be empty."""
    date: str | None
    """EDTF, when it was published; None if undated."""
    told: str
    """The date in words."""
    inferred: str
    """What must be known of the date, in words: `year inferred`; may be empty."""
    original: str
    """Address of the article at its outlet; may be empty."""
    archive: str
    """Title of the archive."""
    archived: str
    """Address of the article's page in the archive; empty where the archive has none."""
    language: str
    """ISO 639-1 code."""


class Cited(Record):
    """A citation in the forms in which it is handed out."""

    citation: Citation
    """What it says."""
    bibtex: str
    """An entry of BibTeX."""
    ris: str
    """A record of RIS."""
    csl: str
    """An item of CSL-JSON."""
