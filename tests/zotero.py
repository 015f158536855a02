"""What Zotero saves from the head of a page: what of its translators “Embedded Metadata” and “RDF” matters here.

Of each field the tags are asked for in Zotero's order: the first that is there gives the value. What `citation_…` says
wins over all others.
"""

from html.parser import HTMLParser

_FIELDS = {
    "title": ("citation_title", "dc.title", "og:title"),
    "publicationTitle": ("dc.source", "og:site_name"),
    "date": ("citation_publication_date", "article:published_time", "dc.date"),
    "language": ("citation_language", "dc.language"),
    "section": ("article:section",),
    "url": ("citation_public_url", "og:url"),
    "abstractNote": ("og:description", "description"),
}

_OPEN_GRAPH = {"website": "webpage", "book": "book"}
_ZOTERO_TYPES = {"newspaperArticle", "journalArticle", "webpage", "book"}


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or given.get("property")
        if tag == "meta" and name and given.get("content"):
            self.tags.setdefault(name.lower(), []).append(given["content"] or "")


def save_item(page: str) -> dict[str, object]:
    """The item that Zotero makes of a page's text."""
    head = _Head()
    head.feed(page.partition("</head>")[0])
    tags = head.tags
    fields = {field: tags[name][0] for field, names in _FIELDS.items() for name in reversed(names) if name in tags}
    creators = [_part_name(author) for author in tags.get("citation_author", tags.get("dc.creator", []))]
    return {"itemType": _find_type(tags), "creators": creators, **fields}


def _find_type(tags: dict[str, list[str]]) -> str:
    """Open Graph's types but `article` come first, then Dublin Core's; else `citation_title` means a journal."""
    graph, core = tags.get("og:type", [""])[0], tags.get("dc.type", [""])[0]
    if graph in _OPEN_GRAPH:
        return _OPEN_GRAPH[graph]
    if core in _ZOTERO_TYPES:
        return core
    return "journalArticle" if "citation_title" in tags else "webpage"


def _part_name(author: str) -> tuple[str, str]:
    """(given, family): parted at the comma; without one, the last word is the family name."""
    if "," in author:
        family, _, given = author.partition(",")
        return given.strip(), family.strip()
    given, _, family = author.rpartition(" ")
    return given, family
