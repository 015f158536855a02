"""Captions: images and their descriptions, credits of pictures; each rule gives a finding or declines."""

import re

from newsgen.layout.findings import Finding
from newsgen.layout.notices import AROUND
from newsgen.layout.outlets import Context
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

# matches: [Image: a street in Niamey]
# matches: <img alt="a street in Niamey">
_IMAGE_TEXT = re.compile(r"^\[[^:\]]*:?\s*([^\]]*)\]$|\balt=[\"']([^\"']*)[\"']", re.I)
# matches: <img src="https://example.org/a.jpg" alt="a street in Niamey">
# not: <img src="a.jpg">
_IMAGE_SOURCE = re.compile(r"\bsrc=[\"'](https?://[^\s\"']+)[\"']", re.I)
# matches: afp/getty images
# matches: afp via getty images
_SELLERS = re.compile(r"\s?[/|,]\s?|\svia\s|\s[-–—]\s")
# matches: A street in Niamey. Photo: Example
# matches: A street (File photo)
_LAST_PHRASE = re.compile(r"[.(\[|…–—/-](?:(?<=[.(\[|…])|(?<=\s.)(?=\s))\s*")
# matches: (AP Photo/Jane Doe, File)
# matches: on Monday. REUTERS/Jane Doe/File Photo
_PHOTOGRAPHER = re.compile(
    r"(?:[(\[.]|^|\s[–—-]) ?([A-Za-z][\w ]{1,20}?)(?: [Pp]hotos?| via [\w ]{2,20})? ?/ ?"
    r"[^\W\d_][^()\[\].]{0,80}[)\].]*$"
)
# matches: Des barques. © Jeanne Dupont / AFP
_SIGN_BEHIND = re.compile(r"[^\s©]\s+©\s?([^©!?]{2,60})$")
# matches: Un marché de la ville, en 2022. © Jeanne Dupont/JX
# matches: The market in March. © Jane Doe
# not: The Courier © Example
# not: A reader wrote to us. © All rights reserved
_SIGNED = re.compile(
    r"\S+\s\S+\s\S+\s+©\s?[^\W\d_a-zß-ÿ][\w.'’-]*(?:\s(?:de|du|von|van|da|del)|[ /-]{1,3}[^\W\d_a-zß-ÿ][\w.'’-]*){0,6}$"
)
# matches: A street in Niamey - Copyright © Valley TV
# not: The Courier © 2024
_RIGHTS_BEHIND = re.compile(r"\w\s[-–—|]\s(?:copyright )?©\s?[^\d©.!?]{2,50}$", re.I)
# matches: Jeanne Dupont / AFP
_SIGNERS = re.compile(r"\s*[/,]\s*|\s[-–—]\s|\svia\s")
# matches: [1/2] A street in the north
_NUMBERED = re.compile(r"^\[\d{1,2}\s?(?:/|of)\s?\d{1,2}\]")
# matches: Jane Doe/AP
# matches: Jane Doe/AFP via Getty Images
# not: Jane Doe, AP
_MAKER = re.compile(r"^[^\W\d_][\w.'’ -]{2,40}/([\w -]{2,30}?)(?: via [\w ]{2,30})?$")
# matches: This photo, released by the palace, shows the square. (SWS)
# matches: A file photo taken on May 3 shows the square.
# not: This photo is not the only one that the court saw.
_SHOWN = re.compile(
    r"[)\]]\.?$|\b(?:taken|released|published|provided|prise|diffus[ée]e|tomada|difundida)\b.{0,100}"
    r"\b(?:shows?|showing|montre|muestra)\b"
)
MAX_CAPTION = 800
"""Characters of the longest caption."""
_CREDIT_REACH = 100
"""Characters at the end of a caption that hold its credit."""
_PLAIN_ALT = frozenset(("", "image", "photo", "picture", "img", "imagen", "foto", "logo", "no description available"))
"""Descriptions of images that describe nothing."""


def read_image(unit: Unit) -> Finding:
    """A line that is only an image: its description, if it has one."""
    match = _IMAGE_TEXT.search(unit.source)
    described = (match[1] or match[2] or "") if match else " ".join(unit.inline.images)
    text = "" if fold(described) in _PLAIN_ALT else described.strip()
    source = _IMAGE_SOURCE.search(unit.source) if unit.source.startswith("<") else None
    href = source[1] if source else next((address for address in unit.inline.addresses if address), None)
    return Finding("caption", "image", text, href=href)


def read_caption(unit: Unit, context: Context) -> Finding | None:
    """`Photo: AFP`, `A street in Niamey. (Photograph by Jane Doe)`, `Légende : …`"""
    if unit.kind in ("heading", "list-item"):
        return None
    cues = context.lexicon.desk.cues
    folded = unit.folded.lstrip("([*_ ")
    if _starts_credit(folded, context) or _names_seller(unit, context):
        return Finding("caption", "credit")
    end = unit.folded[-_CREDIT_REACH:].rstrip(" )].*_")
    *_, last = _LAST_PHRASE.split(end)
    before = end[: len(end) - len(last)].rstrip()
    if _NUMBERED.match(unit.text) or _credits_agency(unit.text[-_CREDIT_REACH:], context):
        return Finding("caption", "agency-credit")
    signed = _SIGN_BEHIND.search(unit.text)
    signers = _SIGNERS.split(signed[1]) if signed else ()
    if (
        _RIGHTS_BEHIND.search(unit.text)
        or (signed and _SIGNED.search(unit.text))
        or any(map(context.lexicon.desk.agency, signers))
    ):
        return Finding("caption", "credit-at-end")
    if before and before[-1] in ".([|…-–—/" and (_starts_credit(last, context) or last in cues["caption.end"]):
        return Finding("caption", "credit-at-end")
    return _read_shown(unit, folded, context)


def _read_shown(unit: Unit, folded: str, context: Context) -> Finding | None:
    """`This photo, released by the palace, shows the square. (SWS)`"""
    is_shown = context.lexicon.desk.cues["caption.shown"].start(folded) and _SHOWN.search(unit.text)
    return Finding("caption", "shown") if is_shown else None


def signs_picture(text: str, context: Context) -> bool:
    """Whether the line, below what a picture shows, is its maker and who sold it: `Jane Doe/AP`."""
    signed = _MAKER.match(text)
    if signed is None:
        return False
    seller = fold(signed[1]).strip(AROUND)
    return seller in context.lexicon.desk.cues["caption.seller"] or context.lexicon.desk.agency(seller) is not None


def _names_seller(unit: Unit, context: Context) -> bool:
    """Whether the line only names who sold the picture: `Getty Images`, `AFP/Getty`, `AFP via Getty Images`."""
    if len(unit.text) > _CREDIT_REACH:
        return False
    sellers = context.lexicon.desk.cues["caption.seller"]
    whole = unit.folded.strip(AROUND)
    parts = [part.strip(AROUND) for part in _SELLERS.split(whole)]
    names_seller = whole in sellers or (
        any(part in sellers for part in parts)
        and all(part in sellers or context.lexicon.desk.agency(part) is not None for part in parts)
    )
    return names_seller and context.declared(unit.text) is None


def read_long_caption(unit: Unit, context: Context) -> Finding | None:
    """A caption of several sentences that begins with `FILE -` and ends in its credit."""
    text = unit.text
    if len(text) > MAX_CAPTION or unit.kind != "text" or not _credits_agency(text[-_CREDIT_REACH:], context):
        return None
    return Finding("caption", "agency-credit") if text.rstrip(" .").endswith((")", "]")) else None


def _credits_agency(end: str, context: Context) -> bool:
    """Whether a text ends in a photographer's credit: `(AP Photo/Jane Doe, File)`, `REUTERS/Jane Doe`."""
    match = _PHOTOGRAPHER.search(end) if "/" in end else None
    return match is not None and context.lexicon.desk.agency(match[1]) is not None


def _starts_credit(folded: str, context: Context) -> bool:
    cues = context.lexicon.desk.cues
    cue = cues["caption.start"].start(folded)
    if cue is None:
        return False
    after = folded[len(cue) :].lstrip()[:1]
    return (
        cue not in cues["caption.colon"]
        or after in (":", "/", "©", "]")
        or (after == "" and cue in cues["caption.end"])
    )
