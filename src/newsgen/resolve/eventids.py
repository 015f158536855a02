"""Ids of events, chosen so that they stay when articles arrive.

An id says date, kind and country as the first report tells them: the one that was published first, which a later
article cannot become. What most reports say may change with any article, and so may the number of events that want one
id. So what many might want, an id without a day or a kind, has four letters behind it, made from the sentence; and of
several events that want one id of another sort, each but the first has them.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsgen.lexicon.slugs import make_letters, make_slug, number_slugs
from newsgen.resolve.addresses import rank_time
from newsgen.resolve.chronicles import Chronicle
from newsgen.resolve.happenings import Happening
from newsgen.resolve.tellings import Telling

# matches: 2024-03-12/2024-03-14
# not: 2024-03-12
_NOT_IN_ID = re.compile(r"[^0-9x-]+")


def give_event_ids(happenings: Sequence[Happening], chronicles: Iterable[Chronicle]) -> list[str]:
    """A unique id for each happening, whatever order they and the articles come in."""
    by_rank = sorted(chronicles, key=lambda one: rank_time(one.published, one.path))
    ranks = {one.article: rank for rank, one in enumerate(by_rank)}

    def rank(telling: Telling) -> tuple[int, int]:
        return ranks[telling.report.article], telling.place_in_text

    first = [min(one.tellings, key=rank) if len(one.tellings) > 1 else one.tellings[0] for one in happenings]
    keys = list(map(rank, first))
    order = sorted(range(len(happenings)), key=keys.__getitem__)
    taken: set[str] = set()
    wanted = []
    for place in order:
        telling = first[place]
        want = _want_id(telling)
        tells_much = telling.days == 1 and telling.date == telling.report.date and bool(telling.kinds)
        wanted.append(want if tells_much and want not in taken else f"{want}-{make_letters(telling.sentence)}")
        taken.add(want)
    ids = [""] * len(happenings)
    for place, own in zip(order, number_slugs(wanted), strict=True):
        ids[place] = own
    return ids


def _want_id(telling: Telling) -> str:
    """Date, kind and country; without a kind, who is named first; nothing that hangs on another article."""
    kind = _choose(telling.kinds) or _name_first(telling) or "event"
    country = _choose(telling.place).lower()
    date = _write_date(telling.report.date)
    return f"{date}-{kind}-{country}" if country else f"{date}-{kind}"


@lru_cache(maxsize=1 << 12)
def _choose(items: frozenset[str]) -> str:
    """The first by letters; empty if there is none."""
    return min(items, default="")


def _name_first(telling: Telling) -> str:
    """The family name of a person in the sentence, as part of an id; empty if it names nobody."""
    return make_slug(telling.first_named, "person") if telling.first_named else ""


@lru_cache(maxsize=1 << 12)
def _write_date(date: str) -> str:
    """The date as part of an id."""
    return _NOT_IN_ID.sub("-", date.lower()).strip("-")
