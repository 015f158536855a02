"""Which pages stand: those that would find what they found, under the key that they are published with."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from msgspec.structs import replace

from newsgen.build.standing import Standing, Table, recall_standing
from newsgen.canon import digest
from newsgen.memo import Memo
from newsgen.pages import Answers
from newsgen.publish import Manifest, PublishedFile
from newsgen.records.output import MadePart, Page


class Replies:
    """Answers from a table; numbers stand for names."""

    shared = "all"

    def __init__(self, **replies: str) -> None:
        self._replies = replies

    def name(self, lookup: int | str) -> str:
        return f"article {lookup}" if isinstance(lookup, int) else lookup

    def find(self, name: str) -> bytes:
        return bytes.fromhex(digest(self._replies.get(name, "")))


def make_page(path: str, given: str = "") -> Page:
    return Page(
        path=path, template="x.html", show=dict, made_from="a test", watch=lambda make: (make(), ()), given=given
    )


PAGES = [make_page("a.html"), make_page("b.html", "titled")]
MANIFEST = {page.path: PublishedFile(path=page.path, digest="", key=f"key of {page.path}") for page in PAGES}


def recall(
    memo: Memo, look: str = "look", *, held: Table | None = None, anew: bool = False, **replies: str
) -> Standing:
    return recall_standing(memo, cast("Answers", Replies(**replies)), look, held=held, anew=anew)


def list_current(standing: Standing, *pages: Page, **changes: PublishedFile) -> list[str]:
    published = {**MANIFEST, **changes}
    standing.compare(pages or PAGES)
    return [page.path for page in pages or PAGES if standing.is_current(page, published)]


@pytest.fixture
def memo(tmp_path: Path) -> Iterator[Memo]:
    """In which a build has left what two pages looked up."""
    with Memo(tmp_path / "memo.sqlite") as memo:
        standing = recall(memo, ada="Ada", bo="Bo")
        assert list_current(standing) == []
        standing.note(PAGES[0], MANIFEST["a.html"].key, ("ada", "bo", 7))
        standing.note(PAGES[1], MANIFEST["b.html"].key, ("bo", 7, 8))
        standing.keep()
        yield memo


def test_what_would_find_the_same_stands(memo: Memo) -> None:
    assert list_current(recall(memo, ada="Ada", bo="Bo")) == ["a.html", "b.html"]


def test_what_would_find_something_else_does_not(memo: Memo) -> None:
    assert list_current(recall(memo, ada="Ada Lima", bo="Bo")) == ["b.html"]
    assert list_current(recall(memo, ada="Ada", bo="Bo Lima")) == []


def test_what_was_not_asked_about_stands_for_the_next_build_if_nothing_of_it_has_changed(memo: Memo) -> None:
    """Fails if `hold` keeps all pages that were not asked about, or none."""
    ada_changed = recall(memo, ada="Ada Lima", bo="Bo")
    assert list_current(ada_changed, PAGES[0]) == []
    ada_changed.note(PAGES[0], MANIFEST["a.html"].key, ("ada", "bo", 7))
    held = ada_changed.hold()
    assert list_current(recall(memo, held=held, ada="Ada Lima", bo="Bo")) == ["a.html", "b.html"]
    assert list_current(recall(memo, held=held, ada="Ada Lima", bo="Bo Lima")) == []
    bo_changed = recall(memo, ada="Ada", bo="Bo Lima")
    assert list_current(bo_changed, PAGES[0]) == []
    bo_changed.note(PAGES[0], MANIFEST["a.html"].key, ("ada", "bo", 7))
    assert list_current(recall(memo, held=bo_changed.hold(), ada="Ada", bo="Bo Lima")) == ["a.html"]


def test_what_is_held_for_another_look_is_passed_over(memo: Memo) -> None:
    held = recall(memo, look="another", ada="Ada", bo="Bo").hold()
    assert list_current(recall(memo, held=held, ada="Ada", bo="Bo")) == ["a.html", "b.html"]


@pytest.mark.parametrize("replies", [{"look": "another"}, {"anew": True}])
def test_nothing_stands_if_all_pages_share_something_else(memo: Memo, replies: dict[str, Any]) -> None:
    assert list_current(recall(memo, **replies, ada="Ada", bo="Bo")) == []


def test_a_page_that_is_given_something_else_does_not_stand(memo: Memo) -> None:
    assert list_current(recall(memo, ada="Ada", bo="Bo"), make_page("b.html", "retitled")) == []


def test_a_page_that_is_published_otherwise_does_not_stand(memo: Memo) -> None:
    other = PublishedFile(path="a.html", digest="", key="another")
    assert list_current(recall(memo, ada="Ada", bo="Bo"), **{"a.html": other}) == ["b.html"]


def test_what_stands_is_remembered_again_and_what_no_page_asks_is_dropped(memo: Memo) -> None:
    """Fails if look-ups keep their numbers when others in front of them are dropped."""
    for turn in range(5):
        standing = recall(memo, ada="Ada", bo="Bo", cy=str(turn))
        assert list_current(standing, PAGES[1]) == ["b.html"]
        standing.note(PAGES[0], MANIFEST["a.html"].key, ("cy", *(f"{turn} of {number}" for number in range(9))))
        standing.keep()
    assert list_current(recall(memo, ada="", bo="Bo", cy="4")) == ["a.html", "b.html"]
    assert list_current(recall(memo, ada="", bo="", cy="4")) == ["a.html"]
    assert list_current(recall(memo, ada="", bo="Bo", cy="5")) == ["b.html"]


def test_a_damaged_memo_is_told_and_nothing_stands(tmp_path: Path) -> None:
    (tmp_path / "memo.sqlite").write_bytes(b"no database at all, but long enough to be looked at" * 99)
    with Memo(tmp_path / "memo.sqlite") as memo:
        standing = recall(memo, ada="Ada", bo="Bo")
        assert (list_current(standing), [note.code for note in memo.notes]) == ([], ["memo"])


def test_an_editor_s_preview_and_build_are_remembered_side_by_side(memo: Memo) -> None:
    """Fails if there is one table only."""
    for look in ("preview", "draft"):
        standing = recall(memo, look, ada="Ada", bo="Bo")
        standing.note(PAGES[0], MANIFEST["a.html"].key, ("ada",))
        standing.keep()
    assert list_current(recall(memo, ada="Ada", bo="Bo")) == ["a.html", "b.html"]
    assert list_current(recall(memo, "preview", ada="Ada", bo="")) == ["a.html"]


def test_of_many_looks_the_oldest_is_forgotten(memo: Memo) -> None:
    for number in range(3):
        recall(memo, f"look {number}", ada="Ada", bo="Bo").keep()
    assert list_current(recall(memo, ada="Ada", bo="Bo")) == []


PARTS = (
    MadePart(key="", given="frame", start=0, size=0, records=0, lookups=()),
    MadePart(key="a", given="given", start=1, size=4, records=2, digest="d", lookups=("ada", 7)),
    MadePart(key="b", given="", start=5, size=3, records=1, lookups=("bo",)),
    MadePart(key="whole", given="", start=8, size=3, records=1),
)
LARGE = {"data/x": PublishedFile(path="data/x", digest="", key="key")}


@pytest.fixture
def memo_of_parts(memo: Memo) -> Memo:
    """In which a build has left how the parts of a large file were made."""
    standing = recall(memo, ada="Ada", bo="Bo")
    standing.note_parts("data/x", "key", PARTS)
    standing.keep()
    return memo


def unwatch(*parts: MadePart) -> dict[str, MadePart]:
    return {part.key: replace(part, lookups=None) for part in parts}


def find_parts(standing: Standing, published: Manifest = LARGE) -> dict[str, MadePart]:
    standing.compare([Page(path="data/x", template="", show=dict, made_from="a test", is_large=True)])
    return standing.find_parts("data/x", published)


def test_parts_that_would_find_the_same_stand(memo_of_parts: Memo) -> None:
    """Fails if a part that nobody watched stands."""
    assert find_parts(recall(memo_of_parts, ada="Ada", bo="Bo")) == unwatch(*PARTS[:3])
    assert find_parts(recall(memo_of_parts, ada="Ada")) == unwatch(*PARTS[:2])
    assert find_parts(recall(memo_of_parts, bo="Bo")) == unwatch(PARTS[0], PARTS[2])


def test_no_part_of_a_file_that_is_published_otherwise_stands(memo_of_parts: Memo) -> None:
    other = {"data/x": PublishedFile(path="data/x", digest="", key="another")}
    assert find_parts(recall(memo_of_parts, ada="Ada", bo="Bo"), other) == {}
    assert find_parts(recall(memo_of_parts, ada="Ada", bo="Bo"), {}) == {}
    assert find_parts(recall(memo_of_parts, anew=True, ada="Ada", bo="Bo")) == {}


def test_parts_that_stand_keep_what_they_looked_up(memo_of_parts: Memo) -> None:
    """Fails if it is forgotten when a part stands, or keeps its numbers when others in front of them are dropped."""
    for turn in range(5):
        standing = recall(memo_of_parts, ada="Ada", bo=f"Bo {turn}")
        found = find_parts(standing)
        assert found == unwatch(*PARTS[:2])
        made = replace(PARTS[2], lookups=("bo", f"one {turn}", f"two {turn}"))
        standing.note_parts("data/x", "key", (*found.values(), made))
        standing.keep()
    assert find_parts(recall(memo_of_parts, bo="Bo 4")).keys() == {"", "b"}
