"""The lines that lists on pages are made of: an article, and a name with how many articles there are of it."""

from collections.abc import Iterable
from itertools import islice

from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.pages.display import show_published
from newsgen.pages.rights import shown_summary
from newsgen.records.archive import Count
from newsgen.records.site import Item, Ref, Tally


def make_item(
    directory: Directory,
    here: str,
    position: int,
    *,
    with_summary: bool = False,
    names_source: bool = True,
    reprints: Iterable[int] = (),
) -> Item:
    """An article's line in a list."""
    brief = directory.brief(position)
    return Item(
        headline=directory.headline_ref(here, position),
        source=directory.source_ref(here, brief.source),
        date=show_published(directory.words, brief),
        summary=shown_summary(directory.article(position)) if with_summary else "",
        names_source=names_source,
        reprints=tuple(_link_reprint(directory, here, other, brief.source) for other in reprints),
    )


def _link_reprint(directory: Directory, here: str, position: int, first: str | None) -> Ref:
    """A link to an article under the name of its outlet; with its date, if that is the one that had it first."""
    brief = directory.brief(position)
    published = brief.published
    name = directory.outlet(brief.source).name if brief.source else directory.unnamed_outlet
    if brief.source == first:
        date = directory.words.date(published) if published else directory.words.say("date.undated")
        name = directory.words.say("list.again", outlet=name, date=date)
    return Ref(text=name, href=urls.link(here, urls.article_path(brief.id)))


def tally_people(directory: Directory, here: str, counts: Iterable[Count], most: int) -> tuple[Tally, ...]:
    """Links to the first of the persons that have a page, with counts."""
    shown = islice((count for count in counts if directory.has_page(count.id)), most)
    return tuple(Tally(ref=directory.person_ref(here, count.id), articles=count.articles) for count in shown)


def tally_countries(directory: Directory, here: str, counts: Iterable[Count], most: int) -> tuple[Tally, ...]:
    """Links to the first of the countries, with counts."""
    shown = islice(counts, most)
    return tuple(Tally(ref=directory.country_ref(here, count.id), articles=count.articles) for count in shown)
