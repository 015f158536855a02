import re
from posixpath import dirname, normpath
from urllib.parse import unquote

from hypothesis import given, settings
from hypothesis import strategies as st

from pages_archive import SITE, make_article, plan, render_all

# matches: <a href="x.html#y">
_HREF = re.compile(r' href="([^"]*)"')
# matches: <li id="x">
_ID = re.compile(r' id="([^"]*)"')

DATES = st.sampled_from([None, "2024-05-15", "2024-05", "2024", "2023-12-31", "XXXX-05-15", "2023/2024", "2024~"])
RIGHTS = st.sampled_from(["full", "excerpt", "metadata"])
"""The name of a vocabulary, which nobody fetches."""
STATIC = {"static/newsgen.css", "static/icon.svg", "static/world.svg"}


@st.composite
def articles(draw):
    made = []
    for number in range(draw(st.integers(0, 5))):
        told = draw(st.lists(st.sampled_from(["2024-05-15", "2023", "2024-01~", "XXXX-05"]), max_size=3))
        sentences = [f"Sentence {n} of Niger." for n in range(len(told))]
        made.append(
            make_article(
                f"a{number}",
                sentences or ["Nothing, said Ada Nkrumah."],
                countries={"Niger": "NE"},
                people={"Ada Nkrumah": "ada"} if not told else {},
                reports=list(zip(sentences, told, strict=True)),
                published=draw(DATES),
                source=draw(st.sampled_from([None, "Desk One"])),
                rights=draw(RIGHTS),
            )
        )
    return made


@settings(max_examples=40)
@given(articles())
def test_every_link_between_pages_has_its_page_and_its_anchor(made) -> None:
    """Fails if an event links to the sentence of an article that may not be shown (`anchor_of` without rights)."""
    files = render_all(plan(*made, site=SITE))
    ids = {path: _ID.findall(text) for path, text in files.items()}
    assert all(len(found) == len(set(found)) for found in ids.values())
    for path, text in files.items():
        for href in _HREF.findall(text) if path.endswith(".html") else ():
            if href.startswith(("data:", "http://", "https://")):
                continue
            target, _, anchor = href.partition("#")
            goal = normpath(f"{dirname(path)}/{unquote(target)}").lstrip("/") if target else path
            assert goal in files or goal in STATIC, (path, href)
            assert not anchor or unquote(anchor) in ids[goal], (path, href)
