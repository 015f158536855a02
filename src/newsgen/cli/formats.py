"""The messages of a check in the forms that other tools read."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

import click

from newsgen import __version__
from newsgen.build import CheckReport
from newsgen.cli.show import defuse, print_json
from newsgen.errors import Diagnostic

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_GITHUB_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def print_as_json(report: CheckReport, _site: Path) -> None:
    """The figures and all messages; paths are relative to the site's folder."""
    figures = {
        "clippings": report.clippings,
        "errors": report.errors,
        "warnings": report.warnings,
        "notes": report.notes,
        "diagnostics": report.diagnostics,
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
    return {"id": code, "shortDescription": {"text": code.replace("-", " ")}}


def _describe_result(item: Diagnostic, site: Path, rule: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(_from_here(item.path, site))}}
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
        click.echo(defuse(_command(item, site)))


def _command(item: Diagnostic, site: Path) -> str:
    """`::warning file=articles/x.txt,line=3,col=1,title=no-source::message (hint)`."""
    properties = ",".join(f"{name}={_escape_property(value)}" for name, value in _list_properties(item, site))
    return f"::{_GITHUB_COMMANDS[item.severity]} {properties}::{_escape(_tell(item))}"


def _list_properties(item: Diagnostic, site: Path) -> Iterator[tuple[str, str]]:
    yield "file", _from_here(item.path, site)
    if item.line:
        yield "line", str(item.line)
    if item.column:
        yield "col", str(item.column)
    yield "title", item.code


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def _tell(item: Diagnostic) -> str:
    return f"{item.message} ({item.hint})" if item.hint else item.message


def _from_here(path: str, site: Path) -> str:
    """The path as it is called from the current folder."""
    return PurePath(os.path.relpath(site / path)).as_posix()


Form = Callable[[CheckReport, Path], None]

FORMATS: Mapping[str, Form] = {"json": print_as_json, "sarif": print_sarif, "github": print_github}
"""By the names that `--format` knows; `text` is for people."""
