"""What is published, as a build finds it."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from newsgen.publish import Manifest
from newsgen.records.output import Standing


class Current(NamedTuple):
    """What is published."""

    manifest: Manifest
    """All files."""
    intact: Manifest
    """Those of them that may stay."""
    output: Path
    """Their folder."""
    standing: Mapping[str, Standing] = {}
    """Of large files, by path, the parts that would be made as they are."""
