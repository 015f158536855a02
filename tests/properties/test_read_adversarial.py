"""Law: no text makes reading run away. A megabyte of what expressions like least is read in one go.

Each text is read in a process of its own, which may work for a limited time. That is a guard against a hang and no
measure of speed: the slowest takes seconds where one expression of quadratic cost takes hours.

A mistake that this finds: `(\\w+\\s?)+:` among the patterns for bylines.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import newsgen

pytest.importorskip("resource")  # the limit is that of Unix

SIZE = 1_000_000
SECONDS = 60
"""Of CPU time, so that a busy machine does not matter."""

HEAD = "A headline for it\n\nNIAMEY, May 3 (SWS) -- Text. "
UNITS = {
    "one word": "a",
    "one capital": "A",
    "capitalised words": "Ab ",
    "initials": "A. ",
    "blanks": " ",
    "blank lines": "\n",
    "lines of blanks": " \n",
    "dots": ".",
    "short sentences": "A b. ",
    "digits": "1",
    "times": "12:",
    "dates": "1 May ",
    "weekdays": "On Tuesday ",
    "opening quotation marks": "“",
    "alternating quotation marks": "“a” ",
    "straight quotation marks": '"',
    "apostrophes": "'",
    "dashes": "– ",
    "bars": " | ",
    "titles": "President ",
    "names with commas": "Joe Biden, ",
    "countries": "Niger ",
    "lines with credits": "© A\n",
    "list items": "- a\n",
    "signs of headings": "#",
    "signs of emphasis": "*",
    "brackets": "[",
    "links": "](",
    "angle brackets": "> ",
    "addresses": "http://",
    "credits": "By ",
    "ordinary prose": "On May 3 Joe Biden said “yes it is” in Niger. ",
    "ordinary paragraphs": "The army took power on 26 July 2023, Salifou Mody said.\n\n",
}

PROGRAM = f"""
import resource, sys
from newsgen.annotate import annotate
from newsgen.layout import parse_article
from newsgen.lexicon import load_lexicon
from newsgen.records.clipping import Clipping
from newsgen.records.options import ReadingOptions

resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, resource.RLIM_INFINITY))
clipping = Clipping(path="articles/x.txt", text=sys.stdin.buffer.read().decode(), encoding="utf-8", digest="")
lexicon = load_lexicon()
reading = annotate(parse_article(clipping, ReadingOptions(), lexicon), lexicon)
assert reading.article.blocks[-1].end == len(clipping.text)
"""


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_a_megabyte_is_read(unit: str) -> None:
    text = HEAD + unit * (SIZE // len(unit)) + "b"
    environment = os.environ | {"PYTHONPATH": str(Path(newsgen.__file__).parents[1])}
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, input=text.encode(), check=False, env=environment)
    assert done.returncode == 0
