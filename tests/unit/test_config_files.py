"""The configuration's files as they are written: whole or not at all, by one process at a time."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from building.sites import write_site
from newsgen.cli import main
from newsgen.config.files import replace_text, write_text
from newsgen.config.locks import folder_locked
from newsgen.config.people import parse_people
from newsgen.errors import ConfigError

NAMES = ("Ama Darko", "Kofi Boateng", "Salif Tapsoba", "Yaa Asante")
ARTICLE = "Talks {n}\n\nAccra, March {day}, 2024 (SHD) -- Minister {name} said in Accra on Tuesday that it rained.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    texts = {
        f"articles/{n}.txt": ARTICLE.format(n=n, day=11 + n, name=name)
        for n, name in enumerate((*NAMES, *(f"{name.split()[0]} Old{name.split()[1].lower()}" for name in NAMES)))
    }
    return write_site(tmp_path / "site", texts)


def test_judgements_of_several_processes_are_all_kept(site: Path) -> None:
    (site / "people.yaml").write_text("# ours\n", "utf-8")
    calls = [
        [sys.executable, "-m", "newsgen", "people", "same", "-C", str(site), name, f"Other {name.split()[1]}"]
        for name in NAMES
    ]
    running = [subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for call in calls]
    told = [process.communicate(timeout=120)[0].decode() for process in running]
    assert [process.returncode for process in running] == [0] * len(NAMES), told
    text = (site / "people.yaml").read_text("utf-8")
    assert text.startswith("# ours\n")
    assert sorted(entry.name for entry in parse_people(text)) == sorted(NAMES)
    assert [path.name for path in site.iterdir() if path.name.startswith(".people")] == []


def test_what_an_editor_has_changed_meanwhile_is_not_overwritten(site: Path) -> None:
    (site / "people.yaml").write_text("- name: Ama Darko\n", "utf-8")
    with pytest.raises(ConfigError) as caught:
        replace_text(site, "people.yaml", "", "- name: Kofi Boateng\n")
    assert caught.value.diagnostics[0].code == "changed-meanwhile"
    assert (site / "people.yaml").read_text("utf-8") == "- name: Ama Darko\n"


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be locked there")
def test_a_locked_folder_is_free_again_afterwards(tmp_path: Path) -> None:
    with folder_locked(tmp_path, wait=False), pytest.raises(BlockingIOError), folder_locked(tmp_path, wait=False):
        pass
    with folder_locked(tmp_path, wait=True):
        pass


def test_a_folder_that_is_not_there_locks_nothing(tmp_path: Path) -> None:
    with folder_locked(tmp_path / "none", wait=True):
        pass


def test_a_protected_file_is_left_alone(site: Path, monkeypatch, capsys) -> None:
    people = write_site(site, {"people.yaml": "- name: Ama Darko\n"}) / "people.yaml"
    people.chmod(0o444)
    monkeypatch.chdir(site)
    assert main(["people", "same", "Ama Darko", "Kofi Boateng"]) == 2
    assert "people.yaml: error[cannot-write]: it is protected against writing" in capsys.readouterr().err
    assert people.read_text("utf-8") == "- name: Ama Darko\n"


def test_permissions_and_a_symbolic_link_stay(tmp_path: Path) -> None:
    real = tmp_path / "real.yaml"
    real.write_text("a", "utf-8")
    real.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to("real.yaml")
    write_text(link, "b")
    assert link.is_symlink()
    assert (real.read_text("utf-8"), stat.S_IMODE(real.stat().st_mode)) == ("b", 0o640)
    assert sorted(os.listdir(tmp_path)) == ["link.yaml", "real.yaml"]


def test_a_fault_names_the_file_that_was_asked_for(tmp_path: Path, capsys) -> None:
    site = write_site(tmp_path, {"people.yaml": "- name: Ama Darko\n"})
    assert main(["people", "export", "-C", str(site), str(tmp_path / "none" / "out.tsv")]) == 2
    told = capsys.readouterr().err
    assert "none/out.tsv: error[cannot-write]: it cannot be written: No such file or directory" in told
    assert "/." not in told
