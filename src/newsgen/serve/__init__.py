"""The preview: the site on this machine, built anew at every change and shown at once.

It is the same build as `newsgen build`, into a folder of its own, so that a preview never disturbs what is
published. Its pages are published and shown before the data files and the index of the search, which nobody waits for.
Only the preview's copies of pages carry a script; the built files have none.
"""

import gc
import sys
import webbrowser
from pathlib import Path

from newsgen.build import Audience, BuildOptions, BuildReport, Session, build, prepare
from newsgen.serve.preview import Changes, Preview, Show, build_on_changes
from newsgen.serve.server import PreviewServer
from newsgen.serve.watch import watch_site

__all__ = ["PREVIEW", "Show", "serve"]

PREVIEW = Path(".newsgen") / "preview"
"""Where a site's preview is built, in its folder."""


_TURN = 0.0005
"""Seconds for which a build may keep the interpreter from a thread that has a page to send."""


def serve(site: Path, *, port: int, open_browser: bool, show: Show) -> None:
    """Serve the site until interrupted; each build's report or fault goes to `show`.

    Raises UsageError if the port cannot be had.
    """
    output = site / PREVIEW
    changes, preview, session = Changes(), Preview(output), Session()
    sys.setswitchinterval(_TURN)
    with PreviewServer(preview, port) as server, watch_site(site, changes.note):
        changes.note()  # for the first build
        options = BuildOptions(drafts=True, base_url=server.url)

        def rebuild(audience: Audience) -> BuildReport:
            return build(site, output, options, session=session, audience=audience)

        build_on_changes(rebuild, changes, preview, show, settle=_settle)
        show(f"Preview at {server.url} (stop with Ctrl-C)")
        if open_browser:
            webbrowser.open(server.url)
        server.serve_forever(poll_interval=0.2)


def _settle() -> None:
    """Load what further builds need, and look for cycles while nobody waits, but never again in what is held."""
    prepare()
    gc.collect()
    gc.freeze()
