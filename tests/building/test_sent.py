"""Workers that inherit nothing are sent the pages that have changed, made; they give the same site.

Deliberate mistakes that fail it: sending all pages, where only those that have changed have a place for their result;
finding none that has not changed.
"""

from pathlib import Path

import pytest

from building.sites import NEW, build_cold, build_site, read_tree, write_site


def test_pages_that_have_changed_are_found_here_and_give_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write_site(tmp_path / "site")
    inherited = build_site(site)
    tree = read_tree(site / "public")
    write_site(site, NEW)
    inherited_after = build_site(site)
    after = read_tree(site / "public")

    monkeypatch.setattr("newsgen.build.rendering.inherits", lambda _: False)
    (site / "articles/new.txt").unlink()
    sent = build_site(site)
    assert read_tree(site / "public") == tree == build_cold(site, tmp_path / "cold")
    assert sent.rendered < inherited.rendered
    write_site(site, NEW)
    sent_after = build_site(site)
    assert read_tree(site / "public") == after
    assert sent_after.rendered == inherited_after.rendered < sent_after.files
