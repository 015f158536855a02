"""Pages rendered and published, all at once or those first that somebody waits for."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from typing import NamedTuple

from newsgen.build.outcome import Outcome
from newsgen.build.rendering import Look, render_pages
from newsgen.build.report import BuildOptions, Clock, Progress
from newsgen.build.searching import Current
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
        others: Iterable[OutputFile],
        kept: Sequence[PublishedFile],
        current: Current,
        progress: Progress,
    ) -> Printed:
        """Publish the pages, the other files and those that are kept, and nothing else."""
        all_kept = [*kept]
        # Workers write large files into the staging folder: they must be gone before that is removed.
        with closing(
            render_pages(pages, self.look, current, self.standing, options=self.options, progress=progress)
        ) as rendered:
            stale = self._lap_after(_keep_current(rendered, current.intact, all_kept))
            published = publish(chain(stale, others), all_kept, current.output)
        return Printed(published, len(pages) - (len(all_kept) - len(kept)))

    def _lap_after(self, files: Iterable[OutputFile]) -> Iterator[OutputFile]:
        """The files; when all are taken, the time since the last lap is that of rendering."""
        number = 0
        for number, file in enumerate(files, 1):  # noqa: B007  the last number counts
            yield file
        self.clock.lap("render", number)


def _keep_current(
    rendered: Iterable[tuple[Page, Outcome]], seen: Manifest, kept: list[PublishedFile]
) -> Iterator[OutputFile]:
    """The pages that were made anew, as they come; those that may stay as published are added to `kept`."""
    for page, outcome in rendered:
        if outcome.data is None:
            kept.append(seen[page.path])
        else:
            yield OutputFile(path=page.path, data=outcome.data, key=outcome.key)
