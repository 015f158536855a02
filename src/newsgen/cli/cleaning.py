"""`newsgen clean`: away with what can be made again, and with nothing else."""

from contextlib import suppress
from pathlib import Path

from newsgen.build.memos import MEMO, MEMOS
from newsgen.publish import remove_published
from newsgen.serve import PREVIEW


def remove_made(site: Path, output: Path) -> int:
    """How many files were removed: of the site in `output`, of the preview, and what was remembered."""
    removed = len(remove_published(output)) + len(remove_published(site / PREVIEW))
    for memo in (site / path for path in MEMOS):
        for path in sorted(memo.parent.glob(f"{memo.name}*")):
            path.unlink()
            removed += 1
    with suppress(OSError):  # not there, or others' files are in it
        (site / MEMO).parent.rmdir()
    return removed
