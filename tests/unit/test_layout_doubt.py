"""Lines of doubt stay in the text and are told; plain sentences and known furniture are not."""

import pytest

from newsgen.errors import Diagnostic
from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article
from newsgen.records.clipping import Clipping
from newsgen.records.options import ReadingOptions

STORY = "River rises\n\nThe river rose again on Sunday, the mayor said in the town hall.\n"


def parse(text: str) -> Article:
    clipping = Clipping(path="articles/a.txt", text=text, encoding="utf-8", digest="")
    return parse_article(clipping, ReadingOptions(), load_lexicon())


def list_doubts(text: str) -> list[Diagnostic]:
    return [item for item in parse(text).diagnostics if item.code == "doubtful-line"]


@pytest.mark.parametrize(
    "line",
    [
        "the desk @ the river, at noon",
        "From the valley with love and water",
        "Floods | what we know",
    ],
)
def test_a_line_that_looks_like_furniture_stays_and_is_told(line: str) -> None:
    text = f"{STORY}\n{line}\n"
    (doubt,) = list_doubts(text)
    assert (doubt.line, doubt.severity) == (5, "note")
    assert "front matter" in doubt.hint
    assert line in parse(text).body


@pytest.mark.parametrize(
    "line",
    [
        "Nobody was hurt.",
        "From the valley came boats, and from the town came bread.",
        "Share this article",
        "Ann Miller 12,402 51.3",
        "The water stood at the door of the school",
    ],
)
def test_what_is_plainly_text_or_plainly_not_is_not_told(line: str) -> None:
    assert list_doubts(f"{STORY}\n{line}\n") == []


def test_a_paragraph_taken_for_a_page_s_foot_is_told() -> None:
    long = "The board of the valley, which nobody had asked, wrote to all papers that the river is not to blame, " * 3
    body = "The river rose again on Sunday, the mayor said in the town hall of the valley. " * 20
    menu = "Skip to content\nHome\nNews\nWorld\n\nRiver rises for a third day"
    page = f"{menu}\n\n{body}\n\nRelated topics\nFloods\n\n{long}so.\n"
    (doubt,) = list_doubts(page)
    assert doubt.line == 13
    assert "taken for no part" in doubt.message
    assert long[:40] in "".join(parse(page).notices)


def test_a_last_sentence_that_may_speak_to_readers_stays_and_is_told() -> None:
    text = f"{STORY}\nWatch this space.\n"
    (doubt,) = list_doubts(text)
    assert "addressed to readers" in doubt.message
    assert "Watch this space." in parse(text).body
