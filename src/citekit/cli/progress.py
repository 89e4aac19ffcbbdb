"""How far long work is."""

from __future__ import annotations

import sys
import time

from citekit.cli.context import message, plain_line

#: Seconds of silence before progress is told, between two lines of it on a terminal, and
#: in a log.
_PATIENCE = 2.0
_LIVE_PAUSE = 0.1
_LOG_PAUSE = 15.0


class Progress:
    """Tells how far long work is, on standard error: on a terminal in one line that is
    overwritten, in a log in a line now and then; both name the document.  ``things`` is
    what is counted, such as "documents"."""

    def __init__(self, things: str) -> None:
        self._things = things
        self._live = sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._told = False

    def __call__(self, done: int, total: int, document: str) -> None:
        """``done`` of ``total`` are done; ``document`` is worked on."""
        now = time.monotonic()
        if done == total:
            if self._told:
                message("\r\x1b[K", end="")
        elif now >= self._next and self._live:
            self._told = True
            self._next = now + _LIVE_PAUSE
            at = f"{done:,} of {total:,} {self._things}, {plain_line(document)}"
            message(f"\r\x1b[K{at}", end="")
        elif now >= self._next:
            self._next = now + _LOG_PAUSE
            message(f"{done:,} of {total:,} {self._things}, {plain_line(document)}")
