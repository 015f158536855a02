"""Every clipping of the sample archive is read as a careful person reads it.

The labels in `sample.yaml` were written from the clippings. A field that a label leaves out is expected to be absent.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from newsgen.annotate import annotate
from newsgen.config import load_config
from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.load import load_clippings, read_files
from newsgen.records.clipping import Clipping
from newsgen.records.reading import Reading

SITE = Path(__file__).parents[2]
LABELS: dict[str, dict[str, Any]] = yaml.load(  # all values stay text: no date becomes a number
    (Path(__file__).parent / "sample.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
CLIPPINGS = {clipping.path: clipping for clipping in load_clippings(read_files(SITE)).clippings}


def read(clipping: Clipping) -> Reading:
    lexicon = load_lexicon()
    options = load_config(SITE, lexicon.gazetteer.code_of).reading
    return annotate(parse_article(clipping, options, lexicon), lexicon)


def test_every_clipping_has_a_label() -> None:
    assert sorted(LABELS) == sorted(CLIPPINGS)


@pytest.mark.parametrize("path", sorted(LABELS))
def test_a_clipping_is_read_right(path: str) -> None:
    label = {key: None if value == "null" else value for key, value in LABELS[path].items()}
    article = read(CLIPPINGS[path]).article
    dateline = article.dateline
    found = {
        "headline": article.headline,
        "source": article.source,
        "published": article.published,
        "inferred": "true" if article.published_inferred else None,
        "place": dateline and dateline.place,
        "agency": dateline and dateline.agency,
        "byline": article.byline,
        "kicker": article.kicker,
        "language": article.language,
    }
    assert found == {**dict.fromkeys(found), "language": "en", **{key: label[key] for key in label.keys() & found}}
    assert article.body.startswith(label.get("first", ""))
    assert article.body.endswith(label.get("last", ""))


@pytest.mark.parametrize("path", sorted(LABELS))
def test_nothing_is_lost(path: str) -> None:
    clipping = CLIPPINGS[path]
    blocks = read(clipping).article.blocks
    assert "".join(clipping.text[block.start : block.end] for block in blocks) == clipping.text
