import pytest

from newsgen.pages import urls


@pytest.mark.parametrize(
    ("here", "there", "anchor", "expected"),
    [
        ("index.html", "people/ada.html", "", "people/ada.html"),
        ("people/ada.html", "index.html", "", "../index.html"),
        ("people/ada.html", "people/bob.html", "r-1", "bob.html#r-1"),
        ("countries/niger/2024-05.html", "countries/niger.html", "", "../niger.html"),
        ("countries/niger/2024-05.html", "articles/a b#c.html", "", "../../articles/a%20b%23c.html"),
        ("a/a.html", "a/a/a.html", "", "a/a.html"),
    ],
)
def test_links_are_relative_and_end_in_a_file_name(here: str, there: str, anchor: str, expected: str) -> None:
    assert urls.link(here, there, anchor) == expected


def test_absolute_addresses() -> None:
    base = "https://example.org/archive/"
    assert urls.absolute(base, "index.html") == base
    assert urls.absolute(base, "people/ada.html", "x") == f"{base}people/ada.html#x"
    assert urls.from_root(base, "static/newsgen.css") == "/archive/static/newsgen.css"
    assert urls.from_root("https://example.org/", "index.html") == "/index.html"


def test_nothing_takes_the_place_of_an_index() -> None:
    assert urls.person_path("index") not in {urls.PEOPLE, urls.person_path("index-")}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://example.org", "http://example.org"),
        ("https://example.org/a b/100%", "https://example.org/a%20b/100%25"),
        ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
        ("http://[::1]/x", "http://[::1]/x"),
        ("mailto:desk@example.org?subject=x", "mailto:desk@example.org"),
        ("javascript:alert(1)", ""),
        ("JAVASCRIPT:alert(1)//https://example.org", ""),
        ("data:text/html,x", ""),
        ("//example.org/", ""),
        ("/etc/passwd", ""),
        ("https://", ""),
        ("https://exa mple.org/", ""),
        ("http://[bad/", ""),
        ("https://example.org:99999/", ""),
        (None, ""),
    ],
)
def test_only_safe_addresses_lead_outward(address: str | None, expected: str) -> None:
    assert urls.outward(address) == expected


def test_a_link_has_its_absolute_address() -> None:
    base = "https://example.org/a b/".replace(" ", "%20")
    assert urls.absolute_link(base, "index.html", "people/zoe.html") == f"{base}people/zoe.html"
    assert urls.absolute_link(base, "countries/niger/2024-05.html", "../../people/zo%C3%AB.html#m-1") == (
        f"{base}people/zo%C3%AB.html#m-1"
    )
    assert urls.absolute_link(base, "people/zoe.html", "ada.html") == f"{base}people/ada.html"
    assert urls.absolute_link(base, "people/zoe.html", "") == ""
