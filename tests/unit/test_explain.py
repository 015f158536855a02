"""`newsgen explain`: where spans stand in a clipping, what is shown of them on a terminal, to a pipe and to tools."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from newsgen.annotate import annotate
from newsgen.annotate.explain import EXPLAINERS, explain, explain_places
from newsgen.annotate.material import gather_material
from newsgen.build.explaining import explain_clipping, find_site
from newsgen.build.places import Places
from newsgen.cli import main
from newsgen.errors import BuildError, ConfigError, UsageError
from newsgen.layout import parse_article
from newsgen.lexicon import Lexicon, load_lexicon
from newsgen.load import load_clipping
from newsgen.records.clipping import Clipping
from newsgen.records.explanation import Evidence, ExplainedClipping, Explanation
from newsgen.records.options import ReadingOptions
from newsgen.records.reading import CountryMention, Reading

ARTICLES = sorted(path for path in (Path(__file__).parents[2] / "articles").rglob("*.*") if path.is_file())

ROAD = """\
The road to Tema is open

Accra, March 12, 2024 (SHD) -- Ghana has opened the road to Burkina Faso again.

"It is open," Minister Ama Owusu-Darko told reporters. The bridge fell in August 2023.

Image not found
"""


@pytest.fixture
def road(tmp_path: Path) -> Path:
    (tmp_path / "road.txt").write_text(ROAD, encoding="utf-8")
    return tmp_path / "road.txt"


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wide terminal without colours."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")


def make_places(text: str, *, path: str = "a.md") -> tuple[str, Places]:
    article = parse_article(
        Clipping(path=path, text=text, encoding="utf-8", digest="d"), ReadingOptions(), load_lexicon()
    )
    return article.text, Places(article, text)


def locate(clipping: str, words: str) -> tuple[int, int, str] | None:
    """Line, column and words of the clipping in the place of the article's last such words."""
    text, places = make_places(clipping)
    start = text.rindex(words)
    place = places.find(start, start + len(words))
    return (place.line, place.column, clipping[place.start : place.end]) if place else None


# --- places ---------------------------------------------------------------------------------------------------------

TOP = "A headline about nothing\n\n"


@pytest.mark.parametrize(
    ("clipping", "words", "place"),
    [
        ("Ghana opens the road\n\nIt is open now, said the ministry.\n", "Ghana", (1, 1, "Ghana")),
        (TOP + "The road to Tema is open again now.\n", "Tema", (3, 13, "Tema")),
        (TOP + "The road to Tema is now open\nagain, as they said.\n", "open again", (3, 25, "open\nagain")),
        (TOP + "The **road** to *Tema* is open.\n", "Tema", (3, 18, "Tema")),
        (TOP + "The [road](https://example.org/Tema) to Tema.\n", "Tema", (3, 41, "Tema")),
        (TOP + 'The [road](https://example.org/x "Tema") to Tema.\n', "Tema", (3, 45, "Tema")),
        (TOP + "Salt &amp; water reached Tema today.\n", "Tema", (3, 26, "Tema")),
        (TOP + "The caf&eacute; in Tema is open today.\n", "Tema", (3, 20, "Tema")),
        (TOP + "A   wide\troad to    Tema is open.\n", "Tema", (3, 21, "Tema")),
        (TOP + "> They said so in Tema today.\n", "Tema", (3, 19, "Tema")),
        (TOP + "- one thing in Accra\n- another in Tema\n", "Tema", (4, 14, "Tema")),
        (TOP + "Accra, 12 March 2024 -- Ghana opened Tema.\n", "Ghana", (3, 25, "Ghana")),
        (TOP + "Tema, Tema and Tema are three.\n", "Tema", (3, 16, "Tema")),
        ("---\nheadline: Tema is open\n---\nThe road is open now.\n", "Tema", (2, 11, "Tema")),
        (TOP + "In 東京湾岸 the road is open.\n", "湾岸", (3, 6, "湾岸")),
    ],
)
def test_a_span_is_found_in_the_clipping(clipping, words, place) -> None:
    assert locate(clipping, words) == place


def test_a_headline_cut_from_the_text_has_no_place_of_its_own() -> None:
    text, places = make_places(
        "---\nsource: SHD\n---\n\n" + "The road that leads from the harbour to the north " * 12 + "is open.\n"
    )
    assert text.index("road") < 10
    assert places.find(4, 8) is None


def test_words_that_marks_hide_leave_those_beside_them_in_place() -> None:
    found = locate(TOP + "Andr&eacute; Tapsoba came to Tema.\n", "André Tapsoba")
    assert found == (3, 14, "Tapsoba")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_word_of_the_sample_is_found_in_its_line(path: Path) -> None:
    explained = explain_clipping(path)
    received = "\n".join(line.text for line in explained.lines)
    for mention in explained.mentions:
        if mention.kind == "article":
            continue
        assert mention.place, mention
        shown = received[mention.place.start : mention.place.end]
        assert "".join(filter(str.isalnum, mention.surface)) in "".join(filter(str.isalnum, shown)) or "](" in shown


def test_a_long_text_of_signs_is_placed_in_time_linear_in_its_length() -> None:
    text, places = make_places(TOP + "word &nbsp;&nbsp;&nbsp; " * 40_000)
    assert places.find(len(text) - 4, len(text)) is not None


# --- reasons --------------------------------------------------------------------------------------------------------


def test_every_explainer_has_a_name_of_its_own() -> None:
    names = [name for name, _ in EXPLAINERS]
    assert len(set(names)) == len(names)


def test_everything_found_is_explained(road) -> None:
    explained = explain_clipping(road)
    kinds = {mention.kind for mention in explained.mentions}
    assert {"country", "person", "date", "quotation", "event"} <= kinds
    surfaces = [mention.surface for mention in explained.mentions]
    assert {"Ghana", "Burkina Faso", "August 2023", "It is open,"} <= set(surfaces)
    assert [mention.number for mention in explained.mentions] == list(range(1, len(surfaces) + 1))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_nothing_that_was_found_stays_without_a_reason(path: Path) -> None:
    lexicon = load_lexicon()
    reading = annotate(parse_article(load_clipping(path, path.name), ReadingOptions(), lexicon), lexicon)
    spans: dict[str, Sequence[Any]] = {
        "country": reading.country_mentions,
        "person": reading.person_mentions,
        "unresolved": reading.unresolved,
        "date": reading.dates,
        "quotation": reading.quotes,
        "event": reading.reports,
    }
    told = [item for item in explain(reading, lexicon) if item.found]
    for kind, found in spans.items():
        own = [(item.start, item.end) for item in told if item.kind == kind]
        assert own == sorted((item.start, item.end) for item in found), kind
    assert [item for item in told if not (item.rule and item.rule_says and item.evidence)] == []


def test_explanations_stand_in_the_order_of_the_text_the_outer_first(monkeypatch) -> None:
    def scramble(reading: Reading, _material: object) -> Iterator[Explanation]:
        for kind, start, end in [("date", 5, 8), ("event", 0, 9), ("country", 0, 3), ("article", 0, 0)]:
            yield Explanation(kind=kind, start=start, end=end, surface="x", meaning="y", rule="r", rule_says="s")

    monkeypatch.setattr("newsgen.annotate.explain.EXPLAINERS", (("scramble", scramble),))
    article = parse_article(
        Clipping(path="a.txt", text=ROAD, encoding="utf-8", digest="d"), ReadingOptions(), load_lexicon()
    )
    assert [item.kind for item in explain(Reading(article=article), load_lexicon())] == [
        "article",
        "event",
        "country",
        "date",
    ]


def test_places_of_recognisers_tell_who_found_them() -> None:
    mention = CountryMention(start=12, end=16, surface="Tema", code="GH", rule="recogniser:towns.lists:Harbours")
    article = parse_article(
        Clipping(path="a.txt", text=ROAD, encoding="utf-8", digest="d"), ReadingOptions(), load_lexicon()
    )
    reading = Reading(article=article, country_mentions=(mention,))
    (found,) = explain_places(reading, gather_material(article, load_lexicon()))
    assert (found.kind, found.surface, found.meaning, found.rule) == ("country", "Tema", "Ghana (GH)", mention.rule)
    assert [evidence.says for evidence in found.evidence] == ["found by towns.lists:Harbours"]


# --- lines ----------------------------------------------------------------------------------------------------------


def test_lines_are_those_of_the_file_with_roles_and_rules(road) -> None:
    explained = explain_clipping(road)
    assert [line.text for line in explained.lines] == ROAD.splitlines()
    assert [line.number for line in explained.lines] == list(range(1, 8))
    assert [part.role for part in explained.lines[2].parts] == ["dateline", "paragraph"]
    assert [ROAD[part.start : part.end] for part in explained.lines[2].parts][1].startswith("Ghana has opened")
    assert explained.lines[6].parts[0].role == "notice"
    assert all(part.rule and part.rule_says for line in explained.lines for part in line.parts)


@pytest.mark.parametrize("text", ["One line", "One line\n", "One line\n\n\n", "\n\nOne\nline\n"])
def test_parts_tile_their_lines(tmp_path, text) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    for line in explain_clipping(tmp_path / "a.txt").lines:
        ends = [line.start, *(part.end for part in line.parts)]
        assert [part.start for part in line.parts] == ends[:-1]
        assert ends[-1] == line.start + len(line.text)


# --- which site it belongs to ----------------------------------------------------------------------------------------


def test_the_site_above_the_clipping_counts(road, tmp_path) -> None:
    assert explain_clipping(road).facts.source is None
    (tmp_path / "site.yaml").write_text("sources:\n  - {name: Sample Harbour Desk, aliases: [SHD]}\n")
    folder = tmp_path / "articles" / "2024"
    folder.mkdir(parents=True)
    road.rename(folder / "road.txt")
    explained = explain_clipping(folder / "road.txt")
    assert find_site(folder / "road.txt") == tmp_path
    assert explained.facts.source == "Sample Harbour Desk"
    assert explained.path == "articles/2024/road.txt"


def test_any_ending_will_do(road) -> None:
    road = road.rename(road.with_suffix(".text"))
    assert explain_clipping(road).facts.headline == "The road to Tema is open"


@pytest.mark.parametrize(
    ("name", "content", "error", "code"),
    [
        ("none.txt", None, UsageError, "no-clipping"),
        (".", None, UsageError, "no-clipping"),
        ("a.txt", b"%PDF-1.7", BuildError, "not-text"),
        ("a.txt", b"", BuildError, "empty"),
        ("a.txt", b"---\nheadline: [x\n---\nText.\n", BuildError, "yaml"),
        ("a.txt", b"---\npublished: someday\n---\nText.\n", BuildError, "front-matter"),
    ],
)
def test_what_cannot_be_read_is_one_clear_message(tmp_path, capsys, name, content, error, code) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(error) as raised:
        explain_clipping(file)
    assert [item.code for item in raised.value.diagnostics] == [code]
    assert main(["explain", str(file)]) == error.exit_code
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert f"error[{code}]" in err


def test_a_wrong_site_is_told(road, tmp_path) -> None:
    (tmp_path / "site.yaml").write_text("titel: x\n")
    with pytest.raises(ConfigError):
        explain_clipping(road)
    assert main(["explain", str(road)]) == 2


# --- on the terminal: with reasons made up for the purpose ------------------------------------------------------------


def make_up(reading: Reading, _lexicon: Lexicon) -> tuple[Explanation, ...]:
    """One mention of each kind."""
    text = reading.article.text

    def tell(kind: str, words: str, meaning: str) -> Explanation:
        start = text.index(words)
        return Explanation(
            kind=kind,
            start=start,
            end=start + len(words),
            surface=words,
            meaning=meaning,
            rule=f"{kind}-rule",
            rule_says=f"what tells a {kind}",
            evidence=(
                Evidence(says="“reporters” hear what is said", start=text.index("reporters"), end=text.index(" The b")),
                Evidence(says="everybody knows"),
            ),
            against="2024-03-12, the dateline" if kind == "date" else None,
        )

    return (
        Explanation(kind="article", start=0, end=0, surface="published", meaning="2024-03-12", rule="r", rule_says="s"),
        tell("country", "Ghana", "Ghana (GH)"),
        tell("country", "Burkina Faso", "Burkina Faso (BF)"),
        tell("quotation", "It is open,", "Ama Owusu-Darko"),
        tell("person", "Minister Ama Owusu-Darko", "Ama Owusu-Darko"),
        tell("unresolved", "reporters", "person or not"),
        tell("event", "The bridge fell in August 2023.", "happened 2023-08"),
        tell("date", "August 2023", "2023-08"),
    )


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgen.build.explaining.explain", make_up)


def show(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert main(["explain", *map(str, arguments)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_without_colours_brackets_and_numbers_tell_the_kinds(road, plain, made_up, capsys) -> None:
    lines = show(capsys, road).splitlines()
    assert lines[0] == road.as_posix()
    assert lines[2:11] == [
        "1 headline      The road to Tema is open",
        "2",
        "3 dateline      Accra, March 12, 2024 (SHD) --",
        "  paragraph     [Ghana]² has opened the road to [Burkina Faso]³ again.",
        "4",
        '5 paragraph   ┃ "It is open,⁴" {Minister Ama Owusu-Darko}⁵ told {?reporters}⁶. ⁷The bridge fell in'
        " <August 2023>⁸.",
        "6",
        "7 notice        Image not found",
        "",
    ]
    assert lines[11].strip().split("   ") == [
        "[country]",
        "{person}",
        "{?may be a person}",
        "<date>",
        "“quotation”",
        "┃ event",
    ]


def test_the_facts_and_the_list_follow(road, plain, made_up, capsys) -> None:
    out = show(capsys, road)
    assert "  dateline    Accra (GH), 2024-03-12, SHD\n" in out
    assert "  outlet      unknown\n" in out
    assert "  about       Ghana\n" in out
    assert "  warning     no outlet was found" in out
    assert "1 article     published                       → 2024-03-12         r\n" in out
    assert "7 event       The bridge fell in August 2023. → happened 2023-08   event-rule\n" in out
    assert "8 date        August 2023                     → 2023-08            date-rule\n" in out


def test_a_sentence_that_tells_no_event_is_listed_but_not_marked(road, plain, capsys, monkeypatch) -> None:
    def tell(reading: Reading, _lexicon: Lexicon) -> tuple[Explanation, ...]:
        return tuple(replace(item, found=item.kind != "event") for item in make_up(reading, load_lexicon()))

    monkeypatch.setattr("newsgen.build.explaining.explain", tell)
    out = show(capsys, road)
    assert "┃" not in out
    assert "⁷" not in out
    assert "7 event       The bridge fell" in out


def test_numbers_that_meet_are_parted(road, plain, capsys, monkeypatch) -> None:
    def tell(reading: Reading, _lexicon: Lexicon) -> tuple[Explanation, ...]:
        event = next(item for item in make_up(reading, load_lexicon()) if item.kind == "event")
        return (event, event)

    monkeypatch.setattr("newsgen.build.explaining.explain", tell)
    assert "¹·²The bridge fell" in show(capsys, road)


@pytest.mark.parametrize("width", [60, 40, 1])
def test_no_line_is_wider_than_the_terminal(road, made_up, capsys, monkeypatch, width) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(width))
    out = show(capsys, road, "--at", "5")
    assert max(map(len, out.splitlines())) <= max(width, 40)


def test_each_row_of_an_event_has_its_bar(road, made_up, capsys, monkeypatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "50")
    rows = show(capsys, road, "--at", "5").split("\n\n")[0].splitlines()
    assert [("┃" in row) for row in rows] == [False, False, True, True]
    told = '"It is open,⁴" {Minister Ama Owusu-Darko}⁵ told {?reporters}⁶. ⁷The bridge fell in <August 2023>⁸.'
    assert " ".join(row[16:] for row in rows) == told


def colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "120")


def test_colours_tell_the_kinds(road, made_up, capsys, monkeypatch) -> None:
    colour(monkeypatch)
    out = show(capsys, road)
    assert "\x1b[36mGhana\x1b[0m\x1b[2m²\x1b[0m" in out
    assert "\x1b[33mMinister Ama Owusu-Darko\x1b[0m" in out
    assert "\x1b[31mreporters\x1b[0m" in out
    assert "\x1b[32mAugust 2023\x1b[0m" in out
    assert "\x1b[3mIt is open,\x1b[0m" in out
    assert "\x1b[35m┃\x1b[0m" in out
    assert "[Ghana]" not in out


def test_a_dumb_terminal_gets_no_colours(road, made_up, capsys, monkeypatch) -> None:
    colour(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in show(capsys, road)


def test_why_tells_rule_evidence_and_what_it_was_resolved_against(road, plain, made_up, capsys) -> None:
    assert show(capsys, road, "--why", 8) == (
        f" 8  August 2023  {road.as_posix()}:5:75\n"
        "  date        2023-08\n"
        "  rule        date-rule: what tells a date\n"
        "  because     “reporters” hear what is said  5:45\n"
        "              everybody knows\n"
        "  against     2024-03-12, the dateline\n"
    )


def test_several_may_be_asked_for(road, plain, made_up, capsys) -> None:
    out = show(capsys, road, "--why", 8, "--why", 1, "--at", "1")
    assert [part.split()[0] for part in out.split("\n\n")] == ["8", "1", "1", "headline"]


@pytest.mark.parametrize(
    ("place", "numbers"),
    [("5", ["4", "5", "6", "7", "8"]), ("5:45", ["6"]), ("5:75", ["7", "8"]), ("5:14", []), ("1", []), ("2", [])],
)
def test_at_tells_all_that_stands_there(road, plain, made_up, capsys, place, numbers) -> None:
    answers = show(capsys, road, "--at", place).split("\n\n")[2:]
    assert [answer.split()[0] for answer in answers] == numbers


def test_at_tells_the_role_of_the_line_and_the_rule(road, plain, made_up, capsys, monkeypatch) -> None:
    rule = explain_clipping(road).lines[6].parts[0]
    assert f"  notice      {rule.rule}: {rule.rule_says}" in show(capsys, road, "--at", 7)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--why", "9"], "there is no number 9: the numbers go from 1 to 8"),
        (["--at", "8"], "there is no line 8: the clipping has 7"),
        (["--at", "0"], "there is no line 0"),
        (["--at", "1:25"], "line 1 has only 24 characters"),
        (["--at", "1:0"], "line 1 has only 24 characters"),
        (["--at", "x"], "neither a line, such as 7, nor a line with a column"),
        (["--at", "1:"], "neither a line, such as 7, nor a line with a column"),
        (["--why", "0"], "Invalid value for '--why'"),
        (["--json", "--why", "1"], "Give --json alone"),
    ],
)
def test_a_wrong_call_is_2_and_says_so(road, plain, made_up, capsys, arguments, message) -> None:
    assert main(["explain", str(road), *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err


def test_a_clipping_with_nothing_in_it_is_shown_too(tmp_path, plain, capsys, monkeypatch) -> None:
    monkeypatch.setattr("newsgen.build.explaining.explain", lambda reading, lexicon: ())
    (tmp_path / "a.txt").write_text("x\n", encoding="utf-8")
    out = show(capsys, tmp_path / "a.txt")
    assert out.splitlines()[2] == "1 headline      x"
    assert "--why" not in out
    assert main(["explain", str(tmp_path / "a.txt"), "--why", "1"]) == 2
    assert "nothing was found in this clipping" in capsys.readouterr().err


HOSTILE = """\
The road \x1b[2J to\u202e Tema\x9b31m is\xa0open

It is\topen in Ghana \x1b]0;title\x1b\\ since\u200b 3 May 2024.
"""


OWN_STYLES = re.compile(r"\x1b\[(?:[0123]|3[1-6])(?:;[123]|;3[1-6])*m")


@pytest.mark.parametrize("coloured", [False, True])
def test_a_terminal_obeys_nothing_in_a_clipping(tmp_path, capsys, monkeypatch, coloured) -> None:
    if coloured:
        colour(monkeypatch)
    (tmp_path / "a\x1b[2J.txt").write_text(HOSTILE, encoding="utf-8")
    for arguments in ([], ["--at", "1"], ["--at", "3"], ["--why", "1"], ["--json"]):
        out = show(capsys, tmp_path / "a\x1b[2J.txt", *arguments)
        if coloured:
            out = OWN_STYLES.sub("", out)
        assert out.replace("\n", "").isprintable()


def test_control_characters_are_shown_and_shift_nothing(tmp_path, plain, capsys) -> None:
    (tmp_path / "a.txt").write_text(HOSTILE, encoding="utf-8")
    out = show(capsys, tmp_path / "a.txt")
    assert "The road \\x1b[2J to\\u202e Tema\\x9b31m is open" in out
    assert "It is open in [Ghana]" in out
    assert "\\x1b]0;title\\x1b\\ since\\u200b <3 May 2024>" in out


def test_a_stream_without_unicode_gets_plain_signs(road, made_up, monkeypatch, capsysbinary) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("rich.console.Console.encoding", "ascii")
    assert main(["explain", str(road)]) == 0
    out = capsysbinary.readouterr().out.decode()
    assert "| " in out
    assert "[Ghana]^2" in out
    assert "┃" not in out
    assert "→" not in out


# --- for tools --------------------------------------------------------------------------------------------------------


def test_json_holds_everything(road, made_up, capsys) -> None:
    content = json.loads(show(capsys, road, "--json"))
    assert content["path"] == road.as_posix()
    assert content["facts"]["headline"] == "The road to Tema is open"
    assert [line["text"] for line in content["lines"]] == ROAD.splitlines()
    assert content["lines"][2]["parts"][1]["role"] == "paragraph"
    for mention in content["mentions"][1:]:
        place = mention["place"]
        assert content["text"][mention["start"] : mention["end"]] == mention["surface"]
        assert ROAD[place["start"] : place["end"]] == mention["surface"]
        assert ROAD.splitlines()[place["line"] - 1][place["column"] - 1 :].startswith(mention["surface"])
    assert content["mentions"][0]["place"] is None
    date = content["mentions"][7]
    assert (date["kind"], date["meaning"], date["rule"]) == ("date", "2023-08", "date-rule")
    assert date["rule_says"] == "what tells a date"
    assert date["against"] == "2024-03-12, the dateline"
    assert date["evidence"][0]["place"]["line"] == 5
    assert date["evidence"][1]["place"] is None
    assert [item["code"] for item in content["diagnostics"]] == ["no-source"]


def test_json_is_the_same_on_every_terminal(road, made_up, capsys, monkeypatch) -> None:
    first = show(capsys, road, "--json")
    colour(monkeypatch)
    assert show(capsys, road, "--json") == first


def test_what_was_read_is_what_a_build_reads(sample_folder, sample_report) -> None:
    """Not in particular, but in number: one explained clipping against the site's own data."""
    data = (sample_folder / "public" / "data" / "articles.jsonl").read_text("utf-8").splitlines()
    for article in map(json.loads, data[:5]):
        explained: ExplainedClipping = explain_clipping(sample_folder / article["path"])
        assert explained.facts.headline == article["headline"]
        assert explained.facts.published == article["published"]
        named = [country["code"] for country in article["countries"] if country["primary"]]
        assert sorted(country.code for country in explained.facts.primary_countries) == sorted(named)
