"""Plain prose is told by one look; whatever may be furniture is not."""

import pytest

from newsgen.layout.outlets import make_context
from newsgen.layout.plain import is_plain
from newsgen.layout.units import read_units
from newsgen.lexicon import load_lexicon
from newsgen.records.options import ReadingOptions

CONTEXT = make_context(ReadingOptions(), load_lexicon())


def look_at(text: str) -> bool:
    (unit,) = read_units(text, 0, 1)
    return is_plain(unit, CONTEXT)


@pytest.mark.parametrize(
    "text",
    [
        "The river rose again on Sunday, the mayor said in the town hall.",
        "“We have never seen so much water,” the mayor said in the town hall.",
        "Le fleuve est monté dimanche pour le troisième jour, selon le maire.",
        "Water stood in 12 houses (it was the first time) – and nobody came.",
        "Is it over, the people of the valley asked the mayor on Sunday evening?",
    ],
)
def test_sentences_are_plain(text: str) -> None:
    assert look_at(text)


@pytest.mark.parametrize(
    "text",
    [
        "The river rose.",
        "The river rose again on Sunday, the mayor said in the town hall of the valley",
        "By Ann Miller, who has written about the river for twenty years.",
        "Share this article with everyone whom you know in the valley and beyond.",
        "Boats on the river below the dam on a Sunday in May. Photo by Ann Miller.",
        "12 May 2024, when the river rose, will be remembered in all the valley.",
        "May 12, 2024, when the river rose, will be remembered in all the valley.",
        "The Specimen Courier | 12 May 2024 | Floods and what they leave behind.",
        "The text of this page is free, all rights reserved by those who wrote it.",
        "The report can be had at https://example.org/river for all who want it.",
        "The [report](https://example.org/river) can be had by all who want to read it.",
        "© The Specimen Courier of the valley, which has printed this since 1912.",
    ],
)
def test_what_may_be_furniture_is_not_plain(text: str) -> None:
    assert not look_at(text)
