"""Judgements of a site into files that other tools read, and back."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from newsgen.build.cast import Cast
from newsgen.build.judgements import PEOPLE_FILE, add_judgement
from newsgen.build.judging import Judged, judge
from newsgen.build.keytable import read_table, write_table
from newsgen.build.nomenklatura import NameOf, read_resolver, write_resolver
from newsgen.build.report import Progress
from newsgen.build.transferred import Transferred, tell_spot
from newsgen.config.files import BOM, read_text, write_text
from newsgen.config.people import parse_people
from newsgen.config.scalars import fits_scalar
from newsgen.errors import ConfigError, Diagnostic, UsageError
from newsgen.lexicon.slugs import fold_name
from newsgen.records import Record
from newsgen.records.options import Judgement
from newsgen.resolve.judgements import read_judgements

Format = Literal["nomenklatura", "tsv"]

ENDINGS: Mapping[str, Format] = {
    ".jsonl": "nomenklatura",
    ".ijson": "nomenklatura",
    ".json": "nomenklatura",
    ".tsv": "tsv",
}
"""Which format a file has, by the ending of its name."""

_WRITERS: Mapping[Format, Callable[[Sequence[Judgement]], str]] = {"nomenklatura": write_resolver, "tsv": write_table}


class Imported(Record):
    """What an import came to."""

    judged: Judged
    """What was written."""
    judgements: int
    """How many the file holds."""
    passed: int
    """Lines of it that decide nothing."""


def export_judgements(site: Path, file: Path, form: Format) -> int:
    """Write the judgements of the site into the file; how many there are.

    Raises UsageError rather than overwrite a file that is no export, ConfigError for faults of `people.yaml`.
    """
    judgements = parse_people(read_text(site, PEOPLE_FILE) or "")
    read_judgements(judgements)  # what contradicts itself cannot be told to others
    if not _is_export(file, form):
        message, hint = "this file is no earlier export, and is not overwritten", "give another file"
        raise UsageError(Diagnostic(file.as_posix(), 0, 0, "error", "not-empty", message, hint))
    write_text(file, _WRITERS[form](judgements))
    return len(judgements)


def _is_export(file: Path, form: Format) -> bool:
    """Whether nothing is lost if the file is overwritten."""
    try:
        before = read_text(file.parent, file.name)
    except ConfigError:
        return False
    return before is None or not any(
        item.severity == "error" for item in _read(before, form, lambda key: key).diagnostics
    )


def _read(text: str, form: Format, name_of: NameOf) -> Transferred:
    text = text.removeprefix(BOM)
    return read_table(text) if form == "tsv" else read_resolver(text, name_of)


def import_judgements(site: Path, file: Path, form: Format, *, progress: Progress) -> Imported:
    """Add the judgements of the file to those of the site.

    Raises ConfigError for faults of the file and for what contradicts `people.yaml`; nothing is written then.
    """
    text = read_text(file.parent, file.name)
    if text is None:
        message, hint = "there is no such file", "name a file that `newsgen people export` or another tool wrote"
        raise UsageError(Diagnostic(file.as_posix(), 0, 0, "error", "no-file", message, hint))
    found: list[Transferred] = []

    def change(judgements: Sequence[Judgement], cast: Cast) -> Sequence[Judgement]:
        found.append(_check(_read(text, form, cast.name_of), file))
        return _add_all(judgements, found[0].judgements, file)

    judged = judge(site, change, (), progress=progress)
    told = tuple(replace(item, path=file.as_posix()) for item in found[0].diagnostics)
    return Imported(
        judged=replace(judged, diagnostics=(*told, *judged.diagnostics)),
        judgements=len(found[0].judgements),
        passed=found[0].passed,
    )


def _check(transferred: Transferred, file: Path) -> Transferred:
    """The same; raises ConfigError if the file is broken or contradicts itself."""
    faults = [item for item in transferred.diagnostics if item.severity == "error"]
    faults += [
        tell_spot((line, column), f"“{name}” cannot be a name", "write it in plain letters", error=True)
        for entry in transferred.judgements
        for name, line, column in entry.places
        if not fits_scalar(name)
    ]
    if faults:
        raise ConfigError(*(replace(item, path=file.as_posix()) for item in faults))
    try:
        read_judgements(transferred.judgements)
    except ConfigError as error:
        raise ConfigError(*(replace(item, path=file.as_posix()) for item in error.diagnostics)) from None
    return transferred


def _add_all(judgements: Sequence[Judgement], further: Sequence[Judgement], file: Path) -> Sequence[Judgement]:
    """The judgements with all further ones; those of new names are not compared with each."""
    result = list(judgements)
    known = {fold_name(text) for entry in judgements for text in entry.spellings}
    for asked in further:
        names = set(map(fold_name, asked.spellings))
        if known.isdisjoint(names):
            result += _add((), asked, file)
        else:
            result = list(_add(result, asked, file))
        known |= names
    return result


def _add(judgements: Sequence[Judgement], asked: Judgement, file: Path) -> Sequence[Judgement]:
    try:
        # Places in another file are none in this one.
        return add_judgement(judgements, replace(asked, places=()))
    except ConfigError as error:
        message = f"“{asked.name}” cannot be imported: see the message about {PEOPLE_FILE}"
        hint = "put one of the two right; nothing was written"
        told = Diagnostic(file.as_posix(), *asked.find(asked.name), "error", "contradiction", message, hint)
        raise ConfigError(told, *error.diagnostics) from None
