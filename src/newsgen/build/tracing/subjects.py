"""The subjects of pages: for each kind of page a rule that tells what it is made from, or declines."""

from collections.abc import Callable, Iterable, Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from newsgen.annotate.dates.year_reasons import explain_published
from newsgen.annotate.material import gather_material
from newsgen.build.english import english
from newsgen.build.places import find_lines
from newsgen.build.tracing.countries import trace_country
from newsgen.build.tracing.events import list_events, tell_conditions
from newsgen.build.tracing.passages import Sources
from newsgen.build.tracing.people import trace_person
from newsgen.build.tracing.told import OpenMention, Traced, TracedItem
from newsgen.errors import Diagnostic, UsageError
from newsgen.layout.reasons import RULES
from newsgen.pages import urls
from newsgen.pages.namesakes import Name, slug_of
from newsgen.records.archive import ArchivedArticle, SourceEntry, Timeline
from newsgen.records.entities import Person
from newsgen.records.options import EventChoice

Rule = Callable[[Sources, str, str], Traced | None]
"""Of the sources, the page's path and the anchor in it; None for a page of another kind."""

_SUGGESTED = 3
_NEAR = 70
"""How like, of 100, the id of an event must be to be suggested for another."""


# --- articles -------------------------------------------------------------------------------------------------------


def trace_article_page(sources: Sources, path: str, anchor: str) -> Traced | None:
    """An article: its clipping, and the span that the anchor means."""
    for article in sources.archive.articles:
        if urls.article_path(article.id) == path:
            return Traced(asked="", clipping=article.clipping.path, place=_find_span(article, anchor))
    return None


def _find_span(article: ArchivedArticle, anchor: str) -> tuple[int, int] | None:
    """The span of the article's text that an anchor stands for; None if it stands for none."""
    reading = article.reading
    spans = {urls.report_anchor(place): (one.start, one.end) for place, one in enumerate(reading.reports)}
    spans |= {urls.mention_anchor(place): (one.start, one.end) for place, one in enumerate(reading.person_mentions)}
    spans |= {urls.quote_anchor(place): (one.start, one.end) for place, one in enumerate(reading.quotes)}
    return spans.get(anchor)


# --- people ---------------------------------------------------------------------------------------------------------


def trace_person_page(sources: Sources, path: str, _anchor: str) -> Traced | None:
    """A person."""
    for entry in sources.archive.people:
        if entry.person.has_page and urls.person_path(entry.person.id) == path:
            return Traced(asked="", people=(trace_person(sources, entry.person),))
    return None


def trace_name_page(sources: Sources, path: str, _anchor: str) -> Traced | None:
    """A name of several persons: all of them, and the mentions that leave open who is meant."""
    for name in sources.directory.shared_names:
        if urls.name_path(name.slug) == path:
            people = [sources.directory.people[one].person for one in name.people]
            people += _find_undecided(sources, name)
            return Traced(
                asked="",
                people=tuple(trace_person(sources, person) for person in people),
                mentions=tuple(_list_open(sources, name.slug, name.articles)),
            )
    return None


def _find_undecided(sources: Sources, name: Name) -> Iterator[Person]:
    """The persons without pages who may be one of those who bear the name."""
    for entry in sources.archive.people:
        if not entry.person.has_page and sources.directory.names.get(slug_of(entry.person.name)) is name:
            yield entry.person


def _list_open(sources: Sources, slug: str, articles: Iterable[int]) -> Iterator[OpenMention]:
    """The mentions of a name that are nobody's, oldest first."""
    is_title = sources.lexicon.names.is_title
    for position in sources.by_date(articles):
        for mention in sources.article(position).reading.unresolved:
            if slug_of(mention.surface, is_title) == slug:
                passage = sources.quote(position, mention.start, mention.end)
                yield OpenMention(reason=mention.reason, passage=passage)


# --- countries and outlets ------------------------------------------------------------------------------------------


def trace_country_page(sources: Sources, path: str, _anchor: str) -> Traced | None:
    """A country: why which articles are about it."""
    for entry in sources.archive.countries:
        if urls.country_path(entry.id) == path:
            return Traced(asked="", country=trace_country(sources, entry))
    return None


def trace_outlet_page(sources: Sources, path: str, _anchor: str) -> Traced | None:
    """An outlet: what `site.yaml` says of it, and how it was found in each article."""
    for entry in sources.archive.sources:
        if urls.source_path(entry.id) == path:
            items = tuple(_list_articles(sources, entry.articles, _tell_outlet))
            return Traced(asked="", facts=tuple(_list_facts(sources, entry)), items=items)
    return None


def _list_facts(sources: Sources, entry: SourceEntry) -> Iterator[tuple[str, str]]:
    """Label and text of what is known of an outlet."""
    yield "outlet", entry.name + ("" if entry.declared else ", which site.yaml does not name")
    if entry.aliases:
        yield "also", ", ".join(entry.aliases)
    if entry.country:
        yield "country", sources.country(entry.country)
    yield "rights", entry.rights


def _tell_outlet(_sources: Sources, article: ArchivedArticle) -> str:
    """The line that names the outlet, or what else does."""
    parsed = article.reading.article
    for block in parsed.blocks:
        if block.role == "source":
            lines = find_lines(article.clipping.text)
            number = sum(start <= block.start for start in lines)
            return f"line {number}: {RULES.get(block.rule, block.rule)}"
    agency = parsed.dateline.agency if parsed.dateline else None
    return f"the dateline has “{agency}”" if agency else ""


# --- dates ----------------------------------------------------------------------------------------------------------


def trace_dates_page(sources: Sources, path: str, _anchor: str) -> Traced | None:
    """The articles of a month, a year, or of no date, and why each is of that."""
    months = [month for month in sources.archive.months if _is_of(path, month.key)]
    if not months:
        return None
    articles = [position for month in months for position in month.articles]
    return Traced(asked="", items=tuple(_list_articles(sources, articles, _tell_published)))


def _is_of(path: str, key: str) -> bool:
    """Whether the page is that of the month, or of its year."""
    return path in (urls.dates_path(key), urls.dates_path(key[:4]))


def _tell_published(sources: Sources, article: ArchivedArticle) -> str:
    """When an article was published, and the rule that says so."""
    reading = article.reading
    date = reading.article.published
    reasons = explain_published(reading, gather_material(reading.article, sources.lexicon))
    says = next((reason.rule_says for reason in reasons if reason.surface == "published"), "")
    return ": ".join(filter(None, (date or "undated", says)))


def _list_articles(
    sources: Sources, articles: Iterable[int], say: Callable[[Sources, ArchivedArticle], str]
) -> Iterator[TracedItem]:
    for position in articles:
        article = sources.article(position)
        yield TracedItem(place=article.clipping.path, text=article.reading.article.headline, why=say(sources, article))


# --- timelines ------------------------------------------------------------------------------------------------------


def trace_timeline_page(sources: Sources, path: str, anchor: str) -> Traced | None:
    """A timeline: what it asks for, and its events; of an entry of the editor's own, the line that says it.

    Raises UsageError for an anchor that is no event's, and no month's.
    """
    for timeline in sources.archive.timelines:
        options = timeline.options
        if path == urls.timeline_path(options.id) or urls.is_of_timeline(path, options.id):
            own = next((event for event in timeline.own if event.id == anchor), None)
            if own:
                where = next((f"site.yaml:{one.line}" for one in options.own if one.text == own.text), "site.yaml")
                facts = (("event", f"{own.date}, {own.text}"), ("because", f"the editor wrote it: {where}"))
                return Traced(asked="", facts=facts)
            if anchor and anchor[:2] not in ("y-", "m-"):
                raise UsageError(_tell_unknown_event(sources, timeline, path, anchor))
            return Traced(
                asked="",
                facts=tuple(_list_conditions(sources, timeline)),
                items=tuple(_list_entries(sources, timeline, path)),
            )
    return None


def _list_conditions(sources: Sources, timeline: Timeline) -> Iterator[tuple[str, str]]:
    """Label and text of what a timeline shows."""
    options = timeline.options
    yield "timeline", options.title
    yield "named in", f"site.yaml:{options.line}" if options.line else "nothing: made for the archive’s own countries"
    yield "conditions", tell_conditions(sources, options)
    for choice in options.pinned:
        yield "pinned", f"{_tell_choice(choice)}, site.yaml:{choice.line}"
    for choice in options.hidden:
        yield "hidden", f"{_tell_choice(choice)}, site.yaml:{choice.line}: {choice.reason}"


def _tell_choice(choice: EventChoice) -> str:
    """Which event is pinned or hidden."""
    return choice.event or f"{choice.date}, “{' '.join(choice.words)}”"


def _list_entries(sources: Sources, timeline: Timeline, path: str) -> Iterator[TracedItem]:
    """The entries of a timeline, each with the address that explains it."""
    yield from list_events(sources, timeline.events, path, dict(timeline.titles))
    for own in timeline.own:
        yield TracedItem(place=f"{path}#{own.id}", text=own.text, why=f"{english().date(own.date)}, the editor’s own")


def _tell_unknown_event(sources: Sources, timeline: Timeline, path: str, anchor: str) -> Diagnostic:
    """The error about an anchor without an event; it names those most alike."""
    ids = [sources.archive.events[position].id for position in timeline.events]
    ids += [own.id for own in timeline.own]
    ranked = sorted(((_measure_likeness(anchor, own), own) for own in ids), key=lambda item: (-item[0], item[1]))
    near = [own for likeness, own in ranked[:_SUGGESTED] if likeness >= _NEAR]
    hint = f"`newsgen explain {path}` lists its events" if ids else "the timeline has no events"
    if near:
        hint = f"did you mean {' or '.join(near)}?"
    return Diagnostic(f"{path}#{anchor}", 0, 0, "error", "unknown-event", "the archive has no such event", hint)


def _measure_likeness(asked: str, known: str) -> float:
    """How like one id is to another, of 100: by how they begin, which is the date, or by their words."""
    words, own = asked.lower().replace("-", " "), known.replace("-", " ")
    return max(100 * JaroWinkler.similarity(asked.lower(), known), fuzz.token_set_ratio(words, own))


SUBJECTS: tuple[Rule, ...] = (
    trace_article_page,
    trace_person_page,
    trace_name_page,
    trace_country_page,
    trace_outlet_page,
    trace_dates_page,
    trace_timeline_page,
)
"""One for each kind of page; the first that does not decline is right."""
