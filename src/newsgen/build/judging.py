"""The editor's judgements on a site: written into its `people.yaml` once it is sure that they hold."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial
from itertools import islice, takewhile
from pathlib import Path

from msgspec.structs import replace

from newsgen.build.batches import without_collector
from newsgen.build.cast import Cast
from newsgen.build.gathering import gather
from newsgen.build.gists import take_gist
from newsgen.build.judgements import PEOPLE_FILE, add_judgement, find_entries, join_names, part_names
from newsgen.build.report import BuildOptions, Clock, Progress
from newsgen.config.files import read_text, replace_text
from newsgen.config.judging import edit_people
from newsgen.config.locks import folder_locked
from newsgen.config.people import parse_people
from newsgen.config.scalars import fits_scalar
from newsgen.errors import Diagnostic, Severity, UsageError
from newsgen.lexicon.slugs import fold_name
from newsgen.records import Record
from newsgen.records.entities import Person
from newsgen.records.options import Judgement
from newsgen.records.reading import LocalPerson, Reading
from newsgen.resolve import resolve

Change = Callable[[Sequence[Judgement], Cast], Sequence[Judgement]]
"""Gives the judgements that are wanted; raises ConfigError for a contradiction."""

Warn = Callable[[Sequence[str], Reading], Iterator[Diagnostic]]
"""Tells where the reading of one article stands against what is judged about the names."""


class WrittenLine(Record):
    """A line of `people.yaml` that was changed."""

    number: int
    """In the file as it is now; of a line that is gone, in the file as it was."""
    text: str
    """Without its end."""
    gone: bool
    """Whether it is no longer there."""


class Judged(Record):
    """What came of a judgement."""

    lines: tuple[WrittenLine, ...]
    """What was changed in the file; nothing if it says all that already."""
    bearers: tuple[tuple[str, Person], ...]
    """Each name that is somebody's now, and whose."""
    before: tuple[tuple[str, Person], ...]
    """The same until now."""
    nobodies: tuple[str, ...]
    """Names that articles write, but that are nobody's now."""
    diagnostics: tuple[Diagnostic, ...]
    """About names that no article has."""


def judge_same(site: Path, names: Sequence[str], *, progress: Progress) -> Judged:
    """All the names mean one person; the first one is shown if none of them is in the file yet.

    Raises ConfigError if that contradicts the file or cannot be written, BuildError if there are no articles.
    """
    judged = judge(site, partial(join_people, names), names, progress=progress)
    return replace(judged, diagnostics=(*judged.diagnostics, *warn_of_parted(names, judged)))


def join_people(names: Sequence[str], judgements: Sequence[Judgement], cast: Cast) -> Sequence[Judgement]:
    """The judgements with it that all the names mean one person; raises ConfigError if that contradicts them."""
    return join_names(judgements, [*names, *_find_shown(names, judgements, cast)])


def _find_shown(names: Sequence[str], judgements: Sequence[Judgement], cast: Cast) -> tuple[str, ...]:
    """The name of the one entry to whose person the rules have joined some of the names, which no entry has.

    A new entry would part them from that person. None if several entries come into question: they are several people.
    """
    if len(set(map(fold_name, names))) < 2:
        return ()  # join_names tells what is wrong
    bearers = (cast.find(name) for name in names if not find_entries(judgements, [name]))
    found = find_entries(judgements, [*names, *(bearer.name for bearer in bearers if bearer)])
    return (found[0].name,) if len(found) == 1 else ()


def judge_different(site: Path, names: Sequence[str], *, progress: Progress) -> Judged:
    """Each of the names means somebody else; raises what `judge_same` raises."""
    return judge(site, partial(part_people, names), names, warn=_warn_of_joined, progress=progress)


def part_people(names: Sequence[str], judgements: Sequence[Judgement], cast: Cast) -> Sequence[Judgement]:
    """The judgements with it that each of the names means somebody else; raises ConfigError if that contradicts them.

    The name under which somebody is shown stays, unless others bear it: an entry of that name would take them in.
    """
    for place, left in enumerate(names):
        for right in names[place + 1 :]:
            # The name alone would claim whoever has the title, too.
            first, second = (right, left) if fold_name(right).endswith(f" {fold_name(left)}") else (left, right)
            bearer, other = cast.find(first), cast.find(second)
            is_own = bearer and bearer != other and not cast.is_shared(bearer.name)
            shown = bearer.name if bearer and is_own else first
            judgements = part_names(judgements, first, second, shown=shown)
    return judgements


def judge_nobody(site: Path, names: Sequence[str], *, progress: Progress) -> Judged:
    """None of the names is that of a person; raises what `judge_same` raises."""

    def dismiss(judgements: Sequence[Judgement], _: Cast) -> Sequence[Judgement]:
        for name in names:
            judgements = add_judgement(judgements, Judgement(name=name, person=False))
        return judgements

    return judge(site, dismiss, names, warn=_warn_of_person, progress=progress)


def _warn_of_nothing(_names: Sequence[str], _reading: Reading) -> Iterator[Diagnostic]:
    yield from ()


def judge(
    site: Path, change: Change, names: Sequence[str], *, progress: Progress, warn: Warn = _warn_of_nothing
) -> Judged:
    """The file changed as `change` says, and who bears the names then; nothing is written if anything is wrong.

    `warn` tells where the reading of an article stands against the judgement. One judgement waits for another: each
    reads what the one before has written.
    """
    with folder_locked(site, wait=True):
        return _judge(site, change, names, warn=warn, progress=progress)


def _judge(site: Path, change: Change, names: Sequence[str], *, warn: Warn, progress: Progress) -> Judged:
    before = read_text(site, PEOPLE_FILE) or ""
    gathered = gather(site, BuildOptions(drafts=True), Clock(), progress=progress)
    readings = tuple(map(take_gist, gathered.readings))
    cast = Cast([entry.person for entry in gathered.archive.people], readings)
    with without_collector():
        wanted = change(parse_people(before), cast)
        after = edit_people(before, wanted)
        judgements = parse_people(after)
    entities = resolve(readings, judgements, gathered.lexicon)  # raises where titles bring two entries together
    if after != before:
        replace_text(site, PEOPLE_FILE, before, after)
    now = Cast(entities.people, readings)
    bearers = {name: now.find(name) for name in names}
    unused = tuple(item for item in entities.diagnostics if item.code == "unknown-name")
    return Judged(
        lines=tuple(_compare(before, after)),
        bearers=tuple((name, person) for name, person in bearers.items() if person),
        before=tuple((name, person) for name in names if (person := cast.find(name))),
        nobodies=tuple(name for name, person in bearers.items() if not person and cast.is_known(name)),
        diagnostics=(
            *(_warn_of_unknown(names, judgements, cast) if names else unused),
            *(item for reading in readings for item in warn(names, reading)),
        ),
    )


def warn_of_parted(names: Sequence[str], judged: Judged) -> Iterator[Diagnostic]:
    """A warning for each full name that was one person's with one of the names, and is somebody else's from now on."""
    kept = {spelling.text for _, person in judged.bearers for spelling in person.spellings}
    lost = {spelling.text: name for name, person in reversed(judged.before) for spelling in person.spellings}
    for text, name in sorted(lost.items()):
        if text not in kept and " " in text:
            message = f"“{text}”, until now one person with “{name}”, is somebody else from now on"
            hint = f'if not: `newsgen people same "{names[0]}" "{text}"`'
            yield Diagnostic(PEOPLE_FILE, 0, 0, "warning", "parted", message, hint)


def _compare(before: str, after: str) -> Iterator[WrittenLine]:
    """The lines that are new and those that are gone."""
    old, new = before.splitlines(), after.splitlines()
    # Mostly little is changed, and lines such as `person: false` stand in all entries: then a matcher takes minutes.
    head = _count_alike(zip(old, new, strict=False))
    rest = min(len(old), len(new)) - head
    tail = _count_alike(islice(zip(reversed(old), reversed(new), strict=False), rest))
    matcher = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail])
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            for number in range(head + first, head + last):
                yield WrittenLine(number=number + 1, text=old[number], gone=True)
            for number in range(head + start, head + end):
                yield WrittenLine(number=number + 1, text=new[number], gone=False)


def _count_alike(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs of lines are alike before the first that is not."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _warn_of_unknown(names: Sequence[str], judgements: Sequence[Judgement], cast: Cast) -> Iterator[Diagnostic]:
    """What there is to tell about each name, an argument, that no article has as that of a person."""
    for name in dict.fromkeys(names):
        if cast.is_known(name):
            continue
        entry = next((entry for entry in judgements if name in entry.spellings), None)
        line = _find_line(name, judgements)
        severity: Severity = "warning"
        if not cast.is_written(name):
            message = f"no article names “{name}”: the judgement in line {line} of {PEOPLE_FILE} waits for one"
            near = " or ".join(f"“{text}”" for text in cast.suggest(name))
            hint = f"did you mean {near}? Then correct it there" if near else "write it as the articles do"
        elif entry and not entry.person:
            severity, message = "note", f"“{name}” is taken for a person nowhere"
            hint = f"its entry, line {line} of {PEOPLE_FILE}, can go"
        else:
            message = f"“{name}” is taken for a person nowhere, though articles have it"
            hint = "list it under `people:` in front matter where it is one"
        yield Diagnostic(name, 0, 0, severity, "unknown-name", message, hint)


def _warn_of_joined(names: Sequence[str], reading: Reading) -> Iterator[Diagnostic]:
    """A warning where one article takes several of the names for one person's."""
    for person in reading.people:
        borne = _find_borne(names, person)
        if len(borne) > 1:
            told = " and ".join(f"“{name}”" for name in borne)
            yield _warn_of_reading(reading, f"this article takes {told} for one person")


def _warn_of_person(names: Sequence[str], reading: Reading) -> Iterator[Diagnostic]:
    """A warning where an article takes a name for another way to call somebody."""
    for person in reading.people:
        borne = _find_borne(names, person)
        if borne and fold_name(person.name) not in set(map(fold_name, borne)):
            yield _warn_of_reading(reading, f"this article takes “{borne[0]}” for another name of “{person.name}”")


def _find_borne(names: Sequence[str], person: LocalPerson) -> list[str]:
    """Those of the names by which an article calls somebody."""
    called = set(map(fold_name, (person.name, *person.forms)))
    return [name for name in names if fold_name(name) in called]


def _warn_of_reading(reading: Reading, message: str) -> Diagnostic:
    hint = "people.yaml cannot change that; `newsgen explain` of the file shows why"
    return Diagnostic(reading.article.path, 0, 0, "warning", "not-kept", message, hint)


def _find_line(name: str, judgements: Sequence[Judgement]) -> int:
    places = (place for entry in judgements for place in entry.places)
    return next((line for text, line, _ in places if fold_name(text) == fold_name(name)), 0)


def clean_name(text: str) -> str:
    """The name without needless blanks; raises UsageError for what `people.yaml` cannot hold as a name."""
    name = " ".join(text.split())
    if not fits_scalar(name):
        message = f"the argument “{name}” cannot be a name" if name else "an argument is empty: it must be a name"
        raise UsageError(Diagnostic(ascii(text), 0, 0, "error", "bad-name", message, "give a name in plain letters"))
    return name
