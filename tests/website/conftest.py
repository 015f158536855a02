"""What the tests of the finished site share."""

import os
import shutil
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
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
