"""What stands first on a page: how much there is, from when to when."""

from collections.abc import Iterator, Sequence

from newsgen import edtf
from newsgen.pages import urls
from newsgen.pages.directory import Directory
from newsgen.records.site import Figure, Ref


def make_figures(
    directory: Directory, here: str, articles: Sequence[int], counts: Sequence[tuple[str, int]]
) -> tuple[Figure, ...]:
    """How many articles, how many of whatever there is any of (key of its word, number), and the first and last day."""
    numbers = (("figure.articles", len(articles)), *counts)
    figures = [
        Figure(label=directory.words.say(key), value=Ref(text=directory.words.number(number)))
        for key, number in numbers
        if number
    ]
    return (*figures, *_tell_ends(directory, here, articles))


def _tell_ends(directory: Directory, here: str, articles: Sequence[int]) -> Iterator[Figure]:
    """When the first and the last of the articles of a known year were published; once, if that is the same."""
    dated = directory.by_date(
        position for position in articles if edtf.month_key(directory.brief(position).published) != edtf.month_key(None)
    )
    ends = [_tell_day(directory, here, position) for position in (dated[:1] + dated[-1:])]
    keys = ("figure.first", "figure.last")
    if len({end.text for end in ends}) == 1:
        ends, keys = ends[:1], ("figure.published", "")
    for key, end in zip(keys, ends, strict=False):
        yield Figure(label=directory.words.say(key), value=end)


def _tell_day(directory: Directory, here: str, position: int) -> Ref:
    """When an article was published; leads to it."""
    brief = directory.brief(position)
    return Ref(text=directory.words.date(brief.published or ""), href=urls.link(here, urls.article_path(brief.id)))
