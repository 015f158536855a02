"""Posts that nobody holds two of at one time: two ministries, or the head of a state's and a mayor's.

Only ministries that are hardly ever given to one person together count. A prime minister may keep any of them, whoever
held one of them formerly may hold another now, and an article that calls one person by both knows of one who has both.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from newsgen.resolve.titles import Title

_MONTH = 30
"""Days within which articles speak of one time."""
_ONE_ERRS = 3
"""Articles that name a post from which one alone that names another is taken for a mistake."""

_MINISTRIES: Mapping[str, str] = {
    **dict.fromkeys(("defen", "armee", "armed"), "defence"),
    **dict.fromkeys(("finan", "econo", "budge", "treas", "hacie"), "finance"),
    **dict.fromkeys(("home", "inter"), "interior"),
    "agric": "agriculture",
    "educa": "education",
    "forei": "foreign",
    "healt": "health",
    "justi": "justice",
}
"""Stem → the ministry that it means."""
_OF_MINISTERS = frozenset({"minis", "secre"})
_BESIDE = frozenset({"affai", "asunt", "relac", "natio", "publi", "secur", "feder", "union"})
"""Stems in names of ministries that tell none of them apart."""
_OF_TOWNS = frozenset({"mayor", "maire", "alcal", "lord"})
_HEAD, _TOWN = "head of state", "town"

Post = str


def read_posts(titles: Sequence[Title], countries: Iterable[str]) -> frozenset[Post]:
    """The posts that the titles of one person name; none for a prime minister, and a president of no country's."""
    if any(title.stems & {"prime", "chanc"} for title in titles):
        return frozenset()
    is_of_country = any(countries)
    return frozenset(
        post
        for title in titles
        if title.kind == "office"
        for post in _read_title(title)
        if post != _HEAD or is_of_country
    )


def _read_title(title: Title) -> frozenset[Post]:
    """The posts that a title names, if it says no more than these."""
    if title.stems == {"presi"}:
        return frozenset({_HEAD})
    if "mayor" in title.stems or (title.stems & _OF_TOWNS and title.stems <= _OF_TOWNS):
        return frozenset() if title.is_lesser else frozenset({_TOWN})
    fields = title.stems - _OF_MINISTERS - _BESIDE
    if fields == title.stems - _BESIDE or not fields <= _MINISTRIES.keys():
        return frozenset()
    return frozenset(_MINISTRIES[field] for field in fields)


def find_rivals(told: Sequence[frozenset[Post]]) -> frozenset[Post]:
    """Of the posts that articles tell, those that show two people; `told` has the posts of each article."""
    counts = Counter(told)
    kinds = [posts for posts in counts if posts]
    found = [
        left | right
        for left, right in combinations(kinds, 2)
        if are_rivals(left, right)
        and not _is_slip(counts[left], counts[right])
        and not any(posts & left and posts & right for posts in kinds)
    ]
    return frozenset().union(*found)


def are_rivals(left: frozenset[Post], right: frozenset[Post]) -> bool:
    """Whether nobody holds the posts of both: two ministries, or a state and a town."""
    if not left or not right or not left.isdisjoint(right):
        return False
    both = left | right
    return both == {_HEAD, _TOWN} or both.isdisjoint({_HEAD, _TOWN})


def are_of_one_time(left: int | None, right: int | None) -> bool:
    """Whether two articles, by the days of their publication, speak of one time."""
    return left is not None and right is not None and abs(left - right) <= _MONTH


def _is_slip(left: int, right: int) -> bool:
    return min(left, right) == 1 and max(left, right) >= _ONE_ERRS
