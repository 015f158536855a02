"""What one article tells of a story's day joins what several tell of it."""

from dataclasses import replace

from factories import Told, make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.reading import Reading
from newsgen.resolve import resolve

BOTH = {"NE": True, "US": True}
SIGNED = Told(
    "2024-05-19",
    "The United States and Niger said in a joint statement that the troops would be gone in autumn.",
    topics=("agreement", "statement"),
    countries=("NE", "US"),
)
STRAY = Told("2024-05-19", "The plan rests on what was written on 19 May.", topics=("statement",))


def article(name: str, *told: Told, about: dict[str, bool] | None = None, cast: int = 2) -> Reading:
    people = (make_person("Ali Zeine"), make_person("Molly Phee"))[:cast]
    return make_reading(f"articles/{name}.txt", *people, headline=name, told=told, countries=about or BOTH)


def count(*readings: Reading) -> list[int]:
    """How many reports each event has."""
    return sorted(len(event.reports) for event in resolve(readings, (), load_lexicon()).events)


SEVERAL = [article(name, SIGNED) for name in "abc"]


def test_a_stray_joins_what_several_articles_tell_of_its_day() -> None:
    assert count(*SEVERAL, article("d", STRAY)) == [4]


def test_the_day_of_a_story_is_enough_even_where_few_tell_it() -> None:
    assert count(*SEVERAL[:2], article("d", STRAY)) == [3]
    assert count(article("a", SIGNED), article("d", replace(STRAY, sentence="Tout fut écrit ce jour-là."))) == [2]


def test_an_article_of_one_country_is_of_the_story_if_it_names_two_of_its_people() -> None:
    assert count(*SEVERAL, article("d", STRAY, about={"NE": True})) == [4]
    assert count(*SEVERAL, article("d", STRAY, about={"NE": True}, cast=1)) == [1, 3]


def test_a_day_of_a_story_does_not_join_what_names_others_or_happens_elsewhere() -> None:
    elsewhere = replace(STRAY, countries=("IR",))
    assert count(article("a", SIGNED), article("d", elsewhere)) == [1, 1]
    unheard = replace(STRAY, people=(1,))
    assert count(article("a", SIGNED, cast=1), article("d", unheard)) == [1, 1]


def test_a_stray_of_another_day_story_or_kind_stays_alone() -> None:
    assert count(*SEVERAL, article("d", replace(STRAY, date="2024-05-20"))) == [1, 3]
    assert count(*SEVERAL, article("d", STRAY, about={"NE": True}, cast=0)) == [1, 3]
    assert count(*SEVERAL, article("d", replace(STRAY, topics=("disaster",)))) == [1, 3]


def test_who_comes_is_not_somebody_else_who_comes() -> None:
    met = Told("2024-05-19", "Ali Zeine met ministers in Niamey.", topics=("visit",), countries=("NE",), people=(0,))
    other = Told("2024-05-19", "Molly Phee was there.", topics=("visit",), people=(1,))
    assert count(*(article(name, met) for name in "abc"), article("d", other)) == [1, 3]


def test_who_came_with_others_is_no_other_visitor() -> None:
    team = Told("2024-05-19", "Ali Zeine and Molly Phee came.", topics=("visit",), countries=("NE",), people=(0, 1))
    one, other = replace(team, people=(0,)), replace(team, sentence="Some came.", people=(1,))
    told = [article(name, one, cast=1) for name in "abc"]
    assert count(*told, article("d", team), article("e", other)) == [5]
    assert count(*told, article("e", other)) == [1, 3]


NE = {"NE": True}
SUMMIT = Told("2024-07-06", "Three rulers signed the treaty of a confederation in Niamey.", ("founding",), ("ML", "NE"))


def test_what_differs_in_kind_only_by_how_it_came_about_is_one_if_words_are_shared() -> None:
    other = Told("2024-07-06", "Le sommet créa la Confédération, signé à Niamey.", ("talks",), ("NE",))
    assert count(article("a", SUMMIT, about=NE), article("b", other, about=NE)) == [2]
    unlike = replace(other, sentence="On parla du prix du mil.")
    assert count(article("a", SUMMIT, about=NE), article("b", unlike, about=NE)) == [1, 1]


def test_a_month_joins_the_day_within_it_that_most_articles_tell() -> None:
    coarse = Told("2024-05", "A statement of both armies set the end.", ("agreement",), ("NE", "US"))
    visit = Told("2024-05-02", "A band from Dosso played.", ("agreement",), ("NE", "US"))
    assert count(*SEVERAL, article("d", visit), article("e", coarse)) == [1, 4]


def test_a_month_is_not_a_day_only_because_its_article_names_the_same_people() -> None:
    ordered = Told("2024-05-19", "Ali Zeine ordered a pullout.", ("withdrawal",), ("NE", "US"), people=(0,))
    moved = Told("2024-05", "Most guests were sent to Agadez.", (), ("NE", "US"))
    told = [article(name, ordered, cast=1) for name in "abc"]
    assert count(*told, article("d", moved, cast=1)) == [1, 3]


def test_a_month_says_nothing_of_a_day_with_other_people_or_countries() -> None:
    met = Told("2024-05-19", "Molly Phee met ministers.", ("visit",), ("NE", "US"), people=(1,))
    other = Told("2024-05", "Ali Zeine was in Tehran.", (), ("IR", "NE"), people=(0,))
    assert count(article("a", met), article("b", other)) == [1, 1]


def test_what_one_article_tells_as_two_are_two() -> None:
    named = Told("2024-05-19", "Ali Zeine was named premier.", ("appointment",), ("NE",), people=(0,))
    told = "The United States and Niger said in a joint statement that Ali Zeine stays premier."
    again = Told("2024-05-19", told, (), ("NE", "US"), people=(0,))
    assert count(*SEVERAL[:2], article("c", again)) == [3]
    assert count(*SEVERAL[:2], article("c", again), article("d", SIGNED, named)) == [1, 4]


def test_visitors_who_leave_are_no_troops_who_are_told_to() -> None:
    left = Told("2024-03-14", "The envoys left on Thursday.", ("departure", "visit"), ("NE", "US"))
    told = Told("2024-03", "Niger told Washington to take home its soldiers.", ("withdrawal",), ("NE", "US"))
    assert count(article("a", left), article("b", left), article("c", left), article("d", told)) == [1, 3]


def test_a_visit_of_some_days_is_met_by_each_of_its_days() -> None:
    came = Told("2024-03-12", "Molly Phee came to Niamey.", ("arrival",), ("NE",), people=(1,))
    visit = Told("2024-03-12/2024-03-13", "Molly Phee was in Niamey.", (), ("NE",), people=(1,))
    said = Told("2024-03-13", "Conditions were named by Molly Phee.", ("statement",), ("NE", "US"), people=(1,))
    assert count(article("a", came), article("b", visit), article("c", said)) == [3]
    assert count(article("a", came), article("c", said)) == [1, 1]
