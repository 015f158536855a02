"""The words of the site, ready to be used: texts by key, numbers, lists, names of countries."""

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache, partial

from newsgen.language.catalogue import COUNTRIES
from newsgen.language.choosing import Language
from newsgen.language.dates import tell_date

_REMEMBERED = 4096
"""Dates, and plurals of numbers, that are kept."""


class Words:
    """What a language says; made once a build, and once a worker."""

    def __init__(self, language: Language) -> None:
        self.tag = language.tag
        self.tags = frozenset((language.tag, language.tag.partition("-")[0]))
        """What texts in this language may say of themselves."""
        self.conventions = language.conventions
        self._texts = {message.key: dict(message.forms) for message in language.messages}
        self._plain = {key: forms["other"][0] for key, forms in self._texts.items() if _is_plain(forms)}
        self._find_plural = lru_cache(maxsize=_REMEMBERED)(language.conventions.find_plural)
        self._countries = dict(language.conventions.countries)
        self.date = lru_cache(maxsize=_REMEMBERED)(partial(tell_date, self))
        """A date in words, of its EDTF value."""
        self._english = language.english

    @cached_property
    def english(self) -> "Words":
        """The English words, for data files, which are the same whatever the language of the site is."""
        return Words(self._english) if self._english else self

    def say(self, key: str, /, **values: str | int) -> str:
        """The text of a key with values in their places; `count` decides between its forms.

        Raises LookupError for a key that no catalogue has, and for a place without a value.
        """
        if key in self._plain:
            return self._plain[key]
        pieces = self.pick(key, values.get("count"))
        return "".join([self._fill(piece, values) if place % 2 else piece for place, piece in enumerate(pieces)])

    def knows(self, key: str) -> bool:
        """Whether a catalogue has the key."""
        return key in self._texts

    def pick(self, key: str, count: object = None) -> Sequence[str]:
        """The pieces of a text: plain at even places, the names of values at odd ones."""
        forms = self._texts.get(key)
        if forms is None:
            raise LookupError(f"no catalogue has the text “{key}”")
        if len(forms) == 1 or not isinstance(count, int):
            return forms["other"]
        return forms.get(self._find_plural(count)) or forms["other"]

    def _fill(self, name: str, values: Mapping[str, str | int]) -> str:
        value = values[name]
        return self.number(value) if isinstance(value, int) else value

    def number(self, value: int) -> str:
        """A number with its thousands apart."""
        if abs(value) < self.conventions.grouped_from:
            return str(value)
        return f"{value:,}".replace(",", self.conventions.group)

    def decimal(self, value: float, digits: int) -> str:
        """A number with so many digits behind its point."""
        whole, point, part = f"{value:.{digits}f}".partition(".")
        return whole + (self.conventions.decimal + part if point else "")

    def join(self, items: Sequence[str]) -> str:
        """The items as a list in running text: `A, B and C`."""
        if len(items) < 2:
            return "".join(items)
        if len(items) == 2:
            return _put(self.conventions.pair, items[0], items[1])
        head = items[0]
        for item in items[1:-1]:
            head = _put(self.conventions.list_middle, head, item)
        return _put(self.conventions.list_end, head, items[-1])

    def country(self, code: str, english: str) -> str:
        """What a country is called; `english` is its name in the gazetteer."""
        key = f"{COUNTRIES}.{code}"
        return self.say(key) if self.knows(key) else self._countries.get(code) or english


def _is_plain(forms: Mapping[str, Sequence[str]]) -> bool:
    """Whether a text is the same for all numbers, and has no places for values."""
    return len(forms) == 1 and len(forms["other"]) == 1


def capitalise(text: str) -> str:
    """The text as a heading begins: months and the like have a small letter in many languages."""
    return text[:1].upper() + text[1:]


def _put(pattern: str, left: str, right: str) -> str:
    """A pattern of two with both in their places."""
    head, _, rest = pattern.partition("{0}")
    middle, _, tail = rest.partition("{1}")
    return f"{head}{left}{middle}{right}{tail}"
