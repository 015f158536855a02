from pathlib import Path

import pytest

from newsgen.annotate import annotate
from newsgen.annotate.material import gather_material
from newsgen.annotate.reports.reasons import RULES, explain_reports
from newsgen.annotate.reports.refusals import REFUSALS
from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article
from newsgen.records.clipping import Clipping
from newsgen.records.explanation import Explanation
from newsgen.records.options import ReadingOptions

ROOT = Path(__file__).parents[2]


def explain(body: str) -> tuple[list[Explanation], str]:
    article = Article(
        path="articles/x.txt", headline="News", text=f"News\n\n{body}", body_start=6, published="2024-05-15"
    )
    lexicon = load_lexicon()
    return [*explain_reports(annotate(article, lexicon), gather_material(article, lexicon))], article.text


@pytest.mark.parametrize(
    ("body", "rule", "words"),
    [
        ("Photo: the river in March 2024.", "no-verb", "Photo: the river in March 2024."),
        ("February has been quiet here.", "time-itself", "February has been"),
        ("Some 900 guards were still in the port in March 2024.", "standing", "0 guards were still in"),
        ("Little was known of the poet before 2023.", "before", "before "),
        ("The envoy did not leave on Monday.", "denied", "not"),
        ("Whether they leave was open on Tuesday.", "question", "Whether"),
        ("The guard has been held since July 2023.", "lasting", "since"),
        ("If they leave by June, the base will close.", "condition", "If"),
        ("They should leave by 1 September.", "opinion", "should"),
        ("They hope it; he wants to leave in June.", "wish", "wants"),
        ("She called for elections by December.", "demand", "called"),
        ("The rains usually began in June.", "habit", "usually"),
        ("It grew in the 1990s.", "coarse", "the 1990s"),
    ],
)
def test_a_sentence_without_an_event_says_why(body: str, rule: str, words: str) -> None:
    found, text = explain(body)
    assert [(one.kind, one.meaning, one.rule) for one in found] == [("event", "no event", rule)]
    evidence = found[0].evidence[0]
    assert words in text[evidence.start : evidence.end]
    assert found[0].surface in body


def test_a_finer_date_beside_it() -> None:
    found, _ = explain("In April, on the 10 April to be exact, they arrived.")
    assert [one.rule for one in found] == ["beside", "told"]


def test_an_event_shows_its_date_its_topics_and_that_it_is_recalled() -> None:
    (found,), text = explain("The army had removed the president from power on 26 July 2023.")
    assert (found.meaning, found.rule) == ("2023-07-26, recalled", "told")
    assert [text[e.start : e.end] for e in found.evidence if e.start is not None] == ["26 July 2023"] * 2
    assert any("removed the president" in e.says and "coup" in e.says for e in found.evidence)
    assert found.against == "2024-05-15, when the article was written"


def test_the_pluperfect_is_shown() -> None:
    (found,), text = explain("The guards had left the palace on Monday.")
    assert "had left" in [text[e.start : e.end] for e in found.evidence if e.start is not None]


def test_a_term_is_shown() -> None:
    (found,), text = explain("They are to be gone by 15 September.")
    assert found.meaning == "2024-09-15, announced"
    assert any(text[e.start : e.end].strip() == "by" for e in found.evidence if e.start is not None)


def test_a_pronoun_is_shown_with_its_person() -> None:
    found, _ = explain("Amina Diallo was born by the lake. She was named minister on 7 August 2023.")
    assert any(e.says == "“She” stands for Amina Diallo" for e in found[0].evidence)


def test_every_refusal_is_described() -> None:
    assert {rule.name for rule in REFUSALS} < set(RULES)


def test_every_event_of_the_sample_archive_is_explained() -> None:
    lexicon = load_lexicon()
    for path in sorted((ROOT / "articles").rglob("*.*")):
        text = path.read_text("utf-8", errors="replace")
        article = parse_article(
            Clipping(path=path.name, text=text, encoding="utf-8", digest=""), ReadingOptions(), lexicon
        )
        reading = annotate(article, lexicon)
        found = [*explain_reports(reading, gather_material(reading.article, lexicon))]
        assert len(found) == sum(date.start >= article.body_start for date in reading.dates)
        events = [(one.start, one.end) for one in found if one.meaning != "no event"]
        assert events == [(report.start, report.end) for report in reading.reports]
        assert all(one.evidence for one in found)
