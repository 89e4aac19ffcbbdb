"""HTML: what a reader sees of a page, and where in the file it stands.

The standard library's parser tokenises (WHATWG HTML 13.2.5) and gives the place of
every token, which tree builders do not keep.  White space runs together (CSS Text 3,
4.1.1), scripts, navigation and forms are left out, ``q`` and ``blockquote`` are
quotations, a link to a note is ``[^1]``, superscript numbers are ``¹``.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote

from citekit.corpus.extraction import SPACE, Extraction, raised
from citekit.model import Document, KeySpan, Link

EXTRACTOR = "html/2"

#: Elements that are no prose, with all that is in them.
_DROPPED = frozenset(
    """
    script style template noscript nav select button svg math iframe object audio video
    canvas head dialog datalist menu textarea
    """.split()
)
#: Elements whose text stands in a block of its own (HTML 15.3, ``display: block``).
_BLOCKS = frozenset(
    """
    address article aside blockquote body center details dir div dl fieldset
    figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html legend main ol p pre
    search section summary table caption ul
    """.split()
)
#: Elements that are shown in italics and may be titles (HTML 4.5.2, 4.5.6, 4.5.19).
_ITALICS = frozenset({"em", "i", "cite"})
#: Elements with what machines read or write (HTML 4.5.15, 4.5.17, 4.5.18, 16.2).
_CODE = frozenset("code samp kbd tt".split())
_LINES = frozenset({"br", "dd", "dt", "li", "tr"})
#: Elements whose end tag may be left out (HTML 13.1.2.4).
_OPEN_ENDED = frozenset("p li dt dd tr td th option colgroup thead tbody tfoot".split())
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
#: Elements that hold the entries of a list of references: MediaWiki's and pandoc's class,
#: and the role (DPUB-ARIA 1.1).
_BIBLIOGRAPHIES = frozenset("references csl-bib-body bibliography doc-bibliography".split())
_ENTRIES = frozenset("csl-entry doc-biblioentry".split())
_QUOTES = (("“", "”"), ("‘", "’"))
#: Where marks of notes lead: Word's "_ftn1", LibreOffice's "sdfootnote1sym", MediaWiki's
#: "cite_note-1"; and where the notes lead back.
_NOTE_TARGET = re.compile(
    r"#(?:user-content-)?_?(?:sd)?(?:fn|ftn|footnote|endnote|note|en|edn|cite_note)[\w:.-]*$", re.I
)
_BACK_TARGET = re.compile(
    r"#(?:user-content-)?_?(?:fn|ftn|footnote|endnote|note|en|edn|cite)[-_]?ref(?![a-z])|"
    r"#sd(?:foot|end)note\d+anc$",
    re.I,
)
#: Links of signs alone that lead back, or up; MediaWiki has one more before several links.
_ARROWS = re.compile(r"[↩↵⤴↑⇑⏎^▲\ufe0e\ufe0f\s]+")
_BACK = re.compile(r"\W*(?:back|return|jump|zurück|retour|remonter)\b[\w\s]{0,30}\W*", re.I)
#: Elements inside a mark of a note.
_IN_MARKS = frozenset("sup span b i em strong small u font".split())
_LABEL = re.compile(r"[\[(]?([\d*†‡§]{1,4}|[a-z])[\])]?", re.I)


def read_html(source: str, id: str) -> Document:
    """The document of a page's decoded text; broken markup is read as browsers read it."""
    reader = _Reader(source)
    reader.feed(source)
    reader.close()
    reader.finish()
    return reader.out.document(id, EXTRACTOR)


class _Open(NamedTuple):
    """An open element: its number, its name, what is to be done at its end, and where in
    the text it begins."""

    number: int
    name: str
    what: str
    start: int


class _Reader(HTMLParser):
    """Writes the page's text while the parser goes through its tokens."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.out = Extraction(source)
        self._source = source
        self._starts = [0]
        for match in re.finditer("\n", source):
            self._starts.append(match.end())
        self._dropped: list[str] = []
        self._pre = 0
        self._quotes = 0
        self._lists: list[int | None] = []
        #: open elements that need something at their end, and how many have begun
        self._open: list[_Open] = []
        self._number = 0
        #: of these elements, and what they are, by name and kind; what has a kind, in order
        self._names: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        self._whats: list[str] = []
        self._italics: list[tuple[str, int]] = []
        self._superscript: list[str] | None = None
        #: ids that a note's link leads to, and the note's label
        self._notes: dict[str, str] = {}
        #: ids of what holds such links, and those that stand at the end of the text so far
        self._marks: set[str] = set()
        self._here: tuple[int, list[str]] = (0, [])
        #: the words of an open link that may be such a mark, and the kind and target of the link
        self._linked: list[tuple[str, int, int]] = []
        self._linked_by = ("", "")
        #: ids that a citing link leads to
        self._cited: set[str] = set()
        #: the text so far ends in the mark before an item or a note
        self._begun = -1
        #: and in the end of a line by <br>
        self._broken = 0
        self._folded = source.lower()

    # --- places --------------------------------------------------------------------

    def _at(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    # --- tokens ---------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        if self._dropped:
            if tag == self._dropped[-1]:
                self._dropped.append(tag)
            return
        values = {name: value or "" for name, value in attrs}
        if self._is_dropped(tag, values):
            self._dropped.append(tag)
            return
        if tag not in _IN_MARKS:
            self._end_mark()
        if tag in _BLOCKS:
            self.out.block()
        elif tag in _LINES:
            self._line(tag)
        self._begin(tag, values)

    def _line(self, tag: str) -> None:
        """The end of a line; two in a row leave an empty line, which parts paragraphs."""
        if tag != "br":
            self.out.line()
        elif self._broken == self.out.length:
            self.out.block()
        else:
            self.out.line()
            self._broken = self.out.length

    def _is_dropped(self, tag: str, values: dict[str, str]) -> bool:
        hidden = "hidden" in values or "mw-editsection" in values.get("class", "").split()
        hidden = hidden and tag not in _OPEN_ENDED and tag not in _VOID
        if tag in _DROPPED or hidden or (tag == "code" and self._pre):
            # one that is never closed would take the rest of the page with it
            return self._folded.find(f"</{tag}", self._at()) != -1
        return False

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """``<br/>``; a slash means nothing on other elements (HTML 13.2.5.40)."""
        self.handle_starttag(tag, attrs)

    def _begin(self, tag: str, values: dict[str, str]) -> None:
        at = self._at()
        self._number += 1
        ids = [values["id"]] if "id" in values else []
        ids += [values["name"]] if tag == "a" and "name" in values else []
        if ids and tag not in _BLOCKS and tag not in _LINES:
            self._stands_here(ids)
        cited = values.get("data-cites", "").split()
        if cited:
            self._opens(tag, "cites " + " ".join(cited), self.out.position)
        names = {*values.get("class", "").split(), *values.get("role", "").split()}
        if tag in _CODE:
            self._opens(tag, "code", self.out.position)
        if tag in ("blockquote", "q") and values.get("cite", "").strip():
            self._opens(tag, f"quoted {values['cite'].strip()}", self.out.position)
        match tag:
            case "blockquote":
                self.out.quoted += 1
            case "q":
                self.out.put(_QUOTES[self._quotes % 2][0], at)
                self._quotes += 1
            case "pre":
                self._pre += 1
            case "ol":
                start = values.get("start", "1")
                self._lists.append(int(start) if start.isdecimal() else 1)
            case "ul":
                self._lists.append(None)
            case "li":
                self._item(values, at)
            case "td" | "th":
                self.out.space()
            case "sup":
                if self._superscript is None:
                    self._superscript = []
            case "a":
                self._link(values)
            case _ if tag in _ITALICS:
                self._italics.append((tag, self.out.position))
        for id in ids if tag != "li" else ():
            if id in self._notes:
                self._note(self._notes.pop(id), at)
        if "mw-cite-backlink" in names:
            self._opens(tag, "back", self.out.position)
        elif not _BIBLIOGRAPHIES.isdisjoint(names):
            self._opens(tag, "bibliography", self.out.position)
        elif (
            not _ENTRIES.isdisjoint(names)
            or (tag == "li" and self._is_within("bibliography"))
            or values.get("id") in self._cited
        ):
            self.out.begin_entry(values.get("id", "").removeprefix("ref-"))
        is_open = self._open and self._open[-1].number == self._number
        if self._names[tag] and not is_open and tag not in _OPEN_ENDED and tag not in _VOID:
            self._opens(tag, "", self.out.position)  # its end is not that of the one around it

    def _opens(self, tag: str, what: str, start: int) -> None:
        """Something is to be done at the end of an element that begins here."""
        self._open.append(_Open(self._number, tag, what, start))
        self._names[tag] += 1
        if what:
            self._whats.append(what)
            self._kinds[what.partition(" ")[0]] += 1

    def _is_within(self, kind: str) -> bool:
        """Whether an element of this kind is open."""
        return self._kinds[kind] > 0

    def _item(self, values: dict[str, str], at: int) -> None:
        label = self._notes.pop(values.get("id", ""), None)
        number = self._lists[-1] if self._lists else None
        if number is not None:
            self._lists[-1] = number + 1
        if label is not None:
            self._note(label, at)
        else:
            self.out.mark("-" if number is None else f"{number}.", at)
            self._begun = self.out.length

    def _note(self, label: str, at: int) -> None:
        self.out.mark(f"[^{label}]:", at, block=True)
        self._begun = self.out.length

    def _stands_here(self, ids: list[str]) -> None:
        """These ids name the place where the text so far ends."""
        if self._here[0] != self.out.length:
            self._here = (self.out.length, [])
        self._here[1].extend(ids)

    def _link(self, values: dict[str, str]) -> None:
        target = values.get("href", "")
        role = f"{values.get('role', '')} {values.get('class', '')} {values.get('rel', '')}"
        what = f"link {target}"
        if target.startswith("#"):
            back = "doc-backlink" in role or "footnote-back" in role or self._is_within("back")
            if back or unquote(target[1:]) in self._marks or _BACK_TARGET.match(target):
                what = "back"
            elif "doc-noteref" in role or "footnote-ref" in role:
                what = f"note {target}"
            elif "doc-biblioref" in role or target.startswith("#ref-"):
                self._cited.add(unquote(target[1:]))
                key = unquote(target[1:]).removeprefix("ref-")
                what = "" if self._is_within("cites") else f"cites {key}"
            elif _NOTE_TARGET.match(target):
                what = f"maybe {target}"
        self._opens("a", what, self.out.position)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if self._dropped:
            if tag == self._dropped[-1]:
                self._dropped.pop()
            return
        at = self._at()
        if tag not in _IN_MARKS:
            self._end_mark()
        match tag:
            case "blockquote":
                self.out.block()
                self.out.quoted = max(0, self.out.quoted - 1)
            case "q" if self._quotes:
                self._quotes -= 1
                self.out.put(_QUOTES[self._quotes % 2][1], at)
            case "pre":
                self._pre = max(0, self._pre - 1)
            case "ol" | "ul":
                del self._lists[-1:]
            case "sup":
                self._end_superscript(at)
            case _ if self._italics and tag == self._italics[-1][0]:
                self.out.emphasised(self._italics.pop()[1])
        if self._names[tag]:
            ended = self._end()
            while ended.name != tag:
                ended = self._end()
            while self._open and self._open[-1].number == ended.number:
                self._end()
        if tag in _BLOCKS:
            self.out.block()
        elif tag in _LINES:
            self.out.line()
        elif tag in ("td", "th"):
            self.out.space()

    def _end(self) -> _Open:
        """The end of the innermost of the open elements."""
        ended = self._open.pop()
        self._names[ended.name] -= 1
        if not ended.what:
            return ended
        kind, _, value = self._whats.pop().partition(" ")
        self._kinds[kind] -= 1
        start, end = min(ended.start, self.out.length), self.out.length
        if kind in ("note", "maybe"):
            self._end_mark()
        elif kind == "code":
            self.out.literal(start)
        elif kind == "quoted":
            self.out.quotation(start, value)
        elif kind == "bibliography":
            self.out.end_entry()
        elif kind == "cites":
            self.out.keys += [KeySpan(start, end, key) for key in value.split()]
        elif kind == "link" and value and end > start:
            self.out.links.append(Link(start, end, value))
        return ended

    def _end_superscript(self, at: int) -> None:
        words = "".join(self._superscript or ())
        self._superscript = None
        if words.strip(SPACE):
            self.out.put(raised(words), at)

    def handle_data(self, data: str) -> None:
        """Characters as they stand in the file."""
        if not self._dropped:
            at = self._at()
            if self._source.startswith(data, at):
                self._words(data, at, at + len(data))
            else:  # the parser has decoded them
                self._words(data, at, at)

    def handle_entityref(self, name: str) -> None:
        """``&name;``"""
        at = self._at()
        end = at + 1 + len(name)
        written = self._source[at : end + self._source.startswith(";", end)]
        self._reference(unescape(written), at, len(written))

    def handle_charref(self, name: str) -> None:
        """``&#8220;``"""
        at = self._at()
        end = at + 2 + len(name)
        written = self._source[at : end + self._source.startswith(";", end)]
        self._reference(unescape(written), at, len(written))

    def _reference(self, text: str, at: int, length: int) -> None:
        if not self._dropped and length:
            self._words(text, at, at)

    def _words(self, text: str, start: int, end: int) -> None:
        """Text that stands at ``start``–``end`` of the file, or for what is at ``start``."""
        kind, _, value = self._whats[-1].partition(" ") if self._whats else ("", "", "")
        leads = kind == "link" and value.startswith("#")
        if kind in ("note", "maybe"):
            self._linked.append((text, start, end))
            self._linked_by = (kind, value)
        elif kind == "back":
            pass
        elif (leads or self._begun == self.out.length) and _ARROWS.fullmatch(text):
            self.out.space()
        else:
            self._write(text, start, end)

    def _end_mark(self) -> None:
        """The end of what may be the mark of a note: the mark, or the words it is."""
        if not self._linked:
            return
        kind, target = self._linked_by
        linked, self._linked = self._linked, []
        words = "".join(text for text, _, _ in linked).strip(SPACE)
        label = _LABEL.fullmatch(words)
        if label or (kind == "note" and words):
            self._reference_to_note(target, label[1] if label else words, linked[0][1])
        elif words and (_ARROWS.fullmatch(words) or _BACK.fullmatch(words)):
            self.out.space()
        else:
            for text, start, end in linked:
                self._write(text, start, end)

    def _write(self, text: str, start: int, end: int) -> None:
        """Words as they are to be read."""
        if self._superscript is not None:
            self._superscript.append(text)
        elif start == end:
            self.out.put(text, start)
        elif self._pre:
            self.out.verbatim(start, end)
        else:
            self.out.copy(start, end)

    def _reference_to_note(self, target: str, label: str, at: int) -> None:
        self._notes[unquote(target[1:])] = label
        if self._here[0] == self.out.length:
            self._marks.update(self._here[1])
        self.out.put(f"[^{label}]", at)

    def finish(self) -> None:
        """What the page has left open."""
        while self._open:
            self._end()
        if self._superscript:
            self._end_superscript(len(self._source))


_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.I)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page's first 1,024 bytes name (HTML 4.2.5.4), or None."""
    found = _META.search(data[:1024])
    return found[1].decode("ascii") if found else None
