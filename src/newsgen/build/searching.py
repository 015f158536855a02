"""The index of the site's search.

The words of each article are remembered, and what the published index was made from. If some articles have changed
since, the entries of their words are amended in the files that are published, and all other files stay; if most have,
or the files are not as they should be, the same is done to an index without any article.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from newsgen.build.batches import run_stage, without_collector
from newsgen.build.code import digest_code, identify_code
from newsgen.build.current import Current
from newsgen.build.report import BuildOptions, Progress
from newsgen.canon import digest, encode
from newsgen.execute import Job
from newsgen.memo import Memo
from newsgen.pages import SEARCH_INDEX
from newsgen.publish import PublishedFile
from newsgen.records.output import OutputFile
from newsgen.records.search import SearchInput, SearchLedger, SearchText
from newsgen.search.amending import Gone, PlacesUnknownError, amend, note_gone
from newsgen.search.assemble import INDEX, IndexFile, make_index
from newsgen.search.earlier import NO_INDEX, EarlierIndex
from newsgen.search.gathering import Entry, Piece, gather, join_pieces
from newsgen.search.numbers import number_articles
from newsgen.search.reading import Reading, parse_reading, read_text, write_reading

_MANY = 8
"""If more than one article in so many has changed, beginning anew takes no longer than amending."""
_RUN = 2500
"""Articles that a worker gathers the words of at once, at most."""
_RUNS = 8
"""Runs that a smaller archive is cut into, so that each worker has some."""

_Wanted = tuple[int, SearchText | bytes]
"""Number of an article; its text, or its words as they are remembered."""


class _Run(NamedTuple):
    """What comes of some articles by ascending numbers."""

    articles: int
    """How many they are."""
    pieces: dict[str, Piece]
    """For each word what it is in them."""
    readings: list[tuple[int, bytes]]
    """Numbers of those whose words were not remembered, and these words, to be."""


_Articles = Mapping[tuple[int, str], SearchText]
"""By its number and the key of its words, what the search knows of an article."""


class _Base(NamedTuple):
    """The index to be amended."""

    earlier: EarlierIndex
    articles: frozenset[tuple[int, str]]
    """Numbers of its articles, and the keys of their words."""
    gone: Gone
    """What those of its articles had that are no longer."""


def index_search(
    gathered: SearchInput, memo: Memo, current: Current, *, options: BuildOptions, progress: Progress
) -> tuple[Sequence[Callable[[], OutputFile]], list[PublishedFile]]:
    """What makes each file of the index that is to be written, and the files that may stay."""
    state = digest(digest_code(), encode(gathered))
    published = _find_published(current)
    if published and published[SEARCH_INDEX + INDEX].key == state:
        return (), list(published.values())
    articles = _key_articles(gathered.texts)
    gather_new = partial(_gather_new, articles, memo=memo, options=options, progress=progress)
    base = _recall(published, current.output, memo, articles)
    try:
        words = amend(base.earlier, base.gone, gather_new(base.articles))
    except PlacesUnknownError:
        base = _begin_anew()
        words = amend(base.earlier, base.gone, gather_new(base.articles))
    _keep_ledger(
        state,
        SearchLedger(articles=tuple(articles), sizes=tuple((word, *size) for word, size in words.sizes.items())),
        memo,
    )
    texts = [(number, text) for (number, _), text in articles.items()]
    files = list(make_index(texts, gathered.names, words, base.earlier))
    kept = {file.name: published[SEARCH_INDEX + file.name] for file in files if _may_stay(file, published)}
    return [partial(_make_file, file, state) for file in files if file.name not in kept], list(kept.values())


def _find_published(current: Current) -> dict[str, PublishedFile]:
    """The published files of the index; none unless all of them are as they should be."""
    files = {path: file for path, file in current.manifest.items() if path.startswith(SEARCH_INDEX)}
    return files if SEARCH_INDEX + INDEX in files and files.keys() <= current.intact.keys() else {}


def _key_articles(texts: Sequence[SearchText]) -> dict[tuple[int, str], SearchText]:
    """The articles by ascending numbers."""
    code, named = digest_code(), {text.id: text for text in texts}
    return {
        (number, digest(code, encode((text.headline, text.body, text.further)))): text
        for number, text in ((number, named[name]) for name, number in number_articles(named).items())
    }


def _begin_anew() -> _Base:
    return _Base(NO_INDEX, frozenset(), {})


def _recall(published: Mapping[str, PublishedFile], output: Path, memo: Memo, articles: _Articles) -> _Base:
    """The published index, if it is worth amending and all that it takes is remembered; else one without articles."""
    index = published.get(SEARCH_INDEX + INDEX)
    ledger = _recall_ledger(index.key, memo) if index else None
    if ledger is None:
        return _begin_anew()
    known = frozenset(ledger.articles)
    gone, come = known - articles.keys(), articles.keys() - known
    readings = memo.get_many(sorted({key for _, key in gone}))
    if (len(gone) + len(come)) * _MANY > len(articles) or any(key not in readings for _, key in gone):
        return _begin_anew()
    sizes = {word: (postings, room) for word, postings, room in ledger.sizes}
    earlier = EarlierIndex(sizes, lambda name: (output / SEARCH_INDEX / name).read_bytes())
    return _Base(earlier, known, note_gone((number, parse_reading(readings[key])) for number, key in gone))


def _recall_ledger(state: str, memo: Memo) -> SearchLedger | None:
    key = _key_ledger(state)
    data = memo.get_many([key]).get(key)
    return msgspec.msgpack.decode(data, type=SearchLedger) if data else None


def _key_ledger(state: str) -> str:
    return digest("ledger", state)


def _keep_ledger(state: str, ledger: SearchLedger, memo: Memo) -> None:
    """Remember what the index is made from, and forget words that no article has had for long."""
    memo.put_many([(_key_ledger(state), encode(ledger))])
    memo.forget_unused([_key_ledger(state), *(key for _, key in ledger.articles)])


def _may_stay(file: IndexFile, published: Mapping[str, PublishedFile]) -> bool:
    known = published.get(SEARCH_INDEX + file.name)
    return file.key is None or (known is not None and known.key == file.key)


def _make_file(file: IndexFile, state: str) -> OutputFile:
    """A file; `index.js` tells by its key which state of the archive the index is of."""
    key = state if file.name == INDEX or file.key is None else file.key
    return OutputFile(path=SEARCH_INDEX + file.name, data=file.make(), key=key)


def _gather_new(
    articles: _Articles, known: Container[tuple[int, str]], *, memo: Memo, options: BuildOptions, progress: Progress
) -> dict[str, Entry]:
    """For each word what it is in the articles that are not known."""
    wanted = [article for article in articles if article not in known]
    remembered = {} if options.full else memo.get_many([key for _, key in wanted])
    items = [(number, remembered.get(key) or articles[number, key]) for number, key in wanted]
    size = min(_RUN, 1 + len(items) // _RUNS)
    runs = [items[start : start + size] for start in range(0, len(items), size)]
    job = Job(gather_runs, runs, "search", _name_run, identify_code, span=1)
    made = run_stage(job, len(items), _count_articles, executor=options.executor, progress=progress)
    return join_pieces(_keep_readings(made, dict(wanted), memo))


def _count_articles(made: Iterable[_Run]) -> int:
    return sum(run.articles for run in made)


def _keep_readings(made: Iterable[_Run], keys: Mapping[int, str], memo: Memo) -> Iterator[Mapping[str, Piece]]:
    """What each run says of words, once its readings are remembered."""
    for run in made:
        memo.put_many([(keys[number], reading) for number, reading in run.readings])
        yield run.pieces


def gather_runs(runs: Sequence[Sequence[_Wanted]]) -> list[_Run]:
    """What each run of articles says of words; runs in a worker."""
    with without_collector():
        return [_gather_run(items) for items in runs]


def _gather_run(items: Sequence[_Wanted]) -> _Run:
    """For each word what it is in these articles, and the words of those not remembered."""
    read = [(number, _read(known)) for number, known in items]
    fresh = [
        (number, write_reading(reading))
        for (number, known), (_, reading) in zip(items, read, strict=True)
        if isinstance(known, SearchText)
    ]
    return _Run(len(items), gather(read), fresh)


def _name_run(items: Sequence[_Wanted]) -> str:
    """What a run of articles is called in messages: its first one."""
    _, known = items[0]
    return f"{known.id} and others" if isinstance(known, SearchText) else "remembered words"


def _read(known: SearchText | bytes) -> Reading:
    return read_text(known) if isinstance(known, SearchText) else parse_reading(known)
