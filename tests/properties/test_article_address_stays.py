"""An article that is published later takes no article's address, whatever its headline and its file are called."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from factories import make_reading
from newsgen.records.article import Article
from newsgen.resolve.addresses import give_article_ids, rank_article

HEADLINES = ("Flood", "Flood", "Flood 2", "Flood 2-2", "Talks")
DATES = ("2023", "2024-03", "2024-03-04", "2024-03-04", None)


@st.composite
def make_article(draw: st.DrawFn, path: str) -> Article:
    headline, date = draw(st.sampled_from(HEADLINES)), draw(st.sampled_from(DATES))
    return make_reading(path, headline=headline, published=date).article


@st.composite
def make_archives(draw: st.DrawFn) -> list[Article]:
    """Articles in any order."""
    paths = draw(st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=7, unique=True))
    return [draw(make_article(f"articles/{path}.txt")) for path in paths]


@given(make_archives())
def test_an_article_that_is_published_later_takes_no_address(articles: Sequence[Article]) -> None:
    """Fails if the path of the file decides who has the headline's address, or if a number makes room for a headline
    that ends in it."""
    last = max(articles, key=rank_article)
    earlier = [article for article in articles if article is not last]
    assert give(earlier).items() <= give(articles).items()


def give(articles: Sequence[Article]) -> dict[str, str]:
    """Each article's path → its id."""
    return {article.path: own for article, own in zip(articles, give_article_ids(articles)[0], strict=True)}
