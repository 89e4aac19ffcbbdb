"""What a LaTeX file says of other files: which it includes, and which one includes it.

Sources: LaTeX 2e, 24 (``\\input``, ``\\include``); the manuals of import (``\\import``,
``\\subimport``) and subfiles (``\\subfile``, the option of its class); TeXShop's and TeXworks'
``% !TEX root``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.corpus.keys import without_code
from citekit.latexdefinitions import definitions

_INCLUDES = re.compile(
    r"\\(?:(?:sub)?(?:import|includefrom|inputfrom)\*?\s*\{(?P<folder>[^{}]*)\}\s*\{(?P<there>[^{}]*)\}"
    r"|(?:input|include|subfile|subfileinclude)\s*(?:\{(?P<name>[^{}]*)\}|(?P<bare>[^\s{}\\]+))"
    r"|(?P<package>usepackage|RequirePackage)\s*(?:\[[^\]]*\])?\s*\{(?P<packages>[^{}]*)\})"
)
_ROOT = re.compile(r"^[ \t]*%+\s*!TEX\s+root\s*=\s*(?P<name>[^\r\n]+?)[ \t]*$", re.I | re.M)
_SUBFILE = re.compile(r"\\documentclass\s*\[(?P<name>[^\[\]]*)\]\s*\{subfiles\}")
_BEGIN = re.compile(r"\\begin\s*\{document\}")
_CLASS = re.compile(r"\\documentclass(?![A-Za-z@])")
#: Declarations that change how the text of other files is read (:mod:`citekit.corpus.babel`).
_DECLARES = re.compile(
    r"\\(?:usepackage|RequirePackage|documentclass)\s*(?:\[[^\]]*\])?\s*\{[^{}]*\}"
    r"|\\set(?:default|main|other)language\s*(?:\[[^\]]*\])?\s*\{[^{}]*\}"
    r"|\\(?:shorthandoff\*?|MakeOuterQuote)\s*\{[^{}]*\}"
)


class LatexFile(NamedTuple):
    """A file: the names that it includes in its preamble and elsewhere, with or without
    their extensions; the file that it is a part of, if it says so; whether it is a document
    of its own; and what it declares for the files it includes."""

    preamble: tuple[str, ...]
    included: tuple[str, ...]
    root: str
    whole: bool
    declared: str


def latex_file(source: str) -> LatexFile:
    """What a file's decoded text says."""
    shown = without_code(source, "latex")
    begin = _BEGIN.search(shown)
    end = begin.start() if begin else len(shown)
    preamble: list[str] = []
    included: list[str] = []
    for found in _INCLUDES.finditer(shown):
        names = preamble if found.start() < end else included
        if found["package"]:
            names += (f"{one.strip()}.sty" for one in found["packages"].split(","))
        elif found["folder"] is not None:
            names.append(f"{found['folder'].strip().rstrip('/')}/{found['there'].strip()}")
        else:
            names.append((found["name"] or found["bare"] or "").strip().strip('"'))
    root = _SUBFILE.search(shown) or _ROOT.search(source, 0, 2_000)
    declared = [shown[slice(*span)] for span in definitions(shown).spans]
    declared += (found[0] for found in _DECLARES.finditer(shown))
    return LatexFile(
        tuple(filter(None, preamble)),
        tuple(filter(None, included)),
        root["name"].strip() if root else "",
        _CLASS.search(shown) is not None and _SUBFILE.search(shown) is None,
        "\n".join(declared),
    )
