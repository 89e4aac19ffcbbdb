"""Where the words and sentences of a text begin and end: abbreviations keep their full stop."""

from __future__ import annotations

import re
from itertools import accumulate, compress

from citekit.corpus.fullstops import ABBREVIATIONS, CLOSING, MONTHS, TITLES

#: Signs inside a word.
_JOINT = "[-‐‑'’&./*]"
#: A token; as a group, so that a text can be parted at tokens and keeps them.  What stands
#: behind most words, nothing, is tried as the last of three ways that differ in their first
#: character: that is faster than two repetitions.
_TOKEN = re.compile(
    rf"([^\W\d]\w*(?:{_JOINT}\w+(?:{_JOINT}\w+)*(?:(?<=[sxzSXZ])['’](?!\w))?|['’](?<=[sxzSXZ].)(?!\w)|)"
    r"|[^\w\s{}*_\\#~^]|\d+(?:[.,:]\d+)*\w*(?:-[^\W\d_]+)*|\\[A-Za-z]+\*?)"
)
#: Words of French before an apostrophe.
ELIDED = re.compile(r"((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’])", re.I)
#: Abbreviations that keep their full stop as one token, as a single letter does.
_ABBREVIATIONS = (
    TITLES | ABBREVIATIONS | CLOSING | MONTHS | frozenset("abs anm bd kap no nr".split())
)
#: Ends of German "a. D.", and how many tokens that is; its first.
_RETIRED = {"D.": 2, "a.D.": 1, "a.": 0}


def split(text: str, start: int, end: int) -> tuple[list[str], list[int], list[int], bool]:
    """The tokens of ``text`` between two places, where each begins and ends, and whether
    there are abbreviations with their full stop."""
    # what stands between tokens and the tokens, in turn; the sums of their lengths are
    # where each begins and ends
    pieces = _TOKEN.split(text[start:end])
    places = list(accumulate(map(len, pieces), initial=start))
    words, starts, ends = pieces[1::2], places[1:-1:2], places[2::2]
    if text.find("\\", start, end) >= 0:
        kept = [word[0] != "\\" for word in words]
        words = list(compress(words, kept))
        starts, ends = list(compress(starts, kept)), list(compress(ends, kept))
    abbreviated = False
    i = 0
    for _ in range(words.count(".")):
        i = words.index(".", i)
        numbered = i > 1 and words[i - 1][0] in "IVX" and _crowned(words, i)
        if i and ends[i - 1] == starts[i] and (numbered or _abbreviated(words[i - 1])):
            words[i - 1] += "."
            ends[i - 1] = ends[i]
            del words[i], starts[i], ends[i]
            abbreviated = True
            size = _RETIRED.get(words[i - 1], 0)
            if size and words[i - size] in _RETIRED and i > size:
                # German "a. D." goes with the office before it: "Oberst a. D. Roth"
                ends[i - size - 1] = ends[i - 1]
                del words[i - size : i], starts[i - size : i], ends[i - size : i]
                i -= size
        else:
            i += 1
    return words, starts, ends, abbreviated


def elide(words: list[str], starts: list[int], ends: list[int], start: int) -> None:
    """French: makes one token of "d’" right before ``start``: « traité d’« escroc » »."""
    if ends[-1] == start and ELIDED.fullmatch("".join(words[-2:])):
        words[-2:] = ["".join(words[-2:])]
        del ends[-2], starts[-1]


def _abbreviated(word: str) -> bool:
    """Whether a full stop after ``word`` belongs to it: "Dr.", "J.", "U.S."."""
    return (
        (len(word) == 1 and word.isalpha())
        or (len(word) < 7 and word.lower() in _ABBREVIATIONS)
        or (word[1:2] == "." and word[0].isalpha())
    )


def _crowned(words: list[str], i: int) -> bool:
    """Whether a full stop at ``i`` makes the number of a king or pope, inside a sentence: "Leo
    XIV. sagte"."""
    name, number = words[i - 2], words[i - 1]
    inside = i + 1 < len(words) and (words[i + 1].islower() or words[i + 1] == ",")
    return inside and len(number) < 6 and not number.strip("IVX") and name[0].isupper()


def sentence_start(text: str, start: int, end: int) -> int:
    """Where the sentence begins that stands at ``end``, or ``start``."""
    cut = text.rfind(". ", start, end)
    while cut > start and not _ends_sentence(text, cut):
        cut = text.rfind(". ", start, cut)
    return cut + 1 if cut > start else start


def sentence_end(text: str, start: int, end: int) -> int:
    """Where the sentence ends that goes on at ``start``, or ``end``."""
    cut = text.find(". ", start, end)
    while cut >= 0 and not _ends_sentence(text, cut):
        cut = text.find(". ", cut + 1, end)
    return cut + 1 if cut >= 0 else end


def _ends_sentence(text: str, at: int) -> bool:
    """Whether the full stop at ``at`` is none of an abbreviation or a number, and no
    word in lower case follows."""
    if text[at + 2 : at + 3].islower():
        return False
    word = text[text.rfind(" ", max(0, at - 16), at) + 1 : at]
    return (
        len(word) > 2
        and "." not in word
        and not word.isdigit()
        and word.lower().lstrip("([") not in _ABBREVIATIONS
    ) or not word[-1:].isalnum()
