"""How long a build takes, beside Pelican 4 on the same articles, in one run.

    make bench                                          1,000 clippings, three rounds
    .venv/bin/python tests/benchmarks/bench_build.py --count 5000 --rounds 1 --without-pelican

newsgen runs as it is installed: the wheel is built and unpacked with its bytecode. It gets the raw clippings and finds
people, countries and dates by itself; Pelican gets the same texts with its tags typed. The two take turns, so that a
busy machine slows both; the best round of each is compared. Peak memory is that of the largest process.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from clippings import make_clippings

REPOSITORY = Path(__file__).parents[2]

PELICAN_SETTINGS = """\
SITENAME = "Bench"
SITEURL = ""
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "simple"
FEED_ALL_ATOM = "feed.xml"
CATEGORY_FEED_ATOM = "feeds/{slug}.xml"
TAG_FEED_ATOM = "feeds/tag-{slug}.xml"
"""


@dataclass(frozen=True)
class Cost:
    """What one run of a command took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, of all its processes."""
    memory: float
    """Megabytes, of the largest process."""

    def __str__(self) -> str:
        return f"{self.wall:7.2f} s   {self.cpu:7.2f} s   {self.memory:6.0f} MB"


def measure(command: list[str], folder: Path, environment: dict[str, str]) -> Cost:
    """Run a command to its end; raises if it fails."""
    with (folder / "log.txt").open("wb") as log:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment}, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{(folder / 'log.txt').read_text()[-3000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def install_wheel(folder: Path) -> Path:
    """A folder to import newsgen from, made from its wheel, with bytecode."""
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", str(folder), str(REPOSITORY)], check=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", str(folder / "installed"), str(wheel)], check=True)
    return folder / "installed"


def write_sites(folder: Path, count: int) -> tuple[Path, Path]:
    """The folders of the raw and the tagged articles."""
    raw, tagged = folder / "raw", folder / "tagged"
    (raw / "articles").mkdir(parents=True)
    (tagged / "content").mkdir(parents=True)
    (tagged / "settings.py").write_text(PELICAN_SETTINGS)
    for clipping in make_clippings(count):
        (raw / "articles" / f"{clipping.name}.txt").write_text(clipping.raw)
        (tagged / "content" / f"{clipping.name}.md").write_text(clipping.tagged)
    return raw, tagged


def remove_built(site: Path) -> None:
    """Make the next build a cold one."""
    for name in ("public", "output", ".newsgen", "__pycache__"):
        shutil.rmtree(site / name, ignore_errors=True)


def best(costs: list[Cost]) -> Cost:
    return min(costs, key=lambda cost: cost.wall)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help="how many clippings")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is built from nothing")
    parser.add_argument("--without-pelican", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsgen-bench-") as name:
        run(Path(name), arguments.count, arguments.rounds, with_pelican=not arguments.without_pelican)


def run(folder: Path, count: int, rounds: int, *, with_pelican: bool) -> None:
    """Measure and print."""
    environment = {"PYTHONPATH": str(install_wheel(folder))}
    raw, tagged = write_sites(folder, count)
    newsgen = [sys.executable, "-m", "newsgen", "build"]
    pelican = [sys.executable, "-m", "pelican", "content", "-s", "settings.py", "-o", "output", "--quiet"]
    cold: list[Cost] = []
    peer: list[Cost] = []
    for _ in range(rounds):
        remove_built(raw)
        cold.append(measure(newsgen, raw, environment))
        if with_pelican:
            remove_built(tagged)
            peer.append(measure(pelican, tagged, {}))
    print(f"{count} clippings, {os.cpu_count()} cores, Python {sys.version.split()[0]}, best of {rounds}")
    print(f"{'':34}   wall        CPU       memory")
    show("newsgen, from nothing", best(cold), raw / "public")
    show("newsgen, nothing changed", measure(newsgen, raw, environment))
    with next((raw / "articles").iterdir()).open("a") as clipping:
        clipping.write("\nOne more line about Niger.\n")
    show("newsgen, one clipping changed", measure(newsgen, raw, environment))
    if peer:
        show("Pelican, from nothing", best(peer), tagged / "output")
        ratio, each = best(cold).wall / best(peer).wall, best(cold).wall * 1000 / count
        print(f"newsgen takes {ratio:.2f} times as long as Pelican: {each:.1f} ms a clipping")


def show(what: str, cost: Cost, output: Path | None = None) -> None:
    files = f"   {sum(path.is_file() for path in output.rglob('*'))} files" if output else ""
    print(f"{what:32} {cost}{files}")


if __name__ == "__main__":
    main()
