import re
from posixpath import dirname, normpath
from urllib.parse import unquote

from hypothesis import given, settings
from hypothesis import strategies as st

from pages_archive import make_article, plan, render_all

# matches: <a href="x.html#y">
_HREF = re.compile(r' href="([^"]*)"')
# matches: <li id="x">
_ID = re.compile(r' id="([^"]*)"')

PEOPLE = {"Ada Nkrumah": "ada", "Mr Nkrumah": "ada", "ADA NKRUMAH": "ada", "Ada Nkrumaah": "other-ada"}
SAYINGS = {"We shall all leave, said he": "ada", "Mr Nkrumah has said nothing at all": "other-ada"}
PARTS = (
    *(
        "Ada Nkrumah spoke.",
        "Mr Nkrumah spoke to Mr Nkrumah.",
        "Mr Nkrumah was Ada Nkrumah.",
        "## Mr Nkrumah",
        "Read of ADA NKRUMAH here.",
    ),
    *("“We shall all leave, said he,” it is told.", "Ada Nkrumaah: “Mr Nkrumah has said nothing at all”.", "- Nobody."),
)


@st.composite
def articles(draw):
    made = []
    for number in range(draw(st.integers(1, 4))):
        parts = draw(st.lists(st.sampled_from(PARTS), min_size=1, max_size=5))
        text = " ".join(parts)
        made.append(
            make_article(
                f"a{number}",
                parts,
                people=PEOPLE,
                quotes={words: person for words, person in SAYINGS.items() if words in text},
                marks=draw(st.sampled_from([(), [("link", "of ADA", "https://example.org/")], [("em", "Mr", None)]])),
                reports=[("Mr Nkrumah spoke", "2024-05")] if "Mr Nkrumah spoke" in text else (),
                published=draw(st.sampled_from([None, "2024-05-15", "2023", "XXXX-05-15"])),
                source=draw(st.sampled_from([None, "Desk One"])),
                rights=draw(st.sampled_from(["full", "excerpt", "metadata"])),
            )
        )
    return made


@settings(max_examples=40)
@given(articles())
def test_each_place_that_a_person_is_shown_with_is_on_the_page_of_its_article(made) -> None:
    """Fails if `find_anchored` takes mentions in headings, or if `_cut` leaves out an anchor of a name just linked."""
    files = render_all(plan(*made))
    ids = {path: _ID.findall(text) for path, text in files.items() if path.endswith(".html")}
    assert all(len(found) == len(set(found)) for found in ids.values())
    for path in ids:
        for href in _HREF.findall(files[path]) if path.startswith(("people/", "names/")) else ():
            target, _, anchor = href.partition("#")
            goal = normpath(f"{dirname(path)}/{unquote(target)}") if target else path
            assert goal in files or goal.startswith("static/"), (path, href)
            assert not anchor or anchor in ids[goal], (path, href)
