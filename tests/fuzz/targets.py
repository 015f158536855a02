"""Targets: each parser of what others wrote, with the errors that it may raise and a law that its result must keep."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

from newsgen import edtf
from newsgen.annotate import annotate
from newsgen.build.published.sitemaps import find_paths, read_sitemap
from newsgen.config import load_config
from newsgen.errors import BuildError, ConfigError, UsageError
from newsgen.layout import parse_article
from newsgen.layout.frontmatter import read_header
from newsgen.lexicon import load_lexicon
from newsgen.load import load_clipping
from newsgen.records.article import Article
from newsgen.records.options import ReadingOptions

Target = Callable[[Path], object]
"""Reads the file that holds a case; an error that is not told to users is a fault."""

SEEDS = Path(__file__).parent / "seeds"

lexicon = cache(load_lexicon)


def read_front_matter(file: Path) -> None:
    try:
        clipping = load_clipping(file, "articles/x.md")
    except BuildError:
        return
    header = read_header(clipping.text, clipping.path, lexicon())
    assert 0 <= header.end <= len(clipping.text)
    assert all(item.path == clipping.path and item.line > 0 for item in header.diagnostics)


def read_layout(file: Path) -> Article | None:
    try:
        clipping = load_clipping(file, "articles/x.txt")
    except BuildError:
        return None
    article = parse_article(clipping, ReadingOptions(), lexicon())
    assert "".join(clipping.text[block.start : block.end] for block in article.blocks) == clipping.text
    return article


def read_annotation(file: Path) -> None:
    article = read_layout(file)
    if article is None:
        return
    reading = annotate(article, lexicon())
    for spans in (reading.country_mentions, reading.person_mentions, reading.dates):
        assert all(article.text[span.start : span.end] == span.surface for span in spans)
    assert all(date.value is None or edtf.is_valid(date.value) for date in reading.dates)


def read_edtf(file: Path) -> None:
    for text in file.read_text("utf-8", errors="replace").split("\n"):
        try:
            value = edtf.parse(text)
        except ValueError:
            continue
        assert edtf.format_edtf(value) == text
        first, last = edtf.bounds(text)
        assert first is None or last is None or first <= last
        assert edtf.contains(text, text)
        assert edtf.precision(text)
        assert edtf.sort_key(text) < edtf.sort_key(None)
        assert edtf.month_key(text)


def read_config(name: str) -> Target:
    """Reads a case as this file of a site."""

    def read(file: Path) -> None:
        file.replace(place := file.with_name(name))
        with suppress(ConfigError):
            load_config(place.parent, lexicon().gazetteer.code_of)

    return read


def read_sitemap_file(file: Path) -> None:
    try:
        sitemap = read_sitemap(file.read_bytes(), "sitemap.xml")
    except UsageError:
        return
    paths = find_paths(sitemap.addresses, ())
    assert list(paths) == sorted(set(paths))
    assert all(path.endswith(".html") for path in paths)


TARGETS: dict[str, Target] = {
    "frontmatter": read_front_matter,
    "layout": read_layout,
    "annotation": read_annotation,
    "edtf": read_edtf,
    "people": read_config("people.yaml"),
    "site": read_config("site.yaml"),
    "redirects": read_config("redirects.yaml"),
    "sitemap": read_sitemap_file,
}


def read_seeds(target: str) -> list[bytes]:
    """The stored seeds of a target, in the order of their names."""
    return [file.read_bytes() for file in sorted((SEEDS / target).iterdir())]
