"""What `withhold` names stands in no file of the output, whatever it is looked at as."""

import re
from pathlib import Path

import pytest

from building.found import read_all
from building.sites import build_site, read_tree, write_site
from newsgen.errors import ConfigError

SITE = "title: A small archive\nbase_url: https://example.org/small/\nindex: true\n"

ARTICLES = {
    "articles/court.txt": """\
**Trader Kwaku Bediako-Mensah before the court in Tema**

Tema, March 12, 2024 (SHD) -- The trader Kwaku Bediako-Mensah was brought before a court in Tema on Tuesday. Ghana's
Justice Minister Ama Owusu-Darko said that the trial would be fair.

"I have done nothing," Bediako-Mensah told the judge. Judge Esi Bediako-Mensah, no relative, was in the chair.
His lawyer lives at 4 Ridge Lane, Labone, and asked
for calm.

See https://example.org/people/kwaku-bediako-mensah and [Kwaku Bediako&#45;Mensah](https://example.org/k).

#KwakuBediakoMensah, seen at https://example.org/?q=Kwaku%20Bediako%2DMensah and written by <b>Kwa<wbr>ku</b> Bedi-
ako-Mensah himself.
""",
    "articles/two.md": """\
---
headline: Kwaku Bediako-Mensah's trial opens
published: 2024-03-21
source: Sample Harbour Desk
people: [Kwaku Bediako-Mensah, Ama Owusu-Darko]
---

KWAKU BEDIAKO-MENSAH, a trader, stood in court. Mr. Bediako-Mensah said nothing. Minister Ama Owusu-Darko was there.
""",
    "articles/three.txt": """\
Zebra escapes the park of Accra

ACCRA, Aug. 18, 2023 (SHD) - A zebra left the park, Minister Salif Tapsoba-Zongo said on Friday.
""",
}

PERSON = "withhold:\n  - {person: Kwaku Bediako-Mensah, reason: acquitted}\n"


def build(folder: Path, withhold: str, **more: str) -> dict[str, bytes]:
    """The output's files."""
    site = write_site(folder, {"site.yaml": SITE + withhold, **ARTICLES, **more})
    build_site(site)
    return read_tree(site / "public")


def test_without_withholding_the_words_are_there(tmp_path: Path) -> None:
    told = read_all(build(tmp_path, ""))
    assert all(words in told for words in ("Bediako", "bediako", "Ridge Lane", "Zebra"))


def test_a_withheld_person_is_nowhere_and_others_stay(tmp_path: Path) -> None:
    files = build(tmp_path, PERSON)
    told = read_all(files)
    assert not re.search("kwaku", told, re.IGNORECASE)
    assert "people/esi-bediako-mensah.html" in files
    article = files["articles/trader-name-withheld-before-the-court-in-tema.html"].decode()
    assert "trader [name withheld] was brought" in article
    assert "[name withheld] told the judge" in article
    assert re.search("Judge <a [^>]*>?[^<]*Esi Bediako-Mensah|Esi Bediako-Mensah</a>, no relative", article)
    assert "people/ama-owusu-darko.html" in article
    assert "articles/name-withheld-s-trial-opens.html" in files
    assert not any(path.startswith("people/") and "withheld" in path for path in files)


def test_a_withheld_article_is_nowhere(tmp_path: Path) -> None:
    for what in ("articles/three.txt", "three.txt", "zebra-escapes-the-park-of-accra"):
        told = read_all(build(tmp_path, f"withhold:\n  - {{article: {what}, reason: asked to}}\n"))
        assert not re.search("zebra|tapsoba", told, re.IGNORECASE)
        assert "Bediako" in told


def test_a_withheld_passage_is_nowhere(tmp_path: Path) -> None:
    words = "His lawyer lives at 4 Ridge Lane, Labone, and asked for calm."
    for more in ("", ", article: court.txt"):
        files = build(tmp_path, f'withhold:\n  - {{passage: "{words}"{more}, reason: an address}}\n')
        told = read_all(files)
        assert "Ridge" not in told
        assert "Labone" not in told
        assert "[passage withheld]" in files["data/articles.jsonl"].decode()


@pytest.mark.parametrize(("entry", "left"), [("person: Kwaku Bediako-Mensah", 3), ("article: articles/court.txt", 2)])
def test_a_clipping_that_is_read_twice_counts_once(tmp_path: Path, entry: str, left: int) -> None:
    write_site(tmp_path, {"site.yaml": f"{SITE}withhold:\n  - {{{entry}, reason: r}}\n", **ARTICLES})
    report = build_site(tmp_path)
    assert (report.clippings, report.parsed) == (left, left)


def test_what_was_published_goes_with_the_next_build_and_nothing_changes_after_it(tmp_path: Path) -> None:
    build(tmp_path, "")
    first = build(tmp_path, PERSON)
    assert not re.search("kwaku", read_all(first), re.IGNORECASE)
    report = build_site(tmp_path)
    assert (report.written, report.parsed, report.rendered) == (0, 0, 0)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{article: articles/court.md, reason: r}", "site.yaml:5:5: error[unknown-withheld]: there is no article"),
        ("{person: Kwame Bediako-Mensah, reason: r}", "did you mean “Kwaku Bediako-Mensah”?"),
        ("{passage: no such words, reason: r}", "no clipping has the passage"),
        ("{passage: waited outside, article: two.md, reason: r}", "“two.md” does not have the passage"),
    ],
)
def test_an_entry_that_means_nothing_stops_the_build(tmp_path: Path, entry: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        build(tmp_path, f"withhold:\n  - {entry}\n")
    assert message in str(caught.value)
    assert not (tmp_path / "public").exists()


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("articles/kwaku-bediako-mensah.txt", "A headline\n\nA text.\n", "articles/kwaku-bediako-mensah.txt: error"),
        ("people.yaml", "- name: Ama Owusu-Darko\n  note: judged Kwaku Bediako-Mensah\n", "people.yaml:1: error"),
    ],
)
def test_what_the_editor_writes_may_not_tell_it_either(tmp_path: Path, file: str, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        build(tmp_path, PERSON, **{file: text})
    assert message in str(caught.value)


def test_a_judgement_on_a_withheld_person_says_nothing(tmp_path: Path) -> None:
    judged = (
        "- name: Kwaku Bediako-Mensah\n  also: [Mr. Bediako]\n- name: Ama Owusu-Darko\n  not: [Kwaku Bediako-Mensah]\n"
    )
    assert "waku" not in read_all(build(tmp_path, PERSON, **{"people.yaml": judged}))
