"""The Nu HTML checker finds no error in the sample archive."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from building.sites import build_site, write_site

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command; skips the test where it cannot run."""
    java = shutil.which("java")
    if not java:
        pytest.skip("the Nu checker needs Java, and there is none")
    places = [os.environ.get("NEWSGEN_VNU_JAR", ""), ".venv/checkers/node_modules/vnu-jar/build/dist/vnu.jar"]
    for place in filter(None, places):
        if (REPOSITORY / place).is_file():
            return [java, "-Xmx512m", "-jar", str(REPOSITORY / place)]
    pytest.skip("no vnu.jar: `make test` installs it where there is npm, or set NEWSGEN_VNU_JAR")


def test_all_pages_are_valid(sample: Path, checker: list[str]) -> None:
    done = subprocess.run(
        [*checker, "--format", "json", "--exit-zero-always", "--skip-non-html", str(sample)],
        capture_output=True,
        text=True,
        check=True,
    )
    messages = json.loads(done.stderr)["messages"]
    found = {
        f"{message.get('url', '').rpartition('/public/')[2]}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["type"] in {"error", "non-document-error"}
    }
    assert sorted(found)[:20] == []


def test_a_page_that_leads_on_is_valid(tmp_path: Path, checker: list[str]) -> None:
    write_site(tmp_path)
    (tmp_path / "redirects.yaml").write_text("- {from: people/a b.html, to: people/ama-owusu-darko.html}\n")
    build_site(tmp_path)
    page = tmp_path / "public" / "people" / "a b.html"
    done = subprocess.run([*checker, str(page)], capture_output=True, text=True, check=False)
    assert (done.returncode, [line for line in done.stderr.splitlines() if ": error:" in line]) == (0, [])


def test_the_checker_finds_a_fault(tmp_path: Path, checker: list[str]) -> None:
    (tmp_path / "x.html").write_text("<!doctype html><title>x</title><p><table>")
    done = subprocess.run([*checker, str(tmp_path / "x.html")], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "error" in done.stderr
