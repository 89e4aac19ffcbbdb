"""German babel's shorthands: what ``"`` and the sign behind it print.

Sources: the manuals of babel-german 2.14, "Shorthands" (german, ngerman and their dialects),
of babel 1.7 (global options, ``\\shorthandoff``), of german.sty 2.5, and of polyglossia 1.60
(``babelshorthands``).
"""

from __future__ import annotations

import re

_GERMAN = r"(?:n?german|n?austrian|n?swissgerman|germanb)"
_LOADS = re.compile(
    rf"\\(?:usepackage|RequirePackage)\s*(?:\[[^\[\]]*\])?\s*\{{[^{{}}]*(?<![\w-]){_GERMAN}\s*[,}}]"
    rf"|\\(?:usepackage|RequirePackage)\s*\[[^\]]*(?<![\w-]){_GERMAN}(?![\w-])[^\]]*\]\s*\{{babel\}}"
    r"|\\set(?:default|main|other)language\s*\[[^\]]*babelshorthands(?:\s*=\s*true)?\s*[,\]]"
    r"[^{]*\{german\}"
)
_GLOBAL = re.compile(rf"\\documentclass\s*\[[^\]]*(?<![\w-]){_GERMAN}(?![\w-])[^\]]*\]")
_BABEL = re.compile(r"\\(?:usepackage|RequirePackage)\s*(?:\[[^\]]*\])?\s*\{[^{}]*\bbabel\b")
_OFF = re.compile(r"\\(?:shorthandoff\s*\*?\{\"|MakeOuterQuote\s*\{?\")|\bshorthands\s*=\s*off\b")
_UMLAUTS = dict(zip("aeiouAEIOU", "äëïöüÄËÏÖÜ", strict=True))
_PRINTED = {
    **_UMLAUTS,
    **{"s": "ß", "z": "ß", "S": "SS", "Z": "SZ"},
    **{"`": "„", "'": "“", "<": "«", ">": "»"},
    **{"-": "", '"': "", "|": "", "~": "-", "=": "-", "/": "/"},
}
#: A shorthand; a consonant that a division doubles ("ck", "ff") stands as it is.
SHORTHAND = r"\"(?:[aeiouAEIOUszSZ`'<>|\"~=/-]|(?=ck|CK|ff|ll|mm|nn|pp|rr|tt|FF|LL|MM|NN|PP|RR|TT))"


def has_shorthands(*texts: str) -> bool:
    """Whether a document of these LaTeX texts, without their code, loads German shorthands."""
    if any(_OFF.search(text) for text in texts):
        return False
    if any(_LOADS.search(text) for text in texts):
        return True
    return any(map(_GLOBAL.search, texts)) and any(map(_BABEL.search, texts))


def printed(shorthand: str) -> str:
    """What a shorthand prints: ``"a`` is ä; ``"-`` and ``""`` print nothing."""
    return _PRINTED.get(shorthand[1:], "")
