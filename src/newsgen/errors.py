"""What can go wrong, and the note that tells a user about it.

```
NewsgenError                 anything that newsgen itself reports; never shown as a traceback
├── UsageError               a wrong call or a wrong configuration: exit code 2
│   └── ConfigError          site.yaml, people.yaml or redirects.yaml, with its place
└── BuildError               the build could not be completed: exit code 1
    ├── TemplateError        a template of the theme, with its place
    ├── PathClashError       two pages want one path
    ├── RedirectError        redirects.yaml does not fit the pages that there are
    └── PublishError         the output folder cannot be written as asked
```

A fault in one clipping is no exception: it is a `Diagnostic` with severity `error`, and the rest goes on.
"""

from typing import Literal

import msgspec

Severity = Literal["error", "warning", "note"]


class Diagnostic(msgspec.Struct, frozen=True, order=True):
    """One message to the user: where, how grave, what, and what to do about it."""

    path: str
    """The file, relative to the site's folder, with forward slashes; a folder for what has no file."""
    line: int
    """1-based; 0 when the message is about the whole file."""
    column: int
    """1-based, in characters; 0 when the message is about the whole line or file."""
    severity: Severity
    """`error` makes the build exit with 1, `warning` does so with `--strict`, `note` never does."""
    code: str
    """A stable name in kebab case, such as `no-source`."""
    message: str
    """What is the matter, in one sentence without a full stop."""
    hint: str = ""
    """What to do about it."""

    def __str__(self) -> str:
        """`articles/x.txt:3:1: warning[no-source]: message (hint)`; a place of 0 is left out."""
        place = ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}: {self.severity}[{self.code}]: {self.message}{hint}"


class NewsgenError(Exception):
    """A fault that newsgen reports in words; carries the diagnostics to show, at least one."""

    exit_code = 1

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics


class UsageError(NewsgenError):
    """The command was called wrongly."""

    exit_code = 2


class ConfigError(UsageError):
    """`site.yaml`, `people.yaml` or `redirects.yaml` says something that cannot be followed."""


class BuildError(NewsgenError):
    """The build could not be completed; what was published before stands untouched."""


class TemplateError(BuildError):
    """A template is wrong or fails on a page."""


class PathClashError(BuildError):
    """Two pages want the same path; the message names both sources."""


class RedirectError(BuildError):
    """`redirects.yaml` does not fit the pages that there are; each message has its place."""


class PublishError(BuildError):
    """The output folder cannot be written as asked."""
