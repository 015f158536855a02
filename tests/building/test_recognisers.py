"""Recognisers in whole builds: what they find is on the site, remembered as long as they are the same, by anyone."""

import json
import shutil
import sys
from pathlib import Path

import pytest

import sample_recognisers
from building.sites import build_cold, build_site, find_differences, read_tree, write_site
from newsgen.build import BuildOptions, Session, build
from newsgen.cli import main
from newsgen.errors import BuildError, ConfigError

SERIAL = BuildOptions(executor="serial")

CLIPPING = """\
The boat of Zorblax Quint

Accra, March 12, 2024 (SHD) -- The boat of Zorblax Quint sank off Ghana. Quint swam ashore.
"""


def write_words(folder: Path, *, people: str = "Zorblax Quint", version: str = "1") -> Path:
    """A site whose recogniser finds these people."""
    entry = f"  - name: sample_recognisers:Words\n    people: [{people}]\n    version: '{version}'\n"
    return write_site(folder, {"site.yaml": f"title: x\nrecognisers:\n{entry}", "articles/a.txt": CLIPPING})


def read_people(site: Path) -> list[tuple[str, int]]:
    """(name, mentions) of each person of the first article."""
    line = (site / "public" / "data" / "articles.jsonl").read_text("utf-8").splitlines()[0]
    return [(person["name"], person["mentions"]) for person in json.loads(line)["people"]]


def test_what_a_recogniser_finds_is_on_the_site(tmp_path: Path) -> None:
    site = write_words(tmp_path)
    build_site(site)
    assert read_people(site) == [("Zorblax Quint", 3)]
    assert (site / "public" / "people" / "zorblax-quint.html").is_file()


def test_the_rules_alone_would_not_find_it(tmp_path: Path) -> None:
    """Else the tests here would show nothing."""
    site = write_words(tmp_path, people="Nobody")
    build_site(site)
    assert read_people(site) == []


def test_nothing_is_read_again_as_long_as_the_recogniser_is_the_same(tmp_path: Path) -> None:
    site = write_words(tmp_path)
    assert build_site(site).parsed == 1
    assert build_site(site).parsed == 0
    write_site(site, {"site.yaml": "# moved down\n" + (site / "site.yaml").read_text()})
    assert build_site(site).parsed == 0


@pytest.mark.parametrize("change", [{"version": "2"}, {"people": "Zorblax"}, {"people": "Ashore, Quint"}])
def test_another_recogniser_reads_all_anew_and_warm_equals_cold(tmp_path: Path, change: dict[str, str]) -> None:
    site = write_words(tmp_path / "site")
    build_site(site)
    write_words(site, **change)
    assert build_site(site).parsed == 1
    assert find_differences(read_tree(site / "public"), build_cold(site, tmp_path / "cold")) == []


def test_warm_equals_cold_when_only_the_fingerprint_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = write_site(
        tmp_path / "site",
        {"site.yaml": "title: x\nrecognisers: ['sample_recognisers:FromList']\n", "articles/a.txt": CLIPPING},
    )
    build_site(site)
    assert read_people(site) == []
    monkeypatch.setattr(sample_recognisers, "LIST", ("Zorblax Quint",))
    assert build_site(site).parsed == 1
    assert read_people(site) == [("Zorblax Quint", 3)]
    assert find_differences(read_tree(site / "public"), build_cold(site, tmp_path / "cold")) == []


def test_a_session_sees_another_fingerprint_and_what_does_not_fail_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails if a reading is held by its clipping alone, or a failed one as if it were to last."""
    names = ("FromList", "FailsOnce")
    entry = f"title: x\nrecognisers: [{', '.join(f'sample_recognisers:{name}' for name in names)}]\n"
    site = write_site(tmp_path / "site", {"site.yaml": entry, "articles/a.txt": CLIPPING, "articles/b.txt": CLIPPING})
    session = Session()
    monkeypatch.setattr(sample_recognisers.FailsOnce, "failed", False)
    assert build(site, site / "public", SERIAL, session=session).articles == 1
    for listed in ((), ("Zorblax Quint",)):
        monkeypatch.setattr(sample_recognisers, "LIST", listed)
        assert build(site, site / "public", SERIAL, session=session).articles == 2
        assert find_differences(read_tree(site / "public"), build_cold(site, tmp_path / "cold")) == []
    assert read_people(site) == [("Zorblax Quint", 3)]


def test_without_its_recogniser_the_person_is_gone(tmp_path: Path) -> None:
    site = write_words(tmp_path / "site")
    build_site(site)
    write_site(site, {"site.yaml": "title: x\n"})
    build_site(site)
    assert read_people(site) == []
    assert find_differences(read_tree(site / "public"), build_cold(site, tmp_path / "cold")) == []


def test_processes_give_what_one_gives(tmp_path: Path) -> None:
    site = write_words(tmp_path)
    for number in range(120):
        write_site(site, {f"articles/{number}.txt": CLIPPING.replace("March 12", f"March {number % 28 + 1}")})
    build(site, tmp_path / "one", BuildOptions(executor="serial", full=True))
    report = build(site, tmp_path / "two", BuildOptions(executor="processes:2", full=True))
    assert report.parsed == 121
    assert find_differences(read_tree(tmp_path / "one"), read_tree(tmp_path / "two")) == []
    assert b"Zorblax Quint" in read_tree(tmp_path / "two")["data/people.json"]


def test_a_recogniser_that_is_another_in_a_worker_stops_the_build(tmp_path: Path) -> None:
    entry = "title: x\nrecognisers: ['sample_recognisers:Fickle']\n"
    site = write_site(tmp_path, {"site.yaml": entry, **{f"articles/{n}.txt": CLIPPING for n in range(120)}})
    with pytest.raises(BuildError, match=r"site\.yaml:2:15: error\[recogniser\]: .* its fingerprint differs"):
        build_site(site, BuildOptions(executor="processes:2"))
    assert not (site / "public").exists()


def test_what_is_wrong_in_site_yaml_is_told_before_anything_is_built(tmp_path: Path, capsys) -> None:
    text = "title: x\nrecognisers:\n  - nowhere_at_all:X\n  - name: sample_recognisers:Words\n    peple: [A]\n"
    site = write_site(tmp_path, {"site.yaml": text, "articles/a.txt": CLIPPING})
    assert main(["build", str(site), "--jobs", "1"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(" ")[0] for line in lines[:2]] == ["site.yaml:3:5:", "site.yaml:5:5:"]
    assert "there is no module `nowhere_at_all`" in lines[0]
    assert "did you mean `people`?" in lines[1]
    assert not (site / "public").exists()


def test_the_sites_folder_is_not_importable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "raise SystemExit('the site\\'s code was run')\n"
    entry = "title: x\nrecognisers: ['newsgen_test_within:X']\n"
    site = write_site(tmp_path, {"site.yaml": entry, "articles/a.txt": CLIPPING, "newsgen_test_within.py": code})
    monkeypatch.chdir(site)
    monkeypatch.setattr(sys, "path", [path for path in sys.path if path])
    with pytest.raises(ConfigError, match="there is no module `newsgen_test_within`"):
        build_site(site)


def test_a_clipping_on_which_a_recogniser_fails_is_left_out_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample_recognisers.FailsOnce, "failed", False)
    entry = "title: x\nrecognisers: ['sample_recognisers:FailsOnce']\n"
    site = write_site(tmp_path / "site", {"site.yaml": entry, "articles/a.txt": CLIPPING, "articles/b.txt": CLIPPING})
    report = build_site(site)
    (fault,) = [item for item in report.diagnostics if item.severity == "error"]
    assert str(fault) == (
        "articles/a.txt: error[recogniser-failed]: the recogniser `sample_recognisers:FailsOnce` failed: MemoryError"
        " (mend the recogniser, or take it out of site.yaml)"
    )
    assert report.articles == 1
    report = build_site(site)
    assert (report.parsed, report.errors, report.articles) == (1, 0, 2)
    assert find_differences(read_tree(site / "public"), build_cold(site, tmp_path / "cold")) == []


def test_a_spacy_pipeline_beside_the_rules(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install spacy")
    text = "title: x\nrecognisers:\n  - name: newsgen.recognise.spacy:Pipeline\n    pipeline: ./names\n"
    site = write_site(tmp_path / "site", {"site.yaml": text, "articles/a.txt": CLIPPING})

    def train(*names: str) -> None:
        pipeline = spacy.blank("en")
        pipeline.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": name} for name in names])
        shutil.rmtree(site / "names", ignore_errors=True)
        pipeline.to_disk(site / "names")

    train("Ama Darko")
    build_site(site)
    assert read_people(site) == []
    assert build_site(site).parsed == 0
    train("Zorblax Quint")
    assert build_site(site).parsed == 1
    assert read_people(site) == [("Zorblax Quint", 3)]
    assert find_differences(read_tree(site / "public"), build_cold(site, tmp_path / "cold")) == []
