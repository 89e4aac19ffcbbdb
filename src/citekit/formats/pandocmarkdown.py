"""The inline Markdown of pandoc's metadata, and CSL-JSON's inline markup.

pandoc takes every text of CSL-YAML for Markdown (its manual, "Metadata blocks" and
"Citations"): ``*emphasis*``, ``**strong**``, ``^super^``, ``~sub~``,
``[text]{.nocase}``, and backslashes before what is none of these.  HTML tags are read
as they are, since other programs write those.
"""

from __future__ import annotations

import re

#: Sign, tag.
SIGNS = {"**": "b", "*": "i", "_": "i", "^": "sup", "~": "sub"}
#: Class of a span, its tag.
CLASSES = {
    "nocase": '<span class="nocase">',
    "smallcaps": '<span style="font-variant:small-caps;">',
}
_CLASS_OF = {tag: name for name, tag in CLASSES.items()}
_SIGN_OF = {"i": "*", "b": "**", "sup": "^", "sub": "~"}

_TAG = re.compile(r"</?(?:i|b|sup|sub)>|<span[^<>]*>|</span>")
_SPECIAL = re.compile(
    r"[\\`*_\[\]$@<^~|\"]|(?<!\w)'|'(?!\w)|(?<=-)-|\.(?=\.\.)|&(?=#?\w)"
    r"|\A[#>+:%(-]|(?<=\A\w)[.)]|(?<=\A\d\d)[.)]|(?<=\A\d{3})[.)]|(?<=\A\d{4})[.)]"
)
_TOKEN = re.compile(
    r"\\([!-/:-@\[-`{-~ ])|(\*\*|[*_^~\[])|(\]\{\.(nocase|smallcaps)\})|(\])|(\s)|</?\w[^<>]*>"
)


def to_markdown(text: str) -> str:
    """The text as pandoc reads it; with its tags as they are, escaped else, where
    Markdown has no form that says the same."""
    if _SPECIAL.search(text) is None:
        return text
    out: list[str] = []
    closers: list[str] = []
    done = 0
    for tag in _TAG.finditer(text):
        out.append(_escaped(text[done : tag.start()], done == 0, "^" in closers or "~" in closers))
        done = tag.end()
        name = tag[0].strip("</>")
        if tag[0] == "</span>" and closers:
            out.append(closers.pop())
        elif tag[0] in _CLASS_OF:
            out.append("[")
            closers.append(f"]{{.{_CLASS_OF[tag[0]]}}}")
        elif name in _SIGN_OF and tag[0].startswith("</"):
            out.append(closers.pop() if closers else "")
        elif name in _SIGN_OF:
            out.append(_SIGN_OF[name])
            closers.append(_SIGN_OF[name])
    out.append(_escaped(text[done:], done == 0, False))
    made = "".join([*out, *reversed(closers)])
    if from_markdown(made) == text:
        return made
    return "".join(
        part if _TAG.fullmatch(part) else _escaped(part, at == 0, False)
        for at, part in enumerate(re.split(f"({_TAG.pattern})", text))
    )


def _escaped(text: str, first: bool, narrow: bool) -> str:
    special = _SPECIAL if first else _INNER
    text = special.sub(lambda found: "\\" + found[0], text)
    return text.replace(" ", "\\ ") if narrow else text


#: What is special at the beginning alone is not so behind a tag.
_INNER = re.compile(r"[\\`*_\[\]$@<^~|\"]|(?<!\w)'|'(?!\w)|(?<=-)-|\.(?=\.\.)|&(?=#?\w)")


def from_markdown(text: str) -> str:
    """The text with CSL-JSON's inline markup."""
    if re.search(r"[\\*_^~\[]", text) is None:
        return text
    reader = _Reader(text)
    done = 0
    for token in _TOKEN.finditer(text):
        reader.out.append(text[done : token.start()])
        done = token.end()
        reader.take(token)
    reader.out.append(text[done:])
    return "".join(reader.out)


class _Reader:
    """Signs that are open, each with its place in what has been read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[str] = []
        self.open: list[tuple[str, int]] = []
        self.count: dict[str, int] = {}

    def take(self, token: re.Match[str]) -> None:
        """One token."""
        if token[1]:
            self.out.append(token[1])
        elif sign := token[2]:
            self._sign(sign, token.start(), token.end())
        elif token[3]:
            self._close("[", CLASSES[token[4]], "</span>", token[0])
        else:
            if token[5]:
                self._drop("[")
            elif token[6]:
                self._drop("^")
                self._drop("~")
            self.out.append(token[0])

    def _sign(self, sign: str, start: int, end: int) -> None:
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        word = sign == "_"
        tag = SIGNS.get(sign, "")
        if tag and self.count.get(sign) and before.strip() and not (word and after.isalnum()):
            self._close(sign, f"<{tag}>", f"</{tag}>", sign)
            return
        if after.strip() and not (word and before.isalnum()):
            self.open.append((sign, len(self.out)))
            self.count[sign] = self.count.get(sign, 0) + 1
        self.out.append(sign)

    def _close(self, sign: str, begin: str, end: str, text: str) -> None:
        place = self._drop(sign)
        if place is None:
            self.out.append(text)
        else:
            self.out[place] = begin
            self.out.append(end)

    def _drop(self, sign: str) -> int | None:
        """Take the last open ``sign`` and what has been opened after it; its place."""
        if not self.count.get(sign):
            return None
        while True:
            found, place = self.open.pop()
            self.count[found] -= 1
            if found == sign:
                return place
