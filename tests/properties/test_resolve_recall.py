from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from factories import make_person, make_reading, tell_of
from newsgen.build.resolving import remember_parts
from newsgen.holding import NOTHING_HELD, Held
from newsgen.lexicon import load_lexicon
from newsgen.memo import Memo
from newsgen.records.options import Judgement
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from properties.resolve_archives import make_readings

WORDS = (
    *("The barrister {} rose.", "{}, a surgeon, rose.", "The goalkeeper {} rose.", "It rained. {} rose."),
    *("The 22-year-old {} rose.", "The 62-year-old {} rose.", "The former mayor {} rose."),
)
JUDGEMENTS = ((), (Judgement(name="Ali Zeine", also=("Omar Tiani",)),))


@st.composite
def make_told(draw: st.DrawFn, path: str) -> Reading:
    """An article that says something of somebody, whose name many bear."""
    named = make_reading(path, make_person("José Ramírez", countries=("PE",)), published="2024-03-04")
    one = draw(st.one_of(st.just(named), st.just(named), make_readings(path)))
    return tell_of(one, draw(st.sampled_from(WORDS)))


@st.composite
def make_editions(draw: st.DrawFn) -> list[list[Reading]]:
    """An archive, and the same after each of some edits."""
    size = draw(st.integers(2, 4))
    editions = [[draw(make_told(f"articles/{place}.txt")) for place in range(size)]]
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, size - 1))
        edited = draw(make_told(f"articles/{place}.txt"))
        editions.append([*editions[-1][:place], edited, *editions[-1][place + 1 :]])
    return editions


@given(make_editions(), st.lists(st.sampled_from(JUDGEMENTS), min_size=4, max_size=4))
def test_what_is_remembered_is_what_would_be_made(
    editions: list[list[Reading]], judgements: list[tuple[Judgement, ...]]
) -> None:
    """With memory and without, all is the same; fails if the texts are not asked again who is what, or if what one
    said is taken for what another says."""
    lexicon = load_lexicon()
    for held in (NOTHING_HELD, Held()):
        with TemporaryDirectory() as folder, Memo(Path(folder) / "memo.sqlite") as memo:
            recall = remember_parts(memo, lexicon, held, anew=False)
            for edition, judged in zip(editions, judgements, strict=False):
                assert resolve(edition, judged, lexicon, recall=recall, held=held) == resolve(edition, judged, lexicon)
