"""The manifest: which files in an output folder are newsgen's, kept in the folder itself."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from newsgen.canon import digest
from newsgen.publish.faults import fault, faults_told
from newsgen.publish.names import MANIFEST
from newsgen.publish.places import fits_path
from newsgen.publish.spool import digest_file
from newsgen.records import Record


class PublishedFile(Record):
    """What the manifest knows of one file."""

    path: str
    """In the output folder, with forward slashes."""
    digest: str
    """Of its bytes; empty while a build is putting it in place for the first time."""
    key: str
    """Digest of all that the bytes depend on."""


Manifest = Mapping[str, PublishedFile]
"""The files that newsgen owns in an output folder, by path."""


def read_manifest(output: Path) -> Manifest:
    """The files that newsgen owns in `output`; none if it never wrote there."""
    with faults_told(output):
        try:
            data = (output / MANIFEST).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return {}
    try:
        files = msgspec.json.decode(data, type=tuple[PublishedFile, ...])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        files = None
    if files is None or not all(fits_path(file.path) for file in files):
        hint = "empty the folder, or build into another with -o"
        raise fault(output / MANIFEST, "bad-manifest", "this list of newsgen's files is damaged", hint)
    return {file.path: file for file in files}


def digest_manifest(output: Path) -> str:
    """Digest of the manifest; empty if there is none."""
    try:
        return digest((output / MANIFEST).read_bytes())
    except OSError:
        return ""


def manifest_bytes(files: Manifest) -> bytes:
    """A JSON array sorted by path, one file a line, so that it reads well in a diff."""
    return b"[\n" + b",\n".join(msgspec.json.encode(files[path]) for path in sorted(files)) + b"\n]\n"


def intact(output: Path, manifest: Manifest, path: str) -> bool:
    """Whether the file on disk still has the bytes that the manifest says."""
    file = manifest.get(path)
    if file is None:
        return False
    try:
        return digest_file(output / path) == file.digest
    except OSError:
        return False
