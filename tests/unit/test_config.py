"""`site.yaml` and `people.yaml`: what they say, and every fault of both at once, with its place."""

import os
from pathlib import Path

import pytest

from newsgen.config import load_config
from newsgen.errors import ConfigError, UsageError
from newsgen.records.options import (
    Config,
    EventChoice,
    Judgement,
    Licence,
    Origin,
    Outlet,
    OwnEvent,
    RecogniserOptions,
    TimelineOptions,
)

CODES = {"ne": "NE", "niger": "NE", "us": "US", "no": "NO"}


def code_of(name: str) -> str | None:
    return CODES.get(name.casefold())


def read(folder: Path, *, site: str | bytes = "", people: str | bytes = "") -> Config:
    for name, content in (("site.yaml", site), ("people.yaml", people)):
        if content:
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return load_config(folder, code_of)


def messages(folder: Path, *, site: str | bytes = "", people: str | bytes = "") -> list[str]:
    with pytest.raises(ConfigError) as caught:
        read(folder, site=site, people=people)
    return [str(item) for item in caught.value.diagnostics]


def test_without_files_the_folder_names_the_archive(tmp_path: Path) -> None:
    folder = tmp_path / "sahel-clippings"
    folder.mkdir()
    config = read(folder)
    assert config.site.title == "Sahel clippings"
    assert config.judgements == ()


def test_all_keys_of_the_site(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        site="""\
title: The  split
description: >
  Two lines
  of it.
base_url: https://example.org/archive
language: pt-BR
sources:
  - {name: Specimen Radio, aliases: [SR], country: Niger, rights: excerpt, url: "https://example.org"}
timelines:
  - {id: split, countries: [NE, US], people: A, words: [coup], from: 2023-07, to: 2024-12}
""",
    )
    assert config.site.title == "The split"
    assert config.site.description == "Two lines of it."
    assert config.site.base_url == "https://example.org/archive/"
    assert config.site.language == "pt-BR"
    outlet = Outlet(name="Specimen Radio", aliases=("SR",), country="NE", rights="excerpt", url="https://example.org")
    assert config.site.outlets == config.reading.outlets == (outlet,)
    assert config.site.timelines == (
        TimelineOptions(
            id="split",
            title="Split",
            countries=("NE", "US"),
            people=("A",),
            words=("coup",),
            date_from="2023-07",
            date_to="2024-12",
            line=10,
            column=5,
            people_at=((10, 46),),
        ),
    )


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("", None),
        ("licence:\n", None),
        ("licence: CC BY 4.0\n", Licence(name="CC BY 4.0")),
        ("licence: {name: Own, url: 'https://a.example/l'}\n", Licence(name="Own", url="https://a.example/l")),
    ],
)
def test_the_licence_of_the_archive_s_own_data(tmp_path: Path, text: str, licence: Licence | None) -> None:
    assert read(tmp_path, site=text).site.licence == licence


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("licence: [CC BY]\n", "site.yaml:1:10: error[wrong-kind]: `licence` must be a name, or a name and an address"),
        ("licence: {url: 'https://a.example'}\n", "error[missing-key]: `name` is missing"),
        ("licence: {name: A, url: 'javascript:x'}\n", "error[wrong-value]: `url` cannot be `javascript:x`"),
        ("licence: {name: A, uri: b}\n", "`licence` has no key `uri` (did you mean `url`?)"),
        ("license: A\n", "site.yaml has no key `license` (did you mean `licence`?)"),
    ],
)
def test_faults_of_the_licence(tmp_path: Path, text: str, told: str) -> None:
    (message,) = messages(tmp_path, site=text)
    assert told in message


def test_what_a_timeline_pins_and_hides(tmp_path: Path) -> None:
    text = """\
timelines:
  - id: split
    pinned:
      - {event: 2024-04-19-talks-us, title: Talks in  Washington, reason: asked for}
      - {date: 2023-07-26, words: [soldiers, detained president]}
      - date: 2024-05
        text: The talks move.
        source: minutes
        url: https://example.org/
        countries: Niger
        people: A B
        reason: told by hand
    hidden:
      - date: 2024-05-14
        words: interview
        reason: no event
"""
    (timeline,) = read(tmp_path, site=text).site.timelines
    assert timeline.pinned == (
        EventChoice(event="2024-04-19-talks-us", title="Talks in Washington", reason="asked for", line=4, column=9),
        EventChoice(date="2023-07-26", words=("soldiers", "detained president"), line=5, column=9),
    )
    assert timeline.own == (
        OwnEvent(
            date="2024-05",
            text="The talks move.",
            source="minutes",
            url="https://example.org/",
            countries=("NE",),
            people=("A B",),
            reason="told by hand",
            line=6,
            column=9,
            people_at=((11, 17),),
        ),
    )
    assert timeline.hidden == (
        EventChoice(date="2024-05-14", words=("interview",), reason="no event", line=14, column=9),
    )


def test_recognisers(tmp_path: Path) -> None:
    text = """\
recognisers:
  - own.names:Mayors
  - name: newsgen.recognise.spacy:Pipeline
    pipeline: en_core_web_sm
    labels: {PERSON: person, NO: "010"}
    others: [12:30, [x]]
"""
    assert read(tmp_path, site=text).reading.recognisers == (
        RecogniserOptions(name="own.names:Mayors", origin=Origin(folder=str(tmp_path), line=2, column=5)),
        RecogniserOptions(
            name="newsgen.recognise.spacy:Pipeline",
            settings='{"pipeline":"en_core_web_sm","labels":{"PERSON":"person","NO":"010"},"others":["12:30",["x"]]}',
            origin=Origin(
                folder=str(tmp_path),
                line=3,
                column=5,
                keys=(("pipeline", 4, 5), ("labels", 5, 5), ("others", 6, 5)),
            ),
        ),
    )


@pytest.mark.parametrize("nothing", ["", "~", "''", "[]", "['']"])
@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("event: NOTHING", "the entry does not say which event it means (give `event: ID`, or `date` and `words`)"),
        ("date: 2024-05, words: NOTHING", "`words` is missing (give `event: ID`, or `date` and `words`)"),
        ("words: coup, date: NOTHING", "`date` is missing (give `event: ID`, or `date` and `words`)"),
    ],
)
def test_an_empty_value_means_no_event(tmp_path: Path, nothing: str, entry: str, told: str) -> None:
    text = f"timelines:\n  - id: t\n    pinned:\n      - {{{entry.replace('NOTHING', nothing)}}}\n"
    assert f"site.yaml:4:9: error[missing-key]: {told}" in messages(tmp_path, site=text)


@pytest.mark.parametrize("nothing", ["", "[]", "~"])
def test_no_recognisers(tmp_path: Path, nothing: str) -> None:
    assert read(tmp_path, site=f"title: x\nrecognisers: {nothing}\n").reading.recognisers == ()


def test_every_fault_of_recognisers(tmp_path: Path) -> None:
    text = """\
recognisers:
  - os.path
  - a..b:C
  - a:b.C
  - [a:B]
  - pipeline: x
  - {name: a:B, x: , y: {z: ~}}
  - a.b:C
  - name: a.b:C
"""
    form = "(give package.module:Name, such as newsgen.recognise.spacy:Pipeline)"
    no_value = "error[missing-value]: this setting has no value (give it one, or take it out)"
    assert messages(tmp_path, site=text) == [
        f"site.yaml:2:5: error[wrong-value]: no recogniser can be named `os.path` {form}",
        f"site.yaml:3:5: error[wrong-value]: no recogniser can be named `a..b:C` {form}",
        f"site.yaml:4:5: error[wrong-value]: no recogniser can be named `a:b.C` {form}",
        'site.yaml:5:5: error[wrong-kind]: `name` must be one text (write `name: "…"`)',
        "site.yaml:6:5: error[missing-key]: `name` is missing (add `name: …`)",
        f"site.yaml:7:20: {no_value}",
        f"site.yaml:7:29: {no_value}",
        "site.yaml:9:5: error[claimed-twice]: the same recogniser stands on line 8 too (keep one of the two)",
    ]


def test_recognisers_must_be_a_list(tmp_path: Path) -> None:
    assert messages(tmp_path, site="recognisers: a:B\n") == [
        "site.yaml:1:14: error[wrong-kind]: `recognisers` must be a list (begin each entry with `- `)"
    ]


def test_norway_is_a_country_not_a_refusal(tmp_path: Path) -> None:
    config = read(tmp_path, site="timelines: [{id: north, countries: [NO]}]\n")
    assert config.site.timelines[0].countries == ("NO",)


def test_judgements(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        people="- name: A B\n  also: [A C]\n  not: [D E]\n  note: why\n- name: Air Base\n  person: false\n",
    )
    places = (("A B", 1, 9), ("A C", 2, 10), ("D E", 3, 9))
    assert config.judgements == (
        Judgement(name="A B", also=("A C",), different=("D E",), note="why", line=1, places=places),
        Judgement(name="Air Base", person=False, line=5, places=(("Air Base", 5, 9),)),
    )


def test_every_fault_of_both_files_is_told_at_once(tmp_path: Path) -> None:
    told = messages(
        tmp_path,
        site="""\
tilte: x
base_url: ftp://x
language: [en]
sources:
  - name: A
    rights: some
  - aliases: [B]
  - name: a
timelines:
  - {id: Bad Id}
  - {id: t, countries: [XX], from: 2024-13}
  - {id: t, from: 2024-05, to: 2024-04}
""",
        people="- nam: A\n- just text\n- {name: B, person: maybe}\n",
    )
    assert told == [
        "people.yaml:1:3: error[missing-key]: `name` is missing (add `name: …`)",
        "people.yaml:1:3: error[unknown-key]: an entry of `people.yaml` has no key `nam` (did you mean `name`?)",
        "people.yaml:2:3: error[wrong-kind]: an entry of `people.yaml` must have keys (write `- name: …`)",
        "people.yaml:3:21: error[wrong-kind]: `person` must be true or false (write `person: false`)",
        "site.yaml:1:1: error[unknown-key]: site.yaml has no key `tilte` (did you mean `title`?)",
        "site.yaml:2:11: error[wrong-value]: `base_url` cannot be `ftp://x` (give the web address of the folder that"
        " the site will stand in, such as https://example.org/archive/: no page, and nothing with a blank, `?`, `#`,"
        " `@`, `//` or `..`)",
        'site.yaml:3:11: error[wrong-kind]: `language` must be one text (write `language: "…"`)',
        "site.yaml:6:13: error[wrong-value]: `rights` cannot be `some` (give one of full, excerpt, metadata)",
        "site.yaml:7:5: error[missing-key]: `name` is missing (add `name: …`)",
        "site.yaml:8:5: error[claimed-twice]: `a` already stands for the outlet on line 5 (keep it with one outlet)",
        "site.yaml:10:10: error[wrong-value]: `id` cannot be `Bad Id`"
        " (give a name of small letters a–z, digits and hyphens, such as niger-us-split, and not index)",
        "site.yaml:11:25: error[wrong-value]: `countries` cannot hold `XX`"
        " (give a country's name or two-letter code, such as NE)",
        "site.yaml:11:36: error[wrong-value]: `from` cannot be `2024-13` (give a date such as 2023-07 or 2023-07-26,"
        " for there is no month 13 (21 to 24 are seasons, 33 to 36 quarters))",
        "site.yaml:12:5: error[claimed-twice]: the timeline `t` stands on line 11 too (rename one)",
        "site.yaml:12:19: error[wrong-value]: `from` (2024-05) is later than `to` (2024-04) (exchange the two)",
    ]


@pytest.mark.parametrize(
    ("site", "told"),
    [
        (b"- a\n", "site.yaml:1:1: error[wrong-kind]: the file must hold keys (begin with `title: …`)"),
        (
            b"title: ok\ndescription: caf\xe9\n",
            "site.yaml:2:17: error[encoding]: the file is not UTF-8: this byte cannot be read (save it as UTF-8)",
        ),
        (
            b"title: a\ntitle: b\n",
            "site.yaml:2:1: error[yaml]: the key `title` stands here for the second time, first on line 1"
            " (keep one of the two)",
        ),
    ],
)
def test_a_file_that_is_no_configuration(tmp_path: Path, site: bytes, told: str) -> None:
    assert messages(tmp_path, site=site) == [told]


def test_a_list_of_people_must_be_a_list(tmp_path: Path) -> None:
    assert messages(tmp_path, people="name: A\n") == [
        "people.yaml:1:1: error[wrong-kind]: the file must be a list (begin each person with `- name: …`)"
    ]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.org:8080/A", "https://example.org:8080/A/"),
        ("https://exämple.org/arkivø/", "https://xn--exmple-cua.org/arkiv%C3%B8/"),
        ("https://example.org/%C3%B8/<b>/", "https://example.org/%C3%B8/%3Cb%3E/"),
    ],
)
def test_a_base_url_is_written_in_plain_letters(tmp_path: Path, written: str, address: str) -> None:
    assert read(tmp_path, site=f"base_url: {written}\n").site.base_url == address


def test_the_command_line_decides_the_base_url(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("base_url: https://example.org/\n", encoding="utf-8")
    config = load_config(tmp_path, code_of, base_url="http://localhost:8000/x", drafts=True)
    assert config.site.base_url == "http://localhost:8000/x/"
    assert config.site.drafts


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/index.html",
        "https://example.org/?",
        "https://example.org/%zz/",
        "https://example..org/",
        "example.org",
        "http://a:x/",
        "http://a/?q",
        "http://h.test//evil.test/",
        "http://u:p@h/",
        "http://h/../x/",
        "http://h/\\x/",
        "http://a/\udcff",
        "http://[",
        "//a/",
    ],
)
def test_a_base_url_that_is_none_is_a_wrong_call(tmp_path: Path, address: str) -> None:
    with pytest.raises(UsageError, match="not a web address"):
        load_config(tmp_path, code_of, base_url=address)


def test_a_link_that_leads_nowhere_is_not_taken_for_no_file(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").symlink_to("nowhere.yaml")
    with pytest.raises(ConfigError, match=r"people\.yaml: error\[unreadable\]"):
        load_config(tmp_path, code_of)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "site.yaml")
    with pytest.raises(ConfigError, match="no plain file"):
        load_config(tmp_path, code_of)


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").mkdir()
    with pytest.raises(ConfigError, match=r"site\.yaml: error\[unreadable\]"):
        load_config(tmp_path, code_of)
