import pytest

from newsgen.records.article import Block
from newsgen.records.clipping import Clipping
from newsgen.withhold import Mere, cover_runs, find_articles, split_words


def cover(text: str, *runs: str, names: tuple[str, ...] = (), spared: tuple[str, ...] = (), header: int = 0) -> str:
    clipping = Clipping(path="articles/a.txt", text=text, encoding="utf-8", digest="d")
    blocks = (Block(role="front-matter", start=0, end=header, rule="test"),) if header else ()
    mere = Mere(runs=[split_words(name) for name in names], spared=[split_words(name) for name in spared])
    return cover_runs(clipping, map(split_words, runs), "name withheld", blocks=blocks, mere=mere).text


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Ms. Zène Ab said", "Ms. [name withheld] said"),
        ("ZENE AB'S book", "[name withheld]'S book"),
        ("Zène **Ab**, writer", "[name withheld]**, writer"),
        ("Zène\nAb said", "[name withheld]\n said"),
        ("Z&egrave;ne&nbsp;Ab said", "[name withheld] said"),
        ("Ze\u0300ne A\u00adb said", "[name withheld] said"),
        ("at https://example.org/zene-ab.html, or", "at https://example.org/name-withheld.html, or"),
        ("by #ZèneAb.", "by #[name withheld]."),
        ("by Zè-\nne Ab, who", "by [name withheld]\n, who"),
        ("https://example.org/?q=Z%C3%A8ne%20Ab&x=1", "https://example.org/?q=name-withheld&x=1"),
        ("by Zè<wbr>ne <b>Ab</b>, 100%de", "by [name withheld]</b>, 100%de"),
        ('<a href="/zene-ab">more</a>', '<a href="/[name withheld]">more</a>'),
        ("Zène Abbot and Ab Zène", "Zène Abbot and Ab Zène"),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, covered: str) -> None:
    assert cover(text, "Zène Ab") == covered


def test_a_script_without_blanks_has_no_borders_of_words() -> None:
    assert cover("昨日李小明说", "李小明") == "昨日[name withheld]说"


def test_a_single_word_is_a_name_only_with_a_capital_and_not_in_the_name_of_another() -> None:
    text = "Good said it was good. Mary Good left. See example.org/good, www.example.org/good"
    covered = "[name withheld] said it was good. Mary Good left. See example.org/good, www.example.org/name-withheld"
    assert cover(text, names=("Good",), spared=("Mary Good",)) == covered
    assert cover("Al-Good and Mary Al-Good", names=("Al-Good",), spared=("Mary Al-Good",)) == (
        "[name withheld] and Mary Al-Good"
    )


def test_a_short_name_is_not_found_in_other_words() -> None:
    assert cover("Alsa and Al Sa; Al-sa. Salsa", "Al Sa") == "Alsa and [name withheld]; [name withheld]. Salsa"


def test_a_name_of_several_words_is_one_in_small_letters_too() -> None:
    assert cover("then al-good said", names=("Al-Good",)) == "then [name withheld] said"


def test_spans_that_overlap_are_covered_as_one() -> None:
    assert cover("one two three four", "one two three", "three four") == "[name withheld]"


def test_in_a_header_no_list_is_begun() -> None:
    text = "---\ntitle: Ada Ab\n---\nAda Ab\n"
    assert cover(text, "Ada Ab", header=22) == "---\ntitle: (name withheld)\n---\n[name withheld]\n"


def test_what_has_none_of_the_words_is_the_same_clipping() -> None:
    clipping = Clipping(path="a", text="Nothing here.", encoding="utf-8", digest="d")
    assert cover_runs(clipping, [("ada", "ab")], "x") is clipping
    assert cover_runs(clipping, (), "x", mere=Mere(runs=[("here",)])) is clipping
    changed = cover_runs(clipping, [("nothing",)], "x")
    assert changed.digest != "d"


def test_a_clipping_is_named_by_its_path_its_name_or_the_slug_of_its_page() -> None:
    clippings = [
        Clipping(path=path, text="", encoding="utf-8", digest="")
        for path in ("articles/a.txt", "articles/b/c.txt", "articles/b/a.txt")
    ]
    slugs = {"story": "articles/b/c.txt"}
    for what in ("articles/b/c.txt", "b/c.txt", "./b/c.txt", "c.txt", "story", "articles/story.html"):
        assert find_articles(what, clippings, slugs) == {"articles/b/c.txt"}
    assert find_articles("a.txt", clippings, slugs) == {"articles/a.txt"}
    assert find_articles("d.txt", clippings, slugs) == frozenset()
