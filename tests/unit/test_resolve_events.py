import pytest
from msgspec.structs import replace

from factories import Told, make_person, make_reading
from newsgen.annotate import annotate
from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.records.clipping import Clipping
from newsgen.records.entities import Event
from newsgen.records.options import ReadingOptions
from newsgen.records.reading import LocalPerson, Reading
from newsgen.resolve import resolve
from newsgen.resolve.figures import read_figures
from sayings import say

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
    assert (event.date, event.id, event.topics) == ("2023-07", "2023-07-coup-ne-cmgr", ("coup",))
    assert event.countries == ("NE",)
    assert event.people == ("mohamed-bazoum",)
    assert told_by(event) == [0, 1]
    assert [(report.like, say(report.evidence)) for report in event.reports] == [
        (None, ()),
        (0, ("same month", "both tell of a coup", "both name Niger", "both articles name mohamed-bazoum")),
    ]


def test_a_single_report_needs_no_evidence() -> None:
    (event,) = tell(COUP)
    assert (event.reports[0].like, event.reports[0].evidence) == (None, ())


def test_the_finer_date_is_taken() -> None:
    day = Told("2023-07-26", "On 26 July 2023 the army of Niger took power.", topics=("coup",), countries=("NE",))
    (event,) = tell(COUP, day)
    assert (event.date, event.id) == ("2023-07-26", "2023-07-coup-ne-cmgr")
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


def test_the_clearest_sentence_says_who_and_tells_of_nothing_else() -> None:
    def march(sentence: str) -> Told:
        return Told("2024-04-13", sentence, topics=("protest",), countries=("NE",))

    on_foot = march("On Saturday it was made on foot by many in Niger, long before the sun was up.")
    clear = march("Thousands of people marched through the capital of Niger on Saturday morning.")
    (event,) = tell(on_foot, clear)
    assert event.clearest == 1
    first, second = articles(clear, march(clear.sentence.replace("people", "visitors")))
    report = first.reports[0]
    crowded = replace(first, reports=(replace(report, clause=(report.start, report.end)),))
    assert [resolve([one, second], (), load_lexicon()).events[0].clearest for one in (first, crowded)] == [0, 1]


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


BOTH = {"NE": True, "US": True}
PHEE, YEVKUROV = make_person("Molly Phee"), make_person("Yunus Yevkurov")


def tell_of_both(*told: Told, people: tuple[tuple[LocalPerson, ...], ...] = ()) -> tuple[Event, ...]:
    """The events of articles about Niger and the United States, each with its own people."""
    casts = people or ((),) * len(told)
    readings = [
        make_reading(f"articles/{place}.txt", *cast, headline=f"No {place}", told=(item,), countries=BOTH)
        for place, (item, cast) in enumerate(zip(told, casts, strict=True))
    ]
    return resolve(readings, (), load_lexicon()).events


def test_a_sentence_that_names_no_country_is_of_those_of_its_article() -> None:
    one = Told("2024-05-19", "The paper was signed after talks.", ("agreement",), ("NE",))
    other = Told("2024-05-19", "What was agreed that day is half done.", ("agreement",))
    third = Told("2024-05-19", "Both sides settled in a joint paper.", ("agreement",))
    (event,) = tell_of_both(one, other, third)
    assert told_by(event) == [0, 1, 2]


def test_a_person_and_the_story_tell_what_a_sentence_leaves_open() -> None:
    ended = Told("2024-03-16", "Niger ended the pact, Abdramane said.", ("cancellation",), ("NE",), people=(0,))
    made_public = Told("2024-03-16", "It was read out on television by the colonel.", people=(0,))
    cast = (make_person("Amadou Abdramane"),)
    assert len(tell_of_both(ended, made_public, people=(cast, cast))) == 1
    assert len(tell_of_both(ended, made_public, people=(cast, (PHEE,)))) == 2


def test_a_foretold_day_is_the_one_that_came() -> None:
    planned = Told("2024-09-15", "The Americans must be gone by then.", (), ("US",), kind="announced")
    meant = Told(
        "2024-09~",
        "The American troops will be out of Niger by the middle of the month.",
        (),
        ("NE", "US"),
        kind="announced",
    )
    done = Told("2024-09-15", "The last American troops flew out of Niger.", ("withdrawal",), ("NE", "US"))
    (event,) = tell_of_both(planned, done, meant)
    assert (event.date, event.kind, told_by(event)) == ("2024-09-15", "happened", [0, 1, 2])
    assert "one announces what the other reports" in say(event.reports[0].evidence)


def test_a_day_of_one_country_is_not_enough_for_what_was_foretold() -> None:
    planned = Told("2024-09-15", "Nurses are to march then.", (), ("NE",), kind="announced")
    done = Told("2024-09-15", "The ferry sank upstream.", ("disaster",), ("NE",))
    assert len(tell(planned, done)) == 2


def test_a_day_within_a_short_visit_is_that_visit() -> None:
    stay = Told("2024-03-12/2024-03-14", "Phee left after three days.", ("departure",), ("NE", "US"), people=(0,))
    begin = Told("2024-03-12", "Envoys began a visit on Tuesday.", ("visit",), ("NE", "US"))
    (event,) = tell_of_both(stay, begin, people=((PHEE,), (PHEE,)))
    assert (event.date, event.countries) == ("2024-03-12/2024-03-14", ("NE", "US"))
    assert say(event.reports[0].evidence) == (
        "same days, of which one tells the day",
        "one tells of a visit, the other of a departure",
        "both name Niger and United States",
        "both articles name molly-phee",
    )


def test_of_a_weekend_the_day_is_taken() -> None:
    weekend = Told("2024-05-18/2024-05-19", "The paper was agreed at the weekend.", ("agreement",), ("NE", "US"))
    sunday = Told("2024-05-19", "The paper was agreed on Sunday.", ("agreement",), ("NE", "US"))
    (event,) = tell_of_both(weekend, sunday)
    assert event.date == "2024-05-19"


def test_a_month_s_visitor_is_not_the_one_of_a_day_whom_others_received() -> None:
    day = Told("2023-12-04", "Yevkurov came to sign a paper.", ("agreement", "visit"), ("NE", "RU"), people=(0,))
    both = Told("2023-12", "Yevkurov brought a paper, Phee terms.", ("agreement",), ("RU", "US"), people=(0, 1))
    other = Told("2023-12", "Phee came with terms.", ("visit",), ("NE", "US"), people=(0,))
    again = Told("2023-12", "An envoy, Phee, set out terms.", (), ("NE", "US"), people=(0,))
    events = tell_of_both(day, both, other, again, people=((YEVKUROV,), (YEVKUROV, PHEE), (PHEE,), (PHEE,)))
    assert [(event.date, told_by(event)) for event in events] == [("2023-12", [2, 3]), ("2023-12-04", [0, 1])]


def test_an_event_shows_only_what_several_or_the_clearest_name() -> None:
    people = (BAZOUM, TIANI, make_person("Joe Biden"))
    day = Told("2023-07-26", "Soldiers in Niger overthrew President Bazoum on Wednesday.", ("coup",), ("NE",), (0,))
    aside = Told(
        "2023-07", "Biden and Paris spoke of the coup against Bazoum in Niger.", ("coup",), ("FR", "NE"), (0, 2)
    )
    further = Told("2023-07", "Tiani led the coup against Bazoum in Niger last July.", ("coup",), ("NE",), (0, 1))
    again = Told("2023-07", "Tiani overthrew Bazoum in the coup in Niger.", ("coup",), ("NE",), (0, 1))
    (event,) = tell(day, aside, further, again, people=people)
    assert (event.people, event.countries) == (("abdourahamane-tiani", "mohamed-bazoum"), ("NE",))


def test_one_wire_text_twice_is_one_witness() -> None:
    day = Told("2023-07-26", "Soldiers in Niger overthrew President Bazoum on Wednesday.", ("coup",), ("NE",), (0,))
    wire = Told("2023-07", "The coup in Niger worried Paris.", ("coup",), ("FR", "NE"))
    (event,) = tell(day, wire, wire)
    assert event.countries == ("NE",)


AMBUSH = "Gunmen killed {} soldiers in an ambush near the village of Inates in Tillabéri on {} {}, the ministry said."


def ambush(day: int, killed: str = "17", month: str = "August", kind: str = "attack") -> Told:
    return Told(f"2023-08-{day}", AMBUSH.format(killed, day, month), topics=(kind,), countries=("NE",))


@pytest.mark.parametrize("later", [16, 17])
def test_a_day_or_two_between_reports_that_are_otherwise_alike_is_a_disagreement(later: int) -> None:
    (event,) = tell(ambush(15), ambush(15), ambush(later))
    assert event.date == "2023-08-15"
    assert [(date.date, date.reports) for date in event.dates] == [("2023-08-15", (0, 1)), (f"2023-08-{later}", (2,))]
    apart = "a day apart" if later == 16 else "two days apart"
    assert any(f"{apart}, otherwise alike" in say(report.evidence) for report in event.reports)


def test_the_date_that_most_tell_is_shown_even_if_it_is_the_later_one() -> None:
    (event,) = tell(ambush(15), ambush(16), ambush(16))
    assert (event.date, [date.date for date in event.dates]) == ("2023-08-16", ["2023-08-16", "2023-08-15"])


@pytest.mark.parametrize(
    "other",
    [
        ambush(18),
        ambush(16, kind="arrest"),
        Told("2023-08-16", AMBUSH.format("17", "16", "August"), topics=("attack",), countries=("ML",)),
        Told("2023-08-16", "Gunmen burned a school in the east of the country at dawn.", ("attack",), ("NE",)),
        Told("2023-08-16", AMBUSH.format("17", "16", "August"), ("attack",), ("NE",), people=(1,)),
    ],
    ids=["three days", "another kind", "another country", "other words", "somebody named"],
)
def test_what_differs_in_more_than_the_day_stays_apart(other: Told) -> None:
    events = tell(ambush(15), other)
    assert [told_by(event) for event in events] == [[0], [1]]
    assert not any(event.dates for event in events)


def test_what_one_article_tells_of_two_days_are_two_events() -> None:
    assert len(tell((ambush(15), ambush(16)))) == 2
    assert len(tell(ambush(15), (ambush(15), ambush(16)))) == 2


def test_talks_of_two_days_are_one_only_by_who_meets() -> None:
    words = "General Tiani received the envoys of the regional bloc in the palace on {} August to speak of elections."
    first, second = (Told(f"2023-08-{day}", words.format(day), ("talks",), ("NE",), (1,)) for day in (15, 16))
    assert len(tell(first, second)) == 1
    nobody, nobody_later = (
        Told(f"2023-08-{day}", words.format(day).replace("General Tiani", "He"), ("talks",), ("NE",))
        for day in (15, 16)
    )
    assert len(tell(nobody, nobody_later)) == 2


def test_a_coarse_date_does_not_disagree_with_a_finer_one() -> None:
    month = Told("2023-08", AMBUSH.format("17", "", "August"), topics=("attack",), countries=("NE",))
    (event,) = tell(ambush(15), month)
    assert event.dates == ()


def test_numbers_that_differ_stand_side_by_side() -> None:
    (event,) = tell(ambush(15, "17"), ambush(15, "20"), ambush(15, "17"))
    assert [(one.unit, one.value, one.reports) for one in event.figures] == [
        ("soldiers killed", 17, (0, 2)),
        ("soldiers killed", 20, (1,)),
    ]


COST = "On 15 August 2023 soldiers attacked the village; the army lost {} dollars with {}."


@pytest.mark.parametrize(
    ("left", "right", "sums"),
    [
        (("100 million", "Camp 305"), ("110 million", "Camp 305"), [100_000_000, 110_000_000]),
        (("100 million", "the Delmas works"), ("110 million", "the works of Delmas"), [100_000_000, 110_000_000]),
        (("100 million", "Camp 305"), ("200 million", "the aid of Norway"), []),
        (("100 million", "a camp"), ("200 million", "a camp"), []),
    ],
)
def test_sums_of_money_are_compared_only_where_one_thing_is_named(
    left: tuple[str, str], right: tuple[str, str], sums: list[int]
) -> None:
    told = [Told("2023-08-15", COST.format(*words), topics=("attack",), countries=("NE",)) for words in (left, right)]
    (event,) = tell(*told)
    assert [figure.value for figure in event.figures] == sums


def test_numbers_that_agree_are_no_disagreement() -> None:
    (event,) = tell(ambush(15, "1,200"), ambush(15, "1200"))
    assert event.figures == ()


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("The chamber passed it by 190 votes to 60.", {"votes": 190, "votes against": 60}),
        ("Le texte est passé par 190 voix contre 60.", {"voix": 190, "votes against": 60}),
        ("At least 120 people were killed.", {"killed": 120}),
        ("The attack killed at least 150.", {"killed": 150}),
        ("A base that cost one hundred million dollars.", {"dollars": 100_000_000}),
        ("A base that cost $110 million.", {"dollars": 110_000_000}),
        ("Une base qui a coûté cent millions de dollars.", {"dollars": 100_000_000}),
        ("Costó cien millones de dólares.", {"dollars": 100_000_000}),
        ("Washington has a thousand troops there.", {"troops": 1000}),
        ("Some 1 500 soldiers and twenty-five vehicles left.", {"soldiers": 1500, "vehicles": 25}),
        ("A hundred and ten guards and two hundred and drivers left.", {"guards": 110}),
        ("It lasted three days and began 2 weeks ago.", {}),
        ("It was a day of talks and one man left.", {}),
        ("About 100 Russian advisers and 20 American pilots came.", {"russian advisers": 100, "american pilots": 20}),
        ("A blast left 150 dead and 30 wounded.", {"killed": 150, "injured": 30}),
        ("The 1,100 troops left on 26 July 2023 at noon.", {"troops": 1100}),
        ("It cost $300 million and 4.5 percent of all.", {"dollars": 300_000_000}),
        ("Raids killed 4 soldiers and 2 civilians.", {"soldiers killed": 4, "civilians killed": 2}),
        ("First 3 soldiers fell, then 5 soldiers.", {}),
        ("Il y a eu 12 morts.", {"killed": 12}),
    ],
)
def test_figures_of_a_sentence(sentence: str, figures: dict[str, int]) -> None:
    assert read_figures(sentence, load_lexicon()) == figures


def count_killed(*bodies: str) -> list[int]:
    """The numbers of the killed in which clippings with these texts differ."""
    clippings = (
        Clipping(path=f"articles/{n}.txt", text=f"# Report {n}\n\n{body}\n", encoding="utf-8", digest=str(n))
        for n, body in enumerate(bodies)
    )
    readings = [annotate(parse_article(one, ReadingOptions(), load_lexicon()), load_lexicon()) for one in clippings]
    (event,) = resolve(readings, (), load_lexicon()).events
    return [figure.value for figure in event.figures if figure.unit == "killed"]


def test_a_number_in_the_next_sentence_is_compared_if_that_goes_on_about_the_same() -> None:
    quake = "On 5 May 2019 an earthquake struck Safi, Morocco"
    assert count_killed(f"{quake}, and 60 people were killed.", f"{quake}. It killed 40 people.") == [40, 60]
    assert count_killed(f"{quake}, and 60 people were killed.", f"{quake}. The war killed 40 people.") == []


def test_each_report_says_whether_it_announces() -> None:
    words = "American troops {} Air Base 201 near Agadez by 15 September 2024, the two ministries said."
    planned = Told("2024-09-15", words.format("will leave"), ("withdrawal",), ("NE", "US"), kind="announced")
    done = Told("2024-09-15", words.format("left"), ("withdrawal",), ("NE", "US"))
    (event,) = tell(planned, done)
    assert (event.kind, [report.kind for report in event.reports]) == ("happened", ["announced", "happened"])
    (still_open,) = tell(planned, planned)
    assert (still_open.kind, [report.kind for report in still_open.reports]) == ("announced", ["announced"] * 2)
