"""Names that several persons bear: `names/<slug>.html` lists who they are.

A name is any way in which the archive writes a person: in full, or by the family name alone. Who bears it are the
persons with pages who are written so or have it as their family name, and those among whom the archive, or one article,
leaves open which one it means. It gets a page if they are two or more; names that the same persons bear have one page,
that of the fullest. The address is the slug of the name and nothing else: it hangs neither on the persons' ids nor on
the order of the articles, ways to write that have one slug (`Sangare`, `Sangaré`) are one name, and no person's page
can want it, for those lie in a folder of their own.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from newsgen.lexicon.slugs import make_slug
from newsgen.records.archive import Archive, Brief, PersonEntry
from newsgen.records.entities import Person

_KIND = "name"


@dataclass(frozen=True, slots=True)
class Name:
    """A name that several persons bear."""

    slug: str
    text: str
    """As most articles write it."""
    people: tuple[str, ...]
    """Ids of those who bear it, sorted."""
    articles: tuple[int, ...]
    """Positions of the articles that do not tell which of them is meant, ascending."""


@dataclass(slots=True)
class _Gathered:
    """What is known of a name while the archive is gone through."""

    ways: Counter[str] = field(default_factory=Counter)
    """Articles by the way in which they write it."""
    people: set[str] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)


def find_names(archive: Archive, is_title: Callable[[str], bool]) -> Mapping[str, Name]:
    """The names that several persons with pages bear, by slug, sorted; names of the same persons are one."""
    gathered: dict[str, _Gathered] = {}
    people = archive.people
    known = {entry.person.id for entry in people if entry.person.has_page}
    for entry in people:
        for slug, text, weight in _list_ways(entry.person):
            name = gathered.setdefault(slug, _Gathered())
            name.ways[text] += weight
            if entry.person.has_page:
                name.people.add(entry.person.id)
            else:
                name.people.update(other for other, _ in entry.person.undecided if other in known)
                name.articles.update(entry.articles)
    for position, slug, text, bearers in _find_unresolved(archive, is_title):
        name = gathered.setdefault(slug, _Gathered())
        name.ways[text] += 1
        name.people.update(known.intersection(bearers))
        name.articles.add(position)
    for slug, relatives in _gather_families(people).items():
        if slug in gathered:
            gathered[slug].people.update(relatives)
    return _share_pages({slug: name for slug, name in sorted(gathered.items()) if len(name.people) > 1})


def _share_pages(gathered: Mapping[str, _Gathered]) -> Mapping[str, Name]:
    """The names as they are shown: of several that the same persons bear the fullest, with the articles of all."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for slug, name in gathered.items():
        alike.setdefault(tuple(sorted(name.people)), []).append(slug)
    shown: dict[str, Name] = {}
    for people, slugs in alike.items():
        best = min(slugs, key=lambda slug: (-len(slug.split("-")), -gathered[slug].ways.total(), slug))
        articles = {position for slug in slugs for position in gathered[slug].articles}
        text = _choose_way(gathered[best].ways)
        shared = Name(slug=best, text=text, people=people, articles=tuple(sorted(articles)))
        shown.update(dict.fromkeys(slugs, shared))
    return dict(sorted(shown.items()))


def slug_of(surface: str, is_title: Callable[[str], bool] | None = None) -> str:
    """The slug of a name as written; titles in front are left out."""
    return make_slug(surface if is_title is None else _leave_titles(surface, is_title), _KIND)


def _leave_titles(surface: str, is_title: Callable[[str], bool]) -> str:
    """A name as written without the titles in front."""
    words = surface.split()
    while len(words) > 1 and is_title(words[0]):
        words = words[1:]
    return " ".join(words)


def _list_ways(person: Person) -> Iterator[tuple[str, str, int]]:
    """Slug, text and number of articles of each way to write a person; the name shown may be the editor's own."""
    for spelling in person.spellings:
        if slug := slug_of(spelling.text):
            yield slug, spelling.text, len(spelling.articles)
    if slug := slug_of(person.name):
        yield slug, person.name, 0


def _gather_families(people: Iterable[PersonEntry]) -> Mapping[str, set[str]]:
    """The persons with pages, by the slugs of their family names."""
    families: dict[str, set[str]] = {}
    for entry in people:
        if entry.person.has_page:
            for slug in map(slug_of, entry.families):
                families.setdefault(slug, set()).add(entry.person.id)
    return families


def _find_unresolved(archive: Archive, is_title: Callable[[str], bool]) -> Iterator[tuple[int, str, str, list[str]]]:
    """Articles with the slugs of names that two persons of theirs have, the text, and the persons' ids."""
    for position, brief in enumerate(archive.briefs):
        for surface in brief.shared:
            text = _leave_titles(surface, is_title)
            slug = make_slug(text, _KIND)
            yield position, slug, text, _find_bearers(brief, slug)


def _find_bearers(article: Brief, slug: str) -> list[str]:
    """The ids of the article's persons whose names have all words of a name."""
    words = set(slug.split("-"))
    return [own for own, name in article.named if words.issubset(slug_of(name).split("-"))]


def _choose_way(ways: Mapping[str, int]) -> str:
    """The way that most articles use, capitals not counting for emphasis; of equals, the first by letters."""
    return min(ways, key=lambda text: (text.isupper(), -ways[text], text))
