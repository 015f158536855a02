"""The pages of articles."""

from collections.abc import Iterable, Iterator

from newsgen import edtf
from newsgen.language import Words
from newsgen.pages import urls
from newsgen.pages.body import cut_body, cut_headline
from newsgen.pages.citing import cite, write_reference
from newsgen.pages.directory import Directory, published
from newsgen.pages.display import month_title, show_date
from newsgen.pages.frame import make_frame, tell_programs
from newsgen.pages.metadata import describe_article
from newsgen.pages.received import show_received
from newsgen.pages.related import show_related, show_story
from newsgen.pages.rights import shown_end, shown_sentence, shown_summary
from newsgen.pages.threads import Threads, find_threads
from newsgen.records.archive import ArchivedArticle, Event
from newsgen.records.article import Article, Dateline
from newsgen.records.output import Page
from newsgen.records.reading import Report
from newsgen.records.site import (
    ArticlePage,
    Cite,
    CiteForm,
    NamedCountry,
    NamedDate,
    NamedPerson,
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


def plan_articles(directory: Directory) -> Iterator[Page]:
    """A page for each article."""
    threads = find_threads(directory)
    for position, article in enumerate(directory.archive.articles):
        yield Page(
            path=urls.article_path(article.id),
            template="article.html",
            shows=_make_page(directory, threads, position),
            made_from=article.clipping.path,
        )


def _make_page(directory: Directory, threads: Threads, position: int) -> ArticlePage:
    """All that the page of an article shows."""
    article = directory.article(position)
    here, parsed, free = urls.article_path(article.id), article.reading.article, article.rights == "full"
    source = directory.source_ref(here, article.source)
    people, countries = _name_people(directory, here, position), _name_countries(directory, here, article)
    return ArticlePage(
        frame=tell_programs(
            make_frame(
                directory,
                here,
                f"{parsed.headline} – {source.text}" if source else parsed.headline,
                description=shown_summary(article, 155) or parsed.headline,
                trail=_make_trail(directory.words, article),
            ),
            describe_article(directory, position, people, countries),
            original=urls.outward(parsed.url),
        ),
        headline=cut_headline(article),
        lang=directory.foreign(parsed.language),
        kicker=parsed.kicker or "",
        standfirst=(parsed.standfirst or "") if free else "",
        byline=parsed.byline or "",
        source=source,
        original=urls.outward(parsed.url),
        date=published(directory.words, article),
        dateline=tell_dateline(directory.words, parsed.dateline),
        body=cut_body(directory, here, article),
        rights=article.rights,
        indexed=directory.may_index(article),
        countries=countries,
        people=people,
        dates=_name_dates(directory, article),
        events=_tell_events(directory, here, position),
        same_text=_show_reprints(directory, here, position),
        total_same_text=len(article.same_text),
        captions=_tell_captions(parsed) if free else (),
        received=show_received(directory.words, article.clipping, parsed.blocks) if free else None,
        related=show_related(directory, threads, here, position),
        story=show_story(directory, threads, here, position),
        cite=_offer_citation(directory, position),
        script=urls.link(here, urls.ARTICLE_SCRIPT),
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
            source=directory.source_ref(here, directory.article(other).source),
            date=published(directory.words, directory.article(other)),
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


def _name_countries(directory: Directory, here: str, article: ArchivedArticle) -> tuple[NamedCountry, ...]:
    """The countries it names; those that it is about first."""
    rows = [
        NamedCountry(ref=directory.country_ref(here, count.code), mentions=count.mentions, primary=count.primary)
        for count in article.reading.countries
    ]
    return tuple(sorted(rows, key=lambda row: not row.primary))


def _name_people(directory: Directory, here: str, position: int) -> tuple[NamedPerson, ...]:
    """The persons it names, with other spellings of the name."""
    rows = []
    for person, forms, mentions in group_people(directory, position):
        ref = directory.person_ref(here, person)
        names = _names_of(directory.article(position), person) if forms else ()
        rows.append(NamedPerson(ref=ref, forms=tuple(_pick_variants(ref.text, names)), mentions=mentions))
    return tuple(rows)


def _names_of(article: ArchivedArticle, person: str) -> tuple[str, ...]:
    """The names of a person as the article writes them, without titles, in order of first use."""
    mentions = article.reading.person_mentions
    return tuple(dict.fromkeys(mention.name for mention in mentions if article.people[mention.person] == person))


def _pick_variants(shown: str, names: Iterable[str]) -> Iterator[str]:
    """The names that have a word which those before do not have: neither shorter nor only in capitals."""
    known = set(shown.casefold().split())
    for name in names:
        words = name.casefold().split()
        if not known.issuperset(words):
            known.update(words)
            yield name


def group_people(directory: Directory, position: int) -> list[tuple[str, tuple[str, ...], int]]:
    """Id, forms as written and number of mentions of each person, in order of first mention.

    Those whom only the front matter names come last, without forms.
    """
    article = directory.article(position)
    forms: dict[str, dict[str, None]] = {}
    mentions: dict[str, int] = {}
    for local, person in zip(article.reading.people, article.people, strict=True):
        if person is not None:
            forms.setdefault(person, {}).update(dict.fromkeys(local.forms))
            mentions[person] = mentions.get(person, 0) + local.mentions
    found = [(person, tuple(written), mentions[person]) for person, written in forms.items()]
    return [*found, *((person, (), 0) for person in directory.listed.get(position, ()))]


def _name_dates(directory: Directory, article: ArchivedArticle) -> tuple[NamedDate, ...]:
    """Its dated expressions, each once, as far as the text is shown."""
    end = shown_end(article)
    distinct = dict.fromkeys((date.surface, date.value) for date in article.reading.dates if date.end <= end)
    return tuple(
        NamedDate(surface=" ".join(surface.split()), date=show_date(directory.words, value) if value else None)
        for surface, value in distinct
    )


def _tell_outcome(words: Words, event: Event | None, report: Report) -> str:
    """What became of what an article announces; empty where it tells what has happened."""
    if event is None or report.kind != "announced":
        return ""
    if event.kind == "announced":
        return words.say("article.not-happened")
    return words.say("article.happened", date=words.date(event.date))


def _tell_events(directory: Directory, here: str, position: int) -> tuple[ToldEvent, ...]:
    """What it reports; the sentences of one whose text may not be shown are not told one by one."""
    article = directory.article(position)
    end = shown_end(article)
    told = []
    for number, report in enumerate(article.reading.reports):
        event = directory.events.get((position, number))
        if report.end <= end:
            told.append(
                ToldEvent(
                    date=show_date(directory.words, report.date),
                    text=shown_sentence(article, number),
                    href=directory.report_href(here, position, number).partition("#")[2],
                    announced=report.kind == "announced",
                    background=report.background,
                    timelines=() if event is None else directory.timeline_refs(here, event),
                    outcome=_tell_outcome(
                        directory.words, None if event is None else directory.archive.events[event], report
                    ),
                )
            )
    return tuple(told)
