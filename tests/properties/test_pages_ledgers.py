import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from newsgen.pages import ledgers
from pages_archive import make_article, plan, render_all

DATES = st.sampled_from([None, "2023", "2024", "2024-05", "2024-05-02", "2024-05-03", "2024-05-04~", "2024-06-01"])
HEADLINES = st.text("AbcĐéżЖ尼1- ", min_size=1, max_size=3)

# matches: entry-headline"><a href="../../articles/a1
# not: href="../../articles/a1
_ENTRY = re.compile(r'entry-headline"><a href="[./]*articles/(\w+)')


@given(st.lists(st.tuples(DATES, HEADLINES), max_size=20), st.integers(0, 4))
def test_every_article_stands_once_in_the_lists_of_a_country(given: list[tuple[str | None, str]], most: int) -> None:
    """However short the lists are cut, the pages below a country hold each of its articles once, and each page is led
    to; fails if what has no known day is left out where days have pages."""
    articles = [
        make_article(f"a{n}", ["Niger."], countries={"Niger": "NE"}, headline=headline.strip() or "-", published=date)
        for n, (date, headline) in enumerate(given)
    ]
    with patch.object(ledgers, "MOST", most):
        files = {path: text for path, text in render_all(plan(*articles)).items() if path.startswith("countries/niger")}
    below = {path: text for path, text in files.items() if path.startswith("countries/niger/")}
    shown = [
        name for text in below.values() for name in re.findall(r'entry-headline"><a href="[./]*articles/(\w+)', text)
    ]
    assert sorted(shown) == sorted(f"a{n}" for n in range(len(given)))
    for path in below:
        above, _, name = path.rpartition("/")
        assert f'href="{above.rpartition("/")[2]}/{name}"' in files[f"{above}.html"]
