"""Training of small conditional random fields."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

import pycrfsuite


def fitted(
    examples: Iterable[tuple[list[list[str]], list[str]]], **parameters: float | bool
) -> bytes:
    """The model that learned from sequences: the features and the label of each item.

    ``parameters`` are those of CRFsuite's L-BFGS, with ``feature_`` for ``feature.``.
    """
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(
        {name.replace("feature_", "feature."): value for name, value in parameters.items()}
    )
    for rows, labels in examples:
        trainer.append(rows, labels)
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        trainer.train(str(model))
        return model.read_bytes()


def weights(
    model: bytes,
) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]:
    """The weights of a model: of a feature and a label, of a label and the next."""
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    found = tagger.info()
    return dict(found.state_features), dict(found.transitions)
