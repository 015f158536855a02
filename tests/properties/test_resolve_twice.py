import msgspec
from hypothesis import given

from newsgen.lexicon import load_lexicon
from newsgen.records.reading import Reading
from newsgen.resolve import resolve
from properties.resolve_archives import make_archives, person_groups


@given(make_archives())
def test_merging_is_idempotent(readings: list[Reading]) -> None:
    """Told twice over, an archive has the same people; fails if one article is too little to know a person by."""
    lexicon = load_lexicon()
    again = [_rename(reading) for reading in readings]
    once = person_groups(resolve(readings, (), lexicon), readings)
    twice = person_groups(resolve([*readings, *again], (), lexicon), [*readings, *again])
    assert sorted(map(sorted, once.values())) == sorted(
        sorted(member for member in group if not member[0].startswith("articles/again")) for group in twice.values()
    )


def _rename(reading: Reading) -> Reading:
    path = reading.article.path.replace("articles/", "articles/again/")
    article = msgspec.structs.replace(reading.article, path=path, slug=None)
    return msgspec.structs.replace(reading, article=article)
