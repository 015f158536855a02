"""`make fuzz SECONDS=600`: all targets, two at a time, cases that no run has tried; exits with 1 if one of them fails.

The case that failed stays in `build/fuzz/TARGET`: once what it found is mended, it belongs among the seeds.
"""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fuzz.targets import TARGETS

FOLDER = Path("build") / "fuzz"
AT_ONCE = 2


def fuzz(target: str, first: int, seconds: float) -> int:
    """The exit code of a target's campaign."""
    folder = FOLDER / target
    folder.mkdir(parents=True, exist_ok=True)
    numbers = ["--first", str(first), "--seconds", str(seconds)]
    done = subprocess.run([sys.executable, "-m", "fuzz.campaign", target, str(folder), *numbers], check=False)
    if done.returncode:
        print(f"{target}: failed; the case is in {folder}/", flush=True)
    return done.returncode


def main() -> None:
    first, seconds = int(time.time()) * 1000, float(sys.argv[1]) * AT_ONCE / len(TARGETS)
    with ThreadPoolExecutor(AT_ONCE) as threads:
        codes = list(threads.map(lambda target: fuzz(target, first, seconds), TARGETS))
    sys.exit(any(codes))


if __name__ == "__main__":
    main()
