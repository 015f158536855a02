from pathlib import Path

import pytest

from architecture.house import Module, read_modules


@pytest.fixture(scope="session")
def repository() -> Path:
    return Path(__file__).parents[2]


@pytest.fixture(scope="session")
def modules(repository: Path) -> list[Module]:
    return read_modules(repository / "src")
