"""`redirects.yaml`: where addresses lead that the site once had; and `redirects` of `site.yaml`."""

from collections.abc import Iterator
from collections.abc import Mapping as Mapped
from collections.abc import Sequence as Sequenced

import msgspec

from newsgen.config.fields import FieldReader
from newsgen.config.files import BOM
from newsgen.config.yamltext import Mapping, Node, Scalar, Sequence, read_yaml
from newsgen.errors import ConfigError
from newsgen.records.options import Redirect, RedirectHost

REDIRECTS_FILE = "redirects.yaml"
REDIRECT_KEYS = ("from", "to", "gone")
HOSTS: tuple[RedirectHost, ...] = ("cloudflare", "netlify", "nginx")

_LONGEST_NAME = 255  # bytes; the limit of every common file system
_NOT_IN_PATHS = '\\:*?"<>|#%'
"""What no file of a stick or a Windows machine may have in its name, and what means something else in an address."""

_EXAMPLE = "such as people/ama-darko.html"


def parse_redirects(text: str) -> tuple[Redirect, ...]:
    """The redirects that the text of a `redirects.yaml` holds; raises ConfigError with all its faults."""
    fields = FieldReader(REDIRECTS_FILE)
    redirects = read_redirects(read_yaml(text.removeprefix(BOM), REDIRECTS_FILE), fields)
    if fields.faults:
        raise ConfigError(*sorted(fields.faults))
    return redirects


def read_redirects(root: Node, fields: FieldReader) -> tuple[Redirect, ...]:
    """The redirects in the tree of `redirects.yaml`, chains followed to their ends; faults are left with `fields`."""
    if isinstance(root, Mapping) and not root.entries:
        return ()
    if not isinstance(root, Sequence):
        fields.fault(root, "wrong-kind", "the file must be a list", "begin each entry with `- from: …`")
        return ()
    redirects: dict[str, Redirect] = {}
    for entry in fields.mappings(root, REDIRECTS_FILE, REDIRECT_KEYS):
        redirect = _read_entry(entry, fields)
        if redirect is None:
            continue
        first = redirects.setdefault(redirect.old.casefold(), redirect)
        if first is not redirect:
            message = f"`{redirect.old}` already leads somewhere by line {first.line}"
            fields.fault(_place(redirect), "claimed-twice", message, "keep one of the two")
    return tuple(_follow_chains(tuple(redirects.values()), fields))


def _read_entry(entry: Mapping, fields: FieldReader) -> Redirect | None:
    """One entry; None if it is of no use."""
    old = _read_path(entry, "from", fields)
    gone = fields.flag(entry, "gone", default=False)
    if gone and entry.get("to") is not None:
        fields.fault(entry, "wrong-value", "`to` and `gone` contradict each other", "keep one of the two")
    new = None if gone else _read_path(entry, "to", fields)
    if old is None or (new is None and not gone):
        return None
    source, target = entry.get("from"), entry.get("to")
    assert source is not None
    return Redirect(
        old=old,
        new=new,
        goal=new,
        line=source.line,
        column=source.column,
        new_line=target.line if target else 0,
        new_column=target.column if target else 0,
    )


def _read_path(entry: Mapping, key: str, fields: FieldReader) -> str | None:
    """The path of a page under the key; None, with a fault, for anything else."""
    node = entry.get(key)
    path = fields.text(entry, key)
    if path is None:
        if node is None or (isinstance(node, Scalar) and node.empty):
            hint = f"add `{key}: …`, the path of a page, {_EXAMPLE}"
            if key == "to":
                hint += "; or `gone: true` if nothing took its place"
            fields.fault(entry if node is None else node, "missing-key", f"`{key}` is missing", hint)
        return None
    assert node is not None
    fault = find_path_fault(path)
    if fault:
        fields.fault(node, "wrong-path", f"`{key}` {fault[0]}", fault[1])
        return None
    return path


def find_path_fault(path: str) -> tuple[str, str] | None:
    """Why this is not the path of a page in any site, in words, and what to do; None if it is."""
    hint = f"give the page's path within the site, {_EXAMPLE}"
    parts = path.split("/")
    if "//" in path and ":" in path.partition("//")[0]:
        return "is a web address", hint
    if path.startswith(("/", "\\")) or {".", ".."} & set(parts):
        return "leads out of the site", hint
    if not path.endswith(".html"):
        return "is not the path of a page", f"give the name of the file, {_EXAMPLE}"
    if parts[0].startswith(".newsgen"):
        return "is a name that newsgen needs for itself", "remove the entry"
    return _find_letter_fault(path, parts)


def _find_letter_fault(path: str, parts: Sequenced[str]) -> tuple[str, str] | None:
    """The same for what no file can be called."""
    wrong = next((letter for letter in path if letter in _NOT_IN_PATHS or not letter.isprintable()), None)
    if wrong:
        shown = wrong if wrong.isprintable() else f"U+{ord(wrong):04X}"
        return f"holds `{shown}`, which no path of a page has", "give the path as the file is called, without escapes"
    if not all(0 < len(part.encode("utf-8", "replace")) <= _LONGEST_NAME for part in parts):
        return "has a part that no file can be called", f"give the page's path within the site, {_EXAMPLE}"
    return None


def _follow_chains(redirects: Sequenced[Redirect], fields: FieldReader) -> Iterator[Redirect]:
    """The redirects with their goals; a fault for each circle."""
    ends = _find_ends(redirects, fields)
    for redirect in redirects:
        end = ends[redirect.old]
        if end is not None:
            yield msgspec.structs.replace(redirect, goal=end.new)


def _find_ends(redirects: Sequenced[Redirect], fields: FieldReader) -> Mapped[str, Redirect | None]:
    """For each old address the last redirect on its way; None, and a fault once, where that is a circle."""
    table = {redirect.old: redirect for redirect in redirects}
    ends: dict[str, Redirect | None] = {}
    for redirect in redirects:
        steps: dict[str, Redirect] = {}
        following: Redirect | None = redirect
        while following and following.old not in steps and following.old not in ends:
            steps[following.old] = last = following
            following = table.get(following.new or "")
        if not steps:
            continue
        if following and following.old in steps:
            _tell_circle(list(steps.values()), following, fields)
        end = last if following is None else ends.get(following.old)
        ends.update(dict.fromkeys(steps, end))
    return ends


def _tell_circle(steps: Sequenced[Redirect], begin: Redirect, fields: FieldReader) -> None:
    """The fault about redirects of which the last leads back to one of them."""
    circle = steps[steps.index(begin) :]
    ways = " and ".join(f"line {step.line}" for step in circle)
    message = f"`{begin.old}` leads back to itself, by {ways}"
    fields.fault(_place(begin), "redirect-circle", message, "remove the entry that is out of date")


def _place(redirect: Redirect) -> Scalar:
    """Where its old address stands."""
    return Scalar(redirect.old, redirect.line, redirect.column)


def read_redirect_hosts(root: Mapping, fields: FieldReader) -> tuple[RedirectHost, ...]:
    """The servers that `redirects` of `site.yaml` names, sorted; faults are left with `fields`."""
    node = root.get("redirects")
    if node is None or (isinstance(node, Scalar) and node.empty):
        return ()
    if not isinstance(node, Mapping):
        fields.fault(node, "wrong-kind", "`redirects` must have keys", "write `redirects: {netlify: true}`")
        return ()
    fields.check_keys(node, HOSTS, "`redirects`")
    hosts = tuple(host for host in HOSTS if fields.flag(node, host, default=False))
    if {"cloudflare", "netlify"} <= set(hosts):
        message = "Netlify and Cloudflare read the same file, each in a form of its own"
        fields.fault(node, "wrong-value", message, "keep the one that serves the site")
    return hosts
