"""What stands beside an article: whom, which countries and which dates the text on the page names."""

from collections.abc import Iterable, Iterator

from newsgen.pages.directory import Directory
from newsgen.pages.display import find_inferred, tell_date
from newsgen.pages.leaves import Leaf
from newsgen.pages.rights import shown_end
from newsgen.records.archive import ArchivedArticle
from newsgen.records.site import NamedCountry, NamedDate, NamedPerson


def name_countries(directory: Directory, here: str, article: ArchivedArticle, leaf: Leaf) -> tuple[NamedCountry, ...]:
    """The countries that it is about, and those that the page names behind them."""
    elsewhere = {mention.code for mention in article.reading.country_mentions if not leaf.holds(mention.start)}
    elsewhere -= {mention.code for mention in article.reading.country_mentions if leaf.holds(mention.start)}
    rows = [
        NamedCountry(ref=directory.country_ref(here, count.code), mentions=count.mentions, primary=count.primary)
        for count in article.reading.countries
        if count.primary or count.code not in elsewhere
    ]
    return tuple(sorted(rows, key=lambda row: not row.primary))


def name_people(directory: Directory, here: str, position: int, leaf: Leaf) -> tuple[NamedPerson, ...]:
    """The persons whom the page names, with other spellings of the name."""
    article, rows = directory.article(position), []
    elsewhere = _find_people(article, leaf, inside=False) - _find_people(article, leaf, inside=True)
    for person, forms, mentions in group_people(directory, position):
        if person in elsewhere:
            continue
        ref = directory.person_ref(here, person)
        names = _names_of(article, person) if forms else ()
        rows.append(NamedPerson(ref=ref, forms=tuple(_pick_variants(ref.text, names)), mentions=mentions))
    return tuple(rows)


def _find_people(article: ArchivedArticle, leaf: Leaf, *, inside: bool) -> set[str | None]:
    """The persons whom the text on a page names, or that on the others."""
    mentions = article.reading.person_mentions
    return {article.people[mention.person] for mention in mentions if leaf.holds(mention.start) == inside}


def _names_of(article: ArchivedArticle, person: str) -> tuple[str, ...]:
    """The names of a person as the article writes them, without titles, in order of first use."""
    mentions = article.reading.person_mentions
    return tuple(dict.fromkeys(mention.name for mention in mentions if article.people[mention.person] == person))


def _pick_variants(shown: str, names: Iterable[str]) -> Iterator[str]:
    """The names that have a word which those before do not have: neither shorter nor only in capitals."""
    known = set(shown.casefold().split())
    for name in names:
        words = name.casefold().split()
        if not known.issuperset(words):
            known.update(words)
            yield name


def group_people(directory: Directory, position: int) -> list[tuple[str, tuple[str, ...], int]]:
    """Id, forms as written and number of mentions of each person, in order of first mention.

    Those whom only the front matter names come last, without forms.
    """
    article = directory.article(position)
    forms: dict[str, dict[str, None]] = {}
    mentions: dict[str, int] = {}
    for local, person in zip(article.reading.people, article.people, strict=True):
        if person is not None:
            forms.setdefault(person, {}).update(dict.fromkeys(local.forms))
            mentions[person] = mentions.get(person, 0) + local.mentions
    found = [(person, tuple(written), mentions[person]) for person, written in forms.items()]
    return [*found, *((person, (), 0) for person in directory.list_only(position))]


def name_dates(directory: Directory, article: ArchivedArticle, leaf: Leaf) -> tuple[NamedDate, ...]:
    """The dated expressions of the page, each once, as far as the text is shown; "3 April" is in "3 April 2024"."""
    end = shown_end(article)
    distinct = dict.fromkeys(
        (" ".join(date.surface.split()), date.value)
        for date in article.reading.dates
        if date.end <= end and leaf.holds(date.start)
    )
    surfaces: dict[str | None, list[str]] = {}
    for surface, value in distinct:
        surfaces.setdefault(value, []).append(surface)
    inferred = find_inferred(article)
    return tuple(
        NamedDate(surface=surface, date=tell_date(directory.words, value, inferred) if value else None)
        for surface, value in distinct
        if not any(surface in fuller and surface != fuller for fuller in surfaces[value])
    )
