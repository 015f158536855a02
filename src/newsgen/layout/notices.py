"""Notices: share lines, copyright, "Image not found" and the like; each rule gives a finding or declines."""

import re

from newsgen.layout.bylines import is_known_name
from newsgen.layout.findings import Finding, Weight
from newsgen.layout.looks import read_look
from newsgen.layout.outlets import Context, cut_company, name_outlet, trim_name
from newsgen.layout.stamps import find_stamp, is_time
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

AROUND = " .:;,!>»«|•·–—-*_()[]+…→›"
"""Marks around a line that do not change what it is."""

# matches: https://example.org/a
URL = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")
# matches: © 2024 The Courier. All rights reserved.
# matches: Copyright 2024 Example
# matches: (c) 2023 Example
# matches: Valley Weather Copyright © 2013, Example Limited.
# not: (c) Example
# not: Copyright law is changing
_COPYRIGHT = re.compile(
    r"^(?:\W*|[^.!?©]{2,40}\s(?=copyright\s?©\s?\d))"
    r"(?:©|\(c\)\s*(?:\d{4}|copyright)|copyright\s*(?:©|\(c\)|\d{4}|by\b|:|[-–—])|&copy;)",
    re.I,
)
# matches: The Courier © 2024
# matches: The Courier © 2024 All rights reserved
_RIGHTS_BEHIND = re.compile(
    r"^([^\W\d_][^©.!?]{1,60}?)\s*(?:©|\(c\))\s?(?:19|20)\d\d"
    r"(?:\W+(?:all|tous|todos|toute|alle)\s[^.!?]{2,50})?\W*$",
    re.I,
)
# matches: (c) Example
# not: (a) Example
_SIGN = re.compile(r"^\W*\(c\)\s", re.I)
# matches: © 2024 The Courier. All rights reserved.
# not: The Courier, Inc. 2024
_HOLDER_END = re.compile(
    r"(?<!\b(?:Inc|Ltd))(?<!\bCo)(?<!\bCorp)\.(?:\s|$)|\s*[|•]|\s{2,}|,?\s+(?:all|tous|todos|toute)\s", re.I
)
# matches: Valley Weather Copyright © 2013, Example Limited.
_BEFORE_SIGN = re.compile(r"^[^.!?©]{2,40}\s(?=copyright\s?©\s?\d)", re.I)
# matches: The Courier 2024
# matches: The Courier, 2019-2024
_YEARS_BEHIND = re.compile(r"[\s,(–-]+(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?\)?$")
# matches: 3 min read
# matches: (12) comments
# matches: 1.2K shares
_COUNT = re.compile(r"^\W*[\d.,]+(?:\s?[KkMm]\b)?\W{0,2}\s*([^\W\d_].*)$")
# matches: Home > World
_CRUMB_SIGN = re.compile(r"[>›»→/]")
# matches: Home > World > Africa
# matches: Accueil » Monde
# matches: News / Africa / Niger
_CRUMBS = re.compile(r"\s*[>›»→]\s*|\s+/\s+")
# matches: Facebook | X | WhatsApp
_BUTTONS = re.compile(r"[\s|•,/·+]+")

# matches: Read moreWhy the river rises
_UNGLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_GLUE_REACH = 40
"""Characters in which the words of a button end that stand without a blank before a title."""
# matches: Reed Walker • 2 days ago
# matches: Jeanne • il y a 2 jours
# not: Africa | 3 Comments
_COMMENT_HEAD = re.compile(r"^[^•|]{2,50}\s[•|·]\s(?:.{2,16}\sago|il y a .{3,12}|hace .{3,12})$", re.I)

# matches: ZCZC
# matches: ^ NNNN
# matches: (MORE) ^
# matches: r i BC-RIVER-RISES 05-12 0212
# matches: ^BC-RIVER-RISES (SCHEDULED)
# matches: 121142 GMT MAY 23
# matches: AFP-WX 0412 15-11-2023 06:20 GMT
# matches: AFP 150620 GMT NOV 23
# matches: AFP 041612 MAI 22
# matches: FRS0417 4 I 0231 TCD /AFP-QX31
# matches: PL-41
# not: BC Place is full
_WIRE = re.compile(
    r"^\W{0,3}(?:ZCZC\b|(?:[A-Z-]{2,12}\s)?NNNN$|\(?MORE\)?\W{0,3}$|(?:[a-z]\s[a-z]\s)?(?:BC|AM|PM|AP|UR)-[A-Z][A-Z-]{3,}"
    r"|\d{6}\s(?:GMT|Z|UTC)\b|[A-Z]{2,5}(?:-[A-Z]{2})?\s\d{3,6}\s(?:GMT\s|\d\d-)(?=.*\d)|[A-Z]{2,5}\s\d{6}\s[A-Z]{3,4}\s\d\d$"
    r"|[A-Z]{2,5}\d{3,5}(?:\s\w{1,5}){1,6}\s?/[A-Z]{2,5}\b|[A-Z]{2,4}-\d{1,4}$)[^.!?]{0,60}$"
)

MAX_TOKENS = 120
"""Characters of a line of buttons or counts."""


def is_count(text: str, context: Context) -> bool:
    """Whether the text only counts what surrounds an article: `3 min read`, `(12) comments`."""
    counted = _COUNT.match(text)
    return counted is not None and fold(counted[1]).strip(AROUND) in context.lexicon.desk.cues["notice.counts"]


def read_missing_image(unit: Unit, context: Context) -> Finding | None:
    """`Image not found or type unknown`"""
    if context.lexicon.desk.cues["missing-image"].start(unit.folded.lstrip("[(*")):
        return Finding("notice", "missing-image")
    return None


def read_end_mark(unit: Unit, context: Context) -> Finding | None:
    """`ENDS`, `###`, `-30-` alone on a line."""
    if len(unit.text) <= 12 and unit.folded in context.lexicon.desk.cues["end"]:
        return Finding("notice", "more-mark" if unit.folded in context.lexicon.desk.cues["more"] else "end-mark")
    if _WIRE.match(unit.text):
        return Finding("notice", "wire-line")
    return None


def read_copyright(unit: Unit, context: Context) -> Finding | None:
    """`© 2024 The Courier. All rights reserved.`"""
    behind = _RIGHTS_BEHIND.match(unit.text)
    if behind:
        return Finding("notice", "copyright", source=_read_holder(behind[1], context), weight=Weight.COPYRIGHT)
    if not _COPYRIGHT.match(unit.text) and not _is_signed(unit.text, context):
        return None
    if context.lexicon.desk.agency(trim_name(unit.text)) and not context.declared(trim_name(unit.text)):
        # "© AFP" without a year is a picture's credit.
        return Finding("caption", "picture-copyright") if not any(map(str.isdigit, unit.text)) else None
    return Finding("notice", "copyright", source=_read_holder(unit.source, context), weight=Weight.COPYRIGHT)


def _is_signed(text: str, context: Context) -> bool:
    """Whether the line is `(c)` and the name of a holder; a sentence behind it is the third of an enumeration."""
    word, _, holder = text.partition(" ")
    if word.casefold() == "copyright" and context.told(_HOLDER_END.split(holder)[0].strip(" .")):
        return True
    if len(text) > MAX_TOKENS or not _SIGN.match(text):
        return False
    words = _HOLDER_END.split(trim_name(text), maxsplit=1)[0].split()
    small = context.lexicon.desk.words["outlet-companion"]
    return 1 <= len(words) <= 6 and all(not word[0].islower() or fold(word) in small for word in words)


def _read_holder(text: str, context: Context) -> str:
    """The outlet that holds the rights; empty if it is a person, or told in a sentence."""
    text = _BEFORE_SIGN.sub("", text)
    holder = trim_name(_HOLDER_END.split(trim_name(text))[0])
    holder = trim_name(_YEARS_BEHIND.sub("", holder).removeprefix("by "))
    holder = cut_company(holder, context)
    named = name_outlet(holder, context)
    if named:
        return named.name
    if not 1 <= len(holder.split()) <= 6 or holder[:1].islower() or is_known_name(holder, context):
        return ""
    if context.lexicon.desk.cues["notice.hold"].within(fold(holder)):
        return ""  # "© All rights reserved" names nobody
    return holder


def read_link(unit: Unit, context: Context) -> Finding | None:
    """`Read more at https://…`, `[Original](https://…)`, an address alone."""
    match = URL.search(unit.text)
    url = match.group() if match else next((mark.href for mark in unit.inline.marks if mark.href), None)
    if not url:
        return None
    rest = fold(unit.text.replace(url, " ") if match else unit.text).strip(AROUND)
    if not rest or rest in context.lexicon.desk.cues["link"]:
        return Finding("notice", "link", url=url)
    return None


def read_host(unit: Unit, _context: Context) -> Finding | None:
    """`valleypost.example` alone on a line, as readers' views of browsers have it: whose page it is."""
    match = _HOST.match(unit.text)
    return Finding("notice", "host", source=match[1], weight=Weight.WIRE) if match else None


# matches: 3/5/24, 10:11 AM	River rises - The Valley Courier
# matches: 03/05/2024 10:11    Le fleuve monte
# not: 3/5/24, 10:11 AM
_PRINTED = re.compile(r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s\d{1,2}:\d\d(?:\s?[AP]M)?(?:\t|\s{2,})\s*[^\W\d_]")
# matches: https://valley.example/a	1/2
# not: https://valley.example/a
_PRINTED_FOOT = re.compile(r"^https?://\S{4,200}\s+\d{1,3}/\d{1,3}$")


# matches: valleypost.example
# matches: www.valleypost.example
# not: desk@valleypost.example
# not: p.m.
_HOST = re.compile(r"^(?:www\.)?([a-z\d][a-z\d-]{2,40}(?:\.[a-z\d-]{2,30}){0,2}\.[a-z]{2,9})$")


def unglue(unit: Unit) -> str:
    """The folded line without marks at its head; words of a button parted from the title that sticks to them."""
    text = fold(_UNGLUED.sub(" ", unit.text)) if _UNGLUED.search(unit.text, 0, _GLUE_REACH) else unit.folded
    return text.lstrip(" *_>•»|-–—[→←‹<")


def read_notice(unit: Unit, context: Context) -> Finding | None:
    """Share lines, read-also lines, advertisements and the like."""
    cues = context.lexicon.desk.cues
    folded = unglue(unit)
    if cues["notice.final"].start(folded):
        return Finding("notice", "notice-final")
    whole = unit.folded.strip(AROUND)
    if whole in cues["notice.whole"]:
        return Finding("notice", "related" if whole in cues["notice.related"] else "notice-line")
    if "|" in whole and all(piece.strip(AROUND) in cues["notice.whole"] for piece in whole.split("|")):
        return Finding("notice", "notice-line")
    if cues["notice.start"].start(folded):
        return Finding("notice", "notice-start")
    if cues["notice.hold"].within(unit.folded):
        return Finding("notice", "notice-phrase")
    return None


def read_tokens(unit: Unit, context: Context) -> Finding | None:
    """Lines of sharing buttons, handles and counts: `Facebook | X`, `@AnnMiller`, `3 min read`."""
    if len(unit.text) > MAX_TOKENS:
        return None
    rule = read_look(unit.text)
    if _PRINTED.match(unit.source) or _PRINTED_FOOT.match(unit.text):
        return Finding("notice", "printed")
    if rule:
        return Finding("notice", rule, stamp=find_stamp(unit.text, context.lexicon) if rule == "reactions" else None)
    if is_count(unit.folded, context):
        return Finding("notice", "count")
    buttons = context.lexicon.desk.cues["notice.buttons"]
    words = [word for word in _BUTTONS.split(unit.folded) if word]
    if 2 <= len(words) <= 14 and all(word.strip(AROUND) in buttons for word in words):
        return Finding("notice", "buttons")
    return None


def read_time(unit: Unit, context: Context) -> Finding | None:
    """`14:32 GMT`, `Reed Walker • 2 days ago`: when an entry or comment was written, or how long a video is."""
    if _COMMENT_HEAD.match(unit.text):
        return Finding("notice", "comment-head")
    is_entry = unit.text[0].isdigit() and is_time(unit.text, context.lexicon)
    return Finding("notice", "entry-time") if is_entry else None


def read_breadcrumb(unit: Unit, context: Context) -> Finding | None:
    """`Home > World > Africa`"""
    if not _CRUMB_SIGN.search(unit.text):
        return None
    crumbs = [fold(crumb) for crumb in _CRUMBS.split(unit.text) if crumb]
    if not 2 <= len(crumbs) <= 6 or unit.marked or any(len(crumb) > 60 for crumb in crumbs):
        return None
    sections = sum(crumb in context.lexicon.desk.sections for crumb in crumbs)
    if crumbs[0] in context.lexicon.desk.words["crumb"] or sections >= 2:
        return Finding("notice", "breadcrumb")
    return None
