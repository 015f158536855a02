"""Judgements as a plain table: the columns `key`, `id` and `name`, parted by tabs, without quotation marks or escapes.

```
key             id          name
Ann Lee         ann-lee     Ann Lee     the spelling shown
Anne Li         ann-lee     Ann Lee     also
not: Bo Li      ann-lee     Ann Lee     not
note: why       ann-lee     Ann Lee     note
Air Base        -           Air Base    person: false
```

A key is a spelling, the id the slug of its person, as in the address of the page, the name the spelling shown. Whoever
looks up spellings never meets the rows of `not` and `note`; a spelling that begins like them has `key: ` in front.
"""

from collections.abc import Iterator, Sequence

from newsgen.build.transferred import Transferred, tell_line
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


def write_table(judgements: Sequence[Judgement]) -> str:
    """The table that holds the judgements."""
    ids = number_slugs([make_slug(entry.name, _KIND) or _KIND for entry in judgements])
    rows = [COLUMNS, *(row for entry, own in zip(judgements, ids, strict=True) for row in _write_entry(entry, own))]
    return "".join("\t".join(row) + "\n" for row in rows)


def _write_entry(entry: Judgement, own: str) -> Iterator[tuple[str, str, str]]:
    key = own if entry.person else _NOBODY
    for text in dict.fromkeys(entry.spellings):
        yield _KEY + text if text.startswith((_NOT, _NOTE, _KEY)) else text, key, entry.name
    for text in dict.fromkeys(entry.different):
        yield _NOT + text, key, entry.name
    if entry.note:
        yield _NOTE + entry.note, key, entry.name


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
        cells = [" ".join(cell.split()) for cell in line.split("\t")]
        if not any(cells):
            continue
        if number == 1 and set(COLUMNS) <= set(cells):
            order = tuple(cells)
            continue
        found = dict(zip(order, cells, strict=False))
        if len(found) < len(COLUMNS) or not all(found.get(column) for column in COLUMNS):
            message = "a line must have a key, an id and a name, parted by tabs"
            hint = f"complete it, or remove it; nobody has the id `{_NOBODY}`"
            faults.append(tell_line(number, message, hint, error=True))
            continue
        yield Row(line=number, key=found["key"], id=found["id"], name=found["name"])


def _judge(rows: Sequence[Row], *, folded: bool) -> Judgement:
    """What the rows of one person say."""
    shown = rows[0].name
    spellings: dict[str, None] = {}
    for row in rows:
        if not row.key.startswith((_NOT, _NOTE)) and not folded:
            spellings[row.key.removeprefix(_KEY)] = None
        spellings[row.name] = None
    return Judgement(
        name=shown,
        also=tuple(text for text in spellings if text != shown),
        different=tuple(row.key.removeprefix(_NOT) for row in rows if row.key.startswith(_NOT)),
        person=rows[0].id != _NOBODY,
        note=" ".join(row.key.removeprefix(_NOTE) for row in rows if row.key.startswith(_NOTE)) or None,
        line=rows[0].line,
    )
