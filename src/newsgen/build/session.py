"""What outlives a build in a process that makes the same site again and again, and who looks on meanwhile.

Nothing that is held decides what is built, only how soon: it lies beside all that it was made of, or digests of that.
"""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsgen.build.report import BuildReport, Progress
from newsgen.holding import Held, Holding
from newsgen.publish import digest_manifest
from newsgen.publish.stamps import Stamp, Stamps
from newsgen.records import Record
from newsgen.records.options import RecogniserOptions

if TYPE_CHECKING:  # a build of what has not changed needs nothing of what this imports
    from newsgen.build.standing import Table


class SupersededError(Exception):
    """The pages are published and shown; the rest is left to the next build, for something has changed again."""


class Audience(NamedTuple):
    """Those who look at a site while it is built: they are shown its pages before the files that nobody waits for."""

    show: Callable[[BuildReport], None]
    """Told what the build has come to, whenever some pages are published."""
    looked_at: Callable[[], Collection[str]]
    """Paths of the pages that somebody looks at, which come before all others."""
    is_outdated: Callable[[], bool]
    """Whether something has changed again, so that the next build may see to the rest."""

    def heed(self, progress: Progress) -> Progress:
        """The same, but that it raises SupersededError when something has changed again."""

        def tell(stage: str, done: int, total: int) -> None:
            if self.is_outdated():
                raise SupersededError
            progress(stage, done, total)

        return tell


class LastBuild(Record):
    """What is known of the last build into a folder."""

    inputs: str
    """Digest of all that went in, but for what recognisers say of themselves."""
    recognisers: tuple[RecogniserOptions, ...]
    """Those that were asked, with their fingerprints."""
    manifest: str
    """Digest of the manifest that it left."""
    report: BuildReport
    """What it told."""
    stamps: dict[str, Stamp]
    """Of published files, by path."""


class Left(NamedTuple):
    """What is known of what lies in the output folder, as a build has left it."""

    manifest: str
    """Digest of its manifest."""
    stamps: Stamps
    """Of published files."""
    last: LastBuild | None
    """The build, if it came to its end."""


class Session:
    """What is held from one build of a site into a folder to the next."""

    def __init__(self, held: Holding | None = None) -> None:
        self.held = held or Held()
        """What its stages have made."""
        self.table: Table | None = None
        """What the pages looked up."""
        self.left: Left | None = None
        """What the last build left there."""

    def recall_left(self, output: Path) -> Left | None:
        """What the last build left there; None if it is not so any more."""
        return self.left if self.left and self.left.manifest == digest_manifest(output) else None

    def recall_stamps(self, output: Path) -> Stamps:
        """The stamps of what is published there; none if that is not as the last build left it."""
        left = self.recall_left(output)
        return left.stamps if left else {}
