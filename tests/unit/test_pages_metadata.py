import json
import re
from typing import Any

import pytest

from pages_archive import HOSTED, SITE, make_article, plan, render_all
from zotero import save_item

BASE = "https://example.org/archive/"

# matches: <script type="application/ld+json">{}</script>
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)

STORY = make_article(
    "story",
    ["Ghana and Niger, Ghana: Ama Owusu and Salif Tapsoba met."],
    headline="A “new” road & <b>bridge</b>",
    countries={"Ghana": "GH", "Niger": "NE"},
    people={"Ama Owusu": "ama-owusu", "Salif Tapsoba": "salif-tapsoba"},
    published="2024-05-15",
    source="Harbour Desk",
    byline="Esi Quansah and Kofi van der Berg",
    kicker="WEST AFRICA",
)


def page(article, *others, site=HOSTED) -> str:
    return render_all(plan(article, *others, site=site))[f"articles/{article.id}.html"]


def linked(text: str) -> dict[str, Any]:
    """The page's JSON-LD, of which there is one."""
    (found,) = LINKED.findall(text)
    return json.loads(found)


def test_zotero_saves_a_complete_newspaper_article() -> None:
    assert save_item(page(STORY)) == {
        "itemType": "newspaperArticle",
        "title": "A “new” road & <b>bridge</b>",
        "creators": [("Esi", "Quansah"), ("Kofi", "van der Berg")],
        "publicationTitle": "Harbour Desk",
        "date": "2024-05-15",
        "language": "en",
        "section": "WEST AFRICA",
        "url": f"{BASE}articles/story.html",
        "abstractNote": "Ghana and Niger, Ghana: Ama Owusu and Salif Tapsoba met.",
    }


def test_zotero_takes_neither_the_archive_for_an_outlet_nor_a_desk_for_a_person() -> None:
    text = page(make_article("a", ["Text."], byline="the newsroom"))
    assert linked(text)["creditText"] == "the newsroom"
    assert "author" not in linked(text)
    saved = save_item(text)
    assert saved["itemType"] == "newspaperArticle"
    assert saved["creators"] == []
    assert "publicationTitle" not in saved
    assert "date" not in saved


def test_an_article_is_told_in_the_words_of_schema_org() -> None:
    assert linked(page(STORY)) == {
        "@type": "NewsArticle",
        "@context": "https://schema.org",
        "headline": "A “new” road & <b>bridge</b>",
        "url": f"{BASE}articles/story.html",
        "datePublished": "2024-05-15",
        "inLanguage": "en",
        "author": [{"@type": "Person", "name": "Esi Quansah"}, {"@type": "Person", "name": "Kofi van der Berg"}],
        "publisher": {"@type": "NewsMediaOrganization", "name": "Harbour Desk"},
        "about": [{"@type": "Country", "name": "Ghana", "url": f"{BASE}countries/ghana.html"}],
        "mentions": [
            {"@type": "Person", "name": "Ama Owusu", "url": f"{BASE}people/ama-owusu.html"},
            {"@type": "Person", "name": "Salif Tapsoba", "url": f"{BASE}people/salif-tapsoba.html"},
            {"@type": "Country", "name": "Niger", "url": f"{BASE}countries/niger.html"},
        ],
    }


def test_a_site_of_no_known_address_is_told_by_relative_ones() -> None:
    text = page(STORY, site=SITE)
    told = linked(text)
    assert "url" not in told
    assert [one["url"] for one in told["mentions"]][:1] == ["../people/ama-owusu.html"]
    assert "canonical" not in text
    assert "og:url" not in text


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2024-05-15", "2024-05-15"),
        ("2024-05", "2024-05"),
        ("2024-05-XX", "2024-05"),
        ("2024", "2024"),
        ("2024-05~", None),
        ("2024-05-15?", None),
        ("XXXX-05-15", None),
        ("2024-05-01/2024-05-03", None),
        ("2024-21", None),
        ("199X", None),
        (None, None),
    ],
)
def test_a_date_is_told_only_as_it_is_known(published: str | None, told: str | None) -> None:
    text = page(make_article("a", ["Text."], published=published))
    assert linked(text).get("datePublished") == told
    assert save_item(text).get("date") == told


def test_an_inferred_date_is_told_nowhere_as_a_fact() -> None:
    text = page(make_article("a", ["Text."], published="2024-05-15", published_inferred=True))
    assert "datePublished" not in linked(text)
    assert "citation_publication_date" not in text
    assert "article:published_time" not in text
    assert save_item(text)["date"] == "2024-05-15?"
    about = page(make_article("a", ["Text."], published="2024-05~", published_inferred=True))
    assert "date" not in save_item(about)


def test_the_canonical_address_is_the_original_s_where_it_is_known() -> None:
    text = page(make_article("a", ["Text."], url="https://desk.example/a?x=1&y=2"))
    assert '<link rel="canonical" href="https://desk.example/a?x=1&amp;y=2">' in text
    assert save_item(text)["url"] == linked(text)["url"] == "https://desk.example/a?x=1&y=2"
    assert f'<meta property="og:url" content="{BASE}articles/a.html">' in text, "a preview leads to the archive"
    assert linked(text)["archivedAt"] == f"{BASE}articles/a.html"
    text = page(make_article("a", ["Text."], url="javascript:alert(1)"))
    assert f'<link rel="canonical" href="{BASE}articles/a.html">' in text
    assert "archivedAt" not in linked(text)


@pytest.mark.parametrize(
    "hostile", ["</script><script>alert(1)</script>", "<!--<script>", "]]>&lt;/script&gt;", "\u2028"]
)
def test_no_text_ends_the_data_or_changes_on_its_way(hostile: str) -> None:
    text = page(make_article("a", ["Text."], headline=f"A {hostile} b", source=f"Desk {hostile}", published="2024"))
    told = linked(text)
    assert told["headline"] == " ".join(f"A {hostile} b".split())
    assert not set("<>&") & set(LINKED.findall(text)[0])


def test_a_person_is_told_with_other_spellings() -> None:
    one = make_article("a", ["Ama Owusu spoke."], people={"Ama Owusu": "ama-owusu"})
    two = make_article("b", ["Ama Owusu-Sarpong spoke."], people={"Ama Owusu-Sarpong": "ama-owusu"})
    text = render_all(plan(one, two, site=HOSTED))["people/ama-owusu.html"]
    assert linked(text) == {
        "@type": "Person",
        "@context": "https://schema.org",
        "name": "Ama Owusu",
        "url": f"{BASE}people/ama-owusu.html",
        "alternateName": ["Ama Owusu-Sarpong"],
    }
    assert '<meta property="og:type" content="profile">' in text


def test_lists_are_told_by_their_first_entries_and_their_number() -> None:
    told = "Ghana opened it in May."
    articles = [
        make_article(
            f"a{n:02}",
            [told],
            countries={"Ghana": "GH"},
            published="2024-05-15",
            source="Desk",
            reports=[(told, f"2024-05-{n + 1:02}")],
        )
        for n in range(25)
    ]
    made = render_all(plan(*articles, site=HOSTED))
    for path in ("index", "countries/ghana", "countries/ghana/2024-05", "dates/2024-05", "sources/desk"):
        list_ = linked(made[f"{path}.html"])
        assert (list_["@type"], list_["numberOfItems"]) == ("ItemList", 25), path
        places = [(item["position"], item["url"]) for item in list_["itemListElement"]]
        assert places == [(n + 1, f"{BASE}articles/a{n:02}.html") for n in range(20)], path
    events = linked(made["timelines/story.html"])["itemListElement"]
    assert events[0]["url"] == f"{BASE}timelines/story.html#event-2024-05-01"
    assert not LINKED.findall(made["timelines/story/reported.html"])


def test_the_home_page_leads_to_both_feeds() -> None:
    made = render_all(plan(STORY, site=HOSTED))
    assert '<link rel="alternate" href="feed.json" type="application/feed+json"' in made["index.html"]
    naming = [path for path, text in made.items() if "application/feed+json" in text]
    assert naming == ["index.html"]
