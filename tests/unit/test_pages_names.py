"""Names that several persons bear; all of them are made up."""

import re
from typing import Any

import pytest
from msgspec.structs import replace

from newsgen.lexicon import load_lexicon
from newsgen.pages import plan_pages
from newsgen.records.archive import Archive
from newsgen.records.entities import Link
from newsgen.records.reading import UnresolvedMention
from pages_archive import SITE, WORDS, make_archive, make_article, plan, render_all


def write(identity: str, name: str, person: str, **fields: Any):
    return make_article(identity, [f"{name} spoke."], people={name: person}, **fields)


def render_archive(archive: Archive) -> dict[str, str]:
    return render_all({page.path: page for page in plan_pages(archive, SITE, load_lexicon(), WORDS).pages})


def bearers(html: str) -> list[str]:
    return re.findall(r'<p class="namesake"><a href="../people/(.*?)\.html"', html)


TWO = [
    write("a", "Ada Tiani", "ada-tiani", published="2023-05-01"),
    write("b", "Ada Tiani", "ada-tiani-2", published="2024"),
    write("c", "Ada Tiani", "ada-tiani-2", published="2021-02-01"),
]


def test_a_name_of_two_persons_has_a_page_that_lists_them() -> None:
    files = render_all(plan(*TWO))
    html = files["names/ada-tiani.html"]
    assert bearers(html) == ["ada-tiani-2", "ada-tiani"]
    assert re.findall(r'<span class="count">(\d.*?)</span>', html) == ["2 articles, 2021–2024", "1 article, 2023"]
    latest = html.partition('<ul class="latest"')[2].partition("</ul>")[0]
    assert re.findall(r'<a href="(.*?)"', latest) == ["../articles/b.html", "../articles/c.html"]
    assert "outlet not named, <time" in latest
    assert "No article gives an office or title." in html
    for person in ("ada-tiani", "ada-tiani-2"):
        page = files[f"people/{person}.html"]
        assert 'Others of this name: <a href="../names/ada-tiani.html" dir="auto">Ada Tiani</a>' in page
    assert '<a href="../names/ada-tiani.html" dir="auto">Ada <b>Tiani</b></a>' in files["people/index.html"]


def test_the_page_of_a_name_leads_on_from_the_latest_articles_to_all() -> None:
    articles = [write(f"a{n}", "Ada Tiani", "ada-tiani", published=f"2024-05-0{n}") for n in range(1, 6)]
    html = render_all(plan(*articles, write("b", "Ada Tiani", "ada-tiani-2")))["names/ada-tiani.html"]
    latest = html.partition('<ul class="latest"')[2].partition("</ul>")[0]
    assert re.findall(r"articles/(.*?)\.html", latest) == ["a5", "a4", "a3"]
    assert '<a href="../people/ada-tiani.html">All 5 articles</a>' in latest


def test_a_name_of_one_person_has_none() -> None:
    files = render_all(plan(write("a", "Ada Tiani", "ada-tiani"), write("b", "Bo Zeine", "bo-zeine")))
    assert [path for path in files if path.startswith("names/")] == []
    assert "Others of this name" not in files["people/ada-tiani.html"]


def test_a_family_name_that_is_written_alone_lists_all_who_have_it() -> None:
    alone = make_article("a", ["Ada Tiani spoke. Tiani left."], people={"Ada Tiani": "ada-tiani", "Tiani": "ada-tiani"})
    reading = alone.reading
    spelt = make_archive(alone, write("b", "Bo Tiani", "bo-tiani"))
    spellings = (*spelt.people[0].person.spellings, replace(spelt.people[0].person.spellings[0], text="Tiani"))
    entries = (replace(spelt.people[0], person=replace(spelt.people[0].person, spellings=spellings)), spelt.people[1])
    assert reading.person_mentions
    assert bearers(render_archive(replace(spelt, people=entries))["names/tiani.html"]) == ["ada-tiani", "bo-tiani"]
    assert "names/tiani.html" not in render_archive(spelt)


def test_ways_to_write_with_one_slug_are_one_name() -> None:
    files = render_all(plan(write("a", "Éda Tiani", "x-tiani"), write("b", "EDA TIANI", "y-tiani")))
    assert [path for path in files if path.startswith("names/")] == ["names/eda-tiani.html"]
    assert '<h1 dir="auto">Éda Tiani</h1>' in files["names/eda-tiani.html"]


@pytest.mark.parametrize("page", ["names", "index", "eda-tiani"])
def test_no_person_can_take_the_address_of_a_name(page: str) -> None:
    articles = [write(f"a{n}", "Éda Tiani", person) for n, person in enumerate([page, "y-tiani"])]
    paths = [path.casefold() for path in plan(*articles)]
    assert len(paths) == len(set(paths))
    assert "names/eda-tiani.html" in paths


def make_open(candidates: int) -> dict[str, str]:
    """Pages of an archive where a mere family name may mean several."""
    archive = make_archive(
        *(write(f"a{n}", f"{name} Tiani", f"{name.lower()}-tiani") for n, name in enumerate(["Ada", "Bo"])),
        write("open", "Tiani", "tiani"),
    )
    doubts = tuple(
        (f"{name}-tiani", Link(left="Tiani", right=name, rule="family-name", evidence=()))
        for name in ("ada", "bo")[:candidates]
    )
    people = tuple(
        replace(entry, person=replace(entry.person, has_page=False, undecided=doubts))
        if entry.person.id == "tiani"
        else entry
        for entry in archive.people
    )
    return render_archive(replace(archive, people=people))


def test_a_family_name_left_open_leads_to_the_page_of_the_name() -> None:
    files = make_open(2)
    assert '<a class="name" id="m-1" href="../names/tiani.html">Tiani</a>' in files["articles/open.html"]
    page = files["names/tiani.html"]
    assert bearers(page) == ["ada-tiani", "bo-tiani"]
    told = page.partition("Articles that leave open")[2]
    assert re.findall(r'<p class="entry-headline"><a href="(.*?)"', told) == ["../articles/open.html"]


def test_a_name_that_the_article_itself_gives_to_two_leads_there_too() -> None:
    article = make_article("both", ["Then Mr Tiani left."])
    start = article.reading.article.text.index("Mr Tiani")
    unclear = UnresolvedMention(start=start, end=start + 8, surface="Mr Tiani", reason="several-bear-it")
    article = replace(article, reading=replace(article.reading, unresolved=(unclear,)))
    people = [make_article(f"p{n}", ["Tiani spoke."], people={"Tiani": f"{name}-tiani"}) for n, name in enumerate("ab")]
    files = render_all(plan(article, *people))
    assert '<a class="name" href="../names/tiani.html">Mr Tiani</a>' in files["articles/both.html"]
    assert 'href="../articles/both.html"' in files["names/tiani.html"]


def test_a_name_that_only_one_article_leaves_open_has_a_page() -> None:
    article = make_article("both", ["Ada Tiani and Bo Tiani came.", "Then Mr Tiani left."])
    article = make_article("both", [article.reading.article.text], people={"Ada Tiani": "ada", "Bo Tiani": "bo"})
    start = article.reading.article.text.index("Mr Tiani")
    unclear = UnresolvedMention(start=start, end=start + 8, surface="Mr Tiani", reason="several-bear-it")
    files = render_all(plan(replace(article, reading=replace(article.reading, unresolved=(unclear,)))))
    assert '<a class="name" href="../names/tiani.html">Mr Tiani</a>' in files["articles/both.html"]
    assert bearers(files["names/tiani.html"]) == ["ada", "bo"]
    assert '<h1 dir="auto">Tiani</h1>' in files["names/tiani.html"]
    assert 'href="../articles/both.html"' in files["names/tiani.html"].partition("Articles that leave open")[2]


def test_names_that_the_same_persons_bear_have_one_page() -> None:
    alone = [make_article(f"p{n}", ["Tiani spoke."], people={"Tiani": person}) for n, person in enumerate("ab")]
    full = [write(f"f{n}", "Ada Tiani", person) for n, person in enumerate("ab")]
    files = render_all(plan(*alone, *full))
    assert [path for path in files if path.startswith("names/")] == ["names/ada-tiani.html"]
    assert files["people/a.html"].count("../names/") == 1
    more = render_all(plan(*alone, *full, make_article("p3", ["Tiani spoke."], people={"Tiani": "c"})))
    assert [path for path in more if path.startswith("names/")] == ["names/ada-tiani.html", "names/tiani.html"]
