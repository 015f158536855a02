"""The journey of an address: a site is published, its pages move, `newsgen redirects` notes it, the build leads on."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from building.sites import FILES, build_cold, build_site, read_tree, write_site
from newsgen.cli import main
from newsgen.errors import RedirectError
from newsgen.publish import read_manifest
from website.html import find_target, is_outside, read_pages

pytestmark = pytest.mark.usefixtures("at_once")

OLD, NEW = "people/salif-tapsoba-zongo.html", "people/ama-owusu-darko.html"
MERGED = "- name: Ama Owusu-Darko\n  also: [Ama Darko, Salif Tapsoba-Zongo]\n"

Redirects = Callable[..., int]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site whose published state lies in `old`, and in which two persons were found to be one since."""
    write_site(tmp_path / "site")
    build_site(tmp_path / "site")
    shutil.copytree(tmp_path / "site" / "public", tmp_path / "old")
    (tmp_path / "site" / "people.yaml").write_text(MERGED)
    return tmp_path / "site"


@pytest.fixture
def redirects(site: Path, monkeypatch: pytest.MonkeyPatch) -> Redirects:
    monkeypatch.setenv("NO_COLOR", "1")

    def run(*options: str, old: str = "old") -> int:
        return main(["redirects", str(site.parent / old), str(site), *options])

    return run


def test_the_old_address_leads_on(site: Path, redirects: Redirects, capsys) -> None:
    assert redirects("--strict") == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == f"{OLD} -> {NEW}  (merged)"
    assert err == ""
    assert (site / "redirects.yaml").read_text().endswith(f"- from: {OLD}\n  to: {NEW}  # merged\n")

    build_site(site)
    assert 'content="0; url=ama-owusu-darko.html"' in (site / "public" / OLD).read_text()
    new_feed, old_feed = (site / "public" / path.replace(".html", ".xml") for path in (NEW, OLD))
    assert old_feed.read_bytes() == new_feed.read_bytes()
    assert OLD not in (site / "public" / "sitemap.xml").read_text()
    assert {OLD, OLD.replace(".html", ".xml")} <= set(read_manifest(site / "public"))


def test_no_address_of_the_old_site_is_without_a_page_and_no_link_is_broken(site: Path, redirects: Redirects) -> None:
    redirects()
    build_site(site)
    assert {path for path in read_tree(site.parent / "old") if path.endswith((".html", ".xml"))} <= set(
        read_tree(site / "public")
    )
    for page, facts in read_pages(site / "public").items():
        for _, address in facts.links:
            if not is_outside(address) and page != "404.html":
                path, _ = find_target(page, address)
                assert (site / "public" / path).is_file(), (page, address)


def test_a_second_run_changes_nothing(site: Path, redirects: Redirects, capsys) -> None:
    redirects()
    written = (site / "redirects.yaml").stat().st_mtime_ns
    capsys.readouterr()
    assert redirects() == 0
    assert (site / "redirects.yaml").stat().st_mtime_ns == written
    assert capsys.readouterr().out.splitlines() == [
        f"Compared {len(list((site.parent / 'old').rglob('*.html'))) - 1} old pages: "
        "1 gone, 1 of them in redirects.yaml already.",
        "Nothing to add: every old address has its page or leads on.",
    ]


def test_the_new_site_needs_no_further_redirects(site: Path, redirects: Redirects, capsys) -> None:
    redirects()
    build_site(site)
    capsys.readouterr()
    assert redirects(old="site/public") == 0
    assert "0 gone" in capsys.readouterr().out


def test_warm_equals_cold(site: Path, redirects: Redirects) -> None:
    build_site(site)
    redirects()
    build_site(site)
    assert read_tree(site / "public") == build_cold(site, site.parent / "cold")


def test_a_redirect_that_is_taken_back_takes_its_page_away(site: Path, redirects: Redirects) -> None:
    redirects()
    build_site(site)
    (site / "redirects.yaml").unlink()
    build_site(site)
    assert not (site / "public" / OLD).exists()


def test_what_the_editor_wrote_stays_and_wins(site: Path, redirects: Redirects, capsys) -> None:
    own = f"# ours\n- {{from: {OLD}, to: index.html}}   # by hand\n- from: x.html\n  gone: true\n"
    (site / "redirects.yaml").write_text(own)
    assert redirects() == 0
    assert (site / "redirects.yaml").read_text() == own
    build_site(site)
    assert 'content="0; url=../index.html"' in (site / "public" / OLD).read_text()
    assert not (site / "public" / "x.html").exists()


def test_a_site_that_moved_twice_leads_straight_to_the_end(site: Path, redirects: Redirects) -> None:
    redirects()
    build_site(site)
    shutil.copytree(site / "public", site.parent / "older")
    (site / "people.yaml").write_text(
        MERGED.replace("name: Ama Owusu-Darko", "name: Ama Owusu").replace("[", "[Ama Owusu-Darko, ")
    )
    with pytest.raises(RedirectError):
        build_site(site)
    assert redirects(old="older") == 0
    build_site(site)
    for path in (OLD, NEW):
        assert 'content="0; url=ama-owusu.html"' in (site / "public" / path).read_text()


def test_what_cannot_be_told_is_left_to_the_editor(site: Path, redirects: Redirects, capsys) -> None:
    (site / "articles" / "two.md").unlink()
    assert redirects() == 0
    out, err = capsys.readouterr()
    assert "articles/a-visit-to-the-harbour.html: warning[no-successor]" in err
    assert "Left to you: 1 page" in out
    assert redirects("--strict") == 1
    with (site / "redirects.yaml").open("a") as stream:
        stream.write("- {from: articles/a-visit-to-the-harbour.html, gone: true}\n")
    capsys.readouterr()
    assert redirects("--strict") == 0
    assert capsys.readouterr().err == ""


def test_the_page_of_a_name_that_was_judged_nobodys_is_told_with_the_line(
    site: Path, redirects: Redirects, capsys
) -> None:
    text = "# one man of the old site\n- name: Salif Tapsoba-Zongo\n  person: false\n"
    (site / "people.yaml").write_text(text, "utf-8")
    redirects()
    number = text.splitlines().index("- name: Salif Tapsoba-Zongo") + 1
    err = capsys.readouterr().err
    assert "people/salif-tapsoba-zongo.html: warning[no-successor]: this page of the old site is gone: line" in err
    assert f"line {number} of people.yaml says that “Salif Tapsoba-Zongo” is no person" in err


def test_a_better_headline_and_another_outlet(site: Path, redirects: Redirects) -> None:
    text = FILES["articles/two.md"].replace("headline: A visit", "headline: The minister's visit")
    (site / "articles" / "two.md").write_text(text)
    (site / "site.yaml").write_text(
        FILES["site.yaml"]
        .replace("Sample Harbour Desk, aliases: [", "Harbour Desk, aliases: [Sample Harbour Desk, ")
        .replace("id: road", "id: the-road")
    )
    assert redirects("--strict") == 0
    written = (site / "redirects.yaml").read_text()
    for old, new in (
        ("articles/a-visit-to-the-harbour.html", "articles/the-ministers-visit-to-the-harbour.html"),
        ("sources/sample-harbour-desk.html", "sources/harbour-desk.html"),
        ("timelines/road.html", "timelines/the-road.html"),
    ):
        assert f"- from: {old}\n  to: {new}  # " in written
    build_site(site)


def test_a_sitemap_alone_tells_by_addresses(site: Path, redirects: Redirects, capsys) -> None:
    kept = site.parent / "kept"
    kept.mkdir()
    shutil.copy(site.parent / "old" / "sitemap.xml", kept)
    assert redirects("--strict", old="kept/sitemap.xml") == 1
    err = capsys.readouterr().err
    assert "warning[no-old-data]" in err
    assert f"{OLD}: warning[no-successor]" in err
    shutil.copytree(site.parent / "old" / "data", kept / "data")
    assert redirects("--strict", old="kept/sitemap.xml") == 0


def test_a_sitemap_of_another_host_is_told(site: Path, redirects: Redirects, capsys) -> None:
    kept = site.parent / "old" / "sitemap.xml"
    kept.write_text(kept.read_text().replace("//example.org", "//www.example.net"))
    assert redirects("--strict", old="old/sitemap.xml") == 1
    err = capsys.readouterr().err
    assert "old/sitemap.xml: warning[foreign-host]: its pages stand on www.example.net, but this site stands on " in err


def test_a_broken_clipping_stops_it_for_its_article_would_seem_gone(site: Path, redirects: Redirects, capsys) -> None:
    (site / "articles" / "two.md").write_bytes(b"---\npublished: [\n---\n")
    assert redirects() == 1
    assert "articles/two.md:" in capsys.readouterr().err
    assert not (site / "redirects.yaml").exists()


def test_an_address_that_has_its_page_again_is_told_and_its_entry_taken_out(
    site: Path, redirects: Redirects, capsys
) -> None:
    (site / "redirects.yaml").write_text(f"- from: {NEW}\n  to: index.html\n")
    assert main(["check", str(site)]) == 0
    assert "redirects.yaml:1:9: warning[redirect-idle]" in capsys.readouterr().out
    build = ["build", str(site), "-o", str(site.parent / "new")]
    assert main(build) == 0
    assert "redirects.yaml:1:9: warning[redirect-idle]" in capsys.readouterr().err
    assert main(["explain", NEW, "-C", str(site)]) == 0
    capsys.readouterr()
    assert redirects("--strict") == 0
    out = capsys.readouterr().out
    assert f"{NEW} led to index.html, and has its page again: taken out" in out
    assert "Added to redirects.yaml: 1, taken out: 1." in out
    assert main(["check", str(site)]) == 0
    assert "redirects.yaml" not in capsys.readouterr().out


def keep_published(site: Path) -> None:
    """What is published now is the old site."""
    shutil.rmtree(site.parent / "old")
    shutil.copytree(site / "public", site.parent / "old")


NAMED = "- name: {}\n  also: [Ama Owusu-Darko, Ama Darko]\n"


def test_who_is_renamed_and_renamed_back_twice_always_has_one_page(site: Path, redirects: Redirects) -> None:
    """The site is published under each name in turn, and every old address leads straight to the page."""
    public, old_names = site / "public", {"ama-owusu-darko"}
    for name in ("Ama Owusu", "Ama Darko", "Ama Owusu-Darko", "Ama Owusu", "Ama Owusu-Darko", "Ama Owusu"):
        keep_published(site)
        (site / "people.yaml").write_text(NAMED.format(name).replace(f"{name}, ", ""))
        assert redirects("--strict") == 0
        build_site(site)
        slug = name.lower().replace(" ", "-")
        old_names.add(slug)
        assert "This page has moved" not in (public / f"people/{slug}.html").read_text()
        for other in old_names - {slug}:
            assert f'content="0; url={slug}.html"' in (public / f"people/{other}.html").read_text()


def test_who_was_merged_and_is_split_again_has_both_pages_and_no_entry(site: Path, redirects: Redirects) -> None:
    for _ in range(2):
        keep_published(site)
        (site / "people.yaml").write_text(MERGED)
        assert redirects("--strict") == 0
        build_site(site)
        assert f"- from: {OLD}\n" in (site / "redirects.yaml").read_text()
        keep_published(site)
        (site / "people.yaml").unlink()
        assert redirects("--strict") == 0
        assert OLD not in (site / "redirects.yaml").read_text()
        build_site(site)
        assert "This page has moved" not in (site / "public" / OLD).read_text()


def test_what_was_never_published_leaves_nothing_behind(site: Path, redirects: Redirects) -> None:
    redirects()
    (site / "people.yaml").unlink()
    assert redirects("--strict") == 0
    assert OLD not in (site / "redirects.yaml").read_text()


def test_an_old_site_that_is_none_is_a_wrong_call(redirects: Redirects, capsys) -> None:
    assert redirects(old="nowhere") == 2
    assert "error[no-site]: there is no such folder or file" in capsys.readouterr().err


def test_a_wrong_file_is_a_wrong_configuration(site: Path, redirects: Redirects, capsys) -> None:
    (site / "redirects.yaml").write_text("- from: a.html\n")
    assert redirects() == 2
    assert "redirects.yaml:1:3: error[missing-key]" in capsys.readouterr().err


def test_a_server_is_told_in_a_file_of_the_site(site: Path, redirects: Redirects) -> None:
    redirects()
    (site / "site.yaml").write_text(FILES["site.yaml"] + "redirects: {nginx: true}\n")
    build_site(site)
    line = f'"/small/{OLD}" "/small/{NEW}";\n'
    assert line in (site / "public" / "redirects.map").read_text()


def test_an_address_that_shows_another_article_is_told(tmp_path: Path, capsys) -> None:
    later = "---\npublished: 2024-06-01\n---\n# Flood in the old town\n\nWater rose again.\n"
    site = write_site(tmp_path / "site", {"articles/m.md": later})
    build_site(site)
    shutil.copytree(site / "public", tmp_path / "old")
    write_site(site, {"articles/a.md": later.replace("2024-06-01", "2022-08-01")})
    assert main(["redirects", str(tmp_path / "old"), str(site)]) == 0
    assert (
        "articles/flood-in-the-old-town.html: warning[address-taken]: this address showed articles/m.md and shows "
        "articles/a.md now; the former is articles/flood-in-the-old-town-2.html (to keep it, write "
        "`slug: flood-in-the-old-town` into the front matter of articles/m.md)"
    ) in capsys.readouterr().err
