"""The figures of `score.py` on the sample archive may only rise: see `floors.yaml`."""

import pytest
import yaml

from accuracy.labelled import SITE, read_labels
from accuracy.score import FLOORS, Tally, compare, score
from newsgen.load import load_clippings, read_files

FIGURES: dict[str, float] = yaml.safe_load(FLOORS.read_text("utf-8"))


@pytest.fixture(scope="module")
def figures() -> dict[str, Tally]:
    return score()


def test_every_clipping_has_labels() -> None:
    assert sorted(read_labels()["clippings"]) == [
        clipping.path for clipping in load_clippings(read_files(SITE)).clippings
    ]


def test_what_is_no_person_stands_in_its_clipping() -> None:
    texts = {clipping.path: " ".join(clipping.text.split()) for clipping in load_clippings(read_files(SITE)).clippings}
    for path, label in read_labels()["clippings"].items():
        assert [trap for trap in label.get("not_people", ()) if trap not in texts[path]] == []


def test_every_measure_has_a_floor(figures: dict[str, Tally]) -> None:
    assert list(FIGURES) == list(figures)


@pytest.mark.parametrize("name", FIGURES)
def test_no_figure_falls(name: str, figures: dict[str, Tally]) -> None:
    tally = figures[name]
    assert tally.f1 >= FIGURES[name], f"{name}: {tally.f1} is below {FIGURES[name]}\n" + "\n".join(tally.misses)


def test_a_miss_lowers_a_figure_and_is_told() -> None:
    tally = compare({"NE", "NG", "FR"}, {"NE", "US"}, {"FR"}, "articles/x.txt:3")
    assert tally == Tally(2, 2, 1, ("articles/x.txt:3: missed US", "articles/x.txt:3: wrong NG"))
    assert (tally.precision, tally.recall) == (50.0, 50.0)
