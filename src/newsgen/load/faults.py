"""What is told of files that are no clippings."""

from newsgen.errors import Diagnostic

ENDINGS = (".md", ".markdown", ".txt")
"""Of the names of clippings."""

MAX_BYTES = 10_000_000
"""A clipping is a text of some pages; what is larger is something else."""


def tell_fault(path: str, code: str, message: str, hint: str) -> Diagnostic:
    """An error about a whole file."""
    return Diagnostic(path, 0, 0, "error", code, message, hint)


def tell_too_large(path: str) -> Diagnostic:
    """It has more than `MAX_BYTES`."""
    message = f"the file is larger than {MAX_BYTES // 1_000_000} MB, too large for a clipping"
    return tell_fault(path, "too-large", message, "keep one article a file")


def tell_leads_out(path: str) -> Diagnostic:
    """It is a link to something outside `articles/`."""
    message = "this link leads out of articles/ and is not followed"
    return tell_fault(path, "leads-out", message, "copy the file itself here")


def tell_linked_folder(path: str) -> Diagnostic:
    """It is a link to a folder within `articles/`."""
    message = "a link to a folder is not followed; what it leads to is read in its own place"
    return Diagnostic(path, 0, 0, "warning", "linked-folder", message, "delete the link")


def tell_twin(path: str) -> Diagnostic:
    """Another file is shown by the same path."""
    message = "two files have this name, written with different characters that look the same"
    return tell_fault(path, "same-name", message, "rename one of them")


def tell_unreadable(path: str, fault: Exception, *, what: str = "file") -> Diagnostic:
    """The system gives no bytes of it."""
    reason = getattr(fault, "strerror", None) or str(fault)
    return tell_fault(path, "unreadable", f"the {what} cannot be read: {reason}", "mend it or move it out of articles/")


def tell_not_read(path: str) -> Diagnostic:
    """Its ending is none of a clipping's."""
    message = f"not read: only {', '.join(ENDINGS)} files are clippings"
    return Diagnostic(path, 0, 0, "warning", "not-read", message, "save the article as text")
