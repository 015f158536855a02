"""A preview's server in a thread, and what a client says to it."""

import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from newsgen.serve.preview import Preview
from newsgen.serve.server import PreviewServer


@contextmanager
def served(preview: Preview) -> Iterator[int]:
    with PreviewServer(preview, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def ask(port: int, method: str, path: str = "/", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request(method, path, headers=headers)
    return connection.getresponse()


def ask_raw(port: int, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(request)
        received = b""
        while piece := connection.recv(65536):
            received += piece
        return received
