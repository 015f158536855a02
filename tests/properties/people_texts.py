"""Texts that look like news to the rules for names, and the articles made of them."""

from hypothesis import strategies as st

from newsgen.annotate.countries import find_countries
from newsgen.annotate.material import gather_material
from newsgen.annotate.people import find_people
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article, Paragraph
from newsgen.records.reading import LocalPerson, PersonMention

WORDS = (
    *("John", "Maria", "Oumar", "Zhang", "Jean-Luc", "Smith", "Keita", "O'Brien", "N’Diaye", "Marlow", "Xarat"),
    *("General", "president", "Prime", "Minister", "Mr", "Mrs.", "Dr", "King", "spokesman", "Secretary", "of", "State"),
    *("van", "der", "de", "la", "al-Tikri", "bin", "J.", "W.", "Jr.", "III", "d’Artois", "the", "The", "and", "who"),
    *("Niger", "Niger's", "French", "Washington", "Paris", "U.S.", "Bank", "Inc", "May", "Monday", "Meanwhile", "said"),
    *("34", "told", "visits", "'s", "’s", '"', "“", "(", ")", ",", ".", ";", "--", "&", "\n", "\u00a0", "BAZOUMA"),
    *("General Oumar Keita", "Mrs. Maria Marlow", "Keita left.", "Niger's president John Smith", "Xarat said"),
)
PHRASES = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
ANY = st.text(max_size=60)
TEXTS = st.lists(st.one_of(PHRASES, PHRASES, ANY), max_size=5).map(" ".join)
HEADLINES = TEXTS.map(lambda text: " ".join(text.split()) or "in short")
"""One line that neither begins nor ends with a blank, as headlines do."""


def make_article(headline: str, *paragraphs: str) -> Article:
    """An article of plain paragraphs."""
    start = len(headline) + 2
    placed = []
    for text in paragraphs:
        placed.append(Paragraph(kind="paragraph", start=start, end=start + len(text), line=1))
        start += len(text) + 2
    return Article(
        path="articles/x.txt",
        headline=headline,
        text="\n\n".join((headline, *paragraphs)),
        body_start=len(headline) + 2,
        paragraphs=tuple(placed),
    )


def read_people(article: Article) -> tuple[tuple[LocalPerson, ...], tuple[PersonMention, ...]]:
    """The persons of the article and their mentions."""
    lexicon = load_lexicon()
    material = gather_material(article, lexicon)
    people, mentions, _ = find_people(article, find_countries(article, material), material)
    return people, mentions
