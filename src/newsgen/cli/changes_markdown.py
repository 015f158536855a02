"""What differs between two sites as Markdown for a comment on GitHub: never longer than one may be, and nothing that
other people's text says is obeyed.
"""

import re
from collections.abc import Iterator, Sequence

from newsgen.cli.changes_told import Entry, Group, list_figures, tell_changes, tell_figures
from newsgen.records.changes import Changes

LARGEST = 65_536
"""Characters of a comment; bytes are counted here, so that it fits however they are counted."""
MOST_ENTRIES = 200
"""Of one group."""
_MARGIN = 200
"""Bytes that a fold needs beside its entries."""

# matches: a*b
# matches: [x](y)
# not: Ama Owusu
_SIGN = re.compile(r"[\\`*_\[\]<>#&|~@$]")
# matches: 1. January
# matches: - a
# matches: ===
# not: 2024-03: a. - b
_BEGINNING = re.compile(r"^(?:\d{1,9}(?=[.)])|(?=[=+-]))")
# matches: @octocat
# matches: #12
# matches: https://example.org
# matches: www.example.org
# matches: :tada:
# not: a@ b
_REFERENCE = re.compile(r"[@#](?=\w)|:(?=//|[\w+-]{1,50}:)|www(?=\.)|GH(?=-\d)", re.IGNORECASE)
_BREAK = "<!-- -->"


def write_markdown(changes: Changes) -> str:
    """The summary as a table, then a fold for each group; what finds no room is told by its number."""
    groups = tell_changes(changes)
    head = "".join(f"{line}\n" for line in _write_summary(changes, groups))
    room = LARGEST - len(head.encode()) - _MARGIN * len(groups)
    folds = []
    for group in groups:
        fold = _write_fold(group, room)
        room -= len(fold.encode()) - _MARGIN
        folds.append(fold)
    return head + "".join(folds)


def _write_summary(changes: Changes, groups: Sequence[Group]) -> Iterator[str]:
    """How many there were and are of everything, and what happened to how many."""
    yield "### What changes in the archive"
    yield ""
    if not groups:
        yield "Nothing: people, events, articles, timelines, countries and pages are the same."
        return
    yield "| | before | after | |"
    yield "|---|--:|--:|---|"
    for subject, old, new in list_figures(changes):
        yield f"| {subject} | {old} | {new} | {tell_figures(subject, groups)} |"


def _write_fold(group: Group, room: int) -> str:
    """The group with as many entries as there is room for, in bytes."""
    lines: list[str] = []
    left = len(group.entries)
    for entry in group.entries[:MOST_ENTRIES]:
        text = _write_entry(entry)
        room -= len(text.encode())
        if room < 0:
            break
        lines.append(text)
        left -= 1
    more = f"\n{left} more: `newsgen diff` lists {'it' if left == 1 else 'them'}.\n" if left else ""
    hint = f"{escape(group.hint.capitalize())}: `{group.command}`\n\n" if group.hint else ""
    title = f"{group.subject} {group.how}: {len(group.entries)}"
    return f"\n<details><summary>{title}</summary>\n\n{hint}{''.join(lines)}{more}\n</details>\n"


def _write_entry(entry: Entry) -> str:
    """An item of a list, with a list of its details."""
    return "".join([f"- {escape(entry.text)}\n", *(f"  - {escape(detail)}\n" for detail in entry.details)])


def escape(text: str) -> str:
    """The text, one line of it, so that Markdown shows just that, and GitHub calls and links nobody for it."""
    broken = _REFERENCE.sub(lambda found: f"{found[0]}\0", text.strip())
    escaped = _SIGN.sub(r"\\\g<0>", broken)
    return _BEGINNING.sub(lambda found: f"{found[0]}\\", escaped).replace("\0", _BREAK)
