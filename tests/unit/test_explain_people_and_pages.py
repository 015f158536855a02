"""`newsgen explain PERSON|URL`: why names are one person's, and what pages and events are made from."""

import json
from pathlib import Path

import pytest

from building.sites import build_site, read_times, write_site
from newsgen.build.tracing.addresses import find_target, tell_kind
from newsgen.cli import main
from newsgen.errors import UsageError

pytestmark = pytest.mark.usefixtures("at_once")

CLIPPINGS = {
    "site.yaml": """\
title: Roads
base_url: https://example.org/roads/
sources:
  - {name: Sample Harbour Desk, aliases: [SHD], country: GH}
timelines:
  - id: road
    title: The road
    countries: [GH, BF]
    pinned:
      - {date: 2024-03-02, text: A vote on the road, source: minutes}
""",
    "people.yaml": """\
# who is who
- name: Ama Owusu-Darko
  also: [Ama Darko]
  not: [Efua Darko]
- name: Volta Bridge
  person: false
  note: it is a bridge
""",
    "articles/one.txt": """\
Ghana and Burkina Faso reopen the road

Accra, March 12, 2024 (SHD) -- Ghana and Burkina Faso reopened the road on Tuesday, Transport Minister Ama
Owusu-Darko said. Prime Minister Narendra Modi of India was not there.
""",
    "articles/two.md": """\
---
headline: A road is open, a harbour waits
published: 2024-03-14
source: Sample Harbour Desk
---

Ghana and Burkina Faso reopened the road on March 12. Transport Minister Ama Darko said so again.

Prime Minister Narendra Mody of India saw the road in Burkina Faso.
""",
    "articles/three.txt": """\
A vote on roads

Accra, March 20, 2024 (SHD) -- U.S. President Joe Barden said in Accra on Tuesday that the road was good.
""",
    "articles/four.txt": """\
Another vote on roads

Lome, March 21, 2024 (SHD) -- U.S. President Joseph Barden said in Lome on Tuesday that the road was bad.
""",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with one person in two spellings, two who may be one, an event of two reports; the current folder."""
    folder = write_site(tmp_path / "site", CLIPPINGS)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    return folder


def explain(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """The lines that the command says, without blanks at their ends."""
    assert main(["explain", *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return [line.strip() for line in out.splitlines()]


def refuse(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The message with which the command refuses."""
    assert main(["explain", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


# --- people ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Narendra Modi", "NARENDRA MODY", "narendra-modi", "Prime Minister Narendra Modi"])
def test_a_join_is_told_with_rule_evidence_and_sentences(site, capsys, name) -> None:
    lines = explain(capsys, name)
    assert lines[0] == "Narendra Modi  people/narendra-modi.html"
    start = lines.index("Why this is one person")
    assert lines[start + 1] == "Narendra Modi is Narendra Mody"
    told = "\n".join(lines[start:])
    assert "both called Prime Minister" in told
    assert "articles/one.txt:4:19" in told
    assert "articles/two.md:9:1" in told
    assert "“Prime Minister Narendra Mody of India saw the road in Burkina Faso.”" in told


def test_who_else_it_may_be_is_told_with_the_commands_that_decide(site, capsys) -> None:
    lines = explain(capsys, "Joe Barden")
    told = "\n".join(lines[lines.index("May also be") :])
    assert "Joseph Barden  people/joseph-barden.html, 1 article" in told
    assert 'newsgen people same "Joe Barden" "Joseph Barden"' in told
    assert "articles/four.txt:3" in told


def test_a_name_of_several_people_tells_of_all(site, capsys) -> None:
    lines = explain(capsys, "Barden")
    assert "bearers     2 people, one after the other:" in lines
    assert {"id          joe-barden", "id          joseph-barden"} <= set(lines)


def test_a_name_without_joins_has_its_reason_too(site, capsys) -> None:
    assert "because     the one article that names this person takes all mentions for one" in explain(
        capsys, "joe-barden"
    )
    (site / "articles" / "five.txt").write_text(
        "---\npeople: [Lena Ode]\n---\n\nRain\n\nIt rained in Accra.\n", "utf-8"
    )
    assert "because     only front matter names this person" in explain(capsys, "Lena Ode")
    assert "listed      in the front matter of articles/five.txt" in explain(capsys, "Lena Ode")


def test_one_name_in_several_articles_is_told_by_what_they_say(site, capsys) -> None:
    text = "Rain\n\nAccra, March 2{day}, 2024 (SHD) -- {title} Wanda Okwara of Ghana said it rained. {more}\n"
    first = text.format(day=1, title="President", more="She left.")
    (site / "articles" / "five.txt").write_text(first, "utf-8")
    (site / "articles" / "six.txt").write_text(text.format(day=2, title="President", more="She slept."), "utf-8")
    told = "\n".join(explain(capsys, "Wanda Okwara"))
    assert "because     2 articles write the same name, “Wanda Okwara”\nthe name is rare" in told
    assert "2 call this one President\n2 tie this one to Ghana" in told
    assert "against     nothing: no two of them tell other offices" in told
    (site / "articles" / "six.txt").write_text(text.format(day=2, title="Ambassador", more=""), "utf-8")
    told = "\n".join(explain(capsys, "Wanda Okwara"))
    assert "call this one" not in told
    assert "against     President in one article, Ambassador in another" in told


def test_the_events_of_a_person_come_with_addresses_that_explain_them(site, capsys) -> None:
    (person,) = json.loads(run_json(capsys, "Ama Darko"))["people"]
    addresses = [event["place"] for event in person["events"]]
    assert addresses
    for address in addresses:
        assert explain(capsys, address)[0].startswith("people/ama-owusu-darko.html  the event ")


def test_an_id_means_only_the_one(site, capsys) -> None:
    assert "id          joseph-barden" not in explain(capsys, "joe-barden")


def test_judgements_are_told_with_their_lines(site, capsys) -> None:
    lines = explain(capsys, "Ama Darko")
    (judged,) = [line for line in lines if line.startswith("judged")]
    assert judged.endswith(
        "“Ama Owusu-Darko” is the spelling shown; the same as “Ama Darko”; not “Efua Darko”  people.yaml:2"
    )
    assert "rule        decided by the editor in people.yaml" in lines


def test_a_name_that_is_no_persons_is_told_by_the_line_that_says_so(site, capsys) -> None:
    assert "judged      “Volta Bridge” is no person's name: it is a bridge  people.yaml:5" in explain(
        capsys, "Volta Bridge"
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Narendra Mudi", "did you mean “Narendra Modi” or “Narendra Mody”"),
        ("Efua Darko", "no article names “Efua Darko”"),
        ("the road was bad", "`newsgen explain articles/four.txt --at 3:89` shows how one of them is read"),
        ("Narendra", "no article names “Narendra” (did you mean “Narendra Modi”?)"),
        ("ghana", "“ghana” is no person here, but has a page (`newsgen explain countries/ghana.html` tells"),
        ("Xyzzy Qwfp", "`newsgen people` lists them all"),
    ],
)
def test_a_name_that_nobody_has_is_told_with_the_nearest(site, capsys, name, says) -> None:
    message = refuse(capsys, name)
    assert message.startswith(f"{name}: error[unknown-person]: ")
    assert says in message


# --- pages ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "people/narendra-modi.html",
        "./people/narendra-modi.html",
        "people/narendra-modi",
        "https://example.org/roads/people/narendra-modi.html",
        "HTTP://EXAMPLE.ORG/roads/people/narendra-modi.html?x=1",
        "http://127.0.0.1:8000/people/narendra-modi.html",
        "file:///media/stick/roads/people/narendra-modi.html",
    ],
)
def test_all_addresses_of_a_page_mean_it(site, capsys, address) -> None:
    assert explain(capsys, address)[0] == "Narendra Modi  people/narendra-modi.html"


def test_a_page_on_the_disk_is_known_by_the_folder_that_was_built(site, capsys) -> None:
    build_site(site)
    assert explain(capsys, "public/people/joe-barden.html")[0] == "Joe Barden  people/joe-barden.html"
    address = (site / "public" / "index.html").as_uri()
    assert explain(capsys, address) == ["index.html  the home page"]


def test_an_event_is_told_with_reports_dates_and_what_joined_them(site, capsys) -> None:
    events = json.loads(run_json(capsys, "timelines/road.html"))["items"]
    (address,) = [item["place"] for item in events if "2024-03-12" in item["place"]]
    lines = explain(capsys, address)
    assert "date        2024-03-12  all reports give it" in lines
    assert any(line.startswith("2 reports") for line in lines)
    assert "1           articles/one.txt:3:76  Sample Harbour Desk, 2024-03-12" in lines
    assert "date        2024-03-12: “March 12”, rule month-day, counted from 2024-03-14" in lines
    assert "shown       as the clearest sentence" in lines
    assert any(line.startswith("like ") and line.endswith("same day") for line in lines)
    assert any(line.startswith("shown on    timelines/road.html, for it meets the conditions") for line in lines)


def run_json(capsys: pytest.CaptureFixture[str], subject: str) -> str:
    assert main(["explain", "--json", subject]) == 0
    return capsys.readouterr().out


def test_an_event_of_the_editors_own_is_told_by_its_line(site, capsys) -> None:
    (own,) = [
        item["place"] for item in json.loads(run_json(capsys, "timelines/road.html"))["items"] if "own" in item["place"]
    ]
    assert "because     the editor wrote it: site.yaml:10" in explain(capsys, own)


def test_a_country_tells_why_articles_are_about_it(site, capsys) -> None:
    lines = explain(capsys, "countries/india.html")
    assert "country     India (IN)" in lines
    assert "Named in passing, newest first" in lines
    assert "articles/one.txt  Ghana and Burkina Faso reopen the road" in lines
    assert any("named once" in line and line.endswith("line 4") for line in lines)


def test_an_article_is_told_as_its_file(site, capsys) -> None:
    page = "articles/a-vote-on-roads.html"
    assert explain(capsys, page) == explain(capsys, "articles/three.txt")
    assert explain(capsys, page, "--at", "3") == explain(capsys, "articles/three.txt", "--at", "3")
    assert json.loads(run_json(capsys, page)) == json.loads(run_json(capsys, "articles/three.txt"))


def test_a_place_in_an_article_is_told_alone(site, capsys) -> None:
    lines = explain(capsys, "articles/a-vote-on-roads.html#m-1")
    assert "U.S. President Joe Barden" in lines[0] or "President Joe Barden" in lines[0]
    assert not any(line.startswith("headline") for line in lines)


def test_an_old_address_leads_on_to_what_took_its_place(site, capsys) -> None:
    (site / "redirects.yaml").write_text("- from: people/n-modi.html\n  to: people/narendra-modi.html\n", "utf-8")
    lines = explain(capsys, "people/n-modi.html")
    assert "moved       people/n-modi.html leads on, as redirects.yaml:1 says" in lines
    assert "Narendra Modi  people/narendra-modi.html" in lines


@pytest.mark.parametrize(
    "page",
    [
        "index.html",
        "people/index.html",
        "sources/sample-harbour-desk.html",
        "dates/2024-03.html",
        "timelines/road.html",
    ],
)
def test_every_kind_of_page_is_told(site, capsys, page) -> None:
    assert explain(capsys, page)[0].startswith(page)


@pytest.mark.parametrize(
    ("address", "code", "says"),
    [
        ("people/narendra-mody.html", "unknown-page", "did you mean people/narendra-modi.html"),
        ("https://example.com/roads/people/x.html", "other-site", "not within https://example.org/roads/"),
        ("timelines/road.html#2024-03-12-opening", "unknown-event", "did you mean 2024-03-12-"),
        ("timelines/road.html#2024-03-02-own", "unknown-event", "did you mean own-2024-03-02"),
        ("timelines/road.html#nope", "unknown-event", "`newsgen explain timelines/road.html` lists its events"),
        ("https://[::1/x.html", "unknown-page", "the site has no such page"),
        ("articles/none.txt", "no-clipping", "there is no such file"),
        ("articles", "no-clipping", "this is a folder"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_with_the_nearest(site, capsys, address, code, says) -> None:
    message = refuse(capsys, address)
    assert message.startswith(f"{address}: error[{code}]: ")
    assert says in message


def test_lines_are_asked_of_clippings_only(site, capsys) -> None:
    assert "--why and --at ask about the lines of a clipping" in refuse(capsys, "Joe Barden", "--at", "3")


def test_nothing_to_ask_for_is_a_wrong_call(site, capsys) -> None:
    assert "Give a file, a person's name, or a page's address." in refuse(capsys, " ")


def test_the_site_may_be_another_folder_and_nothing_in_it_is_written(site, capsys, monkeypatch) -> None:
    explain(capsys, "Joe Barden")
    before = {path: time for path, time in read_times(site).items() if not path.startswith(".newsgen")}
    monkeypatch.chdir(site.parent)
    assert explain(capsys, "-C", "site", "Joe Barden")[0] == "Joe Barden  people/joe-barden.html"
    assert before == {path: time for path, time in read_times(site).items() if not path.startswith(".newsgen")}


def test_json_holds_all_that_is_told_of_a_person(site, capsys) -> None:
    (person,) = json.loads(run_json(capsys, "Narendra Modi"))["people"]
    assert [own["text"] for own in person["spellings"]] == ["Narendra Modi", "Narendra Mody"]
    (join,) = person["joins"]
    assert [(place["path"], place["line"], place["column"]) for place in join["passages"]] == [
        ("articles/one.txt", 4, 19),
        ("articles/two.md", 9, 1),
    ]


# --- what is meant --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("articles/x.txt", "file"),
        ("x.markdown", "file"),
        ("people/joe-biden.html", "address"),
        ("people/joe-biden", "address"),
        ("https://example.org/", "address"),
        ("file:///x", "address"),
        ("feed.xml", "address"),
        ("Joe Biden", "name"),
        ("joe-biden", "name"),
        ("O'Neill Jr.", "name"),
    ],
)
def test_a_subject_is_a_file_an_address_or_a_name(subject, kind) -> None:
    assert tell_kind(subject) == kind


def test_without_base_url_an_address_on_the_web_is_refused_with_what_to_do() -> None:
    with pytest.raises(UsageError, match="set `base_url` there"):
        find_target("https://example.org/people/x.html", {"people/x.html"}, None)
