import json
from typing import Any

from jsonschema import Draft202012Validator

from pages_archive import HOSTED, make_article, plan, render_all

SENTENCE = "Ada Nkrumah of Niger said on 3 May “all is well”."
ARTICLE = make_article(
    "b",
    [SENTENCE, "Nkrumah left Niger in late May."],
    headline="Ada Nkrumah on 3 May",
    countries={"Niger": "NE"},
    people={"Ada Nkrumah": "ada-nkrumah"},
    dates={"3 May": "2024-05-03", "late May": "2024-05~"},
    reports=[(SENTENCE, "2024-05-03"), ("Nkrumah left Niger in late May.", "2024-05~")],
    published="2024-05-04",
    source="Desk",
)


def read() -> tuple[dict[str, dict[str, Any]], dict[str, Any]]:
    files = render_all(plan(ARTICLE, site=HOSTED))
    lines = [json.loads(line) for line in files["data/entities.ftm.jsonl"].splitlines()]
    assert len({line["id"] for line in lines}) == len(lines)
    return {line["id"]: line for line in lines}, json.loads(files["data/schema/entities.json"])


def test_every_line_keeps_to_the_schema_and_the_schema_refuses_others() -> None:
    lines, schema = read()
    validator = Draft202012Validator(schema)
    assert [validator.is_valid(line) for line in lines.values()] == [True] * 5
    person = lines["newsgen-person-ada-nkrumah"]
    assert not validator.is_valid({**person, "schema": "Company"})
    assert not validator.is_valid({**person, "properties": {"bodyText": ["x"]}})
    assert not validator.is_valid({**person, "properties": {"name": []}})


def test_every_reference_leads_to_an_entity_of_the_right_kind() -> None:
    lines, _ = read()
    kinds = {"document": "Article", "resolved": "Person", "proof": "Article", "involved": "Person"}
    references = [
        (name, value) for line in lines.values() for name in kinds for value in line["properties"].get(name, [])
    ]
    assert {name for name, _ in references} >= {"document", "resolved", "proof"}
    assert all(lines[value]["schema"] == kinds[name] for name, value in references)


def test_values_are_as_followthemoney_writes_them() -> None:
    lines, _ = read()
    article = lines["newsgen-article-b"]["properties"]
    assert article["language"] == ["eng"]
    assert article["country"] == ["ne"]
    assert article["publishedAt"] == ["2024-05-04"]
    assert lines["newsgen-person-ada-nkrumah"]["properties"] == {
        "name": ["Ada Nkrumah"],
        "sourceUrl": ["https://example.org/archive/people/ada-nkrumah.html"],
    }


def test_a_date_that_is_not_plain_becomes_its_bounds() -> None:
    lines, _ = read()
    about, plain = (line["properties"] for line in lines.values() if line["schema"] == "Event")
    assert plain["date"] == ["2024-05-03"]
    assert "date" not in about
    assert about["startDate"][0] <= about["endDate"][0]


def test_a_date_that_was_inferred_is_marked_in_a_note() -> None:
    def read_notes(date: str | None, *, inferred: bool) -> list[str] | None:
        article = make_article("a", ["Text."], published=date, published_inferred=inferred)
        line = json.loads(render_all(plan(article, site=HOSTED))["data/entities.ftm.jsonl"])
        return line["properties"].get("notes")

    assert read_notes("2024-05-15", inferred=True) == ["publishedAt was inferred in part"]
    assert read_notes("2024-05-15", inferred=False) is None
    assert read_notes(None, inferred=True) is None
