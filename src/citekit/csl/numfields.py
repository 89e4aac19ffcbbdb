"""Fields of numbers and labels: ``7, p. 3–8``, ``vol. 1, fol. 186``, ``4a-5a``.

CSL 1.0.2 ("Number", "Label", "Locators", appendix V) leaves open how a field
that mixes numbers, ranges and labels is read; Zotero and citeproc-js let people
type an abbreviated label in front of a number, and this module reads the same
notation: a field is a row of pieces, each a value under a label.
"""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from citekit.csl import marks, markup, numbers, pages
from citekit.csl.locale import View
from citekit.model import Cite

#: Abbreviations that stand for a label in a field (citeproc-js' notation, and in it the
#: locator types of CSL 1.0.2 that are younger: act, canon, equation, scene).
ABBREVIATIONS: dict[str, str] = {
    "act.": "act",
    "add.": "addendum",
    "amend.": "amendment",
    "annot.": "annotation",
    "app.": "appendix",
    "art.": "article",
    "bibliog.": "bibliography",
    "bk.": "book",
    "can.": "canon",
    "ch.": "chapter",
    "cl.": "clause",
    "cmt.": "comment",
    "col.": "column",
    "dec.": "decision",
    "dept.": "department",
    "eq.": "equation",
    "ex.": "example",
    "fig.": "figure",
    "fld.": "field",
    "fol.": "folio",
    "hypo.": "hypothetical",
    "illus.": "illustration",
    "intro.": "introduction",
    "l.": "line",
    "n.": "note",
    "no.": "issue",
    "op.": "opus",
    "p.": "page",
    "para.": "paragraph",
    "pmbl.": "preamble",
    "pp.": "page",
    "princ.": "principle",
    "pt.": "part",
    "pub.": "publication",
    "r.": "rule",
    "rn.": "randnummer",
    "sc.": "scene",
    "sched.": "schedule",
    "sec.": "section",
    "subch.": "subchapter",
    "subdiv.": "subdivision",
    "subpara.": "subparagraph",
    "subsec.": "subsection",
    "supp.": "supplement",
    "sv.": "sub-verbo",
    "tbl.": "table",
    "tit.": "title",
    "vol.": "volume",
    "vrs.": "verse",
}
_LABELS = frozenset(ABBREVIATIONS.values())
#: Variables in which any label may be typed; elsewhere only the variable's own.
_FREE = ("locator", "number", "page")
#: Variables whose ranges take the locale's delimiter.
RANGED = frozenset(
    """chapter-number collection-number edition issue locator number number-of-pages
    number-of-volumes page page-first volume""".split()
)
_DASHED = frozenset("edition issue locator number volume".split())
_WORD = re.compile(
    r"(?:^| )((?:[a-z]{1,4}|subpara|subch|amend|bibliog|annot|illus|princ|intro|sched|subdiv"
    r"|subsec)(?:\.| ) *|[§¶]+ *)"
)
_VALUE = re.compile(r"([0-9]*[a-zA-Z]+0*)?([0-9]+(?:[a-zA-Z]*|[-,a-zA-Z]+))")
_COUNTED = re.compile(r"[0-9]+[-;,:a-zA-Z]*")
_NUMBER = re.compile(r"(?:[0-9]+|[ixv]+)(?:[-,:a-zA-Z]*|-[-0-9]+)")
_ROMAN = re.compile(r"[ivxlcmIVXLCM]+")
_PLAIN = re.compile(r"[0-9]+|[ivxlcmIVXLCM]+")
_FRACTION = re.compile(r"[0-9]+(?:/[0-9]+)+")
_SUBSECTION = re.compile(r"(?:[a-z]{1,4}\. +)*[0-9]+[,a-zA-Z]+")
_TAIL = re.compile(r"[,a-zA-Z]+")
_SIMPLE = re.compile(r"([0-9]+)(?:-([0-9]+))?")
#: A number behind a word of its own ("Sz. 3") is none of those before it.
_WORDED = re.compile(r"[^\W\d_]{2,}(?:\.\s?|\s)(?:[0-9]|[ixvIXV]+\Z)")
#: Longer fields are one piece of text.
LONGEST = 2000
_ESCAPED = "\x00"


class Piece(NamedTuple):
    """A value under a label.

    ``label`` is a locator type (empty for the field's own), ``typed`` the label
    as it was written, ``shown`` whether it is printed in the field, ``joiner``
    what stands between this piece and the next.
    """

    label: str
    typed: str
    particle: str
    value: str
    joiner: str = ""
    shown: bool = False
    several: bool = False
    numeric: bool = True
    counted: bool = True

    @property
    def text(self) -> str:
        """The value with the letters before it."""
        return self.particle + self.value


class Field(NamedTuple):
    """A field in pieces; ``label`` is the locator type it is introduced by,
    empty where the field says nothing about it."""

    pieces: tuple[Piece, ...]
    label: str
    numeric: bool
    several: bool


def read(variable: str, value: str, cite: Cite | None, view: View) -> Field:
    """The field ``value`` of a number variable, or of the locator of ``cite``."""
    label = cite.label if cite is not None and variable == "locator" else ""
    key = (variable, value, label)
    found = view.numbers.get(key)
    if found is None:
        found = view.numbers[key] = _Reader(variable, view, label).field(value)
    return cast(Field, found)


def term(variable: str, value: str, cite: Cite | None, view: View) -> str:
    """The term a label of this field prints: the locator's type, which may be
    typed in the field itself ("ch. 3"), or the variable's."""
    if variable not in _FREE:
        return variable
    label = read(variable, value, cite, view).label
    if label:
        return label
    if variable != "locator":
        return variable
    return (cite.label if cite is not None else "page").replace(" ", "-")


def text(variable: str, value: str, cite: Cite | None, page_format: str, view: View) -> str:
    """The field in print, numbers as they are; a formatted string.  Markup and
    quotation marks are read where the field does not begin with a number."""
    if variable not in RANGED:
        return markup.parse(value)
    if value.isascii() and value.isdigit():
        return value
    if variable == "page" and (pair := _SIMPLE.fullmatch(value)):
        dash = view.text("page-range-delimiter") or "–"
        return pair[1] + dash + pages.end_of_range("", pair[1], pair[2], page_format)
    field = read(variable, value, cite, view)
    text = _printed(ranged(field, variable, page_format, view), view)
    return marks.sanitise(text) if field.pieces[0].counted else markup.parse(text)


def is_numeric(variable: str, value: str, cite: Cite | None, view: View) -> bool:
    """CSL 1.0.2, ``is-numeric``: nothing but numbers, each with at most letters
    around it, joined by commas, hyphens and ampersands; typed labels do not
    count."""
    return all(piece.numeric for piece in read(variable, value, cite, view).pieces)


def in_form(variable: str, value: str, cite: Cite | None, form: str, view: View) -> str:
    """The field with the numbers under its first label in ``form`` (CSL 1.0.2,
    "Number")."""
    noun = view.term(term(variable, value, cite, view))
    gender = noun.gender if noun else ""
    pieces = ranged(read(variable, value, cite, view), variable, "", view)
    main = pieces[0]
    return _printed(
        tuple(
            piece._replace(value=numbers.in_form(piece.value, form, view, gender))
            if _same_label(main, piece) and not piece.particle and piece.counted
            else piece
            for piece in pieces
        ),
        view,
    )


def _printed(pieces: tuple[Piece, ...], view: View) -> str:
    out = ""
    for piece in pieces:
        if piece.shown:
            words = view.text(piece.label, "short", piece.several) if piece.label else ""
            typed = piece.typed
            out += (words or typed.strip()) + typed[len(typed.rstrip()) :]
        out += piece.text + piece.joiner
    return out


def page_like(variable: str, piece: Piece) -> bool:
    """Whether page-range-format applies: pages, and locators of type page."""
    return variable in ("page", "page-first") or (variable == "locator" and piece.label == "page")


class _Reader:
    def __init__(self, variable: str, view: View, label: str) -> None:
        self.variable = "page" if variable == "page-first" else variable
        self.view = view
        own = (label or "page").replace(" ", "-") if variable == "locator" else self.variable
        self.own = own if own in _LABELS else ""
        also = view.text("and")
        words = ["and"] + ([re.escape(also)] if also and also != "and" else [])
        word = "|".join(words)
        self.joiner = re.compile(
            rf"(\s*&\s*|,\s+(?:{word})\s+|\s+(?:{word})\s+|;\s+|,\s+|\s*[-–]+\s*)"
        )

    def field(self, value: str) -> Field:
        if len(value) > LONGEST:
            whole = Piece(self.own, "", "", value, numeric=False, counted=False)
            return Field((whole,), self.own, False, False)
        simple = _SIMPLE.fullmatch(value)
        if simple is not None:
            return self.simple(*simple.groups())
        pieces = self.pieces(value.strip())
        pieces = self.counted(pieces)
        first = pieces[0]
        label = first.label
        if self.variable == "number" and label == "issue" and self.view.term("number"):
            label = "number"
        return Field(tuple(pieces), label, first.numeric, first.several)

    def simple(self, start: str, end: str | None) -> Field:
        """A number or a range of two, as most fields are."""
        own = self.own
        if end is not None:
            first = Piece(own, "", "", start, "-", several=True)
            return Field((first, first._replace(value=end, joiner="")), own, True, True)
        many = self.variable.startswith("number-of-") and start.lstrip("0") not in ("", "1")
        return Field((Piece(own, "", "", start, several=many),), own, True, many)

    # --- cutting ---------------------------------------------------------------

    def pieces(self, text: str) -> list[Piece]:
        if self.variable == "page":
            text = text.replace("–", "-")
        if "\\-" in text:
            text = text.replace("\\-", _ESCAPED)
        parts = self.joiner.split(text)
        parts[1::2] = [self.between(parts[i - 1], parts[i]) for i in range(1, len(parts), 2)]
        parts = _subsections(parts)
        out: list[Piece] = []
        label, typed, first = self.own, "", ""
        for index in range(0, len(parts), 2):
            joiner = parts[index + 1] if index + 1 < len(parts) else ""
            rows, label, typed, first = self.chunk(parts[index], index == 0, label, typed, first)
            rows[-1] = rows[-1]._replace(joiner=joiner)
            out += rows
        return [
            piece._replace(joiner=" ")
            if not piece.joiner and index + 1 < len(out) and out[index + 1].typed
            else piece
            for index, piece in enumerate(out)
        ]

    def between(self, before: str, joiner: str) -> str:
        """A joiner in print: ampersands as the locale has them."""
        bare = joiner.strip()
        if bare == "&":
            symbol = self.view.text("and", "symbol")
            return f" {symbol if symbol and symbol != self.view.text('and') else '&'} "
        if bare and not bare.strip("-"):
            return "-"
        return joiner

    def chunk(
        self, text: str, leads: bool, label: str, typed: str, first: str
    ) -> tuple[list[Piece], str, str, str]:
        """The pieces between two joiners, and the label that goes on after them."""
        words = [found.group(1) for found in _WORD.finditer(text)]
        values = _WORD.split(text)[::2]
        for at in range(len(values) - 1, 0, -1):
            before, after = values[at - 1], values[at]
            if before and not (_COUNTED.fullmatch(after) and _COUNTED.fullmatch(before)):
                values[at - 1 : at + 1] = [f"{before} {words[at - 1]}{after}"]
                del words[at - 1]
        if leads and words and not self.is_label(words[0]):
            values[:2] = [f"{values[0]} {words[0]}{values[1]}".strip()]
            del words[0]
        rows: list[Piece] = []
        for at, value in enumerate(values):
            if not value and at < len(values) - 1:
                continue
            if at:
                typed = words[at - 1]
                label = ABBREVIATIONS.get(typed.strip(), "")
                first = first or typed
            rows.append(_piece(label, typed, value.strip()))
        return rows, label, typed, first

    def is_label(self, word: str) -> bool:
        """Whether a field may begin with this label."""
        name = ABBREVIATIONS.get(word.strip(), "")
        if not name or not self.named(name):
            return False
        return self.variable in _FREE or name == self.variable

    def named(self, name: str) -> bool:
        """Whether the locale has a term for a label."""
        return any(self.view.term(name, form) for form in ("long", "short"))

    # --- numbers and plurals -------------------------------------------------------

    def counted(self, pieces: list[Piece]) -> list[Piece]:
        """Runs of pieces under one label: numeric and plural together, and their
        labels printed, the first one's aside, which cs:label prints."""
        out: list[Piece] = []
        start = 0
        while start < len(pieces):
            end = start + 1
            while end < len(pieces) and _same_label(pieces[start], pieces[end]):
                end += 1
            master = pieces[start]
            numeric = all(_NUMBER.fullmatch(piece.value) for piece in pieces[start:end])
            counted = master.value[:1].isdigit() or _ROMAN.fullmatch(master.value) is not None
            others = (piece.value for piece in pieces[start + 1 : end])
            several = counted and any(not _WORDED.match(value) for value in others)
            several = several and bool(_NUMBER.fullmatch(master.value))
            shown = start > 0 and bool(master.typed)
            if start == 0 and master.typed:
                page = self.variable == "page" and master.label != "page"
                shown = page or not self.named(master.label)
            for index in range(start, end):
                out.append(
                    pieces[index]._replace(
                        numeric=numeric,
                        counted=counted,
                        several=several,
                        shown=shown and index == start,
                    )
                )
            start = end
        if len(out) == 1 and _FRACTION.fullmatch(out[0].value):
            out[0] = out[0]._replace(numeric=True, counted=False)
        value = out[0].value
        if self.variable.startswith("number-of-") and out[0].numeric and value.isdigit():
            out[0] = out[0]._replace(several=out[0].several or value.lstrip("0") not in ("", "1"))
        return out


def _same_label(one: Piece, other: Piece) -> bool:
    return one.label == other.label and (
        bool(one.label) or one.typed.strip() == other.typed.strip()
    )


def _piece(label: str, typed: str, value: str) -> Piece:
    value = value.replace(_ESCAPED, "-")
    found = _VALUE.fullmatch(value)
    if found is None:
        return Piece(label, typed, "", value)
    return Piece(label, typed, found.group(1) or "", found.group(2))


def _subsections(parts: list[str]) -> list[str]:
    """``12a-c`` is one value."""
    for index in range(len(parts) - 2, 0, -2):
        if (
            parts[index] == "-"
            and _SUBSECTION.fullmatch(parts[index - 1])
            and _TAIL.fullmatch(parts[index + 1])
        ):
            parts[index - 1 : index + 2] = ["".join(parts[index - 1 : index + 2])]
    return parts


# --- ranges ------------------------------------------------------------------------


def ranged(field: Field, variable: str, page_format: str, view: View) -> tuple[Piece, ...]:
    """The pieces with page-range-format applied and the locale's delimiters
    between the ends of ranges (CSL 1.0.2, appendix V)."""
    pieces = list(field.pieces)
    if variable not in RANGED:
        return field.pieces
    dash = view.text("page-range-delimiter") or "–"
    index = 0
    while index < len(pieces) - 1:
        last = index
        while last < len(pieces) - 1 and pieces[last].joiner == "-":
            last += 1
        if last == index + 1:
            pieces[index : last + 1] = _range(
                pieces[index], pieces[last], variable, page_format, dash, view
            )
        index = max(last, index + 1)
    return tuple(pieces)


def _range(
    one: Piece, other: Piece, variable: str, page_format: str, dash: str, view: View
) -> list[Piece]:
    paged = page_like(variable, other)
    if not one.counted or not other.counted or one.label != other.label:
        if one.numeric and (paged or variable in _DASHED):
            one = one._replace(joiner=dash)
        return [one, other]
    if one.particle != other.particle:
        return [one, other]
    ends = one.value, other.value
    if paged and one.value[:1].isdigit() and other.value[:1].isdigit():
        last = pages.end_of_range(one.particle, ends[0], ends[1], page_format)
        return [one._replace(joiner=dash), other._replace(particle="", value=last)]
    plain = all(_PLAIN.fullmatch(value) for value in ends)
    if plain or (one.numeric and (paged or variable in _DASHED)):
        one = one._replace(joiner=dash)
    elif one.numeric and variable == "collection-number":
        one = one._replace(joiner=view.text("year-range-delimiter") or "–")
    return [one, other]
