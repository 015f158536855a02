import json

import msgspec

from newsgen.records.contract import ArticleData, CountryData, PersonData, TimelineData
from pages_archive import make_article, plan, render_all

SENTENCE = "Ada Nkrumah of Niger said on 3 May “all is well”."
ARTICLE = make_article(
    "b",
    [f"Zoë 😀 wrote. {SENTENCE}"],
    headline="Ada Nkrumah on 3 May",
    countries={"Niger": "NE"},
    people={"Ada Nkrumah": "ada-nkrumah"},
    dates={"3 May": "2024-05-03", "wrote": None},
    reports=[(SENTENCE, "2024-05-03")],
    quotes=["all is well"],
    published="2024-05-04",
    source="Desk",
    notices=("Share this",),
    extra='{"z": 1, "a": [2,\n 3]}',
)
OTHER = make_article("a", ["Text."])

KEYS = (
    "id path headline dateline published published_inferred source byline language url countries people dates events "
    "quotes same_text_as extra captions notices body"
)


def files() -> dict[str, str]:
    return render_all(plan(ARTICLE, OTHER))


def test_articles_are_lines_sorted_by_id_with_the_promised_keys_in_order() -> None:
    text = files()["data/articles.jsonl"]
    lines = [json.loads(line) for line in text.splitlines()]
    assert text.endswith("}\n")
    assert [line["id"] for line in lines] == ["a", "b"]
    assert all(" ".join(line) == KEYS for line in lines)
    assert lines[0]["dateline"] is lines[0]["published"] is lines[0]["source"] is None


def test_an_article_by_the_contract() -> None:
    line = json.loads(files()["data/articles.jsonl"].splitlines()[1])
    assert line["countries"] == [{"code": "NE", "name": "Niger", "mentions": 1, "primary": False}]
    assert line["people"] == [
        {"id": "ada-nkrumah", "name": "Ada Nkrumah", "as_written": ["Ada Nkrumah"], "mentions": 1}
    ]
    told = {"date": "2024-05-03", "text": SENTENCE, "countries": ["NE"], "people": []}
    assert line["events"] == [told | {"kind": "happened", "background": False}]
    assert list(line["extra"].items()) == [("z", 1), ("a", [2, 3])]
    assert line["notices"] == ["Share this"]


def test_offsets_are_into_the_body_and_only_dates_that_are_known_are_listed() -> None:
    line = json.loads(files()["data/articles.jsonl"].splitlines()[1])
    found = [*line["dates"], *line["quotes"]]
    assert [entry["text"] for entry in found] == ["3 May", "all is well"]
    assert all(line["body"][entry["start"] : entry["end"]] == entry["text"] for entry in found)
    assert all(entry["value"] for entry in line["dates"])


def test_people_countries_and_timelines_are_sorted_and_decode_by_the_contract() -> None:
    texts = files()
    people = msgspec.json.decode(texts["data/people.json"], type=tuple[PersonData, ...])
    assert [(person.id, person.articles) for person in people] == [("ada-nkrumah", ("b",))]
    countries = msgspec.json.decode(texts["data/countries.json"], type=tuple[CountryData, ...])
    assert [(country.code, country.articles, country.primary) for country in countries] == [("NE", ("b",), ())]
    timeline = msgspec.json.decode(texts["data/timelines/story.json"], type=TimelineData)
    assert [event.sources for event in timeline.events] == [("b",)]
    assert timeline.events[0].reports[0].sentence == SENTENCE
    assert all(
        text.endswith("\n")
        for path, text in texts.items()
        if path.startswith("data/") and path.endswith(("json", "jsonl"))
    )


def test_each_data_file_has_its_schema() -> None:
    texts = files()
    for name, kind in {"articles": ArticleData, "timeline": TimelineData}.items():
        schema = json.loads(texts[f"data/schema/{name}.json"])
        fields = schema["$defs"][kind.__name__]
        assert fields["required"] == list(kind.__struct_fields__)
    assert (
        json.loads(texts["data/schema/articles.json"])["$defs"]["ArticleData"]["properties"]["extra"]["type"]
        == "object"
    )
