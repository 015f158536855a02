"""Quotations: direct speech and, where the text clearly tells, who speaks.

One or two words in quotation marks are no quotation. The speaker is a person named beside a verb of saying in the
same sentence, behind the quotation or in front of it; a pronoun stands for the doer of the sentence before, and a
pronoun or an office ("he", "the prime minister") else for the one who spoke last in the article. A quotation right
behind another one of the same paragraph goes on with it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsgen.annotate.material import Material
from newsgen.annotate.sentences import Span
from newsgen.lexicon.folding import fold
from newsgen.lexicon.grammar import Grammar
from newsgen.records.article import Article
from newsgen.records.reading import LocalPerson, PersonMention, Quote

# matches: “We will not leave,”
# matches: "We will not leave,"
# matches: « Nous resterons »
# matches: ‘We will not leave,’
_QUOTATION = re.compile(
    r"“([^“”\n]{1,4000}+)”"
    r"|\"([^\"\n]{1,4000}+)\""
    r"|«([^«»\n]{1,4000}+)»"
    r"|(?<!\w)‘([^‘’\n]{1,4000}+(?:’\w[^‘’\n]{0,4000}+)*)’(?!\w)"
)

# matches: he
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")

# matches: left. He
_BORDER = re.compile(r"[.!?…][”\"»’]?\s")

_BEHIND = 90
"""Characters behind a quotation in which its verb of saying may stand."""
_BEFORE = 160
"""Characters in front of one."""
_BESIDE = 4
"""How many words may stand between a speaker and the verb."""


class Speech(NamedTuple):
    """A verb of saying with its speaker."""

    verb: int
    """Offset of the verb."""
    speaker: int | None
    """Index of the person; None if it is nobody known."""
    rule: str


def find_quotes(
    article: Article, people: Sequence[LocalPerson], mentions: Sequence[PersonMention], material: Material
) -> tuple[Quote, ...]:
    """Direct speech of at least three words in the body, with its speakers."""
    spans = [span for span in _list_quotations(article) if len(_WORD.findall(article.text, *span)) >= 3]
    if not spans:
        return ()
    speeches = list(_list_speeches(article, people, mentions, material))
    quotes: list[Quote] = []
    for span in spans:
        quotes.append(_attribute(article.text, span, speeches, quotes))
    return tuple(quotes)


def _list_quotations(article: Article) -> Iterator[Span]:
    """Spans between quotation marks, without the marks and the white space inside them."""
    for found in _QUOTATION.finditer(article.text, article.body_start):
        start, end = found.span(found.lastindex or 0)
        inner = article.text[start:end]
        yield start + len(inner) - len(inner.lstrip()), end - (len(inner) - len(inner.rstrip()))


def _list_speeches(
    article: Article, people: Sequence[LocalPerson], mentions: Sequence[PersonMention], material: Material
) -> Iterator[Speech]:
    """Every verb of saying outside quotation marks, with who says it."""
    last: int | None = None
    named = {mention.start: mention for mention in mentions}
    ends = {mention.end: mention for mention in mentions}
    words = list(_WORD.finditer(article.text, article.body_start))
    doers = Doers(article.text, material.sentences, mentions)
    for index, word in enumerate(words):
        kind = _verb_kind(word[0], material.lexicon.grammar)
        if kind is None or (kind == "saying" and index and fold(words[index - 1][0]) in _PASSIVE):
            continue
        near = _find_person(article.text, words, index, (named, ends), after_only=kind == "according")
        near = doers.find_subject(word.start()) if near is None else near
        rule = "named"
        if near is None:
            doer = doers.find_before(word.start())
            near = _find_stand_in(article.text, words, index, people, (last, doer))
            rule = "unattributed" if near is None else "stand-in"
        last = last if near is None else near
        yield Speech(word.start(), near, rule)


# matches: , who leads the council, also
# matches: , porte-parole du conseil, l’a
_APPOSITION = re.compile(r",[^,]++(?:,[^,]++){0,2},\s(?:(?:has|had|also|then|later|(?:l[’'])?a(?:vait)?|ha|había)\s)?")

# matches: made public by
# matches: lu par le
_BY = re.compile(r"\b(?:by|par|por)(?: (?:the|le|la|el))?\s*$")

_ARTICLE = 4
"""Characters in front of a name that begins its sentence: "The", "Le"."""


class Doers(NamedTuple):
    """Who does what the sentences of a text tell."""

    text: str
    sentences: Sequence[Span]
    mentions: Sequence[PersonMention]

    def find_subject(self, verb: int) -> int | None:
        """The person whom the sentence begins with, if nothing but an apposition stands between name and verb."""
        start = self.sentences[self._number_of(verb)][0]
        mention = self._first_behind(start)
        if mention is None or mention.start > start + _ARTICLE or mention.end >= verb:
            return None
        return mention.person if _APPOSITION.fullmatch(self.text, mention.end, verb) else None

    def find_before(self, verb: int) -> int | None:
        """The person whom the sentence before, in the same paragraph, begins with, or names behind "by"."""
        number = self._number_of(verb)
        if not number or "\n\n" in self.text[self.sentences[number - 1][0] : verb]:
            return None
        start, end = self.sentences[number - 1]
        at = bisect_left(self.mentions, start, key=_start_of)
        for mention in self.mentions[at : bisect_left(self.mentions, end, key=_start_of)]:
            if mention.start <= start + _ARTICLE or _BY.search(self.text, start, mention.start):
                return mention.person
        return None

    def _number_of(self, place: int) -> int:
        """Which sentence the place is in."""
        return max(bisect_right(self.sentences, place, key=_begin_of) - 1, 0)

    def _first_behind(self, start: int) -> PersonMention | None:
        """The first mention from a place on."""
        at = bisect_left(self.mentions, start, key=_start_of)
        return self.mentions[at] if at < len(self.mentions) else None


def _start_of(mention: PersonMention) -> int:
    """Where the mention begins."""
    return mention.start


def _begin_of(sentence: Span) -> int:
    """Where the sentence begins."""
    return sentence[0]


@lru_cache(maxsize=1 << 15)
def _verb_kind(word: str, grammar: Grammar) -> str | None:
    """`saying`, `according`, or None; remembered, for every word of an article is asked."""
    return next((kind for kind in ("saying", "according") if grammar.has(kind, word)), None)


def _find_person(
    text: str,
    words: Sequence[re.Match[str]],
    at: int,
    mentions: tuple[dict[int, PersonMention], dict[int, PersonMention]],
    *,
    after_only: bool,
) -> int | None:
    """The person named directly in front of the verb, or directly behind it."""
    by_start, by_end = mentions
    if not after_only:
        for back in range(1, _BESIDE + 1):
            word = words[at - back] if at >= back else None
            if word is None or _BORDER.search(text, word.start(), words[at].start()):
                break
            mention = by_end.get(word.end())
            if mention:
                return mention.person
    for word in words[at + 1 : at + 3]:
        mention = by_start.get(word.start())
        if mention and not _BORDER.search(text, words[at].end(), word.start()):
            return mention.person
    return None


def _find_stand_in(
    text: str,
    words: Sequence[re.Match[str]],
    at: int,
    people: Sequence[LocalPerson],
    persons: tuple[int | None, int | None],
) -> int | None:
    """The doer of the sentence before or else who spoke last, if a pronoun or their office stands beside the verb."""
    last, doer = persons
    if last is None and doer is None:
        return None
    beside = [word for word in words[max(at - 2, 0) : at + 2] if word is not words[at]]
    window = text[beside[0].start() : beside[-1].end()] if beside else ""
    if _BORDER.search(window):
        beside = [word for word in beside if not _BORDER.search(text, word.start(), words[at].start())]
    spoken = {fold(word[0]) for word in beside}
    if spoken & _PRONOUNS:
        return last if doer is None else doer
    if last is None:
        return None
    front = fold(text[max(words[at].start() - 40, 0) : words[at].start()]).rstrip()
    return last if any(front.endswith(fold(title)) for title in people[last].titles) else None


_PASSIVE = frozenset(
    ("is", "are", "was", "were", "been", "est", "sont", "etait", "etaient", "fut", "ete", "es", "son", "fue", "sido")
)
"""Folded: what is or was said tells no speaker."""

_PRONOUNS = frozenset(("he", "she", "il", "elle", "el", "ella"))
"""Folded."""


def _attribute(text: str, span: Span, speeches: Sequence[Speech], quotes: Sequence[Quote]) -> Quote:
    """The quotation with its speaker."""
    start, end = span
    before = quotes[-1] if quotes else None
    speech = _find_behind(text, span, speeches) or _find_front(text, span, speeches, before)
    if speech:
        return Quote(start=start, end=end, speaker=speech.speaker, rule=speech.rule)
    if before and before.speaker is not None and _goes_on(text[before.end : start]):
        return Quote(start=start, end=end, speaker=before.speaker, rule="continued")
    return Quote(start=start, end=end, speaker=None, rule="unattributed")


def _find_behind(text: str, span: Span, speeches: Sequence[Speech]) -> Speech | None:
    """The verb of saying behind the quotation in the same sentence."""
    at = bisect_left(speeches, span[1], key=_verb_of)
    speech = speeches[at] if at < len(speeches) else None
    if speech is None or speech.verb > span[1] + _BEHIND or _is_cut_off(text, (span[1], speech.verb)):
        return None
    return speech


def _find_front(text: str, span: Span, speeches: Sequence[Speech], before: Quote | None) -> Speech | None:
    """The verb of saying in front of the quotation in the same sentence, behind the quotation before it."""
    at = bisect_left(speeches, span[0], key=_verb_of) - 1
    speech = speeches[at] if at >= 0 else None
    earliest = max(span[0] - _BEFORE, before.end if before else 0)
    if speech is None or speech.verb < earliest:
        return None
    lead = text[speech.verb : span[0]].rstrip('“"«‘ \u00a0\u202f')
    return None if _BORDER.search(lead) or lead.endswith((".", "!", "?")) or "\n\n" in lead else speech


def _verb_of(speech: Speech) -> int:
    """Where its verb stands."""
    return speech.verb


def _goes_on(between: str) -> bool:
    """Whether what lies between two quotations lets the second go on with the first."""
    return "\n\n" not in between and len(between) < _BEHIND


def _is_cut_off(text: str, span: Span) -> bool:
    """Whether a sentence's end, a paragraph's end or another quotation lies between a quotation and the verb."""
    between = text[span[0] : span[1]]
    closing = between.lstrip('”"»’ \u00a0\u202f')
    ended = text[span[0] - 1 : span[0]] in (".", "…") or closing.startswith((". ", ".\n"))
    return ended or "\n\n" in between or bool(_BORDER.search(closing)) or any(mark in closing for mark in '“"«')
