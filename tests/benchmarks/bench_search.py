"""The site's own search beside Pagefind's, on the same invented articles, in one run.

    python -m venv .venv-pagefind && .venv-pagefind/bin/pip install 'pagefind[bin]'
    PYTHONPATH=tests .venv/bin/python -m benchmarks.bench_search --pagefind .venv-pagefind/bin/python [--count 20000]

Told are: time and memory that making the index takes, its size; what a query of two words fetches and how long
it takes in Chromium, from the click to the results, with nothing of the index in the cache; and how well an
article is found again by three of its words: the mean reciprocal rank over 500 articles.
"""

import argparse
import gzip
import itertools
import os
import random
import shutil
import statistics
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.measuring import Cost, measure
from benchmarks.workplace import REPOSITORY, make_parser
from chromium import find_chromium
from newsgen.build import BuildOptions, build
from newsgen.build.current import Current
from newsgen.build.searching import index_search
from newsgen.memo import Memo
from newsgen.records.search import SearchInput, SearchName, SearchText

SYLLABLES = [
    consonant + vowel
    for consonant in ("b", "d", "f", "gr", "k", "l", "m", "n", "pr", "s", "t", "v", "z")
    for vowel in "aeiou"
]
NAMES = ["".join(parts) for parts in itertools.product(SYLLABLES[::5], SYLLABLES, SYLLABLES[::7])]
USUAL = ("the", "of", "and", "to", "in", "a", "said", "that", "for", "on", "was", "with", "by", "had", "from", "it")
COUNTRIES, OUTLETS, PEOPLE = 180, 40, 8000


def make_texts(count: int, seed: int = 1) -> Iterator[SearchText]:
    """Invented articles: their words are as unevenly spread as those of a language, and each keeps to a topic."""
    rng = random.Random(seed)
    words = [*USUAL, *("".join(parts) for parts in itertools.product(SYLLABLES, SYLLABLES, SYLLABLES[::4]))]
    rng.shuffle(words[len(USUAL) :])
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
    topics = [rng.sample(words[200:], 60) for _ in range(count // 25 + 1)]
    for number in range(count):
        topic, length = rng.choice(topics), min(3000, int(rng.lognormvariate(5.7, 0.6)))
        told = rng.choices(words, cum_weights=weights, k=length)
        told = [rng.choice(topic) if rng.random() < 0.2 else word for word in told]
        headline = " ".join(rng.choices(topic, k=6))
        month = f"{2015 + rng.randrange(10)}-{1 + rng.randrange(12):02}"
        yield SearchText(
            id=f"{headline.replace(' ', '-')}-{number}",
            href=f"articles/{number}.html",
            headline=headline.capitalize(),
            source=f"Outlet {number % OUTLETS}",
            date=month,
            month=month,
            day=1 + rng.randrange(28),
            language="en",
            body=". ".join(" ".join(told[start : start + 18]).capitalize() for start in range(0, length, 18)) + ".",
            further=(),
            facets=(
                f"outlet:{number % OUTLETS}",
                *sorted({f"country:{int(COUNTRIES * rng.random() ** 3)}" for _ in range(4)}),
                *sorted({f"person:{int(PEOPLE * rng.random() ** 3)}" for _ in range(5)}),
            ),
        )


def make_names(texts: Sequence[SearchText]) -> tuple[SearchName, ...]:
    """A name for each facet."""
    counts = Counter(facet for text in texts for facet in text.facets)
    return tuple(
        SearchName(
            kind=facet.partition(":")[0],  # type: ignore[arg-type]
            id=facet.partition(":")[2],
            name=f"{NAMES[place % len(NAMES)].title()} {NAMES[place * 7919 % len(NAMES)].title()}",
            href="index.html",
            articles=count,
            spellings=(),
        )
        for place, (facet, count) in enumerate(sorted(counts.items()))
    )


def write_pages(texts: Sequence[SearchText], folder: Path) -> None:
    """The articles as plain pages, for Pagefind."""
    (folder / "articles").mkdir(parents=True)
    for text in texts:
        body = f"<h1>{escape(text.headline)}</h1><p>{escape(text.body)}</p>"
        page = f'<!doctype html><html lang="en"><title>{escape(text.headline)}</title><main>{body}</main></html>'
        (folder / text.href).write_text(page)


def write_index(count: int, folder: Path) -> None:
    """What a build does for its index, all of it."""
    texts = tuple(make_texts(count))
    for name in ("words", "places", "facets", "names", "texts"):
        (folder / "search" / name).mkdir(parents=True)
    source = SearchInput(texts=texts, names=make_names(texts))
    with Memo(folder / "memo.sqlite") as memo:
        files, _ = index_search(source, memo, Current({}, {}, folder), options=BuildOptions(), progress=lambda *_: None)
    for file in files:
        (folder / file.path).write_bytes(file.data)


def write_site(folder: Path) -> None:
    """A site of one article, for its page of the search."""
    (folder / "site" / "articles").mkdir(parents=True)
    (folder / "site" / "articles" / "a.txt").write_text("A headline\n\nAccra, May 15, 2024 -- A text about Ghana.\n")
    build(folder / "site", folder / "public", BuildOptions(executor="serial"))
    shutil.rmtree(folder / "public" / "search")


class Handler(SimpleHTTPRequestHandler):
    """Serves files and keeps what was sent."""

    protocol_version = "HTTP/1.1"
    sent: list[bytes] = []  # noqa: RUF012  one server, one list

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_file():
            data = path.read_bytes()
            self.sent.append(data)
        super().do_GET()


def pick_words(texts: Sequence[SearchText], most: int, seed: int = 2) -> Iterator[tuple[int, list[str]]]:
    """(number of an article, three of its words that few enough articles have)."""
    rng = random.Random(seed)
    known = Counter(word for text in texts for word in set(text.body.lower().replace(".", "").split()))
    frequent = {word for word, _ in known.most_common(300)}
    for number in rng.sample(range(len(texts)), min(most, len(texts))):
        own = sorted({*texts[number].body.lower().replace(".", "").split()} - frequent)
        if len(own) >= 3:
            yield number, rng.sample(own, 3)


OURS = """async ([words]) => {
  const {scores} = await searchQuery.run(searchQuery.parse(words), []);
  const best = [...scores.keys()].sort((a, b) => scores.get(b) - scores.get(a) || a - b).slice(0, 20);
  return (await Promise.all(best.map(newsgenSearch.loadText))).map(text => text[0]);
}"""
THEIRS = """async ([words]) => {
  window.peer ??= await import("/pagefind/pagefind.js");
  const {results} = await window.peer.search(words);
  return (await Promise.all(results.slice(0, 20).map(one => one.data()))).map(one => one.raw_url ?? one.url);
}"""


def rank(browser: Browser, address: str, script: str, wanted: Sequence[tuple[int, list[str]]]) -> float:
    """Mean reciprocal rank of the articles among the first 20 answers."""
    page = browser.new_page()
    page.goto(address)
    total = 0.0
    for number, words in wanted:
        answers = [answer.rpartition("/")[2] for answer in page.evaluate(script, [" ".join(words)])]
        total += 1 / (answers.index(f"{number}.html") + 1) if f"{number}.html" in answers else 0
    page.close()
    return total / len(wanted)


WATCH = """() => {
  window.done = undefined;
  const began = performance.now();
  new MutationObserver((_, observer) => {
    if (!document.querySelector(".search-result")) return;
    window.done = performance.now() - began;
    observer.disconnect();
  }).observe(document.getElementById("search-results"), {childList: true});
  document.querySelector(".search-form button").click();
}"""


def time_queries(browser: Browser, address: str, queries: Sequence[str]) -> tuple[list[float], list[int], list[int]]:
    """Milliseconds from the click to the results, bytes and compressed bytes; nothing of the index is in the cache."""
    times, raw, packed = [], [], []
    for query in queries:
        page = browser.new_page()
        page.goto(f"{address}/search.html")
        page.locator("#search-input").evaluate("(input, text) => { input.value = text; }", query)
        Handler.sent.clear()
        page.evaluate(WATCH)
        page.wait_for_selector(".search-result")
        page.wait_for_load_state("networkidle")
        times.append(page.evaluate("window.done"))
        raw.append(sum(map(len, Handler.sent)))
        packed.append(sum(min(len(data), len(gzip.compress(data))) for data in Handler.sent))
        page.close()
    return times, raw, packed


def tell_size(folder: Path) -> str:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return f"{len(sizes)} files, {sum(sizes) / 1e6:.1f} MB, the largest {max(sizes) / 1e3:.0f} kB"


def show(what: str, told: object) -> None:
    print(f"{what:44} {told}", flush=True)


def main() -> None:
    parser = make_parser(__doc__)
    parser.add_argument("--count", type=int, default=20_000, help="how many articles")
    parser.add_argument("--wanted", type=int, default=500, help="articles to find again")
    parser.add_argument("--pagefind", help="the Python that has pagefind[bin]")
    parser.add_argument("--only-write", help=argparse.SUPPRESS)
    parser.add_argument("--only-make", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only_make:
        tuple(make_texts(arguments.count))
        return
    if arguments.only_write:
        write_index(arguments.count, Path(arguments.only_write))
        return
    with tempfile.TemporaryDirectory(prefix="newsgen-bench-") as name:
        run(Path(name), arguments)


def run(folder: Path, arguments: argparse.Namespace) -> None:
    """Measure and print."""
    texts = list(make_texts(arguments.count))
    write_site(folder)
    public = folder / "public"
    ours = [sys.executable, __file__, "--count", str(arguments.count), "--only-write"]
    empty = folder / "empty"
    found = {"PYTHONPATH": os.pathsep.join(str(REPOSITORY / name) for name in ("tests", "src"))}
    made = measure([*ours, str(folder), "--only-make"], folder, found)
    cost = measure([*ours, str(public)], folder, found)
    show("newsgen, index (wall, CPU, memory)", Cost(cost.wall - made.wall, cost.cpu - made.cpu, cost.memory))
    show("", tell_size(public / "search"))
    empty.mkdir()
    write_pages(texts, public / "peer")
    if arguments.pagefind:
        peer = measure(
            [
                arguments.pagefind,
                "-m",
                "pagefind",
                "--site",
                str(public / "peer"),
                "--output-path",
                str(public / "pagefind"),
            ],
            folder,
            {},
        )
        show("Pagefind, index (wall, CPU, memory)", peer)
        show("", tell_size(public / "pagefind"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(public)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    browse(f"http://127.0.0.1:{server.server_address[1]}", texts, arguments)
    server.shutdown()


def browse(address: str, texts: Sequence[SearchText], arguments: argparse.Namespace) -> None:
    """What a reader's browser does."""
    wanted = list(pick_words(texts, arguments.wanted))
    usual = [f"{words[0]} {words[1]}" for _, words in wanted[:20]]
    chromium = find_chromium()
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for what, queries in {
            "two words of an article": usual,
            "two of the most frequent words": ["said from"] * 5,
        }.items():
            times, raw, packed = time_queries(browser, address, queries)
            median, worst = statistics.median(times), max(times)
            weight = f"{max(raw) / 1e3:.0f} kB, compressed {max(packed) / 1e3:.0f} kB"
            show(f"newsgen, {what}", f"{median:.0f} ms (at most {worst:.0f}), at most {weight}")
        show("newsgen, mean reciprocal rank", f"{rank(browser, f'{address}/search.html', OURS, wanted):.3f}")
        if arguments.pagefind:
            show(
                "Pagefind, mean reciprocal rank",
                f"{rank(browser, f'{address}/peer/articles/0.html', THEIRS, wanted):.3f}",
            )
        browser.close()


if __name__ == "__main__":
    main()
