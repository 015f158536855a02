"""A reader searches: from a disk and from a host, by keyboard, with an address that holds everything."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.visits import Visit
from newsgen.build import BuildOptions, build
from newsgen.search.words import list_words

pytestmark = pytest.mark.browser

ARTICLES = {
    "one": "Minister signs harbour treaty\n\n"
    "Accra, May 15, 2024 (Desk) -- Ghana's Foreign Minister Kofi Tchiani-Test said that the cotton harbour was safe. "
    "President Ama Adu-Sample of Togo agreed on 3 May 2024.\n\nSource: Example Desk\n",
    "two": "Harbour safe, says minister\n\n"
    "Lomé, June 2, 2023 (Desk) -- Foreign Minister Kofi Tiani-Test of Ghana came to Togo. The harbour cotton was sold; "
    "oil prices rose. Ama Adu-Sample spoke.\n\nSource: Specimen Gazette\n",
    "three": "Rain\n\n"
    "Niamey, July 1, 2023 (Desk) -- It rained on the élites of Niger and nothing else was said of oil.\n",
    "six": "Guide\n\nDakar, 3 March 2022 (Desk) -- President Omar Once-Test said that guides were few.\n",
    "seven": "Sand\n\nDakar, March 4 (Desk) -- On 2 March 2022 inferable sand fell on Senegal.\n",
    "nine": "Cotton again\n\nLomé, June 9, 2023 (Desk) -- Foreign Minister Kofi Tchiani-Test of Ghana spoke of the "
    "United States and of cotton.\n\nSource: Specimen Gazette\n",
    "ten": "美国总统谈话\n\n美国总统星期二谈话。\n",
    "eight": "المطر في الصحراء\n\nنزل المطر في الصحراء يوم الاثنين.\n",
    "four": "尼日尔总统访问巴黎\n\n尼日尔总统星期一访问了巴黎，讨论石油和安全问题。\n",
    "five": "<img src=x onerror=alert(1)> & <script>alert(2)</script> hostility\n\nNiamey, July 1, 2024 -- "
    "A <b>bold</b> </script><script>alert(3)</script> hostility word \u202e turned.\n",
}
PEOPLE = "- name: Kofi Tiani-Test\n  also: [Kofi Tchiani-Test]\n"


class Quiet(SimpleHTTPRequestHandler):
    """Serves without a word."""

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site."""
    folder = tmp_path_factory.mktemp("search")
    (folder / "articles").mkdir()
    for name, text in ARTICLES.items():
        (folder / "articles" / f"{name}.txt").write_text(text, "utf-8")
    for number in range(12):
        text = (
            f"Match {number}\n\nParis, May {number + 1}, 2022 -- The football number {number} was kicked in France.\n"
        )
        (folder / "articles" / f"match-{number}.txt").write_text(text)
    (folder / "people.yaml").write_text(PEOPLE)
    build(folder, folder / "public", BuildOptions(executor="serial"))
    return folder / "public"


@pytest.fixture(scope="module")
def host(built: Path) -> Iterator[str]:
    """The site's address on a host."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["disk", "host"])
def start(request: pytest.FixtureRequest, built: Path, host: str, visit: Callable[..., Visit]) -> Callable[..., Visit]:
    """Opens a page of the site: `start("search.html?q=oil")`."""
    base = built.as_uri() if request.param == "disk" else host

    def open_page(address: str, **how: Any) -> Visit:
        reader = visit(javascript=True, origin="file://" if request.param == "disk" else host, **how)
        reader.page.goto(f"{base}/{address}")
        return reader

    return open_page


def headlines(reader: Visit, count: int) -> list[str]:
    """The headlines of the results, of which there must be so many."""
    expect(reader.page.locator(".search-result")).to_have_count(count)
    return reader.page.locator(".search-result h2").all_inner_texts()


def test_a_headline_begins_on_the_side_where_its_script_does(start) -> None:
    reader = start("search.html?q=المطر")
    assert headlines(reader, 1) == ["المطر في الصحراء"]
    for part in ("h2", ".extract"):
        expect(reader.page.locator(f".search-result {part}")).to_have_css("direction", "rtl")


def test_the_form_of_any_page_leads_to_results(start) -> None:
    reader = start("countries/index.html")
    reader.page.fill("#find", "rained elites")
    reader.page.press("#find", "Enter")
    assert headlines(reader, 1) == ["Rain"]
    assert reader.page.url.endswith("search.html?q=rained+elites")
    expect(reader.page.get_by_role("status")).to_have_text("1 article")
    assert reader.page.locator(".extract mark").all_inner_texts() == ["rained", "élites"]
    reader.page.click(".search-result a")
    expect(reader.page.locator("h1")).to_have_text("Rain")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("harbour", {"Minister signs harbour treaty", "Harbour safe, says minister"}),
        ('"cotton harbour"', {"Minister signs harbour treaty"}),
        ("“harbour cotton”", {"Harbour safe, says minister"}),
        ("harbour -oil", {"Minister signs harbour treaty"}),
        ('harbour -"cotton harbour"', {"Harbour safe, says minister"}),
        ("oil -harbour", {"Rain"}),
        ("尼日尔", {"尼日尔总统访问巴黎"}),
        ("巴黎", {"尼日尔总统访问巴黎"}),
        ("ÉLITES", {"Rain"}),
        ("rained harbour", {"Rain", "Minister signs harbour treaty", "Harbour safe, says minister"}),
    ],
)
def test_words_phrases_and_exclusions(start, query: str, found: set[str]) -> None:
    reader = start("search.html")
    reader.page.fill("#search-input", query)
    reader.page.press("#search-input", "Enter")
    assert set(headlines(reader, len(found))) == found


def test_every_spelling_finds_the_person_first_by_keyboard_alone(start) -> None:
    reader = start("search.html")
    expect(reader.page.locator("#search-input")).to_be_focused()
    reader.page.keyboard.type("tchia")
    first = reader.page.get_by_role("option").first
    expect(first).to_contain_text("Kofi Tiani-Test")
    expect(first).to_contain_text("written Kofi Tchiani-Test")
    box = reader.page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    reader.page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_role("listbox")).to_be_hidden()
    reader.page.keyboard.type("n")
    expect(first).to_be_visible()
    reader.page.keyboard.press("ArrowUp")
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("h1")).to_contain_text("Tiani-Test")


def test_headlines_countries_and_outlets_are_suggested(start) -> None:
    reader = start("search.html")
    for typed, offered in (
        ("harbour sa", "Harbour safe, says minister"),
        ("gha", "Ghana"),
        ("gazet", "Specimen Gazette"),
    ):
        reader.page.fill("#search-input", typed)
        expect(reader.page.get_by_role("option").filter(has_text=offered)).to_be_visible()


@pytest.mark.parametrize("typed", ["US", "U.S.", "usa", "America", "États-Unis", "estados unidos"])
def test_a_country_is_suggested_by_every_usual_name(start, typed: str) -> None:
    reader = start("search.html")
    reader.page.fill("#search-input", typed)
    expect(reader.page.get_by_role("option").first).to_contain_text("United States")


def test_two_signs_of_a_dense_script_are_enough_for_a_headline(start) -> None:
    reader = start("search.html")
    reader.page.fill("#search-input", "美国")
    expect(reader.page.get_by_role("option")).to_contain_text("美国总统谈话")


@pytest.mark.parametrize(("typed", "count"), [("Tchiani treaty", 1), ("cotton tchia", 3)])
def test_a_spelling_beside_other_words_offers_the_person_with_them(start, typed: str, count: int) -> None:
    reader = start("search.html")
    reader.page.fill("#search-input", typed)
    other = next(word for word in typed.split() if not word.lower().startswith("tchia"))
    option = reader.page.get_by_role("option").filter(has_text=f"Kofi Tiani-Test + {other}")
    expect(option).to_contain_text("person · written Kofi Tchiani-Test")
    option.click()
    headlines(reader, count)
    assert reader.page.url.endswith(f"?q={other}&person=kofi-tiani-test")


def test_results_offer_the_person_with_the_other_words(start) -> None:
    reader = start("search.html?q=tchiani+sold")
    expect(reader.page.locator("#search-names a")).to_have_text("Kofi Tiani-Test + sold")
    reader.page.click("#search-names a")
    assert headlines(reader, 1) == ["Harbour safe, says minister"]
    start("search.html?q=tchiani+rained").page.locator(".search-result").first.wait_for()
    expect(reader.page.locator("#search-names a")).to_have_count(0)  # no article has both


def test_a_word_that_is_only_a_name_finds_its_other_spellings_too_but_last(start) -> None:
    reader = start("search.html?q=tchiani")
    assert headlines(reader, 3)[2] == "Harbour safe, says minister"
    expect(reader.page.get_by_role("status")).to_have_text("3 articles, 1 of them by another spelling of the name")
    reader = start("search.html?q=%22tchiani%22")
    assert "Harbour safe, says minister" not in headlines(reader, 2)
    reader = start("search.html?q=cotton+-tchiani")
    assert headlines(reader, 1) == ["Harbour safe, says minister"]
    reader = start("search.html?q=kofi")  # a given name may be anybody's
    expect(reader.page.get_by_role("status")).to_have_text("3 articles")


@pytest.mark.parametrize(
    ("query", "meant", "leads"),
    [
        ("Tchiany", "Kofi Tiani-Test", "people/kofi-tiani-test.html"),
        ("Tchaini", "Kofi Tiani-Test", "people/kofi-tiani-test.html"),
        ("Senegul", "Senegal", "countries/senegal.html"),
        ("specimon", "Specimen Gazette", "sources/specimen-gazette.html"),
        ("tchiany treaty", "Kofi Tiani-Test + treaty", "?q=treaty&person=kofi-tiani-test"),
        ("kofi tchiany", "Kofi Tiani-Test", "people/kofi-tiani-test.html"),
    ],
)
def test_a_typing_error_is_asked_about(start, query: str, meant: str, leads: str) -> None:
    reader = start(f"search.html?q={query}")
    status = reader.page.get_by_role("status")
    expect(status).to_contain_text(f"Did you mean {meant}?")
    expect(status.get_by_role("link")).to_have_attribute("href", leads)
    status.get_by_role("link").click()
    reader.page.wait_for_url(f"**{leads.removeprefix('?')}*")


def test_nothing_is_asked_about_words_that_are_far_from_any(start) -> None:
    reader = start("search.html?q=zzzzzzzzz")
    expect(reader.page.get_by_role("status")).to_have_text("No article has this.")


def test_the_advice_stands_right_below_the_outcome(start) -> None:
    reader = start("search.html?q=zzzz")
    advice = reader.page.locator("#search-advice")
    expect(advice).to_be_visible()
    above = reader.page.get_by_role("status").bounding_box()
    assert 0 <= advice.bounding_box()["y"] - above["y"] - above["height"] < 30


def test_facets_narrow_and_the_address_holds_everything(start) -> None:
    reader = start("search.html?q=harbour")
    year = reader.page.locator("details[data-kind=date]")
    expect(year.locator("li")).to_have_text(["2024 1", "2023 1"])
    expect(reader.page.locator("details[data-kind=outlet] li")).to_contain_text(["Example Desk"])
    year.get_by_role("link", name="2023").click()
    assert headlines(reader, 1) == ["Harbour safe, says minister"]
    assert reader.page.url.endswith("?q=harbour&year=2023")
    reader.page.reload()
    assert headlines(reader, 1) == ["Harbour safe, says minister"]
    reader.page.get_by_role("link", name="Remove “2023”").click()
    headlines(reader, 2)
    reader.page.go_back()
    headlines(reader, 1)


def test_newest_first(start) -> None:
    reader = start("search.html?q=harbour&sort=date")
    assert headlines(reader, 2) == ["Minister signs harbour treaty", "Harbour safe, says minister"]
    expect(reader.page.locator("#search-order [aria-current]")).to_have_text("Newest first")


def test_a_facet_alone_lists_its_articles(start) -> None:
    reader = start("search.html?country=france")
    assert headlines(reader, 10)[:2] == ["Match 11", "Match 10"]
    reader.page.get_by_role("button", name="More results").click()
    headlines(reader, 12)
    assert reader.page.url.endswith("?country=france&page=2")
    expect(reader.page.locator(".search-result a").nth(10)).to_be_focused()


def test_no_result_says_what_to_try(start) -> None:
    reader = start("search.html?q=harbuor")
    expect(reader.page.get_by_role("status")).to_have_text("No article has this. Did you mean harbour?")
    reader.page.get_by_role("status").get_by_role("link").click()
    headlines(reader, 2)
    reader = start("search.html?q=zzzz")
    expect(reader.page.locator("#search-advice")).to_contain_text("other words")


@pytest.mark.parametrize("query", ["-niger", "%22", "a", "%3F"])
def test_a_search_without_a_word_says_that_it_needs_one(start, query: str) -> None:
    reader = start(f"search.html?q={query}")
    expect(reader.page.get_by_role("status")).to_contain_text("needs at least one word")
    expect(reader.page.locator("#search-side")).to_be_hidden()


def test_nothing_is_offered_where_nothing_is_found(start) -> None:
    reader = start("search.html?q=football&country=ghana")
    expect(reader.page.get_by_role("status")).to_have_text("No article has this.")
    expect(reader.page.locator("#search-chosen")).to_have_text("Ghana ×")
    for heading in reader.page.locator("#search-side details").all():
        expect(heading).to_be_hidden()


def test_a_person_of_one_article_can_be_narrowed_to(start) -> None:
    reader = start("search.html?person=omar-once-test")
    assert headlines(reader, 1) == ["Guide"]
    expect(reader.page.locator("#search-chosen")).to_have_text("Omar Once-Test ×")
    assert reader.page.locator("details[data-kind=person] a").count() == 0


def test_choosing_a_facet_by_keyboard_keeps_the_focus(start) -> None:
    reader = start("search.html?q=harbour")
    reader.page.locator("details[data-kind=date]").get_by_role("link", name="2023").focus()
    reader.page.keyboard.press("Enter")
    chip = reader.page.get_by_role("link", name="Remove “2023”")
    expect(chip).to_be_focused()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("details[data-kind=date] summary")).to_be_focused()


def test_a_result_says_that_its_year_was_inferred(start) -> None:
    reader = start("search.html?q=inferable")
    expect(reader.page.locator(".search-result .note .note")).to_have_text("year inferred")


def test_some_of_the_words_are_better_than_nothing(start) -> None:
    reader = start("search.html?q=rained+harbour")
    expect(reader.page.get_by_role("status")).to_contain_text(
        "No article has all of these words. With some of them: 3 art"
    )


def test_hostile_text_is_only_text(start) -> None:
    for address in ("search.html?q=hostility", "search.html?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+hostility"):
        reader = start(address)
        expect(reader.page.locator(".search-result")).to_have_count(1)
        assert reader.page.locator("main img, main script").count() == 0
        assert "<script>alert(2)" in reader.page.locator(".search-result h2").inner_text()
    reader = start("search.html")
    reader.page.fill("#search-input", "hostil")
    expect(reader.page.get_by_role("option")).to_contain_text("<img src=x")


def test_without_javascript_the_page_says_so(built: Path, visit) -> None:
    reader = visit()
    reader.open(built / "search.html")
    assert "JavaScript" in reader.page.locator("main").inner_text()
    assert not reader.page.locator("#search").is_visible()
    assert reader.follow("main a[href='people/index.html']").endswith("people/index.html")


@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_is_wider_than_the_window(start, width: int) -> None:
    reader = start("search.html?q=harbour", width=width)
    headlines(reader, 2)
    assert reader.overflow() == 0
    reader.page.fill("#search-input", "harbo")
    expect(reader.page.get_by_role("option").first).to_be_visible()
    assert reader.overflow() == 0


def test_page_and_index_agree_on_what_a_word_is(built: Path, visit) -> None:
    reader = visit(javascript=True)
    reader.open(built / "search.html")
    letters = [chr(code) for code in range(0x3200) if unicodedata.category(chr(code)) not in ("Cn", "Cs")]
    texts = [
        "".join(f"a{letter}b {letter}{letter} " for letter in letters[start : start + 100])
        for start in range(0, len(letters), 100)
    ]
    texts += [
        *ARTICLES.values(),
        "U.S. J. K.L. ﬁ ΟΔΟΣ İstanbul 서울 दिल्ली ประเทศไทย ニジェール G7尼日 𠮷野家 " + "x" * 90,
    ]
    told = reader.page.evaluate("texts => texts.map(text => searchWords.list(text))", texts)
    assert told == [list_words(text) for text in texts]
