"""Fields' inline markup and quotation marks to formatted strings.

CSL-JSON's markup (citeproc-js manual, "HTML-like formatting"): ``<i>``,
``<b>``, ``<sup>``, ``<sub>``, ``<sc>`` and three kinds of ``<span>``.  Quotation
marks become open and close marks, so that nested ones can alternate; straight
apostrophes become curly.  What does not pair up stays as it was written.
"""

from __future__ import annotations

import re

from citekit.csl import marks
from citekit.csl.marks import CLOSE, QUOTE, SINGLE_QUOTE, UNQUOTE

#: Most formats and quotations inside each other.
MAX_DEPTH = 32
_TAGS: dict[str, tuple[str, str]] = {
    "<i>": (marks.FLIP_ITALIC, "</i>"),
    "<b>": (marks.FLIP_BOLD, "</b>"),
    "<sup>": (marks.OPEN["sup"], "</sup>"),
    "<sub>": (marks.OPEN["sub"], "</sub>"),
    "<sc>": (marks.FLIP_SMALL_CAPS, "</sc>"),
}
_SPANS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"font-variant:\s*small-caps"), marks.FLIP_SMALL_CAPS),
    (re.compile(r"class=\"nocase\""), marks.OPEN["nocase"]),
    (re.compile(r"class=\"nodecor\""), marks.NODECOR),
)
_TOKEN = re.compile(
    r"</?(?:i|b|sup|sub|sc)>|<span (?:style|class)=\"[^\"<>]{0,60}\" ?/?>|</span>"
    r"|[\"'“”‘’«»]"
)
_INTERESTING = re.compile("[<\"'“”‘’«»\ufdd0-\ufdef]| [:;?!]")
#: Spaces of French punctuation, which become narrow and do not break.
_NARROW = re.compile(" (?=[:;?!»])|(?<=«) ")
_CLOSERS = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»"}
_BEFORE_OPEN = frozenset(" \t\n\u00a0\u2009\u202f([{-–—/“‘\"'«¿¡;:,")
_WORD = re.compile(r"\w")


def parse(text: str, curly: tuple[str, str] = ("", "")) -> str:
    """``text`` of a field, with marks for its markup.

    Straight quotation marks and those in ``curly`` (the locale's outer and inner
    ones) become marks; others stay as written.
    """
    if not _INTERESTING.search(text):
        return text
    return _Parse(_NARROW.sub("\u202f", marks.sanitise(text)), curly).result


class _Parse:
    def __init__(self, text: str, curly: tuple[str, str]) -> None:
        self.text = text
        self.curly = curly
        self.out: list[str] = []
        #: (index in out, closing token, opening mark)
        self.stack: list[tuple[int, str, str]] = []
        position = 0
        for found in _TOKEN.finditer(text):
            self.out.append(text[position : found.start()])
            self.token(found.group(), found.start(), found.end())
            position = found.end()
        self.out.append(text[position:])
        self.result = "".join(self.out)

    def token(self, token: str, start: int, end: int) -> None:
        if token[0] != "<":
            if token not in "\"'" and token not in self.curly[0] + self.curly[1]:
                self.out.append(token)
                return
            self.quote(token, start, end)
            return
        self.out.append(token)
        if token[1] == "/":
            self.close(token)
            return
        if token in _TAGS:
            mark, closer = _TAGS[token]
            self.push(closer, mark)
        elif token.startswith("<span"):
            mark = next((mark for pattern, mark in _SPANS if pattern.search(token)), "")
            self.push("</span>", mark)

    def push(self, closer: str, mark: str) -> None:
        """Remember what was just written as an opening; too deep ones stay text."""
        if len(self.stack) < MAX_DEPTH:
            self.stack.append((len(self.out) - 1, closer, mark))

    def close(self, token: str) -> None:
        for depth in range(len(self.stack) - 1, -1, -1):
            index, closer, mark = self.stack[depth]
            if closer == token:
                del self.stack[depth:]
                if mark:
                    self.out[index] = mark
                    self.out[-1] = CLOSE
                return
            if closer[0] == "<":
                return

    def quote(self, token: str, start: int, end: int) -> None:
        before = self.neighbour(start - 1, -1)
        after = self.neighbour(end, 1)
        opens = before == "" or before in _BEFORE_OPEN
        closes = after == "" or not _WORD.match(after)
        apostrophe = token in "'’"
        if token in "«»":
            self.guillemet(token)
            return
        if token in "”’»\"'" and (closes or token == '"') and self.close_quote(token, before):
            return
        if token in "“‘«\"'" and opens and after not in ("", " "):
            self.out.append(token)
            self.push(_CLOSERS[token], self.mark(token))
            if token == "'":
                self.out[-1] = "’"
            return
        self.out.append("’" if apostrophe else token)

    def guillemet(self, token: str) -> None:
        """French quotation marks, whose inner spaces belong to them."""
        self.out.append(token)
        if token == "«":
            self.push("»", self.mark(token))
            return
        if self.stack and self.stack[-1][1] == token:
            index, _, mark = self.stack.pop()
            self.out[index] = mark
            self.out[index + 1] = self.out[index + 1].lstrip(" \u00a0\u202f")
            self.out[-2] = self.out[-2].rstrip(" \u00a0\u202f")
            self.out[-1] = UNQUOTE

    def mark(self, token: str) -> str:
        """The locale's inner marks stay inner ones, the others alternate."""
        return SINGLE_QUOTE if token in self.curly[1] else QUOTE

    def close_quote(self, token: str, before: str) -> bool:
        if before in ("", " ") and token in "'\"":
            return False
        for depth in range(len(self.stack) - 1, -1, -1):
            index, closer, mark = self.stack[depth]
            if closer == token:
                del self.stack[depth:]
                self.out[index] = mark
                self.out.append(UNQUOTE)
                return True
            if closer[0] == "<":
                return False
        return False

    def neighbour(self, index: int, step: int) -> str:
        """The next visible character in one direction, tags skipped."""
        text = self.text
        while 0 <= index < len(text):
            char = text[index]
            if step > 0 and char == "<":
                found = _TOKEN.match(text, index)
                if found is None:
                    return char
                index = found.end()
            elif step < 0 and char == ">":
                opening = text.rfind("<", max(0, index - 80), index)
                if opening < 0 or _TOKEN.fullmatch(text, opening, index + 1) is None:
                    return char
                index = opening - 1
            else:
                return char
        return ""
