"""The files of the index, put together from what each article gives."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from newsgen.records.search import SearchInput, SearchName, SearchText
from newsgen.search.code import CODES, SIGNS
from newsgen.search.numbers import count_bits, number_articles
from newsgen.search.words import FOLDS, MARKS, UNSPACED, list_words
from newsgen.shards import Shard, cut_shards, name_shard

_LIMIT = 20_000
"""Characters of a file, unless one entry alone is larger."""
_MOST_PLACES = 120_000
"""Characters of a word's places; a word that has more stands in phrases for any word."""
_EXTRACT = 8_000
"""Characters of a text that a result may be cut from."""
_FEW = 2
"""A person in fewer articles is never offered as a facet: nothing could be narrowed."""
_ONCE = "once:"
"""Before the facets of such people: an address may name them, but whoever lists facets need not load them."""

_MOST_BEARERS = 200
"""People found under one word of their names, those named in most articles; others are under rarer words."""

_ENCODER = msgspec.json.Encoder()

Files = Iterator[tuple[str, bytes]]
"""(name below the index's folder, bytes)"""

_Bearer = tuple[str, str, str, str, int, str, str]
"""Kind, id, address, name shown, number of articles; the words of the name and of those spellings that have the word
under which it is found; the first of these spellings, empty if that is the name shown."""


def make_index(source: SearchInput, readings: Mapping[str, bytes]) -> Files:
    """All files of the index; `readings` holds what `read_text` gives, by the article's id."""
    texts = {text.id: text for text in source.texts}
    numbers = number_articles(texts)
    ordered = [(number, texts[name]) for name, number in numbers.items()]
    words, places = _gather_words((number, readings[name]) for name, number in numbers.items())
    families: dict[str, Mapping[str, Any]] = {
        "words": words,
        "places": places,
        "facets": _gather_facets(ordered, source.names),
        "names": _gather_names(source.names),
    }
    prefixes: dict[str, str | None] = {}
    for family, entries in families.items():
        shards = cut_shards({key: _measure(value) for key, value in entries.items()}, _LIMIT)
        prefixes[family] = " ".join(shard.prefix for shard in shards) if shards else None
        yield from _write_shards(family, shards, entries)
    yield from (_write_text(number, text) for number, text in ordered)
    rules = {"folds": FOLDS, "marks": MARKS, "unspaced": UNSPACED, "signs": SIGNS}
    about = {"articles": len(texts), "bits": count_bits(len(texts)), **rules, "prefixes": prefixes}
    yield "index.js", _write_call("open", about)


def _gather_words(readings: Iterable[tuple[int, bytes]]) -> tuple[dict[str, str], dict[str, str]]:
    """For each word its articles with weights, and its places in them, by ascending numbers of articles."""
    found: dict[str, list[Any]] = defaultdict(list)  # for each word: article, sign, places, article, sign, places …
    for number, reading in readings:
        words, signs, stands = reading.decode().split("\n")
        for word, sign, place in zip(words.split(), signs, stands.split(), strict=True):
            found[word].extend((number, sign, place))
    postings, places = {}, {}
    for word in list(found):
        taken = found.pop(word)  # so that no more is held than must be
        postings[word] = _write_postings(taken[::3], taken[1::3])
        stand = "".join(taken[2::3])
        if len(stand) <= _MOST_PLACES:
            places[word] = stand
    return postings, places


def _write_postings(numbers: Sequence[int], signs: Iterable[str]) -> str:
    """Each article's distance from the one before, and a sign about it."""
    before = [0, *numbers[:-1]]
    return "".join([CODES[here - last] + sign for last, here, sign in zip(before, numbers, signs, strict=True)])


def _gather_facets(texts: Iterable[tuple[int, SearchText]], names: Iterable[SearchName]) -> dict[str, tuple[str, str]]:
    """For each facet its name and its articles; the sign of a month's articles is the day."""
    labels = {f"{name.kind}:{name.id}": name for name in names}
    found: dict[str, tuple[list[int], list[str]]] = defaultdict(lambda: ([], []))
    for number, text in texts:
        for facet in (f"date:{text.month}", *(facet for facet in text.facets if facet in labels)):
            numbers, signs = found[_file_facet(facet, labels.get(facet))]
            numbers.append(number)
            signs.append(SIGNS[text.day if facet.startswith("date:") else 0])
    shown = {_file_facet(facet, name): name.name for facet, name in labels.items()}
    return {facet: (shown.get(facet, ""), _write_postings(*postings)) for facet, postings in found.items()}


def _file_facet(facet: str, name: SearchName | None) -> str:
    """The key under which a facet is filed."""
    return _ONCE + facet if name and name.kind == "person" and name.articles < _FEW else facet


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
    own = list_words(name.name)
    first: dict[str, str] = {}
    together: dict[str, set[str]] = defaultdict(lambda: {*own})
    for spelling in (name.name, *name.spellings):
        words = list_words(spelling)
        for word in words:
            first.setdefault(word, spelling)
            together[word].update(words)
    return ((word, spelling, " ".join(sorted(together[word]))) for word, spelling in first.items())


def _measure(value: Any) -> int:
    """About how many characters an entry takes."""
    return len(value) + 8 if isinstance(value, str) else len(_ENCODER.encode(value)) + 8


def _write_shards(family: str, shards: Iterable[Shard], entries: Mapping[str, Any]) -> Files:
    for shard in shards:
        held = {key: entries[key] for key in shard.keys}
        yield f"{family}/{name_shard(shard.prefix)}", _write_call("take", f"{family}/{shard.prefix}", held)


def _write_text(number: int, text: SearchText) -> tuple[str, bytes]:
    shown = (text.href, text.headline, text.source, text.date, text.language, text.body[:_EXTRACT], text.note)
    return f"texts/{number}.js", _write_call("take", f"texts/{number}", shown)


def _write_call(function: str, *values: Any) -> bytes:
    """A script that hands the values to the page."""
    return b"newsgenSearch." + function.encode() + b"(" + b",".join(map(_encode, values)) + b");\n"


def _encode(value: Any) -> bytes:
    return _ENCODER.encode(value)
