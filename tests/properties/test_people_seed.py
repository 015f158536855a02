"""Law: persons and mentions do not depend on the hash seed."""

import os
import subprocess
import sys
from pathlib import Path

TEXT = (
    "General Oumar Keita met Bill Marlow and Hillary Marlow, Mr Marlow said. Zhang Weimin, the mayor, and "
    "J. R. Blackwood joined them; Weimin Zhang's aide Xarat Bello, 34, of Niger, did not. "
    "Anna Vesely, the envoy of Niger and Chad and Mali and Benin, left."
)
PROGRAM = f"from properties.people_texts import *; print(read_people(make_article('Keita meets Marlow', {TEXT!r})))"


def test_hash_seed_changes_nothing() -> None:
    """Fails if the countries of a person are not sorted."""
    here = Path(__file__).parents[1]
    path = os.pathsep.join((str(here), str(here.parent / "src")))
    printed = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1
