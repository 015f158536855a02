"""Whatever stands in a clipping or a setting, nothing runs and nothing leaves, even where scripts are allowed."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from browser.spellings import ADDRESSES, MARKUP
from browser.visits import Visit
from building.sites import write_site
from newsgen.build import BuildOptions, build
from newsgen.errors import Diagnostic
from newsgen.serve.preview import Outcome, Preview
from previews import served

pytestmark = pytest.mark.browser

HOSTILE = """\
<script>alert('headline')</script> Minister <img src=x onerror=alert(1)> speaks

Accra, May 15, 2024 (<svg onload=alert(2)>) -- Ghana said </p></main></body><script>alert(3)</script> on Monday
that "><script>alert(4)</script> was over. [Read](javascript:alert(5)) or
[this](data:text/html,<script>alert(6)</script>) or ![picture](https://tracker.invalid/pixel.png) or <https://tracker.invalid/x>.

<iframe src="https://tracker.invalid/"></iframe><style>@import url(https://tracker.invalid/x.css);</style>

{{ 7 * 7 }} {% raw %} {# no #} Minister Kofi <b onclick=alert(7)>Mensah-Test</b> told reporters in Ghana on 3 May 2024.

Source: Desk "><script>alert(8)</script>
"""


def test_a_hostile_clipping_is_only_text(tmp_path: Path, visit) -> None:
    """Fails, for example, if `templates/base.html` shows the site's title with `| safe`."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "<img src=x onerror=alert(9)>.txt").write_text(HOSTILE)
    (tmp_path / "site.yaml").write_text(
        "title: '<script>alert(10)</script>'\ndescription: '\"><script>alert(11)</script>'\n"
    )
    (tmp_path / "people.yaml").write_text("- name: Kofi Mensah-Test\n  note: '</p><script>alert(12)</script>'\n")
    build(tmp_path, tmp_path / "public", BuildOptions(executor="serial"))
    reader = visit(javascript=True)
    shown = ""
    for path in sorted((tmp_path / "public").rglob("*.html")):
        reader.open(path)
        shown += reader.page.locator("body").inner_text()
        for selector in (
            "script:not([src]):not([type='application/ld+json'])",
            "iframe",
            "main style",
            "[onerror]",
            "[onload]",
            "[onclick]",
            "a[href^='javascript:']",
        ):
            assert reader.page.locator(selector).count() == 0, (path.name, selector)
        for data in reader.page.locator("script:not([src])").all():
            assert json.loads(data.inner_text())["@context"] == "https://schema.org", path.name
    assert "{{ 7 * 7 }}" in shown
    assert "alert(3)" in shown


# --- families of spellings ------------------------------------------------------------------------------------------

CHUNK = 5
CHUNKS = [" | ".join(MARKUP[at : at + CHUNK]) for at in range(0, len(MARKUP), CHUNK)]

WITHHELD = "<script>alert(91)</script> nobody’s words"

STRAY = """() => [...document.querySelectorAll("*")].filter((element) => {
  const name = element.localName.toLowerCase();
  const leads = ["href", "xlink:href", "src", "action", "formaction", "data", "srcdoc", "poster"];
  return ["iframe", "object", "embed", "base", "math", "style", "video", "marquee", "xmp"].includes(name)
    || (name === "template" && element.id !== "search-similar")
    || (name === "script" && !element.src && element.type !== "application/ld+json")
    || element.getAttributeNames().some((attribute) => attribute.toLowerCase().startsWith("on"))
    || leads.filter((attribute) => element.hasAttribute(attribute)).some((attribute) => {
      const goal = new URL(element.getAttribute(attribute), document.baseURI);
      if (/^data:(,$|application\\/(x-bibtex|x-research-info-systems|vnd\\.))/.test(goal.href)) return false;
      return !["http:", "https:", "mailto:", "file:"].includes(goal.protocol);
    });
}).map((element) => element.outerHTML.slice(0, 300))"""
"""Elements that no page of the theme has, and addresses that a click must not follow."""


def turn(number: int) -> str:
    return CHUNKS[number % len(CHUNKS)]


def make_front_matter(number: int) -> str:
    """A clipping with spellings in every field."""
    fields = {
        "headline": turn(number),
        "byline": turn(number + 1),
        "source": turn(number + 2),
        "dateline": {"place": turn(number + 3), "agency": turn(number + 4)},
        "published": f"2024-05-{number + 1:02}",
        "people": [turn(number + 5), "Kofi Mensah-Test"],
        "tags": [turn(number + 6)],
        turn(number + 7): turn(number + 8),
    }
    body = f"{turn(number + 9)}\n\nMinister Kofi Mensah-Test went to Ghana on 3 May 2024, {turn(number)} said.\n"
    return f"---\n{json.dumps(fields)}\n---\n\n{body}\nPhoto: {turn(number + 10)}\n"


def make_raw(number: int) -> str:
    """The same as it is copied from a page."""
    return (
        f"{turn(number)}\n\nBy {turn(number + 1)}\n\nAccra, May {number + 1}, 2024 ({turn(number + 2)}) -- "
        f"Minister Kofi Mensah-Test said “{turn(number + 3)}” in Ghana on Monday. {WITHHELD}. It rained in May.\n\n"
        f"Photo: {turn(number + 4)}/Desk\n\n{turn(number + 5)}\n\nSource: {turn(number + 6)}\n"
    )


def make_links(address: str) -> str:
    """A clipping with the address in all forms of a link; front matter gives it where it may."""
    allowed = address.startswith("https://a.invalid/")
    header = f"---\n{json.dumps({'url': address, 'published': '2024-06-01'})}\n---\n\n" if allowed else ""
    return (
        f"{header}Links {address}\n\nGhana has [one]({address}), <{address}>, [two][r], ![three]({address}), {address}"
        f' and [four](<{address}> "{address}").\n\n[r]: {address}\n'
    )


def make_sources() -> dict[str, str]:
    address = ADDRESSES[-2]
    site = {
        "title": turn(0),
        "description": turn(1),
        "base_url": "https://example.org/a'b/",
        "licence": {"name": turn(2), "url": address},
        "sources": [{"name": turn(number), "aliases": [turn(number) + "x"], "url": address} for number in range(3)],
        "timelines": [
            {
                "id": "t",
                "title": turn(3),
                "description": turn(4),
                "countries": ["GH"],
                "words": [turn(5)],
                "pinned": [
                    {"date": "2024-05-03", "text": turn(6), "source": turn(7), "url": address, "reason": turn(8)}
                ],
            }
        ],
        "withhold": [{"passage": WITHHELD, "reason": turn(9)}],
    }
    people = [{"name": "Kofi Mensah-Test", "also": list(MARKUP[2:9]), "note": "\n".join(MARKUP)}]
    names = [name.replace("/", "∕").encode()[:200].decode("utf-8", "ignore") for name in MARKUP[::6]]
    return {
        "site.yaml": json.dumps(site),
        "people.yaml": json.dumps(people),
        "redirects.yaml": json.dumps([{"from": "people/a' onload='alert(90)' b&amp;.html", "to": "about.html"}]),
        **{f"articles/front-{number:02}.md": make_front_matter(number) for number in range(len(CHUNKS))},
        **{f"articles/{number:02}{name}.txt": make_raw(number) for number, name in enumerate(names)},
        **{f"articles/link-{number:02}.md": make_links(one) for number, one in enumerate(ADDRESSES)},
    }


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of spellings, built; no clipping of it is refused."""
    site = write_site(tmp_path_factory.mktemp("hostile"), make_sources())
    report = build(site, site / "public", BuildOptions(executor="serial"))
    assert report.articles == report.clippings
    assert [item for item in report.diagnostics if item.severity == "error"] == []
    return site / "public"


@contextmanager
def complaining(folder: Path) -> Iterator[str]:
    """The address of a preview of the folder, whose last build complained of spellings."""
    preview = Preview(folder)
    errors = tuple(Diagnostic(text, 3, 1, "error", "yaml", text, text) for text in CHUNKS)
    preview.update(Outcome(built=True, errors=errors))
    with served(preview) as port:
        yield f"http://127.0.0.1:{port}/"


def assert_harmless(reader: Visit, address: str) -> None:
    reader.page.goto(address)
    assert reader.page.evaluate(STRAY) == [], address


def test_no_spelling_is_more_than_text_even_without_a_policy(hostile: Path, visit: Callable[..., Visit]) -> None:
    """Fails, for example, if `templates/person.html` shows the note with `| safe`."""
    reader = visit(javascript=True, policy=False)
    pages = sorted(path for path in hostile.rglob("*.html") if b'http-equiv="refresh"' not in path.read_bytes())
    pages.remove(hostile / "404.html")  # its addresses begin at the host
    for path in pages:
        assert_harmless(reader, path.as_uri())
    for path in sorted(hostile.rglob("*.xml")):
        ElementTree.parse(path)
    for path in sorted((hostile / "data").rglob("*.json")):
        json.loads(path.read_bytes())
    for path in [path for path in pages if path.parent.name == "articles"][:3]:  # what is loaded for a card
        reader.open(path)
        reader.page.locator("main p a[href*='people/'], main p a[href*='countries/']").first.hover()
        expect(reader.page.locator("#name-card")).to_be_visible()
        assert reader.page.evaluate(STRAY) == []


def test_no_search_is_more_than_text(hostile: Path, visit: Callable[..., Visit]) -> None:
    """Fails, for example, if `make` in `static/search.js` sets `innerHTML`."""
    reader = visit(javascript=True, policy=False)
    for number, text in enumerate((*CHUNKS, *ADDRESSES)):
        asked = f"?q={quote(text)}&person={quote(text)}#{quote(text)}" if number % 2 else f"?q={quote(text)}"
        assert_harmless(reader, (hostile / "search.html").as_uri() + asked)
    reader.page.goto((hostile / "search.html").as_uri() + "?q=alert")
    expect(reader.page.locator("main li").first).to_be_visible()
    assert reader.page.evaluate(STRAY) == []


def test_no_spelling_does_anything_on_a_host(hostile: Path, visit: Callable[..., Visit]) -> None:
    """Fails, for example, if `_error_html` in `serve/overlay.py` shows the message as it is."""
    with complaining(hostile) as address:
        reader = visit(javascript=True, origin=address)
        for path in ("", "about.html", "people/", "sources/", "timelines/t.html", "data/", "search.html?q=alert"):
            assert_harmless(reader, address + path)
        reader.page.goto("about:blank")
