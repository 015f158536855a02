"""Speed of resolution and index: CPU time and memory at several sizes, which tell whether the cost stays linear.

    PYTHONPATH=tests .venv/bin/python -m benchmarks.bench_resolve --count 5000 20000

Each size runs in a process of its own, for the most memory that a process ever held is all that can be asked of it. The
last column is that of a fixed piece of work, to tell a slow machine from slow code.
"""

import gc
import random
import resource
import subprocess
import sys
import time
from itertools import product

from benchmarks.workplace import make_parser
from factories import Told, make_clipping, make_person, make_reading
from newsgen.index import index
from newsgen.lexicon import load_lexicon
from newsgen.records.entities import Entities
from newsgen.records.options import SiteOptions
from newsgen.records.reading import LocalPerson, Reading
from newsgen.resolve import resolve

SIZES = (5_000, 20_000, 80_000)
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnrs" for vowel in "aeio"]
COMMON = ("Smith", "Jones", "Khan", "Garcia", "Mohamed", "Kim", "Ivanov", "Nguyen")
GIVEN = (
    *("Anna", "Omar", "John", "Maria", "Ali", "Mohamed", "Ivan", "Jose", "Fatima"),
    *("Peter", "Susan", "Kofi", "Amina", "Yuri", "Carlos", "Leila", "Hans", "Mei"),
)
TITLES = ("", "", "President", "General", "Minister", "Senator", "Mr", "Mrs", "Foreign Minister")
CODES = ("NE", "US", "FR", "RU", "ML", "BF", "NG", "DE", "GB", "CN")
TOPICS = ("attack", "talks", "visit", "election", "withdrawal", "protest", "statement", "agreement", "coup")
WORDS = ["".join(syllables) for syllables in product(SYLLABLES, SYLLABLES[::3], SYLLABLES[::3])]


def make_archive(size: int, seed: int = 1) -> list[Reading]:
    """An archive of invented articles with three persons and three reports each."""
    rng = random.Random(seed)
    cast = [_make_name(rng) for _ in range(size // 2)]
    return [_make_article(rng, number, cast) for number in range(size)]


def _make_name(rng: random.Random) -> tuple[str, str, str]:
    family = rng.choice(COMMON) if rng.random() < 0.25 else "".join(rng.choices(SYLLABLES, k=3)).title()
    given = " ".join([rng.choice(GIVEN), "".join(rng.choices(SYLLABLES, k=3)).title()][: 1 + (rng.random() < 0.7)])
    return f"{given} {family}", rng.choice(TITLES), rng.choice(CODES)


def _make_article(rng: random.Random, number: int, cast: list[tuple[str, str, str]]) -> Reading:
    # Few are named often, most seldom.
    chosen = {cast[int(len(cast) * rng.random() ** 3)] for _ in range(3)}
    year, month, day = 2019 + rng.randrange(6), 1 + rng.randrange(12), 1 + rng.randrange(28)
    people = [_make_local(rng, *one) for one in sorted(chosen)]
    return make_reading(
        f"articles/{number:06}.txt",
        *people,
        headline=f"{rng.choice(WORDS)} and {rng.choice(WORDS)} in the {rng.choice(WORDS)} {number}".capitalize(),
        published=f"{year}-{month:02}-{day:02}",
        source=f"Outlet {rng.randrange(40)}",
        countries={code: place == 0 for place, code in enumerate(rng.sample(CODES, 3))},
        told=[_make_told(rng, year, month, len(people)) for _ in range(3)],
    )


def _make_local(rng: random.Random, name: str, title: str, code: str) -> LocalPerson:
    words = name.split()
    if rng.random() < 0.15:
        words = words[-1:]
    elif rng.random() < 0.05:
        words[-1] = words[-1][:-1] + rng.choice("aeiou")
    return make_person(" ".join(words), title, countries=(code,) if rng.random() < 0.4 else ())


def _make_told(rng: random.Random, year: int, month: int, people: int) -> Told:
    date = rng.choice([f"{year}-{month:02}-{1 + rng.randrange(28):02}"] * 7 + [f"{year}-{month:02}"] * 2 + [f"{year}"])
    words = rng.sample(WORDS, 12)
    return Told(
        date,
        f"On that day the {' '.join(words)} came before {rng.choice(CODES)}.",
        topics=rng.sample(TOPICS, rng.randrange(3)),
        countries=rng.sample(CODES, 1 + rng.randrange(2)),
        people=rng.sample(range(people), min(people, rng.randrange(3))),
    )


def measure(size: int) -> str:
    """One row of the table."""
    lexicon = load_lexicon()
    resolve(make_archive(50), (), lexicon)
    readings = make_archive(size)
    clippings = [make_clipping(reading) for reading in readings]
    before = _peak()
    gc.disable()  # as the build does around these stages
    start = time.process_time()
    entities: Entities = resolve(readings, (), lexicon)
    resolved = time.process_time()
    index(clippings, readings, entities, SiteOptions(title="Bench"), lexicon)
    done = time.process_time()
    mentions = sum(person.mentions for reading in readings for person in reading.people)
    row = f"{size:>9} {mentions:>9} {len(entities.people):>8} {len(entities.events):>8}"
    times = f"{resolved - start:>10.2f} {done - resolved:>8.2f} {1e6 * (done - start) / size:>14.0f}"
    return f"{row} {times} {before:>9} {_peak() - before:>9} {_time_fixed_work():>8.2f}"


def _peak() -> int:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _time_fixed_work() -> float:
    start = time.process_time()
    made = {str(number): (number,) for number in range(300_000)}
    return time.process_time() - start if made else 0.0


def main() -> None:
    parser = make_parser(__doc__)
    parser.add_argument("--count", type=int, nargs="+", default=SIZES, help="how many articles")
    sizes = parser.parse_args().count
    if len(sizes) == 1:
        print(measure(sizes[0]))
        return
    head = f"{'articles':>9} {'mentions':>9} {'people':>8} {'events':>8} {'resolve s':>10} {'index s':>8}"
    print(f"{head} {'µs an article':>14} {'MB input':>9} {'MB more':>9} {'fixed s':>8}")
    for size in sizes:
        subprocess.run([sys.executable, "-m", "benchmarks.bench_resolve", "--count", str(size)], check=True)


if __name__ == "__main__":
    main()
