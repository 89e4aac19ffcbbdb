"""The files that a project's index is made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from citekit.store.corpus import document_ids, folders, require_locale
from citekit.store.settings import PROJECT_FILE, Settings


class Listing(NamedTuple):
    """Paths relative to the project's root, with forward slashes: the settings and the
    passages, the .bib files in the catalogue's order, and the documents."""

    core: tuple[str, ...] = ()
    catalogue: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

    @property
    def files(self) -> Iterator[str]:
        """All of them, each once."""
        yield from dict.fromkeys((*self.core, *self.catalogue, *self.documents))


def list_files(root: Path, settings: Settings) -> Listing:
    """The files of the project at ``root``."""
    bibs = (path.relative_to(root) for path in catalogue_files(root, settings.catalogue))
    return Listing(
        (PROJECT_FILE, settings.passages),
        tuple(path.as_posix() for path in bibs),
        tuple(document_ids(root, settings.documents)),
    )


def list_folders(root: Path, settings: Settings) -> set[Path]:
    """The folders that those files are listed from."""
    return set(folders(root, (*settings.catalogue, *settings.documents)))


def catalogue_files(root: Path, patterns: Sequence[str]) -> list[Path]:
    """The project's .bib files, sorted; a plain name need not exist yet.  Raises ReadError
    as :func:`citekit.store.corpus.require_locale`."""
    found = {path for pattern in patterns for path in root.glob(pattern) if path.is_file()}
    for path in found:
        require_locale(path.relative_to(root).as_posix())
    return sorted(found)
