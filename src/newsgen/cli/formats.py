"""The messages of a check in the forms that other tools read."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

import click
from msgspec.structs import replace

from newsgen import __version__
from newsgen.build import CheckReport
from newsgen.cli.show import defuse, print_json
from newsgen.errors import Diagnostic

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

# matches: b\x1b[31m.txt
# matches: b\n.txt
# not: a[b].txt
_CODE = re.compile(r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U000[0-9a-f]{5}|[nrt])")

RULES: Mapping[str, str] = {
    "address-taken": "The address of an article shows another article now.",
    "changed-meanwhile": "A file changed while it was read.",
    "claimed-twice": "Two entries of people.yaml speak of one name.",
    "doubtful-line": "A line that may be part of the text, or not, was left in or taken out.",
    "draft": "An article is marked as a draft and is not published.",
    "empty": "A clipping holds no text.",
    "empty-timeline": "A timeline of site.yaml holds no event.",
    "encoding": "A clipping is not in UTF-8, so its encoding was guessed.",
    "front-matter": "The front matter of a clipping cannot be read.",
    "hidden-event": "An entry of site.yaml hides an event from a timeline.",
    "impossible-date": "A date is one that no calendar has, or the end of a time lies before its beginning.",
    "internal": "newsgen itself failed on a clipping.",
    "leads-out": "A link leads out of the folder of articles.",
    "linked-folder": "A folder is only linked, and its files are not read there.",
    "no-date": "The text does not tell when the article was published.",
    "no-source": "The text does not tell which outlet published the article.",
    "not-read": "A file of a kind that newsgen does not read stands among the articles.",
    "not-text": "A file that should be a clipping holds no text.",
    "pinned-event": "An entry of site.yaml puts an event on a timeline.",
    "recogniser": "A recogniser of site.yaml cannot be used.",
    "recogniser-failed": "A recogniser failed on a clipping.",
    "same-name": "Two files have names that are shown alike.",
    "slug-changed": "A page is published at another address than its article asks for.",
    "slug-clash": "Two articles ask for one address.",
    "slug-numbered": "Two pages would have one address, so that one of them got a number.",
    "too-large": "A file is too large for a clipping.",
    "undecided-person": "Two persons may be one, and the editor has not said.",
    "unknown-key": "A key is not one that newsgen knows.",
    "unknown-name": "A name in the configuration occurs in no article.",
    "unreadable": "A file cannot be read.",
    "unresolved-mention": "A name may mean several persons, or none.",
    "yaml": "A configuration cannot be read as YAML.",
}
"""What the messages of each code are about, for tools that list them."""

_GITHUB_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def print_as_json(report: CheckReport, site: Path) -> None:
    """The figures and all messages; paths are relative to the site's folder."""
    figures = {
        "clippings": report.clippings,
        "errors": report.errors,
        "warnings": report.warnings,
        "notes": report.notes,
        "diagnostics": [replace(item, path=_name_as_text(item.path, site)) for item in report.diagnostics],
    }
    print_json(figures)


def print_sarif(report: CheckReport, site: Path) -> None:
    """SARIF 2.1.0; paths are relative to the current folder, as a checkout's root is in CI."""
    codes = sorted({item.code for item in report.diagnostics})
    driver = {"name": "newsgen", "semanticVersion": __version__, "rules": [_describe_rule(code) for code in codes]}
    results = [_describe_result(item, site, codes.index(item.code)) for item in report.diagnostics]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    print_json({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _describe_rule(code: str) -> dict[str, Any]:
    return {"id": code, "shortDescription": {"text": RULES.get(code, "What newsgen found in an archive.")}}


def _describe_result(item: Diagnostic, site: Path, rule: int) -> dict[str, Any]:
    place: dict[str, Any] = {
        "artifactLocation": {"uri": quote(os.fsencode(_from_here(_find_name(item.path, site), site)))}
    }
    if item.line:
        place["region"] = {"startLine": item.line} | ({"startColumn": item.column} if item.column else {})
    return {
        "ruleId": item.code,
        "ruleIndex": rule,
        "level": item.severity,
        "message": {"text": _tell(item)},
        "locations": [{"physicalLocation": place}],
    }


def print_github(report: CheckReport, site: Path) -> None:
    """A workflow command for each message; GitHub shows it at its line. Paths are relative to the current folder."""
    for item in report.diagnostics:
        click.echo(_command(item, site))


def _command(item: Diagnostic, site: Path) -> str:
    """`::warning file=articles/x.txt,line=3,col=1,title=no-source::message (hint)`."""
    properties = ",".join(f"{name}={_escape_property(value)}" for name, value in _list_properties(item, site))
    return f"::{_GITHUB_COMMANDS[item.severity]} {properties}::{_escape(_tell(item))}"


def _list_properties(item: Diagnostic, site: Path) -> Iterator[tuple[str, str]]:
    yield "file", _from_here(_name_as_text(item.path, site), site)
    if item.line:
        yield "line", str(item.line)
    if item.column:
        yield "col", str(item.column)
    yield "title", item.code


def _escape(text: str) -> str:
    """The text with the escapes of GitHub's commands; what else a terminal would obey as its codes."""
    return defuse(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def _tell(item: Diagnostic) -> str:
    return f"{item.message} ({item.hint})" if item.hint else item.message


def _find_name(path: str, site: Path) -> str:
    """The file's own name: messages show what cannot be printed of it as codes."""
    named = _CODE.sub(lambda code: code[0].encode("ascii").decode("unicode_escape"), path)
    return named if named != path and "\0" not in named and os.path.lexists(site / named) else path


def _name_as_text(path: str, site: Path) -> str:
    """The same, if it is text; names of other bytes are told as they are shown."""
    named = _find_name(path, site)
    return path if any("\ud800" <= letter <= "\udfff" for letter in named) else named


def _from_here(path: str, site: Path) -> str:
    """The path as it is called from the current folder."""
    return PurePath(os.path.relpath(site / path)).as_posix()


Form = Callable[[CheckReport, Path], None]

FORMATS: Mapping[str, Form] = {"json": print_as_json, "sarif": print_sarif, "github": print_github}
"""By the names that `--format` knows; `text` is for people."""
