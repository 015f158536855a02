"""What a killed build left: an exchange is completed, bytes that were only staged are dropped."""

from collections.abc import Sequence
from pathlib import Path

from newsgen.publish.exchange import is_taken, take_steps
from newsgen.publish.faults import faults_told
from newsgen.publish.journal import read_journal
from newsgen.publish.names import JOURNAL, MANIFEST, STAGING
from newsgen.publish.places import check_places
from newsgen.publish.spool import digest_file
from newsgen.publish.steps import Step


def complete_exchange(output: Path) -> None:
    """Take the steps that a killed build has left over.

    Raises `PublishError` if something has come into the way, or a step fails: those behind it then stay to be taken.
    """
    with faults_told(output):
        steps = read_journal(output)
        left = [step for step in steps if not is_taken(step, output)]
        if not _are_whole(left, output):  # after a power cut: the next build replaces what differs
            (output / STAGING / JOURNAL).unlink()
            return
        paths = {step.path for step in steps if step.act in ("put", "take")} - {MANIFEST}
        check_places([step.path for step in left if step.act == "put" and step.path != MANIFEST], paths, output)
        take_steps(left, output)


def _are_whole(steps: Sequence[Step], output: Path) -> bool:
    """Whether the staged files are what the journal says: nothing was ever synced to the disk."""
    return all(digest_file(output / STAGING / step.staged) == step.digest for step in steps if step.digest)
