"""What stands below the text of a page: biographies, comments, titles of other stories, offers, disclaimers."""

import re
from collections.abc import Container, Mapping

from newsgen.layout.boxes import is_long
from newsgen.layout.core import list_stems
from newsgen.layout.findings import Finding, Part, Parts, headline_index, with_roles
from newsgen.layout.outlets import Context, name_outlet
from newsgen.layout.page import has_frame, is_page
from newsgen.layout.pitch import is_addressed, is_pitch
from newsgen.layout.setting import SET_APART
from newsgen.layout.signers import may_sign
from newsgen.layout.signs import ends_sentence
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

_FOOT_SHARE = 4
"""The part of the text that may stand below the first line of a page's foot is one in so many."""
_GAP = 6
"""What the lines count that are no text, behind which only what is about the same things is text again."""
_LINE = 2
"""What a line counts that nobody knows; a notice counts one, for it may stand in the middle of a text."""
_SAME = 0.5
"""What a paragraph shares with the text that is about the same things."""
_RELATED = 0.35
"""The same of an item of a list directly below the text."""
_PARAGRAPH = 150
"""Characters of such a paragraph."""
_LITTLE = 0.3
"""What a paragraph shares with the text that says something else."""
_LONG = 100
"""Characters of a paragraph that is no comment."""
_SHORTEST = 3
"""Words of the shortest last sentence of a text."""
_FEWEST = 4
"""The same behind lines that are no text."""
_SIGNATURE = 6
"""Words of the longest name of an outlet."""
_GIVEN_NAME = 3
"""Letters of the shortest given name that stands for its bearer."""
_BIOGRAPHIES = 20
"""Lines at the end among which the writers' are."""

# matches: The talks between the two governments on the future of the harbour failed. The envoys left
_TWO_SENTENCES = re.compile(r"^.{60,}[a-zß-ÿ]{4}[\"”’»)]*\.\s+[\"“«(]?\s?[^\W\d_a-zß-ÿ]")

# matches: a vendu sa sole à la criée le soir même. (Belga)
# not: the mayor (left)
_CREDITED = re.compile(r"[.!?\"”’»]\s?[(\[][^()\[\]]{2,30}[)\]]$")

_LISTING = frozenset(("notice-final", "related", "more-of", "end-mark", "comment-head"))
"""Rules of lines below which titles and tags are listed."""
_ENDING = _LISTING | {"about-the-writer", "desk-note"}
"""Rules of what stands behind a text, and seldom within it."""
_FINAL = _LISTING | {"copyright", "desk-note", "source-label", "about-the-writer"}
"""Rules of what stands below a page's text."""


def name_page_foot(parts: Parts, context: Context) -> Parts:
    """The parts with what stands below the text named: titles and tags, on a page also sentences."""
    start = headline_index(parts) + 1
    parts = _name_biography(parts, start)
    framed = has_frame(parts)
    if not framed and not any(part.finding and part.finding.rule in _LISTING for part in parts):
        return parts
    lengths = {
        index: len(parts[index].unit.text)
        for index in range(start, len(parts))
        if parts[index].open and _is_paragraph(parts[index].unit, context)
    }
    if not lengths:
        return parts
    page = is_page(parts)
    foot, whole = _find_foot(parts, lengths, page=page)
    end = _find_end(parts, lengths, context) if framed else len(parts)
    end = min(foot, end) if page else end
    signed = _find_signatures(parts, end, context)
    found: dict[int, Finding | None] = {
        index: Finding("notice", "page-foot")
        for index in range(min(foot, end), len(parts))
        if parts[index].open and index not in signed and (index >= end or _is_title(parts[index], context, whole=whole))
    }
    return with_roles(parts, found)


def _is_paragraph(unit: Unit, context: Context) -> bool:
    """Whether the line is text, or text with who sent it behind its last word."""
    return is_long(unit, context) or (len(unit.text) > _LONG and _CREDITED.search(unit.text) is not None)


def _find_signatures(parts: Parts, end: int, context: Context) -> frozenset[int]:
    """Where the outlet may sign below the text, which ends at `end`: directly below, on the last line, or in bold."""
    lines = [index for index in range(end, len(parts)) if parts[index].unit.kind not in ("blank", "rule")]
    at_edges = (index for index in (*lines[:1], *lines[-1:]) if _may_sign(parts[index], context))
    bold = (index for index in lines if _is_bold(parts[index].unit) and _is_outlet(parts[index], context))
    return frozenset((*at_edges, *bold))


def _may_sign(part: Part, context: Context) -> bool:
    """Whether the line is an outlet's name, or a few words in brackets, behind a dash or in bold."""
    unit = part.unit
    if not part.open or unit.kind != "text" or unit.text.count(" ") >= _SIGNATURE or ends_sentence(unit.text):
        return False
    offered = context.lexicon.desk.words["service"] | context.lexicon.desk.words["trade"]
    is_writer = may_sign(unit.text, context) and not unit.text.isupper() and offered.isdisjoint(unit.folded.split())
    return _is_bold(unit) or SET_APART.match(unit.source) is not None or _is_outlet(part, context) or is_writer


def _is_bold(unit: Unit) -> bool:
    """Whether the whole line is in bold or italics."""
    return unit.inline.whole in ("em", "strong")


def _is_outlet(part: Part, context: Context) -> bool:
    return part.open and name_outlet(part.unit.text, context) is not None


def _find_end(parts: Parts, lengths: Mapping[int, int], context: Context) -> int:
    """The index behind the last text: where several lines are none, and no paragraph below is about the same.

    `lengths` are those of the paragraphs.
    """
    text = _Text(parts, lengths, context)
    for index in range(text.end, len(parts)):
        unit, finding = parts[index]
        if unit.kind in ("blank", "rule"):
            continue
        if finding is None and text.goes_on(index):
            text.add(index)
        else:
            text.gap = 1 if _GOES_ON.match(unit.folded) else text.gap + _weigh(parts[index])
    return text.end


def _weigh(part: Part) -> int:
    """How much a line that is no text tells that the text is over."""
    finding = part.finding
    if finding is None or finding.rule == "page-box":
        return _LINE
    is_last = finding.rule in _ENDING or (finding.rule in _COUNTED and _COMMENTS.search(part.unit.folded))
    return _GAP if is_last else 1


# matches: end of list
# matches: article continues after this advertisement
_GOES_ON = re.compile(r"(?:end of (?:list|recommended)|(?:story|article|content) continues)\b")
# matches: 41 comments
# matches: comentarios (3)
_COMMENTS = re.compile(r"\bcomm?enta?")
_COUNTED = frozenset(("count", "notice-line", "notice-start"))


class _Text:
    """The text of a page, as far as it was read."""

    def __init__(self, parts: Parts, lengths: Mapping[int, int], context: Context) -> None:
        self.parts, self.context = parts, context
        first = min(lengths)
        self.end = first + 1
        self.gap = 0
        """What the lines count since that are no text."""
        self.stems = set(list_stems(parts[first].unit.text, context))
        self.length = lengths[first]
        self.long = {
            index: length
            for index, length in lengths.items()
            if length >= _LONG and index != first and not is_addressed(parts[index].unit.text, context)
        }
        self.left = sum(self.long.values())
        """Characters of the long paragraphs that come and speak to nobody."""

    def add(self, index: int) -> None:
        """Take the part at the index for text."""
        text = self.parts[index].unit.text
        self.end, self.gap = index + 1, 0
        self.length += len(text)
        self.stems |= list_stems(text, self.context)

    def goes_on(self, index: int) -> bool:
        """Whether the text goes on in the part at the index; asked of each in order."""
        unit = self.parts[index].unit
        left = self.left
        self.left -= self.long.get(index, 0)
        if self.gap <= 1 and self._is_entry(index):
            return True
        if unit.kind == "heading" or not self._is_like_text(unit) or is_pitch(unit.text, self.context):
            return False
        if self.gap == 0:
            return True
        addressed = is_addressed(unit.text, self.context)
        if self.gap >= _GAP:
            return not addressed and self._resumes(unit, left)
        return not (addressed and self._share(unit) <= _LITTLE)

    def _is_entry(self, index: int) -> bool:
        """Whether a sentence stands directly below a time of day, as the entries of a live report do."""
        finding = self.parts[index - 1].finding
        return finding is not None and finding.rule == "entry-time" and is_long(self.parts[index].unit, self.context)

    def _resumes(self, unit: Unit, left: int) -> bool:
        """Whether the text goes on in a paragraph far below its last one: much comes, or a long one about the same."""
        if left * _FOOT_SHARE > self.length:
            return True
        return len(unit.text) >= _PARAGRAPH and self._share(unit) >= _SAME

    def _is_like_text(self, unit: Unit) -> bool:
        """Whether the unit is prose; directly behind the text also a short sentence, or an item of a list."""
        if _is_paragraph(unit, self.context):
            return True
        words = unit.text.count(" ") + 1
        if ends_sentence(unit.text) and words >= (_FEWEST if self.gap else _SHORTEST) and self.gap < _GAP:
            return True
        if self.gap:
            return False
        if unit.kind == "quotation" or _TWO_SENTENCES.match(unit.text):
            return True
        return unit.kind == "list-item" and self._share(unit) >= _RELATED

    def _share(self, unit: Unit) -> float:
        stems = list_stems(unit.text, self.context)
        return len(stems & self.stems) / len(stems) if stems else 0.0


def _name_biography(parts: Parts, start: int) -> Parts:
    """The parts with `Jane Doe is a reporter in Niamey.` named near the end, where the byline names her."""
    byline = next((part.finding.byline for part in parts if part.finding and part.finding.byline), "")
    names = [fold(name) for name in _NAMES.split(byline) if " " in name]
    lines = [index for index in range(start, len(parts)) if parts[index].open]
    last = lines[-_BIOGRAPHIES:]
    alone = (fold(parts[index].unit.lines[0].text) for index in last if _may_be_name(parts[index].unit))
    given = {word for name in (*names, *alone) for word in name.split() if len(word) >= _GIVEN_NAME}
    return with_roles(
        parts,
        {
            index: Finding("notice", "about-the-writer")
            for index in lines
            if any(_tells_about(name, parts[index].unit) for name in names)
            or (index in last and _tells_of_given(parts[index].unit, given))
        },
    )


def _tells_of_given(unit: Unit, given: Container[str]) -> bool:
    """Whether the line says what one of the given names does: `Jane covers rivers.`"""
    first, _, words = unit.folded.partition(" ")
    return first in given and _DOES.match(words) is not None


def _may_be_name(unit: Unit) -> bool:
    """Whether the line is two to four words that begin with capital letters, as a name above a biography is."""
    words = unit.lines[0].text.split()
    return len(words) in (2, 3, 4) and all(word[0].isupper() for word in words) and not ends_sentence(unit.text)


def _tells_about(name: str, unit: Unit) -> bool:
    """Whether the line says what the writer is, does or has written."""
    words = unit.folded.removeprefix(name).lstrip(" ,")
    return unit.folded.startswith(name) and (not words or _DOES.match(words) is not None)


# matches: Jane Doe and John Roe
_NAMES = re.compile(r"\s+(?:and|et|y|&)\s+|\s*[,|]\s+")
# matches: is a reporter in Niamey
# matches: covers rivers
# not: told the court
_DOES = re.compile(
    r"(?:is|was|has been|are) (?:an?|the|our|based|also)\b"
    r"|is [\w' ]{2,40}\b(?:correspondent|reporter|editor|writer|journalist)\b"
    r"|(?:covers|reports|writes|can be|has (?:covered|reported|written)|joined|contributed|works|lives|teaches)\b"
    r"|est (?:un|une|le|la|notre)?\s?(?:journaliste|correspondante?|r[eé]dact\w+|reporter|grand)\b"
    r"|es (?:un|una|el|la)?\s?(?:periodista|corresponsal|redactora?|reportera?)\b"
)


def _find_foot(parts: Parts, lengths: Mapping[int, int], *, page: bool) -> tuple[int, bool]:
    """Where the foot begins, and whether sentences belong to it: with what ends an article, hardly any text below it.

    On a page without such a line it begins below the last text; `lengths` are those of the paragraphs.
    """
    first, last = min(lengths), max(lengths)
    total = below = sum(lengths.values())
    for index in range(first, len(parts)):
        below -= lengths.get(index, 0)
        finding = parts[index].finding
        if finding and finding.rule in (_FINAL if page else _LISTING):
            whole = page or finding.rule in ("end-mark", "comment-head")
            if below * _FOOT_SHARE <= (total if whole else 0) or finding.rule == "comment-head":
                return index, whole
    return (last + 1, True) if page else (len(parts), False)


def _is_title(part: Part, context: Context, *, whole: bool) -> bool:
    """Whether the line may be the title of another article, or a tag; in a foot that is `whole`, any sentence too."""
    text = part.unit.text
    if ends_sentence(text):
        return whole
    is_line = part.unit.kind in ("text", "list-item") and not part.unit.inline.whole.startswith(("em", "strong"))
    return is_line and len(text) <= 120 and name_outlet(text, context) is None
