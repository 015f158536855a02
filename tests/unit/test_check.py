"""`newsgen check`: what it finds, how it tells it to people and to tools, how it ends."""

import json
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace

from building.sites import write_site
from factories import make_clipping, make_person, make_reading
from newsgen.annotate import annotate
from newsgen.build import BuildOptions, CheckReport, build, check
from newsgen.build.notes import drop_answered, find_notes
from newsgen.build.places import Places
from newsgen.cli import main
from newsgen.config import load_config
from newsgen.errors import BuildError, ConfigError, Diagnostic
from newsgen.index import index
from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.records.clipping import Clipping
from newsgen.records.options import Judgement, ReadingOptions, SiteOptions
from newsgen.records.reading import Reading, UnresolvedMention, UnresolvedReason
from newsgen.resolve import resolve

LEXICON = load_lexicon()

GOOD = """\
The road to Tema is open again

Accra, March 12, 2024 (SHD) -- Ghana and Burkina Faso have reopened the road to the harbour.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one clipping in order and one without outlet and date."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "site.yaml").write_text("sources:\n  - {name: Sample Harbour Desk, aliases: [SHD]}\n")
    (tmp_path / "articles" / "good.txt").write_text(GOOD)
    (tmp_path / "articles" / "bare.txt").write_text(
        "Nobody says when\n\nThe bridge was closed, and then it was open.\n"
    )
    return tmp_path


def codes(report: CheckReport) -> list[tuple[str, str, str]]:
    return [(item.path, item.severity, item.code) for item in report.diagnostics]


def test_every_message_is_listed_and_nothing_is_published(site) -> None:
    report = check(site, BuildOptions(executor="serial"))
    assert codes(report) == [
        ("articles/bare.txt", "note", "no-date"),
        ("articles/bare.txt", "warning", "no-source"),
    ]
    assert report.clippings == 2
    assert not (site / "public").exists()


def test_check_and_build_gather_the_same(site) -> None:
    (site / "articles" / "broken.txt").write_bytes(b"%PDF-1.7")
    options = BuildOptions(executor="serial")
    assert check(site, options).diagnostics == build(site, site / "public", options).diagnostics


def test_the_memo_serves_both(site) -> None:
    options = BuildOptions(executor="serial")
    check(site, options)
    assert build(site, site / "public", options).parsed == 0


def test_a_year_that_nothing_tells_is_asked_for(site) -> None:
    (site / "articles" / "good.txt").write_text(GOOD.replace(", 2024", ""))
    notes = check(site, BuildOptions(executor="serial")).diagnostics
    assert "the year of publication is not known, only XXXX-03-12" in [item.message for item in notes]


# --- notes for the editor -------------------------------------------------------------------------------------------

TEXT = """\
Talks in Tema

**The ministers** met in Tema on Tuesday.

It was
said of Quaye-Botchwey that nobody else came. Quaye-Botchwey smiled.
"""


def leave_open(*, reason: UnresolvedReason = "person-or-not", header: str = "") -> tuple[Clipping, Reading]:
    """A clipping, and a reading of it that leaves one name open, where it stands first and where it stands again."""
    clipping = Clipping(path="articles/a.txt", text=header + TEXT, encoding="utf-8", digest="d")
    article = parse_article(clipping, ReadingOptions(), LEXICON)
    name = "Quaye-Botchwey"
    starts = [article.text.index(name), article.text.rindex(name)]
    mentions = [UnresolvedMention(start=at, end=at + len(name), surface=name, reason=reason) for at in starts]
    return clipping, Reading(article=article, unresolved=tuple(mentions))


def notes_of(clipping: Clipping, reading: Reading, *judgements: Judgement) -> list[Diagnostic]:
    entities = resolve([reading], judgements, LEXICON)
    archive = index([clipping], [reading], entities, SiteOptions(title=""), LEXICON)
    found = find_notes(
        [reading], lambda _: Places(reading.article, clipping.text), archive, judgements, LEXICON.gazetteer
    )
    return [item for item in found if item.code != "no-date"]


def test_a_name_left_open_is_told_once_at_its_place_with_what_to_do() -> None:
    (note,) = notes_of(*leave_open())
    assert (note.path, note.line, note.column, note.code) == ("articles/a.txt", 6, 9, "unresolved-mention")
    assert note.severity == "note"
    assert "“Quaye-Botchwey” may be a person's name" in note.message
    assert "`people:` in front matter" in note.hint
    assert "people.yaml" in note.hint


def test_lines_are_counted_from_the_top_of_the_file() -> None:
    (note,) = notes_of(*leave_open(header="---\nsource: SHD\n---\n"))
    assert (note.line, note.column) == (9, 9)


def note_dates(body: str) -> list[tuple[int, int, str]]:
    """Line, column and words of each note on an impossible date."""
    clipping = Clipping(path="articles/a.txt", text=f"# A report\n\n{body}\n", encoding="utf-8", digest="d")
    reading = annotate(parse_article(clipping, ReadingOptions(), LEXICON), LEXICON)
    notes = [note for note in notes_of(clipping, reading) if note.code == "impossible-date"]
    assert all(note.severity == "note" for note in notes)
    return [(note.line, note.column, note.message.split("”")[0].lstrip("“")) for note in notes]


def test_a_date_that_cannot_be_is_told_at_its_place() -> None:
    assert note_dates("The town fell on 31 February 2023.") == [(3, 18, "31 February 2023")]
    reversed_ = "The siege lasted from {}, the army said."
    for span in ("19 May 2023 to 12 May 2023", "May 19 to May 12, 2023"):
        assert note_dates(reversed_.format(span)) == [(3, 23, span)]


def test_dates_that_can_be_are_not_told() -> None:
    assert note_dates("The siege lasted from 12 May 2023 to 19 May 2023.") == []
    assert note_dates("The siege lasted from December 30 to January 2, 2023.") == []
    assert note_dates("The vote was moved from 19 May 2023 to 12 May 2023.") == []


def test_no_event_is_dated_by_a_time_that_ends_before_it_begins() -> None:
    clipping = Clipping(
        path="articles/a.txt",
        text="# A report\n\nThe siege of Timbuktu in Mali lasted from 19 May 2023 to 12 May 2023.\n",
        encoding="utf-8",
        digest="d",
    )
    reading = annotate(parse_article(clipping, ReadingOptions(), LEXICON), LEXICON)
    assert reading.reports == ()


def test_a_name_that_several_bear_is_told_with_them() -> None:
    clipping, reading = leave_open(reason="several-bear-it")
    people = make_person("Ama Quaye-Botchwey"), make_person("Kofi Quaye-Botchwey")
    people = tuple(replace(person, family="Quaye-Botchwey") for person in people)
    notes = notes_of(clipping, replace(reading, people=people))
    assert [note.message for note in notes if note.code == "unresolved-mention"] == [
        "“Quaye-Botchwey” may be Ama Quaye-Botchwey or Kofi Quaye-Botchwey"
    ]


@pytest.mark.parametrize("name", ["Quaye-Botchwey", "QUAYE-BOTCHWEY"])
def test_people_yaml_settles_a_name_for_good(name) -> None:
    judgement = Judgement(name=name, person=False, line=4)
    clipping, reading = leave_open()
    assert notes_of(clipping, reading, judgement) == []
    useless = Diagnostic(
        "people.yaml", 4, 0, "note", "unknown-name", "is taken for a person nowhere", "the entry can go"
    )
    other = replace(useless, line=9)
    assert list(drop_answered([useless, other], [reading], [judgement])) == [other]


def test_a_judgement_that_somebody_is_a_person_settles_nothing() -> None:
    assert notes_of(*leave_open(), Judgement(name="Quaye-Botchwey"))


def test_front_matter_settles_a_name() -> None:
    assert notes_of(*leave_open(header="---\npeople: [Ama Quaye-Botchwey]\n---\n")) == []


def test_people_who_may_be_one_are_told_once_with_reasons() -> None:
    readings = [
        make_reading("articles/a.txt", make_person("Joseph Biden", "President", countries=["US"])),
        make_reading("articles/b.txt", make_person("Joe Biden", "President", countries=["US"])),
    ]
    clippings = [make_clipping(reading) for reading in readings]
    entities = resolve(readings, (), LEXICON)
    pairs = [person.undecided for person in entities.people]
    assert all(pairs), "the example must be one that resolution leaves open"
    archive = index(clippings, readings, entities, SiteOptions(title=""), LEXICON)

    def find_places(position: int) -> Places:
        return Places(readings[position].article, clippings[position].text)

    (note,) = (
        item
        for item in find_notes(readings, find_places, archive, (), LEXICON.gazetteer)
        if item.code == "undecided-person"
    )
    assert note.path == "people.yaml"
    assert "“Joe Biden” and “Joseph Biden” may be one person: " in note.message
    assert "`also`" in note.hint
    assert "`not`" in note.hint


def test_people_of_one_name_are_told_apart_beside_a_draft(tmp_path: Path) -> None:
    """Fails if their articles are looked for among those of which the drafts were not left out."""
    clippings = {
        "0.txt": "---\ndraft: true\n---\n\nNot yet\n\nRain fell in Kenya.\n",
        "1.txt": "Road opened\n\nAccra, 11 May 2024\n\nMinister Kofi Mensah of Ghana met Ama Darko on 11 April 2024.\n",
        "2.txt": "Court sits\n\nLome, 12 May 2021\n\nThe singer Kofi Mensah of Togo sang a song.\n",
    }
    write_site(tmp_path, {"site.yaml": "title: x\n", **{f"articles/{name}": text for name, text in clippings.items()}})
    (note,) = (item for item in check(tmp_path, BuildOptions()).diagnostics if item.code == "undecided-person")
    assert "articles/1.txt" in note.message
    assert "articles/2.txt" in note.message


# --- how it ends ----------------------------------------------------------------------------------------------------

MESSAGES = (
    Diagnostic("articles/a b,c.txt", 3, 7, "warning", "no-source", "100 % of it:\nno outlet", "add one"),
    Diagnostic("articles/x.txt", 0, 0, "note", "no-date", "no date", ""),
    Diagnostic("articles/\x1b[2J\u202e.txt", 9, 0, "error", "not-text", "no text\x9b", "mend it"),
)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that comes to the messages above."""
    report = CheckReport(clippings=3, diagnostics=MESSAGES)
    monkeypatch.setattr("newsgen.cli.checking.check", lambda site, options, progress: report)


@pytest.mark.parametrize(
    ("severity", "strict", "code"),
    [("note", True, 0), ("warning", False, 0), ("warning", True, 1), ("error", False, 1), ("error", True, 1)],
)
@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_exit_codes(tmp_path, monkeypatch, severity, strict, code, form) -> None:
    report = CheckReport(clippings=1, diagnostics=(Diagnostic("a", 0, 0, severity, "c", "m"),))
    monkeypatch.setattr("newsgen.cli.checking.check", lambda site, options, progress: report)
    assert main(["check", str(tmp_path), "--format", form, *(["--strict"] if strict else [])]) == code


def test_people_read_a_line_for_each_message_and_their_number(told, tmp_path, capsys) -> None:
    assert main(["check", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "articles/a b,c.txt:3:7: warning[no-source]: 100 % of it:\\nno outlet (add one)",
        "articles/x.txt: note[no-date]: no date",
        "articles/\\x1b[2J\\u202e.txt:9: error[not-text]: no text\\x9b (mend it)",
        "Checked 3 clippings: 1 error, 1 warning and 1 note.",
    ]
    assert err == ""


def test_all_messages_are_listed_however_many(tmp_path, capsys, monkeypatch) -> None:
    many = tuple(Diagnostic(f"articles/{number}.txt", 0, 0, "note", "no-date", "m") for number in range(200))
    report = CheckReport(clippings=200, diagnostics=many)
    monkeypatch.setattr("newsgen.cli.checking.check", lambda site, options, progress: report)
    main(["check", str(tmp_path)])
    assert len(capsys.readouterr().out.splitlines()) == 201


def test_json(told, tmp_path, capsys) -> None:
    assert main(["check", str(tmp_path), "--format", "json"]) == 1
    out = capsys.readouterr().out
    assert out.replace("\n", "").isprintable()
    content = json.loads(out)
    assert {name: content[name] for name in ("clippings", "errors", "warnings", "notes")} == {
        "clippings": 3,
        "errors": 1,
        "warnings": 1,
        "notes": 1,
    }
    assert [Diagnostic(**item) for item in content["diagnostics"]] == list(MESSAGES)


def test_github_commands_are_escaped(told, tmp_path, capsys, monkeypatch) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["check", "site", "--format", "github"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "::warning file=site/articles/a b%2Cc.txt,line=3,col=7,title=no-source::100 %25 of it:%0Ano outlet (add one)",
        "::notice file=site/articles/x.txt,title=no-date::no date",
        "::error file=site/articles/\\x1b[2J\\u202e.txt,line=9,title=not-text::no text\\x9b (mend it)",
    ]


TEXT_MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}

SARIF = {
    "type": "object",
    "required": ["version", "$schema", "runs"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "name": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "properties": {"shortDescription": TEXT_MESSAGE},
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "ruleId", "level", "locations"],
                            "properties": {
                                "message": TEXT_MESSAGE,
                                "ruleIndex": {"type": "integer", "minimum": -1},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "locations": {
                                    "type": "array",
                                    "minItems": 1,
                                    "items": {
                                        "type": "object",
                                        "required": ["physicalLocation"],
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "required": ["artifactLocation"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "type": "object",
                                                        "required": ["uri"],
                                                        "properties": {"uri": {"pattern": "^[\\w/.%~-]+$"}},
                                                    },
                                                    "region": {
                                                        "type": "object",
                                                        "required": ["startLine"],
                                                        "properties": {
                                                            "startLine": {"type": "integer", "minimum": 1},
                                                            "startColumn": {"type": "integer", "minimum": 1},
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""What of the schema of SARIF 2.1.0 concerns a linter."""


def test_sarif(told, tmp_path, capsys, monkeypatch) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["check", "site", "--format", "sarif"]) == 1
    content = json.loads(capsys.readouterr().out)
    jsonschema.validate(content, SARIF)
    (run,) = content["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [item.code for item in MESSAGES]
    assert [result["level"] for result in run["results"]] == ["warning", "note", "error"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[0] == {
        "artifactLocation": {"uri": "site/articles/a%20b%2Cc.txt"},
        "region": {"startLine": 3, "startColumn": 7},
    }
    assert "region" not in places[1]
    assert places[2]["region"] == {"startLine": 9}


@pytest.mark.parametrize(
    ("name", "uri"), [("b\x1b[31m.txt", "b%1B%5B31m.txt"), ("c\nd.txt", "c%0Ad.txt"), ("e\\x1b.txt", "e%5Cx1b.txt")]
)
def test_tools_get_the_name_that_the_file_has(tmp_path, capsys, monkeypatch, name, uri) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / name).write_bytes(b"")
    shown = name.replace("\x1b", "\\x1b").replace("\n", "\\n")
    report = CheckReport(clippings=0, diagnostics=(Diagnostic(f"articles/{shown}", 0, 0, "error", "empty", "m"),))
    monkeypatch.setattr("newsgen.cli.checking.check", lambda site, options, progress: report)
    main(["check", ".", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["diagnostics"][0]["path"] == f"articles/{name}"
    main(["check", ".", "--format", "sarif"])
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == f"articles/{uri}"
    assert run["tool"]["driver"]["rules"][0]["shortDescription"] == {"text": "A clipping holds no text."}
    main(["check", ".", "--format", "github"])
    told = capsys.readouterr().out
    assert told.startswith(f"::error file=articles/{name}".replace("\x1b", "\\x1b").replace("\n", "%0A"))
    assert told.count("\n") == 1


@pytest.mark.parametrize(("error", "code"), [(BuildError, 1), (ConfigError, 2)])
def test_what_stops_a_check_is_told_as_everywhere(tmp_path, monkeypatch, capsys, error, code) -> None:
    def fail(site: Path, options: BuildOptions, *, progress: object) -> CheckReport:
        raise error(MESSAGES[0])

    monkeypatch.setattr("newsgen.cli.checking.check", fail)
    assert main(["check", str(tmp_path)]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("articles/a b,c.txt:3:7: warning[no-source]")
    assert main(["check", str(tmp_path), "--format", "json"]) == code
    assert json.loads(capsys.readouterr().out)["diagnostics"][0]["code"] == "no-source"


def test_a_wrong_configuration_is_2(site, capsys) -> None:
    (site / "site.yaml").write_text("titel: x\n")
    with pytest.raises(ConfigError):
        load_config(site, LEXICON.gazetteer.code_of)
    assert main(["check", str(site)]) == 2
    assert "did you mean `title`?" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["check", "no-such-folder"], ["check", "--format", "xml"]])
def test_a_wrong_call_is_2(arguments) -> None:
    assert main(arguments) == 2


# --- what a build says of notes -------------------------------------------------------------------------------------


def test_a_build_counts_the_editors_notes_and_tells_its_own(site, capsys) -> None:
    (site / "articles" / "late.txt").write_bytes("Le café de Téma\n\nLe café est ouvert.\n".encode("cp1252"))
    assert main(["build", str(site), "--jobs", "1"]) == 0
    out, err = capsys.readouterr()
    assert "Notes for the editor: 2 (`newsgen check` lists them)." in out.splitlines()
    assert "note[encoding]" in err
    assert "note[no-date]" not in err
    assert "warning[no-source]" in err
    main(["check", str(site)])
    assert capsys.readouterr().out.count("note[no-date]") == 2
