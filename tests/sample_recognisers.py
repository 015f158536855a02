"""Recognisers for tests: some as they should be, some that misbehave."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from newsgen.errors import Diagnostic, UsageError
from newsgen.recognise import Article, Finding


class Words:
    """Finds the words that its settings name, wherever they stand."""

    def __init__(self, people: Sequence[str] = (), places: Sequence[str] = (), version: str = "1") -> None:
        self.words = [*((word, "person") for word in people), *((word, "place") for word in places)]
        self.fingerprint = f"words {version}"

    fingerprint: str

    def __call__(self, article: Article) -> Iterator[Finding]:
        for word, kind in self.words:
            for match in re.finditer(re.escape(word), article.text):
                yield Finding(start=match.start(), end=match.end(), kind=kind)


class Quiet:
    """Finds nothing and takes no settings."""

    fingerprint = "quiet"

    def __call__(self, article: Article) -> tuple[Finding, ...]:
        return ()


class AnySettings(Quiet):
    """Takes whatever it is given."""

    last: dict[str, Any]

    def __init__(self, **settings: Any) -> None:
        AnySettings.last = settings


class AtHome(Quiet):
    """Asks for the site's folder."""

    def __init__(self, site: Path) -> None:
        self.fingerprint = f"at {site.name}"


class Gives(Quiet):
    """Gives what `GIVEN` says, or raises it if it is an exception."""

    def __init__(self, what: str) -> None:
        self.what = what

    def __call__(self, article: Article) -> Any:
        given = GIVEN[self.what]
        if isinstance(given, BaseException):
            raise given
        return given


GIVEN: dict[str, Any] = {
    "nothing": None,
    "texts": ["Ama"],
    "a wrong kind": [Finding(start=0, end=1, kind="firm")],  # type: ignore[arg-type]
    "a wrong start": [Finding(start="0", end=1, kind="person")],  # type: ignore[arg-type]
    "an end behind the text": [Finding(start=0, end=10_000_000, kind="person")],
    "a negative start": [Finding(start=-3, end=1, kind="person")],
    "an empty span": [Finding(start=1, end=1, kind="person")],
    "an exception": RuntimeError("first line\nsecond line"),
    "an exception without words": KeyError(),
    "an exit": SystemExit(0),
    "an interruption": KeyboardInterrupt(),
    "a stop": UsageError(Diagnostic("site.yaml", 0, 0, "error", "recogniser", "all is lost", "stop")),
}


class FailsOnce(Quiet):
    """Fails the first time in a process that it is called."""

    failed = False

    def __call__(self, article: Article) -> tuple[Finding, ...]:
        if not FailsOnce.failed:
            FailsOnce.failed = True
            raise MemoryError
        return ()


class Fickle(Quiet):
    """Has another fingerprint each time that it is made, in whatever process."""

    made = 0

    def __init__(self) -> None:
        Fickle.made += 1
        self.fingerprint = f"fickle {os.getpid()} {Fickle.made}"


class Unmade(Quiet):
    """Cannot be made."""

    def __init__(self) -> None:
        raise ValueError("no model\nhere")


class Refuses(Quiet):
    """Cannot be made, and says so as newsgen would."""

    def __init__(self) -> None:
        raise UsageError(Diagnostic("x", 0, 0, "error", "recogniser", "no such model", "train one"))


class NoFingerprint:
    def __call__(self, article: Article) -> tuple[Finding, ...]:
        return ()


class NoCall:
    fingerprint = "x"


class EmptyFingerprint(Quiet):
    fingerprint = ""


class WrongFingerprint(Quiet):
    fingerprint = "\udcff"


class BrokenFingerprint(Quiet):
    @property
    def fingerprint(self) -> str:  # type: ignore[override]
        raise OSError("gone")


def function(article: Article) -> tuple[Finding, ...]:
    """No class."""
    return ()


LIST: tuple[str, ...] = ()
"""What `FromList` finds; a test may change it."""


class FromList(Words):
    """Finds the people of `LIST`, which stands for a model that may be trained anew."""

    def __init__(self) -> None:
        super().__init__(people=LIST, version=" ".join(LIST) or "none")
