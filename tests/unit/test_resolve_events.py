import pytest

from factories import Told, make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.archive import Event
from newsgen.records.reading import LocalPerson, Reading
from newsgen.resolve import resolve

BAZOUM = make_person("Mohamed Bazoum", "President")
TIANI = make_person("Abdourahamane Tiani", "General")

COUP = Told(
    "2023-07",
    "The army of Niger ousted President Mohamed Bazoum last July.",
    topics=("coup",),
    countries=("NE",),
    people=(0,),
)
COUP_ELSEWHERE = Told(
    "2023-07",
    "American work there has been limited since the coup that took place in Niger in July 2023.",
    topics=("coup",),
    countries=("NE", "US"),
)


def articles(*told: Told | tuple[Told, ...], people: tuple[LocalPerson, ...] = (BAZOUM, TIANI)) -> list[Reading]:
    """One article about Niger for each telling or group of tellings."""
    return [
        make_reading(
            f"articles/{place}.txt",
            *people,
            headline=f"No {place}",
            told=item if isinstance(item, tuple) else (item,),
            countries={"NE": True},
        )
        for place, item in enumerate(told)
    ]


def tell(*told: Told | tuple[Told, ...], people: tuple[LocalPerson, ...] = (BAZOUM, TIANI)) -> tuple[Event, ...]:
    return resolve(articles(*told, people=people), (), load_lexicon()).events


def told_by(event: Event) -> list[int]:
    return [report.article for report in event.reports]


def test_two_articles_that_tell_of_one_coup_are_one_event() -> None:
    (event,) = tell(COUP, COUP_ELSEWHERE)
    assert (event.date, event.id, event.topics) == ("2023-07", "2023-07-coup-ne", ("coup",))
    assert event.countries == ("NE", "US")
    assert event.people == ("mohamed-bazoum",)
    assert told_by(event) == [0, 1]
    assert event.evidence == ("both dated 2023-07", "same country: Niger", "same kind of happening: coup")


def test_a_single_report_needs_no_evidence() -> None:
    (event,) = tell(COUP)
    assert event.evidence == ()


def test_the_finer_date_is_taken() -> None:
    day = Told("2023-07-26", "On 26 July 2023 the army of Niger took power.", topics=("coup",), countries=("NE",))
    (event,) = tell(COUP, day)
    assert (event.date, event.id) == ("2023-07-26", "2023-07-26-coup-ne")
    assert [report.date for report in event.reports] == ["2023-07", "2023-07-26"]
    assert event.clearest == 1


def test_a_day_in_the_month_of_another_kind_is_another_event() -> None:
    agreed = Told(
        "2024-04",
        "Last month the United States agreed to withdraw its forces from Niger.",
        topics=("agreement", "withdrawal"),
        countries=("NE", "US"),
    )
    arrived = Told(
        "2024-04-10",
        "About 100 Russian advisers arrived in Niger on April 10 after talks with Tiani.",
        topics=("arrival", "talks"),
        countries=("NE", "RU"),
        people=(1,),
    )
    assert [event.date for event in tell(agreed, arrived)] == ["2024-04", "2024-04-10"]


def test_one_day_and_country_but_other_kinds_and_people_are_two_events() -> None:
    visit = Told("2023-08-07", "Nuland came to Niamey on Monday.", topics=("visit",), countries=("NE",), people=(0,))
    named = Told("2023-08-07", "Zeine was named minister.", topics=("appointment",), countries=("NE",), people=(1,))
    assert len(tell(visit, named, people=(make_person("Victoria Nuland"), make_person("Ali Zeine")))) == 2


def test_a_coarse_report_joins_the_better_of_two_days_and_does_not_bridge_them() -> None:
    first = Told("2024-03-03", "Bazoum met envoys in Niamey.", topics=("talks",), countries=("NE",), people=(0,))
    second = Told("2024-03-20", "Tiani met ministers in Agadez.", topics=("talks",), countries=("NE",), people=(1,))
    coarse = Told("2024-03", "In March Tiani met ministers.", topics=("talks",), countries=("NE",), people=(1,))
    events = tell(first, coarse, second)
    assert [(event.date, told_by(event)) for event in events] == [("2024-03-03", [0]), ("2024-03-20", [1, 2])]


def test_two_visits_of_one_month_stay_apart_when_the_visitors_differ() -> None:
    one = Told("2023-12", "Yevkurov came in December.", topics=("visit",), countries=("NE",), people=(0,))
    other = Told("2023-12", "In December Phee was here too.", topics=("visit",), countries=("NE",), people=(1,))
    assert len(tell(one, other, people=(make_person("Yunus Yevkurov"), make_person("Molly Phee")))) == 2


def test_a_sentence_about_two_happenings_does_not_join_them() -> None:
    people = (make_person("Yunus Yevkurov"), make_person("Molly Phee"))
    one = Told("2023-12", "Yevkurov brought a paper from Moscow.", topics=("visit",), countries=("NE",), people=(0,))
    other = Told("2023-12", "Phee named her conditions.", topics=("talks",), countries=("NE",), people=(1,))
    both = Told(
        "2023-12", "Yevkurov brought a paper, Phee conditions.", ("talks", "visit"), countries=("NE",), people=(0, 1)
    )
    assert len(tell(one, other, both, people=people)) == 2


def test_the_same_wire_text_in_two_outlets_is_cited_twice() -> None:
    wire = Told("2024-06-07", "The convoy reached the northern crossing before dawn on Friday with its escort.")
    (event,) = tell(wire, wire)
    assert told_by(event) == [0, 1]


def test_repeated_tellings_in_one_article_are_one_event() -> None:
    again = Told("2023-07", "The coup of July 2023 in Niger goes on.", topics=("coup",), countries=("NE",))
    (event,) = tell((COUP, again))
    assert [(report.article, report.report) for report in event.reports] == [(0, 0), (0, 1)]


def test_that_both_were_said_is_no_evidence() -> None:
    one = Told("2024-05-02", "The ministry said on Thursday that prices rose.", ("statement",), ("NE",))
    other = Told("2024-05-02", "Doctors said that the ward had opened.", ("statement",), ("NE",))
    assert len(tell(one, other)) == 2


def test_an_everyday_kind_needs_more_than_day_and_country() -> None:
    one = Told("2024-05-02", "Farmers held talks about seed in Dosso.", ("talks",), ("NE",))
    other = Told("2024-05-02", "Pilots opened negotiations over wages.", ("talks",), ("NE",))
    again = Told("2024-05-02", "In Dosso farmers held new talks on seed.", ("talks",), ("NE",))
    assert sorted(told_by(event) for event in tell(one, other, again)) == [[0, 2], [1]]


def test_a_shared_day_alone_is_no_evidence() -> None:
    rain = Told("2024-05-02", "Heavy rain flooded three markets.")
    vote = Told("2024-05-02", "Parliament counted ballots again.")
    assert len(tell(rain, vote)) == 2


def test_days_of_an_unknown_year_are_not_one_day() -> None:
    same = Told("XXXX-05-15", "The governor spoke to farmers in the square.", topics=("statement",), countries=("NE",))
    assert len(tell(same, same)) == 2
    assert len(tell((same, same))) == 1


@pytest.mark.parametrize("dates", [("2024-01~", "2024-01-25"), ("2024-01", "2024-01-25"), ("2024-01~", "2024-01")])
def test_approximate_and_coarse_dates_agree_with_finer_ones(dates: tuple[str, str]) -> None:
    told = [
        Told(date, f"Bazoum held talks in Iran ({place}).", topics=("talks", "visit"), countries=("IR",), people=(0,))
        for place, date in enumerate(dates)
    ]
    (event,) = tell(*told)
    assert event.date == dates[1]


def test_what_somebody_reports_as_happened_is_no_announcement() -> None:
    planned = Told(
        "2024-09-15",
        "The troops must be out of Niger by 15 September.",
        topics=("withdrawal",),
        countries=("NE", "US"),
        kind="announced",
    )
    done = Told(
        "2024-09-15",
        "The withdrawal of all troops from Niger was finished on Sunday.",
        topics=("withdrawal",),
        countries=("NE", "US"),
    )
    assert [event.kind for event in tell(planned)] == ["announced"]
    (event,) = tell(planned, done)
    assert (event.kind, event.clearest) == ("happened", 1)


def test_the_clearest_sentence_is_of_moderate_length_and_names_what_the_others_name() -> None:
    endless = Told(
        "2023-07", COUP.sentence[:-1] + " and more" * 60 + ".", topics=("coup",), countries=("NE",), people=(0, 1)
    )
    (event,) = tell(endless, COUP_ELSEWHERE, COUP)
    assert event.clearest == 2


def test_news_is_clearer_than_background() -> None:
    day = Told("2023-07-26", "Soldiers in Niger detained the president and took power.", ("coup",), ("NE",))
    late = make_reading("articles/a.txt", headline="A", told=(day,), published="2024-05-15")
    soon = make_reading("articles/b.txt", headline="B", told=(day,), published="2023-07-27")
    (event,) = resolve([late, soon], (), load_lexicon()).events
    assert event.clearest == 1


def test_ids_are_unique_and_stay_when_articles_arrive() -> None:
    first = Told("2024-05-02", "Rebels struck a convoy near the river at night.", topics=("attack",), countries=("NE",))
    second = Told("2024-05-02", "Gunmen in Diffa killed two elders.", ("attack",), ("NE",), people=(0,))
    third = Told("2024-05-02", "A bomb went off in Paris.", topics=("attack",), countries=("FR",))
    before = tell(first, second)
    after = tell(first, second, third)
    assert [event.id for event in before] == sorted({event.id for event in before})
    assert {event.id for event in before} <= {event.id for event in after}


def test_the_order_is_that_of_dates() -> None:
    events = tell(COUP, Told("2022", "Nothing much."), Told("2024-01-02", "A late event."), Told("XXXX-03", "When?"))
    assert [event.date for event in events] == ["2022", "2023-07", "2024-01-02", "XXXX-03"]
