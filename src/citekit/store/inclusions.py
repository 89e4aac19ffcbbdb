"""LaTeX documents of several files: what holds in a chapter is declared in another file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from citekit import encodings

if TYPE_CHECKING:
    from citekit.corpus.latexfiles import LatexFile

#: Extensions of LaTeX files, of documents and of packages.
LATEX = (".tex", ".latex")
LATEX_FILES = (*LATEX, ".sty")
#: A file is included by one that is included, so many times.
_DEEPEST = 10


class Inclusions:
    """Which files include a LaTeX document of the project at ``root``.

    They are looked for in the document's folder and those above it, up to ``root``: names in
    ``\\input`` are relative to the main file (LaTeX 2e, 24).  Each file is read once.
    """

    def __init__(self, root: Path) -> None:
        self._root = os.path.abspath(root)  # noqa: PTH100  (links in the path stay)
        self._folders: dict[str, dict[str, list[str]]] = {}
        self._files: dict[str, LatexFile | None] = {}

    def context(self, id: str, source: bytes) -> str:
        """What the files that include the document ``id``, of these bytes, declare, and those
        that its own preamble includes; an empty string for a document that is no LaTeX."""
        if not id.lower().endswith(LATEX):
            return ""
        path = os.path.normpath(os.path.join(self._root, id))  # noqa: PTH118
        own = _parsed(source)
        if own is None:
            return ""
        self._files[path] = own
        declared: dict[str, str] = {}
        chain = [] if own.whole and not own.root else list(self._including(path))
        for main in reversed(chain):
            self._declare(main, declared)
        declared.pop(path, None)
        for name in own.preamble:
            if (part := self._found(path, name)) and part != path:
                self._declare(part, declared)
        return "\n".join(filter(None, declared.values()))

    def included(self, id: str) -> list[str]:
        """The files whose text stands in the document ``id``: those that it includes, and that
        these include, in order; paths below the root."""
        if not id.lower().endswith(LATEX):
            return []
        found: dict[str, None] = {}
        self._add_included(os.path.normpath(os.path.join(self._root, id)), found)  # noqa: PTH118
        return [os.path.relpath(path, self._root).replace(os.sep, "/") for path in found][1:]

    def _add_included(self, path: str, found: dict[str, None], depth: int = 0) -> None:
        file = self._read(path)
        if file is None or path in found or depth > _DEEPEST:
            return
        found[path] = None
        for name in (*(() if file.whole else file.preamble), *file.included):
            part = self._found(path, name)
            if part.lower().endswith(LATEX):
                self._add_included(part, found, depth + 1)

    def _declare(self, path: str, declared: dict[str, str], depth: int = 0) -> None:
        """Add what a file and those of its preamble declare."""
        file = self._read(path)
        if file is None or path in declared or depth > _DEEPEST:
            return
        declared[path] = ""
        for name in file.preamble:
            if part := self._found(path, name):
                self._declare(part, declared, depth + 1)
        declared.pop(path)  # its own definitions come behind those that it includes
        declared[path] = file.declared

    def _including(self, path: str) -> Iterator[str]:
        """The files that include a file, the nearest first."""
        seen, waiting = {path}, [path]
        while waiting and len(seen) < 200:
            at = waiting.pop(0)
            file = self._files.get(at)
            named = self._found(at, file.root) if file is not None and file.root else ""
            for other in filter(None, (*self._naming(at), named)):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
                    self._read(other)
                    yield other

    def _naming(self, path: str) -> Iterator[str]:
        for folder in self._above(path):
            yield from self._in(folder).get(path, ())

    def _in(self, folder: str) -> dict[str, list[str]]:
        """The files that those in a folder include → the including ones."""
        if folder not in self._folders:
            found: dict[str, list[str]] = {}
            for name in latex_names(folder):
                path = os.path.join(folder, name)  # noqa: PTH118
                file = self._read(path)
                for included in (*file.preamble, *file.included) if file is not None else ():
                    for candidate in self._candidates(path, included):
                        found.setdefault(candidate, []).append(path)
            self._folders[folder] = found
        return self._folders[folder]

    def _found(self, path: str, name: str) -> str:
        """The file that is there of those a name in ``path`` may mean; or nothing."""
        return next((one for one in self._candidates(path, name) if os.path.isfile(one)), "")  # noqa: PTH113

    def _candidates(self, path: str, name: str) -> Iterator[str]:
        for folder in self._above(path):
            base = os.path.normpath(os.path.join(folder, name))  # noqa: PTH118
            if base.startswith(self._root + os.sep):
                yield base if name.lower().endswith(LATEX_FILES) else f"{base}.tex"

    def _above(self, path: str) -> Iterator[str]:
        """The folder of a file and those above it, up to the root."""
        folder = os.path.dirname(path)  # noqa: PTH120
        while folder.startswith(self._root):
            yield folder
            if folder == self._root:
                break
            folder = os.path.dirname(folder)  # noqa: PTH120

    def _read(self, path: str) -> LatexFile | None:
        if path not in self._files:
            try:
                with open(path, "rb") as stream:  # noqa: PTH123
                    self._files[path] = _parsed(stream.read())
            except OSError:
                self._files[path] = None
        return self._files[path]


@lru_cache(maxsize=256)
def _parsed(data: bytes) -> LatexFile | None:
    from citekit.corpus.latexfiles import latex_file  # look-ups read the index

    try:
        return latex_file(encodings.decode(data).text)
    except UnicodeDecodeError:
        return None


def latex_names(folder: str | Path) -> list[str]:
    """The names of the LaTeX files in a folder, sorted."""
    try:
        names = os.listdir(folder)  # noqa: PTH208
    except OSError:
        return []
    return sorted(name for name in names if name.lower().endswith(LATEX_FILES))
