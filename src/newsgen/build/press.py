"""Pages rendered and published, all at once or those first that somebody waits for."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain, count
from typing import NamedTuple

from newsgen.build.current import Current
from newsgen.build.outcome import Outcome
from newsgen.build.rendering import Look, render_pages
from newsgen.build.report import BuildOptions, Clock, Progress
from newsgen.build.standing import Standing
from newsgen.publish import Manifest, Published, PublishedFile, publish
from newsgen.records.output import OutputFile, Page


class Printed(NamedTuple):
    """What came of the pages."""

    published: Published
    rendered: int
    """Pages made anew."""

    def follow(self, first: "Printed") -> "Printed":
        """What came of the pages, some of which were published before."""
        written = {*first.published.written, *self.published.written}
        return Printed(
            Published(
                written=tuple(sorted(written)),
                unchanged=tuple([path for path in self.published.unchanged if path not in written]),
                removed=self.published.removed,
            ),
            self.rendered + first.rendered,
        )


class Press(NamedTuple):
    """What all pages of a build are published with."""

    look: Look
    standing: Standing
    options: BuildOptions
    clock: Clock

    def publish(
        self,
        pages: Sequence[Page],
        others: Iterable[OutputFile | PublishedFile],
        current: Current,
        progress: Progress,
    ) -> Printed:
        """Publish the pages and the other files, those too that may stay, and nothing else; the others come last."""
        kept: list[PublishedFile] = []
        rendered = count()
        # Workers write large files into the staging folder: they must be gone before that is removed.
        with closing(
            render_pages(pages, self.look, current, self.standing, options=self.options, progress=progress)
        ) as made:
            stale = (file for file, _ in zip(_keep(_take_files(made, current.intact), kept), rendered, strict=False))
            published = publish(chain(self._lap_after(stale), _keep(others, kept)), kept, current.output)
        return Printed(published, next(rendered))

    def _lap_after(self, files: Iterable[OutputFile]) -> Iterator[OutputFile]:
        """The files; when all are taken, the time since the last lap is that of rendering."""
        number = 0
        for number, file in enumerate(files, 1):  # noqa: B007  the last number counts
            yield file
        self.clock.lap("render", number)


def _take_files(made: Iterable[tuple[Page, Outcome]], seen: Manifest) -> Iterator[OutputFile | PublishedFile]:
    """The pages that were made anew, as they come, and those that may stay as published."""
    for page, outcome in made:
        if outcome.data is None:
            yield seen[page.path]
        else:
            yield OutputFile(path=page.path, data=outcome.data, key=outcome.key)


def _keep(files: Iterable[OutputFile | PublishedFile], kept: list[PublishedFile]) -> Iterator[OutputFile]:
    """The files that are new, as they come; those that may stay are added to `kept`."""
    for file in files:
        if isinstance(file, PublishedFile):
            kept.append(file)
        else:
            yield file
