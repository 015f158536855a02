import pytest

from factories import make_person, make_reading
from newsgen.config.people import parse_people
from newsgen.errors import ConfigError
from newsgen.lexicon import load_lexicon
from newsgen.records.entities import Entities
from newsgen.records.options import Judgement
from newsgen.records.reading import LocalPerson
from newsgen.resolve import resolve
from sayings import say


def judge(*judgements: Judgement, people: tuple[LocalPerson, ...]) -> Entities:
    """What is resolved of articles that name one person each."""
    readings = [make_reading(f"articles/{n}.txt", one, headline=f"No {n}") for n, one in enumerate(people)]
    return resolve(readings, judgements, load_lexicon())


def ids(entities: Entities) -> list[str | None]:
    return [own for article in entities.person_ids for own in article]


TWO_NAMES = (make_person("Abdourahamane Tiani", "General"), make_person("Omar Tchiani", "General"))


def test_also_joins_what_no_rule_could_know() -> None:
    entities = judge(Judgement(name="Abdourahamane Tiani", also=("Omar Tchiani",), note="Leader"), people=TWO_NAMES)
    (person,) = entities.people
    assert (person.id, person.name, person.note) == ("abdourahamane-tiani", "Abdourahamane Tiani", "Leader")
    assert [(link.rule, link.left, link.right) for link in person.links] == [
        ("people.yaml", "Abdourahamane Tiani", "Omar Tchiani")
    ]


@pytest.mark.parametrize(
    ("name", "other", "found"),
    [
        ("Narendra Modi", "Narendra Mody", ("join them, too", "one name in two transliterations", "same given name")),
        ("Joe Barden", "Joseph Barden", ("leave it open", "same family name")),
        ("Joe Barden", "Peter Okello", ("do not join them",)),
    ],
)
def test_a_judgement_hides_nothing_that_the_rules_have_found(name: str, other: str, found: tuple[str, ...]) -> None:
    people = (make_person(name, "President", countries=("US",)), make_person(other, "President", countries=("US",)))
    (person,) = judge(Judgement(name=name, also=(other,)), people=people).people
    (link,) = person.links
    judged, *rest = say(link.evidence)
    assert (link.rule, judged) == ("people.yaml", "judged to be one person")
    assert all(words in reason for words, reason in zip(found, rest, strict=False)), rest
    assert (len(rest) > 1) == (len(found) > 1)


@pytest.mark.parametrize("spelling", ["General Omar Tchiani", "general omar tchiani", "Omar TCHIANI", "Omar Tchiâni"])
def test_spellings_are_compared_without_accents_and_with_titles(spelling: str) -> None:
    entities = judge(Judgement(name="Abdourahamane Tiani", also=(spelling,)), people=TWO_NAMES)
    assert ids(entities) == ["abdourahamane-tiani"] * 2


def test_a_name_that_no_article_writes_is_shown_all_the_same() -> None:
    entities = judge(Judgement(name="Omar Abdourahamane Tiani", also=("Omar Tchiani",)), people=TWO_NAMES)
    assert ids(entities) == ["abdourahamane-tiani", "omar-abdourahamane-tiani"]
    assert entities.people[1].spellings[0].text == "Omar Tchiani"


def test_also_parts_nothing_that_the_rules_have_joined() -> None:
    people = (*TWO_NAMES, make_person("Abdourahamane Tchiani", "General"))
    assert ids(judge(people=people)).count("abdourahamane-tiani") == 2
    entities = judge(Judgement(name="Abdourahamane Tiani", also=("Omar Tchiani",)), people=people)
    assert ids(entities) == ["abdourahamane-tiani"] * 3


def test_a_family_name_fits_the_one_whom_a_judgement_makes_of_two() -> None:
    people = (
        make_person("Abdourahamane Tiani", countries=("NE",)),
        make_person("Omar Tiani", countries=("NE",)),
        make_person("Tiani", "Mr", countries=("NE",)),
    )
    assert len(set(ids(judge(people=people)))) == 3
    assert len(set(ids(judge(Judgement(name="Omar Tiani", also=("Abdourahamane Tiani",)), people=people)))) == 1


def test_not_keeps_apart_what_the_rules_join() -> None:
    people = (make_person("Narendra Modi"), make_person("Narendra Mody"))
    assert len(set(ids(judge(people=people)))) == 1
    entities = judge(Judgement(name="Narendra Modi", different=("Narendra Mody",)), people=people)
    assert ids(entities) == ["narendra-modi", "narendra-mody"]
    assert not entities.people[0].undecided


def test_two_entries_are_two_people() -> None:
    people = (make_person("Narendra Modi"), make_person("Narendra Mody"))
    entities = judge(Judgement(name="Narendra Modi"), Judgement(name="Narendra Mody"), people=people)
    assert ids(entities) == ["narendra-modi", "narendra-mody"]


def test_not_holds_for_all_spellings_of_a_person() -> None:
    people = (
        make_person("Abdourahamane Tiani", "General"),
        make_person("Abdourahamane Tchiani", "General"),
        make_person("Omar Tchiani"),
    )
    entities = judge(
        Judgement(name="Omar Tchiani", also=("Abdourahamane Tiani",), different=("Abdourahamane Tchiani",)),
        people=people,
    )
    assert ids(entities) == ["omar-tchiani", "abdourahamane-tchiani", "omar-tchiani"]


def test_a_mere_family_name_is_kept_from_a_person_too() -> None:
    people = (make_person("Zeine", "Mr", countries=("NE",)), make_person("Ali Zeine", countries=("NE",)))
    assert len(set(ids(judge(people=people)))) == 1
    assert len(set(ids(judge(Judgement(name="Ali Zeine", different=("Zeine",)), people=people)))) == 2


def test_also_may_be_a_single_name() -> None:
    people = (make_person("Lula", "President"), make_person("Luiz Silva"), make_person("Lula"))
    entities = judge(Judgement(name="Lula", also=("Luiz Silva",)), people=people)
    assert ids(entities) == ["lula"] * 3


def test_the_title_decides_for_a_mere_family_name() -> None:
    people = (make_person("Bush", "President"), make_person("Bush"))
    entities = judge(
        Judgement(name="George Bush", also=("President Bush",)),
        Judgement(name="Jeb Bush", also=("Bush",)),
        people=people,
    )
    assert ids(entities) == ["george-bush", "jeb-bush"]


def test_a_name_kept_away_with_its_title_is_not_claimed_without_it() -> None:
    people = [("Minister", "NE"), ("General", "CM")]
    readings = [
        make_reading(code, make_person("Omar Sani", title, countries=(code,)), countries={code: True})
        for title, code in people
    ]
    judgement = Judgement(name="Omar Sani", also=("Minister Omar Sani",), different=("General Omar Sani",), line=1)
    entities = resolve(readings, (judgement,), load_lexicon())
    assert len({own for owns in entities.person_ids for own in owns}) == 2


def test_what_is_no_person_is_dropped() -> None:
    entities = judge(Judgement(name="Air Base", person=False), people=(make_person("Air Base"), *TWO_NAMES))
    assert ids(entities) == [None, "abdourahamane-tiani", "omar-tchiani"]
    assert not entities.diagnostics


def test_a_judgement_about_nobody_is_a_warning() -> None:
    (warning,) = judge(Judgement(name="Nobody Here", also=("No One",), line=7), people=TWO_NAMES).diagnostics
    assert (warning.path, warning.line, warning.severity, warning.code) == ("people.yaml", 7, "warning", "unknown-name")
    assert "Nobody Here" in warning.message


def test_unknown_names_of_a_known_entry_are_told_with_their_places_and_the_nearest_known() -> None:
    (entry,) = parse_people("- name: Abdourahamane Tiani\n  also: [Omar Tchani]\n  not:\n    - Nobody Here\n")
    entities = judge(entry, people=TWO_NAMES)
    assert [(item.line, item.column, item.severity, item.code) for item in entities.diagnostics] == [
        (2, 10, "warning", "unknown-name"),
        (4, 7, "warning", "unknown-name"),
    ]
    assert "did you mean “Omar Tchiani”?" in entities.diagnostics[0].hint
    assert "did you mean" not in entities.diagnostics[1].hint


def test_the_nearest_name_to_any_spelling_of_an_unknown_person_is_suggested() -> None:
    (warning,) = judge(Judgement(name="Old Soldier", also=("Omar Tchani",), line=7), people=TWO_NAMES).diagnostics
    assert "did you mean “Omar Tchiani”?" in warning.hint


def test_what_is_no_person_and_kept_from_one_names_both_lines() -> None:
    entries = parse_people("- name: Air Base\n  person: false\n  not: [Ann Lee]\n")
    with pytest.raises(ConfigError) as caught:
        judge(*entries, people=TWO_NAMES)
    (fault,) = caught.value.diagnostics
    assert fault.line == 3
    assert "(line 1)" in fault.message
    assert "line 3" in fault.message


def test_the_name_shown_may_be_the_editors_own() -> None:
    assert not judge(Judgement(name="The General", also=("Omar Tchiani",)), people=TWO_NAMES).diagnostics


def test_a_name_under_not_may_have_a_title() -> None:
    entry = Judgement(name="Abdourahamane Tiani", different=("General Omar Tchiani",))
    assert not judge(entry, people=TWO_NAMES).diagnostics


def test_many_unknown_names_are_counted() -> None:
    entries = [Judgement(name=f"Nobody No{n}", line=n) for n in range(1, 51)]
    diagnostics = judge(*entries, people=TWO_NAMES).diagnostics
    assert len(diagnostics) == 21
    assert diagnostics[0].message == "30 more names in this file are named by no article"


def test_also_holds_for_nobody_and_not_contradicts_it() -> None:
    nobody = Judgement(name="Abdourahamane Tiani", also=("Omar Tchiani",), person=False)
    assert ids(judge(nobody, people=TWO_NAMES)) == [None, None]
    (entry,) = parse_people("- name: Air Base\n  not: [Omar Tchiani]\n  person: false\n")
    with pytest.raises(ConfigError) as caught:
        judge(entry, people=TWO_NAMES)
    assert str(caught.value.diagnostics[0]).startswith("people.yaml:2:9: error[contradiction]: “Air Base” is no person")


@pytest.mark.parametrize("name", ['"Ann\\0 Lee"', '"Ann\\x07 Lee"'])
def test_a_name_without_letters_to_show_is_an_error(name: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_people(f"- name: Ann Lee\n  also: [{name}]\n")
    assert (caught.value.diagnostics[0].line, caught.value.diagnostics[0].column) == (2, 10)


def test_what_nobody_takes_for_a_person_is_only_noted() -> None:
    (note,) = judge(Judgement(name="Air Base", person=False, line=7), people=TWO_NAMES).diagnostics
    assert (note.line, note.severity, note.code) == (7, "note", "unknown-name")


@pytest.mark.parametrize(
    ("judgements", "words"),
    [
        (
            (Judgement(name="Ann Lee", line=1), Judgement(name="Bo Li", also=("Ann LEE",), line=5)),
            ["“Ann LEE” belongs to two entries", "in line 1 and in line 5"],
        ),
        (
            (Judgement(name="Ann Lee", also=("Bo Li",), line=1), Judgement(name="Bo Li", also=("Ann Lee",), line=5)),
            ["“Ann Lee” belongs to two entries", "“Bo Li” belongs to two entries", "in line 1 and in line 5"],
        ),
        (
            (Judgement(name="Ann Lee", also=("Bo Li",), different=("Bo Lí",), line=3),),
            ["people.yaml:3", "“Bo Lí” stands under `not` here and, in line 3, among the names of the same entry"],
        ),
    ],
)
def test_judgements_that_contradict_each_other_are_an_error(
    judgements: tuple[Judgement, ...], words: list[str]
) -> None:
    with pytest.raises(ConfigError) as caught:
        judge(*judgements, people=())
    for word in words:
        assert word in str(caught.value)


def test_two_entries_that_mean_one_name_are_an_error() -> None:
    with pytest.raises(ConfigError, match="two entries speak of “Omar Tchiani”, in line 1 and in line 2"):
        judge(
            Judgement(name="Omar Tchiani", line=1),
            Judgement(name="General Omar Tchiani", line=2),
            people=TWO_NAMES,
        )
