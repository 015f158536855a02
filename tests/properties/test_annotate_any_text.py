from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from newsgen.annotate import annotate
from newsgen.annotate.material import gather_material
from newsgen.annotate.quotes.reasons import explain_quotes
from newsgen.annotate.reports.reasons import explain_reports
from newsgen.annotate.sentences import split_sentences
from newsgen.edtf import is_valid
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article

WORDS = st.sampled_from(
    [
        *("May", "15", "2024", ",", "the", "third", "quarter", "ago", "two", "days", "Tuesday", "last", "to", "\n\n"),
        *("“", "”", "“We stay here,”", "said", "he", "He", "left.", "Mr.", "U.S.", "Niger", "Amina Diallo"),
    ]
)
# No file gives half of a pair of surrogates: what is no UTF-8 is decoded otherwise.
TEXTS = st.one_of(
    st.text(), st.lists(WORDS).map(" ".join), st.lists(st.one_of(WORDS, st.characters(codec="utf-8"))).map("".join)
)


@given(
    TEXTS, st.sampled_from(["en", "fr", "es", "de"]), st.sampled_from([None, "2024-05-15", "XXXX-05-15", "0001-01-01"])
)
@example("May 99, 2024 to ٣ May ²⁰²⁴ and İ İ 15", "en", "2024-05-15")
def test_every_span_holds_its_words_and_no_two_overlap(body: str, language: str, published: str | None) -> None:
    """Fails, for example, if a quotation keeps its opening mark, or if `str.isdigit` tells numbers (of "²" too)."""
    article = Article(
        path="x", headline="News", text=f"News\n\n{body}", body_start=6, language=language, published=published
    )
    reading = annotate(article, load_lexicon())
    text = reading.article.text
    for kind in (reading.country_mentions, reading.person_mentions, reading.dates):
        assert all(text[mention.start : mention.end] == mention.surface for mention in kind)
    for spans in (reading.country_mentions, reading.person_mentions, reading.dates, reading.quotes):
        borders = [border for span in spans for border in (span.start, span.end)]
        assert borders == sorted(borders)
        assert all(span.start < span.end for span in spans)
    assert not any(text[quote.start] == "“" and "”" not in text[quote.start : quote.end] for quote in reading.quotes)
    assert all(date.value is None or is_valid(date.value) for date in reading.dates)
    assert all(report.date.startswith(reading.dates[report.date_mention].value or "?") for report in reading.reports)


@given(TEXTS)
@example("Amina Diallo left. “We stay here,” she said on May 15, 2024.")
def test_every_reason_shows_words_of_the_text(body: str) -> None:
    """Fails, for example, if the evidence for a pronoun gives its offset in the sentence."""
    article = Article(path="x", headline="News", text=f"News\n\n{body}", body_start=6, published="2024-05-20")
    lexicon = load_lexicon()
    reading, material = annotate(article, lexicon), gather_material(article, lexicon)
    for one in (*explain_quotes(reading, material), *explain_reports(reading, material)):
        assert one.surface == article.text[one.start : one.end]
        spans = [(found.start, found.end, found.says) for found in one.evidence if found.start is not None]
        assert all(0 <= start <= (end or 0) <= len(article.text) for start, end, _ in spans)
        quoted = [(article.text[start:end], says) for start, end, says in spans if says.startswith("“")]
        assert all(says[1 : says.index("”", 1)] in (words, words.strip()) for words, says in quoted if "”" not in words)


@given(TEXTS)
@example("“We stay here.” He left… Then\n\n no. 5 fell. ")
def test_sentences_leave_out_only_white_space(text: str) -> None:
    """Fails, for example, if a sentence ends in front of its closing quotation mark."""
    spans = split_sentences(text, load_lexicon())
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert not any("\n\n" in text[start:end] for start, end in spans)
