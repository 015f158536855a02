"""What reading a clipping costs: layout and each pass of annotation, in time and in a worker's memory.

    PYTHONPATH=tests .venv/bin/python -m benchmarks.bench_reading [--profile]

Prints milliseconds of CPU for an article of about 1,000 characters and one of about 6,000, of ordinary news text and of
text that names somebody and some day in every sentence, with each step's share; how the cost for 1,000 characters of
the longer one compares with the shorter's (1.0: it grows with the length and no faster); the peak memory of a process
that has read 500 of them, and what loading the lexicon takes. `--profile` lists the functions that take most.
"""

import cProfile
import multiprocessing
import pstats
import resource
from collections.abc import Sequence
from itertools import cycle
from time import process_time

from benchmarks.workplace import make_parser
from newsgen.annotate import PASSES, annotate
from newsgen.annotate.material import gather_material
from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.records.clipping import Clipping
from newsgen.records.options import ReadingOptions
from newsgen.records.reading import Reading

ORDINARY = (
    "Residents of the old harbour quarter woke to the sound of excavators as the city began to clear the warehouses "
    "that had stood empty for a generation. The plan, drawn up by the works office, foresees housing for four "
    "thousand people, a school and a strip of park along the water.",
    "“We have waited long enough for somebody to do something here,” said Mariama Sow, who runs a bakery beside the "
    "former customs house. She hopes that the new neighbours will bring back the trade that left when the ferries "
    "moved to the deep-water port on the other side of the bay.",
    "The council of Lomé approved the scheme on Tuesday after a debate of seven hours. Opponents had warned that rents "
    "would rise and that nobody had asked the fishermen, whose boats lie where the first foundations are to be poured.",
    "Money comes from the state, from a regional bank and, to a smaller part, from Norway, which has paid for similar "
    "works in three other towns along the coast. The engineers expect the ground to be difficult: much of the quarter "
    "stands on rubble that was tipped into the lagoon, and every wall will need piles.",
    "Work on the sea wall is to be finished before the rains. What happens to the market hall, the one building that "
    "everybody wants to keep, will be decided later; an architect has been asked to find out whether its iron roof can "
    "be saved, and what that would cost.",
)
DENSE = (
    "Back in October 2023 the foreign minister of Togo, Kossi Amegah, visited Oslo and held talks there.",
    "President Mariama Sow said on Tuesday that the accord with Norway would end by 15 September. “We have waited "
    "long enough for an answer,” she told a newspaper in an interview published last week.",
    "About 1,200 soldiers arrived on April 10. The army had removed General Peter Okoye from power in July 2022.",
    "According to the ministry, exports fell in the third quarter from those of a year earlier, to $3.5 million.",
    "Nobody in the town of Lomé could say what would come of it; the market, the port and the schools stayed open.",
)
ROUNDS = 40
READ_BY_A_WORKER = 500
LISTED = 25


def make_clipping(paragraphs: Sequence[str], size: int) -> Clipping:
    """A clipping of about so many characters."""
    body: list[str] = []
    for paragraph in cycle(paragraphs):
        if body and sum(map(len, body)) + len(paragraph) / 2 > size - 100:
            break
        body.append(paragraph)
    text = "\n\n".join(
        ["Togo and Norway part ways", f"LOMÉ, May 15 (SWS) -- {body[0]}", *body[1:], "Sample Wire Service"]
    )
    return Clipping(path="articles/x.txt", text=text, encoding="utf-8", digest="")


def measure(clipping: Clipping) -> dict[str, float]:
    """Milliseconds for each step, the best of several rounds."""
    lexicon, options = load_lexicon(), ReadingOptions()
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        start = process_time()
        article = parse_article(clipping, options, lexicon)
        spent = {"layout": process_time() - start}
        start = process_time()
        material = gather_material(article, lexicon)
        spent["material"] = process_time() - start
        reading = Reading(article=article)
        for name, run in PASSES:
            start = process_time()
            reading = run(reading, material)
            spent[name] = process_time() - start
        best = {name: min(best.get(name, seconds), seconds) for name, seconds in spent.items()}
    return {name: seconds * 1000 for name, seconds in best.items()}


def show(kind: str, paragraphs: Sequence[str]) -> None:
    """Prints the table for one kind of text."""
    clippings = make_clipping(paragraphs, 1000), make_clipping(paragraphs, 6000)
    short, long = (measure(clipping) for clipping in clippings)
    sizes = [len(clipping.text) for clipping in clippings]
    print(f"\n{kind:<12} {sizes[0]:>9,} {'share':>7} {sizes[1]:>11,} {'share':>7} {'ratio':>6}")
    whole = sum(short.values()), sum(long.values())
    for name, one, six in [*((name, short[name], long[name]) for name in short), ("all", *whole)]:
        ratio = (six / sizes[1]) / (one / sizes[0])
        print(f"{name:<12} {one:6.3f} ms {one / whole[0]:7.0%} {six:8.3f} ms {six / whole[1]:7.0%} {ratio:6.2f}")


def read_many() -> int:
    """Peak memory in MB of this process, after it has read many articles."""
    lexicon, options = load_lexicon(), ReadingOptions()
    for number in range(READ_BY_A_WORKER):
        clipping = make_clipping((ORDINARY, DENSE)[number % 2], 500 + number % 50 * 100)
        annotate(parse_article(clipping, options, lexicon), lexicon)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def profile() -> None:
    """Prints the functions that take most, over articles of both kinds."""
    lexicon, options = load_lexicon(), ReadingOptions()
    clippings = [make_clipping(kind, size) for kind in (ORDINARY, DENSE) for size in (1000, 6000)]
    with cProfile.Profile() as profiler:
        for _ in range(ROUNDS):
            for clipping in clippings:
                annotate(parse_article(clipping, options, lexicon), lexicon)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(LISTED)


def main() -> None:
    parser = make_parser(__doc__)
    parser.add_argument("--profile", action="store_true", help="list the functions that take most")
    arguments = parser.parse_args()
    start = process_time()
    load_lexicon()
    print(f"lexicon loaded in {(process_time() - start) * 1000:.0f} ms of CPU")
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        print(f"a worker that read {READ_BY_A_WORKER} articles took {pool.apply(read_many)} MB at its peak")
    show("ordinary", ORDINARY)
    show("dense", DENSE)
    if arguments.profile:
        profile()


if __name__ == "__main__":
    main()
