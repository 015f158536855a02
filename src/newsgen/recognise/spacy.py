"""spaCy pipelines as recognisers: `newsgen.recognise.spacy:Pipeline`, with `pip install spacy`.

A pipeline is named as it is installed (`en_core_web_sm`), or given as a folder that `Language.to_disk` wrote, with a
slash in its path (`./pipeline`), meant from the site's folder. Nothing is ever downloaded.
"""

import hashlib
import importlib.metadata
import importlib.util
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from newsgen.canon import digest
from newsgen.errors import Diagnostic, UsageError
from newsgen.recognise.loading import describe
from newsgen.records.article import Article
from newsgen.records.finding import Finding, FindingKind

if TYPE_CHECKING:
    from spacy.language import Language

LABELS: Mapping[str, FindingKind] = MappingProxyType(
    {"PERSON": "person", "PER": "person", "GPE": "place", "LOC": "place"}
)
"""What the labels of the usual pipelines mean. Where there is GPE, LOC is for seas and continents, and left out."""

_ANY_LANGUAGE = "xx"
_INSTALL = "pip install spacy, or in a checkout of newsgen: pip install '.[nlp]'"

# matches: spacy-transformers>=1.1.2,<1.2.0
_PACKAGE = re.compile(r"[A-Za-z0-9][\w.-]*")


class Pipeline:
    """The entities of a spaCy pipeline, in articles of its own language."""

    def __init__(self, pipeline: str, labels: Mapping[str, str] | None = None, *, site: Path) -> None:
        """Finds the pipeline and what it is, but loads it only when there is an article to read.

        `labels` says which of its labels mean a `person` or a `place`; others are passed over. Without it, `LABELS` do.
        Raises UsageError.
        """
        if importlib.util.find_spec("spacy") is None:
            raise _fault("spaCy is not installed", _INSTALL)
        if not isinstance(pipeline, str):
            raise _fault("`pipeline` must be a name or a folder", "write `pipeline: en_core_web_sm`")
        self._name = pipeline
        self._is_folder = "/" in pipeline
        self._folder = site / pipeline if self._is_folder else _find_package(pipeline, site)
        self._meta = _read_meta(self._folder, pipeline)
        self._labels = _usual_labels(self._meta) if labels is None else _read_labels(labels)

    @cached_property
    def fingerprint(self) -> str:
        """Of spaCy's version, those of the packages that the pipeline asks for, and all of its files."""
        needed = (_PACKAGE.match(str(item)) for item in self._meta.get("requirements", ()))
        packages = sorted({"spacy", "thinc", *(match[0] for match in needed if match)})
        return digest(*(f"{name} {_find_version(name)}" for name in packages), *_digest_files(self._folder))

    def __call__(self, article: Article) -> Iterator[Finding]:
        """The entities with a label that means something, without blanks at their edges."""
        if self._meta.get("lang") not in (_ANY_LANGUAGE, article.language):
            return
        for entity in self._loaded(article.text).ents:
            kind = self._labels.get(entity.label_)
            surface = entity.text
            start = entity.start_char + len(surface) - len(surface.lstrip())
            end = start + len(surface.strip())
            if kind is not None and start < end:
                yield Finding(start=start, end=end, kind=kind)

    @cached_property
    def _loaded(self) -> "Language":
        """The pipeline itself."""
        try:
            import spacy  # noqa: PLC0415  heavy, and only needed where an article is to be read

            return spacy.load(self._folder if self._is_folder else self._name)
        except Exception as error:
            message = f"the spaCy pipeline `{self._name}` cannot be loaded: {describe(error)}"
            raise _fault(message, "see that it was made for the version of spaCy that is installed") from None


def _fault(message: str, hint: str) -> UsageError:
    return UsageError(Diagnostic("site.yaml", 0, 0, "error", "recogniser", message, hint))


def _usual_labels(meta: Mapping[str, Any]) -> dict[str, FindingKind]:
    """What the pipeline's labels mean if nothing else is said."""
    has_cities = any("GPE" in labels for labels in dict(meta.get("labels", {})).values())
    return {label: kind for label, kind in LABELS.items() if label != "LOC" or not has_cities}


def _read_labels(labels: object) -> dict[str, FindingKind]:
    """The labels with what they mean."""
    kinds = get_args(FindingKind)
    if not isinstance(labels, Mapping) or not labels:
        raise _fault("`labels` must tell what each label means", "write `labels: {PERSON: person, GPE: place}`")
    for label, kind in labels.items():
        if kind not in kinds:
            raise _fault(f"the label `{label}` cannot mean `{kind}`", f"give one of {', '.join(kinds)}")
    return dict(labels)


def _find_package(name: str, site: Path) -> Path:
    """The folder of an installed pipeline."""
    try:
        spec = importlib.util.find_spec(name) if name.isidentifier() else None
    except (ImportError, ValueError):
        spec = None
    if spec is None or not spec.submodule_search_locations:
        hint = f"for the folder write `./{name}`" if (site / name).is_dir() else "install it; newsgen downloads nothing"
        raise _fault(f"the spaCy pipeline `{name}` is not installed", hint)
    return Path(spec.submodule_search_locations[0])


def _read_meta(folder: Path, name: str) -> dict[str, Any]:
    """What the pipeline says of itself."""
    try:
        meta = msgspec.json.decode((folder / "meta.json").read_bytes())
    except (OSError, ValueError):
        meta = None
    if not isinstance(meta, dict):
        raise _fault(f"`{name}` is no spaCy pipeline: it has no readable meta.json", "give the folder of a pipeline")
    return meta


def _find_version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _digest_files(folder: Path) -> Iterator[str]:
    """Path and digest of each file of the pipeline, in order of their paths."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and "__pycache__" not in name.parts:
            with path.open("rb") as stream:
                yield name.as_posix()
                yield hashlib.file_digest(stream, "blake2b").hexdigest()
