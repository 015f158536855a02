import re
from html.parser import HTMLParser

import nh3
from hypothesis import given, settings
from hypothesis import strategies as st

from pages_archive import make_article, plan, render_all

# Characters that HTML allows; the others are replaced, which a unit test shows.
ALLOWED = st.characters(exclude_categories=("Cc", "Cs", "Cn"), include_characters="\t")
HOSTILE = st.sampled_from(
    ["<script>alert(1)</script>", "</p></main>", "{{ 7 * 7 }}", "{% raw %}", "&amp;", '" onload="x', "<!--", "]]>", "'"]
)
TEXTS = st.lists(st.one_of(HOSTILE, st.text(ALLOWED, max_size=8)), min_size=1, max_size=6).map("".join).filter(bool)
TAGS = {"p": {"dir"}, "a": {"class", "href"}, "span": {"class", "id"}}


class _Texts(HTMLParser):
    """The text of each element of one class or tag."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = self.raw = ""
        self.paragraphs: list[str] = []
        self.tags: set[str] = set()
        self._into = ""

    def handle_starttag(self, tag, attrs) -> None:
        self.tags = set() if tag == "body" else self.tags | {tag}
        given = dict(attrs)
        if tag == "h1":
            self._into = "heading"
        elif tag == "p" and list(given) == ["dir"]:
            self._into = "paragraph"
            self.paragraphs.append("")
        elif given.get("class") == "raw":
            self._into = "raw"

    def handle_endtag(self, tag) -> None:
        if tag in {"h1", "p", "td"}:
            self._into = ""

    def handle_data(self, data) -> None:
        if self._into == "paragraph":
            self.paragraphs[-1] += data
        elif self._into:
            setattr(self, self._into, getattr(self, self._into) + data)


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_any_text_comes_out_of_the_page_as_it_went_in(headline: str, words: str) -> None:
    """Fails if anything is escaped twice, or not at all (`| safe` in a template, autoescape off)."""
    article = make_article("a", [words], headline=headline)
    html = render_all(plan(article))["articles/a.html"]
    page = _Texts()
    page.feed(html)
    page.close()
    assert page.heading == headline
    assert page.paragraphs == [words]
    assert page.raw == article.clipping.text.replace("\n", "")
    assert not page.tags & {"script", "img", "iframe", "style"}
    body = re.search(r'<div class="column-main reading">\n(.*?)</div>', html, re.DOTALL)[1]
    cleaned = nh3.clean(body, tags=set(TAGS), attributes=TAGS, link_rel=None).replace("&nbsp;", "\xa0")
    assert cleaned == body.replace("&#34;", '"').replace("&#39;", "'")
