"""Law: whatever bytes a file holds, loading gives a clipping without carriage returns, or an error that names it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from newsgen.load import load_clippings, read_files

DATA = st.one_of(
    st.binary(max_size=200), st.text(max_size=100).map(lambda text: text.encode("utf-8")), st.just(b"a\r\rb\r\n")
)


@given(DATA)
def test_any_bytes_are_a_clipping_or_an_error(data: bytes) -> None:
    """Fails if `decode` leaves out the second of the two replacements of line ends."""
    with TemporaryDirectory() as folder:
        articles = Path(folder) / "articles"
        articles.mkdir()
        (articles / "a.txt").write_bytes(data)
        loaded = load_clippings(read_files(Path(folder)))
    assert len(loaded.clippings) + len(loaded.diagnostics) == 1
    for clipping in loaded.clippings:
        assert "\r" not in clipping.text
        assert clipping.text.strip()
        assert clipping.path == "articles/a.txt"
    assert all(item.severity == "error" and item.path == "articles/a.txt" for item in loaded.diagnostics)
