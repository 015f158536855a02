"""Canonical bytes and digests of records: what every memo key and every comparison rests on."""

import hashlib
from typing import Any

import msgspec

_ENCODER = msgspec.msgpack.Encoder(order="deterministic")

DIGEST_SIZE = 20


def encode(value: Any) -> bytes:
    """MessagePack bytes of a record, the same for equal records in any process."""
    return _ENCODER.encode(value)


def digest(*parts: bytes | str) -> str:
    """Hex BLAKE2b digest of the parts in order; the borders between parts count."""
    state = hashlib.blake2b(digest_size=DIGEST_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "little"))
        state.update(data)
    return state.hexdigest()


def digest_of(value: Any) -> str:
    """Digest of a record's canonical bytes."""
    return digest(encode(value))
