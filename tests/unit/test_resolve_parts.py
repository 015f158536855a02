"""What a part of resolution takes from what it gave before: told by giving it something else than it would find."""

from msgspec.structs import replace

from factories import Told, make_person, make_reading, tell_of
from newsgen.lexicon import load_lexicon
from newsgen.records.reading import Reading
from newsgen.resolve.chronicles import Chronicle, read_chronicles
from newsgen.resolve.events import Events, find_events
from newsgen.resolve.gathering import gather_namings
from newsgen.resolve.parts import Found, Part
from newsgen.resolve.trades import Answer, Asked, Trades
from newsgen.resolve.wire import Likenesses, group_same_text

LEXICON = load_lexicon()
COUP = "Soldiers who had waited for the order since dawn took the palace of the governor on that day."
FLOOD = "The river rose by four metres in one night and took two bridges and a mill with it."


def tell(path: str, sentence: str, topic: str) -> Reading:
    told = Told("2024-03-03", sentence, topics=(topic,), countries=("NE",))
    return make_reading(f"articles/{path}.txt", published="2024-03-04", told=[told])


def read(*readings: Reading) -> tuple[Chronicle, ...]:
    return read_chronicles(readings, [()] * len(readings))


def test_an_event_of_which_nothing_changed_is_the_one_found_before() -> None:
    of_coup = [tell("a", COUP, "coup"), tell("b", COUP, "coup")]
    first = find_events(read(*of_coup, tell("c", FLOOD, "disaster")), {}, LEXICON, None)
    marked = replace(first, events=tuple(replace(event, independent=7) for event in first.events))

    def find(*readings: Reading) -> list[int]:
        return [event.independent for event in find_events(read(*readings), {}, LEXICON, marked).events]

    assert sorted(find(*of_coup, tell("c", f"{FLOOD} Twice.", "disaster"))) == [1, 7]
    assert find(of_coup[0], tell("b", f"{COUP} At noon.", "coup")) == [1]


def test_an_event_found_before_takes_the_id_that_it_has_now() -> None:
    chronicles = read(tell("a", COUP, "coup"), tell("b", COUP, "coup"))
    first = find_events(chronicles, {}, LEXICON, None)
    before = Events(events=(replace(first.events[0], id="another"),), made_of=first.made_of)
    assert find_events(chronicles, {}, LEXICON, before) == first


def test_texts_are_compared_once() -> None:
    text, longer = COUP * 20, COUP * 20 + FLOOD
    before: list[Likenesses] = []

    def recall(part: Part[Found], /) -> Found:
        found = part.make(before[-1] if before else None)  # type: ignore[arg-type]
        if isinstance(found, Likenesses):
            before.append(replace(found, pairs=tuple(replace(pair, share=0.7) for pair in found.pairs)))
        return found

    readings = [tell("a", text, "coup"), tell("b", longer, "coup")]
    assert group_same_text(readings, recall=recall)[0][0].likeness > 0.7
    assert group_same_text(readings, recall=recall)[0][0].likeness == 0.7


def test_an_article_that_says_the_same_is_not_asked_again() -> None:
    surgeon, judge = (
        tell_of(make_reading("articles/a.txt", make_person("Joost Terpstra")), f"{{}}, a {trade}, rose.")
        for trade in ("surgeon", "judge")
    )

    def ask(reading: Reading, asked: tuple[Asked, ...]) -> tuple[frozenset[str], tuple[Asked, ...]]:
        trades = Trades([reading], LEXICON.trades)
        (name,) = gather_namings([reading], [frozenset()], LEXICON.names, trades).names
        trades.believe(asked)
        return trades.told_of(name.namings[0]), trades.list_asked()

    _, asked = ask(surgeon, ())
    believed = tuple(replace(one, answers=(Answer(question="told", index=0, words=("law",)),)) for one in asked)
    assert ask(surgeon, believed)[0] == {"law"}
    assert ask(replace(surgeon, article=replace(surgeon.article, path="b")), believed)[0] == {"law"}
    assert ask(judge, believed)[0] == ask(judge, ())[0]
    other_language = replace(surgeon, article=replace(surgeon.article, language="fr"))
    assert ask(other_language, believed)[0] == ask(other_language, ())[0]
