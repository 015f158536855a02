"""Reasons: every rule of the layout is described in plain words, and no rule that does not exist."""

import re
from pathlib import Path

import newsgen.layout
from newsgen.layout import parse_article
from newsgen.layout.reasons import RULES
from newsgen.lexicon import load_lexicon
from newsgen.records.clipping import Clipping
from newsgen.records.options import ReadingOptions

# matches: Finding("notice", "end-mark")
NAMED = re.compile(r'Finding\(\s*[\w."]+(?: if [\w ]+ else "[\w-]+")?,\s*"([a-z-]+)"')
# matches: "more-mark" if
WORD = re.compile(r'"([a-z]+(?:-[a-z]+)*)"')

SOURCES = "".join(
    path.read_text("utf-8")
    for path in sorted(Path(newsgen.layout.__file__).parent.glob("*.py"))
    if path.name != "reasons.py"
)
CASES = Path(__file__).parents[1] / "corpora" / "layout"


def list_rules(text: str) -> set[str]:
    clipping = Clipping(path="articles/a.txt", text=text, encoding="utf-8", digest="")
    return {block.rule for block in parse_article(clipping, ReadingOptions(), load_lexicon()).blocks}


def test_every_rule_that_the_code_names_is_described() -> None:
    assert set(NAMED.findall(SOURCES)) <= set(RULES)


def test_every_rule_that_the_cases_meet_is_described() -> None:
    met: set[str] = set()
    for path in sorted(CASES.glob("*.txt")):
        for case in path.read_text("utf-8").split("\n%% "):
            met |= list_rules(case.partition("\n")[2].partition("%%>\n")[0])
    assert met <= set(RULES)
    assert len(met) > 50


def test_no_rule_is_described_that_the_code_does_not_name() -> None:
    words = set(WORD.findall(SOURCES)) | {f"whole-line-{mark}" for mark in ("strong", "em", "link")}
    assert set(RULES) <= words


def test_descriptions_are_clauses() -> None:
    for text in RULES.values():
        assert text[-1] not in ".!?"
        assert text[0].islower()
        assert len(text) <= 120
    assert len(set(RULES.values())) == len(RULES)
