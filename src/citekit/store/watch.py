"""Whether files of the project have changed, asked before every look-up.

Listing folders costs more than a look-up.  A folder's modification time changes when
a file comes, goes or is renamed in it, so folders are listed anew only then.  The files
themselves are asked for size and times: those that every answer depends on each time,
the documents those that an answer was read from, or all where any could change it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from pathlib import Path

from citekit.store.index import FileState, Stat
from citekit.store.listing import Listing

#: A folder's time says nothing about what came within so many nanoseconds after it:
#: file systems keep times as coarse as this.
_COARSE = 2_000_000_000

#: A file's time says nothing about what changed within so many nanoseconds after it.
_TICK = 20_000_000
#: A file that changes all the time is waited for so often.
_MOST_WAITS = 50

#: Whether the system looks for files below an open folder, which is faster.
_BELOW = os.stat in os.supports_dir_fd


class Watch:
    """The files of a project, and the folders they are listed from.

    ``files`` lists the files, ``folders`` every folder in which a file could come or go.
    ``listing`` is what they were when they were last listed.
    """

    def __init__(
        self,
        root: Path,
        files: Callable[[], Listing],
        folders: Callable[[], Iterable[Path]],
    ) -> None:
        self._root = os.path.join(root, "")  # noqa: PTH118 - a Path for each file is slow
        self._list_files = files
        self._list_folders = folders
        self._folders: dict[str, Stat] = {}
        self.listing = Listing()
        self._names: frozenset[str] = frozenset()
        self._trusted = False

    def stats(self) -> dict[str, Stat]:
        """Every file as it is now, in the order they are listed.

        Waits until no file has changed within the last tick of the clock that files'
        times are taken from: after that, no change can leave the times as they are.
        """
        for _ in range(_MOST_WAITS):
            self._list_changed()
            found = {path: _stat(self._root + path) for path in self.listing.files}
            newest = max((max(stat[1:]) for stat in found.values() if stat), default=0)
            wait = newest + _TICK - time.time_ns()
            if not 0 < wait <= _TICK:
                break
            time.sleep(wait / 1e9)
        return found

    def forget(self) -> None:
        """List the files anew the next time."""
        self._trusted = False

    def differs(
        self, known: Mapping[str, FileState], documents: Iterable[str] | None = None
    ) -> bool:
        """Whether files are not the known ones, or no longer as they are known; of the
        documents only these are looked at, if they are given."""
        self._list_changed()
        if self._names != known.keys():
            return True
        asked: Iterable[str] = known
        if documents is not None:
            asked = chain(self.listing.core, self.listing.catalogue, self.listing.beside(documents))
        return _any_differs(self._root, asked, known)

    def _list_changed(self) -> None:
        """List the files again if a folder has changed."""
        if self._trusted and all(_stat(path) == stat for path, stat in self._folders.items()):
            return
        now = time.time_ns()
        self._folders = {(name := str(path)): _stat(name) for path in self._list_folders()}
        self.listing = self._list_files()
        self._names = frozenset(self.listing.files)
        newest = max((stat[1] for stat in self._folders.values() if stat), default=0)
        self._trusted = newest < now - _COARSE


def _any_differs(root: str, paths: Iterable[str], known: Mapping[str, FileState]) -> bool:
    """Whether one of these paths below ``root`` is no longer as it is known, as far as it
    is; this is most of the time that a look-up in many documents takes."""
    folder = os.open(root, os.O_RDONLY) if _BELOW else None
    prefix = "" if _BELOW else root
    stat = os.stat
    try:
        for path in paths:
            file = known.get(path)
            if file is None:
                continue
            was = file.stat
            try:
                now = stat(prefix + path, dir_fd=folder)
            except OSError:
                if was is not None:
                    return True
                continue
            if (
                was is None
                or now.st_mtime_ns != was[1]
                or now.st_size != was[0]
                or now.st_ctime_ns != was[2]
            ):
                return True
        return False
    finally:
        if folder is not None:
            os.close(folder)


def _stat(path: str) -> Stat:
    """Size, modification and status change time (ns), None if there is nothing."""
    try:
        found = os.stat(path)  # noqa: PTH116  (a Path for each of thousands is slow)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns
