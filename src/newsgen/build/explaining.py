"""One clipping, read as the build reads it, with the reasons for all that was read."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from newsgen.annotate.explain import explain
from newsgen.build.places import Places, find_lines
from newsgen.build.reading import read_batch
from newsgen.config import load_config
from newsgen.errors import BuildError, Diagnostic, UsageError
from newsgen.layout.reasons import RULES
from newsgen.lexicon import Lexicon, load_lexicon
from newsgen.load import load_clipping
from newsgen.recognise import fingerprint_recognisers
from newsgen.records.article import Block
from newsgen.records.clipping import Clipping
from newsgen.records.explanation import (
    ArticleFacts,
    CountryName,
    Evidence,
    ExplainedClipping,
    ExplainedLine,
    ExplainedMention,
    Explanation,
    LinePart,
    PlacedEvidence,
)
from newsgen.records.options import ReadingOptions
from newsgen.records.reading import Reading

SITE_FILE = "site.yaml"


def explain_clipping(file: Path) -> ExplainedClipping:
    """The clipping in the file with its reasons; the `site.yaml` in a folder above it counts as for a build.

    Raises UsageError if there is no such file, ConfigError for a wrong configuration, BuildError for a clipping that a
    build would leave out.
    """
    _check_file(file)
    lexicon = load_lexicon()
    site = find_site(file)
    options = load_config(site, lexicon.gazetteer.code_of).reading if site else ReadingOptions()
    clipping = load_clipping(file, _name(file, site))
    reading = msgspec.msgpack.decode(read_batch(fingerprint_recognisers(options), [clipping])[0], type=Reading)
    errors = [item for item in reading.diagnostics if item.severity == "error"]
    if errors:
        raise BuildError(*errors)
    return _assemble(clipping, reading, lexicon)


def find_site(file: Path) -> Path | None:
    """The nearest folder above the file that holds a `site.yaml`."""
    above = Path(os.path.abspath(file)).parents
    return next((folder for folder in above if (folder / SITE_FILE).is_file()), None)


def _check_file(file: Path) -> None:
    if file.is_dir():
        message, hint = "this is a folder", "name one clipping; `newsgen check` reads a whole archive"
    elif not os.path.lexists(file):
        message, hint = "there is no such file", "name a clipping, such as articles/flood.txt"
    else:
        return
    raise UsageError(Diagnostic(file.as_posix(), 0, 0, "error", "no-clipping", message, hint))


def _name(file: Path, site: Path | None) -> str:
    """The file as messages name it: within a site as a build does."""
    return Path(os.path.abspath(file)).relative_to(site).as_posix() if site else file.as_posix()


def _assemble(clipping: Clipping, reading: Reading, lexicon: Lexicon) -> ExplainedClipping:
    places = Places(reading.article, clipping.text)
    explanations = enumerate(explain(reading, lexicon), 1)
    return ExplainedClipping(
        path=clipping.path,
        encoding=clipping.encoding,
        text=reading.article.text,
        facts=_gather_facts(reading, lexicon),
        lines=tuple(_cut_lines(clipping.text, reading.article.blocks)),
        mentions=tuple(_place(number, explanation, places) for number, explanation in explanations),
        diagnostics=tuple(sorted(set(reading.diagnostics))),
    )


def _gather_facts(reading: Reading, lexicon: Lexicon) -> ArticleFacts:
    article = reading.article
    primary = [country.code for country in reading.countries if country.primary]
    return ArticleFacts(
        headline=article.headline,
        source=article.source,
        published=article.published,
        published_inferred=article.published_inferred,
        dateline=article.dateline,
        byline=article.byline,
        url=article.url,
        language=article.language,
        primary_countries=tuple(
            CountryName(code=code, name=lexicon.gazetteer.countries[code].name) for code in primary
        ),
    )


def _place(number: int, explanation: Explanation, places: Places) -> ExplainedMention:
    is_span = explanation.kind != "article"
    return ExplainedMention(
        number=number,
        kind=explanation.kind,
        surface=explanation.surface,
        meaning=explanation.meaning,
        start=explanation.start,
        end=explanation.end,
        place=places.find(explanation.start, explanation.end) if is_span else None,
        rule=explanation.rule,
        rule_says=explanation.rule_says,
        evidence=tuple(_place_evidence(evidence, places) for evidence in explanation.evidence),
        against=explanation.against,
        found=explanation.found,
    )


def _place_evidence(evidence: Evidence, places: Places) -> PlacedEvidence:
    start, end = evidence.start, evidence.end
    place = None if start is None or end is None else places.find(start, end)
    return PlacedEvidence(says=evidence.says, start=start, end=end, place=place)


def _cut_lines(text: str, blocks: tuple[Block, ...]) -> Iterator[ExplainedLine]:
    """Each line with the parts of the blocks that it is made of."""
    starts = find_lines(text)
    if len(starts) > 1 and starts[-1] == len(text):
        starts = starts[:-1]
    at = 0
    for number, start in enumerate(starts, 1):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        while blocks[at].end <= start:
            at += 1
        last = at
        while blocks[last].end < end:
            last += 1
        parts = tuple(_cut_part(block, start, end) for block in blocks[at : last + 1])
        yield ExplainedLine(number=number, text=text[start:end], start=start, parts=parts)


def _cut_part(block: Block, start: int, end: int) -> LinePart:
    """What the block has of the line."""
    return LinePart(
        role=block.role,
        rule=block.rule,
        rule_says=RULES.get(block.rule, ""),
        start=max(start, block.start),
        end=min(end, block.end),
        begins=start <= block.start,
    )
