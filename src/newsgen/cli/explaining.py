"""`newsgen explain`, once its arguments are understood."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from newsgen.build.explaining import explain_clipping
from newsgen.cli.show import print_json
from newsgen.errors import Diagnostic, UsageError
from newsgen.records.explanation import ExplainedClipping, ExplainedLine, ExplainedMention


def run_explain(file: Path, *, numbers: Sequence[int], places: Sequence[tuple[int, int | None]], as_json: bool) -> int:
    """Show why the clipping was read as it was: all of it, or what is asked for; the exit code."""
    explained = explain_clipping(file)
    if as_json:
        print_json(explained)
        return 0
    # Imported here: half of all start-up time, and tools need none of it.
    from newsgen.cli.answers import show_answer, show_line_answer, show_overview  # noqa: PLC0415
    from newsgen.cli.terminal import Paper  # noqa: PLC0415

    chosen = [find_mention(explained, number) for number in numbers]
    lines = [(find_line(explained, *place), place[1]) for place in places]
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
