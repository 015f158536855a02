"""Who signs an article: names that are told by their place, an office beside them or a date."""

import re

from newsgen.layout.bylines import (
    Byline,
    is_known_name,
    is_name,
    read_byline,
    read_signature,
    without_place,
)
from newsgen.layout.findings import Finding, Weight
from newsgen.layout.outlets import Context, name_outlet, trim_name
from newsgen.layout.setting import Place, is_set_apart, opens_text
from newsgen.layout.signs import is_prose
from newsgen.layout.stamps import MAX_STAMP, find_stamp, read_stamp
from newsgen.layout.units import Unit
from newsgen.lexicon.desk import fold

# matches: Doe
_WORD = re.compile(r"\w+")
# matches: Jane Doe (now) and John Roe (earlier)
_NAMES_BESIDE = re.compile(r"\s+\([a-z]+\)|\s+(?:and|et|y|&)\s+|\s+[|/]\s+|,\s+")


_AGENCY_WORDS = 3
"""Words of an agency's name behind a writer's: `Jane Doe Associated Press`."""
# matches: byJane Doe
# not: Byzantine ruins
_GLUED_BY = re.compile(r"by(?=[A-Z])|By(?=[A-Z][a-z])|BY(?=[A-Z][a-z])")


def read_byline_line(unit: Unit, context: Context) -> Finding | None:
    """`By Jane Doe | Reuters`"""
    glued = _GLUED_BY.match(unit.text)
    text = f"By {unit.text[2:]}" if glued else unit.text
    byline = read_byline(text, fold(text) if glued else unit.folded, context)
    if not byline or unit.kind == "heading":
        return None
    weight = Weight.BYLINE if byline.source else Weight.NONE
    return Finding("byline", "byline", byline=byline.name, stamp=byline.stamp, source=byline.source, weight=weight)


def read_byline_and_pictures(unit: Unit, context: Context) -> Finding | None:
    """`Text: Jane Doe; Photos: John Roe`"""
    return read_byline_line(unit, context) if _TEXT_BY.match(unit.text) else None


# matches: Text: Jane Doe; Photos: John Roe
# matches: Texte : Jeanne Dupont / Photos : Marc Petit
_TEXT_BY = re.compile(r"(?:words|text|texte|texto|story)s?\s?:\s.{3,60}\b(?:photo|picture|image|foto)", re.I)


def read_signed(place: Place) -> Finding | None:
    """`Jane Doe, Staff Writer`, `Courier staff`."""
    byline = None if place.unit.kind == "heading" else read_signature(trim_name(place.unit.text), place.context)
    return (
        Finding("byline", "signature", byline=byline.name, source=byline.source, weight=Weight.BYLINE)
        if byline
        else None
    )


def _read_agency_signature(text: str, context: Context) -> Byline | None:
    """The byline of `Jane Doe Associated Press`: a name, and an agency without a comma between them."""
    words = text.split()
    for cut in range(max(2, len(words) - _AGENCY_WORDS), min(len(words), 6)):
        agency = context.lexicon.desk.agency(" ".join(words[cut:]))
        if agency and is_name(" ".join(words[:cut]), context):
            return Byline(" ".join(words[:cut]), None, agency)
    return None


def read_agency_writer(place: Place) -> Finding | None:
    """`Jane Doe Associated Press`."""
    byline = None if place.unit.kind == "heading" else _read_agency_signature(place.unit.text, place.context)
    return (
        Finding("byline", "signature", byline=byline.name, source=byline.source, weight=Weight.BYLINE)
        if byline
        else None
    )


def read_name(place: Place) -> Finding | None:
    """`— Jane Doe` anywhere, `Jane Doe` below the text: who wrote it."""
    name = without_place(trim_name(place.unit.text))
    if len(name) > 50 or place.unit.kind == "heading" or not is_known_name(name, place.context):
        return None
    signs = is_set_apart(place.unit) or place.below or _is_headed(name, place)
    return Finding("byline", "name", byline=name) if signs else None


def read_name_beside(place: Place) -> Finding | None:
    """`Jane Doe` directly above or below a date, or above what she is: `South Asia correspondent`."""
    text = without_place(trim_name(place.unit.text))
    names = [name for name in _NAMES_BESIDE.split(text) if name]
    if len(text) > 80 or place.unit.marked or not names or not _may_all_sign(names, place):
        return None
    signs = _stands_beside(place) or (len(names) > 1 and _are_headed(names, place))
    return Finding("byline", "name-beside", byline=_NOTE.sub("", text)) if signs else None


def _may_all_sign(names: list[str], place: Place) -> bool:
    """Whether each name may sign; above outlet and town also one of which a word is a place: `Lamin Doe`."""
    below = place.parts[place.index + 1].unit if place.index + 1 < len(place.parts) else None
    is_sure = below is not None and _names_desk(below.text, place.context)
    return all(may_sign(name, place.context) or (is_sure and is_name(name, place.context)) for name in names)


def read_name_dated(place: Place) -> Finding | None:
    """`Jane Doe, 3 May 2024` between headline and text, where no town of that name is known."""
    name, comma, date = place.unit.text.partition(", ")
    stamp = read_stamp(date, place.context.lexicon) if comma else None
    if stamp is None or stamp.date.startswith("XXXX") or name.isupper() or not is_name(name, place.context):
        return None
    known = is_known_name(name, place.context)
    is_place = place.context.lexicon.gazetteer.country_of_place(name) is not None
    begins_place = name_outlet(name, place.context) is not None or _TOWN.match(name) is not None
    if (is_place and not known) or begins_place or not (known or _opens_prose(place)):
        return None
    return Finding("byline", "name-beside", byline=name, stamp=stamp)


def _opens_prose(place: Place) -> bool:
    """Whether the text follows directly below."""
    below = next(place.following(), None)
    return below is not None and is_prose(below, place.context)


# matches: Port Selwyn
# matches: San Miguel
# not: Jane Doe
_TOWN = re.compile(
    r"(?:Port|San|Santa|Santo|Saint|Sainte|St\.?|New|Nueva|Nuevo|Fort|Mount|Lake|Cape|Camp|Ciudad|Villa|Puerto|Puente"
    r"|Ville|Mont|Cap|Lac|Bad|North|South|East|West|Upper|Lower|Great|Los|Las|La|El|Le|Les)\s"
)


def read_name_below(place: Place) -> Finding | None:
    """`Jane Doe` directly below the last paragraph: who wrote it, though the given name is not known."""
    name = place.unit.text
    above = place.parts[place.index - 1]
    if place.unit.kind != "text" or name.isupper() or not above.open or not is_prose(above.unit, place.context):
        return None
    words = name.split()
    said = any(words[-1] in part.unit.text for part in place.parts[: place.index] if part.unit.text)
    if said or len(words) > _SIGNED or not may_sign(name, place.context):
        return None
    return Finding("byline", "name", byline=name)


_SIGNED = 3
"""Words of the longest name that is told by its place alone."""

# matches: Jane Doe (now)
_NOTE = re.compile(r"\s+\((?:now|earlier)\)")


def may_sign(name: str, context: Context) -> bool:
    """Whether the words have the form of a person's name and are no place, section or outlet."""
    gazetteer = context.lexicon.gazetteer
    words = name.split()
    # "Leo" and "Sydney" are places too, but nobody's given name is told by that.
    parts = (name,) if is_known_name(name, context) else (name, words[0], words[-1])
    return (
        is_name(name, context)
        and fold(name) not in context.lexicon.desk.sections
        and not any(map(gazetteer.country_of_place, parts))
        and name_outlet(name, context) is None
    )


def _stands_beside(place: Place) -> bool:
    """Whether a date stands directly above or below, or an office directly below."""
    above = place.parts[place.index - 1] if place.index else None
    below = place.parts[place.index + 1] if place.index + 1 < len(place.parts) else None
    if above and _introduces(above.unit.text, place.context):
        return True
    if above and place.above and above.unit.kind not in ("blank", "rule") and place.above.role == "published":
        return True
    if place.above and place.above.rule in ("published-ago", "count"):
        return True
    if below is None or below.unit.kind in ("blank", "rule"):
        return False
    if below.finding:
        return below.finding.role == "published" or below.finding.rule in ("published-ago", "handles")
    return _tells_writer(below.unit.text, place.context)


def _tells_writer(text: str, context: Context) -> bool:
    """Whether the line is what stands below a writer's name: date, office, or outlet and town."""
    is_dated = len(text) <= MAX_STAMP and find_stamp(text, context.lexicon) is not None
    return (
        is_dated
        or read_stamp(text, context.lexicon) is not None
        or _is_office(text, context)
        or _names_desk(text, context)
        or name_outlet(text, context) is not None
    )


def _names_desk(text: str, context: Context) -> bool:
    """Whether the line tells for whom and from where somebody reports: `Valley News, Niamey`."""
    outlet, comma, town = text.partition(", ")
    return bool(
        comma and name_outlet(outlet, context) is not None and context.lexicon.gazetteer.country_of_place(town.strip())
    )


def _are_headed(names: list[str], place: Place) -> bool:
    """Whether the names stand alone between headline and text, and one of them is known as a name."""
    if place.above is None or place.above.role not in ("headline", "standfirst"):
        return False
    persons = (name if is_known_name(name, place.context) else name.partition(" ")[2] for name in names)
    return opens_text(place) and any(is_known_name(person, place.context) for person in persons)


def _introduces(text: str, context: Context) -> bool:
    """Whether the line is only the word that introduces a writer: `By`."""
    return fold(text).rstrip(" :") in context.lexicon.desk.cues["byline.start"]


def _is_office(text: str, context: Context) -> bool:
    """Whether the words tell what a writer is: `South Asia correspondent, BBC News, Delhi`."""
    words = fold(text.partition(",")[0]).split()
    return 1 <= len(words) <= 6 and words[-1] in context.lexicon.desk.cues["byline.desk"]


def _is_headed(name: str, place: Place) -> bool:
    """Whether the name stands below the headline, and is the writer's: nobody whom the text speaks of."""
    if place.above is None or place.above.role not in ("headline", "standfirst"):
        return False
    if place.dated_below():
        return True
    family = fold(name.rsplit(maxsplit=1)[-1])
    if (
        name.isupper()
        or family in _WORD.findall(place.headline)
        or place.context.lexicon.gazetteer.country_of_place(name)
    ):
        return False
    return opens_text(place) and not any(family in _WORD.findall(fold(unit.text)) for unit in place.following())
