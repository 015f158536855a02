"""The article as a whole: offsets, blocks, paragraphs, diagnostics."""

import pytest

from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article
from newsgen.records.clipping import Clipping
from newsgen.records.options import ReadingOptions

OPTIONS = ReadingOptions()


def parse(text: str, path: str = "articles/a.md") -> Article:
    return parse_article(Clipping(path=path, text=text, encoding="utf-8", digest=""), OPTIONS, load_lexicon())


def test_text_is_headline_blank_line_body() -> None:
    article = parse("# River *rises*\n\nFour boats came to the town on Sunday.\nTwo had **no** engine.\n")
    assert article.text == "River rises\n\nFour boats came to the town on Sunday.\n\nTwo had no engine."
    assert article.body == "Four boats came to the town on Sunday.\n\nTwo had no engine."
    first, second = article.paragraphs
    assert article.text[second.start : second.end] == "Two had no engine."
    assert (first.line, second.line) == (3, 4)
    (mark,) = article.marks
    assert article.text[mark.start : mark.end] == "no"


def test_a_dateline_is_a_block_within_its_line() -> None:
    text = "River rises\n\nNIAMEY (AFP) – The river rose again on Sunday.\n"
    blocks = {block.role: text[block.start : block.end] for block in parse(text).blocks}
    assert blocks["dateline"] == "NIAMEY (AFP) – "
    assert blocks["paragraph"] == "The river rose again on Sunday.\n"


def test_every_block_names_its_rule() -> None:
    text = (
        "---\ntitle: A\n---\nHome > World\n\n# A\n\nBy Ann Miller\n\nThe river rose again on Sunday.\n\n***\n\nENDS\n"
    )
    assert all(block.rule for block in parse(text).blocks)


@pytest.mark.parametrize("text", ["***\n", "\n\n", "", "![](a.png)\n", "---\ndraft: true\n---\n"])
def test_a_headline_is_never_empty(text: str) -> None:
    article = parse(text, "articles/2024/river.md")
    assert article.headline == "river"
    assert {"no-headline", "no-body"} <= {item.code for item in article.diagnostics}


def test_a_headline_of_five_thousand_characters_is_kept_in_front_matter() -> None:
    article = parse(f"---\ntitle: {'river ' * 900}\n---\nFour boats came.\n")
    assert len(article.headline) == 5399


def test_a_first_line_of_five_thousand_characters_is_a_paragraph() -> None:
    article = parse("river " * 900 + "\n\nFour boats came.\n")
    assert len(article.headline) <= 101
    assert article.body.startswith("river river")


def test_a_thousand_headings_are_kept() -> None:
    article = parse("# River\n\n" + "\n\n".join(f"## Day {number}" for number in range(1000)))
    assert len(article.paragraphs) >= 998


def test_the_language_of_the_site_is_taken_for_short_texts() -> None:
    clipping = Clipping(path="a.md", text="Ok\n", encoding="utf-8", digest="")
    assert parse_article(clipping, ReadingOptions(language="es"), load_lexicon()).language == "es"


def test_offsets_of_diagnostics_are_of_the_file() -> None:
    article = parse("---\ntitle: A\ndate: soon\n---\nFour boats came.\n")
    fault = next(item for item in article.diagnostics if item.severity == "error")
    assert (fault.path, fault.line, fault.column) == ("articles/a.md", 3, 7)


def test_captions_keep_the_addresses_of_their_images() -> None:
    article = parse(
        "River rises\n\n![Map of Niger](https://example.org/map.png)\n\n![The bridge](bridge.png)\n\n"
        "The river ![a gauge](http://example.org/g.png) rose again on Sunday, the mayor said."
    )
    assert article.captions == ("Map of Niger", "The bridge", "a gauge")
    assert article.caption_links == ("https://example.org/map.png", None, "http://example.org/g.png")


def test_short_texts_with_names_of_other_tongues_are_in_the_language_of_the_site() -> None:
    text = "Von der Leyen, de Gaulle\n\nUrsula von der Leyen spoke of Charles de Gaulle, said the mayor.\n"
    assert parse(text).language == "en"


@pytest.mark.parametrize(("agency", "alias"), [("NWA", "[NWA]"), ("Nile Wire", '["Nile Wire"]')])
def test_an_agency_of_a_dateline_that_nobody_declares_is_named(agency: str, alias: str) -> None:
    article = parse(f"River rises\n\nELDORET, 5 October 2024 ({agency}) - The river rose again, the mayor said.\n")
    (found,) = [found for found in article.diagnostics if found.code == "no-source"]
    assert agency in found.message
    assert f"aliases: {alias}" in (found.hint or "")
