import pytest

from factories import make_reading
from newsgen.resolve.addresses import give_article_ids


def give(*articles: tuple[str, str] | tuple[str, str, str]) -> tuple[tuple[str, ...], list[str]]:
    """Ids and messages for articles given as (path, headline[, slug])."""
    made = [
        make_reading(f"articles/{path}", headline=headline, slug=rest[0] if rest else None).article
        for path, headline, *rest in articles
    ]
    ids, diagnostics = give_article_ids(made)
    return ids, list(map(str, diagnostics))


def test_an_id_is_the_slug_of_the_headline() -> None:
    assert give(("a.txt", "Niger cuts ties"), ("b.txt", "Washington answers")) == (
        ("niger-cuts-ties", "washington-answers"),
        [],
    )


def test_front_matter_wins() -> None:
    ids, _ = give(("a.txt", "Niger cuts ties", "own-slug"))
    assert ids == ("own-slug",)


@pytest.mark.parametrize(
    ("path", "expected"), [("2024/wire 7.txt", "wire-7"), ("2024/!!!.md", "article"), ("…", "article")]
)
def test_a_headline_without_letters_leaves_the_name_of_the_file(path: str, expected: str) -> None:
    ids, _ = give((path, "…"))
    assert ids == (expected,)


def test_one_headline_twice_is_numbered_by_path_and_noted() -> None:
    ids, messages = give(("b.txt", "Same"), ("a.txt", "Same"))
    assert ids == ("same-2", "same")
    assert messages == [
        "articles/b.txt: note[slug-numbered]: the address “same” belongs to articles/a.txt, which comes first; this "
        "one is “same-2” (set `slug` in the front matter to choose an address)"
    ]


def test_the_article_published_first_has_the_address_whatever_its_file_is_called() -> None:
    later = make_reading("articles/a.txt", headline="Same", published="2024-06-01").article
    first = make_reading("articles/m.txt", headline="Same", published="2022-08").article
    undated = make_reading("articles/0.txt", headline="Same").article
    assert give_article_ids([later, undated, first])[0] == ("same-2", "same-3", "same")


def test_a_slug_asked_for_goes_before_a_headline() -> None:
    ids, messages = give(("a.txt", "Same"), ("b.txt", "Other", "same"))
    assert ids == ("same-2", "same")
    assert "note[slug-numbered]" in messages[0]


def test_two_that_ask_for_one_slug_are_an_error_that_names_both() -> None:
    ids, messages = give(("a.txt", "One", "mine"), ("b.txt", "Two", "mine"))
    assert ids == ("mine", "mine-2")
    assert messages == [
        "articles/b.txt: error[slug-clash]: the slug “mine” is also asked for by articles/a.txt "
        "(give one of the two another slug)"
    ]


def test_a_slug_that_no_file_can_have_is_made_safe_and_noted() -> None:
    ids, messages = give(("a.txt", "One", "../My Slug"), ("b.txt", "Two", "index"))
    assert ids == ("my-slug", "index-article")
    assert [message.split(": ")[1] for message in messages] == ["note[slug-changed]"] * 2


def test_ids_stay_when_an_unlike_article_arrives() -> None:
    before, _ = give(("a.txt", "Same"), ("b.txt", "Same"))
    after, _ = give(("a.txt", "Same"), ("b.txt", "Same"), ("c.txt", "Another"))
    assert after[:2] == before
