"""People: titles, countries, family names and spans beyond what the corpus shows."""

import pytest

from newsgen.annotate.countries import find_countries
from newsgen.annotate.material import gather_material
from newsgen.annotate.people import find_people
from newsgen.annotate.people.grouping import group_names, is_form_of, is_misprint
from newsgen.lexicon import load_lexicon
from newsgen.records.article import Article, Paragraph
from newsgen.records.reading import LocalPerson, PersonMention


def read(text: str, language: str = "en") -> tuple[tuple[LocalPerson, ...], tuple[PersonMention, ...]]:
    lexicon = load_lexicon()
    article = Article(
        path="articles/x.txt",
        headline="in short",
        text=f"in short\n\n{text}",
        body_start=10,
        paragraphs=(Paragraph(kind="paragraph", start=10, end=10 + len(text), line=1),),
        language=language,
    )
    material = gather_material(article, lexicon)
    people, mentions, _ = find_people(article, find_countries(article, material), material)
    return people, mentions


def only(text: str, language: str = "en") -> LocalPerson:
    people, _ = read(text, language)
    assert len(people) == 1, people
    return people[0]


@pytest.mark.parametrize(
    ("text", "titles", "countries"),
    [
        ("Kenyan President Josephine Wanjiru spoke.", ("President",), ("KE",)),
        ("Niger's prime minister Ali Zakou spoke.", ("Prime Minister",), ("NE",)),
        ("Niger's former prime minister Ali Zakou spoke.", ("Prime Minister",), ("NE",)),
        ("US Deputy Secretary of State Harold Winslow spoke.", ("Deputy Secretary of State",), ("US",)),
        ("The foreign minister of Chad, Abderaman Saleh, spoke.", ("Foreign Minister",), ("TD",)),
        ("Peter Okello, the Ugandan defence minister, spoke.", ("Defence Minister",), ("UG",)),
        ("Peter Okello, minister of finance of Uganda, spoke.", ("Minister of Finance",), ("UG",)),
        ("Lt. Gen. Peter Okello spoke. President Okello left.", ("Lieutenant General", "President"), ()),
        ("President Josephine Wanjiru of Kenya spoke.", ("President",), ("KE",)),
        ("President Josephine Wanjiru of the Netherlands spoke.", ("President",), ("NL",)),
        ("President Josephine Wanjiru of Kenya Airways spoke.", ("President",), ()),
        ("President Josephine Wanjiru of Kenya-based Savo spoke.", ("President",), ()),
        ("President Josephine Wanjiru of the port spoke.", ("President",), ()),
        ("India's Leander Passi won.", (), ("IN",)),
        ("Leander Passi (India) won.", (), ("IN",)),
        ("Mr Peter Okello spoke of Uganda.", (), ()),
        ("Army spokesman Peter Okello spoke.", (), ()),
        ("Peter Okello, 34, lives in Uganda.", (), ()),
    ],
)
def test_offices_and_countries(text: str, titles: tuple[str, ...], countries: tuple[str, ...]) -> None:
    person = only(text)
    assert person.titles == titles
    assert person.countries == countries


@pytest.mark.parametrize(
    ("text", "titles", "countries"),
    [
        ("Le président du Niger Idrissa Camara a parlé.", ("Président",), ("NE",)),
        ("Le président Idrissa Camara du Niger a parlé.", ("Président",), ("NE",)),
        ("Le président Idrissa Camara de l’Angola a parlé.", ("Président",), ("AO",)),
        ("Le président Idrissa Camara d'Angola a parlé.", ("Président",), ("AO",)),
        ("Le vol du président Idrissa Camara du Niger au Togo a duré.", ("Président",), ()),
        ("Le Premier ministre Ali Zakou a parlé.", ("Premier ministre",), ()),
        ("Le ministre des Affaires étrangères Ali Zakou a parlé.", ("Ministre des Affaires étrangères",), ()),
    ],
)
def test_french_offices(text: str, titles: tuple[str, ...], countries: tuple[str, ...]) -> None:
    person = only(text, "fr")
    assert person.titles == titles
    assert person.countries == countries


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        ("They met Antony Blake.", ("Antony",), "Blake"),
        ("They met Ali Hassan Lamine Zaki.", ("Ali", "Hassan", "Lamine"), "Zaki"),
        ("They met Ursula van der Brugge.", ("Ursula",), "van der Brugge"),
        ("They met Mohamed Ould Sidi.", ("Mohamed",), "Ould Sidi"),
        ("They met Hassan al-Tikri.", ("Hassan",), "al-Tikri"),
        ("They met Martin Goodwin Jr. again.", ("Martin",), "Goodwin"),
        ("They met King Rudolf.", (), "Rudolf"),
        ("They met Queen Margaret II.", (), "Margaret II"),
        ("Zhang Weimin came. They met Zhang.", ("Weimin",), "Zhang"),
        ("Kim Dong-hyuk came.", ("Dong-hyuk",), "Kim"),
        ("Kim Sanders came. They met Sanders.", ("Kim",), "Sanders"),
    ],
)
def test_family_and_given_names(text: str, given: tuple[str, ...], family: str) -> None:
    person = only(text)
    assert (person.given, person.family) == (given, family)


def test_mentions_say_which_rule_took_them() -> None:
    _, mentions = read("General Oumar Keita met Peter Xqzwv. Keita left.")
    assert [(m.surface, m.name, m.rule, m.person) for m in mentions] == [
        ("General Oumar Keita", "Oumar Keita", "title", 0),
        ("Peter Xqzwv", "Peter Xqzwv", "given-name", 1),
        ("Keita", "Keita", "short-form", 0),
    ]


def test_the_fullest_form_is_the_name() -> None:
    person = only("Ali Zaki spoke. Ali Hassan Zaki left. Zaki wept.")
    assert person.name == "Ali Hassan Zaki"
    assert person.mentions == 3


def test_no_text_no_people() -> None:
    assert read("") == ((), ())


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("zeine", "zene", True),
        ("lamine", "lamime", True),
        ("tiani", "tchiani", False),
        ("baker", "barker", True),
        ("baker", "maker", False),
        ("ali", "alo", False),
        ("mohammed", "mohamad", True),
    ],
)
def test_misprints(left: str, right: str, same: bool) -> None:
    assert is_misprint(left, right) is same


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        (("ali", "zaki"), ("ali", "hassan", "zaki"), True),
        (("lopez", "obregon"), ("andres", "manuel", "lopez", "obregon"), True),
        (("p", "marlow"), ("peter", "marlow"), True),
        (("p", "marlow"), ("anna", "marlow"), False),
        (("bill", "marlow"), ("hillary", "marlow"), False),
        (("peter", "smith"), ("peter", "jones"), False),
    ],
)
def test_forms_of_one_name(short: tuple[str, ...], long: tuple[str, ...], same: bool) -> None:
    assert is_form_of(short, long) is same


def test_grouping_keeps_the_order_of_the_text_out_of_it() -> None:
    keys = [("ali", "zaki"), ("ali", "hassan", "zaki"), ("omar", "zaki")]
    for order in (keys, keys[::-1]):
        numbers = group_names(order)
        assert numbers["ali", "zaki"] == numbers["ali", "hassan", "zaki"] != numbers["omar", "zaki"]
