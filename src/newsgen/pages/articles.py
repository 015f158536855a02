"""The pages of articles."""

from collections.abc import Collection, Iterator
from functools import partial

from msgspec.structs import replace

from newsgen import edtf
from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.body import cut_body, cut_headline
from newsgen.pages.citing import cite, write_reference
from newsgen.pages.directory import Directory
from newsgen.pages.display import find_inferred, month_title, show_published, tell_date
from newsgen.pages.frame import make_frame, tell_programs
from newsgen.pages.leaves import Leaf, cut_article
from newsgen.pages.margin import name_countries, name_dates, name_people
from newsgen.pages.metadata import describe_article
from newsgen.pages.received import show_received
from newsgen.pages.related import show_related, show_story
from newsgen.pages.rights import shown_sentence, shown_summary
from newsgen.pages.sightings import link_report
from newsgen.pages.threads import Threads
from newsgen.records.archive import ArchivedArticle
from newsgen.records.article import Article, Dateline
from newsgen.records.entities import Event
from newsgen.records.output import Page
from newsgen.records.reading import Report
from newsgen.records.site import (
    ArticlePage,
    ArticlePart,
    Cite,
    CiteForm,
    Frame,
    Received,
    Ref,
    Reprint,
    ToldEvent,
)

MOST_REPRINTS = 10
"""Articles of the same text that a page shows: the oldest."""

_ALMOST = 0.9
"""Share of the words from which a reprint is told to be almost the same."""
_SHORTER, _LONGER = 0.8, 1.25
"""How much shorter or longer a reprint is told to be so."""


def plan_articles(directory: Directory, threads: Threads) -> Iterator[Page]:
    """A page for each article; several for a very long one."""
    for position, brief in enumerate(directory.archive.briefs):
        for number in range(1, directory.leaves.get(position, 1) + 1):
            yield Page(
                path=urls.leaf_path(brief.id, number),
                template="article.html",
                show=partial(_make_page, directory, threads, position, number),
                made_from=brief.path,
                watch=directory.lookups.watch,
            )


def _make_page(directory: Directory, threads: Threads, position: int, number: int) -> ArticlePage:
    """All that a page of an article shows."""
    leaf = cut_article(directory.article(position))[number - 1]
    shows = _begin_page(directory, position, leaf)
    return _complete(directory, threads, position, shows) if leaf.number == 1 else shows


def _begin_page(directory: Directory, position: int, leaf: Leaf) -> ArticlePage:
    """What each page of an article shows: where it is from, the text that stands there, whom and what that names."""
    article = directory.article(position)
    here, parsed = urls.leaf_path(article.id, leaf.number), article.reading.article
    part = _make_part(directory, here, position, leaf) if leaf.total > 1 else None
    return ArticlePage(
        frame=_make_frame(directory, here, article, part),
        headline=cut_headline(article) if leaf.number == 1 else (),
        lang=directory.foreign(parsed.language),
        kicker="",
        standfirst="",
        byline=parsed.byline or "",
        source=directory.source_ref(here, article.source),
        original=urls.outward(parsed.url),
        date=show_published(directory.words, directory.brief(position)),
        dateline=tell_dateline(directory.words, parsed.dateline),
        body=cut_body(directory, here, article, leaf),
        rights=article.rights,
        indexed=directory.may_index(article),
        countries=name_countries(directory, here, article, leaf),
        people=name_people(directory, here, position, leaf),
        dates=name_dates(directory, article, leaf),
        events=_tell_events(directory, here, position, leaf),
        same_text=(),
        total_same_text=0,
        captions=(),
        received=_show_received(directory.words, article, leaf),
        related=(),
        story=(),
        cite=None,
        script=urls.link(here, urls.ARTICLE_SCRIPT),
        part=part,
    )


def _complete(directory: Directory, threads: Threads, position: int, shows: ArticlePage) -> ArticlePage:
    """The first page, with what is told of the article as a whole."""
    article = directory.article(position)
    here, parsed, free = urls.article_path(article.id), article.reading.article, article.rights == "full"
    return replace(
        shows,
        frame=tell_programs(
            shows.frame,
            describe_article(directory, position, shows.people, shows.countries),
            original=shows.original,
        ),
        kicker=parsed.kicker or "",
        standfirst=(parsed.standfirst or "") if free else "",
        same_text=_show_reprints(directory, here, position),
        total_same_text=len(article.same_text),
        captions=_tell_captions(parsed) if free else (),
        related=show_related(directory, threads, here, position),
        story=show_story(directory, threads, here, position),
        cite=_offer_citation(directory, position),
    )


def _make_frame(directory: Directory, here: str, article: ArchivedArticle, part: ArticlePart | None) -> Frame:
    """What surrounds a page of an article."""
    words, headline = directory.words, article.reading.article.headline
    trail = _make_trail(words, article)
    if part and part.number > 1:
        title = words.say("site.labelled", label=headline, text=part.title)
        return make_frame(directory, here, title, trail=(*trail, (headline, urls.article_path(article.id))))
    title = f"{headline} – {directory.outlet(article.source).name}" if article.source else headline
    return make_frame(directory, here, title, description=shown_summary(article, 155) or headline, trail=trail)


def _show_received(words: Words, article: ArchivedArticle, leaf: Leaf) -> Received | None:
    """The clipping as it came, as far as it stands on the page; None where it may not be shown, or nothing is left."""
    if article.rights != "full" or leaf.received[0] == leaf.received[1]:
        return None
    return show_received(words, article.clipping, article.reading.article.blocks, leaf.received)


def _make_part(directory: Directory, here: str, position: int, leaf: Leaf) -> ArticlePart:
    """The place of a page among all of its article."""
    identity, numbers = directory.brief(position).id, range(1, leaf.total + 1)
    pages = tuple(Ref(text=str(one), href=urls.link(here, urls.leaf_path(identity, one))) for one in numbers)
    return ArticlePart(
        number=leaf.number,
        title=directory.words.say("article.part", number=leaf.number, total=leaf.total),
        whole=directory.headline_ref(here, position),
        pages=pages,
        onward=pages[leaf.number].href if leaf.number < leaf.total else "",
    )


def _offer_citation(directory: Directory, position: int) -> Cite:
    """The reference to an article, and the forms in which it can be taken along."""
    cited = cite(directory, position)
    forms = (
        ("BibTeX", "application/x-bibtex", "bib", cited.bibtex),
        ("RIS", "application/x-research-info-systems", "ris", cited.ris),
        ("CSL-JSON", "application/vnd.citationstyles.csl+json", "csl.json", f"[{cited.csl}]\n"),
    )
    return Cite(
        reference=write_reference(directory.words, cited.citation, lang=directory.foreign(cited.citation.language)),
        forms=tuple(
            CiteForm(name=name, kind=kind, file=f"{cited.citation.key}.{ending}", text=text)
            for name, kind, ending, text in forms
        ),
    )


def _show_reprints(directory: Directory, here: str, position: int) -> tuple[Reprint, ...]:
    """Other articles that carry the same text, oldest first, each with how like it is."""
    article = directory.article(position)
    likeness = {one.article: one.likeness for one in article.same_text}
    body = article.reading.article.body
    others = directory.by_date(likeness)[:MOST_REPRINTS]
    return tuple(
        Reprint(
            headline=directory.headline_ref(here, other),
            source=directory.source_ref(here, directory.brief(other).source),
            date=show_published(directory.words, directory.brief(other)),
            likeness=tell_likeness(
                directory.words, likeness[other], body, directory.article(other).reading.article.body
            ),
        )
        for other in others
    )


def tell_likeness(words: Words, share: float, own: str, other: str) -> str:
    """How like another text is: `word for word`, `almost word for word`, `edited, shorter`."""
    likeness = words.say("article." + ("word-for-word" if share == 1 else "almost" if share >= _ALMOST else "edited"))
    length = len(other) / max(1, len(own))
    if length < _SHORTER:
        return words.say("article.shorter", likeness=likeness)
    return words.say("article.longer", likeness=likeness) if length > _LONGER else likeness


def _tell_captions(parsed: Article) -> tuple[Ref, ...]:
    """The captions; a picture is never shown, for it would be fetched from elsewhere, but may be followed to."""
    links = parsed.caption_links or (None,) * len(parsed.captions)
    return tuple(Ref(text=text, href=urls.outward(link)) for text, link in zip(parsed.captions, links, strict=True))


def _make_trail(words: Words, article: ArchivedArticle) -> tuple[tuple[str, str], ...]:
    """The way to the listing that it stands in."""
    key = edtf.month_key(article.reading.article.published)
    return (words.say("site.dates"), urls.DATES), (month_title(words, key), urls.dates_path(key))


def tell_dateline(words: Words, dateline: Dateline | None) -> str:
    """The dateline in words: `Niamey, 15 May (RHC)`; the year is said with the date of publication."""
    if dateline is None:
        return ""
    date = _tell_without_year(words, dateline.date) if dateline.date else ""
    place = ", ".join(part for part in (dateline.place, date) if part)
    agency = f"({dateline.agency})" if dateline.agency else ""
    return " ".join(part for part in (place, agency) if part)


def _tell_without_year(words: Words, date: str) -> str:
    """A date in words; that its year is not known is left out."""
    return words.date(date).removesuffix(words.say("date.year-unknown", date=""))


def _tell_outcome(words: Words, event: Event | None, report: Report) -> str:
    """What became of what an article announces; empty where it tells what has happened."""
    if event is None or report.kind != "announced":
        return ""
    if event.kind == "announced":
        return words.say("article.not-happened")
    return words.say("article.happened", date=words.date(event.date))


def _tell_events(directory: Directory, here: str, position: int, leaf: Leaf) -> tuple[ToldEvent, ...]:
    """What the page reports; of what may not be shown the dates, each once."""
    article = directory.article(position)
    inferred = find_inferred(article)
    inside = [number for number, report in enumerate(article.reading.reports) if leaf.holds(report.start)]
    return tuple(dict.fromkeys(_tell_event(directory, here, position, number, inferred) for number in inside))


def _tell_event(directory: Directory, here: str, position: int, number: int, inferred: Collection[str]) -> ToldEvent:
    """What the article reports in one sentence; `inferred` are its dates whose year was."""
    article = directory.article(position)
    report, place = article.reading.reports[number], directory.event_of(position, number)
    event = None if place is None else directory.event(place)
    return ToldEvent(
        date=tell_date(directory.words, report.date, inferred),
        text=shown_sentence(article, number) or "",
        href=link_report(directory, here, position, number).partition("#")[2],
        announced=report.kind == "announced",
        background=report.background,
        timelines=() if place is None else directory.timeline_refs(here, place),
        outcome=_tell_outcome(directory.words, event, report),
    )
