"""The index of people: one page, or a page for each letter where there are very many."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from newsgen.pages import urls
from newsgen.pages.collation import collate
from newsgen.pages.directory import Directory
from newsgen.pages.frame import make_frame, tell_programs
from newsgen.pages.letters import Letter, part_by_letter
from newsgen.pages.metadata import list_pages
from newsgen.pages.network import make_network
from newsgen.pages.rows import tally_people
from newsgen.pages.titles import tell_titles
from newsgen.records.archive import Count, PersonEntry
from newsgen.records.output import Page
from newsgen.records.site import IndexedPerson, LetterLink, LetterPage, PeopleGroup, PeoplePage, Ref, Tally

MOST_ON_PAGE = 2000
"""People of an index that is one page; those of a letter that is not parted by its second letters."""
_MOST_NAMED = 40
"""People whom the index itself names, where each letter has a page."""


class _Row(NamedTuple):
    """A person, or a name that several bear, before it is known on which page the row stands."""

    before: str
    family: str
    after: str
    path: str
    title: Ref | None = None
    articles: int = 0
    bearers: int = 0

    @property
    def order(self) -> tuple[str, str, bool, str]:
        """The key by which rows are sorted: a name stands before its bearers."""
        return collate(self.family), collate(self.before), not self.bearers, self.path


_Letter = Letter[_Row]


def plan_index(directory: Directory) -> Iterator[Page]:
    """The index of people, and the pages of its letters where it has any."""
    rows = sorted((*_list_names(directory), *_list_people(directory)), key=lambda row: row.order)
    letters = part_by_letter(directory.words, rows, lambda row: row.family, MOST_ON_PAGE)
    split = len(rows) > MOST_ON_PAGE
    yield Page(
        path=urls.PEOPLE,
        template="people.html",
        show=partial(_make_index, directory, rows, letters, split=split),
        made_from="the index of people",
    )
    if split:
        for letter in letters:
            yield Page(
                path=urls.letter_path(letter.key),
                template="letter.html",
                show=partial(_make_page, directory, letters, letter),
                made_from=f"the people under {letter.title}",
            )


def _make_index(directory: Directory, rows: Sequence[_Row], letters: Sequence[_Letter], *, split: bool) -> PeoplePage:
    """All that the index shows; `split` if each letter has a page."""
    here = urls.PEOPLE
    return PeoplePage(
        frame=tell_programs(
            make_frame(directory, here, directory.words.say("site.people")),
            list_pages(directory, here, [] if split else [row.path for row in rows], len(rows)),
        ),
        letters=tuple(_link_letter(here, letter, split=split) for letter in letters),
        groups=() if split else tuple(_show_letter(here, letter) for letter in letters),
        most=_find_most_named(directory, here) if split else (),
        network=make_network(directory, here),
    )


def _make_page(directory: Directory, letters: Iterable[_Letter], letter: _Letter) -> LetterPage:
    """All that the page of a letter shows."""
    here, say = urls.letter_path(letter.key), directory.words.say
    title = say("site.labelled", label=say("site.people"), text=letter.title)
    return LetterPage(
        frame=tell_programs(
            make_frame(directory, here, title, trail=((say("site.people"), urls.PEOPLE),)),
            list_pages(directory, here, [row.path for row in letter.rows], len(letter.rows)),
        ),
        letters=tuple(_link_letter(here, other, split=True, current=other is letter) for other in letters),
        group=_show_letter(here, letter),
    )


def _link_letter(here: str, letter: _Letter, *, split: bool, current: bool = False) -> LetterLink:
    """The way to a letter: to its page, or down the same one."""
    href = urls.link(here, urls.letter_path(letter.key)) if split else f"#{_anchor(letter)}"
    return LetterLink(ref=Ref(text=letter.title, href=href), current=current)


def _anchor(letter: _Letter) -> str:
    return f"letter-{letter.key}"


def _show_letter(here: str, letter: _Letter) -> PeopleGroup:
    """A letter and its people."""
    return PeopleGroup(
        letter=letter.title,
        id=_anchor(letter),
        people=tuple(
            IndexedPerson(
                before=row.before,
                family=row.family,
                after=row.after,
                href=urls.link(here, row.path),
                title=row.title,
                articles=row.articles,
                bearers=row.bearers,
            )
            for row in letter.rows
        ),
    )


def _find_most_named(directory: Directory, here: str) -> tuple[Tally, ...]:
    """Those whom most articles name."""
    counts = (Count(id=entry.person.id, articles=len(entry.articles)) for entry in directory.archive.people)
    most = sorted(counts, key=lambda count: (-count.articles, count.id))
    return tally_people(directory, here, most, _MOST_NAMED)


def _list_names(directory: Directory) -> Iterator[_Row]:
    """A row for each name that several persons bear."""
    for name in directory.shared_names:
        before, space, family = name.text.rpartition(" ")
        yield _Row(before + space, family, "", urls.name_path(name.slug), bearers=len(name.people))


def _list_people(directory: Directory) -> Iterator[_Row]:
    """A row for each person."""
    for entry in directory.archive.people:
        person = entry.person
        if person.has_page:
            yield _Row(
                *_split_name(entry),
                urls.person_path(person.id),
                title=next(iter(tell_titles(directory, entry, 1)), None),
                articles=len(entry.articles),
            )


def _split_name(entry: PersonEntry) -> tuple[str, str, str]:
    """The name parted around the family name, by the first article whose form of that the name shown has."""
    for family in entry.families:
        before, found, after = entry.person.name.rpartition(family)
        if family and found:
            return before, found, after
    before, _, family = entry.person.name.rpartition(" ")
    return f"{before} " if before else "", family, ""
