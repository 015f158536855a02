from hypothesis import given
from hypothesis import strategies as st

from newsgen.annotate.countries import find_countries
from newsgen.annotate.material import gather_material
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article

WORDS = st.sampled_from(
    ["Niger", "NIGERIA", "U.S.", "US", "the", "Chad", "Smith", "İ", "ß", "Georgia", "Victoria", "Washington", "Post"]
) | st.sampled_from(
    ["(", ")", "-", "'s", ",", ".", "al-", "in", "malien", "N.H.", "Côte d’Ivoire", "de la", "Tripoli, Lebanon,", "\n"]
)
TEXTS = st.lists(WORDS | st.text(max_size=6), max_size=30).map(" ".join) | st.lists(WORDS, max_size=30).map("".join)


@given(TEXTS, TEXTS, st.sampled_from(["en", "fr", "es", "xx"]))
def test_mentions_are_what_stands_there_in_order_and_disjoint(headline: str, body: str, language: str) -> None:
    """Fails, for example, if the scan keeps a phrase that overlaps the one before it."""
    headline = headline.replace("\n", " ")
    article = Article(
        path="x", headline=headline, text=f"{headline}\n\n{body}", body_start=len(headline) + 2, language=language
    )
    mentions = find_countries(article, gather_material(article, load_lexicon()))
    reached = 0
    for mention in mentions:
        assert reached <= mention.start < mention.end <= len(article.text)
        assert article.text[mention.start : mention.end] == mention.surface
        assert mention.code in load_lexicon().gazetteer.countries
        reached = mention.end
