"""The index as it was published, to be brought up to date."""

from collections.abc import Callable, Mapping

from newsgen.search.gathering import Entry
from newsgen.search.scripts import name_file, parse_call
from newsgen.shards import Shard, cut_shards

Sizes = Mapping[str, tuple[int, int]]
"""Each word → how many characters its postings take, and its places, kept or not."""

MOST_PLACES = 120_000
"""Characters of a word's places that are kept; a word that has more stands in phrases for any word."""

LIMIT = 20_000
"""Characters of a file, unless one entry alone is larger."""

_COMMAS = 8
"""About how many characters an entry takes beside its word and its value."""


def cut_words(sizes: Sizes) -> dict[str, list[Shard]]:
    """The files of the words' postings, and those of their places."""
    words = {word: postings + _COMMAS for word, (postings, _) in sizes.items()}
    places = {word: room + _COMMAS for word, (_, room) in sizes.items() if room <= MOST_PLACES}
    return {"words": cut_shards(words, LIMIT), "places": cut_shards(places, LIMIT)}


class EarlierIndex:
    """The words of an index: which of its files hold which, and what they say."""

    def __init__(self, sizes: Sizes, read: Callable[[str], bytes]) -> None:
        """`read` gives the bytes of a file by its name below the folder of the index."""
        self.sizes = sizes
        shards = cut_words(sizes)
        self.files = {family: {shard.prefix: shard.keys for shard in cut} for family, cut in shards.items()}
        """For each family the words of each file, by what they begin with."""
        self._prefixes = {
            family: {word: shard.prefix for shard in cut for word in shard.keys} for family, cut in shards.items()
        }
        self._read = read
        self._loaded: dict[tuple[str, str], Mapping[str, str]] = {}

    def read(self, family: str, prefix: str) -> bytes:
        """The file of the words that begin with the prefix."""
        return self._read(name_file(family, prefix))

    def find(self, family: str, word: str) -> str:
        """What the index has for a word that it has."""
        prefix = self._prefixes[family][word]
        if (family, prefix) not in self._loaded:
            self._loaded[family, prefix] = parse_call(self.read(family, prefix))
        return self._loaded[family, prefix][word]

    def find_entry(self, word: str) -> Entry:
        """All that the index has for a word that it has."""
        _, room = self.sizes[word]
        stands = self.find("places", word) if room <= MOST_PLACES else None
        return Entry(self.find("words", word), stands, room)


NO_INDEX = EarlierIndex({}, lambda _: b"")
"""An index without articles."""
