"""Which texts count as one; all of them are made up."""

import random

import pytest

from factories import Told, make_reading
from newsgen.resolve.wire import ENOUGH, MOST, group_same_text

WIRE = """The mayor of Lower Quarry opened the new reservoir on Monday, Sept. 4, after nine years of work and two
changes of builder. Mayor Tilda Brandvold said the basin would hold water for 40,000 households through
the driest summer on record. Engineers from the valley board filled it in stages since spring and found
three leaks, all of which have been sealed. Farmers below the dam had gone to court over the price of
their fields. The court ruled in May that the valley board owed them about 2 million crowns. The board
has paid half and has promised to pay the rest before the end of the year. Fishing in the reservoir will
be allowed from next summer, with a licence that costs as much as one for the river."""

EDITED = (
    " ".join(WIRE.split())
    .replace("Monday, Sept. 4,", "Monday 4 September")
    .replace("Mayor Tilda Brandvold", "Ms Brandvold, the mayor,")
    .replace("Farmers below", "Some farmers below")
    .replace("2 million", "two million")
    .upper()
    + "\n\nReporting by our own desk."
)

CUT = " ".join(WIRE.split()[:60])

OTHER_REPORT = """A reservoir that took nine years to build is at last in use at Lower Quarry. Tilda Brandvold, who has
been mayor since the first stone was laid, turned a wheel on Monday and let the river in before some two
hundred guests. "We were told that it could not be done," she said. The builders changed twice. Nobody
spoke of the farmers, whose case against the valley board ended in May with a ruling that they be paid
about 2 million crowns; half of the money is still owed. The basin is to serve 40,000 households. Anglers
must wait until next summer, and will need a licence."""


def carry(*bodies: str) -> dict[int, dict[int, float]]:
    """For each body that others carry too, these with their likeness."""
    readings = [make_reading(f"articles/{number}.txt", told=[Told("2024", body)]) for number, body in enumerate(bodies)]
    carriers = group_same_text(readings)
    assert len(carriers) == len(bodies)
    return {
        position: {other.article: other.likeness for other in others}
        for position, others in enumerate(carriers)
        if others
    }


def group(*bodies: str) -> dict[int, tuple[int, ...]]:
    return {position: tuple(others) for position, others in carry(*bodies).items()}


@pytest.mark.parametrize("reprint", [WIRE.replace("\n", " "), EDITED, CUT], ids=["equal", "edited", "cut"])
def test_a_reprint_is_the_same_text(reprint: str) -> None:
    assert group(WIRE, OTHER_REPORT, reprint) == {0: (2,), 2: (0,)}


def test_two_reports_of_one_event_are_two_texts() -> None:
    assert group(WIRE, OTHER_REPORT) == {}


def test_a_long_quotation_does_not_make_two_texts_one() -> None:
    own = OTHER_REPORT.split()
    assert group(WIRE, " ".join([*own[:70], *WIRE.split()[20:60], *own[70:]])) == {}


def test_a_short_text_must_be_equal() -> None:
    brief = " ".join(WIRE.split()[:30])
    assert group(brief, brief.upper(), WIRE, f"{brief} Nothing more.") == {0: (1,), 1: (0,)}


def test_texts_that_a_third_one_holds_are_not_each_others() -> None:
    assert group(WIRE, f"{WIRE}\n\n{OTHER_REPORT}", OTHER_REPORT) == {0: (1,), 1: (0, 2), 2: (1,)}


def test_the_order_of_the_articles_does_not_matter() -> None:
    bodies = [WIRE, EDITED, CUT, OTHER_REPORT, f"{OTHER_REPORT} {WIRE}", "Something else happened. " * 30, WIRE]

    def families(order: list[int]) -> dict[str, set[str]]:
        same = group(*(bodies[number] for number in order))
        return {f"{order[one]}": {f"{order[other]}" for other in others} for one, others in same.items()}

    shuffled = list(range(len(bodies)))
    random.Random(3).shuffle(shuffled)
    assert families(shuffled) == families(list(range(len(bodies)))) != {}


@pytest.mark.parametrize(
    "make", [lambda number: WIRE, lambda number: f"{WIRE} Number {number}."], ids=["equal", "like"]
)
def test_what_recurs_all_the_time_is_a_form_and_no_report(make) -> None:
    assert len(group(*map(make, range(MOST)))) == MOST
    assert group(*map(make, range(MOST + 1))) == {}


def test_likeness_is_the_share_of_the_shorter_text() -> None:
    likeness = carry(WIRE, WIRE.upper(), CUT, EDITED)
    assert likeness[0] == {1: 1, 2: 1, 3: likeness[3][0]}
    assert ENOUGH < likeness[3][0] < 1
    assert all(likeness[other][one] == share for one, others in likeness.items() for other, share in others.items())
