"""Speeches: verbs of saying beside a quotation, and who says it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from newsgen.annotate.doers import POSSESSIVE, PRONOUNS, Doers
from newsgen.annotate.quotes.marks import Quotation
from newsgen.annotate.sentences import Span
from newsgen.lexicon import Lexicon
from newsgen.lexicon.folding import fold
from newsgen.records.reading import LocalPerson, PersonMention

Rule = Literal["named", "pronoun", "office", "colon", "according", "continued", "unattributed"]

# matches: he
_WORD = re.compile(r"\w+")

# matches: that read “
# not: it’s
_OPENING_MARK = re.compile(r"[“«„]|(?<!\w)[\"‘](?=\w)")

# matches: Amina Diallo:
# matches: Amina Diallo :
_COLON = re.compile(r"\s?:\s*$")

# matches:  to the foreign minister of the port,
# matches:  the spokesman for the army,
# not:  the plan
_DESCRIBED = re.compile(r"\s(?:to |que )?(?:the|a|an|its|his|her|their|le|la|les|un|une|el)\s[^,.;:“”\"«»]{2,80},\s?")

# matches:  a day after the meeting with
_AIMED = re.compile(r"\s(?:to|with|in|at|from|by|about|that|who|which|after|when|avec|dans|à|que|qui|con|en)\s")

# matches: Amina Diallo and
_AND = re.compile(r"\s(?:and|et|y|e)\s*$")

# matches: , dijo.
# matches:  , añadió,
_ALONE = re.compile(r",?\s([^\W\d_]+)(?=[.,;]|$)")

_BEHIND = 90
"""Characters behind a quotation in which its verb of saying may stand."""
_BEFORE = 160
"""Characters in front of one."""
_BESIDE = 4
"""How many words may stand between a speaker and the verb."""
_REACH = 100
"""Characters behind a verb in which its subject may stand."""

_OFFICE = 40
"""Characters beside a verb within which an office stands."""

_ARTICLES = ("the", "le", "la", "el")

_PASSIVE = frozenset(
    ("is", "are", "was", "were", "been", "est", "sont", "etait", "etaient", "fut", "ete", "es", "son", "fue", "sido")
)
"""Folded: what is or was said tells no speaker."""


class Speech(NamedTuple):
    """What tells who speaks the words of a quotation."""

    speaker: int | None
    """Index of the person; None if it is nobody known."""
    rule: Rule
    words: Span
    """The verb of saying, or the colon."""
    named: Span | None = None
    """What stands for the speaker beside it: a name, a pronoun, an office."""
    meant: PersonMention | None = None
    """Where the pronoun's person is named."""


class Passage(NamedTuple):
    """A text with all that tells of its speakers."""

    text: str
    people: Sequence[LocalPerson]
    mentions: Sequence[PersonMention]
    lexicon: Lexicon
    doers: Doers
    offices: Mapping[str, frozenset[int]]
    """Who was given each office, by its folded words."""
    first: Mapping[int, PersonMention]
    """Where each person is first named."""


def find_behind(quotation: Quotation, passage: Passage) -> Speech | None:
    """The first verb of saying behind the quotation in the same sentence."""
    text, start = passage.text, quotation.closed
    if text[quotation.end - 1] in ".…" and not text.startswith(",", start):
        return None
    end = _find_limit(start, passage)
    verb = next(_list_verbs((start, min(start + _BEHIND, end)), passage), None)
    return _find_speaker(verb, (start, min(verb.end() + _REACH, end)), quotation, passage) if verb else None


def find_front(quotation: Quotation, earliest: int, passage: Passage) -> Speech | None:
    """What leads to the quotation in the same sentence, or in the one before if that ends in a colon."""
    text = passage.text
    begin = max(quotation.opened - _BEFORE, earliest)
    end = begin + len(text[begin : quotation.opened].rstrip())
    start = max(begin, passage.doers.sentence_at(max(end - 1, 0))[0])
    if passage.doers.sentence_at(quotation.opened)[0] >= end and not text.endswith(":", start, end):
        return None
    verbs = [*_list_verbs((start, end), passage)]
    if not verbs:
        return _find_named_by_colon((start, end), passage)
    return _find_speaker(verbs[-1], (start, end), quotation, passage)


def find_left_out(speech: Speech, quotation: Quotation, passage: Passage) -> Speech | None:
    """Whom a Spanish verb of saying without a subject means: the only one that the sentence before tells of."""
    alone = _ALONE.match(passage.text, quotation.closed)
    if alone is None or alone.span(1) != speech.words:
        return None
    if fold(alone[1]) not in passage.lexicon.grammar.section("es")["saying"]:
        return None
    before = passage.doers.sentence_at(max(passage.doers.sentence_at(quotation.opened)[0] - 1, 0))
    if "\n\n" in passage.text[before[1] : quotation.opened]:
        return None
    named = [*passage.doers.list_named(before)]
    meant = passage.doers.find_only_doer(before[1])
    if meant is None or any(one.person != meant.person for one in named):
        return None
    return Speech(meant.person, "pronoun", speech.words, None, meant)


def _find_limit(place: int, passage: Passage) -> int:
    """Where the sentence of a quotation's closing mark ends, or another quotation begins."""
    end = min(max(passage.doers.sentence_at(place - 1)[1], place), place + _BEHIND + _REACH)
    mark = _OPENING_MARK.search(passage.text, place, end)
    return mark.start() if mark else end


def _find_named_by_colon(span: Span, passage: Passage) -> Speech | None:
    """The person right in front of a colon: "Amina Diallo: “…”"."""
    found = _COLON.search(passage.text, *span)
    if found is None:
        return None
    mention = next((m for m in passage.doers.list_named(span) if m.end == found.start()), None)
    if mention is None or passage.doers.is_object(mention):
        return None
    return Speech(mention.person, "colon", found.span(), (mention.start, mention.end))


def _list_verbs(span: Span, passage: Passage) -> Iterator[re.Match[str]]:
    """The verbs of saying in a stretch of text, but for what "was said"."""
    grammar, before = passage.lexicon.grammar, ""
    for word in _WORD.finditer(passage.text, *span):
        is_verb = grammar.has("saying", word[0]) and fold(before) not in _PASSIVE
        if is_verb or any(grammar.has(kind, word[0]) for kind in ("according", "saying-on")):
            yield word
        before = word[0]


def _find_speaker(verb: re.Match[str], span: Span, quotation: Quotation, passage: Passage) -> Speech:
    """Who says it: one named beside the verb, or one for whom a pronoun or an office beside it stands."""
    grammar = passage.lexicon.grammar
    according = grammar.has("according", verb[0])
    front = None if according else _find_in_front(verb, span, quotation, passage)
    speech = front or _find_inverted(verb, span, quotation, passage)
    if speech is None and not according:
        speech = _find_head(verb, passage) or _find_office(verb, span, passage)
    if speech and according and speech.rule == "named":
        return speech._replace(rule="according")
    return speech or Speech(None, "unattributed", verb.span())


def _find_in_front(verb: re.Match[str], span: Span, quotation: Quotation, passage: Passage) -> Speech | None:
    """The name or pronoun nearest in front of the verb, a few words between at most."""
    ends = {mention.end: mention for mention in passage.doers.list_named((span[0], verb.start()))}
    words = [*_WORD.finditer(passage.text, max(span[0], verb.start() - _REACH), verb.start())]
    for word in reversed(words[-_BESIDE:]):
        if word[0].casefold() in PRONOUNS:
            return _ask_pronoun(word, verb, quotation, passage)
        mention = ends.get(word.end())
        if mention:
            if passage.doers.is_object(mention) or _is_joined(mention, passage):
                return None
            return Speech(mention.person, "named", verb.span(), (mention.start, mention.end))
    return None


def _is_joined(mention: PersonMention, passage: Passage) -> bool:
    """Whether somebody else does it too: "Ada Berg and Peter Okoye said"."""
    both = _AND.search(passage.text, max(mention.start - _REACH, 0), mention.start)
    if both is None:
        return False
    return any(one.end == both.start() for one in passage.doers.list_named((both.start() - _REACH, both.start())))


def _find_inverted(verb: re.Match[str], span: Span, quotation: Quotation, passage: Passage) -> Speech | None:
    """The name or pronoun behind the verb: "said Amina Diallo", "dit-il", "said the mayor, Amina Diallo"."""
    text, start = passage.text, verb.end()
    word = _WORD.search(text, start, span[1])
    if word and word.start() - start == 1 and word[0].casefold() in PRONOUNS:
        return _ask_pronoun(word, verb, quotation, passage)
    mention = next(passage.doers.list_named((start, max(span[1], start))), None)
    if start < quotation.opened and passage.lexicon.grammar.has("saying-to", verb[0]):
        return None
    if mention is None or not _leads_to(text[start : mention.start], passage.lexicon):
        return None
    if POSSESSIVE.match(text, mention.end):
        return None
    return Speech(mention.person, "named", verb.span(), (mention.start, mention.end))


def _leads_to(between: str, lexicon: Lexicon) -> bool:
    """Whether nothing but the person's description stands between a verb and its subject behind it."""
    words = between.split()
    if words and between.rstrip().endswith((",", ";", ":")):
        return _DESCRIBED.fullmatch(between) is not None and not _AIMED.search(between[len(words[0]) + 1 :])
    if len(words) == 1:
        return words[0] in ("to", "by") or not _AIMED.fullmatch(f" {words[0]} ")
    return len(words) <= _BESIDE and all(word[0].isupper() or lexicon.names.title_word(word) for word in words)


def _find_head(verb: re.Match[str], passage: Passage) -> Speech | None:
    """The person whom the sentence begins with, an apposition between; of a participle, whom it tells of."""
    mention = passage.doers.find_subject(verb.start())
    if mention is None and passage.lexicon.grammar.has("saying-on", verb[0]):
        mention = passage.doers.find_only_doer(verb.start())
    return Speech(mention.person, "named", verb.span(), (mention.start, mention.end)) if mention else None


def _ask_pronoun(word: re.Match[str], verb: re.Match[str], quotation: Quotation, passage: Passage) -> Speech:
    """The person for whom the pronoun beside the verb stands, as far as that is clear."""
    place = min(word.start(), quotation.opened)
    meant = passage.doers.find_antecedent(place, PRONOUNS[word[0].casefold()], strictly=False)
    return read_pronoun(verb.span(), word.span(), meant)


def read_pronoun(verb: Span, pronoun: Span, meant: PersonMention | None) -> Speech:
    """The speech of a pronoun's person."""
    if meant is None:
        return Speech(None, "unattributed", verb, pronoun)
    return Speech(meant.person, "pronoun", verb, pronoun, meant)


def _find_office(verb: re.Match[str], span: Span, passage: Passage) -> Speech | None:
    """The only person of the article who was given the office beside the verb: "the mayor said", "said the mayor"."""
    if not passage.offices:
        return None
    before = _fold_words(passage.text[max(span[0], verb.start() - _OFFICE) : verb.start()])
    behind = _fold_words(passage.text[verb.end() : min(verb.end() + _OFFICE, span[1])])
    phrases = [before[-count:] for count in range(1, len(before) + 1)]
    phrases += [behind[1 : 1 + count] for count in range(1, len(behind)) if behind[0] in _ARTICLES]
    bearers = frozenset(person for words in phrases for person in passage.offices.get(" ".join(words), ()))
    meant = passage.first.get(min(bearers)) if len(bearers) == 1 else None
    if meant is None or meant.start > verb.start():
        return None
    return Speech(meant.person, "office", verb.span(), None, meant)


def list_offices(people: Sequence[LocalPerson]) -> dict[str, frozenset[int]]:
    """Who was given each office, by its folded words."""
    offices: dict[str, frozenset[int]] = {}
    for person, one in enumerate(people):
        for title in one.titles:
            key = " ".join(_fold_words(title))
            offices[key] = offices.get(key, frozenset()) | {person}
    return offices


def _fold_words(text: str) -> list[str]:
    """The folded words of a text."""
    return _WORD.findall(fold(text))
