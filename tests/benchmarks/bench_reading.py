"""What reading a clipping costs: layout and each pass of annotation, per 1,000 characters.

    python tests/benchmarks/bench_reading.py

Prints milliseconds and each step's share of the whole, for articles of about 1,000 and 6,000 characters, and how the
longer one compares with the shorter: 1.0 means that the cost grows with the length and no faster.
"""

from time import process_time

from newsgen.annotate import PASSES
from newsgen.annotate.material import gather_material
from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.records.clipping import Clipping
from newsgen.records.options import ReadingOptions
from newsgen.records.reading import Reading

PARAGRAPHS = (
    "Back in October 2023 the foreign minister of Togo, Kossi Amegah, visited Oslo and held talks there.",
    "President Mariama Sow said on Tuesday that the accord with Norway would end by 15 September. “We have waited "
    "long enough for an answer,” she told a newspaper in an interview published last week.",
    "About 1,200 soldiers arrived on April 10. The army had removed General Peter Okoye from power in July 2022.",
    "According to the ministry, exports fell in the third quarter from those of a year earlier, to $3.5 million.",
    "Nobody in the town of Lomé could say what would come of it; the market, the port and the schools stayed open.",
)
ROUNDS = 40


def make_clipping(size: int) -> Clipping:
    """A clipping of at least so many characters."""
    body: list[str] = []
    while sum(map(len, body)) < size:
        body.append(PARAGRAPHS[len(body) % len(PARAGRAPHS)])
    text = "\n\n".join(
        ["Togo and Norway part ways", f"LOMÉ, May 15 (SWS) -- {body[0]}", *body[1:], "Sample Wire Service"]
    )
    return Clipping(path="articles/x.txt", text=text, encoding="utf-8", digest="")


def measure(size: int) -> dict[str, float]:
    """Seconds per 1,000 characters for each step, the best of several rounds."""
    lexicon, options, clipping = load_lexicon(), ReadingOptions(), make_clipping(size)
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
    return {name: seconds * 1000 / len(clipping.text) for name, seconds in best.items()}


def main() -> None:
    """Prints the table."""
    short, long = measure(1000), measure(6000)
    whole = {"all": sum(short.values())}, {"all": sum(long.values())}
    print(f"{'step':<10} {'1,000':>9} {'share':>6} {'6,000':>9} {'share':>6} {'ratio':>6}")
    for name in [*short, "all"]:
        one, six = (short | whole[0])[name], (long | whole[1])[name]
        shares = one / whole[0]["all"], six / whole[1]["all"]
        print(
            f"{name:<10} {one * 1000:6.3f} ms {shares[0]:6.0%} {six * 1000:6.3f} ms {shares[1]:6.0%} {six / one:6.2f}"
        )


if __name__ == "__main__":
    main()
