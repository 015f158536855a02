"""The atlas: every country has its place, and the extent of those that have a shape can be told."""

import pytest

from newsgen.lexicon import load_lexicon
from newsgen.lexicon.atlas import Shape, find_extent

ATLAS = load_lexicon().atlas


def test_every_place_is_on_the_map() -> None:
    for shape in ATLAS.shapes.values():
        assert 0 <= shape.x <= ATLAS.width, shape.code
        assert 0 <= shape.y <= ATLAS.height, shape.code


def test_the_extent_is_that_of_the_largest_outline() -> None:
    shape = Shape(code="XX", x=0, y=0, path="M10 20l4 0 0 -.5-4 0zM100 100l2 0 0 3 -2 0z")
    assert find_extent(shape) == (2, 3)


def test_what_has_no_shape_has_no_extent() -> None:
    assert find_extent(Shape(code="XX", x=1, y=2, path="")) == (0, 0)


@pytest.mark.parametrize(("larger", "smaller"), [("RU", "NE"), ("NE", "LU"), ("LU", "SG")])
def test_large_countries_are_larger(larger: str, smaller: str) -> None:
    one, other = (max(find_extent(ATLAS.shapes[code])) for code in (larger, smaller))
    assert one > other
