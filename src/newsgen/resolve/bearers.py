"""What the articles that write one full name tell of its bearer: why they are taken to speak of one person."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from newsgen.lexicon import Lexicon
from newsgen.lexicon.slugs import fold_name
from newsgen.records import Record
from newsgen.records.reading import Reading
from newsgen.resolve.namesakes import MOST_SCENES, Scene, grade_name, is_abroad, set_scene
from newsgen.resolve.namings import Naming
from newsgen.resolve.roles import compare_offices, compare_titles
from newsgen.resolve.titles import read_title
from newsgen.resolve.trades import Trades, are_other_ages, are_other_trades

_TELLS_TWO = (
    "the name is rare: other ages would tell two people, or two posts at one time, or far trades in other countries",
    "only the family name is frequent: other ages would tell two people, or two posts at one time, or far trades",
    "the name is frequent: other trades, ages or countries would tell two people if nobody were named beside both",
)
"""By how frequent a name is."""
_KNOWN = "so many articles write it that only two posts at one time would tell two people"
_MOST_BESIDE = 2
"""Others named beside who are told."""


class Bearing(Record):
    """Why one name in several articles is one person's."""

    speaks_for: tuple[str, ...]
    """How the name is judged, and what several articles tell alike."""
    speaks_against: tuple[str, ...]
    """What two articles tell otherwise; empty if nothing that was compared differs."""


def weigh_bearer(members: Iterable[tuple[int, int]], readings: Sequence[Reading], lexicon: Lexicon) -> Bearing:
    """What speaks for it, and against it, that the articles mean one; `members` are (article, index of the person)."""
    trades = Trades(readings, lexicon.trades)
    namings = [_make_naming(article, index, readings[article], lexicon) for article, index in members]
    scenes = [set_scene(naming, readings[naming.article], trades) for naming in namings]
    grade = grade_name(namings[0].key.split(), lexicon.names)
    judged = _TELLS_TWO[grade] if len(namings) <= MOST_SCENES else _KNOWN
    alike = tuple(_list_alike(scenes, lexicon))
    return Bearing(
        speaks_for=(judged, *(alike or ("nothing beside the name is told by two of them",))),
        speaks_against=tuple(_list_otherwise(dict.fromkeys(scenes), lexicon)),
    )


def _make_naming(article: int, index: int, reading: Reading, lexicon: Lexicon) -> Naming:
    local = reading.people[index]
    titles = tuple(read_title(title, lexicon.names) for title in local.titles)
    return Naming(article=article, index=index, key=fold_name(local.name), local=local, titles=titles)


def _list_alike(scenes: Sequence[Scene], lexicon: Lexicon) -> Iterator[str]:
    """What two articles or more tell alike, with their number."""
    for title, count in _count(({title.shown.casefold(): title.shown for title in one.titles} for one in scenes), 1):
        yield f"{count} call this one {title}"
    for code, count in _count((dict.fromkeys(one.countries) for one in scenes), 1):
        yield f"{count} tie this one to {lexicon.gazetteer.name_of(code)}"
    for trade, count in _count((dict.fromkeys(one.trades) for one in scenes), 1):
        yield f"{count} tell of {trade} beside the name"
    for name, count in _count((dict.fromkeys(one.others) for one in scenes), _MOST_BESIDE):
        yield f"{count} name {name} too"
    for code, count in _count((dict.fromkeys(one.home) for one in scenes), 1):
        yield f"{count} name {lexicon.gazetteer.name_of(code)}"


def _count(told: Iterable[dict[str, str | None]], most: int) -> list[tuple[str, int]]:
    """What most articles tell, two at least, with their number; each tells folded facts with the way to show them."""
    articles: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for facts in told:
        articles.update(facts.keys())
        for key, text in facts.items():
            shown.setdefault(key, text or key)
    ordered = sorted(articles, key=lambda key: (-articles[key], key))
    return [(shown[key], articles[key]) for key in ordered[:most] if articles[key] > 1]


def _list_otherwise(scenes: Iterable[Scene], lexicon: Lexicon) -> Iterator[str]:
    """What articles tell otherwise: of each kind the first two that do."""
    pairs = list(combinations(list(scenes)[:MOST_SCENES], 2))
    for differ, tell in _KINDS:
        pair = next((pair for pair in pairs if differ(*pair)), None)
        if pair:
            one, other = (tell(scene, lexicon) for scene in pair)
            yield f"{one} in one article, {other} in another"


def _differ_in_titles(left: Scene, right: Scene) -> bool:
    return not compare_titles(left.titles, right.titles) and compare_offices(left.titles, right.titles) is not None


def _tell_titles(scene: Scene, lexicon: Lexicon) -> str:
    return " and ".join(title.shown for title in scene.titles)


def _tell_countries(scene: Scene, lexicon: Lexicon) -> str:
    return f"tied to {' and '.join(map(lexicon.gazetteer.name_of, sorted(scene.countries)))}"


def _differ_in_trade(left: Scene, right: Scene) -> bool:
    return are_other_trades(left.trades, right.trades)


def _tell_trades(scene: Scene, lexicon: Lexicon) -> str:
    return f"the trade {' and '.join(sorted(scene.trades))}"


def _differ_in_age(left: Scene, right: Scene) -> bool:
    return are_other_ages(left.born, right.born)


def _tell_birth(scene: Scene, lexicon: Lexicon) -> str:
    return f"born about {scene.born}"


_KINDS: tuple[tuple[Callable[[Scene, Scene], bool], Callable[[Scene, Lexicon], str]], ...] = (
    (_differ_in_titles, _tell_titles),
    (is_abroad, _tell_countries),
    (_differ_in_trade, _tell_trades),
    (_differ_in_age, _tell_birth),
)
"""Whether two scenes differ in each kind of thing, and how one is told."""
