"""Cases: the seeds of a target, mended for the worse as parsers like it least. A number gives always the same case.

Hypothesis makes small texts of a grammar and shrinks what fails; what it hardly ever makes is a real clipping with one
byte turned, two clippings spliced, or forty kilobytes of one of its own pieces. A guided fuzzer (atheris) would find
more branches in the same time, but its limits are of wall-clock time, its runs are not the same twice, and it is there
for few platforms; this needs the standard library alone.
"""

import random
from collections.abc import Callable, Sequence

MOST_BYTES = 40_000
"""Of a case, about: enough for what is quadratic to take many times its limit, and for the rest to be quick."""

TOKENS = (
    *(
        "---\n",
        "+++\n",
        "...\n",
        "\n\n",
        "\r\n",
        "\t",
        " ",
        ": ",
        "- ",
        "? ",
        "| ",
        "> ",
        "&a ",
        "*a ",
        "!!x ",
        "<<: *a\n",
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        "(",
        ")",
        "“",
        "”",
        "«",
        "»",
        '"',
        "'",
        "`",
        "**",
        "_",
        "#",
        "=",
        "[a](",
        "![",
        "<!--",
        "]]>",
    ),
    *(
        "2024-02-30",
        "0000",
        "9999-12-31",
        "XXXX-XX",
        "199X",
        "/..",
        "../",
        "~",
        "%",
        "1/2/",
        "12:30",
        "31 juin ",
        "May ",
    ),
    *("9" * 400, "-1", "1e999", "0x" + "f" * 400, "NaN", "null", "true", "NO", "010", "\\x", "\\u", "%zz", "%00"),
    *(
        "\0",
        "\x0b",
        "\x1b[0m",
        "\x85",
        "\xa0",
        "\xad",
        "\u0301",
        "\u061c",
        "\u200b",
        "\u202e",
        "\u2028",
        "\ufeff",
        "\ufffd",
    ),
    *(
        "İ",
        "ß",
        "ŉ",
        "ﬁ",
        "²",
        "٣",
        "中文",
        "العربية",
        "👩‍👩‍👧",
        "\U000e0001",
        "A. B. C. ",
        "Mr. ",
        "By ",
        "Source: ",
        "© ",
    ),
    *(
        "(AFP) - ",
        "NIAMEY, May 3 (X) -- ",
        "two days ago ",
        "said ",
        "of the ",
        "al-",
        "Foreign Minister ",
        "Ann Bee, ",
    ),
)

Mutation = Callable[[bytes, Sequence[bytes], random.Random], bytes]


def make_case(seeds: Sequence[bytes], number: int) -> bytes:
    """The case of this number: the seeds themselves first, then one of them after a few mutations."""
    if number < len(seeds):
        return seeds[number]
    chance = random.Random(number)
    data = chance.choice(seeds)
    for _ in range(chance.choice((1, 1, 2, 2, 3, 6))):
        (mutate,) = chance.choices(MUTATIONS, WEIGHTS)
        data = mutate(data, seeds, chance)
    return data[: 2 * MOST_BYTES]


def cut(data: bytes, chance: random.Random, longest: int) -> tuple[int, int]:
    """A stretch of the bytes."""
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randint(1, longest))


def turn_bits(data: bytes, _seeds: Sequence[bytes], chance: random.Random) -> bytes:
    turned = bytearray(data)
    for _ in range(chance.randint(1, 8) if turned else 0):
        turned[chance.randrange(len(turned))] ^= 1 << chance.randrange(8)
    return bytes(turned)


def put_token(data: bytes, _seeds: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = cut(data, chance, 12)
    token = chance.choice(TOKENS).encode()
    return data[:start] + token + data[start if chance.random() < 0.7 else end :]


def take_out(data: bytes, _seeds: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = cut(data, chance, 200)
    return data[:start] + data[end:]


def splice(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(seeds)
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def exchange_lines(data: bytes, _seeds: Sequence[bytes], chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def repeat_piece(data: bytes, _seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """A word, a line or a token, said so often that the case is large."""
    start, end = cut(data, chance, chance.choice((2, 8, 30, 90)))
    piece = data[start:end] if chance.random() < 0.6 else chance.choice(TOKENS).encode()
    return data[:start] + piece * (chance.choice((30, 1000, MOST_BYTES)) // max(len(piece), 1)) + data[end:]


def nest(data: bytes, _seeds: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = cut(data, chance, 30)
    opening, closing = chance.choice(
        ((b"[", b"]"), (b"{a: ", b"}"), (b"(", b")"), ("“".encode(), "”".encode()), (b"> ", b""))
    )
    depth = chance.choice((3, 60, 3000))
    return data[:start] + opening * depth + data[start:end] + closing * depth + data[end:]


MUTATIONS: tuple[Mutation, ...] = (turn_bits, put_token, take_out, splice, exchange_lines, repeat_piece, nest)
WEIGHTS = (6, 12, 4, 6, 1, 2, 1)
