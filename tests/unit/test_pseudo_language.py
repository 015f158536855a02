"""Every page in a language that does not exist: what is in no brackets and is no text of the archive is a leftover."""

import re
from html.parser import HTMLParser

from msgspec.structs import replace

from newsgen.language import Language, Message, Words
from newsgen.lexicon import load_lexicon
from newsgen.pages import plan_pages
from newsgen.records.archive import Archive, EditorEvent
from newsgen.records.article import Dateline
from newsgen.records.entities import Link
from newsgen.records.options import Redirect
from newsgen.records.reasons import Reason, because
from pages_archive import ENGLISH, SITE, make_archive, make_article, make_renderer

# matches: ⟦Home⟧
# matches: ⟦⟦May⟧ 2024⟧
SAID = re.compile(r"⟦[^⟦⟧]*⟧")
# Names of formats, files and codes, which are the same in all languages.
SAME = frozenset(
    {
        *("Atom", "JSON", "Feed", "SQLite", "FollowTheMoney", "TimelineJS", "iCalendar", "utf"),
        *(
            "BibTeX",
            "RIS",
            "CSL",
            "RFC",
            "data",
            "feed",
            "xml",
            "search",
            "bib",
            "ris",
            "csl",
            "citations",
            "https",
            "example",
        ),
        *("articles", "changes", "people", "countries", "entities", "timeline", "timelines", "timelinejs", "story"),
        *("archive", "old", "html", "txt", "json", "jsonl", "ics", "sqlite", "ftm", "schema", "id"),
        *("count", "name", "spelling"),  # what the search puts into its texts
        *("NE", "FR", "GH"),
    }
)
SPOKEN = ("title", "aria-label", "alt", "placeholder", "content")


def wrap_language() -> Language:
    """English with every text, month and country in brackets."""
    messages = tuple(replace(message, forms=tuple(map(wrap_form, message.forms))) for message in ENGLISH.messages)
    countries = tuple(Message(key=f"countries.{code}", forms=(("other", ("⟦!⟧",)),)) for code in ("NE", "FR", "GH"))
    conventions = ENGLISH.conventions
    months = {name: tuple(f"⟦{m}⟧" for m in getattr(conventions, name)) for name in ("months", "months_alone")}
    return replace(
        ENGLISH,
        tag="eo",
        messages=(*messages, *countries),
        conventions=replace(
            conventions,
            **months,
            months_short=tuple("⟦!⟧" for _ in range(12)),
            pair="{0} ⟦&⟧ {1}",
            list_end="{0} ⟦&⟧ {1}",
        ),
    )


def wrap_form(form: tuple[str, tuple[str, ...]]) -> tuple[str, tuple[str, ...]]:
    """A form of a text, each of its plain pieces in brackets."""
    name, pieces = form
    return name, tuple(piece if place % 2 or not piece.strip() else f"⟦{piece}⟧" for place, piece in enumerate(pieces))


class Heard(HTMLParser):
    """All that a reader of a page sees or hears but what stands in code."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and given.get("name") != "description":
            return
        self.texts += [given[name] or "" for name in SPOKEN if name in given]
        self.texts += [value or "" for name, value in attrs if name.startswith("data-") and tag == "div"]
        if tag not in ("meta", "link", "input", "rect", "line"):
            self._open.append(tag in ("script", "style"))

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag not in ("meta", "link", "input"):
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self._open):
            self.texts.append(data)


def find_leftovers(page: str) -> set[str]:
    """The Latin words of a page that no catalogue gave."""
    heard = Heard()
    heard.feed(page)
    text = " ".join(heard.texts)
    while SAID.search(text):
        text = SAID.sub(" ", text)
    return set(re.findall(r"[A-Za-z]{2,}", text)) - SAME


def make_sample() -> Archive:
    """An archive in Cyrillic letters that has something of everything."""
    people = {"Ада Нкрума": "ada-nkrumah", "Ида Мор": "ida-mor"}
    first = make_article(
        "a1",
        [
            "Ада Нкрума прибыла 3 мая в Нигер.",
            "Она уедет в июне из Нигера. «Мы уйдём в свой срок», — сказала Ада Нкрума.",
        ],
        headline="Прибытие",
        people=people | {"А. Нкрума": "ada-nkrumah"},
        countries={"Нигер": "NE"},
        dates={"3 мая": "2024-05-03", "июне": "2024-06~", "срок": None},
        reports=(("Ада Нкрума прибыла 3 мая в Нигер.", "2024-05-03"), ("Она уедет в июне из Нигера.", "2024-06~")),
        quotes={"«Мы уйдём в свой срок»": "ada-nkrumah"},
        source="Бюро Один",
        published="2024-05-04",
        published_inferred=True,
        byline="Б. Б.",
        dateline=Dateline(place="Ниамей", country="NE", date="2024-05-03", date_inferred=True),
        captions=("Снимок",),
        kicker="Мир",
    )
    second = make_article(
        "b2",
        ["Ада Нкрума прибыла 4 мая во Францию, в Нигер.", "Ида Мор молчала о том, что было."],
        headline="Второе",
        people=people,
        countries={"Нигер": "NE", "Францию": "FR"},
        reports=(("Ада Нкрума прибыла 4 мая во Францию, в Нигер.", "2024-05-03"),),
        source="Бюро Два",
        published="2023-02",
    )
    brief = make_article(
        "c3", ["Один абзац.", "Другой."], headline="Кратко", rights="excerpt", url="https://x.example/"
    )
    closed = make_article("d4", ["Скрыто."], headline="Закрыто", rights="metadata", published="2021")
    empty = make_article("e5", [], headline="Пусто", published="XXXX-05-01")
    again = replace(second, id="f6", source="бюро-три")
    return make_archive(first, second, brief, closed, empty, again, notes={"ada-nkrumah": "Заметка."})


def list_all_reasons() -> tuple[Reason, ...]:
    """Every reason that the catalogues have, with people, countries, kinds, dates and names in their places."""
    listed = {"named": ("NE", "ada-nkrumah"), "kinds": ("coup", "talks"), "others": ("visit",), "names": ("Ш", "Щ")}
    single = {"date": "2024-05-03", "period": "month"}
    values = {place: "Ш" for message in ENGLISH.messages for place in message.places} | listed | single
    return tuple(
        because(message.key, **{place: values[place] for place in message.places})
        for message in ENGLISH.messages
        if message.key.startswith(("reason.", "against.")) and message.key != "reason.but"
    )


def change(archive: Archive) -> Archive:
    """The archive with what its factory does not make: names, joins, doubts, an announced event, the editor's own."""
    doubt = Link(left="Ада Нкрума", right="Ида Мор", rule="same-name", evidence=list_all_reasons())
    judged = Link(left="Ада Нкрума", right="А. Нкрума", rule="people.yaml", evidence=list_all_reasons())
    names = {"ada-nkrumah": "Ада Нкрума", "ida-mor": "Ида Мор"}
    people = tuple(
        replace(
            entry,
            events=tuple(range(len(archive.events))),
            person=replace(
                entry.person,
                name=names[entry.person.id],
                links=(judged,) if entry.person.id == "ada-nkrumah" else (),
                undecided=tuple((other, doubt) for other in names if other != entry.person.id),
            ),
        )
        for entry in archive.people
    )
    (timeline,) = archive.timelines
    own = EditorEvent(id="own", date="2024-07-01", text="Своё", source="Книга")
    events = tuple(
        replace(one, kind="announced")
        if one.date == "2024-06~"
        else replace(one, reports=tuple(replace(report, evidence=list_all_reasons()) for report in one.reports))
        for one in archive.events
    )
    return replace(
        archive,
        people=people,
        events=events,
        timelines=(replace(timeline, options=replace(timeline.options, title="История", description=""), own=(own,)),),
    )


def test_no_page_says_a_word_that_no_catalogue_has() -> None:
    language = wrap_language()
    site = replace(SITE, title="Архив", description="Проба.", base_url="https://x.example/", language="eo")
    redirects = (Redirect(old="people/old.html", new="people/ada-nkrumah.html", goal="people/ada-nkrumah.html"),)
    pages = plan_pages(change(make_sample()), site, load_lexicon(), Words(language), redirects).pages
    renderer = make_renderer(language)
    html = [page for page in pages if page.path.endswith(".html")]
    assert len({page.template for page in html}) > 15
    left = {page.path: found for page in html if (found := find_leftovers(renderer.render(page).decode()))}
    assert left == {}
