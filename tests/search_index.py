"""Reads an index of the search back: what a browser would make of its files."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from newsgen.records.search import SearchName, SearchText
from newsgen.search.amending import amend
from newsgen.search.assemble import make_index
from newsgen.search.code import BASE, SIGNS
from newsgen.search.earlier import NO_INDEX
from newsgen.search.gathering import gather, join_pieces
from newsgen.search.numbers import number_articles
from newsgen.search.reading import read_text


def read_numbers(text: str) -> Iterator[int]:
    """The numbers that a text was made of."""
    number, weight = 0, 1
    for sign in text:
        digit = SIGNS.index(sign)
        number += digit % BASE * weight
        if digit < BASE:
            yield number
            number, weight = 0, 1
        else:
            weight *= BASE


def make_text(identity: str, headline: str, body: str = "", *, month: str = "2024-05", **given: Any) -> SearchText:
    """An article of which little matters."""
    defaults: dict[str, Any] = {
        "href": f"articles/{identity}.html",
        "source": "Desk",
        "date": "May 2024",
        "day": 3,
        "language": "en",
        "further": (),
        "facets": (),
    }
    return SearchText(id=identity, headline=headline, body=body, month=month, **{**defaults, **given})


def index(texts: Sequence[SearchText], names: Sequence[SearchName] = ()) -> dict[str, bytes]:
    """The files of an index, by name."""
    ordered = number_texts(texts)
    words = amend(NO_INDEX, {}, join_pieces([gather((number, read_text(text)) for number, text in ordered)]))
    files = [(file.name, file.make()) for file in make_index(ordered, names, words, NO_INDEX)]
    assert len(files) == len(dict(files))
    return dict(files)


def number_texts(texts: Iterable[SearchText]) -> list[tuple[int, SearchText]]:
    """The articles by ascending numbers."""
    named = {text.id: text for text in texts}
    return [(number, named[name]) for name, number in number_articles(named).items()]


def call_of(data: bytes) -> list[Any]:
    """The values that a script hands over."""
    text = data.decode().removesuffix(");\n")
    return json.loads(f"[{text.partition('(')[2]}]")


def entries(files: Mapping[str, bytes], family: str) -> dict[str, Any]:
    """All entries of a family; none stands twice, and each in the file in which a reader looks for it."""
    prefixes = call_of(files["index.js"])[0]["prefixes"][family]
    found: dict[str, Any] = {}
    for name, data in files.items():
        if name.startswith(f"{family}/") and family != "texts":
            place, held = call_of(data)
            prefix = place.removeprefix(f"{family}/")
            for key in held:
                assert max((p for p in prefixes.split(" ") if key.startswith(p)), key=len) == prefix
            assert not found.keys() & held.keys()
            found.update(held)
    return found


def postings(text: str) -> dict[int, int]:
    """Article's number → what the sign behind it says."""
    found, number, place = {}, 0, 0
    while place < len(text):
        end = place
        while SIGNS.index(text[end]) >= BASE:
            end += 1
        number += next(read_numbers(text[place : end + 1]))
        found[number] = SIGNS.index(text[end + 1])
        place = end + 2
    return found


def numbers(files: Mapping[str, bytes]) -> dict[str, int]:
    """Page of each article → its number."""
    texts = (call_of(data) for name, data in files.items() if name.startswith("texts/"))
    return {shown[0]: int(place.removeprefix("texts/")) for place, shown in texts}


def articles_of(files: Mapping[str, bytes], word: str) -> set[str]:
    """The pages of the articles that have a word."""
    pages = {number: page for page, number in numbers(files).items()}
    return {pages[number] for number in postings(entries(files, "words").get(word, ""))}


def places_of(files: Mapping[str, bytes], word: str) -> list[list[int]]:
    """The places of a word in each of its articles."""
    found = iter(list(read_numbers(entries(files, "places")[word])))
    told: list[list[int]] = []
    for _ in postings(entries(files, "words")[word]):
        steps: Iterable[int] = [next(found) for _ in range(next(found))]
        total = 0
        told.append([total := total + step for step in steps])
    return told
