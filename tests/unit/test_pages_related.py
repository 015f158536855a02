import re
from collections.abc import Mapping, Sequence

import msgspec

from newsgen.canon import digest_of
from newsgen.records.archive import ArchivedArticle
from newsgen.records.output import Page
from newsgen.records.site import ArticlePage, Neighbour
from pages_archive import make_article, plan, render_all

PLACES = ["harbour", "bridge", "market", "school", "airport", "river", "museum", "station", "tower", "garden"]


def tell(
    name: str, published: str | None, *dates: str, people: Sequence[str] = (), background: bool = False, **more
) -> ArchivedArticle:
    """An article that tells something of each date, in words that no other article has."""
    sentences = [f"{name} tells that the {PLACES[n]} of {name} opened on {date}." for n, date in enumerate(dates)]
    named = {person: person.lower().replace(" ", "-") for person in people}
    made = make_article(
        name,
        [*sentences, *(f"There was {person}." for person in people)],
        people=named,
        reports=list(zip(sentences, dates, strict=True)),
        published=published,
        **more,
    )
    reports = tuple(msgspec.structs.replace(report, background=background) for report in made.reading.reports)
    return msgspec.structs.replace(made, reading=msgspec.structs.replace(made.reading, reports=reports))


def page_of(name: str, pages: Mapping[str, Page]) -> ArticlePage:
    return pages[f"articles/{name}.html"].shows


def related(name: str, *articles: ArchivedArticle) -> list[str]:
    shown = page_of(name, plan(*articles)).related
    return [one.article.headline.href.removesuffix(".html") for one in shown]


def step(name: str, *articles: ArchivedArticle) -> list[str]:
    """The articles before and behind one in the story; `-` for none."""
    found = page_of(name, plan(*articles)).story
    return [describe(end) for one in found for end in (one.before, one.after)]


def describe(neighbour: Neighbour | None) -> str:
    return "-" if neighbour is None else neighbour.headline.href.removesuffix(".html")


def test_what_tells_the_same_event_is_related_and_says_which() -> None:
    articles = [tell("a", "2024-05-16", "2024-05-15"), tell("b", "2024-05-17", "2024-05-15"), tell("c", "2024-05-17")]
    (only,) = page_of("a", plan(*articles)).related
    assert (only.article.headline.href, only.event.href, only.people) == ("b.html", "b.html#r-1", ())
    assert (only.event_date, only.event.text) == ("15 May 2024", "b tells that the harbour of b opened on 2024-05-15.")
    html = render_all(plan(*articles))["articles/a.html"]
    assert 'Same event: <a href="b.html#r-1">15 May 2024: <bdi>b tells' in html


def test_the_words_of_an_event_have_their_language_and_its_date_that_of_the_page() -> None:
    pages = plan(tell("a", "2024-05-16", "2024-05-15"), tell("b", "2024-05-17", "2024-05-15", language="fr"))
    told = 'Same event: <a href="b.html#r-1">15 May 2024: <bdi lang="fr">b tells'
    assert told in render_all(pages)["articles/a.html"]


def test_words_that_may_not_be_shown_are_those_of_the_article_itself() -> None:
    articles = [tell("a", "2024-05-16", "2024-05-15"), tell("b", "2024-05-17", "2024-05-15", rights="metadata")]
    (only,) = page_of("a", plan(*articles)).related
    assert only.event.text.startswith("a tells")


def test_people_whom_few_name_relate_and_are_named() -> None:
    both = ["Ada Nkrumah", "Bo Mensah"]
    articles = [tell("a", "2024-05-16", people=both), tell("b", "2024-06-16", people=both), tell("c", "2024-05-16")]
    (only,) = page_of("a", plan(*articles)).related
    assert (only.article.headline.href, only.event) == ("b.html", None)
    assert [ref.text for ref in only.people] == ["Ada Nkrumah", "Bo Mensah"]


def test_people_whom_many_name_relate_nothing() -> None:
    crowd = [tell(f"a{n}", "2024-05-16", people=["Ada Nkrumah"]) for n in range(12)]
    assert len(related("a0", *crowd)) == 6
    assert related("a0", *crowd, tell("b", "2024-05-16", people=["Ada Nkrumah"])) == []


def test_what_both_only_recall_relates_nothing() -> None:
    one, other = tell("a", "2024-05-16", "2023", background=True), tell("b", "2024-05-17", "2023", background=True)
    assert related("a", one, other) == []
    assert related("a", one, tell("b", "2024-05-17", "2023")) == ["b"]


def test_most_in_common_comes_first_then_nearest_in_time() -> None:
    assert related(
        "a",
        tell("a", "2024-05-16", "2024-05-15", people=["Ada Nkrumah"]),
        tell("b", "2024-05-16", people=["Ada Nkrumah"]),
        tell("c", "2024-06-20", "2024-05-15"),
        tell("d", "2024-06-19", "2024-05-15"),
        tell("e", None, "2024-05-15"),
        tell("f", "2024-09-01", "2024-05-15", people=["Ada Nkrumah"]),
    ) == ["f", "d", "c", "e", "b"]


def test_what_carries_the_same_text_stands_elsewhere_and_counts_once() -> None:
    words = [f"The {place} of the town was opened on Monday by people who had waited for it." for place in PLACES]
    own, wire = words[:5], words[5:]
    copies = [make_article(name, own, people={"people": "p"}, published="2024-05-16") for name in ("a", "b")]
    others = [make_article(name, wire, people={"people": "p"}, published="2024-05-17") for name in ("c", "d")]
    assert related("a", *copies, *others) == ["c"]


def test_a_sentence_that_may_not_be_shown_is_quoted_by_no_reason() -> None:
    articles = [
        tell("a", "2024-05-16", "2024-05-15", source="Desk", rights="metadata"),
        tell("b", "2024-05-17", "2024-05-15", source="Desk", rights="metadata"),
    ]
    (only,) = page_of("a", plan(*articles)).related
    assert (only.event_date, only.event.text, only.event.href) == ("15 May 2024", "", "b.html")


def test_the_neighbours_in_the_story_are_those_published_next() -> None:
    articles = [
        tell("a", "2024-05-16", "2024-05-15"),
        tell("b", "2024-05-18", "2024-05-01"),
        tell("c", "2024-05-17", "2023"),
        tell("silent", "2024-05-17"),
        tell("undated", None, "2024-05-15"),
    ]
    assert step("a", *articles) == ["-", "c"]
    assert step("c", *articles) == ["a", "b"]
    assert step("b", *articles) == ["c", "-"]
    assert step("silent", *articles) == step("undated", *articles) == step("a", articles[0]) == []


def test_an_article_beside_this_one_stands_once_and_says_what_both_have_in_common() -> None:
    told = [tell("a", "2024-05-16", "2024-05-15"), tell("b", "2024-05-17", "2024-05-15")]
    html = render_all(plan(*told))["articles/a.html"]
    (onward,) = re.findall(r'<div class="onward.*?<section class="cite', html, re.DOTALL)
    assert onward.count('<a href="b.html"') == 1
    assert onward.count("Same event") == 1
    assert "Related" not in onward


def changed(articles: Sequence[ArchivedArticle], late: ArchivedArticle) -> set[str]:
    """The articles whose pages change when one arrives."""
    before, after = plan(*articles), plan(*articles, late)
    return {
        one.id
        for one in articles
        if digest_of(before[path := f"articles/{one.id}.html"].shows) != digest_of(after[path].shows)
    }


def test_an_article_that_arrives_changes_only_those_that_have_something_in_common_with_it() -> None:
    crowd = [tell(f"a{n:02}", f"2024-05-{n + 1:02}", "2024-05-01") for n in range(28)]
    crowd.append(tell("loner", "2024-05-16", people=["Ada Nkrumah"]))
    nobody = changed(crowd, tell("late", "2024-05-21"))
    assert nobody == set()
    friend = changed(crowd, tell("late", "2024-05-21", people=["Ada Nkrumah"]))
    assert friend == {"loner"}
    same_event = changed(crowd, tell("late", "2024-05-21", "2024-05-01"))
    assert {"a20", "a21"} <= same_event <= {f"a{n:02}" for n in range(15, 27)}


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [tell(f"a{n}", "2024-05-16", "2024-05-15", people=["Ada Nkrumah"]) for n in range(6)]
    assert related("a2", *articles) == related("a2", *reversed(articles)) == ["a0", "a1", "a3", "a4", "a5"]


def test_long_lists_are_folded() -> None:
    people = [f"Ada Nr{chr(97 + n)}x" for n in range(15)]
    dates = [f"2024-05-{n + 1:02}" for n in range(10)]
    html = render_all(plan(tell("a", "2024-05-16", *dates, people=people)))["articles/a.html"]
    assert html.count("<summary>3 more</summary>") == 1
    assert html.count('<details class="more">') == 1
    assert all(f'">{person}</a></li>' in html for person in people)
