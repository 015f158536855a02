"""How long the lexicon takes to load, part by part, and the gazetteer to scan.

    PYTHONPATH=tests .venv/bin/python -m benchmarks.bench_lexicon

Prints milliseconds, the best of several runs.
"""

from collections.abc import Callable
from functools import partial
from importlib.resources import files
from timeit import repeat

from benchmarks.workplace import make_parser
from newsgen.annotate.countries import find_countries
from newsgen.annotate.material import gather_material
from newsgen.lexicon import load_lexicon
from newsgen.lexicon.calendar import read_calendar
from newsgen.lexicon.desk import read_desk
from newsgen.lexicon.gazetteer import read_gazetteer
from newsgen.lexicon.names import read_names
from newsgen.lexicon.topics import read_topics
from newsgen.records.article import Article

TEXT = (
    "The prime minister of Niger said on Tuesday that the agreement had been signed in good faith and would be kept. "
    "Michael Jordan, who leads the delegation, told reporters in Niamey that nothing had been settled yet. He added "
    "that American and Russian envoys had asked for another week, and that the talks would go on behind closed doors "
    "until all of the open questions had been answered, among them the price of the base and the date of departure. "
)
"""About as dense with names as news are."""
RUNS = 7


def best(work: Callable[[], object], times: int = 1) -> float:
    """Milliseconds of the fastest run."""
    return 1000 * min(repeat(work, number=times, repeat=RUNS)) / times


def read_files() -> dict[str, bytes]:
    """The data files by name."""
    folder = files("newsgen") / "data"
    return {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.name.endswith((".json", ".yaml"))}


def main() -> None:
    make_parser(__doc__).parse_args()
    data = read_files()
    parts: dict[str, Callable[[dict[str, bytes]], object]] = {
        "gazetteer": read_gazetteer,
        "names": read_names,
        "calendar": read_calendar,
        "topics": read_topics,
        "desk": read_desk,
    }
    times = {name: best(partial(read, data)) for name, read in parts.items()}
    times["files"] = best(read_files)
    for name, milliseconds in times.items():
        print(f"{name:<36}{milliseconds:8.2f} ms")
    print(f"{'all of it (to stay below 100)':<36}{sum(times.values()):8.2f} ms")

    lexicon = load_lexicon()
    body = TEXT * 10
    article = Article(path="x", headline="News", text=f"News\n\n{body}", body_start=6)
    thousands = len(body) / 1000
    scan = best(lambda: lexicon.gazetteer.scan(body), 100) / thousands
    find = best(lambda: find_countries(article, gather_material(article, lexicon)), 100) / thousands
    print(f"{'scan, 1,000 characters':<36}{scan:8.3f} ms")
    print(f"{'find_countries, 1,000 characters':<36}{find:8.3f} ms")


if __name__ == "__main__":
    main()
