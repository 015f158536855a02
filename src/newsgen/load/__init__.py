"""Loading: each file below `articles/` read once, decoded, in a fixed order.

Whatever cannot be read becomes a diagnostic that names it; the rest goes on.
"""

from collections.abc import Iterator
from pathlib import Path

from newsgen.errors import BuildError, Diagnostic
from newsgen.holding import NOTHING_HELD, Holding
from newsgen.load.decoding import decode
from newsgen.load.faults import tell_too_large, tell_twin, tell_unreadable
from newsgen.load.files import FOLDER, Files, Found, read_bytes, read_files, show_path
from newsgen.records.clipping import Clipping, Clippings

__all__ = ["FOLDER", "Files", "load_clipping", "load_clippings", "read_files"]


def load_clippings(files: Files, held: Holding = NOTHING_HELD) -> Clippings:
    """The clippings in the files, in the order of their paths, and what is to be said about the other files.

    Each file is let go of as soon as it is decoded: bytes and texts of all need not have room at one time. What is held
    are texts.
    """
    clippings: dict[str, Clipping] = {}
    diagnostics: list[Diagnostic] = []
    found: Found

    def take() -> Iterator[tuple[bytes, tuple[str, str]]]:
        nonlocal found
        while files.found:
            found = files.found.popleft()
            yield found.name, (found.path, found.digest)

    for outcome in held.each("clipping", take(), lambda _: _decode(found)):
        if isinstance(outcome, Clipping) and outcome.path in clippings:
            outcome = tell_twin(outcome.path)  # noqa: PLW2901
        if isinstance(outcome, Clipping):
            clippings[outcome.path] = outcome
        else:
            diagnostics.append(outcome)
    return Clippings(clippings=tuple(clippings.values()), diagnostics=tuple(diagnostics))


def _decode(found: Found) -> Clipping | Diagnostic:
    content = found.content
    return content if isinstance(content, Diagnostic) else decode(found.path, content, found.digest)


def load_clipping(file: Path, path: str) -> Clipping:
    """The clipping in one file, wherever it lies and whatever its ending; `path` is how messages name it.

    Raises BuildError if it cannot be read.
    """
    shown = show_path(path)
    try:
        data = read_bytes(file)
    except OSError as fault:
        raise BuildError(tell_unreadable(shown, fault)) from None
    outcome = tell_too_large(shown) if data is None else decode(shown, data)
    if isinstance(outcome, Diagnostic):
        raise BuildError(outcome)
    return outcome
