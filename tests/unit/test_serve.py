"""The preview: only for this machine, only inside its folder, told at once what the last build came to.

Tests against those who mean it ill name a mistake that makes them fail.
"""

import os
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import msgspec
import pytest
from watchdog.events import FileSystemEventHandler

from newsgen.build import Audience, BuildReport, SupersededError
from newsgen.errors import BuildError, Diagnostic, UsageError
from newsgen.serve.answers import find_answer, find_version
from newsgen.serve.overlay import decorate_page
from newsgen.serve.preview import Changes, Outcome, Preview, build_on_changes, update_preview
from newsgen.serve.server import PreviewServer
from newsgen.serve.watch import watch_site
from previews import ask, ask_raw, served

POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' data:\">"
PAGE = f"<!DOCTYPE html><html><head>{POLICY}<title>T</title></head><body><p>Text</p></body></html>"
FAULT = Diagnostic("articles/<x>.txt", 3, 1, "error", "binary", "it has <script>", "mend & build")
FINE = Outcome(built=True, errors=())
FAILED = Outcome(built=False, errors=(FAULT,))
REPORT = BuildReport(
    clippings=1, articles=1, people=0, countries=0, sources=0, events=0, files=1, parsed=1, rendered=1,
    undecided=0, written=1, unchanged=0, removed=0, diagnostics=(), timings=(),
)  # fmt: skip


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    folder = tmp_path / "site" / "preview"
    (folder / "people").mkdir(parents=True)
    for name, text in {
        "index.html": PAGE,
        "404.html": PAGE.replace("Text", "Lost"),
        "people/index.html": PAGE.replace("Text", "People"),
        "people/josé maría.html": PAGE.replace("Text", "José"),
        "static.css": "p {}",
        "feed.xml": "<feed/>",
        "data.jsonl": "{}",
        "odd.bin": "x",
        ".newsgen.json": "[]",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "site" / "secret.html").write_text("secret")
    (folder / "out.html").symlink_to(tmp_path / "site" / "secret.html")
    (folder / "out").symlink_to(tmp_path / "site")
    (folder / "loop").symlink_to(folder / "loop")
    os.mkfifo(folder / "pipe.html")
    (folder / "sub").mkdir()
    (folder / "sub" / "index.html").symlink_to(tmp_path / "site" / "secret.html")
    made = Preview(folder)
    made.update(FINE)
    return made


# --- addresses ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "content_type", "text"),
    [
        ("/", "text/html; charset=utf-8", "<p>Text</p>"),
        ("/index.html?x=1#y", "text/html; charset=utf-8", "<p>Text</p>"),
        ("/people/", "text/html; charset=utf-8", "<p>People</p>"),
        ("/people/jos%C3%A9%20mar%C3%ADa.html", "text/html; charset=utf-8", "<p>José</p>"),
        ("/static.css", "text/css; charset=utf-8", "p {}"),
        ("/feed.xml", "application/xml; charset=utf-8", "<feed/>"),
        ("/data.jsonl", "application/jsonl; charset=utf-8", "{}"),
        ("/odd.bin", "application/octet-stream", "x"),
        ("/-/reload.js", "text/javascript; charset=utf-8", "EventSource"),
        ("/-/preview.css", "text/css; charset=utf-8", ".newsgen-preview"),
    ],
)
def test_files_are_found(preview: Preview, target: str, content_type: str, text: str) -> None:
    answer = find_answer(target, preview)
    assert (answer.status, answer.content_type) == (200, content_type)
    assert text in answer.body.decode()


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.html", "/people/../../secret.html", "/%2e%2e/secret.html", "/..%2fsecret.html",
        "/people/..%2f..%2fsecret.html", "/%252e%252e/secret.html", "/..\\secret.html", "/..%5csecret.html",
        "//etc/passwd", "/people//index.html", "/./index.html", "/index.html%00", "/%ff", "/%c0%ae%c0%ae/secret.html",
        "/out.html", "/out/secret.html", "/out/", "/sub/", "/sub/index.html", "/loop", "/loop/x", "/pipe.html",
        "/.newsgen.json", "/.newsgen-staging/0",
        "/index.html/", "/none.html", "/" + "a" * 5000, "index.html", "", "*", "http://localhost/index.html",
        "/-/other",
    ],
)  # fmt: skip
def test_nothing_else_is_found(preview: Preview, target: str) -> None:
    """Fails if `_is_inside` is left out."""
    answer = find_answer(target, preview)
    assert answer.status == 404
    assert "<p>Lost</p>" in answer.body.decode()
    assert "secret" not in answer.body.decode()


def test_the_page_for_what_is_missing_may_not_lead_out_either(preview: Preview, tmp_path: Path) -> None:
    """Fails if `_read` goes without `_is_inside`."""
    (preview.folder / "404.html").unlink()
    (preview.folder / "404.html").symlink_to(tmp_path / "site" / "secret.html")
    answer = find_answer("/none.html", preview)
    assert answer.status == 404
    assert b"secret" not in answer.body


def test_a_folder_without_its_slash_is_redirected_below_this_address(preview: Preview) -> None:
    answer = find_answer("/people", preview)
    assert (answer.status, answer.location) == (302, "/people/")


# --- what is added to pages -----------------------------------------------------------------------------------------


def test_a_page_gets_the_script_and_leave_to_run_it(preview: Preview) -> None:
    page, version = find_answer("/", preview).body.decode(), find_version("/", preview)
    assert f'<script src="/-/reload.js" data-version="{version}" defer></script></body>' in page
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1].replace("&#x27;", "'")
    assert policy.split("; ") == [
        "default-src 'none'",
        "img-src 'self' data:",
        "script-src 'self'",
        "connect-src 'self'",
        "style-src 'self'",
    ]
    assert "newsgen-preview" not in page


@pytest.mark.parametrize("quote", ["'", "&#39;", "&#x27;"])
def test_leave_is_added_to_what_the_policy_says(quote: str) -> None:
    policy = "default-src 'none'; script-src 'none'; style-src 'self'; base-uri 'none'".replace("'", quote)
    page = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'.encode()
    decorated = decorate_page(page, FINE, "v").decode().replace("&#x27;", "'")
    want = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; connect-src 'self'"
    assert f'content="{want}"' in decorated


def test_files_that_are_no_pages_are_served_as_they_are(preview: Preview) -> None:
    preview.update(FAILED)
    assert find_answer("/static.css", preview).body == b"p {}"


def test_errors_stand_on_every_page_until_they_are_mended(preview: Preview) -> None:
    preview.update(FAILED)
    for target in ("/", "/people/", "/none.html"):
        page = find_answer(target, preview).body.decode()
        assert "<code>articles/&lt;x&gt;.txt:3:1</code> it has &lt;script&gt;<br><em>mend &amp; build</em>" in page
        assert "The build failed" in page
        assert "from the last build that succeeded" in page
    preview.update(FINE)
    assert "The build failed" not in find_answer("/", preview).body.decode()


def test_errors_of_single_clippings_are_told_as_such(preview: Preview) -> None:
    preview.update(Outcome(built=True, errors=(FAULT,)))
    assert "Some clippings could not be read" in find_answer("/", preview).body.decode()


def test_a_thousand_errors_are_not_all_listed(preview: Preview) -> None:
    preview.update(Outcome(built=False, errors=(FAULT,) * 1000))
    page = find_answer("/", preview).body.decode()
    assert page.count("<li>") == 50
    assert "… and 950 more, in the terminal." in page


def test_before_the_first_build_a_page_waits_for_it(tmp_path: Path) -> None:
    empty = Preview(tmp_path / "none")
    answer = find_answer("/", empty)
    assert answer.status == 503
    assert "The first build is running" in answer.body.decode()
    assert "/-/reload.js" in answer.body.decode()
    empty.update(FAILED)
    answer = find_answer("/", empty)
    assert answer.status == 503
    assert "it has &lt;script&gt;" in answer.body.decode()


# --- builds ---------------------------------------------------------------------------------------------------------


def write_anew(path: Path, text: str) -> None:
    """Write it as publishing does."""
    path.parent.mkdir(exist_ok=True)
    path.with_name("new").write_text(text)
    path.with_name("new").replace(path)


def test_the_version_changes_with_what_is_to_be_seen(preview: Preview) -> None:
    for outcome, page, shows in [
        (FINE, "", False),
        (FINE, "index.html", True),
        (FINE, "people/index.html", False),
        (FINE, "people.html", False),
        (FINE, "static/newsgen.css", True),
        (FAILED, "", True),
        (FAILED, "", False),
        (FINE, "", True),
    ]:
        before = find_version("/?x#y", preview)
        if page:
            write_anew(preview.folder / page, PAGE)
        preview.update(outcome)
        assert (find_version("/", preview) != before) == shows, (outcome, page)
    assert find_version("/", Preview(preview.folder)) != find_version("/", preview)


def test_the_version_of_the_search_is_that_of_its_index(preview: Preview) -> None:
    write_anew(preview.folder / "search.html", PAGE)
    before = find_version("/search.html", preview), find_version("/", preview)
    write_anew(preview.folder / "search" / "index.js", "2")
    after = find_version("/search.html", preview), find_version("/", preview)
    assert [a != b for a, b in zip(before, after, strict=True)] == [True, False]


def test_a_missing_page_has_another_version_when_it_comes(preview: Preview) -> None:
    before = find_version("/new.html", preview)
    assert before == find_version("/other.html", preview)
    write_anew(preview.folder / "new.html", PAGE)
    assert before != find_version("/new.html", preview)


def test_waiting_ends_with_the_news(tmp_path: Path) -> None:
    preview = Preview(tmp_path)
    number = preview.number
    assert preview.wait_for_news(number, 0.01) == number
    threading.Timer(0.05, preview.update, [FINE]).start()
    assert preview.wait_for_news(number, 10) != number


@pytest.mark.parametrize("error", [BuildError(FAULT), ZeroDivisionError("division by zero")])
def test_a_fault_in_a_build_is_an_outcome(tmp_path: Path, error: Exception) -> None:
    def fail(_audience: Audience) -> BuildReport:
        raise error

    shown: list[object] = []
    preview = Preview(tmp_path)
    update_preview(fail, Changes(), preview, shown.append)
    assert preview.outcome is not None
    assert not preview.outcome.built
    assert preview.outcome.errors[0].message in {
        FAULT.message,
        "newsgen itself failed: ZeroDivisionError: division by zero",
    }
    assert len(shown) == 1


def test_warnings_do_not_disturb_the_page(tmp_path: Path) -> None:
    warning = msgspec.structs.replace(FAULT, severity="warning")
    preview = Preview(tmp_path)
    report = msgspec.structs.replace(REPORT, diagnostics=(warning,))
    update_preview(lambda _: report, Changes(), preview, lambda _: None)
    assert preview.outcome == FINE


def test_the_browser_is_told_of_pages_before_the_rest_is_made(tmp_path: Path) -> None:
    preview, seen, shown = Preview(tmp_path), [], []

    def build(audience: Audience) -> BuildReport:
        seen.append(preview.number)
        audience.show(REPORT)
        seen.append(preview.number)
        assert (preview.outcome, shown) == (FINE, [])
        return REPORT

    update_preview(build, Changes(), preview, shown.append)
    assert seen[0] < seen[1] < preview.number
    assert shown == [REPORT]


def test_what_a_change_supersedes_is_neither_told_nor_a_fault(tmp_path: Path) -> None:
    changes, preview, shown = Changes(), Preview(tmp_path), []

    def build(audience: Audience) -> BuildReport:
        assert not audience.is_outdated()
        audience.show(REPORT)
        changes.note()
        assert audience.is_outdated()
        raise SupersededError

    update_preview(build, changes, preview, shown.append)
    assert (preview.outcome, shown) == (FINE, [])


def test_a_change_during_a_build_gives_another_one_and_never_two_at_once(tmp_path: Path) -> None:
    """Fails if memory is tidied while a change waits."""
    changes, running, most = Changes(), [], []
    done = threading.Semaphore(0)

    def build(_audience: Audience) -> BuildReport:
        running.append(1)
        most.append(len(running))
        if len(most) == 1:
            changes.note()
            changes.note()
        running.pop()
        done.release()
        return REPORT

    settled: list[int] = []
    build_on_changes(build, changes, Preview(tmp_path), lambda _: None, settle=lambda: settled.append(len(most)))
    changes.note()
    assert done.acquire(timeout=5)
    assert done.acquire(timeout=5)
    assert not done.acquire(timeout=0.4)
    assert most == [1, 1]
    assert settled == [2]


# --- the watch ------------------------------------------------------------------------------------------------------


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, threading.Event]]:
    changed = threading.Event()
    (tmp_path / "articles" / "2024").mkdir(parents=True)
    (tmp_path / "articles" / "x.txt").write_text("one")
    with watch_site(tmp_path, changed.set):
        time.sleep(0.1)
        changed.clear()
        yield tmp_path, changed


def test_changes_of_the_sites_own_files_are_seen(watched) -> None:
    site, changed = watched
    for path in ("articles/x.txt", "articles/2024/new.txt", "site.yaml", "people.yaml"):
        (site / path).write_text("two")
        assert changed.wait(5), path
        time.sleep(0.1)
        changed.clear()
    (site / "articles" / "x.txt").unlink()
    assert changed.wait(5)


def test_folders_that_come_later_are_followed(watched) -> None:
    site, changed = watched
    (site / "templates").mkdir()
    assert changed.wait(5)
    time.sleep(0.2)
    changed.clear()
    (site / "templates" / "page.html").write_text("x")
    assert changed.wait(5)


def test_what_newsgen_writes_and_others_files_are_not_seen(watched) -> None:
    site, changed = watched
    for name in ("public", ".newsgen", "notes"):
        (site / name).mkdir()
        (site / name / "index.html").write_text("x")
    (site / "README.md").write_text("x")
    assert not changed.wait(0.5)


def test_a_build_does_not_wake_the_watch_by_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it would have to wait, for each of all files, until the watch has found that nothing changed.

    Fails if the watch asks for all events."""
    dispatch = Mock()
    monkeypatch.setattr(FileSystemEventHandler, "dispatch", dispatch)
    (tmp_path / "articles").mkdir()
    file = tmp_path / "articles" / "x.txt"
    file.write_text("one")
    with watch_site(tmp_path, Mock()):
        time.sleep(0.1)
        dispatch.reset_mock()
        assert file.read_text() == "one"
        time.sleep(0.3)
        assert dispatch.call_args_list == []


# --- the server -----------------------------------------------------------------------------------------------------


METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "BREW"]


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "localhost.evil.example", "127.0.0.1:1", "", "[::1]"]
)
def test_no_method_answers_under_another_name(preview: Preview, host: str) -> None:
    """Fails if only GET is asked for its Host, or if that need only begin like one of our names."""
    with served(preview) as port:
        for method in METHODS:
            with ask(port, method, "/", Host=host.format(port=port)) as answer:
                assert answer.status == 421, method
                assert b"Text" not in answer.read()


@pytest.mark.parametrize("head", ["", "Host: localhost\r\nHost: evil.example\r\n"])
def test_a_request_without_one_host_is_refused(preview: Preview, head: str) -> None:
    """Fails if of two Hosts the first is taken."""
    with served(preview) as port:
        assert b" 421 " in ask_raw(port, f"GET / HTTP/1.1\r\n{head}\r\n".encode()).splitlines()[0]


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:{port}", "127.0.0.1", "127.0.0.1:{port}", "127.0.0.1:{port} \t "]
)
def test_this_machine_is_answered(preview: Preview, host: str) -> None:
    """Fails if the case of a Host's letters counts."""
    with served(preview) as port, ask(port, "GET", "/", Host=host.format(port=port)) as answer:
        assert answer.status == 200
        assert answer.getheader("Cache-Control") == "no-store"
        assert answer.getheader("X-Content-Type-Options") == "nosniff"
        assert answer.getheader("Cross-Origin-Resource-Policy") == "same-origin"
        assert b"<p>Text</p>" in answer.read()


def test_it_is_for_reading_only(preview: Preview) -> None:
    """Fails if some methods are forbidden, rather than all others than GET and HEAD."""
    with served(preview) as port:
        for method in METHODS[2:]:
            with ask(port, method) as answer:
                assert (answer.status, answer.getheader("Allow")) == (405, "GET, HEAD"), method


def test_head_tells_the_length_and_sends_nothing(preview: Preview) -> None:
    """Fails if HEAD is answered as GET."""
    with served(preview) as port:
        length = len(ask(port, "GET").read())
        raw = ask_raw(port, b"HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    head, _, body = raw.partition(b"\r\n\r\n")
    assert f"Content-Length: {length}".encode() in head
    assert body == b""


@pytest.mark.parametrize(
    "request_line",
    [
        "GET /../secret.html HTTP/1.1",
        "GET http://localhost/../secret.html HTTP/1.1",
        "GET http://localhost//etc/passwd HTTP/1.1",
        "GET ftp://localhost/ HTTP/1.1",
        "GET * HTTP/1.1",
    ],
)
def test_raw_addresses_do_not_leave_the_folder(preview: Preview, request_line: str) -> None:
    """Fails if `_find_place` lets `..` pass and `_is_inside` is left out."""
    with served(preview) as port:
        raw = ask_raw(port, f"{request_line}\r\nHost: localhost\r\n\r\n".encode())
    assert b" 404 " in raw.splitlines()[0]


@pytest.mark.parametrize("address", ["{host}", "{host}/", "HTTP://{host}/index.html?x=1", "{host}?x"])
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:{port}"])
@pytest.mark.parametrize("header", ["localhost", "evil.example"])
def test_an_absolute_address_counts_more_than_the_host_header(preview: Preview, address, host: str, header) -> None:
    """Fails if the header is looked at alone."""
    with served(preview) as port:
        target = address.format(host=host.format(port=port))
        target = target if target.startswith("HTTP") else f"http://{target}"
        raw = ask_raw(port, f"GET {target} HTTP/1.1\r\nHost: {header}\r\n\r\n".encode())
    assert b" 200 " in raw.splitlines()[0]
    assert b"<p>Text</p>" in raw


@pytest.mark.parametrize("host", ["evil.example", "localhost@evil.example", "me@localhost", "localhost:1", ""])
def test_an_absolute_address_of_another_host_is_refused(preview: Preview, host: str) -> None:
    """Fails if the header is looked at alone."""
    with served(preview) as port:
        raw = ask_raw(port, f"GET http://{host}/ HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    assert b" 421 " in raw.splitlines()[0]


def test_the_browser_is_told_of_a_change(preview: Preview) -> None:
    """Fails if a build that failed makes no new version."""
    with served(preview) as port, ask(port, "GET", "/-/events?/people/") as answer:
        assert answer.getheader("Content-Type") == "text/event-stream"
        assert answer.readline() == b"retry: 1000\n"
        assert answer.readline() == f"data: {find_version('/people/', preview)}\n".encode()
        assert answer.readline() == b"\n"
        preview.update(FAILED)
        assert answer.readline() == f"data: {find_version('/people/', preview)}\n".encode()


def test_a_port_in_use_is_told_with_what_to_do(preview: Preview) -> None:
    """Fails if the system's own error is raised."""
    with served(preview) as port, pytest.raises(UsageError) as caught:
        PreviewServer(preview, port)
    assert str(caught.value) == (
        f"--port: error[port]: port {port} is in use by another program (choose another, such as --port 8080)"
    )


def test_only_this_machine_can_connect(preview: Preview) -> None:
    """Fails if the server listens at 0.0.0.0."""
    with PreviewServer(preview, 0) as server:
        assert server.server_address[0] == "127.0.0.1"
        assert server.url == f"http://127.0.0.1:{server.server_port}/"
