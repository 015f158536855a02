"""Law: clippings that are read together are read as each of them by itself.

A mistake that this finds: `parse_articles` adds what the frame of each clipping tells to one context for all of them.
"""

from hypothesis import given
from hypothesis import strategies as st

from newsgen.build.reading import read_batch
from newsgen.records.clipping import Clipping
from newsgen.records.options import ReadingOptions

HEADS = (
    "The Explainer Room | 12 May 2024\n\nBridge opens after a year of work",
    "La crue gagne la vallée\n\nBy Jane Doe for Valley Running",
    "Bridge opens after a year of work",
)
BODIES = (
    "MOPTI, May 3 (AFP) -- The mayor, Amina Keita, opened the bridge on Tuesday.",
    "Keita said the boats had left the river in July 2021, and he thanked France.",
    "“We waited for a year,” Moussa Traoré said. It was the second flood since the coup of 12 March 2019.",
    "Le maire a dit que les bateaux de la ville avaient quitté le fleuve le 4 juin, avant la crue.",
)
FEET = ("The Explainer Room", "Subscribe to The Explainer Room", "© 2024 Valley Running", "Valley Running")

TEXTS = st.tuples(
    st.sampled_from(HEADS), st.lists(st.sampled_from(BODIES), min_size=1, max_size=3), st.sampled_from(FEET)
).map(lambda parts: "\n\n".join((parts[0], *parts[1], parts[2])))


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_reading_together_is_reading_one_by_one(texts: list[str]) -> None:
    clippings = [
        Clipping(path=f"articles/{place}.txt", text=text, encoding="utf-8", digest="")
        for place, text in enumerate(texts)
    ]
    alone = [encoded for clipping in clippings for encoded in read_batch(ReadingOptions(), [clipping])]
    assert read_batch(ReadingOptions(), clippings) == alone
