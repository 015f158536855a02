"""Findings: what recognisers saw in an article where the rules for persons and places saw nothing."""

from collections.abc import Iterable, Iterator

from newsgen.annotate.material import Material
from newsgen.annotate.overlaps import Spanned
from newsgen.records.finding import Finding
from newsgen.records.reading import CountryMention

RULE = "recogniser:"
"""How the rule of a mention begins that a recogniser found; its name follows."""


def name_rule(finding: Finding) -> str:
    """The name of the rule for what a recogniser found: `recogniser:package.module:Name`."""
    return RULE + finding.recogniser


def is_of_recogniser(rule: str) -> bool:
    """Whether a mention with this rule is a recogniser's."""
    return rule.startswith(RULE)


def give_way(findings: Iterable[Finding], taken: Iterable[Spanned]) -> Iterator[Finding]:
    """The findings, in order, that share no character with a span that is taken."""
    ahead = sorted(taken, key=lambda span: span.start, reverse=True)
    reached = 0
    for finding in findings:
        while ahead and ahead[-1].start < finding.end:
            reached = max(reached, ahead.pop().end)
        if reached <= finding.start:
            yield finding


def find_places(findings: Iterable[Finding], text: str, material: Material) -> Iterator[CountryMention]:
    """The mentions of countries by the places that the gazetteer knows; its own phrases were the rules' to judge."""
    gazetteer = material.lexicon.gazetteer
    for finding in give_way(findings, material.hits):
        surface = text[finding.start : finding.end]
        code = gazetteer.country_of_place(surface) if finding.kind == "place" else None
        if code is not None:
            yield CountryMention(
                start=finding.start, end=finding.end, surface=surface, code=code, rule=name_rule(finding)
            )
