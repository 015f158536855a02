"""Cases in plain text: parted by lines of `---`, with `name: value` fields, comments after `#`, and the text itself."""

import re
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

# matches: ---
BORDER = re.compile(r"^---\n", re.MULTILINE)


class Case(NamedTuple):
    """One case of a file."""

    name: str
    """The file and the case's title."""
    lines: tuple[tuple[str, str], ...]
    """Field and value, in order; a field may stand there more than once."""
    text: str

    @property
    def fields(self) -> dict[str, str]:
        """The value of each field, the last one given."""
        return dict(self.lines)

    def values(self, field: str) -> list[str]:
        """All values of a field, in order."""
        return [value for name, value in self.lines if name == field]


def read_cases(kind: str, fields: Collection[str]) -> list[Case]:
    """All cases of the folder `kind`; lines that begin with one of the fields or with `title` are no text."""
    field = re.compile(rf"({'|'.join(('title', *fields))}):(.*)")
    return [
        _read_case(path, part, field)
        for path in sorted((Path(__file__).parent / kind).glob("*.txt"))
        for part in BORDER.split(path.read_text("utf-8"))
    ]


def _read_case(path: Path, part: str, field: re.Pattern[str]) -> Case:
    lines = [line for line in part.split("\n") if not line.startswith("#")]
    found = [field.fullmatch(line) for line in lines]
    text = "\n".join(line for line, match in zip(lines, found, strict=True) if not match).strip("\n")
    known = tuple((match[1], match[2].strip()) for match in found if match)
    return Case(f"{path.stem}: {dict(known)['title']}", known, text)
