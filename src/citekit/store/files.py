"""Text files: read exactly, written atomically, never over someone else's edit.

Files are UTF-8; .bib files and files to import may be in another encoding, and
keep it.  A byte order mark is tolerated and kept; line ends are kept byte for
byte.  :class:`Transaction` changes several files as one.
"""

from __future__ import annotations

import codecs
import errno
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from citekit import encodings
from citekit.errors import ConflictError, Problem, ReadError, Where, WriteError
from citekit.store import atomic

if TYPE_CHECKING:
    from filelock import BaseFileLock

_READ_HINTS = {
    errno.ENOENT: "check the name",
    errno.EISDIR: "name a file inside it",
    errno.EACCES: "check the permissions of the file and its folder",
    errno.EPERM: "check the permissions of the file and its folder",
    errno.ENOTDIR: "a part of this path is a file, not a folder",
    errno.ELOOP: "its symbolic links lead in a circle",
}


class Snapshot(NamedTuple):
    """What a file held when it was read.

    ``digest`` is the SHA-256, in hex, of the bytes on disk; ``bom`` says
    whether they began with a byte order mark, which ``text`` leaves out;
    ``encoding`` is Python's name of the encoding they are in.
    """

    path: Path
    text: str
    digest: str
    bom: bool = False
    encoding: str = "utf-8"


def read_text(path: Path, *, any_encoding: bool = False) -> Snapshot:
    """Read a UTF-8 text file, line ends as they are.

    With ``any_encoding``, a file that is not UTF-8 is read in the encoding it
    is in, as :func:`citekit.encodings.decode` finds it.  Raises
    :class:`ReadError`, naming the file and what to do.
    """
    data = _read_bytes(path)
    found = decode(data, str(path), any_encoding=any_encoding)
    return Snapshot(path, found.text, atomic.digest(data), found.bom, found.encoding)


def decode(data: bytes, file: str, *, any_encoding: bool = True) -> encodings.Decoded:
    """The text of bytes; raises :class:`ReadError`, with ``file`` and line."""
    try:
        return encodings.decode(data) if any_encoding else encodings.decode_utf8(data)
    except UnicodeDecodeError as cause:
        marked = len(data) - len(cause.object)
        raise _not_utf8(file, data, cause.start + marked) from None


def require_text(text: str, file: str) -> str:
    """``text``, as it was decoded; raises :class:`ReadError` if it is no text."""
    if not encodings.is_text(text):
        raise ReadError("this is no text: there are NUL characters in it", Where(file))
    return text


class _Baseline(NamedTuple):
    """What the transaction found at a path: digest (None: no file), mark, encoding."""

    digest: str | None
    bom: bool = False
    encoding: str = "utf-8"
    seen: atomic.Signature | None = None


def write_text(path: Path, text: str, expected: Snapshot | None = None) -> None:
    """Write one file atomically, with no lock: for files outside a project.

    With ``expected``, the file must still be what was read, and keeps its
    encoding and byte order mark.  What is there and is no regular file (a device, a pipe)
    is written to, not replaced.  Its folder is not made.  Raises :class:`ConflictError`
    and :class:`WriteError`.
    """
    if _is_stream(path):
        _pour(path, _encode(path, text))
        return
    target = _target(path)
    if expected is None:
        baseline = _baseline(target)
    else:
        baseline = _baseline_of(expected)
    data = _encode(path, text, baseline)
    if atomic.digest(data) != baseline.digest:
        atomic.commit([atomic.Change(target, atomic.Content.of(data), baseline.digest)])


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two paths name one file, also by links; False where one is not there."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


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
        self._changes: dict[Path, atomic.Content | None] = {}

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
            return _staged_snapshot(path, self._changes[target], self._find_baseline(target))
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
        self._baselines.setdefault(target, _baseline_of(snapshot))

    def write(self, path: Path, text: str) -> None:
        """Set the file's text; folders are made as needed.

        Encoding and byte order mark are kept.  Raises :class:`WriteError` for
        text that is no Unicode, or that the file's encoding cannot hold.
        """
        target = _resolve(path)
        data = _encode(path, text, self._find_baseline(target))
        self._changes[target] = atomic.Content.of(data)

    def splice(self, raw: Raw, edits: Sequence[tuple[int, int, bytes]]) -> None:
        """Make edits (start, end, new bytes), in order, in a file that was read with
        :func:`read_raw` and must not have changed since."""
        target = _resolve(raw.path)
        old, content = atomic.spliced(raw.data, edits)
        self._baselines[target] = _Baseline(old, seen=raw.seen)
        self._changes[target] = content

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
            atomic.Change(target, data, baseline.digest, baseline.seen)
            for target, data in sorted(self._changes.items(), key=lambda item: item[0])
            if (data and data.digest) != (baseline := self._baselines[target]).digest
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


def _is_stream(path: Path) -> bool:
    """Whether a device or a pipe is there."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _pour(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as cause:
        raise atomic.write_error(path, cause) from cause


def _target(path: Path) -> Path:
    """The file behind a path whose folder must be there.  Raises :class:`WriteError`."""
    target = _resolve(path)
    if not target.parent.exists():
        raise WriteError(
            f"cannot write: there is no folder {path.parent}",
            Where(str(path)),
            "make the folder, or correct the path",
        )
    return target


def _baseline(target: Path) -> _Baseline:
    try:
        data = target.read_bytes()
    except FileNotFoundError:
        return _Baseline(None)
    except OSError as cause:
        raise atomic.write_error(target, cause) from cause
    return _Baseline(atomic.digest(data), data.startswith(codecs.BOM_UTF8))


def _baseline_of(snapshot: Snapshot) -> _Baseline:
    return _Baseline(snapshot.digest, snapshot.bom, snapshot.encoding)


def _encode(path: Path, text: str, baseline: _Baseline | None = None) -> bytes:
    encoding = baseline.encoding if baseline else "utf-8"
    try:
        return encodings.encode(text, encoding, baseline.bom if baseline else False)
    except UnicodeEncodeError as cause:
        char = text[cause.start - (baseline.bom if baseline else False)]
        if "\ud800" <= char <= "\udfff":
            message = f"character {cause.start} of the new text is half a surrogate pair"
            raise WriteError(f"{message}, no Unicode", Where(str(path))) from None
        raise WriteError(
            f"the file is in {encoding}, which has no {char!r} (U+{ord(char):04X})",
            Where(str(path)),
            "convert the file to UTF-8, or write the character as a LaTeX macro",
        ) from None


def _staged_snapshot(path: Path, content: atomic.Content | None, baseline: _Baseline) -> Snapshot:
    if content is None:
        missing = OSError(errno.ENOENT, os.strerror(errno.ENOENT))
        raise _read_error(path, missing)
    data = b"".join(content.parts)
    text = data.decode(baseline.encoding).removeprefix("\ufeff" if baseline.bom else "")
    return Snapshot(path, text, content.digest, baseline.bom, baseline.encoding)


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as cause:
        raise _read_error(path, cause) from cause
    except ValueError as cause:  # a name no file can have: it holds a NUL
        raise ReadError(f"cannot read: {cause}", Where(repr(str(path)))) from cause


def _read_error(path: Path, cause: OSError) -> ReadError:
    reason = cause.strerror or str(cause)
    hint = _READ_HINTS.get(cause.errno or 0, "")
    return ReadError(f"cannot read: {reason}", Where(str(path)), hint)


def _not_utf8(file: str, data: bytes, offset: int) -> ReadError:
    line = data.count(b"\n", 0, offset) + 1
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "the file is UTF-16, not UTF-8"
    else:
        message = f"the file is not UTF-8 (byte {offset} is 0x{data[offset]:02x})"
    hint = "save it as UTF-8 in your editor, or convert it with iconv"
    return ReadError(message, Where(file, line), hint)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that is no text; raises ReadError."""
    return _read_bytes(path)


class Raw(NamedTuple):
    """The bytes of a file, and how it was when they were read, if that can be told."""

    path: Path
    data: bytes
    seen: atomic.Signature | None


def read_raw(path: Path) -> Raw:
    """A file as it is; raises ReadError."""
    try:
        seen = atomic.signature(path)
    except OSError as cause:
        raise _read_error(path, cause) from cause
    return Raw(path, _read_bytes(path), seen)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file that is no text, as :func:`write_text` does; raises WriteError."""
    if _is_stream(path):
        _pour(path, data)
        return
    target = _target(path)
    baseline = _baseline(target)
    if atomic.digest(data) != baseline.digest:
        atomic.commit([atomic.Change(target, atomic.Content.of(data), baseline.digest)])
