"""Whether a clipping is a page copied whole."""

from newsgen.layout.findings import Parts, headline_index

_MENU = 3
"""Notices above the headline that make a page."""
_FURNITURE = 2
"""Notices anywhere that make one."""

_HEAD = frozenset(("page-head", "page-head-outlet"))
"""Rules of lines in a menu."""
PAGE_RULES = frozenset(
    (
        "notice-start",
        "notice-line",
        "notice-final",
        "related",
        "buttons",
        "copyright",
        "breadcrumb",
        "count",
        "handles",
        "list-of",
        "sponsor",
        "about-the-outlet",
    )
)
"""Rules of notices that stand on pages."""


def is_page(parts: Parts) -> bool:
    """Whether the clipping is a page copied whole: a menu stands above its headline."""
    above = [part.finding for part in parts[: headline_index(parts) + 1] if part.finding]
    return any(finding.rule in _HEAD for finding in above) or sum(f.role == "notice" for f in above) >= _MENU


def has_frame(parts: Parts) -> bool:
    """Whether the clipping has what stands around an article on a page: a menu, or several notices."""
    notices = sum(part.finding is not None and part.finding.rule in PAGE_RULES for part in parts)
    return notices >= _FURNITURE or is_page(parts)
