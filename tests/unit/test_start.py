"""The process: what a command leaves behind is not taken apart before it ends."""

import subprocess
import sys

_LEAVES_A_RING = """
import sys
from newsgen import cli
from newsgen.__main__ import start

class Ring:
    def __init__(self):
        self.own = self
    def __del__(self):
        print("taken apart")

def main():
    Ring()
    [[] for _ in range(10_000)]
    print("done")
    return 3

cli.main = main
sys.exit(start())
"""


def test_rings_are_neither_looked_for_meanwhile_nor_at_the_end() -> None:
    ended = subprocess.run([sys.executable, "-c", _LEAVES_A_RING], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (3, "done\n", "")
