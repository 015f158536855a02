"""The lexicon: what the rules know of the world and of three languages, read once from `newsgen/data/`.

Each part reads its own data files and offers look-ups over them; none of them knows of texts or stages.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from newsgen.canon import digest
from newsgen.lexicon.atlas import Atlas, read_atlas
from newsgen.lexicon.calendar import Calendar, read_calendar
from newsgen.lexicon.desk import Desk, read_desk
from newsgen.lexicon.gazetteer import Gazetteer, read_gazetteer
from newsgen.lexicon.grammar import Grammar, read_grammar
from newsgen.lexicon.names import Names, read_names
from newsgen.lexicon.topics import Topics, read_topics


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All look-ups, and the digest of the data that they were made from; equal only to itself, so that results can be
    kept with it."""

    gazetteer: Gazetteer
    """Countries and the phrases that mean them."""
    names: Names
    """Given names, titles, words that are no part of a name."""
    calendar: Calendar
    """Words of time."""
    topics: Topics
    """Words that tell what kind of thing happened."""
    trades: Topics
    """Words that tell what somebody does for a living."""
    grammar: Grammar
    """Abbreviations, verbs of saying, words of tense."""
    desk: Desk
    """The trade's own words: outlets, agencies, notices, frequent words of each language."""
    atlas: Atlas
    """Where the countries are on the map."""
    digest: str
    """Of all data files."""


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that ships with newsgen; read at the first call, the same object at every further one."""
    folder = files("newsgen") / "data"
    data = {
        entry.name: entry.read_bytes()
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith((".json", ".yaml"))
    }
    return Lexicon(
        gazetteer=read_gazetteer(data),
        names=read_names(data),
        calendar=read_calendar(data),
        topics=read_topics(data),
        trades=read_topics(data, "trades.yaml"),
        grammar=read_grammar(data),
        desk=read_desk(data),
        atlas=read_atlas(data),
        digest=digest(*(part for name, content in data.items() for part in (name, content))),
    )
