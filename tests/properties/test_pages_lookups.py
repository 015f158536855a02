"""Law: a page that would look up the same again, and find the same, shows the same."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgen.annotate import annotate
from newsgen.canon import encode
from newsgen.index import index
from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.pages import Plan, ledgers, listings, lookups, parts, plan_pages, selection, series, threads
from newsgen.records.clipping import Clipping
from newsgen.records.options import Outlet, ReadingOptions, SiteOptions, TimelineOptions
from newsgen.records.output import Lookup, Page, Part
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from pages_archive import WORDS

PEOPLE = (
    "Ama Owusu-Darko",
    "Ama Owusu Darko",
    "Efua Mensah-Darko",
    "Salif Tapsoba-Zongo",
    "Kofi Tiwari",
    "Esi Boateng",
    "Ali Zeine",
)
WRITTEN = ("1 October 2023", "2 October 2023", "3 October 2023", "4 November 2023", "5 November 2023", "12 October")
SIGNED = ("12 August 2023", "14 August 2023", "16 August 2023", "20 June 2023")
SENT = ("3 September 2023", "5 September 2023", "7 September 2023", "9 July 2023")
OUTLETS = (Outlet(name="Sample Harbour Desk", aliases=("SHD",)), Outlet(name="Specimen Post", rights="excerpt"))
SITE = SiteOptions(
    title="Law",
    base_url="https://example.org/",
    outlets=OUTLETS,
    timelines=(TimelineOptions(id="ghana", title="Ghana", countries=("GH",)), TimelineOptions(id="all", title="All")),
)
SHORT = (
    *((ledgers, "MOST", 2), (listings, "LONGEST", 2), (parts, "LONGEST", 3), (parts, "MOST_SENTENCES", 1)),
    *((threads, "_FEW", 3), (threads, "_NEAREST", 1), (selection, "ENTRY", selection.Extent(reports=1, cited=1))),
    *((lookups, "MOST_KNOWN", 2), (series, "_ONE_IN", 2)),
)
"""Measures so small that a few articles need all kinds of pages."""

PATHS = tuple(f"articles/{name}.txt" for name in "abcdefghijkl")

Texts = Mapping[str, str]
"""Path → text."""


class Fields(NamedTuple):
    """What a clipping is put together from."""

    headline: str
    written: str
    signed: str
    signer: str
    sent: str
    envoy: str
    outlet: str
    pact: str

    def tell(self, path: str) -> str:
        """The clipping; most have an address of their own."""
        return (
            f"{self.headline.format(path[9:-4].upper())}\n\n"
            f"Accra, {self.written} (SHD) -- On {self.signed}, Minister {self.signer} of Ghana signed the {self.pact}. "
            f"“We shall come back to the harbour some day,” {self.signer} said.\n\n"
            f"On {self.sent}, Togo expelled General {self.envoy}, and Ghana closed the border.\n\n{self.outlet}\n"
        )


FIELDS = Fields(
    headline=st.sampled_from(("Road {} is opened", "Rain at the gate of {}", "Rain in the north")),
    written=st.sampled_from(WRITTEN),
    signed=st.sampled_from(SIGNED),
    signer=st.sampled_from(PEOPLE),
    sent=st.sampled_from(SENT),
    envoy=st.sampled_from(PEOPLE),
    outlet=st.sampled_from(("", "Source: Sample Harbour Desk", "Source: Specimen Post")),
    pact=st.sampled_from(("treaty", "old treaty")),
)
"""What each field may say."""

clippings = st.builds(Fields, *FIELDS)


@st.composite
def make_edits(draw: st.DrawFn) -> tuple[Texts, Texts]:
    """An archive, and the same after some clippings were changed in one place, removed or added."""
    archive = draw(st.dictionaries(st.sampled_from(PATHS), clippings, min_size=4))
    edited = dict(archive)
    for path in draw(st.sets(st.sampled_from(PATHS), min_size=1, max_size=3)):
        change = draw(st.sampled_from((*Fields._fields, "")))
        if path not in archive:
            edited[path] = draw(clippings)
        elif change:
            edited[path] = archive[path]._replace(**{change: draw(getattr(FIELDS, change))})
        else:
            del edited[path]
    before, after = ({path: one.tell(path) for path, one in texts.items()} for texts in (archive, edited))
    return before, after


@cache
def read(path: str, text: str) -> Reading:
    lexicon = load_lexicon()
    clipping = Clipping(path=path, text=text, encoding="utf-8", digest=text)
    return annotate(parse_article(clipping, ReadingOptions(outlets=OUTLETS), lexicon), lexicon)


def plan(texts: Texts) -> Plan:
    lexicon, paths = load_lexicon(), sorted(texts)
    clippings = [Clipping(path=path, text=texts[path], encoding="utf-8", digest=texts[path]) for path in paths]
    readings = [read(path, texts[path]) for path in paths]
    archive = index(clippings, readings, resolve(readings, (), lexicon), SITE, lexicon)
    return plan_pages(archive, SITE, lexicon, WORDS)


def find_standing(before: Plan, after: Plan) -> list[tuple[Page, Page]]:
    """The watched pages of which the second plan finds what the first one found."""
    later = {page.path: page for page in after.pages if page.watch}
    watched = [page.make() for page in before.pages if page.watch and page.path in later]
    return [
        (page, later[page.path])
        for page in watched
        if page.given == later[page.path].given
        and _find(before, page.lookups) == _find_by_name(after, before, page.lookups)
    ]


def find_standing_parts(before: Plan, after: Plan) -> Iterator[tuple[str, Sequence[Any], Sequence[Any]]]:
    """The watched parts of large files likewise: what each is called, and its records in both plans."""
    later = dict(list_parts(after))
    for name, part in list_parts(before):
        if name in later and part.given == later[name].given:
            records, looked = part.take()
            if _find(before, looked) == _find_by_name(after, before, looked):
                yield name, records, later[name].take()[0]


def list_parts(plan: Plan) -> Iterator[tuple[str, Part]]:
    """All watched parts, with names that tell them apart."""
    for page in plan.pages:
        if page.is_large:
            yield from ((f"{page.path}: {part.key}", part) for part in page.shows.list_parts() if part.watch)


def _find(plan: Plan, looked: Sequence[Lookup] | None) -> Sequence[bytes]:
    return [plan.answers.find(plan.answers.name(lookup)) for lookup in looked or ()]


def _find_by_name(after: Plan, before: Plan, looked: Sequence[Lookup] | None) -> Sequence[bytes]:
    return [after.answers.find(before.answers.name(lookup)) for lookup in looked or ()]


@settings(max_examples=100, deadline=None)
@given(make_edits())
def test_a_page_that_finds_the_same_shows_the_same(texts: tuple[Texts, Texts]) -> None:
    """Fails if `Lookups.once` counts a second look as none, if `Threads.neighbours` or `Threads.few` notes nothing, or
    if the answer about an event leaves out its timelines."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name, value in SHORT:
            patch.setattr(module, name, value)
        for old, new in find_standing(*map(plan, texts)):
            assert encode(old.shows) == encode(new.make().shows), old.path


@settings(max_examples=60, deadline=None)
@given(make_edits())
def test_a_part_that_finds_the_same_holds_the_same(texts: tuple[Texts, Texts]) -> None:
    """Fails if `Directory.event` or `Directory.sentences_of` notes nothing."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name, value in SHORT:
            patch.setattr(module, name, value)
        for name, before, after in find_standing_parts(*map(plan, texts)):
            assert encode(before) == encode(after), name


def test_a_spelling_that_another_article_has_changes_what_is_found() -> None:
    """Fails if `Directory.spellings` notes nothing."""
    texts = {f"articles/{name}.txt": _tell("Ama Owusu-Darko", "Togo", day) for day, name in enumerate("abc", 1)}
    later = {**texts, "articles/c.txt": _tell("Ama Owusu Darko", "Togo", 3)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(series, "_ONE_IN", 1)
        found = list(find_standing_parts(plan(texts), plan(later)))
    assert "data/citations.bib: articles ama-owusu-darko-is-heard" in {name for name, _, _ in found}
    assert [name for name, before, after in found if encode(before) != encode(after)] == []


def test_an_article_that_arrives_leaves_other_pages_alone() -> None:
    """Fails if an answer holds a position, or if what a page is called counts as all that is known of it."""
    names = [f"{given} {family}" for given in ("Ama", "Kofi", "Efua") for family in ("Tiwari", "Zongo", "Tapsoba")]
    texts = {f"articles/{place + 1}.txt": _tell(name, "Togo", place + 1) for place, name in enumerate(names)}
    before, after = plan(texts), plan({"articles/0.txt": _tell("Salif Darko", "Ghana", 20), **texts})
    standing = {page.path for page, _ in find_standing(before, after)}
    assert {f"people/{name.lower().replace(' ', '-')}.html" for name in names} <= standing
    assert {f"articles/{name.lower().replace(' ', '-')}-is-heard.html" for name in names[:-1]} <= standing


def _tell(name: str, country: str, day: int) -> str:
    """An article about somebody."""
    return (
        f"{name} is heard\n\nLome, {day} March 2024 -- Minister {name} of {country} spoke of {name.split()[1]}land.\n"
    )
