"""The labels of the sample archive, each beside what newsgen reads in its clipping."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from newsgen.annotate import annotate
from newsgen.index import index
from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.load import load_clippings, read_files
from newsgen.records.archive import Archive, ArchivedArticle
from newsgen.records.options import Config
from newsgen.resolve import resolve

HERE = Path(__file__).parent
SITE = HERE.parents[1]

# matches: (2023-07-26 coup)
OPTIONAL = re.compile(r"\((.*)\)")
# matches: 2023-07 announced talks
EVENT = re.compile(r"(?P<dates>\S+(?: \| \S+)*)(?P<announced> announced)?(?P<of>(?: [a-z0-9]+)*)")


class Wanted(NamedTuple):
    """A labelled date or event, with its place in the article's text."""

    start: int
    text: str
    values: tuple[str | None, ...]
    optional: bool
    announced: bool = False
    of: tuple[str, ...] = ()


class Labelled(NamedTuple):
    """An article and what it should have given."""

    article: ArchivedArticle
    label: dict[str, Any]
    dates: tuple[Wanted, ...]
    events: tuple[Wanted, ...]

    def at(self, start: int) -> str:
        """Path and line of the clipping where a place of the article's text stands."""
        text, clipping = self.article.reading.article.text, self.article.clipping
        words = re.findall(r"\w+", text[max(start, 0) :][:60])[:6]
        place = re.search(r"\W+".join(map(re.escape, words)), clipping.text)
        return f"{clipping.path}:{clipping.text.count(chr(10), 0, place.start()) + 1 if place else 1}"


def read_labels() -> dict[str, Any]:
    """`labels.yaml`; all values stay text."""
    labels: dict[str, Any] = yaml.load((HERE / "labels.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    return labels


def read_archive(config: Config) -> Archive:
    """The sample archive as newsgen reads it."""
    lexicon = load_lexicon()
    clippings = load_clippings(read_files(SITE)).clippings
    readings = [annotate(parse_article(clipping, config.reading, lexicon), lexicon) for clipping in clippings]
    entities = resolve(readings, config.judgements, lexicon)
    return index(clippings, readings, entities, config.site, lexicon)


def pair(archive: Archive, labels: dict[str, Any]) -> list[Labelled]:
    """Each article with its label; ValueError for a label that its own clipping does not bear out."""
    return [
        Labelled(article, label, tuple(read_dates(article, label)), tuple(read_events(article, label)))
        for article in archive.articles
        for label in [labels["clippings"][article.clipping.path]]
    ]


def read_dates(article: ArchivedArticle, label: dict[str, Any]) -> Iterator[Wanted]:
    """The labelled dates, which stand in the order of the text."""
    place = article.reading.article.body_start
    for text, value in (item for entry in label.get("dates", ()) for item in entry.items()):
        optional = OPTIONAL.fullmatch(text)
        plain = optional[1] if optional else text
        place = find(article, rf"\b{re.escape(plain)}\b", place)
        yield Wanted(place, plain, tuple(None if one == "none" else one for one in value.split(" | ")), bool(optional))
        place += len(plain)


def read_events(article: ArchivedArticle, label: dict[str, Any]) -> Iterator[Wanted]:
    """The labelled events."""
    for head, words in (item for entry in label.get("events", ()) for item in entry.items()):
        optional = OPTIONAL.fullmatch(head)
        parts = EVENT.fullmatch(optional[1] if optional else head)
        if parts is None:
            raise ValueError(f"{article.clipping.path}: no event: {head}")
        start = find(article, re.escape(words), article.reading.article.body_start)
        values = tuple(parts["dates"].split(" | "))
        yield Wanted(start, words, values, bool(optional), bool(parts["announced"]), tuple(parts["of"].split()))


def find(article: ArchivedArticle, pattern: str, start: int) -> int:
    """Where the pattern stands in the article's text; ValueError if nowhere."""
    match = re.compile(pattern).search(article.reading.article.text, start)
    if match is None:
        raise ValueError(f"{article.clipping.path}: a label is not in the text, or not in its order: {pattern}")
    return match.start()
