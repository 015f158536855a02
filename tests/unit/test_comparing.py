"""What differs between two sites, by their data alone."""

import json
from pathlib import Path
from typing import Any

import pytest

from newsgen.build.comparing.following import follow
from newsgen.build.comparing.sites import compare_sites
from newsgen.errors import UsageError
from newsgen.records.changes import Changes, FieldChange

Data = dict[str, Any]


def make_article(name: str, **fields: Any) -> Data:
    return {"id": name, "path": f"articles/{name}.txt", "headline": f"About {name}", "body": f"The text of {name}."} | (
        fields
    )


def make_person(name: str, **spellings: str) -> Data:
    """A person by id; `Ama_Darko="a b"` for a spelling and the articles that have it."""
    ways = [{"text": text.replace("_", " "), "articles": found.split()} for text, found in spellings.items()]
    articles = sorted({article for way in ways for article in way["articles"]})
    return {"id": name, "name": name.title(), "spellings": ways, "articles": articles}


def make_event(name: str, date: str, *reports: str, **fields: Any) -> Data:
    """An event whose reports are sentences `article/words`."""
    told = [{"article": report.partition("/")[0], "sentence": report} for report in reports]
    return {"id": name, "date": date, "text": f"Text of {name}.", "kind": "happened", "reports": told} | fields


def write_site(folder: Path, **data: list[Data]) -> str:
    """A site that has these articles, people, countries and events, and no more than it must."""
    pages = [f"articles/{one['id']}.html" for one in data.get("articles", [])]
    pages += [f"people/{one['id']}.html" for one in data.get("people", [])]
    for page in ("index.html", "timelines/road.html", *pages):
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        (folder / page).write_text("<title>x</title>")
    (folder / "data/timelines").mkdir(parents=True)
    lines = [json.dumps(article) + "\n" for article in data.get("articles", [])]
    (folder / "data/articles.jsonl").write_text("".join(lines))
    (folder / "data/people.json").write_text(json.dumps(data.get("people", [])))
    (folder / "data/countries.json").write_text(json.dumps(data.get("countries", [])))
    timeline = {"id": "road", "title": "The road", "events": data.get("events", [])}
    (folder / "data/timelines/road.json").write_text(json.dumps(timeline))
    return str(folder)


@pytest.fixture
def compare(tmp_path: Path):
    """What differs between two sites that have the same articles, if nothing else is said."""

    def run(old: dict[str, list[Data]], new: dict[str, list[Data]]) -> Changes:
        articles = {"articles": [make_article(name) for name in "abcdef"]}
        return compare_sites(
            write_site(tmp_path / "old", **articles | old), write_site(tmp_path / "new", **articles | new)
        )

    return run


# --- people ---------------------------------------------------------------------------------------------------------


def test_nothing_differs(compare) -> None:
    site = {
        "people": [make_person("ama", Ama="a b")],
        "events": [make_event("x", "2024-05", "a/1")],
        "countries": [{"id": "ghana", "code": "GH", "name": "Ghana"}],
    }
    changes = compare(site, site)
    assert changes.is_empty
    assert (changes.old.articles, changes.old.people, changes.old.events, changes.old.pages) == (6, 1, 1, 9)


def test_two_who_are_one_are_merged_whatever_the_id(compare) -> None:
    changes = compare(
        {"people": [make_person("omar", Omar="a"), make_person("ama", Ama="b c")]},
        {"people": [make_person("kofi", Omar="a", Ama="b c")]},
    )
    (merged,) = changes.people.merged
    assert ([one.id for one in merged.old], merged.new.id, merged.new.articles) == (["ama", "omar"], "kofi", 3)
    assert changes.people.renamed == changes.people.added == changes.people.removed == ()


def test_one_who_is_two_is_split(compare) -> None:
    changes = compare(
        {"people": [make_person("ama", Ama="a b", Omar="c")]},
        {"people": [make_person("ama", Ama="a b"), make_person("omar", Omar="c")]},
    )
    (split,) = changes.people.split
    assert (split.old.id, [one.id for one in split.new]) == ("ama", ["ama", "omar"])
    assert changes.people.added == ()


def test_another_name_or_another_page_is_a_renaming(compare) -> None:
    changes = compare(
        {"people": [make_person("ama", Ama="a"), make_person("kofi", Kofi="b")]},
        {"people": [make_person("ama-2", Ama="a"), make_person("kofi", Kofi="b") | {"name": "Kofi A."}]},
    )
    assert [(one.old.id, one.new.id, one.new.name) for one in changes.people.renamed] == [
        ("ama", "ama-2", "Ama-2"),
        ("kofi", "kofi", "Kofi A."),
    ]


def test_a_spelling_that_is_somebody_elses_has_moved(compare) -> None:
    changes = compare(
        {"people": [make_person("ama", Ama="a b c", Darko="d"), make_person("kofi", Kofi="d e f")]},
        {"people": [make_person("ama", Ama="a b c"), make_person("kofi", Kofi="d e f", Darko="d")]},
    )
    (moved,) = changes.people.moved
    assert (moved.text, moved.articles, moved.old.id, moved.new.id) == ("Darko", ("d",), "ama", "kofi")
    assert changes.people == type(changes.people)(moved=(moved,))


def test_who_is_gone_and_who_is_new(compare) -> None:
    changes = compare(
        {"people": [make_person("ama", Ama="a")]}, {"people": [make_person("kofi", Kofi="a b"), make_person("yaw")]}
    )
    assert [one.id for one in changes.people.removed] == ["ama"]
    assert [one.id for one in changes.people.added] == ["kofi", "yaw"]


def test_a_person_stays_the_same_in_an_article_that_is_called_otherwise(compare) -> None:
    changes = compare(
        {"articles": [make_article("a")], "people": [make_person("ama", Ama="a")]},
        {
            "articles": [make_article("better", path="articles/a.txt")],
            "people": [make_person("ama", Ama="better")],
        },
    )
    assert changes.people == type(changes.people)()


def test_who_shares_nothing_is_known_by_the_id() -> None:
    followed = follow({"ama": {1}, "kofi": {2}}, {"ama": {3}, "yaw": {2}})
    assert list(followed.pairs()) == [("ama", "ama"), ("kofi", "yaw")]


def test_most_marks_decide_and_the_order_does_not() -> None:
    old = {"a": {1, 2, 3}, "b": {4, 5}}
    new = {"b": {1, 2, 4}, "c": {5}}
    turned = [dict(reversed(side.items())) for side in (old, new)]
    assert follow(old, new) == follow(*turned)
    assert list(follow(old, new).merged()) == [(("a", "b"), "b")]
    assert list(follow(old, new).split()) == [("b", ("b", "c"))]


# --- events ---------------------------------------------------------------------------------------------------------


def test_an_event_with_another_date_and_id_is_the_same(compare) -> None:
    changes = compare(
        {"events": [make_event("x", "2024-05", "a/1", "b/1")]},
        {"events": [make_event("y", "2024-05-19", "a/1", "c/1", text="Text of x.")]},
    )
    (event,) = changes.events.changed
    assert event.fields == (
        FieldChange(field="date", old="2024-05", new="2024-05-19"),
        FieldChange(field="sources", removed=("b",), added=("c",)),
    )
    assert changes.events.added == changes.events.removed == ()


def test_events_join_and_part(compare) -> None:
    changes = compare(
        {
            "events": [
                make_event("p", "2023", "a/1"),
                make_event("q", "2022", "b/1"),
                make_event("r", "2024", "c/1", "d/1"),
            ]
        },
        {
            "events": [
                make_event("p", "2023", "a/1", "b/1"),
                make_event("r", "2024", "c/1"),
                make_event("s", "2024", "d/1"),
            ]
        },
    )
    assert [([one.id for one in event.old], event.new.id) for event in changes.events.merged] == [(["q", "p"], "p")]
    assert [(event.old.id, [one.id for one in event.new]) for event in changes.events.split] == [("r", ["r", "s"])]
    assert changes.events.changed == ()


def test_an_event_of_the_editor_is_known_by_its_id(compare) -> None:
    changes = compare(
        {"events": [make_event("p", "2023"), make_event("q", "2022", "a/1")]},
        {"events": [make_event("p", "2024", title="A title"), make_event("n", "2021", "b/1")]},
    )
    assert [change.field for change in changes.events.changed[0].fields] == ["date", "text"]
    assert [event.id for event in (*changes.events.removed, *changes.events.added)] == ["q", "n"]


def test_dates_and_numbers_are_told_where_reports_come_to_differ_or_no_longer_do(compare) -> None:
    def give(*dates: str, **figures: int) -> Data:
        return make_event(
            "x",
            "2024-05-02",
            "a/1",
            dates=[{"date": date, "articles": []} for date in dates],
            figures=[{"unit": "dead", "value": value, "articles": []} for value in figures.values()],
        )

    (event,) = compare(
        {"events": [give("2024-05-02", "2024-05", a=12, b=1400)]}, {"events": [give("2024-05-02", "2024-05-03")]}
    ).events.changed
    assert event.fields == (
        FieldChange(field="dates", added=("2024-05-02", "2024-05-03")),
        FieldChange(field="figures", removed=("12 dead", "1,400 dead")),
    )


def test_a_new_timeline_does_not_change_the_events_on_it(compare, tmp_path: Path) -> None:
    event = make_event("x", "2024-05-02", "a/1")
    compare({"events": [event]}, {"events": [event]})
    for name in ("timelines/{}.html", "data/timelines/{}.json"):
        road = tmp_path / "new" / name.format("road")
        road.with_stem("river").write_text(road.read_text().replace("road", "river"))
    changes = compare_sites(str(tmp_path / "old"), str(tmp_path / "new"))
    assert ([one.id for one in changes.timelines.added], changes.events.changed) == (["river"], ())


def test_less_exact_dates_do_not_differ(compare) -> None:
    dates = [{"date": date, "articles": []} for date in ("2024-05-02", "2024-05", "XXXX-05-02")]
    event = make_event("x", "2024-05-02", "a/1")
    assert compare({"events": [event]}, {"events": [event | {"dates": dates}]}).is_empty


# --- articles, countries, pages -------------------------------------------------------------------------------------


def test_each_field_is_told(compare) -> None:
    old = make_article(
        "a",
        published="2024-05",
        dateline={"place": "Accra", "country": "GH", "date": "2024-05", "agency": None},
        countries=[{"name": "Ghana", "primary": True}],
        people=[{"id": "ama", "name": "Ama"}, {"id": "kofi", "name": "Kofi"}],
        dates=[{"text": "May", "value": "2024-05"}],
        events=[{"date": "2024-05", "text": "It began."}],
        url=None,
    )
    new = make_article(
        "a-2",
        path="articles/a.txt",
        headline="Better",
        published="2024-06",
        source="Desk",
        byline="X",
        dateline=None,
        language="en",
        url="https://example.org/",
        countries=[{"name": "Ghana", "primary": False}],
        people=[{"id": "ama-2", "name": "Ama"}, {"id": "yaw", "name": "Yaw"}],
        body="Other.",
    )
    changes = compare(
        {
            "articles": [old, make_article("b")],
            "people": [make_person("ama", Ama="a b"), make_person("kofi", Kofi="a")],
        },
        {
            "articles": [new, make_article("b")],
            "people": [make_person("ama-2", Ama="a-2 b"), make_person("yaw", Yaw="a-2")],
        },
    )
    (article,) = changes.articles.changed
    assert [(change.field, change.old, change.new, change.removed, change.added) for change in article.fields] == [
        ("id", "a", "a-2", (), ()),
        ("headline", "About a", "Better", (), ()),
        ("published", "2024-05", "2024-06", (), ()),
        ("source", None, "Desk", (), ()),
        ("byline", None, "X", (), ()),
        ("dateline", "Accra, GH, 2024-05", None, (), ()),
        ("language", None, "en", (), ()),
        ("url", None, "https://example.org/", (), ()),
        ("countries", None, None, ("Ghana (about it)",), ("Ghana",)),
        ("people", None, None, ("Kofi",), ("Yaw",)),
        ("dates", None, None, ("May: 2024-05",), ()),
        ("events", None, None, ("2024-05: It began.",), ()),
        ("body", None, None, (), ()),
    ]


def test_a_copy_whose_clipping_is_gone_is_gone(compare) -> None:
    copy = make_article("b", body="The text of a.")
    changes = compare({"articles": [copy, make_article("a")]}, {"articles": [make_article("a"), make_article("c")]})
    assert [one.id for one in changes.articles.removed] == ["b"]
    assert [one.id for one in changes.articles.added] == ["c"]
    assert changes.articles.changed == ()


def test_articles_dated_otherwise_come_first(compare) -> None:
    changes = compare(
        {"articles": [make_article("a"), make_article("b")]},
        {"articles": [make_article("a", headline="x"), make_article("b", published="2024")]},
    )
    assert [one.new.id for one in changes.articles.changed] == ["b", "a"]


def test_countries_and_timelines_come_and_go(compare, tmp_path: Path) -> None:
    changes = compare(
        {"countries": [{"id": "ghana", "code": "GH", "name": "Ghana"}]}, {"countries": [{"id": "t", "code": "TG"}]}
    )
    assert [one.name for one in (*changes.countries.removed, *changes.countries.added)] == ["Ghana", "t"]
    (tmp_path / "new/timelines/road.html").unlink()
    changes = compare_sites(str(tmp_path / "old"), str(tmp_path / "new"))
    assert [one.name for one in changes.timelines.removed] == ["The road"]


def test_what_is_called_otherwise_is_told(compare, tmp_path: Path) -> None:
    country = {"id": "burma", "code": "MM", "name": "Burma"}
    compare({"countries": [country]}, {"countries": [country | {"id": "myanmar", "name": "Myanmar"}]})
    data = tmp_path / "new/data/timelines/road.json"
    data.write_text(data.read_text().replace("The road", "The long road"))
    changes = compare_sites(str(tmp_path / "old"), str(tmp_path / "new"))
    for named, names in (
        (changes.countries, ("Burma", "Myanmar", "myanmar")),
        (changes.timelines, ("The road", "The long road", "road")),
    ):
        assert [(one.old.name, one.new.name, one.new.id) for one in named.renamed] == [names]
        assert named.removed == named.added == ()
    assert not changes.is_empty


def test_an_old_page_leads_on(compare, tmp_path: Path) -> None:
    compare({"people": [make_person("ama"), make_person("kofi")]}, {"people": [make_person("yaw")]})
    page = '<meta http-equiv="refresh" content="0; url=../people/ya%77.html">'
    (tmp_path / "new/people/ama.html").write_text(page)
    pages = compare_sites(str(tmp_path / "old"), str(tmp_path / "new")).pages
    assert [(page.path, page.to) for page in pages.redirected] == [("people/ama.html", "people/yaw.html")]
    assert (pages.removed, pages.added) == (("people/kofi.html",), ("people/yaw.html",))


# --- what cannot be compared ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "data", "told"),
    [
        (
            "people.json",
            b'[{"id": "x",\n "name": tru}]',
            ":2:10: error[site-data]: this data file is damaged: Expecting",
        ),
        (
            "people.json",
            b'[{"id":\n "\xc3\xa9\xff"}]',
            ":2:5: error[site-data]: this data file is damaged: it is no UTF-8",
        ),
        ("people.json", b'{"a": 1}', ": error[site-data]: this is not what newsgen writes"),
        ("people.json", b'[{"x": ' + b"[" * 100_000, ": error[site-data]: this data file is damaged: it is nested"),
        ("people.json", None, ": error[site-data]: this data file is not there"),
        ("articles.jsonl", b'{"id": "a"}\n\n{"id": }\n', ":3:8: error[site-data]: this data file is damaged"),
        ("articles.jsonl", b'{"id": "a"}\n{"id": 1}\n', ":2: error[site-data]: this is not what"),
        ("articles.jsonl", None, ": error[site-data]: this data file is not there"),
        ("countries.json", b"", ":1:1: error[site-data]: this data file is damaged"),
        ("timelines/road.json", b"[]", ": error[site-data]: this is not"),
        ("timelines/road.json", None, ": error[site-data]: this data file is not there"),
        (
            "schema/people.json",
            b'{"$id": "newsgen:people:3"}',
            ": error[site-data]: the data files of this site are of",
        ),
    ],
)
def test_data_that_cannot_be_used_is_told_with_its_place(
    tmp_path: Path, path: str, data: bytes | None, told: str
) -> None:
    old, new = write_site(tmp_path / "old"), write_site(tmp_path / "new")
    file = tmp_path / "new/data" / path
    file.parent.mkdir(exist_ok=True)
    if data is None:
        file.unlink()
    else:
        file.write_bytes(data)
    with pytest.raises(UsageError) as caught:
        compare_sites(old, new)
    assert str(caught.value).startswith(f"{new}/data/{path}{told}")


def test_a_schema_of_this_version_is_right(tmp_path: Path) -> None:
    old, new = write_site(tmp_path / "old"), write_site(tmp_path / "new")
    (tmp_path / "new/data/schema").mkdir()
    (tmp_path / "new/data/schema/people.json").write_text('{"$id": "newsgen:people:1"}')
    assert compare_sites(old, new).is_empty


def test_no_site_and_one_site_twice_are_told(tmp_path: Path) -> None:
    old = write_site(tmp_path / "old")
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(old)
    for place, code in (("none", "no-site"), ("empty", "no-site"), ("old", "same-site"), ("link", "same-site")):
        with pytest.raises(UsageError) as caught:
            compare_sites(old, str(tmp_path / place))
        assert [item.code for item in caught.value.diagnostics] == [code]


def test_what_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = write_site(tmp_path / "old"), write_site(tmp_path / "new")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UsageError, match=r"road\.json: error\[site-data\]: .* cannot be read: Permission denied"):
        compare_sites(old, new)


@pytest.mark.parametrize("name", ["Anna", "Bergson"])
def test_one_whom_only_front_matter_lists_is_merged(compare, name: str) -> None:
    listed = {"id": "anna", "name": "Anna", "spellings": [], "articles": ["a"]}
    new = make_person(name.lower(), Bergson="b") | {"articles": ["a", "b"]}
    changes = compare({"people": [listed, make_person("bergson", Bergson="b")]}, {"people": [new]})
    [merged] = changes.people.merged
    assert {one.id for one in merged.old} == {"anna", "bergson"}
    assert (changes.people.removed, changes.people.renamed, changes.people.moved) == ((), (), ())
