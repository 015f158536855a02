"""The hand-kept word lists."""

from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

import pytest
import yaml

DATA = files("newsgen.data")
NAMES = sorted(file.name for file in DATA.iterdir() if file.name.endswith(".yaml"))


def list_words(value: object, place: str) -> Iterator[tuple[str, list[str]]]:
    """Each list below a value, with its place; in running text entries are parted by bars, commas or blanks."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from list_words(inner, f"{place}/{key}")
    elif isinstance(value, str):
        sign = next((sign for sign in "|," if sign in value), None)
        yield place, [word.strip() for word in value.split(sign) if word.strip()]
    elif isinstance(value, list):
        yield place, [word for word in value if isinstance(word, str)]
        for inner in value:
            if not isinstance(inner, str):
                yield from list_words(inner, place)


@pytest.mark.parametrize("name", NAMES)
def test_no_list_has_an_entry_twice(name: str) -> None:
    lists = yaml.load((DATA / name).read_text("utf-8"), Loader=yaml.BaseLoader)
    counts = ((place, Counter(words)) for place, words in list_words(lists, name))
    twice = [f"{place}: {word}" for place, found in counts for word, number in found.items() if number > 1]
    assert twice == []
