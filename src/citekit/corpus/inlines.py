"""The inline marks of Markdown's paragraphs (CommonMark 0.31, section 6), with pandoc's
``==marks==`` and Obsidian's ``[[wikilinks]]``, block identifiers and tags."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

from citekit.corpus.extraction import PAGES_RAISED, Extraction, raised
from citekit.model import Link

_ELEMENT = re.compile(r"<[^<>]*>")
#: A tag: letters, figures, ``_``, ``-`` and ``/``, not figures alone (Obsidian Help, "Tags").
_TAG = r"\#[\w/-]*[^\W\d][\w/-]*"
_TOKEN = re.compile(
    r"(?=[\\`<&\[\]{*_~!=^#]|  |https?:|ftp:)(?:"  # most characters begin nothing
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<hard>(?: {2,}|\\)(?=\n))"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|<(?P<auto>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+\.\w+)>"
    r"|(?P<raised><sup\b[^<>]{0,80}>"
    rf"(?:[\d\s,;–-]|{PAGES_RAISED}|</?a\b[^<>]{{0,200}}>){{1,40}}</sup>)"
    r"|(?P<tag></?[A-Za-z][^<>]*>)"
    r"|(?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});)"
    r"|(?P<bare>(?:https?|ftp)://[^\s<>]+)"
    r"|(?P<note>\[\^[^\[\]\s]+\])"
    r"|(?P<target>\]\((?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)(?:\{[^{}\n]*\})?)"
    r"|(?P<reference>\]\[[^\[\]\n]*\])"
    r"|(?P<attributes>(?<=[\]\w\s])\{[#.][^{}\n]*\}|(?<=\])\{(?:[\w-]+=[^{}\n]*)?\})"
    r"|(?P<embedded>!\[\[[^\[\]\n]+\]\])"
    r"|(?P<page>\[\[(?!@)(?:[^\[\]|\n]*\|)?"
    r"(?P<words>(?=[^\]\n]*[^\W\d])[^\[\]|\n]+)\]\](?![\[(:]))"
    r"|(?P<open>!?\[)|(?P<close>\])"
    r"|(?P<delimiter>\*+|_+|~~+|(?<!=)==(?!=))"
    rf"|(?P<labels>(?:(?<=[.!?…)\]”\"»]\s){_TAG}(?:\s+{_TAG})*(?:\s+\^[A-Za-z0-9-]+)?"
    r"|(?:(?<=\s)|\A)\^[A-Za-z0-9-]+)\s*\Z))",
    re.DOTALL,
)
#: A link's address; parentheses in it are balanced (CommonMark 0.31.2, section 6.3).
_TARGET = re.compile(r"\]\((?:<(?P<pointed>[^<>\n]*)>|(?P<plain>(?:[^\s()<>]|\([^\s()]*\))*))")
#: The attributes behind the brackets of a span (pandoc's "Divs and Spans"), which the key of
#: a LaTeX command is not: ``\\parencite[12]{doe1999}``.
_SPAN = re.compile(r"\{(?:[#.]|[\w-]+=|\})")
#: No label of a link is longer (CommonMark 0.31.2, section 6.3).
_LONGEST_LABEL = 999
_PUNCTUATION = re.compile(r"[^\w\s]|_")


class Paragraph:
    """Lines of one paragraph, and where in the file they stand."""

    def __init__(self) -> None:
        self.is_item = False
        self._lines: list[str] = []
        self._offsets: list[int] = []
        self._sources: list[int] = []
        self._length = 0

    def __bool__(self) -> bool:
        return bool(self._lines)

    def add(self, line: str, source: int) -> None:
        """A further line, which stands at ``source`` of the file."""
        self._lines.append(line)
        self._offsets.append(self._length)
        self._sources.append(source)
        self._length += len(line) + 1

    def joined(self) -> str:
        """The lines, with a line feed between them."""
        return "\n".join(self._lines)

    def source(self, position: int) -> int:
        """The place in the file of a position in the text."""
        line = bisect_right(self._offsets, position) - 1
        return self._sources[line] + position - self._offsets[line]

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The spans of the file that ``text[start:end]`` is made of, a line each."""
        while start < end:
            line = bisect_right(self._offsets, start) - 1
            stop = self._offsets[line] + len(self._lines[line])
            yield self.source(start), self.source(start) + max(0, min(end, stop) - start)
            start = stop + 1


class _Cut(NamedTuple):
    """``text[start:end]`` is left out; ``put`` stands for it; a link begins or ends, or
    emphasis does (1, −1); up to ``literal`` follows code, or an escaped sign."""

    start: int
    end: int
    put: str = ""
    line: bool = False
    opens: bool = False
    target: str = ""
    emphasis: int = 0
    literal: int = 0


class _Delimiter:
    """A run of emphasis signs."""

    def __init__(self, start: int, text: str, opens: bool, closes: bool) -> None:
        self.sign = text[0]
        self.left, self.right = start, start + len(text)
        self.opens = opens
        self.closes = closes


class _Openers:
    """The runs of emphasis signs that may open, in order, and of each sign the last."""

    def __init__(self) -> None:
        self._runs: list[_Delimiter] = []
        self._places: dict[str, list[int]] = {}

    def add(self, run: _Delimiter) -> None:
        self._places.setdefault(run.sign, []).append(len(self._runs))
        self._runs.append(run)

    def last(self, sign: str) -> _Delimiter | None:
        """The last run of a sign; those behind it open nothing any more."""
        places = self._places.get(sign)
        if not places:
            return None
        while len(self._runs) > places[-1] + 1:
            self.drop()
        return self._runs[-1]

    def drop(self) -> None:
        """Leave out the last run."""
        self._places[self._runs.pop().sign].pop()


def write_inlines(paragraph: Paragraph, targets: Mapping[str, str], out: Extraction) -> None:
    """Write a paragraph; ``targets`` are those of reference links, by label."""
    if not paragraph:
        return
    text = paragraph.joined()
    done = 0
    begun: list[int] = []
    emphasised: list[int] = []
    for cut in _cuts(text, targets):
        _copy(paragraph, text, done, cut.start, out)
        done = max(done, cut.end)
        if cut.put:
            out.put(cut.put, paragraph.source(cut.start))
        if cut.line:
            out.line()
        if cut.literal:
            start = out.position
            _copy(paragraph, text, done, cut.literal, out)
            out.literal(start)
            done = cut.literal
        if cut.opens:
            begun.append(out.position)
        elif cut.target and begun:
            start = begun.pop()
            if out.length > start:
                out.links.append(Link(start, out.length, cut.target))
        if cut.emphasis > 0:
            emphasised.append(out.position)
        elif cut.emphasis and emphasised:
            out.emphasised(emphasised.pop())
    _copy(paragraph, text, done, len(text), out)


def _copy(paragraph: Paragraph, text: str, start: int, end: int, out: Extraction) -> None:
    first = True
    for left, right in paragraph.pieces(start, end):
        if not first:
            out.soft_break()
        out.copy(left, right)
        first = False
    if start < end and text[end - 1] == "\n":
        out.soft_break()


def _cuts(text: str, targets: Mapping[str, str]) -> list[_Cut]:
    """What is not copied as it stands, by place."""
    cuts: list[_Cut] = []
    brackets: list[re.Match[str]] = []
    delimiters = _Openers()
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        match token.lastgroup:
            case "escaped":
                cuts.append(_Cut(start, start + 1, literal=end))
            case "hard":
                cuts.append(_Cut(start, end + 1, line=True))
            case "code":
                cuts.append(_Cut(start, token.start("code"), literal=token.end("code")))
                cuts.append(_Cut(token.end("code"), end))
            case "auto":
                cuts.append(_Cut(start, start + 1, opens=True))
                cuts.append(_Cut(end - 1, end, target=token["auto"]))
            case "raised":
                words = _ELEMENT.sub("", token[0])
                cuts.append(_Cut(start, end, put=raised(words)))
            case "tag":
                cuts.append(_Cut(start, end, line=token[0][1:3].lower() == "br"))
            case "entity":
                cuts.append(_Cut(start, end, put=unescape(token[0])))
            case "attributes" | "embedded" | "labels":
                cuts.append(_Cut(start, end))
            case "page":
                cuts += (_Cut(start, token.start("words")), _Cut(token.end("words"), end))
            case "open":
                brackets.append(token)
            case "close" | "target" | "reference" if brackets:
                cuts += _link(text, brackets.pop(), token, targets)
            case "delimiter":
                _delimiter(text, token, delimiters, cuts)
            case _:
                pass
    return sorted(cuts)


def _link(
    text: str, opening: re.Match[str], closing: re.Match[str], targets: Mapping[str, str]
) -> Iterator[_Cut]:
    """The cuts of a link or image, if the brackets make one."""
    within = closing.start() - opening.end()
    words = text[opening.end() : closing.start()] if within <= _LONGEST_LABEL else ""
    match closing.lastgroup:
        case "target":
            found = _TARGET.match(closing[0])
            target = (found["pointed"] or found["plain"] or "") if found else ""
        case "reference":
            target = targets.get((closing[0][2:-1] or words).casefold(), "")
        case _:
            target = targets.get(words.casefold(), "")
            if _SPAN.match(text, closing.end()):  # a span with attributes
                yield _Cut(opening.start(), opening.end())
                yield _Cut(closing.start(), closing.end())
                return
    if target or closing.lastgroup == "target":
        image = opening[0].startswith("!")
        yield _Cut(opening.start(), opening.end(), opens=bool(target) and not image)
        yield _Cut(closing.start(), closing.end(), target="" if image else target)


def _delimiter(text: str, token: re.Match[str], open_ones: _Openers, cuts: list[_Cut]) -> None:
    """Pair a run of ``*``, ``_``, ``~~`` or ``==`` with those before it (CommonMark 6.2)."""
    before = text[token.start() - 1 : token.start()] or " "
    after = text[token.end() : token.end() + 1] or " "
    before_mark, after_mark = _PUNCTUATION.match(before), _PUNCTUATION.match(after)
    left = not after.isspace() and (not after_mark or before.isspace() or bool(before_mark))
    right = not before.isspace() and (not before_mark or after.isspace() or bool(after_mark))
    opens, closes = left, right
    if token[0][0] in "_=":  # none inside a word
        opens = left and (not right or bool(before_mark))
        closes = right and (not left or bool(after_mark))
    run = _Delimiter(token.start(), token[0], opens, closes)
    while run.closes and run.left < run.right:
        opener = open_ones.last(run.sign)
        if opener is None:
            break
        size = min(opener.right - opener.left, run.right - run.left)
        italic = int(run.sign in "*_" and size % 2)  # two signs are strong, three are both
        cuts.append(_Cut(opener.right - size, opener.right, emphasis=italic))
        cuts.append(_Cut(run.left, run.left + size, emphasis=-italic))
        opener.right -= size
        run.left += size
        if opener.left == opener.right:
            open_ones.drop()
    if run.opens and run.left < run.right:
        open_ones.add(run)
