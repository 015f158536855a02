"""The core of a page: which paragraphs are surely prose, and how much another line has to do with them."""

import pytest

from newsgen.layout.core import find_core, list_stems, measure_overlap
from newsgen.layout.findings import Part
from newsgen.layout.outlets import make_context
from newsgen.layout.units import read_units
from newsgen.lexicon import load_lexicon
from newsgen.records.options import ReadingOptions

CONTEXT = make_context(ReadingOptions(), load_lexicon())
PAGE = """News  Sport  Weather
Ferry sinks off Lomé

The ferry left the old harbour of Lomé on Sunday with forty passengers and a cargo of maize, the port authority said.

Sign up now

The harbour master, Ama Roe, told the inquiry that no ferry should have sailed in a storm that had been forecast.
"""


def read(text: str = PAGE) -> tuple[Part, ...]:
    return tuple(map(Part, read_units(text, 0, 1)))


def test_paragraphs_of_a_dozen_words_are_the_core() -> None:
    parts = read()
    core = find_core(parts, CONTEXT)
    assert [parts[index].unit.text[:9] for index in core.paragraphs] == ["The ferry", "The harbo"]


def test_a_clipping_without_prose_has_no_core() -> None:
    core = find_core(read("News\n\nSport\n"), CONTEXT)
    assert core.paragraphs == ()
    assert measure_overlap("The ferry", core, CONTEXT) == 0.0


@pytest.mark.parametrize(
    ("line", "least", "most"),
    [
        ("Ferry sinks off Lomé", 0.5, 0.5),
        ("Ferries of Lome harbours", 0.6, 1.0),
        ("Weather  Sport  Business", 0.0, 0.0),
        ("of the and", 0.0, 0.0),
    ],
)
def test_a_line_overlaps_by_the_words_that_it_is_about(line: str, least: float, most: float) -> None:
    assert least <= measure_overlap(line, find_core(read(), CONTEXT), CONTEXT) <= most


def test_frequent_and_short_words_are_about_nothing() -> None:
    assert list_stems("The talks of 7 go on in Niamey with Nigeriens", CONTEXT) == {"talk", "niame", "niger"}
