"""The configuration: `site.yaml` and `people.yaml`, both optional, checked once and whole."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from newsgen.config.fields import FieldReader
from newsgen.config.people import read_people
from newsgen.config.recognisers import read_recognisers
from newsgen.config.site import CodeOf, parse_base_url, read_site
from newsgen.config.yamltext import Node, read_yaml
from newsgen.errors import ConfigError, Diagnostic, UsageError
from newsgen.records.options import Config, Judgement, ReadingOptions, SiteOptions

__all__ = ["load_config"]

Part = TypeVar("Part")


def load_config(site: Path, code_of: CodeOf, *, base_url: str | None = None, drafts: bool = False) -> Config:
    """What the two files in the folder `site` say; `base_url` and `drafts` come from the command line.

    Raises ConfigError with every fault of the two files, UsageError for a base URL that is none.
    """
    faults: list[Diagnostic] = []
    read = _read_file(
        site,
        "site.yaml",
        lambda root, fields: (read_site(root, fields, code_of), read_recognisers(root, fields, site)),
        faults,
    )
    judgements: tuple[Judgement, ...] | None = _read_file(site, "people.yaml", read_people, faults)
    if faults:
        raise ConfigError(*sorted(faults))
    options, recognisers = read or (SiteOptions(title=""), ())
    options = _override(options, site, base_url=base_url, drafts=drafts)
    return Config(
        site=options,
        reading=ReadingOptions(outlets=options.outlets, language=options.language, recognisers=recognisers),
        judgements=judgements or (),
    )


def _read_file(
    site: Path, name: str, read: Callable[[Node, FieldReader], Part], faults: list[Diagnostic]
) -> Part | None:
    """What `read` makes of the file; None if there is none. Faults are added to `faults`."""
    if not (site / name).is_symlink() and not (site / name).exists():
        return None
    try:
        data = _read_bytes(site / name)
    except OSError as error:
        hint = "make it a plain file that you may read"
        faults.append(Diagnostic(name, 0, 0, "error", "unreadable", f"it cannot be read: {error.strerror}", hint))
        return None
    fields = FieldReader(name)
    try:
        result = read(read_yaml(_decode(data, name), name), fields)
    except ConfigError as error:
        faults.extend(error.diagnostics)
        return None
    faults.extend(fields.faults)
    return result


def _read_bytes(path: Path) -> bytes:
    """The file's bytes; only of a plain file, for a pipe or device might never end."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is no plain file")
    return path.read_bytes()


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        message = "the file is not UTF-8: this byte cannot be read"
        raise ConfigError(Diagnostic(name, line, column, "error", "encoding", message, "save it as UTF-8")) from None


def _override(options: SiteOptions, site: Path, *, base_url: str | None, drafts: bool) -> SiteOptions:
    address = options.base_url
    if base_url is not None:
        address = parse_base_url(base_url)
        if address is None:
            message = f"`{base_url}` is not a web address"
            hint = "give one such as https://example.org/archive/"
            raise UsageError(Diagnostic("--base-url", 0, 0, "error", "base-url", message, hint))
    title = options.title or site.resolve().name.replace("-", " ").replace("_", " ").strip().capitalize() or "Archive"
    return SiteOptions(
        title=title,
        description=options.description,
        base_url=address,
        language=options.language,
        outlets=options.outlets,
        timelines=options.timelines,
        drafts=drafts,
    )
