"""Layout: every line of a clipping gets its role, and the article is put together from them.

A clipping is cut into units (`lines`), and the units pass through `PASSES`, each of which gives roles to those that it
knows, or cuts one in two. What no pass knows is the article's own text.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsgen.layout.assemble import assemble
from newsgen.layout.body import free_furniture, read_body
from newsgen.layout.boxes import name_boxes
from newsgen.layout.cuts import cut_dateline, cut_desk_notes, cut_end_mark
from newsgen.layout.exports import read_export
from newsgen.layout.findings import Part, Parts, headline_index
from newsgen.layout.foot import name_page_foot
from newsgen.layout.forwards import read_forward
from newsgen.layout.frame import find_outlets, name_top
from newsgen.layout.frontmatter import Header, read_header
from newsgen.layout.furniture import find_furniture
from newsgen.layout.head import name_page_head
from newsgen.layout.headline import place_headline
from newsgen.layout.labels import join_labels
from newsgen.layout.mail import read_mail
from newsgen.layout.masthead import name_masthead
from newsgen.layout.outlets import Context, add_framed, make_context
from newsgen.layout.published import find_dates
from newsgen.layout.running import name_running
from newsgen.layout.strangers import name_descriptions
from newsgen.layout.surroundings import read_head, read_tail
from newsgen.layout.units import read_units
from newsgen.layout.wrapped import join_wrapped
from newsgen.lexicon import Lexicon
from newsgen.lexicon.desk import fold
from newsgen.records.article import Article
from newsgen.records.clipping import Clipping
from newsgen.records.options import ReadingOptions

__all__ = ["parse_article", "parse_articles"]

Pass = Callable[[Parts, Context, str | None], Parts]

PASSES: tuple[tuple[str, Pass], ...] = (
    ("export", read_export),
    ("forward", read_forward),
    ("mail", read_mail),
    ("running", lambda parts, context, _: name_running(parts, context)),
    ("labels", lambda parts, context, _: join_labels(parts, context)),
    ("top-line", name_top),
    ("furniture", lambda parts, context, _: find_furniture(parts, context)),
    ("descriptions", lambda parts, context, _: name_descriptions(parts, context)),
    ("page-head", name_page_head),
    ("headline", place_headline),
    ("desk-notes", lambda parts, context, _: cut_desk_notes(parts, context)),
    ("wrapped", lambda parts, context, _: join_wrapped(parts, context)),
    ("head", lambda parts, context, given: read_head(parts, context, _fold_headline(parts, given))),
    ("dates", lambda parts, context, _: find_dates(parts, context)),
    ("furniture-in-text", lambda parts, _context, _given: free_furniture(parts)),
    ("page-boxes", lambda parts, context, _: name_boxes(parts, context)),
    ("page-foot", lambda parts, context, _: name_page_foot(parts, context)),
    ("dateline", lambda parts, context, _: cut_dateline(parts, context)),
    ("tail", lambda parts, context, given: read_tail(parts, context, _fold_headline(parts, given))),
    ("masthead", lambda parts, context, _: name_masthead(parts, context)),
    ("end-mark", lambda parts, context, _: cut_end_mark(parts, context)),
    ("body", lambda parts, context, given: read_body(parts, context, _fold_headline(parts, given))),
)
"""Name and function, in order; the third argument is the headline that front matter gives."""


class _Draft(NamedTuple):
    """A clipping on its way to an article."""

    clipping: Clipping
    header: Header
    parts: Parts
    context: Context


def parse_article(clipping: Clipping, options: ReadingOptions, lexicon: Lexicon) -> Article:
    """The article in the clipping; its blocks tile the clipping's text, and what is no furniture is its body."""
    (article,) = parse_articles((clipping,), options, lexicon)
    return article


def parse_articles(clippings: Sequence[Clipping], options: ReadingOptions, lexicon: Lexicon) -> list[Article]:
    """The article in each clipping.

    Each pass goes over all of them before the next one begins: what it needs stays near the processor meanwhile.
    """
    context = make_context(options, lexicon)
    drafts = [_begin(clipping, context) for clipping in clippings]
    drafts = [draft._replace(context=add_framed(context, find_outlets(draft.parts, context))) for draft in drafts]
    for _, run in PASSES:
        drafts = [
            draft._replace(parts=run(draft.parts, draft.context, draft.header.values.headline)) for draft in drafts
        ]
    return [assemble(*draft) for draft in drafts]


def _begin(clipping: Clipping, context: Context) -> _Draft:
    """The clipping in units of which nothing is known yet."""
    header = read_header(clipping.text, clipping.path, context.lexicon)
    first_line = clipping.text.count("\n", 0, header.end) + 1
    units = read_units(clipping.text, header.end, first_line)
    return _Draft(clipping, header, tuple(map(Part, units)), context)


def _fold_headline(parts: Parts, given: str | None) -> str:
    """The headline's folded words; empty if there is none."""
    if given is not None:
        return fold(given)
    index = headline_index(parts)
    return parts[index].unit.folded or fold(parts[index].unit.text) if index >= 0 else ""
