"""What differs between two sites, shown as text and as Markdown, whatever the names are."""

from html.parser import HTMLParser
from typing import Any

import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace

from newsgen.cli.changes_markdown import LARGEST, escape, write_markdown
from newsgen.cli.changes_told import list_figures, tell_changes, tell_figures
from newsgen.cli.differing import print_as_text
from newsgen.records.changes import (
    SCHEMA,
    ArticleAt,
    ArticleChanged,
    ArticleChanges,
    Changes,
    EventAt,
    EventChanged,
    EventChanges,
    FieldChange,
    NamedAnew,
    NamedAt,
    NamedChanges,
    PageChanges,
    PageRedirected,
    PeopleChanges,
    PeopleMerged,
    PersonAt,
    PersonRenamed,
    SiteAt,
    SpellingMoved,
)

EMPTY = SiteAt(place="old", articles=0, people=0, countries=0, timelines=0, events=0, pages=0)
NOTHING = Changes(schema=SCHEMA, old=EMPTY, new=replace(EMPTY, place="new"))

HOSTILE = [
    "</details><script>alert(1)</script>",
    "<!-- never closed",
    "](https://example.org/) [x](javascript:alert(1)) ![x](https://example.org/x.png)",
    "a | b || c `code` ``` *bold* _it_ ~~gone~~ **x**",
    "&lt;b&gt; &copy; \\",
    "- item",
    "+ item",
    "12. item",
    "# heading",
    "> quoted",
    "=====",
    "    indented",
    "$x^2$ ~~~ ---",
]


class Seen(HTMLParser):
    """The tags of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read_markdown(text: str) -> Seen:
    """The Markdown as GitHub reads it: tables, tags, strikethrough."""
    return Seen(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))


def add_people(*names: str) -> Changes:
    people = tuple(PersonAt(id="x", name=name, articles=1) for name in names)
    return replace(NOTHING, people=PeopleChanges(added=people))


def tell(changes: Changes) -> list[tuple[Any, ...]]:
    return [(group.subject, group.how, *group.entries) for group in tell_changes(changes)]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_breaks_out_of_the_markdown(name: str) -> None:
    plain, seen = read_markdown(write_markdown(add_people("Ama"))), read_markdown(write_markdown(add_people(name)))
    assert seen.tags == plain.tags
    assert " ".join(name.split()) in seen.text


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_at_the_beginning_of_a_line_is_obeyed(name: str) -> None:
    seen = read_markdown(f"- {escape(name)}\n")
    assert seen.tags == ["ul", "li"]
    assert seen.text.strip() == name.strip()


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("by @octocat", r"by \@<!-- -->octocat"),
        ("see #12", r"see \#<!-- -->12"),
        ("see GH-12", "see GH<!-- -->-12"),
        ("https://example.org", "https:<!-- -->//example.org"),
        ("www.example.org", "www<!-- -->.example.org"),
        (":tada:", ":<!-- -->tada:"),
        ("at 12:30, a - b", "at 12:30, a - b"),
    ],
)
def test_nobody_is_called_and_nothing_is_linked(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_nothing_reaches_the_terminal_that_it_obeys(capsys: pytest.CaptureFixture[str]) -> None:
    changes = replace(add_people("Ama\x1b[31m\nDarko\u202e"), old=replace(EMPTY, place="a\x1b]0;b"))
    print_as_text(changes)
    out = capsys.readouterr().out
    assert r"Ama\x1b[31m Darko\u202e (1 article)" in out
    assert out.replace("\n", "").isprintable()
    assert write_markdown(changes).replace("\n", "").isprintable()


def test_a_comment_is_never_too_long() -> None:
    long = "é@" * 2000
    people = add_people(*[long] * 5000)
    articles = [
        ArticleChanged(
            old=ArticleAt(id="a", path=long, headline=long),
            new=ArticleAt(id="a", path=long, headline=long),
            fields=(FieldChange(field="events", added=(long,) * 50),),
        )
    ] * 5000
    changes = replace(
        people,
        articles=ArticleChanges(changed=tuple(articles)),
        pages=PageChanges(removed=(long,) * 9, added=("x.html",) * 3000),
    )
    text = write_markdown(changes)
    assert len(text.encode()) <= LARGEST
    assert text.count("<details>") == text.count("</details>") == 4
    assert "<summary>Pages new: 3000</summary>" in text
    shown = text.count("\n- ")
    told = sum(int(line.split(" ", 1)[0]) for line in text.splitlines() if " more: `newsgen diff`" in line)
    assert shown + told == 5000 + 5000 + 9 + 3000


def test_few_entries_are_all_there() -> None:
    text = write_markdown(add_people("Ama", "Kofi"))
    assert text.count("\n- ") == 2
    assert "more" not in text


def test_nothing_is_said_to_be_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    print_as_text(NOTHING)
    assert capsys.readouterr().out.splitlines()[-1] == "Nothing differs."
    assert write_markdown(NOTHING).splitlines()[-1].startswith("Nothing: ")


def test_people_are_told_with_their_weight_and_page() -> None:
    ama, kofi = PersonAt(id="ama", name="Ama", articles=1), PersonAt(id="kofi", name="Kofi", articles=3)
    people = PeopleChanges(
        merged=(PeopleMerged(old=(kofi, ama), new=kofi),),
        renamed=(PersonRenamed(old=ama, new=replace(ama, id="ama-2")), PersonRenamed(old=ama, new=kofi)),
        moved=(SpellingMoved(text="K.", articles=("b",), old=ama, new=kofi),),
    )
    told = tell(replace(NOTHING, people=people))
    assert [(subject, how, *[entry.text for entry in entries]) for subject, how, *entries in told] == [
        ("People", "merged", "Kofi (3 articles) + Ama (1 article) → Kofi (3 articles), people/kofi.html"),
        ("People", "renamed", "Ama (1 article): people/ama.html → people/ama-2.html", "Ama → Kofi (3 articles)"),
        ("Spellings", "moved", "“K.” in 1 article: Ama → Kofi"),
    ]


def test_of_long_texts_the_part_that_differs_is_shown() -> None:
    begin = "The committee met in the capital on Monday and spoke about the road to the harbour for a long time. " * 2
    old, new = (EventAt(id="x", date="2024", text=f"{begin}{end}", timelines=()) for end in ("Yes.", "No."))
    change = EventChanged(old=old, new=new, fields=(FieldChange(field="text", old=old.text, new=new.text),))
    ((_, how, entry),) = tell(replace(NOTHING, events=EventChanges(changed=(change,))))
    assert how == "told otherwise"
    assert entry.details == ("text: … to the harbour for a long time. Yes. → … to the harbour for a long time. No.",)


def test_long_lists_are_cut_with_their_number() -> None:
    names = tuple(f"n{number}" for number in range(12))
    article = ArticleAt(id="a", path="a.txt", headline="A")
    fields = (FieldChange(field="people", added=names), FieldChange(field="events", removed=names))
    changed = ArticleChanges(changed=(ArticleChanged(old=article, new=article, fields=fields),))
    ((_, _, entry),) = tell(replace(NOTHING, articles=changed))
    assert entry.details[0] == f"people: with {', '.join(names[:10])}, and 2 more"
    assert entry.details[1:3] == ("without the event n0", "without the event n1")
    assert entry.details[-1] == "without 2 further events"


def test_renamed_timelines_and_moved_pages_of_countries_are_told() -> None:
    named = NamedAnew(old=NamedAt(id="x", name="X"), new=NamedAt(id="x", name="Y"))
    moved = NamedAnew(old=NamedAt(id="x", name="X"), new=NamedAt(id="y", name="X"))
    changes = replace(NOTHING, timelines=NamedChanges(renamed=(named,)), countries=NamedChanges(renamed=(moved,)))
    assert [(subject, how, entry.text) for subject, how, entry in tell(changes)] == [
        ("Timelines", "renamed", "X → Y, timelines/x.html"),
        ("Countries", "renamed", "X: countries/x.html → countries/y.html"),
    ]


def test_what_matters_most_comes_first() -> None:
    page, named = PageRedirected(path="a.html", to="b.html"), NamedAt(id="x", name="X")
    changes = replace(
        add_people("Ama"),
        pages=PageChanges(removed=("c.html",), redirected=(page,), added=("d.html",)),
        timelines=NamedChanges(removed=(named,)),
        countries=NamedChanges(added=(named,)),
    )
    assert [(subject, how) for subject, how, *_ in tell(changes)] == [
        ("People", "new"),
        ("Timelines", "gone"),
        ("Countries", "new"),
        ("Pages", "gone"),
        ("Pages", "leading on"),
        ("Pages", "new"),
    ]


def test_events_are_counted_and_missed_on_timelines() -> None:
    event = EventAt(id="e", date="2024", text="Talks", timelines=("x",))
    changes = replace(NOTHING, events=EventChanges(removed=(event,)))
    ((subject, how, _),) = tell(changes)
    assert f"{subject} {how}" == "Events no longer on a timeline"
    groups = tell_changes(changes)
    (told,) = [tell_figures(name, groups) for name, *_ in list_figures(changes) if name == "Events on timelines"]
    assert told == "1 no longer on a timeline"
