"""Furniture: what stands around an article and says by itself what it is, wherever it stands.

`RULES` is the list of rules in order; each gives a finding for a unit or declines.
"""

import re
from collections.abc import Callable

from newsgen.layout.bylines import after_cue, is_known_name, is_name, read_byline
from newsgen.layout.captions import read_caption, read_image, read_long_caption
from newsgen.layout.findings import Finding, Parts, Weight, with_roles
from newsgen.layout.issue import read_citation
from newsgen.layout.notices import (
    AROUND,
    URL,
    is_count,
    read_breadcrumb,
    read_copyright,
    read_end_mark,
    read_host,
    read_link,
    read_missing_image,
    read_notice,
    read_time,
    read_tokens,
)
from newsgen.layout.outlets import Context, name_outlet, trim_name
from newsgen.layout.places import is_place_line
from newsgen.layout.plain import is_plain
from newsgen.layout.signers import read_byline_and_pictures, read_byline_line
from newsgen.layout.stamps import Stamp, has_digit, is_impossible, is_time, may_begin_stamp, read_stamp
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

Rule = Callable[[Unit, Context], Finding | None]

# matches: March 17, 20244:03 AM
# matches: 01:20Modified: 17/03/2024
# matches: 10:12 AM UTCUpdated 2 hours ago
_GLUED = re.compile(
    r"(?<=[^\d]\d{4})(?=\d{1,2}:\d\d)|(?<=[a-z\d])(?=[A-Z][a-z]{4,}(?:\b|:))|(?<=\d{4})(?=[A-Z][a-z]{2,8}\s\d)"
    r"|(?<=[A-Z])(?=(?:Updated|Modified|Published|Posted)\b)"
)
# matches: Jane Doe Published March 3, 2021 Updated March 4, 2021
_LABEL_WITHIN = re.compile(r"\s(?=(?:Published|Updated|Posted|Modified|Publié|Mis à jour|Publicado|Actualizado)\s)")
# matches: Sahel Daily | 12 May 2024
_SEGMENTS = re.compile(r"[|•·∙–—/-](?:(?<=[|•·∙])|(?<=\s.)(?=\s))")
# matches: page 4
# matches: p. A12
# matches: pp. 3-4
# not: page four
_PAGE = re.compile(r"^(?:pages?|pp?\.|pág\.|páginas?)\s?[A-Z]?\d{1,4}(?:\s?[-–]\s?\d{1,4})?$", re.I)


def find_furniture(parts: Parts, context: Context) -> Parts:
    """Roles for every unit that has none yet and says by itself what it is."""
    open_ones = ((index, part.unit) for index, part in enumerate(parts) if part.finding is None)
    return with_roles(parts, {index: found for index, unit in open_ones if (found := _read(unit, context))})


def _read(unit: Unit, context: Context) -> Finding | None:
    if unit.kind == "image":
        return read_image(unit)
    if unit.kind in ("blank", "rule"):
        return None
    if not unit.folded:
        return read_long_caption(unit, context) if unit.text else read_image(unit)
    if is_plain(unit, context):
        return None
    for _, rule in RULES:
        finding = rule(unit, context)
        if finding:
            return finding
    return None


def _read_source(unit: Unit, context: Context) -> Finding | None:
    """`Source: X`, `(Fuente: X)`, `This article first appeared in X.`"""
    if len(unit.text) > 160:
        return None
    cues = context.lexicon.desk.cues
    text = unit.text.lstrip(" ([*_-–—")
    cue = cues["source.start"].start(fold(text[:80]))
    if cue is None:
        return None
    rest = after_cue(text, cue)
    colon = rest.lstrip()[:1] == ":"
    if not rest or (cue in cues["source.colon"] and not colon):
        return None
    url = URL.search(rest)
    name = trim_name(URL.sub("", rest).replace("()", ""))
    stamp = None
    for separator in (" on ", " le ", " el ", ", ", " | ", " - ", " – "):
        head, found, tail = name.rpartition(separator)
        stamp = read_stamp(tail, context.lexicon) if found else None
        if stamp:
            name = _MEDIUM.sub("", head)
            break
    named = name_outlet(name, context)
    if not named and not (
        1 <= len(name.split()) <= (7 if colon else 5) and not name[0].islower() and not name.endswith("?")
    ):
        return None
    if not colon and not named and name.count(" ") > 3:
        return None
    shown = named.name if named else name
    return Finding(
        "source", "source-label", source=shown, weight=Weight.LABEL, url=url.group() if url else "", stamp=stamp
    )


# matches: La Gazette (site web)
_MEDIUM = re.compile(r"\s\((?:site web|web|online|édition numérique|sitio web|print|papier)\)$", re.I)


def _read_published(unit: Unit, context: Context) -> Finding | None:
    """`Published: 12 March 2024 14:05 GMT`, `Mis à jour le 3 mai 2024`."""
    if len(unit.text) > 160:
        return None
    cues = context.lexicon.desk.cues
    text = unit.text.lstrip("([*_ -–—")
    folded = fold(text) if text != unit.text else unit.folded
    for kind, updated in (("stamp.published", False), ("stamp.updated", True)):
        cue = cues[kind].start(folded)
        if cue is None:
            continue
        rest = after_cue(text, cue).strip(" :-–—|•·")
        stamp = _read_leading_stamp(rest, context)
        if stamp:
            return Finding("published", "published-label", stamp=stamp, updated=updated)
        if is_impossible(rest, context.lexicon):
            return Finding("published", "published-label", impossible=True)
        if is_count(rest, context):
            return Finding("notice", "published-ago")
    if not may_begin_stamp(text, context.lexicon):
        return None
    stamp = _read_leading_stamp(text, context) if read_stamp(text, context.lexicon) is None else None
    return Finding("published", "stamp-and-more", stamp=stamp) if stamp else None


def _read_leading_stamp(text: str, context: Context) -> Stamp | None:
    """The stamp that the text is, or that it begins with if more furniture follows: `12 May | Updated 13 May`."""
    words = _GLUED.sub(" ", text).split()
    if not words or len(words) > 24:
        return None
    for count in range(min(len(words), 12), 0, -1):
        stamp = read_stamp(" ".join(words[:count]), context.lexicon)
        if stamp:
            rest = " ".join(words[count:]).strip(AROUND)
            again = read_stamp(rest, context.lexicon) if stamp.readings else None
            is_town = count > 2 and is_place_line(rest, context)
            return again or (stamp if is_town or _is_furniture_text(rest, context) else None)
    return None


# matches: in Africa, News | 3 Comments
_FILED = re.compile(r"(?:in|under|dans|en)\s+", re.I)
# matches: Africa, News | 3 Comments
_LISTED = re.compile(r"\s*[,|•·]\s*")


def _is_filed(text: str, context: Context) -> bool:
    """Whether the words say under which sections an article is filed."""
    filed = _FILED.match(text)
    pieces = _LISTED.split(text[filed.end() :]) if filed else ()
    sections = context.lexicon.desk.sections
    return filed is not None and all(fold(piece) in sections or is_count(piece, context) for piece in pieces)


def _is_furniture_text(text: str, context: Context) -> bool:
    """Whether the rest of a line is nothing that an article says."""
    if not text or _is_filed(text, context):
        return True
    cues = context.lexicon.desk.cues
    folded = fold(text)
    return bool(
        is_time(text, context.lexicon)
        or _PAGE.match(text)
        or cues["stamp.updated"].start(folded)
        or cues["stamp.published"].start(folded)
        or is_count(text, context)
        or read_byline(text, folded, context)
        or name_outlet(text, context)
        or folded in context.lexicon.desk.sections
    )


# matches: The Valley Independent
# matches: La Vallée libre
# not: Jane Doe
_TITLE = re.compile(r"^(?:The|La|Le|Les|El|Los|Las) [^\W\d_a-zß-ÿ]")


def _read_segments(unit: Unit, context: Context) -> Finding | None:
    """`Sahel Daily | 12 May 2024`, `Jane Doe, 14 May 2024 • 3 min read`: every segment known, one of them a date."""
    if len(unit.text) > 120:
        return None
    labelled = _LABEL_WITHIN.sub(" | ", unit.text) if has_digit(unit.text) else unit.text
    segments = [segment for piece in _SEGMENTS.split(labelled) if (segment := piece.strip())]
    by_commas = len(segments) == 1
    if by_commas:
        segments = _cut_at_commas(unit.text, context)
    if not 2 <= len(segments) <= 6:
        return None
    found = Finding("published", "segments")
    for place, segment in enumerate(segments):
        read = _read_segment(segment, context, may_name=place < len(segments) - 1 and "|" in labelled)
        if found.byline and read and read.byline and _TITLE.match(segment):
            read = Finding("published", "segments", source=segment, weight=Weight.BYLINE)
        is_town = by_commas and bool(found.source) and is_place_line(segment, context)
        if read is None and not is_town:
            return None
        found = _merge(found, read) if read else found
    if not found.stamp:
        return found._replace(role="byline") if found.byline else None
    return found


def _cut_at_commas(text: str, context: Context) -> list[str]:
    """What stands between the commas; a date with commas of its own is one piece: `Herald, June 3, 2024, page 4`."""
    pieces = [piece.strip() for piece in text.split(",")]
    if not 2 <= len(pieces) <= 6 or not all(pieces) or not has_digit(text):
        return []
    for begin in range(1, len(pieces)):
        for end in range(len(pieces), begin, -1):
            date = ", ".join(pieces[begin:end])
            if read_stamp(date, context.lexicon):
                return [*pieces[:begin], date, *pieces[end:]]
    return pieces


def _merge(found: Finding, more: Finding) -> Finding:
    """What the first finding lacks, taken from the second."""
    return found._replace(
        stamp=found.stamp or more.stamp,
        byline=" and ".join(filter(None, (found.byline, more.byline))),
        source=found.source or more.source,
        weight=found.weight or more.weight,
    )


def _read_segment(segment: str, context: Context, *, may_name: bool) -> Finding | None:
    """What one segment tells; None if it may be anything. If it `may_name`, any name by its form is the writer's."""
    folded = fold(segment)
    found = Finding("published", "segments")
    stamp = read_stamp(segment, context.lexicon) or _read_labelled(segment, folded, context)
    if stamp:
        return found._replace(stamp=stamp)
    byline = read_byline(segment, folded, context)
    if byline:
        weight = Weight.BYLINE if byline.source else Weight.NONE
        return found._replace(byline=byline.name, stamp=byline.stamp, source=byline.source, weight=weight)
    named = name_outlet(segment, context)
    if named:
        return found._replace(source=named.name, weight=Weight.FIRST_LINE)
    if _names_writer(segment, context, may_name=may_name):
        return found._replace(byline=segment)
    return found if _is_furniture_text(segment, context) else None


def _names_writer(segment: str, context: Context, *, may_name: bool) -> bool:
    """Whether the segment is the name of a writer, or of two."""
    names = _AND.split(segment)
    is_person = is_name if may_name else is_known_name
    return all(
        is_person(name, context)
        and context.lexicon.gazetteer.country_of_place(name) is None
        and fold(name) not in context.lexicon.desk.sections
        for name in names
    )


# matches: Jane Doe and John Roe
_AND = re.compile(r"\s+(?:and|et|y|&)\s+|,\s+")


def _read_labelled(segment: str, folded: str, context: Context) -> Stamp | None:
    cues = context.lexicon.desk.cues
    cue = cues["stamp.published"].start(folded) or cues["stamp.updated"].start(folded)
    return read_stamp(after_cue(segment, cue), context.lexicon) if cue else None


RULES: tuple[tuple[str, Rule], ...] = (
    ("missing-image", read_missing_image),
    ("end-mark", read_end_mark),
    ("copyright", read_copyright),
    ("link", read_link),
    ("host", read_host),
    ("source", _read_source),
    ("notice", read_notice),
    ("tokens", read_tokens),
    ("time", read_time),
    ("published", _read_published),
    ("citation", read_citation),
    ("segments", _read_segments),
    ("byline-and-pictures", read_byline_and_pictures),
    ("caption", read_caption),
    ("byline", read_byline_line),
    ("breadcrumb", read_breadcrumb),
)
