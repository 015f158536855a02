"""`newsgen clean`: away with what can be made again, and with nothing else."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from newsgen.build.memos import MEMO, MEMOS
from newsgen.cli.show import defuse
from newsgen.publish import remove_published
from newsgen.serve import PREVIEW


class Removed(NamedTuple):
    """Files that were removed in one place."""

    number: int
    what: str
    """What they were."""
    place: Path
    """The folder that they lay in."""


def remove_made(site: Path, output: Path) -> tuple[Removed, ...]:
    """What was removed: the site in `output`, the preview, and what was remembered."""
    preview = site / PREVIEW
    return (
        Removed(len(remove_published(output)), "the built site", output),
        Removed(len(remove_published(preview)), "the preview", preview),
        Removed(_remove_memos(site), "what newsgen remembered", (site / MEMO).parent),
    )


def tell_removed(parts: Sequence[Removed], output: Path) -> Iterator[str]:
    """What was removed and where, in lines; also that there is no built site in a folder that is there."""
    if not any(part.number for part in parts):
        yield "There was nothing to remove."
    for part in parts:
        if part.number:
            yield f"Files removed in {defuse(part.place.as_posix())}: {part.number} ({part.what})."
    if output.is_dir() and not any(part.number for part in parts if part.place == output):
        yield f"Nothing in {defuse(output.as_posix())} is a site that newsgen knows to have written: it stays as it is."


def _remove_memos(site: Path) -> int:
    removed = 0
    for memo in (site / path for path in MEMOS):
        for path in sorted(memo.parent.glob(f"{memo.name}*")):
            path.unlink()
            removed += 1
    with suppress(OSError):  # not there, or others' files are in it
        (site / MEMO).parent.rmdir()
    return removed
