"""The files of the catalogue as an edit finds them, read no further than it needs."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from citekit.formats import bibsource
from citekit.formats.bibmap import NO_WORKS
from citekit.formats.bibread import field_text
from citekit.store.catalogue import Catalogue, catalogue_of, read_files

#: The field that gives a work another key than its entry has.
_OTHER_KEY = "csl-id"
_IS_OTHER_KEY = re.compile(_OTHER_KEY, re.I)
#: A part of its name as people write it; looked for first, as it is found much faster.
_PARTS = ("sl-", "SL-", "Sl-", "sL-")


class Place(NamedTuple):
    """The entry of a work, and the file it stands in, relative to the project's root."""

    file: str
    block: bibsource.Block


@dataclass(frozen=True)
class Outline:
    """The catalogue's files by name, as :func:`citekit.formats.bibsource.outline` reads
    them."""

    sources: Mapping[str, bibsource.Source]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all works."""
        return frozenset(
            _key(source, block) for source in self.sources.values() for block in _works(source)
        )

    def places(self, key: str) -> list[Place]:
        """The entries of all works with this key, in the files' order."""
        return [
            Place(name, block)
            for name, source in self.sources.items()
            for block in _works(source)
            if _key(source, block) == key
        ]


def _works(source: bibsource.Source) -> list[bibsource.Block]:
    return [
        block for block in source.blocks if block.kind == "entry" and block.type not in NO_WORKS
    ]


def _key(source: bibsource.Source, block: bibsource.Block) -> str:
    """The key of the work that an entry is."""
    other = block.field(_OTHER_KEY) if block.fields else None
    return field_text(source, block, other) if other else block.key


class Files:
    """The files of a catalogue, read once; raises ReadError for one that cannot be read."""

    def __init__(self, root: Path, patterns: Sequence[str]) -> None:
        self._root = root
        found, self._problems = read_files(root, patterns)
        self.snapshots = {each.path.relative_to(root).as_posix(): each for each in found}
        self._outlines: dict[frozenset[str], Outline] = {}

    def catalogue(self) -> Catalogue:
        """Every entry of the files."""
        return catalogue_of(self._root, list(self.snapshots.values()), self._problems)

    def outline(self, keys: Collection[str] = ()) -> Outline:
        """The files, of whose entries only those with these keys are read."""
        wanted = frozenset(keys)
        if wanted not in self._outlines:
            sources = {
                name: _source(each.text, name, wanted) for name, each in self.snapshots.items()
            }
            self._outlines[wanted] = Outline(sources)
        return self._outlines[wanted]

    def known(self, name: str, keys: Collection[str]) -> bibsource.Source | None:
        """A file as it was outlined before, if the entries ``keys`` were read then, or it has
        none of them."""
        for wanted, outline in self._outlines.items():
            source = outline.sources.get(name)
            if source is not None and all(
                key in wanted or source.entry(key) is None for key in keys
            ):
                return source
        return None


def _source(text: str, name: str, keys: Collection[str]) -> bibsource.Source:
    if any(part in text for part in _PARTS) and _IS_OTHER_KEY.search(text):
        return bibsource.split(text, name)
    return bibsource.outline(text, name, keys)
