"""The promise to other tools: keys and their order. A change here is a change of the contract."""

import msgspec
import pytest

from newsgen.records import changes, contract

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


def test_keys_of_changes_and_their_order() -> None:
    site = changes.SiteAt(place="x", articles=0, people=0, countries=0, timelines=0, events=0, pages=0)
    printed = msgspec.to_builtins(changes.Changes(schema=changes.SCHEMA, old=site, new=site))
    assert printed["schema"] == "newsgen:changes:2"
    assert {name: " ".join(value) for name, value in printed.items() if isinstance(value, dict)} == {
        "old": "place articles people countries timelines events pages",
        "new": "place articles people countries timelines events pages",
        "people": "merged split renamed moved removed added",
        "events": "changed merged split removed added",
        "articles": "changed removed added",
        "timelines": "removed added renamed",
        "countries": "removed added renamed",
        "pages": "removed redirected added",
    }
