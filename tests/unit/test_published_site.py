"""A published site as a folder, as a sitemap, and on the web; and what is none."""

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from newsgen.build.published import fetching
from newsgen.build.published.opening import open_site
from newsgen.build.published.sitemaps import find_paths, read_sitemap
from newsgen.errors import UsageError

HOME = "https://example.org/archive/"


def make_sitemap(*addresses: str, root: str = "urlset") -> bytes:
    entries = "".join(f"<url><loc>{address}</loc><lastmod>2024-05-15</lastmod></url>" for address in addresses)
    return (
        f'<?xml version="1.0"?><{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</{root}>'.encode()
    )


def write(folder: Path, **files: bytes) -> Path:
    for name, data in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def refusal(place: str) -> str:
    with pytest.raises(UsageError) as caught:
        open_site(place, base_url=None)
    (item,) = caught.value.diagnostics
    assert item.code == "no-site"
    return f"{item.line}:{item.column} {item.message}"


# --- sitemaps -------------------------------------------------------------------------------------------------------


def test_addresses_are_read_with_their_escapes() -> None:
    data = make_sitemap(f"{HOME}a.html?x=1&amp;y=2", "<![CDATA[ https://example.org/b&c ]]>")
    assert read_sitemap(data, "x").addresses == (f"{HOME}a.html?x=1&y=2", "https://example.org/b&c")


def test_only_addresses_of_pages_count() -> None:
    data = b'<urlset xmlns:i="urn:i"><url><loc>a</loc><i:image><i:title>t</i:title></i:image></url></urlset>'
    assert read_sitemap(data, "x").addresses == ("a",)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no element found"),
        (b"<urlset>\n<url></urlset>", "mismatched tag"),
        (b"<html><body>Not found</body></html>", "must be a `urlset`"),
        (b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><urlset>&b;</urlset>', "declares a document type"),
        (b"<urlset>\xff</urlset>", "not well-formed"),
        (b'<?xml version="1.0" encoding="utf-9"?><urlset/>', "an encoding that cannot be read"),
        (b'<?xml version="1.0" encoding="shift_jis"?><urlset/>', "an encoding that cannot be read"),
    ],
)
def test_what_is_no_sitemap_is_told(data: bytes, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read_sitemap(data, "old.xml")


@pytest.mark.parametrize(
    ("addresses", "bases", "paths"),
    [
        ([HOME, f"{HOME}people/a.html"], [], ("index.html", "people/a.html")),
        ([f"{HOME}people/a.html", f"{HOME}people/b.html"], [HOME], ("people/a.html", "people/b.html")),
        ([f"{HOME}people/a.html", f"{HOME}feeds/b.html"], [], ("feeds/b.html", "people/a.html")),
        ([f"{HOME}people/a.html"], ["https://example.org/other/"], ("a.html",)),
        (["http://old.example/archive/a.html"], [HOME], ("a.html",)),
        ([HOME, f"{HOME}posts/x/", f"{HOME}y", f"{HOME}z.pdf"], [], ("index.html", "posts/x/index.html", "y.html")),
        ([HOME, f"{HOME}jos%C3%A9.html#top"], [], ("index.html", "josé.html")),
        (["http://[broken", "http://x/a.html"], [], ("a.html", "index.html")),
    ],
)
def test_paths_are_those_below_the_home_page(addresses: list[str], bases: list[str], paths: tuple[str, ...]) -> None:
    assert find_paths(addresses, bases) == paths


# --- folders and files ----------------------------------------------------------------------------------------------


def test_a_folder_gives_its_pages_but_not_those_that_lead_on(tmp_path: Path) -> None:
    write(
        tmp_path, index_html=b"x", people__a_html=b"x", people__a_xml=b"x", **{"404_html": b"x", "_git__x_html": b"x"}
    )
    write(tmp_path, people__old_html=b'<meta http-equiv="refresh" content="0; url=a.html">', data__people_json=b"[]")
    old = open_site(str(tmp_path), base_url=None)
    assert old.pages == ("index.html", "people/a.html")
    assert (old.read("data/people.json"), old.read("data/none.json")) == (b"[]", None)


def test_a_folder_may_hold_only_what_was_kept(tmp_path: Path) -> None:
    write(tmp_path, sitemap_xml=make_sitemap(HOME, f"{HOME}people/a.html"), data__people_json=b"[]")
    for place in (tmp_path, tmp_path / "sitemap.xml"):
        old = open_site(str(place), base_url=HOME)
        assert old.pages == ("index.html", "people/a.html")
        assert old.read("data/people.json") == b"[]"


def test_the_parts_of_a_sitemap_lie_beside_it(tmp_path: Path) -> None:
    write(tmp_path, sitemap_xml=make_sitemap(f"{HOME}sitemap-1.xml", f"{HOME}sitemap-2.xml", root="sitemapindex"))
    (tmp_path / "sitemap-1.xml").write_bytes(make_sitemap(HOME))
    assert "there is no sitemap-2.xml beside it" in refusal(str(tmp_path / "sitemap.xml"))
    (tmp_path / "sitemap-2.xml").write_bytes(make_sitemap(f"{HOME}a.html"))
    assert open_site(str(tmp_path / "sitemap.xml"), base_url=None).pages == ("a.html", "index.html")


def test_what_is_no_site_is_told(tmp_path: Path) -> None:
    assert refusal(str(tmp_path)).startswith("0:0 no site is published in this folder")
    assert refusal(str(tmp_path / "none")) == "0:0 there is no such folder or file"
    (tmp_path / "x.xml").write_bytes(b"<urlset>\n  <url>&nbsp;</url></urlset>")
    assert refusal(str(tmp_path / "x.xml")) == "2:8 this is no sitemap: undefined entity"
    (tmp_path / "y.xml").write_bytes(make_sitemap())
    assert refusal(str(tmp_path / "y.xml")) == "0:0 this sitemap names no page"


# --- the web --------------------------------------------------------------------------------------------------------

Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, dict[str, Answer | Callable[[], Answer]]]]:
    """The address of a server on this machine, and what it answers by path."""
    answers: dict[str, Answer | Callable[[], Answer]] = {}
    monkeypatch.setenv("no_proxy", "*")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = answers.get(self.path, (404, {}, b""))
            code, headers, data = found() if callable(found) else found
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_told: object) -> None:
            pass

    class Server(HTTPServer):
        def handle_error(self, *_told: object) -> None:
            """Nothing: newsgen hangs up on some answers."""

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", answers
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("asked", ["/archive", "/archive/", "/archive/sitemap.xml", "/archive/?x=1#top"])
def test_a_site_on_the_web_is_read_by_its_sitemap(host, asked: str) -> None:
    address, answers = host
    answers["/archive/sitemap.xml"] = (200, {}, make_sitemap(HOME, f"{HOME}people/a.html"))
    answers["/archive/data/people.json"] = (200, {}, b"[]")
    old = open_site(address + asked, base_url=None)
    assert old.pages == ("index.html", "people/a.html")
    assert (old.read("data/people.json"), old.read("data/articles.jsonl")) == (b"[]", None)


def test_redirects_of_the_server_are_followed_on_the_web_only(host) -> None:
    address, answers = host
    answers["/sitemap.xml"] = (301, {"Location": "/moved.xml"}, b"")
    answers["/moved.xml"] = (200, {}, make_sitemap(HOME))
    assert open_site(f"{address}/", base_url=None).pages == ("index.html",)
    for place in ("ftp://127.0.0.1/sitemap.xml", "file:///etc/hostname", "data:text/xml,<urlset/>", "jar:http://x"):
        answers["/moved.xml"] = (302, {"Location": place}, b"")
        told = refusal(f"{address}/")
        assert "no web address" in told or "is not allowed" in told
    answers["/moved.xml"] = (302, {"Location": "/sitemap.xml"}, b"")
    assert "infinite loop" in refusal(f"{address}/")


def test_parts_on_the_web_are_fetched(host) -> None:
    address, answers = host
    answers["/sitemap.xml"] = (200, {}, make_sitemap(f"{address}/one.xml", "/two.xml", root="sitemapindex"))
    answers["/one.xml"] = (200, {}, make_sitemap(HOME))
    assert refusal(address) == "0:0 the server has nothing at this address"
    answers["/one.xml"] = (200, {}, make_sitemap("file:///etc/hostname", root="sitemapindex"))
    answers["/two.xml"] = (200, {}, make_sitemap(HOME, f"{HOME}a.html"))
    assert open_site(address, base_url=None).pages == ("a.html", "index.html")
    answers["/sitemap.xml"] = (200, {}, make_sitemap("file:///etc/hostname", root="sitemapindex"))
    assert "no web address" in refusal(address)


def test_what_goes_wrong_on_the_web_is_told(host, monkeypatch: pytest.MonkeyPatch) -> None:
    address, answers = host
    assert refusal(address) == "0:0 the server has nothing at this address"
    answers["/sitemap.xml"] = (503, {}, b"")
    assert refusal(address) == "0:0 the server answers 503 (Service Unavailable)"
    answers["/sitemap.xml"] = (200, {"Content-Length": "100"}, b"<urlset>")
    assert "cannot be fetched" in refusal(address)
    answers["/sitemap.xml"] = (200, {}, b"x" * 3000)
    monkeypatch.setattr(fetching, "LARGEST", 2000)
    assert "larger than" in refusal(address)


def test_a_silent_server_is_given_up(host, monkeypatch: pytest.MonkeyPatch) -> None:
    address, answers = host
    waiting = threading.Event()
    answers["/sitemap.xml"] = lambda: (200, {}, b"late" * waiting.wait(5))
    monkeypatch.setattr(fetching, "PATIENCE", 0.2)
    told = refusal(address)
    waiting.set()
    assert "in time" in told


def test_a_server_that_drips_is_given_up(host, monkeypatch: pytest.MonkeyPatch) -> None:
    address, answers = host
    answers["/sitemap.xml"] = (200, {}, b"x" * 300_000)
    monkeypatch.setattr(fetching, "LONGEST_WAIT", -1.0)
    assert "in time" in refusal(address)


def test_a_body_without_end_is_given_up_however_slowly_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails, for example, if whole pieces are awaited (`read` instead of `read1`)."""
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(fetching, "LONGEST_WAIT", 0.2)
    told = threading.Event()

    def drip(server: socket.socket) -> None:
        connection, _ = server.accept()
        with connection, suppress(OSError):
            connection.recv(65536)
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            while not told.wait(0.01):
                connection.sendall(b" ")

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=drip, args=(server,))
        thread.start()
        timer = threading.Timer(10, told.set)
        timer.start()
        assert "in time" in refusal(f"http://127.0.0.1:{server.getsockname()[1]}/")
        assert not told.is_set()
        timer.cancel()
        told.set()
        thread.join()


def test_what_is_packed_is_not_unpacked(host) -> None:
    address, answers = host
    packed = gzip.compress(b"<urlset>" + b" " * 1_000_000)
    answers["/sitemap.xml"] = (200, {"Content-Encoding": "gzip", "Content-Type": "application/xml"}, packed)
    assert "this is no sitemap" in refusal(address)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://[broken/", "http://127.0.0.1:x/", "https:///a"])
def test_addresses_that_lead_nowhere_are_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    assert refusal(address)
