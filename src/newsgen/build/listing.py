"""The people of an archive as the editor looks at them: who is named how, and which of them may be one."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from newsgen.build.alike import FrontMatter, count_bearers, describe, tell_apart, write_listing
from newsgen.build.english import english
from newsgen.build.gathering import gather
from newsgen.build.report import BuildOptions, Clock, Progress
from newsgen.build.undecided import find_undecided
from newsgen.language import list_reasons
from newsgen.language.reasons import Name
from newsgen.lexicon.slugs import fold_name
from newsgen.pages.wordings import merge_capitals
from newsgen.records import Record
from newsgen.records.archive import PersonEntry
from newsgen.records.reading import Reading


class ListedSpelling(Record):
    """One way to write a name."""

    text: str
    """As written."""
    articles: int
    """How many write it so."""


class ListedPerson(Record):
    """Somebody who has a page."""

    id: str
    """The page is `people/ID.html`."""
    name: str
    """The spelling shown."""
    articles: int
    """How many name the person."""
    spellings: tuple[ListedSpelling, ...]
    """Most articles first."""
    titles: tuple[str, ...]
    """Most used first."""
    judged: int | None
    """The line of `people.yaml` where the person's entry begins; None if there is none."""


class UndecidedPair(Record):
    """Two people who may be one."""

    ids: tuple[str, str]
    """The one with more articles first."""
    names: tuple[str, str]
    """As shown."""
    articles: tuple[int, int]
    """How many name each."""
    pages: int
    """Articles that name the lesser known one: the pages that lead to the wrong person if the two are one."""
    rule: str
    """Which rule suggests that they are one."""
    evidence: tuple[str, ...]
    """What speaks for it."""
    judge_by: tuple[str, str] | None
    """Names by which `people.yaml` tells the two apart; None if they are written alike everywhere."""
    told_by: tuple[str, str] | None = None
    """Title, country and first article of each, if they are shown alike."""
    list_as: FrontMatter | None = None
    """What to write into front matter, if no name tells them apart."""


class ListedNobody(Record):
    """A name that `people.yaml` says is no person's."""

    names: tuple[str, ...]
    """All spellings of the entry."""
    note: str | None
    """Why, as the editor says."""
    judged: int
    """The line of the entry."""


class Listing(Record):
    """The people of an archive, and the open questions about them."""

    people: tuple[ListedPerson, ...]
    """Most articles first."""
    undecided: tuple[UndecidedPair, ...]
    """Those that would mend most pages first."""
    nobodies: tuple[ListedNobody, ...] = ()
    """In the order of `people.yaml`."""


def list_people(site: Path, *, progress: Progress) -> Listing:
    """The people of the archive in the folder `site`; raises what `gather` raises."""
    gathered = gather(site, BuildOptions(), Clock(), progress=progress)
    archive, name_of = gathered.archive, gathered.lexicon.gazetteer.name_of
    readings = [article.reading for article in archive.articles]
    lines = {fold_name(text): one.line for one in reversed(gathered.config.judgements) for text in one.spellings}
    people = (_list_person(entry, lines) for entry in archive.people if entry.person.has_page)
    return Listing(
        people=tuple(sorted(people, key=lambda person: (-person.articles, fold_name(person.name), person.id))),
        undecided=tuple(sorted(_list_pairs(archive.people, readings, name_of), key=_rank)),
        nobodies=tuple(
            ListedNobody(names=entry.spellings, note=entry.note, judged=entry.line)
            for entry in gathered.config.judgements
            if not entry.person
        ),
    )


def narrow_listing(listing: Listing, text: str) -> Listing:
    """Only those whose name, in any spelling, holds the text; capitals and accents do not count."""
    wanted = fold_name(text)
    found = {
        person.id
        for person in listing.people
        if any(wanted in fold_name(own) for own in (person.name, *(spelling.text for spelling in person.spellings)))
    }
    pairs = (
        pair
        for pair in listing.undecided
        if not found.isdisjoint(pair.ids) or any(wanted in fold_name(name) for name in pair.names)
    )
    return Listing(
        people=tuple(person for person in listing.people if person.id in found),
        undecided=tuple(pairs),
        nobodies=tuple(one for one in listing.nobodies if any(wanted in fold_name(name) for name in one.names)),
    )


def _rank(pair: UndecidedPair) -> tuple[object, ...]:
    return -pair.pages, -len(pair.evidence), -sum(pair.articles), pair.ids


def _list_person(entry: PersonEntry, lines: Mapping[str, int]) -> ListedPerson:
    """Somebody of the list; `lines` are those of `people.yaml`, by the folded names that it judges."""
    person = entry.person
    spellings = merge_capitals(person.spellings)
    return ListedPerson(
        id=person.id,
        name=person.name,
        articles=len(entry.articles),
        spellings=tuple(ListedSpelling(text=own.text, articles=len(own.articles)) for own in spellings),
        titles=person.titles,
        judged=lines.get(fold_name(person.name)),
    )


def _list_pairs(people: Collection[PersonEntry], readings: Sequence[Reading], name: Name) -> Iterator[UndecidedPair]:
    """The open questions; `name` tells countries in words."""
    bearers = count_bearers(people, readings)
    for one, other, link in find_undecided(people):
        first, second = sorted((one, other), key=lambda entry: (-len(entry.articles), entry.person.id))
        judge_by = tell_apart(first, second, readings, bearers)
        is_alike = fold_name(first.person.name) == fold_name(second.person.name)
        yield UndecidedPair(
            ids=(first.person.id, second.person.id),
            names=(first.person.name, second.person.name),
            articles=(len(first.articles), len(second.articles)),
            pages=len(second.articles),
            rule=link.rule,
            evidence=list_reasons(english(), link.evidence, name),
            judge_by=judge_by,
            told_by=(describe(first, readings, name), describe(second, readings, name)) if is_alike else None,
            list_as=None if judge_by else write_listing(first, second, readings, name),
        )
