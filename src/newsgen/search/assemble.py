"""The files of the index, put together from its words and what each article shows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import add, sub
from typing import Any, NamedTuple

from newsgen.canon import digest_of
from newsgen.records.search import SearchName, SearchText
from newsgen.search.amending import Amended
from newsgen.search.code import CODES, SIGNS
from newsgen.search.earlier import LIMIT, EarlierIndex, cut_words
from newsgen.search.numbers import count_bits
from newsgen.search.scripts import measure, name_file, write_call
from newsgen.search.words import FOLDS, MARKS, UNSPACED, list_words
from newsgen.shards import Shard, cut_shards

INDEX = "index.js"
"""The file that tells of all others."""

_EXTRACT = 8_000
"""Characters of a text that a result may be cut from."""
_FEW = 2
"""A person in fewer articles is never offered as a facet: nothing could be narrowed."""
_ONCE = "once:"
"""Before the facets of such people: an address may name them, but whoever lists facets need not load them."""

_MOST_BEARERS = 200
"""People found under one word of their names, those named in most articles; others are under rarer words."""

_Bearer = tuple[str, str, str, str, int, str, str]
"""Kind, id, address, name shown, number of articles; the words of the name and of those spellings that have the word
under which it is found; the first of these spellings, empty if that is the name shown."""


class IndexFile(NamedTuple):
    """A file of the index, before it is made."""

    name: str
    """Below the index's folder."""
    key: str | None
    """Digest of all that its bytes depend on; None if they are the same as in the earlier index."""
    make: Callable[[], bytes]
    """Its bytes."""


def make_index(
    texts: Sequence[tuple[int, SearchText]], names: Sequence[SearchName], words: Amended, earlier: EarlierIndex
) -> Iterator[IndexFile]:
    """All files of the index, `index.js` last; the articles come by ascending numbers."""
    prefixes: dict[str, str | None] = {}
    for family, shards in cut_words(words.sizes).items():
        prefixes[family] = _list_prefixes(shards)
        yield from _list_word_files(family, shards, words, earlier)
    others: dict[str, Mapping[str, Any]] = {
        "facets": _gather_facets(texts, names),
        "names": _gather_names(names),
    }
    for family, entries in others.items():
        shards = cut_shards({key: measure(value) for key, value in entries.items()}, LIMIT)
        prefixes[family] = _list_prefixes(shards)
        yield from (_promise(family, shard.prefix, _hold(shard, entries)) for shard in shards)
    yield from (_promise_text(number, text) for number, text in texts)
    rules = {"folds": FOLDS, "marks": MARKS, "unspaced": UNSPACED, "signs": SIGNS}
    about = {"articles": len(texts), "bits": count_bits(len(texts)), **rules, "prefixes": prefixes}
    yield IndexFile(INDEX, digest_of(about), partial(write_call, "open", about))


def _list_prefixes(shards: Sequence[Shard]) -> str | None:
    return " ".join(shard.prefix for shard in shards) if shards else None


def _list_word_files(
    family: str, shards: Iterable[Shard], words: Amended, earlier: EarlierIndex
) -> Iterator[IndexFile]:
    """Files of words; as they were are those with the same words of which none was amended."""
    known = earlier.files[family]
    for shard in shards:
        if known.get(shard.prefix) == shard.keys and words.fresh.keys().isdisjoint(shard.keys):
            yield IndexFile(name_file(family, shard.prefix), None, partial(earlier.read, family, shard.prefix))
        else:
            yield _promise(family, shard.prefix, {key: _find_entry(family, key, words, earlier) for key in shard.keys})


def _find_entry(family: str, word: str, words: Amended, earlier: EarlierIndex) -> str:
    entry = words.fresh.get(word)
    if entry is None:
        return earlier.find(family, word)
    return entry.postings if family == "words" else entry.stands or ""


def _hold(shard: Shard, entries: Mapping[str, Any]) -> dict[str, Any]:
    return {key: entries[key] for key in shard.keys}


def _promise(family: str, prefix: str, held: Mapping[str, Any]) -> IndexFile:
    return IndexFile(
        name_file(family, prefix), digest_of(held), partial(write_call, "take", f"{family}/{prefix}", held)
    )


def _gather_facets(texts: Iterable[tuple[int, SearchText]], names: Iterable[SearchName]) -> dict[str, tuple[str, str]]:
    """For each facet its name and its articles; the sign of a month's articles is the day."""
    filed = {f"{name.kind}:{name.id}": (_file_facet(name), name.name) for name in names}
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, text in texts:
        found[f"date:{text.month}"].append((number, SIGNS[text.day]))
        row = number, SIGNS[0]
        for facet in text.facets:
            if facet in filed:
                found[facet].append(row)
    return {
        key: (shown, _write_postings(found[facet]))
        for facet, (key, shown) in ((facet, filed.get(facet, (facet, ""))) for facet in found)
    }


def _file_facet(name: SearchName) -> str:
    """The key under which a facet is filed."""
    facet = f"{name.kind}:{name.id}"
    return _ONCE + facet if name.kind == "person" and name.articles < _FEW else facet


def _write_postings(rows: Sequence[tuple[int, str]]) -> str:
    """Each article's distance from the one before, and a sign about it."""
    numbers, signs = zip(*rows, strict=True)
    return "".join(map(add, map(CODES.__getitem__, map(sub, numbers, (0, *numbers))), signs))


def _gather_names(names: Iterable[SearchName]) -> dict[str, list[_Bearer]]:
    """For each word of a name those who bear it, most articles first."""
    found: dict[str, list[_Bearer]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-name.articles, name.kind, name.id)):
        for word, spelling, together in _spell_out(name):
            if len(found[word]) < _MOST_BEARERS:
                told = "" if spelling == name.name else spelling
                found[word].append((name.kind, name.id, name.href, name.name, name.articles, together, told))
    return found


def _spell_out(name: SearchName) -> Iterator[tuple[str, str, str]]:
    """Each word of a name, the first spelling that has it, and the words of the name and of all such spellings."""
    spelt = [(spelling, list_words(spelling)) for spelling in (name.name, *name.spellings)]
    own = frozenset(spelt[0][1])
    first: dict[str, str] = {}
    together: dict[str, frozenset[str]] = {}
    for spelling, words in spelt:
        for word in words:
            first.setdefault(word, spelling)
            together[word] = together.get(word, own).union(words)
    return ((word, spelling, " ".join(sorted(together[word]))) for word, spelling in first.items())


def _promise_text(number: int, text: SearchText) -> IndexFile:
    shown = (text.href, text.headline, text.source, text.date, text.language, text.body[:_EXTRACT], text.note)
    return IndexFile(f"texts/{number}.js", digest_of(shown), partial(write_call, "take", f"texts/{number}", shown))
