"""The index of people: letters in order, scripts behind them, and a page a letter where there are very many."""

import re

import pytest

from newsgen.pages import people_index
from newsgen.pages.collation import collate, find_initial
from pages_archive import make_article, plan, render_all


def write(*names: str):
    people = {name: f"p{number}-{name.split()[-1].lower()}" for number, name in enumerate(names)}
    return make_article("a", [f"{name} spoke." for name in names], people=people)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Ébrard", "E"),
        ("Østergaard", "O"),
        ("Ñúñez", "N"),
        ("Łukasz", "L"),
        ("Ɗan Tata", "D"),
        ("Æbelø", "A"),
        ("Þór", "T"),
        ("’Abd al-Ilah", "A"),
        ("ʿAli", "A"),
        ("Özil", "O"),
        ("İnan", "I"),
    ],
)
def test_latin_letters_stand_under_their_plain_ones(name: str, letter: str) -> None:
    assert find_initial(name) == ("latin", letter)


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("Чиани", "cyrillic"),
        ("Ώνασης", "greek"),
        ("تياني", "arabic"),
        ("张伟", "han"),
        ("50 Cent", "other"),
        ("", "other"),
    ],
)
def test_others_stand_under_their_script(name: str, script: str) -> None:
    assert find_initial(name) == (script, "")


def test_accents_sort_among_the_plain_letters() -> None:
    assert sorted(["Ozil", "Østby", "Otto", "Oslo"], key=collate) == ["Oslo", "Østby", "Otto", "Ozil"]


def test_an_index_of_few_is_one_page() -> None:
    pages = plan(write("Ada Zeine", "Bo Adams", "Юрий Чиани"))
    html = render_all(pages)["people/index.html"]
    assert not [path for path in pages if path.startswith("people/letters/")]
    assert re.findall(r'<a href="(#letter.*?)">(.*?)</a>', html) == [
        ("#letter-a", "A"),
        ("#letter-z", "Z"),
        ("#letter-cyrillic", "Cyrillic"),
    ]


def test_an_index_of_very_many_has_a_page_a_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_index, "MOST_ON_PAGE", 3)
    files = render_all(plan(write("Ada Mara", "Bo Meyer", "Cy M'Bala", "Di Meir", "Ed Adams")))
    assert re.findall(r'<a href="(letters/.*?)">(.*?)</a>', files["people/index.html"]) == [
        ("letters/a.html", "A"),
        ("letters/ma.html", "Ma"),
        ("letters/mb.html", "Mb"),
        ("letters/me.html", "Me"),
    ]
    page = files["people/letters/me.html"]
    assert re.search(r'"@type": ?"ItemList".*"numberOfItems": ?2,', page)
    assert '<a href="me.html" aria-current="page">Me</a>' in page
    assert re.findall(r"<li><a href=\"(\.\./p.*?)\" dir=\"auto\">", page) == ["../p3-meir.html", "../p1-meyer.html"]
    assert "p4-adams.html" in files["people/index.html"]
    listed = re.findall(r'"url":"(.*?)"', page.partition("</head>")[0])
    assert listed == ["../p3-meir.html", "../p1-meyer.html"]
    assert "ItemList" not in files["people/index.html"]
