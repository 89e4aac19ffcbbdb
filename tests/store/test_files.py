"""Reading and saving: exact, atomic, and never over someone else's edit."""

from __future__ import annotations

import errno
import json
import os
import signal
import stat
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import ConflictError, ReadError, WriteError
from citekit.store import atomic
from citekit.store.files import Transaction, read_raw, read_text, recover, write_text

OLD = {"a.bib": "old a\n", "b.bib": "old b\n"}
NEW = {"a.bib": "new a\n", "b.bib": "new b\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in OLD.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def contents(root: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(root.glob("*.bib"))}


def leftovers(root: Path) -> list[str]:
    known = {".citekit", ".gitignore", "lock", *OLD}
    return sorted(path.name for path in root.rglob("*") if path.name not in known)


def change(root: Path, edit: Callable[[Transaction], None]) -> None:
    with Transaction(root) as tx:
        edit(tx)


def save_both(root: Path) -> None:
    with Transaction(root) as tx:
        for name, text in NEW.items():
            tx.read(root / name)
            tx.write(root / name, text)


def fail_on(monkeypatch: pytest.MonkeyPatch, name: str, number: int, error: BaseException) -> None:
    """Let the ``number``-th call of ``os.<name>`` from now on raise ``error``."""
    real: Callable[..., Any] = getattr(os, name)
    calls = 0

    def fake(*args: Any, **keywords: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == number:
            raise error
        return real(*args, **keywords)

    monkeypatch.setattr(os, name, fake)


# --- reading -----------------------------------------------------------------


@given(st.text(st.characters(exclude_categories=["Cs"])), st.booleans())
def test_text_comes_back_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, text: str, bom: bool
) -> None:
    path = tmp_path_factory.mktemp("bytes") / "x.bib"
    before = (b"\xef\xbb\xbf" if bom else b"") + text.encode()
    path.write_bytes(before)
    snapshot = read_text(path)
    assert snapshot.digest == atomic.digest(before)
    write_text(path, snapshot.text + "\r\n", snapshot)
    assert path.read_bytes() == before + b"\r\n"


def test_reading_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"none\.bib: cannot read: No such file.*check the name"):
        read_text(tmp_path / "none.bib")
    with pytest.raises(ReadError, match="Is a directory"):
        read_text(tmp_path)
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(ReadError, match="circle"):
        read_text(tmp_path / "loop")


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"one\ntwo \xe9\n", 2, "byte 8 is 0xe9"),
        (b"\xef\xbb\xbfa\xff", 1, "byte 4 is 0xff"),
        ("x".encode("utf-16"), 1, "UTF-16"),
    ],
)
def test_other_encodings_are_located(tmp_path: Path, data: bytes, line: int, words: str) -> None:
    path = tmp_path / "latin.bib"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=words) as caught:
        read_text(path)
    assert caught.value.where.line == line


# --- saving ------------------------------------------------------------------


def test_several_files_are_saved(root: Path) -> None:
    save_both(root)
    assert contents(root) == NEW
    assert leftovers(root) == []


def test_new_and_deleted_files(root: Path) -> None:
    with Transaction(root) as tx:
        tx.write(root / "deep" / "er" / "c.bib", "c")
        tx.delete(root / "a.bib")
        tx.delete(root / "never.bib")
        assert tx.read(root / "deep" / "er" / "c.bib").text == "c"
        with pytest.raises(ReadError):
            tx.read(root / "a.bib")
    assert contents(root) == {"b.bib": OLD["b.bib"]}
    assert (root / "deep" / "er" / "c.bib").read_text() == "c"


def test_an_exception_in_the_block_writes_nothing(root: Path) -> None:
    def edit(tx: Transaction) -> None:
        tx.write(root / "a.bib", "x")
        raise KeyError

    with pytest.raises(KeyError):
        change(root, edit)
    assert contents(root) == OLD
    save_both(root)  # and the lock is free


def test_unchanged_text_is_not_written(root: Path) -> None:
    before = (root / "a.bib").stat()
    with Transaction(root) as tx:
        tx.write(root / "a.bib", OLD["a.bib"])
    write_text(root / "a.bib", OLD["a.bib"])
    after = (root / "a.bib").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_mode_bits_and_mark_are_kept(root: Path) -> None:
    path = root / "a.bib"
    path.write_bytes(b"\xef\xbb\xbfold")
    path.chmod(0o640)
    with Transaction(root) as tx:
        tx.write(path, "new")
        assert tx.read(path).text == "new"
    assert path.read_bytes() == b"\xef\xbb\xbfnew"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_links_are_written_through(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "real.bib"
    elsewhere.write_text("old")
    (root / "link.bib").symlink_to(elsewhere)
    with Transaction(root) as tx:
        tx.write(root / "link.bib", "new")
        tx.write(root / "a.bib", "new")
    assert (root / "link.bib").is_symlink()
    assert elsewhere.read_text() == "new"


def test_copies_where_hard_links_are_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_on(monkeypatch, "link", 1, OSError(errno.EPERM, "no links"))
    save_both(root)
    assert contents(root) == NEW


def test_no_unicode_is_refused(root: Path) -> None:
    with pytest.raises(WriteError, match="surrogate"), Transaction(root) as tx:
        tx.write(root / "a.bib", "bad \ud800")
    assert contents(root) == OLD


# --- conflicts ---------------------------------------------------------------


def test_an_edit_by_someone_else_wins(root: Path) -> None:
    def edit(tx: Transaction) -> None:
        tx.read(root / "a.bib")
        tx.read(root / "b.bib")
        tx.write(root / "a.bib", "mine")
        tx.write(root / "b.bib", "mine")
        (root / "b.bib").write_text("theirs")

    with pytest.raises(ConflictError, match=r"b\.bib"):
        change(root, edit)
    assert contents(root) == OLD | {"b.bib": "theirs"}
    assert leftovers(root) == []


def test_an_edit_since_an_earlier_reading_wins(root: Path) -> None:
    earlier = read_text(root / "a.bib")
    (root / "a.bib").write_text("theirs")

    def edit(tx: Transaction) -> None:
        tx.expect(earlier)
        tx.write(root / "a.bib", "mine")

    with pytest.raises(ConflictError):
        change(root, edit)
    with pytest.raises(ConflictError):
        write_text(root / "a.bib", "mine", earlier)
    assert contents(root)["a.bib"] == "theirs"


@given(st.binary(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.binary(max_size=4))))
def test_parts_are_put_in(data: bytes, parts: list[tuple[int, bytes]]) -> None:
    wanted, edits = b"", []
    done = 0
    for start, new in sorted(parts, key=lambda part: part[0]):
        start = min(start, len(data))
        end = min(start + len(new) // 2, len(data))
        if start >= done:
            edits.append((start, end, new))
            wanted += data[done:start] + new
            done = end
    wanted += data[done:]
    old, content = atomic.spliced(data, edits)
    assert b"".join(content.parts) == wanted
    assert (old, content.digest) == (atomic.digest(data), atomic.digest(wanted))


@pytest.mark.parametrize("old", [False, True])
def test_a_part_is_put_in_unless_someone_else_edits(root: Path, old: bool) -> None:
    if old:  # so that its time can be trusted
        os.utime(root / "a.bib", (1_000_000, 1_000_000))
    with Transaction(root) as tx:
        tx.splice(read_raw(root / "a.bib"), [(4, 4, b"and new ")])
        tx.write(root / "b.bib", "new b\n")
    assert contents(root) == {"a.bib": "old and new a\n", "b.bib": "new b\n"}
    if old:
        os.utime(root / "a.bib", (1_000_000, 1_000_000))
    raw = read_raw(root / "a.bib")

    def edited_meanwhile(tx: Transaction) -> None:
        tx.splice(raw, [(0, 4, b"")])
        (root / "a.bib").write_text("theirs\n")

    with pytest.raises(ConflictError):
        change(root, edited_meanwhile)
    assert contents(root) == {"a.bib": "theirs\n", "b.bib": "new b\n"}
    assert leftovers(root) == []


def test_a_file_that_appears_or_goes_is_a_conflict(root: Path) -> None:
    def appear(tx: Transaction) -> None:
        tx.write(root / "c.bib", "mine")
        (root / "c.bib").write_text("mine")

    with pytest.raises(ConflictError):
        change(root, appear)
    assert (root / "c.bib").read_text() == "mine"

    def vanish(tx: Transaction) -> None:
        tx.write(root / "a.bib", "mine")
        (root / "a.bib").unlink()

    with pytest.raises(ConflictError):
        change(root, vanish)


def test_a_file_found_missing_must_stay_so(root: Path) -> None:
    def edit(tx: Transaction) -> None:
        with pytest.raises(ReadError):
            tx.read(root / "c.bib")
        (root / "c.bib").write_text("theirs")
        tx.write(root / "c.bib", "mine")

    with pytest.raises(ConflictError):
        change(root, edit)
    assert (root / "c.bib").read_text() == "theirs"


def test_the_private_folder_is_kept_out_of_git(root: Path) -> None:
    (root / ".citekit").mkdir()
    save_both(root)
    assert (root / ".citekit" / ".gitignore").read_text() == "*\n"


def test_files_only_read_may_change(root: Path) -> None:
    with Transaction(root) as tx:
        tx.read(root / "b.bib")
        tx.write(root / "a.bib", NEW["a.bib"])
        (root / "b.bib").write_text(NEW["b.bib"])
    assert contents(root) == NEW


def test_the_lock_keeps_others_out(root: Path) -> None:
    with Transaction(root), pytest.raises(ConflictError, match="another citekit process"):
        Transaction(root, timeout=0.05).__enter__()


COUNTER = """
    import sys
    from pathlib import Path
    from citekit.store.files import Transaction
    root = Path(sys.argv[1])
    for _ in range(25):
        with Transaction(root, timeout=60) as tx:
            for name in ("a.bib", "b.bib"):
                count = int(tx.read(root / name).text)
                tx.write(root / name, str(count + 1))
"""


def run(script: str, root: Path) -> subprocess.Popen[bytes]:
    source = str(Path(atomic.__file__).parents[2])
    command = [sys.executable, "-c", textwrap.dedent(script), str(root)]
    return subprocess.Popen(command, env=os.environ | {"PYTHONPATH": source})


def test_two_processes_lose_nothing(root: Path) -> None:
    for name in OLD:
        (root / name).write_text("0")
    processes = [run(COUNTER, root) for _ in range(2)]
    assert [process.wait(60) for process in processes] == [0, 0]
    assert contents(root) == {"a.bib": "50", "b.bib": "50"}
    assert leftovers(root) == []


# --- a disk that refuses -------------------------------------------------------


@pytest.mark.parametrize("number", range(1, 4))
@pytest.mark.parametrize("call", ["fsync", "replace", "open"])
@pytest.mark.parametrize(
    ("code", "hint"), [(errno.ENOSPC, "space"), (errno.EACCES, "permissions"), (errno.EROFS, "")]
)
def test_an_error_leaves_the_old_files(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    number: int,
    code: int,
    hint: str,
) -> None:
    def edit(tx: Transaction) -> None:
        for name, text in NEW.items():
            tx.write(root / name, text)
        tx.write(root / "deep" / "c.bib", "new")
        fail_on(monkeypatch, call, number, OSError(code, os.strerror(code)))

    with pytest.raises(WriteError, match=os.strerror(code)) as caught:
        change(root, edit)
    monkeypatch.undo()
    assert hint in caught.value.hint
    assert contents(root) == OLD
    assert leftovers(root) == []


def test_a_short_disk_while_writing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fdopen

    def full(*args: Any, **keywords: Any) -> Any:
        real(*args, **keywords).close()
        return real(os.open("/dev/full", os.O_WRONLY), "wb")

    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(WriteError, match="No space left"):
        write_text(root / "a.bib", "x")
    monkeypatch.undo()
    assert contents(root) == OLD
    assert leftovers(root) == []


def test_a_folder_or_a_file_in_the_way(root: Path) -> None:
    (root / "folder").mkdir()
    with pytest.raises(WriteError, match="directory"):
        write_text(root / "folder", "x")
    with pytest.raises(WriteError, match="directory"):
        write_text(root / "a.bib" / "x.bib", "x")
    with pytest.raises(WriteError, match="directory"), Transaction(root) as tx:
        tx.delete(root / "folder")


def test_a_folder_for_a_file_since_read(root: Path) -> None:
    def edit(tx: Transaction) -> None:
        tx.write(root / "c.bib", "x")
        (root / "c.bib").mkdir()

    with pytest.raises(WriteError, match="directory"):
        change(root, edit)


def test_a_write_protected_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # the super-user may do everything
    with pytest.raises(WriteError, match="Permission denied"):
        write_text(root / "a.bib", "x")
    assert contents(root) == OLD


def test_a_read_only_project_can_be_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "mkdir", refuse)
    with Transaction(root) as tx:
        assert tx.read(root / "a.bib").text == OLD["a.bib"]
    with pytest.raises(WriteError, match="Read-only"), Transaction(root) as tx:
        tx.write(root / "a.bib", "x")
    assert contents(root) == OLD


# --- interrupts and crashes ------------------------------------------------------


@pytest.mark.parametrize("number", range(1, 4))
def test_an_interrupt_raised_inside_rolls_back(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def edit(tx: Transaction) -> None:
        for name, text in NEW.items():
            tx.write(root / name, text)
        fail_on(monkeypatch, "replace", number, KeyboardInterrupt())

    with pytest.raises(KeyboardInterrupt):
        change(root, edit)
    monkeypatch.undo()
    assert contents(root) == OLD
    assert leftovers(root) == []


def interrupt_during_rename(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    # a run in the background begins with interrupts ignored
    signal.signal(signal.SIGINT, signal.default_int_handler)
    real = os.replace

    def fake(source: Any, target: Any) -> None:
        real(source, target)
        if str(target).endswith("a.bib"):
            monkeypatch.undo()
            for _ in range(times):
                signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(os, "replace", fake)


def test_one_ctrl_c_waits_for_the_save(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupt_during_rename(monkeypatch, 1)
    with pytest.raises(KeyboardInterrupt):
        save_both(root)
    assert contents(root) == NEW
    assert leftovers(root) == []
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_second_ctrl_c_takes_it_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupt_during_rename(monkeypatch, 2)
    with pytest.raises(KeyboardInterrupt):
        save_both(root)
    assert contents(root) == OLD
    assert leftovers(root) == []


def test_saving_from_another_thread(root: Path) -> None:
    thread = threading.Thread(target=save_both, args=(root,))
    thread.start()
    thread.join()
    assert contents(root) == NEW


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from citekit.store.files import Transaction
    root = Path(sys.argv[1])
    real = os.replace
    renamed = []
    def replace(source, target):
        renamed.append(target)
        if len(renamed) > {renames}:
            os.kill(os.getpid(), signal.SIGKILL)
        real(source, target)
    with Transaction(root) as tx:
        for name in ("a.bib", "b.bib"):
            tx.write(root / name, "new " + name[0] + "\\n")
        os.replace = replace
"""


def crash(root: Path, renames: int) -> None:
    """Kill a saving process after so many renames; the journal's is the first."""
    assert run(KILLED.format(renames=renames), root).wait(60) == -signal.SIGKILL


@pytest.mark.parametrize(("renames", "expected"), [(0, OLD), (1, NEW), (2, NEW)])
def test_a_killed_save_is_all_or_nothing(
    root: Path, renames: int, expected: dict[str, str]
) -> None:
    crash(root, renames)
    problems = recover(root)
    assert [problem.code for problem in problems] == ["interrupted-save"] * (renames > 0)
    assert contents(root) == expected
    assert recover(root) == ()
    save_both(root)
    assert contents(root) == NEW
    assert [name for name in leftovers(root) if "journal" not in name] == []


def test_the_next_save_recovers_too(root: Path) -> None:
    crash(root, 2)
    with Transaction(root) as tx:
        assert [problem.code for problem in tx.problems] == ["interrupted-save"]
        assert tx.read(root / "b.bib").text == NEW["b.bib"]


def test_a_lost_copy_takes_the_save_back(root: Path) -> None:
    crash(root, 2)
    [copy] = root.glob(".b.bib.*.citekit-new")
    copy.unlink()
    [problem] = recover(root)
    assert "taken back" in problem.message
    assert contents(root) == OLD
    assert leftovers(root) == []


def test_an_edit_after_the_crash_stays(root: Path) -> None:
    crash(root, 2)
    (root / "b.bib").write_text("edited since")
    problems = recover(root)
    assert "b.bib.citekit-recovered" in problems[-1].hint
    assert (root / "b.bib").read_text() == "edited since"
    assert (root / "b.bib.citekit-recovered").read_text() == NEW["b.bib"]


def write_journal(root: Path, content: object) -> None:
    folder = root / ".citekit"
    folder.mkdir()
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / "journal.json").write_text(text)


def entry(root: Path, **changed: object) -> dict[str, object]:
    return {
        "path": "a.bib",
        "new": None,
        "backup": None,
        "new_digest": None,
        "old_digest": atomic.digest(OLD["a.bib"].encode()),
    } | changed


def test_an_interrupted_deletion_is_completed(root: Path) -> None:
    write_journal(root, {"version": 1, "files": [entry(root)]})
    assert len(recover(root)) == 1
    assert contents(root) == {"b.bib": OLD["b.bib"]}


def test_a_file_edited_after_an_interrupted_deletion_stays(root: Path) -> None:
    write_journal(root, {"version": 1, "files": [entry(root, old_digest="0")]})
    assert "edited" in recover(root)[-1].message
    assert contents(root) == OLD


@pytest.mark.parametrize(
    "content",
    [
        "not JSON",
        [],
        {"version": 2},
        {"version": 1, "files": {}},
        {"version": 1, "files": [1]},
        {"version": 1, "files": [{}]},
        {"version": 1, "files": [{"path": 3}]},
        {"version": 1, "files": [{"path": "../outside.bib"}]},
        {"version": 1, "files": [{"path": "a.bib", "new": "b.bib"}]},
        {"version": 1, "files": [{"path": "a.bib", "new": "../.x.citekit-new"}]},
    ],
)
def test_a_broken_or_hostile_journal_does_nothing(root: Path, content: object) -> None:
    outside = root.parent / "outside.bib"
    outside.write_text("mine")
    write_journal(root, content)
    [problem] = recover(root)
    assert problem.code == "broken-journal"
    assert contents(root) == OLD
    assert outside.read_text() == "mine"
    assert recover(root) == ()


def test_recovery_on_a_refusing_disk(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crash(root, 2)
    fail_on(monkeypatch, "replace", 1, OSError(errno.EACCES, "refused"))
    with pytest.raises(WriteError, match="refused"):
        recover(root)
    monkeypatch.undo()
    assert len(recover(root)) == 1
    assert contents(root) == NEW


def test_a_save_that_can_neither_go_on_nor_back_is_completed_later(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace
    calls = 0

    def fake(source: Any, target: Any) -> None:
        nonlocal calls
        calls += 1
        if calls > 2:  # the journal and one file
            raise OSError(errno.EACCES, "refused")
        real(source, target)

    def edit(tx: Transaction) -> None:
        for name, text in NEW.items():
            tx.write(root / name, text)
        monkeypatch.setattr(os, "replace", fake)

    with pytest.raises(WriteError, match="half-way"):
        change(root, edit)
    monkeypatch.undo()
    assert len(recover(root)) == 1
    assert contents(root) == NEW
