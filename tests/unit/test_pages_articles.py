import re

import msgspec

from pages_archive import HOSTED, SITE, make_article, plan, render_all

NIGER = {"Niger": "NE", "Ghana": "GH"}


def body_of(html: str) -> str:
    """The article's text as marked up, without what stands around it."""
    return html.partition('<div class="column-main reading">')[2].partition("</div>")[0]


def render(article) -> str:
    return render_all(plan(article))[f"articles/{article.id}.html"]


def test_the_first_mention_in_each_paragraph_links() -> None:
    article = make_article(
        "a",
        ["Niger met Ghana. Niger left.", "Ada Nkrumah of Niger spoke."],
        countries=NIGER,
        people={"Ada Nkrumah": "ada"},
    )
    assert re.findall(r"<p dir=\"auto\">(.*)</p>", body_of(render(article))) == [
        '<a class="name" href="../countries/niger.html">Niger</a> met '
        '<a class="name" href="../countries/ghana.html">Ghana</a>. Niger left.',
        '<a class="name" id="m-1" href="../people/ada.html">Ada Nkrumah</a> of '
        '<a class="name" href="../countries/niger.html">Niger</a> spoke.',
    ]


def test_headings_have_no_links_and_leave_out_no_level() -> None:
    html = body_of(render(make_article("a", ["#### Niger today", "Text."], countries=NIGER)))
    assert '<h2 dir="auto">Niger today</h2>' in html


def test_no_link_stands_within_a_link() -> None:
    article = make_article(
        "a",
        ["Read more on Niger here. Niger is large."],
        countries=NIGER,
        marks=[("link", "more on Niger here", "https://example.org/niger")],
    )
    html = body_of(render(article))
    outward = '<a href="https://example.org/niger" rel="external nofollow noopener noreferrer">more on Niger here</a>'
    assert f'Read {outward}. <a class="name" href="../countries/niger.html">Niger</a>' in html


def test_unsafe_links_are_only_text() -> None:
    article = make_article("a", ["Read this now."], marks=[("link", "this", "javascript:alert(1)")])
    assert ">Read this now.<" in body_of(render(article))


def test_dates_are_marked_as_far_as_html_can_say_them() -> None:
    dates = {
        "15 May 2024": "2024-05-15",
        "late January": "2024-01~",
        "May 15": "XXXX-05-15",
        "that winter": "2024-24",
        "one day": None,
    }
    html = body_of(render(make_article("a", [f"On {', '.join(dates)}."], dates=dates)))
    assert '<time datetime="2024-05-15">15 May 2024</time>' in html
    assert '<time datetime="2024-01" data-edtf="2024-01~" title="about January 2024">late January</time>' in html
    assert '<time datetime="05-15" data-edtf="XXXX-05-15" title="15 May, year unknown">May 15</time>' in html
    assert '<span class="date" data-edtf="2024-24" title="winter 2024–25">that winter</span>' in html
    assert '<span class="date">one day</span>' in html


def test_lists_and_quotations_are_runs() -> None:
    html = body_of(render(make_article("a", ["- one", "- two", "> said", "> so", "Text."])))
    assert html.count("<ul>") == html.count("<blockquote>") == 1
    assert html.count("<li ") == html.count("</li>") == 2


def test_the_sentence_of_a_report_has_an_anchor_that_events_lead_to() -> None:
    sentence = "Niger left on 15 May 2024."
    article = make_article(
        "a",
        [f"Before. {sentence} After."],
        countries=NIGER,
        dates={"15 May 2024": "2024-05-15"},
        reports=[(sentence, "2024-05-15"), (sentence, "2024")],
    )
    files = render_all(plan(article))
    assert body_of(files["articles/a.html"]).count('<span class="sentence" id="r-1">') == 1
    assert 'id="r-2"' not in files["articles/a.html"]
    for path in ("timelines/story.html", "countries/niger.html"):
        assert files[path].count('href="../articles/a.html#r-1"') == 2
    assert 'href="../timelines/story.html#event-2024-05-15"' in files["articles/a.html"]
    assert 'id="event-2024-05-15"' in files["timelines/story.html"]


def test_what_is_inferred_is_said_to_be() -> None:
    given = render(make_article("a", ["Text."], published="2024-05-15"))
    inferred = render(make_article("a", ["Text."], published="2024-05-15", published_inferred=True))
    assert "inferred" not in given
    assert 'datetime="2024-05-15">15 May 2024</time> <span class="note">inferred</span>' in inferred
    assert ">undated<" in render(make_article("a", ["Text."]))


def test_the_clipping_is_shown_line_by_line() -> None:
    article = make_article("a", ["One.", "Two."], headline="Head")
    html = render(article)
    lines = re.findall(r"<tr><td>(\d*)</td><td(.*?)</td><td class=\"raw\" dir=\"auto\">(.*?)</td></tr>", html)
    assert lines == [
        ("1", ">paragraph", "Head"),
        ("2", ' class="again">paragraph', ""),
        ("3", ' class="again">paragraph', "One."),
        ("4", ' class="again">paragraph', ""),
        ("5", ' class="again">paragraph', "Two."),
    ]


def test_articles_with_one_text_name_each_other() -> None:
    words = "It happened, and the wire told it at length, so that nobody can take it for another text."
    first = make_article("a", [words], source="Desk One")
    second = make_article("b", [words.upper().replace(", ", " -- ")], source="Desk Two")
    other = make_article("c", [words + " Not so."], source="Desk Two")
    files = render_all(plan(first, second, other))
    assert 'href="b.html"' in files["articles/a.html"]
    assert 'href="a.html"' in files["articles/b.html"]
    assert "Also carried by" not in files["articles/c.html"]


def test_reprints_stand_oldest_first_with_how_like_they_are() -> None:
    wire = " ".join(f"The wire told word {n} of it." for n in range(40))
    copies = {
        "own": (wire, "2024-05-04"),
        "upper": (wire.upper(), "2024-05-02"),
        "edited": (wire.replace("word 7 of", "word seven of"), "2024-05-03"),
        "short": (wire[: len(wire) // 2], "2024-05-01"),
    }
    articles = [
        make_article(name, [text], source=f"Desk {name}", published=date) for name, (text, date) in copies.items()
    ]
    html = render_all(plan(*articles))["articles/own.html"].partition("Also carried by")[2].partition("</ul>")[0]
    rows = [" ".join(re.sub("<.*?>", " ", row).split()) for row in re.findall("<li>(.*?)</li>", html)]
    assert rows == [
        "Desk short , 1 May 2024 : Headline of short word for word, shorter",
        "Desk upper , 2 May 2024 : Headline of upper word for word",
        "Desk edited , 3 May 2024 : Headline of edited almost word for word",
    ]


def test_a_name_just_linked_can_be_led_to_but_does_not_link_again() -> None:
    people = {"Mr Ada Nkrumah": "ada", "Ms Nkrumah": "ada"}
    html = body_of(render(make_article("a", ["Mr Ada Nkrumah came. Ms Nkrumah left."], people=people)))
    assert '<a class="name" id="m-1" href="../people/ada.html">Mr Ada Nkrumah</a> came.' in html
    assert '<span class="mention" id="m-2">Ms Nkrumah</span> left.' in html


def test_the_language_of_an_article_is_said_where_it_is_not_the_interfaces() -> None:
    html = render(make_article("a", ["Le texte."], language="fr"))
    assert '<article class="columns" lang="fr">' in html
    assert '<article class="columns">' in render(make_article("a", ["The text."]))


def test_without_words_in_its_language_a_site_is_english_and_its_titles_are_marked() -> None:
    hausa = msgspec.structs.replace(SITE, language="ha")
    files = render_all(plan(make_article("a", ["Le texte."], language="fr"), site=hausa))
    assert all('<html lang="en">' in text for path, text in files.items() if path.endswith(".html"))
    assert '<h1 class="nameplate" lang="ha" dir="auto">Sample archive</h1>' in files["index.html"]
    assert '<article class="columns" lang="fr">' in files["articles/a.html"]
    british = render_all(plan(make_article("a", ["A text."]), site=msgspec.structs.replace(SITE, language="en-GB")))
    assert '<html lang="en-GB">' in british["index.html"]
    assert british["index.html"].count("lang=") == 1


def test_the_page_that_stands_in_for_missing_ones_works_at_any_depth() -> None:
    article = make_article("a", ["Text."])
    assert 'href="/archive/static/newsgen.css"' in render_all(plan(article, site=HOSTED))["404.html"]
    assert 'href="static/newsgen.css"' in render_all(plan(article))["404.html"]


def test_a_picture_is_a_link_and_never_loaded() -> None:
    captions = ("Map of Niger", "The bridge", "A gauge")
    links = ("https://example.org/map.png", None, "javascript:alert(1)")
    html = render(make_article("a", ["Text."], captions=captions, caption_links=links))
    assert (
        '<li dir="auto"><a href="https://example.org/map.png" rel="external nofollow noopener noreferrer">'
        "Map of Niger</a></li>" in html
    )
    assert '<li dir="auto">The bridge</li>' in html
    assert '<li dir="auto">A gauge</li>' in html
    assert "<img" not in html
