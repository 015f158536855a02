"""The process `newsgen`, also as `python -m newsgen`."""

import gc
import signal
import sys


def start() -> int:
    """Run the command that the process was started with; its exit code."""
    # A command ends soon, and then all that it holds: to look for what it needs no longer costs more than it spares.
    gc.disable()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Until the command line can say that it was stopped, Ctrl-C ends the process as it ends any other.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    # Imported here: from now on Ctrl-C shows no traceback.
    from newsgen.cli import main  # noqa: PLC0415
    from newsgen.cli.streams import prepare_streams  # noqa: PLC0415

    prepare_streams()
    code = main()
    gc.freeze()  # else the interpreter, before it ends, takes apart piece by piece whatever the command has left
    return code


if __name__ == "__main__":
    sys.exit(start())
