"""Which clippings an entry means: by their file, or by the address of their page."""

from collections.abc import Mapping, Sequence

from newsgen.records.clipping import Clipping

_FOLDER = "articles/"


def find_articles(what: str, clippings: Sequence[Clipping], slugs: Mapping[str, str]) -> frozenset[str]:
    """Paths of the clippings that are meant; `slugs` gives the path of each article's clipping by its slug.

    A file is named from the site's folder or from `articles/`; or by its name alone, if that is clear.
    """
    wanted = what.removeprefix("./")
    for name in (wanted, _FOLDER + wanted):
        if any(clipping.path == name for clipping in clippings):
            return frozenset((name,))
    slug = wanted.removeprefix(_FOLDER).removesuffix(".html")
    if slug in slugs:
        return frozenset((slugs[slug],))
    named = frozenset(clipping.path for clipping in clippings if clipping.path.rpartition("/")[2] == wanted)
    return named if len(named) == 1 else frozenset()
