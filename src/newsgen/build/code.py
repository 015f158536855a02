"""What the results of work depend on beside its input: newsgen's own code, and the libraries that shape them."""

import hashlib
import importlib.metadata
import platform
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from newsgen import __version__
from newsgen.canon import digest
from newsgen.database import LIBRARY
from newsgen.execute.job import Identity

SHAPING_LIBRARIES = (
    "ahocorasick_rs",
    "jinja2",
    "markdown-it-py",
    "msgspec",
    "python-slugify",
    "pyyaml",
    "rapidfuzz",
    "text-unidecode",
)
"""Libraries whose version may change what is built."""

_PYTHON = ".".join(platform.python_version_tuple()[:2])
"""It shapes what is built by its tables of letters."""

_SHOWN = 12
"""Characters of a digest that are enough to tell two apart."""


@cache
def digest_code() -> str:
    """Digest of newsgen's own modules, and of the versions of Python and the libraries that shape what it builds."""
    versions = (f"{name} {importlib.metadata.version(name)}" for name in SHAPING_LIBRARIES)
    return digest(_PYTHON, *versions, *_sources(files("newsgen")))


@cache
def identify_code() -> Identity:
    """Names and versions of all that decides what is built here: a worker elsewhere must have the same."""
    # Imported here: a build of what has not changed needs no lexicon.
    from newsgen.lexicon import load_lexicon  # noqa: PLC0415

    database, _, release = LIBRARY.partition(" ")
    return (
        ("newsgen", __version__),
        ("Python", _PYTHON),
        *((name, importlib.metadata.version(name)) for name in SHAPING_LIBRARIES),
        (database, release),
        ("newsgen's code", digest(*_sources(files("newsgen")))[:_SHOWN]),
        ("newsgen's word lists", load_lexicon().digest[:_SHOWN]),
    )


def _sources(folder: Traversable) -> list[bytes]:
    found: list[bytes] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name not in ("theme", "__pycache__"):
            found.extend(_sources(entry))
        elif entry.name.endswith(".py"):
            found += [entry.name.encode(), hashlib.blake2b(entry.read_bytes()).digest()]
    return found
