"""Reference strings to labelled fields, by a sequence model.

The model is a linear-chain conditional random field (Lafferty, McCallum and Pereira
2001; Peng and McCallum 2006 for references) over the tokens and features of
:mod:`citekit.find.parsing.tokens`.  It learned from strings that citekit's own citation
processor printed (``python -m benchmarks.train_parser``), where every field's span is
known.  :mod:`citekit.find.parsing.mending` sets right what it mislabels,
:mod:`citekit.find.parsing.work` makes works of what is found.
"""

from __future__ import annotations

from collections.abc import Iterable

import pycrfsuite

from citekit.collector import collector_paused
from citekit.find.parsing.mending import mended
from citekit.find.parsing.parts import Parsed, Part
from citekit.find.parsing.tokens import cut, features


class Parser:
    """The loaded model of reference strings, by its bytes; for one thread at a time."""

    def __init__(self, model: bytes) -> None:
        self._model = model  # the tagger reads it where it lies
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)

    def parse(self, string: str) -> Parsed:
        """The parts of one reference string."""
        tokens = cut(string)
        if not tokens:
            return Parsed(string, ())
        parts: list[Part] = []
        label = ""
        start = end = 0
        for token, its in zip(tokens, self._tagger.tag(features(tokens)), strict=True):
            begin = string.find(token, end)
            if its != label:
                if label:
                    parts.append(Part(label, string[start:end], start, end))
                label, start = its, begin
            end = begin + len(token)
        parts.append(Part(label, string[start:end], start, end))
        return Parsed(string, mended(string, parts))

    @collector_paused()
    def parse_many(self, strings: Iterable[str]) -> list[Parsed]:
        """Each string's parts, in order."""
        return list(map(self.parse, strings))
