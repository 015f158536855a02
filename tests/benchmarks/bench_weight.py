"""How heavy the pages of a large archive are: the heaviest ones, the usual article, styles and scripts.

    PYTHONPATH=tests .venv/bin/python -m benchmarks.bench_weight --count 20000
    PYTHONPATH=tests .venv/bin/python -m benchmarks.bench_weight --site public          a site that is built already

No page should exceed 150 kB packed, a usual article 12 kB, the stylesheet 14 kB, the script of all pages 4 kB, the
scripts of the search 14 kB together.
"""

import gzip
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.generators import Newsgen
from benchmarks.measuring import measure
from benchmarks.workplace import make_parser, site_prepared

_LIKELY = 100
"""Pages that are packed to find the heaviest: those that are longest as they are."""


def pack(paths: Iterable[Path]) -> int:
    """Bytes of some files, each packed."""
    return sum(len(gzip.compress(path.read_bytes())) for path in paths)


def show(name: str, paths: list[Path]) -> None:
    """Print what some files weigh together."""
    raw = sum(path.stat().st_size for path in paths)
    print(f"{pack(paths) / 1000:9.1f} kB packed {raw / 1000:10.1f} kB   {name}")


def main() -> None:
    parser = make_parser(__doc__)
    parser.add_argument("--count", type=int, default=3000, help="how many clippings")
    parser.add_argument("--site", type=Path, help="measure this site, and build none")
    parser.add_argument("--most", type=int, default=10, help="how many pages are shown")
    arguments = parser.parse_args()
    if arguments.site:
        weigh(arguments.site, arguments.most)
        return
    with site_prepared(arguments.count) as (folder, environment):
        print(measure(Newsgen.command, folder, environment), file=sys.stderr)
        weigh(folder / Newsgen.output, arguments.most)


def weigh(site: Path, most: int) -> None:
    """Measure and print."""
    pages = sorted(site.rglob("*.html"), key=lambda path: path.stat().st_size, reverse=True)[:_LIKELY]
    for page in sorted(pages, key=lambda path: pack([path]), reverse=True)[:most]:
        show(page.relative_to(site).as_posix(), [page])
    articles = sorted((site / "articles").glob("*.html"), key=lambda path: path.stat().st_size)
    show(f"the middle one of {len(articles)} articles", [articles[len(articles) // 2]])
    static = site / "static"
    show("stylesheet", [static / "newsgen.css"])
    show("script of all pages", [static / "newsgen.js"])
    show("scripts of the search", sorted(static.glob("search*.js")))


if __name__ == "__main__":
    main()
