"""The files of the index: each is a script that hands values to the page."""

from typing import Any

import msgspec

from newsgen.shards import name_shard

_ENCODER = msgspec.json.Encoder()
_OBJECT, _END = b"newsgenSearch.", b");\n"


def name_file(family: str, prefix: str) -> str:
    """The file of entries that begin with the prefix, below the folder of the index."""
    return f"{family}/{name_shard(prefix)}"


def write_call(function: str, *values: Any) -> bytes:
    """A script that calls a function of the page with the values."""
    return _OBJECT + function.encode() + b"(" + b",".join(map(_encode, values)) + _END


def parse_call(script: bytes) -> Any:
    """The last of the values that `write_call` wrote, if there are two."""
    values = script.partition(b"(")[2].removesuffix(_END)
    return msgspec.json.decode(b"[" + values + b"]")[1]


def measure(value: Any) -> int:
    """About how many characters a value takes."""
    return len(value) if isinstance(value, str) else len(_encode(value))


def _encode(value: Any) -> bytes:
    return _ENCODER.encode(value)
