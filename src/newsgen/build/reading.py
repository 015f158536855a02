"""Layout and annotation of all clippings, remembered by what they depend on."""

from array import array
from collections.abc import Sequence
from functools import partial
from operator import attrgetter

import msgspec

from newsgen.annotate import annotate_articles
from newsgen.build.batches import map_batches, remember
from newsgen.build.code import digest_code
from newsgen.build.report import BuildOptions, Progress
from newsgen.canon import digest, digest_of, encode
from newsgen.errors import Diagnostic, NewsgenError
from newsgen.layout import parse_articles
from newsgen.lexicon import load_lexicon
from newsgen.memo import Memo
from newsgen.recognise import FAULT, ask_recognisers, fingerprint_recognisers, forget_origins
from newsgen.records.article import Article
from newsgen.records.clipping import Clipping
from newsgen.records.options import ReadingOptions
from newsgen.records.reading import Reading
from newsgen.shelf import Pack, Shelf, shelve

_DECODER: msgspec.msgpack.Decoder[Reading] = msgspec.msgpack.Decoder(Reading)


def read_clippings(
    clippings: Sequence[Clipping],
    reading: ReadingOptions,
    memo: Memo,
    *,
    options: BuildOptions,
    progress: Progress,
) -> tuple[Shelf[Reading], frozenset[str]]:
    """The reading of each clipping, in order, and the paths of those that had to be made anew.

    Raises ConfigError if a recogniser that `site.yaml` asks for cannot be had.
    """
    reading = fingerprint_recognisers(reading)
    shared = digest(digest_code(), load_lexicon().digest, digest_of(forget_origins(reading)))
    keys = [digest(shared, clipping.path, clipping.digest) for clipping in clippings]
    pack = Pack(memo.path.parent)
    known = {key: pack.add(value) for key, value in (() if options.full else memo.get_each(keys))}
    wanted = [(key, clipping) for key, clipping in zip(keys, clippings, strict=True) if key not in known]
    made = map_batches(
        partial(read_batch, reading),
        [clipping for _, clipping in wanted],
        executor=options.executor,
        stage="read",
        name_item=attrgetter("path"),
        progress=progress,
    )
    pairs = ((key, value) for (key, _), value in zip(wanted, made, strict=True))
    stamps = {key: key for key in keys}
    for key, value in remember(pairs, memo, lasts=_is_lasting):
        known[key] = pack.add(value)
        if not _is_lasting(value):
            stamps[key] = digest(key, value)
    memo.forget_unused(keys)
    places = array("Q", (known[key] for key in keys))
    readings = shelve(Reading, pack, places, stamps=tuple(stamps.values()))
    return readings, frozenset(clipping.path for _, clipping in wanted)


def _is_lasting(encoded: bytes) -> bool:
    """Whether it may be remembered: a recogniser that failed, for want of memory say, may not fail again."""
    # Few need to be looked into: the code of the message stands in its bytes as it is.
    return FAULT.encode() not in encoded or all(item.code != FAULT for item in _DECODER.decode(encoded).diagnostics)


def read_batch(options: ReadingOptions, clippings: Sequence[Clipping]) -> list[bytes]:
    """The encoded reading of each clipping; runs in a worker."""
    return list(map(encode, _read(clippings, options)))


def _read(clippings: Sequence[Clipping], options: ReadingOptions) -> list[Reading]:
    """The reading of each clipping; whatever is wrong with one of them does not stop the others."""
    try:
        return _read_together(clippings, options)
    except NewsgenError:  # of a recogniser, and about more than one clipping
        raise
    except Exception as error:
        if len(clippings) == 1:
            return [_failed(clippings[0], error)]
    return [reading for clipping in clippings for reading in _read([clipping], options)]


def _read_together(clippings: Sequence[Clipping], options: ReadingOptions) -> list[Reading]:
    """The reading of each clipping; raises what is raised for one of them."""
    lexicon = load_lexicon()
    articles = parse_articles(clippings, options, lexicon)
    asked = [ask_recognisers(article, options.recognisers) for article in articles]
    readings = annotate_articles(articles, lexicon, [findings for findings, _ in asked])
    return [
        msgspec.structs.replace(reading, diagnostics=(*clipping.diagnostics, *reading.diagnostics, *faults))
        for clipping, reading, (_, faults) in zip(clippings, readings, asked, strict=True)
    ]


def _failed(clipping: Clipping, error: Exception) -> Reading:
    message = f"newsgen failed on this clipping: {type(error).__name__}: {error}"
    hint = "this is a fault of newsgen; please report it together with the clipping"
    diagnostic = Diagnostic(clipping.path, 0, 0, "error", "internal", message, hint)
    article = Article(path=clipping.path, headline=clipping.path, text=clipping.path, body_start=len(clipping.path))
    return Reading(article=article, diagnostics=(diagnostic,))
