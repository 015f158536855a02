"""Cards: who a linked name is, in three lines, for the script of articles' pages.

An article's page holds nothing of them, or each would grow stale whenever somebody on it is named elsewhere. They lie
in scripts of their own, by the first letters of the pages that they tell of; a card changes only the script it is in.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from newsgen import edtf
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.titles import tell_titles
from newsgen.records.output import Page, Shown
from newsgen.records.site import Ref, TextFile
from newsgen.shards import cut_shards, name_shard

_LIMIT = 6_000
"""Characters of a script, unless one card alone is larger."""

Card = tuple[str, ...]
"""Name; role, title, or what it is; how often named, and when; the role's language, where it is not the interface's."""


def plan_cards(directory: Directory) -> Iterator[Page]:
    """The scripts with the cards of all people and countries, and the one that tells which there are."""
    cards = dict(_list_cards(directory))
    sizes = {key: sum(map(len, card)) + len(key) + 12 for key, card in cards.items()}
    shards = cut_shards(sizes, _LIMIT)
    for shard in shards:
        held = {key: cards[key] for key in shard.keys}
        yield _make_script(name_shard(shard.prefix), "take", shard.prefix, held)
    yield _make_script("index.js", "open", [shard.prefix for shard in shards])


def _make_script(name: str, function: str, *values: object) -> Page:
    """A script that hands the values to the page."""
    told = ",".join(msgspec.json.encode(value).decode() for value in values)
    text = TextFile(text=f"newsgenCards.{function}({told});\n")
    return Page(path=f"{urls.CARDS}{name}", template="", show=Shown(record=text), made_from=f"the cards {name}")


def _list_cards(directory: Directory) -> Iterator[tuple[str, Card]]:
    """Each card under the path of the page that it tells of, without its ending."""
    for person in directory.archive.people:
        if person.person.has_page:
            role = next(iter(tell_titles(directory, person, 1)), Ref(text=""))
            yield _key(urls.person_path(person.person.id)), _make(directory, person.person.name, role, person.articles)
    for country in directory.archive.countries:
        name = directory.country_name(country.code)
        role = Ref(text=directory.words.say("country.kicker"))
        yield _key(urls.country_path(country.id)), _make(directory, name, role, country.articles)


def _key(path: str) -> str:
    return path.removesuffix(".html")


def _make(directory: Directory, name: str, role: Ref, articles: Sequence[int]) -> Card:
    """A card; half a pair of surrogates, which no file can hold, is replaced."""
    lines = (name, role.text, _tell_articles(directory, articles), *([role.lang] if role.lang else []))
    return tuple(line.encode("utf-8", "replace").decode() for line in lines)


def _tell_articles(directory: Directory, articles: Sequence[int]) -> str:
    """`12 articles, March 2023 to September 2024`, of articles that are in order, newest first."""
    words = directory.words
    count = words.say("count.articles", count=len(articles))
    latest, earliest = (_find_date(directory, ordered) for ordered in (articles, reversed(articles)))
    if not latest or not earliest:
        return count
    first, last = words.date(earliest), words.date(latest)
    span = first if first == last else words.say("person.from-to", first=first, last=last)
    return words.say("article.named", articles=count, span=span)


def _find_date(directory: Directory, articles: Iterable[int]) -> str | None:
    """The first date of publication of which the year is known; None if there is none."""
    dates = (directory.brief(place).published for place in articles)
    return next((date for date in dates if date and edtf.sort_key(date)[0] == 0), None)
