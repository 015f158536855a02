"""Where pages of an old site went: by the data of both sites, else by the address."""

from newsgen.build.moving.successors import find_moves
from newsgen.build.published.outline import (
    ArticleFacts,
    CountryFacts,
    EventFacts,
    Outline,
    PersonFacts,
    ReportFacts,
    SpellingFacts,
    TimelineFacts,
    read_outline,
)


def make_outline(*pages: str, **subjects) -> Outline:
    """An outline whose pages are those of its subjects, and these."""
    folders = {"articles": "articles", "people": "people", "countries": "countries", "timelines": "timelines"}
    own = [f"{folders[kind]}/{one.id}.html" for kind, found in subjects.items() for one in found]
    return Outline(pages=tuple(sorted([*own, *pages])), **subjects)


def make_person(identity: str, **spellings: str) -> PersonFacts:
    """A person: `Ama_Darko="a b"` for a spelling and the articles that have it."""
    return PersonFacts(
        id=identity,
        spellings=tuple(
            SpellingFacts(text=text.replace("_", " "), articles=tuple(articles.split()))
            for text, articles in spellings.items()
        ),
    )


def make_articles(*names: str) -> tuple[ArticleFacts, ...]:
    """Articles by id, each from a clipping of that name; `new:old` has another slug than its clipping's name."""
    pairs = [(name.partition(":")[0], name.rpartition(":")[2]) for name in names]
    return tuple(ArticleFacts(id=slug, path=f"articles/{clipping}.txt") for slug, clipping in pairs)


def lead(old: Outline, new: Outline, *gone: str) -> dict[str, tuple[str, str]]:
    gone = gone or tuple(page for page in old.pages if page not in new.pages)
    return {move.old: (move.new, move.why) for move in find_moves(gone, old, new)}


def test_an_article_is_known_by_its_clipping() -> None:
    old, new = make_outline(articles=make_articles("a", "b")), make_outline(articles=make_articles("better:a", "b"))
    assert lead(old, new) == {"articles/a.html": ("articles/better.html", "same clipping")}


def test_a_clipping_that_was_moved_is_known_by_what_it_holds() -> None:
    old = make_outline(
        articles=(
            ArticleFacts(id="a", path="1", url="https://example.org/a"),
            ArticleFacts(id="b", path="2", body="The same text."),
            ArticleFacts(id="c", path="3", headline="The same headline"),
        )
    )
    new = make_outline(
        articles=(
            ArticleFacts(id="x", path="7", headline="The same headline"),
            ArticleFacts(id="y", path="8", body="The same text."),
            ArticleFacts(id="z", path="9", url="https://example.org/a"),
        )
    )
    assert lead(old, new) == {
        "articles/a.html": ("articles/z.html", "same original"),
        "articles/b.html": ("articles/y.html", "same text"),
        "articles/c.html": ("articles/x.html", "same headline"),
    }


def test_what_two_articles_share_tells_neither() -> None:
    old = make_outline(articles=(ArticleFacts(id="a", path="1", headline="In brief"),))
    new = make_outline(
        articles=(ArticleFacts(id="b", path="2", headline="In brief"), ArticleFacts(id="c", headline="In brief"))
    )
    assert lead(old, new) == {}


def test_a_merged_person_leads_to_whom_the_articles_name_so_now() -> None:
    old = make_outline(
        articles=make_articles("a", "b"),
        people=(make_person("ama-darko", Ama_Darko="a"), make_person("ama-owusu-darko", Ama_Owusu_Darko="b")),
    )
    new = make_outline(
        articles=make_articles("a", "b"), people=(make_person("ama-owusu-darko", Ama_Owusu_Darko="b", Ama_Darko="a"),)
    )
    assert lead(old, new) == {"people/ama-darko.html": ("people/ama-owusu-darko.html", "merged")}


def test_two_who_became_one_under_a_new_name_were_merged() -> None:
    old = make_outline(
        "people/ama.html",
        "people/amma.html",
        articles=make_articles("a", "b"),
        people=(make_person("ama", Ama="a"), make_person("amma", Amma="b")),
    )
    person = make_person("ama-darko", Ama="a", Amma="b")
    new = make_outline("people/ama-darko.html", articles=make_articles("a", "b"), people=(person,))
    assert lead(old, new) == {
        "people/ama.html": ("people/ama-darko.html", "merged"),
        "people/amma.html": ("people/ama-darko.html", "merged"),
    }


def test_a_renamed_person_leads_to_the_new_name_even_if_articles_changed_their_slugs() -> None:
    old = make_outline(articles=make_articles("a"), people=(make_person("darko", Darko="a"),))
    new = make_outline(articles=make_articles("x:a"), people=(make_person("ama-darko", Darko="x"),))
    assert lead(old, new, "people/darko.html") == {"people/darko.html": ("people/ama-darko.html", "renamed")}


def test_the_same_name_in_another_article_alone_is_no_reason_to_prefer_it() -> None:
    old = make_outline(articles=make_articles("a"), people=(make_person("musa", Ali_Musa="a"),))
    new = make_outline(
        articles=make_articles("a", "b"),
        people=(make_person("ali-musa-1", Ali_Musa="b"), make_person("ali-musa-2", Ali_Musa="a")),
    )
    assert lead(old, new) == {"people/musa.html": ("people/ali-musa-2.html", "renamed")}


def split_sites(*more_pages: str) -> tuple[Outline, Outline]:
    articles = make_articles("a", "b", "c")
    old = make_outline(articles=articles, people=(make_person("ali-musa", Ali_Musa="a b c"),))
    new = make_outline(
        *more_pages,
        articles=articles,
        people=(make_person("ali-musa-jos", Ali_Musa="a"), make_person("ali-musa-kano", Ali_Musa="b c")),
    )
    return old, new


def test_a_split_person_leads_to_the_one_with_most_articles_and_the_others_are_told() -> None:
    (move,) = find_moves(["people/ali-musa.html"], *split_sites())
    assert (move.new, move.why) == ("people/ali-musa-kano.html", "split: most of it is there")
    assert move.others == ("people/ali-musa-jos.html, for 1 article",)


def test_a_split_person_leads_to_the_page_of_the_name_if_there_is_one() -> None:
    (move,) = find_moves(["people/ali-musa.html"], *split_sites("names/ali-musa.html"))
    assert move.new == "names/ali-musa.html"
    assert [other.partition(",")[0] for other in move.others] == [
        "people/ali-musa-kano.html",
        "people/ali-musa-jos.html",
    ]


def test_the_page_of_a_name_that_one_person_bears_now_leads_there() -> None:
    old = make_outline("names/sangare.html")
    new = make_outline(people=(make_person("bakary-sangare", Sangaré="a", Bakary_Sangaré="b"),))
    assert lead(old, new) == {"names/sangare.html": ("people/bakary-sangare.html", "one person now")}


def test_who_was_found_to_be_no_person_leads_nowhere() -> None:
    articles = make_articles("a")
    old = make_outline(articles=articles, people=(make_person("air-base", Air_Base="a"),))
    new = make_outline(articles=articles, people=(make_person("base-air", Base_Air="a"),))
    assert lead(old, new) == {}


def test_a_person_without_a_page_is_no_goal() -> None:
    articles = make_articles("a")
    old = make_outline(articles=articles, people=(make_person("darko", Darko="a"),))
    new = Outline(pages=("articles/a.html",), articles=articles, people=(make_person("d", Darko="a"),))
    assert lead(old, new) == {}


def test_a_country_is_known_by_its_code() -> None:
    old = make_outline("countries/swaziland/2018-04.html", countries=(CountryFacts(id="swaziland", code="SZ"),))
    new = make_outline("countries/eswatini/2018-04.html", countries=(CountryFacts(id="eswatini", code="SZ"),))
    assert lead(old, new) == {
        "countries/swaziland.html": ("countries/eswatini.html", "renamed"),
        "countries/swaziland/2018-04.html": ("countries/eswatini/2018-04.html", "renamed"),
    }


def test_an_outlet_is_known_by_its_articles() -> None:
    old = make_outline("sources/harbour-desk.html", articles=(ArticleFacts(id="a", path="1", source="Harbour Desk"),))
    new = make_outline("sources/shd-news.html", articles=(ArticleFacts(id="a", path="1", source="SHD News"),))
    assert lead(old, new) == {"sources/harbour-desk.html": ("sources/shd-news.html", "renamed")}


def make_timeline(identity: str, *sentences: str, title: str = "") -> TimelineFacts:
    reports = tuple(ReportFacts(article="a", sentence=sentence) for sentence in sentences)
    return TimelineFacts(id=identity, title=title, events=(EventFacts(reports=reports),))


def test_a_timeline_is_known_by_its_reports_or_its_title() -> None:
    articles = make_articles("a")
    old = make_outline(
        articles=articles,
        timelines=(make_timeline("road", "One.", "Two.", "Three."), make_timeline("coup", title="The coup")),
    )
    new = make_outline(
        articles=articles,
        timelines=(
            make_timeline("way", "Two.", "Three.", "Four."),
            make_timeline("flood", "Four.", "One."),
            make_timeline("putsch", title="The coup"),
        ),
    )
    assert lead(old, new) == {
        "timelines/road.html": ("timelines/way.html", "renamed"),
        "timelines/coup.html": ("timelines/putsch.html", "renamed"),
    }


def test_months_lead_to_the_same_month_or_to_whom_they_are_about() -> None:
    old = make_outline(
        *("people/darko/2024-05.html", "people/darko/2024-06.html", "sources/desk/2024-05.html"),
        articles=make_articles("a"),
        people=(make_person("darko", Darko="a"),),
    )
    new = make_outline(
        *("people/ama-darko/2024-05.html", "sources/desk.html"),
        articles=make_articles("a"),
        people=(make_person("ama-darko", Darko="a"),),
    )
    assert {page: goal for page, (goal, _) in lead(old, new).items()} == {
        "people/darko.html": "people/ama-darko.html",
        "people/darko/2024-05.html": "people/ama-darko/2024-05.html",
        "people/darko/2024-06.html": "people/ama-darko.html",
        "sources/desk/2024-05.html": "sources/desk.html",
    }


def test_dates_lead_to_their_year_or_to_all_dates() -> None:
    old = make_outline("dates/2024-05.html", "dates/2023.html", "dates/undated.html")
    new = make_outline("dates/2024.html", "dates/index.html")
    assert {page: goal for page, (goal, _) in lead(old, new).items()} == {
        "dates/2023.html": "dates/index.html",
        "dates/2024-05.html": "dates/2024.html",
        "dates/undated.html": "dates/index.html",
    }


def test_without_data_addresses_that_are_alike_tell() -> None:
    new = make_outline(
        *("articles/niger-ends-military-accord-with-us.html", "people/ama-darko.html", "people/bo-mensah.html"),
        *("people/index.html", "countries/ghana.html"),
    )
    gone = {
        "articles/niger-ends-military-accord.html": "articles/niger-ends-military-accord-with-us.html",
        "people/darko-ama.html": "people/ama-darko.html",
        "posts/2021/bo-mensah/index.html": "people/bo-mensah.html",
        "tags/ghana.html": "countries/ghana.html",
    }
    assert lead(make_outline(*gone), new) == {old: (goal, "by its address") for old, goal in gone.items()}


def test_addresses_that_are_not_alike_enough_or_too_often_tell_nothing() -> None:
    old = make_outline("articles/niger-ends.html", "people/ghana.html", "x/2024.html", "tags/mensah-bo.html")
    new = make_outline(
        *("articles/niger-ends-accord.html", "countries/ghana.html", "dates/2024.html"),
        *("people/bo-mensah.html", "sources/bo-mensah.html"),
    )
    assert lead(old, new) == {}


def test_data_that_is_missing_or_something_else_counts_as_none() -> None:
    files = {
        "data/articles.jsonl": b'{"id": "a"}\n{"id": 1}\n',
        "data/people.json": b"[[",
        "data/countries.json": b"{}",
    }
    outline = read_outline(["timelines/x.html"], files.get, timelines=["timelines/x.html"])
    assert (outline.articles, outline.people, outline.countries, outline.timelines) == ((), (), (), ())


def test_fields_of_other_versions_do_not_matter() -> None:
    files = {"data/people.json": b'[{"id": "a", "new": {"x": 1}, "spellings": [{"text": "A"}]}]'}
    assert read_outline([], files.get, timelines=[]).people == (make_person("a", A=""),)


def test_the_people_under_a_letter_lead_to_all_people() -> None:
    old = make_outline("people/index.html", "people/letters/a.html", "people/letters/q.html")
    new = make_outline("people/index.html", "people/letters/a.html", "people/letters/b.html")
    assert lead(old, new) == {"people/letters/q.html": ("people/index.html", "no page for that letter now")}
