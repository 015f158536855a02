"""Files of a published site, fetched over HTTP: a few, whole, within limits of size and time."""

import time
import urllib.request
from http.client import HTTPException, HTTPMessage, IncompleteRead
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request

from newsgen import __version__
from newsgen.build.published.sitemaps import refuse

PATIENCE = 20.0
"""Seconds without an answer after which a server counts as silent."""

LONGEST_WAIT = 120.0
"""Seconds after which a file that is still coming is given up."""

LARGEST = 256 << 20
"""Bytes of a file; the articles of an archive of 100,000 are about as many."""

_PIECE = 1 << 16
_ABSENT = (404, 410)


def is_address(place: str) -> bool:
    """Whether this is a web address and no path."""
    return place.casefold().startswith(("http://", "https://"))


def fetch(address: str) -> bytes | None:
    """The bytes at the address; None if the server says that there is nothing.

    Raises UsageError, with the reason, for all else that goes wrong.
    """
    try:
        return _fetch(address)
    except HTTPError as error:
        error.close()
        if error.code in _ABSENT:
            return None
        raise refuse(address, f"the server answers {error.code} ({error.reason})") from None
    except TimeoutError:
        raise refuse(address, "the server does not answer in time") from None
    except URLError as error:
        reason = "it does not answer in time" if isinstance(error.reason, TimeoutError) else error.reason
        raise refuse(address, f"the server cannot be reached: {reason}") from None
    except (HTTPException, OSError, ValueError) as error:
        raise refuse(address, f"it cannot be fetched: {error or type(error).__name__}") from None


def _fetch(address: str) -> bytes:
    started = time.monotonic()
    pieces: list[bytes] = []
    size = 0
    # Only the two schemes have a handler in this opener, so nothing else is opened, whatever a redirect says.
    headers = {"User-Agent": f"newsgen/{__version__}", "Accept-Encoding": "identity"}
    with _OPENER.open(Request(address, headers=headers), timeout=PATIENCE) as answer:  # noqa: S310
        promised = answer.length
        while piece := answer.read1(_PIECE):  # what is there, so that the time is looked at however slowly it comes
            pieces.append(piece)
            size += len(piece)
            if size > LARGEST:
                raise refuse(address, f"the file is larger than {LARGEST >> 20} MB")
            if time.monotonic() - started > LONGEST_WAIT:
                raise TimeoutError
        if promised and size < promised:
            raise IncompleteRead(b"", promised - size)
    return b"".join(pieces)


class _WebOnly(HTTPRedirectHandler):
    """Follows redirects, a few of them, from web addresses to web addresses."""

    max_redirections = 5

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if not is_address(newurl):
            fp.close()
            raise URLError("it leads to what is no web address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _make_opener() -> urllib.request.OpenerDirector:
    """An opener for the web alone; proxies are those of the environment."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        _WebOnly(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


_OPENER = _make_opener()
