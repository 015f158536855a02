"""The preview's HTTP server: for this machine alone, and for reading only."""

import errno
import io
import os
import re
import socket
import threading
import time
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any

from newsgen.errors import Diagnostic, UsageError
from newsgen.serve.answers import EVENTS, Answer, find_answer, find_path, find_version
from newsgen.serve.preview import Preview

_MOST_CONNECTIONS = 200
_PATIENCE = 10.0
"""Seconds in which a client must have sent its request, and in which it must take the answer."""
_ROOM = 2.0
"""Seconds in which a connection that is cut gives up its place."""
_HEARTBEAT = 5.0
"""Seconds between signs of life to a listening browser, by which a closed one is noticed."""
_ADDRESS = "127.0.0.1"
_OWN_NAMES = frozenset({_ADDRESS, "localhost"})

# matches: http://localhost:8000/people/?x
# not: /people/http://localhost/
_ABSOLUTE = re.compile(r"(?i)\Ahttp://(?P<host>[^/?#]*)(?P<rest>.*)")


class PreviewServer(ThreadingHTTPServer):
    """Serves a preview on the loopback address, a thread for each connection."""

    daemon_threads = True
    request_queue_size = 512

    def __init__(self, preview: Preview, port: int) -> None:
        """Take the port; raises UsageError if it cannot be had."""
        self.preview = preview
        self._free = threading.BoundedSemaphore(_MOST_CONNECTIONS)
        self._open: dict[socket.socket, None] = {}
        try:
            super().__init__((_ADDRESS, port), _PreviewRequest)
        except OSError as error:
            raise UsageError(_explain_port(port, error)) from error

    @property
    def url(self) -> str:
        """The address to open."""
        return f"http://{_ADDRESS}:{self.server_address[1]}/"

    def server_bind(self) -> None:
        """Bind without asking the name service for our name, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = _ADDRESS, self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Hand the connection to a thread; if there are too many, cut the oldest: a browser comes again."""
        if not self._free.acquire(blocking=False):
            self._cut_oldest()
            if not self._free.acquire(timeout=_ROOM):
                self.shutdown_request(request)
                return
        self._open[request] = None
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Serve one connection."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._open.pop(request, None)
            self._free.release()

    def _cut_oldest(self) -> None:
        """Have the thread that serves the oldest connection end."""
        oldest = next(iter(tuple(self._open)), None)
        if oldest is not None and self._open.pop(oldest, True) is None:
            with suppress(OSError):  # it may just be over
                oldest.shutdown(socket.SHUT_RDWR)
            self.preview.wake()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay silent: what goes wrong with a connection is the browser's leaving."""


class _Received(io.RawIOBase):
    """What a client sends, for a while: who sends a byte now and then gets no more time than who is silent."""

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        self._connection = connection
        self._end = time.monotonic() + seconds

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        return self._connection.recv_into(buffer)


class _PreviewRequest(BaseHTTPRequestHandler):
    """One request."""

    server: PreviewServer
    server_version = "newsgen"
    sys_version = ""

    def setup(self) -> None:
        """Take the connection, with a limit to the time in which the request must be there."""
        super().setup()
        self.rfile.close()
        self.rfile = io.BufferedReader(_Received(self.connection, _PATIENCE))

    def parse_request(self) -> bool:
        """Whether the request may be answered; if not, it has been told so."""
        is_whole = super().parse_request()
        self.connection.settimeout(_PATIENCE)  # for the whole of an answer, however slowly it is taken
        if not is_whole:
            return False
        # A page of another site can make a browser ask here under its own name (DNS rebinding): for any method.
        if not self._is_for_us():
            return self._refuse(HTTPStatus.MISDIRECTED_REQUEST, "This preview is only for this machine.")
        if self.command not in {"GET", "HEAD"}:
            return self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, "This preview is only for reading.")
        if absolute := _ABSOLUTE.match(self.path):
            self.path = "/" + absolute["rest"].removeprefix("/")
        return True

    def do_HEAD(self) -> None:
        """Answer without the body."""
        self._send(find_answer(self.path, self.server.preview))

    def do_GET(self) -> None:
        """Answer, or tell of changes for as long as the browser listens."""
        address, _, page = self.path.partition("?")
        if address == EVENTS:
            self._send_events(page or "/")
        else:
            self._send(find_answer(self.path, self.server.preview))

    def end_headers(self) -> None:
        """Add the headers that all answers have."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        # No page of another site, open in the same browser, may load the archive's scripts and see what they hold.
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name is http.server's
        """Log nothing: the terminal is for the builds."""

    def _is_for_us(self) -> bool:
        hosts = self.headers.get_all("Host") or []
        if len(hosts) != 1:
            return False
        absolute = _ABSOLUTE.match(self.path)
        # The host in an absolute address counts instead of the header (RFC 9112, 3.2.2).
        host = absolute["host"] if absolute else hosts[0].strip(" \t")
        name, _, port = host.partition(":")
        return name.lower() in _OWN_NAMES and port in {"", str(self.server.server_port)}

    def _refuse(self, status: HTTPStatus, message: str) -> bool:
        """Send the reason; false, for the caller to give back."""
        self.close_connection = True
        self._send(Answer(status=status, content_type="text/plain; charset=utf-8", body=message.encode()))
        return False

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        if answer.status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        if answer.location:
            self.send_header("Location", answer.location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _send_events(self, page: str) -> None:
        """Send the version of the page of that address at once and whenever it changes, until the browser leaves."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        with self.server.preview.looked_at(find_path(page, self.server.preview)):
            self._send_versions(page)

    def _send_versions(self, page: str) -> None:
        preview = self.server.preview
        number, version = preview.number, find_version(page, preview)
        self.wfile.write(f"retry: 1000\ndata: {version}\n\n".encode())
        while True:
            number, earlier = preview.wait_for_news(number, _HEARTBEAT), version
            version = find_version(page, preview)
            self.wfile.write(f"data: {version}\n\n".encode() if version != earlier else b":\n\n")


def _explain_port(port: int, error: OSError) -> Diagnostic:
    hint = "choose another, such as --port 8080"
    if error.errno == errno.EADDRINUSE:
        message = f"port {port} is in use by another program"
    else:
        message = f"port {port} cannot be used: {os.strerror(error.errno or 0)}"
    return Diagnostic("--port", 0, 0, "error", "port", message, hint)
