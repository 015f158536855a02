"""The editor's judgements: checked against each other, then looked up for each name. They win over every rule."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz, process

from newsgen.errors import ConfigError, Diagnostic
from newsgen.lexicon.slugs import fold_name
from newsgen.records import Record
from newsgen.records.options import Judgement
from newsgen.resolve.namings import Name, Naming

PEOPLE_FILE = "people.yaml"

_MOST_TOLD = 20
"""Unknown names that are told one by one."""
_NEAR = 80
"""How like, of 100, a name must be to be suggested for another."""


class Mark(Record):
    """What the judgements say of a name."""

    entry: int | None = None
    """The judgement that it belongs to."""
    kept_from: frozenset[int] = frozenset()
    """The judgements that it must never be joined to."""


UNMARKED = Mark()


class Judgements(Record):
    """All judgements, by the folded spellings that they speak of."""

    entries: tuple[Judgement, ...]
    claims: dict[str, int]
    """Folded spelling → entry."""
    bars: dict[str, frozenset[int]]
    """Folded spelling → entries that it is kept from."""
    last_words: frozenset[str]
    """Of all those spellings: most names end otherwise and need no look-up."""

    def mark(self, naming: Naming) -> Mark:
        """What is said of a naming: by its name, or by a form of the name with its title.

        A title tells more: where `President Bush` and `Bush` are claimed by two entries, the title decides for a
        mere family name; and an entry that says it is not `General Sani` does not take him by his name alone.
        """
        if naming.key.rsplit(" ", 1)[-1] not in self.last_words:
            return UNMARKED
        titled = tuple(_titled_forms(naming))
        claims = [self.claims[spelling] for spelling in titled if spelling in self.claims]
        bars = frozenset(entry for spelling in titled for entry in self.bars.get(spelling, ()))
        plain = self.claims.get(naming.key)
        if plain is not None and plain not in bars:
            claims.append(plain)
        bars |= self.bars.get(naming.key, frozenset())
        if len(set(claims)) > 1 and not naming.is_bare:
            self.fail_for_two(naming.local.name, claims)
        # An entry that forces a name in one form and bars it in another: what it forces counts.
        return Mark(entry=claims[0] if claims else None, kept_from=bars.difference(claims))

    def mark_name(self, name: Name) -> Mark:
        """What is said of a full name anywhere."""
        if name.key.rsplit(" ", 1)[-1] not in self.last_words:
            return UNMARKED
        marks = [self.mark(naming) for naming in name.namings]
        claims = sorted({mark.entry for mark in marks if mark.entry is not None})
        if len(claims) > 1:
            self.fail_for_two(name.text, claims)
        return Mark(
            entry=claims[0] if claims else None,
            kept_from=frozenset().union(*(mark.kept_from for mark in marks)).difference(claims),
        )

    def is_nobody(self, mark: Mark) -> bool:
        """Whether the editor says that the name so marked is no person's."""
        return mark.entry is not None and not self.entries[mark.entry].person

    def fail_for_two(self, name: str, entries: Iterable[int]) -> None:
        """Raise ConfigError: one name, in different forms, belongs to two entries."""
        places = sorted({self.entries[entry].find(self.entries[entry].name) for entry in entries})
        raise ConfigError(_contradiction(places[-1], places[0][0], f"two entries speak of “{name}”"))


def read_judgements(judgements: Sequence[Judgement]) -> Judgements:
    """The judgements, ready for look-up; raises ConfigError if they contradict each other."""
    faults = [*_find_double_claims(judgements), *_find_self_bars(judgements), *_find_nobodys_bars(judgements)]
    if faults:
        raise ConfigError(*sorted(set(faults)))
    claims = {key: entry for entry, judgement in enumerate(judgements) for key in _claimed(judgement)}
    bars: dict[str, set[int]] = {}
    for entry, judgement in enumerate(judgements):
        for text in judgement.different:
            bars.setdefault(fold_name(text), set()).add(entry)
    return Judgements(
        entries=tuple(judgements),
        claims=claims,
        bars={key: frozenset(entries) for key, entries in bars.items()},
        last_words=frozenset(key.rsplit(" ", 1)[-1] for key in (*claims, *bars)),
    )


def report_unknown(judgements: Judgements, written: Mapping[str, str]) -> Iterator[Diagnostic]:
    """A warning for each name judged that nobody has; a note where the entry says that nobody has it.

    An entry of which no name is known is told once. `written` are the names of all articles, by how they are
    folded.
    """
    unknown = list(_find_unknown(judgements.entries, written))
    warnings = 0
    for entry, text, barred in unknown:
        line, column = entry.find(text, barred=barred)
        if not entry.person:
            message = f"“{text}” is taken for a person nowhere"
            yield Diagnostic(PEOPLE_FILE, line, column, "note", "unknown-name", message, "it can go")
            continue
        warnings += 1
        if warnings <= _MOST_TOLD:
            rest = " in any of the spellings given" if text == entry.name and entry.also else ""
            message = f"no article names “{text}”{rest}"
            hint = _suggest(entry.spellings if rest else (text,), written)
            yield Diagnostic(PEOPLE_FILE, line, column, "warning", "unknown-name", message, hint)
    if warnings > _MOST_TOLD:
        message = f"{warnings - _MOST_TOLD} more names in this file are named by no article"
        hint = "write the names as the articles do, or remove them"
        yield Diagnostic(PEOPLE_FILE, 0, 0, "warning", "unknown-name", message, hint)


def _find_unknown(entries: Iterable[Judgement], written: Collection[str]) -> Iterator[tuple[Judgement, str, bool]]:
    """Entry, name, and whether it stands under `not`, of each name judged that is not written.

    The name shown may be the editor's own.
    """
    for entry in entries:
        unknown = [text for text in dict.fromkeys(entry.spellings) if fold_name(text) not in written]
        if len(unknown) == len(set(entry.spellings)):
            yield entry, entry.name, False
        else:
            yield from ((entry, text, False) for text in unknown if text != entry.name)
        yield from ((entry, text, True) for text in entry.different if fold_name(text) not in written)


def _suggest(texts: Sequence[str], written: Mapping[str, str]) -> str:
    """What to do about somebody of whom no spelling is known: the name nearest to any of them."""
    known = sorted(written)
    found = (
        process.extractOne(fold_name(text), known, scorer=fuzz.token_sort_ratio, score_cutoff=_NEAR) for text in texts
    )
    near = max(filter(None, found), key=lambda found: found[1], default=None)
    if near:
        return f"did you mean “{written[near[0]]}”? Otherwise write it as the articles do, or remove it"
    return "write the name as the articles do, or remove it"


def contradict(left: Mark, right: Mark) -> bool:
    """Whether the judgements forbid that both are one person: two entries are two people."""
    if left.entry is not None and right.entry is not None and left.entry != right.entry:
        return True
    return left.entry in right.kept_from or right.entry in left.kept_from


def _claimed(judgement: Judgement) -> dict[str, str]:
    """Folded spelling → as written, of all that the entry claims."""
    return {fold_name(text): text for text in (*reversed(judgement.also), judgement.name)}


def list_written(naming: Naming) -> Iterator[tuple[str, str]]:
    """The names by which an article calls somebody, and by which a judgement can speak of them: folded, as written."""
    yield naming.key, naming.local.name
    for form in naming.local.forms:
        yield fold_name(form), form


def _titled_forms(naming: Naming) -> Iterator[str]:
    """The folded forms in which the whole name stands behind a title."""
    for form in naming.local.forms:
        folded = fold_name(form)
        if folded.endswith(f" {naming.key}"):
            yield folded


def _find_double_claims(judgements: Sequence[Judgement]) -> Iterator[Diagnostic]:
    first: dict[str, Judgement] = {}
    for judgement in judgements:
        for key, text in _claimed(judgement).items():
            other = first.setdefault(key, judgement)
            if other is not judgement:
                line = other.find(_claimed(other)[key])[0]
                yield _contradiction(judgement.find(text), line, f"“{text}” belongs to two entries")


def _find_self_bars(judgements: Sequence[Judgement]) -> Iterator[Diagnostic]:
    for judgement in judgements:
        claimed = _claimed(judgement)
        for text in judgement.different:
            if fold_name(text) in claimed:
                where = f"in line {judgement.find(claimed[fold_name(text)])[0]}"
                message = f"“{text}” stands under `not` here and, {where}, among the names of the same entry"
                hint = "keep it in one of the two places"
                line, column = judgement.find(text, barred=True)
                yield Diagnostic(PEOPLE_FILE, line, column, "error", "contradiction", message, hint)


def _find_nobodys_bars(judgements: Sequence[Judgement]) -> Iterator[Diagnostic]:
    for judgement in judgements:
        if not judgement.person and judgement.different:
            line, column = judgement.find(judgement.different[0], barred=True)
            home = judgement.find(judgement.name)[0]
            message = f"“{judgement.name}” is no person here (line {home}), and yet `not` in line {line} parts it from"
            message += f" “{judgement.different[0]}”"
            hint = "take out `not`, or `person: false`"
            yield Diagnostic(PEOPLE_FILE, line, column, "error", "contradiction", message, hint)


def _contradiction(place: tuple[int, int], other: int, message: str) -> Diagnostic:
    """The error at one place that names the other line too."""
    line, column = place
    return Diagnostic(
        PEOPLE_FILE,
        line,
        column,
        "error",
        "contradiction",
        f"{message}, in line {other} and in line {line}",
        "make one entry of them, or keep the name in one of them only",
    )
