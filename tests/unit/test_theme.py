import errno
import os
from pathlib import Path

import pytest

from newsgen.errors import TemplateError
from newsgen.theme import Theme, load_theme


def source(theme: Theme, name: str) -> tuple[str, str]:
    return next((text, origin) for found, text, origin in theme.templates if found == name)


def test_the_default_theme_comes_with_newsgen() -> None:
    theme = load_theme(None)
    assert {"base.html", "article.html", "feed.xml"} <= {name for name, _, _ in theme.templates}
    assert {"newsgen.css", "icon.svg"} <= {path for path, _ in theme.static}
    assert theme == load_theme(None)


def test_the_site_s_own_files_are_laid_over_it(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "article.html").write_text("mine é", encoding="utf-8")
    (tmp_path / "static" / "fonts").mkdir(parents=True)
    (tmp_path / "static" / "fonts" / "x.woff2").write_bytes(b"\x00\xff")
    theme = load_theme(tmp_path)
    assert source(theme, "article.html") == ("mine é", "templates/article.html")
    assert source(theme, "base.html")[1].endswith("/templates/base.html")
    assert ("fonts/x.woff2", b"\x00\xff") in theme.static
    assert theme.digest != load_theme(None).digest


def test_the_digest_is_of_what_the_files_say_and_not_of_where_they_lie(tmp_path: Path) -> None:
    for name, text in {"one": "same", "two": "same", "three": "other"}.items():
        (tmp_path / name / "templates").mkdir(parents=True)
        (tmp_path / name / "templates" / "x.html").write_text(text)
    one, two, three = (load_theme(tmp_path / name).digest for name in ("one", "two", "three"))
    assert one == two != three


def test_hidden_files_and_backups_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "static" / ".git").mkdir(parents=True)
    for name in (".git/config", ".DS_Store", "a.css~"):
        (tmp_path / "static" / name).write_text("")
    assert load_theme(tmp_path).static == load_theme(None).static


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_links_out_of_the_folder_are_refused(tmp_path: Path, folder: str) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "site" / folder).mkdir(parents=True)
    (tmp_path / "site" / folder / "x.html").symlink_to(tmp_path / "secret")
    with pytest.raises(TemplateError, match=f"^{folder}/x.html: error\\[link-out-of-theme\\]"):
        load_theme(tmp_path / "site")


def test_a_folder_that_is_a_link_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.css").write_text("")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "static").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(TemplateError, match="link-out-of-theme"):
        load_theme(tmp_path / "site")


@pytest.mark.parametrize("folder", ["templates", "static"])
@pytest.mark.parametrize(
    ("link", "target", "told"),
    [
        ("gone.css", "nothing.css", "theme-unreadable.*leads nowhere"),
        ("loop.css", "loop.css", "theme-unreadable.*in a circle"),
        ("deep/up", "..", "link-in-circle"),
        ("deep/up", ".", "link-in-circle"),
    ],
)
def test_a_link_that_leads_nowhere_or_in_a_circle_is_named(tmp_path, folder: str, link: str, target, told: str) -> None:
    (tmp_path / folder / "deep").mkdir(parents=True)
    (tmp_path / folder / link).symlink_to(target)
    with pytest.raises(TemplateError, match=f"^{folder}/{link}: error\\[{told}"):
        load_theme(tmp_path)


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_the_folder_itself_may_be_no_circle(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).symlink_to(folder)
    with pytest.raises(TemplateError, match=f"^{folder}: error.*in a circle"):
        load_theme(tmp_path)


def test_links_inside_the_site_are_followed(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "a.woff2").write_bytes(b"A")
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "fonts").symlink_to(tmp_path / "fonts")
    assert ("fonts/a.woff2", b"A") in load_theme(tmp_path).static


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_a_file_where_the_folder_belongs_is_named(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).write_text("mine")
    with pytest.raises(TemplateError, match=f"^{folder}: error\\[theme-unreadable\\].*a file where a folder belongs"):
        load_theme(tmp_path)


def refuse(monkeypatch: pytest.MonkeyPatch, module: object, call: str, refused: Path) -> None:
    """Make a call give "permission denied" for one path."""
    real = getattr(module, call)

    def fake(path: object, *args: object, **options: object) -> object:
        if Path(str(path)) == refused:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *args, **options)

    monkeypatch.setattr(module, call, fake)


@pytest.mark.parametrize("folder", ["templates", "static", "static/fonts"])
def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch, folder: str) -> None:
    (tmp_path / folder).mkdir(parents=True)
    refuse(monkeypatch, os, "scandir", tmp_path / folder)
    with pytest.raises(TemplateError, match=f"^{folder}: error\\[theme-unreadable\\].*give yourself permission"):
        load_theme(tmp_path)


@pytest.mark.parametrize("name", ["templates/base.html", "static/fonts/a.woff2"])
def test_a_file_that_may_not_be_read_is_named_as_the_site_knows_it(tmp_path: Path, monkeypatch, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text("x")
    refuse(monkeypatch, Path, "read_bytes", tmp_path / name)
    with pytest.raises(TemplateError, match=f"^{name}: error\\[theme-unreadable\\].*give yourself permission"):
        load_theme(tmp_path)


def test_a_template_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "base.html").write_bytes(b"caf\xe9")
    with pytest.raises(TemplateError, match=r"^templates/base.html: error\[template-encoding\]"):
        load_theme(tmp_path)
