"""`python -m newsgen` does what `newsgen` does."""

import sys

from newsgen.cli import main

if __name__ == "__main__":
    sys.exit(main())
