"""Measures how well newsgen reads its sample archive, against the labels of a careful human editor.

    make accuracy    the figures, and every miss with the line of its clipping

With `--raise` behind `python -m accuracy.score` risen figures are also written to floors.yaml.

`labels.yaml` tells what the labels mean. Every measure counts things found and things labelled; precision is the share
of the found that is labelled, recall the share of the labelled that is found.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

import yaml

from accuracy.labelled import HERE, OPTIONAL, SITE, Labelled, Wanted, pair, read_archive, read_labels
from newsgen.config import load_config
from newsgen.lexicon import load_lexicon
from newsgen.records.archive import Archive
from newsgen.records.entities import Event
from newsgen.records.reading import Report

FLOORS = HERE / "floors.yaml"


class Tally(NamedTuple):
    """One measure: how much was found, labelled, and right; and what was not."""

    found: int
    labelled: int
    right: int
    misses: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        return round(100 * self.right / self.found, 1) if self.found else 100.0

    @property
    def recall(self) -> float:
        return round(100 * self.right / self.labelled, 1) if self.labelled else 100.0

    @property
    def f1(self) -> float:
        both = self.found + self.labelled
        return round(200 * self.right / both, 1) if both else 100.0


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them as one."""
    parts = list(tallies)
    found, labelled, right = (
        sum((tally.found, tally.labelled, tally.right)[field] for tally in parts) for field in range(3)
    )
    return Tally(found, labelled, right, tuple(miss for tally in parts for miss in tally.misses))


# --- measures of one clipping


def compare(found: set[str], labelled: set[str], allowed: set[str], where: str) -> Tally:
    """Two sets against each other; what is allowed counts neither way."""
    found = found - (allowed - labelled)
    misses = [f"{where}: missed {one}" for one in sorted(labelled - found)]
    misses += [f"{where}: wrong {one}" for one in sorted(found - labelled)]
    return Tally(len(found), len(labelled), len(found & labelled), tuple(misses))


def score_countries(one: Labelled, *, primary: bool) -> Tally:
    words = one.label["primary" if primary else "countries"].split()
    allowed = {match[1] for word in words if (match := OPTIONAL.fullmatch(word))}
    found = {count.code for count in one.article.reading.countries if count.primary or not primary}
    return compare(found, {word for word in words if not OPTIONAL.fullmatch(word)}, allowed, one.at(0))


def match_people(one: Labelled) -> dict[int, str]:
    """The labelled name of each local person that shares a form with it; each name once."""
    people: dict[int, str] = {}
    for number in range(len(one.article.reading.people)):
        names = {m.name for m in one.article.reading.person_mentions if m.person == number}
        for name, forms in one.label["people"].items():
            plain = [form.replace("(", "").replace(")", "") for form in forms]
            if name not in people.values() and any(form.endswith(written) for form in plain for written in names):
                people[number] = name
                break
    return people


def score_people(one: Labelled) -> Tally:
    names = match_people(one)
    found = [n for n, person in enumerate(one.article.people) if person is not None]
    wrong = [f"wrong {one.article.reading.people[n].name}" for n in found if n not in names]
    missed = [f"missed {name}" for name in one.label["people"] if name not in names.values()]
    misses = tuple(f"{one.at(0)}: {miss}" for miss in wrong + missed)
    return Tally(len(found), len(one.label["people"]), len(found) - len(wrong), misses)


def score_forms(one: Labelled) -> Tally:
    """How each person is written, title and all."""
    names = match_people(one)
    people = one.article.reading.people
    forms = {name: set(people[n].forms) for n, name in names.items()}
    found = {f"{name}: {form}" for name in forms for form in forms[name]}
    wanted = {
        f"{name}: {chosen}"
        for name, written in one.label["people"].items()
        for form in written
        if (chosen := choose(form, forms.get(name, set())))
    }
    return compare(found, wanted, set(), one.at(0))


def choose(form: str, found: set[str]) -> str:
    """The form without brackets: with what they hold if it was found so; empty if all of it may be left out."""
    whole = form.replace("(", "").replace(")", "")
    if "(" not in form or whole in found:
        return whole
    before, _, behind = form.partition("(")
    return " ".join((before + behind.partition(")")[2]).split())


def score_dates(one: Labelled) -> Tally:
    """Expressions found (any overlap) with the value that was labelled."""
    article = one.article.reading.article
    left = [mention for mention in one.article.reading.dates if mention.start >= article.body_start]
    right, misses = 0, []
    for wanted in one.dates:
        hits = [m for m in left if m.start < wanted.start + len(wanted.text) and wanted.start < m.end]
        good = [m for m in hits if m.value in wanted.values][:1]
        right += len(good) * (not wanted.optional)
        left = [m for m in left if m not in (hits if wanted.optional else good)]
        if not good and not wanted.optional:
            got = ", ".join(f"{m.surface} = {m.value}" for m in hits) or "nothing"
            misses.append(f"{one.at(wanted.start)}: missed {wanted.text} = {wanted.values[0]}; found {got}")
    misses += [f"{one.at(m.start)}: wrong {m.surface} = {m.value}" for m in left]
    labelled = sum(not wanted.optional for wanted in one.dates)
    return Tally(right + len(left), labelled, right, tuple(misses))


def match_events(one: Labelled) -> dict[int, Wanted]:
    """The labelled event of each report that tells it: the same sentence, date and kind."""
    events: dict[int, Wanted] = {}
    for number, report in enumerate(one.article.reading.reports):
        for wanted in one.events:
            if wanted not in events.values() and tells(report, wanted):
                events[number] = wanted
                break
    return events


def tells(report: Report, wanted: Wanted) -> bool:
    """Whether the report is of the labelled event."""
    same_kind = (report.kind == "announced") == wanted.announced
    return report.start <= wanted.start < report.end and report.date in wanted.values and same_kind


def score_events(one: Labelled) -> Tally:
    events = match_events(one)
    reports, text = one.article.reading.reports, one.article.reading.article.text
    right = sum(not wanted.optional for wanted in events.values())
    wrong = [
        f"{one.at(report.start)}: wrong {report.date} {report.kind}: {text[report.start : report.end][:70]}"
        for number, report in enumerate(reports)
        if number not in events
        and not any(wanted.optional and report.start <= wanted.start < report.end for wanted in one.events)
    ]
    missed = [w for w in one.events if not w.optional and w not in events.values()]
    misses = [f"{one.at(w.start)}: missed {w.values[0]}{' announced' * w.announced}: {w.text}" for w in missed]
    labelled = sum(not wanted.optional for wanted in one.events)
    return Tally(right + len(wrong), labelled, right, tuple(misses + wrong))


def score_quotes(one: Labelled) -> Tally:
    reading, names = one.article.reading, match_people(one)
    text = reading.article.text
    found = {
        f"“{text[quote.start : quote.end]}” {names.get(quote.speaker, '?') if quote.speaker is not None else '?'}"
        for quote in reading.quotes
    }
    labelled = {f"“{words}” {who}" for entry in one.label.get("quotes", ()) for words, who in entry.items()}
    return compare(found, labelled, set(), one.at(reading.quotes[0].start if reading.quotes else 0))


# --- measures of the archive


def score_pairs(all_labelled: Sequence[Labelled]) -> Tally:
    """Pairs of persons of two clippings that are one person."""
    units: list[tuple[str, str | None, str]] = []
    for one in all_labelled:
        ids = {name: one.article.people[number] for number, name in match_people(one).items()}
        units += [(name, ids.get(name), one.at(0)) for name in one.label["people"]]
    found = labelled = right = 0
    misses: Counter[str] = Counter()
    for (name, person, _), (other_name, other_person, _) in combinations(units, 2):
        joined, same = person is not None and person == other_person, name == other_name
        found, labelled, right = found + joined, labelled + same, right + (joined and same)
        if joined != same:
            misses[f"wrong {name} = {other_name}" if joined else f"missed {name}: {person}, {other_person}"] += 1
    told = tuple(f"people.yaml:1: {miss} ({count} pairs)" for miss, count in sorted(misses.items()))
    return Tally(found, labelled, right, told)


def score_report_pairs(all_labelled: Sequence[Labelled], archive: Archive) -> Tally:
    """Pairs of labelled events that are one happening; one that was not read is joined to none."""
    events = {(r.article, r.report): event.id for event in archive.events for r in event.reports}
    units = [
        (wanted.of, events.get((n, numbers.get(wanted, -1))), one.at(wanted.start))
        for n, one in enumerate(all_labelled)
        for numbers in [{wanted: number for number, wanted in match_events(one).items()}]
        for wanted in one.events
        if wanted.of and not wanted.optional
    ]
    found = labelled = right = 0
    misses: Counter[tuple[str, str]] = Counter()
    for (of, event, place), (other_of, other_event, _) in combinations(units, 2):
        joined, same = event is not None and event == other_event, bool(set(of) & set(other_of))
        if same and not joined and len(of) + len(other_of) > 2:
            continue  # one of them tells two happenings at once and may stand with either
        found, labelled, right = found + joined, labelled + same, right + (joined and same)
        if joined != same:
            misses[
                place, f"{event} = {' '.join(other_of)}" if joined else f"{' '.join(of)}: {event}, {other_event}"
            ] += 1
    told = (f"{place}: {'wrong' if ' = ' in miss else 'missed'} {miss}" for place, miss in sorted(misses))
    return Tally(found, labelled, right, tuple(told))


def score_timeline(all_labelled: Sequence[Labelled], archive: Archive, dates: dict[str, str]) -> dict[str, Tally]:
    """Entries: one for each happening. Sources: the clippings that an entry cites. Dates: each entry's."""
    told = {(n, number): w for n, one in enumerate(all_labelled) for number, w in match_events(one).items()}
    entries = [archive.events[number] for number in archive.timelines[0].events]
    cited = [{(report.article, report.report) for report in event.reports} for event in entries]
    owners = own_entries(cited, told)
    sources = {
        (happening, n) for n, one in enumerate(all_labelled) for w in one.events if not w.optional for happening in w.of
    }
    return {
        "timeline entries": score_entries(entries, owners, {happening for happening, _ in sources}),
        "timeline sources": score_sources(all_labelled, cited, (owners, told), sources),
        "timeline dates": score_entry_dates(entries, owners, dates),
    }


def own_entries(cited: Sequence[set[tuple[int, int]]], told: dict[tuple[int, int], Wanted]) -> dict[int, str]:
    """The happening of each entry: entries and happenings with the most reports in common choose each other first."""
    common = Counter(
        (n, of) for n, reports in enumerate(cited) for one in reports if one in told for of in told[one].of
    )
    owners: dict[int, str] = {}
    for (entry, happening), _ in sorted(common.items(), key=lambda item: (-item[1], item[0])):
        if entry not in owners and happening not in owners.values():
            owners[entry] = happening
    return owners


def score_entries(entries: Sequence[Event], owners: dict[int, str], happenings: set[str]) -> Tally:
    missed = [f"site.yaml:1: missed {happening}" for happening in sorted(happenings - set(owners.values()))]
    wrong = [f"site.yaml:1: wrong {entry.id}" for number, entry in enumerate(entries) if number not in owners]
    return Tally(len(entries), len(happenings), len(set(owners.values()) & happenings), tuple(missed + wrong))


def score_sources(
    all_labelled: Sequence[Labelled],
    cited: Sequence[set[tuple[int, int]]],
    matches: tuple[dict[int, str], dict[tuple[int, int], Wanted]],
    wanted: set[tuple[str, int]],
) -> Tally:
    owners, told = matches
    found: set[tuple[str, int]] = set()
    for number, reports in enumerate(cited):
        for one in reports:
            optional = one in told and told[one].optional
            right = one in told and owners.get(number) in told[one].of
            if not optional:
                found.add((owners[number] if right else f"entry {number + 1}", one[0]))
    paths = [one.article.clipping.path for one in all_labelled]
    misses = [f"{paths[n]}:1: missed {name}" for name, n in sorted(wanted - found)]
    misses += [f"{paths[n]}:1: wrong {name}" for name, n in sorted(found - wanted)]
    return Tally(len(found), len(wanted), len(found & wanted), tuple(misses))


def score_entry_dates(entries: Sequence[Event], owners: dict[int, str], dates: dict[str, str]) -> Tally:
    wrong = [
        f"site.yaml:1: {owners[number]}: {entries[number].date}, not {dates[owners[number]].split()[0]}"
        for number in sorted(owners)
        if entries[number].date != dates[owners[number]].split()[0]
    ]
    return Tally(len(owners), len(owners), len(owners) - len(wrong), tuple(wrong))


def score() -> dict[str, Tally]:
    """Every measure of the sample archive, by name."""
    config = load_config(SITE, load_lexicon().gazetteer.code_of)
    archive, labels = read_archive(config), read_labels()
    labelled = pair(archive, labels)
    return {
        "countries": total(score_countries(one, primary=False) for one in labelled),
        "primary countries": total(score_countries(one, primary=True) for one in labelled),
        "people": total(map(score_people, labelled)),
        "people as written": total(map(score_forms, labelled)),
        "person pairs": score_pairs(labelled),
        "dates": total(map(score_dates, labelled)),
        "events": total(map(score_events, labelled)),
        "report pairs": score_report_pairs(labelled, archive),
        "quotes": total(map(score_quotes, labelled)),
        **score_timeline(labelled, archive, labels["timeline"]),
    }


def main(arguments: Sequence[str]) -> None:
    figures = score()
    for name, tally in figures.items():
        print(f"\n{name}", *tally.misses, sep="\n  ")
    print(f"\n{'':20}{'precision':>10}{'recall':>8}{'F1':>8}{'found':>8}{'labelled':>10}")
    for name, t in figures.items():
        print(f"{name:20}{t.precision:10}{t.recall:8}{t.f1:8}{t.found:8}{t.labelled:10}")
    if "--raise" in arguments:
        raise_floors(figures)


def raise_floors(figures: dict[str, Tally]) -> None:
    """Write the figures that are above their floors."""
    floors = yaml.safe_load(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    head = "# F1 of each measure of `make accuracy`, in per cent. The figures may only rise.\n"
    lines = [f"{name}: {max(floors.get(name, 0), tally.f1)}\n" for name, tally in figures.items()]
    FLOORS.write_text(head + "".join(lines), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
