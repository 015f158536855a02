"""Names as they are compared, and as they stand in addresses: one way for all kinds of pages."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache

from slugify import slugify

from newsgen.canon import digest

MAX_SLUG = 80
"""Characters of a slug; it is cut where a word ends."""

_LETTERS = "bcdfghjklmnpqrstvwxz"
"""No vowels: no word comes of them."""
_APART = 4
"""Letters that tell apart who or what would have one slug."""

_RESERVED = frozenset(
    ["index", "con", "prn", "aux", "nul"] + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
"""`index` is the listing of each folder; Windows has no files of the other names."""

_APOSTROPHES = "'’‘ʼ`´"
_WITHOUT_APOSTROPHES = str.maketrans("", "", _APOSTROPHES)
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"} | dict.fromkeys(_APOSTROPHES)
)
"""Letters that no decomposition makes plain; apostrophes go."""

# matches: yunus-bek
_NO_WORD = re.compile(r"[\W_]+")
# matches: joe biden
# not: joebiden2
_NO_SLUG = re.compile(r"[^a-z0-9]+")
# matches: U.S. troops
# not: the end. A new
_INITIALS = re.compile(r"\b[^\W\d_]\.(?:[^\W\d_]\.)+")
# matches: 1,000 troops
# matches: R&D
_SLUGIFY_KNOWS = re.compile(r"[&,]|[^\x00-\x7f]")


@lru_cache(maxsize=1 << 17)
def fold_name(text: str) -> str:
    """The words of a name without case, accents, apostrophes and punctuation: `yunus bek yevkurov`.

    A text without any letter or digit stays as it is, so that two such texts are still told apart.
    """
    return _NO_WORD.sub(" ", fold_letters(text)).strip() or text.strip()


def fold_letters(text: str) -> str:
    """The text without case, accents and apostrophes."""
    plain = text.casefold().translate(_PLAIN_LETTERS)
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(part for part in parts if not unicodedata.combining(part))
    return plain


def make_slug(text: str, kind: str) -> str:
    """The slug of a name or headline, at most `MAX_SLUG` characters; empty if it has no letter or digit.

    A name that no file may have is followed by the kind of page: `index-person`.
    """
    plain = _INITIALS.sub(_drop_dots, text[: 8 * MAX_SLUG].translate(_WITHOUT_APOSTROPHES))
    if len(plain) > MAX_SLUG or _SLUGIFY_KNOWS.search(plain):
        # By name: left to itself, python-slugify takes another table of letters where another is installed.
        slug = slugify(plain, max_length=MAX_SLUG, word_boundary=True, save_order=True, backend="text-unidecode")
    else:
        # What python-slugify gives for such a text, at a twentieth of its cost.
        slug = _NO_SLUG.sub("-", plain.lower()).strip("-")
    return f"{slug}-{kind}" if slug in _RESERVED else slug


def _drop_dots(found: re.Match[str]) -> str:
    return found[0].replace(".", "")


def number_slugs(wanted: Sequence[str], taken: Collection[str] = ()) -> tuple[str, ...]:
    """The wanted slugs made unique: the first to ask gets it, later ones `-2`, `-3`.

    A number never leads to a slug that another one wants, so what one gets does not hang on unlike ones.
    """
    kept = frozenset(wanted)
    given = set(taken)
    counts: dict[str, int] = {}
    slugs = []
    for slug in wanted:
        unique = slug
        while unique in given or (unique != slug and unique in kept):
            counts[slug] = counts.get(slug, 1) + 1
            unique = f"{slug}-{counts[slug]}"
        given.add(unique)
        slugs.append(unique)
    return tuple(slugs)


def make_letters(text: str) -> str:
    """Four letters that are always the same for the same text: where a number would shift when something arrives."""
    number = int(digest(text), 16)
    letters = []
    for _ in range(_APART):
        number, rest = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[rest])
    return "".join(letters)


def part_brackets(name: str) -> tuple[str, str]:
    """A name, and what stands in brackets behind it to tell apart who is written alike; mostly nothing."""
    plain, _, which = name[:-1].rpartition(" (") if name.endswith(")") else (name, "", "")
    return (plain, which) if plain.strip() and which.strip() else (name, "")
