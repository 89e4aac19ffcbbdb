"""Manuscripts as they are read: files in or outside of a project, with what they include."""

from __future__ import annotations

import os
from collections.abc import Container
from pathlib import Path

from citekit.errors import ReadError, Where
from citekit.model import Document
from citekit.store.corpus import read_document
from citekit.store.inclusions import Inclusions


def read_manuscripts(path: Path, root: Path, corpus: Container[str]) -> list[Document]:
    """The document of a file in or outside of the project at ``root``, and those of the LaTeX
    files whose text stands in it.  Files in the project are read with what their main file
    declares, as documents are; those of the ``corpus`` have their ids, others their paths.

    Raises ReadError.
    """
    where = Where(str(path))
    if path.is_dir():
        raise ReadError("this is a folder", where, "name the files in it")
    if not path.exists():
        raise ReadError("no such file", where, "check the name")
    place, top = path.resolve(), root.resolve()
    if not place.is_relative_to(top):
        place, top = path.parent / path.name, path.parent
    inclusions, id = Inclusions(top), place.relative_to(top).as_posix()
    found = []
    for part in (id, *inclusions.included(id)):
        document = read_document(top, part, inclusions)
        if part not in corpus or not place.is_relative_to(root.resolve()):
            name = path.parent / os.path.relpath(top / part, place.parent)
            document = document._replace(id=str(path) if part == id else os.path.normpath(name))
        found.append(document)
    return found
