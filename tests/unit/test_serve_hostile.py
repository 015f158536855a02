"""The preview's server against clients that mean it ill: it reads nothing outside its folder, answers each connection
once, loses no thread and no descriptor, and goes on answering others.
"""

import errno
import os
import select
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from newsgen.serve.preview import Outcome, Preview
from newsgen.serve.server import PreviewServer
from previews import ask, ask_raw, served

HEAD = b"Host: localhost\r\n\r\n"
SECRET = b"nobody may read this"


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """A folder with a page, beside a file that is nobody's business."""
    folder = tmp_path / "site" / "preview"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("<p>Text</p>")
    (folder / "404.html").write_text("<p>Lost</p>")
    (folder / "large.bin").write_bytes(bytes(12 << 20))
    (tmp_path / "site" / "secret.txt").write_bytes(SECRET)
    (folder / "link.txt").symlink_to(tmp_path / "site" / "secret.txt")
    (folder / "up").symlink_to(tmp_path / "site")
    made = Preview(folder)
    made.update(Outcome(built=True, errors=()))
    return made


@pytest.fixture
def port(preview: Preview) -> Iterator[int]:
    with served(preview) as port:
        yield port


def eventually(holds: Callable[[], bool]) -> bool:
    """Whether it holds within some seconds, which only a fault lets pass."""
    end = time.monotonic() + 10
    while not holds() and time.monotonic() < end:
        select.select([], [], [], 0.01)
    return holds()


def count_threads() -> int:
    return sum("process_request" in thread.name for thread in threading.enumerate())


# --- addresses ------------------------------------------------------------------------------------------------------

STEPS = (
    *(b"..", b"%2e%2e", b"%2E.", b".%2e", b"%252e%252e", b"..%00", b"..;", b". .", b"..%20", b"\t..", b"%uff0e%uff0e"),
    *(b"%c0%ae%c0%ae", b"%e0%80%ae%e0%80%ae", b"\xc0\xae\xc0\xae", b"\xef\xbc\x8e\xef\xbc\x8e"),
)
SLASHES = (b"/", b"\\", b"%2f", b"%5c", b"%252f", b"%c0%af", b"//", b"/./")


def test_no_spelling_of_the_folder_above_is_read(port: int) -> None:
    """Fails, for example, if `_find_place` lets `..` pass and `_is_inside` is left out."""
    for step in STEPS:
        for slash in SLASHES:
            raw = ask_raw(port, b"GET /" + step + slash + b"secret.txt HTTP/1.1\r\n" + HEAD)
            assert SECRET not in raw, (step, slash)


@pytest.mark.parametrize(
    "target",
    [
        *(b"/link.txt", b"/up/secret.txt", b"/up%2fsecret.txt", b"/file:///etc/hostname", b"file:///etc/hostname"),
        *(b"http://localhost/up/secret.txt", b"http://localhost/..%2fsecret.txt", b"http:///secret.txt"),
        *(b"/%2fetc/hostname", b"/index.html%00.txt", b"/~root/x", b"/$HOME/x", b"/-/../../server.py"),
        *(b"/-/reload.js/../../server.py", b"/-/%2e%2e/server.py"),
    ],
)
def test_nothing_else_is_read(port: int, target: bytes) -> None:
    """Fails if `_is_inside` is left out: links are followed."""
    raw = ask_raw(port, b"GET " + target + b" HTTP/1.1\r\n" + HEAD)
    assert raw.split(b" ", 2)[1] in {b"400", b"404", b"421"}
    assert SECRET not in raw


# --- requests -------------------------------------------------------------------------------------------------------

SECOND = b"GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Length: 0\r\nContent-Length: 59\r\n",
        b"Content-Length: 59\r\nTransfer-Encoding: chunked\r\n",
        b"Transfer-Encoding: chunked\r\n",
        b"Transfer-Encoding: xchunked\r\nTransfer-Encoding: chunked\r\n",
        b"Content-Length: -1\r\n",
        b"Content-Length: 99999999999999999999\r\n",
        b"Connection: keep-alive\r\nKeep-Alive: 60\r\n",
        b"Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n",
        b"Expect: 100-continue\r\nContent-Length: 59\r\n",
    ],
)
@pytest.mark.parametrize("method", [b"GET", b"POST"])
def test_a_connection_has_one_answer(port: int, method: bytes, head: bytes) -> None:
    """Fails, for example, if `protocol_version` becomes `HTTP/1.1`: what follows is then a request of its own."""
    raw = ask_raw(port, method + b" / HTTP/1.1\r\n" + head + HEAD + SECOND)
    assert len(raw) < 10_000
    assert raw.split(b" ", 2)[1] == (b"200" if method == b"GET" else b"405")
    assert raw.count(b"HTTP/1.0 ") == 1 + raw.startswith(b"HTTP/1.0 100 ")


@contextmanager
def suppress_hung_up() -> Iterator[None]:
    """For a connection that the other side may have ended already, which for this is no ConnectionError."""
    try:
        yield
    except OSError as error:
        if error.errno != errno.ENOTCONN:
            raise


@pytest.mark.parametrize(
    "raw",
    [
        *(b"\r\n\r\n", b"GET\r\n\r\n", b"\x00\xff\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"G" * 70_000),
        *(b"GET /" + b"a" * 100_000, b"GET / HTTP/1.1\r\nX: " + b"a" * 100_000),
        *(b"GET / HTTP/1.1\r\n" + b"X: a\r\n" * 1000, b"GET / HTTP/1.1\r\nHost\r\n: x\r\n\r\n"),
        *(b"GET / HTTP/1.1\r\n Host: localhost\r\n\r\n", b"GET /\r\n", b"GET / HTTP/1.1\nHost:localhost\n\n"),
        *(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\x16\x03\x01\x02\x00\x01", b"GET http://[::1 HTTP/1.1\r\n" + HEAD),
        *(b"CONNECT localhost:1 HTTP/1.1\r\n" + HEAD, b"OPTIONS * HTTP/1.1\r\n" + HEAD, b"TRACE / HTTP/1.1\r\n" + HEAD),
    ],
)  # fmt: skip
def test_nonsense_is_survived(port: int, raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails if `_is_for_us` takes the first Host without asking whether there is one: that raises an IndexError."""
    faults: list[BaseException | None] = []
    monkeypatch.setattr(PreviewServer, "handle_error", lambda *_: faults.append(sys.exception()))
    with suppress(ConnectionError), socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(raw)
        with suppress_hung_up():
            connection.shutdown(socket.SHUT_WR)
        while connection.recv(65536):
            pass
    assert ask(port, "GET").status == 200
    assert eventually(lambda: count_threads() == 0)
    assert [fault for fault in faults if not isinstance(fault, OSError)] == []


# --- time and number ------------------------------------------------------------------------------------------------


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgen.serve.server._PATIENCE", 0.2)


def is_cut(connection: socket.socket) -> bool:
    """Whether the server has hung up."""
    readable, _, _ = select.select([connection], [], [], 0.02)
    try:
        return bool(readable) and not connection.recv(65536)
    except ConnectionError:
        return True


def test_a_silent_client_is_dropped(impatient, port: int) -> None:
    """Fails if `_Received` waits without a limit."""
    assert ask_raw(port, b"GET / HT") == b""


def test_a_client_that_drips_is_dropped(impatient, port: int) -> None:
    """Fails, for example, if the time is that between two bytes (`timeout` of `StreamRequestHandler`)."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:

        def drip() -> bool:
            with suppress(ConnectionError):
                connection.send(b"a")
            return is_cut(connection)

        connection.send(b"GET /")
        assert eventually(drip)


def test_a_client_that_does_not_take_its_answer_is_dropped(impatient, port: int) -> None:
    """Fails if the connection has no limit while the answer is sent."""
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", port))
        connection.sendall(b"GET /large.bin HTTP/1.1\r\n" + HEAD)
        assert eventually(lambda: count_threads() > 0)
        assert eventually(lambda: count_threads() == 0)


def test_with_more_connections_than_places_others_are_answered(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails, for example, if a connection too many is closed rather than the oldest one."""
    monkeypatch.setattr("newsgen.serve.server._HEARTBEAT", 0.2)
    with served(preview) as port:
        held = [socket.create_connection(("127.0.0.1", port), timeout=5) for _ in range(300)]
        for connection in held[::3]:
            with suppress(ConnectionError):
                connection.sendall(b"GET /-/events HTTP/1.1\r\n" + HEAD)
        for _ in range(5):
            assert ask(port, "GET").status == 200
        assert eventually(lambda: is_cut(held[1]))
        assert not is_cut(held[-1])
        assert count_threads() <= 200
        for connection in held:
            connection.close()
    assert eventually(lambda: count_threads() == 0)


def test_connections_leave_no_thread_and_no_descriptor_behind(port: int) -> None:
    """Fails if `process_request` keeps a copy of each connection, or its thread goes on sleeping."""
    ask(port, "GET").read()
    assert eventually(lambda: count_threads() == 0)
    before = len(os.listdir("/proc/self/fd"))
    for request in (b"", b"GET", b"GET / HTTP/1.1\r\n", b"PUT / HTTP/1.1\r\n", b"GET /large.bin HTTP/1.1\r\n"):
        for _ in range(12):
            with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
                connection.sendall(request + HEAD)
    assert eventually(lambda: count_threads() == 0)
    assert len(os.listdir("/proc/self/fd")) <= before
