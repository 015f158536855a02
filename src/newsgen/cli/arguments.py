"""Kinds of arguments, whose faults are told in words that say what is meant."""

from pathlib import Path

import click


class Folder(click.ParamType[Path]):
    """The folder of an archive, which must be there."""

    name = "folder"

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; it fails for a file, and for what is not there."""
        path = Path(value)
        if not path.exists():
            self.fail(f"there is no folder '{path}'.", param, ctx)
        if not path.is_dir():
            self.fail(f"'{path}' is a file. Give the folder that holds articles/.", param, ctx)
        return path


class Count(click.IntRange):
    """A whole number within bounds."""

    name = "whole number"
