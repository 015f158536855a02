"""What became of the people, told by their mentions: who bears a spelling in an article now is who bore it there."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from newsgen.build.comparing.following import Followed, index_owners
from newsgen.build.published.outline import PersonFacts
from newsgen.records.changes import PeopleChanges, PeopleMerged, PersonAt, PersonRenamed, PersonSplit, SpellingMoved

Mention = tuple[str, str]
"""An article's id, and a name as written there."""

Mentions = Mapping[str, frozenset[Mention]]
"""For the ids of persons, the mentions of them."""


def compare_people(
    old: Sequence[PersonFacts], new: Sequence[PersonFacts], mentions: tuple[Mentions, Mentions], followed: Followed
) -> PeopleChanges:
    """The changes between two lists of people; `mentions` are those of both, and `followed` is what became of whom."""
    before = {person.id: _describe(person) for person in old}
    after = {person.id: _describe(person) for person in new}
    same = {one: (before[one], after[other]) for one, other in followed.pairs()}
    merged = [PeopleMerged(old=_rank(before, one), new=after[other]) for one, other in followed.merged()]
    split = [PersonSplit(old=before[one], new=_rank(after, other)) for one, other in followed.split()]
    renamed = [
        PersonRenamed(old=one, new=other)
        for one, other in same.values()
        if (one.id, one.name) != (other.id, other.name)
    ]
    return PeopleChanges(
        merged=tuple(sorted(merged, key=lambda change: _weight(change.new))),
        split=tuple(sorted(split, key=lambda change: _weight(change.old))),
        renamed=tuple(sorted(renamed, key=lambda change: _weight(change.new))),
        moved=_find_moved(same, *mentions),
        removed=_rank(before, followed.gone()),
        added=_rank(after, followed.new()),
    )


def list_mentions(people: Iterable[PersonFacts], articles: Mapping[str, str]) -> Mentions:
    """The mentions in articles that both sites have; `articles` gives for their ids those of the new site."""
    return {
        person.id: frozenset(
            (articles[article], spelling.text)
            for spelling in person.spellings
            for article in spelling.articles
            if article in articles
        )
        for person in people
    }


def list_marks(people: Sequence[PersonFacts], articles: Mapping[str, str]) -> Mentions:
    """The same with the name shown, for each article of a person: front matter may list one whom no text names.

    A name of no letters stands for the only one of an article who is listed so, whatever the name is now.
    """
    mentions, listed = list_mentions(people, articles), {person.id: _list_unwritten(person) for person in people}
    counts = Counter(article for found in listed.values() for article in found)
    return {
        person.id: mentions[person.id]
        | {(articles[article], person.name) for article in person.articles if article in articles}
        | {(articles[one], "") for one in listed[person.id] if one in articles and counts[one] == 1}
        for person in people
    }


def _list_unwritten(person: PersonFacts) -> frozenset[str]:
    """The articles of a person that write no name."""
    return frozenset(person.articles).difference(*(spelling.articles for spelling in person.spellings))


def _describe(person: PersonFacts) -> PersonAt:
    return PersonAt(id=person.id, name=person.name or person.id, articles=len(person.articles))


def _find_moved(
    same: Mapping[str, tuple[PersonAt, PersonAt]], old: Mentions, new: Mentions
) -> tuple[SpellingMoved, ...]:
    """The spellings that are somebody else's now, of persons who are there in both sites; most articles first."""
    bearers = index_owners({other.id: new[other.id] for _, other in same.values()})
    after = {other.id: other for _, other in same.values()}
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for one, (_, other) in same.items():
        for article, text in old[one] - new[other.id]:
            for bearer in bearers.get((article, text), ()):
                found[text, one, bearer].add(article)
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        SpellingMoved(text=text, articles=tuple(sorted(articles)), old=same[one][0], new=after[bearer])
        for (text, one, bearer), articles in ranked
    )


def _weight(person: PersonAt) -> tuple[int, str, str]:
    """Sorts those first whom most articles name."""
    return -person.articles, person.name, person.id


def _rank(people: Mapping[str, PersonAt], ids: Iterable[str]) -> tuple[PersonAt, ...]:
    return tuple(sorted((people[person] for person in ids), key=_weight))
