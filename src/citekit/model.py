"""The field's nouns as frozen values: works, names, dates, citations, passages.

:class:`Work` is the hub: CSL 1.0.2's item model.  Every reader makes works,
every writer and the citation processor take them.  Text fields hold the
inline markup of CSL-JSON (``<i>``, ``<b>``, ``<sup>``, ``<sub>``,
``<span style="font-variant:small-caps;">``, ``<span class="nocase">``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias, TypeGuard

EMPTY: Mapping[str, Any] = MappingProxyType({})


class Name(NamedTuple):
    """A name in CSL's parts (CSL 1.0.2, "Names").

    A corporate name, or one that must not be split, stands in ``literal``
    and leaves the other parts empty.  ``comma_suffix`` asks for a comma
    before the suffix ("Jr."), ``static_ordering`` for family-first order
    always; both are citeproc-js' extensions of CSL-JSON.
    """

    family: str = ""
    given: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static_ordering: bool = False


class DatePoint(NamedTuple):
    """One end of a date: year (BCE: astronomical, 0 = 1 BCE), month 1–12 or
    season 1–4 (EDTF 21–24), day 1–31."""

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None


class Date(NamedTuple):
    """A date, a range, or words that stand for one (ISO 8601-2 / EDTF level 1).

    ``start`` is None for an open start (``/1999``), ``end`` is None for a
    single date unless ``range`` is true (open end, ``1999/..``).
    ``approximate`` is EDTF's ``~``, ``uncertain`` its ``?``; CSL's ``circa``
    is either.  ``literal`` holds what is no date ("forthcoming").
    """

    start: DatePoint | None = None
    end: DatePoint | None = None
    range: bool = False
    approximate: bool = False
    uncertain: bool = False
    literal: str = ""

    @property
    def circa(self) -> bool:
        """CSL's ``circa`` / ``is-uncertain-date``."""
        return self.approximate or self.uncertain


Names: TypeAlias = tuple[Name, ...]
Value: TypeAlias = "str | Names | Date"


def is_names(value: object) -> TypeGuard[Names]:
    """Whether a field's value is that of a name variable."""
    return type(value) is tuple


class Work(NamedTuple):
    """A bibliographic record.

    ``fields`` maps CSL variables to ``str`` (standard and number variables),
    ``tuple[Name, ...]`` (name variables) or :class:`Date` (date variables).
    ``extra`` keeps, by the source format's own field name, what that format
    carried and CSL has no variable for.
    """

    id: str
    type: str
    fields: Mapping[str, Value] = EMPTY
    extra: Mapping[str, str] = EMPTY

    def text(self, variable: str) -> str:
        """A standard or number variable, or the empty string."""
        value = self.fields.get(variable)
        return value if isinstance(value, str) else ""

    def names(self, variable: str) -> Names:
        """A name variable, or the empty tuple."""
        value = self.fields.get(variable)
        return value if is_names(value) else ()

    def date(self, variable: str) -> Date | None:
        """A date variable, or None."""
        value = self.fields.get(variable)
        return value if isinstance(value, Date) else None


CiteMode = Literal["normal", "suppress-author", "author-only", "author-in-text"]


class Cite(NamedTuple):
    """One cite of a citation: a work at a locator (CSL 1.0.2, "Locators").

    ``label`` is a CSL locator type; before the locator of one that has no term no label
    is printed.  ``mode`` *author-in-text* is the
    narrative citation, "Waltz (1959)".
    """

    id: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    mode: CiteMode = "normal"


class Citation(NamedTuple):
    """A cluster of cites at one place; ``note`` is the number of the footnote
    it stands in, 0 for a citation in the text."""

    cites: tuple[Cite, ...]
    note: int = 0


# --- documents and passages -------------------------------------------------


class Origin(NamedTuple):
    """Where the pieces of an extracted text stand in its file.

    The piece that begins at ``offsets[i]`` of the text begins at ``sources[i]`` of
    the file's own characters and follows them for ``lengths[i]`` characters; what
    comes after these stands for something else (a line break, an entity), at that
    place.  ``lines`` are the offsets at which the file's lines begin.  All count
    Unicode code points of the decoded file without its byte order mark, from 0.
    """

    offsets: Sequence[int]
    sources: Sequence[int]
    lengths: Sequence[int]
    lines: Sequence[int]

    def source(self, position: int) -> int:
        """The place in the file of a position in the text."""
        piece = bisect_right(self.offsets, position) - 1
        if piece < 0:
            return 0
        return self.sources[piece] + min(position - self.offsets[piece], self.lengths[piece])

    def extracted(self, source: int) -> int:
        """The position in the text of a place in the file; of what was left out, that
        of the text before it."""
        best, position = -1, 0
        for offset, start, length in zip(self.offsets, self.sources, self.lengths, strict=True):
            if best <= start <= source:
                best, position = start, offset + min(source - start, length)
        return position


def aliases(entry: Work | Mapping[str, str]) -> tuple[str, ...]:
    """The other keys of a work, or of an entry with these fields, that its field ``ids`` lists
    (BibLaTeX manual 2.2.3)."""
    fields = entry.extra if isinstance(entry, Work) else entry
    ids = fields.get("ids", "")
    return tuple(filter(None, (key.strip() for key in ids.split(",")))) if ids else ()


class KeySpan(NamedTuple):
    """A citation key as an author types it (``@key``, ``\\cite{key}``).

    ``start`` and ``end`` are the span of the key, or of the words that cite it,
    end exclusive.  ``sure`` is false for a bare ``@name``, which may be anybody's
    handle.  ``source`` is where a key that no reader sees (``\\nocite``), and whose span is
    empty, stands in the file, in its own characters.
    """

    start: int
    end: int
    key: str
    sure: bool = True
    source: int = -1


class Link(NamedTuple):
    """A hyperlink: the span of its words, end exclusive, and where it leads."""

    start: int
    end: int
    target: str


class Markup(NamedTuple):
    """What the markup of a file says of the text extracted from it; spans end exclusive.

    ``breaks`` are the spaces that are ends of lines in the file (soft line breaks,
    CommonMark 0.31 6.8), ``emphasis`` the spans in italics, whose signs the text has not
    (CommonMark 6.2; HTML's ``em``, ``i`` and ``cite``; ``\\emph``), ``literal`` those of
    code and of escaped signs: nothing in them is a citation.  ``entries`` are those of
    its lists of references, by place, each with the key it is cited by in the text, or an
    empty one.  ``quotations`` are those whose source it names: a key, or an address.
    """

    breaks: tuple[int, ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()
    literal: tuple[tuple[int, int], ...] = ()
    entries: tuple[KeySpan, ...] = ()
    quotations: tuple[Link, ...] = ()


class Document(NamedTuple):
    """A text of the corpus.

    ``id`` is the document's path relative to the project's root, with
    forward slashes; ``text`` the extracted text; ``digest`` its SHA-256 in
    hex; ``extractor`` name and version of what extracted it.  All positions
    count Unicode code points of ``text``, from 0.

    ``origin`` leads from the text back to the file; it is None where the two are
    the same.  ``keys`` are the citation keys of the text, by place, ``links`` its
    hyperlinks, ``ignored`` what a comment in the file tells the checks to pass over
    (``citekit-ignore: …``).  ``markup`` is what else the file's markup says; it is None
    where the text is the file itself, markup and all.
    """

    id: str
    text: str
    digest: str
    extractor: str
    origin: Origin | None = None
    keys: tuple[KeySpan, ...] = ()
    links: tuple[Link, ...] = ()
    ignored: frozenset[str] = frozenset()
    markup: Markup | None = None


class Selector(NamedTuple):
    """A span of a document, twice: Web Annotation Data Model 4.2.4
    (TextQuoteSelector: exact, prefix, suffix) and 4.2.5 (TextPositionSelector:
    start, end)."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


BodyType = Literal["work", "person", "field", "none"]


class Body(NamedTuple):
    """What a passage points at.

    ``work``: ``value`` is a citation key.  ``person``: a scholar credited
    with no work, ``value`` is the name.  ``field``: evidence for a field of
    the document's own record, ``value`` is ``key#field``.  ``none``: nothing
    (a quotable quotation).
    """

    type: BodyType = "none"
    value: str = ""


class Passage(NamedTuple):
    """A span of a document and what it says about a work.

    ``kind`` is one of :data:`citekit.vocabulary.PASSAGE_KINDS`, ``relation``
    one of :data:`citekit.vocabulary.RELATIONS` or empty.  ``quoted`` are the
    words inside the span that the source puts in quotation marks (the quoted
    term of a mention), ``speaker`` and ``cue`` belong to quotations, and
    ``attribution`` is where the words that name the speaker or author stand.
    ``status`` is one of :data:`citekit.vocabulary.STATUSES`; ``method``, ``score``
    (0–1) and ``reasons`` say how it was found.  ``proposal`` is a work read from the
    words that the catalogue does not hold; then ``body`` is none.  ``digest`` and
    ``extractor`` are those of the :class:`Document` that the selectors' positions
    count in.
    """

    id: str
    document: str
    selector: Selector
    kind: str
    body: Body = Body()
    relation: str = ""
    locator: str = ""
    quoted: str = ""
    speaker: str = ""
    cue: str = ""
    status: str = "reviewed"
    method: str = "manual"
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    digest: str = ""
    extractor: str = ""
    attribution: Selector | None = None
    proposal: Work | None = None
