"""Persons traced: every spelling and title, every join with its evidence and sentences, and every judgement."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from newsgen.build.alike import count_bearers, tell_apart, write_listing
from newsgen.build.cast import count_articles, write_names
from newsgen.build.tracing.events import list_events
from newsgen.build.tracing.passages import Sources
from newsgen.build.tracing.told import (
    Passage,
    TracedDoubt,
    TracedJoin,
    TracedJudgement,
    TracedPerson,
    TracedWording,
)
from newsgen.lexicon.slugs import fold_name
from newsgen.pages import urls
from newsgen.pages.wordings import merge_capitals, part_evidence
from newsgen.records.entities import Link, Person
from newsgen.records.options import Judgement
from newsgen.resolve.bearers import Bearing, weigh_bearer


def find_people(sources: Sources, name: str) -> list[Person]:
    """All who are called so: by the id of a page, or by a name in any way to write it; most articles first."""
    people = [entry.person for entry in sources.archive.people]
    if "-" in name:
        by_id = [person for person in people if person.id == name]
        if by_id:
            return by_id
    wanted = fold_name(name)
    found = [person for person in people if person.id == name or wanted in _fold_names(sources, person)]
    return sorted(found, key=lambda person: (-count_articles(person), person.id))


def _fold_names(sources: Sources, person: Person) -> set[str]:
    """All names of a person, the family name too, as they are compared."""
    locals_ = [sources.article(at).reading.people[local] for at, local in person.members]
    names = {person.name, *(own.text for own in person.spellings)}
    names.update(form for one in locals_ for form in (*one.forms, one.name, one.family))
    return set(map(fold_name, names)) - {""}


def trace_person(sources: Sources, person: Person) -> TracedPerson:
    """A person with all that speaks for its being one."""
    page = urls.person_path(person.id)
    bearing = _weigh_bearer(sources, person)
    return TracedPerson(
        id=person.id,
        name=person.name,
        page=page if person.has_page else None,
        articles=count_articles(person),
        note=person.note,
        judgements=tuple(_list_judgements(sources, person)),
        spellings=tuple(
            _trace_wording(sources, person, own.text, own.articles) for own in merge_capitals(person.spellings)
        ),
        titles=tuple(_trace_titles(sources, person)),
        listed=tuple(sources.path(at) for at in sources.by_date(person.listed_in)),
        joins=tuple(_trace_join(sources, link, [person]) for link in person.links),
        undecided=tuple(_trace_doubts(sources, person)),
        speaks_for=bearing.speaks_for,
        speaks_against=bearing.speaks_against,
        events=tuple(list_events(sources, sorted(sources.directory.people[person.id].events), page)),
    )


def _weigh_bearer(sources: Sources, person: Person) -> Bearing:
    """Why the articles that write one full name are taken to speak of one; empty where there are no two."""
    readings = [article.reading for article in sources.archive.articles]
    full = [(at, local) for at, local in person.members if readings[at].people[local].given]
    if len({at for at, _ in full}) < 2 or len({fold_name(readings[at].people[local].name) for at, local in full}) > 1:
        return Bearing(speaks_for=(), speaks_against=())
    return weigh_bearer(full, readings, sources.lexicon)


def _page_of(person: Person) -> str | None:
    return urls.person_path(person.id) if person.has_page else None


def _trace_titles(sources: Sources, person: Person) -> Iterator[TracedWording]:
    """The titles with the articles that give them."""
    articles: dict[str, set[int]] = {}
    for position, local in person.members:
        for title in sources.article(position).reading.people[local].titles:
            articles.setdefault(fold_name(title), set()).add(position)
    for title in person.titles:
        if fold_name(title) in articles:
            yield _trace_wording(sources, person, title, articles[fold_name(title)])


def _trace_wording(sources: Sources, person: Person, text: str, articles: Collection[int]) -> TracedWording:
    """A spelling or title with its outlets, clippings, and the oldest sentence that has it."""
    ordered = sources.by_date(articles)
    outlets = Counter(name for position in ordered if (name := sources.outlet(position)))
    return TracedWording(
        text=text,
        articles=len(ordered),
        outlets=tuple(sorted(outlets, key=lambda name: (-outlets[name], name))),
        paths=tuple(map(sources.path, ordered)),
        first=_find_first(sources, [person], text, ordered),
    )


# --- joins ----------------------------------------------------------------------------------------------------------


def _trace_join(sources: Sources, link: Link, people: Sequence[Person]) -> TracedJoin:
    """A link with a sentence for each of its names."""
    evidence, against = part_evidence(sources.directory, link)
    passages = (_find_name(sources, people, text) for text in (link.left, link.right))
    return TracedJoin(
        left=link.left,
        right=link.right,
        rule=link.rule,
        evidence=evidence,
        against=against,
        passages=tuple(passage for passage in passages if passage),
    )


def _trace_doubts(sources: Sources, person: Person) -> Iterator[TracedDoubt]:
    """Who else it may be; those of most articles first."""
    people = sources.directory.people
    readings = [article.reading for article in sources.archive.articles]
    known = [(people[other], link) for other, link in person.undecided if other in people]
    bearers = count_bearers(people.values(), readings) if known else {}
    for entry, link in sorted(known, key=lambda item: (-len(item[0].articles), item[0].person.id)):
        judge_by = tell_apart(people[person.id], entry, readings, bearers)
        listing = None if judge_by else write_listing(people[person.id], entry, readings, sources.directory.name_of)
        yield TracedDoubt(
            id=entry.person.id,
            name=entry.person.name,
            page=_page_of(entry.person),
            articles=count_articles(entry.person),
            join=_trace_join(sources, link, [person, entry.person]),
            judge_by=judge_by,
            list_as=listing,
        )


def _find_name(sources: Sources, people: Sequence[Person], text: str) -> Passage | None:
    """The oldest sentence that calls one of the persons so, if possible in an article that has no fuller name."""
    for person in people:
        own = {at for at, local in person.members if sources.article(at).reading.people[local].name == text}
        for spelling in person.spellings:
            if spelling.text == text:
                ordered = sorted(sources.by_date(spelling.articles), key=lambda at: at not in own)
                return _find_first(sources, [person], text, ordered)
    return None


def _find_first(sources: Sources, people: Sequence[Person], text: str, articles: Sequence[int]) -> Passage | None:
    """The sentence of the first article that calls one of the persons so, by name or title."""
    members = {member for person in people for member in person.members}
    wanted = text.casefold()
    for position in articles:
        own = [
            mention
            for mention in sources.article(position).reading.person_mentions
            if (position, mention.person) in members
        ]
        for mention in own:
            if mention.name.casefold() == wanted or mention.surface.casefold().startswith(f"{wanted} "):
                return sources.quote(position, mention.start, mention.end)
    return None


# --- judgements -----------------------------------------------------------------------------------------------------


def find_nobody(sources: Sources, name: str) -> TracedJudgement | None:
    """The judgement that a name is no person's."""
    for entry in sources.config.judgements:
        if not entry.person and (own := _pick(entry.spellings, {fold_name(name)})):
            return TracedJudgement(line=entry.find(own)[0], says=f"“{own}” is no person's name{_tell_note(entry)}")
    return None


def _list_judgements(sources: Sources, person: Person) -> Iterator[TracedJudgement]:
    """The entries that have one of the person's names, be it among those that are kept from another person."""
    readings = [article.reading for article in sources.archive.articles]
    names = set(map(fold_name, (person.name, *write_names(person, readings))))
    for entry in sources.config.judgements:
        if entry.person and _pick(entry.spellings, names):
            yield TracedJudgement(line=entry.line, says=_tell_entry(entry))
        elif barred := _pick(entry.different, names):
            line = entry.find(barred, barred=True)[0]
            yield TracedJudgement(line=line, says=f"“{barred}” is not “{entry.name}”{_tell_note(entry)}")


def _pick(texts: Sequence[str], folded: Collection[str]) -> str | None:
    """The first of the texts that is one of the names."""
    return next((text for text in texts if fold_name(text) in folded), None)


def _tell_entry(entry: Judgement) -> str:
    """`“A” is also “B” and “C”; not “D”`."""
    also = " and ".join(f"“{text}”" for text in entry.also)
    parts = [f"“{entry.name}” is the spelling shown", f"the same as {also}" if also else ""]
    parts += [f"not “{text}”" for text in entry.different]
    return "; ".join(filter(None, parts))


def _tell_note(entry: Judgement) -> str:
    return f": {' '.join(entry.note.split())}" if entry.note else ""
