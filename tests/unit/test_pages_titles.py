"""Titles say in which language they are, where that is not the page's."""

import pytest
from msgspec.structs import replace

from newsgen.lexicon import load_lexicon
from newsgen.pages import plan_pages
from newsgen.records.archive import Archive
from pages_archive import SITE, WORDS, make_archive, make_article, render_all


def name_her(title: str, *languages: str) -> Archive:
    """An archive whose articles, each in its language, give Ada Tiani a title."""
    articles = []
    for number, language in enumerate(languages):
        made = make_article(f"a{number}", ["Ada Tiani spoke."], people={"Ada Tiani": "ada-tiani"}, language=language)
        (local,) = made.reading.people
        articles.append(replace(made, reading=replace(made.reading, people=(replace(local, titles=(title,)),))))
    archive = make_archive(*articles)
    (entry,) = archive.people
    person = replace(entry.person, titles=(title,))
    return replace(archive, people=(replace(entry, person=person, title_languages=(languages,)),))


@pytest.mark.parametrize(
    ("languages", "attribute"),
    [(("fr", "ha"), ' lang="fr"'), (("fr", "en"), ""), (("en",), "")],
    ids=["most", "also the page's", "the page's"],
)
def test_a_title_has_the_language_of_its_articles(languages: tuple[str, ...], attribute: str) -> None:
    archive = name_her("présidente", *languages)
    files = render_all({page.path: page for page in plan_pages(archive, SITE, load_lexicon(), WORDS).pages})
    page = files["people/ada-tiani.html"]
    assert f'<p class="lead"><span{attribute} dir="auto">présidente</span></p>' in page
    assert f'<span class="wording"{attribute} dir="auto">présidente</span>' in page
    assert f'<span class="note"{attribute} dir="auto">présidente</span>' in files["people/index.html"]
    pages = {page.path: page for page in plan_pages(archive, SITE, load_lexicon(), WORDS).pages}
    assert ('"fr"]' in pages["cards/s-.js"].shows.text) is bool(attribute)
