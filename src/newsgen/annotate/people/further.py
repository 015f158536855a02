"""Further persons: spans that recognisers take for names, made into candidates like those of the rules."""

import re
from collections.abc import Iterable, Iterator

from newsgen.annotate.findings import name_rule
from newsgen.annotate.people.candidates import Found, make_candidate
from newsgen.annotate.people.ground import Ground
from newsgen.annotate.people.titles import leads_name, read_title
from newsgen.annotate.people.words import Run, make_word
from newsgen.records.finding import Finding

# matches: Zorblax
# matches: O’Brien
# matches: J.R
# not: …
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")

_POSSESSIVES = ("'s", "’s", "'S", "’S")


def find_further(findings: Iterable[Finding], ground: Ground) -> Iterator[Found]:
    """The persons whom recognisers found, each under the name of its recogniser; titles are told from names."""
    for finding in findings:
        if finding.kind != "person":
            continue
        name = _behind_titles(_split(finding, ground), ground)
        if name:
            yield Found(make_candidate(name, read_title(ground, name[0].start)), name_rule(finding))


def _split(finding: Finding, ground: Ground) -> Run:
    """The words of the span, without possessive; none if it crosses a paragraph's end, as no name does."""
    if "\n\n" in ground.text[finding.start : finding.end]:
        return ()
    words = []
    for match in _WORD.finditer(ground.text, finding.start, finding.end):
        possessive = match[0].endswith(_POSSESSIVES)
        bare = match[0][:-2] if possessive else match[0]
        words.append(make_word(match.start(), bare, ground.names, possessive=possessive))
    return tuple(words)


def _behind_titles(words: Run, ground: Ground) -> Run:
    """The words behind the titles that the span begins with; the last word is always of the name."""
    first = 0
    while first < len(words) - 1 and leads_name(words[first], ground):
        first += 1
    return words[first:]
