"""The pages of names that several persons bear."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from newsgen.canon import digest_of
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.frame import make_frame
from newsgen.pages.namesakes import Name
from newsgen.pages.rows import make_item
from newsgen.pages.titles import tell_titles
from newsgen.pages.wordings import tell_years
from newsgen.records.archive import PersonEntry
from newsgen.records.entities import Person
from newsgen.records.output import Page
from newsgen.records.site import NamePage, Namesake

MOST_ITEMS = 20
"""Articles that leave open who is meant, of which a page shows the newest."""

_MOST_TITLES = 3
_MOST_COUNTRIES = 3
_LATEST = 3
"""Articles about each that such a page shows, so that a reader can tell who is who."""


def plan_names(directory: Directory) -> Iterator[Page]:
    """A page for each name that several persons bear."""
    for name in directory.shared_names:
        here = urls.name_path(name.slug)
        yield Page(
            path=here,
            template="name.html",
            show=partial(_make_page, directory, here, name),
            made_from=f"the name {name.text}",
            watch=directory.lookups.watch,
            given=digest_of((name.text, name.people, directory.ids(name.articles))),
        )


def _make_page(directory: Directory, here: str, name: Name) -> NamePage:
    """All that the page of a name shows."""
    rows = [_show_bearer(directory, here, directory.person(person)) for person in name.people]
    say = directory.words.say
    newest = sorted(name.articles, key=directory.place)
    return NamePage(
        frame=make_frame(
            directory,
            here,
            say("name.title", name=name.text),
            description=say("name.description", name=name.text, archive=directory.site.title),
            trail=((say("site.people"), urls.PEOPLE),),
        ),
        name=name.text,
        people=tuple(sorted(rows, key=lambda row: (row.unclear, -row.articles, row.ref.href))),
        items=tuple(make_item(directory, here, position) for position in newest[:MOST_ITEMS]),
        total_items=len(newest),
    )


def _show_bearer(directory: Directory, here: str, entry: PersonEntry) -> Namesake:
    """What tells a person from the others of the name."""
    person = entry.person
    codes = _find_countries(directory, person) or [count.id for count in entry.countries]
    return Namesake(
        ref=directory.person_ref(here, person.id),
        titles=tell_titles(directory, entry, _MOST_TITLES),
        countries=tuple(directory.country_ref(here, code) for code in codes[:_MOST_COUNTRIES]),
        years=tell_years(directory, entry.articles),
        articles=len(entry.articles),
        unclear=bool(person.undecided) and _is_bare(directory, person),
        latest=tuple(make_item(directory, here, position) for position in entry.articles[:_LATEST]),
    )


def _find_countries(directory: Directory, person: Person) -> list[str]:
    """The countries that articles tie to a person, those of most articles first."""
    people = (directory.article(position).reading.people[local] for position, local in person.members)
    counts = Counter(code for local in people for code in local.countries)
    return sorted(counts, key=lambda code: (-counts[code], code))


def _is_bare(directory: Directory, person: Person) -> bool:
    """Whether no article writes a given name."""
    return not any(directory.article(position).reading.people[local].given for position, local in person.members)
