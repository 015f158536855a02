"""The data files of the sample archive are what the schemas beside them say."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator


def load_schema(sample: Path, name: str) -> dict[str, Any]:
    return json.loads((sample / f"data/schema/{name}.json").read_text("utf-8"))


def find_faults(schema: dict[str, Any], value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(value)]


@pytest.mark.parametrize("name", ["articles", "people", "countries", "timeline", "entities", "changes"])
def test_a_schema_is_one_and_says_its_name_and_version(sample: Path, name: str) -> None:
    schema = load_schema(sample, name)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"newsgen:{name}:2"


def test_every_article_keeps_to_its_schema(sample: Path) -> None:
    schema = load_schema(sample, "articles")
    lines = (sample / "data/articles.jsonl").read_text("utf-8").splitlines()
    assert [fault for line in lines for fault in find_faults(schema, json.loads(line))] == []
    assert find_faults(schema, {**json.loads(lines[0]), "dates": None}) == ["$.dates: None is not of type 'array'"]


def test_every_entity_keeps_to_its_schema(sample: Path) -> None:
    schema = load_schema(sample, "entities")
    lines = (sample / "data/entities.ftm.jsonl").read_text("utf-8").splitlines()
    assert lines
    assert [fault for line in lines for fault in find_faults(schema, json.loads(line))] == []


def test_every_other_data_file_keeps_to_its_schema(sample: Path) -> None:
    # The exports for other tools keep to those tools' formats.
    timelines = [path for path in (sample / "data/timelines").glob("*.json") if "timelinejs" not in path.name]
    assert timelines
    files = {"people": [sample / "data/people.json"], "countries": [sample / "data/countries.json"]}
    for name, paths in {**files, "timeline": timelines}.items():
        for path in paths:
            assert find_faults(load_schema(sample, name), json.loads(path.read_text("utf-8"))) == []
