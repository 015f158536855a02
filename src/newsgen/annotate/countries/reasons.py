"""Why a span names a country, and why an article is about one.

Nothing is kept for this while reading: the rules are asked again, and the words that they rest on shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from newsgen.annotate.countries.candidates import LOCAL, Candidate, find_candidates
from newsgen.annotate.countries.refusals import refuse
from newsgen.annotate.countries.salience import ENOUGH, MOST, SHARE, Part, Standing, find_threshold, weigh
from newsgen.annotate.countries.support import (
    Support,
    find_stateside,
    gather,
    is_placed,
    is_possessor,
    is_shouted,
    is_stately,
    is_sure,
    settle_one,
    speaks_for,
)
from newsgen.annotate.material import Material
from newsgen.lexicon.gazetteer import Entry
from newsgen.records.article import Article
from newsgen.records.explanation import Evidence, Explanation
from newsgen.records.reading import CountryCount, CountryMention, Reading

RULES: Mapping[str, str] = MappingProxyType(
    {
        "name": "a name of a country, in English, French or Spanish",
        "official-name": "the full name of a state",
        "former-name": "a name that a country had, or a state whose place it has taken",
        "demonym": "the people of a country, and what is theirs",
        "capital": "a capital or seat of government, which stands for the state as often as for the town",
        "city": "a city that its bare name means, or one that the article places",
        "region": "a state, province or region of a country",
        "metonym": "a body, house or street that stands for a government",
        "primary": f"an article is about the country that weighs most in it, and about each that weighs at least "
        f"{ENOUGH:g} and {SHARE:.0%} of the most",
        "in-passing": "a country that weighs less is named in passing",
        "listed": "the countries listed in front matter are the ones that the article is about",
    }
)
"""What each rule does, by its name in the data."""

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "name": "is a name of {country}",
        "official-name": "is the full name of {country}",
        "former-name": "is what {country} was called, or a state whose place it has taken",
        "demonym": "is the word for the people of {country} and what is theirs",
        "capital": "is the capital of {country} or a seat of its government",
        "city": "is a city in {country}",
        "region": "is a part of {country}",
        "metonym": "stands for the government of {country}",
    }
)
"""What the gazetteer says of a phrase, by the kind of its entry."""

ARTICLED = frozenset(
    {"Republic", "Kingdom", "States", "Emirates", "Islands", "Territories", "Netherlands", "Philippines", "Bahamas"}
)
"""Words in the name of a country that an article stands before."""

LANGUAGES: Mapping[str, str] = MappingProxyType({"fr": ", in French", "es": ", in Spanish"})

SHOWN = 3
"""How many other words of an article are shown to speak for a country."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What the questions about one article are put to."""

    article: Article
    candidates: tuple[Candidate, ...]
    """Those that no rule refuses, each with all its meanings."""
    support: Support
    """What the article says in words that leave no doubt."""

    def name(self, code: str) -> str:
        """The country's name."""
        country = self.support.gazetteer.countries.get(code)
        return country.name if country else code

    def call(self, code: str) -> str:
        """The country's name as a sentence has it: `the Republic of the Congo`."""
        name = self.name(code)
        return f"the {name}" if ARTICLED.intersection(name.split()) else name


def explain_countries(reading: Reading, material: Material) -> Iterator[Explanation]:
    """For each country why the article is about it or not; then for each mention why it names its country."""
    article, lexicon = reading.article, material.lexicon
    kept, names = refuse(find_candidates(article, material), article, lexicon)
    inquiry = Inquiry(article, kept, gather(kept, names, article, lexicon.gazetteer))
    yield from explain_primary(reading, inquiry)
    by_start = {candidate.start: candidate for candidate in kept}
    for mention in reading.country_mentions:
        candidate = by_start.get(mention.start)
        if candidate and candidate.end == mention.end and mention.rule in RULES:
            yield explain_mention(mention, candidate, inquiry)


def explain_mention(mention: CountryMention, candidate: Candidate, inquiry: Inquiry) -> Explanation:
    """Why the span names its country: the phrase, what settled its meaning, and what bears it out."""
    settled = settle_one(candidate, inquiry.support)
    others = [entry for entry in candidate.entries if entry != settled.entries[0]]
    return Explanation(
        kind="country",
        start=mention.start,
        end=mention.end,
        surface=mention.surface,
        meaning=f"{inquiry.name(mention.code)} ({mention.code})",
        rule=mention.rule,
        rule_says=RULES[mention.rule],
        evidence=(
            tell_phrase(settled, inquiry),
            *tell_home(settled, inquiry),
            *(tell_choice(settled, inquiry) if others else ()),
            *tell_support(settled, inquiry),
        ),
        against="; ".join(f"“{mention.surface}” {describe(entry, inquiry)}" for entry in others) or None,
    )


def describe(entry: Entry, inquiry: Inquiry) -> str:
    """What the gazetteer says of a phrase."""
    return KINDS[entry.kind].format(country=inquiry.call(entry.code)) + LANGUAGES.get(entry.language, "")


def tell_phrase(candidate: Candidate, inquiry: Inquiry) -> Evidence:
    """What the gazetteer says of the phrase, or of the place that the article puts elsewhere."""
    says = f"“{candidate.surface}” {describe(candidate.entries[0], inquiry)}"
    return Evidence(says=says, start=candidate.start, end=candidate.end)


def tell_home(candidate: Candidate, inquiry: Inquiry) -> Iterator[Evidence]:
    """What puts the place into another country than it has alone."""
    if not candidate.home:
        return
    country = inquiry.call(candidate.home.code)
    if candidate.home.span is None:
        place = inquiry.article.dateline.place if inquiry.article.dateline else ""
        yield Evidence(says=f"the dateline, “{place}”, puts the place in {country}")
        return
    start, end = candidate.home.span
    yield Evidence(says=f"“{candidate.text[start:end]}” puts the place in {country}", start=start, end=end)


def tell_choice(candidate: Candidate, inquiry: Inquiry) -> Iterator[Evidence]:
    """What settled which of several countries is meant."""
    entry = candidate.entries[0]
    country = inquiry.call(entry.code)
    if entry.kind == "region" and is_stately(candidate, inquiry.support):
        start = candidate.end + 1
        says = f"“{candidate.next}” behind it is said of states and provinces"
        yield Evidence(says=says, start=start, end=start + len(candidate.next))
    elif speaks_for(entry, inquiry.support) == 0:
        yield Evidence(says=f"nothing else in the article tells which is meant, and {country} is the likeliest")
    else:
        yield from tell_witnesses(candidate, inquiry, local=entry.kind in LOCAL)
        for word in find_stateside(entry, inquiry.support)[:SHOWN]:
            start = candidate.text.index(f" {word}") + 1
            yield Evidence(says=f"“{word}” speaks of the affairs of a state", start=start, end=start + len(word))


def tell_support(candidate: Candidate, inquiry: Inquiry) -> Iterator[Evidence]:
    """What bears out a phrase that alone says too little, or is the name of somebody else, too."""
    support = inquiry.support
    named = candidate.surface.upper() in support.names
    if not named and candidate.weight > 1 and not is_shouted(candidate, support.gazetteer):
        return
    if is_placed(candidate, support):
        start = candidate.start - 1 - len(candidate.before)
        says = f"“{candidate.before}” before it says that it is a place"
        yield Evidence(says=says, start=start, end=candidate.start - 1)
    elif named and is_possessor(candidate):
        yield Evidence(says="what is its own, and bears a name, follows", start=candidate.end, end=candidate.end + 2)
    else:
        yield from tell_witnesses(candidate, inquiry, local=False)


def tell_witnesses(candidate: Candidate, inquiry: Inquiry, *, local: bool) -> Iterator[Evidence]:
    """Other words of the article that speak for the country: its own and the dateline's, else its neighbours'."""
    code = candidate.entries[0].code
    country, dateline = inquiry.support.gazetteer.countries.get(code), inquiry.article.dateline
    own = find_witnesses((code,), candidate, inquiry)
    if local:
        own = [witness for witness in own if witness.kind in LOCAL] or own
    for witness in own:
        says = f"“{witness.surface}” in the article speaks for {inquiry.call(code)}"
        yield Evidence(says=says, start=witness.start, end=witness.end)
    if dateline and dateline.country == code:
        yield Evidence(says=f"the dateline, “{dateline.place}”, is in {inquiry.call(code)}")
    elif not own:
        for witness in find_witnesses(country.neighbours if country else (), candidate, inquiry):
            says = f"“{witness.surface}” in the article speaks for a neighbour of {inquiry.call(code)}"
            yield Evidence(says=says, start=witness.start, end=witness.end)


def find_witnesses(codes: Sequence[str], candidate: Candidate, inquiry: Inquiry) -> list[Candidate]:
    """The first sure mentions of these countries, each by another word, at most a few."""
    sure = {
        other.surface.upper(): other
        for other in reversed(inquiry.candidates)
        if other.entries[0].code in codes and is_sure(other, inquiry.support)
    }
    sure.pop(candidate.surface.upper(), None)
    return list(islice(sorted(sure.values(), key=lambda other: other.start), SHOWN))


def explain_primary(reading: Reading, inquiry: Inquiry) -> Iterator[Explanation]:
    """For each country of the article why it is about it, or names it only in passing."""
    standings = weigh(reading.article, reading.country_mentions, inquiry.support.gazetteer)
    weights = {code: standing.weight for code, standing in standings.items()}
    listed = reading.article.listed_countries is not None
    for count in reading.countries:
        rule = "listed" if listed else "primary" if count.primary else "in-passing"
        parts = tell_parts(standings[count.code], inquiry.call(count.code))
        yield Explanation(
            kind="article",
            start=0,
            end=0,
            surface="primary countries",
            meaning=tell_verdict(count, inquiry),
            rule=rule,
            rule_says=RULES[rule],
            evidence=(tell_list(count),) if listed else (*parts, tell_sum(count.code, weights, inquiry)),
            against=None if listed else f"{find_threshold(weights):g}, the weight that is needed in this article",
        )


def tell_verdict(count: CountryCount, inquiry: Inquiry) -> str:
    """`Niger (NE): about it`."""
    return f"{inquiry.name(count.code)} ({count.code}): {'about it' if count.primary else 'named in passing'}"


def tell_list(count: CountryCount) -> Evidence:
    """Whether front matter lists the country."""
    return Evidence(says=f"front matter {'lists' if count.primary else 'lists countries, and not'} {count.code}")


def tell_parts(standing: Standing, country: str) -> Iterator[Evidence]:
    """What speaks for the country, one by one, heaviest first."""
    for part in sorted(standing.list_parts(), key=lambda part: -part.weight):
        says, mention = f"{tell_part(part, standing, country)}: {part.weight:g}", part.mention
        if mention is None:
            yield Evidence(says=says)
        else:
            yield Evidence(says=says, start=mention.start, end=mention.end)


def tell_part(part: Part, standing: Standing, country: str) -> str:
    """One thing that speaks for the country, in words."""
    if part.mention is None:
        return f"the dateline is in {country}"
    surface = f"“{part.mention.surface}”"
    if part.name != "mentions":
        places = {"headline": "the headline", "lead": "the first paragraph", "second": "the second paragraph"}
        return f"{surface} stands in {places[part.name]}"
    told = [
        f"named {times(len(standing.names))}" if standing.names else "",
        f"by a city or region {times(len(standing.places))}" if standing.places else "",
    ]
    most = f", of which no more than {MOST:g} count" if part.weight >= MOST else ""
    return ", ".join(filter(None, told)) + most


def times(number: int) -> str:
    """`once`, `twice`, `5 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def tell_sum(code: str, weights: Mapping[str, float], inquiry: Inquiry) -> Evidence:
    """The country's whole weight beside the strongest one's."""
    strongest = min(weights, key=lambda other: (-weights[other], other))
    if code == strongest:
        return Evidence(says=f"together {weights[code]:g}, more than any other country")
    return Evidence(says=f"together {weights[code]:g}; {inquiry.call(strongest)} has {weights[strongest]:g}")
