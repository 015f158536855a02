"""What the preview adds to its copy of a page: the script that reloads it, and what the last build complained of."""

import re
from html import escape, unescape

from newsgen.errors import Diagnostic
from newsgen.serve.preview import Outcome

# matches: <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
_POLICY = re.compile(rb'(?i)(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"')

_LISTED = 50
"""How many errors a page lists at most."""

_OWN_POLICY = "default-src 'none'; img-src data:; style-src 'self'; script-src 'self'; connect-src 'self'"


def decorate_page(page: bytes, outcome: Outcome | None, version: str) -> bytes:
    """A built page with the reload script and, while there are errors, their list above it."""
    page = _POLICY.sub(lambda found: found[1] + _widen_policy(found[2]) + b'"', page, count=1)
    body, end, rest = page.rpartition(b"</body>")
    note = "What you see is from the last build that succeeded."
    added = (_errors_html(outcome, note) + _script_html(version)).encode()
    return body + added + end + rest if end else page + added


def make_page(outcome: Outcome | None, version: str) -> bytes:
    """The page to show while there is no built one."""
    title = "The first build is running" if outcome is None else "There is no page to show"
    note = "There is no earlier build to show."
    return (
        "<!DOCTYPE html>\n"
        '<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_OWN_POLICY}">'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        f'<title>{title}</title><link rel="stylesheet" href="/-/preview.css"></head>'
        f'<body class="newsgen-preview-page"><main><h1>{title}</h1>'
        "<p>This page reloads by itself.</p></main>"
        f"{_errors_html(outcome, note)}{_script_html(version)}</body></html>\n"
    ).encode()


def _widen_policy(policy: bytes) -> bytes:
    """The page's policy, with leave for what the preview adds from its own address."""
    directives: dict[str, str] = {}
    for directive in unescape(policy.decode("utf-8", "replace")).split(";"):
        name, _, sources = directive.strip().partition(" ")
        if name:
            directives[name] = sources
    for name in ("script-src", "connect-src", "style-src"):
        sources = directives.get(name, "").replace("'none'", "")
        directives[name] = sources if "'self'" in sources else f"{sources} 'self'".strip()
    return escape("; ".join(f"{name} {sources}".strip() for name, sources in directives.items())).encode()


def _script_html(version: str) -> str:
    return f'<script src="/-/reload.js" data-version="{escape(version)}" defer></script>'


def _errors_html(outcome: Outcome | None, failed_note: str) -> str:
    """The list of errors, or nothing if there are none; the note says what is shown where the build failed."""
    if outcome is None or not outcome.errors:
        return ""
    if outcome.built:
        title, note = "Some clippings could not be read", "The site is built without them."
    else:
        title, note = "The build failed", failed_note
    listed = "".join(map(_error_html, outcome.errors[:_LISTED]))
    more = len(outcome.errors) - _LISTED
    rest = f"<p>… and {more} more, in the terminal.</p>" if more > 0 else ""
    return (
        '<link rel="stylesheet" href="/-/preview.css">'
        '<aside class="newsgen-preview" role="alert" lang="en"><details open>'
        f"<summary>{title}</summary><p>{note}</p><ul>{listed}</ul>{rest}</details></aside>"
    )


def _error_html(error: Diagnostic) -> str:
    place = ":".join([error.path, *(str(number) for number in (error.line, error.column) if number)])
    hint = f"<br><em>{escape(error.hint)}</em>" if error.hint else ""
    return f"<li><code>{escape(place)}</code> {escape(error.message)}{hint}</li>"
