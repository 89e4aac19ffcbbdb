"""Plain text: the file's own characters, but for those that no reader sees.

Soft hyphens and what has no width are left out, as of other kinds of documents, a soft
hyphen at the end of a line together with that line end (Unicode 15, section 23.2).  A
carriage return alone ends a line (section 5.8) and is read as a line feed.
"""

from __future__ import annotations

import re
from array import array
from hashlib import sha256

from citekit.corpus.extraction import UNSEEN, ignored_names
from citekit.corpus.keys import citation_keys
from citekit.corpus.places import line_starts
from citekit.model import Document, Origin

EXTRACTOR = "plain/1"

_LEFT_OUT = re.compile(rf"[{UNSEEN}](?:(?<=\u00ad)[ \t]*\r?\n[ \t]*(?=[^\W\d_])|[{UNSEEN}]*)")
_RETURN = re.compile(r"\r(?!\n)")


def read_plain(source: str, id: str) -> Document:
    """The document of a file's decoded text; it has an origin if anything is left out."""
    text = _RETURN.sub("\n", source) if "\r" in source else source
    origin = None
    if not text.isascii() and _LEFT_OUT.search(text):
        text, origin = _seen(text)
    return Document(
        id,
        text,
        sha256(text.encode()).hexdigest(),
        EXTRACTOR,
        origin,
        tuple(citation_keys(text, "plain")),
        ignored=ignored_names(source),
    )


def _seen(source: str) -> tuple[str, Origin]:
    """What a reader sees of a text, and where that stands in it."""
    parts: list[str] = []
    offsets, sources, lengths = array("L"), array("L"), array("L")
    length = done = 0
    for start, end in (*(match.span() for match in _LEFT_OUT.finditer(source)), (len(source),) * 2):
        if start > done:
            parts.append(source[done:start])
            offsets.append(length)
            sources.append(done)
            lengths.append(start - done)
            length += start - done
        done = end
    return "".join(parts), Origin(offsets, sources, lengths, line_starts(source))
