"""What a new judgement makes of those that are there; a contradiction is told with both lines and what to do."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from newsgen.errors import ConfigError, Diagnostic
from newsgen.lexicon.slugs import fold_name
from newsgen.records.options import Judgement

PEOPLE_FILE = "people.yaml"


def add_judgement(judgements: Sequence[Judgement], asked: Judgement) -> tuple[Judgement, ...]:
    """The judgements with what is asked added: to the entry that has one of its names, or as a new one at the end.

    Entries that each have one of the names become one: that of the name asked for first. Raises ConfigError if what is
    asked contradicts what is there.
    """
    _check_self(asked)
    touched = _order_by_names(find_entries(judgements, asked.spellings), asked.spellings)
    for entry in touched:
        if entry.person != asked.person:
            raise ConfigError(_tell_kind(entry, asked))
    if not touched:
        return (*judgements, asked)
    _check_bars((*touched, asked), asked)
    merged = touched[0]
    for other in (*touched[1:], asked):
        merged = _merge(merged, other)
    return tuple(merged if entry is touched[0] else entry for entry in judgements if entry not in touched[1:])


def join_names(judgements: Sequence[Judgement], names: Sequence[str]) -> tuple[Judgement, ...]:
    """The judgements with it that all the names mean one person; the first is shown if none has an entry yet.

    If several have one, that of the first of these names takes the others in.

    Raises ConfigError if that contradicts what is there.
    """
    also = tuple(_list_new(names[:1], names[1:]))
    if not also:
        raise ConfigError(_tell_one_name(names[0], names[-1]))
    return add_judgement(judgements, Judgement(name=names[0], also=also))


def find_entries(judgements: Sequence[Judgement], names: Sequence[str]) -> tuple[Judgement, ...]:
    """The entries that have one of the names, in their order."""
    folded = set(map(fold_name, names))
    return tuple(entry for entry in judgements if not folded.isdisjoint(map(fold_name, entry.spellings)))


def _order_by_names(entries: Sequence[Judgement], names: Sequence[str]) -> list[Judgement]:
    """The entries in the order of the names that they have."""
    place = {fold_name(name): -number for number, name in enumerate(reversed(names), 1)}
    return sorted(entries, key=lambda entry: min(place.get(fold_name(text), 0) for text in entry.spellings))


def part_names(judgements: Sequence[Judgement], first: str, second: str, *, shown: str) -> tuple[Judgement, ...]:
    """The judgements with it that two names are two people; `shown` is the name under which the first stands.

    Raises ConfigError if an entry makes both one person, or if one of them is no person.
    """
    if fold_name(first) == fold_name(second):
        raise ConfigError(_tell_one_name(first, second))
    left, right = find_entries(judgements, [first]), find_entries(judgements, [second])
    for name, entries in ((first, left), (second, right)):
        if entries and not entries[0].person:
            raise ConfigError(_tell_nobody(entries[0], name))
    if left and left == right:
        raise ConfigError(_tell_joined(left[0], first, second))
    if left and right:
        return tuple(judgements)  # two entries are two people
    if is_barred(left, second) or is_barred(right, first):
        return tuple(judgements)
    if right:
        return add_judgement(judgements, Judgement(name=right[0].name, different=(first,)))
    shown = left[0].name if left else shown
    also = () if fold_name(shown) == fold_name(first) else (first,)
    return add_judgement(judgements, Judgement(name=shown, also=also, different=(second,)))


def is_barred(entries: Sequence[Judgement], name: str) -> bool:
    """Whether one of the entries says that it is not the one of this name."""
    return any(fold_name(name) == fold_name(text) for entry in entries for text in entry.different)


def _merge(entry: Judgement, other: Judgement) -> Judgement:
    """The entry with what the other one says beyond it."""
    return replace(
        entry,
        also=(*entry.also, *_list_new(entry.spellings, other.spellings)),
        different=(*entry.different, *_list_new(entry.different, other.different)),
        note=entry.note or other.note,
    )


def _list_new(known: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    """Those of the names that are not known yet in any way to write them."""
    seen = set(map(fold_name, known))
    for name in names:
        if fold_name(name) not in seen:
            seen.add(fold_name(name))
            yield name


# --- contradictions -------------------------------------------------------------------------------------------------


def _check_self(asked: Judgement) -> None:
    own = {fold_name(text): text for text in asked.spellings}
    for text in asked.different:
        if fold_name(text) in own:
            raise ConfigError(_tell_one_name(own[fold_name(text)], text))


def _check_bars(parts: Sequence[Judgement], asked: Judgement) -> None:
    """Raise ConfigError if one of the entries that become one says that it is not another of them."""
    claims = {fold_name(text): (text, part) for part in reversed(parts) for text in reversed(part.spellings)}
    for part in parts:
        for text in part.different:
            if fold_name(text) in claims:
                raise ConfigError(_tell_barred((text, part), claims[fold_name(text)], asked))


def _tell_barred(bar: tuple[str, Judgement], claim: tuple[str, Judgement], asked: Judgement) -> Diagnostic:
    """A name is kept from an entry that would have to hold it."""
    (barred, by), (claimed, home) = bar, claim
    line, column = by.find(barred, barred=True)
    if by is asked:  # only an import both joins and parts
        line, column = home.find(claimed)
        said = f"line {line} says that “{claimed}” is “{home.name}”, and “{home.name}” was to be kept from it"
        return _contradiction(line, column, said, "change line or import, whichever is wrong")
    said = f"line {line} says that “{by.name}” and “{barred}” are two people"
    asked_names = set(map(fold_name, asked.spellings))
    own = next((text for text in by.spellings if fold_name(text) in asked_names), by.name)
    if own != by.name:
        said += f", and line {by.find(own)[0]} that “{own}” belongs to “{by.name}”"
    if home is not asked:
        said += f", and line {home.find(claimed)[0]} that “{claimed}” belongs to “{home.name}”"
    names = " and ".join(f"“{name}”" for name in asked.spellings)
    hint = f"if they are one, take “{barred}” out of `not` in line {line} first"
    return _contradiction(line, column, f"{said}: so {names} cannot be one person", hint)


def _tell_kind(entry: Judgement, asked: Judgement) -> Diagnostic:
    """An entry speaks of a person, what is asked of none, or the other way round."""
    name = next(text for text in entry.spellings if fold_name(text) in set(map(fold_name, asked.spellings)))
    if asked.person:
        return _tell_nobody(entry, name)
    line, column = entry.find(name)
    whose = "" if name == entry.name else f", namely “{entry.name}” (line {entry.find(entry.name)[0]})"
    hint = f"if it is none, take the name out of the entry of line {entry.line} first"
    return _contradiction(line, column, f"“{name}” is judged to be a person here{whose}", hint)


def _tell_nobody(entry: Judgement, name: str) -> Diagnostic:
    line, column = entry.find(next(text for text in entry.spellings if fold_name(text) == fold_name(name)))
    hint = f"if it is one, take the entry of line {entry.line} out first"
    return _contradiction(line, column, f"“{name}” is judged to be no person here", hint)


def _tell_joined(entry: Judgement, first: str, second: str) -> Diagnostic:
    places = [entry.find(text) for text in entry.spellings if fold_name(text) in {fold_name(first), fold_name(second)}]
    line, column = places[-1]
    message = f"“{first}” and “{second}” are judged to be one person, in line {places[0][0]} and in line {line}"
    return _contradiction(line, column, message, "if they are two, take one of the names out of the entry first")


def _tell_one_name(first: str, second: str) -> Diagnostic:
    message = f"“{first}” and “{second}” are one name: capitals, accents and hyphens do not count"
    hint = "give two names; to one of two who are written alike, add a title that the articles write in front of it"
    return Diagnostic(second, 0, 0, "error", "contradiction", message, hint)


def _contradiction(line: int, column: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(PEOPLE_FILE, line, column, "error", "contradiction", message, hint)
