"""Reference strings with the span of every field, from the citation processor.

Inside the processor a formatted text is a string with marks (``csl/marks.py``).  The
tracer wraps what each variable prints in a code of marks that no style writes, six
openers in a row that spell a label in binary; the code is read back where the tree of
the rich text would be built.  So all that the processor does to a text — affixes, text
case, names, punctuation that meets — is done to the labelled one as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.csl import marks, nodes
from citekit.csl.context import Context
from citekit.csl.evaluate import Evaluator
from citekit.csl.locale import Locale, View
from citekit.csl.marks import CLOSE, LINK, QUOTE, SINGLE_QUOTE, UNQUOTE
from citekit.csl.names import NamesRenderer
from citekit.csl.position import FIRST
from citekit.csl.process import open_session
from citekit.csl.session import Session
from citekit.errors import StyleError
from citekit.model import Citation, Cite, Work

#: Labels, their places being their codes.  ``journal`` and ``booktitle`` are both
#: containers; ``""`` is text that belongs to no field.
LABELS = (
    "",
    *"""author editor translator title journal booktitle series date volume issue pages publisher
    place edition doi url isbn genre note accessed number""".split(),
)
_BITS = 6
_DIGITS = (marks.FLIP_SMALL_CAPS, LINK)
_CODE = {
    label: "".join(_DIGITS[code >> bit & 1] for bit in range(_BITS))
    for code, label in enumerate(LABELS)
}
_LABEL = {code: label for label, code in _CODE.items()}

#: Types whose containers are periodicals.
PERIODICAL = frozenset(
    "article article-journal article-magazine article-newspaper post post-weblog review".split()
)
_VARIABLE = {
    "author": "author composer director",
    "editor": "editor editorial-director collection-editor container-author editortranslator",
    "translator": "translator",
    "title": "title title-short part-title volume-title reviewed-title",
    "booktitle": "event event-title",
    "series": "collection-title collection-number",
    "date": "issued original-date event-date submitted",
    "volume": "volume number-of-volumes part-number",
    "issue": "issue",
    "pages": "page page-first number-of-pages locator",
    "publisher": "publisher original-publisher",
    "place": "publisher-place event-place original-publisher-place",
    "edition": "edition",
    "doi": "DOI",
    "url": "URL",
    "isbn": "ISBN",
    "genre": "genre",
    "accessed": "accessed",
    "number": "citation-number citation-label",
}
_LABEL_OF = {name: label for label, names in _VARIABLE.items() for name in names.split()}
_CONTAINERS = frozenset(["container-title", "container-title-short"])


def label_of(variable: str, kind: str) -> str:
    """The label of a CSL variable in a work of the type ``kind``."""
    if variable in _CONTAINERS:
        return "journal" if kind in PERIODICAL else "booktitle"
    if variable == "number":
        return "issue" if kind in PERIODICAL else "genre"
    if variable == "year-suffix":
        return "date"
    return _LABEL_OF.get(variable, "note")


def _wrap(text: str, label: str) -> str:
    return _CODE[label] + text + CLOSE * _BITS if text else text


class _TracedNames(NamesRenderer):
    """Names with their labels ("Eds.") as one span a variable."""

    def _labelled(
        self, text: str, variable: str, count: int, node: nodes.Names, context: Context
    ) -> str:
        whole = super()._labelled(text, variable, count, node, context)
        label = label_of(variable, context.item.type)
        if label == "editor" and whole == text and context.blocks == 1:
            label = "author"  # nothing says that these are editors
        return _wrap(whole, label)


class Tracer(Evaluator):
    """An interpreter that wraps what it prints of each variable."""

    def __init__(self, style: nodes.Style, view: View) -> None:
        super().__init__(style, view, {"citation": False, "bibliography": False})
        self.namer = _TracedNames(self)

    def render(self, node: nodes.Node, context: Context) -> tuple[str, int]:
        """Text and flags of ``node``, wrapped if it is that of a variable."""
        text, flags = super().render(node, context)
        if (
            text
            and context.sorting is None
            and isinstance(node, nodes.TextVariable | nodes.Number | nodes.DateNode | nodes.Label)
        ):
            text = _wrap(text, label_of(node.variable, context.item.type))
        return text, flags


def _read(text: str, quotes: tuple[str, str, str, str]) -> tuple[str, list[str]]:
    """The visible text and the label of each of its characters."""
    text = marks.drop_structure(text)
    out: list[str] = []
    labels: list[str] = []
    stack: list[str | None] = []  # the labels of codes, None for other formats
    outer: list[str] = [""]
    depth = 0
    at = 0

    def put(part: str, label: str | None = None) -> None:
        out.append(part)
        labels.extend([outer[-1] if label is None else label] * len(part))

    while at < len(text):
        char = text[at]
        label = _LABEL.get(text[at : at + _BITS]) if char in _DIGITS else None
        if label is not None:
            stack += [None] * (_BITS - 1) + [label]
            outer.append(label)
            at += _BITS
            continue
        at += 1
        if char in (QUOTE, SINGLE_QUOTE):
            put(quotes[2 * (depth % 2)])
            depth += 1
        elif char == UNQUOTE:
            depth = max(0, depth - 1)
            put(quotes[2 * (depth % 2) + 1])
        elif char == CLOSE:
            if stack and stack.pop() is not None:
                outer.pop()
        elif char in marks.OPENERS:
            if char in _BOXES and out and not out[-1][-1:].isspace():
                put(" ", "")
            stack.append(None)
        elif char not in marks.MARKS:
            put(char)
    return "".join(out), labels


_BOXES = frozenset(marks.OPEN[name] for name in ("block", "left-margin", "right-inline", "indent"))
Locales = "Callable[[str], Locale | None]"


def render(
    style: nodes.Style,
    works: Sequence[Work],
    locales: object,
    locale: str | None = None,
    *,
    notes: bool = False,
    locator: str = "",
) -> Iterator[tuple[str, list[str]]]:
    """Each work's entry, or with ``notes`` its first citation, with the label of each
    character."""
    try:
        session = open_session(
            style,
            works,
            (),
            locales=locales,  # type: ignore[arg-type]
            locale=locale,
            uncited=None,
        )
    except StyleError:
        return
    session.ev = Tracer(style, session.view)
    area = style.bibliography
    for one in session.registry:
        if area is None or notes:
            text = _note(session, one, locator)
        else:
            context = session.context(one, "bibliography")
            text = session.frame_entry(area.look, session.ev.sequence(area.layout, "", context)[0])
        if marks.visible(text):
            yield _read(text, session.quotes)


def _note(session: Session, one: str, locator: str) -> str:
    context = session.context(one, "citation", Cite(one, locator))
    context.positions = FIRST
    text = session.ev.sequence(session.area.layout, "", context)[0]
    return session.frame(session.area.look, text)


__all__ = ["LABELS", "PERIODICAL", "Citation", "Locale", "Tracer", "label_of", "render"]
