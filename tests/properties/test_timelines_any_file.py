"""Whatever stands under `timelines` in `site.yaml`, it makes timelines or is told with its line and column."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from factories import Told, make_person, make_reading
from newsgen.config import load_config
from newsgen.errors import ConfigError
from newsgen.index.timelines import make_timelines
from newsgen.lexicon import load_lexicon
from newsgen.resolve import resolve

LEXICON = load_lexicon()
READINGS = (
    make_reading(
        "articles/a.txt",
        make_person("Ali Zeine"),
        told=[Told("2024-04-19", "Zeine agreed to it.", topics=("agreement",), people=(0,))],
    ),
    make_reading("articles/b.txt", make_person("Ama Zeine"), told=[Told("2024", "Floods came.", topics=("disaster",))]),
)
ENTITIES = resolve(READINGS, (), LEXICON)

SCALARS = st.sampled_from(
    [
        *("", "~", "''", "null", "no", "010", "2024", "2024-04/..", "2024-04/2024-03", "2024-02-30", "XXXX-04-19"),
        *(
            "Zeine",
            "Ali Zeine",
            "ali-zeine",
            "Aly Zeyne",
            "NE",
            "Nigr",
            "floods",
            "!!!",
            "x" * 300,
            '"\\0"',
            '"\\uD800"',
        ),
        *("[]", "[Zeine, []]", "{a: b}", "&a x", "*a", "!t x", "|", "'", "2024-04-19-agreement"),
    ]
)
GOOD = """\
timelines:
  - id: t
    title: The talks
    countries: [NE]
    people: Zeine
    words: [floods]
    from: 2023
    to: 2024-12
    pinned:
      - event: 2024-04-19-agreement
        title: Agreed
      - date: 2024-04
        words: zeine
      - date: 2024-05
        text: An event of the editor's own.
        people: [Zeine]
        url: https://example.org/
    hidden:
      - event: 2024-disaster
        reason: why not
"""
LINES = GOOD.splitlines()


@st.composite
def files(draw: st.DrawFn) -> str:
    """A good file of which a few lines are gone, or say something else."""
    lines = list(LINES)
    for place in draw(st.lists(st.integers(1, len(LINES) - 1), min_size=1, max_size=3, unique=True)):
        key, _, _ = lines[place].partition(":")
        lines[place] = draw(st.just("") | SCALARS.map(lambda value, key=key: f"{key}: {value}"))
    return "\n".join(lines)


@given(files())
def test_a_timeline_is_made_or_what_is_wrong_is_told_at_its_place(text: str) -> None:
    """Fails if an empty `event` counts as one that is given, or if a name's place is not kept."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "site.yaml").write_text(text, "utf-8")
        try:
            config = load_config(Path(folder), LEXICON.gazetteer.code_of)
        except ConfigError as error:
            told = error.diagnostics
        else:
            _, told = make_timelines(config.site, READINGS, ENTITIES, LEXICON)
    lines = text.splitlines()
    for item in told:
        assert item.message
        assert item.hint
        assert 1 <= item.line <= len(lines) + 1
        assert item.column >= 1
