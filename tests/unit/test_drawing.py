"""Places of a drawing: the same for the same ties, near what they are tied to, with no label upon another."""

from itertools import combinations

import pytest

from newsgen.pages.drawing import place_all, spread


def overlapping(places, boxes) -> list[tuple[int, int]]:
    return [
        (one, other)
        for one, other in combinations(range(len(places)), 2)
        if abs(places[one][0] - places[other][0]) < boxes[one][0] + boxes[other][0] - 0.01
        and abs(places[one][1] - places[other][1]) < boxes[one][1] + boxes[other][1] - 0.01
    ]


def tie(count: int, step: int) -> dict[tuple[int, int], float]:
    """A ring, and a line from each to one some steps on."""
    ring = {(n, n + 1): 1.0 for n in range(count - 1)}
    return ring | {(n, n + step): 2.0 for n in range(count - step)}


def test_what_is_tied_is_nearer_than_what_is_not() -> None:
    places = place_all(6, {(0, 1): 1.0, (1, 2): 1.0, (2, 3): 1.0, (3, 4): 1.0, (4, 5): 1.0})
    near = [abs(complex(*places[n]) - complex(*places[n + 1])) for n in range(5)]
    assert max(near) < abs(complex(*places[0]) - complex(*places[5])) / 2


def test_those_whom_nothing_ties_stand_apart() -> None:
    places = place_all(4, {(0, 1): 1.0, (2, 3): 1.0})
    assert abs(complex(*places[0]) - complex(*places[2])) > abs(complex(*places[0]) - complex(*places[1]))


@pytest.mark.parametrize(("count", "half"), [(3, 40), (17, 60), (40, 70), (40, 140)])
def test_no_two_boxes_overlap(count: int, half: float) -> None:
    boxes = [(half + number % 5 * 9, 14.0) for number in range(count)]
    placed = spread(place_all(count, tie(count, 3)), boxes, 1000, 220 + 17 * count)
    assert overlapping(placed, boxes) == []
    assert all(box[0] - 0.01 <= x <= 1000.01 - box[0] for (x, _), box in zip(placed, boxes, strict=True))
    assert min(y - box[1] for (_, y), box in zip(placed, boxes, strict=True)) == pytest.approx(0)


def test_what_coincides_is_parted() -> None:
    boxes = [(30.0, 10.0)] * 12
    assert overlapping(spread([(0.0, 0.0)] * 12, boxes, 200, 100), boxes) == []
