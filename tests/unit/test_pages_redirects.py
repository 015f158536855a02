"""Pages at old addresses: what they say, where they lead, and what servers are told."""

import msgspec
import pytest

from newsgen.errors import RedirectError
from newsgen.lexicon import load_lexicon
from newsgen.pages import plan_pages
from newsgen.pages.redirects import check_redirects, warn_of_idle
from newsgen.records.options import Redirect
from pages_archive import HOSTED, SITE, WORDS, make_archive, make_article, plan, render_all

ARTICLE = make_article(
    "flood", ["Niger, said Ada Nkrumah."], people={"Ada Nkrumah": "ada-nkrumah"}, published="2024-05-15"
)
MOVED = Redirect(old="people/a-nkrumah.html", new="people/ada-nkrumah.html", goal="people/ada-nkrumah.html", line=3)


def lead(old: str, goal: str | None, **more) -> Redirect:
    return Redirect(old=old, new=goal, goal=goal, line=1, column=9, new_line=2, new_column=7, **more)


def make(*redirects: Redirect, site=HOSTED, **options) -> dict[str, str]:
    site = msgspec.structs.replace(site, **options)
    pages = plan_pages(make_archive(ARTICLE), site, load_lexicon(), WORDS, redirects).pages
    return render_all({page.path: page for page in pages})


def test_an_old_page_leads_on_by_a_relative_address() -> None:
    page = make(MOVED)["people/a-nkrumah.html"]
    assert '<meta http-equiv="refresh" content="0; url=ada-nkrumah.html">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<link rel="canonical" href="https://example.org/archive/people/ada-nkrumah.html">' in page
    assert '<a href="ada-nkrumah.html" dir="auto">Ada Nkrumah</a>' in page


def test_a_page_of_a_deeper_folder_finds_its_way() -> None:
    page = make(lead("old/posts/flood/index.html", "articles/flood.html"))["old/posts/flood/index.html"]
    assert 'content="0; url=../../../articles/flood.html"' in page
    assert 'href="../../../static/newsgen.css"' in page


def test_without_a_base_url_there_is_no_canonical_address() -> None:
    assert "canonical" not in make(MOVED, site=SITE)["people/a-nkrumah.html"]


def test_hostile_paths_are_only_text() -> None:
    page = make(lead("people/a'&b.html", "people/ada-nkrumah.html"))["people/a'&b.html"]
    assert "Moved: people/a&#39;&amp;b" in page


def test_an_old_feed_is_the_new_one() -> None:
    made = make(MOVED)
    assert made["people/a-nkrumah.xml"] == made["people/ada-nkrumah.xml"]


@pytest.mark.parametrize("goal", ["people/index.html", "index.html", "articles/flood.html"])
def test_a_page_without_a_feed_of_its_kind_gives_none(goal: str) -> None:
    assert "people/a-nkrumah.xml" not in make(lead("people/a-nkrumah.html", goal))


def test_the_sitemap_leaves_redirects_out() -> None:
    made = make(MOVED)
    assert "a-nkrumah.html" not in made["sitemap.xml"].replace("ada-nkrumah.html", "")


def test_what_is_gone_has_no_page() -> None:
    assert "people/x.html" not in make(lead("people/x.html", None))


def test_a_redirect_changes_no_other_page() -> None:
    without, made = make(), make(MOVED)
    assert {path for path in made if made[path] != without.get(path)} == {
        "people/a-nkrumah.html",
        "people/a-nkrumah.xml",
    }


# --- servers --------------------------------------------------------------------------------------------------------


def test_servers_are_told_only_if_asked_for() -> None:
    assert not {"_redirects", "redirects.map"} & set(make(MOVED))


def test_each_server_has_its_form() -> None:
    old, new = "/archive/people/a-nkrumah", "/archive/people/ada-nkrumah"
    assert make(MOVED, redirect_hosts=("netlify",))["_redirects"] == (
        f"{old}.html {new}.html 301!\n{old}.xml {new}.xml 301!\n"
    )
    assert make(MOVED, redirect_hosts=("cloudflare",))["_redirects"] == (
        f"{old}.html {new}.html 301\n{old}.xml {new}.xml 301\n"
    )
    assert make(MOVED, redirect_hosts=("nginx",))["redirects.map"] == (
        f'"{old}.html" "{new}.html";\n"{old}.xml" "{new}.xml";\n'
    )


def test_nginx_sees_paths_without_escapes() -> None:
    redirect = lead("people/é $a.html", "people/ada-nkrumah.html")
    made = make(redirect, site=SITE, redirect_hosts=("netlify", "nginx"))
    assert made["redirects.map"] == '"/people/é $a.html" "/people/ada-nkrumah.html";\n'
    assert made["_redirects"] == "/people/%C3%A9%20%24a.html /people/ada-nkrumah.html 301!\n"


def test_without_redirects_the_files_are_there_for_servers_that_include_them() -> None:
    assert make(redirect_hosts=("nginx",))["redirects.map"] == ""


# --- what does not fit ----------------------------------------------------------------------------------------------


def told(*redirects: Redirect) -> list[str]:
    return [str(item).partition(" (")[0] for item in check_redirects(redirects, plan(ARTICLE))]


def idle(*redirects: Redirect, drafts: bool = False) -> list[str]:
    pages = plan_pages(make_archive(ARTICLE), SITE, load_lexicon(), WORDS, redirects).pages
    return [str(item) for item in warn_of_idle(redirects, pages, drafts=drafts)]


def test_a_page_that_is_there_leads_nowhere_else() -> None:
    redirect = lead("People/Ada-Nkrumah.html", "index.html")
    assert make(redirect) == make()
    assert idle(redirect, MOVED) == [
        "redirects.yaml:1:9: warning[redirect-idle]: `People/Ada-Nkrumah.html` is a page of the site, so this entry "
        "leads nowhere (remove it, as `newsgen redirects OLD_SITE` does; or give that page another address)"
    ]


def test_where_an_idle_entry_leads_does_not_matter() -> None:
    assert told(lead("people/ada-nkrumah.html", "people/gone.html")) == []


def test_a_way_ends_at_the_first_page_that_is_there() -> None:
    back = lead("people/ada-nkrumah.html", "people/a-nkrumah.html")
    first = Redirect(old="x.html", new="people/ada-nkrumah.html", goal="people/a-nkrumah.html")
    assert 'content="0; url=people/ada-nkrumah.html"' in make(first, back)["x.html"]
    again = Redirect(old="people/a-nkrumah.html", new="x.html", goal="people/a-nkrumah.html")
    assert 'content="0; url=ada-nkrumah.html"' in make(again, first, back)["people/a-nkrumah.html"]


def test_a_way_to_what_is_gone_is_told_where_it_leads_there() -> None:
    first = Redirect(old="x.html", new="a.html", goal=None, new_line=1, new_column=22)
    assert told(first, lead("a.html", None)) == [
        "redirects.yaml:1:22: error[unknown-page]: `a.html` is gone without successor, as this file says"
    ]
    back = Redirect(old="x.html", new="people/ada-nkrumah.html", goal=None)
    assert told(back, lead("people/ada-nkrumah.html", None)) == []


@pytest.mark.parametrize(
    "above", ["people/ada-nkrumah.html", "people/Ada-Nkrumah.html", "data/articles.jsonl", "gone.html"]
)
def test_no_page_lies_below_another(above: str) -> None:
    below = lead(f"{above}/y.html", "people/ada-nkrumah.html")
    others = (lead("gone.html", "people/ada-nkrumah.html"),)
    with pytest.raises(RedirectError) as caught:
        make(*others, below)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.line) == ("redirect-below-page", below.line)
    assert f"`{above}/y.html` lies below `{above}`" in fault.message


def test_where_drafts_are_shown_their_pages_go_first() -> None:
    made = make(lead("people/ada-nkrumah.html", "index.html"), drafts=True)
    assert "This page has moved" not in made["people/ada-nkrumah.html"]
    assert idle(lead("people/ada-nkrumah.html", "index.html"), drafts=True) == []


def test_a_list_by_month_that_is_back_goes_first() -> None:
    assert idle(lead("dates/2024-05.html", "dates/index.html")) == []
    assert "This page has moved" not in make(lead("dates/2024-05.html", "index.html"))["dates/2024-05.html"]


def test_an_unknown_page_is_told_with_its_place_and_the_nearest_one() -> None:
    (item,) = check_redirects([lead("people/x.html", "people/ada-nkruma.html")], plan(ARTICLE))
    assert str(item) == (
        "redirects.yaml:2:7: error[unknown-page]: the site has no page `people/ada-nkruma.html` "
        "(did you mean `people/ada-nkrumah.html`?)"
    )


def test_only_the_end_of_a_chain_is_told() -> None:
    first = Redirect(old="a.html", new="b.html", goal="c.html", line=1)
    assert told(first, lead("b.html", "c.html")) == [
        "redirects.yaml:2:7: error[unknown-page]: the site has no page `c.html`"
    ]
