from hypothesis import given

from factories import make_clipping
from newsgen.index import index
from newsgen.lexicon import load_lexicon
from newsgen.records.archive import Archive
from newsgen.records.options import SiteOptions
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from properties.resolve_archives import make_archives


@given(make_archives())
def test_drafts_leave_no_trace_and_no_gap(readings: list[Reading]) -> None:
    """Positions point to what they pointed to, and ids stay; fails if events keep the positions from before."""
    everything, public = build(readings, drafts=True), build(readings, drafts=False)
    kept = [one for one in everything.articles if not one.reading.article.draft]
    assert [(one.id, one.people, one.clipping) for one in public.articles] == [
        (one.id, one.people, one.clipping) for one in kept
    ]
    for entry in public.people:
        assert entry.articles
        for article, place in entry.person.members:
            assert public.articles[article].people[place] == entry.person.id
        assert {n for spelling in entry.person.spellings for n in spelling.articles} == set(entry.articles)
        assert {other for other, _ in entry.person.undecided} <= {one.person.id for one in public.people}
    dates = {event.id: event for event in everything.events}
    for event in public.events:
        told = [public.articles[one.article].reading.reports[one.report] for one in event.reports]
        assert [report.date for report in told] == [one.date for one in event.reports]
        assert set(event.people) <= {own for one in event.reports for own in public.articles[one.article].people}
        assert event.id in dates
        assert event.clearest < len(event.reports)


def build(readings: list[Reading], *, drafts: bool) -> Archive:
    lexicon = load_lexicon()
    clippings = [make_clipping(reading) for reading in readings]
    entities = resolve(readings, (), lexicon)
    return index(clippings, readings, entities, SiteOptions(title="T", drafts=drafts), lexicon)
