"""`newsgen people` on a real archive: what it lists, what it writes, and what a build makes of it."""

import json
import shlex
from pathlib import Path

import pytest

from building.sites import build_site, write_site
from newsgen.build.judging import Judged, warn_of_parted
from newsgen.cli import main
from newsgen.records.entities import Person, Spelling

pytestmark = pytest.mark.usefixtures("at_once")

ARTICLES = {
    f"articles/{place.lower()}{day}.txt": (
        f"Talks in {place}, day {day}\n\n{place}, March {day}, 2024 (SHD) -- U.S. President {name} said in {place} on"
        f" Tuesday that the road was open. Later {name.split()[-1]} left.\n"
    )
    for place, name, days in (("Accra", "Joe Barden", (12, 13, 14)), ("Lome", "Joseph Barden", (15, 16)))
    for day in days
}
ROADS = {
    "articles/modi.txt": "A road in India\n\nDelhi, March 18, 2024 (SHD) -- Prime Minister Narendra Modi opened it.\n",
    "articles/mody.txt": "Rain in India\n\nDelhi, March 19, 2024 (SHD) -- Prime Minister Narendra Mody saw rain.\n",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with two people who may be one, and two spellings of one; the current folder."""
    folder = write_site(tmp_path / "site", ARTICLES | ROADS)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NO_COLOR", "1")
    return folder


def built_people(site: Path) -> dict[str, int]:
    """Name and number of articles of each person in the built site."""
    build_site(site)
    people = json.loads((site / "public" / "data" / "people.json").read_text("utf-8"))
    return {person["name"]: len(person["articles"]) for person in people}


def test_the_example_has_two_who_may_be_one(site) -> None:
    assert built_people(site) == {"Joe Barden": 3, "Joseph Barden": 2, "Narendra Modi": 2}


# --- the listing ----------------------------------------------------------------------------------------------------


def test_the_listing_has_people_spellings_and_pairs_with_commands(site, capsys) -> None:
    assert main(["people"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert "2 pages: Joe Barden (3 articles) and Joseph Barden (2 articles)" in lines
    assert '    newsgen people same "Joe Barden" "Joseph Barden"' in lines
    assert '    newsgen people different "Joe Barden" "Joseph Barden"' in lines
    assert "2  Narendra Modi: Narendra Modi 1, Narendra Mody 1" in lines
    assert lines[-1] == "3 people, 1 pair undecided."


def test_a_name_in_capitals_has_no_line_of_its_own(site, capsys) -> None:
    text = ARTICLES["articles/accra12.txt"].replace("Joe Barden", "Joe BARDEN")
    write_site(site, {"articles/accra12.txt": text})
    assert main(["people", "--named", "barden"]) == 0
    assert "3  Joe Barden: Barden 3, Joe Barden 3" in capsys.readouterr().out.splitlines()


def test_who_is_no_person_is_listed_with_the_editors_note(site, capsys) -> None:
    text = "- name: Open Road\n  also: [Old Road]\n  person: false\n  note: |\n    a motto,\n    no name\n"
    write_site(site, {"people.yaml": text})
    assert main(["people"]) == 0
    out = capsys.readouterr().out
    assert "\nOpen Road: Old Road  [people.yaml:1]\n    a motto,\n    no name\n" in out
    assert main(["people", "--named", "old road", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["nobodies"] == [
        {"names": ["Open Road", "Old Road"], "note": "a motto,\nno name", "judged": 1}
    ]
    assert main(["people", "--named", "Barden"]) == 0
    assert "No person" not in capsys.readouterr().out


@pytest.mark.parametrize("call", [["people", "SITE"], ["people", "-C", "SITE"], ["people", "list", "SITE"]])
def test_the_folder_may_be_another_one(site, capsys, monkeypatch, call) -> None:
    monkeypatch.chdir(site.parent)
    assert main([site.name if word == "SITE" else word for word in call]) == 0
    assert (
        f'    newsgen people same -C {site.name} "Joe Barden" "Joseph Barden"' in capsys.readouterr().out.splitlines()
    )


@pytest.mark.parametrize("verb", ["same", "different"])
def test_the_commands_that_are_told_decide_the_pair(site, capsys, verb) -> None:
    main(["people", "--undecided"])
    (command,) = [line for line in capsys.readouterr().out.splitlines() if f"people {verb} " in line]
    program, *arguments = shlex.split(command)
    assert program == "newsgen"
    assert main(arguments) == 0
    main(["people", "--undecided"])
    assert capsys.readouterr().out.splitlines()[-1] == "0 pairs undecided."


SANI = {
    "articles/budget.txt": "Budget in Niamey\n\nNiamey, March 1, 2022 (SHD) -- Finance Minister Ibrahim Sani of Niger"
    " presented the budget. Sani said taxes would fall.\n",
    "articles/barracks.txt": "Barracks in Yaounde\n\nYaounde, March 2, 2022 (SHD) -- General Ibrahim Sani of Cameroon"
    " opened barracks. Sani smiled.\n",
}


@pytest.mark.parametrize(("verb", "people"), [("same", 1), ("different", 2)])
def test_the_commands_decide_where_both_are_shown_alike(tmp_path, monkeypatch, capsys, verb, people) -> None:
    monkeypatch.chdir(write_site(tmp_path / "site", SANI))
    main(["people", "--undecided"])
    out = capsys.readouterr().out
    assert (
        "Ibrahim Sani (1 article: Finance Minister, Niger, articles/budget.txt) and "
        "Ibrahim Sani (1 article: General, Cameroon, articles/barracks.txt)"
    ) in out
    (command,) = [line for line in out.splitlines() if f"people {verb} " in line]
    assert main(shlex.split(command)[1:]) == 0
    capsys.readouterr()
    main(["people"])
    told = f"{people} pe{'rson' if people == 1 else 'ople'}, 0 pairs undecided."
    assert capsys.readouterr().out.splitlines()[-1] == told


def test_who_is_written_alike_everywhere_is_told_apart_in_front_matter(tmp_path, monkeypatch, capsys) -> None:
    texts = {path: text.replace("General Ibrahim", "Goalkeeper Ibrahim") for path, text in SANI.items()}
    third = "Roads in Lagos\n\nLagos, March 12, 2022 (SHD) -- Ibrahim Sani spoke of roads.\n"
    monkeypatch.chdir(write_site(tmp_path / "site", texts | {"articles/roads.txt": third}))
    main(["people", "--undecided"])
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert 'if two: people: ["Ibrahim Sani (Cameroon)"] in articles/barracks.txt' in lines
    assert 'if one: people: ["Ibrahim Sani (roads)"] in articles/roads.txt and articles/budget.txt' in lines


def test_the_listing_can_be_narrowed(site, capsys) -> None:
    assert main(["people", "--named", "MÓDY"]) == 0
    out = capsys.readouterr().out
    assert "Narendra Modi" in out
    assert "Barden" not in out
    assert main(["people", "--named", "joseph"]) == 0
    out = capsys.readouterr().out
    assert "newsgen people same" in out
    assert out.splitlines()[-1] == "1 person, 1 pair undecided."


def test_json(site, capsys) -> None:
    assert main(["people", "--json"]) == 0
    content = json.loads(capsys.readouterr().out)
    assert [person["name"] for person in content["people"]] == ["Joe Barden", "Joseph Barden", "Narendra Modi"]
    (pair,) = content["undecided"]
    assert (pair["ids"], pair["pages"], pair["articles"]) == (["joe-barden", "joseph-barden"], 2, [3, 2])
    assert pair["commands"][0] == ["newsgen", "people", "same", "Joe Barden", "Joseph Barden"]


def test_who_is_judged_is_listed_with_the_line(site, capsys) -> None:
    main(["people", "same", "Joe Barden", "Joseph Barden"])
    capsys.readouterr()
    main(["people"])
    assert "[people.yaml:2]" in capsys.readouterr().out


# --- judgements through the build -----------------------------------------------------------------------------------


def test_same_makes_one_person_and_stays(site, capsys) -> None:
    assert main(["people", "same", "Joe Barden", "Joseph Barden"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines()[:4] == [
        "Wrote people.yaml:",
        "    1 + # Who is the same, and who is not. These judgements win over every rule.",
        "    2 + - name: Joe Barden",
        "    3 +   also: [Joseph Barden]",
    ]
    assert out.splitlines()[4].startswith("“Joe Barden” is in 5 articles, as ")
    for _ in range(2):
        assert built_people(site) == {"Joe Barden": 5, "Narendra Modi": 2}
    write_site(site, {"articles/new.txt": ARTICLES["articles/lome15.txt"].replace("15", "17")})
    assert built_people(site) == {"Joe Barden": 6, "Narendra Modi": 2}


def test_a_spelling_that_the_rules_gave_to_a_judged_person_is_not_taken_away(site, capsys) -> None:
    (site / "people.yaml").write_text("- name: Narendra Modi\n", "utf-8")
    assert main(["people", "same", "Narendra Mody", "Joe Barden"]) == 0
    assert (site / "people.yaml").read_text("utf-8") == "- name: Narendra Modi\n  also: [Narendra Mody, Joe Barden]\n"
    assert "is somebody else" not in capsys.readouterr().err
    assert built_people(site) == {"Narendra Modi": 5, "Joseph Barden": 2}


def test_the_entry_of_the_first_name_takes_the_other_in(site) -> None:
    text = "- name: Joseph Barden\n  note: a\n- name: Joe Barden\n  note: b\n"
    (site / "people.yaml").write_text(text, "utf-8")
    assert main(["people", "same", "Joe Barden", "Joseph Barden"]) == 0
    assert (site / "people.yaml").read_text("utf-8").startswith("# Joseph Barden: a\n- name: Joe Barden\n")
    assert "Joe Barden" in built_people(site)


def test_different_makes_two_people_and_stays(site) -> None:
    assert main(["people", "different", "Narendra Modi", "Narendra Mody"]) == 0
    for _ in range(2):
        assert built_people(site) == {"Joe Barden": 3, "Joseph Barden": 2, "Narendra Modi": 1, "Narendra Mody": 1}


def test_not_a_person_takes_the_page_away(site, capsys) -> None:
    assert main(["people", "not-a-person", "Narendra Modi", "Narendra Mody"]) == 0
    assert "“Narendra Mody” is nobody's name now." in capsys.readouterr().out
    assert built_people(site) == {"Joe Barden": 3, "Joseph Barden": 2}


def test_judging_twice_writes_once(site, capsys) -> None:
    call = ["people", "same", "Joe Barden", "Joseph Barden"]
    main(call)
    before = (site / "people.yaml").read_bytes()
    capsys.readouterr()
    assert main(call) == 0
    assert capsys.readouterr().out.splitlines()[0] == "people.yaml says so already; nothing was written."
    assert (site / "people.yaml").read_bytes() == before


def test_the_rest_of_the_file_stays(site) -> None:
    before = "# mine\r\n- name: Joe Barden  # him\r\n  note: 'x'\r\n# end\r\n"
    write_site(site, {"people.yaml": before.encode()})
    main(["people", "-C", str(site), "same", "JOE BARDEN", "Joseph Barden"])
    after = (site / "people.yaml").read_bytes().decode()
    assert after == before.replace("# him\r\n", "# him\r\n  also: [Joseph Barden]\r\n")


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (["different", "Joe Barden", "joseph barden"], "people.yaml:2:10: error[contradiction]"),
        (["not-a-person", "Joe Barden"], "people.yaml:1:9: error[contradiction]"),
        (["same", "Joe Barden", "Narendra Modi"], "people.yaml:3:9: error[contradiction]"),
        (["not-a-person", "President Joseph Barden"], "two entries speak of “Joseph Barden”"),
        (["same", "Joe Barden", " "], "an argument is empty"),
        (["same", "Joe Barden", "Joe\x07"], "cannot be a name"),
    ],
)
def test_what_contradicts_is_refused_and_nothing_is_written(site, capsys, call, told) -> None:
    text = "- name: Joe Barden\n  also: [Joseph Barden]\n  not: [Narendra Modi]\n"
    write_site(site, {"people.yaml": text})
    assert main(["people", *call]) == 2
    assert told in capsys.readouterr().err
    assert (site / "people.yaml").read_text() == text


def test_a_name_that_no_article_has_is_a_warning_with_those_near(site, capsys) -> None:
    assert main(["people", "same", "Joe Barden", "Josef Barden"]) == 0
    err = capsys.readouterr().err
    assert err.startswith(
        "Josef Barden: warning[unknown-name]: no article names “Josef Barden”: the judgement in line 3 of people.yaml"
    )
    assert "did you mean “Joe Barden” or “Joseph Barden”?" in err


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (
            ["not-a-person", "Talks in Accra"],
            "Talks in Accra: note[unknown-name]: “Talks in Accra” is taken for a person",
        ),
        (
            ["same", "Joe Barden", "Talks in Accra"],
            "Talks in Accra: warning[unknown-name]: “Talks in Accra” is taken",
        ),
    ],
)
def test_words_that_are_nobodys_name_are_told(site, capsys, call, told) -> None:
    assert main(["people", *call]) == 0
    assert capsys.readouterr().err.startswith(told)


def test_names_of_one_article_that_stay_together_are_told(site, capsys) -> None:
    text = ROADS["articles/modi.txt"].replace("it.", "it. Narendra Mody, the prime minister, spoke.")
    write_site(site, {"articles/modi.txt": text})
    assert main(["people", "different", "Narendra Modi", "Narendra Mody"]) == 0
    assert capsys.readouterr().err.startswith(
        "articles/modi.txt: warning[not-kept]: this article takes “Narendra Modi” and “Narendra Mody” for one person ("
    )


@pytest.mark.parametrize("call", [["same", "A"], ["different", "A"], ["not-a-person"], ["same"], ["nowhere"]])
def test_wrong_calls(site, call) -> None:
    assert main(["people", *call]) == 2
    assert not (site / "people.yaml").exists()


# --- export and import ----------------------------------------------------------------------------------------------

JUDGED = """\
- name: Joe Barden
  also: [Joseph Barden, J. Bärden]
  not: [Jill Barden]
  note: "why: so"
- name: Open Road
  person: false
  note: |-
    a sentence that begins so,

    and nobody's name
"""


@pytest.mark.parametrize("name", ["judged.jsonl", "judged.tsv"])
def test_what_is_exported_comes_back(site, capsys, name) -> None:
    write_site(site, {"people.yaml": JUDGED})
    assert main(["people", "export", name]) == 0
    assert capsys.readouterr().out == f"Wrote 2 judgements to {name}.\n"
    before = Path(name).read_bytes()
    assert main(["people", "import", name]) == 0
    assert (site / "people.yaml").read_text() == JUDGED
    (site / "people.yaml").unlink()
    assert main(["people", "import", name]) == 0
    assert (site / "people.yaml").read_text().splitlines()[1:] == JUDGED.replace('"', "'").splitlines()
    assert main(["people", "export", name]) == 0
    assert Path(name).read_bytes() == before


def test_an_import_knows_pages_and_names_and_tells_what_it_left_out(site, capsys) -> None:
    lines = [
        ["NK-3dZ", "joseph-barden", "positive", None, "someone", "2024-01-01T10:00"],
        ["NK-3dZ", "joe-barden", "positive", None, "someone", "2024-01-01T10:00"],
        ["Narendra Mody", "Narendra Modi", "negative", None, None, None],
        ["joe-barden", "narendra-modi", "unsure", 0.4, None, None],
        ["NK-3dZ", "us-ofac-17", "positive", None, None, None],
    ]
    write_site(site, {"in.jsonl": "".join(json.dumps(line) + "\n" for line in lines)})
    assert main(["people", "import", "in.jsonl"]) == 0
    out, err = capsys.readouterr()
    assert err.splitlines() == [
        "in.jsonl:5:12: warning[import]: nobody in the archive has the id “us-ofac-17”: it is left out"
        " (give the id of a page, as in people/ID.html, or a name that an article writes)"
    ]
    assert "Passed over 1 line without a decision." in out
    assert built_people(site) == {"Joseph Barden": 5, "Narendra Modi": 1, "Narendra Mody": 1}


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("in.jsonl", "[1, 2]\n", "in.jsonl:1:2: error[import]: the first id must be a text in quotation marks"),
        ("in.jsonl", ' {"a": 1}\n', "in.jsonl:1:2: error[import]: a line of a resolver is a list in brackets"),
        ("in.jsonl", '["a", "b"]\n', "in.jsonl:1:11: error[import]: the decision is missing"),
        ("in.jsonl", '\n["a", "b", "maybe"]\n', "in.jsonl:2:12: error[import]: “maybe” is no decision (write one of "),
        ("in.jsonl", '["a", "b" "unsure"]\n', "in.jsonl:1:11: error[import]: this is no line of a resolver"),
        ("in.jsonl", '["a", "b", "unsure"] x\n', "in.jsonl:1:22: error[import]: nothing may stand behind the list"),
        ("in.jsonl", '["a", "\\ud800", "unsure"]\n', "in.jsonl:1:7: error[import]: this is no text"),
        ("in.jsonl", '["a", "b', "in.jsonl:1:7: error[import]"),
        ("in.jsonl", "[" * 100_000, "in.jsonl:1:2: error[import]"),
        (
            "in.jsonl",
            '["NK-x", "name-Kofi-A", "positive"]\n["NK-x", "name-Yaa-B", "positive"]\n'
            '["NK-x", "name-Yaa-B", "negative"]\n',
            "in.jsonl:3:10: error[contradiction]: “Yaa B” stands under `not` here and, in line 2, among the names of",
        ),
        ("in.tsv", "key\tid\tname\nA\ta\n", "in.tsv:2:4: error[import]: the name is missing: a line must have a key"),
        ("in.tsv", "A\ta\tA\n \ta\tA\n", "in.tsv:2:2: error[import]: the key is missing"),
        ("in.tsv", "kee\tid\tname\nA\ta\tA\n", "in.tsv:1:1: error[import]: the table has no column `key`"),
        (
            "in.tsv",
            "A B\ta\tA B\nC D\tc\tC D\nA B\tc\tC D\n",
            "in.tsv:3:1: error[contradiction]: “A B” belongs to two entries, in line 1 and in line 3",
        ),
        ("in.tsv", "Joe Barden\t-\tJoe Barden\n", "in.tsv:1:1: error[contradiction]: “Joe Barden” cannot be imported"),
        ("in.txt", "", "in.txt: error[no-format]"),
        ("in.tsv", b"\xff", "in.tsv:1:1: error[encoding]"),
    ],
)
def test_faults_of_an_import_stop_it(site, capsys, name, text, told) -> None:
    write_site(site, {"people.yaml": JUDGED, name: text})
    assert main(["people", "import", name]) == 2
    assert told in capsys.readouterr().err
    assert (site / "people.yaml").read_text() == JUDGED


def test_a_missing_file_is_told(site, capsys) -> None:
    assert main(["people", "import", "in.tsv"]) == 2
    assert "in.tsv: error[no-file]: there is no such file" in capsys.readouterr().err


def test_an_export_overwrites_no_other_file(site, capsys) -> None:
    write_site(site, {"notes.txt": "mine"})
    assert main(["people", "export", "notes.txt", "--format", "tsv"]) == 2
    assert "is not overwritten" in capsys.readouterr().err
    assert Path("notes.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("word", "says"),
    [("sam", "did you mean `newsgen people same`?"), ("xyzzy", "the commands are list, same, different")],
)
def test_a_word_that_is_neither_command_nor_folder_is_told_as_such(site, capsys, word, says) -> None:
    assert main(["people", word, "A", "B"]) == 2
    err = capsys.readouterr().err
    assert f"'{word}' is neither a command nor a folder" in err
    assert says in err


def make_person(identity: str, *spellings: str) -> Person:
    ways = tuple(Spelling(text=text, articles=(0,)) for text in spellings)
    return Person(id=identity, name=spellings[0], spellings=ways, titles=(), members=((0, 0),))


def test_a_full_name_that_a_judgement_parts_is_told() -> None:
    modi, other = make_person("modi", "Narendra Modi", "Narendra Mody", "Mody"), make_person("other", "Vikram Modi")
    now = make_person("modi", "Narendra Modi", "Vikram Modi")
    names = ("Narendra Modi", "Vikram Modi")
    judged = Judged(
        lines=(),
        bearers=tuple((name, now) for name in names),
        before=(("Narendra Modi", modi), ("Vikram Modi", other)),
        nobodies=(),
        diagnostics=(),
    )
    (warning,) = warn_of_parted(names, judged)
    assert warning.code == "parted"
    assert warning.message.startswith("“Narendra Mody”, until now one person with “Narendra Modi”")
    assert warning.hint == 'if not: `newsgen people same "Narendra Modi" "Narendra Mody"`'


def test_a_judgement_that_only_joins_parts_nobody(site, capsys) -> None:
    assert main(["people", "same", "Joe Barden", "Joseph Barden"]) == 0
    assert "parted" not in capsys.readouterr().err
