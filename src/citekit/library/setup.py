"""Making a project, and the seed corpus as an example of one."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from citekit.errors import UsageError, Where, WriteError
from citekit.store import data, settings
from citekit.store.files import write_text

#: The folders of the seed project.
_SEED_FOLDERS = ("seeds", "refs")
_NEW_CATALOGUE = "% The works that the corpus cites, and the corpus's own texts.\n"


def make_project(folder: Path, documents: Sequence[str] = ()) -> list[str]:
    """Make ``citekit.toml`` and an empty catalogue in ``folder``.

    Returns the names of the files made; none if the folder is a project
    already.  Raises UsageError for a pattern that is none, WriteError.
    """
    for pattern in documents:
        try:
            settings.check_pattern(pattern)
        except ValueError as problem:
            raise UsageError(f"{pattern!r} is no pattern: it must be {problem}") from None
    if (folder / settings.PROJECT_FILE).exists():
        return []
    text = settings.DEFAULT_TOML
    if documents:
        line = f"documents = {json.dumps(list(documents), ensure_ascii=False)}"
        text = re.sub("(?m)^# documents = .*$", lambda _: line, text)
    made = []
    catalogue = folder / settings.Settings().new_entries
    if not catalogue.exists():
        try:
            catalogue.parent.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise WriteError(
                f"cannot make the folder: {problem.strerror}", Where(str(catalogue.parent))
            ) from None
        write_text(catalogue, _NEW_CATALOGUE)
        made.append(catalogue.relative_to(folder).as_posix())
    write_text(folder / settings.PROJECT_FILE, text)
    return [settings.PROJECT_FILE, *made]


def copy_seed_project(folder: Path) -> None:
    """Put the seed corpus, its catalogue and its passages into a new folder, or over a copy
    of them in which nothing was changed.

    Raises UsageError if anything else is in the folder, WriteError if it cannot be
    written.
    """
    source = data.demo_files()
    if folder.is_dir() and any(folder.iterdir()) and not _is_copy(source, folder):
        raise UsageError(f"{folder} is not empty", hint="name a new folder, or remove this one")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in _SEED_FOLDERS:
            shutil.copytree(source / name, folder / name, dirs_exist_ok=True)
        shutil.copy(source / settings.PROJECT_FILE, folder / settings.PROJECT_FILE)
    except OSError as problem:
        raise WriteError(
            f"cannot copy the seed corpus: {problem.strerror}", Where(str(folder))
        ) from None


def _is_copy(source: Path, folder: Path) -> bool:
    """Whether another folder holds the seed project, file for file."""
    if folder.resolve() == source.resolve():
        return False
    names = [settings.PROJECT_FILE, *_SEED_FOLDERS]
    files = [file for name in names for file in (source / name, *(source / name).rglob("*"))]
    copies = ((file, folder / file.relative_to(source)) for file in files if file.is_file())
    return all(copy.is_file() and copy.read_bytes() == file.read_bytes() for file, copy in copies)
