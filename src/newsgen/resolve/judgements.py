"""The editor's judgements: checked against each other, then looked up for each name. They win over every rule."""

from collections.abc import Iterable, Iterator, Sequence

from newsgen.errors import ConfigError, Diagnostic
from newsgen.lexicon.slugs import fold_name
from newsgen.records import Record
from newsgen.records.options import Judgement
from newsgen.resolve.namings import Name, Naming

PEOPLE_FILE = "people.yaml"


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
        mere family name.
        """
        if naming.key.rsplit(" ", 1)[-1] not in self.last_words:
            return UNMARKED
        spellings = (*_titled_forms(naming), naming.key)
        claims = [self.claims[spelling] for spelling in spellings if spelling in self.claims]
        bars = frozenset(entry for spelling in spellings for entry in self.bars.get(spelling, ()))
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
            kept_from=frozenset().union(*(mark.kept_from for mark in marks)),
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
    faults = [*_find_double_claims(judgements), *_find_self_bars(judgements)]
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


def report_unknown(judgements: Judgements, used: Iterable[int]) -> Iterator[Diagnostic]:
    """A warning for each judgement that speaks of nobody in the archive; a note where it says that there is nobody."""
    for entry in sorted(set(range(len(judgements.entries))).difference(used)):
        judgement = judgements.entries[entry]
        line, column = judgement.find(judgement.name)
        if judgement.person:
            message = f"no article names “{judgement.name}” in any of the spellings given"
            hint = "write the names as the articles do, or remove the entry"
            yield Diagnostic(PEOPLE_FILE, line, column, "warning", "unknown-name", message, hint)
        else:
            message = f"“{judgement.name}” is taken for a person nowhere"
            yield Diagnostic(PEOPLE_FILE, line, column, "note", "unknown-name", message, "the entry can go")


def contradict(left: Mark, right: Mark) -> bool:
    """Whether the judgements forbid that both are one person: two entries are two people."""
    if left.entry is not None and right.entry is not None and left.entry != right.entry:
        return True
    return left.entry in right.kept_from or right.entry in left.kept_from


def _claimed(judgement: Judgement) -> dict[str, str]:
    """Folded spelling → as written, of all that the entry claims."""
    return {fold_name(text): text for text in (*reversed(judgement.also), judgement.name)}


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
