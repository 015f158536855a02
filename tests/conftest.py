"""What tests share: a small site, the sample archive, built once, and the option that rewrites expected sites."""

import os
import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from newsgen.build import BuildReport

REPOSITORY = Path(__file__).parents[1]

# No test is timed: the first example may load the lexicon, and a machine may be busy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# For the tests that start newsgen as a process of its own.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(REPOSITORY / "src"), os.environ.get("PYTHONPATH")]))

# In the background of a script Ctrl-C is ignored; processes that tests start, and stop by it, must not inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected sites of tests/golden")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that in the end no worker waits for it."""
    items.sort(key=lambda item: "long" not in item.keywords)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that was built before, and has a new clipping to publish; the current folder."""
    # Imported here, so that a fault in one stage does not stop the tests of the others.
    from building.sites import NEW, build_site, write_site  # noqa: PLC0415

    folder = write_site(tmp_path / "site")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NO_COLOR", "1")
    build_site(folder)
    return write_site(folder, NEW)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds in this process take no time by the clock of their progress, which on a busy machine tells of stages."""
    monkeypatch.setattr("newsgen.cli.progress._CLOCK", lambda: 0.0)


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample archive's sources: what a test leaves behind is not the repository's."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(REPOSITORY / "articles", folder / "articles")
    for name in ("site.yaml", "people.yaml", "redirects.yaml"):
        if (REPOSITORY / name).exists():  # addresses of the sample need not have moved
            shutil.copy(REPOSITORY / name, folder)
    return folder


@pytest.fixture(scope="session")
def sample_report(sample_folder: Path) -> "BuildReport":
    """What building the sample archive came to."""
    # Imported here, as above.
    from newsgen.build import BuildOptions, build  # noqa: PLC0415

    return build(sample_folder, sample_folder / "public", BuildOptions(executor="serial"))


@pytest.fixture(scope="session")
def sample(sample_folder: Path, sample_report: "BuildReport") -> Path:
    """The built sample archive; not to be changed."""
    return sample_folder / "public"
