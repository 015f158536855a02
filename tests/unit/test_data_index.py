import pytest
from msgspec.structs import replace

from newsgen.pages.data_index import tell_size
from newsgen.records.options import Licence
from newsgen.records.output import Measure
from pages_archive import HOSTED, WORDS, make_article, make_database, plan, render_all

PAGES = plan(
    make_article(
        "a",
        ["Ghana opened its gate on 3 May 2024."],
        countries={"Ghana": "GH"},
        dates={"3 May 2024": "2024-05-03"},
        reports=[("Ghana opened its gate on 3 May 2024.", "2024-05-03")],
        source="Desk",
    ),
    make_article("b", ["Text. " * 30_000]),
)
HOSTED_PAGES = plan(make_article("a", ["Text."], published="2024-05-15"), site=HOSTED)


def test_every_data_file_is_told_of() -> None:
    shows = PAGES["data/index.html"].shows
    named = {f"data/{file.ref.text}" for file in shows.files} | {f"data/schema/{one.text}" for one in shows.schemas}
    others = {"data/search/"}
    assert named - others == {path for path in PAGES if path.startswith("data/")} - {"data/index.html"}


def test_no_two_files_are_told_of_in_the_same_words() -> None:
    told = [file.what for file in HOSTED_PAGES["data/index.html"].shows.files]
    assert len(set(told)) == len(told)


def test_feeds_and_the_search_are_told_of_where_there_are_any() -> None:
    files = {file.ref.text: file for file in HOSTED_PAGES["data/index.html"].shows.files}
    assert (files["feed.xml"].records, files["feed.json"].records) == ("1", "1")
    assert (files["feed.xml"].schema.text, files["feed.xml"].size) == ("RFC 4287", "")
    assert (files["search/"].records, files["search/"].ref.href) == ("", "")


def test_the_licence_is_the_editor_s_and_does_not_reach_the_words_of_outlets() -> None:
    def read(licence: Licence | None) -> str:
        pages = plan(make_article("a", ["Text."]), site=replace(HOSTED, licence=licence))
        return render_all(pages)["data/index.html"]

    silent = read(None)
    assert "<dd>not stated; ask whoever publishes the archive</dd>" in silent
    told = read(Licence(name="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/"))
    link = '<a href="https://creativecommons.org/licenses/by/4.0/" dir="auto">CC BY 4.0</a>'
    assert f"<dd>{link}, for what the archive adds, not for the words of outlets</dd>" in told
    assert f"<dd>{link}, for all of the file</dd>" in told
    assert "not stated" not in told
    assert '<span dir="auto">own terms</span>' in read(Licence(name="own terms"))


def test_every_article_is_counted_with_its_outlet_or_without_one() -> None:
    shows = PAGES["data/index.html"].shows
    assert (sum(outlet.articles for outlet in shows.outlets), shows.without) == (1, 1)
    assert "1 article names no outlet." in render_all(PAGES)["data/index.html"]


def test_sizes_and_counts_are_those_of_the_files() -> None:
    texts = render_all({path: page for path, page in PAGES.items() if path.startswith("data/")})
    files = {file.ref.text: file for file in PAGES["data/index.html"].shows.files}
    assert files["articles.jsonl"].records == "2"
    assert files["articles.jsonl"].size == tell_size(WORDS, len(texts["data/articles.jsonl"].encode()))
    assert files["timelines/story.json"].records == files["timelines/story.ics"].records == "1"
    assert files["timelines/story.timelinejs.json"].records == "1"


def test_a_file_that_is_made_already_is_not_made_to_be_measured() -> None:
    measures = {"data/articles.jsonl": Measure(records=7, size=950)}
    files = {file.ref.text: file for file in PAGES["data/index.html"].tell(measures).shows.files}
    assert (files["articles.jsonl"].records, files["articles.jsonl"].size) == ("7", "950 bytes")
    assert files["people.json"].records == "0"


def test_the_size_of_the_database_is_about_right() -> None:
    told = next(file.size for file in PAGES["data/index.html"].shows.files if file.ref.text == "archive.sqlite")
    about, value, unit = told.split()
    real = len(make_database(PAGES["data/archive.sqlite"].shows))
    assert about == "about"
    assert float(value) * {"kB": 1e3, "MB": 1e6}[unit] == pytest.approx(real, rel=0.3)


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (9960, "10 kB"),
        (234_567, "230 kB"),
        (999_999, "1.0 MB"),
        (3_400_000_000, "3.4 GB"),
    ],
)
def test_sizes_have_two_figures(size: int, told: str) -> None:
    assert tell_size(WORDS, size) == told
