from collections.abc import Sequence

import msgspec
import pytest

from newsgen.annotate import annotate_articles
from newsgen.build import reading
from newsgen.errors import ConfigError, Diagnostic
from newsgen.lexicon import Lexicon
from newsgen.records.article import Article
from newsgen.records.clipping import Clipping
from newsgen.records.finding import Finding
from newsgen.records.options import ReadingOptions
from newsgen.records.reading import Reading

CLIPPINGS = tuple(
    Clipping(path=f"articles/{name}.txt", text=f"River rises in {name}\n\nIt rose.\n", encoding="utf-8", digest="")
    for name in ("Mopti", "Gao", "Segou")
)


def read(clippings: Sequence[Clipping]) -> list[Reading]:
    return [msgspec.msgpack.decode(item, type=Reading) for item in reading.read_batch(ReadingOptions(), clippings)]


def fail_on_gao(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def annotate(
        articles: Sequence[Article], lexicon: Lexicon, findings: Sequence[tuple[Finding, ...]]
    ) -> list[Reading]:
        if any("Gao" in article.path for article in articles):
            raise error
        return annotate_articles(articles, lexicon, findings)

    monkeypatch.setattr(reading, "annotate_articles", annotate)


def test_a_clipping_that_fails_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read(CLIPPINGS)
    fail_on_gao(monkeypatch, ZeroDivisionError("by zero"))
    mopti, gao, segou = read(CLIPPINGS)
    assert (mopti, segou) == (whole[0], whole[2])
    assert gao.article.path == "articles/Gao.txt"
    assert [(item.code, item.severity) for item in gao.diagnostics] == [("internal", "error")]


def test_an_error_about_more_than_one_clipping_stops_all(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_on_gao(monkeypatch, ConfigError(Diagnostic("site.yaml", 1, 1, "error", "recogniser", "is not there", "")))
    with pytest.raises(ConfigError):
        read(CLIPPINGS)
