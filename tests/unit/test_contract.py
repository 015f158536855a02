"""The promise to other tools: keys and their order. A change here is a change of the contract."""

import msgspec
import pytest

from newsgen.records import contract

PROMISED = {
    "ArticleData": "id path headline dateline published published_inferred source byline language url countries "
    "people dates events quotes same_text_as extra captions notices body",
    "DatelineData": "place country date agency",
    "CountryInArticle": "code name mentions primary",
    "PersonInArticle": "id name as_written mentions",
    "DateInArticle": "text value start end",
    "EventInArticle": "date text countries people kind background",
    "QuoteInArticle": "text speaker start end",
    "PersonData": "id name titles note spellings articles countries people joined_because undecided",
    "CountryData": "id code name articles primary people countries",
    "TimelineData": "id title events description",
    "TimelineEventData": "id date text people countries sources reports kind title independent_texts dates added "
    "figures",
    "DateGiven": "date articles",
    "FigureGiven": "unit value articles",
    "AddedData": "source url",
    "ReportData": "article sentence",
}


@pytest.mark.parametrize("name", PROMISED)
def test_keys_and_their_order(name: str) -> None:
    assert " ".join(getattr(contract, name).__struct_fields__) == PROMISED[name]


def test_nulls_are_written() -> None:
    line = contract.DatelineData(place=None, country=None, date=None, agency=None)
    assert msgspec.json.encode(line) == b'{"place":null,"country":null,"date":null,"agency":null}'


def test_every_field_is_always_there() -> None:
    for name in PROMISED:
        kind = getattr(contract, name)
        assert msgspec.json.schema(kind)["$defs"][name]["required"] == list(kind.__struct_fields__)
