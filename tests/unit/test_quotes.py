from newsgen.annotate.material import gather_material
from newsgen.annotate.quotes import find_quotes
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article
from newsgen.records.reading import Quote, Reading


def quotes_of(body: str) -> tuple[tuple[Quote, ...], str]:
    article = Article(path="articles/x.txt", headline="“A b c d”", text=f"“A b c d”\n\n{body}", body_start=11)
    return find_quotes(Reading(article=article), gather_material(article, load_lexicon())), article.text


def test_quotations_are_without_their_marks_and_the_space_inside() -> None:
    found, text = quotes_of("Il a dit : « Nous restons ici. »")
    assert [text[quote.start : quote.end] for quote in found] == ["Nous restons ici."]


def test_headlines_are_not_read() -> None:
    assert quotes_of("Nothing.")[0] == ()


def test_a_quotation_does_not_cross_paragraphs() -> None:
    assert quotes_of("He said “we stay here\n\nand there”.")[0] == ()


def test_an_apostrophe_opens_nothing() -> None:
    assert quotes_of("It’s the people’s will, isn’t it, the men’s?")[0] == ()


def test_straight_marks_pair_in_order() -> None:
    found, text = quotes_of('"One two three" and "four five six"')
    assert [text[quote.start : quote.end] for quote in found] == ["One two three", "four five six"]
