"""Law: whatever an ended pattern can find at the end of a text ends in one of its endings, so that it loses nothing.

Without the ending `feu`, "son prédécesseur, feu" is lost: this law found it.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgen.lexicon import load_lexicon
from newsgen.lexicon.cued import Ended
from properties.constants import list_constants

CALENDAR = load_lexicon().calendar
ALL = list_constants(Ended) + [(name, getattr(CALENDAR, name)) for name in ("term", "onwards", "limit", "plans")]


def test_there_are_some() -> None:
    assert len(ALL) >= 16


@pytest.mark.parametrize("ended", [ended for _, ended in ALL], ids=[name for name, _ in ALL])
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_what_is_found_ends_in_an_ending(ended: Ended, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(ended.pattern))
    found = ended.pattern.search(text)
    assert found is None or ended.search(text, 0, len(text)) is not None
