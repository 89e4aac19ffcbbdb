"""Whether files of the project have changed, asked before every look-up.

Listing folders costs more than a look-up.  A folder's modification time changes when
a file comes, goes or is renamed in it, so folders are listed anew only then; the files
themselves are asked for size and modification time every time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from citekit.store.index import fingerprint

#: A folder's time says nothing about what came within so many nanoseconds after it:
#: file systems keep times as coarse as this.
_COARSE = 2_000_000_000

_Stat: TypeAlias = "tuple[int, int] | None"


class Watch:
    """The files of a project, and the folders they are listed from.

    ``files`` lists the files, ``folders`` every folder in which a file could come or go.
    """

    def __init__(
        self, files: Callable[[], Sequence[Path]], folders: Callable[[], Iterable[Path]]
    ) -> None:
        self._list_files = files
        self._list_folders = folders
        self._folders: list[str] = []
        self._files: list[str] = []
        self._folder_stats: list[_Stat] = []
        self._file_stats: list[_Stat] = []
        self._trusted = False
        self._stamp = ""

    def stamp(self) -> str:
        """What :func:`citekit.store.index.fingerprint` says of the files now."""
        if not self._trusted or [_stat(path) for path in self._folders] != self._folder_stats:
            self._list()
        stats = [_stat(path) for path in self._files]
        if stats != self._file_stats or not self._stamp:
            self._file_stats = stats
            self._stamp = fingerprint(zip(self._files, stats, strict=True))
        return self._stamp

    def _list(self) -> None:
        now = time.time_ns()
        self._folders = [str(path) for path in self._list_folders()]
        self._folder_stats = [_stat(path) for path in self._folders]
        files = [str(path) for path in self._list_files()]
        if files != self._files:
            self._files, self._stamp = files, ""
        newest = max((stat[1] for stat in self._folder_stats if stat), default=0)
        self._trusted = newest < now - _COARSE


def _stat(path: str) -> _Stat:
    """Size and modification time (ns), None if there is nothing."""
    try:
        found = os.stat(path)  # noqa: PTH116  (a Path for each of thousands is slow)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
