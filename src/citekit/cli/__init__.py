"""The command line: one file a command group; nothing is computed here."""

import sys


def start() -> None:
    """The console script; an interruption while modules load is no traceback."""
    try:
        from citekit.cli.main import run

        code = run()
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
