"""Makes clippings for measurements: any number, the same ones for the same seed, in raw and in tagged form.

The texts are put together from parts; persons are made up. What each speaks of is known, so that a generator which
wants its tags typed gets them.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

GIVEN = [
    *("Ama", "Bako", "Chidi", "Dalia", "Emeka", "Fatou", "Goran", "Hana", "Ibrahim", "Jana", "Kofi", "Leila"),
    *("Mamadou", "Nadia", "Oumar", "Petra", "Rashid", "Selma", "Tarik", "Ulla", "Viktor", "Wanda", "Yusuf", "Zeynep"),
]
FAMILY = [
    *("Adu-Testa", "Barkane", "Corvani", "Diop-Sample", "Ekwensi", "Fornell", "Garbani", "Haidara", "Issoufi"),
    *("Jandari", "Kolarev", "Lawali", "Mbeki-Test", "Nardov", "Okonta", "Pavlin", "Quartey", "Rostami", "Sarkova"),
    *("Toure-Sample", "Umarov", "Vasquin", "Wekesa", "Yardley", "Zongo-Test"),
]
TITLES = ["President", "Prime Minister", "Foreign Minister", "General", "Ambassador", "Defence Minister", "Senator"]
COUNTRIES = {
    "Niger": "Niamey", "Mali": "Bamako", "Ghana": "Accra", "Nigeria": "Abuja", "Senegal": "Dakar", "Chad": "N'Djamena",
    "France": "Paris", "Germany": "Berlin", "Iran": "Tehran", "Russia": "Moscow", "Turkey": "Ankara", "Italy": "Rome",
    "China": "Beijing", "India": "New Delhi", "Brazil": "Brasilia", "Kenya": "Nairobi", "Algeria": "Algiers",
}  # fmt: skip
OUTLETS = ["Sample Wire One", "Specimen Gazette", "Example Daily Two", "Sample Herald Three", "Specimen Post Four"]
MONTHS = [date(2000, number, 1).strftime("%B") for number in range(1, 13)]
VERBS = ["met", "received", "telephoned", "wrote to", "criticised", "thanked", "invited"]
TOPICS = ["the withdrawal of troops", "a trade agreement", "the drone base", "new sanctions", "the border", "elections"]
SENTENCES = [
    "{title} {person} of {country} {verb} {other} on {day} {month} {year} to speak about {topic}.",
    "{last} said that {country} and {country2} had signed an agreement on {topic} in {month} {year}.",
    "The talks in {capital} followed a visit to {country2} on {month} {day}, {year}.",
    '"We have spoken about {topic}, and we shall do so again," {last} told reporters.',
    "Officials in {capital2} declined to comment on {topic}.",
    "In {year}, {country} had suspended its part of the treaty with {country2}.",
    "Analysts see {topic} as the larger question, and expect no answer soon.",
    "Neither side would say how much {topic} had cost, or who was to pay for it.",
    "{last} is known as an advocate of {topic}, and {other} as an opponent.",
    "Newspapers in {capital} and {capital2} gave the matter their front pages, and asked who had gained by it.",
    "The opposition in {country} asked for a debate; the government said that there was nothing to debate.",
    "Last week, {other} and {last} had agreed to meet again in {capital}.",
    "The ministry put the cost at several million, and said that the work would take until {month} {year}.",
]


@dataclass(frozen=True)
class Clipping:
    """One clipping in both forms."""

    name: str
    raw: str
    """As copied from an outlet."""
    tagged: str
    """With a header that says what it speaks of, as Pelican reads it."""


def make_clippings(count: int, seed: int = 1) -> list[Clipping]:
    """That many clippings, always the same ones for a seed."""
    chance = random.Random(seed)
    people = [f"{given} {family}" for given in GIVEN for family in FAMILY]
    chance.shuffle(people)
    offices = {person: chance.choice(TITLES) for person in people}
    return [_make(number, chance, people, offices) for number in range(count)]


def _make(number: int, chance: random.Random, people: list[str], offices: dict[str, str]) -> Clipping:
    cast = _pick_cast(chance, people)
    places = chance.sample(sorted(COUNTRIES), 3)
    day = date(2022, 1, 1) + timedelta(days=chance.randrange(1000))
    outlet = chance.choice(OUTLETS)
    topic = chance.choice(TOPICS)
    headline = f"{places[0]} and {places[1]} speak about {topic} again, {number}"
    paragraphs = [_paragraph(chance, cast, places, day, offices) for _ in range(6)]
    paragraphs[0] = f"{offices[cast[0]]} {cast[0]} and {cast[1]} spoke about {topic} on Monday. " + paragraphs[0]
    dateline = f"{COUNTRIES[places[0]]}, {MONTHS[day.month - 1]} {day.day}"
    dateline += f", {day.year}" if chance.random() < 0.6 else ""
    opening = f"{dateline} ({''.join(word[0] for word in outlet.split())}) -- {paragraphs[0]}"
    shown = [f"**{headline}**", headline.upper(), headline, f"# {headline}", f"_{headline}_"][number % 5]
    furniture = ["Image not found", "Share this:", "Read also: What comes next", f"Photo: {outlet}"]
    parts = [shown, opening, *paragraphs[1:]]
    parts.insert(1 + number % 3, chance.choice(furniture))
    parts.append([f"Source: {outlet}", outlet, f"(c) {outlet}", f"By {chance.choice(cast)}, {outlet}"][number % 4])
    header = (
        f"Title: {headline}\nDate: {day.isoformat()}\nCategory: {outlet}\n"
        f"Tags: {', '.join([*cast, *places])}\nSlug: article-{number}\n\n"
    )
    return Clipping(
        name=f"{number:06}",
        raw="\n\n".join(parts) + "\n",
        tagged=header + "\n\n".join([opening, *paragraphs[1:]]) + "\n",
    )


def _pick_cast(chance: random.Random, people: list[str]) -> list[str]:
    """Four people; a few are in the news all the time, most of them once or twice."""
    cast: list[str] = []
    while len(cast) < 4:
        person = people[int(len(people) * chance.random() ** 3)]
        if person not in cast:
            cast.append(person)
    return cast


def _paragraph(chance: random.Random, cast: list[str], places: list[str], day: date, offices: dict[str, str]) -> str:
    return " ".join(_sentence(chance, cast, places, day, offices) for _ in range(3))


def _sentence(chance: random.Random, cast: list[str], places: list[str], day: date, offices: dict[str, str]) -> str:
    person, other = chance.sample(cast, 2)
    one, two = chance.sample(places, 2)
    then = day - timedelta(days=chance.randrange(400))
    return chance.choice(SENTENCES).format(
        title=offices[person],
        person=person,
        last=person.split()[-1],
        other=other,
        country=one,
        country2=two,
        capital=COUNTRIES[one],
        capital2=COUNTRIES[two],
        day=then.day,
        month=MONTHS[then.month - 1],
        year=then.year,
        topic=chance.choice(TOPICS),
        verb=chance.choice(VERBS),
    )
