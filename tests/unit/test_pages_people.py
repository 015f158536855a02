import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from newsgen import resolve
from newsgen.lexicon import load_lexicon
from newsgen.pages import plan_pages, wordings
from newsgen.pages.quotations import MOST_QUOTATIONS
from newsgen.pages.wordings import MOST_WORDINGS
from newsgen.records.archive import Archive
from newsgen.records.entities import Link
from newsgen.records.reasons import because
from pages_archive import SITE, WORDS, make_archive, make_article, plan, render_all

ADA = {"Ada Tiani": "ada-tiani"}


def write(identity: str, name: str, person: str, **fields):
    return make_article(identity, [f"{name} spoke."], people={name: person}, **fields)


def test_the_index_is_by_family_name_whatever_its_accents() -> None:
    names = ["Ada Zeine", "Ölaf Ärzte", "Bo Adams", "Éva Ébrard", "Cy Ebert"]
    articles = [write(f"a{n}", name, name.lower().replace(" ", "-")) for n, name in enumerate(names)]
    html = render_all(plan(*articles))["people/index.html"]
    assert re.findall(r'<h2 id="(.*?)">(.*?)</h2>', html) == [("letter-a", "A"), ("letter-e", "E"), ("letter-z", "Z")]
    assert re.findall(r"<b>(.*?)</b>", html) == ["Adams", "Ärzte", "Ebert", "Ébrard", "Zeine"]


def read_spellings(html: str) -> list[tuple[str, ...]]:
    """The rows of the tables: name, outlets, articles, first and last seen; these as one where they are one day."""
    tables = "".join(re.findall(r'<table class="spellings">.*?</table>', html, re.DOTALL))
    rows = re.findall(r"(<th scope=\"row\".*?)</tr>", tables, re.DOTALL)
    cells = [re.findall(r"<t[hd].*?>(.*?)</t[hd]>", row) for row in rows]
    return [tuple(re.sub("<.*?>", "", cell) for cell in row) for row in cells]


def test_spellings_stand_with_their_outlets_and_when_they_were_seen() -> None:
    files = render_all(
        plan(
            write("a", "Ada Tiani", "ada-tiani", source="Desk One", published="2024-02-01"),
            write("b", "Ada Tchiani", "ada-tiani", source="Desk Two", published="2024-05"),
            write("c", "Ada Tchiani", "ada-tiani"),
            write("d", "Ada Tchiani", "ada-tiani", source="Desk Two", published="2023-03-02"),
            notes={"ada-tiani": "The editor knows."},
        )
    )
    html = files["people/ada-tiani.html"]
    assert read_spellings(html) == [
        ("Ada Tchiani", "Desk Two, Outlet not named", "3", "2 March 2023", "May 2024"),
        ("Ada Tiani", "Desk One", "1", "1 February 2024"),
    ]
    assert '<th scope="col">First seen</th><th scope="col">Last seen</th>' in html
    assert '<a href="../articles/d.html#m-1"><time class="when day" datetime="2023-03-02">' in html
    assert '<a class="name" id="m-1" href="../people/ada-tiani.html">Ada Tchiani</a>' in files["articles/d.html"]
    assert "The editor knows." in html
    assert "also “Ada Tchiani”" in files["articles/b.html"]


def test_spellings_that_were_all_seen_on_one_day_have_one_column_for_it() -> None:
    html = render_all(plan(write("a", "Ada Tiani", "ada-tiani", source="Desk One", published="2024-02-01")))
    html = html["people/ada-tiani.html"]
    assert read_spellings(html) == [("Ada Tiani", "Desk One", "1", "1 February 2024")]
    assert '<th scope="col">Seen</th></tr>' in html


def test_of_many_outlets_and_spellings_those_of_most_articles_are_shown() -> None:
    articles = [
        write(f"a{n}-{copy}", f"Ada Tiani{'o' * n}", "ada-tiani", source=f"Desk {copy}")
        for n in range(MOST_WORDINGS + 2)
        for copy in range(6 if n == 0 else 1)
    ]
    html = render_all(plan(*articles))["people/ada-tiani.html"]
    rows = read_spellings(html)
    assert len(rows) == MOST_WORDINGS + 2
    assert len(read_spellings(html.partition("<details")[0])) == MOST_WORDINGS
    assert rows[0][:3] == ("Ada Tiani", "Desk 0, Desk 1, Desk 2, Desk 3 and 2 more", "6")
    assert "<summary>2 less common spellings</summary>" in html
    assert "most used of them" not in html


def test_of_very_many_spellings_the_rarest_are_only_counted(monkeypatch) -> None:
    monkeypatch.setattr(wordings, "MOST_SPELLINGS", MOST_WORDINGS + 1)
    articles = [write(f"a{n}", f"Ada Tiani{'o' * n}", "ada-tiani") for n in range(MOST_WORDINGS + 3)]
    html = render_all(plan(*articles))["people/ada-tiani.html"]
    assert len(read_spellings(html)) == MOST_WORDINGS + 1
    assert "<summary>3 less common spellings</summary>" in html
    assert "The 1 most used of them." in html


def test_a_name_in_capitals_is_no_spelling_of_its_own() -> None:
    names = ("Ada Tiani", "ADA TIANI", "Ada TIANI", "ADA TCHIANI")
    files = render_all(plan(*(write(f"a{n}", name, "ada-tiani") for n, name in enumerate(names))))
    rows = [(row[0], row[2]) for row in read_spellings(files["people/ada-tiani.html"])]
    assert rows == [("Ada Tiani", "3"), ("ADA TCHIANI", "1")]
    assert "also “" not in files["articles/a1.html"]


def test_a_part_of_the_name_is_no_other_spelling() -> None:
    people = {"Ada Tiani": "ada-tiani", "Mr Tiani": "ada-tiani", "A. Tchiani": "ada-tiani"}
    html = render_all(plan(make_article("a", ["Ada Tiani, A. Tchiani, Tiani."], people=people)))["articles/a.html"]
    assert "also “A. Tchiani”<" in html


def change_people(archive: Archive, **changes: dict[str, Any]) -> Archive:
    """The archive with other fields of some persons; `_` in their names stands for `-`."""
    entries = [
        replace(entry, person=replace(entry.person, **changes.get(entry.person.id.replace("-", "_"), {})))
        for entry in archive.people
    ]
    return replace(archive, people=tuple(entries))


def render_archive(archive: Archive) -> dict[str, str]:
    return render_all({page.path: page for page in plan_pages(archive, SITE, load_lexicon(), WORDS).pages})


def test_why_and_perhaps_are_told() -> None:
    archive = make_archive(
        write("a", "Ada Tiani", "ada-tiani", source="Desk One", published="2024-05-03"),
        write("b", "Ida Tiani", "ida-tiani"),
        write("c", "A. Tiani", "ada-tiani"),
    )
    doubt = Link(
        left="Ada Tiani",
        right="Ida Tiani",
        rule="second-family-name",
        evidence=(
            because("reason.tied", named=("NE", "FR")),
            because("against.other-givens"),
            because("against.other-countries"),
        ),
    )
    found = (because("reason.judged"), because("reason.rules-leave-open"), because("reason.same-family"))
    judged = Link(left="Ada Tiani", right="A. Tiani", rule="people.yaml", evidence=found)
    archive = change_people(archive, ada_tiani={"links": (judged,), "undecided": (("ida-tiani", doubt),)})
    html = render_archive(archive)["people/ada-tiani.html"]
    why, _, perhaps = html.partition("May also be")
    assert 'Desk One, <a href="../articles/a.html#m-1">' in why
    assert "undated</span></a>)</span>: decided by the editor" in why
    assert re.findall("<li>([^<]+)</li>", why) == ["the rules alone leave it open", "same family name"]
    label = "not decided, for one has a further family name behind the same names"
    assert f'<a href="ida-tiani.html" dir="auto">Ida Tiani</a> <span class="note">{label}</span>' in perhaps
    assert re.findall(r"<li(?: class=\"against\")?>([^<]*)(?:<span.*?</span>)?(.*?)</li>", perhaps)[:3] == [
        ("both tied to Niger and France", ""),
        ("", " different given names"),
        ("", " tied to different countries"),
    ]


def test_each_rule_that_may_leave_it_open_has_words_for_it() -> None:
    modules = Path(resolve.__file__).parent.glob("*.py")
    rule = re.compile(r'(?<=rule=")[a-z-]+(?=")|(?<=, ")[a-z-]+(?=", "reason\.)')
    rules = {found for path in modules for found in rule.findall(path.read_text("utf-8"))}
    rules |= {"name-order", "part-of-family-name", "second-family-name"}
    for rule in rules - {"other-name"}:
        assert WORDS.say(f"person.open-{rule}").startswith("not decided, for ")


def test_titles_stand_with_their_outlets_and_dates() -> None:
    archive = make_archive(
        write("a", "General Ada Tiani", "ada-tiani", source="Desk One", published="2023-08-01"),
        write("b", "general Ada Tiani", "ada-tiani", source="Desk One", published="2024-02-03"),
    )
    articles = tuple(
        replace(article, reading=replace(article.reading, people=(replace(article.reading.people[0], titles=titles),)))
        for article, titles in zip(archive.articles, [("General",), ("general",)], strict=True)
    )
    archive = change_people(replace(archive, articles=articles), ada_tiani={"titles": ("General",)})
    archive = replace(archive, people=tuple(replace(one, title_languages=(("en",),)) for one in archive.people))
    side = render_archive(archive)["people/ada-tiani.html"].partition("Described as")[2].partition("</section>")[0]
    assert " ".join(re.sub("<.*?>", " ", side).split()) == "General Desk One ; 1 August 2023 to 3 February 2024"
    assert 'href="../articles/b.html#m-1"' in side


def test_the_timeline_of_a_person_is_read_from_the_oldest_event_on() -> None:
    dates = ["2024-05-15", "2023", "XXXX-05-15"]
    told = [(f"It happened, number {n}.", date) for n, date in enumerate(dates)]
    archive = make_archive(
        make_article("a", ["Ada Tiani.", *(text for text, _ in told)], people=ADA, reports=told, published="2024-06")
    )
    entry = replace(archive.people[0], events=tuple(range(3)))
    html = render_archive(replace(archive, people=(entry,)))["people/ada-tiani.html"]
    assert re.findall(r"It happened, number (\d)", html) == ["1", "0", "2"]


SAYING = "We shall leave this place tomorrow"


def test_what_a_person_says_stands_with_all_who_print_it() -> None:
    people = {"Ada Tiani": "ada-tiani", "Bo Ekwensi": "bo-ekwensi"}
    files = render_all(
        plan(
            *(
                make_article(
                    name,
                    [f"Ada Tiani said: “{words}.” Bo Ekwensi said: “Ada Tiani has been asked to.”"],
                    people=people,
                    quotes={words: "ada-tiani", "Ada Tiani has been asked to": "bo-ekwensi"},
                    source=f"Desk {name}",
                    published=date,
                )
                for name, words, date in [("x", SAYING, "2024-05-04"), ("y", SAYING.upper(), "2024-05-03")]
            ),
            make_article(
                "z", ["Ada Tiani: “Not again, please”"], people=ADA, quotes={"Not again, please": "ada-tiani"}
            ),
        )
    )
    own, _, others = files["people/ada-tiani.html"].partition("What others say of them")
    own = own.partition("In their words")[2]
    assert re.findall("<p>(.*?)</p>", own) == [SAYING.upper()]
    assert list(re.findall('href="(.*?)"', own)) == ["../articles/y.html#q-1", "../articles/x.html#q-1"]
    assert "Not again, please" not in files["people/ada-tiani.html"]
    assert re.findall("<blockquote.*?><p>(.*?)</p>", others) == ["Ada Tiani has been asked to"]
    assert '<a href="bo-ekwensi.html" dir="auto">Bo Ekwensi</a>' in others
    assert f'<span class="quote" id="q-1">{SAYING}</span>' in files["articles/x.html"]


def test_of_many_quotations_the_latest_are_shown() -> None:
    sayings = {f"This is saying number {n}": f"2024-01-{n:02}" for n in range(1, MOST_QUOTATIONS + 3)}
    articles = [
        make_article(f"a{n}", [f"Ada Tiani: “{words}”"], people=ADA, quotes={words: "ada-tiani"}, published=date)
        for n, (words, date) in enumerate(sayings.items())
    ]
    html = render_all(plan(*articles))["people/ada-tiani.html"]
    assert re.findall("<blockquote.*?><p>(.*?)</p>", html) == list(sayings)[:1:-1]
    assert f"The {MOST_QUOTATIONS} latest of {MOST_QUOTATIONS + 2}." in html


@pytest.mark.parametrize("rights", ["excerpt", "metadata"])
def test_a_quotation_that_may_not_be_shown_is_on_no_page(rights: str) -> None:
    article = make_article(
        "a", ["Ada Tiani spoke.", f"“{SAYING}”"], people=ADA, quotes={SAYING: "ada-tiani"}, rights=rights
    )
    assert not any(SAYING in text for text in render_all(plan(article)).values())
    free = make_article("a", [f"“{SAYING}”, said Ada Tiani."], people=ADA, quotes={SAYING: "ada-tiani"}, rights=rights)
    shown = {path for path, text in render_all(plan(free)).items() if SAYING in text and path.startswith("people/")}
    assert shown == ({"people/ada-tiani.html"} if rights == "excerpt" else set())


def test_an_article_about_others_changes_no_page_of_a_person() -> None:
    told = {"people": ADA, "quotes": {SAYING: "ada-tiani"}, "published": "2024-05-03", "source": "Desk One"}
    article = make_article("a", [f"Ada Tiani: “{SAYING}”"], **told)
    before, after = plan(article), plan(article, write("b", "Bo Zeine", "bo-zeine", source="Desk One"))
    assert before["people/ada-tiani.html"].shows == after["people/ada-tiani.html"].shows
    assert before["articles/a.html"].shows == after["articles/a.html"].shows
