"""Files replaced whole: all of them or none, through any crash.

Each new text is written beside its target, synced, and renamed over it.
Several files are one commit: a journal names the new and the old copies
before the first rename, so that :func:`recover` can finish what a crash cut
short (or take it back, when a new copy is gone).  The caller holds the lock.
"""

from __future__ import annotations

import errno
import json
import os
import signal
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple, TypeAlias

from citekit.errors import ConflictError, Problem, Severity, Where, WriteError, warning

FOLDER = ".citekit"
_JOURNAL = "journal.json"
_NEW = ".citekit-new"
_OLD = ".citekit-old"

_HINTS = {
    errno.ENOSPC: "free some space and try again",
    errno.EDQUOT: "your quota is used up; free some space and try again",
    errno.EROFS: "the file system is mounted read-only",
    errno.EACCES: "check the permissions of the file and its folder",
    errno.EPERM: "check the permissions of the file and its folder",
    errno.EISDIR: "this is a folder, not a file",
    errno.ENOTDIR: "a part of this path is a file, not a folder",
    errno.ENAMETOOLONG: "choose a shorter file name",
    errno.ELOOP: "its symbolic links lead in a circle",
}


#: What tells one state of a file from another: inode, size and modification time (ns).
Signature: TypeAlias = "tuple[int, int, int]"
#: The time of a file that changed less than so many nanoseconds ago says nothing, as it
#: may change again within the same tick of the clock; some file systems keep seconds.
_TICK, _SECONDS = 20_000_000, 2_000_000_000


class Content(NamedTuple):
    """What a file is to hold, in parts, and the digest of it."""

    parts: tuple[bytes | memoryview, ...]
    digest: str

    @classmethod
    def of(cls, data: bytes) -> Content:
        """Content in one part."""
        return cls((data,), digest(data))


class Change(NamedTuple):
    """New content for ``target`` (symbolic links resolved), None to delete it.

    ``old`` is the digest that must be on disk, None for no file; ``seen`` says how the
    file was when that was so, if that can be told.
    """

    target: Path
    data: Content | None
    old: str | None
    seen: Signature | None = None


class _Staged(NamedTuple):
    """A change ready on disk: ``new`` is renamed to ``target``, ``backup``
    keeps the old content; the digests tell what ``target`` holds."""

    target: Path
    new: Path | None
    backup: Path | None
    new_digest: str | None
    old_digest: str | None


def digest(data: bytes) -> str:
    """SHA-256 in hex."""
    from hashlib import sha256  # slow to load, and look-ups digest nothing

    return sha256(data).hexdigest()


def spliced(data: bytes, edits: Sequence[tuple[int, int, bytes]]) -> tuple[str, Content]:
    """The digest of ``data``, and the content with edits (start, end, new bytes), in
    order, made in it; what stands before the first is digested once."""
    from hashlib import sha256  # as in digest

    view = memoryview(data)
    parts: list[bytes | memoryview] = []
    done = edits[0][0] if edits else len(data)
    old = sha256(view[:done])
    new = old.copy()
    parts.append(view[:done])
    old.update(view[done:])
    for start, end, text in edits:
        for part in (view[done:start], text):
            parts.append(part)
            new.update(part)
        done = end
    parts.append(view[done:])
    new.update(view[done:])
    return old.hexdigest(), Content(tuple(parts), new.hexdigest())


def signature(path: Path) -> Signature | None:
    """The state of a file, None if a change right now might leave it the same."""
    found = path.stat()
    changed = found.st_mtime_ns
    if changed > time.time_ns() - (_TICK if changed % 1_000_000_000 else _SECONDS):
        return None
    return found.st_ino, found.st_size, changed


def write_error(path: Path, cause: OSError) -> WriteError:
    """``cause`` as an error that names the file and says what to do."""
    reason = cause.strerror or str(cause)
    hint = _HINTS.get(cause.errno or 0, "")
    return WriteError(f"cannot write: {reason}", Where(str(path)), hint)


def commit(changes: Sequence[Change], root: Path | None = None) -> None:
    """Make all the changes, or none.

    ``root`` holds the journal; a single change needs none.  A Ctrl-C waits
    until the commit is done.  Raises :class:`ConflictError` if a target no
    longer holds what is expected, :class:`WriteError` if one cannot be
    written; the old files are then as they were.
    """
    with _interrupts_deferred():
        _commit(changes, root)


def _commit(changes: Sequence[Change], root: Path | None) -> None:
    journal = root / FOLDER / _JOURNAL if root and len(changes) > 1 else None
    staged: list[_Staged] = []
    begun: list[_Staged] = []
    folders: list[Path] = []
    at = changes[0].target
    finished = False
    try:
        for change in changes:
            at = change.target
            folders += _missing_folders(at.parent)
            at.parent.mkdir(parents=True, exist_ok=True)
            if root:
                _remove_leftovers(at)
            staged.append(_stage(change, keep_old=len(changes) > 1))
        for change in changes:
            at = change.target
            _check_unchanged(change)
        if journal:
            _write_journal(journal, staged)
        for item in staged:
            at = item.target
            begun.append(item)
            _switch(item)
        finished = True
    except OSError as cause:
        raise write_error(at, cause) from cause
    finally:
        if not finished and not _undo(begun):
            raise WriteError(
                "the save stopped half-way",
                Where(str(at)),
                "the next citekit command here completes it",
            )
        _tidy(staged, journal)
        if not finished:
            _remove_folders(folders)


# --- the steps of a commit ---------------------------------------------------


def _missing_folders(folder: Path) -> list[Path]:
    """The folders to make, outermost first."""
    return [path for path in (folder, *folder.parents) if not path.exists()][::-1]


def _stage(change: Change, keep_old: bool) -> _Staged:
    """The new content and, if asked, the old one in files beside the target."""
    target = change.target
    exists = change.old is not None and target.exists()
    if target.is_dir():
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if exists and not os.access(target, os.W_OK):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))
    token = os.urandom(4).hex()
    new = _sibling(target, token, _NEW) if change.data is not None else None
    backup = _sibling(target, token, _OLD) if keep_old and exists else None
    try:
        if new and change.data is not None:
            _write_synced(new, change.data.parts, target.stat().st_mode if exists else None)
        if backup:
            _copy(target, backup)
    except BaseException:
        _remove(new, backup)
        raise
    new_digest = None if change.data is None else change.data.digest
    return _Staged(target, new, backup, new_digest, change.old)


def _sibling(target: Path, token: str, suffix: str) -> Path:
    return target.with_name(f".{target.name[:40]}.{token}{suffix}")


def _remove_leftovers(target: Path) -> None:
    """Remove what a crash before the first rename left beside the target; the
    lock keeps the copies of a commit under way from this."""
    stem = f".{target.name[:40]}."
    for path in target.parent.iterdir():
        name = path.name
        if name.startswith(stem) and name[len(stem) + 8 :] in (_NEW, _OLD):
            _remove(path)


def _write_synced(path: Path, parts: Iterable[bytes | memoryview], mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o666 if mode is None else 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.writelines(parts)
        stream.flush()
        os.fsync(stream.fileno())
    if mode is not None:
        path.chmod(mode & 0o7777)


def _copy(source: Path, target: Path) -> None:
    """A hard link, which needs no space, or a copy where there are none."""
    try:
        target.hardlink_to(source)
    except OSError:
        from shutil import copy2  # rarely needed, and slow to load

        copy2(source, target)


def _check_unchanged(change: Change) -> None:
    with suppress(OSError):
        if change.seen is not None and change.seen == signature(change.target):
            return
    if _digest_on_disk(change.target) != change.old:
        raise ConflictError(
            "the file changed on disk since it was read; nothing was written",
            Where(str(change.target)),
            "run the command again",
        )


def _digest_on_disk(path: Path) -> str | None:
    try:
        return digest(path.read_bytes())
    except FileNotFoundError:
        return None


def _switch(item: _Staged) -> None:
    if item.new:
        item.new.replace(item.target)
    else:
        item.target.unlink(missing_ok=True)
    _sync_folder(item.target.parent)


def _sync_folder(folder: Path) -> None:
    """Make a rename durable; systems that cannot sync a folder need not."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _undo(staged: Sequence[_Staged]) -> bool:
    """Put the old content back; False if a target could not be restored."""
    try:
        for item in staged:
            if item.new_digest == item.old_digest:
                continue
            if _digest_on_disk(item.target) != item.new_digest:
                continue
            if item.old_digest is None:
                item.target.unlink(missing_ok=True)
            elif item.backup and item.backup.exists():
                item.backup.replace(item.target)
            _sync_folder(item.target.parent)
    except OSError:
        return False
    return True


def _tidy(staged: Sequence[_Staged], journal: Path | None) -> None:
    _remove(journal)
    for item in staged:
        _remove(item.new, item.backup)


def _remove(*paths: Path | None) -> None:
    for path in paths:
        if path:
            with suppress(OSError):
                path.unlink()


def _remove_folders(folders: Sequence[Path]) -> None:
    for folder in reversed(folders):
        with suppress(OSError):
            folder.rmdir()


@contextmanager
def _interrupts_deferred() -> Iterator[None]:
    """Hold the first Ctrl-C back until the block is done; a second one acts."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held = False

    def hold(_number: int, _frame: FrameType | None) -> None:
        nonlocal held
        if held:
            raise KeyboardInterrupt
        held = True

    before = signal.signal(signal.SIGINT, hold)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)
        if held:
            signal.raise_signal(signal.SIGINT)


# --- the journal --------------------------------------------------------------


def _write_journal(journal: Path, staged: Sequence[_Staged]) -> None:
    root = journal.parent.parent.resolve()
    files = [
        {
            "path": os.path.relpath(item.target, root),
            "new": item.new and item.new.name,
            "backup": item.backup and item.backup.name,
            "new_digest": item.new_digest,
            "old_digest": item.old_digest,
        }
        for item in staged
    ]
    data = json.dumps({"version": 1, "files": files}, indent=1).encode()
    draft = _sibling(journal, os.urandom(4).hex(), _NEW)
    try:
        _write_synced(draft, [data], None)
        draft.replace(journal)
    finally:
        _remove(draft)
    _sync_folder(journal.parent)


def interrupted(root: Path) -> bool:
    """Whether a commit in ``root`` was cut short; costs one look at the disk."""
    return (root / FOLDER / _JOURNAL).exists()


def recover(root: Path) -> tuple[Problem, ...]:
    """Finish a commit that was cut short; what was done, or nothing.

    A file edited since then keeps the edit; the text that was to be saved is
    put beside it.  Raises :class:`WriteError` if the disk refuses.
    """
    journal = root / FOLDER / _JOURNAL
    try:
        staged = _read_journal(journal)
    except FileNotFoundError:
        return ()
    except (ValueError, OSError) as cause:
        return (_set_aside(journal, cause),)
    try:
        return _resume(staged, journal)
    except OSError as cause:
        raise write_error(journal, cause) from cause


def _resume(staged: Sequence[_Staged], journal: Path) -> tuple[Problem, ...]:
    where = Where(str(journal))
    found = [_digest_on_disk(item.target) for item in staged]
    if not all(map(_can_finish, staged, found)):
        _undo(staged)
        _tidy(staged, journal)
        return (warning("interrupted-save", "an interrupted save was taken back", where),)
    problems = [
        Problem(Severity.INFO, "interrupted-save", "an interrupted save was completed", where)
    ]
    for item, holds in zip(staged, found, strict=True):
        if holds == item.old_digest:
            _switch(item)
        elif holds != item.new_digest:
            problems.append(_keep_both(item))
    _tidy(staged, journal)
    return tuple(problems)


def _can_finish(item: _Staged, holds: str | None) -> bool:
    if holds == item.new_digest or item.new is None:
        return True
    return _digest_on_disk(item.new) == item.new_digest


def _keep_both(item: _Staged) -> Problem:
    """The target was edited after the crash: the edit stays."""
    where = Where(str(item.target))
    message = "the file was edited after an interrupted save, which is left out"
    if item.new is None:
        return warning("interrupted-save", message, where)
    saved = item.target.with_name(item.target.name + ".citekit-recovered")
    item.new.replace(saved)
    return warning("interrupted-save", message, where, f"compare it with {saved.name}")


def _set_aside(journal: Path, cause: Exception) -> Problem:
    with suppress(OSError):
        journal.replace(journal.with_suffix(".broken"))
    return warning("broken-journal", f"the journal cannot be read: {cause}", Where(str(journal)))


def _read_journal(journal: Path) -> list[_Staged]:
    """The journal's changes.

    A journal may come from elsewhere, so it can reach nothing outside its
    root but what was being saved there.  Raises ``ValueError`` on a broken one.
    """
    content = json.loads(journal.read_bytes())
    if not isinstance(content, dict) or content.get("version") != 1:
        raise ValueError("unknown version")
    files = content.get("files")
    if not isinstance(files, list):
        raise ValueError("no list of files")
    root = journal.parent.parent.resolve()
    return [_read_item(item, root) for item in files]


def _read_item(item: Any, root: Path) -> _Staged:
    if not isinstance(item, dict):
        raise ValueError("an entry is no object")
    path = _text(item, "path")
    if path is None:
        raise ValueError("an entry has no path")
    target = (root / path).resolve()
    staged = _Staged(
        target,
        _copy_beside(target, _text(item, "new"), _NEW),
        _copy_beside(target, _text(item, "backup"), _OLD),
        _text(item, "new_digest"),
        _text(item, "old_digest"),
    )
    if not target.is_relative_to(root) and not _is_ours(staged):
        raise ValueError(f"{path} lies outside the project")
    return staged


def _is_ours(item: _Staged) -> bool:
    """Whether a file outside the root, behind a link say, was being saved: its
    new copy stands beside it, or in its place."""
    copies = (item.target, item.new)
    found = [_digest_on_disk(path) for path in copies if path is not None]
    return item.new_digest is not None and item.new_digest in found


def _text(item: dict[str, Any], name: str) -> str | None:
    value = item.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name} is no text")
    return value


def _copy_beside(target: Path, name: str | None, suffix: str) -> Path | None:
    if name is None:
        return None
    if not name.startswith(".") or not name.endswith(suffix) or Path(name).name != name:
        raise ValueError(f"{name} is no name of a copy")
    return target.with_name(name)
