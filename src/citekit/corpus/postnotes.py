"""What a citation's postnote in LaTeX says, as it is printed.

Source: the BibLaTeX manual 3.15.3 and 4.6.4 (``\\pno``, ``\\ppno``, ``\\nopp``, ``\\psq``,
``\\psqq``, ``\\pnfmt``) and 3.8.14 (page ranges).
"""

from __future__ import annotations

import re

from citekit.corpus.extraction import raised
from citekit.corpus.keys import cite_commands
from citekit.latex import to_unicode

_PRINTED = {
    **{"pno": "p. ", "ppno": "pp. ", "nopp": "", "pnfmt": "", "mkpageprefix": ""},
    **{"psq": " f.", "psqq": " ff."},
    **{"nobreakdash": "", "allowbreak": "", "bibrangessep": ", ", "hyphen": "-"},
    **dict.fromkeys(("bibrangedash", "textendash", "nbendash", "endash"), "\u2013"),
    **dict.fromkeys(("addspace", "addnbspace", "addthinspace", "addlowpenspace"), " "),
    **dict.fromkeys(("addhighpenspace", "nobreakspace", "space", "thinspace", "enspace"), " "),
    **{"addcomma": ",", "adddot": ".", "addcolon": ":", "addsemicolon": ";", "addperiod": "."},
}
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?[ \t\r\n]*")
_RAISED = re.compile(r"\\(?:textsuperscript|mkbibsuperscript)\s*\{([^{}]*)\}|\$\^\{?(\w+)\}?\$")
_TAG = re.compile(r"<[^<>]+>")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
#: Letters of a leaf's sides and columns, which stand right behind its number (3r, 12vb).
_SIDES = re.compile(r"(?:[rv][ab]?|[a-d]|recto|verso)\Z")


def printed_note(note: str) -> str:
    """A postnote as it is printed, with plain spaces: ``23\\psqq`` is "23 ff.", ``4--5`` is
    "4\u20135".  Citations in it are left out."""
    pieces: list[str] = []
    done = 0
    for command in cite_commands(note):
        if command.start >= done:
            pieces.append(note[done : command.start])
            done = command.end
    note = "".join((*pieces, note[done:]))
    note = _RAISED.sub(_as_raised, note)
    note = _COMMAND.sub(_as_printed, note)
    words = _TAG.sub("", to_unicode(note))
    return _SPACES.sub(" ", words.replace("---", "\u2014").replace("--", "\u2013")).strip()


def _as_raised(found: re.Match[str]) -> str:
    words = found[1] or found[2]
    return words if _SIDES.match(words) else raised(words)


def _as_printed(found: re.Match[str]) -> str:
    return _PRINTED.get(found[1], found[0])
