"""Bad input gets a clear message with its place, and the published site stays as it was."""

import errno
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from building.sites import NEW, read_times, read_tree, write_site
from newsgen.cli import main


@pytest.fixture
def build(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, list[str]]]:
    """Runs a build; gives the exit code and the lines on stderr."""

    def run(*arguments: str) -> tuple[int, list[str]]:
        capsys.readouterr()
        code = main(["build", "--jobs", "1", *arguments])
        lines = capsys.readouterr().err.splitlines()
        assert not any("internal" in line or "Traceback" in line for line in lines)
        return code, lines

    return run


def assert_unchanged(site: Path, build: Callable[..., tuple[int, list[str]]], *told: str, code: int) -> None:
    """The build fails, says all of this in one line, and leaves the published site alone."""
    tree, times = read_tree(site / "public"), read_times(site / "public")
    ended, lines = build()
    assert ended == code
    assert any(all(part in line for part in told) for line in lines), lines
    assert read_tree(site / "public") == tree
    assert {path: when for path, when in read_times(site / "public").items() if path in tree} == {
        path: when for path, when in times.items() if path in tree
    }


# --- what stops a build ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("site.yaml", "title: x\nsources: [a\nlanguage: en\n", ("site.yaml:", "error[yaml]")),
        ("site.yaml", "titel: x\n", ("site.yaml:1:1: error[unknown-key]", "did you mean `title`?")),
        ("site.yaml", "title: x\ntitle: y\n", ("site.yaml:2:1: error[", "title")),
        ("site.yaml", "title: [x]\n", ("site.yaml:1:8: error[wrong-kind]", "`title` must be one text")),
        ("site.yaml", b"title: \xe9\n", ("site.yaml:1:8: error[encoding]", "save it as UTF-8")),
        ("people.yaml", "- name: x\n  als: [y]\n", ("people.yaml:2:3: error[unknown-key]", "did you mean `also`?")),
    ],
)
def test_a_wrong_configuration(site: Path, build, name: str, text: str | bytes, told: tuple[str, ...]) -> None:
    write_site(site, {name: text})
    assert_unchanged(site, build, *told, code=2)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{% extends 'base.html' %}\n{% block content %}\n{% if x %}\n", 3),
        ("{% extends 'base.html' %}\n{% block content %}\n\n{{ page.nothing }}\n{% endblock %}", 4),
        ("{% extends 'nowhere.html' %}\n", 0),
    ],
)
def test_a_wrong_template(site: Path, build, text: str, line: int) -> None:
    write_site(site, {"templates/article.html": text})
    assert_unchanged(site, build, "templates/article.html", f":{line}:" if line else "error[", "mend", code=1)


def test_no_clippings_left(site: Path, build) -> None:
    for path in (site / "articles").rglob("*.*"):
        path.unlink()
    assert_unchanged(site, build, "articles", "there is no clipping", code=1)


def test_no_folder_of_clippings(site: Path, build) -> None:
    (site / "articles").rename(site / "texts")
    assert_unchanged(site, build, "articles: error[no-articles]", code=2)


def test_a_published_clipping_that_is_broken_now(site: Path, build) -> None:
    write_site(site, {"articles/one.txt": b"\x00\x01\x02\x80"})
    assert_unchanged(site, build, "articles/one.txt", "cannot be read any more", code=1)


def test_a_published_folder_of_clippings_that_leads_out_now(site: Path, build, tmp_path: Path) -> None:
    write_site(site, {"articles/d/two.txt": "A second headline\n\nNiger and Mali signed a pact on 3 May 2024.\n"})
    assert build()[0] == 0
    (site / "articles" / "d").rename(tmp_path / "elsewhere")
    (site / "articles" / "d").symlink_to(tmp_path / "elsewhere")
    write_site(site, {"articles/three.txt": "A third headline\n\nThe ministers met in Niamey on 4 May 2024.\n"})
    assert_unchanged(site, build, "articles/d/two.txt", "cannot be read any more", code=1)


@pytest.mark.parametrize("content", [None, b"", b"\xff{", b'{"path":"x","y":' + b"[" * 100_000])
def test_a_site_whose_data_cannot_tell_what_it_shows(site: Path, build, content: bytes | None) -> None:
    data = site / "public" / "data" / "articles.jsonl"
    data.unlink()
    if content is not None:
        data.write_bytes(content)
    write_site(site, {"articles/one.txt": b"\x00\x01\x02\x80"})
    assert_unchanged(site, build, "whether the site shows them cannot be told", code=1)


def test_a_fault_of_the_site_does_not_hide_those_of_clippings(site: Path, build) -> None:
    same = "---\nslug: same\n---\nHeadline\n\nSome text about Niger.\n"
    write_site(site, {"articles/x.md": same, "articles/y.md": same, "articles/bad.txt": b"\x00\x01"})
    code, lines = build()
    assert code == 1
    assert any("slug-clash" in line for line in lines)
    assert any("articles/bad.txt" in line and "error[" in line for line in lines)


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("the site", "."),
        ("its articles", "articles"),
        ("everything", "/"),
        ("its configuration", "site.yaml"),
        ("its judgements", "people.yaml"),
        ("its memo", ".newsgen"),
        ("the folder of its memo", ".newsgen/x"),
    ],
)
def test_an_output_folder_that_holds_the_sources(site: Path, build, name: str, output: str) -> None:
    code, lines = build("-o", output)
    assert code == 2
    assert "error[output-holds-site]" in lines[0]
    assert "choose another with -o" in lines[0]


def test_a_foreign_file_in_the_way(site: Path, build) -> None:
    write_site(site, {"public/articles/rain-in-accra.html": "mine"})
    assert_unchanged(site, build, "public/articles/rain-in-accra.html: error[in-the-way]", "move it away", code=1)
    assert (site / "public" / "articles" / "rain-in-accra.html").read_text() == "mine"


def test_foreign_files_beside_the_site_stay(site: Path, build) -> None:
    write_site(site, {"public/CNAME": "example.org", "public/people/mine.txt": "mine"})
    assert build()[0] == 0
    assert (site / "public" / "CNAME").read_text() == "example.org"
    assert (site / "public" / "people" / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "free some space"), (errno.EACCES, "give yourself permission"), (errno.EROFS, "another folder")],
)
def test_a_disk_that_does_not_take_it(
    site: Path, build, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    real = Path.write_bytes

    def refuse(path: Path, data: bytes) -> int:
        if ".newsgen-staging" in path.parts and path.name == "3":
            raise OSError(number, os.strerror(number), str(path))
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert_unchanged(site, build, "error[cannot-write]", os.strerror(number), told, code=1)
    assert not (site / "public" / ".newsgen-staging").exists()


# --- what is left out -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("random.txt", random.Random(1).randbytes(5000), ("not-text", "is not a text")),
        ("empty.txt", b"", ("empty", "is empty")),
        ("large.txt", b"Large\n\n" + b"words and words " * 1_300_000, ("too-large", "larger than 10 MB")),
        ("yaml.md", b'---\nheadline: "x\n---\n\nText of it.\n', ("articles/yaml.md:", "error[")),
        ("twice.md", b"---\nheadline: x\nheadline: y\n---\n\nText.\n", ("articles/twice.md:3:1: error[", "headline")),
        ("kind.md", b"---\nheadline: [x]\n---\n\nText of it.\n", ("articles/kind.md:2:11: error[", "must be a text")),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_clipping_that_cannot_be_read(site: Path, build, name: str, content: bytes, told: tuple[str, ...]) -> None:
    write_site(site, {f"articles/{name}": content})
    code, lines = build()
    assert code == 1
    assert any(all(part in line for part in (f"articles/{name}", *told)) for line in lines), lines
    assert (site / "public" / "articles" / "rain-in-accra.html").is_file()


def test_a_link_that_leads_out_of_the_articles(site: Path, build, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("A secret\n\nIt is in no archive.\n")
    (site / "articles" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (site / "articles" / "folder").symlink_to(tmp_path)
    code, lines = build()
    assert code == 1
    for name in ("link.txt", "folder"):
        assert any(line.startswith(f"articles/{name}: error[leads-out]") for line in lines), lines
    assert not any(b"It is in no archive" in data for data in read_tree(site / "public").values())


# --- what is taken as it is -----------------------------------------------------------------------------------------


def test_a_misspelt_key_of_a_clipping_is_a_warning(site: Path, build) -> None:
    write_site(site, {"articles/key.md": "---\nheadlin: x\ntags: [a]\n---\n\nA headline\n\nText of Ghana.\n"})
    code, lines = build()
    assert code == 0
    assert any("articles/key.md:2:1: warning[" in line and "headline" in line for line in lines), lines
    assert not any("tags" in line for line in lines)
    assert build("--strict")[0] == 1


def test_names_with_slashes_and_dots_stay_in_the_folder(site: Path, build) -> None:
    write_site(
        site,
        {
            "articles/a.md": "---\nheadline: ../../etc/passwd\nsource: /etc/../x\n---\n\nMr ../../Ama ..Darko spoke.\n",
            "articles/b.md": "---\nheadline: '...'\nslug: '../../../evil'\n---\n\nText of Ghana.\n",
            "articles/c.md": "---\nheadline: con\npeople: ['../x', '..', 'A/B Test']\n---\n\nText of Ghana.\n",
            "articles/..d...md": "A headline / with a slash\n\nText of Ghana.\n",
        },
    )
    build()
    outside = {path.name for path in site.parent.rglob("*")} & {"evil", "evil.html", "passwd", "passwd.html"}
    inside = {path.name for path in (site / "public").rglob("*")}
    assert not any(".." in name for name in inside)
    assert outside <= inside


def test_two_clippings_with_one_slug_both_have_a_page(site: Path, build) -> None:
    write_site(site, {"articles/a.txt": NEW["articles/new.txt"].replace("fell", "poured")})
    code, lines = build()
    assert code == 0
    assert any("rain-in-accra" in line for line in lines)
    assert len(list((site / "public" / "articles").glob("rain-in-accra*.html"))) == 2


def test_large_and_odd_clippings_are_built_in_good_time(site: Path, build) -> None:
    """By the time that this process has worked, so that a busy machine does not matter."""
    started = time.process_time()
    write_site(
        site,
        {
            "articles/headings.md": "Six thousand\n\n"
            + "".join(f"## Part {n} of Ghana\n\nText.\n\n" for n in range(6_000)),
            "articles/headline.txt": "Word " * 1000 + "\n\nText of Ghana.\n",
            "articles/line.txt": "One line\n\n" + "Minister Ama Darko of Ghana spoke in May 2024. " * 10_000,
            "articles/only.txt": "Only a headline\n",
        },
    )
    code, lines = build()
    assert code == 0, lines
    assert any(line.startswith("articles/only.txt:") and "warning[" in line for line in lines)
    assert time.process_time() - started < 25
    assert all(len(path.name) < 255 for path in (site / "public").rglob("*"))


def test_an_executor_that_is_none_is_told_before_any_work(site: Path, capsys) -> None:
    tree = read_tree(site / "public")
    assert main(["build", "--executor", "threads"]) == 2
    assert "`threads` is no executor" in capsys.readouterr().err
    assert read_tree(site / "public") == tree
