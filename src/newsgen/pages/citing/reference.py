"""A reference as a reader copies it: author, headline, outlet, date; where it is, and in which archive."""

from collections.abc import Iterator, Sequence

from newsgen.language import Words
from newsgen.pages.citing.dates import tell_archive
from newsgen.records.citation import Citation
from newsgen.records.site import Inline, Pieces

_GAP = "\0"
"""Where a name goes, until the words around all names are known."""


def write_reference(words: Words, citation: Citation, *, lang: str = "") -> Pieces:
    """The reference in pieces: it runs as its page does, its names as they are written, the outlet in italics.

    `lang` is the language of the headline, where it is not the interface's.
    """
    names = [_isolate(author.name) for author in citation.authors]
    authors = words.join([_GAP] * len(names))
    quoted = words.say("cite.headline", headline=_GAP)
    head = f"{authors}, {quoted} " if authors else f"{quoted} "
    date = f"{citation.told} [{citation.inferred}]" if citation.inferred else citation.told
    rest = ", ".join(filter(None, (date, citation.original)))
    tail = f"{rest}. {tell_archive(words, citation.archive, citation.archived)}."
    pieces = tuple(_fill(head, [*names, _isolate(citation.headline, lang)]))
    if not citation.outlet:
        return (*pieces, tail)
    return (*pieces, Inline(kind="em", pieces=(_isolate(citation.outlet),)), f", {tail}")


def _isolate(name: str, lang: str = "") -> Inline:
    """A name that runs in its own direction."""
    return Inline(kind="isolated", pieces=(name,), lang=lang)


def _fill(text: str, names: Sequence[Inline]) -> Iterator[str | Inline]:
    """The text with the names in its gaps."""
    first, *others = text.split(_GAP)
    if first:
        yield first
    for name, part in zip(names, others, strict=True):
        yield name
        if part:
            yield part
