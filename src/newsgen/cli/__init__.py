"""The command line: arguments in, an exit code out.

0: done. 1: built, but with errors (or, with `--strict`, warnings), or not to be built at all. 2: a wrong call or
configuration. 70: a fault of newsgen itself. 130: interrupted.
"""

import os
import sys
from collections.abc import Sequence

import click

from newsgen.cli.commands import newsgen
from newsgen.cli.show import show_bug, show_diagnostics, show_system_error
from newsgen.cli.stopping import stoppable, tell_stopped
from newsgen.errors import NewsgenError

__all__ = ["main", "newsgen"]

_FAILED = 1
_BUG = 70  # EX_SOFTWARE of sysexits.h


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; a user's fault never shows a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console that cannot show a letter gets its code instead
            stream.reconfigure(errors="backslashreplace")
    try:
        with stoppable():
            return newsgen.main(args=arguments, prog_name="newsgen", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return tell_stopped()
    except NewsgenError as error:
        show_diagnostics(error.diagnostics)
        return error.exit_code
    except OSError as error:
        show_system_error(error)
        return _FAILED
    except Exception as error:  # the last resort: whatever it is, it is told in words
        show_bug(error, trace="NEWSGEN_DEBUG" in os.environ)
        return _BUG
