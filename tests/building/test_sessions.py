"""Builds of one site one after another in one process: what they hold spares work, and decides nothing."""

import gc
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest

from building.sites import build_cold, find_differences, read_tree, write_site
from newsgen import index, resolve
from newsgen.build import BuildOptions, Session, build
from newsgen.pages import plan

OPTIONS = BuildOptions(executor="serial")
TEXT = (
    "Road {0} is opened\n\nAccra, 1{0} May 2024\n\n{1}\n\n"
    "Ama Darko signed an agreement with Kofi Mensah in Ghana on 1{0} April 2024."
)

MADE = [(resolve, "find_cast"), (resolve, "find_events"), (index, "_index"), (plan, "_plan")]
"""What is made of all articles together."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    clippings = {f"articles/{n}.txt": TEXT.format(n, "Rain fell.") for n in range(4)}
    return write_site(tmp_path / "site", {"site.yaml": "title: x\n", **clippings})


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Callable[[], dict[str, int]]:
    """How often each was called since it was asked last."""
    spies = {name: Mock(wraps=getattr(module, name)) for module, name in MADE}
    for module, name in MADE:
        monkeypatch.setattr(module, name, spies[name])

    def take() -> dict[str, int]:
        counts = {name: spy.call_count for name, spy in spies.items()}
        for spy in spies.values():
            spy.reset_mock()
        return counts

    return take


def build_in(site: Path, session: Session) -> dict[str, bytes]:
    build(site, site / "public", OPTIONS, session=session)
    return read_tree(site / "public")


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Snow fell there.", {"find_cast": 0, "find_events": 0, "_index": 0, "_plan": 0}),
        ("Togo was silent.", {"find_cast": 1, "find_events": 0, "_index": 1, "_plan": 1}),
        ("Esi Owusu won on 4 May 2024.", {"find_cast": 1, "find_events": 1, "_index": 1, "_plan": 1}),
    ],
    ids=["words", "a country", "a person and a day"],
)
def test_only_what_an_edit_changes_is_made_again(site: Path, tmp_path: Path, calls, text: str, again) -> None:
    """Fails if places in the text are told to the index, or if planning looks at the articles."""
    session = Session()
    build_in(site, session)
    assert calls() == {"find_cast": 1, "find_events": 1, "_index": 1, "_plan": 1}
    write_site(site, {"articles/2.txt": TEXT.format(2, text)})
    found = build_in(site, session)
    assert calls() == again
    assert find_differences(found, build_cold(site, tmp_path / "cold")) == []


SAID = "“We thank Kofi Mensah for the road that he has built,” Ama Darko said."
RAIN = "Rain fell on the road to the harbour, where lorries waited for the whole of the day and of the night.\n\n"
CAME = "Esi Owusu came to the harbour."
LONG = f"{260 * RAIN}{CAME}\n\n{250 * RAIN}"  # she is named behind where the first page ends


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (SAID, SAID.replace("thank", "trust")),
        ("Rain fell.", "Rain fell, Ama Darko said."),
        ("signed an agreement", "gladly signed an agreement"),
        (LONG, LONG + 40 * RAIN),
    ],
    ids=["a quotation", "a mention", "a sentence of an event", "where a page ends"],
)
def test_a_plan_that_stands_shows_the_words_of_today(
    site: Path, tmp_path: Path, calls, first: str, second: str
) -> None:
    """Fails if `Directory.open` leaves one of `anchored`, `reports`, `cuts` and `sentences` as it was."""
    text = TEXT.format(2, f"{SAID}\n\nRain fell.\n\n{LONG if first is LONG else CAME}")
    write_site(site, {"articles/2.txt": text})
    session = Session()
    build_in(site, session)
    calls()
    write_site(site, {"articles/2.txt": text.replace(first, second)})
    found = build_in(site, session)
    assert calls()["_plan"] == 0
    assert find_differences(found, build_cold(site, tmp_path / "cold")) == []


EVENT = TEXT.format(5, "{}").replace("Road", "Bridge")
FULL = TEXT.format(2, "").ljust(49_999, "x") + "."

CHANGES: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "the title": ({}, {"site.yaml": "title: y\n"}),
    "the pages' own words": ({}, {"templates/messages/en.yaml": "site: {home: Start}\n"}),
    "a redirect": ({}, {"redirects.yaml": "- from: people/nobody.html\n  to: about.html\n"}),
    "an article in front": ({}, {"articles/0.md": "Rain\n\nRain fell on 2 May 2024.\n"}),
    "a quotation": (
        {"articles/2.txt": TEXT.format(2, f"{SAID}\n\nRain fell.")},
        {"articles/2.txt": TEXT.format(2, f"{SAID}\n\n“Rain fell on all of our roads,” Ama Darko said.")},
    ),
    "who says it": (
        {"articles/2.txt": TEXT.format(2, SAID)},
        {"people.yaml": "- name: Ama Darko\n  also: [Kofi Mensah]\n"},
    ),
    "a page more": ({"articles/2.txt": FULL}, {"articles/2.txt": f"{FULL} "}),
    "a reprint": (
        {f"articles/{n}.txt": EVENT.format(RAIN * 20) for n in (5, 6)},
        {"articles/6.txt": EVENT.format("".join(f"Of {n} lorries {n * n} came here.\n\n" for n in range(99)))},
    ),
}


@pytest.mark.parametrize(("before", "change"), CHANGES.values(), ids=CHANGES)
def test_whatever_changes_is_seen(site: Path, tmp_path: Path, before: dict[str, str], change: dict[str, str]) -> None:
    """Fails if one thing is left out of what the plan, or anything before it, is made of."""
    write_site(site, before)
    session = Session()
    earlier = build_in(site, session)
    write_site(site, change)
    found = build_in(site, session)
    assert found != earlier
    assert find_differences(found, build_cold(site, tmp_path / "cold" / "site")) == []


@pytest.mark.parametrize(("asked", "again"), [("countries: [Ghana]", 0), ("words: [agreement]", 1)])
def test_timelines_are_made_again_where_they_ask_for_words(site: Path, tmp_path: Path, calls, asked, again) -> None:
    """Fails if the text is told to the index for timelines that cannot ask for it, or kept from those that do."""
    write_site(site, {"site.yaml": f"title: x\ntimelines:\n  - {{id: main, title: y, {asked}}}\n"})
    session = Session()
    build_in(site, session)
    calls()
    write_site(site, {"articles/2.txt": TEXT.format(2, "Snow fell there.")})
    found = build_in(site, session)
    assert calls()["_index"] == again
    assert find_differences(found, build_cold(site, tmp_path / "cold")) == []


def test_whom_a_name_means_may_change_without_an_edit(site: Path, tmp_path: Path) -> None:
    """Fails if what an article tells is held without whom it means."""
    write_site(site, {"site.yaml": "title: x\ntimelines:\n  - {id: main, title: y, countries: [Ghana]}\n"})
    session = Session()
    assert b"kofi-mensah" in build_in(site, session)["data/timelines/main.json"]
    write_site(site, {"people.yaml": "- name: Ama Darko\n  also: [Kofi Mensah]\n"})
    found = build_in(site, session)
    assert b"kofi-mensah" not in found["data/timelines/main.json"]
    assert find_differences(found, build_cold(site, tmp_path / "cold")) == []


def test_a_build_leaves_nothing_that_holds_itself(site: Path) -> None:
    """Else it would hold the archive until somebody looks for cycles; fails if `Answers` holds what tells them."""
    session = Session()
    build_in(site, session)
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        write_site(site, {"articles/2.txt": TEXT.format(2, "Esi Owusu won on 4 May 2024.")})
        build_in(site, session)
        gc.collect()
        kept = {type(item).__qualname__ for item in gc.garbage if type(item).__module__.startswith("newsgen")}
        assert kept <= {"Words"}  # the few of the site's language
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
