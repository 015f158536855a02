from collections import Counter

from hypothesis import given

from factories import make_clipping
from newsgen.index import index
from newsgen.lexicon import load_lexicon
from newsgen.records.options import SiteOptions
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from properties.resolve_archives import make_archives


@given(make_archives())
def test_every_article_is_listed_once_and_in_one_order(readings: list[Reading]) -> None:
    """Each listing holds each of its articles once, all in the order of `latest`; fails if a listing is not sorted."""
    lexicon = load_lexicon()
    clippings = [make_clipping(reading) for reading in readings]
    archive = index(clippings, readings, resolve(readings, (), lexicon), SiteOptions(title="T", drafts=True), lexicon)
    assert sorted(archive.latest) == list(range(len(readings)))
    assert Counter(n for month in archive.months for n in month.articles) == Counter(archive.latest)
    listings = [
        *(month.articles for month in archive.months),
        *(entry.articles for entry in (*archive.people, *archive.countries, *archive.sources)),
        *(entry.primary for entry in archive.countries),
    ]
    for listing in listings:
        assert list(listing) == [n for n in archive.latest if n in listing]
