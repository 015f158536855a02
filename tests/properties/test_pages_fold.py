from hypothesis import given
from hypothesis import strategies as st

from newsgen.pages.exports import _fold


@given(st.text(st.sampled_from("a é€😀"), max_size=40).map(lambda words: words * 8))
def test_folding_loses_nothing_and_keeps_to_75_bytes(line: str) -> None:
    """Fails if the space that begins a further line is not counted, or a character's bytes are taken for one."""
    folded = _fold(line.encode())
    assert folded.replace(b"\r\n ", b"").decode() == line
    parts = folded.split(b"\r\n")
    assert all(len(part) <= 75 for part in parts)
    assert all(part.decode() for part in parts[1:])  # no character is cut
