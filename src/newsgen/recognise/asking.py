"""Asking the recognisers for their findings in one article, and holding these to the Protocol."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

import msgspec
from msgspec.structs import replace

from newsgen.errors import BuildError, Diagnostic, NewsgenError
from newsgen.recognise.loading import describe, make_recogniser
from newsgen.recognise.protocol import Recogniser
from newsgen.records.article import Article
from newsgen.records.finding import Finding
from newsgen.records.options import RecogniserOptions

FAULT = "recogniser-failed"
"""Code of the message that a recogniser failed on a clipping. It may be another time that it does not."""

_HINT = "mend the recogniser, or take it out of site.yaml"


class _ConductError(Exception):
    """What a recogniser did that it must not do."""


def ask_recognisers(
    article: Article, recognisers: Sequence[RecogniserOptions]
) -> tuple[tuple[Finding, ...], tuple[Diagnostic, ...]]:
    """(the findings in order of the text, disjoint; an error for each recogniser that failed).

    Raises BuildError where a recogniser is not the one whose fingerprint was taken, and whatever error of newsgen's
    own a recogniser raises.
    """
    found: list[list[Finding]] = []
    faults: list[Diagnostic] = []
    for options in recognisers:
        try:
            found.append(sorted(_ask(article, options), key=lambda item: (item.start, -item.end)))
        except NewsgenError:
            raise
        except _ConductError as error:
            faults.append(_fault(article, f"the recogniser `{options.title}` {error}"))
        except (Exception, SystemExit) as error:  # whatever a recogniser does must not stop the other clippings
            faults.append(_fault(article, f"the recogniser `{options.title}` failed: {describe(error)}"))
    return settle(found), tuple(faults)


def settle(found: Iterable[Iterable[Finding]]) -> tuple[Finding, ...]:
    """The findings that share no character with one before them, in order of the text."""
    kept: list[Finding] = []
    for findings in found:
        free = [item for item in findings if not _touches(item, kept)]
        kept = sorted((*kept, *_disjoint(free)), key=attrgetter("start"))
    return tuple(kept)


def _touches(item: Finding, kept: Sequence[Finding]) -> bool:
    """Whether it shares a character with one of those kept, which are disjoint and in order."""
    before = bisect_left(kept, item.end, key=attrgetter("start")) - 1
    return before >= 0 and kept[before].end > item.start


def _disjoint(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Those that begin behind the one before, of findings in order."""
    reached = 0
    for item in findings:
        if item.start >= reached:
            reached = item.end
            yield item


def _fault(article: Article, message: str) -> Diagnostic:
    return Diagnostic(article.path, 0, 0, "error", FAULT, message, _HINT)


def _ask(article: Article, options: RecogniserOptions) -> Iterator[Finding]:
    """What one recogniser finds, each finding as it must be."""
    found = _recall(options)(article)
    if not isinstance(found, Iterable):
        raise _ConductError(f"gave no findings but {_show(found)}")
    for item in found:
        _check(item, article.text)
        yield replace(item, recogniser=options.title)


@lru_cache(maxsize=8)
def _recall(options: RecogniserOptions) -> Recogniser:
    """The recogniser, made once in a process; raises BuildError if it is another than the options are of."""
    recogniser = make_recogniser(options)
    if recogniser.fingerprint != options.fingerprint:
        message = f"the recogniser `{options.title}` is not the one that the build began with: its fingerprint differs"
        hint = "let it depend on version, model and settings only; if its files have just changed, build again"
        raise BuildError(
            Diagnostic("site.yaml", options.origin.line, options.origin.column, "error", "recogniser", message, hint)
        )
    return recogniser


def _check(item: object, text: str) -> None:
    """Raise _ConductError for what is no finding, or one that cannot be in the text."""
    if not isinstance(item, Finding):
        raise _ConductError(f"gave no Finding but {_show(item)}")
    try:
        msgspec.convert(msgspec.to_builtins(item), Finding)
    except (msgspec.ValidationError, TypeError) as error:
        raise _ConductError(f"gave a wrong Finding: {error}") from None
    if not 0 <= item.start < item.end <= len(text):
        raise _ConductError(f"gave the span {item.start}–{item.end}, but the text has {len(text)} characters")
    if text[item.start].isspace() or text[item.end - 1].isspace():
        raise _ConductError(f"gave a span with a blank at its edge: {text[item.start : item.end][:60]!r}")


def _show(value: object) -> str:
    """A value in few words."""
    return f"`{type(value).__name__}`"
