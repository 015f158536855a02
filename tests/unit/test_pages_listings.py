import re

from newsgen.pages.dates import MOST_OF_YEAR
from pages_archive import make_article, plan, render_all


def many(number: int):
    return [
        make_article(
            f"a{n:03}",
            ["Niger, said Ada Nkrumah."],
            countries={"Niger": "NE"},
            people={"Ada Nkrumah": "ada"},
            published=f"2024-{n % 3 + 1:02}-{n % 28 + 1:02}",
            source="Desk",
        )
        for n in range(number)
    ]


def entries(html: str) -> list[str]:
    return re.findall(r'<p class="entry-headline"><a href="([^"]*)"', html)


def test_a_list_that_is_not_long_is_shown_whole() -> None:
    pages = plan(*many(50))
    assert len(entries(render_all(pages)["people/ada.html"])) == 50
    assert "people/ada/2024-01.html" not in pages


def test_a_long_list_is_cut_and_its_months_hold_all_of_it() -> None:
    files = render_all(plan(*many(120)))
    for subject in ("people/ada", "countries/niger", "sources/desk"):
        months = sorted(path for path in files if path.startswith(f"{subject}/"))
        assert months == [f"{subject}/2024-{month}.html" for month in ("01", "02", "03")]
        listed = [link for path in months for link in entries(files[path])]
        assert len(listed) == len(set(listed)) == 120
        assert all(
            f'href="{path.removeprefix(subject.partition("/")[0] + "/")}"' in files[f"{subject}.html"]
            for path in months
        )
    assert len(entries(files["people/ada.html"])) == 50
    assert "The 50 latest of 120 articles" in files["people/ada.html"]


def test_listings_are_newest_first_and_undated_last() -> None:
    undated = make_article("z", ["Niger."], countries={"Niger": "NE"})
    year = make_article("y", ["Niger."], countries={"Niger": "NE"}, published="2024")
    files = render_all(plan(*many(3), undated, year))
    headings = re.findall(r"<h3>(.*?)</h3>", files["countries/niger.html"])
    assert headings == ["March 2024", "February 2024", "January 2024", "2024", "Undated"]
    assert entries(files["dates/2024.html"])[-1] == "../articles/y.html"
    headings = [re.sub("<.*?>", "", text) for text in re.findall(r"<h2>(.*?)</h2>", files["dates/2024.html"])]
    assert headings == ["March 2024", "February 2024", "January 2024", "Month not known"]
    assert entries(files["dates/undated.html"]) == ["../articles/z.html"]


def test_the_calendar_counts_and_leads_to_months() -> None:
    html = render_all(plan(*many(4)))["dates/index.html"]
    cells = re.findall(r'<a href="(\d{4}-\d\d\.html)"><abbr title="(\w+)">\w+</abbr> <span class="count">(\d+)', html)
    assert cells == [
        ("2024-01.html", "January", "2"),
        ("2024-02.html", "February", "1"),
        ("2024-03.html", "March", "1"),
    ]


def test_a_year_with_very_many_articles_lists_only_those_of_no_known_month() -> None:
    year = make_article("y", ["Text."], published="2024")
    assert entries(render_all(plan(*many(MOST_OF_YEAR), year))["dates/2024.html"]) == ["../articles/y.html"]


def test_articles_of_one_text_share_a_row_where_the_first_to_print_it_stands() -> None:
    wire = "Niger, said Ada Nkrumah to all the wires that there are, and each of them printed what it had heard."
    articles = [
        make_article(
            name,
            [text],
            countries={"Niger": "NE"},
            people={"Ada Nkrumah": "ada"},
            published=date,
            source=f"Desk {name}",
        )
        for name, text, date in [
            ("late", wire.upper().replace("NIGER", "Niger").replace("ADA NKRUMAH", "Ada Nkrumah"), "2024-05-04"),
            ("other", "Niger again, said Ada Nkrumah.", "2024-05-03"),
            ("early", wire, "2024-05-02"),
            ("june", wire, "2024-06-01"),
        ]
    ]
    files = render_all(plan(*articles))
    page = files["people/ada.html"]
    assert [link.rpartition("/")[2] for link in entries(page)] == ["june.html", "other.html", "early.html"]
    assert 'Desk early</a><span class="note">; also carried by <a href="../articles/late.html"' in page
    assert 'Articles <span class="count">4</span>' in page
    month = files["dates/2024-05.html"]
    assert len(entries(month)) == 2
    assert '>3<span class="hidden"> articles</span>' in month
    assert len(entries(files["sources/desk-late.html"])) == 1
    alone = render_all(plan(articles[2], make_article("again", [wire], published="2024-05-20", source="Desk early")))
    assert 'href="../articles/again.html" dir="auto">Desk early again (20 May 2024)</a>' in alone["dates/2024-05.html"]


def test_the_home_page_leads_from_the_latest_articles_to_all() -> None:
    articles = [make_article(f"a{n}", ["Text."], published=f"2024-05-{n:02}") for n in range(1, 10)]
    html = render_all(plan(*articles))["index.html"]
    assert html.count('<p class="entry-headline">') == 5
    assert '<p class="note"><a href="dates/index.html">All 9 articles by date</a></p>' in html
    assert "articles by date" not in render_all(plan(*articles[:5]))["index.html"]
