"""The catalogues that come with newsgen: whole, alike, and all of what templates and pages say."""

import ast
import re
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from newsgen.language import choose_language
from newsgen.lexicon import load_lexicon
from newsgen.theme import load_theme
from pages_archive import CATALOGUES

LANGUAGES = ("en", "fr", "es")
ROOT = Path(__file__).parents[2]
MESSAGES = {tag: {m.key: m for m in choose_language(tag, CATALOGUES)[0].messages} for tag in LANGUAGES}
TEMPLATES = [(name, source) for name, source, _ in load_theme(None).templates if name.endswith(".html")]

# matches: t("site.search"
# matches: say("count.events"
# matches: "date.year-inferred" if
# not: "articles.jsonl"
KEY = re.compile(r"\"([a-z]+\.[a-z][a-z-]*)\"")
# matches: t("event.differ-" ~
# matches: say(f"strip.name-{
# matches: f"date.{
PREFIX = re.compile(r"\"([a-z]+\.[a-z-]*)(?:\{|\" [~+])")


def test_all_have_the_same_texts_with_the_same_places() -> None:
    for tag in LANGUAGES:
        _, notes = choose_language(tag, CATALOGUES)
        assert notes == (), tag
        for key, message in MESSAGES["en"].items():
            other = MESSAGES[tag][key]
            assert other.places == message.places, (tag, key)
            assert all(place in message.places - {"count"} or place == "count" for place in other.places), (tag, key)


@pytest.mark.parametrize("tag", ["fr", "es"])
def test_all_is_translated(tag: str) -> None:
    alike = [key for key, message in MESSAGES["en"].items() if MESSAGES[tag][key].forms == message.forms]
    # Words that both languages write alike, and patterns without words.
    assert len(alike) < 30, alike


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_form_is_one_of_the_language_s(tag: str) -> None:
    plurals = {name for name, _ in choose_language(tag, CATALOGUES)[0].conventions.plurals} | {"other"}
    for message in MESSAGES[tag].values():
        names = {name for name, _ in message.forms}
        assert names in ({"other"}, plurals), message.key


def test_french_marks_stand_behind_a_space_that_does_not_break() -> None:
    texts = ["".join(pieces) for message in MESSAGES["fr"].values() for _, pieces in message.forms]
    wrong = [
        text for text in texts if re.search(r"(?<!\u00a0)[;?!»](?!\w)|(?<![\u00a0\d]):|«(?!\u00a0)| [:;?!»]", text)
    ]
    assert wrong == []


def read_sources() -> str:
    """All of what asks for texts."""
    pages = [path.read_text("utf-8") for path in sorted((ROOT / "src" / "newsgen").rglob("*.py"))]
    return "\n".join([*pages, *(source for _, source in TEMPLATES)])


def test_every_text_is_asked_for_and_every_key_asked_for_has_one() -> None:
    source = read_sources()
    asked = {
        key for key in KEY.findall(source) if key.partition(".")[0] in {k.partition(".")[0] for k in MESSAGES["en"]}
    }
    prefixes = {prefix for prefix in PREFIX.findall(source) if not prefix.endswith(".") or prefix.count(".") == 1}
    unused = {
        key for key in MESSAGES["en"] if key not in asked and not any(key.startswith(prefix) for prefix in prefixes)
    }
    assert unused == set()
    in_templates = {key for _, text in TEMPLATES for key in re.findall(r"\bt\(\"([^\"]*)\"[,)]", text)}
    assert in_templates - MESSAGES["en"].keys() == set()
    said = set(re.findall(r"\bsay\(\s*\"([^\"]*)\"[,)]", source))
    assert said - MESSAGES["en"].keys() == set()


def find_reasons() -> list[tuple[str, frozenset[str]]]:
    """Key and places of every reason that resolution gives; a key made of parts is not among them."""
    calls = [
        node
        for path in sorted((ROOT / "src" / "newsgen" / "resolve").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "because"
    ]
    return [
        (call.args[0].value, frozenset(keyword.arg or "" for keyword in call.keywords))
        for call in calls
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    ]


def test_every_reason_fills_the_places_of_its_text() -> None:
    found = find_reasons()
    assert len(found) > 30
    wrong = [(key, places) for key, places in found if MESSAGES["en"][key].places != places]
    assert wrong == []
    in_parts = re.compile(r"reason\.(?:family|given)-")
    for key in (key for key in MESSAGES["en"] if in_parts.match(key) and key != "reason.given-nickname"):
        assert MESSAGES["en"][key].places == {"left", "right"}, key


def test_every_kind_of_happening_has_a_name() -> None:
    assert {f"kind.{topic}" for topic in load_lexicon().topics.names} <= MESSAGES["en"].keys()


# matches:  class="note"
ATTRIBUTE = re.compile(r" [a-z-]+=\"[^\"]*\"")
# matches: <a href="x">
# matches: <a class="q" {
TAG = re.compile(r"<[^>]*>")
# matches:  aria-label="Order"
# matches:  title="The page"
SPOKEN = re.compile(r"(?:aria-label|title|placeholder|alt)=\"[^\"{]*[A-Za-z]")


@pytest.mark.parametrize(("name", "source"), TEMPLATES, ids=[name for name, _ in TEMPLATES])
def test_no_template_has_words_of_its_own(name: str, source: str) -> None:
    parsed = jinja2.Environment(autoescape=True).parse(source)
    # Expressions become an x within tags, so that these still close.
    text = "\ufffc".join(node.data for node in parsed.find_all(nodes.TemplateData))
    assert SPOKEN.findall(text) == []
    assert re.findall(r"[^\W\d_]{2,}", TAG.sub(" ", ATTRIBUTE.sub("", text))) == []
