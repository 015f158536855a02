"""States: what was so at a time, which is no happening, each with the words that say so."""

import re

from newsgen.annotate.reports.context import Told
from newsgen.annotate.sentences import Span
from newsgen.edtf import precision
from newsgen.lexicon.cued import Cued, Ended

# matches: , and
# not: , on
_OPENING = re.compile(r"^\W*+(?:(?:and|but|et|mais|y|pero)\b\W*+)?$")

# matches: About 1,000 soldiers were in the country
# matches: 1 100 militaires étaient encore présents
# matches: 400 soldados seguían en
# matches: there were some 1,100
# matches: il y avait près de 300
# matches: los cerca de 900 que había
# matches: los cerca de mil que había
# not: 40 people were killed
# matches: there were 1,100.
# not: there were 12 arrests
_STANDING = re.compile(
    r"\b[Tt]here (?:were|had been) (?:still )?(?:some|about|around|nearly|almost|roughly|more than|only) \d"
    r"|\b[Tt]here (?:were|had been) (?:still )?\d[\d.,]*(?:[.;]| (?:of them|men|soldiers|troops)\b)"
    r"|\b[Ii]l y avait (?:environ|près de|quelque|encore) \d|(?:\d|\bmil|\bcien(?:tos)?) (?:[^\W\d_]+ ){0,2}que había\b"
    r"|\d (?:[^\W\d_]+ ){1,4}?(?:(?:were|are|étaient|sont|estaban|están) "
    r"(?:(?:still|then|already|encore|alors|déjà|aún|todavía) )?"
    r"(?:in|at|on|there|present|stationed|based|deployed|présents|stationnés|basés|déployés|en|dans|à|sur|desplegados"
    r"|presentes)|remained|restaient|seguían)\b"
)
_STANDINGS = Cued("were been are avait había étaient sont están estaban remained restaient seguían", _STANDING)

# matches: before
# matches: Avant
# not: before the summer of
_BEFORE = re.compile(r"\b(?:before|avant|antes de)\s*$", re.IGNORECASE)
_YEARS_BEFORE = Ended("before avant de", _BEFORE)

# matches:  has been quiet
# matches: ’s been quiet
# not:  the house was sold
_IS_STATE = re.compile(
    r"^(?: (?:has|have|had)|[’']s) been\b|^ (?:was|were|is|are|a été|était|fut|ha sido|era|fue)\b", re.IGNORECASE
)

# matches: Then came
# matches: Puis vint
# not: The news came
_CAME = re.compile(
    r"\b(?:then|and|but|puis|et|luego|y) (?:came|comes|vint|vient|llegó|llega)(?: (?:the|le|la|el))?\s*$", re.IGNORECASE
)
_ARRIVALS = Ended("came comes vint vient llegó llega the le la el", _CAME)

# matches: was quiet
# matches: était très calme
# matches: estaba en calma
# not: was quietly sold
_MOOD = re.compile(
    r"\b(?:was|were|remained|stayed|seemed|appeared|looked"
    r"|était|étaient|restai(?:t|ent)|estaban?|seguían?|permanecían?) "
    r"(?:(?:also|still|mostly|largely|relatively|unusually|very|assez|très|plutôt|encore|muy|bastante) )?"
    r"(?:quiet|calm|tense|normal|peaceful|busy|deserted|crowded"
    r"|calmes?|tendue?s?|tranquil(?:les?|[oa]s?)|en calma|tens[oa]s?)\b"
)
_MOODS = Cued("quiet calm tens normal peace busy desert crowd tend tranquil", _MOOD)

_LOOK_BACK = 24
"""Characters in front of a date or its clause in which words stand that belong to it."""


def find_time_itself(told: Told) -> Span | None:
    """What the time itself was like, or that it came: "February has been quiet", "then came the spring"."""
    text, date = told.context.text, told.date
    came = _ARRIVALS.search(text, max(told.clause.span[0], date.start - _LOOK_BACK), date.start)
    if came:
        return came.span()
    if not _OPENING.match(text[told.clause.span[0] : date.start]):
        return None
    state = _IS_STATE.match(text[date.end : told.clause.span[1]])
    return (date.start, date.end + state.end()) if state else None


def find_standing(told: Told) -> Span | None:
    """How many were there at that time: "about 1,000 soldiers were in the country at the start of the year"."""
    start, end = told.clause.span
    standing = _STANDINGS.search(told.context.text, max(start - _LOOK_BACK, told.sentence[0]), end)
    return standing.span() if standing else None


def find_before(told: Told) -> Span | None:
    """A year before which something was so, at no time that is told: "little was known of him before 2023"."""
    if precision(told.date.value or "") != "year" or "~" in (told.date.value or ""):
        return None
    start = max(told.clause.span[0], told.date.start - _LOOK_BACK)
    before = _YEARS_BEFORE.search(told.context.text, start, told.date.start)
    return before.span() if before else None


def find_mood(told: Told) -> Span | None:
    """What it was like somewhere: "the capital was quiet on Monday"."""
    mood = _MOODS.search(told.context.text, *told.clause.span)
    return mood.span() if mood else None
