"""What a recogniser must be."""

from collections.abc import Iterable
from typing import Protocol

from newsgen.records.article import Article
from newsgen.records.finding import Finding


class Recogniser(Protocol):
    """Finds names in an article; what it finds depends on the article and on what its fingerprint tells, only.

    It is made anew in each worker process, by calling its class with the settings of `site.yaml` as keyword arguments:
    texts, lists and mappings, as typed. A class with a parameter `site` is given the site's folder by it, a `Path`.
    """

    @property
    def fingerprint(self) -> str:
        """Tells it from every other one: its version, its model and whatever else shapes what it finds.

        The class must declare it, as an attribute, an annotation or a property. Asked for at each build, even where
        nothing has changed, so it should be had without loading a large model.
        """

    def __call__(self, article: Article, /) -> Iterable[Finding]:
        """What it finds in `article.text`.

        An exception is a fault of that clipping, which is then left out; one of newsgen's own (`newsgen.errors`) stops
        the build.
        """
