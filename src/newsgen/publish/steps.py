"""The steps from the published site to the new one: each small, whole in itself, and with its own way back.

Between any two of them a reader finds a site without a gap. So the order is: files that are new, then those that
are replaced, whose links now have their goals, and last, when no page leads there any more, what is taken away.
Within each of these an index comes after what it leads to: those of folders, as that of the search, after all other
files, and the home page, which is the entrance, last of all.

One thing has no such order: a path that was a file and becomes a folder, or the other way about. Only a static file
of the site can do that, no page; the old one has to go first, and for that moment it is missing.
"""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Literal

from newsgen.publish.manifest import Manifest
from newsgen.publish.names import FINAL, MANIFEST, OLD_MANIFEST, OWNED
from newsgen.publish.places import folders_of, is_below, is_file, is_folder
from newsgen.records import Record

Act = Literal["put", "take", "make", "clear"]
"""Put a staged file in place, take a file away into staging, make a folder, remove a folder if it is empty."""

_INDEX = "index"
"""Name, without its ending, of a file that leads to others of its folder and of those below."""


class Step(Record):
    """One change of the output folder."""

    act: Act
    path: str
    """Of the file or folder, in the output folder."""
    staged: str = ""
    """The name in staging of the file to put, or for the file that is taken away."""
    kept: str = ""
    """For `put`: the name in staging for the file that it replaces; empty if there is none."""
    digest: str = ""
    """For `put`: of the bytes; empty for a manifest."""


def plan_steps(staged: Sequence[str], gone: Sequence[str], new: Manifest, old: Manifest, output: Path) -> list[Step]:
    """All steps in order; the file at position n of `staged` lies in staging as `n`, and the files in `gone` are to go.

    If there are new paths, the manifest is widened by them first: no file is ever there that is not newsgen's by it.
    """
    folders = folders_of(staged)
    puts = [_put(path, number, new, output) for number, path in enumerate(staged)]
    takes = [Step(act="take", path=path, staged=f"gone-{number}") for number, path in enumerate(gone)]
    leaving = [*takes, *(Step(act="clear", path=folder) for folder in _find_idle(new, old, output))]
    in_the_way = {step.path for step in leaving if step.path in folders or is_below(step.path, new)}
    widened = Step(act="put", path=MANIFEST, staged=OWNED, kept=_keep(MANIFEST, OLD_MANIFEST, output))
    return [
        *([widened] if new.keys() - old.keys() else []),
        *(step for step in leaving if step.path in in_the_way),
        *(Step(act="make", path=folder) for folder in sorted(folders) if not is_folder(folder, output)),
        *sorted(puts, key=_order),
        *(step for step in leaving if step.path not in in_the_way),
        Step(act="put", path=MANIFEST, staged=FINAL),
    ]


def _order(step: Step) -> tuple[bool, bool, int, str]:
    is_index = PurePosixPath(step.path).stem == _INDEX
    return bool(step.kept), is_index, -step.path.count("/") if is_index else 0, step.path


def _put(path: str, number: int, new: Manifest, output: Path) -> Step:
    kept = _keep(path, f"old-{number}", output)
    return Step(act="put", path=path, staged=str(number), kept=kept, digest=new[path].digest)


def _keep(path: str, name: str, output: Path) -> str:
    """The name if there is a file to be kept under it; else none."""
    return name if is_file(path, output) else ""


def _find_idle(new: Manifest, old: Manifest, output: Path) -> list[str]:
    """The folders in which the site has no file any more, inner ones first."""
    idle = folders_of(old.keys() - new.keys()) - folders_of(new)
    return [folder for folder in sorted(idle, reverse=True) if is_folder(folder, output)]
