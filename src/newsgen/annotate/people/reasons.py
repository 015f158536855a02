"""Reasons: why each span was taken for a person's name, and why that person's; and what speaks for an unclear one."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from heapq import merge
from operator import attrgetter

from newsgen.annotate.findings import is_of_recogniser
from newsgen.annotate.material import Material
from newsgen.annotate.people.candidates import Candidate
from newsgen.annotate.people.evidence import acts_as_person
from newsgen.annotate.people.scenes import Scene, see_candidate, set_scene
from newsgen.annotate.people.witnesses import tell_deeds, tell_own_words
from newsgen.lexicon.names import fold
from newsgen.records.explanation import Evidence, Explanation
from newsgen.records.reading import LocalPerson, PersonMention, Reading, UnresolvedMention

RULES: Mapping[str, str] = {
    "title": "a title, an office or a trade stands in front of the name",
    "stage-name": "one name behind a trade whose people are known by one name",
    "trade": "one name behind an article and a trade of persons, or behind a role that only persons have",
    "kin": "a given name behind the word for somebody's kin",
    "administration": "an administration is called after the person who heads it",
    "given-name": "the name opens with a known given name",
    "initials": "the name has initials",
    "family-first": "the name opens with a family name of a language that puts it first",
    "family-name": "the name closes with a family name that is hardly anything else, or ends as its people's do",
    "family-last": "the name closes with a family name that mostly stands first, and a country or syllables tell so",
    "quoted-speaker": "direct speech ends, and a verb of speech and the name follow",
    "age": "an age stands behind the name",
    "life": "the name was born, shot or the like, as no firm of that name is",
    "who": "“who” stands behind the name",
    "apposition": "an office or a trade stands behind the name, between commas",
    "called": "the words before the name say that somebody is called so",
    "given-word": "the name opens with a month or verb that is a given name too, and it speaks or acts",
    "country-in-brackets": "a country stands in brackets behind the name",
    "office-before": "an office stands before the name, parted by a comma",
    "role-before": "a trade stands before the name, parted by a comma",
    "of-country": "a country's possessive stands before the name, and the last word of it stands alone elsewhere",
    "said-before": "a verb of speech stands before the name, and the last word of it stands alone elsewhere",
    "said-after": "a verb of speech stands behind the name, and the last word of it stands alone elsewhere",
    "deed": "the name does what persons do, and the last word of it stands alone elsewhere",
    "echo": "the last word of the name stands alone elsewhere, and there it acts as a person",
    "list": "the name stands in one list with persons",
    "short-form": "a part of a name that the article gives in full",
    "known-name": "a name in a headline or in capitals that the article's text knows",
    "several-bear-it": "two or more persons of the article have this name, and nothing tells which is meant",
    "person-or-not": "it acts as a person once, and nothing else says whether it is one",
}
_RECOGNISER_SAYS = "a recogniser beside the rules took the span for a person's name"


def explain_people(reading: Reading, material: Material) -> Iterator[Explanation]:
    """The explanation of each mention of a person, and of each that is left to the editor, in order of the text."""
    scene = set_scene(reading, material)
    mentions: tuple[Sequence[PersonMention | UnresolvedMention], ...] = (reading.person_mentions, reading.unresolved)
    for mention in merge(*mentions, key=attrgetter("start")):
        if isinstance(mention, PersonMention):
            yield _explain_mention(mention, scene)
        else:
            yield _explain_unclear(mention, scene)


def _explain_mention(mention: PersonMention, scene: Scene) -> Explanation:
    """Why the span names a person, and this one."""
    person = scene.reading.people[mention.person]
    recognised = is_of_recogniser(mention.rule)
    return Explanation(
        kind="person",
        start=mention.start,
        end=mention.end,
        surface=mention.surface,
        meaning=person.name,
        rule=mention.rule,
        rule_says=_RECOGNISER_SAYS if recognised else RULES[mention.rule],
        evidence=tuple(_tell(mention, scene)),
        against=_first_named(person, mention, scene),
    )


def _explain_unclear(mention: UnresolvedMention, scene: Scene) -> Explanation:
    """What speaks for whom, or for a person at all."""
    bearers = scene.bearers.get(fold(mention.surface.split()[-1]), ())
    several = mention.reason == "several-bear-it"
    return Explanation(
        kind="unresolved",
        start=mention.start,
        end=mention.end,
        surface=mention.surface,
        meaning=" or ".join(person.name for person in bearers) if several else "a person or not",
        rule=mention.reason,
        rule_says=RULES[mention.reason],
        evidence=tuple(_tell_bearers(mention, bearers, scene) if several else _tell_doubt(mention, scene)),
    )


def _tell(mention: PersonMention, scene: Scene) -> Iterator[Evidence]:
    """The evidence for a mention: its own words, then those elsewhere in the article."""
    if is_of_recogniser(mention.rule):
        yield Evidence(says=f"found by {mention.rule.partition(':')[2]}", start=mention.start, end=mention.end)
        return
    candidate = see_candidate(mention.end - len(mention.name), mention.end, scene)
    yield from tell_own_words(mention.rule, candidate, scene.ground)
    if mention.rule in ("short-form", "known-name") or mention.name != scene.reading.people[mention.person].name:
        yield from _tell_full_name(mention, scene)
        yield from _tell_choice(mention, candidate, scene)
    if mention.rule == "list":
        yield from _tell_neighbour(mention, scene)
    elif mention.rule in ("echo", "of-country", "said-before", "said-after", "deed"):
        yield from _tell_echo(mention, scene)


def _first_named(person: LocalPerson, mention: PersonMention, scene: Scene) -> str | None:
    """The person by the fullest name, and where that first stands; None if it stands here."""
    first = scene.firsts.get(mention.person)
    if first is None or first == mention:
        return None
    return f"the person first named as {person.name}, {_place(first.start, scene)}"


def _place(start: int, scene: Scene) -> str:
    """Where in the article an offset is, for a reader."""
    article = scene.reading.article
    if start < len(article.headline):
        return "in the headline"
    number = bisect_left(article.paragraphs, start, key=lambda paragraph: paragraph.end)
    return f"in paragraph {number + 1}"


def _tell_full_name(mention: PersonMention, scene: Scene) -> Iterator[Evidence]:
    """The fullest name whose part the mention is."""
    first = scene.firsts.get(mention.person)
    if first is None:
        return
    if first.name == mention.name:
        yield Evidence(says=f"the text gives the name “{first.name}”", start=first.start, end=first.end)
    else:
        says = f"“{mention.name}” is a form of “{first.name}”"
        yield Evidence(says=says, start=first.start, end=first.end)


def _tell_choice(mention: PersonMention, candidate: Candidate, scene: Scene) -> Iterator[Evidence]:
    """Why this one of several persons of that name."""
    person = scene.reading.people[mention.person]
    others = [other for other in scene.bearers.get(candidate.key[-1], ()) if other != person]
    if not others:
        return
    shared = " and ".join(other.name for other in others)
    title = candidate.title
    if title is not None and title.gender is not None:
        words = scene.ground.text[title.start : candidate.start].rstrip()
        says = f"“{words}” tells a {'man' if title.gender == 'male' else 'woman'}, and {shared} has the name too"
        yield Evidence(says=says, start=title.start, end=title.start + len(words))
        return
    mentions = scene.mentions[mention.person]
    before = bisect_left(mentions, mention.start, key=_start)
    if before:
        last = mentions[before - 1]
        says = f"{shared} has the name too, but the text has called {person.name} so, or has just spoken of them"
        yield Evidence(says=says, start=last.start, end=last.end)


def _start(mention: PersonMention) -> int:
    """Where it begins."""
    return mention.start


def _tell_neighbour(mention: PersonMention, scene: Scene) -> Iterator[Evidence]:
    """The person next to the mention in the list."""
    mentions = scene.reading.person_mentions
    at = bisect_left(mentions, mention.start, key=_start)
    near = [mentions[n] for n in (at - 1, at + 1) if 0 <= n < len(mentions)]
    if near:
        one = min(near, key=lambda other: max(other.start - mention.end, mention.start - other.end))
        yield Evidence(says=f"“{one.name}” beside it in the list is a person", start=one.start, end=one.end)


def _tell_echo(mention: PersonMention, scene: Scene) -> Iterator[Evidence]:
    """The short form that stands alone elsewhere, and how it acts there."""
    family = fold(mention.name.split()[-1])
    if family not in scene.echoes:
        scene.echoes[family] = _find_echo(family, scene)
    echo = scene.echoes[family]
    if echo is not None:
        says = f"“{echo.words[-1].text}” stands alone elsewhere"
        yield Evidence(says=says, start=echo.start, end=echo.end)
        yield from tell_deeds(echo, scene.ground)


def _find_echo(family: str, scene: Scene) -> Candidate | None:
    """The first place where the word stands alone and acts as a person; else the first where it stands alone."""
    alone = [see_candidate(word.start, word.end, scene) for word in scene.alone.get(family, ())]
    acting = (candidate for candidate in alone if acts_as_person(candidate, scene.ground))
    return next(acting, alone[0] if alone else None)


def _tell_bearers(mention: UnresolvedMention, bearers: Sequence[LocalPerson], scene: Scene) -> Iterator[Evidence]:
    """Each person who has the name, where first named."""
    for person in bearers:
        first = scene.firsts.get(scene.reading.people.index(person))
        if first is not None:
            says = f"“{mention.surface}” may be {person.name}, named {_place(first.start, scene)}"
            yield Evidence(says=says, start=first.start, end=first.end)


def _tell_doubt(mention: UnresolvedMention, scene: Scene) -> Iterator[Evidence]:
    """What speaks for a person, and what is wanting."""
    yield from tell_deeds(see_candidate(mention.start, mention.end, scene), scene.ground)
    yield Evidence(says="no given name of the list, title, office or trade stands with it")
