"""Law: whatever a cued pattern can find holds one of its cues, so that looking for these first loses nothing.

With the cue `family` instead of `famil`, "sans lien familial" is lost: this law found it.
"""

import importlib
import pkgutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsgen
from newsgen.lexicon.cued import Cued


def list_cued() -> list[tuple[str, Cued]]:
    """The cued patterns of all modules, by place."""
    names = [info.name for info in pkgutil.walk_packages(newsgen.__path__, "newsgen.") if ".data" not in info.name]
    return [
        (f"{name}.{constant}", cued)
        for name in names
        if not name.endswith("__main__")
        for constant, value in vars(importlib.import_module(name)).items()
        for cued in (value if isinstance(value, tuple) else (value,))
        if isinstance(cued, Cued)
    ]


ALL = list_cued()


def test_there_are_some() -> None:
    assert len(ALL) >= 8


@pytest.mark.parametrize("cued", [cued for _, cued in ALL], ids=[name for name, _ in ALL])
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_what_is_found_holds_a_cue(cued: Cued, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(cued.pattern))
    found = cued.pattern.search(text)
    assert found is None or cued.has_cue(found[0])
    assert cued.search(text) is not None or found is None
