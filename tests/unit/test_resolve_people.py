from factories import make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.records.entities import Entities, Person
from newsgen.records.reading import LocalPerson, PersonMention, Reading
from newsgen.resolve import resolve
from sayings import say


def articles(*casts: LocalPerson | tuple[LocalPerson, ...]) -> list[Reading]:
    """One article for each cast."""
    return [
        make_reading(f"articles/{n}.txt", *(cast if isinstance(cast, tuple) else (cast,)), headline=f"No {n}")
        for n, cast in enumerate(casts)
    ]


def resolve_all(readings: list[Reading]) -> Entities:
    return resolve(readings, (), load_lexicon())


def find(entities: Entities, own: str) -> Person:
    return next(person for person in entities.people if person.id == own)


def test_a_person_gathers_spellings_titles_and_places() -> None:
    entities = resolve_all(
        articles(
            make_person("Ali Mahaman Lamine Zeine", "Prime Minister"),
            (make_person("Mohamed Bazoum"), make_person("Ali Mahaman Lamime Zeine", "PM")),
            make_person("Ali Mahaman Lamine Zeine", "prime minister"),
        )
    )
    person = find(entities, "ali-mahaman-lamine-zeine")
    assert [(one.text, one.articles) for one in person.spellings] == [
        ("Ali Mahaman Lamine Zeine", (0, 2)),
        ("Ali Mahaman Lamime Zeine", (1,)),
    ]
    assert person.titles == ("Prime Minister", "PM")
    assert person.members == ((0, 0), (1, 1), (2, 0))
    assert entities.person_ids == ((person.id,), ("mohamed-bazoum", person.id), (person.id,))


def test_a_join_says_what_it_rests_on() -> None:
    entities = resolve_all(
        articles(
            make_person("Abdourahamane Tiani", "General", countries=("NE",)),
            make_person("Abdourahamane Tchiani", "General", countries=("NE",)),
        )
    )
    (link,) = entities.people[0].links
    assert (link.left, link.right) == ("Abdourahamane Tchiani", "Abdourahamane Tiani")
    assert link.rule == "transliteration"
    assert say(link.evidence) == (
        "family name Tiani/Tchiani: likely one name in two transliterations",
        "same given name",
        "both called General",
        "both tied to Niger",
    )


def test_an_open_question_stands_on_both_persons() -> None:
    entities = resolve_all(articles(make_person("J. Barker"), make_person("James Barker")))
    assert [[other for other, _ in person.undecided] for person in entities.people] == [["james-barker"], ["j-barker"]]
    assert entities.people[0].undecided[0][1].rule == "initials"


def test_the_name_shown_is_the_one_of_most_articles() -> None:
    joe, joseph = make_person("Joe Robin Biden"), make_person("Joe Robin Finn Biden")
    assert resolve_all(articles(joe, joseph, joe)).people[0].name == "Joe Robin Biden"


def test_of_equals_the_fuller_name_is_shown_then_the_one_mentioned_more() -> None:
    short, full = make_person("Ali Zeine", mentions=9), make_person("Ali Mahaman Lamine Zeine")
    assert resolve_all(articles(short, full)).people[0].name == "Ali Mahaman Lamine Zeine"
    often = make_person("Ali Mahaman Lamine Zeine", mentions=6)
    misprint = make_person("Ali Mahaman Lamime Zeine", mentions=1)
    assert resolve_all(articles(misprint, often)).people[0].name == "Ali Mahaman Lamine Zeine"


def test_capitals_and_initials_are_not_shown_where_there_is_better() -> None:
    loud, plain = make_person("JOE BIDEN"), make_person("Joe Biden")
    assert resolve_all(articles(loud, loud, plain)).people[0].name == "Joe Biden"


def test_persons_of_later_articles_take_no_id_away() -> None:
    def name(path: str, published: str, code: str) -> Reading:
        one = make_person("Park", "President", countries=(code,))
        return make_reading(f"articles/{path}.txt", one, headline=code, published=published)

    old = [name("d", "2024-01-02", "KR"), name("c", "2024-01-03", "GB")]
    new = [name("b", "2024-02", "US"), name("a", "2024-03-01", "NE")]
    before, after = resolve_all(old), resolve_all([*new, *old])
    assert before.person_ids[0] == ("park",)
    assert after.person_ids[2:] == before.person_ids
    assert len(set(after.person_ids)) == 4


def test_two_persons_of_one_name_get_two_ids() -> None:
    entities = resolve_all(articles(make_person("Park", countries=("KR",)), make_person("Park", countries=("GB",))))
    assert sorted(own for (own,) in entities.person_ids) == ["park", "park-ncfr"]
    assert entities.person_ids[0] == ("park",)


def test_names_in_one_article_are_two_people_however_alike() -> None:
    entities = resolve_all(articles((make_person("Narendra Modi"), make_person("Narendra Mody"))))
    assert len(entities.people) == 2
    assert not entities.people[0].undecided


def test_a_chain_that_connects_two_people_of_one_article_breaks_at_its_weakest() -> None:
    first, second = make_person("Ali Mahaman Zeine"), make_person("Ali Zene")
    between = make_person("Ali Mahaman Zène")
    entities = resolve_all(articles((first, second), between))
    assert entities.person_ids[0][0] == entities.person_ids[1][0]
    assert entities.person_ids[0][1] != entities.person_ids[1][0]


def test_a_mere_family_name_without_title_has_no_page_of_its_own() -> None:
    entities = resolve_all(articles(make_person("Brown"), make_person("Lula", "President")))
    assert {person.id: person.has_page for person in entities.people} == {"brown": False, "lula": True}


def test_a_family_name_that_may_be_one_of_several_people_has_no_page_of_its_own() -> None:
    casts = [make_person(name, "Foreign Minister") for name in ("Ann Marlow", "Bo Marlow", "Marlow")]
    entities = resolve_all(articles(*casts))
    assert {person.id: person.has_page for person in entities.people} == {
        "ann-marlow": True,
        "bo-marlow": True,
        "marlow": False,
    }
    assert [other for other, _ in find(entities, "marlow").undecided] == ["ann-marlow", "bo-marlow"]


def test_a_family_name_leads_to_the_person_with_its_evidence() -> None:
    entities = resolve_all(
        articles(make_person("Zeine", "Prime Minister"), make_person("Ali Zeine", "Prime Minister", countries=("NE",)))
    )
    (person,) = entities.people
    assert person.name == "Ali Zeine"
    assert [(link.rule, link.left, say(link.evidence)[1]) for link in person.links] == [
        ("family-name", "Zeine", "both called Prime Minister")
    ]


def test_the_text_s_own_ways_to_write_a_name_are_spellings() -> None:
    reading = make_reading("articles/a.txt", make_person("Joe Biden", "President"))
    mentions = tuple(
        PersonMention(start=0, end=1, surface=name, name=name, person=0, rule="test") for name in ("Joe Biden", "Biden")
    )
    changed = Reading(article=reading.article, people=reading.people, person_mentions=mentions)
    assert [one.text for one in resolve_all([changed]).people[0].spellings] == ["Biden", "Joe Biden"]


def test_front_matter_lists_a_person_whom_the_text_does_not_name() -> None:
    named = make_reading("articles/a.txt", make_person("Joe Biden", "President"))
    listing = make_reading("articles/b.txt", headline="Other", listed_people=("President Joe Biden", "Ann Other"))
    entities = resolve_all([named, listing])
    biden, ann = find(entities, "joe-biden"), find(entities, "ann-other")
    assert (biden.members, biden.listed_in) == (((0, 0),), (1,))
    assert (ann.members, ann.listed_in, ann.has_page) == ((), (1,), True)
    assert entities.person_ids == (("joe-biden",), ())


def test_the_link_of_a_family_name_tells_which_articles_were_compared() -> None:
    about = [("Ali Zeine", "ML"), ("Zeine", "US"), ("Ali Zeine", "NE"), ("Zeine", "NE")]
    readings = [
        make_reading(f"articles/{n}.txt", make_person(name), headline=str(n), countries={code: True})
        for n, (name, code) in enumerate(about)
    ]
    (link,) = find(resolve_all(readings), "ali-zeine").links
    assert say(link.evidence) == ("same family name", "in articles about Niger", "nobody else fits")
    assert link.compared == (3, 2)


def test_one_frequent_family_name_costs_no_square(monkeypatch) -> None:
    # 3,000 people called Kim, of whom all pairs would be 4.5 million.
    syllables = ["ba", "do", "fe", "gi", "ku", "la", "me", "ni", "po", "ra", "su", "te", "vo", "wi", "zu"]
    given = [f"{a}{b}{c}".title() for a in syllables for b in syllables for c in syllables][:3000]
    compared = []
    monkeypatch.setattr("newsgen.resolve.families.compare_families", lambda *pair: compared.append(pair) or "different")
    entities = resolve_all(articles(*(make_person(f"{name} Kim") for name in given)))
    assert len(entities.people) == len(given)
    assert len(compared) < 40 * len(given)


def test_no_name_breaks_it() -> None:
    names = [
        "...",
        "—",
        "🙂 🙂",
        "習近平",
        "a/b ../c",
        "con",
        "nul Index",
        "X" * 5000,
        "' '",
        "ß ẞ",
        "jr",
        "de la",
        "A B",
    ]
    people = [
        LocalPerson(
            name=n, family=n.split()[-1], given=tuple(n.split()[:-1]), titles=(), forms=(n,), countries=(), mentions=1
        )
        for n in names
    ]
    entities = resolve_all(articles(*people))
    ids = [own for (own,) in entities.person_ids]
    assert all(ids)
    assert all(own and own.replace("-", "").isalnum() and own.isascii() for own in ids)
