"""Pages are shown before the rest is made: nobody meets a broken site, and in the end all is as any build makes it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from building.sites import find_differences, read_tree, write_site
from newsgen.build import Audience, BuildOptions, BuildReport, Session, SupersededError, build
from newsgen.publish import intact, read_manifest

SITE = "title: x\nbase_url: https://example.org/\n"
TEXT = "{}\n\nAccra, March 12, 2024 (SHD) -- Minister Ama Owusu-Darko of Ghana opened a road. {}\n"
OPTIONS = BuildOptions(executor="serial")
ARTICLES = ("articles/a.txt", "articles/b.txt")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(
        tmp_path / "site",
        {"site.yaml": SITE, **{path: TEXT.format(f"News of {path[9]}", "It is long.") for path in ARTICLES}},
    )


class Editor:
    """Edits a site, and builds it with somebody who looks on."""

    def __init__(self, site: Path) -> None:
        self.site, self.output, self.session = site, site / "public", Session()

    def build(
        self, show: Callable[[BuildReport], None] = lambda _: None, *looked_at: str, outdated: bool = False
    ) -> BuildReport:
        audience = Audience(show, lambda: looked_at, lambda: outdated)
        return build(self.site, self.output, OPTIONS, session=self.session, audience=audience)

    def edit(self, text: str, path: str = ARTICLES[0]) -> None:
        write_site(self.site, {path: TEXT.format(f"News of {path[9]}", text)})

    def read(self, path: str) -> str:
        return (self.output / path).read_text(encoding="utf-8")

    def differ(self) -> list[str]:
        """How the built site differs from one built from nothing."""
        fresh = self.site.parent / "fresh"
        build(self.site, fresh, BuildOptions(executor="serial", full=True))
        return find_differences(read_tree(self.output), read_tree(fresh))


@pytest.fixture
def editor(site: Path) -> Iterator[Editor]:
    editor = Editor(site)
    editor.build()
    yield editor
    with suppress(SupersededError):
        editor.build()
    assert editor.differ() == []


def test_pages_come_before_data(editor: Editor) -> None:
    seen: list[int] = []

    def look(report: BuildReport) -> None:
        assert "It is short." in editor.read("articles/news-of-a.html")
        assert "It is short." not in editor.read("data/articles.jsonl")
        manifest = read_manifest(editor.output)
        assert all(intact(editor.output, manifest, path) for path in manifest)
        seen.append(report.written)

    editor.edit("It is short.")
    report = editor.build(look, "articles/news-of-a.html")
    assert "It is short." in editor.read("data/articles.jsonl")
    assert 0 < seen[0] <= seen[1] <= seen[2] < report.written
    assert len(seen) == 3


@pytest.mark.parametrize(
    ("path", "want"), [("articles/news-of-a.html", [True, True, True]), ("index.html", [False, True, True])]
)
def test_what_somebody_looks_at_comes_before_all_else(editor: Editor, path: str, want: list[bool]) -> None:
    seen: list[bool] = []
    editor.edit("It is short.")
    editor.build(lambda _: seen.append("It is short." in editor.read("articles/news-of-a.html")), path)
    assert seen == want


def test_what_is_shown_alone_changes_the_others_with_the_next_build(editor: Editor) -> None:
    """Fails if pages stand for the next build of which something has changed that one shown alone looks up, too."""
    editor.edit("Minister Salif Tapsoba-Zongo of Ghana spoke.")
    with pytest.raises(SupersededError):
        editor.build(lambda _: None, "articles/news-of-a.html", outdated=True)
    assert "people/salif-tapsoba-zongo.html" in editor.read("articles/news-of-a.html")


def test_nobody_is_shown_pages_that_might_lead_to_what_is_not_there(site: Path) -> None:
    shown: list[BuildReport] = []
    Editor(site).build(shown.append)
    assert shown == []
    assert Editor(site).build(shown.append).written == 0


def test_what_is_new_comes_with_the_pages_that_lead_to_it(editor: Editor) -> None:
    is_listed: list[bool] = []

    def look(_report: BuildReport) -> None:
        assert editor.read("articles/news-of-c.html")
        is_listed.append("News of c" in editor.read("index.html"))

    editor.edit("It is new.", "articles/c.txt")
    editor.build(look)
    assert is_listed == [False, False, True]


def test_what_goes_away_goes_last(editor: Editor) -> None:
    is_listed: list[bool] = []

    def look(_report: BuildReport) -> None:
        assert editor.read("articles/news-of-b.html")
        is_listed.append("News of b" in editor.read("index.html"))

    (editor.site / ARTICLES[1]).unlink()
    assert editor.build(look).removed
    assert is_listed == [True, True, False]
    assert not (editor.output / "articles/news-of-b.html").exists()


def test_styles_come_with_the_pages(editor: Editor) -> None:
    def look(_report: BuildReport) -> None:
        assert "p { color: red }" in editor.read("static/newsgen.css")

    write_site(editor.site, {"static/site.css": "p { color: red }"})
    editor.build(look)


def test_the_rest_is_left_to_the_next_build(editor: Editor) -> None:
    for text in ("It is shorter.", "It is another.", "It is a third."):
        editor.edit(text)
        with pytest.raises(SupersededError):
            editor.build(lambda _: None, "articles/news-of-a.html", outdated=True)
        assert text in editor.read("articles/news-of-a.html")
        assert "It is long." in editor.read("data/articles.jsonl")
    assert not (editor.output / ".newsgen-staging").exists()
    report = editor.build()
    assert "It is a third." in editor.read("data/articles.jsonl")
    assert report.rendered < 20


def test_another_process_completes_what_was_left(editor: Editor) -> None:
    editor.edit("It is shorter.")
    with pytest.raises(SupersededError):
        editor.build(outdated=True)
    build(editor.site, editor.output, OPTIONS)
    assert editor.differ() == []


@pytest.mark.parametrize("path", ["articles/news-of-b.html", "data/people.json", "static/newsgen.css"])
def test_what_somebody_changes_in_the_preview_is_put_right(editor: Editor, path: str) -> None:
    """Fails if the stamps of what is shown are taken on trust for the rest, too."""
    editor.edit("It is shorter.")
    (editor.output / path).write_text("spoilt")
    editor.build()
    assert editor.differ() == []
    (editor.output / path).unlink()
    editor.edit("It is short again.")
    editor.build()
