"""Where measurements are made: a folder that is gone afterwards, with newsgen as its users have it."""

import argparse
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from benchmarks.clippings import make_clippings
from benchmarks.generators import Newsgen

REPOSITORY = Path(__file__).parents[2]


class Workplace(NamedTuple):
    """What a measurement works with."""

    folder: Path
    """Empty, or the folder of a site; what lies beside it goes with it."""
    environment: dict[str, str]
    """Variables with which `python -m newsgen` is the installed wheel, and temporary files lie beside the folder."""


def make_parser(told: str | None) -> argparse.ArgumentParser:
    """A parser of options whose `--help` begins with the docstring of a benchmark."""
    return argparse.ArgumentParser(description=told, formatter_class=argparse.RawDescriptionHelpFormatter)


@contextmanager
def workplace() -> Iterator[Workplace]:
    """An empty folder; it is removed even if the measurement is told to end."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))
    with tempfile.TemporaryDirectory(prefix="newsgen-bench-") as name:
        folder = Path(name, "site")
        folder.mkdir()
        yield Workplace(folder, {"PYTHONPATH": str(_install_wheel(Path(name))), "TMPDIR": name})


@contextmanager
def site_prepared(count: int) -> Iterator[Workplace]:
    """The folder of a site of that many clippings, not built yet."""
    with workplace() as place:
        generator = Newsgen()
        generator.prepare(place.folder)
        for clipping in make_clippings(count):
            generator.add(place.folder, clipping)
        yield place


def _install_wheel(folder: Path) -> Path:
    """The folder in which the wheel of this repository is installed, with its bytecode."""
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    wheels, installed = folder / "wheels", folder / "installed"
    make = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), str(REPOSITORY)]
    subprocess.run(make, check=True)
    subprocess.run([*pip, "install", "--no-deps", "--target", str(installed), *map(str, wheels.iterdir())], check=True)
    return installed
