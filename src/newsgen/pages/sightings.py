"""Places in articles that pages lead to, and how a reader sees them: a link, under the outlet and the date."""

from newsgen.pages import urls
from newsgen.pages.anchors import anchor_of, find_anchored
from newsgen.pages.directory import Directory
from newsgen.pages.display import show_date
from newsgen.pages.leaves import find_cuts, find_page, is_long
from newsgen.pages.lookups import MOST_KNOWN
from newsgen.records.site import Sighting


def link_report(directory: Directory, here: str, position: int, report: int) -> str:
    """A link to the sentence of a report; to the article, where the sentence is not shown."""
    return _link_anchor(directory, here, position, anchor_of(directory.article(position), report))


def _link_anchor(directory: Directory, here: str, position: int, anchor: str) -> str:
    """A link to a place in an article, on whichever of its pages that is; to the article for an empty anchor."""
    brief = directory.brief(position)
    if not anchor or not is_long(brief):
        return urls.link(here, urls.article_path(brief.id), anchor)
    article = directory.article(position)
    if position not in directory.cuts:
        directory.cuts[position] = find_cuts(article)
    return urls.link(here, find_page(article, directory.cuts[position], anchor), anchor)


def sight(directory: Directory, here: str, position: int, anchor: str = "") -> Sighting:
    """A place in an article, under its outlet and date."""
    brief = directory.brief(position)
    source, published = brief.source, brief.published
    return Sighting(
        href=_link_anchor(directory, here, position, anchor),
        source=directory.outlet(source).name if source else directory.unnamed_outlet,
        date=show_date(directory.words, published) if published else None,
    )


def find_mention(directory: Directory, position: int, person: str, words: str) -> str:
    """Anchor of the first mention of a person by these words, a name or a title in front of it.

    If no mention has them, it is the first of all; empty where the text shown has none.
    """
    if position not in directory.anchored:
        if len(directory.anchored) == MOST_KNOWN:
            directory.anchored.clear()
        directory.anchored[position] = tuple(find_anchored(directory.article(position)))
    people, wanted = directory.article(position).people, words.casefold()
    first = ""
    for index, mention in directory.anchored[position]:
        if people[mention.person] != person:
            continue
        if mention.name.casefold() == wanted or mention.surface.casefold().startswith(f"{wanted} "):
            return urls.mention_anchor(index)
        first = first or urls.mention_anchor(index)
    return first
