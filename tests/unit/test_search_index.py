"""The index of the search, read back."""

import pytest

from newsgen.records.search import SearchName
from newsgen.search.code import BASE, CODES, write_steps
from newsgen.search.numbers import number_articles
from newsgen.shards import cut_shards, name_shard
from search_index import articles_of, call_of, entries, index, make_text, numbers, places_of, postings, read_numbers


@pytest.mark.parametrize("number", [0, 1, BASE - 1, BASE, BASE * BASE - 1, BASE * BASE, 10**9])
def test_numbers_come_back(number: int) -> None:
    assert list(read_numbers(CODES[number])) == [number]
    assert '"' not in CODES[number]
    assert "\\" not in CODES[number]


def test_steps_are_distances() -> None:
    assert list(read_numbers(write_steps([3, 50, 51]))) == [3, 47, 1]


def test_each_word_leads_to_its_articles() -> None:
    files = index(
        [
            make_text("a", "Talks in Accra", "The Talks failed."),
            make_text("b", "Rain", "No talks.", further=("By Ama",)),
        ]
    )
    assert articles_of(files, "talks") == {"articles/a.html", "articles/b.html"}
    assert articles_of(files, "accra") == {"articles/a.html"}
    assert articles_of(files, "ama") == {"articles/b.html"}
    assert articles_of(files, "nothing") == set()


def test_a_word_weighs_more_the_more_often_it_stands_and_most_in_a_headline() -> None:
    texts = [make_text("a", "Rain", "oil once"), make_text("b", "Rain", "oil oil oil"), make_text("c", "Oil", "once")]
    files = index(texts)
    given = postings(entries(files, "words")["oil"])
    once, thrice, headline = (given[numbers(files)[f"articles/{name}.html"]] for name in "abc")
    assert once < thrice < BASE <= headline
    assert headline - BASE > once


def test_a_word_of_a_long_text_weighs_less() -> None:
    files = index([make_text("a", "Rain", "oil"), make_text("b", "Rain", "oil" + " and more" * 500)])
    given = postings(entries(files, "words")["oil"])
    assert given[numbers(files)["articles/a.html"]] > given[numbers(files)["articles/b.html"]]


def test_places_are_kept_for_phrases_and_none_reaches_across_parts() -> None:
    files = index([make_text("a", "Drone base", "base closed, base sold", further=("sold off",))])
    ((base_head, base_one, base_two),) = places_of(files, "base")
    ((closed,),) = places_of(files, "closed")
    ((sold, sold_again),) = places_of(files, "sold")
    assert (closed - base_one, sold - base_two) == (1, 1)
    assert base_one - base_head > 1
    assert sold_again - sold > 1


def test_a_months_articles_carry_their_day() -> None:
    files = index([make_text("a", "Rain", month="2024-05", day=17), make_text("b", "Rain", month="undated", day=0)])
    facets = entries(files, "facets")
    assert list(postings(facets["date:2024-05"][1]).values()) == [17]
    assert list(postings(facets["date:undated"][1]).values()) == [0]


def test_facets_are_told_by_name_and_a_person_of_one_article_is_filed_apart() -> None:
    names = [
        SearchName(kind="person", id="ama", name="Ama Test", href="", articles=2, spellings=()),
        SearchName(kind="person", id="bo", name="Bo Test", href="", articles=1, spellings=()),
    ]
    files = index(
        [make_text("a", "Rain", facets=("person:ama", "person:bo")), make_text("b", "Oil", facets=("person:ama",))],
        names,
    )
    facets = entries(files, "facets")
    assert facets["person:ama"][0] == "Ama Test"
    assert len(postings(facets["person:ama"][1])) == 2
    assert "person:bo" not in facets
    assert facets["once:person:bo"][0] == "Bo Test"
    assert len(postings(facets["once:person:bo"][1])) == 1


def test_every_spelling_finds_the_person() -> None:
    person = SearchName(
        kind="person", id="x", name="Zoë Tiani", href="people/x.html", articles=3, spellings=("Zoe Tchiani",)
    )
    names = entries(index([], [person]), "names")
    assert set(names) == {"zoe", "tiani", "tchiani"}
    assert [bearer[-1] for bearer in (names["tiani"][0], names["tchiani"][0])] == ["", "Zoe Tchiani"]
    assert names["zoe"][0][:5] == ["person", "x", "people/x.html", "Zoë Tiani", 3]


def test_a_person_of_many_spellings_takes_little_room() -> None:
    spellings = tuple(f"Ali Variant{number}" for number in range(400))
    person = SearchName(kind="person", id="x", name="Ali Test", href="x", articles=9, spellings=spellings)
    files = index([], [person])
    assert {"ali", "test", "variant399"} <= entries(files, "names").keys()
    assert entries(files, "names")["variant7"][0][-2:] == ["ali test variant7", "Ali Variant7"]
    assert sum(map(len, files.values())) < 60_000


def test_a_text_file_shows_no_more_than_was_given() -> None:
    files = index([make_text("a", "Rain", "")])
    (text,) = [call_of(data)[1] for name, data in files.items() if name.startswith("texts/")]
    assert text == ["articles/a.html", "Rain", "Desk", "May 2024", "en", "", ""]


def test_an_empty_archive_has_an_index_too() -> None:
    files = index([])
    assert set(files) == {"index.js"}
    assert set(call_of(files["index.js"])[0]["prefixes"].values()) == {None}


def test_an_article_without_a_word_is_in_the_index_all_the_same() -> None:
    files = index([make_text("a", "…")])
    assert entries(files, "words") == {}
    assert len(numbers(files)) == 1


def test_shards_are_cut_by_letters_and_small() -> None:
    sizes = {"a": 60, "ab": 30, "abc": 30, "b": 50, "bc": 40, "c": 500}
    assert [(shard.prefix, shard.keys) for shard in cut_shards(sizes, 100)] == [
        ("a", ("a",)),
        ("ab", ("ab", "abc")),
        ("b", ("b", "bc")),
        ("c", ("c",)),
    ]
    assert [shard.prefix for shard in cut_shards(sizes, 10_000)] == [""]
    assert cut_shards({}, 10) == []


@pytest.mark.parametrize(
    ("prefix", "name"),
    [
        ("", "s-.js"),
        ("con", "s-con.js"),
        ("é", "s--e9-.js"),
        ("date:2", "s-date-3a-2.js"),
        ("../x", "s--2e--2e--2f-x.js"),
    ],
)
def test_shards_have_names_that_any_disk_takes(prefix: str, name: str) -> None:
    assert name_shard(prefix) == name


def test_numbers_stay_when_an_article_comes() -> None:
    ids = [f"article-{number}" for number in range(300)]
    before, after = number_articles(ids), number_articles([*ids, "another"])
    assert len(set(after.values())) == 301
    assert sum(before[name] != after[name] for name in ids) <= 2
    assert list(before.values()) == sorted(before.values())
    assert number_articles(reversed(ids)) == before
