"""Two countries named in one breath: `North and South Korea`, `the two Koreas`; each gets a span of its own."""

import re
from collections.abc import Iterator, Sequence

from newsgen.lexicon.gazetteer import Entry, Gazetteer, Hit

# matches: with North and
# matches: the two
# not: the two,
_JOINED = re.compile(r"\b(?P<half>(?:North|South|East|West|British|Dutch|French) )and ?$|\b(?P<number>\w+) ?$")
_REACH = 16
"""Characters before a name in which its other half can stand."""


def part_pairs(hits: Sequence[Hit], text: str, gazetteer: Gazetteer) -> Iterator[Hit]:
    """The hits, and before one that is half of a pair, or stands for both, a hit of the other country."""
    reached, joining = 0, ("and", *sorted(gazetteer.cues["both"]))
    for hit in hits:
        before = text[max(0, hit.start - _REACH) : hit.start].rstrip().lower()
        joined = before.endswith(joining) and _JOINED.search(text, max(0, hit.start - _REACH), hit.start)
        if joined and (joined["number"] or "").lower() in gazetteer.cues["both"]:
            found = _part_twins(hit, joined, text, gazetteer)
        elif joined and joined["half"] and joined.start() >= reached:
            found = _find_half(hit, joined, text, gazetteer)
        else:
            found = (hit,)
        reached = hit.end
        yield from found


def _part_twins(hit: Hit, joined: re.Match[str], text: str, gazetteer: Gazetteer) -> tuple[Hit, ...]:
    """`two` for one of the `Koreas` and the noun for the other."""
    names = [entry for entry in hit.entries if entry.kind == "name"]
    if text[hit.start : hit.end] not in gazetteer.cues["twins"] or len(names) != 2:
        return (hit,)
    return Hit(*joined.span("number"), (names[1],)), Hit(hit.start, hit.end, (names[0],))


def _find_half(hit: Hit, joined: re.Match[str], text: str, gazetteer: Gazetteer) -> tuple[Hit, ...]:
    """`North` for North Korea, before `South Korea`."""
    surface = text[hit.start : hit.end]
    entries = gazetteer.meanings(joined["half"] + surface.partition(" ")[2])
    if not entries or not _is_other(entries[0], hit.entries[0]):
        return (hit,)
    return Hit(joined.start(), joined.end("half") - 1, entries), hit


def _is_other(one: Entry, other: Entry) -> bool:
    """Whether both mean countries, and not the same."""
    return bool(one.code and other.code) and one.code != other.code
