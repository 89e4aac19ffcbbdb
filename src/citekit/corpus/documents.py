"""Documents: bytes to text.

Text and Markdown files are read as they are: nothing is normalised, so that
a position in the text is a position in the file.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from citekit.errors import ReadError, Where
from citekit.model import Document


def read_plain(data: bytes, id: str) -> Document:
    """A UTF-8 text file; a byte order mark is no part of the text.

    Raises ReadError with the line of the first byte that is not UTF-8.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise ReadError(
            f"not UTF-8: byte {data[problem.start]:#04x} at offset {problem.start}",
            Where(id, line),
            "save the file as UTF-8",
        ) from None
    return Document(id, text, sha256(text.encode()).hexdigest(), "plain/1")


#: How the files of each extension become documents.
DOCUMENTS: dict[str, Callable[[bytes, str], Document]] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_plain,
    ".markdown": read_plain,
}


def extract(data: bytes, id: str) -> Document:
    """The document of a file's bytes; an unknown extension is read as plain text."""
    dot = id.rfind(".")
    return DOCUMENTS.get(id[dot:].lower() if dot != -1 else "", read_plain)(data, id)
