import re

import msgspec

from newsgen.lexicon import load_lexicon
from newsgen.pages import plan_pages
from newsgen.records.archive import Link
from pages_archive import SITE, make_archive, make_article, plan, render_all


def write(identity: str, name: str, person: str, **fields):
    return make_article(identity, [f"{name} spoke."], people={name: person}, **fields)


def test_the_index_is_by_family_name_whatever_its_accents() -> None:
    names = ["Ada Zeine", "Ölaf Ärzte", "Bo Adams", "Éva Ébrard", "Cy Ebert"]
    articles = [write(f"a{n}", name, name.lower().replace(" ", "-")) for n, name in enumerate(names)]
    html = render_all(plan(*articles))["people/index.html"]
    assert re.findall(r'<h2 id="(.*?)">(.*?)</h2>', html) == [("letter-a", "A"), ("letter-e", "E"), ("letter-z", "Z")]
    assert re.findall(r"<b>(.*?)</b>", html) == ["Adams", "Ärzte", "Ebert", "Ébrard", "Zeine"]


def test_spellings_stand_with_their_outlets() -> None:
    files = render_all(
        plan(
            write("a", "Ada Tiani", "ada-tiani", source="Desk One"),
            write("b", "Ada Tchiani", "ada-tiani", source="Desk Two"),
            write("c", "Ada Tchiani", "ada-tiani"),
            notes={"ada-tiani": "The editor knows."},
        )
    )
    html = files["people/ada-tiani.html"]
    rows = re.findall(r'<th scope="row" dir="auto">(.*?)</th><td>(.*?)</td><td>(\d+)</td>', html)
    assert [(name, re.sub("<.*?>", "", outlets), count) for name, outlets, count in rows] == [
        ("Ada Tchiani", "Desk Two, Outlet not named", "2"),
        ("Ada Tiani", "Desk One", "1"),
    ]
    assert "The editor knows." in html
    assert "also “Ada Tchiani”" in files["articles/b.html"]


def test_a_name_in_capitals_is_no_spelling_of_its_own() -> None:
    names = ("Ada Tiani", "ADA TIANI", "Ada TIANI", "ADA TCHIANI")
    files = render_all(plan(*(write(f"a{n}", name, "ada-tiani") for n, name in enumerate(names))))
    rows = re.findall(
        r'<th scope="row" dir="auto">(.*?)</th><td>.*?</td><td>(\d+)</td>', files["people/ada-tiani.html"]
    )
    assert rows == [("Ada Tiani", "3"), ("ADA TCHIANI", "1")]
    assert "also “" not in files["articles/a1.html"]


def test_a_part_of_the_name_is_no_other_spelling() -> None:
    people = {"Ada Tiani": "ada-tiani", "Mr Tiani": "ada-tiani", "A. Tchiani": "ada-tiani"}
    html = render_all(plan(make_article("a", ["Ada Tiani, A. Tchiani, Tiani."], people=people)))["articles/a.html"]
    assert "also “A. Tchiani”<" in html


def test_why_and_perhaps_are_told() -> None:
    archive = make_archive(write("a", "Ada Tiani", "ada-tiani"), write("b", "Ida Tiani", "ida-tiani"))
    link = Link(left="Ada Tiani", right="Ida Tiani", rule="same-family", evidence=("both are generals",))
    judged = Link(left="Ada Tiani", right="A. Tiani", rule="people.yaml", evidence=())
    first, second = archive.people
    person = msgspec.structs.replace(first.person, links=(judged,), undecided=(("ida-tiani", link),))
    archive = msgspec.structs.replace(archive, people=(msgspec.structs.replace(first, person=person), second))
    html = render_all({page.path: page for page in plan_pages(archive, SITE, load_lexicon())})["people/ada-tiani.html"]
    assert "decided by the editor" in html
    assert (
        '<a href="ida-tiani.html" dir="auto">Ida Tiani</a> <span class="note">same family: both are generals</span>'
        in html
    )
