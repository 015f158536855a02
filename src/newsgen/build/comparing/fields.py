"""Fields of two records side by side."""

from collections import Counter
from collections.abc import Iterator, Sequence

from newsgen.records.changes import FieldChange


def compare_values(field: str, old: str | None, new: str | None) -> Iterator[FieldChange]:
    """The change of a field, if it says something else; an empty text counts as none."""
    one, other = old or None, new or None
    if one != other:
        yield FieldChange(field=field, old=one, new=other)


def compare_lists(field: str, old: Sequence[str], new: Sequence[str]) -> Iterator[FieldChange]:
    """The change of a list, if other things are in it; their order does not count."""
    before, after = Counter(old), Counter(new)
    if before != after:
        removed, added = (before - after).elements(), (after - before).elements()
        yield FieldChange(field=field, removed=tuple(removed), added=tuple(added))
