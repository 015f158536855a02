"""The configuration: `site.yaml`, `people.yaml` and `redirects.yaml`, all optional, checked once and whole."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from newsgen.config.fields import CodeOf, FieldReader
from newsgen.config.files import BOM, read_text
from newsgen.config.people import PEOPLE_FILE, parse_people
from newsgen.config.recognisers import read_recognisers
from newsgen.config.redirects import REDIRECTS_FILE, read_redirects
from newsgen.config.site import parse_base_url, read_site
from newsgen.config.withholding import read_withheld
from newsgen.config.yamltext import Node, read_yaml
from newsgen.errors import ConfigError, Diagnostic, UsageError
from newsgen.records.options import Config, Judgement, ReadingOptions, Redirect, SiteOptions

__all__ = ["FILES", "load_config"]

FILES = ("site.yaml", PEOPLE_FILE, REDIRECTS_FILE)
"""The files of a site that hold its configuration."""

Part = TypeVar("Part")


def load_config(site: Path, code_of: CodeOf, *, base_url: str | None = None, drafts: bool = False) -> Config:
    """What the three files in the folder `site` say; `base_url` and `drafts` come from the command line.

    Raises ConfigError with every fault of the three files, UsageError for a base URL that is none.
    """
    faults: list[Diagnostic] = []
    read = _read_file(
        site,
        "site.yaml",
        lambda root, fields: (
            read_site(root, fields, code_of),
            read_recognisers(root, fields, site),
            read_withheld(root, fields),
        ),
        faults,
    )
    judgements = _read_judgements(site, faults)
    redirects: tuple[Redirect, ...] | None = _read_file(site, REDIRECTS_FILE, read_redirects, faults)
    if faults:
        raise ConfigError(*sorted(faults))
    options, recognisers, withheld = read or (SiteOptions(title=""), (), ())
    options = _override(options, site, base_url=base_url, drafts=drafts)
    return Config(
        site=options,
        reading=ReadingOptions(outlets=options.outlets, language=options.language, recognisers=recognisers),
        judgements=judgements,
        redirects=redirects or (),
        withheld=withheld,
    )


def _read_file(
    site: Path, name: str, read: Callable[[Node, FieldReader], Part], faults: list[Diagnostic]
) -> Part | None:
    """What `read` makes of the file; None if there is none. Faults are added to `faults`."""
    fields = FieldReader(name)
    try:
        text = read_text(site, name)
        if text is None:
            return None
        result = read(read_yaml(text.removeprefix(BOM), name), fields)
    except ConfigError as error:
        faults.extend(error.diagnostics)
        return None
    faults.extend(fields.faults)
    return result


def _read_judgements(site: Path, faults: list[Diagnostic]) -> tuple[Judgement, ...]:
    """The entries of `people.yaml`; its faults are added to `faults`."""
    try:
        return parse_people(read_text(site, PEOPLE_FILE) or "")
    except ConfigError as error:
        faults.extend(error.diagnostics)
        return ()


def _override(options: SiteOptions, site: Path, *, base_url: str | None, drafts: bool) -> SiteOptions:
    address = options.base_url
    if base_url is not None:
        address = parse_base_url(base_url)
        if address is None:
            message = f"`{base_url}` is not a web address"
            hint = "give one such as https://example.org/archive/"
            raise UsageError(Diagnostic("--base-url", 0, 0, "error", "base-url", message, hint))
    title = options.title or site.resolve().name.replace("-", " ").replace("_", " ").strip().capitalize() or "Archive"
    return msgspec.structs.replace(options, title=title, base_url=address, drafts=drafts)
