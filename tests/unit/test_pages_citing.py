import json
from dataclasses import dataclass
from io import StringIO
from urllib.parse import unquote

import jsonschema
import msgspec
import pybtex.database
import pytest
import rispy

from newsgen.language import Words, choose_language
from newsgen.lexicon import load_lexicon
from newsgen.pages.citing.bibtex import write_bibtex
from newsgen.pages.citing.bylines import list_authors
from newsgen.pages.citing.csl import write_csl
from newsgen.pages.citing.reference import write_reference
from newsgen.pages.citing.ris import write_ris
from newsgen.records.citation import Author, Citation
from pages_archive import CATALOGUES, HOSTED, WORDS, make_article, plan, render_all

PLAIN = Citation(
    key="the-harbour",
    headline="The harbour reopens",
    authors=(Author(family="van Doe", given="Jane"), Author(family="Courier newsroom")),
    outlet="The Specimen Courier",
    date="2024-05-15",
    told="15 May 2024",
    inferred="",
    original="https://example.org/a_b?c=1&d=50%25",
    archive="The harbour files",
    archived="https://archive.example/articles/the-harbour.html",
    language="en",
)
HOSTILE = '} @comment{x, 100% #1 $5 _a_ ^b ~c \\input{/etc/passwd} "q" é 尼日尔 and {Co} </script>'

# What a citation in CSL-JSON may hold, from the schema of the Citation Style Language, version 1.0.2.
NAME = {"type": "object", "properties": {k: {"type": "string"} for k in ("family", "given", "literal")}}
PARTS = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {"type": "array", "items": PARTS, "minItems": 1, "maxItems": 2},
        "season": {"type": ["string", "number"]},
        "circa": {"type": ["string", "number", "boolean"]},
        "literal": {"type": "string"},
    },
    "additionalProperties": False,
}
TEXTS = ("id", "title", "container-title", "URL", "language", "archive", "note")
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            **{name: {"type": "string", "minLength": 1} for name in TEXTS},
            "type": {"const": "article-newspaper"},
            "author": {"type": "array", "items": {**NAME, "additionalProperties": False}},
            "issued": DATE,
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}


@dataclass
class Read:
    """A citation as programs that know nothing of newsgen read it."""

    bibtex: pybtex.database.Entry
    ris: dict
    csl: dict


def read(citation: Citation) -> Read:
    bibtex = pybtex.database.parse_string(write_bibtex(WORDS, citation), "bibtex").entries
    (ris,) = rispy.load(StringIO(write_ris(WORDS, citation)))
    csl = json.loads(write_csl(WORDS, citation))
    jsonschema.validate([csl], SCHEMA)
    assert list(bibtex) == [citation.key]
    return Read(bibtex[citation.key], ris, csl)


def dated(date: str | None, told: str = "", inferred: str = "") -> Citation:
    told = told or (WORDS.date(date) if date else "undated")
    return msgspec.structs.replace(PLAIN, date=date, told=told, inferred=inferred)


def text_of(pieces) -> str:
    return "".join(piece if isinstance(piece, str) else text_of(piece.pieces) for piece in pieces)


def test_all_forms_say_the_same() -> None:
    got = read(PLAIN)
    assert got.bibtex.type == "article"
    assert got.bibtex.fields["entrysubtype"] == "newspaper"
    assert got.bibtex.fields["title"] == "{The harbour reopens}"
    assert got.bibtex.fields["journal"] == got.ris["secondary_title"] == got.csl["container-title"] == PLAIN.outlet
    assert got.bibtex.fields["url"] == got.ris["urls"][0] == got.csl["URL"] == PLAIN.original
    assert got.ris["type_of_reference"] == "NEWS"
    assert got.ris["id"] == got.csl["id"] == PLAIN.key
    assert got.ris["authors"] == ["van Doe, Jane", "Courier newsroom"]
    assert got.csl["author"] == [{"family": "van Doe", "given": "Jane"}, {"literal": "Courier newsroom"}]
    jane, newsroom = got.bibtex.persons["author"]
    assert (jane.first_names, jane.last_names) == (["Jane"], ["{van Doe}"])
    assert newsroom.last_names == ["{Courier newsroom}"]
    note = f"Archived in The harbour files, {PLAIN.archived}"
    assert got.bibtex.fields["note"] == got.ris["notes"][0] == got.csl["note"] == note


@pytest.mark.parametrize(
    ("date", "year", "ris", "csl"),
    [
        ("2024-05-15", "2024", "2024/05/15/", {"date-parts": [[2024, 5, 15]]}),
        ("2024-05", "2024", "2024/05//", {"date-parts": [[2024, 5]]}),
        ("2024-05-XX", "2024", "2024/05//", {"date-parts": [[2024, 5]]}),
        ("2024", "2024", "2024///", {"date-parts": [[2024]]}),
        ("2024-01~", "2024", "2024/01//circa", {"date-parts": [[2024, 1]], "circa": True}),
        ("2024-22", "2024", "2024///", {"date-parts": [[2024]], "season": 2}),
        ("2024-33", "2024", "2024///", {"date-parts": [[2024]]}),
        ("2024-05-30/2024-06-02", None, None, {"date-parts": [[2024, 5, 30], [2024, 6, 2]]}),
        ("2024-05/..", None, None, {"literal": "since May 2024"}),
        ("XXXX-05-15", None, None, {"literal": "15 May, year unknown"}),
        ("199X", None, None, {"literal": "the 1990s"}),
        (None, None, None, None),
    ],
)
def test_no_date_is_finer_than_it_is_known(date, year, ris, csl) -> None:
    got = read(dated(date))
    assert got.bibtex.fields.get("year") == got.ris.get("year") == year
    assert got.ris.get("date") == ris
    assert got.csl.get("issued") == csl


def test_what_no_field_can_say_of_a_date_stands_in_the_note() -> None:
    for date, words in [("2024-01~", "about January 2024"), ("XXXX-05-15", "15 May, year unknown"), (None, "undated")]:
        got = read(dated(date))
        for note in (got.bibtex.fields["note"], got.ris["notes"][0], got.csl["note"]):
            assert note.startswith(f"{words}; ")
    assert read(dated("2024-05-15", inferred="year inferred")).csl["note"].startswith("year inferred; Archived")


def test_a_date_that_biblatex_cannot_read_is_left_out() -> None:
    assert read(dated("2024-01~")).bibtex.fields["date"] == "2024-01~"
    assert "date" not in read(dated("XXXX-05-15")).bibtex.fields
    assert "date" not in read(dated("2024-33")).bibtex.fields


def test_hostile_text_stays_in_its_field() -> None:
    author = Author(family=HOSTILE)
    got = read(msgspec.structs.replace(PLAIN, headline=HOSTILE, outlet=HOSTILE, archive=HOSTILE, authors=(author,)))
    assert got.ris["title"] == got.csl["title"] == HOSTILE
    title = got.bibtex.fields["title"]
    assert title.count("{") == title.count("}")
    assert r"\textbraceright{} @comment\textbraceleft{}x, 100\% \#1 \$5 \_a\_ \textasciicircum{}b" in title
    assert r"\textbackslash{}input" in title
    assert "é 尼日尔" in title
    assert len(got.bibtex.persons["author"]) == 1


def test_line_ends_and_controls_never_leave_a_value() -> None:
    article = make_article(
        "a", ["Text."], headline="\u202e One\rER \u2066 - \x0b\u2028TY\x07 - BOOK \u2069", byline="X\nY"
    )
    files = render_all(plan(article, site=HOSTED))
    (record,) = rispy.load(StringIO(files["data/citations.ris"]))
    assert record["title"] == "One ER - TY - BOOK"
    (item,) = json.loads(files["data/citations.csl.json"])
    assert item["author"] == [{"literal": "X Y"}]
    assert list(pybtex.database.parse_string(files["data/citations.bib"], "bibtex").entries) == ["a"]


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Jane Doe", [("Doe", "Jane")]),
        ("Jane Doe and John Roe", [("Doe", "Jane"), ("Roe", "John")]),
        ("Jane Doe, John Roe and Ann Smith", [("Doe", "Jane"), ("Roe", "John"), ("Smith", "Ann")]),
        ("Jeanne Dupont et Jean-Luc Martin", [("Dupont", "Jeanne"), ("Martin", "Jean-Luc")]),
        ("Ursula von der Heide", [("von der Heide", "Ursula")]),
        ("Martin L. Doe Jr.", [("Doe", "Martin L. Jr.")]),
        ("Zhang Example", [("Zhang", "Example")]),
        ("Kim Example", [("Kim Example", "")]),
        ("Jane Doe, Africa correspondent", [("Doe", "Jane")]),
        ("SWS staff", [("SWS staff", "")]),
        ("the Courier newsroom", [("the Courier newsroom", "")]),
        ("Reuters", [("Reuters", "")]),
        ("Agence France-Presse", [("Agence France-Presse", "")]),
        ("Our correspondent, Jane Doe", [("Our correspondent, Jane Doe", "")]),
        ("尼日尔", [("尼日尔", "")]),
        ("", []),
    ],
)
def test_bylines_are_parted_into_names_only_where_they_are_names(byline: str, authors) -> None:
    assert [(author.family, author.given) for author in list_authors(byline, load_lexicon())] == authors


def test_the_reference_names_outlet_and_archive() -> None:
    assert text_of(write_reference(WORDS, PLAIN)) == (
        "Jane van Doe and Courier newsroom, “The harbour reopens,” The Specimen Courier, 15 May 2024, "
        "https://example.org/a_b?c=1&d=50%25. "
        "Archived in The harbour files, https://archive.example/articles/the-harbour.html."
    )
    bare = Citation(
        key="x", headline="X", authors=(), outlet="", date=None, told="undated", inferred="", original="",
        archive="Files", archived="", language="en",
    )  # fmt: skip
    assert text_of(write_reference(WORDS, bare)) == "“X,” undated. Archived in Files."
    guessed = dated("2024-05-15", "15 May 2024", "year inferred")
    assert "15 May 2024 [year inferred], https" in text_of(write_reference(WORDS, guessed))


@pytest.mark.parametrize(("language", "written"), [("fr", True), ("und", False)])
def test_bibtex_is_told_no_language_that_is_not_known(language: str, written: bool) -> None:
    assert ("langid" in write_bibtex(WORDS, msgspec.structs.replace(PLAIN, language=language))) is written


def test_the_reference_speaks_the_language_of_the_site() -> None:
    french, _ = choose_language("fr", CATALOGUES)
    told = text_of(write_reference(Words(french), PLAIN))
    assert told.startswith("Jane van Doe et Courier newsroom, «\u00a0The harbour reopens\u00a0», The Specimen Courier")


def test_the_names_of_a_reference_run_in_their_own_direction() -> None:
    def isolated(pieces) -> list[tuple[str, str]]:
        marked = [piece for piece in pieces if not isinstance(piece, str)]
        own = [(text_of(piece.pieces), piece.lang) for piece in marked if piece.kind == "isolated"]
        return own + [found for piece in marked for found in isolated(piece.pieces)]

    assert isolated(write_reference(WORDS, PLAIN, lang="ar")) == [
        ("Jane van Doe", ""), ("Courier newsroom", ""), ("The harbour reopens", "ar"), ("The Specimen Courier", ""),
    ]  # fmt: skip
    page = render_all(plan(make_article("a", ["نص."], headline="عنوان", language="ar", source="Courier")))
    assert '<p class="reference">“<bdi lang="ar">عنوان</bdi>,” <em><bdi>Courier</bdi></em>' in page["articles/a.html"]


def test_a_page_hands_out_the_same_as_the_files() -> None:
    article = make_article("a", ["Text."], source="Courier", published="2024-05-15", byline="Jane Doe")
    files = render_all(plan(article))
    page = files["articles/a.html"]
    links = {name: page.partition(f'" download="a.{name}"')[0].rpartition('href="')[2] for name in ("bib", "ris")}
    assert unquote(links["bib"].partition(",")[2]) == files["data/citations.bib"]
    assert unquote(links["ris"].partition(",")[2]) == files["data/citations.ris"]
    assert 'download="a.csl.json">CSL-JSON</a>' in page
    assert "accessed" not in files["data/citations.csl.json"]


@pytest.mark.parametrize("rights", ["excerpt", "metadata"])
def test_what_may_not_be_shown_is_not_cited(rights) -> None:
    article = make_article("a", ["First secret.", "Second secret."], source="Courier", rights=rights)
    files = render_all(plan(article))
    for path in ("data/citations.bib", "data/citations.ris", "data/citations.csl.json"):
        assert "secret" not in files[path]
        assert "Headline of a" in files[path]


def test_the_files_hold_each_article_once_by_id() -> None:
    articles = [make_article(name, ["Text."], source="Courier") for name in ("b", "a", "c")]
    files = render_all(plan(*articles))
    assert list(pybtex.database.parse_string(files["data/citations.bib"], "bibtex").entries) == ["a", "b", "c"]
    assert [one["id"] for one in rispy.load(StringIO(files["data/citations.ris"]))] == ["a", "b", "c"]
    items = json.loads(files["data/citations.csl.json"])
    jsonschema.validate(items, SCHEMA)
    assert [item["id"] for item in items] == ["a", "b", "c"]
