from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from newsgen.build.resolving import remember_parts
from newsgen.holding import NOTHING_HELD
from newsgen.lexicon import load_lexicon
from newsgen.memo import Memo
from newsgen.records.reading import Reading
from newsgen.resolve.wire import group_same_text
from properties.test_resolve_wire import make_reprints


@given(st.lists(make_reprints(), min_size=2, max_size=4))
def test_what_texts_share_is_remembered(editions: list[list[Reading]]) -> None:
    """With memory and without, the same articles carry the same texts; fails if what is remembered of a text is told
    by one of the two that share it."""
    with TemporaryDirectory() as folder, Memo(Path(folder) / "memo.sqlite") as memo:
        recall = remember_parts(memo, load_lexicon(), NOTHING_HELD, anew=False)
        for edition in editions:
            assert group_same_text(edition, recall=recall) == group_same_text(edition)
