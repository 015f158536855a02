"""A reference as a reader copies it: author, headline, outlet, date; where it is, and in which archive."""

from newsgen.language import Words
from newsgen.pages.citing.dates import tell_archive
from newsgen.records.citation import Citation
from newsgen.records.site import Inline, Pieces


def write_reference(words: Words, citation: Citation) -> Pieces:
    """The reference in pieces, for the outlet is set in italics."""
    quoted = words.say("cite.headline", headline=citation.headline)
    authors = words.join([author.name for author in citation.authors])
    head = f"{authors}, {quoted} " if authors else f"{quoted} "
    date = f"{citation.told} [{citation.inferred}]" if citation.inferred else citation.told
    rest = ", ".join(filter(None, (date, citation.original)))
    tail = f"{rest}. {tell_archive(words, citation.archive, citation.archived)}."
    if not citation.outlet:
        return (head + tail,)
    return head, Inline(kind="em", pieces=(citation.outlet,)), f", {tail}"
