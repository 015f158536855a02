"""Two people of one name whom one article tells apart."""

from itertools import permutations

from factories import make_person, make_reading
from newsgen.lexicon import load_lexicon
from newsgen.resolve import resolve

PLAYER = make_person("Daniel Marlow")
MINISTER = make_person("Daniel Marlow", "Foreign Minister", countries=("GH",))
READINGS = (
    make_reading("articles/both.txt", PLAYER, MINISTER),
    make_reading("articles/minister.txt", MINISTER),
    make_reading("articles/player.txt", PLAYER),
)


def test_one_article_tells_two_people_and_the_others_go_with_the_nearer_one() -> None:
    for order in permutations(READINGS):
        people = resolve(list(order), (), load_lexicon()).people
        found = {tuple(sorted((order[a].article.path, index) for a, index in one.members)) for one in people}
        assert found == {
            (("articles/both.txt", 0), ("articles/player.txt", 0)),
            (("articles/both.txt", 1), ("articles/minister.txt", 0)),
        }
