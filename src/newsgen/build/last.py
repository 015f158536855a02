"""The last build into a folder: where all that goes in is the same, and all that came out still there, it stands.

What is known of it lies in the site's own folder, beside the memos. The published site must hold none of it: messages
may tell of what is withheld, and a site that is copied elsewhere would take along stamps that mean nothing there.
"""

import os
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from newsgen.build.code import digest_code
from newsgen.build.report import BuildOptions, BuildReport
from newsgen.build.session import Audience, LastBuild, Left, Session
from newsgen.canon import digest, encode
from newsgen.config import FILES
from newsgen.config.files import read_text
from newsgen.database import LIBRARY
from newsgen.errors import NewsgenError
from newsgen.load import Files
from newsgen.memo import Memo
from newsgen.publish import Published, digest_manifest, read_manifest
from newsgen.publish.stamps import Stamp, Stamps, are_stamped, find_intact, settle, stamp_written
from newsgen.records.options import ReadingOptions, RecogniserOptions
from newsgen.theme import load_catalogues, load_theme


class Start(NamedTuple):
    """What a build begins with."""

    files: Files
    """Of the clippings."""
    memo: Memo
    """Knows what the pages looked up."""
    session: Session
    """What is held from the build before."""
    audience: Audience | None = None
    """Who is shown the pages before the rest is made."""


class Made(NamedTuple):
    """What came of a build."""

    report: BuildReport
    published: Published
    intact: Stamps
    """Those files of the earlier site that were as its manifest says."""
    recognisers: tuple[RecogniserOptions, ...]
    """Those that were asked."""


def digest_inputs(site: Path, options: BuildOptions, clippings: str) -> str | None:
    """Digest of all that a build depends on; None if something of it cannot be read, as the build will tell.

    `clippings` is the digest of what it has read of them.
    """
    try:
        texts = tuple(read_text(site, name) for name in FILES)
        catalogues = tuple((name, text) for name, text, _ in load_catalogues(site))
        theme = load_theme(site).digest
    except NewsgenError:
        return None
    name = os.fsencode(site.resolve().name)  # the title of a site that gives none
    asked = options.base_url, options.drafts
    return digest(digest_code(), LIBRARY, _digest_data(), clippings, theme, name, encode((texts, catalogues, asked)))


def _digest_data() -> str:
    """Digest of the word lists and other data that come with newsgen."""
    return digest(*_read_data(files("newsgen") / "data"))


def _read_data(folder: Traversable) -> Iterator[bytes]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _read_data(entry)
        elif not entry.name.endswith(".py"):
            yield entry.name.encode()
            yield entry.read_bytes()


def recall(memo: Memo, output: Path, session: Session) -> LastBuild | None:
    """What is known of the last build into the folder, if the folder is still as that left it."""
    left = session.recall_left(output)
    if left:
        return left.last
    last = _recall(memo, output)
    if last is None or last.manifest != digest_manifest(output):
        return None
    session.left = Left(last.manifest, last.stamps, last)
    return last


def _recall(memo: Memo, output: Path) -> LastBuild | None:
    """What the memo tells of the last build into the folder."""
    key = _make_key(output)
    data = memo.get_many([key]).get(key)
    try:
        return msgspec.msgpack.decode(data, type=LastBuild) if data else None
    except msgspec.MsgspecError:  # of another version of newsgen
        return None


def replay(memo: Memo, last: LastBuild, inputs: str | None, site: Path, output: Path) -> BuildReport | None:
    """What a build that does nothing has to tell; None if there may be something to do."""
    if inputs != last.inputs or _fingerprint(last.recognisers, site) != last.recognisers:
        return None
    stamps = _stamp_all(last, output)
    if stamps is None:
        return None
    if stamps is not last.stamps:
        _keep(memo, replace(last, stamps=settle(stamps)), output)
    return replace(last.report, parsed=0, rendered=0, written=0, unchanged=last.report.files, removed=0)


def _stamp_all(last: LastBuild, output: Path) -> Mapping[str, Stamp] | None:
    """The stamps of all published files; None if one of them is not as the manifest says."""
    if len(last.stamps) == last.report.files and are_stamped(output, last.stamps):
        return last.stamps
    manifest = read_manifest(output)
    intact = find_intact(output, manifest, last.stamps)
    return intact if len(intact) == len(manifest) else None


def keep_made(start: Start, made: Made, inputs: str, site: Path, output: Path) -> None:
    """Keep for the next build what is to be known of this one; nothing if that one may give something else.

    What was wrong with a memo is of this build alone.
    """
    # Imported here, as below.
    from newsgen.recognise import FAULT  # noqa: PLC0415

    manifest = digest_manifest(output)
    if not manifest or any(item.code == FAULT for item in made.report.diagnostics):
        return
    last = LastBuild(
        inputs=inputs,
        recognisers=_fingerprint(made.recognisers, site),
        manifest=manifest,
        report=replace(made.report, diagnostics=tuple(told for told in made.report.diagnostics if told.code != "memo")),
        stamps=stamp_published(made.intact, made.published, output),
    )
    start.session.left = Left(manifest, last.stamps, last)
    _keep(start.memo, last, output)


def stamp_published(stamps: Stamps, published: Published, output: Path) -> dict[str, Stamp]:
    """The stamps of the site's files; those given are of the earlier site's."""
    left = dict(stamps)
    for path in (*published.written, *published.removed):
        left.pop(path, None)
    return settle(left | stamp_written(output, published.written))


def _fingerprint(recognisers: tuple[RecogniserOptions, ...], site: Path) -> tuple[RecogniserOptions, ...]:
    """The recognisers with the fingerprints that they have now; none if one of them cannot be had."""
    if not recognisers:
        return ()
    # Imported here: few sites have any, and those may be large.
    from newsgen.recognise import fingerprint_recognisers  # noqa: PLC0415

    here = tuple(replace(one, origin=replace(one.origin, folder=str(site))) for one in recognisers)
    try:
        return fingerprint_recognisers(ReadingOptions(recognisers=here)).recognisers
    except NewsgenError:
        return ()


def _keep(memo: Memo, last: LastBuild, output: Path) -> None:
    memo.put_many([(_make_key(output), encode(last))])


def _make_key(output: Path) -> str:
    return digest("published", os.fsencode(os.path.realpath(output)))
