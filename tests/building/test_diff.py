"""Two builds of one archive, and what `newsgen diff` tells of what lies between them."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from building.sites import FILES, build_site, write_site
from newsgen.cli import main

Diff = Callable[..., dict[str, Any]]

TWO = FILES["articles/two.md"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site whose published state lies in `old`."""
    write_site(tmp_path / "site")
    build_site(tmp_path / "site")
    shutil.copytree(tmp_path / "site" / "public", tmp_path / "old")
    return tmp_path / "site"


@pytest.fixture
def diff(site: Path, capsys: pytest.CaptureFixture[str]) -> Diff:
    """Writes files of the site, builds it, and gives what the command prints as JSON."""

    def run(**files: str) -> dict[str, Any]:
        write_site(site, {name.replace("__", "/").replace("_", "."): text for name, text in files.items()})
        build_site(site)
        assert main(["diff", str(site.parent / "old"), str(site / "public"), "--format", "json"]) == 0
        changes = json.loads(capsys.readouterr().out)
        schema = json.loads((site / "public/data/schema/changes.json").read_text("utf-8"))
        assert [error.message for error in Draft202012Validator(schema).iter_errors(changes)] == []
        return changes

    return run


def test_a_build_that_changes_nothing(site: Path, diff: Diff, capsys: pytest.CaptureFixture[str]) -> None:
    changes = diff()
    assert changes["people"] == {key: [] for key in ("merged", "split", "renamed", "moved", "removed", "added")}
    assert main(["diff", str(site.parent / "old"), str(site / "public"), "--exit-code"]) == 0
    assert capsys.readouterr().out.endswith("Nothing differs.\n")


def test_two_who_are_judged_to_be_one(site: Path, diff: Diff) -> None:
    changes = diff(people_yaml="- name: Ama Owusu-Darko\n  also: [Ama Darko, Salif Tapsoba-Zongo]\n")
    (merged,) = changes["people"]["merged"]
    assert [one["name"] for one in merged["old"]] == ["Ama Owusu-Darko", "Salif Tapsoba-Zongo"]
    assert merged["new"] == {"id": "ama-owusu-darko", "name": "Ama Owusu-Darko", "articles": 3}
    assert changes["pages"]["removed"] == ["people/salif-tapsoba-zongo.html"]
    assert changes["articles"]["changed"] == []


def test_an_address_that_leads_on_is_not_gone(site: Path, diff: Diff) -> None:
    changes = diff(
        people_yaml="- name: Ama Owusu-Darko\n  also: [Ama Darko, Salif Tapsoba-Zongo]\n",
        redirects_yaml="- from: people/salif-tapsoba-zongo.html\n  to: people/ama-owusu-darko.html\n",
    )
    assert changes["pages"] == {
        "removed": [],
        "redirected": [{"path": "people/salif-tapsoba-zongo.html", "to": "people/ama-owusu-darko.html"}],
        "added": [],
    }


def test_one_who_is_judged_to_be_two(site: Path, diff: Diff) -> None:
    changes = diff(people_yaml="- name: Ama Owusu-Darko\n  not: [Ama Darko]\n- name: Ama Darko\n")
    (split,) = changes["people"]["split"]
    assert [one["id"] for one in split["new"]] == ["ama-darko", "ama-owusu-darko"]
    assert "people/ama-darko.html" in changes["pages"]["added"]


def test_a_date_that_moves_takes_its_event_along(site: Path, diff: Diff) -> None:
    changes = diff(articles__two_md=TWO.replace("20 March", "19 March"))
    (article,) = changes["articles"]["changed"]
    fields = {change["field"]: change for change in article["fields"]}
    assert set(fields) == {"dates", "events", "body"}
    assert fields["dates"]["removed"] == ["20 March: 2024-03-20"]
    assert fields["dates"]["added"] == ["19 March: 2024-03-19"]


def test_the_same_sentence_on_another_day_is_the_same_event(site: Path, diff: Diff) -> None:
    changes = diff(articles__one_txt=FILES["articles/one.txt"].replace("March 12", "March 19").replace("2023", "2022"))
    (article,) = changes["articles"]["changed"]
    dated = {"field": "published", "old": "2024-03-12", "new": "2024-03-19", "removed": [], "added": []}
    assert article["fields"][0] == dated
    events = changes["events"]["changed"]
    assert [event["fields"][0]["field"] for event in events] == ["date"] * 3
    assert [(event["old"]["date"], event["new"]["date"]) for event in events] == [
        ("2023-08", "2022-08"),
        ("2024-03-12", "2024-03-19"),
        ("2024-03-12", "2024-03-19"),
    ]


def test_a_better_headline(site: Path, diff: Diff) -> None:
    changes = diff(articles__two_md=TWO.replace("headline: A visit", "headline: The visit"))
    (article,) = changes["articles"]["changed"]
    assert [change["field"] for change in article["fields"]] == ["id", "headline"]
    assert changes["people"]["added"] == changes["people"]["removed"] == []
    assert changes["events"]["changed"] == []


def test_an_article_and_a_timeline_less(site: Path, diff: Diff) -> None:
    (site / "articles" / "two.md").unlink()
    changes = diff(site_yaml=FILES["site.yaml"].replace("id: road", "id: other"))
    assert [article["path"] for article in changes["articles"]["removed"]] == ["articles/two.md"]
    assert changes["timelines"] == {
        "removed": [{"id": "road", "name": "The road"}],
        "added": [{"id": "other", "name": "The road"}],
        "renamed": [],
    }


def test_a_timeline_of_another_title(site: Path, diff: Diff) -> None:
    changes = diff(site_yaml=FILES["site.yaml"].replace("title: The road", "title: The long road"))
    assert [(one["old"]["name"], one["new"]["name"]) for one in changes["timelines"]["renamed"]] == [
        ("The road", "The long road")
    ]
    assert changes["events"]["changed"] == changes["pages"]["added"] == []


def test_the_exit_code_tells_if_asked(site: Path, diff: Diff) -> None:
    diff(people_yaml="- name: Ama Darko\n  also: [Ama Owusu-Darko]\n")
    places = [str(site.parent / "old"), str(site / "public")]
    assert main(["diff", *places]) == 0
    assert main(["diff", *places, "--exit-code"]) == 1
    assert main(["diff", places[0], "nowhere", "--exit-code"]) == 2
    assert main(["diff", places[0]]) == 2
