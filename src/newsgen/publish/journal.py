"""The journal of an exchange: what a killed one has still to do is read from it."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from newsgen.publish.folder import stage_bytes
from newsgen.publish.names import FINAL, JOURNAL, MANIFEST, STAGED, STAGING
from newsgen.publish.places import fits_path
from newsgen.publish.steps import Step


def write_journal(steps: Sequence[Step], output: Path) -> None:
    """From here on the exchange goes to its end, by this build or the next."""
    data = b"[\n" + b",\n".join(map(msgspec.json.encode, steps)) + b"\n]\n"
    stage_bytes(output, f"{JOURNAL}-new", data).replace(output / STAGING / JOURNAL)


def read_journal(output: Path) -> tuple[Step, ...]:
    """The steps of an exchange that was cut off; none if there was none, or its journal cannot be trusted."""
    if not is_unfinished(output):
        return ()
    try:
        steps = msgspec.json.decode((output / STAGING / JOURNAL).read_bytes(), type=tuple[Step, ...])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ()
    return steps if all(map(_is_sound, steps)) else ()


def is_unfinished(output: Path) -> bool:
    """Whether an exchange has begun and not come to its end; not to be asked by those who hold no lock."""
    staging = output / STAGING
    return not staging.is_symlink() and (staging / JOURNAL).is_file() and (staging / FINAL).is_file()


def _is_sound(step: Step) -> bool:
    """Whether the step stays within the output folder."""
    names = [name for name in (step.staged, step.kept) if name]
    in_place = fits_path(step.path) or (step.act == "put" and step.path == MANIFEST)
    return in_place and all(map(STAGED.fullmatch, names)) and bool(step.staged) == (step.act in ("put", "take"))
