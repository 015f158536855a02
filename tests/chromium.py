"""The Chromium of this machine: Debian's, or another's; Playwright's own downloads are not used."""

import shutil

_NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    """The path of the program; None if there is none."""
    return next(filter(None, map(shutil.which, _NAMES)), None)
