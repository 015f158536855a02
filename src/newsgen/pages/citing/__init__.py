"""Citations: what a reference to an article says, and the forms that reference managers read.

One record, `Citation`, is what all of them are made from. Nothing in it comes from a clock, and a date is never finer
than the archive knows it.
"""

from newsgen.pages.citing.citation import cite, make_citation
from newsgen.pages.citing.files import plan_citations
from newsgen.pages.citing.reference import write_reference

__all__ = ["cite", "make_citation", "plan_citations", "write_reference"]
