"""Long lists by letter: whatever stands under A, and the pairs of a letter under which very many stand."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from newsgen.language import Words
from newsgen.pages.collation import Initial, collate, find_initial

Row = TypeVar("Row")


class Letter(NamedTuple, Generic[Row]):
    """The rows under a letter."""

    title: str
    """`M`, `Ma`, `Greek`."""
    key: str
    """`m`, `ma`, `greek`; for the name of a page."""
    rows: Sequence[Row]
    """In the order given."""


def part_by_letter(
    words: Words, rows: Iterable[Row], text_of: Callable[[Row], str], most: int
) -> tuple[Letter[Row], ...]:
    """The rows by the letter that they begin with, other scripts behind the Latin one.

    A letter of more than `most` rows is parted by the second ones, a script of more by its own letters.
    """
    groups: dict[Initial, list[Row]] = {}
    for row in rows:
        groups.setdefault(find_initial(text_of(row)), []).append(row)
    letters: list[Letter[Row]] = []
    for initial in sorted(groups, key=lambda initial: initial.rank):
        group = groups[initial]
        title = initial.letter or words.say(f"list.script-{initial.script}")
        if len(group) <= most:
            letters.append(Letter(title, (initial.letter or initial.script).lower(), group))
        elif initial.letter:
            letters += _part_by_second(initial.letter, group, text_of)
        else:
            letters += _part_script(initial.script, title, group, text_of)
    return tuple(letters)


def _part_by_second(letter: str, rows: Iterable[Row], text_of: Callable[[Row], str]) -> Iterator[Letter[Row]]:
    """The rows of a letter under its pairs: `Ma`, `Mb`; under itself what has no second one."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        second = next((sign for sign in collate(text_of(row))[1:] if "a" <= sign <= "z"), "")
        groups.setdefault(letter + second, []).append(row)
    for title in sorted(groups):
        yield Letter(title, title.lower(), groups[title])


def _part_script(script: str, title: str, rows: Iterable[Row], text_of: Callable[[Row], str]) -> Iterator[Letter[Row]]:
    """The rows of a script that has no pages for its letters elsewhere, under these; their pages go by number."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(collate(text_of(row))[:1], []).append(row)
    for sign in sorted(groups):
        yield Letter(sign.upper() or title, f"{script}-{ord(sign):x}" if sign else script, groups[sign])
