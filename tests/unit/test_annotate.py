from newsgen.annotate import annotate
from newsgen.annotate.overlaps import outside, settle_places
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article, Dateline, Paragraph
from newsgen.records.reading import CountryMention, LocalPerson, PersonMention, Reading

TEXT = "Tour\n\nMichael Jordan flew to Jordan with Niger President Amina Diallo. Chad slept."


def country(at: int, surface: str, code: str) -> CountryMention:
    return CountryMention(start=at, end=at + len(surface), surface=surface, code=code, rule="name")


def person(at: int, surface: str, name: str, index: int) -> PersonMention:
    return PersonMention(start=at, end=at + len(surface), surface=surface, name=name, person=index, rule="x")


def local(name: str, *given: str) -> LocalPerson:
    return LocalPerson(
        name=name, family=name.rpartition(" ")[2], given=given, titles=(), forms=(name,), countries=(), mentions=1
    )


def reading_of(countries: tuple[CountryMention, ...], mentions: tuple[PersonMention, ...]) -> Reading:
    article = Article(path="articles/x.txt", headline="Tour", text=TEXT, body_start=6)
    people = (local("Michael Jordan", "Michael"), local("Amina Diallo", "Amina"), local("Chad"))
    return Reading(article=article, people=people, country_mentions=countries, person_mentions=mentions)


def test_a_person_wins_over_a_country_inside_the_name() -> None:
    jordan, place = country(14, "Jordan", "JO"), country(29, "Jordan", "JO")
    settled = settle_places(reading_of((jordan, place), (person(6, "Michael Jordan", "Michael Jordan", 0),)))
    assert settled.country_mentions == (place,)
    assert [p.name for p in settled.people] == ["Michael Jordan"]


def test_a_country_in_the_title_stays_and_the_person_begins_behind_it() -> None:
    surface = "Niger President Amina Diallo"
    at = TEXT.index(surface)
    settled = settle_places(reading_of((country(at, "Niger", "NE"),), (person(at, surface, "Amina Diallo", 1),)))
    (mention,) = settled.person_mentions
    assert mention.surface == TEXT[mention.start : mention.end] == "President Amina Diallo"
    assert mention.person == 0
    assert settled.people[0].forms == ("President Amina Diallo",)
    assert len(settled.country_mentions) == 1


def test_a_span_that_is_only_a_place_is_no_person() -> None:
    at = TEXT.index("Chad")
    settled = settle_places(reading_of((country(at, "Chad", "TD"),), (person(at, "Chad", "Chad", 2),)))
    assert settled.person_mentions == settled.people == ()
    assert len(settled.country_mentions) == 1


def test_where_nothing_overlaps_nothing_changes() -> None:
    reading = reading_of((country(29, "Jordan", "JO"),), (person(6, "Michael Jordan", "Michael Jordan", 0),))
    assert settle_places(reading) is reading


def test_spans_outside_of_persons() -> None:
    spans = (country(0, "ab", "XX"), country(5, "cd", "XX"), country(9, "ef", "XX"))
    assert [span.start for span in outside(spans, (person(4, "xxx", "x", 0),))] == [0, 9]


def test_a_whole_article() -> None:
    body = (
        "The prime minister of Niger said on Tuesday that threats were the cause.\n\n"
        "General Abdou Maiga ousted President Mariama Sow last July. "
        "Back in October 2023, Maiga visited Iran. “We will not go back,” Maiga said."
    )
    article = Article(
        path="articles/x.txt",
        headline="Niger speaks",
        text=f"Niger speaks\n\n{body}",
        body_start=14,
        paragraphs=(Paragraph(kind="paragraph", start=14, end=14 + len(body), line=3),),
        dateline=Dateline(place="Niamey", country="NE", date="XXXX-05-15"),
        published="XXXX-05-15",
    )
    reading = annotate(article, load_lexicon())
    assert (reading.article.published, reading.article.published_inferred) == ("2024-05-15", True)
    assert [(date.surface, date.value) for date in reading.dates] == [
        ("Tuesday", "2024-05-14"),
        ("last July", "2023-07"),
        ("October 2023", "2023-10"),
    ]
    assert [report.date for report in reading.reports] == ["2024-05-14", "2023-07", "2023-10"]
    assert {"NE", "IR"} <= {count.code for count in reading.countries}
    (quote,) = reading.quotes
    assert quote.speaker is not None
    assert reading.people[quote.speaker].family == "Maiga"


def test_a_headline_alone() -> None:
    reading = annotate(Article(path="articles/x.txt", headline="H", text="H", body_start=1), load_lexicon())
    assert (reading.dates, reading.reports, reading.quotes, reading.sketch) == ((), (), (), None)
