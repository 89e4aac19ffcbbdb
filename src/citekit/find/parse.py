"""Reference strings to labelled fields, by a sequence model.

The model is a linear-chain conditional random field (Lafferty, McCallum and Pereira
2001; Peng and McCallum 2006 for references) over the tokens and features of
:mod:`citekit.find.parsetokens`.  It learned from strings that citekit's own citation
processor printed (``python -m benchmarks.train_parser``), where every field's span is
known.  :mod:`citekit.find.parsework` makes works of what it finds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pycrfsuite

from citekit.find.parsetokens import features, tokens


class Part(NamedTuple):
    """A stretch of a reference string: its label, its text as it stands there, and the
    text's span in code points, end exclusive."""

    label: str
    text: str
    start: int
    end: int


class Parsed(NamedTuple):
    """A reference string and its parts, in order; together they hold every token.

    ``score`` (0–1) is the model's probability of this labelling against all others,
    taken to the power of one over the number of tokens.
    """

    string: str
    parts: tuple[Part, ...]
    score: float = 1.0

    def texts(self, label: str) -> list[str]:
        """The texts of the parts with ``label``."""
        return [part.text for part in self.parts if part.label == label]


class Parser:
    """A loaded model; :meth:`parse` may be called from one thread at a time."""

    def __init__(self, model: bytes) -> None:
        self._model = model  # the tagger reads it where it lies
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)

    def parse(self, string: str) -> Parsed:
        """The parts of one reference string."""
        spans = tokens(string)
        if not spans:
            return Parsed(string, ())
        labels = self._tagger.tag(features([string[start:end] for start, end in spans]))
        parts: list[Part] = []
        begin = 0
        for index in range(1, len(spans) + 1):
            if index < len(spans) and labels[index] == labels[begin]:
                continue
            start, end = spans[begin][0], spans[index - 1][1]
            parts.append(Part(labels[begin], string[start:end], start, end))
            begin = index
        return Parsed(string, tuple(parts))

    def parse_many(self, strings: Iterable[str]) -> Iterator[Parsed]:
        """Each string's parts, in order."""
        return map(self.parse, strings)
