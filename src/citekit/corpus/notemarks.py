"""The numbers of notes in text without type: "as she says.1 Later …".

Where a text has notes, each a line that begins with its number, the same number glued to the
end of a sentence is their mark.  Where it has none, as when a page was copied without its
notes, numbers there are marks that count up, three at least or the first two.  Nothing else is:
a number behind an abbreviation ("v.1 Later"), verses and versions, decimal numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from citekit.corpus.fullstops import NUMBERED

#: Digits that number a note.
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
#: A mark behind the end of a sentence, before the next one.
_MARK = re.compile(
    r"[.!?…][”’“‘\"'»)\]]{0,3}(?P<number>(?P<first>\d{1,3})(?:[,–-]\d{1,3}){0,6})"
    r"(?=[ \t\u00a0]*(?:$|\n|[ \u00a0][\"“„«‘(\[*_@—–-]*[^\W\d_a-zß-ÿœ]))"
)
#: A mark with a shape of its own: "[^1]", "[1]", "(1)", "¹".
SHAPED = r"(?:\[\^[^\]\s]{1,80}\]|\[\d{1,3}\]|\(\d{1,3}\)|[⁰¹²³⁴-⁹]{1,3})"
#: What such a mark begins with.
_SHAPES = f"[({SUPERSCRIPTS}"
#: The same behind a sentence, before the next one: "says.[^1] Later", "says.”(1)".
_SHAPED = re.compile(
    rf"{SHAPED}(?=[ \t\u00a0]*(?:$|\n|[ \u00a0][\"“„«‘(\[*_@—–-]*[^\W\d_a-zß-ÿœ]))"
)
_NOTE = re.compile(r"^[ \t>]*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.):]?)[ \t\u00a0]+\S", re.M)
#: The same in short: a line break is looked for in no time.
_LINE = re.compile(r"\n[ \t>]*[\[(]?\d{1,3}[\]).:]{0,2}[ \t\u00a0]")
#: A cheap look: a digit glued to the end of a sentence or to what closes it.
_GLUED = re.compile(r"[.!?…”’“‘\"'»)\]]\d{1,3}(?:[ \t\n\u00a0,–-]|$)")
#: Marks without notes: so many, counting up by so much.
_LEAST, _GAP = 3, 4
_CLOSING = "”’“‘\"'»)]"
_CLOSINGS, _STOPS = frozenset(_CLOSING), frozenset(".!?…")
#: A number behind one of these is no mark; behind "Mitarb." or "v. Chr." it may be one.
_NUMBERED = NUMBERED | frozenset("cf dr ed eds hg hs ms mss mr mrs sr vs".split())
_WORD = re.compile(r"[^\W\d_]{2,}$")


@lru_cache(maxsize=4)
def has_superscripts(text: str) -> bool:
    """Whether a text may have raised digits.  They are not looked for themselves: a search for
    "⁴" (U+2074) stops at every "t" (U+0074); in UTF-8 all beyond Latin 1 have a byte 0x81."""
    return any(map(text.__contains__, "¹²³")) or b"\x81" in text.encode("utf-8", "surrogatepass")


@lru_cache(maxsize=4)
def note_marks(text: str) -> dict[int, int]:
    """Where the marks of numbered notes behind sentences of ``text`` begin, and end."""
    if _GLUED.search(text) is None:
        return {}
    found = numbers_behind_sentences(text)
    if not found:
        return {}
    notes: dict[int, int] = {}
    if _LINE.search(text) is not None:  # the last of each number
        notes = {int(match[match.lastindex or 0]): match.start() for match in _NOTE.finditer(text)}
    noted = [match for match in found if notes.get(int(match["first"]), -1) > match.end()]
    marks = noted if notes else _counting(found)
    return {match.start("number"): match.end("number") for match in marks}


def _counting(found: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """The marks, if there are enough and they count up, with a few missing that stand inside
    sentences."""
    numbers = [int(match["first"]) for match in found]
    steps = [after - before for before, after in pairwise(numbers)]
    enough = len(numbers) >= _LEAST or numbers == [1, 2]
    counts = enough and all(0 < step <= _GAP for step in steps)
    return found if counts else ()


def numbers_behind_sentences(text: str) -> list[re.Match[str]]:
    """Numbers (group ``number``) glued to the end of a sentence, whether or not the text has
    such notes."""
    return [match for match in _MARK.finditer(text) if ends_sentence(text, match.start())]


def without_note_marks(text: str, shown: str = "") -> str:
    """``text``, or what of the same length is ``shown`` for it, with spaces for the marks of
    notes behind its sentences, numbers and such as "[^1]", "(1)" and "¹"; positions stay."""
    shown = shown or text
    pieces: list[str] = []
    at = 0
    for start, end in _all_marks(text):
        pieces += (shown[at:start], " " * (end - start))
        at = end
    return "".join((*pieces, shown[at:])) if pieces else shown


@lru_cache(maxsize=4)
def _all_marks(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((*note_marks(text).items(), *_shaped(text))))


def _shaped(text: str) -> Iterator[tuple[int, int]]:
    """Where marks with a shape of their own are glued to the end of a sentence."""
    for sign in _SHAPES if has_superscripts(text) else "[(":
        at = text.find(sign)
        while at != -1:
            stop = at - 1
            while stop > at - 4 and text[stop : stop + 1] in _CLOSINGS:
                stop -= 1
            mark = _SHAPED.match(text, at) if stop >= 0 and text[stop] in _STOPS else None
            if mark is not None:
                yield mark.span()
            at = text.find(sign, at + 1)


def ends_sentence(text: str, at: int) -> bool:
    """Whether the sign at ``at`` ends a sentence, not an abbreviation or a whole number."""
    if text[at] != "." or text[at - 1 : at] in _CLOSING:
        return at > 0
    word = _WORD.search(text, max(0, at - 16), at)
    return word is not None and word[0].lower() not in _NUMBERED
