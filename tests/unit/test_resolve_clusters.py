from newsgen.resolve.clusters import Bond, join_clusters


def bond(left: int, right: int, strength: int = 1) -> Bond:
    return Bond(left=left, right=right, strength=strength)


def never(_left: object, _right: object) -> bool:
    return False


def test_bonds_make_clusters() -> None:
    found = join_clusters(5, [bond(0, 1), bond(3, 4), bond(1, 3)], never)
    assert found.members == ((0, 1, 3, 4), (2,))
    assert len(found.used) == 3


def test_a_bond_within_a_cluster_is_not_used_again() -> None:
    found = join_clusters(3, [bond(0, 1, 3), bond(1, 2, 2), bond(0, 2, 1)], never)
    assert [(b.left, b.right) for b in found.used] == [(0, 1), (1, 2)]


def test_a_chain_over_a_contradiction_breaks_at_its_weakest_bond() -> None:
    apart = {0, 3}
    found = join_clusters(4, [bond(0, 1, 9), bond(1, 2, 2), bond(2, 3, 9)], lambda a, b: apart <= {*a, *b})
    assert found.members == ((0, 1), (2, 3))
    assert [(b.left, b.right) for b in found.refused] == [(1, 2)]


def test_equal_bonds_are_taken_in_the_order_of_their_members() -> None:
    apart = {0, 2}
    bonds = [bond(1, 2), bond(0, 1)]
    for order in (bonds, bonds[::-1]):
        assert join_clusters(3, order, lambda a, b: apart <= {*a, *b}).members == ((0, 1), (2,))
