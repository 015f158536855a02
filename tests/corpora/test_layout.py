"""The cases of `layout/*.txt`: each clipping is taken apart as the case says.

A case is a line `%% title`, the clipping, a line `%%>`, and what is expected as `key: value`. Fields that a case leaves
out must be absent (`ABSENT`) or are not looked at (`FREE`). ` | ` parts several values, ` ¶ ` the paragraphs of a body;
`⍽` in a clipping is a no-break space, `⇥` a tab.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article
from newsgen.records.clipping import Clipping
from newsgen.records.options import Outlet, ReadingOptions

FOLDER = Path(__file__).parent / "layout"

OPTIONS = ReadingOptions(
    outlets=(
        Outlet(name="Sample Wire Service", aliases=("SWS",)),
        Outlet(name="The Specimen Courier"),
        Outlet(name="Le Spécimen du Fleuve", aliases=("LSF",)),
    )
)
ABSENT = (
    "kicker",
    "standfirst",
    "byline",
    "dateline",
    "published",
    "source",
    "url",
    "slug",
    "captions",
    "people",
    "countries",
)
FREE = ("headline", "body", "language", "notices", "kinds", "codes", "extra", "draft", "roles")

# matches: %% a case
CASE = re.compile(r"^%%(?!>) ?(.*)\n", re.M)


class Case(NamedTuple):
    name: str
    clipping: str
    expected: dict[str, str]


def read_cases() -> list[Case]:
    cases = []
    for path in sorted(FOLDER.glob("*.txt")):
        _, *parts = CASE.split(path.read_text("utf-8"))
        for title, content in zip(parts[::2], parts[1::2], strict=True):
            clipping, _, expected = content.partition("%%>\n")
            lines = [line.partition(":") for line in expected.splitlines() if line.strip()]
            fields = {key.strip(): value.strip().replace("⍽", "\u00a0") for key, _, value in lines}
            text = clipping.replace("⍽", "\u00a0").replace("⇥", "\t")
            cases.append(Case(f"{path.stem}: {title}", text, fields))
    return cases


CASES = read_cases()


def show(article: Article) -> dict[str, str]:
    """The article's fields as cases write them; empty for what is absent."""
    line = article.dateline
    parts = (line.place, line.country, line.date, line.agency) if line else ()
    return {
        "headline": article.headline,
        "kicker": article.kicker or "",
        "standfirst": article.standfirst or "",
        "byline": article.byline or "",
        "dateline": " | ".join(part or "-" for part in parts),
        "published": article.published or "",
        "source": article.source or "",
        "url": article.url or "",
        "slug": article.slug or "",
        "language": article.language,
        "captions": " | ".join(article.captions),
        "notices": " | ".join(article.notices),
        "people": " | ".join(article.listed_people),
        "countries": " | ".join(article.listed_countries or ()),
        "body": article.body.replace("\n\n", " ¶ "),
        "kinds": " ".join(f"{p.kind}{p.level or ''}" for p in article.paragraphs),
        "codes": " ".join(sorted(d.code for d in article.diagnostics)),
        "roles": " ".join(block.role for block in article.blocks if block.role != "blank"),
        "extra": article.extra,
        "draft": str(article.draft).lower(),
    }


def parse(text: str) -> Article:
    clipping = Clipping(path="articles/case.txt", text=text, encoding="utf-8", digest="")
    return parse_article(clipping, OPTIONS, load_lexicon())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_clipping_is_taken_apart(case: Case) -> None:
    found = show(parse(case.clipping))
    wanted = {**dict.fromkeys(ABSENT, ""), **case.expected}
    assert {key: found[key] for key in wanted} == wanted


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_is_lost(case: Case) -> None:
    blocks = parse(case.clipping).blocks
    assert "".join(case.clipping[block.start : block.end] for block in blocks) == case.clipping


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 180
    assert len({case.name for case in CASES}) == len(CASES)
    assert all(set(case.expected) <= {*ABSENT, *FREE} and "body" in case.expected for case in CASES)
