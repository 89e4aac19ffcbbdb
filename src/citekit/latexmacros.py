"""What citekit knows of LaTeX's macros: those of :mod:`citekit.latex`, by name."""

from __future__ import annotations

NOCASE = '<span class="nocase">'
SMALL_CAPS = '<span style="font-variant:small-caps;">'

#: Tags by macro, none for those that leave no trace: those that take an argument …
WRAPPERS = {
    **dict.fromkeys(("emph", "textit", "mkbibemph", "mkbibitalic", "textsl"), ("<i>", "</i>")),
    **dict.fromkeys(("textbf", "mkbibbold", "mathbf"), ("<b>", "</b>")),
    "textsc": (SMALL_CAPS, "</span>"),
    **dict.fromkeys(("textsuperscript", "mkbibsuperscript"), ("<sup>", "</sup>")),
    **dict.fromkeys(("textsubscript", "mkbibsubscript"), ("<sub>", "</sub>")),
    **dict.fromkeys(("enquote", "mkbibquote"), ("“", "”")),
    **dict.fromkeys(("nocase", "NoCaseChange"), (NOCASE, "</span>")),
    **dict.fromkeys(("textrm", "textnormal", "textup", "textmd", "text", "mathrm"), ("", "")),
    **dict.fromkeys(("textsf", "texttt", "mbox"), ("", "")),
}
#: … and those that hold to the end of their group.
SWITCHES = {
    **dict.fromkeys(("em", "it", "itshape", "sl", "slshape"), ("<i>", "</i>")),
    **dict.fromkeys(("bf", "bfseries"), ("<b>", "</b>")),
    **dict.fromkeys(("sc", "scshape"), (SMALL_CAPS, "</span>")),
    **dict.fromkeys(("rm", "tt", "sf", "ttfamily", "sffamily", "rmfamily", "normalfont"), ("", "")),
    **dict.fromkeys(("tiny", "scriptsize", "footnotesize", "small", "normalsize"), ("", "")),
    **dict.fromkeys(("large", "Large", "LARGE", "huge", "Huge", "upshape"), ("", "")),
}
#: Macros around an address.
ADDRESSES = frozenset({"url", "path", "nolinkurl"})
#: Macros whose first argument is not text.
DROP_FIRST = frozenset(
    {"textcolor", "href", "foreignlanguage", "hspace", "vspace", "color", "noopsort"}
)

ACCENTS = {
    **{"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306"},
    **{".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323"},
    **{"c": "\u0327", "k": "\u0328", "b": "\u0331", "G": "\u030f", "f": "\u0311", "h": "\u0309"},
    **{"hat": "\u0302", "tilde": "\u0303", "bar": "\u0304", "dot": "\u0307", "ddot": "\u0308"},
    **{"vec": "\u20d7", "acute": "\u0301", "grave": "\u0300", "check": "\u030c"},
}
SPACING_ACCENTS = {"`": "`", "'": "´", "^": "^", "~": "~", "=": "¯", '"': "¨", ".": "˙"}
SYMBOLS = {
    **{"ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø"},
    **{"aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð"},
    **{"th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶"},
    **{"dots": "…", "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—"},
    **{"textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“"},
    **{"textquotedblright": "”", "textquotesingle": "'", "textquotedbl": '"'},
    **{"textasciigrave": "`", "textbackslash": "\\", "backslash": "\\", "textbraceleft": "{"},
    **{"textbraceright": "}", "lbrace": "{", "rbrace": "}", "textasciitilde": "~"},
    **{"textasciicircum": "^", "textunderscore": "_", "textbar": "|", "textless": "<"},
    **{"textgreater": ">", "textdollar": "$", "textpercent": "%", "textnumero": "№"},
    **{"LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "LaTeXe": "LaTeX2e"},
    **{"space": " ", "newline": "\n", "quad": " ", "qquad": " ", "slash": "/", "par": "\n\n"},
    **{"bibrangedash": "–", "bibrangessep": ", ", "guillemotleft": "«", "guillemotright": "»"},
    **{"glqq": "„", "grqq": "“", "euro": "€", "texteuro": "€", "copyright": "©", "pounds": "£"},
    **{"degree": "°", "textdegree": "°", "textregistered": "®", "texttrademark": "™"},
    **{"times": "×", "infty": "∞", "sim": "∼", "cdot": "⋅", "pm": "±", "to": "→"},
    **{"leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠"},
    **{"rightarrow": "→", "leftarrow": "←", "dagger": "†", "ddagger": "‡", "prime": "′"},
    **{"aleph": "ℵ", "hbar": "ℏ", "ell": "ℓ", "relax": "", "protect": ""},
}
#: Symbols that are nothing, and without which nothing is missing.
WITHOUT_TRACE = frozenset({"relax", "protect"})
ESCAPED = {
    **dict.fromkeys("&%$#_{}@|", None),
    **{" ": " ", "\n": " ", ",": "\u202f", ";": " ", ":": " ", "!": ""},
    **{"-": "", "/": "", "(": "", ")": "", "[": "", "]": "", ">": " "},
}
LIGATURES = {"--": "–", "---": "—", "``": "“", "''": "”", "~": "\u00a0"}
