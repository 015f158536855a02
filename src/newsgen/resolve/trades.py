"""What one article says of the trade and the age of somebody whom it names: it tells who is not who."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal, NamedTuple, TypeAlias

from newsgen.canon import digest, encode
from newsgen.lexicon.folding import fold
from newsgen.lexicon.topics import Topics
from newsgen.records import Record
from newsgen.records.reading import Reading
from newsgen.resolve.namings import LISTED, Naming

# matches: rose. She
# matches: rose; she
# matches: rose.” The
# not: A. Smith
_STOP = re.compile(r"(?<=[^\s.][^\s.])[.!?][\"”’»)]?\s|;|\n")
"""Where a sentence ends; no stop behind a single letter does."""
# matches: , who rowed
# matches:  is a judge
# matches:  (a judge
# not:  met the judge
_APPOSITION = re.compile(r"\s?[,(–—]|\s(?:is|was|est|était|es|era)\s")
"""What opens words that say who somebody is."""
# matches: the 22-year-old
# not: a 22-year-old
_SAME_AGE = re.compile(r"\bthe (\d\d)-year-old\b|^, (\d\d)(?=[,.;])|^,? (?:de )?(\d\d) (?:ans|años)\b(?! de )")
"""An age behind a name."""
# matches: 22-year-old
# matches: À 36 ans, le
# not: à 20 ans de prison
_AGE = re.compile(r"\b(\d\d)-year-old\b|\b[àÀ] (\d\d) ans\b(?! de )|\b[dD]e (\d\d) años\b(?! de )")
"""An age in front of a name."""
# matches: mayor's
# not: residents'
_OWNER = re.compile(r"\b\w{1,40}['’]s\b")
"""To whom somebody else belongs."""
_BEFORE, _BEHIND = 60, 110
"""Characters in front of a name and behind it in which its bearer's trade is told."""
_PLAY = "sport"
"""The trade of which whole articles speak: whom they name without another is of it."""
_BRANCH = " of "
_KIN = "kin"
"""No trade: what stands beside it is that of a relative."""
_PAST, _CHANGE = "past", "change"
_TENURE = frozenset({_PAST, _CHANGE})
"""No trades: what stands beside them was held formerly, or is held newly or for a while."""
_PUBLIC = frozenset({"politics", "military", "business"})
"""Trades that people often have one after another."""
_PASSING = _PUBLIC | {"law", "learning", "press"}
"""Trades that people also have beside another one: lawyers teach, professors write for a newspaper."""
_FAITH, _CHURCH = "faith", "faith of the church"
_FAR_FROM_FAITH = frozenset({"medicine", "business", "labour"})
"""A cleric may well teach, write or govern."""
_FAR_FROM_CHURCH = _FAR_FROM_FAITH | {"military"}
"""And some lead a militia, but no bishop does."""
_NOTHING: frozenset[str] = frozenset()
_FEWEST = 3
"""Words of a trade that make an article one about it."""
_YEARS_APART = 3
"""Years from which two births are those of two people."""


Question: TypeAlias = Literal["told", "ages", "tenure", "play", "mentions"]
"""What an article may be asked of a person; of sport, the whole article."""


class _Beside(NamedTuple):
    """What stands in front of a name, in its sentence, and behind it, in its paragraph."""

    before: str
    behind: str

    @property
    def appositions(self) -> tuple[str, str]:
        """What may say who the one named is."""
        is_told = _APPOSITION.match(self.behind)
        behind = _STOP.split(self.behind[:_BEHIND])[0] if is_told else ""
        return _OWNER.sub("", self.before), _OWNER.sub("", behind)

    def list_ages(self) -> Iterator[str]:
        """The ages told, in figures."""
        for match in chain(_AGE.finditer(self.before), _SAME_AGE.finditer(self.behind)):
            yield from filter(None, match.groups())


class Answer(Record):
    """What was asked of an article, and what it says."""

    question: Question
    index: int
    """Of the person; `LISTED` where it is asked of the whole article."""
    words: tuple[str, ...]
    """Trades, or figures, sorted; empty if it says nothing."""


class Asked(Record):
    """An article of which something was asked."""

    article: int
    digest: str
    """Of all that it may be asked of."""
    answers: tuple[Answer, ...]


class Trades:
    """The trades of those whom articles name, read when first asked for."""

    def __init__(self, readings: Sequence[Reading], trades: Topics) -> None:
        self._readings = readings
        self._trades = trades
        self._answers: dict[tuple[int, int, Question], frozenset[str]] = {}
        self._of_titles: dict[tuple[str, str], Collection[str]] = {}
        self._digests: dict[int, str] = {}
        self._said: dict[str, dict[tuple[int, Question], frozenset[str]]] = {}

    def told_of(self, naming: Naming) -> frozenset[str]:
        """The trades that stand beside the name, or in its titles."""
        if naming.index == LISTED or not (naming.local.titles or self._readings[naming.article].person_mentions):
            return _NOTHING
        return self._ask(naming.article, naming.index, "told")

    def supposed_of(self, naming: Naming) -> frozenset[str]:
        """The same, or else the sport of which the article tells."""
        return self.told_of(naming) or self._ask(naming.article, LISTED, "play")

    def born(self, naming: Naming) -> int | None:
        """The year of birth that an age told of the person comes to, give or take one."""
        reading = self._readings[naming.article]
        published = reading.article.published or ""
        if naming.index == LISTED or not reading.person_mentions or not published[:4].isdigit():
            return None
        ages = self._ask(naming.article, naming.index, "ages")
        return int(published[:4]) - int(*ages) if len(ages) == 1 else None

    def tenure_of(self, naming: Naming) -> frozenset[str]:
        """Whether the article says beside the name that an office was held formerly (`past`), or a `change` of it."""
        return _NOTHING if naming.index == LISTED else self._ask(naming.article, naming.index, "tenure")

    def is_past(self, naming: Naming) -> bool:
        """Whether the article says beside the name that an office was held formerly."""
        return _PAST in self.tenure_of(naming)

    def mentions_of(self, naming: Naming) -> int:
        """How often the article names the person."""
        return 0 if naming.index == LISTED else int(*self._ask(naming.article, naming.index, "mentions"))

    def list_asked(self) -> tuple[Asked, ...]:
        """All that was asked until now, and of which articles."""
        answers: dict[int, list[Answer]] = {}
        for article, index, question in sorted(self._answers):
            words = tuple(sorted(self._answers[article, index, question]))
            answers.setdefault(article, []).append(Answer(question=question, index=index, words=words))
        return tuple(
            Asked(article=article, digest=self._digest_text(article), answers=tuple(found))
            for article, found in answers.items()
        )

    def believe(self, asked: Iterable[Asked]) -> None:
        """Take what articles said before for what they say, wherever they stand now."""
        self._said = {one.digest: {(a.index, a.question): frozenset(a.words) for a in one.answers} for one in asked}

    def would_answer(self, asked: Iterable[Asked]) -> bool:
        """Whether these articles, asked again, say the same."""
        return all(
            one.digest == self._digest_text(one.article)
            or all(
                self._ask(one.article, answer.index, answer.question) == frozenset(answer.words)
                for answer in one.answers
            )
            for one in asked
        )

    def _digest_text(self, article: int) -> str:
        """Digest of the text, of its language, of whom it names, and where."""
        found = self._digests.get(article)
        if found is None:
            reading = self._readings[article]
            own = reading.article
            parts = own.text, own.language or "", encode(reading.people), encode(reading.person_mentions)
            found = self._digests[article] = digest(*parts)
        return found

    def _ask(self, article: int, index: int, question: Question) -> frozenset[str]:
        asked = (article, index, question)
        found = self._answers.get(asked)
        if found is None:
            said = self._said.get(self._digest_text(article)) if self._said else None
            found = said.get((index, question)) if said else None
            self._answers[asked] = found = self._read(article, index, question) if found is None else found
        return found

    def _read(self, article: int, index: int, question: Question) -> frozenset[str]:
        """What the article says of the person, or of sport."""
        match question:
            case "told":
                return self._read_told(article, index)
            case "ages":
                return frozenset(
                    str(int(age)) for words in self._list_words(article, index) for age in words.list_ages()
                )
            case "tenure":
                said = self._list_appositions(article, index)
                return _TENURE & frozenset().union(*said)
            case "play":
                return self._find_play(article)
            case "mentions":
                return frozenset({str(self._readings[article].people[index].mentions)})

    def _read_told(self, article: int, index: int) -> frozenset[str]:
        reading = self._readings[article]
        language = reading.article.language or ""
        found = [self._read_title(title, language) for title in reading.people[index].titles]
        found += self._list_appositions(article, index)
        return frozenset().union(*(trades for trades in found if _KIN not in trades)) - _TENURE

    def _list_appositions(self, article: int, index: int) -> Iterator[Collection[str]]:
        """What each of the phrases beside the name tells."""
        language = self._readings[article].article.language or ""
        for words in self._list_words(article, index):
            for said in words.appositions:
                yield self._trades.topics_of(said, language)

    def _read_title(self, title: str, language: str) -> Collection[str]:
        """The trades that a title tells: thousands are called by a few."""
        found = self._of_titles.get((title, language))
        if found is None:
            found = self._of_titles[title, language] = self._trades.topics_of(title, language)
        return found

    def _list_words(self, article: int, index: int) -> Iterator[_Beside]:
        """What stands beside each mention, up to whom the article names before and behind."""
        reading = self._readings[article]
        text, mentions = reading.article.text, reading.person_mentions
        for place, mention in enumerate(mentions):
            if mention.person == index:
                begin = mentions[place - 1].end if place else 0
                end = mentions[place + 1].start if place + 1 < len(mentions) else len(text)
                yield _Beside(
                    before=_STOP.split(text[max(begin, mention.start - _BEFORE) : mention.start])[-1],
                    behind=text[mention.end : end].partition("\n")[0],
                )

    def _find_play(self, article: int) -> frozenset[str]:
        """The branches of sport that the article tells of."""
        own = self._readings[article].article
        words = self._trades.find_phrases(fold(own.text), own.language or "")
        counts = Counter(trade for trade, _, _ in words if trade.startswith(_PLAY))
        return frozenset(counts if counts.total() >= _FEWEST else ())


def are_other_trades(left: Collection[str], right: Collection[str]) -> bool:
    """Whether nobody is told to have both: another trade, or another branch of one."""
    if not left or not right:
        return False
    if _gather_fields(left).isdisjoint(_gather_fields(right)):
        return True
    branches = [{trade for trade in trades if _BRANCH in trade} for trades in (left, right)]
    return all(branches) and branches[0].isdisjoint(branches[1])


def are_far_trades(left: Collection[str], right: Collection[str]) -> bool:
    """Whether few ever have both: who plays seldom judges, while ministers were lawyers, bankers, professors."""
    if not sets_apart(left) and not sets_apart(right):
        return False
    is_play = any(trade.startswith(_PLAY) for trade in chain(left, right))
    is_far = is_play or _is_far_from_faith(left, right) or _is_far_from_faith(right, left)
    return is_far and are_other_trades(left, right)


def do_other_work(left: Collection[str], right: Collection[str]) -> bool:
    """Whether each has a trade that is not the other's, and neither is one that people take up after another."""
    return _PASSING.isdisjoint((*left, *right)) and are_other_trades(left, right)


def sets_apart(trades: Collection[str]) -> bool:
    """Whether some other trade is far from one of these: only from sport and from faith any is."""
    return any(trade.startswith((_FAITH, _PLAY)) for trade in trades)


def _is_far_from_faith(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Whether one is a cleric and the other of a trade that clerics seldom have."""
    far = _FAR_FROM_CHURCH if _CHURCH in ours else _FAR_FROM_FAITH if _FAITH in ours else _NOTHING
    return not far.isdisjoint(theirs)


def _gather_fields(trades: Collection[str]) -> frozenset[str]:
    """The trades without their branches; those that people hold one after another are one."""
    fields = (trade.partition(_BRANCH)[0] for trade in trades)
    return frozenset("public" if field in _PUBLIC else field for field in fields)


def are_other_ages(left: int | None, right: int | None) -> bool:
    """Whether the two were born years apart."""
    return left is not None and right is not None and abs(left - right) >= _YEARS_APART
