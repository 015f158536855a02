"""Ids of persons, chosen so that they stay when articles arrive.

An id is the slug of the full spelling that was published first, which a later article cannot change; the name shown is
that of most articles, and may change with any of them. A spelling with a family name alone, or with initials, counts
only where there is no better one. Articles without a date come behind all that have one. Only an article that is older
than all others of the person can move the page; and who stands in `people.yaml` has the name of the entry as an
address, whatever arrives.
"""

from collections.abc import Sequence
from typing import TypeAlias

from newsgen.lexicon.slugs import make_letters, make_slug, number_slugs
from newsgen.records import Record
from newsgen.records.options import Judgement
from newsgen.records.reading import Reading
from newsgen.resolve.addresses import rank_article
from newsgen.resolve.namings import Naming

_KIND = "person"

Rank: TypeAlias = tuple[str, str, int, int]
"""When an article names somebody: its date and path, the place in it, and its own position."""


class Claim(Record):
    """The address that a person wants, and what for."""

    rank: tuple[int, *Rank]
    """What claims are sorted by: those of the editor first, then the oldest."""
    name: str
    """Of which it is the slug."""

    @property
    def slug(self) -> str:
        """The address itself."""
        return make_slug(self.name, _KIND) or _KIND


def give_person_ids(
    people: Sequence[tuple[Sequence[Naming], Judgement | None]], readings: Sequence[Reading]
) -> list[str]:
    """A unique slug for each: of several who want one, the first gets it, others have letters behind it.

    `people` has for each all namings, and the entry of `people.yaml`.
    """
    ranks = [rank_article(reading.article) for reading in readings]
    claims = [_claim(namings, judgement, ranks) for namings, judgement in people]
    order = sorted(range(len(claims)), key=lambda place: claims[place].rank)
    taken: set[str] = set()
    wanted = []
    for place in order:
        slug, article = claims[place].slug, readings[claims[place].rank[-1]].article
        wanted.append(f"{slug}-{make_letters(article.headline)}" if slug in taken else slug)
        taken.add(slug)
    ids = [""] * len(claims)
    for place, own in zip(order, number_slugs(wanted), strict=True):
        ids[place] = own
    return ids


def _claim(namings: Sequence[Naming], judgement: Judgement | None, ranks: Sequence[tuple[str, str]]) -> Claim:
    first = _find_first(namings, ranks)
    rank = (*ranks[first.article], first.index, first.article)
    if judgement:
        return Claim(rank=(0, *rank), name=judgement.name)
    return Claim(rank=(1, *rank), name=first.local.name)


def _find_first(namings: Sequence[Naming], ranks: Sequence[tuple[str, str]]) -> Naming:
    """The first of those that are spelt most fully."""
    if len(namings) == 1:
        return namings[0]
    fullest = (
        [naming for naming in namings if naming.local.given and not naming.is_initialled]
        or [naming for naming in namings if naming.local.given]
        or namings
    )
    return min(fullest, key=lambda naming: (ranks[naming.article], naming.index, naming.article))
