"""All that a reader could find in a published site, however it is written."""

import gzip
import html
import json
import re
import sqlite3


def read_all(files: dict[str, bytes]) -> str:
    """All that a reader could find in the files, their names too: entities and escapes read, databases told."""
    texts = []
    for path, data in sorted(files.items()):
        texts += [path, *read_file(data)]
    return "\n".join(texts)


def read_file(data: bytes) -> list[str]:
    """The file's text: as it is, as a browser shows it, and with its escapes read."""
    if data.startswith(b"SQLite format 3"):
        connection = sqlite3.connect(":memory:")
        connection.deserialize(data)
        return [*connection.iterdump(), data.decode("latin-1")]
    plain = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
    text = plain.decode("utf-8", "replace")
    return [text, re.sub("<[^>]*>", "", html.unescape(text)), re.sub(r"\\u[0-9a-f]{4}", _unescape, text)]


def _unescape(match: re.Match[str]) -> str:
    return json.loads(f'"{match.group()}"')
