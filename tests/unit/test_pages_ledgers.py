"""Very long lists: a month by its days, what has no day by letters."""

import re

import pytest

from newsgen.pages import ledgers
from pages_archive import HOSTED, make_article, plan, render_all

HEADLINES = ("Zinder waits", "École shut", "Elder speaks", "Talks stall", "尼日尔", "Tea is dear")


def write(*dates: str | None):
    """An article for each date, its headlines in turn."""
    return [
        make_article(f"a{n}", ["Niger."], countries={"Niger": "NE"}, headline=HEADLINES[n % 6], published=date)
        for n, date in enumerate(dates)
    ]


def entries(html: str) -> list[str]:
    return re.findall(r'<p class="entry-headline"><a href="(?:\.\./)+articles/([^"]*)\.html"', html)


def parts(html: str) -> list[tuple[str, str, str]]:
    block = html.partition('<div class="index">')[2].partition("</div>")[0]
    return re.findall(r'<a href="([^"]*)" dir="auto">(.*?)</a> <span class="count">(\d+)', block)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledgers, "MOST", 3)


def test_a_long_month_is_cut_by_its_days_and_keeps_what_has_none() -> None:
    files = render_all(plan(*write("2024-05-02", "2024-05-02", "2024-05-17", "2024-05")))
    for folder in ("dates", "countries/niger"):
        month = files[f"{folder}/2024-05.html"]
        assert parts(month) == [("2024-05/17.html", "17 May 2024", "1"), ("2024-05/02.html", "2 May 2024", "2")]
        assert entries(month) == ["a3"]
        assert "<h2>Day not known</h2>" in month
        assert entries(files[f"{folder}/2024-05/02.html"]) == ["a0", "a1"]
        assert 'Older: <a href="02.html"' in files[f"{folder}/2024-05/17.html"]


def test_what_has_no_date_is_cut_by_the_letters_of_the_headlines() -> None:
    files = render_all(plan(*write(*[None] * 6)))
    assert parts(files["dates/undated.html"]) == [
        ("undated/e.html", "Undated: E", "2"),
        ("undated/t.html", "Undated: T", "2"),
        ("undated/z.html", "Undated: Z", "1"),
        ("undated/han.html", "Undated: Chinese characters", "1"),
    ]
    assert entries(files["dates/undated.html"]) == []
    assert entries(files["countries/niger/undated/e.html"]) == ["a1", "a2"]


def test_a_letter_of_very_many_is_cut_by_the_second_ones_and_no_further() -> None:
    files = render_all(plan(*write(*[None] * 24)))
    assert [title for _, title, _ in parts(files["dates/undated.html"])] == [
        f"Undated: {letters}" for letters in ("Ec", "El", "Ta", "Te", "Zi", "尼")
    ]
    assert len(entries(files["dates/undated/zi.html"])) == 4
    assert len(entries(files["dates/undated/han-5c3c.html"])) == 4


def test_a_day_of_very_many_is_cut_by_letters() -> None:
    files = render_all(plan(*write(*["2024-05-02"] * 6)))
    assert [href for href, _, _ in parts(files["dates/2024-05.html"])] == [
        f"2024-05/{name}.html" for name in ("e", "t", "z", "han")
    ]
    files = render_all(plan(*write("2024-05-03", *["2024-05-02"] * 5)))
    assert [href for href, _, _ in parts(files["dates/2024-05/02.html"])] == [
        f"02/{name}.html" for name in ("e", "t", "han")
    ]


def test_a_year_of_very_many_without_month_is_cut_by_letters() -> None:
    files = render_all(plan(*write(*["2024"] * 6, "2024-05-02")))
    assert [href for href, _, _ in parts(files["dates/2024.html"])] == [
        f"2024/{name}.html" for name in ("e", "t", "z", "han")
    ]
    assert entries(files["dates/2024.html"]) == ["a6"]
    assert entries(files["countries/niger/2024/z.html"]) == ["a0"]


def test_a_new_article_changes_only_its_own_part_and_the_counts_above() -> None:
    one, two = (render_all(plan(*write(*dates))) for dates in ([None] * 6, [None] * 7))
    changed = {path for path in one if path.startswith("dates/undated/") and one[path] != two[path]}
    assert changed == {"dates/undated/z.html"}


def test_the_sitemap_tells_when_a_part_changed() -> None:
    files = render_all(plan(*write("2024-05-02", "2024-05-02", "2024-05-17", "2024-05"), site=HOSTED))
    lastmods = dict(
        re.findall(r"<loc>(.*?)</loc><lastmod>(.*?)</lastmod>", re.sub(r">\s+<", "><", files["sitemap.xml"]))
    )
    assert lastmods["https://example.org/archive/dates/2024-05/02.html"] == "2024-05-02"
