"""Signs that turn the direction of the text after them, and so may garble what stands around a text."""

TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Embeddings, overrides and isolates; the marks that turn nothing else, such as U+200F, are none of them."""

_LEFT_OUT = dict.fromkeys(TURNING)


def leave_out_turning(text: str) -> str:
    """The text without these signs."""
    return text.translate(_LEFT_OUT)
