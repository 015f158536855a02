from pathlib import Path

import pytest

from newsgen.annotate import annotate
from newsgen.annotate.material import gather_material
from newsgen.annotate.quotes.reasons import RULES, explain_quotes
from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article
from newsgen.records.clipping import Clipping
from newsgen.records.explanation import Explanation
from newsgen.records.options import ReadingOptions

ROOT = Path(__file__).parents[2]


def explain(body: str) -> tuple[list[Explanation], str]:
    article = Article(path="articles/x.txt", headline="News", text=f"News\n\n{body}", body_start=6)
    lexicon = load_lexicon()
    return [*explain_quotes(annotate(article, lexicon), gather_material(article, lexicon))], article.text


@pytest.mark.parametrize(
    ("body", "rule", "meaning", "words"),
    [
        ("“We will not leave,” Amina Diallo said.", "named", "Amina Diallo", ["“", "said", "Amina Diallo"]),
        ("Amina Diallo: “We will not leave.”", "colon", "Amina Diallo", ["“", ":", "Amina Diallo"]),
        ("It was lost “in the first week”, according to Amina Diallo.", "according", "Amina Diallo", ["according"]),
        (
            "Amina Diallo said she was ill. “We will not leave,” she said.",
            "pronoun",
            "Amina Diallo",
            ["said", "she", "Amina Diallo"],
        ),
        (
            "Mayor Amina Diallo said she was ill. “We will not leave,” the mayor said.",
            "office",
            "Amina Diallo",
            ["said", "Mayor Amina Diallo"],
        ),
        ("“Will they leave?” a guard asked.", "unattributed", "nobody's", ["asked"]),
        ("The town is full of signs: “we will not ever leave”.", "unattributed", "nobody's", []),
    ],
)
def test_each_rule_shows_its_words(body: str, rule: str, meaning: str, words: list[str]) -> None:
    (found,), text = explain(body)
    assert (found.rule, found.meaning, found.rule_says) == (rule, meaning, RULES[rule])
    shown = [text[e.start : e.end] for e in found.evidence if e.start is not None]
    assert set(words) <= set(shown)


def test_what_goes_on_says_so() -> None:
    found, _ = explain("“We will not leave,” Amina Diallo told a paper. “Nor will our children.”")
    assert [one.rule for one in found] == ["named", "continued"]
    assert "the quotation in front" in found[1].evidence[1].says


def test_a_pronoun_tells_whom_it_was_resolved_against() -> None:
    (found,), _ = explain("Mrs Diallo said she was ill. “We will not leave,” she said.")
    assert found.against is not None
    assert "Mrs Diallo" in found.against


def test_every_quotation_of_the_sample_archive_is_explained() -> None:
    lexicon = load_lexicon()
    for path in sorted((ROOT / "articles").rglob("*.*")):
        text = path.read_text("utf-8", errors="replace")
        article = parse_article(
            Clipping(path=path.name, text=text, encoding="utf-8", digest=""), ReadingOptions(), lexicon
        )
        reading = annotate(article, lexicon)
        found = [*explain_quotes(reading, gather_material(article, lexicon))]
        assert [(one.start, one.end, one.rule) for one in found] == [(q.start, q.end, q.rule) for q in reading.quotes]
        assert all(one.evidence for one in found)
