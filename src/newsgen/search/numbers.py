"""Numbers for articles that stay when other articles come and go.

Each id has its own place among far more numbers than there are articles. Only two that want the same place, and the
crossing of a power of two by the number of articles, make any other.
"""

from collections.abc import Iterable

from newsgen.canon import digest

_SPARE_BITS = 3
_FEWEST_BITS = 12
_DIGEST_BITS = 60


def count_bits(articles: int) -> int:
    """How many bits the numbers of so many articles have."""
    return max(_FEWEST_BITS, (max(articles, 1) - 1).bit_length() + _SPARE_BITS)


def number_articles(ids: Iterable[str]) -> dict[str, int]:
    """A number for each id, in ascending order of numbers."""
    wanted = sorted((int(digest(name)[: _DIGEST_BITS // 4], 16), name) for name in ids)
    bits = count_bits(len(wanted))
    taken: dict[int, str] = {}
    for place, name in wanted:
        number = place >> (_DIGEST_BITS - bits)
        while number in taken:
            number = (number + 1) % (1 << bits)
        taken[number] = name
    return {taken[number]: number for number in sorted(taken)}
