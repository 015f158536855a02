"""What the rest of an article says for or against a candidate: which of several countries, or none."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from newsgen.annotate.countries.candidates import LOCAL, Candidate
from newsgen.annotate.countries.dateline import find_dateline_country
from newsgen.lexicon.gazetteer import Entry, Gazetteer
from newsgen.records.article import Article

# matches: 's Kathy Ireland
# not: 's coach
_POSSESSION = re.compile(r"['’]s [A-ZÀ-Þ]\w+ [A-ZÀ-Þ]")

OWN = 3
"""What a sure mention of a country weighs for it, where one of a neighbour weighs 1."""


@dataclass(frozen=True, slots=True)
class Support:
    """What an article says of countries in words that leave no doubt."""

    mentions: Counter[str]
    """By code: all sure mentions, and the dateline."""
    local: Counter[str]
    """By code: those that name places within the country."""
    surfaces: defaultdict[str, set[str]]
    """By code: the words of the sure mentions, in capitals."""
    names: frozenset[str]
    """Phrases, in capitals, that are the names of persons or firms in this article."""
    gazetteer: Gazetteer
    text: str
    """Of the article."""


def settle(
    candidates: Sequence[Candidate], names: frozenset[str], article: Article, gazetteer: Gazetteer
) -> tuple[Candidate, ...]:
    """The candidates that the article bears out, each with one meaning."""
    evidence = gather(candidates, names, article, gazetteer)
    settled = (settle_one(candidate, evidence) for candidate in candidates)
    return tuple(candidate for candidate in settled if is_borne_out(candidate, evidence))


def settle_one(candidate: Candidate, evidence: Support) -> Candidate:
    """The candidate with one meaning left: the one that the article speaks for, else the likeliest."""
    if len(candidate.entries) == 1:
        return candidate
    state = is_stately(candidate, evidence)
    best = max(candidate.entries, key=lambda entry: (state and entry.kind == "region", speaks_for(entry, evidence)))
    return replace(candidate, entries=(best,), kind=best.kind, weight=best.weight)


def is_stately(candidate: Candidate, evidence: Support) -> bool:
    """Whether a word behind it is said of states and provinces: `a Georgia Democrat`."""
    return candidate.next in evidence.gazetteer.cues["stately"]


def gather(candidates: Sequence[Candidate], names: frozenset[str], article: Article, gazetteer: Gazetteer) -> Support:
    """The evidence of the candidates that can mean only one thing, and of the dateline."""
    evidence = Support(Counter(), Counter(), defaultdict(set), names, gazetteer, article.text)
    for candidate in candidates:
        if not is_sure(candidate, evidence):
            continue
        entry = candidate.entries[0]
        evidence.mentions[entry.code] += 1
        evidence.surfaces[entry.code].add(candidate.surface.upper())
        evidence.local[entry.code] += entry.kind in LOCAL
    named = ((candidate.start, candidate.entries[0].code) for candidate in candidates)
    if home := find_dateline_country(article, named, gazetteer):
        evidence.mentions[home] += 1
        evidence.local[home] += 1
    return evidence


def is_sure(candidate: Candidate, evidence: Support) -> bool:
    """Whether the candidate means one country whatever the rest of the article says."""
    if len(candidate.entries) > 1 or candidate.weight < 2 or candidate.surface.upper() in evidence.names:
        return False
    return not is_shouted(candidate, evidence.gazetteer)


def is_shouted(candidate: Candidate, gazetteer: Gazetteer) -> bool:
    """Whether it stands in a line of capitals and is there more often another word: `TELL US`, `POLISH`."""
    return candidate.in_capitals and candidate.surface in gazetteer.cues["shouted"]


def speaks_for(entry: Entry, evidence: Support) -> int:
    """How much the article speaks for a meaning: its own country's mentions, and the neighbours'.

    A state or province is known by other places of its country; the country's own name says little for it: Georgia
    stands beside Russia in articles about the United States, too.
    """
    own = evidence.mentions[entry.code]
    if entry.kind in LOCAL:
        return OWN * evidence.local[entry.code] + (own > 0) + len(find_stateside(entry, evidence))
    country = evidence.gazetteer.countries.get(entry.code)
    return OWN * own + sum(evidence.mentions[code] for code in (country.neighbours if country else ()))


def find_stateside(entry: Entry, evidence: Support) -> list[str]:
    """The words of the article that speak of the affairs of an American state, if one may be meant."""
    if entry.code != "US" or entry.kind != "region":
        return []
    return [word for word in sorted(evidence.gazetteer.cues["stateside"]) if f" {word}" in evidence.text]


def is_borne_out(candidate: Candidate, evidence: Support) -> bool:
    """Whether the candidate, with one meaning left, names a country here."""
    code = candidate.entries[0].code
    if candidate.surface.upper() in evidence.names:
        return (
            is_placed(candidate, evidence)
            or is_possessor(candidate)
            or bool(evidence.surfaces[code] - {candidate.surface.upper()})
        )
    if candidate.weight > 1 and not is_shouted(candidate, evidence.gazetteer):
        return True
    return evidence.mentions[code] > 0 or is_placed(candidate, evidence)


def is_possessor(candidate: Candidate) -> bool:
    """Whether a name follows that it has by right of being a country: `Ireland's Kathy Ireland`."""
    return _POSSESSION.match(candidate.text, candidate.end) is not None


def is_placed(candidate: Candidate, evidence: Support) -> bool:
    """Whether a word before it says that it is a place: `in Victoria`."""
    return candidate.before.lower() in evidence.gazetteer.cues["placing"]
