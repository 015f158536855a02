import sqlite3
from pathlib import Path

import pytest

from newsgen.database import Earlier, Stored, write_database
from newsgen.pages import series
from newsgen.pages.database import TABLES
from newsgen.records.archive import ArchivedArticle
from newsgen.records.database import Portion
from pages_archive import (
    HOSTED,
    list_portions,
    make_article,
    make_database,
    make_database_of,
    open_database,
    plan,
)

SENTENCE = "Ada Nkrumah of Niger said on 3 May “all is well”."
FIRST = make_article(
    "b",
    [f"Zoë 😀 wrote. {SENTENCE}", "Zanzibarsecret followed Niger."],
    headline="Ada Nkrumah on 3 May",
    countries={"Niger": "NE"},
    people={"Ada Nkrumah": "ada-nkrumah"},
    dates={"3 May": "2024-05-03"},
    reports=[(SENTENCE, "2024-05-03")],
    quotes={"all is well": "ada-nkrumah"},
    published="2024-05",
    source="Desk",
)
SECOND = make_article("a", ["Text."])


def read(*articles, **more) -> sqlite3.Connection:
    page = plan(*articles, site=HOSTED)["data/archive.sqlite"]
    connection = open_database(page.shows)
    connection.row_factory = sqlite3.Row
    return connection


def ask(query: str, *values: str, articles=(FIRST, SECOND)) -> list[tuple]:
    connection = read(*articles)
    rows = [tuple(row) for row in connection.execute(query, values)]
    connection.close()
    return rows


def test_articles_are_rows_with_their_dates_and_names() -> None:
    query = "SELECT id, source, published, published_first, published_last, names, page FROM articles"
    assert ask(query) == [
        ("a", None, None, None, None, "", "articles/a.html"),
        ("b", "desk", "2024-05", "2024-05-01", "2024-05-31", "Ada Nkrumah", "articles/b.html"),
    ]


def test_each_mention_stands_where_its_offsets_say() -> None:
    query = """SELECT mentions.*, headline, body FROM mentions JOIN articles ON articles.id = mentions.article"""
    connection = read(FIRST, SECOND)
    rows = connection.execute(query).fetchall()
    connection.close()
    assert [(row["person"], row["country"], row["part"]) for row in rows] == [
        ("ada-nkrumah", None, "headline"),
        ("ada-nkrumah", None, "body"),
        (None, "NE", "body"),
        (None, "NE", "body"),
    ]
    assert all(row[row["part"]][row["first"] : row["last"]] == row["surface"] for row in rows)


def test_reports_lead_to_events_and_sentences() -> None:
    query = "SELECT event, sentence, substr(body, first + 1, last - first) FROM reports JOIN articles ON id = article"
    assert ask(query.replace("JOIN articles ON id", "JOIN articles ON articles.id")) == [
        ("event-2024-05-03", SENTENCE, SENTENCE)
    ]
    assert ask("SELECT source, date_given FROM reports_by_event") == [("Desk", "2024-05-03")]


@pytest.mark.parametrize("words", ["zoe", "nkrumah", '"all is well"'])
def test_the_search_finds_words_without_accents_and_names(words: str) -> None:
    query = "SELECT id FROM articles WHERE rowid IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"
    assert ask(query, words) == [("b",)]


def test_views_tell_who_is_named_where_and_when() -> None:
    assert ask("SELECT published, article, name, mentions FROM people_by_article") == [
        ("2024-05-01", "b", "Ada Nkrumah", 1)
    ]
    assert ask("SELECT country, mentions FROM countries_by_article") == [("NE", 2)]
    assert ask("SELECT * FROM articles_by_month") == [("2024-05", 1, 1)]
    assert ask("SELECT name, surface, source, mentions FROM wordings_by_source") == [
        ("Ada Nkrumah", "Ada Nkrumah", "Desk", 2)
    ]


def test_the_file_is_whole_and_every_reference_has_its_row() -> None:
    assert ask("PRAGMA integrity_check") == [("ok",)]
    assert ask("PRAGMA foreign_key_check") == []
    assert ask("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)") == []
    assert ask("PRAGMA freelist_count") == [(0,)]


def test_a_reference_to_nothing_is_refused() -> None:
    portion = Portion(table="spellings", rows=(("nobody", "No Body", 1),))
    with pytest.raises(sqlite3.IntegrityError, match="a row of spellings refers to one of people"):
        make_database(make_database_of(portion))


def test_equal_rows_give_equal_bytes() -> None:
    shows = [plan(FIRST, SECOND)["data/archive.sqlite"].shows for _ in range(2)]
    assert make_database(shows[0]) == make_database(shows[1])


def test_rows_that_come_otherwise_cut_give_equal_bytes() -> None:
    shows = plan(FIRST, SECOND)["data/archive.sqlite"].shows
    single = [Portion(table=one.table, rows=(row,)) for one in list_portions(shows) for row in one.rows]
    assert make_database(make_database_of(*single)) == make_database(shows)


def tell(own: str, day: int) -> ArchivedArticle:
    """An article that reports what happened on a day."""
    sentence = f"Ada Nkrumah of Niger spoke on {day} May of “{own}”."
    return make_article(
        own,
        [sentence, "Nothing more."],
        countries={"Niger": "NE"},
        people={"Ada Nkrumah": "ada-nkrumah"},
        reports=[(sentence, f"2024-05-0{day}")],
        quotes={own: "ada-nkrumah"},
        source="Desk",
    )


@pytest.mark.parametrize("changed", ["", "a", "b", "e", "ace", "abcde"])
def test_rows_taken_from_an_earlier_file_give_equal_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    """Fails if rows are taken in another order than that of the parts."""
    monkeypatch.setattr(series, "_ONE_IN", 1)
    shows = plan(*(tell(own, day) for day, own in enumerate("ecabd", 1)))["data/archive.sqlite"].shows
    stored = write_database(shows, str(tmp_path / "earlier"))
    watched = {part.key for part in shows.list_parts() if part.watch and part.names[0] not in changed}
    assert len(watched) == 10 - len(changed)
    standing = {part.key: part for part in stored.parts if part.key in watched}
    again = write_database(shows, str(tmp_path / "later"), earlier=Earlier(str(tmp_path / "earlier"), standing))
    assert (tmp_path / "later").read_bytes() == (tmp_path / "earlier").read_bytes()
    assert again.digest == stored.digest


@pytest.mark.parametrize("number", [0, 1, 52, 53, 54, 1000])
def test_each_row_is_stored_once_in_order(number: int) -> None:
    """Fails if what is left over by statements for several rows is left out, or comes first."""
    people = tuple((f"p{one}", f"P {one}", "", None, None) for one in range(number))
    connection = open_database(make_database_of(Portion(table="people", rows=people)))
    assert connection.execute("SELECT * FROM people ORDER BY rowid").fetchall() == list(people)
    connection.close()


def test_a_database_that_is_found_needless_is_not_written(tmp_path) -> None:
    path, shows = tmp_path / "archive.sqlite", plan(FIRST)["data/archive.sqlite"].shows
    seen: list[Stored] = []
    stored = write_database(shows, str(path), is_needless=lambda stored: not seen.append(stored))
    assert seen == [stored]
    assert not path.exists()
    assert stored.rows == sum(len(portion.rows) for portion in list_portions(shows))


def test_what_is_known_of_rows_tells_them_apart(tmp_path) -> None:
    one, other = (
        write_database(plan(article)["data/archive.sqlite"].shows, str(tmp_path / article.id))
        for article in (FIRST, SECOND)
    )
    assert one.digest != other.digest


def test_all_tables_are_those_that_rows_are_made_for() -> None:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%' AND name NOT LIKE 'sqlite%'"
    named = {portion.table for portion in list_portions(plan(FIRST)["data/archive.sqlite"].shows)}
    assert named < set(TABLES)
    assert sorted(TABLES) == sorted(name for (name,) in ask(query))


def test_an_empty_archive_has_all_tables() -> None:
    assert ask("SELECT count(*) FROM articles", articles=(SECOND,)) == [(1,)]
    assert len(ask("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'")) >= 15


@pytest.mark.parametrize("rights", ["excerpt", "metadata"])
def test_what_may_not_be_shown_is_in_no_row(rights: str) -> None:
    article = make_article(
        "c",
        ["Free.", "Zanzibarsecret of Niger met Ada Nkrumah on 3 May."],
        countries={"Niger": "NE"},
        people={"Ada Nkrumah": "ada-nkrumah"},
        dates={"3 May": "2024-05-03"},
        reports=[("Zanzibarsecret of Niger met Ada Nkrumah on 3 May.", "2024-05-03")],
        source="Desk",
        rights=rights,
    )
    page = plan(article)["data/archive.sqlite"]
    assert b"Zanzibarsecret" not in make_database(page.shows)
    assert ask("SELECT count(*) FROM mentions", articles=(article,)) == [(0,)]
    assert ask("SELECT first, last FROM reports", articles=(article,)) == [(None, None)]
