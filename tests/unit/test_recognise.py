"""Recognisers: from their names in `site.yaml` to findings, and what is told where one cannot be had or misbehaves."""

from itertools import permutations
from pathlib import Path

import pytest

import sample_recognisers
from newsgen.canon import digest_of
from newsgen.errors import BuildError, ConfigError, UsageError
from newsgen.recognise import Article, Finding, ask_recognisers, fingerprint_recognisers, forget_origins
from newsgen.recognise.asking import settle
from newsgen.records.options import Origin, ReadingOptions, RecogniserOptions

ORIGIN = Origin(folder="archive", line=3, column=5, keys=(("version", 4, 7), ("site", 5, 7), ("verson", 6, 7)))


def ask_for(name: str, settings: str = "{}", module: str = "sample_recognisers") -> RecogniserOptions:
    return RecogniserOptions(name=f"{module}:{name}", settings=settings, origin=ORIGIN)


def fingerprint(*recognisers: RecogniserOptions) -> tuple[RecogniserOptions, ...]:
    return fingerprint_recognisers(ReadingOptions(recognisers=recognisers)).recognisers


def find(text: str, *recognisers: RecogniserOptions) -> tuple[tuple[Finding, ...], list[str]]:
    article = Article(path="articles/x.txt", headline=text, text=text, body_start=len(text))
    findings, faults = ask_recognisers(article, fingerprint(*recognisers))
    return findings, [str(fault) for fault in faults]


def refusals(*recognisers: RecogniserOptions) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        fingerprint(*recognisers)
    return [str(item) for item in caught.value.diagnostics]


def test_the_example_of_the_documentation_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    example = next(part for part in readme.split("```python\n")[1:] if "Finding" in part).partition("```")[0]
    (tmp_path / "newsgen_test_example.py").write_text(example)
    monkeypatch.syspath_prepend(tmp_path)
    findings, faults = find("Said Ama Darko.", ask_for("Mayors", module="newsgen_test_example"))
    assert [(item.start, item.end, item.kind) for item in findings] == [(5, 14, "person")]
    assert faults == []


# --- which there are ------------------------------------------------------------------------------------------------


def test_a_recogniser_is_made_with_its_settings_and_asked_for_its_fingerprint() -> None:
    (options,) = fingerprint(ask_for("Words", '{"version": "2"}'))
    assert options.fingerprint == "words 2"
    assert options.origin == ORIGIN


def test_settings_arrive_as_typed() -> None:
    fingerprint(ask_for("AnySettings", '{"a": "NO", "b": ["1", "2"], "c": {"d": "e"}}'))
    assert sample_recognisers.AnySettings.last == {"a": "NO", "b": ["1", "2"], "c": {"d": "e"}}


def test_a_class_that_asks_for_it_is_given_the_sites_folder() -> None:
    assert fingerprint(ask_for("AtHome"))[0].fingerprint == "at archive"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ask_for("X", module="no_such_thing.at_all"),
            "site.yaml:3:5: error[recogniser]: there is no module `no_such_thing` (install it beside newsgen, or name"
            " its folder in PYTHONPATH; the site's folder is not searched)",
        ),
        (
            ask_for("X", module="sample_recognisers.inner"),
            "site.yaml:3:5: error[recogniser]: there is no module `sample_recognisers.inner` (install",
        ),
        (
            ask_for("Wrods"),
            "site.yaml:3:5: error[recogniser]: the module `sample_recognisers` has no `Wrods`"
            " (did you mean `sample_recognisers:Words`?)",
        ),
        (
            ask_for("zzzzzz"),
            "site.yaml:3:5: error[recogniser]: the module `sample_recognisers` has no `zzzzzz`"
            " (check the name behind the colon)",
        ),
        (
            ask_for("function"),
            "site.yaml:3:5: error[recogniser]: `sample_recognisers:function` is no class (name a class that declares"
            " `fingerprint` and `__call__`, as `newsgen.recognise` describes)",
        ),
        (
            ask_for("NoFingerprint"),
            "sample_recognisers:NoFingerprint` is no recogniser: it has no `fingerprint` (name",
        ),
        (ask_for("NoCall"), "`sample_recognisers:NoCall` is no recogniser: it has no `__call__` (name"),
        (ask_for("Path"), "is no recogniser: it has no `fingerprint` and no `__call__` (name"),
        (ask_for("system", '{"command": "exit 1"}', module="os"), "`os:system` is no class"),
        (ask_for("EmptyFingerprint"), "the recogniser `sample_recognisers:EmptyFingerprint` gives no fingerprint (its"),
        (ask_for("WrongFingerprint"), "the recogniser `sample_recognisers:WrongFingerprint` gives no fingerprint (its"),
        (ask_for("BrokenFingerprint"), "gives no fingerprint: OSError: gone (mend it, or take it out of site.yaml)"),
        (ask_for("Unmade"), "the recogniser `sample_recognisers:Unmade` cannot be made: ValueError: no model (check"),
        (ask_for("Refuses"), "site.yaml:3:5: error[recogniser]: no such model (train one)"),
        (
            ask_for("Words", '{"verson": "2"}'),
            "site.yaml:6:7: error[recogniser]: `sample_recognisers:Words` has no setting `verson`"
            " (did you mean `version`?)",
        ),
        (
            ask_for("Words", '{"site": "x"}'),
            "site.yaml:5:7: error[recogniser]: `sample_recognisers:Words` has no setting `site`"
            " (it takes: people, places, version)",
        ),
        (ask_for("Quiet", '{"x": "y"}'), "`sample_recognisers:Quiet` has no setting `x` (it takes none)"),
        (ask_for("Gives"), "`sample_recognisers:Gives` needs the setting `what` (add `what: …`)"),
    ],
)
def test_what_cannot_be_had_is_told_with_its_place(options: RecogniserOptions, told: str) -> None:
    (message,) = refusals(options)
    assert told in message
    assert message.startswith("site.yaml:")


def test_a_module_that_fails_and_one_that_lacks_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "newsgen_test_fails.py").write_text("1 / 0")
    (tmp_path / "newsgen_test_exits.py").write_text("raise SystemExit(3)")
    (tmp_path / "newsgen_test_lacks.py").write_text("import newsgen_test_nowhere")
    monkeypatch.syspath_prepend(tmp_path)
    told = refusals(*(ask_for("X", module=f"newsgen_test_{name}") for name in ("fails", "exits", "lacks")))
    assert [message.partition("]: ")[2] for message in told] == [
        "the module `newsgen_test_fails` cannot be imported: ZeroDivisionError: division by zero"
        " (mend it, or take the recogniser out of site.yaml)",
        "the module `newsgen_test_exits` cannot be imported: SystemExit: 3"
        " (mend it, or take the recogniser out of site.yaml)",
        "the module `newsgen_test_lacks` needs `newsgen_test_nowhere`, which is not installed"
        " (install it beside newsgen)",
    ]


def test_the_faults_of_all_recognisers_are_told_at_once() -> None:
    assert len(refusals(ask_for("Nobody"), ask_for("Quiet"), ask_for("Words", '{"a": "", "b": ""}'))) == 3


def test_the_digest_knows_name_settings_and_fingerprint_but_not_the_place() -> None:
    def key(options: RecogniserOptions) -> str:
        return digest_of(forget_origins(ReadingOptions(recognisers=(options,))))

    base = RecogniserOptions(name="a:B", settings='{"x": "y"}', fingerprint="1", origin=ORIGIN)
    moved = RecogniserOptions(name="a:B", settings='{"x": "y"}', fingerprint="1", origin=Origin(line=9))
    others = [
        RecogniserOptions(name="a:C", settings='{"x": "y"}', fingerprint="1"),
        RecogniserOptions(name="a:B", settings='{"x": "z"}', fingerprint="1"),
        RecogniserOptions(name="a:B", settings='{"x": "y"}', fingerprint="2"),
    ]
    assert key(base) == key(moved)
    assert len({key(base), *map(key, others)}) == 4


def test_the_title_tells_two_of_one_class_apart() -> None:
    assert ask_for("Quiet").title == "sample_recognisers:Quiet"
    assert ask_for("Words", '{"people": ["A"], "version": "2"}').title == "sample_recognisers:Words(2)"


# --- what they find -------------------------------------------------------------------------------------------------


def test_findings_come_in_order_with_the_name_of_who_found_them() -> None:
    findings, faults = find("Ama met Kofi.", ask_for("Words", '{"people": ["Kofi", "Ama"]}'))
    assert [(item.start, item.end, item.kind) for item in findings] == [(0, 3, "person"), (8, 12, "person")]
    assert {item.recogniser for item in findings} == {"sample_recognisers:Words"}
    assert faults == []


def test_an_earlier_recogniser_goes_before_a_later_one() -> None:
    short = ask_for("Words", '{"people": ["Ama"], "version": "short"}')
    long = ask_for("Words", '{"places": ["Ama Darko"], "people": ["Kofi"], "version": "long"}')
    text = "Ama Darko met Kofi."
    assert [item.kind for item in find(text, short, long)[0]] == ["person", "person"]
    assert [item.kind for item in find(text, long, short)[0]] == ["place", "person"]


def test_of_ones_own_findings_the_first_and_then_the_longer_stands() -> None:
    spans = [(0, 3), (0, 9), (4, 12), (9, 12)]
    for order in permutations(spans):
        own = sorted((Finding(start=s, end=e, kind="person") for s, e in order), key=lambda f: (f.start, -f.end))
        assert [(item.start, item.end) for item in settle([own])] == [(0, 9), (9, 12)]


def test_a_finding_that_gave_way_stands_in_the_way_of_none() -> None:
    first = [Finding(start=0, end=3, kind="person")]
    second = [Finding(start=2, end=8, kind="person"), Finding(start=5, end=9, kind="place")]
    assert [(item.start, item.end) for item in settle([first, second])] == [(0, 3), (5, 9)]


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("nothing", "gave no findings but `NoneType`"),
        ("texts", "gave no Finding but `str`"),
        ("a wrong kind", "gave a wrong Finding: Invalid enum value 'firm'"),
        ("a wrong start", "gave a wrong Finding: Expected `int`, got `str`"),
        ("an end behind the text", "gave the span 0–10000000, but the text has 6 characters"),
        ("a negative start", "gave the span -3–1"),
        ("an empty span", "gave the span 1–1"),
        ("an exception", "failed: RuntimeError: first line (mend the recogniser, or take it out of site.yaml)"),
        ("an exception without words", "failed: KeyError (mend"),
        ("an exit", "failed: SystemExit: 0 (mend"),
    ],
)
def test_what_a_recogniser_must_not_do_is_told_with_the_clipping(what: str, told: str) -> None:
    findings, (fault,) = find("Rain  ", ask_for("Gives", f'{{"what": "{what}"}}'))
    assert findings == ()
    assert fault.startswith(
        f"articles/x.txt: error[recogniser-failed]: the recogniser `sample_recognisers:Gives({what})` "
    )
    assert told in fault


def test_an_interruption_passes() -> None:
    with pytest.raises(KeyboardInterrupt):
        find("Rain", ask_for("Gives", '{"what": "an interruption"}'))


def test_a_blank_at_the_edge_of_a_span_is_a_fault() -> None:
    _, (fault,) = find("Ama met", ask_for("Words", '{"people": ["Ama "]}'))
    assert "gave a span with a blank at its edge: 'Ama '" in fault


def test_one_that_fails_does_not_silence_the_others() -> None:
    findings, faults = find("Ama", ask_for("Gives", '{"what": "nothing"}'), ask_for("Words", '{"people": ["Ama"]}'))
    assert (len(findings), len(faults)) == (1, 1)


def test_an_error_of_newsgens_own_stops_the_build() -> None:
    with pytest.raises(UsageError, match="all is lost"):
        find("Ama", ask_for("Gives", '{"what": "a stop"}'))


def test_another_fingerprint_than_the_build_began_with_stops_it() -> None:
    with pytest.raises(BuildError, match=r"site\.yaml:3:5: error\[recogniser\]: .*Fickle` is not the one that"):
        find("Ama", ask_for("Fickle"))
