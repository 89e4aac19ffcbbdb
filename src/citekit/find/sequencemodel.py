"""A loaded conditional random field, for whatever labels sequences with one."""

from __future__ import annotations

from collections.abc import Sequence

import pycrfsuite


class SequenceModel:
    """A model of CRFsuite by its bytes; to be used by one thread at a time."""

    def __init__(self, model: bytes) -> None:
        self._model = model  # the tagger reads it where it lies
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)

    def tags(self, rows: Sequence[Sequence[str] | Sequence[bytes]]) -> list[str]:
        """The likeliest labels of items that follow each other, by their features."""
        labels: list[str] = self._tagger.tag(rows)
        return labels
