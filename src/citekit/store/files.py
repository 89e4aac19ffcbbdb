"""Text files: read exactly, written atomically, never over someone else's edit.

Files are UTF-8.  A byte order mark is tolerated and kept; line ends are kept
byte for byte.  :class:`Transaction` changes several files as one.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from citekit.errors import ConflictError, Problem, ReadError, Where, WriteError
from citekit.store import atomic

if TYPE_CHECKING:
    from filelock import BaseFileLock

_BOM = b"\xef\xbb\xbf"
_READ_HINTS = {
    errno.ENOENT: "check the name",
    errno.EISDIR: "name a file inside it",
    errno.EACCES: "check the permissions of the file and its folder",
    errno.EPERM: "check the permissions of the file and its folder",
    errno.ENOTDIR: "a part of this path is a file, not a folder",
    errno.ELOOP: "its symbolic links lead in a circle",
}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a file held when it was read.

    ``digest`` is the SHA-256, in hex, of the bytes on disk; ``bom`` says
    whether they began with a byte order mark, which ``text`` leaves out.
    """

    path: Path
    text: str
    digest: str
    bom: bool = False
    encoding: str = "utf-8"


def read_text(path: Path) -> Snapshot:
    """Read a UTF-8 text file, line ends as they are.

    Raises :class:`ReadError`, naming the file and what to do.
    """
    data = _read_bytes(path)
    bom = data.startswith(_BOM)
    try:
        text = (data[len(_BOM) :] if bom else data).decode("utf-8")
    except UnicodeDecodeError as cause:
        raise _not_utf8(path, data, cause.start + len(_BOM) * bom) from None
    return Snapshot(path, text, atomic.digest(data), bom)


def write_text(path: Path, text: str, expected: Snapshot | None = None) -> None:
    """Write one file atomically, with no lock: for files outside a project.

    With ``expected``, the file must still be what was read, and keeps its
    byte order mark.  What is there and is no regular file (a device, a pipe)
    is written to, not replaced.  Raises :class:`ConflictError` and
    :class:`WriteError`.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        try:
            path.write_bytes(_encode(path, text, False))
        except OSError as cause:
            raise atomic.write_error(path, cause) from cause
        return
    target = _resolve(path)
    if expected is None:
        baseline = _baseline(target)
    else:
        baseline = _Baseline(expected.digest, expected.bom)
    data = _encode(path, text, baseline.bom)
    if atomic.digest(data) != baseline.digest:
        atomic.commit([atomic.Change(target, data, baseline.digest)])


def recover(root: Path, *, timeout: float = 10.0) -> tuple[Problem, ...]:
    """Finish a save that a crash cut short; () when there was none.

    Raises :class:`ConflictError` if another process holds the lock longer
    than ``timeout`` seconds, :class:`WriteError` if the disk refuses.
    """
    if not atomic.interrupted(root):
        return ()
    with Transaction(root, timeout=timeout) as transaction:
        return transaction.problems


def private_folder(root: Path) -> Path:
    """``.citekit`` in the project, made if it is not there and kept out of git.

    It holds nothing that cannot be made anew.  Raises ``OSError``.
    """
    folder = root / atomic.FOLDER
    with suppress(FileExistsError):
        folder.mkdir()
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    return folder


@dataclass(frozen=True, slots=True)
class _Baseline:
    """What the transaction found at a path: digest (None: no file) and mark."""

    digest: str | None
    bom: bool = False


class Transaction:
    """Changes to files of a project, made together on leaving the block.

    ``root`` is the project's folder; ``.citekit/lock`` in it keeps other
    processes out, for at most ``timeout`` seconds.  On leaving without an
    exception every changed file must still be what was read, else
    :class:`ConflictError` is raised and nothing is written.  In a folder
    that cannot be written, reading works and changes raise
    :class:`WriteError`.  ``problems`` says what an earlier crash left to do.
    """

    def __init__(self, root: Path, *, timeout: float = 10.0) -> None:
        self.root = root
        self.problems: tuple[Problem, ...] = ()
        self._timeout = timeout
        self._lock: BaseFileLock | None = None
        self._refused: OSError | None = None
        self._baselines: dict[Path, _Baseline] = {}
        self._changes: dict[Path, bytes | None] = {}

    def __enter__(self) -> Transaction:
        try:
            self._lock = _acquire(self.root, self._timeout)
        except OSError as cause:
            self._refused = cause
            return self
        try:
            self.problems = atomic.recover(self.root)
        except WriteError:
            self._release()
            raise
        return self

    def read(self, path: Path) -> Snapshot:
        """The file as this transaction sees it, its own changes included.

        Raises :class:`ReadError`; a file that is not there must then still be
        missing when it is written.
        """
        target = _resolve(path)
        if target in self._changes:
            return _staged_snapshot(path, self._changes[target])
        try:
            snapshot = read_text(path)
        except ReadError:
            if not os.path.lexists(target):
                self._baselines.setdefault(target, _Baseline(None))
            raise
        self.expect(snapshot)
        return snapshot

    def read_or_new(self, path: Path) -> Snapshot | None:
        """The file, or None if there is none; then it must still be absent if
        it is written.  Raises :class:`ReadError`."""
        target = _resolve(path)
        if target not in self._changes and not target.exists():
            self._baselines.setdefault(target, _Baseline(None))
            return None
        return self.read(path)

    def expect(self, snapshot: Snapshot) -> None:
        """Require that a file read earlier is unchanged if it is written.

        What was read first counts.
        """
        target = _resolve(snapshot.path)
        self._baselines.setdefault(target, _Baseline(snapshot.digest, snapshot.bom))

    def write(self, path: Path, text: str) -> None:
        """Set the file's text; folders are made as needed.

        A byte order mark is kept.  Raises :class:`WriteError` for text that
        is no Unicode.
        """
        target = _resolve(path)
        self._changes[target] = _encode(path, text, self._find_baseline(target).bom)

    def delete(self, path: Path) -> None:
        """Remove the file; one that is not there is left so."""
        target = _resolve(path)
        self._find_baseline(target)
        self._changes[target] = None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._commit()
        finally:
            self._release()

    def _find_baseline(self, target: Path) -> _Baseline:
        if target not in self._baselines:
            self._baselines[target] = _baseline(target)
        return self._baselines[target]

    def _commit(self) -> None:
        changes = [
            atomic.Change(target, data, self._baselines[target].digest)
            for target, data in sorted(self._changes.items())
            if (None if data is None else atomic.digest(data)) != self._baselines[target].digest
        ]
        if not changes:
            return
        if self._refused:
            raise atomic.write_error(changes[0].target, self._refused) from self._refused
        atomic.commit(changes, self.root)

    def _release(self) -> None:
        if self._lock:
            self._lock.release()
            self._lock = None


def _acquire(root: Path, timeout: float) -> BaseFileLock:
    """The project's lock.  Raises ``OSError`` where none can be made."""
    # Costs more than a look-up takes; only saving needs it.
    from filelock import FileLock, Timeout

    lock = FileLock(private_folder(root) / "lock", timeout=timeout)
    try:
        lock.acquire()
    except Timeout:
        raise ConflictError(
            "another citekit process is saving here",
            Where(str(root)),
            "wait until it is done and run the command again",
        ) from None
    return lock


def _resolve(path: Path) -> Path:
    """The file itself behind symbolic links."""
    return Path(os.path.realpath(path))


def _baseline(target: Path) -> _Baseline:
    try:
        data = target.read_bytes()
    except FileNotFoundError:
        return _Baseline(None)
    except OSError as cause:
        raise atomic.write_error(target, cause) from cause
    return _Baseline(atomic.digest(data), data.startswith(_BOM))


def _encode(path: Path, text: str, bom: bool) -> bytes:
    try:
        return (_BOM if bom else b"") + text.encode("utf-8")
    except UnicodeEncodeError as cause:
        raise WriteError(
            f"character {cause.start} of the new text is half a surrogate pair, no Unicode",
            Where(str(path)),
        ) from None


def _staged_snapshot(path: Path, data: bytes | None) -> Snapshot:
    if data is None:
        missing = OSError(errno.ENOENT, os.strerror(errno.ENOENT))
        raise _read_error(path, missing)
    bom = data.startswith(_BOM)
    return Snapshot(path, data[len(_BOM) * bom :].decode("utf-8"), atomic.digest(data), bom)


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as cause:
        raise _read_error(path, cause) from cause


def _read_error(path: Path, cause: OSError) -> ReadError:
    reason = cause.strerror or str(cause)
    hint = _READ_HINTS.get(cause.errno or 0, "")
    return ReadError(f"cannot read: {reason}", Where(str(path)), hint)


def _not_utf8(path: Path, data: bytes, offset: int) -> ReadError:
    line = data.count(b"\n", 0, offset) + 1
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "the file is UTF-16, not UTF-8"
    else:
        message = f"the file is not UTF-8 (byte {offset} is 0x{data[offset]:02x})"
    hint = "save it as UTF-8 in your editor, or convert it with iconv"
    return ReadError(message, Where(str(path), line), hint)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that is no text; raises ReadError."""
    return _read_bytes(path)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file that is no text in one rename; raises WriteError."""
    target = _resolve(path)
    baseline = _baseline(target)
    if atomic.digest(data) != baseline.digest:
        atomic.commit([atomic.Change(target, data, baseline.digest)])
