"""What keeps a fault in a clipping from costing more than that clipping."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from newsgen.errors import BuildError, Diagnostic
from newsgen.pages.urls import ARTICLES_DATA
from newsgen.publish import intact, read_manifest
from newsgen.records.reading import Reading


def set_aside(
    unread: Iterable[Diagnostic], readings: Iterable[Reading]
) -> tuple[tuple[int, ...], tuple[Diagnostic, ...]]:
    """The positions of clippings without errors, and what is to be told of loading and of those set aside.

    Of a clipping with an error only the errors count: what else was noticed in it is mostly their consequence.
    """
    good: list[int] = []
    faults = list(unread)
    for position, reading in enumerate(readings):
        errors = [item for item in reading.diagnostics if item.severity == "error"]
        if errors:
            faults.extend(errors)
        else:
            good.append(position)
    return tuple(good), tuple(faults)


def check_any(good: Sequence[int], faults: Sequence[Diagnostic]) -> None:
    """Raise BuildError if there is nothing to build from."""
    if good:
        return
    message, hint = "no clipping can be read", "mend at least one of them"
    if not any(item.severity == "error" for item in faults):
        message = "there is no clipping to build from"
        hint = "put text files (.txt, .md, .markdown) into it; `newsgen new DIR` shows how"
    raise BuildError(*faults, Diagnostic("articles", 0, 0, "error", "no-clippings", message, hint))


def check_loss(faults: Sequence[Diagnostic], output: Path) -> None:
    """Raise BuildError where going on would take a published article away because its clipping was broken since."""
    broken = {item.path for item in faults if item.severity == "error"}
    published = _read_published_paths(output) if broken else frozenset()
    hint = "mend the clipping, or remove it from articles/ if its page is to go"
    if published is None:
        message = "nothing was published: some clippings cannot be read, and whether the site shows them cannot be told"
        raise BuildError(*faults, Diagnostic(ARTICLES_DATA, 0, 0, "error", "would-lose-article", message, hint))
    lost = sorted(path for path in published if any(path == name or path.startswith(f"{name}/") for name in broken))
    if lost:
        message = f"nothing was published: the site shows {', '.join(lost)}, which cannot be read any more"
        raise BuildError(*faults, Diagnostic("articles", 0, 0, "error", "would-lose-article", message, hint))


class _PublishedArticle(msgspec.Struct):
    path: str


def _read_published_paths(output: Path) -> frozenset[str] | None:
    """Paths of the clippings that the published site shows; None if there is a site, but its data cannot be read."""
    manifest = read_manifest(output)
    if ARTICLES_DATA not in manifest:
        return frozenset()
    if not intact(output, manifest, ARTICLES_DATA):
        return None
    decoder = msgspec.json.Decoder(_PublishedArticle)
    try:
        return frozenset(article.path for article in decoder.decode_lines((output / ARTICLES_DATA).read_bytes()))
    except (OSError, ValueError, RecursionError):
        return None


def check_errors(diagnostics: Sequence[Diagnostic], faults: Sequence[Diagnostic]) -> None:
    """Raise BuildError if what concerns the site as a whole holds an error; it tells the faults of clippings, too."""
    errors = [item for item in diagnostics if item.severity == "error"]
    if errors:
        raise BuildError(*sorted({*faults, *errors}))
