"""How long builds take, beside Hugo and Pelican with the same articles, in one run.

    make bench                                                     all of it; takes a while
    PYTHONPATH=tests .venv/bin/python -m benchmarks.bench_build --count 1000 --rounds 1 --only cold body

newsgen gets raw clippings and finds people, countries, dates and outlets by itself; the others get the same articles
with all their tags typed. All run as their users run them: newsgen as an installed wheel, Hugo without `--gc`, Pelican
with its cache. The three take turns, so that a busy machine slows all of them, and the median of the rounds is shown.
CPU is that of all processes, and so is the memory where it stood highest.

Builds of N articles: from nothing (`cold`), again with nothing changed (`unchanged`), after an edit of one article's
body (`body`), with one article more (`article`), and after an edit of the template of articles (`template`). Without
`--count` there are 1,000, 5,000 and 20,000 of them, and 100,000 for newsgen alone.
"""

import argparse
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.clippings import choose_edited, make_clipping, make_clippings
from benchmarks.comparing import compare_sites
from benchmarks.generators import GENERATORS, Generator
from benchmarks.measuring import Cost, find_median, measure, tell_machine
from benchmarks.workplace import make_parser, workplace

COUNTS = (1_000, 5_000, 20_000)
ALONE = 100_000
"""So many, newsgen builds without company."""

CASES = {
    "cold": "from nothing",
    "unchanged": "nothing changed",
    "body": "one body edited",
    "article": "one article added",
    "template": "one template edited",
}
"""What is done to a site before it is built, in this order, and in words."""


@dataclass(frozen=True)
class Contest:
    """Sites of the same articles."""

    folder: Path
    """Holds the folder of each site."""
    count: int
    generators: Sequence[Generator]
    environment: dict[str, str]
    costs: dict[tuple[str, str], list[Cost]] = field(default_factory=dict)
    """Of each case and generator."""

    def write(self) -> None:
        """Write the sites."""
        for generator in self.generators:
            generator.prepare(self._locate(generator))
        for clipping in make_clippings(self.count):
            for generator in self.generators:
                generator.add(self._locate(generator), clipping)

    def run(self, case: str, edition: int) -> None:
        """Build all sites once, in an order that turns with each round."""
        turn = edition % len(self.generators)
        for generator in (*self.generators[turn:], *self.generators[:turn]):
            self._change(case, generator, edition)
            cost = measure(generator.command, self._locate(generator), self.environment)
            self.costs.setdefault((case, generator.name), []).append(cost)
            print(f"{self.count:8,} {case:9} {generator.name:8} {cost}", file=sys.stderr)

    def compare(self) -> list[str]:
        """What pages each has; raises SystemExit if one lacks some."""
        outputs = {generator.name: self._locate(generator) / generator.output for generator in self.generators}
        return compare_sites(outputs, self.count)

    def tell(self) -> Iterator[str]:
        """The rows of the table."""
        for case, name in self.costs:
            yield _write_row(self, case, name)

    def _change(self, case: str, generator: Generator, edition: int) -> None:
        folder = self._locate(generator)
        match case:
            case "cold":
                generator.forget(folder)
            case "body":
                generator.edit_body(folder, choose_edited(self.count), edition)
            case "article":
                generator.add(folder, make_clipping(self.count + edition))
            case "template":
                generator.edit_template(folder, edition)

    def _locate(self, generator: Generator) -> Path:
        return self.folder / generator.name


HEAD = (
    "| articles | built | by | wall | CPU | memory | newsgen takes of it: wall | CPU | memory |\n"
    "| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def _write_row(contest: Contest, case: str, name: str) -> str:
    cost = find_median(contest.costs[case, name])
    cells = [
        f"{contest.count:,}",
        CASES[case],
        name,
        f"{cost.wall:.2f} s",
        f"{cost.cpu:.2f} s",
        f"{cost.memory:.0f} MB",
    ]
    own = contest.costs.get((case, "newsgen"))
    if own and name != "newsgen":
        ratio = find_median([ours.over(theirs) for ours, theirs in zip(own, contest.costs[case, name], strict=True)])
        cells += [f"{ratio.wall:.2f} ×", f"{ratio.cpu:.2f} ×", f"{ratio.memory:.2f} ×"]
    else:
        cells += [""] * 3
    return f"| {' | '.join(cells)} |"


def show_growth(larger: Contest, smaller: Contest) -> None:
    """Print how many times as much newsgen takes for the larger archive."""
    if cost := larger.costs.get(("cold", "newsgen")):
        ratio = find_median(cost).over(find_median(smaller.costs["cold", "newsgen"]))
        sizes = f"From {smaller.count:,} to {larger.count:,} articles, from nothing"
        print(
            f"\n{sizes}: {ratio.wall:.2f} × the wall time, {ratio.cpu:.2f} × the CPU, {ratio.memory:.2f} × the memory"
        )


def parse_arguments() -> argparse.Namespace:
    names = [generator.name for generator in GENERATORS]
    parser = make_parser(__doc__)
    parser.add_argument("--count", type=int, nargs="+", help="how many articles; default: all that are to be measured")
    parser.add_argument("--rounds", type=int, default=3, help="how often each case is built")
    parser.add_argument("--only", nargs="+", choices=list(CASES), default=list(CASES), help="some of the cases")
    parser.add_argument("--by", nargs="+", choices=names, default=names, help="some of the generators")
    return parser.parse_args()


def main() -> None:
    arguments = parse_arguments()
    generators = [generator for generator in GENERATORS if generator.name in arguments.by]
    print(f"{tell_machine()}; median of {arguments.rounds}\n\n{HEAD}", flush=True)
    with workplace() as (folder, environment):
        environment["HUGO_CACHEDIR"] = f"{folder.parent}/cache"
        for count in arguments.count or COUNTS:
            contest = Contest(folder / str(count), count, generators, environment)
            hold(contest, arguments.only, arguments.rounds)
        if not arguments.count:
            newsgen = [generator for generator in generators if generator.name == "newsgen"]
            alone = Contest(folder / str(ALONE), ALONE, newsgen, environment)
            hold(alone, arguments.only, rounds=1)
            show_growth(alone, contest)


def hold(contest: Contest, cases: Sequence[str], rounds: int) -> None:
    """Measure and print."""
    contest.write()
    if "cold" not in cases:  # the others build on it
        contest.run("cold", 0)
        contest.costs.clear()
    for edition in range(rounds):
        for case in [case for case in CASES if case in cases]:
            contest.run(case, edition)
    print("\n".join(contest.tell()), flush=True)
    print("\n".join(contest.compare()), file=sys.stderr)
    shutil.rmtree(contest.folder)


if __name__ == "__main__":
    main()
