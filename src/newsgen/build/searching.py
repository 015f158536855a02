"""The index of the site's search.

The words of each article are remembered. The files are made of them together, if anything has changed; most of them
come out as they were, and publishing leaves those alone.
"""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from newsgen.build.batches import map_batches, remember
from newsgen.build.code import digest_code
from newsgen.build.report import BuildOptions, Progress
from newsgen.canon import digest, encode
from newsgen.memo import Memo
from newsgen.pages import SEARCH_INDEX
from newsgen.publish import Manifest, PublishedFile
from newsgen.records.output import OutputFile
from newsgen.records.search import SearchInput, SearchText
from newsgen.search import make_index, read_text

Current = tuple[Manifest, Manifest]
"""What is published, and what of it may stay."""


def index_search(
    gathered: SearchInput, memo: Memo, current: Current, *, options: BuildOptions, progress: Progress
) -> tuple[Iterable[OutputFile], list[PublishedFile]]:
    """The files of the index to be written, made one after the other, and those that may stay: all or none."""
    key = digest(digest_code(), encode(gathered))
    kept = _find_current(key, current)
    if kept:
        return (), kept
    readings = _read_texts(gathered.texts, memo, options=options, progress=progress)
    made = make_index(gathered, readings)
    return (OutputFile(path=f"{SEARCH_INDEX}{name}", data=data, key=key) for name, data in made), []


def _find_current(key: str, current: Current) -> list[PublishedFile]:
    """The published files of the index; none unless all of them are as they should be."""
    manifest, seen = current
    files = [file for path, file in manifest.items() if path.startswith(SEARCH_INDEX)]
    return files if all(file.key == key and file.path in seen for file in files) else []


def _read_texts(
    texts: Sequence[SearchText], memo: Memo, *, options: BuildOptions, progress: Progress
) -> dict[str, bytes]:
    """What the index keeps of each article, by its id."""
    code = digest_code()
    keys = [digest(code, encode((text.headline, text.body, text.further))) for text in texts]
    known = {} if options.full else memo.get_many(keys)
    wanted = [position for position, key in enumerate(keys) if key not in known]
    made = map_batches(
        read_batch,
        [texts[position] for position in wanted],
        executor=options.executor,
        stage="search",
        name_item=attrgetter("id"),
        progress=progress,
    )
    fresh = dict(remember(((keys[position], words) for position, words in zip(wanted, made, strict=True)), memo))
    memo.forget_unused(keys)
    return {text.id: known.get(key) or fresh.get(key, b"") for text, key in zip(texts, keys, strict=True)}


def read_batch(texts: Sequence[SearchText]) -> list[bytes]:
    """The words of each article; runs in a worker."""
    return [read_text(text) for text in texts]
