"""Judgements as a plain table: the columns `key`, `id` and `name`, parted by tabs, mostly without quotation marks.

```
key             id          name
Ann Lee         ann-lee     Ann Lee     the spelling shown
Anne Li         ann-lee     Ann Lee     also
not: Bo Li      ann-lee     Ann Lee     not
note: why       ann-lee     Ann Lee     note, a row for each line of it
Air Base        -           Air Base    person: false
```

A key is a spelling, the id the slug of its person, as in the address of the page, the name the spelling shown. Whoever
looks up spellings never meets the rows of `not` and `note`; a spelling that begins like them has `key: ` in front.
A line of a note that a cell cannot hold as it is (tabs, blanks around it) stands in quotation marks, as in JSON.
"""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsgen.build.transferred import Spot, Transferred, tell_spot
from newsgen.errors import Diagnostic
from newsgen.lexicon.slugs import fold_name, make_slug, number_slugs
from newsgen.records import Record
from newsgen.records.options import Judgement

COLUMNS = ("key", "id", "name")

_KIND = "person"
_NOBODY = "-"
_NOT, _NOTE, _KEY = "not: ", "note: ", "key: "


class Row(Record):
    """A line of the table."""

    line: int
    """1-based."""
    key: str
    """A spelling, or what is said of the person."""
    id: str
    """Of the person."""
    name: str
    """The spelling shown."""
    key_at: Spot = (0, 0)
    """Where the key stands."""
    name_at: Spot = (0, 0)
    """Where the name stands."""


class Cell(NamedTuple):
    """A cell of a line."""

    text: str
    """Without needless blanks."""
    at: Spot
    """Where it begins."""


def write_table(judgements: Sequence[Judgement]) -> str:
    """The table that holds the judgements."""
    ids = number_slugs([make_slug(entry.name, _KIND) or _KIND for entry in judgements])
    rows = [COLUMNS, *(row for entry, own in zip(judgements, ids, strict=True) for row in _write_entry(entry, own))]
    return "".join("\t".join(row) + "\n" for row in rows)


def _write_entry(entry: Judgement, own: str) -> Iterator[tuple[str, str, str]]:
    key = own if entry.person else _NOBODY
    for text in dict.fromkeys(entry.spellings):
        yield _KEY + text if f"{text} ".startswith((_NOT, _NOTE, _KEY)) else text, key, entry.name
    for text in dict.fromkeys(entry.different):
        yield _NOT + text, key, entry.name
    for line in entry.note.split("\n") if entry.note else ():
        yield f"{_NOTE}{_write_line(line)}".rstrip(), key, entry.name


def _write_line(line: str) -> str:
    """A line of a note; in quotation marks, as JSON writes it, if a cell could not hold it as it is."""
    if line == " ".join(line.split()) and line.isprintable() and not line.startswith('"'):
        return line
    return json.dumps(line).replace("  ", " \\u0020")


def _read_line(key: str) -> str:
    """The line of a note that a key holds."""
    line = f"{key} "[len(_NOTE) :].rstrip()
    try:
        read = str(json.loads(line)) if line.startswith('"') else line
        read.encode()  # half of a character is no text
    except ValueError:
        return line
    return read


def read_table(text: str) -> Transferred:
    """The judgements in the table; each line that cannot be read is an error."""
    faults: list[Diagnostic] = []
    rows = list(_read_rows(text, faults))
    people: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        people.setdefault((row.id, row.name if row.id == _NOBODY else ""), []).append(row)
    # Tables of other tools may have names folded for look-up as their keys: those say nothing beyond the names.
    folded = all(row.key == fold_name(row.name) for row in rows)
    judgements = (_judge(found, folded=folded) for found in people.values())
    return Transferred(judgements=tuple(judgements), diagnostics=tuple(faults))


def _read_rows(text: str, faults: list[Diagnostic]) -> Iterator[Row]:
    order: tuple[str, ...] = COLUMNS
    for number, line in enumerate(text.split("\n"), 1):
        cells = list(_cut_line(number, line))
        texts = tuple(cell.text for cell in cells)
        if not any(texts):
            continue
        if number == 1 and len(set(COLUMNS) & set(texts)) > 1:
            order = texts
            faults.extend(_check_head(cells))
            if faults:
                return
            continue
        found = dict(zip(order, cells, strict=False))
        lacking = next((column for column in COLUMNS if column not in found or not found[column].text), None)
        if lacking:
            spot = found[lacking].at if lacking in found else (number, len(line.rstrip("\r")) + 1)
            message = f"the {lacking} is missing: a line must have a key, an id and a name, parted by tabs"
            hint = f"complete it, or remove it; nobody has the id `{_NOBODY}`"
            faults.append(tell_spot(spot, message, hint, error=True))
            continue
        key, own, name = (found[column] for column in COLUMNS)
        yield Row(line=number, key=key.text, id=own.text, name=name.text, key_at=key.at, name_at=name.at)


def _cut_line(number: int, line: str) -> Iterator[Cell]:
    """The cells of a line."""
    column = 1
    for cell in line.split("\t"):
        yield Cell(" ".join(cell.split()), (number, column + len(cell) - len(cell.lstrip())))
        column += len(cell) + 1


def _check_head(cells: Sequence[Cell]) -> Iterator[Diagnostic]:
    """An error for each column that the first line, which names most of them, does not name."""
    strange = next((cell for cell in cells if cell.text not in COLUMNS), cells[0])
    for column in COLUMNS:
        if column not in {cell.text for cell in cells}:
            message, hint = f"the table has no column `{column}`", f"name its columns {', '.join(COLUMNS)}"
            yield tell_spot(strange.at, message, hint, error=True)


def _judge(rows: Sequence[Row], *, folded: bool) -> Judgement:
    """What the rows of one person say."""
    shown = rows[0].name
    spellings: dict[str, Spot] = {}
    for row in rows:
        if not f"{row.key} ".startswith((_NOT, _NOTE)) and not folded:
            spellings.setdefault(row.key.removeprefix(_KEY), row.key_at)
        spellings.setdefault(row.name, row.name_at)
    also = tuple(text for text in spellings if text != shown)
    barred = [(row.key.removeprefix(_NOT), row.key_at) for row in rows if row.key.startswith(_NOT)]
    return Judgement(
        name=shown,
        also=also,
        different=tuple(text for text, _ in barred),
        person=rows[0].id != _NOBODY,
        note="\n".join(_read_line(row.key) for row in rows if _is_note(row)) or None,
        line=rows[0].line,
        places=tuple((text, *spot) for text, spot in (*((text, spellings[text]) for text in (shown, *also)), *barred)),
    )


def _is_note(row: Row) -> bool:
    """Whether it is a line of a note; that may be blank."""
    return f"{row.key} ".startswith(_NOTE)
