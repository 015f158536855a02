from newsgen.annotate.doers import Doers
from newsgen.annotate.material import gather_material
from newsgen.lexicon import load_lexicon
from newsgen.lexicon.names import Gender
from newsgen.records.article import Article
from newsgen.records.reading import LocalPerson, PersonMention, Reading

NAMES = ("Mr Okoye", "Mrs Sow", "Berg")


def find(text: str, gender: Gender, *, strictly: bool = True) -> str | None:
    """The name for which the pronoun at the bar stands."""
    place, text = text.index("|"), text.replace("|", "")
    mentions = sorted(
        (at, person) for person, name in enumerate(NAMES) for at in range(len(text)) if text.startswith(name, at)
    )
    reading = Reading(
        article=Article(path="articles/x.txt", headline="", text=text, body_start=0),
        people=tuple(
            LocalPerson(name=name, family=name, given=(), titles=(), forms=(name,), countries=(), mentions=1)
            for name in NAMES
        ),
        person_mentions=tuple(
            PersonMention(
                start=at,
                end=at + len(NAMES[person]),
                surface=NAMES[person],
                name=NAMES[person],
                person=person,
                rule="x",
            )
            for at, person in mentions
        ),
    )
    doers = Doers(reading, gather_material(reading.article, load_lexicon()))
    found = doers.find_antecedent(place, gender, strictly=strictly)
    return found.name if found else None


def test_the_doer_of_the_sentence_before() -> None:
    assert find("Berg left. |He fell.", "male") == "Berg"


def test_a_doer_in_the_middle_of_the_sentence() -> None:
    assert find("On Monday Berg left. |He fell.", "male") == "Berg"


def test_a_name_behind_a_preposition_does_nothing() -> None:
    assert find("They spoke with Berg. |He fell.", "male") is None


def test_a_title_rules_a_person_out() -> None:
    assert find("Mr Okoye left, and then Mrs Sow left. |She fell.", "female") == "Mrs Sow"
    assert find("Mr Okoye left. |She fell.", "female") is None


def test_a_rival_counts_only_strictly() -> None:
    assert find("Berg met Mr Okoye. |He fell.", "male") is None
    assert find("Berg met Okoye. |He fell.", "male", strictly=False) == "Berg"


def test_a_sure_gender_beats_an_unknown_one() -> None:
    assert find("Berg met Mr Okoye. |He fell.", "male", strictly=False) == "Mr Okoye"


def test_another_paragraph_counts_only_loosely() -> None:
    assert find("Berg left.\n\n|He fell.", "male") is None
    assert find("Berg left.\n\n|He fell.", "male", strictly=False) == "Berg"


def test_a_possessive_does_nothing() -> None:
    assert find("Berg’s car left. |He fell.", "male") is None


def test_a_rank_alone_means_its_only_bearer_named_before() -> None:
    text = "General Berg came. Colonel Sow and General Okoye left."
    names, titles = ("Berg", "Sow", "Okoye"), ("General", "Colonel", "Brigadier General")
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    reading = Reading(
        article=Article(path="articles/x.txt", headline="", text=text, body_start=0),
        people=tuple(
            LocalPerson(name=name, family=name, given=(), titles=(title,), forms=(name,), countries=(), mentions=1)
            for name, title in zip(names, titles, strict=True)
        ),
        person_mentions=tuple(
            PersonMention(start=start, end=end, surface=name, name=name, person=person, rule="x")
            for person, (name, (start, end)) in enumerate(zip(names, spans, strict=True))
        ),
    )
    doers = Doers(reading, gather_material(reading.article, load_lexicon()))
    found = [doers.find_bearer(rank, len(text)) for rank in ("colonel", "general", "captain")]
    assert [bearer and bearer.name for bearer in found] == ["Sow", None, None]
    first = doers.find_bearer("general", text.index("Colonel"))
    assert first is not None
    assert first.name == "Berg"
