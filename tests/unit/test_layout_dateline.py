"""Datelines: the forms that the corpus does not show, and how places are written."""

import pytest

from newsgen.layout.dateline import find_dateline, read_dateline_line
from newsgen.layout.outlets import make_context
from newsgen.layout.places import write_place
from newsgen.lexicon import load_lexicon
from newsgen.records.options import Outlet, ReadingOptions

LEXICON = load_lexicon()
CONTEXT = make_context(ReadingOptions(outlets=(Outlet(name="Sample Wire", aliases=("SWS",)),)), LEXICON)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("NIAMEY", "Niamey"),
        ("Niamey", "Niamey"),
        ("RIO DE JANEIRO", "Rio de Janeiro"),
        ("THE HAGUE", "The Hague"),
        ("PORT-AU-PRINCE", "Port-au-Prince"),
        ("N'DJAMENA", "N'Djamena"),
        ("WASHINGTON, D.C.", "Washington, D.C."),
        ("ST. LOUIS", "St. Louis"),
        ("PARIS/NIAMEY", "Paris/Niamey"),
        ("La paz", "La paz"),
    ],
)
def test_places_in_usual_capitals(written: str, shown: str) -> None:
    assert write_place(written, LEXICON.desk.words["place"]) == shown


def test_the_end_is_where_the_text_begins() -> None:
    source = "NIAMEY, 15 May 2024 (SWS) –  The river rose."
    found = find_dateline(source, CONTEXT)
    assert found is not None
    assert source[found.end :] == "The river rose."


@pytest.mark.parametrize(
    ("source", "place", "country", "date", "agency"),
    [
        ("Niamey 15 May 2024 - The river", "Niamey", "NE", "2024-05-15", None),
        ("GENEVA (15 May 2024) – The river", "Geneva", "CH", "2024-05-15", None),
        ("Niamey (Niger) (AFP) - The river", "Niamey", "NE", None, "AFP"),
        ("Tehran, May 15, IRNA – The river", "Tehran", "IR", "XXXX-05-15", "IRNA"),
        ("MADRID, 15 (EUROPA PRESS) - El río", "Madrid", "ES", None, "EUROPA PRESS"),
        ("MOSCOW. May 15 (Interfax) - The river", "Moscow", "RU", "XXXX-05-15", "Interfax"),
        ("Niamey, le 1er mai 2024 (SWS) - Le fleuve", "Niamey", "NE", "2024-05-01", "SWS"),
        ("LONDON, Ont. — The river", "London", "CA", None, None),
        ("Niamey, 3 May (Sample Wire) — The river", "Niamey", "NE", "XXXX-05-03", "Sample Wire"),
    ],
)
def test_forms(source: str, place: str, country: str, date: str | None, agency: str | None) -> None:
    found = find_dateline(source, CONTEXT)
    assert found is not None
    line = found.dateline
    assert (line.place, line.country, line.date, line.agency) == (place, country, date, agency)


@pytest.mark.parametrize(
    "source",
    ["The mayor - who was ill - left", "Mohamed Bazoum (CNSP) – The", "Photo, May 14 - The river", "niamey – the river",
     "RIVER AND SEA, HARBOUR TALKS - MAYOR", "CENTRAL PACIFIC (CP) RAISES FARES",
     "Updated, May 15 – The river", "(SWS)"],
)  # fmt: skip
def test_no_datelines(source: str) -> None:
    assert find_dateline(source, CONTEXT) is None


@pytest.mark.parametrize(
    "text", ["Niamey, 15 May 2024", "[Niamey, 15 mai 2024]", "NIAMEY, Niger (AP)", "NIAMEY, Niger", "NIAMEY"]
)
def test_lines_of_their_own(text: str) -> None:
    found = read_dateline_line(text, CONTEXT)
    assert found is not None
    assert (found.dateline.place, found.dateline.country) == ("Niamey", "NE")


@pytest.mark.parametrize("text", ["General Doe", "Niamey", "12 March 2024", "THE END", "By Ann Miller, May 3"])
def test_other_lines(text: str) -> None:
    assert read_dateline_line(text, CONTEXT) is None
