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
        self._labels = frozenset(self._tagger.labels())

    def tags(self, rows: Sequence[Sequence[str] | Sequence[bytes]]) -> list[str]:
        """The likeliest labels of items that follow each other, by their features."""
        labels: list[str] = self._tagger.tag(rows)
        return labels

    def marginals(self, rows: Sequence[Sequence[str]], labels: Sequence[str]) -> list[list[float]]:
        """How likely each of ``labels`` is for each item (0-1); 0 for one that the model
        does not know."""
        self._tagger.set(rows)
        marginal = self._tagger.marginal
        known = [label if label in self._labels else None for label in labels]
        return [
            [marginal(label, at) if label is not None else 0.0 for label in known]
            for at in range(len(rows))
        ]

    def names(self) -> set[str]:
        """The features that the model has weights for."""
        return {name for name, _ in self._tagger.info().state_features}
