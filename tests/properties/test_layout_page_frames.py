"""Law: the menu above an article and the foot below it change neither its headline nor its body."""

from hypothesis import given
from hypothesis import strategies as st

from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article
from newsgen.records.clipping import Clipping
from newsgen.records.options import ReadingOptions

NOUNS = st.sampled_from(["river", "bridge", "boats", "market", "water", "mayor", "house", "road", "school", "dam"])
SENTENCES = st.lists(NOUNS, min_size=12, max_size=40).map(lambda words: " ".join(words).capitalize() + ".")
HEADLINES = st.lists(NOUNS, min_size=6, max_size=9).map(lambda words: " ".join(words).capitalize())
MENUS = st.lists(
    st.sampled_from(["Home", "News", "World", "Sport", "Opinion", "Our valley", "Log in", "Subscribe", "Live TV"]),
    min_size=3,
    max_size=9,
    unique=True,
)
FEET = st.lists(
    st.sampled_from(["Share", "Floods", "Nine dry years in the valley", "12 Comments", "Privacy Policy"]),
    min_size=1,
    max_size=6,
    unique=True,
)


def parse(text: str) -> Article:
    clipping = Clipping(path="articles/a.txt", text=text, encoding="utf-8", digest="")
    return parse_article(clipping, ReadingOptions(), load_lexicon())


@given(HEADLINES, st.lists(SENTENCES, min_size=1, max_size=4), MENUS, FEET)
def test_a_frame_changes_nothing(headline: str, paragraphs: list[str], menu: list[str], foot: list[str]) -> None:
    """Fails if `name_page_head` gives the parts back as they are."""
    top, bottom = "\n".join(["Skip to main content", *menu]), "\n".join(["Related topics", *foot])
    body = "\n\n".join(paragraphs)
    framed = parse(f"{top}\n\n{headline}\n\n{body}\n\n{bottom}\n")
    assert framed.headline == headline
    assert framed.body == body
