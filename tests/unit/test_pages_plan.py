import msgspec
import pytest

from newsgen.errors import PathClashError
from newsgen.lexicon import load_lexicon
from newsgen.pages import plan_pages
from newsgen.pages.plan import check_paths
from newsgen.records.output import Page, Shown
from newsgen.records.site import TextFile
from pages_archive import HOSTED, SITE, WORDS, digest_shown, make_archive, make_article, plan, render_all

FIRST = make_article(
    "first",
    ["Niger, said Ada Nkrumah."],
    countries={"Niger": "NE"},
    people={"Ada Nkrumah": "ada-nkrumah"},
    published="2024-05-15",
    source="Desk One",
)
SECOND = make_article(
    "second",
    ["Ghana, said Bo Mensah."],
    countries={"Ghana": "GH"},
    people={"Bo Mensah": "bo-mensah"},
    published="2023",
    source="Desk Two",
)
THIRD = make_article(
    "third",
    ["Niger, said Cy Diallo."],
    countries={"Niger": "NE"},
    people={"Cy Diallo": "cy-diallo"},
    published="2024-06-01",
    source="Desk One",
)


def test_the_pages_of_an_archive() -> None:
    assert sorted(plan(FIRST, SECOND)) == [
        *("404.html", "about.html", "articles/first.html", "articles/second.html"),
        *("cards/index.js", "cards/s-.js"),
        *("countries/ghana.html", "countries/ghana/2023.html", "countries/index.html"),
        *("countries/niger.html", "countries/niger/2024-05.html"),
        *("data/archive.sqlite", "data/articles.jsonl"),
        *("data/citations.bib", "data/citations.csl.json", "data/citations.ris"),
        *("data/countries.json", "data/entities.ftm.jsonl"),
        *("data/index.html", "data/people.json"),
        *("data/schema/articles.json", "data/schema/changes.json", "data/schema/countries.json"),
        *("data/schema/entities.json", "data/schema/people.json", "data/schema/timeline.json"),
        "data/timelines/story.json",
        *("dates/2023.html", "dates/2024-05.html", "dates/2024.html", "dates/index.html"),
        "index.html",
        *("people/ada-nkrumah.html", "people/bo-mensah.html", "people/index.html"),
        *("robots.txt", "search.html"),
        *("sources/desk-one.html", "sources/desk-two.html", "sources/index.html"),
        *("timelines/index.html", "timelines/story.html"),
    ]


def test_an_empty_archive_has_its_pages_too() -> None:
    assert {"index.html", "people/index.html", "dates/index.html", "data/articles.jsonl"} <= set(plan())


def test_feeds_and_sitemap_need_the_sites_address() -> None:
    added = set(plan(FIRST, SECOND, site=HOSTED)) - set(plan(FIRST, SECOND))
    assert added == {
        *("feed.xml", "feed.json", "sitemap.xml", "people/ada-nkrumah.xml", "people/bo-mensah.xml"),
        *("countries/niger.xml", "countries/ghana.xml", "sources/desk-one.xml", "sources/desk-two.xml"),
    }


def test_a_new_article_touches_only_what_names_it() -> None:
    before, after = plan(FIRST, SECOND, site=HOSTED), plan(FIRST, SECOND, THIRD, site=HOSTED)
    changed = {
        path for path, page in after.items() if path not in before or digest_shown(page) != digest_shown(before[path])
    }
    assert changed == {
        *("articles/third.html", "people/cy-diallo.html", "people/cy-diallo.xml"),
        *(
            "countries/niger.html",
            "countries/niger.xml",
            "countries/niger/2024-05.html",
            "countries/niger/2024-06.html",
        ),
        *("sources/desk-one.html", "sources/desk-one.xml"),
        *("dates/2024.html", "dates/2024-06.html", "dates/2024-05.html"),
        *("index.html", "people/index.html", "countries/index.html", "sources/index.html", "dates/index.html"),
        *("feed.xml", "feed.json", "sitemap.xml", "cards/s-.js"),
        *(
            "data/archive.sqlite",
            "data/entities.ftm.jsonl",
            "data/index.html",
            "data/articles.jsonl",
            "data/citations.bib",
            "data/citations.csl.json",
            "data/citations.ris",
            "data/people.json",
            "data/countries.json",
        ),
    }


def test_every_page_says_what_it_is_made_from() -> None:
    pages = plan(FIRST)
    assert pages["articles/first.html"].made_from == "articles/first.txt"
    assert pages["people/ada-nkrumah.html"].made_from == "the person Ada Nkrumah"
    assert all(page.made_from for page in pages.values())


def test_two_pages_with_one_path_are_an_error_that_names_both() -> None:
    def page(path: str, source: str) -> Page:
        return Page(path=path, template="", show=Shown(record=TextFile(text="")), made_from=source)

    check_paths([page("a.html", "one"), page("b.html", "two")])
    with pytest.raises(
        PathClashError, match=r"two: error\[path-clash\]: its page would be A.html, which one already is"
    ):
        check_paths([page("a.html", "one"), page("A.html", "two")])


def test_a_person_of_whom_only_the_family_name_is_known_has_no_page() -> None:
    archive = make_archive(FIRST)
    entry = archive.people[0]
    person = msgspec.structs.replace(entry.person, has_page=False)
    archive = msgspec.structs.replace(archive, people=(msgspec.structs.replace(entry, person=person),))
    pages = {page.path: page for page in plan_pages(archive, SITE, load_lexicon(), WORDS).pages}
    assert "people/ada-nkrumah.html" not in pages
    files = render_all(pages)
    assert [path for path, text in files.items() if "ada-nkrumah.html" in text] == []
    assert ">Ada Nkrumah<" in files["articles/first.html"]
    assert "ada-nkrumah" in files["data/people.json"]


def test_all_pages_share_the_title_of_a_timeline_that_the_archive_gives_itself() -> None:
    """Pages show it, and no look-up tells it; fails if the pages share the ids of timelines only."""
    archive = make_archive(FIRST, SECOND)
    told = set()
    for title in ("Niger", "Ghana"):
        timelines = [
            msgspec.structs.replace(one, options=msgspec.structs.replace(one.options, title=title))
            for one in archive.timelines
        ]
        changed = msgspec.structs.replace(archive, timelines=tuple(timelines))
        told.add(plan_pages(changed, SITE, load_lexicon(), WORDS).answers.shared)
    assert len(told) == 2
