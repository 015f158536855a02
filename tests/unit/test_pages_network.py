"""The network of the people whom articles name together."""

import re
from itertools import combinations

from newsgen.pages.network import LABEL, MOST_KNOTS, choose_pairs, make_box
from pages_archive import make_article, plan, render_all

THREE = ("Ada Tiani", "Bo Adams", "Cy Ebert")


def write(identity: str, *names: str, **fields):
    people = {name: name.lower().replace(" ", "-") for name in names}
    return make_article(identity, [f"{name} spoke." for name in names], people=people, **fields)


def draw(*articles):
    return plan(*articles)["people/index.html"].shows.network


def test_two_whom_one_article_names_together_are_not_tied() -> None:
    assert draw(write("a", *THREE)) is None


def test_those_named_together_are_tied_by_how_many_articles_do() -> None:
    network = draw(write("a", *THREE), write("b", *THREE), write("c", *THREE[:2]), write("d", "Di Fay"))
    assert [knot.label for knot in network.knots] == ["Ada Tiani", "Bo Adams", "Cy Ebert"]
    assert [(t.left.text, t.right.text, t.articles) for t in network.threads] == [
        ("Ada Tiani", "Bo Adams", 3),
        ("Ada Tiani", "Cy Ebert", 2),
        ("Bo Adams", "Cy Ebert", 2),
    ]
    assert network.threads[0].width > network.threads[1].width


def test_no_two_labels_overlap_and_none_leaves_the_drawing() -> None:
    names = [f"{given} {family}son" for given in ("Wilhelmina", "Jo", "Maximiliane") for family in "Abcdefghijklmnop"]
    crowds = [names[start : start + 7] for start in range(0, len(names), 3)]
    network = draw(*(write(f"a{n}", *crowd) for n, crowd in enumerate(crowds * 2)))
    assert len(network.knots) == MOST_KNOTS
    boxes = []
    for knot in network.knots:
        half, tall = make_box(knot.label, knot.radius)
        top = knot.y + (LABEL / 2 if knot.base > knot.y else -LABEL / 2) - tall
        assert top < knot.base - 13 < knot.base + 4 < top + 2 * tall
        assert half - 0.1 <= knot.x <= network.width - half + 0.1
        assert -0.1 <= top <= top + 2 * tall <= network.height + 0.1
        boxes.append((knot.x - half, knot.x + half, top, top + 2 * tall))
    for one, other in combinations(boxes, 2):
        apart = one[1] <= other[0] + 0.2 or other[1] <= one[0] + 0.2
        assert apart or one[3] <= other[2] + 0.2 or other[3] <= one[2] + 0.2


def test_a_label_stands_on_the_side_away_from_its_threads() -> None:
    knots = draw(write("a", *THREE), write("b", *THREE)).knots
    highest, lowest = min(knots, key=lambda knot: knot.y), max(knots, key=lambda knot: knot.y)
    assert highest.base < highest.y
    assert lowest.base > lowest.y


def test_each_keeps_its_strongest_ties_beside_stronger_ones_of_others() -> None:
    crowd = dict.fromkeys(combinations(range(20), 2), 9)
    assert (0, 20) in choose_pairs(crowd | {(0, 20): 2})
    assert (0, 20) not in choose_pairs(crowd | {(0, 20): 1})
    assert len(choose_pairs(crowd)) <= 2.2 * 20


def test_the_drawing_leads_to_the_people_and_stands_as_a_table_too() -> None:
    html = render_all(plan(write("a", *THREE), write("b", *THREE)))["people/index.html"]
    drawing = re.search(r'<figure class="network">.*?</figure>', html, re.DOTALL)[0]
    assert '<a href="bo-adams.html" aria-label="Bo Adams: 2 articles">' in drawing
    assert drawing.count("<line ") == drawing.count('<th scope="row">') == 3
