"""Constants of newsgen's modules, for laws that hold for all of a kind."""

import importlib
import pkgutil
from typing import TypeVar

import newsgen

Kind = TypeVar("Kind")


def list_constants(kind: type[Kind]) -> list[tuple[str, Kind]]:
    """Those of this kind in all modules, also those in tuples, by place."""
    names = [info.name for info in pkgutil.walk_packages(newsgen.__path__, "newsgen.") if ".data" not in info.name]
    return [
        (f"{name}.{constant}", one)
        for name in names
        if not name.endswith("__main__")
        for constant, value in vars(importlib.import_module(name)).items()
        for one in (value if isinstance(value, tuple) else (value,))
        if isinstance(one, kind)
    ]
