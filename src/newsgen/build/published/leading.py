"""Pages that only lead on to another one."""

import re
from html import unescape
from urllib.parse import unquote, urljoin

HEAD = 8192
"""Bytes of a page in which it says that it leads on."""

# matches: <meta http-equiv="refresh" content="0; url=../people/a.html">
# not: <meta name="refresh" content="0">
_REFRESH = re.compile(rb'http-equiv="refresh"(?: content="\d+; ?url=([^"<>]*)")?')


def leads_on(head: bytes) -> bool:
    """Whether the page that begins so only leads on."""
    return _REFRESH.search(head) is not None


def find_goal(path: str, head: bytes) -> str:
    """Path of the page that the one at this path leads to; empty if it is none of the site, or not told."""
    found = _REFRESH.search(head)
    if found is None or found[1] is None:
        return ""
    address = unescape(found[1].decode("utf-8", "replace"))
    try:
        goal = urljoin(f"/{path}", address)
    except ValueError:
        return ""
    return unquote(goal.partition("#")[0]).lstrip("/") if goal.startswith("/") else ""
