import pytest
from slugify import slugify

from newsgen.lexicon.slugs import MAX_SLUG, fold_name, make_slug, number_slugs


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Niger cuts ties", "niger-cuts-ties"),
        ("Washington's threats", "washingtons-threats"),
        ("Washington’s threats", "washingtons-threats"),
        ("U.S. and U.N. troops", "us-and-un-troops"),
        ("1,000 troops leave", "1000-troops-leave"),
        ("Déclaration à l'ONU", "declaration-a-lonu"),
        ("習近平", "xi-jin-ping"),
        ("Путин", "putin"),
        ("../../etc/passwd", "etc-passwd"),
        ("a/b\\c", "a-b-c"),
        ("…!?", ""),
        ("🙂", ""),
        ("", ""),
        ("CON", "con-article"),
        ("com1", "com1-article"),
        ("Index", "index-article"),
        ("index of prices", "index-of-prices"),
    ],
)
def test_a_slug_is_safe_as_a_file_name(text: str, slug: str) -> None:
    assert make_slug(text, "article") == slug


def test_a_long_slug_ends_with_a_word() -> None:
    slug = make_slug("The quick brown fox jumps over the lazy dog " * 20, "article")
    assert len(slug) <= MAX_SLUG
    assert set(slug.split("-")) <= {"the", "quick", "brown", "fox", "jumps", "over", "lazy", "dog"}


def test_a_long_word_is_cut() -> None:
    assert make_slug("x" * 5000, "article") == "x" * MAX_SLUG


@pytest.mark.parametrize("text", ["One, two", "A & B", "Plain words 12", "dots. and – dashes", "tab\tand line"])
def test_slugs_are_those_of_python_slugify(text: str) -> None:
    assert make_slug(text, "article") == slugify(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Yunus-Bek  Evkurov", "yunus bek evkurov"),
        ("Sangaré", "sangare"),
        ("O’Neill", "oneill"),
        ("J.R. Smith", "j r smith"),
        ("Łukasz Sørensen", "lukasz sorensen"),
        ("STRAẞE", "strasse"),
        ("...", "..."),
        ("Владимир ПУТИН", "владимир путин"),
    ],
)
def test_names_are_compared_without_accents_and_marks(text: str, folded: str) -> None:
    assert fold_name(text) == folded


def test_the_first_to_ask_gets_the_slug() -> None:
    assert number_slugs(["a", "b", "a", "a"]) == ("a", "b", "a-2", "a-3")


def test_a_number_never_takes_what_another_one_wants() -> None:
    assert number_slugs(["a", "a", "a-2", "a"]) == ("a", "a-3", "a-2", "a-4")


def test_slugs_already_taken_are_left_alone() -> None:
    assert number_slugs(["a"], taken=["a"]) == ("a-2",)
