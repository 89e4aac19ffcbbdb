"""Reference strings to labelled fields, by a sequence model.

The model is a linear-chain conditional random field (Lafferty, McCallum and Pereira
2001; Peng and McCallum 2006 for references) over the tokens and features of
:mod:`citekit.find.parsing.tokens`.  It learned from strings that citekit's own citation
processor printed (``python -m benchmarks.train_parser``), where every field's span is
known.  :mod:`citekit.find.parsing.mending` sets right what it mislabels,
:mod:`citekit.find.parsing.work` makes works of what is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pycrfsuite

from citekit.collector import collector_paused
from citekit.find.parsing.apart import apart, left, put_back
from citekit.find.parsing.bodies import restored, shown
from citekit.find.parsing.mending import carved, mended
from citekit.find.parsing.parts import Parsed, Part
from citekit.find.parsing.tokens import cut, features

#: The number of a string in its list, in the forms of numeric styles: "[1]", "(1)", "1.", "1)".
_NUMBERED = re.compile(
    r"\s*(?P<number>(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)])(?=\s)|\d{1,3}\.(?=[^\W\d_]))\s*(?=\w|\W+\w)"
)


class Parser:
    """The loaded model of reference strings, by its bytes; for one thread at a time."""

    def __init__(self, model: bytes) -> None:
        self._model = model  # the tagger reads it where it lies
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)

    def parse(self, string: str) -> Parsed:
        """The parts of one reference string.

        A number in front is one of them; what stands behind it is read as if there were none.
        """
        numbered = _NUMBERED.match(string)
        if numbered is not None:
            return _behind(string, numbered.end("number"), self._parsed(string[numbered.end() :]))
        parts = self._parsed(string)
        if len(parts) > 1 and parts[0].label == "number":
            return _behind(string, parts[0].end, self._parsed(string[parts[1].start :]))
        return Parsed(string, parts)

    def _parsed(self, string: str) -> tuple[Part, ...]:
        seen = shown(string)
        if seen is not None:
            told = restored(string, seen, self._tagged(seen.text))
            if told is not None:
                return mended(string, carved(string, told[0], [told[1]]))
        parts = self._tagged(string)
        return mended(string, parts) if parts else ()

    def _tagged(self, string: str) -> list[Part]:
        """The parts as the model has them, and those that are kept from it."""
        cuts = apart(string)
        if not cuts:
            return self._labelled(string)
        parts = put_back(string, cuts, self._labelled(left(string, cuts)))
        return carved(string, parts, [cut for cut in cuts if cut[0]])

    def _labelled(self, string: str) -> list[Part]:
        tokens = cut(string)
        if not tokens:
            return []
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
        return parts

    @collector_paused()
    def parse_many(self, strings: Iterable[str]) -> list[Parsed]:
        """Each string's parts, in order."""
        return list(map(self.parse, strings))


def _behind(string: str, end: int, parts: Iterable[Part]) -> Parsed:
    """``string``: the number before ``end``, and the ``parts`` of what stands behind it."""
    text = string[:end].strip()
    start = string.find(text)
    found = [Part("number", text, start, end)]
    shift = len(string) - len(string[end:].lstrip())
    for part in parts:
        found.append(part._replace(start=part.start + shift, end=part.end + shift))
    return Parsed(string, tuple(found))
