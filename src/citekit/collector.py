"""Python's collector of cyclic garbage, out of the way of long work."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Python's search for cyclic garbage is off inside.

    What readers and finders make is kept, or goes when nothing refers to it; looking
    through it again and again takes up to a fifth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
