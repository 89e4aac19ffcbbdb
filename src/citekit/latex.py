"""LaTeX text to Unicode with CSL-JSON's inline markup, and back.

``to_unicode(to_latex(text)) == text`` for text whose tags are well formed
(:func:`to_latex` says what is not kept).  Nothing is cut: ``%`` is a
percent sign, a macro nobody knows stays as it stands, and its argument with it.
Fields that hold no prose (``url``, ``doi``, ``file``) must not come here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from citekit.latexmacros import (
    ACCENTS,
    ADDRESSES,
    DROP_FIRST,
    ESCAPED,
    LIGATURES,
    NOCASE,
    SPACING_ACCENTS,
    SWITCHES,
    SYMBOLS,
    WITHOUT_TRACE,
    WRAPPERS,
)

_SPECIAL = re.compile(r"[\\{}$~\n\r\t]|--|``|''|  ")
_TOKEN = re.compile(
    r"((?>(?:[^\\{}$~\-`' \t\r\n]|[ ](?![ \t\r\n\\])|-(?!-)|`(?!`)|'(?!'))+))|([{}])"
    r"|\\([A-Za-z]+)\*?[ \t\r\n]*|(\\.)|(\$)|(-{2,3}|``|''|~)|([ \t\r\n]+)|(.)",
    re.DOTALL,
)
#: A letter in a group of its own: ``{\\"u}``, ``{\\c{c}}``, ``{\\o}``; before it what
#: must not be taken for one, as macros and the arguments they may have.
_LETTER = re.compile(
    r"\\[A-Za-z]+\*?[ \t\r\n]*\{?|\\.|[}\]][ \t\r\n]*\{"
    r"|(\{\\(?:[\"'`^~=.](?:\{\\?[A-Za-z]\}|\\?[A-Za-z])"
    r"|[cvuHkdbr](?:\{\\?[A-Za-z]\}|[ ]\\?[A-Za-z])|aa|AA|ae|AE|oe|OE|ss|o|O|l|L|i|j)\})",
    re.DOTALL,
)
#: The rest of a group that holds nothing but letters, digits and the like.
_PLAIN_GROUP = re.compile(r"([^\\{}$~\-`' \t\r\n]++(?>(?: [^\\{}$~\-`' \t\r\n]++)*))\}")
_SPACES = re.compile(r"[ \t\r\n]*")
_BLANK_LINE = re.compile(r"(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]")
_SCRIPT = re.compile(r"([\^_])[ ]*(?:(\{)|(\\[A-Za-z]+)|([^\s{}\\]))")
#: A word, with initials before it, whose capitals a title keeps; in braces behind an
#: empty group it is no markup.
GUARDED_WORD = r"(?:\b[^\W\d_]\. )*[^\W_]+(?:['’-][^\W_]+)*"
_GUARDED = re.compile(rf"\{{\{{\}}({GUARDED_WORD})\}}")
#: How Zotero writes Unicode's superscripts and subscripts.
_UPRIGHT_SCRIPT = re.compile(r"([\^_])\{\\textrm\{([0-9+=()-]+)\}\}")
_SUPERSCRIPTS = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
_SUBSCRIPTS = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_OPTION = re.compile(r"\[[^\]]*\]")


def to_unicode(tex: str, *, nocase: bool = False) -> str:
    """LaTeX as Unicode text with CSL-JSON's inline markup.

    White space collapses as in TeX; a blank line stays a blank line.  With
    ``nocase``, a brace group that BibTeX protects from a change of case (one
    that does not begin with a backslash; "BibTeXing", section 4) becomes
    ``<span class="nocase">``, but for a word with a capital behind an empty group
    (``{{}DNA}``), which is just that word; use it for titles.
    """
    tex = tex.strip(" \t\r\n")
    if not _SPECIAL.search(tex):
        return tex
    return _decoded(tex, nocase) if len(tex) < _SHORT else _decode(tex, nocase)


Fate: TypeAlias = Literal["unknown", "left", "plain", "argument"]


class Lost(NamedTuple):
    """A macro, with its backslash, that Unicode text does not hold.

    Of an ``unknown`` one only the arguments stay, one ``left`` stands as LaTeX in the
    text, of a ``plain`` one the text stays without what it does to it, of one with an
    ``argument`` that is no text this is gone.
    """

    macro: str
    fate: Fate


def lost_macros(tex: str) -> tuple[Lost, ...]:
    """What :func:`to_unicode` does not keep of a text's macros, each once, in order."""
    if "\\" not in tex:
        return ()
    decoder = _Decoder(letters(tex), False)
    decoder.decode()
    return tuple(dict.fromkeys(decoder.lost))


def _decode(tex: str, nocase: bool) -> str:
    if "\\" in tex:
        tex = letters(tex)
        if not _SPECIAL.search(tex):
            return tex
    return _Decoder(tex, nocase).decode()


#: Texts up to this length are often the same: journals, publishers, parts of names.
_SHORT = 80
_decoded = lru_cache(maxsize=1 << 13)(_decode)


def letters(tex: str) -> str:
    """``tex`` with each letter that has a group of its own (``{\\"u}``, ``{\\o}``) as
    the character it is; the rest stays as it stands."""
    return _LETTER.sub(_letter, tex) if "{\\" in tex and "$" not in tex else tex


def _letter(found: re.Match[str]) -> str:
    return _one_letter(found[1]) if found[1] else found[0]


@lru_cache(maxsize=1024)
def _one_letter(group: str) -> str:
    return _Decoder(group, False).decode()


class _Frame:
    """An open group or argument: what it wraps its text in when it closes."""

    __slots__ = (
        *("accent", "close", "drop", "nocase", "open"),
        *("parts", "soft", "switched", "wrapper"),
    )

    def __init__(self, open: str = "", close: str = "", *, wrapper: bool = False) -> None:
        self.open = open
        self.close = close
        self.wrapper = wrapper  # tags stand also around nothing
        self.parts: list[str] = []
        self.soft = -1  # the number of parts when the last was white space
        self.switched = ""
        self.accent = ""
        self.drop = False
        self.nocase = False


class _Decoder:
    """One pass over the tokens with a stack of frames; no recursion."""

    def __init__(self, tex: str, nocase: bool, *, math: bool = False) -> None:
        self.tex = tex
        self.nocase = nocase
        self.math = math
        self.pos = 0
        self.frames = [_Frame()]
        self.protected = 0
        self.unknown = False
        self.lost: list[Lost] = []

    def decode(self) -> str:
        tex, length, match = self.tex, len(self.tex), _TOKEN.match
        while self.pos < length and (found := match(tex, self.pos)):
            self.pos = found.end()
            kind, token = found.lastindex, found[0]
            if kind == 1 or kind == 8:
                self.frames[-1].parts.append(token)
            elif kind == 2:
                self._brace(token)
            elif kind == 3:
                self._macro(found[3], token)
            elif kind == 4:
                self._escape(token[1])
            elif kind == 5:
                self._math()
            elif kind == 6:
                self._put(LIGATURES[token])
            else:
                self._space(token)
        while len(self.frames) > 1:
            self._pop()
        root = self.frames[0]
        if root.soft == len(root.parts):
            del root.parts[-1:]
        return "".join(root.parts) + root.switched

    def _put(self, text: str) -> None:
        self.frames[-1].parts.append(text)

    def _space(self, token: str) -> None:
        """White space collapses, and is nothing at the ends of the text."""
        frame = self.frames[-1]
        parts = frame.parts
        if len(self.frames) == 1 and not parts:
            return
        if _BLANK_LINE.search(token) and self.pos < len(self.tex):
            parts.append("\n\n")
        elif frame.soft != len(parts):
            parts.append(" ")
            frame.soft = len(parts)

    def _brace(self, token: str) -> None:
        if token == "}":
            if len(self.frames) == 1:
                self._put(token)
            else:
                self._pop()
            return
        guarded = _GUARDED.match(self.tex, self.pos - 1) if self.nocase else None
        if guarded and guarded[1] != guarded[1].lower():
            self._put(guarded[1])
            self.pos = guarded.end()
            return
        nocase = self.nocase and not self.protected
        if plain := _PLAIN_GROUP.match(self.tex, self.pos):
            self._put(_protected(plain[1]) if nocase else plain[1])
            self.pos = plain.end()
            return
        frame = _Frame()
        if nocase and not self.tex.startswith("\\", self.pos):
            frame.nocase = True
            self.protected += 1
        self.frames.append(frame)

    def _pop(self) -> None:
        frame = self.frames.pop()
        text = "".join(frame.parts) + frame.switched
        if frame.nocase:
            self.protected -= 1
            text = _protected(text)
        if frame.accent:
            text = _accented(frame.accent, text)
        if frame.drop:
            self._argument(_Frame())
        else:
            self._put(f"{frame.open}{text}{frame.close}" if text or frame.wrapper else text)

    def _argument(self, frame: _Frame) -> bool:
        """Open ``frame`` over the group that follows, or over one character."""
        start = _end(_SPACES, self.tex, self.pos)
        if self.tex.startswith("{", start):
            self.pos = start + 1
            self.frames.append(frame)
            return True
        return False

    def _macro(self, name: str, token: str) -> None:
        if name in ACCENTS and not (name in SYMBOLS and self.math):
            self._accent(name)
        elif name in WRAPPERS:
            if not self._argument(_Frame(*WRAPPERS[name], wrapper=True)):
                self._lose(name, "left")
                self._put(token)
            elif not WRAPPERS[name][0]:
                self._lose(name, "plain")
        elif name in SWITCHES:
            opening, closing = SWITCHES[name]
            if not opening:
                self._lose(name, "plain")
            self._put(opening)
            self.frames[-1].switched = closing + self.frames[-1].switched
        elif name in SYMBOLS or name in _library_symbols():
            symbol = SYMBOLS[name] if name in SYMBOLS else _library_symbols()[name]
            if not symbol and name not in WITHOUT_TRACE:
                self._lose(name, "plain")
            self._put(symbol)
            if self.tex.startswith("{}", self.pos):
                self.pos += 2
        else:
            self._other_macro(name, token)

    def _other_macro(self, name: str, token: str) -> None:
        """A macro with arguments gives its text, one without stays as it stands."""
        self.unknown = True
        start = self.pos
        self.pos = _end(_OPTION, self.tex, start)
        frame = _Frame()
        frame.drop = name in DROP_FIRST
        if self._argument(frame):
            fate: Fate = "plain" if name in ADDRESSES else "unknown"
            self._lose(name, "argument" if frame.drop else fate)
        else:
            self._lose(name, "left")
            self._put(token + self.tex[start : self.pos])

    def _lose(self, name: str, fate: Fate) -> None:
        self.lost.append(Lost(f"\\{name}", fate))

    def _accent(self, name: str) -> None:
        frame = _Frame()
        frame.accent = name
        if self._argument(frame):
            return
        found = _TOKEN.match(self.tex, _end(_SPACES, self.tex, self.pos))
        if found is None or found.lastindex not in (1, 3):
            self._put("∼" if name == "~" else _accented(name, ""))
        elif found.lastindex == 1:
            self.pos = found.start() + 1
            self._put(_accented(name, found[0][0]))
        else:
            self.pos = found.end()
            if found[3] not in SYMBOLS:
                self._lose(found[3], "left")
            self._put(_accented(name, SYMBOLS.get(found[3], found[0])))
            if self.tex.startswith("{}", self.pos):
                self.pos += 2

    def _escape(self, char: str) -> None:
        if char in ACCENTS:
            self._accent(char)
        elif char == "\\":
            self._space(" ")
            self.pos = _end(_SPACES, self.tex, self.pos)
        elif char in ESCAPED:
            replacement = ESCAPED[char]
            self._put(char if replacement is None else replacement)
        else:
            self._lose(char, "left")
            self._put("\\" + char)

    def _math(self) -> None:
        end = self.tex.find("$", self.pos)
        while end > 0 and self.tex[end - 1] == "\\":
            end = self.tex.find("$", end + 1)
        if end <= self.pos:
            self._put("$")
            return
        text, lost = _formula(self.tex[self.pos : end])
        self._put(text)
        self.lost += lost
        self.pos = end + 1


def _protected(text: str) -> str:
    return f"{NOCASE}{text}</span>" if any(map(str.isalnum, text)) else text


@lru_cache(maxsize=1024)
def _formula(source: str) -> tuple[str, tuple[Lost, ...]]:
    """What stands between dollar signs; with a macro nobody knows, as it stands; and what
    of its macros is not kept."""
    scripted = _SCRIPT.sub(_script, _UPRIGHT_SCRIPT.sub(_upright_script, source))
    decoder = _Decoder(scripted, False, math=True)
    text = decoder.decode().replace("<sup>∘</sup>", "°")
    if not decoder.unknown:
        return text, tuple(decoder.lost)
    left = (Lost(lost.macro, "left") for lost in decoder.lost if lost.fate != "plain")
    return f"${source}$", tuple(left)


def _end(pattern: re.Pattern[str], text: str, pos: int) -> int:
    found = pattern.match(text, pos)
    return found.end() if found else pos


def _upright_script(found: re.Match[str]) -> str:
    return found[2].translate(_SUPERSCRIPTS if found[1] == "^" else _SUBSCRIPTS)


def _script(found: re.Match[str]) -> str:
    macro = "\\textsuperscript{" if found[1] == "^" else "\\textsubscript{"
    return macro if found[2] else f"{macro}{found[3] or found[4]}}}"


@lru_cache(maxsize=1024)
def _accented(name: str, text: str) -> str:
    """``text`` with the accent on its first letter."""
    if not text:
        return SPACING_ACCENTS.get(name, "")
    base = {"ı": "i", "ȷ": "j"}.get(text[0], text[0])
    return unicodedata.normalize("NFC", base + ACCENTS[name]) + text[1:]


@lru_cache(maxsize=1)
def _library_symbols() -> dict[str, str]:
    """Symbols by macro, from pylatexenc's table for the other direction."""
    from pylatexenc.latexencode import get_builtin_uni2latex_dict

    symbols: dict[str, str] = {}
    pattern = re.compile(r"(?:\\ensuremath\{)?\\([A-Za-z]+)\}?")
    for code, tex in sorted(get_builtin_uni2latex_dict().items(), reverse=True):
        if found := pattern.fullmatch(tex):
            symbols[found[1]] = chr(code)
    return symbols


# --- to LaTeX ----------------------------------------------------------------

_TAG = re.compile(
    r"<(/?)(i|b|sup|sub)>|<span style=\"font-variant: ?small-caps;?\">"
    r'|<span class="nocase">|</span>'
)
_MACROS = {
    "i": "\\emph{",
    "b": "\\textbf{",
    "sup": "\\textsuperscript{",
    "sub": "\\textsubscript{",
    "small-caps": "\\textsc{",
    "nocase": "{",
}
_TO_LATEX = {
    **{char: "\\" + char for char in "&%$#_"},
    **{"\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}"},
    **{"~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\u00a0": "~"},
    **{"<": "\\textless{}", ">": "\\textgreater{}"},
    **{"–": "--", "—": "---", "“": "``", "”": "''", "\u202f": "\\,"},
}
_UNSAFE = re.compile(
    r"[-–—]+|['”]+|[`“]+|[&%$#_\\{}~^<>\u00a0\u202f]|[ \n\r\t]{2,}|[\n\r\t]",
)
_NON_ASCII = re.compile(r"[^\x00-\x7f]")


def to_latex(text: str, *, ascii: bool = False) -> str:
    """Text with CSL-JSON's inline markup as LaTeX.

    Braces become macros, so that BibTeX, which counts them also after a
    backslash, takes the value.  With ``ascii``, characters outside ASCII that
    have a macro are written with it.  Not kept: ``nocase`` inside ``nocase``
    or around no letter or digit, and which white space stands in a run of it
    other than spaces and line feeds.
    """
    if text[:1] == " " or text[-1:] == " ":
        body = text.strip(" ")
        before = text[: len(text) - len(text.lstrip(" "))]
        after = " " * (len(text) - len(before) - len(body))
        return _escape_space(before) + to_latex(body, ascii=ascii) + _escape_space(after)
    if _TAG.search(text):
        text = _tags_to_latex(text)
    elif _UNSAFE.search(text):
        text = _UNSAFE.sub(_escape, text)
    return _NON_ASCII.sub(_as_ascii, text) if ascii else text


def _tags_to_latex(text: str) -> str:
    """Pairs of tags become macros; a tag without its partner is text."""
    pairs = _paired(text)
    out: list[str] = []
    pos = 0
    for found in _TAG.finditer(text):
        role = pairs.get(found.start())
        if role is None:
            continue
        out.append(_UNSAFE.sub(_escape, text[pos : found.start()]))
        out.append(_MACROS[role] if role != "/" else "}")
        pos = found.end()
        if role == "nocase" and (_TAG.match(text, pos) or text.startswith("\n", pos)):
            out.append("{}")
        elif role == "nocase" and text[pos : pos + 1] in _TO_LATEX:
            first = _escape_all(text[pos])
            out.append(f"{{{first}}}" if first.startswith("\\") else first + "{}")
            pos += 1
    out.append(_UNSAFE.sub(_escape, text[pos:]))
    return "".join(out)


def _paired(text: str) -> dict[int, str]:
    """For each tag that has a partner, by its offset: its role, ``/`` if it closes."""
    opened: list[tuple[str, str, int]] = []
    pairs: dict[int, str] = {}
    for found in _TAG.finditer(text):
        tag = found[0]
        if tag.startswith("</"):
            if opened and opened[-1][0] == tag[2:-1]:
                _, role, start = opened.pop()
                pairs[start] = role
                pairs[found.start()] = "/"
        elif found[2]:
            opened.append((found[2], found[2], found.start()))
        else:
            role = "nocase" if "nocase" in tag else "small-caps"
            opened.append(("span", role, found.start()))
    return pairs


def _escape(found: re.Match[str]) -> str:
    return _escape_all(found[0])


def _escape_all(run: str) -> str:
    """A run that LaTeX would read otherwise."""
    if run[0] in " \n\r\t":
        return _escape_space(run)
    return "{}".join(_TO_LATEX.get(char, char) for char in run)


def _escape_space(run: str) -> str:
    if run in ("\n\n", "\t"):
        return run
    return "".join("\\newline{}" if char == "\n" else "\\space{}" for char in run)


def _as_ascii(found: re.Match[str]) -> str:
    from pylatexenc.latexencode import get_builtin_uni2latex_dict

    tex = get_builtin_uni2latex_dict().get(ord(found[0]))
    return f"{{{tex}}}" if tex else found[0]
