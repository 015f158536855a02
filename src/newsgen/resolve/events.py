"""Events across reports: happenings as records, with a date, the clearest sentence and an id that stays."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from newsgen.canon import digest_of
from newsgen.edtf import sort_key
from newsgen.lexicon import Lexicon
from newsgen.records import Record
from newsgen.records.entities import Event, EventDate, EventReport
from newsgen.records.texts import Carriers, count_texts
from newsgen.resolve.chronicles import Chronicle
from newsgen.resolve.eventids import give_event_ids
from newsgen.resolve.figures import compare_figures
from newsgen.resolve.fitting import find_happenings
from newsgen.resolve.happenings import Happening, Tie
from newsgen.resolve.matching import FEW_DAYS, score, weigh_dates
from newsgen.resolve.neighbours import join_neighbours
from newsgen.resolve.outcomes import join_outcomes
from newsgen.resolve.reasons import describe
from newsgen.resolve.stays import join_stays
from newsgen.resolve.strays import join_strays
from newsgen.resolve.tellings import Span, Telling, read_tellings
from newsgen.resolve.years import infer_years

_SHORT, _LONG = 60, 280
"""Characters of a sentence that is well read in a list."""
_WEEKEND, _SATURDAY = 2, 6
"""Days of a weekend, and the remainder of its first day's number by the days of a week."""
_FEWEST_NAMING, _ONE_IN = 2, 5
"""Articles, at least, and one in so many, that name what an event is said to be about."""


# matches: On Saturday it was made on foot
# matches: He was named on August 7
# matches: Le lendemain, ils sont partis
# not: Italy voted on Sunday
# not: The general said that he would stay
_FOR_NAMED = re.compile(
    r"^(?:(?:On|In|By|At|Le|La|En|El|Then|But|And)\b[^,.;:]{0,20}?,? ?\b)?"
    r"(?:he|she|it|they|this|these|those|his|her|their|such|il|elle|ils|elles|cela|ce|cette|son|sa|leur|él|ella|ellos"
    r"|esto|su|sus)\b",
    re.IGNORECASE,
)


class Events(Record):
    """The events of an archive, sorted by date and id."""

    events: tuple[Event, ...]
    made_of: tuple[str, ...]
    """Parallel to them: a digest of all that each was made of, but for its id; empty where only one report tells it."""


def find_events(
    chronicles: Sequence[Chronicle], undecided: Mapping[str, frozenset[str]], lexicon: Lexicon, before: Events | None
) -> Events:
    """All events that the articles report, each once.

    `undecided` says of people who else they may be. An event that is made of the same as one found `before` is that.
    """
    tellings = infer_years(list(read_tellings(chronicles, lexicon, undecided)))
    happenings = join_outcomes(join_neighbours(join_strays(join_stays(find_happenings(tellings)))))
    ids = give_event_ids(happenings, chronicles)
    known = dict(zip(before.made_of, before.events, strict=True)) if before else {}
    stamps = {chronicle.article: _stamp(chronicle, undecided) for chronicle in chronicles}
    made = (
        _make_or_find(happening, own, _digest(happening, stamps), known, lexicon)
        for happening, own in zip(happenings, ids, strict=True)
    )
    found = sorted(made, key=lambda one: (sort_key(one[0].date), one[0].id))
    return Events(events=tuple([event for event, _ in found]), made_of=tuple([made_of for _, made_of in found]))


def _stamp(chronicle: Chronicle, undecided: Mapping[str, frozenset[str]]) -> str:
    """Digest of all that the tellings of an article are read from, but for a year that others tell."""
    unsure = sorted((own, *sorted(undecided[own])) for own in set(chronicle.people) & undecided.keys() if own)
    return digest_of((chronicle, unsure))


def _digest(happening: Happening, stamps: Mapping[int, str]) -> str:
    """Digest of all that an event is made of, but for its id; empty for what one report tells, which is soon made."""
    if len(happening.tellings) == 1:
        return ""
    told = [(stamps[telling.report.article], telling.report.report, telling.date) for telling in happening.tellings]
    return digest_of((happening.span, told, [(_place(tie.left), _place(tie.right)) for tie in happening.ties]))


def _make_or_find(
    happening: Happening, own: str, made_of: str, known: Mapping[str, Event], lexicon: Lexicon
) -> tuple[Event, str]:
    """The event with its digest, as it was found before if it was."""
    found = known.get(made_of) if made_of else None
    if found is None:
        return _make_event(happening, _find_clearest(happening), own, lexicon), made_of
    return (found if found.id == own else replace(found, id=own)), made_of


def count_independent(events: Iterable[Event], carriers: Carriers) -> tuple[Event, ...]:
    """The events with the number of independent texts that report each."""
    return tuple(_count_texts(event, carriers) if len(event.reports) > 1 else event for event in events)


def _count_texts(event: Event, carriers: Carriers) -> Event:
    texts = count_texts({report.article for report in event.reports}, carriers)
    return replace(event, independent=texts) if texts != event.independent else event


def _make_event(happening: Happening, clearest: Telling, own: str, lexicon: Lexicon) -> Event:
    if len(happening.tellings) == 1:
        return _make_single(clearest, own)
    tellings = sorted(happening.tellings, key=_place)
    return Event(
        id=own,
        date=_choose_date(happening),
        kind="happened" if any(telling.kind == "happened" for telling in tellings) else "announced",
        topics=tuple(sorted({topic for telling in tellings for topic in telling.topics})),
        countries=_agree_on(tellings, clearest, lambda telling: telling.countries),
        people=_agree_on(tellings, clearest, lambda telling: telling.people),
        reports=_explain_reports(tellings, happening.ties, clearest),
        clearest=tellings.index(clearest),
        dates=_compare_dates(tellings, happening.span),
        figures=compare_figures(tellings, lexicon),
    )


def _make_single(telling: Telling, own: str) -> Event:
    """The event that one report tells: as it tells it."""
    return Event(
        id=own,
        date=telling.date,
        kind=telling.kind,
        topics=_sort(telling.topics),
        countries=_sort(telling.countries),
        people=_sort(telling.people),
        reports=(telling.report,),
        clearest=0,
    )


@lru_cache(maxsize=1 << 14)
def _sort(items: frozenset[str]) -> tuple[str, ...]:
    """The items by letters, the same tuple for the same ones: thousands of events share a few."""
    return tuple(sorted(items))


def _place(telling: Telling) -> tuple[int, int]:
    """Of the report: article, and which of its reports."""
    return telling.report.article, telling.report.report


def _agree_on(
    tellings: Sequence[Telling], clearest: Telling, names: Callable[[Telling], frozenset[str]]
) -> tuple[str, ...]:
    """What the clearest telling names, and what several articles name in sentences of their own."""
    naming: dict[str, list[Telling]] = {}
    for telling in tellings:
        for item in names(telling):
            naming.setdefault(item, []).append(telling)
    few = max(_FEWEST_NAMING, len({telling.path for telling in tellings}) / _ONE_IN)
    often = [item for item, those in naming.items() if len(those) >= few and _count_own(those) >= few]
    return _sort(names(clearest).union(often))


def _count_own(tellings: Sequence[Telling]) -> int:
    """How many articles tell it in sentences of their own."""
    return min(len({telling.path for telling in tellings}), len({telling.sentence for telling in tellings}))


def _explain_reports(tellings: Sequence[Telling], ties: Sequence[Tie], clearest: Telling) -> tuple[EventReport, ...]:
    """The reports, each with what it has in common with the clearest one, or else with the one that brought it here."""
    index = {_place(telling): number for number, telling in enumerate(tellings)}
    beside: dict[int, list[int]] = {}
    for tie in ties:
        left, right = index[_place(tie.left)], index[_place(tie.right)]
        beside.setdefault(left, []).append(right)
        beside.setdefault(right, []).append(left)
    first = index[_place(clearest)]
    reports = {first: clearest.report}
    waiting = [first]
    for at in waiting:
        for number in beside.get(at, ()):
            if number not in reports:
                telling = tellings[number]
                like = first if score(clearest, telling, weigh_dates(clearest, telling)) else at
                evidence = describe(tellings[like], telling)
                reports[number] = replace(telling.report, like=like, evidence=evidence)
                waiting.append(number)
    return tuple(reports[number] for number in range(len(tellings)))


def _choose_date(happening: Happening) -> str:
    """The finest date, as most of those who give it write it; of equals the plainest.

    But of what took some days, all of them: a report of one of its days tells a part.
    """
    tellings = happening.tellings
    if len(tellings) == 1:
        return tellings[0].date
    whole = [telling.date for telling in tellings if _lasts_days(telling)]
    counts = Counter(whole or [telling.date for telling in tellings if telling.span == happening.span])
    if not counts and happening.span:
        return "/".join(date.fromordinal(day).isoformat() for day in happening.span)
    return min(counts, key=lambda value: (-counts[value], len(value), value))


def _compare_dates(tellings: Sequence[Telling], whole: Span | None) -> tuple[EventDate, ...]:
    """The dates that no other one lies within, if they are several: those that the reports disagree on."""
    places: dict[Span, list[int]] = {}
    has_happened = any(telling.kind == "happened" for telling in tellings)
    for place, telling in enumerate(tellings):
        # What was announced for another day is no report of when it happened.
        is_part = whole is not None and telling.span is not None and _lies_within(telling.span, whole)
        if telling.span and not is_part and (telling.kind == "happened" or not has_happened):
            places.setdefault(telling.span, []).append(place)
    finest = [span for span in places if not any(_lies_within(other, span) for other in places)]
    if len(finest) < 2:
        return ()
    ordered = sorted(finest, key=lambda span: (-len(places[span]), span))
    return tuple(
        EventDate(date=min(tellings[place].date for place in places[span]), reports=tuple(places[span]))
        for span in ordered
    )


def _lies_within(fine: Span, coarse: Span) -> bool:
    return fine != coarse and coarse[0] <= fine[0] and fine[1] <= coarse[1]


def _lasts_days(telling: Telling) -> bool:
    """Whether it tells from which day to which it took; a weekend only says that the day is not known."""
    if telling.span is None or not 1 < telling.days <= FEW_DAYS:
        return False
    return telling.days != _WEEKEND or telling.span[0] % 7 != _SATURDAY


def _find_clearest(happening: Happening) -> Telling:
    """The telling whose sentence a reader understands best.

    It tells what has happened, by the finest date, in the language of most, says who, is neither clipped nor endless,
    tells nothing else beside, as news rather than as background, and names most of what the others name too; of equals
    one that names somebody, then the first by letters and place, so that it stays when articles arrive.
    """
    best = _keep_plainest(happening)
    if len(best) == 1:
        return best[0]
    named = Counter([item for telling in happening.tellings for item in _subjects(telling)])

    def rank(telling: Telling) -> tuple[bool, bool, bool, bool, int, bool, str, str, int]:
        return (
            _leaves_open_who(telling),
            not _SHORT <= len(telling.sentence) <= _LONG,
            telling.tells_more,
            not telling.is_news,
            -sum(named[item] - 1 for item in _subjects(telling)),
            not telling.people,
            telling.sentence,
            telling.path,
            telling.place_in_text,
        )

    return min(best, key=rank)


def _keep_plainest(happening: Happening) -> Sequence[Telling]:
    """The tellings of what has happened, by the finest date, in the language of most; the nearest to it if none is."""
    tellings = happening.tellings
    if len(tellings) == 1:
        return tellings
    languages = Counter([telling.language for telling in tellings])
    ranks = [
        (telling.kind != "happened", telling.span != happening.span, -languages[telling.language])
        for telling in tellings
    ]
    best = min(ranks)
    return [telling for telling, rank in zip(tellings, ranks, strict=True) if rank == best]


def _leaves_open_who(telling: Telling) -> bool:
    """Whether the sentence names neither a person nor a country, or begins with a word for what was named before."""
    return not (telling.people or telling.countries) or _FOR_NAMED.match(telling.sentence) is not None


def _subjects(telling: Telling) -> tuple[str, ...]:
    """Who, where and what."""
    return (*telling.people, *telling.countries, *telling.topics)
