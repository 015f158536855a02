"""Makes `gazetteer.json`, `given_names.json` and `languages/` from public sources and the hand-kept `corrections.yaml`.

Run by hand as `python -m newsgen.data.generate`, with the dependency group `lexicon` installed; newsgen itself never
imports it. `SOURCES.md` tells what comes from where.
"""

from collections.abc import Iterable

import msgspec

from newsgen.data.countries import describe, names
from newsgen.data.demonyms import demonyms
from newsgen.data.given import family_names, given_names
from newsgen.data.languages import list_conventions, list_names
from newsgen.data.places import capitals, cities, dateline_places, is_well_known, regions
from newsgen.data.sources import FOLDER, codes, corrections, population
from newsgen.lexicon.gazetteer import Entry, place_key


def phrases() -> list[Entry]:
    """Every phrase once for each country that it may mean, with its weight, sorted."""
    found: dict[tuple[str, str], Entry] = {}
    known: set[str] = set()
    groups: Iterable[Iterable[Entry]] = (
        (Entry(name, "", "decoy") for name in corrections()["decoys"]),
        *(names(code) for code in codes()),
        *(demonyms(code) for code in codes()),
        *(capitals(code) for code in codes()),
        regions(),
    )
    for group in groups:
        for entry in group:
            key = entry.phrase, entry.code
            found[key] = unite(found.get(key, entry), entry)
            known.add(entry.phrase)
    for entry in cities():
        if entry.phrase not in known:
            found.setdefault((entry.phrase, entry.code), entry)
    return sorted(
        (weigh(entry) for entry in found.values()),
        key=lambda entry: (entry.phrase, -population(entry.code), entry.code),
    )


def unite(one: Entry, other: Entry) -> Entry:
    """The first of two meanings of one phrase; of a word that two languages share, in all languages."""
    return one if one.language == other.language else msgspec.structs.replace(one, language="")


def weigh(entry: Entry) -> Entry:
    """The entry with its weight: 3 for what means nothing else, 2 for what may be part of a person's name, 1 for what
    most often means something else."""
    return msgspec.structs.replace(entry, weight=1 if is_weak(entry) else 2 if is_name_of_persons(entry.phrase) else 3)


def is_weak(entry: Entry) -> bool:
    """Whether the phrase alone says too little."""
    if entry.phrase in corrections()["weak"]:
        return True
    return entry.kind == "city" and not is_well_known(entry.phrase, entry.code)


def is_name_of_persons(phrase: str) -> bool:
    """Whether people are called so, too."""
    return place_key(phrase) in given_names(corrections()) or place_key(phrase) in family_names()


def lines(title: str, rows: Iterable[bytes], *, brackets: str) -> bytes:
    """One member of the file's object, a row a line."""
    return b'"%s":%s\n%s\n%s' % (title.encode(), brackets[0].encode(), b",\n".join(rows), brackets[1].encode())


def write_gazetteer() -> None:
    """Writes `gazetteer.json`: countries, phrases, places, qualifiers, cues, one entry a line."""
    encode = msgspec.json.encode
    parts = (
        lines("countries", (encode(describe(code)) for code in codes()), brackets="[]"),
        lines("phrases", (encode(entry) for entry in phrases()), brackets="[]"),
        lines("places", (encode(k) + b":" + encode(v) for k, v in dateline_places().items()), brackets="{}"),
        lines(
            "qualifiers", (encode(k) + b":" + encode(v) for k, v in corrections()["qualifiers"].items()), brackets="{}"
        ),
        lines("cues", (encode(k) + b":" + encode(v) for k, v in corrections()["cues"].items()), brackets="{}"),
    )
    (FOLDER / "gazetteer.json").write_bytes(b"{" + b",\n".join(parts) + b"}\n")


def write_given_names() -> None:
    """Writes `given_names.json`: `m`, `f` or nothing by name, sorted, a name a line."""
    encode = msgspec.json.encode
    rows = (encode(name) + b":" + encode(gender) for name, gender in given_names(corrections()).items())
    (FOLDER / "given_names.json").write_bytes(b"{\n" + b",\n".join(rows) + b"\n}\n")


def write_languages() -> None:
    """Writes `languages/`: the conventions of each language, and the names of all."""
    encode = msgspec.json.encode
    for code, conventions in list_conventions():
        rows = (encode(name) + b":" + encode(value) for name, value in conventions.items())
        (FOLDER / "languages" / f"{code}.json").write_bytes(b"{\n" + b",\n".join(rows) + b"\n}\n")
    names = (encode(code) + b":" + encode(own) for code, own in list_names().items())
    (FOLDER / "languages" / "names.json").write_bytes(b"{\n" + b",\n".join(names) + b"\n}\n")


if __name__ == "__main__":
    write_gazetteer()
    write_given_names()
    write_languages()
