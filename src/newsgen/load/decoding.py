"""The text of a clipping, made of a file's bytes."""

from newsgen.canon import digest
from newsgen.errors import Diagnostic
from newsgen.load.faults import tell_fault
from newsgen.records.clipping import Clipping

_MAGIC = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"RIFF": "an image or a sound",
    b"\x1f\x8b": "a compressed file",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "a rich text document",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}
"""How files begin that are no text: the first bytes → what it is."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

_CONTROLS = "".join(map(chr, sorted({*range(32), 127} - {*b"\t\n\v\f\r\x1b"})))
"""What no text holds; form feeds and escapes do occur in what terminals and wires leave behind."""

_UNDEFINED_IN_CP1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")


def decode(path: str, data: bytes, known: str | None = None) -> Clipping | Diagnostic:
    """The clipping made of a file's bytes, or why it is none; `path` is how messages name it.

    `known` is the digest of the bytes, where it is known already.
    """
    kind = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), None)
    if kind is not None:
        return _refuse(path, f"this is {kind}, not a text")
    encoding = _detect(data)
    if encoding == "utf-16" and len(data) % 2:
        return _refuse(path, "this begins like UTF-16 but has an odd number of bytes")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return _refuse(path, f"this begins like {encoding} but cannot be decoded")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text or _count_controls(text) > len(text) // 200:
        return _find_control(path, text)
    if not text.strip("\ufeff\u200b \t\n\r\f\v\xa0"):
        return tell_fault(path, "empty", "the file is empty", "put the clipping's text into it or delete it")
    return Clipping(
        path=path, text=text, encoding=encoding, digest=known or digest(data), diagnostics=_remark(path, encoding)
    )


def _detect(data: bytes) -> str:
    """The encoding of a text: by its mark, else UTF-8 if it can be, else cp1252, else latin-1."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "latin-1" if _UNDEFINED_IN_CP1252.intersection(data) else "cp1252"
    return "utf-8"


def _remark(path: str, encoding: str) -> tuple[Diagnostic, ...]:
    if encoding.startswith("utf-8"):
        return ()
    message = f"read as {encoding}, which is not UTF-8"
    return (Diagnostic(path, 0, 0, "note", "encoding", message, "save it as UTF-8 if characters look wrong"),)


def _refuse(path: str, message: str) -> Diagnostic:
    return tell_fault(path, "not-text", message, "save the article's text as UTF-8, or move the file out of articles/")


def _count_controls(text: str) -> int:
    """How many control characters; in bytes they are counted ten times as fast, and in UTF-8 they are one byte each."""
    data = text.encode()
    return len(data) - len(data.translate(None, _CONTROLS.encode()))


def _find_control(path: str, text: str) -> Diagnostic:
    """The fault of a text with control characters, at the first of them."""
    at = next(at for at, character in enumerate(text) if character in _CONTROLS)
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    message = f"this is not a text: it holds control characters, the first of them U+{ord(text[at]):04X}"
    hint = "delete them if it is a text, or move the file out of articles/"
    return Diagnostic(path, line, column, "error", "not-text", message, hint)
