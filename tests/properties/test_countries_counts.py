from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from newsgen.annotate.countries import count_countries, find_countries
from newsgen.annotate.material import gather_material
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article, Dateline

NAMES = st.sampled_from(["Niger", "Mali", "Peru", "French", "Washington", "Karachi", "the Kremlin", "nobody"])
CODES = st.none() | st.sampled_from(["NE", "FR", "JP"])


@given(st.lists(NAMES), st.lists(NAMES), CODES)
def test_every_mention_and_the_dateline_count_once_and_something_is_primary(
    head: list[str], names: list[str], home: str | None
) -> None:
    """Fails, for example, if a country needs a fixed weight to be primary even where no other one has more."""
    headline, lexicon = ", ".join(["News", *head]), load_lexicon()
    article = Article(
        path="x",
        headline=headline,
        text=f"{headline}\n\n{', '.join(names)}",
        body_start=len(headline) + 2,
        dateline=Dateline(country=home),
    )
    mentions = find_countries(article, gather_material(article, lexicon))
    counts = count_countries(article, mentions, lexicon)
    named = Counter(mention.code for mention in mentions) + Counter([home] if home else [])
    assert {each.code: each.mentions for each in counts} == named
    assert [(-each.mentions, each.code) for each in counts] == sorted((-each.mentions, each.code) for each in counts)
    assert any(each.primary for each in counts) is bool(counts)
