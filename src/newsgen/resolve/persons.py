"""Groups of namings as persons: the name shown, its spellings and titles, and an address."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TypeAlias

from newsgen.lexicon.slugs import fold_name
from newsgen.records import Record
from newsgen.records.entities import Link, Person, Spelling
from newsgen.records.options import Judgement
from newsgen.records.reading import Reading
from newsgen.records.reasons import because
from newsgen.resolve.groups import Doubt, Group, Grouping, rank_doubt
from newsgen.resolve.namings import LISTED, Naming, most_usual
from newsgen.resolve.personids import give_person_ids
from newsgen.resolve.trades import Trades

Written: TypeAlias = Sequence[Sequence[Collection[str]]]
"""For each article, the names that its text writes of each of its people."""

_WRITTEN_OTHERWISE = because("reason.same-letters")


class Named(Record):
    """A group with the name that it is shown under."""

    group: Group
    namings: tuple[Naming, ...]
    """All of the group, in the order of the articles."""
    name: str
    judgement: Judgement | None


def name_people(
    grouping: Grouping, judgements: Sequence[Judgement], readings: Sequence[Reading], trades: Trades
) -> tuple[tuple[Person, ...], tuple[tuple[str | None, ...], ...]]:
    """The persons, sorted by id, and for each article the ids of its local persons; None for a nobody."""
    named = [_name_group(group, judgements, trades) for group in grouping.groups]
    ids = give_person_ids([(one.namings, one.judgement) for one in named], readings)
    doubts = _share_doubts(grouping.doubts, ids)
    written = [_gather_names(reading) for reading in readings]
    people = [_make_person(one, own, tuple(doubts.get(own, ())), written) for one, own in zip(named, ids, strict=True)]
    return tuple(sorted(people, key=attrgetter("id"))), _index_people(named, ids, readings)


def _name_group(group: Group, judgements: Sequence[Judgement], trades: Trades) -> Named:
    namings = group.namings
    judgement = judgements[group.mark.entry] if group.mark.entry is not None else None
    name = judgement.name if judgement else _choose_name(namings, trades)
    return Named(group=group, namings=namings, name=name, judgement=judgement)


def _choose_name(namings: Sequence[Naming], trades: Trades) -> str:
    """The full spelling that most articles use.

    Of equals, the one with more words, then the one with more mentions, for an article that returns to a name has
    looked at it longer; then the first by letters, so that the choice never hangs on the order of the articles.
    """
    if len({naming.local.name for naming in namings}) == 1:
        return namings[0].local.name
    articles: Counter[str] = Counter()
    partial: dict[str, bool] = {}
    for naming in namings:
        text = naming.local.name
        articles[text] += 1
        partial[text] = naming.is_initialled
    ranks = {text: (partial[text], text.isupper(), -articles[text], -len(text.split())) for text in articles}
    best = min(ranks.values())
    first = sorted([text for text, rank in ranks.items() if rank == best])
    return first[0] if len(first) == 1 else _choose_most_mentioned(first, namings, trades)


def _choose_most_mentioned(texts: Sequence[str], namings: Iterable[Naming], trades: Trades) -> str:
    """The spelling with the most mentions, of equals the first given."""
    mentions = dict.fromkeys(texts, 0)
    for naming in namings:
        if naming.local.name in mentions:
            mentions[naming.local.name] += trades.mentions_of(naming)
    return max(texts, key=mentions.__getitem__)


def _share_doubts(doubts: Iterable[Doubt], ids: Sequence[str]) -> dict[str, list[tuple[str, Link]]]:
    """For each person the open questions, by the other's id: between two persons the one with the most evidence."""
    best: dict[tuple[str, str], Doubt] = {}
    for doubt in sorted(doubts, key=rank_doubt):
        best.setdefault((min(ids[doubt.left], ids[doubt.right]), max(ids[doubt.left], ids[doubt.right])), doubt)
    shared: dict[str, list[tuple[str, Link]]] = {}
    for (first, second), doubt in sorted(best.items()):
        shared.setdefault(first, []).append((second, doubt.link))
        shared.setdefault(second, []).append((first, doubt.link))
    return {own: sorted(found, key=lambda item: item[0]) for own, found in shared.items()}


def _gather_names(reading: Reading) -> Sequence[set[str]]:
    """For each local person the names that the text writes, without titles."""
    written = [{person.name} for person in reading.people]
    for mention in reading.person_mentions:
        written[mention.person].add(mention.name)
    return written


def _make_person(one: Named, own: str, undecided: tuple[tuple[str, Link], ...], written: Written) -> Person:
    members = [naming for naming in one.namings if naming.index != LISTED]
    judgement = one.judgement
    return Person(
        id=own,
        name=one.name,
        spellings=_gather_spellings(members, written),
        titles=_order_titles(members),
        members=tuple((naming.article, naming.index) for naming in members),
        links=(*one.group.links, *_link_variants(one)),
        undecided=undecided,
        note=judgement.note if judgement else None,
        listed_in=tuple(sorted({naming.article for naming in one.namings if naming.index == LISTED})),
        has_page=_is_known(one, len(undecided)),
    )


def _is_known(one: Named, candidates: int) -> bool:
    """Whether more than a mere family name is known, and not only that it may be one of several people."""
    if one.judgement or one.group.names or any(naming.index == LISTED for naming in one.namings):
        return True
    return candidates < 2 and any(naming.titles for naming in one.namings)


def _gather_spellings(members: Iterable[Naming], written: Written) -> tuple[Spelling, ...]:
    """Each spelling with the articles that write it; `members` come in the order of the articles."""
    found: dict[str, list[int]] = {}
    for naming in members:
        for text in written[naming.article][naming.index]:
            articles = found.setdefault(text, [])
            if not articles or articles[-1] != naming.article:
                articles.append(naming.article)
    spellings = [Spelling(text=text, articles=tuple(articles)) for text, articles in found.items()]
    return tuple(sorted(spellings, key=lambda spelling: (-len(spelling.articles), spelling.text)))


def _order_titles(members: Sequence[Naming]) -> tuple[str, ...]:
    """Titles by the number of articles that use them; `president` and `President` are one."""
    rows = {naming.local.titles for naming in members}
    if sum(map(len, rows)) < 2:
        return max(rows, default=())
    ways: dict[str, list[str]] = {}
    for naming in members:
        for title in naming.local.titles:
            ways.setdefault(fold_name(title), []).append(title)
    return tuple(most_usual(ways[key]) for key in sorted(ways, key=lambda key: (-len(ways[key]), key)))


def _link_variants(one: Named) -> Iterator[Link]:
    """Links between spellings of one name that differ only in accents, capitals or hyphens."""
    for name in one.group.names:
        for text in sorted({naming.local.name for naming in name.namings} - {name.text}):
            yield Link(left=text, right=name.text, rule="same-name", evidence=(_WRITTEN_OTHERWISE,))


def _index_people(
    named: Sequence[Named], ids: Sequence[str], readings: Sequence[Reading]
) -> tuple[tuple[str | None, ...], ...]:
    found: list[list[str | None]] = [[None] * len(reading.people) for reading in readings]
    for one, own in zip(named, ids, strict=True):
        for naming in one.namings:
            if naming.index != LISTED:
                found[naming.article][naming.index] = own
    return tuple(map(tuple, found))
