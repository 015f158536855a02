"""Lines of doubt: what stays in the text, or was taken out of it, though much speaks for the contrary; each is told."""

import re
from collections.abc import Iterator, Sequence

from newsgen.errors import Diagnostic
from newsgen.layout.findings import Finding
from newsgen.layout.notices import unglue
from newsgen.layout.outlets import Context
from newsgen.layout.pitch import is_imperative
from newsgen.layout.signs import ends_sentence
from newsgen.layout.units import Unit

_LONGEST = 120
"""Characters of the longest line that may be furniture though no rule knows it."""
_ENOUGH = 2
"""Signs of furniture that make a line without a sentence doubtful."""
_PARAGRAPH = 200
"""Characters of a line below an article that may be a paragraph of it."""

# matches: write to desk@example.org
# matches: see www.example.org
# matches: Floods | Rivers
# not: The river rose
_MARK = re.compile(r"[@|•·»›]|://|\bwww\.")
# matches: 12,402
_NUMBER = re.compile(r"\d[\d.,:]*")

Findings = Sequence[tuple[Unit, Finding]]


def tell_doubtful(path: str, findings: Findings, context: Context) -> Iterator[Diagnostic]:
    """A note for each line of the text that looks like furniture, and for each paragraph taken for furniture."""
    text = [index for index, (_, finding) in enumerate(findings) if finding.role == "paragraph"]
    for index in text:
        unit = findings[index][0]
        if index == text[-1] and len(text) > 1 and len(unit.text) <= _LONGEST and is_imperative(unit.text, context):
            yield _note(path, unit, "this last line may be addressed to readers; it was left in", _LEFT_IN)
        elif unit.folded and _may_be_furniture(unit) and _count_signs(findings, index, text[-1], context) >= _ENOUGH:
            yield _note(path, unit, "this line looks as if it were no part of the text; it was left in", _LEFT_IN)
    for unit, finding in findings:
        if finding.rule == "page-foot" and len(unit.text) > _PARAGRAPH and ends_sentence(unit.text):
            yield _note(path, unit, "this paragraph below the article was taken for no part of it", _TAKEN_OUT)


_LEFT_IN = (
    "if it tells who wrote the article, when or for whom, add `byline:`, `published:` or `source:` in front matter; "
    "else there is nothing to do"
)
_TAKEN_OUT = "if it is part of the article, move it above what ends the article; else there is nothing to do"


def _note(path: str, unit: Unit, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path, unit.number, 0, "note", "doubtful-line", message, hint)


def _may_be_furniture(unit: Unit) -> bool:
    """Whether the line is short and neither a sentence nor a row of figures."""
    text = unit.text
    return (
        len(text) <= _LONGEST and not ends_sentence(text) and text[-1] not in ":;," and len(_NUMBER.findall(text)) < 3
    )


def _count_signs(findings: Findings, index: int, last: int, context: Context) -> int:
    """How many things speak for furniture: first words, marks, neighbours, and that nothing follows."""
    unit = findings[index][0]
    beside = [findings[near][1].role for near in (index - 1, index + 1) if 0 <= near < len(findings)]
    return sum(
        (
            context.lexicon.desk.cues["opener"].start(unglue(unit)) is not None,
            _MARK.search(unit.text) is not None,
            any(role in ("notice", "caption", "byline", "published", "source") for role in beside),
            index == last,
        )
    )
