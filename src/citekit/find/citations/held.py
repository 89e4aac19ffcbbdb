"""What holds a citation: the parentheses, square brackets, note or command around it.

In ``(see Lee 1990)`` and pandoc's ``[see @lee1990, p. 3; @roy1991]`` and ``^[@lee1990]``
several citations may stand with words of the writer's; of ``\\cite{lee1990,roy1991}`` each
key is one.  Sources: Pandoc User's Guide, "Citation syntax" and "Inline notes"; BibLaTeX
manual 3.9 (citation commands).
"""

from __future__ import annotations

import re

from citekit.find.works import Span

#: The methods of citations by key.
KEYED = frozenset(("pandoc-key", "latex-key"))
#: With these a citation begins that nothing else holds: "[3]", a command, a raised number.
SIGNS = frozenset("([\\⁰¹²³⁴⁵⁶⁷⁸⁹")
#: So far from a citation what holds it opens and closes (code points).
_REACH = 400
_OPTIONS = r"(?:\([^()]*\)|\[[^\[\]]*\]){0,4}"
#: A command as far as one of its keys.
_COMMAND = re.compile(
    rf"\\[A-Za-z]*[cC]it[A-Za-z]*\*?(?:{_OPTIONS}\{{[^{{}}]*\}}){{0,20}}{_OPTIONS}\{{[^{{}}]*$"
)
#: BibLaTeX's and natbib's commands that print the author in the sentence.
_TEXTUAL = re.compile(
    r"\\(?:[Tt]extcites?|[Cc]itet|[Cc]iteal[tp]|[Cc]iteauthor|citefullauthor|citeA|tvolcite)(?![a-z])"
)


def is_textual(text: str, start: int, end: int) -> bool:
    """Whether a citation by key is a part of its sentence, as the author's name would be:
    "@lee1990 says", "\\textcite{lee1990} says"."""
    if text[start] == "\\":
        return _TEXTUAL.match(text, start) is not None
    return text[start] == "@" and held(text, start, end)[0] == start


def held(text: str, start: int, end: int, low: int = 0) -> Span:
    """The span of what holds the citation from ``start`` to ``end``, the widest of several
    that open after ``low`` in its paragraph; that of the citation itself if nothing does."""
    low = max(low, start - _REACH)
    high = min(len(text), end + _REACH)
    first, last = start, end
    for opening, closing in ("()", "[]"):
        opened = text.rfind(opening, low, start)
        if opened == -1 or closing in text[opened:start] or "\n\n" in text[opened:start]:
            continue
        closed = text.find(closing, end, high)
        if closed != -1 and opened < first and "\n\n" not in text[end:closed]:
            note = opening == "[" and opened > low and text[opened - 1] == "^"
            first, last = opened - note, closed + 1
    if first == start and "{" in text[low:start]:
        command = _COMMAND.search(text, low, start)
        closed = text.find("}", end, high) if command is not None else -1
        if command is not None and closed != -1:
            return command.start(), closed + 1
    return first, last
