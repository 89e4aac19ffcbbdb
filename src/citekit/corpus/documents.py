"""Documents: bytes to text.

Text files are read as they are, but for what no reader sees (:mod:`citekit.corpus.plain`).
The other kinds give the prose that a reader sees.  Where the text is not the file, there is
a way back to the file (:class:`citekit.model.Origin`).
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from contextlib import suppress

from citekit import encodings
from citekit.corpus.plain import read_plain
from citekit.errors import ReadError, Where
from citekit.model import Document


def _decoded(data: bytes, id: str) -> str:
    """The text of a file in its encoding, without a byte order mark.

    Raises ReadError with the line of the first byte that is not UTF-8 in a file that
    mostly is, or of the first NUL of what is no text.
    """
    try:
        text = encodings.decode(data).text
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise ReadError(
            f"not UTF-8: byte {problem.object[problem.start]:#04x} at offset {problem.start}",
            Where(id, line),
            "save the file as UTF-8",
        ) from None
    if not encodings.is_text(text):
        raise ReadError(
            "this is no text: there are NUL characters in it",
            Where(id, text.count("\n", 0, text.index("\0")) + 1),
            "make a text of it, or leave it out",
        )
    return text


def _plain(data: bytes, id: str, _: str) -> Document:
    return read_plain(_decoded(data, id), id)


def _markdown(data: bytes, id: str, _: str) -> Document:
    from citekit.corpus.markdown import read_markdown  # each kind's tables load when needed

    return read_markdown(_decoded(data, id), id)


def _latex(data: bytes, id: str, context: str) -> Document:
    from citekit.corpus.latex import read_latex

    return read_latex(_decoded(data, id), id, context)


def _html(data: bytes, id: str, _: str) -> Document:
    """A byte order mark goes before what the page says of itself (HTML 13.2.3.2)."""
    from citekit.corpus.html import declared_encoding, read_html

    name = declared_encoding(data)
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    # bytes that can be read as ASCII so far are no UTF-16 (HTML 13.2.3.2)
    if name is not None and not marked and not name.lower().startswith("utf-16"):
        # what calls itself ISO 8859-1 is Windows-1252 (WHATWG Encoding 4.2)
        name = "cp1252" if name.lower() in ("iso-8859-1", "latin1", "us-ascii") else name
        with suppress(LookupError, UnicodeDecodeError):
            return read_html(data.decode(name), id)
    return read_html(_decoded(data, id), id)


#: How the files of each extension become documents.
DOCUMENTS: dict[str, Callable[[bytes, str, str], Document]] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".tex": _latex,
    ".latex": _latex,
}


def extract(data: bytes, id: str, context: str = "") -> Document:
    """The document of a file's bytes; an unknown extension is read as plain text.

    ``id`` names the file.  ``context`` is what other LaTeX files declare for this one
    (:class:`citekit.store.inclusions.Inclusions`).  Raises ReadError for a file in no
    readable encoding, or that is no text.
    """
    dot = id.rfind(".")
    return DOCUMENTS.get(id[dot:].lower() if dot != -1 else "", _plain)(data, id, context)
