import json

from newsgen.canon import digest_of
from pages_archive import make_article, plan


def read_cards(pages) -> dict[str, list[str]]:
    """The cards as a page gets them, script by script; each begins with the prefix that the index knows it by."""
    texts = {path: page.shows.text for path, page in pages.items() if path.startswith("cards/")}
    prefixes = json.loads(texts.pop("cards/index.js").removeprefix("newsgenCards.open(").removesuffix(");\n"))
    held = {}
    for text in texts.values():
        prefix, cards = json.loads(f"[{text.removeprefix('newsgenCards.take(').removesuffix(');' + chr(10))}]")
        assert prefix in prefixes
        assert all(key.startswith(prefix) for key in cards)
        held |= cards
    return held


def name(identity: str, published: str | None, *people: str):
    return make_article(
        identity,
        ["Niger here.", *(f"Then {person} spoke." for person in people)],
        countries={"Niger": "NE"},
        people={person: person.lower().replace(" ", "-") for person in people},
        published=published,
    )


def test_a_card_says_who_how_often_and_when() -> None:
    articles = [name("a", "2024-05-15", "Ada Nkrumah"), name("b", "2023-03", "Ada Nkrumah"), name("c", None)]
    cards = read_cards(plan(*articles))
    assert cards["people/ada-nkrumah"][::2] == ["Ada Nkrumah", "2 articles, March 2023 to 15 May 2024"]
    assert cards["countries/niger"] == ["Niger", "Country", "3 articles, March 2023 to 15 May 2024"]


def test_dates_that_are_not_known_are_not_told() -> None:
    cards = read_cards(plan(name("a", None, "Ada Nkrumah"), name("b", "XXXX-05-15", "Bo Mensah")))
    assert [cards[key][2] for key in ("people/ada-nkrumah", "people/bo-mensah")] == ["1 article", "1 article"]


def test_an_article_rewrites_only_the_scripts_of_those_whom_it_names() -> None:
    crowd = [name(f"a{n}", "2024-05-15", f"{chr(65 + n % 26)}da Nr{chr(97 + n // 26)}x") for n in range(200)]
    before = plan(*crowd)
    after = plan(*crowd, name("late", "2024-06-01", "Qda Nrax"))
    scripts = [path for path in before if path.startswith("cards/")]
    changed = [path for path in scripts if digest_of(before[path]) != digest_of(after[path])]
    assert len(scripts) > 3
    assert len(changed) == 2  # hers, and that of Niger
    assert read_cards(after)["people/qda-nrax"][2] == "2 articles, 15 May 2024 to 1 June 2024"
