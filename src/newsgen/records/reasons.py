"""Reasons: why two names are taken for one person's, or two reports for one happening.

A reason is a key of the catalogues of messages with what stands in the text's places, so that pages tell it in their
language, and only those that show it spend time on words. What a place holds is known by its name:

- `{named}`: ids of people, codes of countries
- `{kinds}`, `{others}`: kinds of happening
- `{date}`: EDTF
- `{period}`: how long a time is, `day` … `year`
- any other: words as an article writes them
"""

from newsgen.records import Record

Value = str | tuple[str, ...]

_AGAINST = "against."
"""The section of the catalogues with what speaks against."""


class Reason(Record, order=True):
    """One thing that speaks for it, or against."""

    key: str
    """Of the text: `reason.same-family`."""
    values: tuple[tuple[str, Value], ...] = ()
    """What stands in each of its places."""

    @property
    def is_against(self) -> bool:
        """Whether it speaks against."""
        return self.key.startswith(_AGAINST)


def because(key: str, /, **values: Value) -> Reason:
    """The reason with what stands in the places of its text."""
    return Reason(key=key, values=tuple(values.items()))
