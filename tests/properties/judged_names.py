"""Judgements for the laws about them: names of any letters, each claimed once."""

from hypothesis import strategies as st

from newsgen.config.scalars import fits_scalar
from newsgen.lexicon.slugs import fold_name
from newsgen.records.options import Judgement

ODD = (
    "not: Ann",
    "note: x",
    "key: y",
    "null",
    "~",
    "O'Neill",
    'Ann "Bo" Lee',
    "A, B",
    "a: b",
    "a #b",
    "- a",
    "NK-1",
    "é.c3",
)


def make_names() -> st.SearchStrategy[str]:
    """Texts as `people.yaml` reads them: on one line, without needless blanks."""
    words = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=12)
    plain = st.sampled_from(
        [f"{given} {family}" for given in ("Ann", "Bo", "Çy") for family in ("Lee", "Li-Ray", "O’Roe")]
    )
    return st.one_of(plain, st.sampled_from(ODD), words).map(lambda text: " ".join(text.split())).filter(fits_scalar)


def make_notes() -> st.SearchStrategy[str]:
    """Texts of one line or more, blank ones between them."""
    odd = st.sampled_from(
        ("  indented", "a\tb", "trailing ", "no\u00a0break", "a\x85b\u2028c\u2029d", "bell\x07", '"quoted"', "a   b")
    )
    lines = st.lists(make_names() | odd, min_size=1, max_size=3)
    return st.builds(lambda found, gap: gap.join(found), lines, st.sampled_from(("\n", "\n\n", "\n\n\n")))


@st.composite
def make_judgements(draw: st.DrawFn) -> list[Judgement]:
    """Judgements that do not contradict each other."""
    names = draw(st.lists(make_names(), min_size=1, max_size=12, unique_by=fold_name))
    judgements = []
    while names:
        size = draw(st.integers(1, min(3, len(names))))
        own, names = names[:size], names[size:]
        person = draw(st.booleans())
        barred = draw(st.lists(st.sampled_from(names), max_size=2, unique=True)) if names and person else []
        judgements.append(
            Judgement(
                name=own[0],
                also=tuple(own[1:]),
                different=tuple(barred),
                person=person,
                note=draw(st.none() | make_notes()),
            )
        )
    return judgements
