"""`newsgen explain`, once its arguments are understood."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from newsgen.build.explaining import explain_clipping
from newsgen.build.tracing import tell_kind, trace_address, trace_name
from newsgen.cli.progress import progress_shown
from newsgen.cli.show import print_json
from newsgen.errors import Diagnostic, UsageError
from newsgen.records.explanation import ExplainedClipping, ExplainedLine, ExplainedMention


class Asked(NamedTuple):
    """What of a clipping the reasons are asked for."""

    numbers: Sequence[int] = ()
    """Of what was found in it."""
    places: Sequence[tuple[int, int | None]] = ()
    """Lines, or columns in lines."""


def run_explain(subject: str, site: Path, asked: Asked, *, as_json: bool) -> int:
    """Show why a clipping is read so, why somebody is one person, or what a page is made from; the exit code."""
    kind = tell_kind(subject)
    if kind == "file":
        return _show_file(Path(subject), asked, as_json=as_json)
    trace = trace_address if kind == "address" else trace_name
    with progress_shown() as progress:
        traced = trace(site, subject, progress=progress)
    if traced.clipping:
        return _show_file(site / traced.clipping, asked, as_json=as_json, span=traced.place)
    if asked != Asked():
        message, hint = "--why and --at ask about the lines of a clipping", "give a file, or the page of an article"
        raise UsageError(Diagnostic(subject, 0, 0, "error", "no-clipping", message, hint))
    if as_json:
        print_json(traced)
        return 0
    # Imported here: half of all start-up time, and tools need none of it.
    from newsgen.cli.terminal import Paper  # noqa: PLC0415
    from newsgen.cli.traced import show_traced  # noqa: PLC0415

    show_traced(Paper(), traced, site)
    return 0


def _show_file(file: Path, asked: Asked, *, as_json: bool, span: tuple[int, int] | None = None) -> int:
    """Show a clipping: all of it, or what is asked for, or what shares the span."""
    explained = explain_clipping(file)
    if as_json:
        print_json(explained)
        return 0
    # Imported here: half of all start-up time, and tools need none of it.
    from newsgen.cli.answers import show_answer, show_line_answer, show_overview  # noqa: PLC0415
    from newsgen.cli.terminal import Paper  # noqa: PLC0415

    chosen = [find_mention(explained, number) for number in asked.numbers]
    lines = [(find_line(explained, *place), place[1]) for place in asked.places]
    if span and not chosen and not lines:
        chosen = [mention for mention in explained.mentions if (mention.start, mention.end) == span]
    paper = Paper()
    if not chosen and not lines:
        show_overview(paper, explained)
    for position, mention in enumerate(chosen):
        paper.part(position)
        show_answer(paper, explained, mention)
    for position, (line, column) in enumerate(lines, len(chosen)):
        paper.part(position)
        show_line_answer(paper, explained, line, find_at(explained.mentions, line, column))
    return 0


def find_mention(explained: ExplainedClipping, number: int) -> ExplainedMention:
    """What has the number; raises UsageError if nothing has."""
    count = len(explained.mentions)
    if not 1 <= number <= count:
        known = f"the numbers go from 1 to {count}" if count else "nothing was found in this clipping"
        raise _fault(explained, "no-mention", f"there is no number {number}: {known}")
    return explained.mentions[number - 1]


def find_line(explained: ExplainedClipping, number: int, column: int | None = None) -> ExplainedLine:
    """The line with the number; raises UsageError if there is none, or if it has no such column."""
    if not 1 <= number <= len(explained.lines):
        raise _fault(explained, "no-line", f"there is no line {number}: the clipping has {len(explained.lines)}")
    line = explained.lines[number - 1]
    if column is not None and not 1 <= column <= max(1, len(line.text)):
        raise _fault(explained, "no-column", f"line {number} has only {len(line.text)} characters")
    return line


def find_at(
    mentions: Iterable[ExplainedMention], line: ExplainedLine, column: int | None
) -> Sequence[ExplainedMention]:
    """The mentions that have something of the line, or that stand at its column."""
    start = line.start if column is None else line.start + column - 1
    end = line.start + len(line.text) if column is None else start + 1
    return [
        mention for mention in mentions if mention.place and mention.place.start < end and start < mention.place.end
    ]


def _fault(explained: ExplainedClipping, code: str, message: str) -> UsageError:
    hint = "`newsgen explain FILE` alone shows all lines and numbers"
    return UsageError(Diagnostic(explained.path, 0, 0, "error", code, message, hint))
