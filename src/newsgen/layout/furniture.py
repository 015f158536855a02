"""Furniture: what stands around an article and says by itself what it is, wherever it stands.

`RULES` is the list of rules in order; each gives a finding for a unit or declines.
"""

import re
from collections.abc import Callable

from newsgen.layout.bylines import after_cue, is_known_name, read_byline
from newsgen.layout.findings import Finding, Part, Parts, Weight
from newsgen.layout.lines import Unit
from newsgen.layout.outlets import Context, name_outlet, trim_name
from newsgen.layout.stamps import Stamp, read_stamp
from newsgen.lexicon.desk import fold

Rule = Callable[[Unit, Context], Finding | None]

_AROUND = " .:;,!>»«|•·–—-*_()[]+…→›"

# matches: https://example.org/a
_URL = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")
# matches: © 2024 The Courier. All rights reserved.
# matches: Copyright 2024 Example
# matches: (c) 2023 Example
# not: Copyright law is changing
_COPYRIGHT = re.compile(
    r"^\W*(?:©|\(c\)\s*(?:\d{4}|copyright)|copyright\s*(?:©|\(c\)|\d{4}|by\b|:|[-–—])|&copy;)", re.I
)
# matches: © 2024 The Courier. All rights reserved.
_HOLDER_END = re.compile(r"\.(?:\s|$)|\s*[|•]|,?\s+(?:all|tous|todos|toute)\s", re.I)
# matches: 3 min read
# matches: (12) comments
# matches: 1.2K shares
_COUNT = re.compile(r"^\W*[\d.,]+\s?[KkMm]?\W{0,2}\s*([^\W\d_].*)$")
# matches: Home > World > Africa
# matches: Accueil » Monde
# matches: News / Africa / Niger
_CRUMBS = re.compile(r"\s*[>›»→]\s*|\s+/\s+")
# matches: Facebook | X | WhatsApp
_BUTTONS = re.compile(r"[\s|•,/·+]+")
# matches: [Image: a street in Niamey]
# matches: <img alt="a street in Niamey">
_IMAGE_TEXT = re.compile(r"^\[[^:\]]*:?\s*([^\]]*)\]$|\balt=[\"']([^\"']*)[\"']", re.I)
# matches: A street in Niamey. Photo: Example
# matches: A street (File photo)
_LAST_PHRASE = re.compile(r"[.(\[|…]\s*|\s[-–—/]\s+")
# matches: Sahel Daily | 12 May 2024
_SEGMENTS = re.compile(r"\s*[|•·]\s*|\s+[–—/]\s+|\s+-\s+")

_CREDIT_REACH = 100
"""Characters at the end of a caption that hold its credit."""

_PLAIN_ALT = frozenset(("", "image", "photo", "picture", "img", "imagen", "foto", "logo", "no description available"))


def find_furniture(parts: Parts, context: Context) -> Parts:
    """Roles for every unit that says by itself what it is."""
    return tuple(Part(part.unit, _read(part.unit, context)) for part in parts)


def _read(unit: Unit, context: Context) -> Finding | None:
    if unit.kind == "image":
        return _read_image(unit)
    if unit.kind in ("blank", "rule") or not unit.folded:
        return None if unit.text or unit.kind in ("blank", "rule") else _read_image(unit)
    for _, rule in RULES:
        finding = rule(unit, context)
        if finding:
            return finding
    return None


def _read_image(unit: Unit) -> Finding:
    """A line that is only an image: its description, if it has one."""
    match = _IMAGE_TEXT.search(unit.source)
    described = (match[1] or match[2] or "") if match else " ".join(unit.inline.images)
    text = "" if fold(described) in _PLAIN_ALT else described.strip()
    return Finding("caption", "image", text)


def _read_missing_image(unit: Unit, context: Context) -> Finding | None:
    if context.lexicon.desk.cues["missing-image"].start(unit.folded.lstrip("[(*")):
        return Finding("notice", "missing-image")
    return None


def _read_end_mark(unit: Unit, context: Context) -> Finding | None:
    if len(unit.text) <= 12 and unit.folded in context.lexicon.desk.cues["end"]:
        return Finding("notice", "end-mark")
    return None


def _read_copyright(unit: Unit, context: Context) -> Finding | None:
    """`© 2024 The Courier. All rights reserved.`"""
    if not _COPYRIGHT.search(unit.text):
        return None
    holder = trim_name(_HOLDER_END.split(trim_name(unit.text))[0])
    named = name_outlet(holder, context)
    if named:
        holder = named.name
    elif not 1 <= len(holder.split()) <= 6 or holder[:1].islower():
        holder = ""
    return Finding("notice", "copyright", source=holder, weight=Weight.COPYRIGHT)


def _read_link(unit: Unit, context: Context) -> Finding | None:
    """`Read more at https://…`, `[Original](https://…)`, an address alone."""
    match = _URL.search(unit.text)
    url = match.group() if match else next((mark.href for mark in unit.inline.marks if mark.href), None)
    if not url:
        return None
    rest = fold(unit.text.replace(url, " ") if match else unit.text).strip(_AROUND)
    if not rest or rest in context.lexicon.desk.cues["link"]:
        return Finding("notice", "link", url=url)
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
    url = _URL.search(rest)
    name = trim_name(_URL.sub("", rest).replace("()", ""))
    stamp = None
    for separator in (" on ", " le ", " el ", ", ", " | "):
        head, found, tail = name.rpartition(separator)
        stamp = read_stamp(tail, context.lexicon) if found else None
        if stamp:
            name = head
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
        rest = after_cue(text, cue).strip(" :")
        stamp = _read_leading_stamp(rest, context)
        if stamp:
            return Finding("published", "published-label", stamp=stamp, updated=updated)
        counted = _COUNT.search(rest)
        if counted and fold(counted[1]).strip(_AROUND) in cues["notice.counts"]:
            return Finding("notice", "published-ago")
    return None


def _read_leading_stamp(text: str, context: Context) -> Stamp | None:
    """The stamp that the text is, or that it begins with if more furniture follows: `12 May | Updated 13 May`."""
    words = text.split()
    if not words or len(words) > 24:
        return None
    for count in range(min(len(words), 12), 0, -1):
        stamp = read_stamp(" ".join(words[:count]), context.lexicon)
        if stamp:
            return stamp if _is_furniture_text(" ".join(words[count:]).strip(_AROUND), context) else None
    return None


def _is_furniture_text(text: str, context: Context) -> bool:
    """Whether the rest of a line is nothing that an article says."""
    if not text:
        return True
    cues = context.lexicon.desk.cues
    folded = fold(text)
    counted = _COUNT.search(text)
    return bool(
        cues["stamp.updated"].start(folded)
        or cues["stamp.published"].start(folded)
        or (counted and fold(counted[1]).strip(_AROUND) in cues["notice.counts"])
        or read_byline(text, folded, context)
        or name_outlet(text, context)
        or folded in context.lexicon.desk.sections
    )


def _read_byline(unit: Unit, context: Context) -> Finding | None:
    """`By Jane Doe | Reuters`"""
    byline = read_byline(unit.text, unit.folded, context)
    if not byline or unit.kind == "heading":
        return None
    weight = Weight.BYLINE if byline.source else Weight.NONE
    return Finding("byline", "byline", byline=byline.name, stamp=byline.stamp, source=byline.source, weight=weight)


def _read_segments(unit: Unit, context: Context) -> Finding | None:
    """`Sahel Daily | 12 May 2024`, `Jane Doe, 14 May 2024 • 3 min read`: every segment known, one of them a date."""
    if len(unit.text) > 120:
        return None
    segments = [segment for segment in _SEGMENTS.split(unit.text) if segment]
    if len(segments) == 1:
        head, comma, _ = unit.text.partition(",")
        tail = unit.text[len(head) + 1 :].strip()
        if not comma or not read_stamp(tail, context.lexicon):
            return None
        segments = [head, tail]
    if not 2 <= len(segments) <= 6:
        return None
    found = Finding("published", "segments")
    for segment in segments:
        read = _read_segment(segment, context)
        if read is None:
            return None
        found = _merge(found, read)
    if not found.stamp:
        return found._replace(role="byline") if found.byline else None
    return found


def _merge(found: Finding, more: Finding) -> Finding:
    """What the first finding lacks, taken from the second."""
    return found._replace(
        stamp=found.stamp or more.stamp,
        byline=found.byline or more.byline,
        source=found.source or more.source,
        weight=found.weight or more.weight,
    )


def _read_segment(segment: str, context: Context) -> Finding | None:
    """What one segment tells; None if it may be anything."""
    folded = fold(segment)
    found = Finding("published", "segments")
    stamp = read_stamp(segment, context.lexicon) or _read_labelled(segment, folded, context)
    if stamp:
        return found._replace(stamp=stamp)
    byline = read_byline(segment, folded, context)
    if byline:
        weight = Weight.BYLINE if byline.source else Weight.NONE
        return found._replace(byline=byline.name, source=byline.source, weight=weight)
    named = name_outlet(segment, context)
    if named:
        return found._replace(source=named.name, weight=Weight.FIRST_LINE)
    if is_known_name(segment, context) and context.lexicon.gazetteer.country_of_place(segment) is None:
        return found._replace(byline=segment)
    return found if _is_furniture_text(segment, context) else None


def _read_labelled(segment: str, folded: str, context: Context) -> Stamp | None:
    cues = context.lexicon.desk.cues
    cue = cues["stamp.published"].start(folded) or cues["stamp.updated"].start(folded)
    return read_stamp(after_cue(segment, cue), context.lexicon) if cue else None


def _read_caption(unit: Unit, context: Context) -> Finding | None:
    """`Photo: AFP`, `A street in Niamey. (Photograph by Jane Doe)`, `Légende : …`"""
    if unit.kind in ("heading", "list-item"):
        return None
    cues = context.lexicon.desk.cues
    folded = unit.folded.lstrip("([*_ ")
    if _starts_credit(folded, context):
        return Finding("caption", "credit")
    end = unit.folded[-_CREDIT_REACH:].rstrip(" )].*_")
    *_, last = _LAST_PHRASE.split(end)
    before = end[: len(end) - len(last)].rstrip()
    if before and before[-1] in ".([|…-–—/" and (_starts_credit(last, context) or last in cues["caption.end"]):
        return Finding("caption", "credit-at-end")
    return None


def _starts_credit(folded: str, context: Context) -> bool:
    cues = context.lexicon.desk.cues
    cue = cues["caption.start"].start(folded)
    if cue is None:
        return False
    after = folded[len(cue) :].lstrip()[:1]
    return cue not in cues["caption.colon"] or after in (":", "/", "©") or (after == "" and cue in cues["caption.end"])


def _read_breadcrumb(unit: Unit, context: Context) -> Finding | None:
    """`Home > World > Africa`"""
    if not _CRUMBS.search(unit.text):
        return None
    crumbs = [fold(crumb) for crumb in _CRUMBS.split(unit.text) if crumb]
    if not 2 <= len(crumbs) <= 6 or unit.marked or any(len(crumb) > 60 for crumb in crumbs):
        return None
    sections = sum(crumb in context.lexicon.desk.sections for crumb in crumbs)
    if crumbs[0] in ("home", "accueil", "inicio", "news", "portada") or sections >= 2:
        return Finding("notice", "breadcrumb")
    return None


def _read_notice(unit: Unit, context: Context) -> Finding | None:
    """Share lines, read-also lines, advertisements and the like."""
    cues = context.lexicon.desk.cues
    whole = unit.folded.strip(_AROUND)
    if whole in cues["notice.whole"]:
        return Finding("notice", "related" if whole in cues["notice.related"] else "notice-line")
    cue = cues["notice.start"].start(unit.folded.lstrip(" *_>•»|-–—[→"))
    if cue is not None:
        return Finding("notice", "notice-start")
    if any(phrase in unit.folded for phrase in cues["notice.hold"].phrases):
        return Finding("notice", "notice-phrase")
    counted = _COUNT.search(unit.folded)
    if counted and counted[1].strip(_AROUND) in cues["notice.counts"]:
        return Finding("notice", "count")
    words = [word for word in _BUTTONS.split(unit.folded) if word]
    if 2 <= len(words) <= 14 and all(word.strip(_AROUND) in cues["notice.buttons"] for word in words):
        return Finding("notice", "buttons")
    return None


RULES: tuple[tuple[str, Rule], ...] = (
    ("missing-image", _read_missing_image),
    ("end-mark", _read_end_mark),
    ("copyright", _read_copyright),
    ("link", _read_link),
    ("notice", _read_notice),
    ("published", _read_published),
    ("source", _read_source),
    ("segments", _read_segments),
    ("caption", _read_caption),
    ("byline", _read_byline),
    ("breadcrumb", _read_breadcrumb),
)
