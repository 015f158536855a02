"""The names that newsgen takes for itself in an output folder."""

import re

MANIFEST = ".newsgen.json"
"""The list of the files that are newsgen's."""

STAGING = ".newsgen-staging"
"""The folder of a build at work."""

JOURNAL = "journal"
"""In the staging folder: the steps from the old site to the new one, while they are being taken."""

OWNED = "owned"
"""In the staging folder: the manifest of the new site together with what the old one had beside it."""

FINAL = "manifest"
"""In the staging folder: the manifest of the new site. Once it has left, the site is the new one."""

OLD_MANIFEST = "old-manifest"
"""In the staging folder: the manifest of the old site."""

SPOOLED = "large-"
"""In the staging folder: what the name of a file begins with that is too large to be held while it is made."""

# matches: 17
# matches: old-17
# matches: gone-0
# matches: journal
# matches: old-manifest
# matches: large-0a1b
# matches: large-0a1b-journal
# not: notes.txt
STAGED = re.compile(
    rf"\A(?:(?:old-|gone-)?[0-9]+|{SPOOLED}[0-9a-f]+(?:-journal)?|{JOURNAL}(?:-new)?|{OWNED}|{FINAL}|{OLD_MANIFEST})\Z"
)
"""What may lie in a staging folder; SQLite keeps a journal beside a database that it writes."""
