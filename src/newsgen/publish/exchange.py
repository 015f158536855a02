"""The exchange of the published site for the new one, step by step, forwards or back.

The staging folder holds all that either way needs: the new bytes, those that they replace, and the files that are
to go. Each step leaves there what it takes from the site, so the place of a file tells whether its step is taken, and
however an exchange ends, the site is as it was after one of the steps.
"""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from newsgen.publish.faults import faults_told
from newsgen.publish.folder import stage_bytes
from newsgen.publish.journal import is_unfinished, write_journal
from newsgen.publish.manifest import Manifest, manifest_bytes
from newsgen.publish.names import FINAL, JOURNAL, OWNED, STAGING
from newsgen.publish.places import check_writable, find_own_files, is_file
from newsgen.publish.steps import Step, plan_steps


def exchange_files(staged: Sequence[str], new: Manifest, old: Manifest, output: Path) -> tuple[str, ...]:
    """Put the staged files in place, by their position in staging, and remove what is old; says what was removed.

    Raises `PublishError` with the site left, or put back, as it was.
    """
    if not staged and new == old:
        return ()
    with faults_told(output):
        gone = find_own_files(old.keys() - new.keys(), output)
        steps = plan_steps(staged, gone, new, old, output)
        check_writable({step.path for step in steps if step.act != "clear"}, output)
        _stage_manifests(new, old, output)
        _keep_old(steps, output)
        write_journal(steps, output)
        try:
            take_steps(steps, output)
        except BaseException:
            with suppress(OSError):  # a second fault: the journal stays, and the next build goes on
                _go_back(steps, output)
            raise
    return gone


def take_steps(steps: Sequence[Step], output: Path) -> None:
    """Take the steps in order; raises `OSError` at the first that fails."""
    staging = output / STAGING
    for step in steps:
        path, staged = output / step.path, staging / step.staged
        match step.act:
            case "put":
                staged.replace(path)
            case "take":
                path.replace(staged)
            case "make":
                path.mkdir()
            case "clear":
                with suppress(OSError):  # others' files are in it
                    path.rmdir()


def is_taken(step: Step, output: Path) -> bool:
    """Whether nothing of the step is left to do; for a folder to clear it can be tried again."""
    match step.act:
        case "put":
            return not (output / STAGING / step.staged).exists()
        case "take":
            return not is_file(step.path, output)
        case "make":
            return (output / step.path).is_dir()
        case "clear":
            return False


def _go_back(steps: Sequence[Step], output: Path) -> None:
    """Take back, last first, the steps that were taken; where all were, the site is the new one and stays so."""
    if is_unfinished(output):
        for step in reversed(steps):
            _take_back(step, output)
        (output / STAGING / JOURNAL).unlink()


def _take_back(step: Step, output: Path) -> None:
    path, staged = output / step.path, output / STAGING / step.staged
    if step.act == "put" and not staged.exists():
        _link_or_copy(path, staged)  # so that the journal holds even if this way, too, is cut off
        if step.kept:
            (output / STAGING / step.kept).replace(path)
        else:
            path.unlink()
    elif step.act == "take" and staged.exists():
        staged.replace(path)
    elif step.act == "make":
        with suppress(OSError):  # not made yet
            path.rmdir()
    elif step.act == "clear":
        path.mkdir(exist_ok=True)


def _stage_manifests(new: Manifest, old: Manifest, output: Path) -> None:
    stage_bytes(output, FINAL, manifest_bytes(new))
    if new.keys() - old.keys():
        stage_bytes(output, OWNED, manifest_bytes({**old, **new}))


def _keep_old(steps: Sequence[Step], output: Path) -> None:
    """Keep in staging what is about to be replaced."""
    for step in steps:
        if step.kept:
            _link_or_copy(output / step.path, output / STAGING / step.kept)


def _link_or_copy(path: Path, copy: Path) -> None:
    try:
        copy.hardlink_to(path)
    except OSError:  # not on this file system, or not for a file of another user
        shutil.copy2(path, copy)
