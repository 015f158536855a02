"""Law: whatever a cued pattern can find holds one of its cues, so that looking for these first loses nothing.

With the cue `family` instead of `famil`, "sans lien familial" is lost: this law found it.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgen.lexicon.cued import Cued
from properties.constants import list_constants

ALL = list_constants(Cued)


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
