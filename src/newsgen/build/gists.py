"""Gists: readings without what only pages show of them, so that those of all articles have room at one time."""

from msgspec.structs import replace

from newsgen.records.reading import Reading


def take_gist(reading: Reading) -> Reading:
    """The reading as far as resolution, the index and notes for the editor look at it."""
    return replace(
        reading,
        article=replace(
            reading.article,
            paragraphs=(),
            marks=(),
            blocks=(),
            captions=(),
            caption_links=(),
            notices=(),
            diagnostics=(),
        ),
        country_mentions=(),
        dates=(),
        quotes=(),
    )
