"""The files that a project's index is made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from citekit.store.corpus import document_ids, folders, require_locale
from citekit.store.inclusions import LATEX, latex_names
from citekit.store.settings import PROJECT_FILE, Settings


class Listing(NamedTuple):
    """Paths relative to the project's root, with forward slashes: the settings, the
    passages and LaTeX files that may declare what holds in documents, the .bib files in
    the catalogue's order, and the documents."""

    core: tuple[str, ...] = ()
    catalogue: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

    @property
    def files(self) -> Iterator[str]:
        """All of them, each once."""
        yield from dict.fromkeys((*self.core, *self.catalogue, *self.documents))

    def beside(self, documents: Iterable[str]) -> Iterator[str]:
        """These documents, with one of LaTeX all of LaTeX: one may include another one."""
        asked = set(documents)
        if any(id.lower().endswith(LATEX) for id in asked):
            asked.update(id for id in self.documents if id.lower().endswith(LATEX))
        yield from asked


def list_files(root: Path, settings: Settings) -> Listing:
    """The files of the project at ``root``."""
    bibs = (path.relative_to(root) for path in catalogue_files(root, settings.catalogue))
    documents = tuple(document_ids(root, settings.documents, settings.exclude))
    return Listing(
        (PROJECT_FILE, settings.passages, *_declaring(root, documents)),
        tuple(path.as_posix() for path in bibs),
        documents,
    )


def _declaring(root: Path, documents: Sequence[str]) -> Iterator[str]:
    """The LaTeX files that are no documents, in the folders of LaTeX documents and above."""
    folders = {PurePosixPath(id).parent for id in documents if id.lower().endswith(LATEX)}
    folders |= {above for folder in folders for above in folder.parents}
    listed = set(documents)
    for folder in sorted(folders):
        for name in latex_names(root / folder):
            if (path := (folder / name).as_posix()) not in listed and (root / path).is_file():
                yield path


def list_folders(root: Path, settings: Settings) -> set[Path]:
    """The folders that those files are listed from."""
    found = set(folders(root, settings.catalogue))
    found.update(folders(root, settings.documents, settings.exclude))
    latex = [one for one in settings.documents if one.endswith((*LATEX, "*"))]
    bases = folders(root, latex, settings.exclude)
    for base in set(bases):
        found.update(above for above in base.parents if above.is_relative_to(root))
    return found


def catalogue_files(root: Path, patterns: Sequence[str]) -> list[Path]:
    """The project's .bib files, sorted; a plain name need not exist yet.  Raises ReadError
    as :func:`citekit.store.corpus.require_locale`."""
    found = {path for pattern in patterns for path in root.glob(pattern) if path.is_file()}
    for path in found:
        require_locale(path.relative_to(root).as_posix())
    return sorted(found)
