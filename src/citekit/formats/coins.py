"""COinS, written only: OpenURL ContextObjects in spans of HTML.

Keys are those of ANSI/NISO Z39.88-2004 and its matrices for journals, books,
dissertations, patents and Dublin Core.  Values are percent-encoded, and the
ampersands between them are escaped for HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from citekit.formats.base import Writing
from citekit.formats.markup import (
    known,
    page_ends,
    report_written,
    start_date,
    two_parts,
    without_markup,
)
from citekit.model import Name, Work


class TypeRow(NamedTuple):
    """A CSL type, the matrix of its metadata, the genre there; whether that says all."""

    csl: str
    matrix: str
    genre: str
    exact: bool = True


TYPES = {
    row.csl: row
    for row in (
        TypeRow("article-journal", "journal", "article"),
        TypeRow("article-magazine", "journal", "article", False),
        TypeRow("article-newspaper", "journal", "article", False),
        TypeRow("article", "journal", "preprint"),
        TypeRow("review", "journal", "article", False),
        TypeRow("review-book", "journal", "article", False),
        TypeRow("periodical", "journal", "journal"),
        TypeRow("paper-conference", "book", "proceeding"),
        TypeRow("book", "book", "book"),
        TypeRow("chapter", "book", "bookitem"),
        TypeRow("entry", "book", "bookitem", False),
        TypeRow("entry-dictionary", "book", "bookitem", False),
        TypeRow("entry-encyclopedia", "book", "bookitem", False),
        TypeRow("report", "book", "report"),
        TypeRow("collection", "book", "book", False),
        TypeRow("classic", "book", "book", False),
        TypeRow("pamphlet", "book", "document", False),
        TypeRow("standard", "book", "document", False),
        TypeRow("thesis", "dissertation", ""),
        TypeRow("patent", "patent", ""),
    )
}
_OTHER = TypeRow("", "dc", "", False)

#: CSL variable and the key of each matrix.
KEYS: dict[str, dict[str, str]] = {
    "journal": {
        "title": "atitle",
        "container-title": "jtitle",
        "container-title-short": "stitle",
        "issued": "date",
        "volume": "volume",
        "issue": "issue",
        "ISSN": "issn",
    },
    "book": {
        "title": "btitle",
        "container-title": "btitle",
        "issued": "date",
        "publisher": "pub",
        "publisher-place": "place",
        "edition": "edition",
        "collection-title": "series",
        "number-of-pages": "tpages",
        "ISBN": "isbn",
        "ISSN": "issn",
        "volume": "volume",
        "issue": "issue",
    },
    "dissertation": {
        "title": "title",
        "issued": "date",
        "publisher": "inst",
        "genre": "degree",
        "number-of-pages": "tpages",
        "ISBN": "isbn",
    },
    "patent": {"title": "title", "issued": "date", "number": "number", "authority": "cc"},
    "dc": {
        "title": "title",
        "issued": "date",
        "publisher": "publisher",
        "container-title": "source",
        "abstract": "description",
        "license": "rights",
        "URL": "identifier",
        "keyword": "subject",
    },
}


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """A span a work."""
    for work in works:
        pairs = "&amp;".join(f"{key}={quote(value, safe='')}" for key, value in _pairs(work, how))
        yield f'<span class="Z3988" title="{pairs}"></span>\n'


def _pairs(work: Work, how: Writing) -> Iterator[tuple[str, str]]:
    row = TYPES.get(work.type, _OTHER)
    keys = dict(KEYS[row.matrix])
    if row.genre in ("bookitem", "proceeding"):
        keys["title"] = "atitle"
    elif row.matrix == "book":
        del keys["container-title"]
    elif row.genre == "journal":
        keys["title"] = "jtitle"
        del keys["container-title"]
    written = set(keys) | {"author", "DOI", "PMID", "language"}
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{row.matrix}"
    if doi := work.text("DOI"):
        yield "rft_id", f"info:doi/{doi}"
    if pmid := work.text("PMID"):
        yield "rft_id", f"info:pmid/{pmid}"
    if row.genre:
        yield "rft.genre", row.genre
    elif row.matrix == "dc":
        yield "rft.type", work.type
    for variable, key in keys.items():
        if date := work.date(variable):
            yield f"rft.{key}", start_date(date)
        elif text := work.text(variable):
            yield f"rft.{key}", without_markup(text)
    if row.matrix != "dc" and (url := work.text("URL")):
        yield "rft_id", url
        written.add("URL")
    if language := work.text("language"):
        yield "rft.language", language
    if (page := work.text("page")) and row.matrix in ("journal", "book"):
        start, end = page_ends(page)
        yield "rft.pages", page
        if end:
            yield "rft.spage", start
            yield "rft.epage", end
        written.add("page")
    yield from _authors(known(work.names("author")), row.matrix)
    if not row.exact:
        how.lose(work.id, "type", "approximated", row.genre or "unknown")
    how.lose(work.id, "id", "dropped", "COinS have no key")
    report_written(work, written, how)


def _authors(names: tuple[Name, ...], matrix: str) -> Iterator[tuple[str, str]]:
    """The first author in parts too, since the matrices have one such only."""
    author = "creator" if matrix == "dc" else "inventor" if matrix == "patent" else "au"
    for number, name in enumerate(names):
        family, given = two_parts(name)
        if number == 0 and matrix not in ("dc", "patent"):
            if name.literal:
                yield "rft.aucorp", family
                continue
            yield "rft.aulast", family
            if given:
                yield "rft.aufirst", given
        yield f"rft.{author}", f"{family}, {given}" if given else family
