"""spaCy pipelines as recognisers, with pipelines that are built here."""

import json
import shutil
from pathlib import Path

import pytest

from newsgen.errors import ConfigError, UsageError
from newsgen.recognise import Article, ask_recognisers, fingerprint_recognisers
from newsgen.recognise import spacy as adapter
from newsgen.records.options import Origin, ReadingOptions, RecogniserOptions

spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install spacy")

PATTERNS = [
    {"label": "PERSON", "pattern": "Zorblax Quint"},
    {"label": "PERSON", "pattern": "Mo Farik "},
    {"label": "GPE", "pattern": "Zinder"},
    {"label": "LOC", "pattern": "Lake Chad"},
    {"label": "ORG", "pattern": "Acme"},
]


def make_pipeline(folder: Path, language: str = "en", patterns: list[dict[str, str]] = PATTERNS) -> Path:
    """A folder with a blank pipeline that knows these names."""
    pipeline = spacy.blank(language)
    pipeline.add_pipe("entity_ruler").add_patterns(patterns)
    folder.parent.mkdir(parents=True, exist_ok=True)
    pipeline.to_disk(folder)
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site's folder with a pipeline in it."""
    make_pipeline(tmp_path / "models" / "names")
    return tmp_path


def ask_for(site: Path, settings: dict[str, object]) -> ReadingOptions:
    origin = Origin(folder=str(site), line=2, column=5, keys=tuple((key, 3, 5) for key in settings))
    options = RecogniserOptions(name="newsgen.recognise.spacy:Pipeline", settings=json.dumps(settings), origin=origin)
    return fingerprint_recognisers(ReadingOptions(recognisers=(options,)))


def find(text: str, options: ReadingOptions, language: str = "en") -> list[tuple[str, str]]:
    article = Article(path="articles/x.txt", headline=text, text=text, body_start=len(text), language=language)
    findings, faults = ask_recognisers(article, options.recognisers)
    assert faults == ()
    return [(text[item.start : item.end], item.kind) for item in findings]


def refusal(site: Path, settings: dict[str, object]) -> str:
    with pytest.raises(ConfigError) as caught:
        ask_for(site, settings)
    return str(caught.value)


TEXT = "Zorblax Quint of Acme left Zinder for Lake Chad with Mo Farik ."


def test_entities_are_findings(site: Path) -> None:
    options = ask_for(site, {"pipeline": "models/names"})
    assert find(TEXT, options) == [("Zorblax Quint", "person"), ("Zinder", "place"), ("Mo Farik", "person")]


def test_labels_say_what_counts(site: Path) -> None:
    options = ask_for(site, {"pipeline": "./models/names", "labels": {"ORG": "person", "LOC": "place"}})
    assert find(TEXT, options) == [("Acme", "person"), ("Lake Chad", "place")]


def test_a_location_is_a_place_where_the_pipeline_has_no_other_label_for_one(site: Path) -> None:
    make_pipeline(site / "french", "fr", [{"label": "LOC", "pattern": "Zinder"}, {"label": "PER", "pattern": "Quint"}])
    options = ask_for(site, {"pipeline": "./french"})
    assert find("Quint quitte Zinder.", options, "fr") == [("Quint", "person"), ("Zinder", "place")]


def test_a_pipeline_reads_articles_in_its_own_language_only(site: Path) -> None:
    assert find(TEXT, ask_for(site, {"pipeline": "models/names"}), "fr") == []
    make_pipeline(site / "any", "xx")
    assert len(find(TEXT, ask_for(site, {"pipeline": "./any"}), "fr")) == 3


def fingerprint(site: Path) -> str:
    return ask_for(site, {"pipeline": "models/names"}).recognisers[0].fingerprint


def test_another_pipeline_has_another_fingerprint_and_a_copy_has_the_same(site: Path, tmp_path: Path) -> None:
    first = fingerprint(site)
    copy = tmp_path / "elsewhere"
    shutil.copytree(site / "models", copy / "models")
    assert fingerprint(copy) == first
    (copy / "models" / "names" / "__pycache__").mkdir()
    (copy / "models" / "names" / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert fingerprint(copy) == first
    make_pipeline(copy / "models" / "names", patterns=PATTERNS[:3])
    second = fingerprint(copy)
    (copy / "models" / "names" / "tokenizer").rename(copy / "models" / "names" / "tokeniser")
    assert len({first, second, fingerprint(copy)}) == 3


def test_the_versions_of_spacy_and_of_what_the_pipeline_asks_for_count(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meta = site / "models" / "names" / "meta.json"
    meta.write_text(json.dumps(json.loads(meta.read_text()) | {"requirements": ["newsgen-test-parts>=1,<2"]}))
    known = {"spacy": "1", "thinc": "1", "newsgen-test-parts": "1"}
    monkeypatch.setattr(adapter, "_find_version", lambda name: known[name])
    seen = {fingerprint(site)}
    for name in sorted(known):
        known[name] = "2"
        seen.add(fingerprint(site))
    assert len(seen) == 4


def test_the_pipeline_is_not_loaded_for_its_fingerprint(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy, "load", lambda _: pytest.fail("loaded"))
    assert fingerprint(site)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({}, "site.yaml:2:5: error[recogniser]: `newsgen.recognise.spacy:Pipeline` needs the setting `pipeline`"),
        (
            {"pipeline": "en_no_such_model"},
            "site.yaml:2:5: error[recogniser]: the spaCy pipeline `en_no_such_model` is not installed"
            " (install it; newsgen downloads nothing)",
        ),
        ({"pipeline": "models"}, "the spaCy pipeline `models` is not installed (for the folder write `./models`)"),
        ({"pipeline": "a-b"}, "the spaCy pipeline `a-b` is not installed (install it; newsgen downloads nothing)"),
        ({"pipeline": "json.decoder.x"}, "the spaCy pipeline `json.decoder.x` is not installed"),
        ({"pipeline": "json"}, "`json` is no spaCy pipeline: it has no readable meta.json (give the folder of a"),
        ({"pipeline": "./models"}, "`./models` is no spaCy pipeline: it has no readable meta.json (give the folder of"),
        ({"pipeline": ["a"]}, "`pipeline` must be a name or a folder (write `pipeline: en_core_web_sm`)"),
        (
            {"pipeline": "models/names", "labels": {"PERSON": "human"}},
            "the label `PERSON` cannot mean `human` (give one of person, place)",
        ),
        (
            {"pipeline": "models/names", "labels": ["PERSON"]},
            "`labels` must tell what each label means (write `labels: {PERSON: person, GPE: place}`)",
        ),
        (
            {"pipeline": "models/names", "lables": {}},
            "site.yaml:3:5: error[recogniser]: `newsgen.recognise.spacy:Pipeline` has no setting `lables`"
            " (did you mean `labels`?)",
        ),
    ],
)
def test_wrong_settings_are_told_with_their_place(site: Path, settings: dict[str, object], told: str) -> None:
    assert told in refusal(site, settings)


def test_without_spacy_it_says_how_to_install_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert "error[recogniser]: spaCy is not installed (pip install spacy, or in" in refusal(
        site, {"pipeline": "models/names"}
    )


def test_a_pipeline_that_cannot_be_loaded_stops_the_build(site: Path) -> None:
    (site / "models" / "names" / "config.cfg").write_text("[nlp]\nlang = ")
    options = ask_for(site, {"pipeline": "models/names"})
    with pytest.raises(UsageError, match="the spaCy pipeline `models/names` cannot be loaded: "):
        find(TEXT, options)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An installed pipeline, by its name."""
    name = "en_newsgen_test"
    folder = tmp_path / "packages" / name
    make_pipeline(folder / f"{name}-0.0.0")
    meta = json.loads((folder / f"{name}-0.0.0" / "meta.json").read_text()) | {"name": "newsgen_test"}
    (folder / "meta.json").write_text(json.dumps(meta))
    (folder / "__init__.py").write_text(
        "from spacy.util import load_model_from_init_py\n"
        "def load(**options):\n    return load_model_from_init_py(__file__, **options)\n"
    )
    told = folder.parent / f"{name}-0.0.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.0.0\n")
    monkeypatch.syspath_prepend(folder.parent)
    return name


def test_an_installed_pipeline_is_known_by_its_name(tmp_path: Path, package: str) -> None:
    assert len(find(TEXT, ask_for(tmp_path, {"pipeline": package}))) == 3
