"""The wheel holds all that a build needs: it works from any folder, without the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "wheel"]
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(REPOSITORY)], check=True)
    (made,) = folder.glob("*.whl")
    return made


def test_a_new_site_is_built_from_an_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed"), "NO_COLOR": "1"}

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert run("-c", "import newsgen; print(newsgen.__file__)").startswith(str(tmp_path / "installed"))
    run("-m", "newsgen", "new", "demo")
    run("-m", "newsgen", "build", "demo")
    assert (tmp_path / "demo" / "public" / "index.html").is_file()
    assert (tmp_path / "demo" / "public" / "static" / "newsgen.css").read_bytes() == (
        REPOSITORY / "static" / "newsgen.css"
    ).read_bytes()


def test_the_wheel_has_what_is_needed_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for name in ("py.typed", "theme/templates/base.html", "theme/static/newsgen.css", "serve/reload.js"):
        assert f"newsgen/{name}" in names
    assert "newsgen/starter/site/dot-gitignore" in names
    assert [name for name in names if "__pycache__" in name or name.startswith(("tests", "articles"))] == []
    assert any(name.endswith("licenses/LICENSE") for name in names)
