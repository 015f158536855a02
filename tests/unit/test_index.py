from msgspec.structs import replace

from factories import Told, make_clipping, make_person, make_reading
from newsgen.index import index
from newsgen.lexicon import load_lexicon
from newsgen.records.archive import Archive
from newsgen.records.entities import Event
from newsgen.records.options import EventChoice, Outlet, OwnEvent, SiteOptions, TimelineOptions
from newsgen.records.reading import Reading
from newsgen.resolve import resolve

BIDEN = make_person("Joe Biden", "President", countries=("US",))
ZEINE = make_person("Ali Zeine", "Prime Minister", countries=("NE",))


def told(date: str, sentence: str, topic: str, *countries: str, people: tuple[int, ...] = ()) -> Told:
    return Told(date, sentence, topics=(topic,), countries=countries, people=people)


def index_all(*readings: Reading, site: SiteOptions | None = None) -> Archive:
    lexicon = load_lexicon()
    ordered = sorted(readings, key=lambda reading: reading.article.path)
    clippings = [make_clipping(reading) for reading in ordered]
    return index(clippings, ordered, resolve(ordered, (), lexicon), site or SiteOptions(title="T"), lexicon)


def article(name: str, *people: object, **fields: object) -> Reading:
    return make_reading(f"articles/{name}.txt", *people, headline=f"Headline {name}", **fields)  # type: ignore[arg-type]


def test_latest_is_newest_first_and_undated_last() -> None:
    archive = index_all(
        article("a", published="2024-05"),
        article("b"),
        article("c", published="2024-05-15"),
        article("d", published="2024"),
        article("e", published="2024-05-31"),
        article("f", published="XXXX-05-15"),
        article("g", published="2024-05-15"),
    )
    assert [archive.articles[n].id[-1] for n in archive.latest] == ["e", "c", "g", "a", "d", "f", "b"]


def test_months_stand_before_their_year_and_undated_last() -> None:
    archive = index_all(
        article("a", published="2024"),
        article("b", published="2023-12-31"),
        article("c", published="2024-02-01"),
        article("d", published="2024-02"),
        article("e"),
        article("f", published="2024-11-05"),
    )
    assert [(month.key, month.articles) for month in archive.months] == [
        ("2024-11", (5,)),
        ("2024-02", (2, 3)),
        ("2024", (0,)),
        ("2023-12", (1,)),
        ("undated", (4,)),
    ]


def test_people_have_their_articles_countries_and_companions() -> None:
    archive = index_all(
        article("a", BIDEN, ZEINE, published="2024-01", countries={"US": True, "NE": True}),
        article("b", BIDEN, published="2024-02", countries={"US": True}),
    )
    zeine, biden = archive.people
    assert (biden.person.id, biden.articles) == ("joe-biden", (1, 0))
    assert [(count.id, count.articles) for count in biden.countries] == [("US", 2), ("NE", 1)]
    assert [(count.id, count.articles) for count in biden.companions] == [("ali-zeine", 1)]
    assert zeine.articles == (0,)


def test_a_person_named_twice_in_an_article_counts_once() -> None:
    archive = index_all(article("a", BIDEN, countries={"US": True}), article("b", BIDEN, BIDEN, countries={"US": True}))
    (biden,) = [entry for entry in archive.people if entry.person.id == "joe-biden"]
    assert sorted(biden.articles) == [0, 1]
    assert [count.articles for count in biden.countries] == [2]


def test_front_matter_puts_an_article_on_a_person_s_page() -> None:
    archive = index_all(article("a", BIDEN), article("b", listed_people=("Joe Biden", "Ann Other")))
    assert {entry.person.id: entry.articles for entry in archive.people} == {"ann-other": (1,), "joe-biden": (0, 1)}


def test_a_mere_family_name_is_nobody_s_companion() -> None:
    archive = index_all(article("a", BIDEN, make_person("Brown")))
    brown, biden = archive.people
    assert (brown.person.has_page, biden.companions) == (False, ())
    assert archive.articles[0].people == ("joe-biden", "brown")


def test_countries_have_articles_that_name_them_and_those_about_them() -> None:
    archive = index_all(
        article("a", BIDEN, published="2024-01", countries={"US": True, "NE": False}),
        article("b", published="2024-02", countries={"NE": True}),
    )
    niger, states = archive.countries
    assert (niger.code, niger.id, niger.name) == ("NE", "niger", "Niger")
    assert (niger.articles, niger.primary) == ((1, 0), (1,))
    assert [(count.id, count.articles) for count in niger.people] == [("joe-biden", 1)]
    assert [(count.id, count.articles) for count in niger.countries] == [("US", 1)]
    assert states.id == "united-states"


def test_a_country_that_only_an_event_names_has_an_entry() -> None:
    archive = index_all(article("a", told=[told("2024-01-02", "Mali votes.", "election", "ML")]))
    assert [(entry.code, entry.articles, entry.events) for entry in archive.countries] == [("ML", (), (0,))]


def test_outlets_are_found_by_any_of_their_names() -> None:
    site = SiteOptions(
        title="T", outlets=(Outlet(name="Sample Wire Service", aliases=("SWS",), country="US", rights="excerpt"),)
    )
    archive = index_all(
        article("a", source="SWS"),
        article("b", source="The Sample Wire Service"),
        article("c", source="The Courier"),
        article("d", source="COURIER"),
        article("e", source="The Courier"),
        article("f"),
        site=site,
    )
    wire, courier = archive.sources
    assert (courier.id, courier.name, courier.declared, courier.rights) == ("the-courier", "The Courier", False, "full")
    assert (wire.id, wire.country, wire.declared, wire.articles) == ("sample-wire-service", "US", True, (0, 1))
    assert [one.source for one in archive.articles] == [*[wire.id] * 2, *[courier.id] * 3, None]
    assert [one.rights for one in archive.articles[:3]] == ["excerpt", "excerpt", "full"]


def test_outlets_of_one_slug_are_told_apart() -> None:
    archive = index_all(article("a", source="A & B"), article("b", source="A/B"), article("c", source="Index"))
    assert len({entry.id for entry in archive.sources}) == len(archive.sources)
    assert "index" not in {entry.id for entry in archive.sources}


EVENTS = (
    article(
        "a",
        ZEINE,
        countries={"NE": True, "US": True},
        told=[
            told("2023-07-26", "Soldiers took power in Niamey.", "coup", "NE"),
            told("2024-04-19", "Zeine agreed in Washington on the withdrawal.", "agreement", "US", people=(0,)),
            told("2024-05-01", "Chad went to the polls.", "election", "TD"),
        ],
    ),
    article("b", countries={"NE": True}, told=[told("2024-06-01", "Floods came to Niger.", "disaster", "NE")]),
)


def choose(**options: object) -> list[str]:
    """Dates of the events that a timeline of these options has."""
    timeline = TimelineOptions(id="t", title="T", line=9, **options)  # type: ignore[arg-type]
    archive = index_all(*EVENTS, site=SiteOptions(title="T", timelines=(timeline,)))
    return [archive.events[position].date for position in archive.timelines[0].events]


def test_a_timeline_of_countries_has_events_of_articles_about_all_of_them() -> None:
    assert choose(countries=("NE", "US")) == ["2023-07-26", "2024-04-19"]
    assert choose(countries=("NE",)) == ["2023-07-26", "2024-06-01"]


def choose_from(told_there: Told, *, about: tuple[str, ...], countries: tuple[str, ...] = ("NE", "US")) -> int:
    """How many events a timeline of the countries has of an article about some with one report."""
    reading = article("a", countries=dict.fromkeys(about, True), told=[told_there])
    timeline = TimelineOptions(id="t", title="T", countries=countries)
    archive = index_all(reading, site=SiteOptions(title="T", timelines=(timeline,)))
    return len(archive.timelines[0].events)


def test_a_sentence_without_a_country_speaks_of_those_of_its_article() -> None:
    unnamed = told("2024-04-13", "On Saturday thousands marched.", "protest")
    assert choose_from(unnamed, about=("NE", "US")) == 1
    assert choose_from(unnamed, about=("ML", "NE", "US")) == 1
    assert choose_from(unnamed, about=("NE",)) == 0


def test_an_article_that_tells_happenings_of_the_story_is_of_it() -> None:
    coup = told("2023-07-26", "Soldiers of Niger took power in Niamey.", "coup", "NE")
    pact = told("2023-09-16", "Niger and Mali signed a pact.", "agreement", "ML", "NE")
    sanctions = told("2023-07-30", "Sanctions were laid on Niger.", "sanctions", "NE")
    story = article("a", countries={"NE": True, "US": True}, told=[coup, sanctions])
    timeline = TimelineOptions(id="t", title="T", countries=("NE", "US"))

    def choose_with(*others: Told) -> list[str]:
        beside = article("b", countries={"NE": True}, told=[*others, pact])
        archive = index_all(story, beside, site=SiteOptions(title="T", timelines=(timeline,)))
        return [archive.events[position].date for position in archive.timelines[0].events]

    assert choose_with(coup, sanctions) == ["2023-07-26", "2023-07-30", "2023-09-16"]
    assert choose_with(coup) == ["2023-07-26", "2023-07-30"]


def test_a_sentence_that_names_only_other_countries_is_not_of_the_timeline() -> None:
    assert choose_from(told("2024-04-13", "Chad went to the polls.", "election", "TD"), about=("NE", "US")) == 0
    assert choose_from(told("2024-04-13", "Chad and Niger voted.", "election", "NE", "TD"), about=("NE", "US")) == 1


def test_an_event_of_all_countries_of_the_timeline_belongs_to_it_whatever_its_article_is_about() -> None:
    left = told("2023-07-02", "The Danish engineers left the camp in Mali.", "departure", "DK", "ML")
    assert choose_from(left, about=("DK",), countries=("ML",)) == 1
    assert choose_from(left, about=("DK",), countries=("DK", "ML")) == 1
    assert choose_from(left, about=("DK",), countries=("ML", "NE")) == 0


def test_a_timeline_of_people_or_words() -> None:
    assert choose(people=("Ali ZEINE",)) == ["2024-04-19"]
    assert choose(words=("Niamey", "chad")) == ["2023-07-26", "2024-05-01"]
    assert choose(words=("took power",)) == ["2023-07-26"]
    assert choose(words=("pow",)) == []


def test_all_conditions_must_be_met() -> None:
    assert choose(countries=("NE", "US"), words=("withdrawal",)) == ["2024-04-19"]
    assert choose(people=("Ali Zeine",), words=("power",)) == []


def test_a_timeline_begins_and_ends() -> None:
    assert choose(date_from="2023-08", date_to="2024-05") == ["2024-04-19", "2024-05-01"]
    assert choose(date_from="2024-06") == ["2024-06-01"]
    assert choose(date_to="2023") == ["2023-07-26"]


def test_a_timeline_without_events_or_of_nobody_is_a_warning() -> None:
    timeline = TimelineOptions(id="t", title="T", people=("No One",), line=9)
    archive = index_all(*EVENTS, site=SiteOptions(title="T", timelines=(timeline,)))
    assert [(d.path, d.line, d.severity, d.code) for d in archive.diagnostics] == [
        ("site.yaml", 9, "warning", "empty-timeline"),
        ("site.yaml", 9, "warning", "unknown-name"),
    ]


def test_without_a_timeline_the_countries_spoken_of_most_get_one() -> None:
    third = article(
        "c",
        countries={"NE": True, "US": True},
        told=[told("2024-08-05", "Americans left Agadez.", "handover", "US")],
    )
    (timeline,) = index_all(*EVENTS, third).timelines
    assert (timeline.options.id, timeline.options.title) == ("main", "Niger and United States")
    assert timeline.options.countries == ("NE", "US")
    assert len(timeline.events) == 3


def test_two_events_make_no_timeline() -> None:
    assert index_all(*EVENTS).timelines == ()


DRAFT = article(
    "b",
    make_person("Ali Zène", "PM", countries=("NE",)),
    make_person("Only Here"),
    draft=True,
    published="2024-03",
    countries={"ML": True},
    told=[told("2023-07", "The coup came in July.", "coup", "NE"), told("2024-01-01", "A secret.", "talks", "ML")],
)
PUBLIC = (
    article("a", ZEINE, countries={"NE": True}, told=[told("2023-07-26", "The coup came.", "coup", "NE")]),
    article("c", ZEINE, countries={"NE": True}, told=[told("2023-07-26", "The army took over.", "coup", "NE")]),
)


def test_drafts_leave_nothing_behind() -> None:
    archive = index_all(*PUBLIC, DRAFT)
    assert [one.clipping.path for one in archive.articles] == ["articles/a.txt", "articles/c.txt"]
    (zeine,) = archive.people
    assert (zeine.person.members, zeine.articles) == (((0, 0), (1, 0)), (0, 1))
    assert [spelling.text for spelling in zeine.person.spellings] == ["Ali Zeine"]
    assert zeine.person.titles == ("Prime Minister",)
    assert zeine.person.links == ()
    (event,) = archive.events
    assert [report.article for report in event.reports] == [0, 1]
    assert [country.code for country in archive.countries] == ["NE"]


def test_a_draft_that_is_left_out_is_told() -> None:
    told = [item for item in index_all(*PUBLIC, DRAFT).diagnostics if item.code == "draft"]
    assert [(item.severity, item.message) for item in told] == [("note", "left out as a draft")]


def test_drafts_are_built_when_asked_for_and_ids_are_the_same() -> None:
    everything = index_all(*PUBLIC, DRAFT, site=SiteOptions(title="T", drafts=True))
    public = index_all(*PUBLIC, DRAFT)
    assert len(everything.articles) == 3
    assert {one.id for one in public.articles} < {one.id for one in everything.articles}
    assert {event.id for event in public.events} < {event.id for event in everything.events}


def test_an_event_that_a_draft_dates_falls_back_on_the_others() -> None:
    day = article("b", draft=True, told=[told("2023-07-26", "The coup came on the 26th.", "coup", "NE")])
    month = article(
        "a", countries={"NE": True}, told=[told("2023-07", "The coup in Niger came in July.", "coup", "NE")]
    )
    (event,) = index_all(day, month).events
    assert (event.date, event.clearest) == ("2023-07", 0)
    assert (event.reports[0].like, event.reports[0].evidence) == (None, ())


def test_reasons_that_rest_on_a_draft_go_with_it() -> None:
    coup = told("2023-07-26", "Soldiers took power in Niger on Wednesday.", "coup", "NE")
    again = told("2023-07-26", "The army of Niger overthrew the president.", "coup", "NE")
    third = told("2023-07", "July brought a coup to Niger.", "coup", "NE")
    readings = [
        article("a", countries={"NE": True}, told=[third]),
        article("b", draft=True, countries={"NE": True}, told=[coup], published="2023-07-27"),
        article("c", countries={"NE": True}, told=[again]),
    ]
    (everything,) = index_all(*readings, site=SiteOptions(title="T", drafts=True)).events
    assert [report.like for report in everything.reports] == [everything.clearest if n != 1 else None for n in range(3)]
    assert everything.clearest == 1
    (public,) = index_all(*readings).events
    assert [(report.like, report.evidence) for report in public.reports] == [(None, ()), (None, ())]


def test_an_archive_of_drafts_only_is_empty() -> None:
    archive = index_all(DRAFT)
    assert (archive.articles, archive.people, archive.events, archive.months) == ((), (), (), ())


def chosen(**options: object) -> tuple[list[str], list[str]]:
    """Ids on a timeline about Niger with these options, and the messages about it."""
    timeline = TimelineOptions(id="t", title="T", countries=("NE",), line=9, column=5, **options)  # type: ignore[arg-type]
    archive = index_all(*EVENTS, site=SiteOptions(title="T", timelines=(timeline,)))
    ids = [archive.events[position].id for position in archive.timelines[0].events]
    return ids, [str(item) for item in archive.diagnostics]


COUP, FLOODS = "2023-07-26-coup-ne", "2024-06-01-disaster-ne"
TALKS, VOTE = "2024-04-19-agreement-us", "2024-05-01-election-td"


def test_an_event_is_pinned_by_its_id_or_by_date_and_words() -> None:
    assert chosen() == ([COUP, FLOODS], [])
    assert chosen(pinned=(EventChoice(event=VOTE),)) == ([COUP, VOTE, FLOODS], [])
    assert chosen(pinned=(EventChoice(date="2024-05-01", words=("POLLS  chad",)),)) == ([COUP, VOTE, FLOODS], [])
    assert chosen(pinned=(EventChoice(date="2024", words=("polls", "went to")),)) == ([COUP, VOTE, FLOODS], [])


def test_a_date_finds_what_lies_in_it_before_what_it_lies_in() -> None:
    month = article("a", told=[told("2024-05", "In May Chad voted.", "election", "TD")])
    day = article("b", told=[told("2024-05-09", "Chad counted what it voted.", "report", "TD")])
    timeline = TimelineOptions(
        id="t", title="T", words=("nothing",), pinned=(EventChoice(date="2024-05-09", words=("chad",)),)
    )
    site = SiteOptions(title="T", timelines=(timeline,))
    assert [event.date for event in pick(index_all(month, day, site=site))] == ["2024-05-09"]
    assert [event.date for event in pick(index_all(month, site=site))] == ["2024-05"]


def pick(archive: Archive) -> list[Event]:
    return [archive.events[position] for position in archive.timelines[0].events]


def test_a_pinned_event_may_have_a_title() -> None:
    timeline = TimelineOptions(id="t", title="T", pinned=(EventChoice(event=VOTE, title="Chad votes"),))
    archive = index_all(*EVENTS, site=SiteOptions(title="T", timelines=(timeline,)))
    assert [(archive.events[n].id, title) for n, title in archive.timelines[0].titles] == [(VOTE, "Chad votes")]


def test_a_hidden_event_is_not_on_the_timeline_and_a_note_says_why() -> None:
    hidden = EventChoice(date="2024-06-01", words=("floods",), reason="another story", line=12, column=9)
    assert chosen(hidden=(hidden,)) == (
        [COUP],
        [
            f"site.yaml:12:9: note[hidden-event]: the event “{FLOODS}” is hidden: another story "
            "(remove the entry to show it)"
        ],
    )


def test_the_reason_of_a_pin_is_a_note() -> None:
    reason = {"reason": "asked for", "line": 4, "column": 9}
    pinned, own = EventChoice(event=VOTE, **reason), OwnEvent(date="2024-05", text="The talks move.", **reason)
    timeline = TimelineOptions(id="t", title="T", countries=("TD",), pinned=(pinned,), own=(own,))
    archive = index_all(*EVENTS, site=SiteOptions(title="T", timelines=(timeline,)))
    told = [item.message for item in archive.diagnostics if item.code == "pinned-event"]
    assert told == [f"{VOTE}: pinned: asked for", "2024-05: an event of your own: asked for"]


BOTH = EventChoice(date="2024", words=("to",), line=14, column=9)
"""Two of the events: the vote and the floods."""


def test_what_is_hidden_in_vain_is_told() -> None:
    ids, told_there = chosen(hidden=(replace(BOTH, reason="r"),), pinned=(EventChoice(event=VOTE, line=11, column=9),))
    assert ids == [COUP, VOTE]
    assert told_there == [
        f"site.yaml:14:9: note[hidden-event]: the event “{VOTE}” is hidden, but pinned too, and so it is shown "
        "(remove one of the two entries)",
        f"site.yaml:14:9: note[hidden-event]: the event “{FLOODS}” is hidden: r (remove the entry to show it)",
    ]
    _, (message,) = chosen(hidden=(EventChoice(event=VOTE, reason="r"),))
    assert message == (
        f"site.yaml: note[hidden-event]: the event “{VOTE}” would not be on the timeline anyway "
        "(remove the entry, or leave it for later)"
    )


def test_pinned_and_hidden_alike_is_an_error_however_it_is_written() -> None:
    pin = EventChoice(event=COUP, line=11, column=9)
    hidden = EventChoice(date="2023-07", words=("niamey",), reason="r", line=12, column=9)
    ids, told_there = chosen(pinned=(pin,), hidden=(hidden,))
    assert ids == [COUP, FLOODS]
    assert told_there == [
        f"site.yaml:12:9: error[contradiction]: {COUP}: hidden here, but pinned on line 11"
        " (remove one of the two entries)"
    ]


def test_what_is_pinned_or_hidden_twice_is_a_warning() -> None:
    first = EventChoice(event=COUP, title="One", line=11, column=9)
    second = EventChoice(date="2023-07", words=("niamey",), title="Two", line=12, column=9)
    ids, (message,) = chosen(pinned=(first, second, BOTH))
    assert ids == [COUP, VOTE, FLOODS]
    assert message == (
        f"site.yaml:12:9: warning[claimed-twice]: {COUP}: pinned on line 11 too, and the title “One” stands there"
        " (remove one of the two entries)"
    )
    hide = EventChoice(event=COUP, reason="r", line=11, column=9)
    _, told_there = chosen(hidden=(hide, replace(hide, line=13)))
    assert f"site.yaml:13:9: warning[claimed-twice]: {COUP}: hidden on line 11 too (remove one of the two entries)" in (
        told_there
    )


def test_a_pin_that_matches_nothing_is_a_warning_with_what_comes_nearest() -> None:
    lost = (
        EventChoice(event="2024-05-02-election-td", line=12, column=9),
        EventChoice(date="2024-06-02", words=("floods", "came"), line=13, column=9),
        EventChoice(date="2023-07-26", words=("president", "detained"), line=14, column=9),
    )
    nearest = {
        12: ("“2024-05-02-election-td”", f"{VOTE}, 2024-05-01: “Chad went to the polls.”"),
        13: ("of 2024-06-02 with the words “floods came”", f"{FLOODS}, 2024-06-01: “Floods came to Niger.”"),
        14: (
            "of 2023-07-26 with the words “president detained”",
            f"{COUP}, 2023-07-26: “Soldiers took power in Niamey.”",
        ),
    }
    for key in ("pinned", "hidden"):
        ids, told_there = chosen(**{key: lost})
        assert ids == [COUP, FLOODS]
        assert told_there == [
            f"site.yaml:{line}:9: warning[unknown-event]: "
            f"the archive has no event {meant} (in `{key}`) (nearest is {near})"
            for line, (meant, near) in nearest.items()
        ]


def test_one_title_for_several_events_is_a_warning() -> None:
    ids, (message,) = chosen(pinned=(EventChoice(date="2024", words=("to",), title="Both", line=12, column=9),))
    assert ids == [COUP, VOTE, FLOODS]
    assert message.startswith(f"site.yaml:12:9: warning[several-events]: this title goes to 2 events: {VOTE}, {FLOODS}")


def test_the_editor_s_own_events_stand_in_order_with_ids_of_their_own() -> None:
    own = (
        OwnEvent(
            date="2024-05-01", text="Second.", people=("Ali ZEINE", "No One"), countries=("NE",), line=12, column=9
        ),
        OwnEvent(date="2023-01~", text="First.", source="A book", url="https://example.org/"),
        OwnEvent(date="2024-05-01", text="Third."),
    )
    timeline = TimelineOptions(id="t", title="T", words=("nothing",), own=own)
    archive = index_all(*EVENTS, site=SiteOptions(title="T", timelines=(timeline,)))
    (made,) = archive.timelines
    assert made.events == ()
    assert [str(item) for item in archive.diagnostics] == [
        "site.yaml:12:9: note[unknown-name]: no article names “No One”, so the name stands without a link"
        " (write the name as the articles or people.yaml do, or leave it so)"
    ]
    assert [(event.id, event.text) for event in made.own] == [
        ("own-2023-01", "First."),
        ("own-2024-05-01", "Second."),
        ("own-2024-05-01-2", "Third."),
    ]
    assert (made.own[1].people, made.own[1].countries) == (("ali-zeine", "No One"), ("NE",))
    assert (made.own[0].source, made.own[0].url) == ("A book", "https://example.org/")


def default_countries(*about: str) -> tuple[str, ...]:
    """Countries of the timeline that newsgen makes for articles about these, each with an event of its own."""
    readings = [
        article(
            f"a{n}",
            countries=dict.fromkeys(codes.split(), True),
            told=[told(f"2024-0{n + 1}-01", f"Thing {n} was said.", "statement", codes.split()[0])],
        )
        for n, codes in enumerate(about)
    ]
    (timeline,) = index_all(*readings).timelines
    return timeline.options.countries


def test_a_third_country_of_nearly_all_the_articles_belongs_to_the_timeline() -> None:
    assert default_countries("BF ML NE", "BF ML NE", "BF ML NE", "BF ML") == ("BF", "ML", "NE")
    assert default_countries("BF ML NE", "BF ML NE", "BF ML", "BF ML") == ("BF", "ML")


def test_articles_about_one_country_each_get_the_timeline_of_the_one_spoken_of_most() -> None:
    assert default_countries("NE", "TD", "NE", "NE") == ("NE",)
    assert default_countries("NE", "NE", "NE", "NE", "NE", "NE", "CM TD") == ("NE",)
    assert default_countries("NE TD", "NE", "NE", "NE") == ("NE",)
    assert index_all(*(article(name, countries={code: True}) for name, code in ("aN", "bT"))).timelines == ()


def choose_story(*readings: Reading) -> list[str]:
    """Dates of the events on a timeline of Niger and the United States."""
    timeline = TimelineOptions(id="t", title="T", countries=("NE", "US"))
    archive = index_all(*readings, site=SiteOptions(title="T", timelines=(timeline,)))
    return [archive.events[position].date for position in archive.timelines[0].events]


CHIEF, MARSHAL = make_person("Abdou Zoumari", "General"), make_person("Yves Korandi")
TOGETHER = {"NE": True, "US": True}
STORY = [article(name, CHIEF, MARSHAL, countries=TOGETHER) for name in ("s1", "s2")]


def test_an_article_about_one_of_two_countries_is_of_their_story_with_its_people() -> None:
    sworn_in = told("2023-07-28", "He put himself at the head of the council.", "declaration")
    flood = told("2023-07-29", "Rivers rose over their banks.", "disaster")
    with_people = article("a", CHIEF, MARSHAL, countries={"NE": True}, told=[sworn_in])
    without = article("b", countries={"NE": True}, told=[flood])
    assert choose_story(*STORY, with_people, without) == ["2023-07-28"]
    elsewhere = article("c", CHIEF, MARSHAL, countries={"TD": True}, told=[flood])
    assert choose_story(*STORY, elsewhere) == []


def test_one_of_the_story_s_people_is_enough_where_both_countries_are_named() -> None:
    called = told("2023-07-30", "The general called for calm.", "statement")
    countries = {"NE": True, "US": False}
    assert choose_story(*STORY, article("a", CHIEF, countries=countries, told=[called])) == ["2023-07-30"]
    assert choose_story(*STORY, article("a", CHIEF, countries={"NE": True}, told=[called])) == []


def test_who_is_named_everywhere_is_nobody_of_the_story() -> None:
    others = [article(f"o{n}", CHIEF, MARSHAL, countries={"TD": True}) for n in range(8)]
    news = article("a", CHIEF, MARSHAL, countries={"NE": True}, told=[told("2023-07-28", "He spoke.", "statement")])
    assert choose_story(*STORY, news, *others) == []


def test_what_one_of_the_story_s_people_does_abroad_is_of_the_story() -> None:
    abroad = told("2024-01-16", "General Zoumari was received in Moscow.", "visit", "RU", people=(0,))
    vote = told("2024-01-17", "Russia chose a new speaker.", "election", "RU")
    assert choose_story(*STORY, article("a", CHIEF, MARSHAL, countries=TOGETHER, told=[abroad, vote])) == ["2024-01-16"]


def test_the_news_of_an_article_of_the_story_is_of_the_story() -> None:
    last = told("2023-12-22", "The last French soldiers left.", "departure", "FR")
    reading = article("a", CHIEF, MARSHAL, countries={"FR": True, "NE": True}, told=[last])
    assert choose_story(*STORY, reading) == ["2023-12-22"]
    recalled = replace(reading, reports=(replace(reading.reports[0], background=True),))
    assert choose_story(*STORY, recalled) == []


def test_what_only_a_draft_disagrees_on_is_no_disagreement() -> None:
    words = "Gunmen killed {} soldiers in an ambush near the village of Inates in Tillabéri on {} August, they said."
    one, same, other = (
        told(f"2023-08-{day}", words.format(killed, day), "attack", "NE")
        for day, killed in ((15, 17), (15, 17), (16, 20))
    )
    public = (article("a", told=[one]), article("c", told=[same]))
    (event,) = index_all(*public, article("b", told=[other])).events
    assert [(date.date, date.reports) for date in event.dates] == [("2023-08-15", (0, 2)), ("2023-08-16", (1,))]
    assert [(figure.value, figure.reports) for figure in event.figures] == [(17, (0, 2)), (20, (1,))]
    (event,) = index_all(*public, article("b", told=[other], draft=True)).events
    assert (event.dates, event.figures) == ((), ())
    (event,) = index_all(public[0], article("0", draft=True, told=[same]), article("b", told=[other])).events
    assert [(date.date, date.reports) for date in event.dates] == [("2023-08-15", (0,)), ("2023-08-16", (1,))]


def tell_of_timeline(*more: Reading, **options: object) -> list[str]:
    """What is said about a timeline with these options."""
    timeline = TimelineOptions(id="t", title="T", line=9, column=5, **options)  # type: ignore[arg-type]
    return [
        str(item) for item in index_all(*EVENTS, *more, site=SiteOptions(title="T", timelines=(timeline,))).diagnostics
    ]


def test_a_misspelt_name_is_told_at_its_place_with_the_nearest() -> None:
    _, told = tell_of_timeline(people=("Ali Zeine", "Aly Zeyne"), people_at=((9, 30), (9, 41)), words=("nothing",))
    assert told == (
        "site.yaml:9:41: warning[unknown-name]: the timeline “t” asks for “Aly Zeyne”, whom no article names"
        " (did you mean “Ali Zeine”?)"
    )


def test_a_timeline_without_events_says_which_condition_is_why() -> None:
    assert tell_of_timeline(words=("nothing",), countries=("NE",)) == [
        "site.yaml:9:5: warning[empty-timeline]: the timeline “t” has no events: none meets its `words`"
        " (check its countries, people, words and dates, and what it hides)"
    ]
    assert (
        "each of its conditions is met by some, but all by none"
        in tell_of_timeline(words=("polls",), date_from="2024-06")[0]
    )


def test_a_timeline_without_conditions_takes_all_and_says_so() -> None:
    assert tell_of_timeline() == [
        "site.yaml:9:5: warning[whole-archive]: the timeline “t” sets no condition, so it takes all 4 events"
        " (narrow it by `countries`, `people`, `words`, `from` or `to`)"
    ]
    assert tell_of_timeline(date_to="2030") == []


def test_a_name_of_several_is_told_with_their_ids() -> None:
    other = article("c", make_person("Ama Zeine"))
    (message,) = tell_of_timeline(other, people=("Zeine", "ali-zeine"))
    assert message == (
        "site.yaml:9:5: warning[several-people]: “Zeine” may be 2 people, Ali Zeine (ali-zeine), Ama Zeine (ama-zeine):"
        " the timeline takes the events of none (give the whole name, or the id of a page, such as `ali-zeine`)"
    )
