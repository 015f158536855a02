"""The article: a clipping with each of its parts named."""

from typing import Literal

from newsgen.errors import Diagnostic
from newsgen.records import PackedRecord, Record

Role = Literal[
    "front-matter",
    "blank",
    "rule",
    "kicker",
    "headline",
    "repeated-headline",
    "standfirst",
    "byline",
    "dateline",
    "published",
    "source",
    "caption",
    "notice",
    "paragraph",
    "heading",
    "quotation",
    "list-item",
]
"""What a part of a clipping is. `rule` is a line of dashes and the like; `notice` is everything that stands
around an article without being of it: share lines, copyright, "Image not found", read-also, advertising."""

ParagraphKind = Literal["paragraph", "heading", "quotation", "list-item"]
MarkKind = Literal["em", "strong", "code", "link"]


class Block(PackedRecord):
    """A stretch of the clipping's text with one role; the blocks tile the text without gap or overlap."""

    role: Role
    """What the stretch is."""
    start: int
    """Offset of the first character in `Clipping.text`."""
    end: int
    """Offset behind the last character; the line's end belongs to the block."""
    rule: str
    """Name of the layout rule that gave the role, for `explain`."""


class Paragraph(PackedRecord):
    """A paragraph of the article's plain text."""

    kind: ParagraphKind
    """Body text, or what else it is."""
    start: int
    """Offset in `Article.text`."""
    end: int
    """Offset in `Article.text`."""
    line: int
    """1-based line of the clipping where it begins."""
    level: int = 0
    """Of a heading: 2 to 6. Of a list item: 1 if the list is numbered. Else 0."""


class Mark(PackedRecord):
    """An inline mark of the text as received."""

    kind: MarkKind
    """Emphasis, code or a link."""
    start: int
    """Offset in `Article.text`."""
    end: int
    """Offset in `Article.text`."""
    href: str | None = None
    """Of a link: an `http`, `https` or `mailto` address."""


class Dateline(Record):
    """Where and when an article says that it was written: `Niamey, May 15 (RHC) --`."""

    place: str | None = None
    """As written, in usual capitals: `Niamey`."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code of the place."""
    date: str | None = None
    """EDTF; the year is `XXXX` while the text does not give it: `XXXX-05-15`."""
    date_inferred: bool = False
    """Whether the year was inferred rather than given."""
    agency: str | None = None
    """As written: `RHC`."""
    weekday: int | None = None
    """0 for Monday … 6 for Sunday, where the dateline names it; evidence for the year."""


class FrontMatter(Record):
    """What the clipping's own header says; it overrides what the text shows. None where it says nothing."""

    headline: str | None = None
    """Plain text, one line."""
    slug: str | None = None
    """Fixes the page's address."""
    published: str | None = None
    """EDTF."""
    source: str | None = None
    """The outlet."""
    byline: str | None = None
    """The writer or writers."""
    dateline: Dateline | None = None
    """Its parts that are given; the text may fill in the others."""
    url: str | None = None
    """Of the original."""
    language: str | None = None
    """ISO 639-1 code."""
    people: tuple[str, ...] | None = None
    """Names that the article is to be listed under, beside those found."""
    countries: tuple[str, ...] | None = None
    """ISO codes; they replace those found as the countries that the article is about."""
    draft: bool = False
    """Whether the article is built only with `--drafts`."""
    extra: str = "{}"
    """Unknown keys in their order: the text of a JSON object."""


class Article(PackedRecord):
    """A clipping, parsed. `text` is what annotation reads: headline, blank line, body."""

    path: str
    """Of the clipping."""
    headline: str
    """Plain text, one line, never empty."""
    text: str
    """`headline + "\\n\\n" + body`, or only the headline if there is no body."""
    body_start: int
    """Offset of the body in `text`; `len(text)` if there is no body. Data offsets count from here."""
    paragraphs: tuple[Paragraph, ...] = ()
    """Of the body, in order; a blank line stands between two, in `text`."""
    marks: tuple[Mark, ...] = ()
    """In order of start, nested ones after those around them."""
    blocks: tuple[Block, ...] = ()
    """They tile the clipping's text."""
    kicker: str | None = None
    """`AFRICA | Security`: the section line above a headline."""
    standfirst: str | None = None
    """The introduction set apart between headline and body, where the body does not hold it."""
    byline: str | None = None
    """The writer or writers as shown, without "By"."""
    dateline: Dateline | None = None
    """Where and when it says that it was written."""
    published: str | None = None
    """EDTF, from front matter, a published line or the dateline; a day at the finest."""
    published_inferred: bool = False
    """Whether any part of `published` was inferred rather than given."""
    source: str | None = None
    """The outlet by the name that `site.yaml` gives it, else as written."""
    url: str | None = None
    """Of the original, where the clipping tells it."""
    language: str = "en"
    """ISO 639 code; `und` where the script tells that it is not the site's, but not which it is."""
    slug: str | None = None
    """Asked for in front matter."""
    listed_people: tuple[str, ...] = ()
    """From front matter."""
    listed_countries: tuple[str, ...] | None = None
    """From front matter."""
    draft: bool = False
    """Whether it is built only with `--drafts`."""
    captions: tuple[str, ...] = ()
    """The text of each caption, in order."""
    caption_links: tuple[str | None, ...] = ()
    """For each caption the `http` or `https` address of the image that it describes, if the clipping gives it."""
    notices: tuple[str, ...] = ()
    """The text of each notice, in order."""
    extra: str = "{}"
    """Unknown keys of the front matter: the text of a JSON object."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What was noticed while parsing."""

    @property
    def body(self) -> str:
        """The plain text below the headline; paragraphs are parted by a blank line."""
        return self.text[self.body_start :]
